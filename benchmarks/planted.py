"""A language and a seed in, sentences about real countries out: true, with a planted error, or without evidence.

The figures are those of ``data/countries.csv``; the shapes of the sentences and their words lie in
``claim_shapes/<language>.toml``; names of countries, marks and scale words are those of the language's pack.
"""

import random
from collections.abc import Callable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

from benchmarks.claim_words import Number, Words
from benchmarks.countries import Countries, Series
from benchmarks.planted_case import Case
from benchmarks.planted_errors import Errors
from benchmarks.planted_parts import Parts
from verifier.claims.intervals import exponent

__all__ = ["Case", "Claims"]

TRUE_SHARE, OPEN_SHARE = 0.45, 0.2  # of the sentences; the others have an error
GROWING = ("population", "gdp_per_capita")
CHANGING = (*GROWING, "life_expectancy")
SUMMED = ("population", "gdp_per_capita", "area")  # "twice as much" is said of these
HIGHEST_RANK = 5
PLAIN_STEP = Decimal("0.2")  # a smaller difference may be rounding


class Claims:
    """The sentences of one language about the table of countries."""

    def __init__(self, language: str, *, seed: int = 1) -> None:
        self._dice = random.Random(seed)
        self._words = Words(language, self._dice)
        self._countries = Countries(language)
        self._errors = Errors(self._words, self._countries, self._dice)
        self.table = self._countries.table(
            self._words["table"], {key: measure["name"] for key, measure in self._words.measures.items()}
        )
        parts = Parts(self._words, self._countries, self._errors, self._dice)
        self._forms: dict[Callable[[bool], Case | None], int] = {
            self._level: 8,
            self._in_context: 4,
            self._bounded: 3,
            self._range: 2,
            self._two: 2,
            self._list: 2,
            self._to: 3,
            self._change: 3,
            self._step: 2,
            self._trend: 2,
            self._comparison: 2,
            self._multiple: 2,
            self._rank: 3,
            parts.share: 2,
            parts.sum: 2,
            parts.average: 1,
            parts.difference: 2,
            parts.points: 2,
        }

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
        [form] = self._dice.choices([*self._forms], [*self._forms.values()])
        return form(share < OPEN_SHARE + TRUE_SHARE)

    # levels

    def _level(self, right: bool) -> Case | None:
        series = self._pick()
        year = self._dice.choice(series.years)
        shape = "undated" if year == series.newest and self._dice.random() < 0.2 else "level"
        return self._with_number(shape, series, year, right)

    def _in_context(self, right: bool) -> Case | None:
        """Say of whom in a heading or in the sentence before."""
        series = self._pick()
        return self._with_number("context", series, self._dice.choice(series.years), right)

    def _with_number(self, shape: str, series: Series, year: int, right: bool, **words: str) -> Case | None:
        number = self._words.number(series.by_year[year])
        error, shown = ("", self._words.write(series.measure, number))
        if not right:
            error, shown = self._errors.planted(series, year, number)
        if not shown:
            return None
        return Case.of(self._words.fill(shape, series, year=str(year), number=shown, **words), right, error)

    def _bounded(self, right: bool) -> Case | None:
        """Say "more than", "almost" or "about"."""
        series = self._pick("population", "gdp_per_capita")
        year = self._dice.choice(series.years)
        number = self._words.number(series.by_year[year])
        bound = self._dice.choice(("more_than", "almost", "about"))
        above, below, far = (number.value * Decimal(part) for part in ("1.03", "0.97", "1.3"))
        value = {
            ("more_than", True): below,
            ("more_than", False): above,
            ("almost", True): above,
            ("almost", False): below,
            ("about", True): self._dice.choice((above, below)),
            ("about", False): far,
        }[bound, right]
        rounding = ROUND_CEILING if value > number.value else ROUND_FLOOR
        step = Decimal(10) ** (number.value.adjusted() - 2)
        bounding = Number((value / step).to_integral_value(rounding) * step, number.decimals, number.scale)
        if (bounding.written.scaleb(number.scale) > number.value) is not (value > number.value):
            return None
        shown = f"{self._words[bound]} {self._words.write(series.measure, bounding)}"
        return Case.of(self._words.fill("level", series, year=str(year), number=shown), right)

    def _range(self, right: bool) -> Case | None:
        series = self._pick("population", "gdp_per_capita", "area")
        year = self._dice.choice(series.years)
        middle = series.by_year[year] * (1 if right else Decimal("1.3"))
        number = self._words.number(middle)
        ends = [Number(middle * Decimal(part), number.decimals, number.scale).written for part in ("0.96", "1.04")]
        if ends[0] == ends[1]:
            return None
        low = self._words.digits(ends[0], number.decimals)
        high = self._words.write(series.measure, number, written=ends[1])
        before = self._words.measures[series.measure].get("before", "")
        return Case.of(self._words.fill("range", series, year=str(year), low=f"{before}{low}", high=high), right)

    # two countries

    def _two(self, right: bool) -> Case | None:
        return self._pair("two", right, swapped=False) if right else None

    def _list(self, right: bool) -> Case | None:
        return self._pair("list", right, swapped=not right)

    def _pair(self, shape: str, right: bool, *, swapped: bool) -> Case | None:
        series = self._pick()
        other, year = self._another(series), series.newest
        own, theirs = (self._words.number(one.in_newest()) for one in (series, other))
        shown = [self._words.write(series.measure, number) for number in (own, theirs)]
        if abs(own.value / theirs.value - 1) < Decimal("0.1"):
            return None
        first, second = reversed(shown) if swapped else shown
        more = {"year": str(year), "other": other.country, "number": first, "number2": second}
        return Case.of(self._words.fill(shape, series, **more), right, "" if right else "wrong_entity")

    def _comparison(self, right: bool) -> Case | None:
        series = self._pick()
        other, year = self._another(series), series.newest
        if abs(series.in_newest() - other.in_newest()) <= PLAIN_STEP:
            return None
        more = series.in_newest() > other.in_newest()
        than = self._dice.choice(self._words["more" if more is right else "less"])
        text = self._words.fill("comparison", series, year=str(year), other=other.country, than=than)
        return Case.of(text, right, "" if right else "direction")

    def _multiple(self, right: bool) -> Case | None:
        series = self._pick(*SUMMED)
        other, year = self._another(series), series.newest
        ratio = series.in_newest() / other.in_newest() * (1 if right else Decimal("1.4"))
        if not Decimal("1.5") < ratio < 20:
            return None
        number = self._words.digits(Number(ratio, 1, 0).written, 1)
        return Case.of(self._words.fill("multiple", series, year=str(year), other=other.country, number=number), right)

    def _rank(self, right: bool) -> Case | None:
        measure = self._dice.choice(tuple(self._words.measures))
        upwards = self._dice.random() < 0.3
        ranked = self._countries.ranked(measure)[:: -1 if upwards else 1]
        place = self._dice.randrange(HIGHEST_RANK)
        series, said, error = ranked[place], place, ""
        own = series.in_newest()
        close = Decimal(2).scaleb(exponent(own))  # two cells so near each other may be equal
        if sum(abs(other.in_newest() - own) <= close for other in ranked) > 1:
            return None
        if not right and self._dice.random() < 0.5:
            upwards, error = not upwards, "direction"
        elif not right:
            said = self._dice.choice([one for one in range(HIGHEST_RANK) if one != place])
        end = self._words.measures[measure]["lowest" if upwards else "highest"]
        rank = str(self._words["rank"]).format(ordinal=self._words["ordinals"][said], end=end).strip()
        return Case.of(self._words.fill("rank", series, year=str(series.newest), rank=rank), right, error)

    # two years

    def _to(self, right: bool) -> Case | None:
        series = self._pick(*CHANGING)
        before, year = sorted(self._dice.sample(series.years, 2))
        start = self._words.number(series.by_year[before])
        if start.written == Number(series.by_year[year], start.decimals, start.scale).written:
            return None
        verb = self._verb(series.by_year[year] > series.by_year[before])
        shown = self._words.write(series.measure, start)
        return self._with_number("to", series, year, right, before=str(before), verb=verb, start=shown)

    def _change(self, right: bool) -> Case | None:
        """Tell a change in percent; what is wrong is the way, or the whole ratio in place of the change."""
        series = self._pick(*GROWING)
        before, year = sorted(self._dice.sample(series.years, 2))
        ratio = series.by_year[year] / series.by_year[before] * 100
        error = "" if right else self._dice.choice(("direction", "unit"))
        number = Number(ratio if error == "unit" else abs(ratio - 100), 1, 0)
        if number.written < 1 or (error == "unit" and ratio < 130):
            return None
        verb = self._verb((ratio > 100) is (error != "direction"))
        shown = f"{self._words.digits(number.written, 1)}{self._words['percent']}"
        text = self._words.fill("change", series, year=str(year), before=str(before), verb=verb, number=shown)
        return Case.of(text, right, error)

    def _step(self, right: bool) -> Case | None:
        """Tell a change in the unit of the measure; what is wrong is the way, or a power of ten."""
        series = self._pick(*CHANGING)
        before, year = sorted(self._dice.sample(series.years, 2))
        step = series.by_year[year] - series.by_year[before]
        number = self._words.number(abs(step))
        if number.written < 2:
            return None
        error = "" if right else self._dice.choice(("direction", "factor_ten"))
        verb = self._verb((step > 0) is (error != "direction"))
        written = number.written * (10 if error == "factor_ten" else 1)
        shown = self._words.write(series.measure, number, written=written)
        text = self._words.fill("change", series, year=str(year), before=str(before), verb=verb, number=shown)
        return Case.of(text, right, error)

    def _trend(self, right: bool) -> Case | None:
        """Say that something went one way at each step; what is wrong is the way, or that it did at each."""
        series = self._pick(*CHANGING)
        steps = [after - first for first, after in pairwise(series.by_year[year] for year in series.years)]
        if any(abs(step) <= PLAIN_STEP for step in steps):
            return None
        up, down = all(step > 0 for step in steps), all(step < 0 for step in steps)
        if right is not (up or down) and self._dice.random() < 0.5:
            return None
        if right and not (up or down):
            return None
        verb = self._verb(up is right if up or down else steps[-1] > 0)
        text = self._words.fill("trend", series, before=str(series.years[0]), year=str(series.newest), verb=verb)
        return Case.of(text, right, "direction" if (up or down) and not right else "")

    # nothing to check by

    def _nothing(self) -> Case:
        series = self._pick()
        year = self._dice.choice(series.years)
        shown = self._words.write(series.measure, self._words.number(series.by_year[year]))
        return Case(self._words.fill("nothing", series, year=str(year), number=shown), "open")

    def _pick(self, *measures: str) -> Series:
        measure = self._dice.choice(measures or tuple(self._words.measures))
        return self._countries.series(measure, self._dice.choice(self._countries.names))

    def _another(self, series: Series) -> Series:
        country = self._dice.choice([name for name in self._countries.names if name != series.country])
        return self._countries.series(series.measure, country)

    def _verb(self, up: bool) -> str:
        return str(self._dice.choice(self._words["rose" if up else "fell"]))
