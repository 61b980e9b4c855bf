"""A table with units in which no header says what is measured in, the column that does or else its title out."""

from verifier.reference.columns import Column
from verifier.reference.context import Context
from verifier.reference.raw import shown
from verifier.reference.role_checks import say_which
from verifier.reference.roles import Roles
from verifier.reference.shared_words import measure_in_names

__all__ = ["find_untold_measure"]

_LONGEST = 100  # characters of a title


def find_untold_measure(context: Context, roles: Roles) -> None:
    """Give a tidy table the column that tells its units for what is measured, one by periods its names or its title.

    Without units nothing would tell what a number is of, and the table is left as it is.
    """
    unit = roles.columns.get("unit")
    if "measure" in roles.columns or "measure" in context.layout.fixed or unit is None or not roles.values:
        return
    if roles.shape == "periods" and "entity" in roles.columns:
        roles.measure = _in_names(context, roles) or _named(context)
    if roles.shape != "tidy":
        return
    telling = [column for column in roles.dimensions if _tells(column, unit)]
    others = [column for column in roles.dimensions if column not in telling]
    if len(telling) == 1 and len(others) <= ("entity" not in roles.columns):
        roles.columns["measure"], roles.dimensions = telling[0], []
        roles.columns.update({"entity": others[0]} if others else {})


def _tells(column: Column, unit: Column) -> bool:
    """Return whether each text of a column has one unit, and not all have the same."""
    units: dict[int, int] = {}
    one = all(units.setdefault(text, found) == found for text, found in zip(column.ids, unit.ids, strict=True))
    return one and len(set(units.values())) > 1


def _in_names(context: Context, roles: Roles) -> str:
    """Return what all names of entities say that they measure, and leave it out of them: "Harga" of "Harga beras"."""
    names = roles.columns["entity"]
    found = measure_in_names(names.texts, context.layout.language)
    if found is None:
        return ""
    measure, rest = found
    roles.columns["entity"] = names.mapped(rest)
    context.note(f"all names say that they measure {shown(measure)}, which is left out of them", names.name)
    return measure


def _named(context: Context) -> str:
    titles = context.raw.titles
    name = titles[0] if len(titles) == 1 and len(titles[0]) <= _LONGEST else ""
    told = "claims of those in it, in its unit, are supported where they agree, and never refuted"
    context.problems.add(
        "unnamed_measure",
        f"no column says what is measured; the title {shown(name)} is taken for it"
        if name
        else f"nothing says what is measured; {told}",
        severity="warning",
        remedy=f"{say_which('measure', '…')}, or fixed={{'measure': '…'}} where the whole table has one",
    )
    return name
