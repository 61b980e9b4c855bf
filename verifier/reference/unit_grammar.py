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
from verifier.reference.unit_signs import unit_in_another_case
from verifier.reference.unit_words import UnitWords
from verifier.reference.words import fold

__all__ = ["LONGEST", "DisputedUnit", "UnitCell", "UnitReader", "nearest_units", "power_of_ten"]

LONGEST = 64  # characters
_FACTORS = 8
_HIGHEST_POWER = 9
_LONGEST_PHRASE = 9  # pieces
_PIECES = re.compile(r"[^\W\d_⁰¹²³⁴-⁹]+|[0-9]+(?:[.,][0-9]{3})*|\S")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_PRODUCTS = frozenset("*·×-")

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
        if self._surface(at, 2) == "'000":
            return self._after_sign(at)
        for length in range(min(_LONGEST_PHRASE, len(self.pieces) - at), 0, -1):
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
        """Read "1.000", "'000", "10^3", and the power in "km2", "m^2", "m²"; return the next place, 0 for no number."""
        piece = self.pieces[at]
        digits = piece.group().translate(_SUPERSCRIPTS)
        if piece.group() in "^'" and at + 1 < len(self.pieces):
            return self._after_sign(at)
        if not digits.isdecimal() and not digits.replace(".", "").replace(",", "").isdecimal():
            return 0
        touching = at > 0 and self._touches(at) and self.pieces[at - 1].group()[-1].isalpha()
        if touching and len(digits) == 1:
            return at + 1 if self._raise_last(int(digits)) else 0
        value = digits.replace(".", "").replace(",", "")
        if (
            len(self.sides) > 1
            or self.sides[0]
            or self.numbered
            or value.strip("0") not in ("", "1")
            or len(value) > 13
        ):
            return 0
        self.numbered = True
        if value == "10" and at + 2 < len(self.pieces) and self.pieces[at + 1].group() == "^":
            return self._ten_to(at + 2)
        if value == "10" and at + 1 < len(self.pieces) and self.pieces[at + 1].group() in "³⁶⁹":
            return self._ten_to(at + 1)
        self.scale *= power_of_ten(int(value)) if value.strip("0") else Decimal(1).scaleb(len(value))
        return at + 1

    def _ten_to(self, at: int) -> int:
        power = self.pieces[at].group().translate(_SUPERSCRIPTS)
        if not power.isdecimal() or len(power) > 2 or int(power) > 12:
            return 0
        self.scale *= Decimal(1).scaleb(int(power))
        return at + 1

    def _after_sign(self, at: int) -> int:
        sign, digits = self.pieces[at].group(), self.pieces[at + 1].group()
        if sign == "'" and digits in ("000", "000s") and not self.sides[0]:
            self.scale *= power_of_ten(1000)
            return at + 2
        if sign == "^" and digits.isdecimal() and len(digits) == 1 and self._raise_last(int(digits)):
            return at + 2
        return 0

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


def power_of_ten(value: int) -> Decimal:
    """Return a scale as a Decimal that has no idle zeros: 1000 is 1E+3.

    >>> power_of_ten(1_000_000), power_of_ten(12)
    (Decimal('1E+6'), Decimal('12'))
    """
    digits = str(value)
    bare = digits.rstrip("0") or "0"
    return Decimal(bare).scaleb(len(digits) - len(bare))
