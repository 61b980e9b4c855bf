"""A table of any usual shape in, its tidy rows out, with look-up by measure, entity and period."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from operator import itemgetter
from pathlib import Path
from typing import Any, overload

from verifier.model import Row
from verifier.periods import Period
from verifier.reference.columns import Column
from verifier.reference.entities import Key, entity_words, fold_entity, merge_names, short_names
from verifier.reference.findings import Finding
from verifier.reference.number_cells import EXACT
from verifier.reference.sources import Loaded, Loader, Source
from verifier.reference.statuses import status_words
from verifier.reference.tidy import Tidy
from verifier.reference.words import fold

__all__ = ["ReferenceTable"]

_ALIAS_MARK = "|"


class ReferenceTable:
    """The evidence: tidy rows of one or several tables, stored by columns and made into `Row` when asked for.

    >>> table = ReferenceTable.from_records([
    ...     {"measure": "produksi padi", "entity": "Jawa Barat", "period": "2023", "value": "9,14", "unit": "juta ton"},
    ... ], decimal=",")
    >>> row = table.rows[0]
    >>> row.value, row.unit, row.period
    (Decimal('9.14E+6'), 'metric_ton', '2023')
    """

    def __init__(
        self,
        tidy: Tidy,
        *,
        language: str | None = None,
        findings: Sequence[Finding] = (),
        aliases: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self._tidy = tidy
        self.language = language
        self.findings = tuple(findings)
        self._statuses = status_words(language)
        self._measure_ids, self.measures = _measures(tidy, aliases or {})
        self._entity_ids, self.entities = _entities(tidy, language, aliases or {})
        self._measure_numbers = {key.name: number for number, key in enumerate(self.measures)}
        self._entity_numbers = {key.name: number for number, key in enumerate(self.entities)}
        self._ranks = _ranks(tidy.period.texts)
        self._order, self._pairs = self._index()

    @classmethod
    def read(
        cls,
        source: Source,
        *,
        language: str | None = None,
        encoding: str | None = None,
        separator: str | None = None,
        decimal: str | None = None,
        header: int | None = None,
        sheet: str | None = None,
        query: str | None = None,
        columns: Mapping[str, str | Sequence[str]] | None = None,
        fixed: Mapping[str, str] | None = None,
        measures: Mapping[str, Any] | None = None,
        counted: Sequence[str] | None = None,
        fill_down: Sequence[str] | None = None,
        aliases: str | Path | None = None,
    ) -> "ReferenceTable":
        """Return the table of a file, of several files, or of a folder of them.

        Everything that is not said is found out, and what a sidecar ``<table>.claims.toml`` says holds
        where nothing is said here.

        Args:
            source: a path, several paths, a folder, or a frame of pandas, Polars or Arrow.
            language: of headers and units; without it those of all languages are known.
            encoding: of text files, UTF-8 where neither this nor a byte order mark says another.
            separator: of the cells in a text file.
            decimal: the decimal mark of all numbers, "." or ",".
            header: the row of the header, counted from 1.
            sheet: the sheet of a workbook, or the table of a SQLite file, that has several.
            query: what to ask a SQLite file instead.
            columns: role = header, such as ``{"entity": "Provinsi", "period": "Tahun"}``.
            fixed: role = text that holds for the whole table, such as ``{"entity": "Indonesia"}``.
            measures: header = what that column measures, a name or ``{"name", "unit", "aliases"}``.
            counted: words in the unit column that only name what is counted.
            fill_down: headers of columns whose blank cells mean the cell above (merged cells).
            aliases: a file with the columns name and alias, for measures and entities.

        Raises:
            TableError: the table cannot be used; the message names file, row, column and remedy.
        """
        options = {
            "language": language,
            "encoding": encoding,
            "separator": separator,
            "decimal": decimal,
            "header": header,
            "sheet": sheet,
            "query": query,
            "columns": columns,
            "fixed": fixed,
            "measures": measures,
            "counted": counted,
            "fill_down": fill_down,
            "aliases": aliases,
        }
        return cls._of(Loader(options).read(source))

    @classmethod
    def from_records(
        cls, records: Sequence[Mapping[str, Any]], *, name: str = "records", language: str | None = None, **options: Any
    ) -> "ReferenceTable":
        """Return the table of records, such as ``csv.DictReader`` or a JSON file gives; options as for `read`.

        >>> record = {"indikator": "inflasi", "tahun": 2023, "nilai": "2.61", "satuan": "%"}
        >>> table = ReferenceTable.from_records([record])
        >>> table.rows[0].period, table.rows[0].unit
        ('2023', 'percent')
        """
        return cls._of(Loader({"language": language, **options}).records(records, name))

    @classmethod
    def from_query(
        cls,
        connection: Any,
        query: str,
        *,
        parameters: Sequence[Any] | Mapping[str, Any] = (),
        name: str = "query",
        language: str | None = None,
        **options: Any,
    ) -> "ReferenceTable":
        """Return the table of a query on a DB-API connection or a SQLAlchemy URL; options as for `read`.

        >>> import sqlite3
        >>> connection = sqlite3.connect(":memory:")
        >>> query = "SELECT 'inflasi' AS indikator, 2023 AS tahun, 2.61 AS nilai, '%' AS satuan"
        >>> ReferenceTable.from_query(connection, query).rows[0].value
        Decimal('2.61')
        """
        return cls._of(Loader({"language": language, **options}).query(connection, query, parameters, name))

    @classmethod
    def _of(cls, loaded: Loaded) -> "ReferenceTable":
        return cls(loaded.tidy, language=loaded.language, findings=loaded.findings, aliases=loaded.aliases)

    def __len__(self) -> int:
        return len(self._tidy)

    def __repr__(self) -> str:
        measures, entities = len(self.measures), len(self.entities)
        return f"<ReferenceTable {self.name}: {len(self)} rows, {measures} measures, {entities} entities>"

    @property
    def name(self) -> str:
        """The name of the table, or the names of all of them."""
        return ", ".join(name for name, _ in self._tidy.parts)

    @property
    def has_periods(self) -> bool:
        """Whether any row names a period."""
        return any(self._tidy.period.texts)

    @property
    def rows(self) -> Sequence[Row]:
        """All tidy rows, each made when it is asked for."""
        return _Rows(self)

    def row(self, position: int) -> Row:
        """Return the row at a position in `rows`."""
        tidy = self._tidy
        if not -len(tidy) <= position < len(tidy):
            raise IndexError(f"row {position} of {len(tidy)}")
        position %= len(tidy)
        unit = tidy.units[tidy.unit.ids[position]]
        extra = {name: column[position] for name, column in tidy.extras.items()}
        decimals = extra.get("decimals", "")
        return Row(
            table=self._part(position),
            number=tidy.numbers[position],
            column=tidy.headers[position],
            measure=self.measures[self._measure_ids[tidy.measure.ids[position]]].name,
            entity=self.entities[self._entity_ids[tidy.entity.ids[position]]].name,
            dimensions={name: column[position] for name, column in tidy.dimensions.items()} or None,
            period=tidy.period[position],
            value=_scaled(tidy.value[position], unit.scale, decimals),
            unit=unit.key,
            noun=unit.noun,
            low=_scaled(extra.get("low", ""), unit.scale, decimals),
            high=_scaled(extra.get("high", ""), unit.scale, decimals),
            tolerance=_scaled_tolerance(extra.get("tolerance", ""), unit.scale),
            aliases=_split(extra.get("aliases", "")),
            entity_aliases=_split(extra.get("entity_aliases", "")),
            as_of=extra.get("as_of", ""),
            status=self._statuses.get(fold(extra.get("status", "")), extra.get("status", "")),
            source=extra.get("source", ""),
            key=extra.get("id", ""),
        )

    def find(self, measure: str, entity: str | None = None) -> tuple[int, ...]:
        """Return the positions of the rows of a measure, of one entity where it is named, by period.

        Names are those of the keys in `measures` and `entities`; "" is the entity of rows that name none.
        """
        start, end = self._range(measure, entity)
        found = self._order[start:end]
        if entity is not None or len(self.entities) == 1:
            return tuple(found)
        return tuple(sorted(found, key=self._by_period))

    def at(self, measure: str, entity: str | None, period: str) -> tuple[int, ...]:
        """Return the positions of the rows of a measure, an entity and exactly one period."""
        wanted = self._tidy.period.ids
        texts = self._tidy.period.texts
        return tuple(position for position in self.find(measure, entity) if texts[wanted[position]] == period)

    def _part(self, position: int) -> str:
        parts = self._tidy.parts
        return parts[bisect_right(parts, position, key=itemgetter(1)) - 1][0]

    def _range(self, measure: str, entity: str | None) -> tuple[int, int]:
        """Return where in the order the rows of a measure, or of a pair, stand."""
        measure_id = self._measure_numbers.get(measure)
        entity_id = 0 if entity is None else self._entity_numbers.get(entity)
        if measure_id is None or entity_id is None:
            return 0, 0
        first = measure_id << 32 | entity_id
        last = (measure_id + 1 << 32) - 1 if entity is None else first
        return bisect_left(self._pairs, first), bisect_right(self._pairs, last)

    def _by_period(self, position: int) -> tuple[int, int]:
        return self._ranks[self._tidy.period.ids[position]], position

    def _index(self) -> "tuple[array[int], array[int]]":
        """Return all positions by measure, entity, period and position, and the pair of each in that order."""
        tidy, ranks = self._tidy, self._ranks
        measures = map(self._measure_ids.__getitem__, tidy.measure.ids)
        entities = map(self._entity_ids.__getitem__, tidy.entity.ids)
        periods = map(ranks.__getitem__, tidy.period.ids)
        keys = [(m << 32 | e) << 32 | rank for m, e, rank in zip(measures, entities, periods, strict=True)]
        order = sorted(range(len(keys)), key=keys.__getitem__)
        return array("I", order), array("Q", [keys[position] >> 32 for position in order])


class _Rows(Sequence[Row]):
    """The rows of a table, made when asked for."""

    def __init__(self, table: ReferenceTable) -> None:
        self._table = table

    def __len__(self) -> int:
        return len(self._table)

    @overload
    def __getitem__(self, position: int) -> Row: ...
    @overload
    def __getitem__(self, position: slice) -> list[Row]: ...
    def __getitem__(self, position: int | slice) -> Row | list[Row]:
        if isinstance(position, slice):
            return [self._table.row(at) for at in range(*position.indices(len(self)))]
        return self._table.row(position)

    def __iter__(self) -> Iterator[Row]:
        return map(self._table.row, range(len(self)))


def _measures(tidy: Tidy, more: Mapping[str, Sequence[str]]) -> tuple[list[int], tuple[Key, ...]]:
    """Return the number of the measure of each text, and the measures; capitals and spaces make no difference."""
    numbers: dict[str, int] = {}
    ids = [numbers.setdefault(fold(text), len(numbers)) for text in tidy.measure.texts]
    names: dict[int, str] = {}
    for number, text in zip(ids, tidy.measure.texts, strict=True):
        names.setdefault(number, text)
    aliases = _aliases(tidy, tidy.measure, ids, "aliases")
    for name, others in more.items():
        if fold(name) in numbers:
            aliases.setdefault(numbers[fold(name)], {}).update(dict.fromkeys(others))
    return ids, tuple(Key(name, tuple(aliases.get(number, ()))) for number, name in names.items())


def _entities(tidy: Tidy, language: str | None, more: Mapping[str, Sequence[str]]) -> tuple[list[int], tuple[Key, ...]]:
    """Return the number of the entity of each text, and the entities with the names that rules give them."""
    words = entity_words(language)
    ids, names = merge_names(tidy.entity.texts, words)
    others: dict[int, dict[str, None]] = {}
    for number, text in zip(ids, tidy.entity.texts, strict=True):
        others.setdefault(number, {}).update(dict.fromkeys((text, *short_names(text, words))))
    for number, aliases in _aliases(tidy, tidy.entity, ids, "entity_aliases").items():
        others[number].update(aliases)
    if more:
        folded = {fold_entity(name, words): number for number, name in enumerate(names)}
        for name, listed in more.items():
            others.get(folded.get(fold_entity(name, words), -1), {}).update(dict.fromkeys(listed))
    return ids, tuple(
        Key(name, tuple(other for other in others[number] if other != name)) for number, name in enumerate(names)
    )


def _aliases(tidy: Tidy, keys: Column, ids: Sequence[int], role: str) -> dict[int, dict[str, None]]:
    """Return the other names that the rows of each key give it."""
    column = tidy.extras.get(role)
    if column is None:
        return {}
    found: dict[int, dict[str, None]] = {}
    for key_id, alias_id in dict.fromkeys(zip(keys.ids, column.ids, strict=True)):
        found.setdefault(ids[key_id], {}).update(dict.fromkeys(_split(column.texts[alias_id])))
    return found


def _split(cell: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in cell.split(_ALIAS_MARK) if name.strip())


def _ranks(texts: Sequence[str]) -> list[int]:
    """Return the place in time of each period; rows without one come first."""
    spans = [(span.first, span.last) if span else (-(10**12), 0) for span in map(_period, texts)]
    places = {span: place for place, span in enumerate(sorted(set(spans)))}
    return [places[span] for span in spans]


def _period(text: str) -> Period | None:
    return Period.read(text) if text else None


def _scaled(text: str, scale: Decimal, decimals: str) -> Decimal | None:
    """Return a value with the precision of its cell, or of the decimals that the table declares, times the scale."""
    if not text:
        return None
    value = Decimal(text)
    if decimals:
        value = value.quantize(Decimal(1).scaleb(-int(Decimal(decimals))), context=EXACT)
    return EXACT.multiply(value, scale)


def _scaled_tolerance(text: str, scale: Decimal) -> str:
    return str(EXACT.multiply(Decimal(text), scale)) if text and not text.endswith("%") else text
