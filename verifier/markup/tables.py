"""The cells of a table in a document in, a sentence for each of them out: "Penduduk, Jawa Barat | 48,3 juta".

A unit in the brackets of a header stands beside each bare number of its row or column: "Beras (juta
ton)" and "9,14" are read as "Beras, … | 9,14 juta ton". A bar, since "Boeing: 737" is a name and "Boeing | 737" is not.
"""

import re
import unicodedata
from dataclasses import dataclass, field

from verifier.markup.prose import Piece, ProseBuilder

__all__ = ["Cell", "Table"]

LONGEST_HEADER = 120  # characters of a header that are repeated beside its cells
WIDEST_CELL = 100  # columns
LONGEST_SIGN = 3  # letters of a currency that stands before a number: "Rp miliar", "RM juta", "USD million"
_UNIT = re.compile(r"(?P<name>.*?)\s*[(\[](?P<unit>[^()\[\]0-9]{1,40})[)\]]\s*", re.DOTALL)
_BARE = re.compile(r"[-+−–]?\d[\d.,'’\s]*")


@dataclass(slots=True)
class Cell:
    """A cell: its pieces and comments in their order, and how many columns it takes."""

    header: bool
    columns: int = 1
    parts: list[Piece | tuple[int, int, str]] = field(default_factory=list)

    def add(self, piece: Piece) -> None:
        """Add a part of the cell's text."""
        self.parts.append(piece)

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

    def cell(self, *, header: bool, columns: int = 1) -> Cell:
        """Begin a cell and return it."""
        if not self._rows:
            self.row()
        cell = Cell(header, max(1, min(columns, WIDEST_CELL)))
        self._rows[-1].append(cell)
        return cell

    def add_to(self, builder: ProseBuilder) -> None:
        """Add the headers once, and each other cell behind those of its row and column."""
        headings: dict[int, list[Cell]] = {}
        for row in filter(None, self._rows):
            only_headers = all(cell.header for cell in row)
            column = 0
            for cell in row:
                if only_headers:
                    for covered in range(column, column + cell.columns):
                        headings.setdefault(covered, []).append(cell)
                context = [] if cell.header or cell is row[0] else [*headings.get(column, ()), row[0]]
                _add(builder, cell, context)
                column += cell.columns


def _add(builder: ProseBuilder, cell: Cell, context: list[Cell]) -> None:
    pieces = [part for part in cell.parts if isinstance(part, Piece)]
    names = [text for header in context if (text := _text(builder.source, header))]
    before = after = ""
    if _BARE.fullmatch(_text(builder.source, cell)):
        names, unit = _without_unit(names)
        before, after = _around(unit)
    if pieces:
        at = pieces[0].start
        builder.separate("\n\n", at)
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

    >>> _around("ribu ton"), _around("Rp miliar"), _around("US$")
    (('', ' ribu ton'), ('Rp ', ' miliar'), ('US$', ''))
    """
    first, _, rest = unit.strip().partition(" ")
    if any(unicodedata.category(character) == "Sc" for character in first):
        return first, f" {rest}" if rest else ""
    if rest and len(first) <= LONGEST_SIGN and first[0].isupper():
        return f"{first} ", f" {rest}"
    return "", f" {unit.strip()}" if unit.strip() else ""


def _text(source: str, cell: Cell) -> str:
    pieces = [part for part in cell.parts if isinstance(part, Piece)]
    said = "".join(source[piece.start : piece.end] if piece.said is None else piece.said for piece in pieces)
    return said.strip()[:LONGEST_HEADER]
