"""An XLSX workbook in, the raw table of one of its sheets out; what a cell shows is read, not how it is stored.

Formulas give the value that was saved with them; one that was saved without a value is an error of
its place. Formats are applied: 0.051 shown as 5.1% is the cell "5.1%", 1500 with "Rp" in its format is "1500 Rp",
the first of a month that is shown as "Jan-24" is that month.
"""

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from verifier.errors import TableError
from verifier.extras import extra
from verifier.reference.gather import gather
from verifier.reference.number_formats import shown_date, shown_number
from verifier.reference.raw import MOST_COLUMNS, Progress, RawTable, shown
from verifier.reference.typed_cells import Exact, cell_text, is_number

__all__ = ["read_xlsx"]

_MOST_WHOLE = 1 << 24  # unpacked bytes of a workbook that is asked for merged cells
_MOST_BYTES = 1 << 30  # of the unpacked workbook
_MOST_RATIO = 200
_MOST_CELLS = 50_000_000
_GENERAL = "General"


def read_xlsx(
    path: Path, *, sheet: str | None = None, header: int | None = None, progress: Progress | None = None
) -> RawTable:
    """Return the raw table of a sheet; which one must be said where several have cells.

    Raises:
        MissingExtra: openpyxl is not installed.
        TableError: no workbook, no such sheet, or a workbook that unpacks into far more than it says.
    """
    openpyxl = extra("openpyxl", "xlsx", "reading an XLSX workbook")
    _refuse_bomb(path)
    try:
        shown_values = openpyxl.load_workbook(path, read_only=True, data_only=True)
        formulas = openpyxl.load_workbook(path, read_only=True, data_only=False)
    except (KeyError, ValueError, OSError, zipfile.BadZipFile, SyntaxError) as error:
        raise TableError(f"{path.name}: no workbook that can be read: {str(error).splitlines()[0]}") from None
    try:
        chosen = _sheet(path.name, shown_values, sheet)
        notes = [f"sheet {shown(chosen)}"]
        rows = _rows(path.name, shown_values[chosen], formulas[chosen])
        merged = _merged(openpyxl, path, chosen)
        if merged:
            rows = _unmerged(rows, merged, notes)
        return gather(
            path.name, rows, header=header, notes=notes, text=cell_text, is_number=is_number, progress=progress
        )
    finally:
        shown_values.close()
        formulas.close()


def _refuse_bomb(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except zipfile.BadZipFile:
        raise TableError(
            f"{path.name}: no XLSX workbook (an older .xls, or protected by a password?); save it as XLSX or CSV"
        ) from None
    unpacked, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    if unpacked > _MOST_BYTES or unpacked > _MOST_RATIO * max(packed, 1 << 16):
        raise TableError(f"{path.name}: unpacks into {unpacked:,} bytes, which is more than is read; save it as CSV")


def _sheet(name: str, workbook: Any, wanted: str | None) -> str:
    sheets = [sheet.title for sheet in workbook.worksheets]
    if wanted is not None:
        if wanted not in sheets:
            raise TableError(f"{name}: no sheet {shown(wanted)}; there are {', '.join(map(shown, sheets))}")
        return wanted
    filled = [sheet.title for sheet in workbook.worksheets if _has_cells(sheet)]
    if not filled:
        raise TableError(f"{name}: the table is empty")
    if len(filled) > 1:
        sheets_text = ", ".join(map(shown, filled[:20]))
        raise TableError(f"{name}: {len(filled)} sheets have cells: {sheets_text}; say which: sheet='…' (--sheet)")
    return str(filled[0])


def _has_cells(sheet: Any) -> bool:
    rows = sheet.iter_rows(max_row=100, values_only=True)
    return any(value is not None for row in rows for value in row)


def _merged(openpyxl: Any, path: Path, sheet: str) -> dict[tuple[int, int], int]:
    """Return row and column of the first of cells that are merged downwards = the last row of them.

    Only whole workbooks tell it; of large ones, and of those that cannot be read as a whole, it is not known.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(part.file_size for part in archive.infolist()) > _MOST_WHOLE:
                return {}
        ranges = openpyxl.load_workbook(path)[sheet].merged_cells.ranges
    except (KeyError, TypeError, ValueError, OSError, zipfile.BadZipFile, SyntaxError):
        return {}
    return {(one.min_row, one.min_col): one.max_row for one in ranges if one.min_col == one.max_col}


def _unmerged(
    rows: Iterable[list[object]], merged: Mapping[tuple[int, int], int], notes: list[str]
) -> Iterator[list[object]]:
    """Yield the rows with the value of cells merged downwards in each of them, but for those of a header.

    Numbers stand beside the first of those cells below a header, and none beside those in one. A number that is
    merged itself is that of its first row only.
    """
    held: dict[int, tuple[int, object]] = {}
    told = "cells that are merged downwards have their value in each row"
    for number, cells in enumerate(rows, 1):
        beside_numbers = any(map(is_number, cells))
        for at, cell in enumerate(cells):
            last, above = held.get(at, (0, None))
            if beside_numbers and (number, at + 1) in merged and not is_number(cell):
                held[at] = merged[number, at + 1], cell
            elif cell is None and number <= last:
                cells[at] = above
                notes += [] if told in notes else [told]
        yield cells


def _rows(name: str, values: Any, formulas: Any) -> Iterator[list[object]]:
    """Yield the cells of each row as they are shown."""
    count = 0
    for row, written in zip(values.iter_rows(), formulas.iter_rows(), strict=False):
        count += len(row)
        if len(row) > MOST_COLUMNS or count > _MOST_CELLS:
            raise TableError(f"{name}: more than {MOST_COLUMNS:,} columns or {_MOST_CELLS:,} cells; save it as CSV")
        for cell, formula in zip(row, written, strict=False):
            if cell.value is None and formula.value is not None:
                raise TableError(
                    f"{name}: cell {formula.coordinate}: a formula that was saved without its value; "
                    f"open the workbook in a spreadsheet and save it again"
                )
        yield [_shown(cell) for cell in row]


def _shown(cell: Any) -> object:
    """Return the value of a cell; of a number with a percent or a unit in its format, or of a month, what is shown."""
    value, code = cell.value, cell.number_format or ""
    if isinstance(value, date):
        return shown_date(value, code) or value
    if not is_number(value) or code == _GENERAL:
        return value
    text = cell_text(value)
    as_shown = shown_number(text, code)
    return value if as_shown == text else Exact(as_shown)
