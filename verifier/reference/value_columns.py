"""Columns of numbers in, plain decimal text out, with the units and flags in cells; each settles its decimal mark."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from verifier.reference.amount_cells import parted
from verifier.reference.columns import Column
from verifier.reference.context import Context
from verifier.reference.dated_texts import read_flags
from verifier.reference.layout import header_key
from verifier.reference.note_signs import without_note
from verifier.reference.number_cells import Marks, decimal_mark, group_mark, is_simple, looks_numeric, plain_number
from verifier.reference.raw import shown
from verifier.reference.unit_cells import is_unit

__all__ = ["ValueCells", "find_marks", "read_numbers", "read_tolerances"]

_SAMPLE = 2000  # different cells, to see how thousands are grouped


@dataclass(frozen=True, slots=True)
class ValueCells:
    """A column of numbers as plain decimal text; by text, the units inside its cells and the statuses beside them."""

    numbers: Column
    units: Mapping[int, str] = field(default_factory=dict)
    statuses: Mapping[int, str] = field(default_factory=dict)


def find_marks(
    context: Context, columns: Sequence[Column], by_units: Callable[[Set[str]], Mapping[str, Marks]]
) -> dict[str, Marks]:
    """Return the decimal mark of each column: declared, proven by it, told by its units, or by the other columns.

    Where nothing tells it, a table whose cells are parted by semicolons has a comma: programs write one only where
    commas stand in numbers.

    Args:
        context: of the table.
        columns: of numbers.
        by_units: returns the marks of those columns, by their headers, that their units tell.
    """
    _refuse_unknown(context)
    marks = {column.name: _marks(context, column) for column in columns}
    unclear = {name for name, mark in marks.items() if mark.why == "open"}
    told = by_units(unclear) if unclear else {}
    marks.update(told)
    known = (mark.decimal for name, mark in marks.items() if mark.why == "proven" or name in told)
    proven = {mark for mark in known if mark}
    for column in columns:
        mark = marks[column.name]
        if mark.why == "open" and len(proven) == 1:
            marks[column.name] = Marks(next(iter(proven)), "proven by other columns", mark.example)
        elif mark.why == "open" and not proven and context.raw.separator == ";":
            marks[column.name] = Marks(",", "as tables with ';' between their cells have it", mark.example)
        elif mark.decimal is None:
            _unclear(context, column, mark)
        settled = marks[column.name]
        if settled.decimal and settled.example:
            group = group_mark(map(_amount, column.texts[:_SAMPLE]), settled.decimal)
            groups = f", group mark {group!r}" if group else ""
            why = f"{settled.why}: {shown(settled.example)}"
            context.note(f"decimal mark '{settled.decimal}'{groups}, {why}", column.name)
    return marks


def _refuse_unknown(context: Context) -> None:
    """Note a column whose decimal mark is declared and that is not there."""
    headers = set(map(header_key, context.raw.headers))
    for header in context.layout.decimals:
        if header not in headers:
            message = f"decimal names a column {shown(header)} that is not there"
            context.problems.add("missing_column", message, remedy=f"found are {context.names(context.raw.columns)}")


def _marks(context: Context, column: Column) -> Marks:
    if column.name in context.raw.exact:
        return Marks(".", "exact")
    declared = context.layout.decimal_of(column.name)
    if declared:
        return Marks(declared, "declared")
    found = decimal_mark(map(_amount, column.texts))
    is_plain = found.why == "open" and context.field(column.name).kind in ("number", "integer")
    return Marks(".", f"as {context.layout.package} has it", found.example) if is_plain else found


def _unclear(context: Context, column: Column, marks: Marks) -> None:
    text_id = next(number for number, text in enumerate(column.texts) if _amount(text) == marks.example)
    both = "can be read with either decimal mark"
    mixed = "and others in this column prove different decimal marks"
    context.problems.add(
        "unclear_separators",
        f"{shown(marks.example)} {both if marks.why == 'open' else mixed}",
        row=context.raw.number(column, text_id),
        column=column.name,
        remedy="say which: decimal=',' or decimal='.' (--decimal)",
    )


def read_numbers(context: Context, column: Column, marks: Marks) -> ValueCells:
    """Read a column of numbers; a cell may have its own unit ("Rp1.500", "4,1 juta", "5%")."""
    if marks.decimal == "." and not context.layout.blanks and all(map(is_simple, column.texts)):
        return ValueCells(column)
    units: dict[int, str] = {}
    statuses: dict[int, str] = {}
    noted: list[str] = []

    def numbers() -> Iterator[str]:
        for text_id, text in enumerate(column.texts):
            bare, mark = without_note(text.strip(), context.dates, context.units)
            if mark:
                noted.append(text)
            status = read_flags(mark, context.dates) if mark else ""
            if status:
                statuses[text_id] = status
            number, unit = _number(context, column, text_id, bare, marks.decimal)
            if unit:
                units[text_id] = unit
            yield number

    cells = ValueCells(column.mapped(numbers(), "value"), units, statuses)
    if noted:
        context.note(f"signs that point to a note left out: {_examples(noted)}", column.name)
    if statuses:
        marked = _examples([column.texts[text_id] for text_id in statuses])
        context.note(f"letters behind a number also read as its status: {marked}", column.name)
    return cells


def _examples(texts: Sequence[str]) -> str:
    return ", ".join(map(shown, texts[:3])) + (" …" if len(texts) > 3 else "")


def _number(context: Context, column: Column, text_id: int, text: str, decimal: str | None) -> tuple[str, str]:
    if decimal is None or text in context.layout.blanks:
        return "", ""
    number = plain_number(text, decimal)
    if number is not None:
        return number, ""
    if context.is_blank(text):
        return "", ""
    amount = parted(text)
    unit = amount[1] if amount else ""
    number = plain_number(amount[0], decimal) if amount and unit and is_unit(unit, context.units) else None
    if number is None:
        context.bad_cell(column, text_id, "value", _remedy(text, decimal))
        return "", ""
    return number, unit


def _remedy(text: str, decimal: str) -> str:
    if looks_numeric(text):
        return f"with decimal mark {decimal!r} it is no well-formed number; say decimal=… if the mark is another"
    return "write a number, or leave the cell empty"


def _amount(text: str) -> str:
    """Return the number of a cell without the unit around it."""
    text = text.strip()
    amount = None if looks_numeric(text) else parted(text)
    return amount[0] if amount else text


def read_tolerances(context: Context, column: Column) -> Column:
    """Read a column of accepted deviations: "0.05", or "2%" of the value."""

    def tolerances() -> Iterator[str]:
        for text_id, text in enumerate(column.texts):
            if context.is_blank(text):
                yield ""
                continue
            bare = text.strip().removesuffix("%").strip()
            number = plain_number(bare, ".") or plain_number(bare, ",")
            if number is None or number.startswith("-"):
                context.bad_cell(column, text_id, "tolerance", "write 0.05, or 2% of the value")
                number = ""
            yield f"{number}%" if number and text.strip().endswith("%") else number

    return column.mapped(tolerances(), "tolerance")
