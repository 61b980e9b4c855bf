"""What was found in, one sentence that a reader can follow out, in the language of the user interface."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from verifier.checking.figures import common_scale, grouped, rounded, show, show_interval, show_with_unit
from verifier.claims.intervals import DIGITS, Interval, exponent
from verifier.model import Row
from verifier.packs import load_pack

__all__ = ["Explainer"]

THREE = 3  # digits of a group


@dataclass(frozen=True, slots=True)
class Explainer:
    """Says things in one language: the templates of its pack, filled in.

    >>> Explainer("en").say("value", where="row 2", cell="60 USD/barrel", written="US$600 per barel")
    'row 2 says 60 USD/barrel, not US$600 per barel'
    """

    language: str

    def say(self, key: str, **parts: str) -> str:
        """Return a message of the pack with its places filled in."""
        return _messages(self.language)[key].format_map(parts)

    def where(self, row: Row) -> str:
        """Return which row is meant: "row 2"."""
        return self.say("row", number=str(row.number))

    def cell(self, row: Row) -> str:
        """Return what a row says, with its unit: "4.1 million barrels per day"."""
        return show_with_unit(row.value or Decimal(0), row.unit, row.noun, self.language)

    def about(self, row: Row) -> str:
        """Return what a row speaks of: measure, entity, period."""
        return ", ".join(part for part in (row.measure, row.entity, row.period) if part)

    def number(self, value: Decimal) -> str:
        """Return a number as this language writes it."""
        return show(value, self.language)

    def interval(self, interval: Interval) -> str:
        """Return an interval in signs."""
        return show_interval(interval, self.language)

    def quotient(self, above: Row, below: Row, result: Decimal) -> str:
        """Return a division as it is done by hand, without the scale that both share: "4.1 / 2.4 = 1.71"."""
        first, second = self.operands(above, below)
        return f"{first} / {second} = {grouped(rounded(result), self.language)}"

    def change(self, value: Decimal, unit: str) -> str:
        """Return a change with its sign and unit: "+2.6 %"."""
        shown = show_with_unit(rounded(value), unit, "", self.language)
        return shown if value < 0 else f"+{shown}"

    def ratio(self, value: Decimal) -> str:
        """Return a quotient with three significant digits."""
        return grouped(rounded(value), self.language)

    def percent(self, share: Decimal) -> str:
        """Return a share of one in percent."""
        return show_with_unit(rounded(share * 100), "percent", "", self.language)

    def amount(self, value: Decimal, rows: Sequence[Row]) -> str:
        """Return a sum of rows with their unit."""
        return show_with_unit(value, rows[0].unit, rows[0].noun, self.language)

    def average(self, value: Decimal, rows: Sequence[Row]) -> str:
        """Return what a division of rows gives, to one digit more than they have: "= 82.5 metres", "≈ 100.7 metres"."""
        last = min(exponent(row.value or Decimal(0)) for row in rows) - 1
        short = value.quantize(Decimal(1).scaleb(last), context=DIGITS) if exponent(value) < last else value
        return f"{'=' if short == value else '≈'} {self.amount(short, rows)}"

    def entity(self, row: Row, *, dated: bool = False) -> str:
        """Return whom a row is about, or when it is, with its value."""
        return f"{row.period if dated else row.entity} ({self.cell(row)})"

    def operands(self, *rows: Row) -> list[str]:
        """Return the values of rows without the scale word that all of them share."""
        return self.shortened(*(row.value or Decimal(0) for row in rows))

    def shortened(self, *values: Decimal) -> list[str]:
        """Return numbers without the scale word that all of them share."""
        scale = common_scale(list(values), self.language)
        short = [shortened(value, scale) for value in values]
        if scale and any(exponent(value) == -THREE for value in short):  # "36.000" would look like a number in full
            short = list(values)
        return [grouped(value, self.language) for value in short]


@cache
def _messages(language: str) -> Mapping[str, str]:
    """Return the templates of a language."""
    return load_pack(language).claims.messages


def shortened(value: Decimal, scale: int) -> Decimal:
    """Return a value in units of a scale, with at most five digits."""
    short = value.scaleb(-scale)
    return rounded(short, 5) if scale and len(short.as_tuple().digits) > 5 else short
