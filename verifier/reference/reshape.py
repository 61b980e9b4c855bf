"""A raw table of any shape in, the tidy table out: wide ones are made long, cells become values, periods, units."""

from array import array
from collections.abc import Sequence, Set
from dataclasses import replace
from functools import partial
from itertools import chain, repeat

from verifier.errors import TableError
from verifier.reference.columns import Column, coded, constant, cycled, interleaved
from verifier.reference.context import Context, context_of
from verifier.reference.findings import Problems
from verifier.reference.group_rows import with_groups
from verifier.reference.header_words import header_words
from verifier.reference.layout import Layout
from verifier.reference.merged_cells import with_blocks_named
from verifier.reference.note_signs import name_without_note
from verifier.reference.number_cells import Marks
from verifier.reference.packed_keys import with_parted_keys
from verifier.reference.period_columns import period_column, read_periods
from verifier.reference.raw import RawTable, shown
from verifier.reference.role_finder import find_roles
from verifier.reference.roles import Roles
from verifier.reference.status_columns import status_column
from verifier.reference.tidy import EXTRAS, Tidy
from verifier.reference.unit_columns import unit_column, unit_meanings
from verifier.reference.units_apart import named_by_unit, with_units_apart
from verifier.reference.value_columns import find_marks, read_numbers, read_tolerances
from verifier.reference.whole_numbers import UnitsOfRows, marks_by_units

__all__ = ["reshape"]

_NUMBERS = ("low", "high", "decimals")


def reshape(raw: RawTable, layout: Layout, problems: Problems) -> Tidy:
    """Return `raw` as tidy rows; what cannot be read is noted in `problems` and left blank."""
    headers = header_words(layout.language)
    raw = with_blocks_named(_filled_down(with_parted_keys(raw), layout.fill_down), headers)
    raw = with_groups(raw, headers)
    context = context_of(raw, layout, problems)
    for note in context.raw.notes:
        context.note(note)
    if layout.package:
        context.note(f"{layout.package} says how it is to be read")
    roles = find_roles(context)
    if not roles.values:
        return _nothing(raw.name)
    _tell(context, roles)
    numbers = [roles.columns[role] for role in _NUMBERS if role in roles.columns]
    columns = [*(value.column for value in roles.values), *numbers]
    marks = find_marks(context, columns, partial(_marks_by_units, context, roles))
    cells = [read_numbers(context, value.column, marks[value.column.name]) for value in roles.values]
    measure = _measures(context, roles)
    unit = unit_column(context, roles, cells, measure)
    meanings = unit_meanings(context, measure, unit)
    times = len(roles.values)
    entity, period = _entities(context, roles), period_column(context, roles)
    dimensions = {column.name: _stripped(column).repeated(times) for column in roles.dimensions}
    if "measure" in roles.columns:
        further = list(dimensions.values())
        measure = with_units_apart(context, measure, unit, meanings, [entity, period, *further], further)
    if roles.measure is not None:
        measure = named_by_unit(measure, unit, meanings)
    return Tidy(
        parts=[(raw.name, 0)],
        numbers=_row_numbers(raw.numbers, times),
        headers=cycled("headers", [value.column.name for value in roles.values], raw.rows),
        measure=measure,
        entity=entity,
        period=period,
        value=interleaved("value", [cell.numbers for cell in cells]),
        unit=unit,
        units=meanings,
        extras=_extras(context, roles, marks, status_column(context, roles, cells)),
        dimensions=dimensions,
    )


def _marks_by_units(context: Context, roles: Roles, unclear: Set[str]) -> dict[str, Marks]:
    """Return the decimal marks of columns that do not prove them, where the units of their values do."""
    trial = replace(context, problems=Problems(context.raw.name))  # what is found here is found again, and told then
    cells = [read_numbers(trial, value.column, Marks(",", "tried")) for value in roles.values]
    measure = _measures(trial, roles)
    unit = unit_column(trial, roles, cells, measure)
    rows = UnitsOfRows(measure, unit, unit_meanings(trial, measure, unit), context.units)
    return marks_by_units([value.column for value in roles.values], unclear, rows)


_SHAPES = {
    "tidy": "a tidy table with its values in",
    "periods": "one column a period",
    "statuses": "one column a status",
    "entities": "one column an entity",
    "measures": "one column a measure",
}


def _filled_down(raw: RawTable, headers: Sequence[str]) -> RawTable:
    if not headers:
        return raw
    missing = [header for header in headers if header not in raw.headers]
    if missing:
        raise TableError(f"{raw.name}: fill_down names a column {shown(missing[0])} that is not there")
    columns = (column.filled_down() if column.name in headers else column for column in raw.columns)
    return replace(raw, columns=tuple(columns))


def _nothing(name: str) -> Tidy:
    empty = coded("", ())
    return Tidy(
        parts=[(name, 0)],
        numbers=range(0),
        headers=empty,
        measure=empty,
        entity=empty,
        period=empty,
        value=empty,
        unit=empty,
        units=[],
    )


def _tell(context: Context, roles: Roles) -> None:
    """Note what the columns were taken for."""
    values = context.names([value.column for value in roles.values])
    context.note(f"read as {_SHAPES[roles.shape]}: {values}")
    taken = [f"{role} in {shown(column.name)}" for role, column in roles.columns.items()]
    taken += [f"period in {context.names(roles.periods)}"] if roles.periods else []
    taken += [f"dimensions {context.names(roles.dimensions)}"] if roles.dimensions else []
    taken += [f"{value.status} in {shown(value.column.name)}" for value in roles.values if value.status]
    taken += [f"flags of {shown(header)} in {shown(column.name)}" for header, column in roles.flags.items()]
    fixed = context.layout.fixed.items()
    taken += [f"{role} {shown(text)} for all rows" for role, text in fixed if role not in roles.columns]
    taken += [f"not used {', '.join(map(shown, roles.ignored))}"] if roles.ignored else []
    if taken:
        context.note("; ".join(taken))


def _row_numbers(numbers: Sequence[int], times: int) -> Sequence[int]:
    if times == 1:
        return numbers
    return array("I", chain.from_iterable(repeat(number, times) for number in numbers))


def _stripped(column: Column) -> Column:
    return column.mapped(" ".join(text.split()) for text in column.texts)


def _measures(context: Context, roles: Roles) -> Column:
    if roles.shape == "measures":
        return cycled("measure", [value.measure for value in roles.values], context.raw.rows)
    return _key(context, roles, "measure").repeated(len(roles.values))


def _entities(context: Context, roles: Roles) -> Column:
    if roles.shape == "entities":
        return cycled("entity", [value.entity for value in roles.values], context.raw.rows)
    return _key(context, roles, "entity").repeated(len(roles.values))


def _key(context: Context, roles: Roles, role: str) -> Column:
    """Return the column of a role without idle spaces, or what is fixed for the whole table."""
    column = roles.columns.get(role)
    if column is None:
        untold = roles.measure or "" if role == "measure" else ""
        return constant(role, context.layout.fixed.get(role, untold), context.raw.rows)
    named = _stripped(column)
    units = context.units
    noted = [text for text in named.texts if name_without_note(text, units) != text]
    if noted:
        context.note(f"signs that point to a note left out: {', '.join(map(shown, noted[:3]))}", column.name)
    return named.mapped(name_without_note(text, units) for text in named.texts) if noted else named


def _extras(context: Context, roles: Roles, marks: dict[str, Marks], status: Column | None) -> dict[str, Column]:
    """Return the columns that a row may have beside what it must have."""
    extras, times = {} if status is None else {"status": status}, len(roles.values)
    for role in (role for role in EXTRAS if role != "status"):
        column = roles.columns.get(role)
        if column is not None:
            extras[role] = _extra(context, role, column, marks).repeated(times)
        elif role in context.layout.fixed:
            extras[role] = constant(role, context.layout.fixed[role], context.raw.rows * times)
    if any(value.aliases for value in roles.values):
        aliases = ["|".join(value.aliases) for value in roles.values]
        extras["aliases"] = cycled("aliases", aliases, context.raw.rows)
    return extras


def _extra(context: Context, role: str, column: Column, marks: dict[str, Marks]) -> Column:
    if role in _NUMBERS:
        return read_numbers(context, column, marks[column.name]).numbers
    if role == "as_of":
        return read_periods(context, column, role)
    if role == "tolerance":
        return read_tolerances(context, column)
    return _stripped(column)
