"""The words of a unit in, its scale and canonical key out, by a bounded grammar that evaluates nothing.

unit   = {lead} side {per side}
side   = {scale | currency | word | sign | counted thing} with a power before or after a word or sign
scale  = "ribu" | "bn" (beside a currency also one letter) | "1.000" | "'000" | "10^3"
"""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from verifier.errors import UnitError
from verifier.reference.unit_figures import SUPERSCRIPTS, power_of_ten, scale_in_figures
from verifier.reference.unit_signs import unit_in_another_case
from verifier.reference.unit_words import UnitWords
from verifier.reference.words import fold

__all__ = ["LONGEST", "DisputedUnit", "UnitCell", "UnitReader", "is_nearly_a_unit", "nearest_units"]

LONGEST = 64  # characters
_FACTORS = 8
_HIGHEST_POWER = 9
_LONGEST_PHRASE = 9  # pieces
_PIECES = re.compile(r"[^\W\d_⁰¹²³⁴-⁹]+|[0-9]+(?:[.,][0-9]{3})*|\S")
_PRODUCTS = frozenset("*·×-")
_LONGEST_SLIP = 2  # letters too many or too few

_Meaning = TypeVar("_Meaning", str, int)


class DisputedUnit(UnitError):
    """A word of a unit means different things in different languages, and that of the table is not known."""


@dataclass(frozen=True, slots=True)
class UnitCell:
    """What a unit cell says: the scale of the number, the canonical unit key, and what is counted.

    `scale` is a power of ten with nothing but its exponent (``Decimal("1E+6")``), so that a value
    times the scale keeps the precision it was written with. `noun` is what a count counts, with an
    empty `key`: "orang" has neither scale nor unit.
    """

    scale: Decimal = Decimal(1)
    key: str = ""
    noun: str = ""


def nearest_units(text: str, words: UnitWords) -> tuple[str, ...]:
    """Return up to three known words that look like one of the unknown words in `text`.

    >>> from verifier.reference.unit_words import unit_words
    >>> nearest_units("barell per hari", unit_words("id"))[0]
    'barel'
    """
    known = [*words.units, *words.currencies, *words.scales, *words.nouns, *words.powers]
    unknown = [piece for piece in _PIECES.findall(fold(text[:LONGEST])) if piece not in known]
    close = (word for piece in unknown for word in difflib.get_close_matches(piece, known, n=3, cutoff=0.7))
    return tuple(dict.fromkeys(close))[:3]


def is_nearly_a_unit(word: str, words: UnitWords) -> bool:
    """Return whether a word looks like a unit with a slip of writing.

    >>> from verifier.reference.unit_words import unit_words
    >>> is_nearly_a_unit("barell", unit_words("id")), is_nearly_a_unit("eksemplar", unit_words("id"))
    (True, False)
    """
    every = (*words.units, *words.currencies, *words.scales, *words.powers)
    known = [one for one in every if one[:1] == word[:1] and abs(len(one) - len(word)) <= _LONGEST_SLIP]
    return bool(difflib.get_close_matches(word, known, n=1, cutoff=0.8))


class UnitReader:
    """Reads one unit from left to right: `bare` is `text` without what is only said of the unit."""

    def __init__(self, text: str, bare: str, words: UnitWords) -> None:
        self.text, self.bare, self.words = text, bare, words
        self.pieces = list(_PIECES.finditer(bare))
        self.scale = Decimal(1)
        self.sides: list[list[str]] = [[]]
        self.noun = ""
        self.currency_beside = False
        self.power = 1  # of the unit that follows: "square"
        self.factors = 0
        self.product = False  # a sign of multiplication waits for the next unit
        self.numbered = False

    def read(self) -> UnitCell:
        at = self._leads()
        while at < len(self.pieces):
            at = self._step(at)
        if self.power != 1 or self.product:
            raise self._unknown()
        return self._result()

    def _leads(self) -> int:
        at = 0
        while at < len(self.pieces):
            length = next((n for n in range(3, 0, -1) if fold(self._surface(at, n)) in self.words.leads), 0)
            if not length:
                break
            at += length
        return at

    def _surface(self, at: int, length: int) -> str:
        end = min(at + length, len(self.pieces)) - 1
        return self.bare[self.pieces[at].start() : self.pieces[end].end()]

    def _step(self, at: int) -> int:
        """Read the longest phrase that is known at piece `at`, and return where the next begins."""
        thousands = self._surface(at, 2) == "'000"  # and no foot
        for length in range(0 if thousands else min(_LONGEST_PHRASE, len(self.pieces) - at), 0, -1):
            if self._read_phrase(self._surface(at, length), at, length):
                return at + length
        number = self._number(at)
        if number:
            return number
        raise self._unknown(self.pieces[at].group())

    def _read_phrase(self, surface: str, at: int, length: int) -> bool:
        words, folded = self.words, fold(surface)
        if folded in words.per:
            return self._per()
        if folded in words.subunits and not self._known_unit(surface, at, length):
            return self._subunit(self._settled(words.subunits, folded))
        if self._is_currency(surface):
            return self._currency(words.currency_signs.get(surface) or self._settled(words.currencies, folded))
        if surface in words.short_scales and self._may_be_scale(surface, at, length):
            return self._scale(self._settled(words.short_scales, surface))
        if folded in words.scales:
            return self._scale(self._scale_of(surface, folded))
        if folded in words.prefix_powers:
            self.power *= words.prefix_powers[folded]
            return True
        if folded in words.powers:
            return self._raise_last(words.powers[folded])
        if surface in _PRODUCTS:
            return self._product()
        key = self._known_unit(surface, at, length)
        if key:
            return self._unit(key)
        return folded in words.nouns and self._noun(folded)

    def _known_unit(self, surface: str, at: int, length: int) -> str | None:
        """Return the key of a unit by its sign, its word, or its sign in another case ("KM2", "M3")."""
        words, folded = self.words, fold(surface)
        if surface in words.signs:
            return words.signs[surface]
        if folded in words.units:
            return self._settled(words.units, folded)
        if len(surface) == 1 and not self._is_power(at + length):
            return None
        return unit_in_another_case(surface, words.loose_signs, words.signs)

    def _is_power(self, at: int) -> bool:
        """Return whether piece `at` is a power written right after a sign."""
        return 0 < at < len(self.pieces) and self.pieces[at].group() in "23²³" and self._touches(at)

    def _touches(self, at: int) -> bool:
        return self.pieces[at - 1].end() == self.pieces[at].start()

    def _may_be_scale(self, surface: str, at: int, length: int) -> bool:
        """One letter is a scale only beside a currency ("Rp M"), more letters where they are no unit ("bn")."""
        after = at + length
        follows = after < len(self.pieces) and self._currency_at(after)
        if len(self.sides) == 1 and (self.currency_beside or follows):
            return True
        return len(surface) > 1 and not self._known_unit(surface, at, length)

    def _currency_at(self, at: int) -> bool:
        return any(self._is_currency(self._surface(at, length)) for length in range(1, 4))

    def _is_currency(self, surface: str) -> bool:
        """Return whether `surface` is a currency; a code that is a word too ("all", "try") is one in capitals only."""
        if surface in self.words.currency_signs:
            return True
        folded = fold(surface)
        return folded in self.words.currencies and (surface.isupper() or folded not in self.words.code_words)

    def _per(self) -> bool:
        if self.power != 1 or self.product:
            raise self._unknown()
        self.sides.append([])
        self.currency_beside = False
        return True

    def _product(self) -> bool:
        if not self.sides[-1] or self.product:
            raise self._unknown()
        self.product = True
        return True

    def _currency(self, code: str) -> bool:
        self.sides[-1].append(code)
        self.currency_beside = True
        return self._counted()

    def _subunit(self, key: str) -> bool:
        code, _, parts = key.partition("/")
        self.scale /= Decimal(parts) if len(self.sides) == 1 else 1
        return len(self.sides) == 1 and self._currency(code)

    def _settled(self, meanings: Mapping[str, _Meaning], word: str) -> _Meaning:
        """Return what a word means, where the languages that have it agree."""
        if word in self.words.disputed:
            means = self.words.disputed[word]
            raise DisputedUnit(f"unit {self.text!r}: {word!r} means {means}; name the language, or write it otherwise")
        return meanings[word]

    def _scale_of(self, surface: str, folded: str) -> int:
        """Return the value of a scale word; one in small letters is of no language that writes it with a capital."""
        small = self.words.small_scales.get(folded) if surface.islower() else None
        return self._settled(self.words.scales, folded) if small is None else small

    def _scale(self, value: int) -> bool:
        if len(self.sides) > 1:
            return False
        self.scale *= power_of_ten(value)
        return True

    def _unit(self, key: str) -> bool:
        power, self.power, self.product = self.power, 1, False
        self.sides[-1].append(key if power == 1 else f"{key}^{power}")
        self.currency_beside = False
        return self._counted()

    def _noun(self, noun: str) -> bool:
        """What is counted: a noun of its own where nothing else is named, a unit beside "per"."""
        if len(self.sides) == 1 and not self.sides[0] and not self.noun:
            self.noun = noun
            return True
        return self._unit(self.words.nouns[noun] or noun.replace(" ", "_")) if len(self.sides) > 1 else False

    def _counted(self) -> bool:
        self.factors += 1
        if self.factors > _FACTORS:
            raise UnitError(f"unit {self.text!r} has more than {_FACTORS} factors")
        return True

    def _number(self, at: int) -> int:
        """Read a power ("km2", "m^2", "m²") or a scale in figures ("1.000", "'000", "10^3"); return the next place.

        It is 0 where there is neither.
        """
        written, power = self._power_at(at)
        if power:
            return at + written if self._raise_last(power) else 0
        found = scale_in_figures([piece.group() for piece in self.pieces[at : at + 3]])
        if found is None or self.sides[-1] or self.numbered or not (len(self.sides) == 1 or self.sides[0]):
            return 0
        scale, length = found
        self.numbered = True
        self.scale = self.scale * scale if len(self.sides) == 1 else self.scale / scale  # "EUR per 100 kg"
        return at + length

    def _power_at(self, at: int) -> tuple[int, int]:
        """Return how many pieces are a power of the unit before them, and that power; none is 0."""
        written = self.pieces[at].group()
        if written == "^" and at + 1 < len(self.pieces):
            digits = self.pieces[at + 1].group()
            return (2, int(digits)) if digits.isdecimal() and len(digits) == 1 else (0, 0)
        digits = written.translate(SUPERSCRIPTS)
        touching = at > 0 and self._touches(at) and self.pieces[at - 1].group()[-1].isalpha()
        return (1, int(digits)) if touching and digits.isdecimal() and len(digits) == 1 else (0, 0)

    def _raise_last(self, power: int) -> bool:
        """Put a power on the unit just read; that of a compound is refused."""
        side = self.sides[-1]
        if not side or not 1 < power <= _HIGHEST_POWER or not side[-1].replace("_", "").isalpha():
            return False
        side[-1] = f"{side[-1]}^{power}"
        return True

    def _result(self) -> UnitCell:
        numerator, *denominators = ["*".join(side) for side in self.sides]
        if any(not side for side in denominators) or (denominators and not numerator and not self.noun):
            raise self._unknown()
        if not denominators:
            return UnitCell(self.scale, numerator, "" if numerator else self.noun)
        top = numerator or self.words.nouns.get(self.noun) or self.noun.replace(" ", "_")
        return UnitCell(self.scale, "/".join([top, *denominators]))

    def _unknown(self, word: str = "") -> UnitError:
        near = nearest_units(self.text, self.words)
        hint = f"; nearest known: {', '.join(near)}" if near else ""
        what = f": {word!r} is not known" if word and word != self.text else " is not known"
        return UnitError(f"unit {self.text!r}{what}{hint}")
