"""A number of entities and a bound in, whether so many rows reach it out: "four provinces exceed 10 percent"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from verifier.checking.compare import Figure, figure_of, in_unit
from verifier.checking.derived import Derived, Tools, base_row, goes
from verifier.checking.written import read_written
from verifier.claims.claim import Claim
from verifier.claims.cue_roles import DIRECTIONS
from verifier.claims.cues import Cue
from verifier.claims.intervals import Interval, cell_interval
from verifier.linking.linked import Link
from verifier.model import Kind, Row
from verifier.verdict import Reason

__all__ = ["tally"]

MOST_NAMED = 5  # rows in an explanation


def tally(link: Link, tools: Tools) -> Derived | Reason:
    """Return whether just so many rows reach a bound; or, of a claim about one alone, whether only its own row does."""
    claim = link.claim
    if claim.move is not None:
        return _moved(link, claim.move, tools)
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


def _moved(link: Link, move: Cue, tools: Tools) -> Derived | Reason:
    """Return whether just so many rows went one way: "exports fell in two of the three regions"."""
    claim, way = link.claim, DIRECTIONS[move.meaning]
    if tools.series is None or (claim.kind is Kind.RATIO and claim.values[1] != len(link.rows)):
        return Reason.AMBIGUOUS
    pairs: list[tuple[Row, Row]] = []
    for row in link.rows:
        series = tools.series.of(*tools.series.pair(row))
        base = base_row(replace(link, rows=(row,), series=series.like(row) if series is not None else None))
        if isinstance(base, Reason):
            return base
        pairs.append((row, base))
    went = [goes(*pair) for pair in pairs]
    surely, perhaps = went.count(way), went.count(way) + went.count(0)
    moved = [pair for pair in pairs if _as_written(*pair) == way]
    counted, agrees = claim.values[0], claim.values[0] == len(moved)
    if surely <= counted <= perhaps and not agrees:  # what was rounded may have gone either way
        return Reason.AMBIGUOUS
    named = ", ".join(tools.explainer.entity(row) for row, _ in moved[:MOST_NAMED])
    text = tools.explainer.say("moved", count=str(len(moved)), all=str(len(pairs)), rows=named or "–")
    cited = tuple(row for pair in (moved or pairs[:1]) for row in pair)
    return Derived(agrees, Reason.EXACT if agrees else Reason.VALUE, cited, text)


def _as_written(row: Row, base: Row) -> int:
    """Return +1 where the value of a row is above another, -1 where below, 0 where both are the same."""
    earlier = in_unit(base, row.unit)(base.value or Decimal(0))
    return ((row.value or Decimal(0)) > earlier) - ((row.value or Decimal(0)) < earlier)
