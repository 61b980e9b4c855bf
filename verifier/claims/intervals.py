"""A written number in, the interval of what it can stand for out; and arithmetic of intervals. All in `Decimal`.

A number covers everything that rounds to it, a cell of a table too, and a modifier ("hampir") is a
set of its own: `ModifierSets` is the one table of their meanings.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import lru_cache

from verifier.model import Modifier, Row

__all__ = [
    "DIGITS",
    "Interval",
    "ModifierSets",
    "cell_interval",
    "loose_interval",
    "point",
    "rounding_interval",
    "tolerance_of",
    "value_interval",
]

DIGITS = Context(prec=40, Emax=9_999, Emin=-9_999, traps=[])
INFINITY = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from `low` to `high`; an open end does not belong to them.

    >>> Interval(Decimal(1), Decimal(2)).meets(Interval(Decimal(2), Decimal(3)))
    True
    >>> Interval(Decimal(1), Decimal(2), high_open=True).meets(Interval(Decimal(2), Decimal(3)))
    False
    """

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def meets(self, other: "Interval") -> bool:
        """Return whether the two share a number."""
        return self._reaches(other) and other._reaches(self)

    def _reaches(self, other: "Interval") -> bool:
        """Return whether this one begins before the other ends."""
        if self.low == other.high:
            return not (self.low_open or other.high_open)
        return self.low < other.high

    def holds(self, value: Decimal) -> bool:
        """Return whether `value` is inside."""
        return self.meets(point(value))

    def mapped(self, form: Callable[[Decimal], Decimal]) -> "Interval":
        """Return the interval with both ends sent through a monotonic function, such as a conversion."""
        low, high = form(self.low), form(self.high)
        if low <= high:
            return Interval(low, high, self.low_open, self.high_open)
        return Interval(high, low, self.high_open, self.low_open)

    def plus(self, other: "Interval") -> "Interval":
        """Return all sums of a number here and one there."""
        return Interval(DIGITS.add(self.low, other.low), DIGITS.add(self.high, other.high))

    def minus(self, other: "Interval") -> "Interval":
        """Return all differences."""
        return Interval(DIGITS.subtract(self.low, other.high), DIGITS.subtract(self.high, other.low))

    def over(self, other: "Interval") -> "Interval | None":
        """Return all quotients, None where the divisor can be zero.

        >>> Interval(Decimal(4), Decimal(6)).over(Interval(Decimal(2), Decimal(2)))
        Interval(low=Decimal('2'), high=Decimal('3'), low_open=False, high_open=False)
        """
        if other.low <= 0 <= other.high:
            return None
        ends = [DIGITS.divide(mine, yours) for mine in (self.low, self.high) for yours in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def times(self, factor: Decimal) -> "Interval":
        """Return the interval multiplied by a number."""
        return self.mapped(lambda end: DIGITS.multiply(end, factor))


def point(value: Decimal) -> Interval:
    """Return the interval that holds `value` alone."""
    return Interval(value, value)


def exponent(value: Decimal) -> int:
    """Return the power of ten of the last digit written."""
    last = value.as_tuple().exponent
    if not isinstance(last, int):
        raise ValueError(f"a rounding interval needs a finite number, not {value}")
    return last


def rounding_interval(value: Decimal) -> Interval:
    """Return the numbers that `value` can be a rounding of; both ends count.

    The last digit written says how exact the writer was. Source: JCGM 100:2008 (GUM), F.2.2.1.

    >>> rounding_interval(Decimal("4.1E+6")).low, rounding_interval(Decimal("4.1E+6")).high
    (Decimal('4.05E+6'), Decimal('4.15E+6'))
    """
    half = _half(exponent(value))
    return Interval(DIGITS.subtract(value, half), DIGITS.add(value, half))


@lru_cache(maxsize=256)
def _half(last: int) -> Decimal:
    """Return half a unit of a digit."""
    return Decimal((0, (5,), last - 1))


def loose_interval(value: Decimal) -> Interval | None:
    """Return the numbers that `value` can be a rounding of where its last zeros only hold places; else None.

    >>> loose_interval(Decimal("31500"))
    Interval(low=Decimal('31450'), high=Decimal('31550'), low_open=False, high_open=False)
    >>> loose_interval(Decimal("315"))
    """
    sign, digits, last = value.as_tuple()
    kept = len(digits)
    while kept > 1 and digits[kept - 1] == 0:
        kept -= 1
    if kept == len(digits):
        return None
    return _in_full(rounding_interval(Decimal((sign, digits[:kept], int(last) + len(digits) - kept))))


def _in_full(interval: Interval) -> Interval:
    return interval.mapped(lambda end: Decimal(format(end, "f")) if 0 <= end.adjusted() < 40 else end)


def last_significant(value: Decimal) -> Decimal:
    """Return one unit of the last digit that is not zero.

    >>> last_significant(Decimal("1200")), last_significant(Decimal("4.1E+6"))
    (Decimal('1E+2'), Decimal('1E+5'))
    """
    _, digits, last = value.as_tuple()
    zeros = 0
    while zeros < len(digits) - 1 and digits[len(digits) - 1 - zeros] == 0:
        zeros += 1
    return Decimal((0, (1,), int(last) + zeros))


def cell_interval(row: Row) -> Interval:
    """Return the numbers that a cell can stand for: its bounds, its rounding where it has decimals, else itself.

    The ends of a rounding do not count here: 67.38 in a text is not 67.39 in a table, though both
    could be 67.385.
    """
    value = row.value
    if value is None:
        raise ValueError(f"row {row.number} has no value")
    if row.low is not None and row.high is not None:
        return Interval(min(row.low, value), max(row.high, value))
    return value_interval(value)


def value_interval(value: Decimal) -> Interval:
    """Return the numbers that a cell can stand for which tells no more than a value; see `cell_interval`."""
    last = exponent(value)
    if last == 0:
        return point(value)
    half = _half(last)
    return Interval(DIGITS.subtract(value, half), DIGITS.add(value, half), low_open=True, high_open=True)


def tolerance_of(row: Row) -> Decimal:
    """Return the deviation that a row accepts, in its own unit: "0.05", or "2%" of its value."""
    written = row.tolerance.strip().replace(",", ".")
    if not written or row.value is None:
        return Decimal(0)
    try:
        if written.endswith("%"):
            return abs(DIGITS.multiply(row.value, Decimal(written[:-1].strip()).scaleb(-2)))
        return abs(Decimal(written))
    except ArithmeticError:
        return Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModifierSets:
    """What the modifiers mean, for a written x; shares are of x.

    >>> ModifierSets().interval(Modifier.ALMOST, Decimal("5E+6"))
    Interval(low=Decimal('4.50E+6'), high=Decimal('5E+6'), low_open=False, high_open=True)
    """

    about_units: Decimal = Decimal(2)  # of the last significant digit
    about_least: Decimal = Decimal("0.05")
    about_most: Decimal = Decimal("0.10")
    almost: Decimal = Decimal("0.10")  # below x
    multiple: Decimal = Decimal("0.05")  # on both sides of a bare "dua kali lipat"
    ratio: Decimal = Decimal("0.10")  # on both sides of a bare "satu dari empat"
    far: Decimal = Decimal("0.50")  # more than this above x, "lebih dari x" says little

    def interval(self, modifier: Modifier, value: Decimal) -> Interval:
        """Return the set of a modifier for a written number; it starts at the number exactly."""
        size = abs(value)
        if modifier is Modifier.ABOUT:
            width = self.about_units * last_significant(value)
            width = min(max(width, self.about_least * size), self.about_most * size)
            return Interval(value - width, value + width)
        if modifier is Modifier.ALMOST:
            near = value - self.almost * value
            return Interval(near, value, high_open=True) if value >= 0 else Interval(value, near, low_open=True)
        if modifier is Modifier.MORE_THAN:
            return Interval(value, INFINITY, low_open=True)
        if modifier is Modifier.AT_LEAST:
            return Interval(value, INFINITY)
        if modifier is Modifier.LESS_THAN:
            return Interval(-INFINITY, value, high_open=True)
        return Interval(-INFINITY, value)
