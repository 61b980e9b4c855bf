"""A refuted claim in, what probably happened out: the explanations that would make it true, best first."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from operator import itemgetter

from verifier.checking.change_sizes import change_between
from verifier.checking.compare import Figure, agree, agree_strictly, allowed_interval, says
from verifier.checking.derived import Tools, goes
from verifier.checking.judge import Judgement
from verifier.checking.slips import slips, unmodified
from verifier.checking.target import Target, fitting
from verifier.claims.intervals import Interval, value_interval
from verifier.linking.layout import Across
from verifier.linking.series import period_of
from verifier.model import Kind, Modifier, Row
from verifier.units import convert, same_dimension
from verifier.verdict import Diagnosis, Reason, Relation, Severity

__all__ = ["diagnose", "older_release", "severity_of"]

OPEN = frozenset({Modifier.MORE_THAN, Modifier.AT_LEAST, Modifier.LESS_THAN, Modifier.AT_MOST})
GRAVE = Decimal("0.2")  # a number off by more than a fifth changes the message


def diagnose(judged: Judgement, target: Target | None, tools: Tools) -> tuple[Diagnosis, ...]:
    """Return what would explain a refuted claim, best first: another row, the way round, a slip of writing.

    `target` is what its number should have been.
    """
    if judged.reason is Reason.DIRECTION:
        return () if _is_unsteady(judged) else (Diagnosis.DIRECTION,)
    if judged.reason is Reason.RANK:
        return tuple(dict.fromkeys(_of_rank(judged, tools)))
    figure = judged.figure
    if figure is None or target is None:
        return ()
    fits = fitting(target, tools)
    if figure.modifier is not None and fits(unmodified(figure)):
        return ()  # the number is right and its modifier is not
    rows = _other_rows(judged, figure, tools)
    written = slips(judged, unmodified(figure) if figure.modifier in OPEN else figure, target, fits, tools)
    found = [*written, *rows] if judged.reason is Reason.UNIT else [*rows, *written]
    return tuple(dict.fromkeys(found))


def _is_unsteady(judged: Judgement) -> bool:
    """Return whether a trend goes up here and down there, so that the other way round is not right either."""
    steps = {goes(later, earlier) for earlier, later in pairwise(judged.rows)}
    return judged.link.claim.relation is Relation.TREND and len(steps) > 1


# other rows


def _other_rows(judged: Judgement, figure: Figure, tools: Tools) -> Iterator[Diagnosis]:
    link = judged.link
    if link.series is None or tools.series is None:
        return
    if judged.derived is not None:
        yield from _other_changes(judged, figure, tools)
        return
    row = judged.rows[0]
    allowed = allowed_interval(_nearly(figure), tools.sets)
    others = [other for other in link.series.rows if other is not row and other.value != row.value]
    if any(_says(figure, other, tools) for other in _candidates(others, figure, allowed)):
        yield Diagnosis.STALE_VALUE
    if link.entity >= 0:
        near = _near(tools.series.across(link.measure, row.period, row), figure, allowed)
        if any(_says(figure, other, tools) for entity, other in near if entity != link.entity):
            yield Diagnosis.WRONG_ENTITY
        if any(_says(figure, other, tools) for other in _of_other_measures(judged, figure, allowed, tools)):
            yield Diagnosis.WRONG_MEASURE


def older_release(judged: Judgement, tools: Tools) -> Row | None:
    """Return the newest of the older releases of the row that refutes a claim that say what the claim says."""
    series, figure = judged.link.series, judged.figure
    if series is None or figure is None or judged.derived is not None:
        return None
    row = judged.rows[0]
    same = [one for one in series.rows if (one.period, one.dimensions) == (row.period, row.dimensions)]
    older = [one for one in same if one.as_of < row.as_of and _says(figure, one, tools)]
    return max(older, key=lambda one: one.as_of, default=None)


def _near(across: Across, figure: Figure, allowed: Interval) -> Iterable[tuple[int, Row]]:
    """Return the rows of other entities that a number can stand for, and not many more."""
    unit = across.unit
    if unit is None or (figure.unit and unit and unit != figure.unit and not same_dimension(figure.unit, unit)):
        return across.rows
    if figure.unit and unit and unit != figure.unit:
        allowed = allowed.mapped(lambda value: convert(value, figure.unit, unit))
    return across.near(allowed)


def _candidates(rows: Sequence[Row], figure: Figure, allowed: Interval) -> Iterator[Row]:
    """Yield the rows whose values are near a number, or whose unit is another than its own."""
    near = _around(allowed)
    for row in rows:
        value = row.value
        if value is not None and (
            row.unit != figure.unit or row.tolerance or row.low is not None or near.low <= value <= near.high
        ):
            yield row


def _around(allowed: Interval) -> Interval:
    """Return a wider interval: what lies outside is not the number, however either of them was rounded."""
    return Interval(allowed.low - abs(allowed.low) / 2, allowed.high + abs(allowed.high) / 2)


def _says(figure: Figure, row: Row, tools: Tools) -> bool:
    """Return whether a row gives the number as it is written, in a unit that it can have."""
    if row.value is None or not _is_comparable(figure, row.unit):
        return False
    if figure.modifier in OPEN and not agree(_nearly(figure), row, tools.sets).agrees:
        return False
    return says(figure, row, tools.sets)


def _nearly(figure: Figure) -> Figure:
    """Return "about x" for "more than x", of which nearly every other row is true."""
    return replace(figure, modifier=Modifier.ABOUT) if figure.modifier in OPEN else figure


def _is_comparable(figure: Figure, unit: str) -> bool:
    if figure.kind in (Kind.COUNT, Kind.NUMBER):
        return not unit or unit == figure.unit
    return unit == figure.unit or (bool(unit) and same_dimension(figure.unit, unit))


def _of_other_measures(judged: Judgement, figure: Figure, allowed: Interval, tools: Tools) -> Iterator[Row]:
    """Yield the rows of other measures, for the entity and period of a claim, that a number can stand for."""
    link, period, near, series = judged.link, judged.rows[0].period, _around(allowed), tools.series
    if series is None:
        return
    for unit, values in series.beside(link.entity, period).items():
        if unit == figure.unit:
            first = bisect_left(values, near.low, key=itemgetter(0))
            values = values[first : bisect_right(values, near.high, lo=first, key=itemgetter(0))]
            values = [one for one in values if agree_strictly(figure, value_interval(one[0]), one[0], tools.sets)]
        elif unit is not None and not _is_comparable(figure, unit):
            continue
        for measure in {measure for _, measure in values} - {link.measure}:
            yield from series.at(measure, link.entity, period)


def _other_changes(judged: Judgement, figure: Figure, tools: Tools) -> Iterator[Diagnosis]:
    """Return whether another period, or another entity, had just that change."""
    link = judged.link
    if link.claim.relation is not Relation.CHANGE_BY or len(judged.rows) != 2 or link.series is None:
        return
    row, base = judged.rows
    if any(_changed(figure, later, earlier, judged, tools) for later, earlier in _pairs(judged) if later is not row):
        yield Diagnosis.STALE_VALUE
    if tools.series is None or link.entity < 0:
        return
    before = dict(tools.series.across(link.measure, base.period, base).rows)
    for entity, later in tools.series.across(link.measure, row.period, row).rows:
        if entity != link.entity and entity in before and _changed(figure, later, before[entity], judged, tools):
            yield Diagnosis.WRONG_ENTITY
            return


def _pairs(judged: Judgement) -> Iterator[tuple[Row, Row]]:
    """Yield each row of the series with the one that lies as far before it as in the claim."""
    series = judged.link.series
    row, base = judged.rows
    later, earlier = period_of(row.period), period_of(base.period)
    if series is None or later is None or earlier is None:
        return
    spans = {span.first: one for one in series.rows if (span := period_of(one.period)) is not None}
    steps = sorted(spans)
    if later.first not in spans or earlier.first not in spans:
        return
    apart = steps.index(later.first) - steps.index(earlier.first)
    if apart > 0:
        yield from ((spans[after], spans[first]) for first, after in zip(steps, steps[apart:], strict=False))


def _changed(figure: Figure, later: Row, earlier: Row, judged: Judgement, tools: Tools) -> bool:
    change = change_between(later, earlier, figure)
    if change is None:
        return False
    up = Decimal(judged.link.claim.direction or 1)
    return agree_strictly(figure, change[0].times(up), change[1] * up, tools.sets)


# ranks


def _of_rank(judged: Judgement, tools: Tools) -> Iterator[Diagnosis]:
    link = judged.link
    claim = link.claim
    wanted = int(claim.values[0]) if claim.mention is not None else 1
    lowest = claim.superlative == "lowest"
    if tools.series is None or link.series is None or link.others:
        return
    if claim.step is not None:
        yield Diagnosis.WRONG_ENTITY
        return
    if any(
        _ranks(link.measure, link.entity, other, wanted, lowest, tools)
        for other in link.series.rows
        if other is not link.rows[0]
    ):
        yield Diagnosis.STALE_VALUE
    if _ranks(link.measure, link.entity, link.rows[0], wanted, not lowest, tools):
        yield Diagnosis.DIRECTION
    yield Diagnosis.WRONG_ENTITY


def _ranks(measure: int, entity: int, row: Row, wanted: int, lowest: bool, tools: Tools) -> bool:
    assert tools.series is not None
    others = [other for number, other in tools.series.across(measure, row.period, row).rows if number != entity]
    ahead = sum(goes(other, row) == (-1 if lowest else 1) for other in others)
    return bool(others) and ahead + 1 == wanted


def severity_of(judged: Judgement, target: Target | None) -> Severity:
    """Return how much a refuted claim matters: direction, rank and magnitude change the message, last digits do not."""
    if judged.reason in (Reason.DIRECTION, Reason.RANK, Reason.UNIT):
        return Severity.MAJOR
    if judged.figure is None or target is None or not target.value:
        return Severity.MAJOR if judged.figure is None and judged.derived is None else Severity.MINOR
    off = max(abs(value - target.value) for value in judged.figure.values) / abs(target.value)
    return Severity.MAJOR if off > GRAVE else Severity.MINOR
