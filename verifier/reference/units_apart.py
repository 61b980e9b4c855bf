"""Measures whose rows say the same in several units in, a measure for each unit out: "GDP" in dollars and in rupiah."""

from collections.abc import Iterable, Sequence, Set
from functools import partial

from verifier.errors import UnitError
from verifier.reference.columns import Column, combined
from verifier.reference.context import Context
from verifier.reference.raw import shown
from verifier.reference.unit_grammar import UnitCell
from verifier.units import dimension

__all__ = ["named_by_unit", "with_units_apart"]


def with_units_apart(
    context: Context,
    measure: Column,
    unit: Column,
    meanings: Sequence[UnitCell],
    keys: Sequence[Column],
    dimensions: Sequence[Column],
) -> Column:
    """Return the measures of the rows, with more in the name of one that has values in several units.

    Where the same key has several, that is the unit; where a dimension tells them apart ("Element": production in
    tons, area in hectares), its text. Units that stand in some rows with neither are no second measure, but a fault.

    Args:
        context: the table.
        measure: of each row.
        unit: of each row.
        meanings: of the texts of `unit`.
        keys: what else a row is told apart by.
        dimensions: those of the keys that are further dimensions.
    """
    kinds = _kinds(meanings)
    if len(set(kinds)) == 1 or not any(any(key.texts) for key in keys):
        return measure
    several = _with_several(zip(measure.ids, unit.ids, strict=True), kinds)
    apart = _with_same_key(several, measure, unit, kinds, keys) if several else set()
    if not apart:
        return _by_dimension(context, several, measure, unit, kinds, dimensions)
    names = {measure.texts[number] for number in apart}
    context.note(f"a measure for each unit that its rows have: {_listed(names)}")
    labels = {text: cell.key or cell.noun for text, cell in zip(unit.texts, meanings, strict=True)}
    return combined(
        measure.name, measure, unit, lambda name, text: f"{name} ({labels[text]})" if name in names else name
    )


def named_by_unit(measure: Column, unit: Column, meanings: Sequence[UnitCell]) -> Column:
    """Return measures without a name of their own, each with its unit in the name where there are several."""
    labels = {text: cell.key or cell.noun for text, cell in zip(unit.texts, meanings, strict=True)}
    if len(set(labels.values())) == 1:
        return measure
    return combined(measure.name, measure, unit, lambda name, text: f"{name} ({labels[text]})".strip())


def _by_dimension(
    context: Context,
    several: set[int],
    measure: Column,
    unit: Column,
    kinds: Sequence[int],
    dimensions: Sequence[Column],
) -> Column:
    """Return the measures with the text of the first dimension that tells the units of some of them apart."""
    for column in dimensions if several else ():
        found: dict[tuple[int, int], set[int]] = {}
        for number, unit_id, text_id in set(zip(measure.ids, unit.ids, column.ids, strict=True)):
            if number in several and kinds[unit_id]:
                found.setdefault((number, text_id), set()).add(kinds[unit_id])
        if all(len(one) == 1 for one in found.values()):
            names = {measure.texts[number] for number in several}
            context.note(f"{shown(column.name)} tells units apart, and is put to: {_listed(names)}")
            form = partial(_joined, names)
            return combined(measure.name, measure, column, form)
    return measure


def _joined(names: Set[str], name: str, text: str) -> str:
    return f"{name} {text}".strip() if name in names else name


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(shown, sorted(names)[:3]))


def _kinds(meanings: Sequence[UnitCell]) -> list[int]:
    """Return a number for each unit, the same for those that convert into one another; 0 for no unit at all."""
    numbers = {("", ""): 0}
    return [numbers.setdefault(_kind(cell), len(numbers)) for cell in meanings]


def _kind(cell: UnitCell) -> tuple[str, str]:
    """Return the dimension of a unit, or what is counted."""
    if not cell.key:
        return "", cell.noun
    try:
        return dimension(cell.key) or "1", ""
    except UnitError:
        return cell.key, ""


def _with_several(pairs: Iterable[tuple[int, int]], kinds: Sequence[int]) -> set[int]:
    """Return the measures that have units of several kinds."""
    found: dict[int, set[int]] = {}
    for number, unit in set(pairs):
        if kinds[unit]:
            found.setdefault(number, set()).add(kinds[unit])
    return {number for number, several in found.items() if len(several) > 1}


def _with_same_key(
    several: set[int], measure: Column, unit: Column, kinds: Sequence[int], keys: Sequence[Column]
) -> set[int]:
    """Return those of some measures that have the same key in units of different kinds."""
    found: set[int] = set()
    seen: dict[tuple[int, ...], int] = {}
    for number, unit_id, *rest in zip(measure.ids, unit.ids, *(key.ids for key in keys), strict=True):
        kind = kinds[unit_id]
        if kind and number in several and seen.setdefault((number, *rest), kind) != kind:
            found.add(number)
    return found
