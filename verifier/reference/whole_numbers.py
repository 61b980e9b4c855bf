"""Columns of which no cell proves the decimal mark in, the mark that their units or whole numbers leave them out.

"15.420" rupiah and "593.909" visits are thousands, since nobody pays or counts thousandths; and who writes "139"
beside "115.370" neither fills up decimals with zeros nor leaves zeros out, so that the mark groups.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field

from verifier.reference.columns import Column
from verifier.reference.number_cells import Marks, mark_told_by
from verifier.reference.unit_grammar import UnitCell
from verifier.reference.unit_words import UnitWords
from verifier.reference.words import fold

__all__ = ["UnitsOfRows", "marks_by_units"]

_OTHER = {".": ",", ",": "."}
_WORDS = re.compile(r"\w+|/")
_FEWEST_DIGITS = 2  # before the mark: "2.180 children" may be an average


@dataclass(frozen=True, slots=True)
class UnitsOfRows:
    """What each value measures and in which unit, those of the first row of values first, then those of the second."""

    measure: Column
    unit: Column
    meanings: Sequence[UnitCell]
    words: UnitWords


@dataclass(slots=True)
class _Kind:
    """The cells of one measure in one unit, as far as they tell how it is written."""

    columns: dict[str, str] = field(default_factory=dict)  # column = a cell of it that can be read both ways
    ends_in_zero: bool = False
    plain: bool = False


def marks_by_units(columns: Sequence[Column], unclear: Set[str], rows: UnitsOfRows) -> dict[str, Marks]:
    """Return the decimal mark of those `unclear` columns of values that can only hold thousands.

    A column in which both marks stand between three digits stays unclear.
    """
    told: dict[str, Marks] = {}
    kinds: dict[tuple[int, int], _Kind] = {}
    marks: dict[str, set[str]] = {name: set() for name in unclear}
    whole: dict[tuple[int, int], bool] = {}
    for key, name, text in _cells(columns, unclear, rows):
        kind = kinds.setdefault(key, _Kind())
        if text.isdecimal():
            kind.plain = kind.plain or text != "0"
        if mark_told_by(text) != "?":
            continue
        mark = _mark_in(text)
        marks[name].add(mark)
        kind.columns.setdefault(name, text)
        kind.ends_in_zero = kind.ends_in_zero or text.endswith("0")
        if key not in whole:
            whole[key] = _is_whole(rows.meanings[key[1]], rows.measure.texts[key[0]], rows.words)
        if name not in told and whole[key] and (_is_money(rows.meanings[key[1]]) or _digits_before(text, mark)):
            told[name] = Marks(_OTHER[mark], "told by a unit that is never parted in thousandths", text)
    for kind in kinds.values():
        if kind.plain and kind.ends_in_zero:
            why = "told by whole numbers beside it, which have no decimals"
            for name, text in kind.columns.items():
                told.setdefault(name, Marks(_OTHER[_mark_in(text)], why, text))
    return {name: mark for name, mark in told.items() if len(marks[name]) == 1}


def _cells(
    columns: Sequence[Column], unclear: Set[str], rows: UnitsOfRows
) -> Iterator[tuple[tuple[int, int], str, str]]:
    """Yield the cells of unclear columns, each with the numbers of its measure and its unit, and its column."""
    times = len(columns)
    for at, column in enumerate(columns):
        if column.name in unclear:
            for row in range(len(column)):
                place = row * times + at
                yield (rows.measure.ids[place], rows.unit.ids[place]), column.name, column[row].strip()


def _mark_in(text: str) -> str:
    return "." if "." in text else ","


def _digits_before(text: str, mark: str) -> bool:
    return sum(character.isdecimal() for character in text.partition(mark)[0]) >= _FEWEST_DIGITS


def _is_money(unit: UnitCell) -> bool:
    return bool(unit.key)


def _is_whole(unit: UnitCell, measure: str, words: UnitWords) -> bool:
    """Return whether a unit has no thousandths: a currency without parts, or so many of something."""
    if unit.scale != 1:
        return False
    if unit.key:
        currency, _, per = unit.key.partition("/")
        return currency in words.undivided and per.lower() not in words.codes
    label = f" {' '.join(_WORDS.findall(fold(measure)))} "
    averaged = any(f" {' '.join(_WORDS.findall(word))} " in label for word in words.averaged)
    return bool(unit.noun) and unit.noun in words.nouns and not averaged
