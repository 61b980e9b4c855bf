"""A link and the time that its claim spans in, the rows of all of that time out: for a sum, or for a bound."""

from collections.abc import Sequence

from verifier.claims.together import has_sum
from verifier.linking.linked import Link, unsure
from verifier.model import Row
from verifier.verdict import Reason, Relation

__all__ = ["over_time", "throughout"]


def over_time(link: Link, *, adds_up: bool) -> Link:
    """Return the rows of a span of time, whose sum a number may be: "from January to March 5.2 million in all"."""
    level = link.claim.relation is Relation.LEVEL and link.series is not None and adds_up
    rows = link.series.inside(link.timing.period) if level and link.series is not None else ()
    if len(rows) < 2:
        return link
    link.claim.relation = Relation.SUM
    link.rows, link.others, link.reason = rows[:1], rows[1:], None
    return link if has_sum(link.claim) else unsure(link)


def throughout(link: Link) -> Link:
    """Return the rows of all the time of which a bound is said: "never fell below 5 million since 2019".

    Where the text does not say since when, all of them have to keep to it, and none refutes it.
    """
    series, timing = link.series, link.timing
    if series is None or (link.reason is None and timing.period and not timing.told):
        return link
    if timing.period:
        rows: Sequence[Row] = series.inside(timing.period)
    elif timing.base:
        rows = series.since(timing.base)
    else:
        rows, link = series.rows, unsure(link)
    link.reason = None if rows else Reason.OTHER_PERIOD
    link.rows, link.others = tuple(rows[-1:]), tuple(rows[:-1])
    return link
