"""The names that a unit key is made of, each with its other spellings and the nearest to one that is none.

They come from `patterns/common/units.txt` and from the currencies and nouns of `patterns/common/units.toml`. Nothing
else is a unit.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache, lru_cache

from verifier.errors import UnitError
from verifier.packs import COMMON, packs_root, read_pack

__all__ = ["definitions", "name_of", "names", "own_dimensions", "spellings"]


def names() -> tuple[str, ...]:
    """Return every name that a key can use, other spellings among them.

    >>> {"km", "kilometer", "IDR", "share"} <= set(names())
    True
    """
    return tuple(spellings())


def name_of(spelling: str, unit: str) -> str:
    """Return the name that keys use for `spelling`, which stands in `unit`; raise UnitError where there is none."""
    name = spellings().get(spelling)
    if name is None:
        within = f" in {unit!r}" if unit != spelling else ""
        raise UnitError(f"unknown unit {spelling!r}{within}; {_hint(spelling)}")
    return name


@lru_cache(maxsize=256)
def _hint(spelling: str) -> str:
    known = spellings()
    near = [name for name in known if name.lower() == spelling.lower()] or get_close_matches(spelling, known, 3, 0.7)
    return f"the nearest known are {', '.join(near)}" if near else "docs/units.md lists those known"


@cache
def spellings() -> Mapping[str, str]:
    """Return every spelling of every name with the name that keys use."""
    known = {name: name for name in (*own_dimensions(), "delta_degC", "delta_degF")}
    for line in definitions():
        name, _, *others = (part.strip() for part in line.split(" = "))
        known.update(dict.fromkeys((name, *others), name))
    known.pop("_", None)
    return known


@cache
def definitions() -> tuple[str, ...]:
    """Return the lines that define a unit, as pint reads them."""
    lines = (packs_root() / COMMON / "units.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def own_dimensions() -> Mapping[str, str]:
    """Return the names that convert into nothing else, each with its dimension."""
    units = read_pack(packs_root(), COMMON).units
    currencies = {code: f"[currency_{code}]" for code in units.currency_symbols}
    return currencies | {noun: f"[{noun}]" for noun in units.nouns}
