"""EDTF in, a span of days out: `Period`, with containment, overlap and the same span some years or months away.

Days are ordinals of the proleptic Gregorian calendar, with 0001-01-01 as day 1 (as `date.toordinal`
counts), and plain whole numbers, so that years before Christ and beyond 9999 work like any other.
Our own spellings beside ISO 8601-2: quarters ``2007-Q1`` to ``2007-Q4``, halves ``2007-H1``, ``2007-H2``.
"""

import re
from dataclasses import dataclass

from verifier.errors import InputError, InputTypeError

__all__ = ["MONTHS_OF", "Period", "day_ordinal", "days_in_month", "format_year", "month_edtf", "ordinal_day"]

_DIGITS_OF_A_YEAR = 9  # more would be a number, not a year
_YEAR = r"(?:-?[0-9]{4}|Y-?[0-9]{5,9})"
_FORMS = (
    ("day", re.compile(rf"({_YEAR})-([0-9]{{2}})-([0-9]{{2}})")),
    ("month", re.compile(rf"({_YEAR})-([0-9]{{2}})")),
    ("quarter", re.compile(rf"({_YEAR})-Q([1-4])")),
    ("half", re.compile(rf"({_YEAR})-H([12])")),
    ("year", re.compile(rf"({_YEAR})")),
    ("decade", re.compile(r"(-?[0-9]{3})X")),
    ("century", re.compile(r"(-?[0-9]{2})XX")),
)
MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_KNOWN = "use 2024, 2024-06, 2024-06-30, 2024-Q1, 2024-H1, 197X, 15XX or an interval a/b"


@dataclass(frozen=True, slots=True, order=False)
class Period:
    """A span of time as EDTF writes it, with its first and last day, both inside.

    >>> Period.read("2024-06").contains(Period.read("2024-06-30"))
    True
    >>> Period.read("2024").overlaps(Period.read("2023-07/2024-06"))
    True
    >>> Period.read("-0511").precision
    'year'
    """

    edtf: str
    first: int
    last: int

    @classmethod
    def read(cls, edtf: str) -> "Period":
        """Return the span that `edtf` names.

        Raises:
            InputError: the text is no EDTF that is known here, the date does not exist, or a part is
                left open (``XXXX-10-26``): such a date has no place in time until it is resolved.

        >>> Period.read("2007-Q1").last - Period.read("2007-Q1").first + 1
        90
        """
        if not isinstance(edtf, str):
            raise InputTypeError(f"a period is EDTF text such as '2024-06', not {type(edtf).__name__}")
        if "/" not in edtf:
            return cls(edtf, *_bounds(edtf, edtf))
        start, _, end = edtf.partition("/")
        first, last = _bounds(start, edtf)[0], _bounds(end, edtf)[1]
        if last < first:
            raise InputError(f"period {_shown(edtf)}: the interval ends before it begins")
        return cls(edtf, first, last)

    @property
    def precision(self) -> str:
        """What kind of span this is: day, month, quarter, half, year, decade, century or interval."""
        return "interval" if "/" in self.edtf else _form(self.edtf, self.edtf)[0]

    @property
    def days(self) -> int:
        """How many days the span has."""
        return self.last - self.first + 1

    def contains(self, other: "Period") -> bool:
        """Return whether every day of `other` lies inside this span."""
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: "Period") -> bool:
        """Return whether the two spans share a day."""
        return self.first <= other.last and other.first <= self.last

    def shift(self, *, years: int = 0, months: int = 0, days: int = 0) -> "Period":
        """Return the span of the same precision that lies so far away (negative: before).

        A day that the target month does not have becomes its last day.

        Raises:
            InputError: the step is no whole number of such spans (a quarter by one month).

        >>> Period.read("2024-06").shift(years=-1).edtf
        '2023-06'
        >>> Period.read("2024-Q1").shift(months=-3).edtf
        '2023-Q4'
        >>> Period.read("2024-02-29").shift(years=-1).edtf
        '2023-02-28'
        """
        step = 12 * years + months
        return Period.read("/".join(_shifted(part, step, days) for part in self.edtf.split("/")))


def day_ordinal(year: int, month: int, day: int) -> int:
    """Return the ordinal of a day; 0001-01-01 is 1, year 0 is the year before year 1.

    >>> day_ordinal(1, 1, 1), day_ordinal(0, 12, 31), day_ordinal(2024, 10, 13)
    (1, 0, 739172)
    """
    year -= month < 3
    months_since_march = (month + 9) % 12
    era_days = 365 * year + year // 4 - year // 100 + year // 400
    return era_days + (153 * months_since_march + 2) // 5 + day - 306


def ordinal_day(ordinal: int) -> tuple[int, int, int]:
    """Return year, month and day of an ordinal.

    >>> ordinal_day(739172), ordinal_day(0)
    ((2024, 10, 13), (0, 12, 31))
    """
    era, day_of_era = divmod(ordinal + 305, 146_097)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    months_since_march = (5 * day_of_year + 2) // 153
    month = months_since_march + 3 if months_since_march < 10 else months_since_march - 9
    year = 400 * era + year_of_era + (month < 3)
    return year, month, day_of_year - (153 * months_since_march + 2) // 5 + 1


def days_in_month(year: int, month: int) -> int:
    """Return how many days a month has.

    >>> days_in_month(2024, 2), days_in_month(1900, 2)
    (29, 28)
    """
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _MONTH_LENGTHS[month - 1] + leap


def format_year(year: int) -> str:
    """Return a year as EDTF writes it; 0 is 1 BC, -511 is 512 BC.

    >>> format_year(2024), format_year(-511), format_year(12024)
    ('2024', '-0511', 'Y12024')
    """
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def month_edtf(year: int, month: int) -> str:
    """Return a month as EDTF writes it.

    >>> month_edtf(2024, 6)
    '2024-06'
    """
    return f"{format_year(year)}-{month:02d}"


def _form(part: str, whole: str) -> tuple[str, re.Match[str]]:
    if len(part) <= 2 * _DIGITS_OF_A_YEAR:
        for name, pattern in _FORMS:
            match = pattern.fullmatch(part)
            if match:
                return name, match
    if "XXXX" in part[:6]:
        raise InputError(f"period {_shown(whole)} has no year; resolve it against a reference date first")
    raise InputError(f"period {_shown(whole)} is not understood; {_KNOWN}")


def _shown(edtf: str) -> str:
    return repr(edtf if len(edtf) <= 40 else edtf[:40] + "…")


def _bounds(part: str, whole: str) -> tuple[int, int]:
    name, match = _form(part, whole)
    if name == "day":
        return (_day(match, whole),) * 2
    start = _first_month(name, match, whole)
    end = start + MONTHS_OF[name]
    return day_ordinal(start // 12, start % 12 + 1, 1), day_ordinal(end // 12, end % 12 + 1, 1) - 1


def _day(match: re.Match[str], whole: str) -> int:
    year, month, day = _year(match[1]), int(match[2]), int(match[3])
    if not (1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
        raise InputError(f"period {_shown(whole)}: there is no such day")
    return day_ordinal(year, month, day)


def _first_month(name: str, match: re.Match[str], whole: str) -> int:
    """Return the first month of the span, counted from January of year 0."""
    if name in ("decade", "century"):
        return 12 * _first_year(match[1], 10 if name == "decade" else 100)
    year = _year(match[1])
    if name == "year":
        return 12 * year
    number = int(match[2])
    if not 1 <= number <= 12:
        raise InputError(f"period {_shown(whole)}: there is no month {match[2]}")
    return 12 * year + (number - 1) * MONTHS_OF[name]


def _first_year(digits: str, years: int) -> int:
    """Return the earliest year of a masked one: ``-04XX`` covers -499 to -400."""
    masked = int(digits) * years
    return masked - (years - 1) if digits.startswith("-") else masked


def _year(written: str) -> int:
    return int(written.removeprefix("Y"))


def _shifted(part: str, months: int, days: int) -> str:
    name, match = _form(part, part)
    if name == "day":
        return _shifted_day(match, months, days)
    size = MONTHS_OF[name]
    if days or months % size:
        raise InputError(f"period {part!r}: a {name} cannot be moved by a part of itself")
    first = _first_month(name, match, part) + months
    year, number = first // 12, first % 12 // size + 1
    if name == "month":
        return month_edtf(year, number)
    if name in ("quarter", "half"):
        return f"{format_year(year)}-{name[0].upper()}{number}"
    return format_year(year) if name == "year" else _masked(year, size // 12)


def _shifted_day(match: re.Match[str], months: int, days: int) -> str:
    first = 12 * _year(match[1]) + int(match[2]) - 1 + months
    year, month = first // 12, first % 12 + 1
    ordinal = day_ordinal(year, month, min(int(match[3]), days_in_month(year, month))) + days
    year, month, day = ordinal_day(ordinal)
    return f"{month_edtf(year, month)}-{day:02d}"


def _masked(first_year: int, years: int) -> str:
    digits, masks = (3, "X") if years == 10 else (2, "XX")
    if first_year < 0:
        return f"-{-(first_year + years - 1) // years:0{digits}d}{masks}"
    return f"{first_year // years:0{digits}d}{masks}"
