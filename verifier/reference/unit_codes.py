"""A cell of a column of units in, the codes of statistics offices put as people write units out: "MIO_EUR"."""

from collections.abc import Mapping, Sequence
from functools import cache

from verifier.packs import load_part

__all__ = ["unit_of_code"]

_MOST_PARTS = 8
_NOTHING = "1"  # said of a unit, and no part of it: at current prices


def unit_of_code(code: str) -> str:
    """Return the unit that a code names, or the cell as it is: a code is in capitals, and may be made of several.

    >>> [unit_of_code(code) for code in ("THS_T", "CP_MEUR", "PC_GDP", "CLV15_EUR_HAB", "KG", "ton", "T_X_")]
    ['10^3 t', '10^6 EUR', '%', 'EUR/person', 'kg', 'ton', 'T_X_']
    """
    parts = code.split("_")
    if len(parts) > _MOST_PARTS or not code.isascii() or code != code.upper() or not all(map(str.isalnum, parts)):
        return code
    read, rest = list[str](), parts
    while rest and (length := _known_at_start(rest)):
        read, rest = [*read, _codes()["_".join(rest[:length])]], rest[length:]
    if not read or len(rest) > 1:
        return code
    return " ".join([part for part in (*read, *rest) if part != _NOTHING]) or _NOTHING


def _known_at_start(parts: Sequence[str]) -> int:
    """Return how many of the first parts are one known code, 0 for none."""
    return next((length for length in range(len(parts), 0, -1) if "_".join(parts[:length]) in _codes()), 0)


@cache
def _codes() -> Mapping[str, str]:
    """Return code = the unit as people write it."""
    meanings: Mapping[str, Sequence[str]] = load_part("common", "tables").unit_codes
    return {code: unit for unit, codes in meanings.items() for code in codes}
