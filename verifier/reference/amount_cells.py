"""A cell such as "Rp1.500", "4,1 juta" or "5%" in, its number and the unit around it out."""

import re

from verifier.reference.number_cells import looks_numeric
from verifier.reference.unit_cells import is_unit
from verifier.reference.unit_words import UnitWords

__all__ = ["is_amount", "parted"]

_LONGEST = 160
_AMOUNT = re.compile(
    r"([^\d,+\-−–(]{0,24}?)([-+−–(]?[.,]?\d[\d.,'’ \u00a0\u2009\u202f]{0,60}(?:[eE][-+]?\d{1,9})?\)?)(.{0,64})"
)


def parted(text: str) -> tuple[str, str] | None:
    """Return number and unit of a cell, None where it is no number with something around it.

    >>> parted("Rp1.500"), parted("4,1 juta"), parted("Jawa")
    (('1.500', 'Rp'), ('4,1', 'juta'), None)
    """
    found = _AMOUNT.fullmatch(text) if len(text) <= _LONGEST else None
    return (found[2].strip(), f"{found[1]} {found[3]}".strip()) if found else None


def is_amount(text: str, units: UnitWords) -> bool:
    """Return whether a cell is a number with a unit: "5.86%", but not "Boeing 737".

    >>> from verifier.reference.unit_words import unit_words
    >>> is_amount("5.86%", unit_words()), is_amount("Boeing 737", unit_words())
    (True, False)
    """
    amount = parted(text.strip())
    return amount is not None and looks_numeric(amount[0]) and bool(amount[1]) and is_unit(amount[1], units)
