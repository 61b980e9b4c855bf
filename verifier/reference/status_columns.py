"""The status of each tidy row out: from its own column, the letter behind its value, its header, or its period."""

from collections.abc import Sequence

from verifier.reference.columns import Column, combined, constant, interleaved
from verifier.reference.context import Context
from verifier.reference.dated_texts import read_dated, read_flags
from verifier.reference.roles import Roles
from verifier.reference.value_columns import ValueCells

__all__ = ["status_column"]


def status_column(context: Context, roles: Roles, cells: Sequence[ValueCells]) -> Column | None:
    """Return the status of each tidy row, the nearest that is said; None where nothing says any."""
    own = roles.columns.get("status")
    fixed = context.layout.fixed.get("status", "")
    around = constant("status", fixed, context.raw.rows)
    for column in roles.periods:
        around = _nearer(_beside_periods(context, column), around)
    said = own is not None or any(around.texts) or roles.flags or any(cell.statuses for cell in cells)
    if not said and not any(value.status for value in roles.values):
        return None
    columns = []
    for value, cell in zip(roles.values, cells, strict=True):
        column = around.mapped(value.status or text for text in around.texts)
        if cell.statuses:
            marks = (cell.statuses.get(text_id, "") for text_id in range(len(value.column.texts)))
            column = _nearer(value.column.mapped(marks), column)
        flags = roles.flags.get(value.column.name)
        if flags is not None:
            column = _nearer(flags.mapped(_said(context, text) for text in flags.texts), column)
        if own is not None:
            column = _nearer(own.mapped(_said(context, text) for text in own.texts), column)
        columns.append(column)
    return interleaved("status", columns)


def _said(context: Context, text: str) -> str:
    """Return a status as it is written, that of a letter of flags by its name; a flag may say none: "b"."""
    status = read_flags(text, context.dates)
    return " ".join(text.split()) if status is None else status


def _beside_periods(context: Context, column: Column) -> Column:
    dated = (read_dated(text, context.dates) for text in column.texts)
    return column.mapped(found.status if found else "" for found in dated)


def _nearer(one: Column, other: Column) -> Column:
    """Return the cells of `one`, and those of `other` where they are blank."""
    return combined("status", one, other, lambda near, far: near or far) if any(one.texts) else other
