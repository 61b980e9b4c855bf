"""Cells in, one compact column out: each different text once, and the number of the text in each row."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain, islice, repeat
from typing import Any, overload

__all__ = [
    "Coder",
    "Column",
    "Texts",
    "coded",
    "combined",
    "compact",
    "constant",
    "cycled",
    "finest",
    "interleaved",
    "joined",
]

CHUNK = 4096  # cells that are handled at a time
_LONG_ENOUGH_TO_JUDGE = 65_536  # cells, before a column of mostly different texts is no longer coded


class Texts(Sequence[str]):
    """Many texts in one block of bytes: a tenth of the memory of so many strings."""

    __slots__ = ("ends", "store")

    def __init__(self, store: Any = None, ends: Any = None) -> None:
        self.store = bytearray() if store is None else store
        self.ends = array("Q") if ends is None else ends

    def extend(self, texts: Iterable[str]) -> None:
        """Append texts."""
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        start = len(self.store)
        self.store += b"".join(encoded)
        self.ends.extend(islice(accumulate(map(len, encoded), initial=start), 1, None))

    def extend_encoded(self, encoded: bytes | memoryview, bounds: Sequence[int]) -> None:
        """Append texts that are bytes already; `bounds` are their ends, and before them the start of the first."""
        shift = len(self.store) - bounds[0]
        self.store += encoded
        self.ends.extend(bounds[1:] if not shift else [end + shift for end in bounds[1:]])

    def __len__(self) -> int:
        return len(self.ends)

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> list[str]: ...
    def __getitem__(self, number: int | slice) -> str | list[str]:
        if isinstance(number, slice):
            return [self[at] for at in range(*number.indices(len(self)))]
        if number < 0:
            number += len(self)
        start = self.ends[number - 1] if number else 0
        return bytes(self.store[start : self.ends[number]]).decode("utf-8", "surrogatepass")

    def __iter__(self) -> Iterator[str]:
        start = 0
        for end in self.ends:
            yield bytes(self.store[start:end]).decode("utf-8", "surrogatepass")
            start = end


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

    def mapped(self, texts: Iterable[str], name: str | None = None) -> "Column":
        """Return the column with its different texts put in another form, `texts` in their order.

        >>> Column("tahun", [0, 1, 0], ["2023 ", "2024"]).mapped(["2023", "2024"])[2]
        '2023'
        """
        new = coded(name or self.name, texts)
        if isinstance(self.ids, range):
            return new
        if len(new.texts) == len(self.texts):
            return Column(new.name, self.ids, new.texts)
        return Column(new.name, compact(map(new.ids.__getitem__, self.ids), len(new.texts)), new.texts)

    def filled_down(self) -> "Column":
        """Return the column with the cell above wherever a cell is blank, as merged cells mean it.

        >>> coded("provinsi", ["Aceh", "", "Bali"]).filled_down()[1]
        'Aceh'
        """
        blank = {text_id for text_id, text in enumerate(self.texts) if not text.strip()}
        if not blank:
            return self
        ids = compact(self.ids, len(self.texts))
        for row, text_id in enumerate(ids):
            if row and text_id in blank:
                ids[row] = ids[row - 1]
        return Column(self.name, ids, self.texts)

    def repeated(self, times: int) -> "Column":
        """Return the column with each row repeated so many times."""
        if times == 1:
            return self
        repeated = chain.from_iterable(repeat(text_id, times) for text_id in self.ids)
        return Column(self.name, compact(repeated, len(self.texts)), self.texts)


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
    plain: Texts | None = None

    def add(self, cells: Sequence[str]) -> None:
        """Append cells."""
        if self.plain is not None:
            self.plain.extend(cells)
            return
        self.ids.extend(map(self.codes.__getitem__, cells))
        if len(self.ids) >= _LONG_ENOUGH_TO_JUDGE and 2 * len(self.codes) > len(self.ids):
            self._give_up()

    def _give_up(self) -> None:
        texts = list(self.codes)
        self.plain = Texts()
        self.plain.extend(texts[code] for code in self.ids)
        self.codes, self.ids = _Codes(), array("I")

    def column(self, name: str) -> Column:
        """Return what was collected."""
        if self.plain is not None:
            return Column(name, range(len(self.plain)), self.plain)
        return Column(name, compact(self.ids, len(self.codes)), list(self.codes))


def compact(numbers: Iterable[int], count: int) -> "array[int]":
    """Return numbers below `count` in an array of the least width that holds them.

    >>> compact([0, 1], 2).typecode
    'B'
    """
    return array("B" if count <= 1 << 8 else "H" if count <= 1 << 16 else "I", numbers)


def coded(name: str, cells: Iterable[str]) -> Column:
    """Return a column of cells.

    >>> coded("unit", ["ton", "kg", "ton"]).texts
    ['ton', 'kg']
    """
    coder, cells = Coder(), iter(cells)
    while chunk := list(islice(cells, CHUNK)):
        coder.add(chunk)
    return coder.column(name)


def constant(name: str, text: str, rows: int) -> Column:
    """Return a column that has the same text in all rows.

    >>> constant("unit", "ton", 3)[2]
    'ton'
    """
    return Column(name, array("B", bytes(rows)), [text])


def cycled(name: str, texts: Sequence[str], rows: int) -> Column:
    """Return a column that runs through `texts` once for each of `rows`.

    >>> list(cycled("period", ["2023", "2024"], 2).ids)
    [0, 1, 0, 1]
    """
    if len(texts) == 1:
        return constant(name, texts[0], rows)
    column = coded(name, texts)
    return Column(name, compact(column.ids, len(column.texts)) * rows, column.texts)


def interleaved(name: str, columns: Sequence[Column]) -> Column:
    """Return the cells of several columns row by row: those of the first row, then of the second …

    >>> interleaved("value", [coded("2023", ["1", "2"]), coded("2024", ["3", "4"])])[1]
    '3'
    """
    if len(columns) == 1:
        return Column(name, columns[0].ids, columns[0].texts)
    merged = coded(name, chain.from_iterable(column.texts for column in columns))
    ends = list(accumulate(len(column.texts) for column in columns))
    tables = [merged.ids[end - len(column.texts) : end] for end, column in zip(ends, columns, strict=True)]
    rows = zip(
        *(map(table.__getitem__, column.ids) for table, column in zip(tables, columns, strict=True)), strict=True
    )
    return Column(name, compact(chain.from_iterable(rows), len(merged.texts)), merged.texts)


def combined(name: str, one: Column, other: Column, form: Callable[[str, str], str]) -> Column:
    """Return a column made of the cells of two columns in each row."""
    made: dict[tuple[int, int], str] = {}

    def cells() -> Iterator[str]:
        for pair in zip(one.ids, other.ids, strict=True):
            text = made.get(pair)
            if text is None:
                text = made[pair] = form(one.texts[pair[0]], other.texts[pair[1]])
            yield text

    return coded(name, cells())


def joined(name: str, columns: Sequence[Column]) -> Column:
    """Return the rows of several columns after one another.

    >>> joined("measure", [constant("measure", "GDP", 1), constant("measure", "CPI", 1)])[1]
    'CPI'
    """
    return coded(name, chain.from_iterable(map(column.texts.__getitem__, column.ids) for column in columns))


def finest(columns: Sequence[Column]) -> Column:
    """Return the column whose names lie inside those of another (kabupaten in provinsi), else the first."""
    main = columns[0]
    for column in columns[1:]:
        pairs = set(zip(column.ids, main.ids, strict=True))
        if len(pairs) == len(set(column.ids)) > len(set(main.ids)):
            main = column
    return main
