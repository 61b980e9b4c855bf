"""A number of a table in, the same with an error of one kind out: a slip of writing, or the figure of another row."""

import random
from collections.abc import Callable
from decimal import Decimal

from benchmarks.claim_words import Number, Words
from benchmarks.countries import Countries, Series

__all__ = ["Errors"]

LONGEST_SWAPPED = 6  # digits; of a longer number the marks show which they are
NEAR = 2  # steps of the last digit; what is no farther off is no error


class Errors:
    """Each kind of error, as it can be made in a number of a series."""

    def __init__(self, words: Words, countries: Countries, dice: random.Random) -> None:
        self._words, self._countries, self._dice = words, countries, dice

    def planted(self, series: Series, year: int, number: Number) -> tuple[str, str]:
        """Return a kind of error and the number with it, "" where that error cannot be made of this number."""
        errors: dict[str, Callable[[], str]] = {
            "scale_word": lambda: self._other_scale(series.measure, number),
            "factor_ten": lambda: self._words.write(series.measure, number, written=number.written * 10),
            "digits": lambda: self._slipped(series.measure, number),
            "stale_value": lambda: self._of_another_year(series, year, number),
            "wrong_entity": lambda: self._of_another_country(series, year, number),
            "unit": lambda: self._other_unit(series.measure, number),
            "separators": lambda: self._swapped(series.measure, number),
        }
        error = self._dice.choice(sorted(errors))
        return error, errors[error]()

    def slip(self, measure: str, number: Number) -> tuple[str, str]:
        """Return a slip of writing and the number with it, "" where it cannot be made of this number."""
        slips: dict[str, Callable[[], str]] = {
            "scale_word": lambda: self._other_scale(measure, number),
            "factor_ten": lambda: self._words.write(measure, number, written=number.written * 10),
            "digits": lambda: self._slipped(measure, number),
        }
        error = self._dice.choice(sorted(slips))
        return error, slips[error]()

    def _other_scale(self, measure: str, number: Number) -> str:
        others = [power for power in self._words.scales if abs(power - number.scale) == 3]
        return self._words.write(measure, number, scale=self._dice.choice(others)) if number.scale and others else ""

    def _slipped(self, measure: str, number: Number) -> str:
        digits = [*map(str, number.written.as_tuple().digits)]
        place = self._dice.randrange(len(digits) - 1) if len(digits) > 2 else -1
        if place < 0 or digits[place] == digits[place + 1] or (place == 0 and digits[1] == "0"):
            return ""
        digits[place], digits[place + 1] = digits[place + 1], digits[place]
        wrong = Decimal("".join(digits)).scaleb(-number.decimals)
        return self._of(measure, number, wrong.scaleb(number.scale))

    def _swapped(self, measure: str, number: Number) -> str:
        """Return "5.681" for "5,681", in a language that reads it in one way only."""
        whole = len(str(number.written)) in range(4, LONGEST_SWAPPED + 1) and not number.decimals and not number.scale
        if not whole or len(self._words.decimal_marks) > 1 or not number.written % 1000:
            return ""
        return self._words.write(measure, Number(number.value.scaleb(-3), 3, 0))

    def _of(self, measure: str, number: Number, value: Decimal | None) -> str:
        """Return another value in the style of a number, "" where both are nearly the same."""
        if value is None:
            return ""
        other = Number(value, number.decimals, number.scale)
        near = abs(other.written - number.written) <= NEAR * number.step
        return "" if near or other.written < 1 else self._words.write(measure, other)

    def _of_another_year(self, series: Series, year: int, number: Number) -> str:
        years = [one for one in series.by_year if one != year]
        return self._of(series.measure, number, series.by_year[self._dice.choice(years)] if years else None)

    def _of_another_country(self, series: Series, year: int, number: Number) -> str:
        country = self._dice.choice([name for name in self._countries.names if name != series.country])
        return self._of(series.measure, number, self._countries.series(series.measure, country).by_year.get(year))

    def _other_unit(self, measure: str, number: Number) -> str:
        unit = self._words.measures[measure].get("wrong_unit", "")
        return self._words.write(measure, number, unit=unit) if unit else ""
