"""A table whose first column names a block of rows only once in, the same with the name in each of its rows out."""

from dataclasses import replace

from verifier.reference.columns import Column
from verifier.reference.header_words import HeaderWords, role_of
from verifier.reference.raw import RawTable, shown

__all__ = ["with_blocks_named"]

_MOST_ROWS = 100_000  # of a table that people lay out


def with_blocks_named(raw: RawTable, words: HeaderWords) -> RawTable:
    """Return a table with the cell above in blank cells of its first column, where that parts it into equal blocks.

    So merged cells are saved: the name of a measure or a province, and blanks for its further years. Blanks in
    no order may be faults, and stay.

    >>> from verifier.reference.columns import coded
    >>> from verifier.reference.header_words import header_words
    >>> cells = {"wilayah": ["Aceh", "", "Bali", ""], "tahun": ["2022", "2023"] * 2}
    >>> raw = RawTable("t", tuple(coded(name, texts) for name, texts in cells.items()), range(1, 5))
    >>> list(map(with_blocks_named(raw, header_words()).columns[0].__getitem__, range(4)))
    ['Aceh', 'Aceh', 'Bali', 'Bali']
    """
    first = next((column for column in raw.columns if role_of(column.name, words) != "ignored"), None)
    if first is None or raw.rows > _MOST_ROWS or not _has_equal_blocks(first):
        return raw
    columns = tuple(column.filled_down() if column is first else column for column in raw.columns)
    note = f"blank cells below a name in {shown(first.name)} taken for that name, as merged cells mean it"
    return replace(raw, columns=columns, notes=(*raw.notes, note))


def _has_equal_blocks(column: Column) -> bool:
    """Return whether each filled cell is followed by the same number of blank ones, at least one, at least twice."""
    starts = [row for row in range(len(column)) if column[row].strip()]
    if len(starts) < 2 or starts[0] != 0:
        return False
    lengths = {end - start for start, end in zip(starts, [*starts[1:], len(column)], strict=True)}
    return len(lengths) == 1 and lengths.pop() > 1
