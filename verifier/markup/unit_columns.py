"""The text of a cell in, whether it names a unit or a currency in any language out: "juta ton", "Rp/kg", "%"."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from verifier.packs import languages, load_part

__all__ = ["is_currency", "is_unit"]

LONGEST = 40  # characters
_WORD = re.compile(r"[^\s/()]+")


def is_unit(text: str) -> bool:
    """Return whether all words of a text are those of units, currencies and what these are counted by.

    >>> is_unit("juta ton"), is_unit("Rp/kg"), is_unit("%"), is_unit("Jawa Barat"), is_unit("A"), is_unit("")
    (True, True, True, False, False, False)
    """
    words = _WORD.findall(text) if len(text) <= LONGEST else []
    if not words or (len(text) == 1 and text.isalpha()):  # a class A is no ampere
        return False
    names = _names()
    return all(is_currency(word) or word in _signs("symbols") or word.lower() in names for word in words)


def is_currency(sign: str) -> bool:
    """Return whether a sign, which may stand before a number, is one of a currency in any language.

    >>> is_currency("Rp"), is_currency("US$"), is_currency("MW")
    (True, True, False)
    """
    return sign in _signs("currency_symbols")


@cache
def _signs(table: str) -> frozenset[str]:
    listed = (getattr(load_part(code, "units"), table).values() for code in languages())
    return frozenset(sign for signs in chain.from_iterable(listed) for sign in signs)


@cache
def _names() -> frozenset[str]:
    return frozenset(word for code in languages() for name in _phrases(code) for word in name.lower().split())


def _phrases(code: str) -> Iterator[str]:
    units, numerals = load_part(code, "units"), load_part(code, "numerals")
    for table in (units.units, units.currencies):
        for names in table.values():
            yield from names
    yield from (*units.per, *units.per_nouns, *units.ambiguous, *numerals.scales, *numerals.scale_abbreviations)
