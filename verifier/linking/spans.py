"""A link and the time that its claim spans in, the rows of all of that time out: for a sum, or for a bound."""

from collections.abc import Sequence, Set

from verifier.claims.together import is_put_together, is_totalled
from verifier.linking.linked import Link, unsure
from verifier.linking.moment import earlier_period
from verifier.linking.series import Series, period_of
from verifier.model import Row
from verifier.periods import MONTHS_OF
from verifier.verdict import Reason, Relation

__all__ = ["over_time", "throughout"]

FEWEST = 2  # rows of a sum
FLOWS = frozenset(
    {"production", "export", "import", "sales", "consumption", "harvest", "revenue", "expenditure", "investment"}
    | {"profit", "income", "birth", "death", "emissions", "tourist", "remittances", "foreign_investment"}
)  # concepts of what adds up over time


def over_time(link: Link, *, adds_up: bool, averaged: bool, concepts: Set[str]) -> Link:
    """Return the rows of a span of time, whose sum or average a number may be: "from January to March 5.2 million".

    Where a word says that it is one, and the text says which time is meant, all else is wrong. What does not add
    up, as percents and prices do not, has an average that its rows need not tell; and of what there is, as people
    and debts are, a "total" may be that of the last of its years.

    Args:
        link: a claim with the rows of its period.
        adds_up: whether two values of the measure can be added.
        averaged: whether the claim is an average.
        concepts: what the measure is about.
    """
    claim, timing, series = link.claim, link.timing, link.series
    if claim.relation is not Relation.LEVEL or series is None or not (adds_up or averaged):
        return link
    told = averaged or is_totalled(claim)
    untold = link.reason is None and not timing.period and timing.lasts
    if timing.listed or (told and untold):
        if not told:
            return unsure(link)
        rows = _each(series, timing.listed) if timing.listed else _last(link, series)
        link.reason = None if rows else Reason.OTHER_PERIOD
    else:
        rows = series.inside(timing.period) if link.reason is Reason.OTHER_PERIOD else ()
    if len(rows) < FEWEST:
        return link
    claim.relation = Relation.SUM
    link.rows, link.others, link.reason = tuple(rows[:1]), tuple(rows[1:]), None
    sure = adds_up if averaged else is_put_together(claim) or not FLOWS.isdisjoint(concepts)
    link.lasting = told and sure and bool(timing.period or timing.listed)
    return link if link.lasting else unsure(link)


def _each(series: Series, periods: Sequence[str]) -> Sequence[Row]:
    """Return the rows of several periods; none where one is missing."""
    found = [series.at(period).rows for period in periods]
    return [rows[0] for rows in found] if all(len(rows) == 1 for rows in found) else ()


def _last(link: Link, series: Series) -> Sequence[Row]:
    """Return the rows of so many months up to the newest, or since a date; none where one is missing."""
    if link.timing.base:
        return series.since(link.timing.base)
    months = link.timing.months
    last = period_of(link.rows[0].period) if link.rows else None
    own = MONTHS_OF.get(last.precision, 0) if last is not None else 0
    if last is None or not own or months % own:
        return ()
    start = earlier_period(link.rows[0].period, months - own)
    return series.inside(f"{start}/{link.rows[0].period}") if start else ()


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
