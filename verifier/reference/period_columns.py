"""The period of each tidy row out: from one column, from columns side by side, or from the headers."""

import re
from collections.abc import Iterator, Sequence

from verifier.periods import Period
from verifier.reference.columns import Column, combined, constant, cycled, interleaved
from verifier.reference.context import Context
from verifier.reference.dated_texts import read_dated
from verifier.reference.period_cells import date_order, read_part
from verifier.reference.raw import shown
from verifier.reference.roles import Roles

__all__ = ["period_column", "read_periods"]

_PART_KINDS = ("month", "quarter", "half")
_IN_FIGURES = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}")
_YEAR = re.compile(r"[0-9]{4}")
_REMEDY = "write 2024, 2024-06, 2024-Q2, 2024-06-30 or a usual spelling of them"


def period_column(context: Context, roles: Roles) -> Column:
    """Return the EDTF period of each tidy row, "" where the table names none."""
    times, rows = len(roles.values), context.raw.rows
    if any(value.period for value in roles.values):
        return _of_headers(context, roles)
    if not roles.periods:
        return constant("period", _fixed(context), rows * times)
    if len(roles.periods) == 1:
        return read_periods(context, roles.periods[0]).repeated(times)
    return _side_by_side(context, roles.periods).repeated(times)


def _of_headers(context: Context, roles: Roles) -> Column:
    """Return the periods that headers name, with the months (quarters, halves) that the rows may give them."""
    headers = [value.period for value in roles.values]
    parts = [column for column in roles.periods if not _names_years(context, column)]
    if len(parts) != 1 or not all(map(_YEAR.fullmatch, headers)):
        return cycled("period", headers, context.raw.rows)
    kind, numbers = _part_numbers(context, parts[0])
    texts = parts[0].texts
    return interleaved(
        "period", [parts[0].mapped(_part_of(year, kind, numbers.get(text)) for text in texts) for year in headers]
    )


def read_periods(context: Context, column: Column, name: str = "period") -> Column:
    """Read a column of periods; one that cannot be read is noted and left blank."""
    order = date_order(column.texts, context.periods)

    def periods() -> Iterator[str]:
        for text_id, text in enumerate(column.texts):
            dated = read_dated(text, context.dates, order=order)
            if dated is None and not context.is_blank(text):
                context.bad_cell(column, text_id, "period", _remedy(text))
            yield dated.period if dated else ""

    return column.mapped(periods(), name)


def _remedy(text: str) -> str:
    if _IN_FIGURES.fullmatch(text.strip()):
        return "day and month can be either: write 2024-06-30, or name the language of the table"
    return _REMEDY


def _fixed(context: Context) -> str:
    text = context.layout.fixed.get("period", "")
    dated = read_dated(text, context.dates)
    if text and dated is None:
        context.problems.add("unreadable_period", f"the fixed period {shown(text)} is no period", remedy=_REMEDY)
    return dated.period if dated else ""


def _side_by_side(context: Context, columns: Sequence[Column]) -> Column:
    """Return the periods of columns side by side: "tahun" and "bulan", or the finest of several whole ones."""
    whole = [column for column in columns if _names_years(context, column)]
    if not whole:
        message = f"columns {context.names(columns)} name no year"
        context.problems.add(
            "unreadable_period", message, remedy="give the year in a column, or say columns={'period': '…'}"
        )
        return constant("period", "", context.raw.rows)
    read = [read_periods(context, column) for column in whole]
    finest, coarsest = min(read, key=_longest), max(read, key=_longest)
    parts = [column for column in columns if column not in whole]
    if not parts:
        return finest
    for part in parts:
        coarsest = _with_part(context, coarsest, part)
    return finest if len(set(finest.texts)) > len(set(coarsest.texts)) else coarsest


def _longest(periods: Column) -> int:
    return max((Period.read(text).days for text in periods.texts if text), default=0)


def _names_years(context: Context, column: Column) -> bool:
    order = date_order(column.texts, context.periods)
    texts = [text for text in column.texts[:200] if not context.is_blank(text)]
    return any(read_dated(text, context.dates, order=order) for text in texts)


def _with_part(context: Context, years: Column, part: Column) -> Column:
    """Return year and month (quarter, half) as one period."""
    kind, numbers = _part_numbers(context, part)
    return combined("period", years, part, lambda year, text: _part_of(year, kind, numbers.get(text)))


def _part_numbers(context: Context, part: Column) -> tuple[str | None, dict[str, int | None]]:
    """Return what the parts of a year in a column are, and the number of each; one that is none is noted."""
    kind = _part_kind(context, part)
    numbers: dict[str, int | None] = {}
    for text_id, text in enumerate(part.texts):
        if not context.is_blank(text):
            numbers[text] = read_part(text, kind, context.periods) if kind else None
            if numbers[text] is None:
                remedy = f"write the {kind or 'month or quarter'} of the year beside it"
                context.bad_cell(part, text_id, "period", remedy)
    return kind, numbers


def _part_kind(context: Context, part: Column) -> str | None:
    """Return what the parts in a column are: its header says so, else the first kind that reads them."""
    named = [context.periods.kinds.get(word) for word in part.name.lower().replace("_", " ").split()]
    kinds = [kind for kind in _PART_KINDS if kind in named] or list(_PART_KINDS)
    return next((kind for kind in kinds if any(read_part(text, kind, context.periods) for text in part.texts)), None)


def _part_of(year: str, kind: str | None, number: int | None) -> str:
    if number is None or not year:
        return year
    return f"{year}-{number:02d}" if kind == "month" else f"{year}-{str(kind)[0].upper()}{number}"
