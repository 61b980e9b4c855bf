"""A refuted claim in, what probably happened out: the explanations that would make it true, best first."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from verifier.checking.compare import Figure, agree, agree_with_interval, allowed_interval, in_unit
from verifier.checking.derive import Tools, change_between, goes
from verifier.checking.intervals import DIGITS, Interval, cell_interval
from verifier.checking.judge import Judgement
from verifier.checking.series import Across, period_of
from verifier.checking.units import same_dimension
from verifier.model import Diagnosis, Kind, Modifier, Reason, Relation, Row, Severity
from verifier.units import convert

__all__ = ["diagnose", "severity_of"]

STRICT = frozenset({Reason.EXACT, Reason.ROUNDED, Reason.MODIFIER, Reason.RANGE})
THOUSANDS = (3, -3, 6, -6, 9, -9)
TENS = (1, -1, 2, -2, 4, -4, 5, -5)
OPEN = frozenset({Modifier.MORE_THAN, Modifier.AT_LEAST, Modifier.LESS_THAN, Modifier.AT_MOST})
GRAVE = Decimal("0.2")  # a number off by more than a fifth changes the message
MOST_MEASURES = 500
_MARKS = re.compile(r"[.,]")


@dataclass(frozen=True, slots=True)
class Target:
    """What a number should have been: an interval and a value in the unit of the claim."""

    interval: Interval
    value: Decimal


def diagnose(judged: Judgement, tools: Tools) -> tuple[Diagnosis, ...]:
    """Return what would explain a refuted claim, best first: another row, the way round, a slip of writing."""
    if judged.reason is Reason.DIRECTION:
        return (Diagnosis.DIRECTION,)
    if judged.reason is Reason.RANK:
        return tuple(dict.fromkeys(_of_rank(judged, tools)))
    figure, target = judged.figure, target_of(judged)
    if figure is None or target is None:
        return ()
    fits = _fitting(target, tools)
    if figure.modifier is not None and fits(_plain(figure)):
        return ()  # the number is right and its modifier is not
    rows = _other_rows(judged, figure, tools)
    slips = _slips(judged, _plain(figure) if figure.modifier in OPEN else figure, target, fits, tools)
    found = [*slips, *rows] if judged.reason is Reason.UNIT else [*rows, *slips]
    return tuple(dict.fromkeys(found))


def target_of(judged: Judgement) -> Target | None:
    """Return what the rows give for the number of a claim, with the sign that the claim's words imply."""
    link, derived = judged.link, judged.derived
    if judged.figure is None:
        return None
    if derived is None:
        row = judged.rows[0]
        converted = in_unit(row, judged.figure.unit)
        value = converted(row.value or Decimal(0))
        return Target(cell_interval(row).mapped(converted), value)
    if derived.interval is None or derived.value is None:
        return None
    factor = Decimal(100 if link.claim.relation is Relation.SHARE else 1)
    if link.claim.relation in (Relation.CHANGE_BY, Relation.COMPARISON):
        factor = Decimal(link.claim.direction or 1)
    return Target(derived.interval.times(factor), DIGITS.multiply(derived.value, factor))


def _fitting(target: Target, tools: Tools) -> Callable[[Figure], bool]:
    def fits(figure: Figure) -> bool:
        found = agree_with_interval(figure, target.interval, target.value, tools.sets)
        return found.agrees and found.reason in STRICT

    return fits


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
        near = _near(tools.series.across(link.measure, row.period), figure, allowed)
        if any(_says(figure, other, tools) for entity, other in near if entity != link.entity):
            yield Diagnosis.WRONG_ENTITY
        for number, measure in enumerate(tools.series.measures_of(link.entity)):
            if number >= MOST_MEASURES:
                break
            if measure != link.measure and _measure_says(measure, judged, figure, allowed, tools):
                yield Diagnosis.WRONG_MEASURE
                break


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
    low, high = allowed.low - abs(allowed.low) / 2, allowed.high + abs(allowed.high) / 2
    for row in rows:
        value = row.value
        if value is not None and (
            row.unit != figure.unit or row.tolerance or row.low is not None or low <= value <= high
        ):
            yield row


def _says(figure: Figure, row: Row, tools: Tools) -> bool:
    """Return whether a row gives the number as it is written, in a unit that it can have."""
    if row.value is None or not _comparable(figure, row):
        return False
    if figure.modifier in OPEN and not agree(_nearly(figure), row, tools.sets).agrees:
        return False
    found = agree(figure, row, tools.sets)
    return found.agrees and found.reason in STRICT


def _nearly(figure: Figure) -> Figure:
    """Return "about x" for "more than x", of which nearly every other row is true."""
    return replace(figure, modifier=Modifier.ABOUT) if figure.modifier in OPEN else figure


def _comparable(figure: Figure, row: Row) -> bool:
    if figure.kind in (Kind.COUNT, Kind.NUMBER):
        return not row.unit or row.unit == figure.unit
    return row.unit == figure.unit or (bool(row.unit) and same_dimension(figure.unit, row.unit))


def _measure_says(measure: int, judged: Judgement, figure: Figure, allowed: Interval, tools: Tools) -> bool:
    assert tools.series is not None
    series = tools.series.of(measure, judged.link.entity)
    row = judged.rows[0]
    same = [other for other in series.rows if other.period == row.period] if series else []
    return any(_says(figure, other, tools) for other in _candidates(same, figure, allowed))


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
    before = dict(tools.series.across(link.measure, base.period).rows)
    for entity, later in tools.series.across(link.measure, row.period).rows:
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
    found = agree_with_interval(figure, change[0].times(up), change[1] * up, tools.sets)
    return found.agrees and found.reason in STRICT


# slips of writing


def _slips(
    judged: Judgement, figure: Figure, target: Target, fits: Callable[[Figure], bool], tools: Tools
) -> Iterator[Diagnosis]:
    if fits(_scaled(figure, lambda value: -value)):
        yield Diagnosis.DIRECTION
    if judged.reason is Reason.UNIT:
        yield Diagnosis.PERCENT_POINT
    if _is_right_in_own_unit(judged, figure, tools):
        yield Diagnosis.UNIT
    plain = _plain(figure)
    variants = (figure, plain) if figure.modifier is not None else (plain,)
    power = _fitting_power(variants, target, fits)
    if power in THOUSANDS and _has_scale_word(figure, power):
        yield Diagnosis.SCALE_WORD
    if power in TENS:
        yield Diagnosis.FACTOR_TEN
    if power and power == _swapped_power(figure):
        yield Diagnosis.SEPARATORS
    if _is_right_in_another_unit(figure, fits) or _is_the_ratio(judged, figure, tools):
        yield Diagnosis.UNIT
    if len(plain.values) == 1 and _one_digit_off(plain.values[0], target.value):
        yield Diagnosis.DIGITS


def _scaled(figure: Figure, form: Callable[[Decimal], Decimal]) -> Figure:
    values = tuple(form(value) for value in figure.values)
    return Figure(values, figure.unit, figure.kind, figure.modifier, figure.written)


def _plain(figure: Figure) -> Figure:
    return Figure(figure.values, figure.unit, figure.kind, None, figure.written)


def _fitting_power(figures: Sequence[Figure], target: Target, fits: Callable[[Figure], bool]) -> int:
    """Return the power of ten by which a number is off, 0 where that is not what is wrong with it."""
    value = figures[0].values[0]
    if not value or not target.value:
        return 0
    apart = target.value.adjusted() - value.adjusted()
    for power in (apart, apart - 1, apart + 1):
        scaled = (_scaled(figure, lambda one, n=power: one.scaleb(n)) for figure in figures)  # type: ignore[misc]
        if power and any(fits(figure) for figure in scaled):
            return power
    return 0


def _has_scale_word(figure: Figure, power: int) -> bool:
    """Return whether a scale word can be wrong or missing: there is one, or the digits are few and ungrouped."""
    written = figure.written
    if written is None or written.scale:
        return True
    return not written.group_mark and (power > 0 or not written.decimals)


def _swapped_power(figure: Figure) -> int:
    """Return by which power of ten a number changes when its marks are swapped: -3 for "445,000" in English."""
    written = figure.written
    if written is None:
        return 0
    if written.decimals:
        return 3 if written.decimals == 3 and not written.group_mark else 0
    return -3 if len(_MARKS.findall(written.digits)) == 1 and written.group_mark else 0


def _is_right_in_own_unit(judged: Judgement, figure: Figure, tools: Tools) -> bool:
    """Return whether the number is the row's own, and only its unit is another: "9.352 hektare" for km²."""
    row = judged.rows[0]
    if judged.derived is not None or not row.unit or row.unit == figure.unit or not figure.unit:
        return False
    found = agree(replace(figure, unit=row.unit), row, tools.sets)
    return found.agrees and found.reason in STRICT


def _is_right_in_another_unit(figure: Figure, fits: Callable[[Figure], bool]) -> bool:
    if not figure.unit or figure.kind is not Kind.MEASURE:
        return False
    others = [unit for group in MIXED_UP if figure.unit in group for unit in group if unit != figure.unit]
    return any(fits(_scaled(figure, lambda value, u=unit: convert(value, u, figure.unit))) for unit in others)  # type: ignore[misc]


MIXED_UP = (  # units of one dimension that are taken for one another
    ("km", "mile", "nautical_mile"),
    ("m", "foot", "yard"),
    ("cm", "inch"),
    ("km^2", "mile^2", "hectare"),
    ("hectare", "acre", "km^2"),
    ("kg", "pound"),
    ("metric_ton", "short_ton", "long_ton", "kg", "quintal"),
    ("liter", "gallon", "barrel"),
    ("km/hour", "mile/hour", "knot"),
    ("degC", "degF"),
    ("barrel/day", "barrel/year", "barrel/month"),
)


def _is_the_ratio(judged: Judgement, figure: Figure, tools: Tools) -> bool:
    """Return whether a change in percent is the whole ratio: "naik 200 persen" for what doubled."""
    if judged.link.claim.relation is not Relation.CHANGE_BY or figure.unit != "percent" or len(judged.rows) != 2:
        return False
    row, base = judged.rows
    ratio = cell_interval(row).over(cell_interval(base).mapped(in_unit(base, row.unit)))
    return (
        ratio is not None and agree_with_interval(figure, ratio.times(Decimal(100)), ratio.low * 100, tools.sets).agrees
    )


def _one_digit_off(written: Decimal, value: Decimal) -> bool:
    """Return whether `written` is `value`, rounded as far, with one digit wrong or two neighbours swapped.

    >>> _one_digit_off(Decimal("5.21"), Decimal("5.12")), _one_digit_off(Decimal("5.21"), Decimal("7.12"))
    (True, False)
    """
    last = written.as_tuple().exponent
    if not isinstance(last, int) or not written or (written < 0) != (value < 0):
        return False
    unit = Decimal((0, (1,), last))
    right = [value.quantize(unit, rounding, DIGITS) for rounding in (ROUND_HALF_UP, ROUND_DOWN)]
    return any(_is_slip(_figures(written), _figures(form)) for form in right if form.is_finite())


def _figures(value: Decimal) -> str:
    return "".join(map(str, value.as_tuple().digits))


def _is_slip(written: str, right: str) -> bool:
    if written == right:
        return False
    if len(written) != len(right):
        longer, shorter = sorted((written, right), key=len, reverse=True)
        return len(longer) > 2 and len(longer) - len(shorter) == 1 and _drops_one(longer, shorter)
    different = [place for place, (mine, yours) in enumerate(zip(written, right, strict=True)) if mine != yours]
    if len(different) == 1:
        return len(written) > 1
    first, *rest = different
    return rest == [first + 1] and written[first] == right[first + 1] and written[first + 1] == right[first]


def _drops_one(longer: str, shorter: str) -> bool:
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))


# ranks


def _of_rank(judged: Judgement, tools: Tools) -> Iterator[Diagnosis]:
    link = judged.link
    claim = link.claim
    wanted = int(claim.values[0]) if claim.mention is not None else 1
    lowest = claim.superlative == "lowest"
    if tools.series is None or link.series is None:
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
    others = [other for number, other in tools.series.across(measure, row.period).rows if number != entity]
    ahead = sum(goes(other, row) == (-1 if lowest else 1) for other in others)
    return bool(others) and ahead + 1 == wanted


def severity_of(judged: Judgement) -> Severity:
    """Return how much a refuted claim matters: direction, rank and magnitude change the message, last digits do not."""
    if judged.reason in (Reason.DIRECTION, Reason.RANK, Reason.UNIT):
        return Severity.MAJOR
    target = target_of(judged)
    if judged.figure is None or target is None or not target.value:
        return Severity.MAJOR if judged.figure is None and judged.derived is None else Severity.MINOR
    off = max(abs(value - target.value) for value in judged.figure.values) / abs(target.value)
    return Severity.MAJOR if off > GRAVE else Severity.MINOR
