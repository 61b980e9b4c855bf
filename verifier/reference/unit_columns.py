"""The unit of each tidy row out, from its cell, its row, its header or its table; and what each of them means."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from verifier.detection import likely_languages
from verifier.errors import UnitError
from verifier.reference.columns import Column, combined, constant, interleaved
from verifier.reference.context import Context
from verifier.reference.measure_headers import bracket_unit, groups_in_brackets
from verifier.reference.raw import shown
from verifier.reference.roles import Roles
from verifier.reference.unit_cells import NO_UNIT, read_unit
from verifier.reference.unit_codes import unit_of_code
from verifier.reference.unit_grammar import DisputedUnit, UnitCell, is_nearly_a_unit, nearest_units
from verifier.reference.unit_words import UnitWords, unit_words
from verifier.reference.value_columns import ValueCells
from verifier.reference.words import fold
from verifier.units import dimension

__all__ = ["unit_column", "unit_meanings"]

_SHORTEST_NOUN = 4  # letters
_SAMPLE = 200  # different texts that tell the language of a table
_WORDS = re.compile(r"\w+|%")


def unit_column(context: Context, roles: Roles, cells: Sequence[ValueCells], measure: Column) -> Column:
    """Return the unit of each tidy row as text: that in the cell, else of its row, its header, the table."""
    own = roles.columns.get("unit")
    rows = context.raw.rows
    row_unit = (
        own.mapped(unit_of_code(" ".join(text.split())) for text in own.texts) if own else constant("unit", "", rows)
    )
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
    """Return the unit in a cell, else that outside it.

    A cell that says no more than a scale, or the sign of the currency, has the unit outside: "39.2 billion" of US$,
    "US$ 5" in cells of "million US$".
    """
    if not inside or not outside:
        return inside or outside
    cell = _readable(context, inside)
    if cell is None or not (_is_scale(cell) or _is_currency(context, inside)):
        return inside
    try:
        other = read_unit(outside, context.units)
    except UnitError as error:
        return outside if isinstance(error, DisputedUnit) and not _is_scale(cell) else inside
    if _is_scale(cell):
        return f"{inside} {outside if other.scale == 1 else other.key or other.noun}".strip()
    return outside if other.key == cell.key else inside


def _is_scale(cell: UnitCell) -> bool:
    return cell.scale != 1 and not cell.key and not cell.noun


def _is_currency(context: Context, unit: str, *, scaled: bool = False) -> bool:
    cell = _readable(context, unit)
    return cell is not None and (scaled or cell.scale == 1) and cell.key.lower() in context.units.codes


def _readable(context: Context, unit: str) -> UnitCell | None:
    try:
        return read_unit(unit, context.units)
    except UnitError:
        return None


def _scale(context: Context, text: str) -> str:
    """Return SDMX's power of ten in words of the unit grammar, other scales as they are; "Units" are none."""
    text = text.strip()
    if fold(text) in context.units.nouns:
        return ""
    if text in ("0", "1"):
        return "" if text == "0" else "10"
    return f"10^{text}" if text.isdecimal() and len(text) < 3 and text != "10" else text


def _with_own_units(context: Context, measure: Column, unit: Column) -> Column:
    """Give measures such as "GDP (US$)" and "persentase miskin" their unit where the table names none.

    A price in nothing but a currency is told per what its name says: "Diesel price (per liter)".
    """
    groups = groups_in_brackets(measure.texts, context.units)
    own = {text: "" if text in groups else _unit_of(context, text) for text in measure.texts}
    per = {text: _per(context, text) for text in measure.texts}
    if not any(per.values()) and not ("" in unit.texts and any(own.values())):
        return unit
    currencies = {text for text in unit.texts if text and _is_currency(context, text, scaled=True)}

    def with_own(name: str, text: str) -> str:
        return f"{text} {per[name]}".strip() if text in currencies else text or own[name]

    return combined(unit.name, measure, unit, with_own)


def _per(context: Context, measure: str) -> str:
    """Return of how much a measure tells the price, by the end of its name or its brackets: "per liter".

    Per hour, per capita and their like are said of the measure, and left out beside its number.
    """
    words = fold(measure).rstrip(")] ").split()
    at = next((place for place, word in enumerate(words) if word.lstrip("([") in context.units.per), len(words))
    per = " ".join(words[at:]).lstrip("([")
    cell = _readable(context, f"USD {per}") if per else None
    _, _, amount = cell.key.partition("USD/") if cell else ("", "", "")
    return per if amount and _is_amount(amount) else ""


def _is_amount(unit: str) -> bool:
    """Return whether something is sold by a unit: by the liter, and not by the hour, the person or the birth.

    Several are no amount: "per capita in US dollars" reads as persons, inches and dollars.
    """
    if "*" in unit:
        return False
    try:
        return not dimension(unit).startswith(("[time", f"[{unit}]"))
    except UnitError:
        return False


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
    likely = likely_languages("\n".join(texts))
    return likely[0] if len(likely) == 1 else None


def _meaning(context: Context, words: UnitWords, unit: Column, text_id: int, text: str) -> UnitCell:
    try:
        return read_unit(text, words)
    except UnitError as error:
        counted = _counted(text, words)
        if counted is not None:
            if not context.problems.full("unknown_noun", unit.name):
                context.problems.add(
                    "unknown_noun",
                    f"unit {shown(text)} is taken for what is counted",
                    severity="warning",
                    row=_first_row(context, unit, text_id),
                    column=unit.name,
                    remedy=f"say so with counted=[{counted.noun!r}], or write a unit that is known",
                )
            return counted
        if not context.problems.full("unreadable_unit", unit.name):
            near = nearest_units(text, context.units)
            known = f"write {' or '.join(map(repr, near))}" if near else "docs/tables.md tells which are known"
            context.problems.add(
                "unreadable_unit",
                str(error).partition("; nearest")[0],
                row=_first_row(context, unit, text_id),
                column=unit.name,
                remedy=f"{known}; what is counted is declared with counted=[…]",
            )
        return NO_UNIT


def _first_row(context: Context, unit: Column, text_id: int) -> int:
    """Return the number of the row in which a unit stands first."""
    values_in_a_row = len(unit) // context.raw.rows
    return context.raw.numbers[unit.first_row(text_id) // values_in_a_row]


def _counted(text: str, words: UnitWords) -> UnitCell | None:
    """Return what a cell counts whose last word no pack knows: "ribu eksemplar"; None for a code or a slip."""
    noun = fold(text).rpartition(" ")[2]
    coded = not text.replace(" ", "").isalpha() or text.isupper()  # "CP_MNAC"
    if len(noun) < _SHORTEST_NOUN or coded or is_nearly_a_unit(noun, words):
        return None
    try:
        cell = read_unit(text, replace(words, nouns={**words.nouns, noun: ""}))
    except UnitError:
        return None
    return cell if cell.noun == noun and not cell.key else None
