"""The unit in a cell or header in, its scale and canonical key out: "juta barel per hari", "Rp miliar", "jiwa/km²" …

What is only said of a unit ("yoy", "constant 2015") is left out first; the rest goes through the grammar of
`unit_grammar`. Nothing is ever evaluated, and pint never sees the text.
"""

import re
from collections.abc import Sequence

from verifier.errors import UnitError
from verifier.reference.unit_grammar import LONGEST, DisputedUnit, UnitCell, UnitReader
from verifier.reference.unit_words import UnitWords
from verifier.reference.words import fold

__all__ = ["NO_UNIT", "is_unit", "read_unit"]

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_RATE = re.compile(r"(?:(\w[\w ]*?) ?)??(\w+|/) ?(10{1,6}|1[.,]000|10{1,2}[.,]000|1[.,]000[.,]000) (\w[\w ]*)")

NO_UNIT = UnitCell()


def read_unit(text: str, words: UnitWords) -> UnitCell:
    """Return scale, key and counted noun of the unit that `text` names.

    Raises:
        UnitError: a word is not known, or stands where the grammar has no place for it.

    >>> from verifier.reference.unit_words import unit_words
    >>> words = unit_words("id")
    >>> read_unit("juta barel per hari", words)
    UnitCell(scale=Decimal('1E+6'), key='barrel/day', noun='')
    >>> read_unit("Rp miliar", words).key, read_unit("ribu orang", words).noun
    ('IDR', 'orang')
    """
    text = " ".join(text.split())
    if len(text) > LONGEST:
        raise UnitError(f"unit {text[:24] + '…'!r} is longer than {LONGEST} characters")
    bare = _without_qualifiers(text, words)
    folded = fold(bare)
    if not folded or folded in words.bare:
        return NO_UNIT
    if folded in words.nouns or _is_rate(folded, words):
        return UnitCell(noun=folded)
    return UnitReader(text, _share(bare, words), words).read()


def is_unit(text: str, words: UnitWords) -> bool:
    """Return whether `text` names a unit, be it one that languages read differently.

    >>> from verifier.reference.unit_words import unit_words
    >>> is_unit("ribu ton", unit_words()), is_unit("2010 = 100", unit_words())
    (True, False)
    """
    try:
        read_unit(text, words)
    except UnitError as error:
        return isinstance(error, DisputedUnit)
    return True


def _without_qualifiers(text: str, words: UnitWords) -> str:
    """Drop what is said of the unit and is no part of it: "% (yoy)", "constant 2015 US$"."""
    text = _BRACKETS.sub(lambda match: " " if _qualifies(match[1], words) else f" {match[1]} ", text)
    pieces = [piece for piece in re.split(r"[,;]? ", text.strip(" ,;:")) if piece]
    while pieces and (length := _qualifier_at(pieces, 0, words)):
        pieces = pieces[length:]
    while len(pieces) > 1 and (length := _qualifier_before(pieces, words)):
        pieces = pieces[:-length]
    return " ".join(pieces)


def _qualifies(text: str, words: UnitWords) -> bool:
    folded = fold(text)
    return folded in words.qualifiers or all(piece in words.qualifiers for piece in re.split(r"[,;/] ?| ", folded))


def _qualifier_at(pieces: Sequence[str], start: int, words: UnitWords) -> int:
    """Return how many pieces at `start` are a qualifier, with the year of its prices."""
    for length in range(min(4, len(pieces) - start), 0, -1):
        if fold(" ".join(pieces[start : start + length])) in words.qualifiers:
            after = start + length
            return length + (after < len(pieces) and _YEAR.fullmatch(pieces[after]) is not None)
    return 0


def _qualifier_before(pieces: Sequence[str], words: UnitWords) -> int:
    for length in range(min(4, len(pieces) - 1), 0, -1):
        if fold(" ".join(pieces[-length:])) in words.qualifiers:
            return length
    return 0


def _is_rate(folded: str, words: UnitWords) -> bool:
    """Return whether `folded` counts things in so many others ("kasus per 100.000 penduduk"), which is no unit."""
    match = _RATE.fullmatch(folded)
    if not match or match[2] not in words.per or words.nouns.keys().isdisjoint((match[4], *match[4].split(" "))):
        return False
    return not match[1] or match[1] in words.nouns


def _share(bare: str, words: UnitWords) -> str:
    """Leave out of what the unit is: "% dari PDB" is a percent, "people per km2 of land area" a density."""
    pieces = bare.split(" ")
    at = next((at for at, piece in enumerate(pieces) if at and fold(piece) in words.share_of), len(pieces))
    rest = pieces[at + 1 :]
    if not rest or any(fold(piece) in words.per or "/" in piece for piece in rest):
        return bare
    return " ".join(pieces[:at])
