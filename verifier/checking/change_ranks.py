"""A rank among changes in, what the rows of all entities at both times make of it out: "the biggest rise"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from verifier.checking.change_sizes import change_between
from verifier.checking.compare import Figure
from verifier.checking.derived import Derived, Tools, base_row
from verifier.claims.claim import Claim
from verifier.claims.cue_roles import DIRECTIONS
from verifier.claims.intervals import Interval
from verifier.linking.linked import Link
from verifier.model import Kind, Row
from verifier.verdict import Reason

__all__ = ["rank_of_change"]

NOTHING = Decimal(0)
IN_PERCENT = Figure((NOTHING,), "percent", Kind.PERCENT)
IN_POINTS = Figure((NOTHING,), "percentage_point", Kind.PERCENT)
NAMED = 2  # entities ahead that are cited


def rank_of_change(link: Link, tools: Tools) -> Derived | Reason:
    """Return whether a change is the biggest of all, or the second biggest.

    "Fastest-growing" is told in percent, a rise of rates in points. Any other change may be told in percent or by its
    amount, so that both have to say the same.
    """
    row, base = link.rows[0], base_row(link)
    if isinstance(base, Reason) or tools.series is None or link.entity < 0:
        return base if isinstance(base, Reason) else Reason.NO_ROW
    starts = dict(tools.series.across(link.measure, base.period, base).rows)
    ends = [pair for pair in tools.series.across(link.measure, row.period, row).rows if pair[0] != link.entity]
    pairs = [(end, starts[entity]) for entity, end in ends if entity in starts]
    if not pairs:
        return Reason.NO_ROW
    ranked = [_rank(link.claim, form, (row, base), pairs, tools) for form in _forms(link.claim, row)]
    found = [one for one in ranked if isinstance(one, Derived)]
    if len(found) < len(ranked) or len({one.agrees for one in found}) > 1:
        return Reason.AMBIGUOUS
    if len({one.value for one in found}) > 1:  # behind others, whichever place that is
        return replace(found[0], value=None)
    unknown = len(pairs) < len(ends) and found[0].agrees
    return Reason.OTHER_PERIOD if unknown else found[0]


def _forms(claim: Claim, row: Row) -> Sequence[Figure]:
    """Return how the changes may be told."""
    amount = Figure((NOTHING,), row.unit, Kind.NUMBER)
    if row.unit == "percent":
        return [IN_POINTS]
    if claim.sentence.has("absolute", 0, len(claim.sentence.words)):
        return [amount]
    growth = claim.step is not None and claim.step.meaning == "growth"
    return [IN_PERCENT] if growth else [IN_PERCENT, amount]


def _rank(
    claim: Claim, form: Figure, own: tuple[Row, Row], pairs: Sequence[tuple[Row, Row]], tools: Tools
) -> Derived | Reason:
    """Return the place of a change among all, told in one form; why not, where two may be equal."""
    up = Decimal(DIRECTIONS[claim.step.meaning] if claim.step is not None else 1)
    lowest = claim.superlative == "lowest"
    mine = change_between(*own, form)
    theirs = [(pair, change) for pair in pairs if (change := change_between(*pair, form)) is not None]
    if mine is None or len(theirs) < len(pairs):
        return Reason.NO_ROW
    size = mine[0].times(up)
    sizes = [(pair, change[0].times(up)) for pair, change in theirs]
    if lowest:  # the smallest rise is one of those that rose
        sizes = [(pair, other) for pair, other in sizes if other.low > 0]
    ahead = [(pair, other) for pair, other in sizes if _is_ahead(other, size, lowest=lowest)]
    equal = [other for _, other in sizes if not _is_ahead(other, size, lowest=lowest) and other.meets(size)]
    wanted = int(claim.values[0]) if claim.mention is not None else 1
    best = 1 + len(ahead)
    goes = size.low > 0
    if equal and best <= wanted <= best + len(equal):
        return Reason.AMBIGUOUS
    agrees = best == wanted and goes
    if not agrees and (best == wanted or (lowest and not goes)):
        return Reason.AMBIGUOUS
    ahead.sort(key=lambda one: one[1].low, reverse=not lowest)
    first, cited = (ahead[0][0] if ahead else own), [row for pair, _ in ahead[:NAMED] for row in pair]
    text = tools.explainer.say(
        "rank_holds" if agrees else "rank_fails",
        rank=str(best),
        count=str(len(sizes) + 1),
        cell=_shown(own, form, tools),
        first=f"{first[0].entity} ({_shown(first, form, tools)})",
    )
    return Derived(agrees, Reason.EXACT if agrees else Reason.RANK, (*own, *cited), text, Decimal(best))


def _is_ahead(other: Interval, size: Interval, *, lowest: bool) -> bool:
    return other.high < size.low if lowest else other.low > size.high


def _shown(pair: tuple[Row, Row], form: Figure, tools: Tools) -> str:
    """Return a change with what it is calculated from: "9.71 − 9.53 = +180 thousand tons"."""
    change = change_between(*pair, form)
    later, earlier = tools.explainer.operands(*pair)
    result = tools.explainer.change(change[1], form.unit) if change is not None else ""
    percent = form.unit == "percent"
    return f"({later} − {earlier}) / {earlier} = {result}" if percent else f"{later} − {earlier} = {result}"
