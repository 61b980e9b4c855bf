"""A word in, the number that it writes together out: "dreiundzwanzig", "zweihundertfünfzig", "einundzwanzigste"."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from verifier.pack import Numerals

__all__ = ["Compound", "compound_beginnings", "compound_of", "compound_pattern"]

LONGEST = 120  # letters; the longest number words below a million have fewer
LARGE = 1000  # scales from here on close what stands before them


class Compound(NamedTuple):
    """The value of a number word, and whether it is an ordinal."""

    value: int
    ordinal: bool


def compound_pattern(numerals: Numerals) -> re.Pattern[str] | None:
    """Compile the pieces that number words are written together from ("zwei|und|zwanzig"), the longest first."""
    if not numerals.compounds:
        return None
    words = {*numerals.cardinals, *numerals.scales, *numerals.compound_forms, numerals.unit_before_ten} - {""}
    ordinals, endings = _either(numerals.ordinals), _either(numerals.ordinal_endings)
    return re.compile(rf"{ordinals}(?={endings}\Z)|{_either(words)}")  # an ordinal stands at the end only


def _either(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})"


def compound_beginnings(numerals: Numerals) -> set[str]:
    """Return how number words begin that are written together: "zweihundert", "einund", "tausend"."""
    if not numerals.compounds:
        return set()
    scales = {scale for scale, value in numerals.scales.items() if value <= LARGE}
    return scales | {
        first + second
        for first in (*numerals.cardinals, *numerals.compound_forms)
        for second in (numerals.unit_before_ten, *scales)
        if second
    }


def compound_of(word: str, pattern: re.Pattern[str], numerals: Numerals) -> Compound | None:
    """Return the number that `word` writes together, None where it is none.

    >>> from verifier.packs import load_pack
    >>> numerals = load_pack("de").numerals
    >>> pattern = compound_pattern(numerals)
    >>> compound_of("zweihundertfünfundzwanzig", pattern, numerals)
    Compound(value=225, ordinal=False)
    >>> compound_of("einundzwanzigsten", pattern, numerals)
    Compound(value=21, ordinal=True)
    >>> compound_of("zwanzigzwei", pattern, numerals) is None
    True
    """
    pieces, rest = _pieces(word, pattern)
    if len(pieces) < 2:
        return None
    ordinal = rest in numerals.ordinal_endings and pieces[-1] in numerals.ordinals
    if rest and not ordinal:
        return None
    value = _value(pieces, numerals, ordinal)
    return None if value is None else Compound(value, ordinal)


def _pieces(word: str, pattern: re.Pattern[str]) -> tuple[list[str], str]:
    """Cut a word into pieces from the left; return them and what is left over."""
    pieces: list[str] = []
    position = 0
    while position < min(len(word), LONGEST):
        match = pattern.match(word, position)
        if not match or match.end() == position:
            break
        pieces.append(match.group())
        position = match.end()
    return pieces, word[position:]


def _value(pieces: list[str], numerals: Numerals, ordinal: bool) -> int | None:
    """Add the pieces up, None where they do not fit into one another.

    The number is total + group: each piece must fit below what the group has, a small scale
    multiplies the unit before it, a large one closes the group.
    """
    total = group = unit = 0
    room = ceiling = LARGE * LARGE
    joined = False
    for piece, last in zip(pieces, [False] * (len(pieces) - 1) + [ordinal], strict=True):
        value = numerals.ordinals[piece] if last else _cardinal(piece, numerals)
        scale = numerals.scales.get(piece, value if last and value in numerals.scales.values() else None)
        if piece == numerals.unit_before_ten:
            if not unit:
                return None
            joined, room = True, 100  # the ten of "dreiundzwanzig" stands behind its unit
        elif scale is None:
            if value is None or value >= room or (joined and (value < 20 or value % 10)):
                return None
            group, unit, room = group + value, 0 if joined or value > 9 else value, 1
            joined = False
        elif joined:
            return None
        elif scale < LARGE:
            if group != unit and not 10 < group < 20:  # "neunzehnhundert"
                return None
            group, unit, room = (group or 1) * scale, 0, scale
        else:
            if scale >= ceiling:
                return None
            total, group, unit, room, ceiling = total + (group or 1) * scale, 0, 0, scale, scale
    return None if joined else total + group


def _cardinal(piece: str, numerals: Numerals) -> int | None:
    return numerals.compound_forms.get(piece, numerals.cardinals.get(piece))
