"""Rows of text in, one compact column for each header out: the table as its owner wrote it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from verifier.errors import TableError
from verifier.reference.columns import CHUNK, Coder, Column

__all__ = ["RawTable", "gather", "shown"]

MOST_COLUMNS = 16_384
LONGEST_CELL = 1_000_000  # characters
HEADER_WITHIN = 30  # rows: titles above the header end before


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
    for column in columns:
        _refuse_nul(name, column)
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


def _refuse_nul(name: str, column: Column) -> None:
    text_id = next((number for number, text in enumerate(column.texts) if "\0" in text), None)
    if text_id is not None:
        row = column.first_row(text_id) + 1
        raise TableError(f"{name}: row {row}, column {shown(column.name)}: a NUL character; is this a text file?")


def _named(name: str, columns: Sequence[Column]) -> tuple[Column, ...]:
    """Give a column without header its number as a name, and refuse a header that stands twice."""
    seen: dict[str, int] = {}
    named = []
    for number, column in enumerate(columns, 1):
        header = " ".join(column.name.split()) or f"column {number}"
        if header.lower() in seen:
            raise TableError(
                f"{name}: columns {seen[header.lower()]} and {number} have the same header {shown(header)}"
            )
        seen[header.lower()] = number
        named.append(Column(header, column.ids, column.texts))
    return tuple(named)
