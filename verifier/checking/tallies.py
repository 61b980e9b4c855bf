"""A number of entities and a bound in, whether so many rows reach it out: "four provinces exceed 10 percent"."""

from collections.abc import Sequence
from decimal import Decimal

from verifier.checking.compare import Figure, figure_of, in_unit
from verifier.checking.derived import Derived, Tools
from verifier.checking.written import read_written
from verifier.claims.claim import Claim
from verifier.claims.intervals import Interval, cell_interval
from verifier.linking.linked import Link
from verifier.model import Kind, Row
from verifier.verdict import Reason

__all__ = ["tally"]

MOST_NAMED = 5  # rows in an explanation


def tally(link: Link, tools: Tools) -> Derived | Reason:
    """Return whether just so many rows reach a bound; or, of a claim about one alone, whether only its own row does."""
    claim = link.claim
    bound = claim.bound or claim
    if bound.mention is None or bound.modifier is None or len(bound.values) != 1:
        return Reason.AMBIGUOUS
    figure = figure_of(bound.mention, read_written(bound.mention, tools.language))
    allowed = tools.sets.interval(bound.modifier, figure.values[0])
    reaching = [row for row in link.rows if allowed.meets(_cell(row, figure))]
    surely = [row for row in reaching if _lies_in(_cell(row, figure), allowed)]
    agrees = _is_meant(claim, link, surely, reaching)
    named = [tools.explainer.entity(row) for row in reaching[:MOST_NAMED]]
    parts = {"count": str(len(reaching)), "all": str(len(link.rows)), "rows": ", ".join(named)}
    text = tools.explainer.say("tally", allowed=tools.explainer.interval(allowed), **parts)
    return Derived(agrees, Reason.EXACT if agrees else Reason.VALUE, tuple(reaching or link.rows[:1]), text)


def _is_meant(claim: Claim, link: Link, surely: Sequence[Row], reaching: Sequence[Row]) -> bool:
    if claim.bound is None:
        return len(surely) == len(reaching) == 1 and link.others == (surely[0],)
    low, high = min(claim.values), max(claim.values)
    if claim.kind is Kind.RATIO:  # "two of the five provinces"
        low, whole = claim.values
        high = low if whole == len(link.rows) else Decimal(-1)
    return low <= len(reaching) and len(surely) <= high


def _cell(row: Row, figure: Figure) -> Interval:
    return cell_interval(row).mapped(in_unit(row, figure.unit))


def _lies_in(cell: Interval, allowed: Interval) -> bool:
    return allowed.holds(cell.low) and allowed.holds(cell.high)
