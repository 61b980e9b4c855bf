"""A language in, the shapes of its sentences and the way it writes numbers out."""

import random
import tomllib
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from benchmarks.countries import Series
from verifier.checking.figures import scale_words
from verifier.packs import load_pack

__all__ = ["Number", "Words", "claim_languages"]

FOLDER = Path(__file__).parent / "claim_shapes"


@dataclass(frozen=True, slots=True)
class Number:
    """A value as it is written: with so many decimals before a scale word."""

    value: Decimal
    decimals: int
    scale: int

    @property
    def written(self) -> Decimal:
        """What stands before the scale word."""
        return self.value.scaleb(-self.scale).quantize(self.step, ROUND_HALF_UP)

    @property
    def step(self) -> Decimal:
        """One unit of the last digit that stands there."""
        return Decimal(1).scaleb(-self.decimals)


def claim_languages() -> list[str]:
    """Return the codes of the languages that claims can be generated in."""
    return sorted(file.stem for file in FOLDER.glob("*.toml"))


class Words:
    """The words of ``claim_shapes/<language>.toml``, with the marks and scale words of the language's pack."""

    def __init__(self, language: str, dice: random.Random) -> None:
        with (FOLDER / f"{language}.toml").open("rb") as file:
            self._words: dict[str, Any] = tomllib.load(file)
        self._dice = dice
        self.decimal_marks = load_pack(language).numerals.decimal_marks
        decimal, *others = self.decimal_marks
        group = next((mark for mark in others if mark != decimal), "," if decimal == "." else ".")
        self._marks = {ord("."): decimal, ord(","): group}
        self.scales = scale_words(language)

    def __getitem__(self, key: str) -> Any:
        return self._words[key]

    @property
    def measures(self) -> dict[str, Any]:
        """The measures, each with its name, phrases and unit."""
        measures: dict[str, Any] = self._words["measures"]
        return measures

    def fill(self, shape: str, series: Series, **words: str) -> str:
        """Return a sentence of one of the shapes of a name, about a series."""
        measure = self.measures[series.measure]
        subject = self._dice.choice(measure["phrases"]).format(entity=series.country)
        more = {"subject": subject, "entity": series.country, "bare": measure["bare"]} | words
        upper = {key.capitalize(): _capital(more[key]) for key in ("subject", "entity", "bare")}
        return str(self._dice.choice(self._words["shapes"][shape])).format(**more, **upper)

    def number(self, value: Decimal) -> Number:
        """Return a value in one of the ways in which it can be written."""
        scales = [power for power in self.scales if abs(value) >= Decimal(10) ** power and power >= 6]
        if scales and self._dice.random() < 0.75:
            return Number(value, self._dice.choice((1, 2)), max(scales))
        return Number(value, max(0, -int(value.as_tuple().exponent)), 0)

    def digits(self, value: Decimal, decimals: int) -> str:
        """Return a number with the marks of the language."""
        return f"{value:,.{decimals}f}".translate(self._marks)

    def write(
        self, measure: str, number: Number, written: Decimal | None = None, scale: int | None = None, unit: str = ""
    ) -> str:
        """Return a number with its scale word and the unit of a measure, or with other ones."""
        scale = number.scale if scale is None else scale
        word = f" {self.scales[scale]}" if scale else ""
        words = self.measures[measure]
        digits = self.digits(number.written if written is None else written, number.decimals)
        return f"{words.get('before', '')}{digits}{word}{unit or words['unit']}"


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
