"""A language in, the figures of ``data/countries.csv`` out: by measure and country, under the language's names."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from verifier.packs import load_pack
from verifier.reference import ReferenceTable

__all__ = ["Countries", "Series"]

POPULATION, SHARE = "population", "population_share"
TABLE = Path(__file__).parent / "data" / "countries.csv"


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one measure and country by year."""

    measure: str
    country: str
    by_year: dict[int, Decimal]

    @property
    def years(self) -> list[int]:
        """The years, the earliest first."""
        return sorted(self.by_year)

    @property
    def newest(self) -> int:
        """The last year."""
        return max(self.by_year)

    def in_newest(self) -> Decimal:
        """Return the figure of the last year."""
        return self.by_year[self.newest]


class Countries:
    """All series of the table."""

    def __init__(self, language: str) -> None:
        territories = load_pack(language).tables.territories
        with TABLE.open(encoding="utf-8", newline="") as lines:
            self._rows = [{**row, "country": territories[row["code"]][0]} for row in csv.DictReader(lines)]
        self._series: dict[tuple[str, str], Series] = {}
        for row in self._rows:
            key = (row["measure"], row["country"])
            series = self._series.setdefault(key, Series(*key, {}))
            series.by_year[int(row["year"])] = Decimal(row["value"])
        self.names = sorted({row["country"] for row in self._rows})
        self._add_shares()

    def _add_shares(self) -> None:
        """Add what share of the population of all these countries each one has, to the hundredth of a percent."""
        for year in self._series[POPULATION, self.names[0]].years:
            people = {name: self._series[POPULATION, name].by_year[year] for name in self.names}
            for name, own in people.items():
                share = (100 * own / sum(people.values())).quantize(Decimal("0.01"))
                series = self._series.setdefault((SHARE, name), Series(SHARE, name, {}))
                series.by_year[year] = share
                self._rows.append(
                    {"country": name, "measure": SHARE, "year": str(year), "value": str(share), "unit": "percent"}
                )

    def series(self, measure: str, country: str) -> Series:
        """Return the figures of a measure and a country."""
        return self._series[measure, country]

    def ranked(self, measure: str) -> list[Series]:
        """Return all series of a measure, the one with the highest figure in the last year first."""
        return sorted((self._series[measure, name] for name in self.names), key=Series.in_newest, reverse=True)

    def table(self, headers: Sequence[str], measures: dict[str, str]) -> ReferenceTable:
        """Return the table as a reference, with those headers and names of measures."""
        kept = ("country", "measure", "year", "value", "unit")
        named = ({**row, "measure": measures[row["measure"]]} for row in self._rows)
        records = [dict(zip(headers, (row[key] for key in kept), strict=True)) for row in named]
        return ReferenceTable.from_records(records, name=TABLE.name)
