"""A written number and a cell in, whether they agree and by which rule out."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from verifier.checking.written import Written
from verifier.claims.intervals import (
    Interval,
    ModifierSets,
    cell_interval,
    loose_interval,
    rounding_interval,
    tolerance_of,
)
from verifier.claims.unit_gate import as_rate, of_one
from verifier.model import Kind, Mention, Modifier, Row
from verifier.units import convert, same_dimension
from verifier.verdict import Reason

__all__ = [
    "Agreement",
    "Figure",
    "agree",
    "agree_strictly",
    "agree_with_interval",
    "allowed_interval",
    "figure_of",
    "in_unit",
    "loosely",
    "says",
]

FEWEST_CUT = 2  # digits; a number of one digit is not a longer one cut off
SMALLEST_LOOSE = 100
STRICT = frozenset({Reason.EXACT, Reason.ROUNDED, Reason.MODIFIER, Reason.RANGE})


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as a text states it: one value or the two ends of a range, its modifier, how it is written."""

    values: tuple[Decimal, ...]
    unit: str
    kind: Kind
    modifier: Modifier | None = None
    written: Written | None = None
    readings: tuple[tuple[Decimal, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """Whether a number and a cell agree, the rule that says so, the set of a modifier or range, and remarks."""

    agrees: bool
    reason: Reason
    allowed: Interval | None = None
    notes: tuple[str, ...] = ()


EXACTLY = Agreement(True, Reason.EXACT)
ROUNDED = Agreement(True, Reason.ROUNDED)
LOOSELY = Agreement(True, Reason.ROUNDED_LOOSELY)
CUT_OFF = Agreement(True, Reason.TRUNCATED, None, ("truncated",))
DIFFERENT = Agreement(False, Reason.VALUE)


def figure_of(mention: Mention, written: Written | None) -> Figure:
    """Return the number that a mention states."""
    return Figure(mention.values, mention.unit, mention.kind, mention.modifier, written, mention.readings)


def in_unit(row: Row, unit: str) -> Callable[[Decimal], Decimal]:
    """Return what converts a number of the row's unit into `unit`; nothing where either has none."""
    if (
        not unit
        or not row.unit
        or unit == row.unit
        or as_rate(unit) == row.unit
        or _is_of_one(row.unit, unit)
        or _is_of_one(unit, row.unit)
    ):
        return _as_it_is
    if not same_dimension(row.unit, unit):
        return lambda value: convert(value, of_one(row.unit), of_one(unit))
    return lambda value: convert(value, row.unit, unit)


def _as_it_is(value: Decimal) -> Decimal:
    return value


def _is_of_one(unit: str, other: str) -> bool:
    """Return whether a unit is another one per something that the other side leaves out."""
    return unit.startswith(f"{other}/")


def agree(figure: Figure, row: Row, sets: ModifierSets) -> Agreement:
    """Return whether a number agrees with the cell of a row, which is converted first and compared after.

    >>> row = Row(table="t", number=1, column="c", measure="m", value=Decimal("4123000"))
    >>> agree(Figure((Decimal("4.1E+6"),), "", Kind.COUNT), row, ModifierSets()).reason
    <Reason.ROUNDED: 'rounded'>
    """
    cell, value = _in_unit_of(figure, row)
    found = agree_with_interval(figure, cell, value, sets)
    if found.agrees:
        return found
    deviation = tolerance_of(row)
    if deviation:
        converted = in_unit(row, figure.unit)
        low, high = converted(row.value - deviation), converted(row.value + deviation)  # type: ignore[operator]
        wide = agree_with_interval(figure, Interval(min(low, high), max(low, high)), value, sets)
        if wide.agrees:
            return Agreement(True, Reason.WITHIN_TOLERANCE)
    return found


def _in_unit_of(figure: Figure, row: Row) -> tuple[Interval, Decimal]:
    """Return what the cell of a row can stand for, and its value, in the unit of a number."""
    converted, cell = in_unit(row, figure.unit), cell_interval(row)
    value = row.value if row.value is not None else Decimal(0)
    return (cell, value) if converted is _as_it_is else (cell.mapped(converted), converted(value))


def says(figure: Figure, row: Row, sets: ModifierSets) -> bool:
    """Return whether a row gives a number as it is written: no loose rounding, no tolerance."""
    return agree_strictly(figure, *_in_unit_of(figure, row), sets)


def agree_strictly(figure: Figure, cell: Interval, value: Decimal, sets: ModifierSets) -> bool:
    """Return whether a number agrees with a cell as it is written, in the first reading that agrees at all."""
    if figure.readings:
        found: Agreement | None = agree_with_interval(figure, cell, value, sets)
        return found is not None and found.agrees and found.reason in STRICT
    found = _strictly(figure, figure.values, cell, value, sets)
    return found is not None and found.agrees


def agree_with_interval(figure: Figure, cell: Interval, value: Decimal, sets: ModifierSets) -> Agreement:
    """Return whether a number agrees with a cell that can be anything in `cell` and is written `value`.

    Where the text can be read in several ways, the first reading that agrees counts, and is noted.
    """
    first = _agree_as_read(figure, figure.values, cell, value, sets)
    if first.agrees:
        return first
    for reading in figure.readings:
        other = _agree_as_read(figure, reading, cell, value, sets)
        if other.agrees:
            return Agreement(True, other.reason, other.allowed, (*other.notes, "other_reading"))
    return first


def _agree_as_read(
    figure: Figure, values: tuple[Decimal, ...], cell: Interval, value: Decimal, sets: ModifierSets
) -> Agreement:
    strictly = _strictly(figure, values, cell, value, sets)
    if strictly is not None:
        return strictly
    loose = loosely(figure.kind, figure.written, values[0])
    if loose is not None and loose.meets(cell):
        return LOOSELY
    return CUT_OFF if _is_cut_off(values[0], value) else DIFFERENT


def _strictly(
    figure: Figure, values: tuple[Decimal, ...], cell: Interval, value: Decimal, sets: ModifierSets
) -> Agreement | None:
    """Return how a number agrees as it is written, or does not by its range or modifier; None where it is open."""
    if len(values) == 2:
        inside = Interval(min(values), max(values))
        return Agreement(inside.meets(cell), Reason.RANGE, inside)
    written = values[0]
    if figure.modifier is not None:
        return _agree_with_modifier(figure.modifier, written, cell, value, sets)
    if written == value:
        return EXACTLY
    return ROUNDED if rounding_interval(written).meets(cell) else None


def allowed_interval(figure: Figure, sets: ModifierSets) -> Interval:
    """Return all that a number covers in its first reading, strictly or loosely, cut off or not."""
    if len(figure.values) == 2:
        return Interval(min(figure.values), max(figure.values))
    written = figure.values[0]
    if figure.modifier is not None:
        return sets.interval(figure.modifier, written)
    rounding = rounding_interval(written)
    return loosely(figure.kind, figure.written, written) or rounding


def _agree_with_modifier(
    modifier: Modifier, written: Decimal, cell: Interval, value: Decimal, sets: ModifierSets
) -> Agreement:
    allowed = sets.interval(modifier, written)
    agrees = allowed.meets(cell)
    far = modifier in (Modifier.MORE_THAN, Modifier.AT_LEAST) and value > written + abs(written) * sets.far
    return Agreement(agrees, Reason.MODIFIER, allowed, ("uninformative",) if agrees and far else ())


def loosely(kind: Kind, form: Written | None, written: Decimal) -> Interval | None:
    """Return what a number covers whose last zeros only hold places: whole from 100 up, or with a scale word."""
    if form is None or form.decimals or kind is Kind.PERCENT:
        return None
    if not form.scale and abs(written) < SMALLEST_LOOSE:
        return None
    return loose_interval(written)


def _is_cut_off(written: Decimal, value: Decimal) -> bool:
    """Return whether `written` is `value` with its last digits left out."""
    sign, digits, last = written.as_tuple()
    if len(digits) < FEWEST_CUT or not isinstance(last, int) or (value < 0) != bool(sign):
        return False
    unit = Decimal((0, (1,), last))
    return abs(written) <= abs(value) < abs(written) + unit
