"""Number words in, the number that they make together out: "dua ratus lima puluh ribu", "koma lima"."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from verifier.extraction.numeral_window import NumeralWindow, trailing_zeros
from verifier.extraction.scale_words import rounds, scale_run

__all__ = ["number_from", "with_decimals"]

MOST_DECIMALS = 20  # digits that are spelt out behind a decimal word
LARGE = 1000  # from this scale on, all that stands before is multiplied


@dataclass(slots=True)
class SpokenNumber:
    """A number in words as far as it was heard: closed groups, and the group that is still open.

    "dua juta tiga ratus" has closed 2 000 000 and stands at 300 in its open group, of which a scale
    below a thousand multiplies the last part alone.
    """

    closed: int = 0
    group: int = 0
    part: int = 0  # the last part of the group
    ceiling: int = 0  # the scale that closed a group last, 0 where none did; the next must be smaller
    room: int = 0  # digits that are still free at the end

    @property
    def value(self) -> Decimal:
        """The number that the words make so far."""
        return Decimal(self.closed + self.group)

    def fits(self, cardinal: int) -> bool:
        """Say whether a number word fits into the room that is free."""
        return self.room > 0 and 0 < cardinal < 10**self.room

    def add(self, cardinal: int) -> bool:
        """Add "lima", "dreihundert", "seribu"; say whether the number can take it."""
        if cardinal < LARGE:
            self.group, self.part, self.room = self.group + cardinal, cardinal, trailing_zeros(cardinal)
            return True
        if self.group or 0 < self.ceiling <= cardinal:
            return False
        self._close(self.closed + cardinal, cardinal)
        return True

    def add_teen(self, teen: int) -> bool:
        """Add "belas"; say whether the number can take it."""
        if not 0 < self.part < 10:
            return False
        self.group, self.part, self.room = self.group + teen, self.part + teen, 0
        return True

    def multiply(self, scale: int) -> bool:
        """Multiply by "puluh", "hundred", "juta"; say whether the number can take it."""
        if scale >= LARGE:
            return self._multiply_all(scale)
        if scale == 100 and 10 < self.group < 100 and self.group % 10:  # "nineteen hundred"
            self.group, self.part, self.room = self.group * 100, 0, 2
            return True
        if not 0 < self.part < 10:
            return False
        scaled = self.part * scale
        self.group, self.part, self.room = self.group - self.part + scaled, scaled, trailing_zeros(scaled)
        return True

    def _multiply_all(self, scale: int) -> bool:
        if self.group and (not self.ceiling or scale < self.ceiling):
            self._close(self.closed + self.group * scale, scale)
        elif 0 < self.ceiling < scale:  # "seribu lima ratus triliun"
            self._close((self.closed + self.group) * scale, scale)
            self.room = 0
        else:
            return False
        return True

    def _close(self, closed: int, scale: int) -> None:
        self.closed, self.group, self.part = closed, 0, 0
        self.ceiling, self.room = scale, len(str(scale)) - 1


def number_from(w: NumeralWindow, first: int, position: int) -> tuple[Decimal, int]:
    """Return the number whose first word is worth `first` and which may go on at `position`, and where it ends."""
    number = SpokenNumber()
    number.add(first)
    begin = position - 1
    while position < w.size:
        here = position + _joins(w, position, number)
        if "rounded" in w.tokens[here].entry.roles and not rounds(w, begin):
            break
        if not _takes(number, w.tokens[here].entry.roles):
            break
        position = here + 1
    return number.value, position


def _takes(number: SpokenNumber, roles: Mapping[str, Any]) -> bool:
    """Let `number` take a word by the first of its roles that may go on with it; say whether it did."""
    if "cardinal" in roles and number.fits(roles["cardinal"]):
        return number.add(roles["cardinal"])
    if "teen" in roles:
        return number.add_teen(roles["teen"])
    return "scale" in roles and number.multiply(roles["scale"])


def _joins(w: NumeralWindow, position: int, number: SpokenNumber) -> bool:
    """Say whether the word at `position` only joins parts: "two hundred and five", "thirty-nine"."""
    if position + 1 >= w.size:
        return False
    token, following = w.tokens[position], w.tokens[position + 1]
    roles = following.entry.roles
    fits = "cardinal" in roles and number.fits(roles["cardinal"])
    if token.key == "-":
        return token.gap == following.gap == 0 and (fits or "scale" in roles)
    return fits and number.room > 1 and "joiner" in token.entry.roles


def with_decimals(w: NumeralWindow, value: Decimal, after: int) -> tuple[Decimal, int]:
    """Read "koma lima", "point two five" and a scale word behind it."""
    if not w.role(after, "decimal_word"):
        return value, after
    digits, position = "", after + 1
    while position < w.size:
        cardinal = w.tokens[position].entry.roles.get("cardinal")
        if not isinstance(cardinal, int) or cardinal > 99 or len(digits) >= MOST_DECIMALS:
            break
        digits += str(cardinal)
        position += 1
    if not digits:
        return value, after
    value = Decimal(f"{value}.{digits}")
    power, end = scale_run(w, position)
    return (value.scaleb(power), end) if power else (value, position)
