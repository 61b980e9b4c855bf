"""The values of a series in, those that stand out by a power of ten out."""

from collections.abc import Sequence
from decimal import Decimal

__all__ = ["outliers"]

_FEWEST = 4  # values that a series needs to judge one of them
_WIDEST = 5  # times: a series whose other values differ more judges nobody
_NEAR = Decimal("0.2")  # of a power of ten, in its logarithm


def outliers(values: Sequence[Decimal]) -> list[tuple[int, int]]:
    """Return place and power of ten of each value that lies about so many tens above or below all others.

    >>> outliers([Decimal(text) for text in ("4.1", "4.3", "44", "4.0", "3.9")])
    [(2, 1)]
    """
    sizes = [abs(value) for value in values]
    ordered = sorted(sizes)
    if len(ordered) < _FEWEST or not ordered[1]:
        return []
    middle = ordered[len(ordered) // 2]
    found = []
    for at, size in enumerate(sizes):
        power = _power(size, middle)
        if power and _alike(ordered, size):
            found.append((at, power))
    return found


def _power(size: Decimal, middle: Decimal) -> int:
    """Return the power of ten that a value is about away from the middle one, 0 where it is none."""
    if not size or (size / middle < _WIDEST and middle / size < _WIDEST):
        return 0
    logarithm = (size / middle).log10()
    power = int(logarithm.to_integral_value())
    return power if abs(logarithm - power) <= _NEAR else 0


def _alike(ordered: Sequence[Decimal], without: Decimal) -> bool:
    """Return whether the values are of one size, one of them left out."""
    least = ordered[1] if without == ordered[0] else ordered[0]
    most = ordered[-2] if without == ordered[-1] else ordered[-1]
    return least > 0 and most / least <= _WIDEST
