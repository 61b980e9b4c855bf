"""Written digits in, the exact values that they can have out; Roman numerals beside them.

Values keep the exponent they were written with: "4,1" is ``4.1``, and with "juta" behind it
``4.1E+6``, which still says "to a tenth of a million".
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

__all__ = ["MOST_DIGITS", "POWERS", "VULGAR", "ascii_digits", "read_digits", "read_with", "roman"]

MOST_DIGITS = 40
SPACES = re.compile(r"[\s'’]")
ROMAN = re.compile(r"(?=[IVXLC])(?:X{0,3}|XL|L?X{0,3}|XC)(?:IX|IV|V?I{0,3})")
NUMERALS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
VULGAR = {
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5", "⅘": "4/5",
    "⅙": "1/6", "⅚": "5/6", "⅐": "1/7", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8", "⅑": "1/9", "⅒": "1/10",
}  # fmt: skip
POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@lru_cache(maxsize=8192)
def read_digits(digits: str, *, decimal_marks: Sequence[str]) -> tuple[Decimal, ...]:
    """Return the values that `digits` can have, likeliest first; none where it is no number.

    Args:
        digits: digits of any one script with marks between them.
        decimal_marks: the decimal mark of the language; a second one says that figures are also
            printed the other way round, so that three digits after a single mark stay open.

    >>> read_digits("29,149", decimal_marks=",.")
    (Decimal('29.149'), Decimal('29149'))
    >>> read_digits("1,234,567", decimal_marks=",.")
    (Decimal('1234567'),)
    >>> read_digits("1.2.3", decimal_marks=",.")
    ()
    """
    digits = SPACES.sub("", digits)
    if len(digits) > MOST_DIGITS * 2:
        return ()
    if digits.isdecimal():
        return (Decimal(ascii_digits(digits)),) if _one_script(digits) else ()
    primary = decimal_marks[0]
    readings: list[Decimal] = []
    for mark in (primary, "," if primary == "." else "."):
        value = read_with(digits, mark)
        if value is not None and value not in readings:
            readings.append(value)
    return _ranked(digits, readings, decimal_marks)


def read_with(digits: str, mark: str) -> Decimal | None:
    """Return the value of `digits` if `mark` is the decimal mark and its grouping is well formed."""
    whole, _, rest = digits.partition(mark)
    group = "." if mark == "," else ","
    if mark in rest or group in rest or not _one_script(digits):
        return None
    groups = whole.split(group)
    if len(groups) > 1 and not _well_grouped(groups, group):
        return None
    return Decimal(ascii_digits("".join(groups)) + (f".{ascii_digits(rest)}" if rest else ""))


def _well_grouped(groups: Sequence[str], mark: str) -> bool:
    """Groups of three, or of two before the last three as in South Asia, with commas; no leading zero."""
    if not 1 <= len(groups[0]) <= 3 or groups[0].startswith("0") or len(groups[-1]) != 3:
        return False
    middle = {len(group) for group in groups[1:-1]}
    return middle <= {3} or (mark == "," and middle <= {2} and len(groups[0]) <= 2)


def _ranked(digits: str, readings: list[Decimal], decimal_marks: Sequence[str]) -> tuple[Decimal, ...]:
    """Drop the reading that the convention of the language rules out."""
    if len(readings) < 2:
        return tuple(readings)
    primary_is_decimal = digits.count(decimal_marks[0]) == 1
    if len(decimal_marks) > 1 and primary_is_decimal:
        return tuple(readings)  # "29,149": agencies print figures the other way round
    return (readings[0],)


def ascii_digits(digits: str) -> str:
    """Return decimal digits of any script as those of ASCII."""
    return digits if digits.isascii() else "".join(str(int(digit)) for digit in digits)


def _one_script(digits: str) -> bool:
    """Digits of two writing systems in one number are a trick, not a number (UTS #39)."""
    if digits.isascii():
        return True
    zeros = {ord(digit) - int(digit) for digit in digits if digit.isdecimal()}
    return len(zeros) == 1


def roman(surface: str) -> int | None:
    """Return the value of a Roman numeral up to 99 in capitals.

    >>> roman("XIX"), roman("IIX")
    (19, None)
    """
    if not ROMAN.fullmatch(surface):
        return None
    total = 0
    for letter, after in zip(surface, [*surface[1:], ""], strict=True):
        value = NUMERALS[letter]
        total += -value if after and NUMERALS[after] > value else value
    return total
