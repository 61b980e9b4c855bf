"""The number in a cell in, an exact Decimal out, once the column has told which mark is the decimal one.

A single cell may not tell it ("1.234"), so `decimal_mark` looks at all cells of a column together.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Context, Decimal

__all__ = [
    "Marks",
    "decimal_mark",
    "group_mark",
    "is_simple",
    "looks_numeric",
    "mark_told_by",
    "plain_number",
    "read_number",
]

EXACT = Context(prec=420, Emax=999_999, Emin=-999_999)
_MOST_DIGITS = 100
_LARGEST_EXPONENT = 400
_LONGEST = 160
_SIGNS = str.maketrans({"−": "-", "–": "-", "﹣": "-", "－": "-", "٫": ",", "٬": "'", "．": ".", "，": ","})
_SPACES = re.compile(r"[ \u00a0\u2009\u202f\u2007'’]")
_THOUSANDS = re.compile(r"[-−–(+]?[0-9]{1,3}([., \u00a0\u2009\u202f'’])[0-9]{2,3}")
_SIMPLE = re.compile(r"-?[0-9]{1,28}(?:\.[0-9]{1,28})?")
_SHAPE = re.compile(r"([-+]?)([0-9]+(?:[.,][0-9]+)*[.,]?|[.,][0-9]+)([eE][-+]?[0-9]{1,9})?")
_ENOUGH = 1000  # cells that prove a mark, before the rest is only read


@dataclass(frozen=True, slots=True)
class Marks:
    """Which mark is the decimal one in a column, and how that is known.

    `decimal` is None where nothing tells ("1.234" alone, or "1.5" beside "2,5"); `example` is then
    a cell that could be read both ways.
    """

    decimal: str | None
    why: str  # proven, declared, whole (no marks at all), open, mixed
    example: str = ""


def decimal_mark(texts: Iterable[str]) -> Marks:
    """Return the decimal mark that the cells of a column prove together.

    >>> decimal_mark(["1.234,5", "12"]).decimal, decimal_mark(["4.1", "1.234"]).decimal
    (',', '.')
    >>> decimal_mark(["1.234", "29.149"])
    Marks(decimal=None, why='open', example='1.234')
    """
    proven = {".": 0, ",": 0}
    marked_example: dict[str, str] = {}
    open_example, longest_plain = "", 0
    for text in texts:
        if "." not in text and "," not in text:
            longest_plain = max(longest_plain, len(text)) if text.isdecimal() else longest_plain
            continue
        mark = mark_told_by(text)
        if mark == "?":
            open_example = open_example or text
        elif mark:
            proven[mark] += 1
            marked_example.setdefault(mark, text)
            if proven[mark] >= _ENOUGH:
                break
    if proven["."] and proven[","]:
        return Marks(None, "mixed", marked_example["."])
    for mark in ".,":
        if proven[mark]:
            return Marks(mark, "proven", marked_example[mark])
        if open_example and longest_plain > 4 and mark in open_example:
            return Marks(mark, "proven", open_example)  # a writer who groups would have grouped the long ones
    return Marks(None, "open", open_example) if open_example else Marks(".", "whole")


def group_mark(texts: Iterable[str], decimal: str) -> str:
    """Return the mark between the thousands of the first number that has one, "" where none has.

    >>> group_mark(["12", "1.234,5"], ","), group_mark(["1 234"], ","), group_mark(["12,5"], ",")
    ('.', ' ', '')
    """
    for text in texts:
        match = _THOUSANDS.match(text.strip())
        if match and match[1] != decimal and read_number(text, decimal) is not None:
            return match[1]
    return ""


def read_number(text: str, decimal: str) -> Decimal | None:
    """Return the exact value of a cell, None where it is no well-formed number with that decimal mark.

    The exponent stays as written: "4.10" is ``Decimal("4.10")``.

    >>> read_number("1.234,50", ","), read_number("(2.5)", "."), read_number("1.5", ",")
    (Decimal('1234.50'), Decimal('-2.5'), None)
    """
    if decimal == "." and len(text) < _LONGEST and _SIMPLE.fullmatch(text):
        return Decimal(text)
    match = _shape(text)
    if match is None:
        return None
    sign, digits, exponent = match
    group = "," if decimal == "." else "."
    whole, found, part = digits.partition(decimal)
    if group in part or decimal in part or (found and not part and not whole):
        return None
    if group in whole and not _grouped(whole.split(group)):
        return None
    whole = whole.replace(group, "")
    power = int(exponent[1:]) if exponent else 0
    if len(whole) + len(part) > _MOST_DIGITS or abs(power) > _LARGEST_EXPONENT:
        return None
    return Decimal(f"{sign}{whole or '0'}.{part}" if part else f"{sign}{whole}").scaleb(power, EXACT)


def plain_number(text: str, decimal: str) -> str | None:
    """Return the value of a cell as plain text that `Decimal` reads, None where it is no well-formed number.

    >>> plain_number("1.234,50", ",")
    '1234.50'
    """
    if decimal == "." and len(text) < _LONGEST and _SIMPLE.fullmatch(text):
        return text
    number = read_number(text, decimal)
    return None if number is None else str(number)


def is_simple(text: str) -> bool:
    """Return whether a cell is plain decimal text already, or empty.

    >>> is_simple("4.10"), is_simple("4,1")
    (True, False)
    """
    return not text or (len(text) < _LONGEST and _SIMPLE.fullmatch(text) is not None)


def looks_numeric(text: str) -> bool:
    """Return whether a cell holds a number, whichever its marks mean.

    >>> looks_numeric("1.234,5"), looks_numeric("Jawa 1")
    (True, False)
    """
    return _shape(text) is not None


def _shape(text: str) -> tuple[str, str, str] | None:
    """Return sign, digits with their marks, and exponent; group marks that are spaces are gone."""
    if len(text) > _LONGEST:
        return None
    if not text.isascii():
        text = "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in text.translate(_SIGNS))
    text = text.strip()
    if text[:1] == "(" and text[-1:] == ")":
        text = f"-{text[1:-1].strip()}"
    if text[:2] in ("- ", "+ "):
        text = text[0] + text[2:]
    groups = _SPACES.split(text)
    if len(groups) > 1:
        if not _grouped([groups[0].lstrip("+-"), *groups[1:-1], re.split(r"[.,]", groups[-1])[0]]):
            return None
        text = "".join(groups)
    match = _SHAPE.fullmatch(text)
    return (match[1], match[2], match[3] or "") if match else None


def _grouped(groups: list[str]) -> bool:
    """Return whether the digits stand in threes, or in twos before the last three (lakh, crore)."""
    first, *rest = groups
    if not first.isdecimal() or len(first) > 3 or first.startswith("0") or not all(map(str.isdecimal, rest)):
        return False
    if all(len(group) == 3 for group in rest):
        return True
    return len(rest) > 1 and len(first) < 3 and len(rest[-1]) == 3 and all(len(group) == 2 for group in rest[:-1])


def mark_told_by(text: str) -> str:
    """Return the decimal mark that one cell proves, "?" where it can be read both ways, "" where it proves none.

    >>> mark_told_by("1.234,5"), mark_told_by("1.234"), mark_told_by("1234")
    (',', '?', '')
    """
    spaced = any(map(_SPACES.match, text.strip()))
    match = _shape(text)
    if match is None:
        return ""
    digits = match[1]
    marks = [char for char in digits if char in ".,"]
    if not marks:
        return ""
    last = marks[-1]
    if len(set(marks)) == 2:
        return last if marks.count(last) == 1 else ""
    if len(marks) > 1:
        return ("," if last == "." else ".") if _grouped(digits.split(last)) else ""
    whole, _, part = digits.partition(last)
    could_group = len(part) == 3 and _grouped([whole, part]) and not spaced and not match[2]
    return "?" if could_group else last
