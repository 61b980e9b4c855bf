"""Rows of text in, one compact column for each header out: the table as its owner wrote it."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, repeat

from verifier.errors import TableError

__all__ = ["Column", "Coder", "RawTable", "constant", "gather", "shown"]

CHUNK = 4096  # rows that are turned into columns at a time
MOST_COLUMNS = 16_384
LONGEST_CELL = 1_000_000  # characters
HEADER_WITHIN = 30  # rows: titles above the header end before
_LONG_ENOUGH_TO_JUDGE = 65_536  # cells, before a column of mostly different texts is no longer coded


@dataclass(frozen=True, slots=True)
class Column:
    """The cells under one header: `texts` are the different ones, `ids` says which stands in each row."""

    name: str
    ids: Sequence[int]
    texts: Sequence[str]

    def __len__(self) -> int:
        return len(self.ids)

    def __getitem__(self, row: int) -> str:
        return self.texts[self.ids[row]]

    def first_row(self, text_id: int) -> int:
        """Return the first row (from 0) in which a text stands."""
        return self.ids.index(text_id)

    def mapped(self, texts: Sequence[str], name: str | None = None) -> "Column":
        """Return the column with each of its different texts put in another form, `texts` in their order.

        >>> Column("tahun", [0, 1, 0], ["2023 ", "2024"]).mapped(["2023", "2024"])[2]
        '2023'
        """
        coder = Coder()
        coder.add(texts)
        coded = coder.column(name or self.name)
        if isinstance(self.ids, range) and len(self.ids) == len(texts):
            return coded
        return Column(coded.name, array("I", map(coded.ids.__getitem__, self.ids)), coded.texts)

    def repeated(self, times: int) -> "Column":
        """Return the column with each row repeated so many times."""
        if times == 1:
            return self
        ids = array("I", chain.from_iterable(repeat(text_id, times) for text_id in self.ids))
        return Column(self.name, ids, self.texts)


def constant(name: str, text: str, rows: int) -> Column:
    """Return a column that has the same text in all rows.

    >>> constant("unit", "ton", 3)[2]
    'ton'
    """
    return Column(name, array("I", bytes(4 * rows)), [text])


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table as its owner wrote it, all cells text.

    `decimal` is the decimal mark of the columns whose cells came as numbers and not as text.
    `notes` tell what was found out while reading: separator, encoding, lines above the header.
    """

    name: str
    columns: tuple[Column, ...]
    rows: int
    notes: tuple[str, ...] = ()
    exact: frozenset[str] = frozenset()  # headers of columns whose cells came as numbers, not as text

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers in the order of the columns."""
        return tuple(column.name for column in self.columns)


class _Codes(dict[str, int]):
    """Text = its number; a text that is new gets the next one."""

    def __missing__(self, text: str) -> int:
        code = self[text] = len(self)
        return code


@dataclass(slots=True)
class Coder:
    """Collects the cells of one column; gives up coding where nearly every cell is different."""

    codes: _Codes = field(default_factory=_Codes)
    ids: "array[int]" = field(default_factory=lambda: array("I"))
    plain: list[str] | None = None

    def add(self, cells: Sequence[str]) -> None:
        """Append cells."""
        if self.plain is not None:
            self.plain.extend(cells)
            return
        codes, ids = self.codes, self.ids
        ids.extend(map(codes.__getitem__, cells))
        if len(ids) >= _LONG_ENOUGH_TO_JUDGE and 2 * len(codes) > len(ids):
            texts = list(codes)
            self.plain = [texts[code] for code in ids]
            self.codes, self.ids = _Codes(), array("I")

    def column(self, name: str) -> Column:
        """Return what was collected."""
        if self.plain is not None:
            return Column(name, range(len(self.plain)), self.plain)
        return Column(name, self.ids, list(self.codes))


def shown(text: str, length: int = 40) -> str:
    """Return a cell as an error message shows it: quoted, on one line, cut.

    >>> shown("a" * 100)
    "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…'"
    """
    return repr(text if len(text) <= length else text[:length] + "…")


def gather(
    name: str, rows: Iterable[Sequence[str]], *, header: int | None = None, notes: Sequence[str] = ()
) -> RawTable:
    """Return the table that `rows` hold: lines above the header are left out, then every row has its cells.

    Args:
        name: of the table, for messages.
        rows: all rows, the header among them; an empty one is no row.
        header: the header's row from 1, where it is not the first that has two cells.
        notes: what the reader found out.

    Raises:
        TableError: no rows, a row longer or shorter than the header, a header that stands twice.
    """
    lines = (row for row in rows if row)
    headers, skipped = _header(name, lines, header)
    coders = [Coder() for _ in headers]
    count = 0
    while chunk := list(islice(lines, CHUNK)):
        chunk = _even(name, chunk, len(headers), count)
        for coder, cells in zip(coders, zip(*chunk, strict=True), strict=True):
            if max(map(len, cells)) > LONGEST_CELL:
                row = next(number for number, cell in enumerate(cells, count + 1) if len(cell) > LONGEST_CELL)
                raise TableError(f"{name}: row {row} has a cell of more than {LONGEST_CELL:,} characters")
            coder.add(cells)
        count += len(chunk)
    if not count:
        raise TableError(f"{name}: the table is empty: it has a header and no rows")
    columns = tuple(coder.column(header) for coder, header in zip(coders, headers, strict=True))
    columns = tuple(column for column in columns if column.name or any(text.strip() for text in column.texts))
    above = (f"{skipped} row(s) above the header left out",) if skipped else ()
    return RawTable(name, _named(name, columns), count, (*notes, *above))


def _header(name: str, lines: Iterator[Sequence[str]], wanted: int | None) -> tuple[list[str], int]:
    """Return the header and how many rows stand above it: the first row with two cells, else the first."""
    first: list[list[str]] = []
    for line in islice(lines, wanted or HEADER_WITHIN):
        cells = [cell.strip().removeprefix("\ufeff").strip() for cell in line]
        first.append(cells)
        if len(cells) > MOST_COLUMNS:
            raise TableError(f"{name}: {len(cells):,} columns, more than {MOST_COLUMNS:,} are not read")
        if wanted is None and sum(map(bool, cells)) > 1:
            return cells, len(first) - 1
    if wanted is not None and len(first) == wanted:
        return first[-1], wanted - 1
    if not any(any(cells) for cells in first):
        raise TableError(f"{name}: the table is empty")
    found = ", ".join(shown(cell) for cells in first[:1] for cell in cells if cell)
    raise TableError(f"{name}: no header with two columns: found {found}; is the separator right?")


def _even(name: str, chunk: list[Sequence[str]], width: int, before: int) -> list[Sequence[str]]:
    """Return the rows with as many cells as the header; cells too many are only dropped where they are blank."""
    if all(len(row) == width for row in chunk):
        return chunk
    even = []
    for number, row in enumerate(chunk, before + 1):
        if len(row) < width or any(cell.strip() for cell in row[width:]):
            raise TableError(
                f"{name}: row {number} has {len(row)} cells, the header has {width}; "
                f"quote a cell that holds the separator, and leave no cell out"
            )
        even.append(row[:width])
    return even


def _named(name: str, columns: Sequence[Column]) -> tuple[Column, ...]:
    """Give a column without header its number as a name, and refuse a header that stands twice."""
    named, seen = [], {}
    for number, column in enumerate(columns, 1):
        header = " ".join(column.name.split()) or f"column {number}"
        if header.lower() in seen:
            raise TableError(
                f"{name}: columns {seen[header.lower()]} and {number} have the same header {shown(header)}"
            )
        seen[header.lower()] = number
        named.append(Column(header, column.ids, column.texts))
    return tuple(named)
