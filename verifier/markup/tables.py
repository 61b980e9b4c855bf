"""The cells of a table in a document in, a sentence for each of them out: "Penduduk, Jawa Barat | 48,3 juta".

A cell is read behind the headers of its column and the labels of its row: the header cells at its left end, else
its first cell and the words and years that follow that. A column that only numbers the rows is left out, and one of
units is read beside the numbers of its row.

A unit in the brackets of a header stands beside each bare number of its row or column: "Beras (juta
ton)" and "9,14" are read as "Beras, … | 9,14 juta ton". A bar, since "Boeing: 737" is a name and "Boeing | 737" is not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise, takewhile

from verifier.markup.prose import Piece, ProseBuilder
from verifier.markup.unit_columns import is_currency, is_unit

__all__ = ["Cell", "Table"]

LONGEST_HEADER = 120  # characters of a header that are repeated beside its cells
WIDEST_CELL = 100  # columns, or rows
LONGEST_STEP = 10  # years between two rows: a census
_UNIT = re.compile(r"(?P<name>.*?)\s*[(\[](?P<unit>[^()\[\]0-9]{1,40})[)\]]\s*", re.DOTALL)
_BARE = re.compile(r"[-+−–]?\d[\d.,'’\s]*")
_SIGN = re.compile(r"(?P<sign>[^\s/]+)(?P<rest>.*)", re.DOTALL)
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(slots=True)
class Cell:
    """A cell: its pieces and comments in their order, and how many columns and rows it takes."""

    header: bool
    columns: int = 1
    rows: int = 1
    parts: list[Piece | tuple[int, int, str]] = field(default_factory=list)
    apart: bool = False

    def add(self, piece: Piece) -> None:
        """Add a part of the cell's text."""
        if self.apart and self.parts:
            self.parts.append(Piece(piece.start, piece.start, " "))
        self.apart = False
        self.parts.append(piece)

    @property
    def inside_a_line(self) -> bool:
        """Whether the text so far does not end with a block."""
        return bool(self.parts) and not self.apart

    def separate(self) -> None:
        """Keep what follows apart from what is in the cell so far."""
        self.apart = True

    def comment(self, start: int, end: int, body: str) -> None:
        """Keep a comment that follows what was added last."""
        self.parts.append((start, end, body))


class Table:
    """Collects the cells of a table row by row, then adds them to the text."""

    def __init__(self) -> None:
        self._rows: list[list[Cell]] = []

    def row(self) -> None:
        """Begin a row."""
        self._rows.append([])

    def cell(self, *, header: bool, columns: int = 1, rows: int = 1) -> Cell:
        """Begin a cell and return it."""
        if not self._rows:
            self.row()
        cell = Cell(header, max(1, min(columns, WIDEST_CELL)), max(1, min(rows, WIDEST_CELL)))
        self._rows[-1].append(cell)
        return cell

    def add_to(self, builder: ProseBuilder) -> None:
        """Add the headers once, and each other cell behind those of its column and the labels of its row."""
        headings: dict[int, list[Cell]] = {}
        rows = list(self._placed())
        words = _Columns(builder.source, rows)
        for row in rows:
            own = [place for place in row if place.own]
            if all(place.cell.header for place in own):
                for place in own:
                    for covered in range(place.column, place.column + place.cell.columns):
                        headings.setdefault(covered, []).append(place.cell)
                    _add(builder, place.cell, [])
                continue
            labels, unit = words.labels(row), words.unit(row)
            for place in own:
                if place.column in words.numbering:
                    continue
                alone = place.cell.header or place.cell in labels or place.column in words.units
                context = [] if alone else [*headings.get(place.column, ()), *labels]
                _add(builder, place.cell, context, unit="" if alone else unit)

    def _placed(self) -> Iterator[list["_Place"]]:
        """Yield the cells of each row with their columns, and among them those that reach down from above."""
        hanging: dict[int, tuple[int, Cell]] = {}  # column = rows that the cell still takes
        for cells in filter(None, self._rows):
            row = [_Place(column, cell, own=False) for column, (_, cell) in hanging.items()]
            covered = {at for place in row for at in range(place.column, place.column + place.cell.columns)}
            hanging = {column: (left - 1, cell) for column, (left, cell) in hanging.items() if left > 1}
            column = 0
            for cell in cells:
                while column in covered:
                    column += 1
                row.append(_Place(column, cell, own=True))
                if cell.rows > 1:
                    hanging[column] = (cell.rows - 1, cell)
                column += cell.columns
            yield sorted(row, key=lambda place: place.column)


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell in a row; its `own` where it does not reach down from a row above."""

    column: int
    cell: Cell
    own: bool


class _Columns:
    """What the columns of a table hold, apart from its headers."""

    def __init__(self, source: str, rows: Sequence[Sequence[_Place]]) -> None:
        self._source = source
        said: dict[int, list[str]] = {}
        for place in chain.from_iterable(rows):
            if place.own and not place.cell.header:
                said.setdefault(place.column, []).append(_text(source, place.cell))
        counted = [str(number) for number in range(1, len(said.get(0, ())) + 1)]
        numbers = len(counted) > 1 and [text.rstrip(".)") for text in said[0]] == counted
        self.numbering = {0} if numbers else set()
        self.units = {column for column, texts in said.items() if column and all(map(is_unit, texts))}
        self._labels = {column for column, texts in said.items() if _are_words(texts) or _are_years(texts)}

    def labels(self, row: Sequence[_Place]) -> list[Cell]:
        """Return the cells that say what a row is about."""
        row = [place for place in row if place.column not in self.numbering | self.units]
        headers = list(takewhile(lambda place: place.cell.header, row))
        first = headers or row[:1]
        more = takewhile(lambda place: place.column in self._labels, row[len(first) :]) if not headers else ()
        return [place.cell for place in (*first, *more)]

    def unit(self, row: Sequence[_Place]) -> str:
        """Return the unit that a row has in a column of units, "" where it has none."""
        return next((_text(self._source, place.cell) for place in row if place.column in self.units), "")


def _are_words(texts: Sequence[str]) -> bool:
    """Return whether the cells of a column are words: a dash, for a figure that is missing, is none.

    >>> _are_words(["Solo", "Kota Tegal", ""]), _are_words(["-", ""]), _are_words(["Solo", "5 kota"])
    (True, False, False)
    """
    said = "".join(texts)
    return any(map(str.isalpha, said)) and not any(map(str.isdigit, said))


def _are_years(texts: Sequence[str]) -> bool:
    """Return whether the cells of a column are years, and not counts that look like some: their steps are small.

    >>> _are_years(["2010", "2020", "2010"]), _are_years(["2010", "1990"]), _are_years(["2010"])
    (True, False, False)
    """
    if len(texts) < 2 or not all(map(_YEAR.fullmatch, texts)):
        return False
    years = sorted(set(map(int, texts)))
    return all(later - year <= LONGEST_STEP for year, later in pairwise(years))


def _add(builder: ProseBuilder, cell: Cell, context: list[Cell], *, unit: str = "") -> None:
    pieces = [part for part in cell.parts if isinstance(part, Piece)]
    names = [text for header in context if (text := _text(builder.source, header))]
    before = after = ""
    if _BARE.fullmatch(_text(builder.source, cell)):
        names, bracketed = _without_unit(names)
        before, after = _around(bracketed or unit)
    if pieces:
        at = pieces[0].start
        builder.separate("\n\n", at)
        builder.cell()
        if names:
            builder.add(Piece(at, at, f"{', '.join(names)} | {before}", repeated=True))
    for part in cell.parts:
        if isinstance(part, Piece):
            builder.add(part)
            if part is pieces[-1]:
                builder.add(Piece(part.end, part.end, after, repeated=True))
        else:
            builder.comment(*part)


def _without_unit(headers: list[str]) -> tuple[list[str], str]:
    """Return the headers of a cell without their brackets, and the first unit that stands in such."""
    found = [_UNIT.fullmatch(header) for header in headers]
    names = [match["name"] if match else header for match, header in zip(found, headers, strict=True)]
    return [name for name in names if name], next((match["unit"] for match in found if match), "")


def _around(unit: str) -> tuple[str, str]:
    """Return what of a unit stands before a number and what behind it.

    >>> _around("ribu ton"), _around("Rp miliar"), _around("US$"), _around("Rp/kg"), _around("MW")
    (('', ' ribu ton'), ('Rp ', ' miliar'), ('US$', ''), ('Rp ', '/kg'), ('', ' MW'))
    """
    found = _SIGN.match(unit.strip())
    if found and is_currency(found["sign"]):
        return found["sign"] + " " * found["sign"][-1].isalpha(), found["rest"]
    return "", f" {unit.strip()}" if unit.strip() else ""


def _text(source: str, cell: Cell) -> str:
    pieces = [part for part in cell.parts if isinstance(part, Piece)]
    said = "".join(source[piece.start : piece.end] if piece.said is None else piece.said for piece in pieces)
    return said.strip()[:LONGEST_HEADER]
