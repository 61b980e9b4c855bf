"""A table of any usual shape in, its tidy rows out, with look-up by measure, entity and period."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from verifier.model import Row
from verifier.reference.disk import Stored, fingerprint, load_index, save_index
from verifier.reference.findings import Finding
from verifier.reference.index import Index, index_of
from verifier.reference.made_rows import MadeRows
from verifier.reference.raw import Progress
from verifier.reference.sources import Loaded, Loader, Source, watched_files
from verifier.reference.statuses import status_words
from verifier.reference.tidy import Tidy

__all__ = ["ReferenceTable"]


FEW = 16  # rows; among so many the one of a period is found sooner one by one


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
        index: Index | None = None,
    ) -> None:
        self._tidy = tidy
        self.language = language
        self.findings = tuple(findings)
        self._index = index or index_of(tidy, language, aliases or {})
        self.measures, self.entities = self._index.measures, self._index.entities
        self._measure_numbers = {key.name: number for number, key in enumerate(self.measures)}
        self._entity_numbers = {key.name: number for number, key in enumerate(self.entities)}
        self._rank_of: dict[str, int] | None = None
        self._made = MadeRows(tidy, self._index, status_words(language))

    @classmethod
    def read(
        cls,
        source: Source,
        *,
        language: str | None = None,
        encoding: str | None = None,
        separator: str | None = None,
        quote: str | None = None,
        decimal: str | Mapping[str, str] | None = None,
        header: int | None = None,
        sheet: str | None = None,
        query: str | None = None,
        columns: Mapping[str, str | Sequence[str]] | None = None,
        fixed: Mapping[str, str] | None = None,
        measures: Mapping[str, Any] | None = None,
        counted: Sequence[str] | None = None,
        fill_down: Sequence[str] | None = None,
        blanks: Sequence[str] | None = None,
        aliases: str | Path | None = None,
        index: str | Path | None = None,
        progress: Progress | None = None,
    ) -> "ReferenceTable":
        """Return the table of a file, of several files, or of a folder of them.

        Everything that is not said is found out, and what a sidecar ``<table>.claims.toml`` says holds
        where nothing is said here.

        Args:
            source: a path, several paths, a folder, or a frame of pandas, Polars or Arrow.
            language: of headers and units; without it those of all languages are known.
            encoding: of text files; a byte order mark says more.
            separator: of the cells in a text file.
            quote: the mark around such cells, `"` or another.
            decimal: the decimal mark of all numbers, "." or ",", or header = that of a column.
            header: the row of the header, counted from 1.
            sheet: the sheet of a workbook, or the table of a SQLite file, that has several.
            query: what to ask a SQLite file instead.
            columns: role = header, such as ``{"entity": "Provinsi", "period": "Tahun"}``.
            fixed: role = text that holds for the whole table, such as ``{"entity": "Indonesia"}``.
            measures: header = what that column measures, a name or ``{"name", "unit", "aliases"}``.
            counted: words in the unit column that only name what is counted.
            fill_down: headers of columns whose blank cells mean the cell above (merged cells).
            blanks: further texts that mean that there is no value, such as "-999".
            aliases: a file with the columns name and alias, for measures and entities.
            index: where to keep what was read, so that the next time nothing is read but what is asked
                for; it is made anew when a file or an option is another. For tables of millions of rows.
            progress: is told the name of the table and the rows read so far, from time to time.

        Raises:
            TableError: the table cannot be used; the message names file, row, column and remedy.
        """
        options = {
            "language": language,
            "encoding": encoding,
            "separator": separator,
            "quote": quote,
            "decimal": decimal,
            "header": header,
            "sheet": sheet,
            "query": query,
            "columns": columns,
            "fixed": fixed,
            "measures": measures,
            "counted": counted,
            "fill_down": fill_down,
            "blanks": blanks,
            "aliases": aliases,
        }
        if index is None:
            return cls._of(Loader(options, progress=progress).read(source))
        return cls._indexed(Path(index), source, options, progress)

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
    def _indexed(
        cls, path: Path, source: Source, options: Mapping[str, Any], progress: Progress | None
    ) -> "ReferenceTable":
        """Return the table of an index file, which is made first where there is none that fits."""
        made_from = fingerprint(watched_files(source, options), options)
        stored = load_index(path, made_from)
        if stored is None:
            table = cls._of(Loader(options, progress=progress).read(source))
            stored = Stored(
                tidy=table._tidy, index=table._index, findings=list(table.findings), language=table.language
            )
            save_index(path, made_from, stored)
            stored = load_index(path, made_from) or stored
        return cls(stored.tidy, language=stored.language, findings=stored.findings, index=stored.index)

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
    def kinds(self) -> tuple[str, ...]:
        """What its entities are, as the header of their column says: "stasiun"; nothing where no column names them."""
        header = self._tidy.entity.name
        return () if header in ("", "entity") else (header,)

    @property
    def dimensions(self) -> Mapping[str, tuple[str, ...]]:
        """The further dimension columns, each with the texts that stand in it."""
        return {name: tuple(column.texts) for name, column in self._tidy.dimensions.items()}

    @property
    def rows(self) -> Sequence[Row]:
        """All tidy rows, each made when it is asked for."""
        return self._made

    def row(self, position: int) -> Row:
        """Return the row at a position in `rows`."""
        return self._made.row(position)

    def plain_value(self, position: int) -> tuple[Decimal, str] | None:
        """Return value and unit of a row, without making it; None where it has none, or bounds of its own beside it."""
        return self._made.plain_value(position)

    def unit_text(self, position: int) -> str:
        """Return the unit of a row as it is written."""
        return self._tidy.unit[position]

    def find(self, measure: str, entity: str | None = None) -> tuple[int, ...]:
        """Return the positions of the rows of a measure, of one entity where it is named, by period.

        Names are those of the keys in `measures` and `entities`; "" is the entity of rows that name none.
        """
        start, end = self._range(measure, entity)
        found = self._index.order[start:end]
        if entity is not None or len(self.entities) == 1:
            return tuple(found)
        ranks, periods = self._index.ranks, self._tidy.period.ids
        return tuple(sorted(found, key=lambda position: (ranks[periods[position]], position)))

    def at(self, measure: str, entity: str | None, period: str) -> tuple[int, ...]:
        """Return the positions of the rows of a measure, an entity and exactly one period."""
        texts, ids = self._tidy.period.texts, self._tidy.period.ids
        if entity is None:
            return tuple(position for position in self.find(measure) if texts[ids[position]] == period)
        start, end = self._range(measure, entity)
        order = self._index.order
        if end - start > FEW:
            rank, rank_at = self._rank(period), self._rank_at
            start = bisect_left(order, rank, start, end, key=rank_at)
            end = bisect_right(order, rank, start, end, key=rank_at)
        return tuple([position for position in order[start:end] if texts[ids[position]] == period])

    def _rank_at(self, position: int) -> int:
        """Return the place in time of a row."""
        return self._index.ranks[self._tidy.period.ids[position]]

    def _rank(self, period: str) -> int:
        """Return the place in time of a period, -1 where no row has it."""
        if self._rank_of is None:
            self._rank_of = dict(zip(self._tidy.period.texts, self._index.ranks, strict=True))
        return self._rank_of.get(period, -1)

    def _range(self, measure: str, entity: str | None) -> tuple[int, int]:
        """Return where in the order the rows of a measure, or of a pair, stand."""
        measure_id = self._measure_numbers.get(measure)
        entity_id = 0 if entity is None else self._entity_numbers.get(entity)
        if measure_id is None or entity_id is None:
            return 0, 0
        first = measure_id << 32 | entity_id
        last = (measure_id + 1 << 32) - 1 if entity is None else first
        return bisect_left(self._index.pairs, first), bisect_right(self._index.pairs, last)
