"""A refuted number in, the slips of writing that explain it out: scale word, marks, a power of ten, unit, digits."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from verifier.checking.compare import Figure, agree_with_interval, in_unit, says
from verifier.checking.derived import Tools
from verifier.checking.judge import Judgement
from verifier.checking.target import Target
from verifier.claims.intervals import DIGITS, cell_interval
from verifier.model import Kind
from verifier.units import convert
from verifier.verdict import Diagnosis, Reason, Relation

__all__ = ["slips", "unmodified"]

THOUSANDS = (3, -3, 6, -6, 9, -9)
TENS = (1, -1, 2, -2, 4, -4, 5, -5)
_MARKS = re.compile(r"[.,]")


def slips(
    judged: Judgement, figure: Figure, target: Target, fits: Callable[[Figure], bool], tools: Tools
) -> Iterator[Diagnosis]:
    if fits(_scaled(figure, lambda value: -value)):
        yield Diagnosis.DIRECTION
    if judged.reason is Reason.UNIT:
        yield Diagnosis.PERCENT_POINT
    if _is_right_in_own_unit(judged, figure, tools):
        yield Diagnosis.UNIT
    plain = unmodified(figure)
    variants = (figure, plain) if figure.modifier is not None else (plain,)
    power = _fitting_power(variants, target, fits)
    swapped = power != 0 and power == _swapped_power(figure)
    if swapped and figure.written is not None and not figure.written.scale:
        yield Diagnosis.SEPARATORS
    if power in THOUSANDS and _has_scale_word(figure, power):
        yield Diagnosis.SCALE_WORD
    if power in TENS:
        yield Diagnosis.FACTOR_TEN
    if swapped:
        yield Diagnosis.SEPARATORS
    if _is_right_in_another_unit(figure, fits) or _is_the_ratio(judged, figure, tools):
        yield Diagnosis.UNIT
    if len(plain.values) == 1 and _one_digit_off(plain.values[0], target.value):
        yield Diagnosis.DIGITS


def _scaled(figure: Figure, form: Callable[[Decimal], Decimal]) -> Figure:
    values = tuple(form(value) for value in figure.values)
    return Figure(values, figure.unit, figure.kind, figure.modifier, figure.written)


def unmodified(figure: Figure) -> Figure:
    return Figure(figure.values, figure.unit, figure.kind, None, figure.written)


def _fitting_power(figures: Sequence[Figure], target: Target, fits: Callable[[Figure], bool]) -> int:
    """Return the power of ten by which a number is off, 0 where that is not what is wrong with it."""
    value = figures[0].values[0]
    if not value or not target.value:
        return 0
    apart = target.value.adjusted() - value.adjusted()
    for power in (apart, apart - 1, apart + 1):
        scaled = (_scaled(figure, lambda one, n=power: _moved(one, n)) for figure in figures)  # type: ignore[misc]
        if power and any(fits(figure) for figure in scaled):
            return power
    return 0


def _moved(value: Decimal, power: int) -> Decimal:
    """Return a number with its mark moved; a last zero that only the writing brought says nothing: 168.5 for 1685.0."""
    moved = value.scaleb(power)
    _, digits, last = moved.as_tuple()
    loose = power < 0 and len(digits) > 1 and digits[-1] == 0 and isinstance(last, int)
    return moved.quantize(Decimal((0, (1,), last + 1)), context=DIGITS) if loose and isinstance(last, int) else moved


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
    return says(replace(figure, unit=row.unit), row, tools.sets)


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
