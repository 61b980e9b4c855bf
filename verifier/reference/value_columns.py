"""Columns of numbers in, plain decimal text and units out; the decimal mark is settled for each column."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from verifier.detection import detect_language
from verifier.errors import InputError, UnitError
from verifier.reference.amount_cells import parted
from verifier.reference.columns import Column, combined, constant, interleaved
from verifier.reference.context import Context
from verifier.reference.measure_headers import bracket_unit
from verifier.reference.number_cells import Marks, decimal_mark, is_simple, looks_numeric, plain_number
from verifier.reference.raw import shown
from verifier.reference.roles import Roles
from verifier.reference.unit_cells import NO_UNIT, is_unit, read_unit
from verifier.reference.unit_grammar import DisputedUnit, UnitCell, nearest_units
from verifier.reference.unit_words import UnitWords, unit_words
from verifier.reference.words import fold

__all__ = ["ValueCells", "find_marks", "read_numbers", "read_tolerances", "unit_column", "unit_meanings"]

_SAMPLE = 200  # different texts that tell the language of a table
_NOTED = re.compile(r"(.*[0-9]) ?([*]{1,3}|[^\W\d_]{1,3})\)?")
_WORDS = re.compile(r"\w+|%")


@dataclass(frozen=True, slots=True)
class ValueCells:
    """A column of numbers as plain decimal text; by text, the units inside its cells and the statuses beside them."""

    numbers: Column
    units: Mapping[int, str] = field(default_factory=dict)
    statuses: Mapping[int, str] = field(default_factory=dict)


def find_marks(context: Context, columns: Sequence[Column]) -> dict[str, Marks]:
    """Return the decimal mark of each column: declared, or proven by it, or by the other columns."""
    marks = {column.name: _marks(context, column) for column in columns}
    proven = {mark.decimal for mark in marks.values() if mark.why == "proven" and mark.decimal}
    for column in columns:
        mark = marks[column.name]
        if mark.why == "open" and len(proven) == 1:
            marks[column.name] = Marks(next(iter(proven)), "proven by other columns", mark.example)
        elif mark.decimal is None:
            _unclear(context, column, mark)
        settled = marks[column.name]
        if settled.decimal and settled.example:
            context.note(f"decimal mark '{settled.decimal}', {settled.why}: {shown(settled.example)}", column.name)
    return marks


def _marks(context: Context, column: Column) -> Marks:
    if column.name in context.raw.exact:
        return Marks(".", "exact")
    if context.layout.decimal:
        return Marks(context.layout.decimal, "declared")
    return decimal_mark(map(_amount, column.texts))


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
    if marks.decimal == "." and all(map(is_simple, column.texts)):
        return ValueCells(column)
    units: dict[int, str] = {}
    statuses: dict[int, str] = {}
    noted: list[str] = []

    def numbers() -> Iterator[str]:
        for text_id, text in enumerate(column.texts):
            bare, mark = _without_note(context, text.strip())
            if mark:
                noted.append(text)
            if mark in context.dates.statuses:
                statuses[text_id] = context.dates.statuses[mark]
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


def _without_note(context: Context, text: str) -> tuple[str, str]:
    """Part a cell from the sign of a note behind its number: "4,2*", "4.2 r", "4,2 p)"."""
    amount = parted(text)
    match = _NOTED.fullmatch(text) if amount else None
    if match is None or match[2] not in context.dates.marks or (amount and is_unit(amount[1], context.units)):
        return text, ""
    return match[1], match[2]


def _number(context: Context, column: Column, text_id: int, text: str, decimal: str | None) -> tuple[str, str]:
    if decimal is None:
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


def unit_column(context: Context, roles: Roles, cells: Sequence[ValueCells], measure: Column) -> Column:
    """Return the unit of each tidy row as text: that in the cell, else of its row, its header, the table."""
    own = roles.columns.get("unit")
    rows = context.raw.rows
    row_unit = own.mapped(" ".join(text.split()) for text in own.texts) if own else constant("unit", "", rows)
    scale = roles.columns.get("scale")
    if scale is not None:
        scales = {text: _scale(context, text) for text in scale.texts}
        row_unit = combined(row_unit.name, scale, row_unit, lambda one, other: f"{scales[one]} {other}".strip())
    fixed = context.layout.fixed.get("unit", "")
    units = []
    for value, cell in zip(roles.values, cells, strict=True):
        column = row_unit.mapped(text or value.unit or fixed for text in row_unit.texts)
        if cell.units:
            in_cell = value.column.mapped(cell.units.get(number, "") for number in range(len(value.column.texts)))
            column = combined(column.name, in_cell, column, lambda inside, outside: _nearer(context, inside, outside))
        units.append(column)
    return _with_own_units(context, measure, interleaved(own.name if own else "unit", units))


def _nearer(context: Context, inside: str, outside: str) -> str:
    """Return the unit in a cell, else that outside it; a currency's sign in cells of "million US$" is only its sign."""
    currency = _sign_of_currency(context, inside) if inside and outside else ""
    if not currency:
        return inside or outside
    try:
        return outside if read_unit(outside, context.units).key == currency else inside
    except UnitError as error:
        return outside if isinstance(error, DisputedUnit) else inside


def _sign_of_currency(context: Context, unit: str) -> str:
    """Return the code of the currency where a unit is nothing but one."""
    try:
        cell = read_unit(unit, context.units)
    except UnitError:
        return ""
    return cell.key if cell.scale == 1 and cell.key.lower() in context.units.codes else ""


def _scale(context: Context, text: str) -> str:
    """Return SDMX's power of ten in words of the unit grammar, other scales as they are; "Units" are none."""
    text = text.strip()
    if fold(text) in context.units.nouns:
        return ""
    if text in ("0", "1"):
        return "" if text == "0" else "10"
    return f"10^{text}" if text.isdecimal() and len(text) < 3 and text != "10" else text


def _with_own_units(context: Context, measure: Column, unit: Column) -> Column:
    """Give measures such as "GDP (US$)" and "persentase miskin" their unit where the table names none."""
    if "" not in unit.texts:
        return unit
    own = {text: _unit_of(context, text) for text in measure.texts}
    return combined(unit.name, measure, unit, lambda name, text: text or own[name]) if any(own.values()) else unit


def _unit_of(context: Context, measure: str) -> str:
    in_brackets = bracket_unit(measure, context.units)
    if in_brackets:
        return in_brackets
    return "" if context.headers.percent.isdisjoint(_WORDS.findall(fold(measure))) else "%"


def unit_meanings(context: Context, measure: Column, unit: Column) -> list[UnitCell]:
    """Return what each text of the unit column means; one that is not known is noted.

    Where languages differ about a word, the one that the table seems to be in decides.
    """
    words = context.units
    if any(_is_disputed(text, words) for text in unit.texts):
        language = _language_of(context, measure, unit)
        if language is not None:
            words = replace(unit_words(language), nouns={**unit_words(language).nouns, **words.nouns})
            context.note(f"units read in the language {language!r}, by the words of the table")
    return [_meaning(context, words, unit, text_id, text) for text_id, text in enumerate(unit.texts)]


def _is_disputed(text: str, words: UnitWords) -> bool:
    try:
        read_unit(text, words)
    except UnitError as error:
        return isinstance(error, DisputedUnit)
    return False


def _language_of(context: Context, measure: Column, unit: Column) -> str | None:
    texts = chain(context.raw.headers, unit.texts[:_SAMPLE], measure.texts[:_SAMPLE])
    try:
        return detect_language("\n".join(texts))
    except InputError:
        return None


def _meaning(context: Context, words: UnitWords, unit: Column, text_id: int, text: str) -> UnitCell:
    try:
        return read_unit(text, words)
    except UnitError as error:
        if not context.problems.full("unreadable_unit", unit.name):
            near = nearest_units(text, context.units)
            known = f"write {' or '.join(map(repr, near))}" if near else "docs/tables.md tells which are known"
            values_in_a_row = len(unit) // context.raw.rows
            context.problems.add(
                "unreadable_unit",
                str(error).partition("; nearest")[0],
                row=context.raw.numbers[unit.first_row(text_id) // values_in_a_row],
                column=unit.name,
                remedy=f"{known}; what is counted is declared with counted=[…]",
            )
        return NO_UNIT
