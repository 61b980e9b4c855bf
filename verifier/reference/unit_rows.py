"""The rows below a header in, the units that the first of them gives to the columns out: "", "ton", "ribu ha" …"""

from collections.abc import Sequence
from itertools import zip_longest

from verifier.errors import UnitError
from verifier.reference.amount_cells import is_amount
from verifier.reference.header_words import header_words
from verifier.reference.number_cells import looks_numeric
from verifier.reference.raw import shown
from verifier.reference.unit_cells import is_unit
from verifier.reference.unit_words import unit_words
from verifier.reference.words import fold

__all__ = ["unit_row", "with_units"]

_BRACKETS = str.maketrans("()[]", "    ")


def unit_row(below: Sequence[Sequence[str]]) -> list[str] | None:
    """Return the unit of each column where the first row below a header is one of units, else None.

    Such a row has texts above numbers, and blanks, or a word for "unit", above everything else.

    Raises:
        UnitError: one of its cells is a unit, another is none that is known.

    >>> unit_row([["", "ton", "(ribu ha)"], ["Aceh", "1,5", "2"]])
    ['', 'ton', 'ribu ha']
    """
    if len(below) < 2:
        return None
    units = [" ".join(cell.translate(_BRACKETS).split()) for cell in below[0]]
    places = [at for at, unit in enumerate(units) if unit and not _says_unit(unit)]
    if not places or any(not _above_numbers(below, at) for at in places):
        return None
    known = [at for at in places if is_unit(units[at], unit_words())]
    if known and len(known) < len(places):
        strange = next(units[at] for at in places if at not in known)
        raise UnitError(
            f"a row of units below the header, where {shown(strange)} is none that is known; "
            f"write each unit into its header instead: 'Produksi (ton)'"
        )
    return ["" if at not in known else unit for at, unit in enumerate(units)] if known else None


def with_units(names: Sequence[str], units: Sequence[str]) -> list[str]:
    """Return headers with the unit of each column in brackets, but for those that have it.

    >>> with_units(["Wilayah", "Padi", "Jagung (ton)"], ["", "ton", "ton"])
    ['Wilayah', 'Padi (ton)', 'Jagung (ton)']
    """
    pairs = zip_longest(names, units, fillvalue="")
    return [f"{name} ({unit})".strip() if unit and f"({unit})" not in name else name for name, unit in pairs]


def _says_unit(text: str) -> bool:
    words = header_words()
    return words.roles.get(fold(text)) == "unit" or fold(text) in words.blanks


def _above_numbers(below: Sequence[Sequence[str]], at: int) -> bool:
    """Return whether a column has a text first, and nothing but numbers and blanks below it."""
    first, *rest = (row[at] if at < len(row) else "" for row in below)
    filled = [cell for cell in rest if fold(cell) not in header_words().blanks]
    return not _is_number(first) and bool(filled) and all(map(_is_number, filled))


def _is_number(cell: str) -> bool:
    return looks_numeric(cell) or is_amount(cell, unit_words())
