"""Values of a program in (numbers, dates, missing ones), the text of a cell out, as exact as they were."""

import math
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from decimal import Decimal
from itertools import chain
from numbers import Number

from verifier.errors import TableError
from verifier.reference.gather import gather
from verifier.reference.raw import RawTable

__all__ = ["Exact", "cell_text", "is_number", "raw_from_columns"]

_MISSING = frozenset(("<NA>", "NaT", "nan", "NaN", "None"))


def cell_text(value: object) -> str:
    """Return a value as the text of a cell, "" where it is missing.

    A binary float is written with as few digits as tell it apart, and without the ".0" that says nothing.

    >>> [cell_text(value) for value in (4.1, 5.0, 7, Decimal("4.10"), None, float("nan"), datetime(2024, 6, 30))]
    ['4.1', '5', '7', '4.10', '', '', '2024-06-30']
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return "" if math.isnan(value) else _shortest(repr(float(value)))
    if str(value) in _MISSING:  # NaT is a datetime, and no time
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() and value.tzinfo is None else value.isoformat(" ")
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, list | tuple | dict | set):
        return _joined(value)
    text = str(value)
    return _shortest(text) if is_number(value) and not isinstance(value, Decimal | int) else text


def is_number(value: object) -> bool:
    """Return whether a value is a number to its program; True and False are none.

    >>> is_number(4.1), is_number(True), is_number("4.1")
    (True, False, False)
    """
    if isinstance(value, Number):
        return not isinstance(value, bool)
    return isinstance(value, Exact)


class Exact(str):
    """The text of a number that needs no decimal mark to be settled, such as "5.1%" shown by a spreadsheet."""

    __slots__ = ()


def raw_from_columns(
    name: str, columns: Iterable[tuple[str, Sequence[object]]], *, notes: Sequence[str] = ()
) -> RawTable:
    """Return the raw table of columns in memory.

    Raises:
        TableError: no columns, no rows, or columns of different length.
    """
    headers, cells = [], []
    for header, values in columns:
        headers.append(header)
        cells.append(values)
    if len({len(values) for values in cells}) > 1:
        raise TableError(f"{name}: its columns have different numbers of rows")
    rows = chain([headers], zip(*cells, strict=True))
    return gather(name, rows, header=1, notes=notes, text=cell_text, is_number=is_number)


def _shortest(text: str) -> str:
    return text.removesuffix(".0")


def _joined(value: Iterable[object]) -> str:
    """Return a list of texts as aliases are written; anything else nested is no cell."""
    if isinstance(value, dict) or not all(isinstance(item, str) for item in value):
        raise TableError("a cell holds a nested value; only lists of texts (aliases) can be nested")
    return "|".join(str(item) for item in value)
