"""A number format of a spreadsheet in, what it makes a number or a date look like out: percents, units, months."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from verifier.errors import UnitError
from verifier.reference.number_cells import EXACT
from verifier.reference.unit_cells import NO_UNIT, read_unit
from verifier.reference.unit_grammar import DisputedUnit
from verifier.reference.unit_words import unit_words

__all__ = ["shown_date", "shown_number"]

_LONGEST = 255  # characters, as spreadsheets have it
_SHORTEST = 2  # letters of a unit behind a number: "K" may be thousands
_TOKENS = re.compile(
    r'"(?P<quoted>[^"]*)"|\[\$(?P<sign>[^\]-]*)[^\]]*\]|\\(?P<escaped>.)|[_*].|\[[^\]]*\]|(?P<scaling>(?<=[0#?]),+(?![0#?,]))'
    r"|(?P<code>.)"
)
_SIGNS = frozenset("$€£¥")  # that need no quotes


@dataclass(frozen=True, slots=True)
class _Format:
    """What one number format shows beside the digits; `letters` are its codes."""

    unit: str = ""
    percent: bool = False
    letters: str = ""


def shown_number(number: str, code: str) -> str:
    """Return a number as its format shows it, with all digits that are stored.

    >>> shown_number("0.051", "0.0%"), shown_number("1500", '"Rp"#,##0'), shown_number("12.5", "0.00 [$€-407]")
    ('5.1%', '1500 Rp', '12.5 €')
    """
    found = _read(code)
    if found.percent:
        return f"{EXACT.multiply(Decimal(number), Decimal(100)).normalize(EXACT):f}%"
    return f"{number} {found.unit}".strip()


def shown_date(day: date, code: str) -> str | None:
    """Return the month or year of a date whose format shows no more than that, else None.

    >>> shown_date(date(2024, 1, 1), "mmm-yy"), shown_date(date(2024, 1, 1), "yyyy")
    ('2024-01', '2024')
    >>> shown_date(date(2024, 1, 1), "dd/mm/yyyy")
    """
    letters = _read(code).letters
    if "y" not in letters or not {"d", "h", "s"}.isdisjoint(letters):
        return None
    if isinstance(day, datetime) and day != datetime.combine(day, datetime.min.time(), day.tzinfo):
        return None
    return f"{day.year:04d}-{day.month:02d}" if "m" in letters else f"{day.year:04d}"


@lru_cache(maxsize=1024)
def _read(code: str) -> _Format:
    """Read the first section of a format, that of positive numbers."""
    before, scaled, letters = [""], False, []
    for match in _TOKENS.finditer(code[:_LONGEST]):
        char = match["code"] or ""
        if char == ";":
            break
        text = match["quoted"] or match["sign"] or match["escaped"] or (char if char in _SIGNS else "")
        scaled |= match["scaling"] is not None
        before.append(text or " ")
        letters.append(char.lower())
    text = "".join(before)
    return _Format(_unit(" ".join(text.split()), scaled), "%" in letters, "".join(letters))


def _unit(text: str, scaled: bool) -> str:
    """Return the text beside the digits where it is a unit; the scale of shown digits is none."""
    try:
        unit = read_unit(text, unit_words())
    except DisputedUnit:
        return "" if scaled else text
    except UnitError:
        return ""
    if unit == NO_UNIT or (scaled and unit.scale != 1):
        return ""
    return text if len(text) >= _SHORTEST or not text.isalpha() else ""
