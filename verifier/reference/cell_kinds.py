"""A column in, whether its cells are numbers out."""

from verifier.reference.amount_cells import is_amount
from verifier.reference.columns import Column
from verifier.reference.context import Context
from verifier.reference.note_signs import without_note
from verifier.reference.number_cells import looks_numeric

__all__ = ["SAMPLE", "is_numeric"]

SAMPLE = 2000  # different cells, to tell what a column holds
_KINDS = {"number": True, "integer": True, "string": False}  # of a data package: whether they are numbers


def is_numeric(context: Context, column: Column) -> bool:
    """Return whether at least half of the different cells that are no blanks are numbers."""
    if column.name in context.raw.exact:
        return True
    kind = context.field(column.name).kind
    if kind in _KINDS:
        return _KINDS[kind]
    texts = [text for text in column.texts[:SAMPLE] if not context.is_blank(text)]
    numbers = sum(_is_number(context, text) for text in texts)
    return bool(texts) and 2 * numbers >= len(texts)


def _is_number(context: Context, text: str) -> bool:
    if looks_numeric(text) or is_amount(text, context.units):
        return True
    bare, mark = without_note(text.strip(), context.dates, context.units)
    return bool(mark) and looks_numeric(bare)
