"""A table in, its rows by measure, entity and period out: each pair laid out when it is first asked for."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Protocol, runtime_checkable

from verifier.claims.cues import split_words
from verifier.claims.intervals import Interval, cell_interval, tolerance_of
from verifier.linking.dimensions import Dimensions, Said
from verifier.linking.series import Series, narrowed
from verifier.model import Row

__all__ = ["Across", "Key", "SeriesOf", "Table", "holds_words"]

MOST_KEPT = 20_000
MOST_MEASURES = 500  # of one entity
MOST_LOOKED_AT = 200  # rows of a measure, for their units


class Key(Protocol):
    """A measure or an entity of a table."""

    @property
    def name(self) -> str:
        """As the table writes it first."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """Its other names."""


def holds_words(key: Key, words: Sequence[str]) -> bool:
    """Return whether a name of a measure or an entity has some words: "tidak" in "suara tidak sah"."""
    return any(set(words).issubset(split_words(name)) for name in (key.name, *key.aliases))


@runtime_checkable
class Table(Protocol):
    """What checking needs of a reference table."""

    @property
    def measures(self) -> Sequence[Key]:
        """All measures."""

    @property
    def entities(self) -> Sequence[Key]:
        """All entities."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """What its entities are, as the header of their column says: "stasiun"."""

    @property
    def dimensions(self) -> Mapping[str, tuple[str, ...]]:
        """The further dimension columns, each with the texts that stand in it."""

    @property
    def rows(self) -> Sequence[Row]:
        """All tidy rows, by position."""

    def find(self, measure: str, entity: str | None = None) -> tuple[int, ...]:
        """Return the positions of the rows of a measure, or of a measure and an entity."""

    def at(self, measure: str, entity: str | None, period: str) -> tuple[int, ...]:
        """Return the positions of the rows of a measure, an entity and exactly one period."""

    def plain_value(self, position: int) -> tuple[Decimal, str] | None:
        """Return value and unit of a row, without making it; None where it has none, or bounds of its own."""


@dataclass(frozen=True, slots=True)
class Across:
    """One row for each entity, of one measure and period, totals left out; `values` are in order, as `places` are."""

    rows: tuple[tuple[int, Row], ...]
    values: tuple[Decimal, ...]
    places: tuple[int, ...]
    unit: str | None  # None where the rows differ in it
    widest: Decimal  # how far a cell reaches from its value

    def near(self, interval: Interval) -> Iterator[tuple[int, Row]]:
        """Yield the rows whose cells may reach into an interval, given in the unit of the rows."""
        first = bisect_left(self.values, interval.low - self.widest)
        end = bisect_right(self.values, interval.high + self.widest)
        return (self.rows[place] for place in self.places[first:end])


def _across(rows: Sequence[tuple[int, Row]]) -> Across:
    order = sorted(range(len(rows)), key=lambda place: rows[place][1].value or Decimal(0))
    values = tuple(rows[place][1].value or Decimal(0) for place in order)
    units = {row.unit for _, row in rows}
    cells = [cell_interval(row) for _, row in rows]
    reach = [cell.high - cell.low + tolerance_of(row) for cell, (_, row) in zip(cells, rows, strict=True)]
    return Across(
        tuple(rows), values, tuple(order), units.pop() if len(units) == 1 else None, max(reach, default=Decimal(0))
    )


class SeriesOf:
    """The rows of a table by measure and entity, each pair laid out when it is first asked for."""

    def __init__(self, table: Table, dimensions: Dimensions, totals: Set[int] = frozenset()) -> None:
        self._table = table
        self._totals = totals
        self.dimensions = dimensions
        self._measures = tuple(key.name for key in table.measures)
        self._entities = tuple(key.name for key in table.entities)
        self.total_names = frozenset(
            name.lower() for total in totals for name in (self._entities[total], *table.entities[total].aliases)
        )
        self._known: dict[tuple[int, int], Series | None] = {}
        self._units: dict[int, tuple[str, str]] = {}
        self._several: dict[int, tuple[tuple[str, str], ...]] = {}
        self._sole: dict[int, int] = {}
        self._across: dict[tuple[int, str, tuple[tuple[str, str], ...]], Across] = {}
        self._beside: dict[tuple[int, str], Mapping[str | None, Sequence[tuple[Decimal, int]]]] = {}
        self._keys: dict[str, list[Row]] | None = None

    def of(self, measure: int, entity: int) -> Series | None:
        """Return the rows of a measure and an entity (-1: whoever it is), None where there are none with a value."""
        pair = (measure, entity)
        if pair not in self._known:
            if len(self._known) >= MOST_KEPT:
                self._known.clear()
            self._known[pair] = self._lay_out(measure, entity)
        return self._known[pair]

    def _lay_out(self, measure: int, entity: int) -> Series | None:
        name = self._entities[entity] if entity >= 0 else None
        rows = [self._table.rows[place] for place in self._table.find(self._measures[measure], name)]
        kept = [row for row in rows if row.value is not None]
        return Series.of(kept) if kept else None

    def declared(self, said: str) -> tuple[Row, ...]:
        """Return the rows that a declaration names: "key", "key@period" or "measure|entity|period"."""
        if "|" in said:
            measure, entity, period = [*(part.strip() for part in said.split("|", 2)), "", ""][:3]
            places = self._table.find(measure, entity or None)
            rows = [self._table.rows[place] for place in places]
        else:
            key, _, period = (part.strip() for part in said.partition("@"))
            rows = list(self._keyed().get(key, ()))
        kept = [row for row in rows if row.value is not None and (not period or row.period == period)]
        return tuple(kept) if period or len({row.period for row in kept}) <= 1 else tuple(kept[-1:])

    def _keyed(self) -> dict[str, list[Row]]:
        """Return the rows by their keys; a table without keys is looked through once, and only if somebody asks."""
        if self._keys is None:
            self._keys = {}
            for row in self._table.rows:
                if row.key:
                    self._keys.setdefault(row.key, []).append(row)
        return self._keys

    def pair(self, row: Row) -> tuple[int, int]:
        """Return the numbers of the measure and the entity of a row."""
        return self._measures.index(row.measure), self._entities.index(row.entity)

    def unit(self, measure: int) -> tuple[str, str]:
        """Return the unit of a measure's first row, and what it counts."""
        if measure not in self._units:
            places = self._table.find(self._measures[measure])
            row = self._table.rows[places[0]] if places else None
            self._units[measure] = (row.unit, row.noun) if row else ("", "")
        return self._units[measure]

    def units(self, measure: int) -> Sequence[tuple[str, str]]:
        """Return the units of a measure's first rows, and what they count: wages are in each country's currency."""
        if measure not in self._several:
            places = self._table.find(self._measures[measure])[:MOST_LOOKED_AT]
            rows = (self._table.rows[place] for place in places)
            self._several[measure] = tuple(dict.fromkeys((row.unit, row.noun) for row in rows)) or (("", ""),)
        return self._several[measure]

    def sole_entity(self, measure: int) -> int | None:
        """Return the only entity that a measure has rows for (-1 where it names none), None where there are several."""
        if measure not in self._sole:
            having = []
            for entity in range(len(self._entities)):
                if self._table.find(self._measures[measure], self._entities[entity]):
                    having.append(entity)
                    if len(having) > 1:
                        break
            self._sole[measure] = having[0] if len(having) == 1 else -2 if having else -1
        sole = self._sole[measure]
        return None if sole == -2 else sole

    def across(self, measure: int, edtf: str, beside: Row | None = None) -> Across:
        """Return each entity that is no total with its row of a measure and period.

        `beside` is the row that they are compared with: theirs have the same further dimensions.
        """
        dimensions = beside.dimensions if beside is not None else None
        key = (measure, edtf, tuple(sorted(dimensions.items())) if dimensions else ())
        if key not in self._across:
            if len(self._across) >= MOST_KEPT // 10:
                self._across.clear()
            found = []
            for entity in range(len(self._entities)):
                rows = self.at(measure, entity, edtf, dimensions)
                if rows and entity not in self._totals:
                    found.append((entity, rows[0]))
            self._across[key] = _across(found)
        return self._across[key]

    def at(self, measure: int, entity: int, edtf: str, dimensions: Mapping[str, str] | None = None) -> tuple[Row, ...]:
        """Return the row of a measure, an entity and exactly one period; several only where they contradict each other.

        It costs a look-up, where `of` lays out all periods.
        """
        places = self._table.at(self._measures[measure], self._entities[entity], edtf)
        rows = tuple(row for place in places if (row := self._table.rows[place]).value is not None)
        if dimensions and len(rows) > 1:  # else they tell nothing apart, as capitals of countries do not
            rows = tuple(row for row in rows if row.dimensions == dimensions)
        return narrowed(rows, status="", said=Said, dimensions=self.dimensions).rows if rows else ()

    def beside(self, entity: int, edtf: str) -> Mapping[str | None, Sequence[tuple[Decimal, int]]]:
        """Return unit = values with their measures, in order, of an entity and exactly one period.

        Under None stand those that a glance at the value does not tell: with bounds of their own, or without a value.
        """
        key = (entity, edtf)
        if key not in self._beside:
            if len(self._beside) >= MOST_KEPT // 10:
                self._beside.clear()
            self._beside[key] = self._lay_beside(entity, edtf)
        return self._beside[key]

    def _lay_beside(self, entity: int, edtf: str) -> Mapping[str | None, Sequence[tuple[Decimal, int]]]:
        found: dict[str | None, list[tuple[Decimal, int]]] = {}
        name = self._entities[entity]
        having = (number for number, measure in enumerate(self._measures) if self._table.find(measure, name))
        for measure in islice(having, MOST_MEASURES):
            for place in self._table.at(self._measures[measure], name, edtf):
                value, unit = self._table.plain_value(place) or (Decimal(0), None)
                found.setdefault(unit, []).append((value, measure))
        return {unit: sorted(values) for unit, values in found.items()}
