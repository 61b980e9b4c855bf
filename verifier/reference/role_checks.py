"""The roles of columns in, what is needed and not there noted: values, and what they measure."""

import re
from collections.abc import Sequence

from verifier.reference.columns import Column
from verifier.reference.context import Context
from verifier.reference.raw import shown
from verifier.reference.roles import Roles
from verifier.reference.words import fold

__all__ = ["YEAR", "leave_out", "note_missing", "say_which", "tells_statuses"]

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LONGEST = 100  # characters of a title that may be the measure


def note_missing(context: Context, roles: Roles) -> None:
    """Note what is needed and not there, and what is said twice."""
    fixed = context.layout.fixed
    named = "measure" in roles.columns or "measure" in fixed or roles.measure is not None
    measured = named or any(value.measure for value in roles.values)
    keyed = "entity" in roles.columns or roles.periods or roles.dimensions or roles.shape == "periods" or fixed
    if roles.shape == "measures" and not keyed and not ({"unit"} & roles.columns.keys()):
        measured = measured and bool(context.layout.measures)
    if roles.shape == "measures" and "measure" in roles.columns:
        one, several = shown(roles.columns["measure"].name), context.names([v.column for v in roles.values])
        remedy = f"{say_which('value', '…')}, or columns={{'ignored': {one}}} where the headers do"
        context.problems.add("doubled_role", f"{one} says what is measured, and so do {several}", remedy=remedy)
    missing = [] if measured else ["measure"]
    missing += [] if roles.values else ["value"]
    if missing:
        remedy = f"found are {context.names(context.raw.columns)}; {say_which(missing[0], '…')}"
        if missing == ["measure"]:
            title = context.raw.titles[0] if len(context.raw.titles) == 1 else "…"
            remedy += f" or fixed={{'measure': {shown(title, _LONGEST)}}} where the whole table has one"
        needed = " and ".join(missing)
        context.problems.add("missing_column", f"no column for {needed} (needed are measure and value)", remedy=remedy)


def leave_out(context: Context, roles: Roles, columns: Sequence[Column]) -> None:
    """Note columns of numbers that are not used; one that names a year may be meant as a period."""
    roles.ignored += [column.name for column in columns]
    for column in columns:
        if roles.shape == "periods" and YEAR.search(column.name):
            remedy = "write the header as 2024, Q1 2024, Jan 2024 …, or say columns={'ignored': …}"
            message = f"{shown(column.name)} is no period that is known, and its numbers are not used"
            context.problems.add("unreadable_period", message, severity="warning", column=column.name, remedy=remedy)


def tells_statuses(context: Context, column: Column) -> bool:
    """Return whether the cells of a column are statuses, several of them: "realisasi" and "anggaran"."""
    said: set[str] = set()
    for text in column.texts:  # numbers may be many: the first of them ends the search
        if not context.is_blank(text):
            said.add(fold(text))
            if not said <= context.dates.statuses.keys():
                return False
    return len(said) > 1


def say_which(role: str, header: str) -> str:
    """Return the remedy that names the column of a role."""
    return f"say which: columns={{{role!r}: {header!r}}}"
