"""A language and a seed in, sentences about real countries out: true, with a planted error, or without evidence.

The figures are those of ``data/countries.csv``; the shapes of the sentences and their words lie in
``claim_shapes/<language>.toml``; names of countries, marks and scale words are those of the language's pack.
"""

import csv
import random
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from verifier.checking.figures import scale_words
from verifier.packs import load_pack
from verifier.reference import ReferenceTable

__all__ = ["Case", "Claims", "claim_languages"]

FOLDER = Path(__file__).parent
TABLE = FOLDER / "data" / "countries.csv"
TRUE_SHARE, OPEN_SHARE = 0.45, 0.2  # of the sentences; the others have an error
Series = dict[tuple[str, str], dict[int, Decimal]]


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence: what is to be said of each of its claims ("supported", "refuted" with its error, "open")."""

    text: str
    wanted: str
    error: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A value as it is written: with so many decimals before a scale word."""

    value: Decimal
    decimals: int
    scale: int

    @property
    def written(self) -> Decimal:
        """What stands before the scale word."""
        unit = Decimal(1).scaleb(-self.decimals)
        return self.value.scaleb(-self.scale).quantize(unit, ROUND_HALF_UP)


def claim_languages() -> list[str]:
    """Return the codes of the languages that claims can be generated in."""
    return sorted(file.stem for file in (FOLDER / "claim_shapes").glob("*.toml"))


class Claims:
    """The sentences of one language about one table."""

    def __init__(self, language: str, *, seed: int = 1) -> None:
        with (FOLDER / "claim_shapes" / f"{language}.toml").open("rb") as file:
            self._words: dict[str, Any] = tomllib.load(file)
        self._dice = random.Random(seed)
        pack = load_pack(language)
        decimal, *others = pack.numerals.decimal_marks
        self._marks = {
            ord("."): decimal,
            ord(","): next((mark for mark in others if mark != decimal), "," if decimal == "." else "."),
        }
        self._scales = scale_words(language)
        self._series: Series = {}
        with TABLE.open(encoding="utf-8", newline="") as lines:
            self._rows = list(csv.DictReader(lines))
        for row in self._rows:
            row["country"] = pack.tables.territories[row["code"]][0]
            self._series.setdefault((row["measure"], row["country"]), {})[int(row["year"])] = Decimal(row["value"])
        self._countries = sorted({row["country"] for row in self._rows})

    def table(self) -> ReferenceTable:
        """Return the table that the sentences speak of, with the names and headers of the language."""
        names = {key: measure["name"] for key, measure in self._words["measures"].items()}
        cells = ((row["country"], names[row["measure"]], row["year"], row["value"], row["unit"]) for row in self._rows)
        return ReferenceTable.from_records(
            [dict(zip(self._words["table"], one, strict=True)) for one in cells], name=TABLE.name
        )

    def cases(self, count: int) -> Iterator[Case]:
        """Yield so many sentences."""
        made = 0
        while made < count:
            case = self._case()
            if case is not None:
                made += 1
                yield case

    def _case(self) -> Case | None:
        share = self._dice.random()
        if share < OPEN_SHARE:
            return self._nothing()
        form = self._dice.choices((self._level, self._change, self._to, self._comparison, self._two), (6, 2, 2, 1, 1))[
            0
        ]
        return form(share < OPEN_SHARE + TRUE_SHARE)

    # forms

    def _level(self, right: bool) -> Case | None:
        measure, country, years = self._pick()
        year = self._dice.choice(sorted(years))
        number = self._number(years[year])
        error, shown = (
            self._planted(measure, country, year, number) if not right else ("", self._write(measure, number))
        )
        if not shown:
            return None
        shape = self._shape("undated" if year == max(years) and self._dice.random() < 0.2 else "level")
        text = self._fill(shape, measure, country, year=str(year), number=shown)
        return Case(text, "supported" if right else "refuted", error)

    def _change(self, right: bool) -> Case | None:
        measure, country, years = self._pick("population", "gdp_per_capita")
        before, year = sorted(self._dice.sample(sorted(years), 2))
        change = (years[year] / years[before] - 1) * 100
        number = Number(abs(change), 1, 0)
        if number.written < 1:
            return None
        up = (change > 0) is right
        verb = self._words["rose"] if up else self._words["fell"]
        shown = f"{self._digits(number.written, 1)}{self._words['percent']}"
        text = self._fill(
            self._shape("change"), measure, country, year=str(year), before=str(before), verb=verb, number=shown
        )
        return Case(text, "supported" if right else "refuted", "" if right else "direction")

    def _to(self, right: bool) -> Case | None:
        measure, country, years = self._pick("population", "life_expectancy", "gdp_per_capita")
        before, year = sorted(self._dice.sample(sorted(years), 2))
        start, end = self._number(years[before]), self._number(years[year])
        if start.written == end.written:
            return None
        verb = self._words["rose"] if years[year] > years[before] else self._words["fell"]
        error, shown = self._planted(measure, country, year, end) if not right else ("", self._write(measure, end))
        if not shown:
            return None
        more = {
            "year": str(year),
            "before": str(before),
            "verb": verb,
            "start": self._write(measure, start),
            "number": shown,
        }
        return Case(self._fill(self._shape("to"), measure, country, **more), "supported" if right else "refuted", error)

    def _comparison(self, right: bool) -> Case | None:
        measure, country, years = self._pick()
        other, year = self._other(measure, country), max(years)
        more = years[year] > self._series[measure, other][year]
        than = self._dice.choice(self._words["more" if more is right else "less"])
        text = self._fill(self._shape("comparison"), measure, country, year=str(year), other=other, than=than)
        return Case(text, "supported" if right else "refuted", "" if right else "direction")

    def _two(self, right: bool) -> Case | None:
        measure, country, years = self._pick()
        other, year = self._other(measure, country), max(years)
        numbers = [self._write(measure, self._number(self._series[measure, one][year])) for one in (country, other)]
        if numbers[0] == numbers[1] or not right:
            return None
        more = {"year": str(year), "other": other, "number": numbers[0], "number2": numbers[1]}
        return Case(self._fill(self._shape("two"), measure, country, **more), "supported")

    def _nothing(self) -> Case:
        measure, country, years = self._pick()
        year = self._dice.choice(sorted(years))
        number = self._write(measure, self._number(years[year]))
        return Case(self._fill(self._shape("nothing"), measure, country, year=str(year), number=number), "open")

    # words

    def _pick(self, *measures: str) -> tuple[str, str, dict[int, Decimal]]:
        measure = self._dice.choice(measures or tuple(self._words["measures"]))
        country = self._dice.choice(self._countries)
        return measure, country, self._series[measure, country]

    def _other(self, measure: str, country: str) -> str:
        own = max(self._series[measure, country].items())[1]
        far = [one for one in self._countries if max(self._series[measure, one].items())[1] / own not in (1,)]
        return self._dice.choice([one for one in far if one != country])

    def _shape(self, kind: str) -> str:
        return str(self._dice.choice(self._words["shapes"][kind]))

    def _fill(self, shape: str, measure: str, country: str, **words: str) -> str:
        subject = self._dice.choice(self._words["measures"][measure]["phrases"]).format(entity=country)
        upper = {"Subject": subject[:1].upper() + subject[1:], "Entity": country}
        return shape.format(subject=subject, entity=country, **upper, **words)

    # numbers

    def _number(self, value: Decimal) -> Number:
        scales = [power for power in self._scales if abs(value) >= Decimal(10) ** power and power >= 6]
        if scales and self._dice.random() < 0.75:
            return Number(value, self._dice.choice((1, 2)), max(scales))
        return Number(value, 1 if value.as_tuple().exponent == -1 else 0, 0)

    def _digits(self, value: Decimal, decimals: int) -> str:
        return f"{value:,.{decimals}f}".translate(self._marks)

    def _write(
        self, measure: str, number: Number, written: Decimal | None = None, scale: int | None = None, unit: str = ""
    ) -> str:
        scale = number.scale if scale is None else scale
        word = f" {self._scales[scale]}" if scale else ""
        words = self._words["measures"][measure]
        digits = self._digits(number.written if written is None else written, number.decimals)
        return f"{words.get('before', '')}{digits}{word}{unit or words['unit']}"

    # errors

    def _planted(self, measure: str, country: str, year: int, number: Number) -> tuple[str, str]:
        """Return a kind of error and the number with it, "" where that error cannot be made of this number."""
        errors: dict[str, Callable[[], str]] = {
            "scale_word": lambda: self._other_scale(measure, number),
            "factor_ten": lambda: self._tenfold(measure, number),
            "digits": lambda: self._slipped(measure, number),
            "stale_value": lambda: self._of(measure, number, self._earlier(measure, country, year)),
            "wrong_entity": lambda: self._of(measure, number, self._neighbour(measure, country, year)),
            "unit": lambda: self._other_unit(measure, number),
        }
        error = self._dice.choice(sorted(errors))
        return error, errors[error]()

    def _other_scale(self, measure: str, number: Number) -> str:
        others = [power for power in self._scales if abs(power - number.scale) == 3]
        return self._write(measure, number, scale=self._dice.choice(others)) if number.scale and others else ""

    def _tenfold(self, measure: str, number: Number) -> str:
        return self._write(measure, number, written=number.written * 10)

    def _slipped(self, measure: str, number: Number) -> str:
        digits = [*map(str, number.written.as_tuple().digits)]
        place = self._dice.randrange(len(digits) - 1) if len(digits) > 2 else -1
        if place < 0 or digits[place] == digits[place + 1] or (place == 0 and digits[1] == "0"):
            return ""
        digits[place], digits[place + 1] = digits[place + 1], digits[place]
        wrong = Decimal("".join(digits)).scaleb(-number.decimals)
        return self._of(measure, number, wrong.scaleb(number.scale))

    def _of(self, measure: str, number: Number, value: Decimal | None) -> str:
        """Return another value in the style of a number, "" where both are nearly the same."""
        if value is None:
            return ""
        other = Number(value, number.decimals, number.scale)
        near = abs(other.written - number.written) <= 2 * Decimal(1).scaleb(-number.decimals)
        return "" if near or other.written < 1 else self._write(measure, other)

    def _earlier(self, measure: str, country: str, year: int) -> Decimal | None:
        years = [one for one in self._series[measure, country] if one != year]
        return self._series[measure, country][self._dice.choice(years)] if years else None

    def _neighbour(self, measure: str, country: str, year: int) -> Decimal | None:
        return self._series[measure, self._other(measure, country)].get(year)

    def _other_unit(self, measure: str, number: Number) -> str:
        unit = self._words["measures"][measure].get("wrong_unit", "")
        return self._write(measure, number, unit=unit) if unit else ""
