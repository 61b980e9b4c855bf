"""Rows of cells in, the raw table out: header found, each column coded as the rows come."""

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import Any

from verifier.errors import TableError, UnitError
from verifier.reference.columns import CHUNK, Coder, Column, coded
from verifier.reference.footnotes import without_footnotes
from verifier.reference.header_rows import HEADER_WITHIN, Header, find_header
from verifier.reference.raw import LONGEST_CELL, MOST_COLUMNS, Progress, RawTable, name_columns, shown

__all__ = ["Collected", "finish", "gather"]

_MARKED = re.compile(r"(-?[0-9]+)\.([0-9]+)((?:%| .*)?)")


def gather(
    name: str,
    rows: Iterable[Sequence[object]],
    *,
    header: int | None = None,
    notes: Sequence[str] = (),
    text: Callable[[object], str] | None = None,
    is_number: Callable[[object], bool] | None = None,
    progress: Progress | None = None,
) -> RawTable:
    """Return the table that `rows` hold: lines above the header are left out, then every row has its cells.

    Args:
        name: of the table, for messages.
        rows: all rows, the header among them; one without any cell is none.
        header: the header's row from 1, where it is not the first that has two cells.
        notes: what the reader found out.
        text: makes the text of a cell, where cells are not text yet.
        is_number: tells which cells are numbers, where cells are not text yet.
        progress: is told the name and the number of rows from time to time.

    Raises:
        TableError: no rows, a row longer or shorter than the header, a header that stands twice.
    """
    found, below = _header(name, (row for row in rows if row), header, text)
    headers, footnotes = found.names, list[str]()
    lines = without_footnotes(below, footnotes)
    collected = [Collected(text, is_number) for _ in headers]
    numbers: array[int] = array("I")
    count = 0
    while chunk := list(islice(lines, CHUNK)):
        kept = _even(name, chunk, headers, count)
        numbers.extend(number for number, _ in kept)
        count += len(chunk)
        if progress:
            progress(name, count)
        for column, cells in zip(collected, zip(*(row for _, row in kept), strict=True), strict=bool(kept)):
            column.add(name, cells, kept)
    kept_numbers = range(1, count + 1) if len(numbers) == count else numbers
    raw = finish(name, headers, collected, kept_numbers, (*notes, *_around(found, footnotes)))
    return replace(raw, titles=found.titles)


def _around(header: Header, footnotes: Sequence[str]) -> Iterator[str]:
    """Yield what was left out above and below the table."""
    if header.start:
        yield f"{header.start} row(s) above the header left out: {', '.join(map(shown, header.titles[:3]))}"
    if header.rows > 1:
        yield f"a header of {header.rows} rows, put into one"
    if header.has_units:
        yield f"a row of units below the header, put into it: {', '.join(map(shown, header.names[:5]))}"
    if header.numbered:
        yield "a row below the header left out: it counts the columns"
    if footnotes:
        yield f"footnotes below the table left out: {', '.join(map(shown, footnotes[:3]))}"


def finish(
    name: str, headers: Sequence[str], collected: Sequence["Collected"], numbers: Sequence[int], notes: Sequence[str]
) -> RawTable:
    """Return the raw table of columns that have been collected; one without header and cells is dropped.

    Raises:
        TableError: there are no rows, a header stands twice, or a cell holds a NUL character.
    """
    if not numbers:
        raise TableError(f"{name}: the table is empty: it has a header and no rows")
    columns = [column.column(header) for column, header in zip(collected, headers, strict=True)]
    filled = [at for at, column in enumerate(columns) if column.name or any(cell.strip() for cell in column.texts)]
    named = name_columns(name, [columns[at] for at in filled])
    exact = frozenset(column.name for at, column in zip(filled, named, strict=True) if collected[at].is_exact)
    raw = RawTable(name, named, numbers, tuple(notes), exact)
    _refuse_nul(raw)
    return raw


class Collected:
    """The cells of one column so far, and which of them are numbers to the program that they come from."""

    def __init__(self, text: Callable[[object], str] | None, is_number: Callable[[object], bool] | None) -> None:
        self.coder = Coder()
        self.text, self.is_number = text, is_number
        self.numeric = bytearray()
        self.texts_among_numbers = False

    @property
    def is_exact(self) -> bool:
        """Whether all cells that are not blank are numbers."""
        return any(self.numeric) and not self.texts_among_numbers

    def add(self, name: str, cells: Sequence[Any], rows: Sequence[tuple[int, Any]]) -> None:
        """Append cells; `rows` has the number of each cell's row, for an error."""
        texts = list(map(self.text, cells)) if self.text else cells
        if max(map(len, texts)) > LONGEST_CELL:
            number = next(number for (number, _), text in zip(rows, texts, strict=True) if len(text) > LONGEST_CELL)
            raise TableError(f"{name}: row {number} has a cell of more than {LONGEST_CELL:,} characters")
        self.coder.add(texts)
        if self.is_number:
            numeric = bytes(self.is_number(cell) and text != "" for cell, text in zip(cells, texts, strict=True))
            self.numeric += numeric
            self.texts_among_numbers |= any(
                text.strip() and not flag for text, flag in zip(texts, numeric, strict=True)
            )

    def pad(self, rows: int) -> None:
        """Append blank cells."""
        self.coder.add([""] * rows)
        self.numeric += bytes(rows)

    def column(self, header: str) -> Column:
        """Return the column; numbers among texts are written without a mark, which the texts have to settle."""
        column = self.coder.column(header)
        if not self.texts_among_numbers or not any(self.numeric):
            return column
        cells = map(column.texts.__getitem__, column.ids)
        return coded(
            header, (_unmarked(cell) if flag else cell for cell, flag in zip(cells, self.numeric, strict=True))
        )


def _unmarked(number: str) -> str:
    """Return a number without a decimal mark.

    >>> _unmarked("-5.10"), _unmarked("2023"), _unmarked("5.1%"), _unmarked("12.5 €")
    ('-510e-2', '2023', '51e-1%', '125e-1 €')
    """
    match = _MARKED.fullmatch(number)
    return f"{match[1]}{match[2]}e-{len(match[2])}{match[3]}" if match else number


def _header(
    name: str, lines: Iterator[Sequence[Any]], wanted: int | None, text: Callable[[object], str] | None
) -> tuple[Header, Iterator[Sequence[Any]]]:
    """Return the header, and the rows below it."""
    first = list(islice(lines, (wanted or 0) + HEADER_WITHIN))
    cells = [[_stripped(text(cell) if text else cell) for cell in row] for row in first]
    if first and max(map(len, first)) > MOST_COLUMNS:
        raise TableError(f"{name}: {max(map(len, first)):,} columns, more than {MOST_COLUMNS:,} are not read")
    try:
        header = find_header(cells, None if wanted is None else wanted - 1)
    except UnitError as error:
        raise TableError(f"{name}: {error}") from None
    if header is not None:
        return header, chain(first[header.end :], lines)
    if not any(any(row) for row in cells):
        raise TableError(f"{name}: the table is empty")
    found = ", ".join(shown(cell) for row in cells[:1] for cell in row if cell)
    raise TableError(f"{name}: no header with two columns: found {found}; is the separator right?")


def _stripped(cell: Any) -> str:
    return str(cell).strip().removeprefix("\ufeff").strip()


def _even(name: str, chunk: list[Any], headers: Sequence[str], before: int) -> list[tuple[int, Sequence[Any]]]:
    """Return the rows that are not blank, with their numbers, all as wide as the header.

    Blank cells may stand behind the last column, and those below no header may be left out.
    """
    even, width = [], len(headers)
    for number, row in enumerate(chunk, before + 1):
        if len(row) != width:
            if not all(map(_is_blank, row[width:] or headers[len(row) :])):
                raise TableError(
                    f"{name}: row {number} has {len(row)} cells, the header has {width}; "
                    f"quote a cell that holds the separator, and leave no cell out"
                )
            row = [*row, *[""] * (width - len(row))][:width]
        if row[0] == headers[0] and headers[0] and list(row) == list(headers):
            raise TableError(
                f"{name}: row {number} is the header again; give each table a file of its own, or delete the row"
            )
        if not all(map(_is_blank, row)):
            even.append((number, row))
    return even


def _is_blank(cell: object) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _refuse_nul(raw: RawTable) -> None:
    for column in raw.columns:
        text_id = next((number for number, text in enumerate(column.texts) if "\0" in text), None)
        if text_id is not None:
            place = f"row {raw.number(column, text_id)}, column {shown(column.name)}"
            raise TableError(f"{raw.name}: {place}: a NUL character; is this a text file?")
