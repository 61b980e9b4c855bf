"""Measure, entity and period in, the rows of a table for them out; the rows of a pair are laid out by period once."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import Protocol

from verifier.checking.cues import split_words
from verifier.checking.intervals import Interval, cell_interval, tolerance_of
from verifier.checking.wholes import is_total
from verifier.errors import InputError
from verifier.model import Reason, Row
from verifier.packs import languages, load_pack
from verifier.periods import Period

__all__ = ["Found", "Key", "Series", "SeriesOf", "Table", "period_of"]

MOST_KEPT = 20_000
PREVIOUS = 10_000  # months: the step to the row before, however far that lies
REALISED = frozenset({"", "final", "provisional", "estimate"})


class Key(Protocol):
    """A measure or an entity of a table."""

    @property
    def name(self) -> str:
        """As the table writes it first."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """Its other names."""


class Table(Protocol):
    """What checking needs of a reference table."""

    @property
    def measures(self) -> Sequence[Key]:
        """All measures."""

    @property
    def entities(self) -> Sequence[Key]:
        """All entities."""

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


@lru_cache(maxsize=4096)
def period_of(edtf: str) -> Period | None:
    """Return the span of an EDTF text, None where it has none.

    >>> period_of("2024-06").precision, period_of("XXXX-06")
    ('month', None)
    """
    try:
        return Period.read(edtf) if edtf else None
    except InputError:
        return None


@cache
def _statuses() -> Mapping[str, str]:
    """Return word = status, for the words of status columns in every language."""
    words: dict[str, str] = {}
    for code in languages():
        for status, forms in load_pack(code).tables.statuses.items():
            words |= {form.lower(): status for form in forms} | {status: status}
    return words


def status_of(row: Row) -> str:
    """Return the status of a row as a claim names it: "target", "forecast", "estimate" …, "" where none is given."""
    written = row.status.strip().lower()
    return _statuses().get(written, written)


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of one period, or the reason why there are none; `firm` is False where the period only lies near."""

    rows: tuple[Row, ...] = ()
    reason: Reason | None = None
    firm: bool = True
    assumed: bool = False


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


@dataclass(frozen=True, slots=True)
class Series:
    """All rows with a value of one measure and entity, oldest period first, each with its span of time."""

    rows: tuple[Row, ...]
    spans: tuple[Period | None, ...]
    by_span: Mapping[tuple[int, int], tuple[Row, ...]]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> "Series":
        """Return the series of some rows, which are put in order."""
        ordered = sorted(rows, key=_by_period)
        spans = tuple(period_of(row.period) for row in ordered)
        by_span: dict[tuple[int, int], tuple[Row, ...]] = {}
        for span, row in zip(spans, ordered, strict=True):
            if span is not None:
                key = (span.first, span.last)
                by_span[key] = (*by_span.get(key, ()), row)
        return cls(tuple(ordered), spans, by_span)

    def at(self, edtf: str) -> Found:
        """Return the rows of a period that a text names.

        A day may stand for its month. A row inside the period named ("2022" and a row of December)
        is near but not the same, so it is not firm; a part of a year is never its year.
        """
        if not edtf or not self.by_span:
            return Found(self.rows)
        wanted = period_of(edtf)
        if wanted is None:
            return self._of_open_year(edtf)
        same = self.by_span.get((wanted.first, wanted.last))
        if same:
            return Found(same)
        spans = list(zip(self.spans, self.rows, strict=True))
        day = wanted.first == wanted.last
        month = tuple(row for span, row in spans if day and span and span.days <= 31 and span.contains(wanted))
        if month:
            return Found(month)
        inside = tuple(row for span, row in spans if span and wanted.contains(span))
        if inside and len({row.period for row in inside}) == 1:
            return Found(inside, firm=False)
        return Found(reason=Reason.OTHER_PERIOD)

    def _of_open_year(self, edtf: str) -> Found:
        """ "Juni" of an unknown year: the newest one."""
        ending = edtf.removeprefix("XXXX")
        fitting = [row for row in self.rows if ending and row.period.endswith(ending)]
        if not fitting:
            return Found(reason=Reason.OTHER_PERIOD)
        return Found(tuple(row for row in fitting if row.period == fitting[-1].period), assumed=True)

    def newest(self, date: str, status: str = "") -> Found:
        """Return the rows of the period that `date` lies in, or of the newest one before it."""
        today = period_of(date)
        fitting = [row for row in self.rows if (status_of(row) == status if status else status_of(row) in REALISED)]
        rows = fitting or list(self.rows)
        if today is not None:
            begun = [row for row in rows if (span := period_of(row.period)) is None or span.first <= today.last]
            rows = begun or rows
        return Found(tuple(row for row in rows if row.period == rows[-1].period), assumed=bool(rows[-1].period))

    def before(self, row: Row, months: int) -> Found:
        """Return the rows that lie `months` before `row`, or in the period next before it, of the same precision."""
        span = period_of(row.period)
        if span is None:
            return Found(reason=Reason.NO_ROW)
        if months != PREVIOUS:
            return self.at(_shifted(span, months))
        earlier = [one for one in self.rows if (other := period_of(one.period)) and other.last < span.first]
        earlier = [one for one in earlier if (other := period_of(one.period)) and other.precision == span.precision]
        if not earlier:
            return Found(reason=Reason.OTHER_PERIOD)
        return Found(tuple(one for one in earlier if one.period == earlier[-1].period))


def _shifted(span: Period, months: int) -> str:
    try:
        return span.shift(months=-months).edtf
    except InputError:
        return "0000"


def narrowed(rows: Iterable[Row], *, status: str, words: Sequence[str]) -> tuple[tuple[Row, ...], Reason | None]:
    """Return the rows of one period that a claim of that status means; several only where they contradict each other.

    The newest vintage comes first and alone counts; of several dimensions the one whose words stand in the text counts.
    """
    rows = tuple(rows)
    if len(rows) == 1 and not status and not rows[0].status:
        return rows, None
    fitting = tuple(row for row in rows if _fits_status(row, status))
    if not fitting:
        return (), Reason.OTHER_STATUS
    fitting = _of_dimension(fitting, words)
    newest = max(row.as_of for row in fitting)
    current = tuple(row for row in fitting if row.as_of == newest)
    if len({(row.value, row.unit) for row in current}) > 1:
        return current, Reason.AMBIGUOUS
    return current[:1], None


def _fits_status(row: Row, status: str) -> bool:
    own = status_of(row)
    if status:
        return own == status
    return own in REALISED or own not in ("target", "forecast")


def _of_dimension(rows: tuple[Row, ...], words: Sequence[str]) -> tuple[Row, ...]:
    """Return the rows whose further dimensions a text names, else those of the total."""
    if not any(row.dimensions for row in rows):
        return rows
    text = f" {' '.join(words)} "
    named = [sum(_stands_in(text, value) for value in (row.dimensions or {}).values()) for row in rows]
    if max(named):
        return tuple(row for row, count in zip(rows, named, strict=True) if count == max(named))
    totals = tuple(row for row in rows if all(is_total(value) for value in (row.dimensions or {}).values()))
    return totals or rows


def _stands_in(text: str, value: str) -> bool:
    return f" {' '.join(split_words(value))} " in text


class SeriesOf:
    """The rows of a table by measure and entity, each pair laid out when it is first asked for."""

    def __init__(self, table: Table, totals: Set[int] = frozenset()) -> None:
        self._table = table
        self._totals = totals
        self._measures = tuple(key.name for key in table.measures)
        self._entities = tuple(key.name for key in table.entities)
        self._known: dict[tuple[int, int], Series | None] = {}
        self._units: dict[int, tuple[str, str]] = {}
        self._sole: dict[int, int] = {}
        self._across: dict[tuple[int, str], Across] = {}
        self._having: dict[int, tuple[int, ...]] = {}
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

    def across(self, measure: int, edtf: str) -> Across:
        """Return each entity that is no total with its row of a measure and period."""
        key = (measure, edtf)
        if key not in self._across:
            if len(self._across) >= MOST_KEPT // 10:
                self._across.clear()
            found = []
            for entity in range(len(self._entities)):
                rows = self.at(measure, entity, edtf)
                if rows and entity not in self._totals:
                    found.append((entity, rows[0]))
            self._across[key] = _across(found)
        return self._across[key]

    def at(self, measure: int, entity: int, edtf: str) -> tuple[Row, ...]:
        """Return the row of a measure, an entity and exactly one period; several only where they contradict each other.

        It costs a look-up, where `of` lays out all periods.
        """
        places = self._table.at(self._measures[measure], self._entities[entity], edtf)
        rows = tuple(row for place in places if (row := self._table.rows[place]).value is not None)
        return narrowed(rows, status="", words=())[0] if rows else ()

    def measures_of(self, entity: int) -> tuple[int, ...]:
        """Return the measures that have rows for an entity."""
        if entity not in self._having:
            if len(self._having) >= MOST_KEPT:
                self._having.clear()
            name = self._entities[entity]
            having = (number for number, measure in enumerate(self._measures) if self._table.find(measure, name))
            self._having[entity] = tuple(having)
        return self._having[entity]


def _by_period(row: Row) -> tuple[int, int, str]:
    span = period_of(row.period)
    return (span.first, span.last, row.as_of) if span else (0, 0, row.as_of)
