"""The headers of columns of values in, what each says of its values out: what is measured, when, in which unit."""

from collections.abc import Iterable, Mapping, Sequence

from verifier.reference.columns import Column
from verifier.reference.context import Context
from verifier.reference.dated_texts import Dated
from verifier.reference.header_words import BRACKETS
from verifier.reference.layout import MeasureColumn
from verifier.reference.measure_headers import (
    bracket_unit,
    distinct,
    groups_in_brackets,
    label_and_unit,
    plain_label,
    without_periods,
)
from verifier.reference.note_signs import name_without_note
from verifier.reference.roles import ValueColumn
from verifier.reference.unit_words import UnitWords

__all__ = ["of_entities", "of_headers", "of_measures"]


def of_headers(context: Context, dated: Iterable[tuple[Column, Dated]]) -> list[ValueColumn]:
    """Return the columns of a table that has one for each period, or status."""
    return [
        ValueColumn(
            column,
            period=said.period,
            status=said.status,
            unit=_unit_beside(said, context.said(column.name), context.units),
        )
        for column, said in dated
    ]


def of_entities(context: Context, columns: Sequence[Column]) -> list[ValueColumn]:
    """Return the columns of a table that has one for each entity."""
    values = []
    for column in columns:
        header = context.said(column.name)
        unit = bracket_unit(header, context.units)
        name = BRACKETS.sub(" ", header) if unit else header
        values.append(ValueColumn(column, entity=name_without_note(plain_label(name), context.units), unit=unit))
    return values


def of_measures(
    context: Context,
    columns: Sequence[Column],
    said: Mapping[str, MeasureColumn],
    *,
    dated: bool,
    beside: Mapping[str, tuple[Column, str]],
) -> list[ValueColumn]:
    """Return the columns of a table that has one for each measure.

    Args:
        context: the table.
        columns: its columns of values.
        said: header in small letters = what its owner says of the column.
        beside: header of values = the column that names its unit, and that unit.
        dated: whether a column, or the owner, says when; else a period in several headers does.
    """
    units, periods = context.units, context.periods
    headers = [context.said(column.name) for column in columns]
    groups = groups_in_brackets(headers, units)
    parts = (
        (plain_label(header), "") if header in groups else label_and_unit(header, units, periods) for header in headers
    )
    named = distinct(zip(parts, headers, strict=True))
    labels = [(label, "") for label, _ in named] if dated else without_periods((label for label, _ in named), periods)
    values = []
    for column, (label, period), (_, unit) in zip(columns, labels, named, strict=True):
        own = said.get(column.name.lower(), MeasureColumn())
        _, told = beside.get(column.name, (column, ""))
        name = own.name or name_without_note(label, units)
        values.append(ValueColumn(column, name, period=period, unit=own.unit or unit or told, aliases=own.aliases))
    return values


def _unit_beside(said: Dated, header: str, units: UnitWords) -> str:
    """Return the unit in the brackets of a header; behind a period a single letter is a flag: "2023 (p)"."""
    unit = bracket_unit(header, units)
    return "" if said.period and len(unit) == 1 and unit.isalpha() else unit
