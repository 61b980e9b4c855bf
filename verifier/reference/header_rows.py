"""The first rows of a table in, its header out: titles above it are left out, a header of several rows becomes one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from verifier.reference.unit_rows import unit_row, with_units

__all__ = ["HEADER_WITHIN", "Header", "find_header"]

HEADER_WITHIN = 30  # rows: titles above the header end before
_MOST_ROWS = 4  # of one header


@dataclass(frozen=True, slots=True)
class Header:
    """The headers of the columns, the titles above them, and how many rows from the first they all take."""

    names: Sequence[str]
    titles: tuple[str, ...]
    start: int
    end: int
    rows: int  # that name the columns
    numbered: bool  # a row below counts the columns: "(1)", "(2)" …
    has_units: bool  # a row below gives the columns their units


def find_header(rows: Sequence[Sequence[str]], place: int | None = None) -> Header | None:
    """Return the header among the first rows, None where no row can be one.

    A header of several rows, as merged cells give it, becomes one: the cell above goes in front of
    those that stand below it.

    Args:
        rows: the first rows, their cells without spaces around.
        place: of the header's first row, where it is known.

    Raises:
        UnitError: a row of units below the header has one that is not known.

    >>> rows = [["Tabel 1", "", ""], ["", "Padi (ton)", ""], ["Provinsi", "2022", "2023"], ["Aceh", "1", "2"]]
    >>> header = find_header(rows)
    >>> header.names, header.titles, (header.start, header.end)
    (['Provinsi', 'Padi (ton) 2022', 'Padi (ton) 2023'], ('Tabel 1',), (1, 3))
    """
    start = _place(rows) if place is None else place
    if start is None or start >= len(rows):
        return None
    if place is None:
        while start and _joined(rows[start - 1], rows[start]):
            start -= 1
    names, end = rows[start], start + 1
    while end - start < _MOST_ROWS and end + 1 < len(rows) and (joined := _joined(names, rows[end])):
        names, end = joined, end + 1
    titles = tuple(cell for row in rows[:start] for cell in row if cell)
    above, units = end - start, unit_row(rows[end:])
    end += units is not None
    numbered = end < len(rows) and _counts_columns(rows[end])
    return Header(with_units(names, units or ()), titles, start, end + numbered, above, numbered, units is not None)


def _place(rows: Sequence[Sequence[str]]) -> int | None:
    """Return the first row that has more than two thirds as many filled cells as rows usually have.

    Titles and notes above a header fill one or two cells. A header may leave its first cell blank.
    """
    filled = [sum(map(bool, row)) for row in rows]
    counts = Counter(count for count in filled if count)
    usual = max(counts, key=lambda count: (counts[count], count > 1, -count), default=0)
    for place, (row, cells) in enumerate(zip(rows, filled, strict=True)):
        named = cells + (cells > 0 and not row[0])
        if named > 1 and 3 * named > 2 * usual:
            return place
    return None


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str] | None:
    """Return one header for two rows of it, None where they are none.

    A cell of the upper row that spans several is blank above all of them but the first. The first
    column is named in one of the rows only: else the upper one is a title, or the lower one data.
    """
    if len(upper) != len(lower) or (upper[0] and lower[0]):
        return None
    names, group, spans = [], "", False
    for above, below in zip(upper, lower, strict=True):
        if above:
            group = above if below else ""
        spans |= bool(group and below and not above)
        names.append(f"{group} {below}".strip() if below else above)
    return names if spans else None


def _counts_columns(row: Sequence[str]) -> bool:
    """Return whether a row counts the columns, as yearbooks do below a header: "(1)", "(2)" …"""
    return len(row) > 1 and all(cell == f"({number})" for cell, number in zip(row, count(1)))
