"""Figures in front of a unit in, the scale that they say out: "1.000 ton", "'000 ton", "10^3 ton"."""

from collections.abc import Sequence
from decimal import Decimal

__all__ = ["SUPERSCRIPTS", "power_of_ten", "scale_in_figures"]

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_MOST_DIGITS = 13
_HIGHEST = 12  # power of ten


def scale_in_figures(pieces: Sequence[str]) -> tuple[Decimal, int] | None:
    """Return the scale that the first pieces of a unit say in figures, and how many pieces say it.

    >>> scale_in_figures(["1.000", "ton"]), scale_in_figures(["'", "000"]), scale_in_figures(["10", "^", "6"])
    ((Decimal('1E+3'), 1), (Decimal('1E+3'), 2), (Decimal('1E+6'), 3))
    >>> scale_in_figures(["250", "ml"])
    """
    first, second, third = (*pieces[:3], "", "", "")[:3]
    if first == "'":
        return (power_of_ten(1000), 2) if second == "000" else None
    value = first.replace(".", "").replace(",", "")
    if not value.isdecimal() or value.strip("0") not in ("", "1") or len(value) > _MOST_DIGITS:
        return None
    if value == "10" and second == "^":
        return _ten_to(third, 3)
    if value == "10" and second and second in "³⁶⁹":
        return _ten_to(second, 2)
    return power_of_ten(int(value)) if value.strip("0") else Decimal(1).scaleb(len(value)), 1


def _ten_to(power: str, length: int) -> tuple[Decimal, int] | None:
    digits = power.translate(SUPERSCRIPTS)
    if not digits.isdecimal() or len(digits) > 2 or int(digits) > _HIGHEST:
        return None
    return Decimal(1).scaleb(int(digits)), length


def power_of_ten(value: int) -> Decimal:
    """Return a scale as a Decimal that has no idle zeros: 1000 is 1E+3.

    >>> power_of_ten(1_000_000), power_of_ten(12)
    (Decimal('1E+6'), Decimal('12'))
    """
    digits = str(value)
    bare = digits.rstrip("0") or "0"
    return Decimal(bare).scaleb(len(digits) - len(bare))
