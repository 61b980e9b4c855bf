"""The cells of a table in a document in, a sentence for each of them out: "Penduduk, Jawa Barat: 48,3 juta"."""

from dataclasses import dataclass, field

from verifier.markup.prose import Piece, ProseBuilder

__all__ = ["Cell", "Table"]

LONGEST_HEADER = 120  # characters of a header that are repeated beside its cells
WIDEST_CELL = 100  # columns


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
    at = next((part.start for part in cell.parts if isinstance(part, Piece)), None)
    if at is not None:
        builder.separate("\n\n", at)
        said = [text for header in context if (text := _text(builder.source, header))]
        if said:
            builder.add(Piece(at, at, f"{', '.join(said)}: ", repeated=True))
    for part in cell.parts:
        if isinstance(part, Piece):
            builder.add(part)
        else:
            builder.comment(*part)


def _text(source: str, cell: Cell) -> str:
    pieces = [part for part in cell.parts if isinstance(part, Piece)]
    said = "".join(source[piece.start : piece.end] if piece.said is None else piece.said for piece in pieces)
    return said.strip()[:LONGEST_HEADER]
