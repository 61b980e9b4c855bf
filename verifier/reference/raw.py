"""A table as its owner wrote it, all cells text: `RawTable`, and what its parts may be called."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from verifier.errors import TableError
from verifier.reference.columns import Column

__all__ = ["LONGEST_CELL", "MOST_COLUMNS", "Progress", "RawTable", "name_columns", "shown"]

Progress = Callable[[str, int], None]  # name of the table, rows read so far
MOST_COLUMNS = 16_384
LONGEST_CELL = 1_000_000  # characters


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table as its owner wrote it, all cells text.

    `numbers` are the 1-based data rows as the owner counts them: rows of nothing but blank cells are
    counted and not kept. `exact` names the columns whose cells came as numbers and not as text: their
    decimal mark is ".". `notes` tell what was found out while reading; `titles` stood above the header;
    `separator` stands between the cells of a file of separated values.
    """

    name: str
    columns: tuple[Column, ...]
    numbers: Sequence[int]
    notes: tuple[str, ...] = ()
    exact: frozenset[str] = frozenset()
    titles: tuple[str, ...] = ()
    separator: str = ""

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers in the order of the columns."""
        return tuple(column.name for column in self.columns)

    @property
    def rows(self) -> int:
        """How many rows are kept."""
        return len(self.numbers)

    def number(self, column: Column, text_id: int) -> int:
        """Return the row in which a text of a column first stands, as the owner counts."""
        return self.numbers[column.first_row(text_id)]


def shown(text: str, length: int = 40) -> str:
    """Return a cell as an error message shows it: quoted, on one line, cut.

    >>> shown("a" * 100)
    "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…'"
    """
    return repr(text if len(text) <= length else text[:length] + "…")


def name_columns(name: str, columns: Sequence[Column]) -> tuple[Column, ...]:
    """Give a column without header its number as a name, and refuse a header that stands twice."""
    seen: dict[str, int] = {}
    named = []
    for number, column in enumerate(columns, 1):
        header = " ".join(column.name.split()) or f"column {number}"
        if header.lower() in seen:
            raise TableError(
                f"{name}: columns {seen[header.lower()]} and {number} have the same header "
                f"{shown(header)}; give one of them another"
            )
        seen[header.lower()] = number
        named.append(Column(header, column.ids, column.texts))
    return tuple(named)
