"""A language's words and the countries in, sentences about two of them together out: shares, sums, gaps; and points."""

import random
from decimal import Decimal

from benchmarks.claim_words import Number, Words
from benchmarks.countries import SHARE, Countries, Series
from benchmarks.planted_case import Case
from benchmarks.planted_errors import Errors

__all__ = ["Parts"]

ADDED = ("population", "area")
APART = (*ADDED, "gdp_per_capita")
LEAST_POINTS = Decimal("0.2")  # a smaller step may be rounding


class Parts:
    """The sentences that are calculated from two countries, and those about percentage points."""

    def __init__(self, words: Words, countries: Countries, errors: Errors, dice: random.Random) -> None:
        self._words, self._countries, self._errors, self._dice = words, countries, errors, dice

    def share(self, right: bool) -> Case | None:
        """Tell one figure in percent of another one; what is wrong is a power of ten, a digit or the whole number."""
        series, other = self._two(*APART)
        ratio = 100 * series.in_newest() / other.in_newest()
        if not 2 < ratio < 90:
            return None
        number = Number(ratio, 1, 0)
        error, written = "", number.written
        if not right:
            error = self._dice.choice(("factor_ten", ""))
            written = number.written * (10 if error else Decimal("1.37"))
        shown = f"{self._words.digits(written, 1)}{self._words['percent']}"
        return self._told("share", series, other, shown, right, error)

    def sum(self, right: bool) -> Case | None:
        """Tell what two figures make together."""
        series, other = self._two(*ADDED)
        return self._calculated("sum", series, other, series.in_newest() + other.in_newest(), right)

    def average(self, right: bool) -> Case | None:
        """Tell the average of two figures."""
        series, other = self._two(*ADDED)
        return self._calculated("average", series, other, (series.in_newest() + other.in_newest()) / 2, right)

    def difference(self, right: bool) -> Case | None:
        """Tell how far two figures are apart."""
        series, other = self._two(*APART)
        return self._calculated("difference", series, other, abs(series.in_newest() - other.in_newest()), right)

    def points(self, right: bool) -> Case | None:
        """Tell by how many points a share changed; what is wrong is the way, or percent in place of points."""
        series = self._countries.series(SHARE, self._dice.choice(self._countries.names))
        before, year = sorted(self._dice.sample(series.years, 2))
        step = series.by_year[year] - series.by_year[before]
        if abs(step) < LEAST_POINTS or abs(step / series.by_year[before]) > Decimal("0.5"):
            return None
        error = "" if right else self._dice.choice(("direction", "percent_point"))
        verb = self._dice.choice(self._words["rose" if (step > 0) is (error != "direction") else "fell"])
        unit = self._words["percent" if error == "percent_point" else "points"]
        shown = f"{self._words.digits(abs(step), 2)}{unit}"
        words = {"year": str(year), "before": str(before), "verb": str(verb), "number": shown}
        return Case.of(self._words.fill("points", series, **words), right, error)

    def _calculated(self, shape: str, series: Series, other: Series, value: Decimal, right: bool) -> Case | None:
        number = self._words.number(value.quantize(Decimal(1)))
        if number.written < 10:
            return None
        error, shown = ("", self._words.write(series.measure, number))
        if not right:
            error, shown = self._errors.slip(series.measure, number)
        return self._told(shape, series, other, shown, right, error) if shown else None

    def _told(self, shape: str, series: Series, other: Series, shown: str, right: bool, error: str) -> Case:
        words = {"year": str(series.newest), "other": other.country, "number": shown}
        return Case.of(self._words.fill(shape, series, **words), right, error)

    def _two(self, *measures: str) -> tuple[Series, Series]:
        measure = self._dice.choice(measures)
        first, second = self._dice.sample(self._countries.names, 2)
        return self._countries.series(measure, first), self._countries.series(measure, second)
