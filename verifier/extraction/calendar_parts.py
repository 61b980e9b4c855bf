"""The parts of a date as a text gives them in, their EDTF form out; and what is no date at all."""

from dataclasses import dataclass, replace

from verifier.periods import days_in_month, format_year

__all__ = ["When", "full_year", "interval"]

A_LEAP_YEAR = 2000  # 29 February is possible where the year is not known


@dataclass(slots=True, kw_only=True)
class When:
    """A date as far as it is written; None for each part that the text leaves open.

    `year` is astronomical: 512 BC is -511. `century` counts from 1 ("abad ke-16" is 16), negative
    before Christ. `shift` is a step from the reference date: a unit and how many of it.

    Nothing changes one once it is made; it is not frozen, since that would triple the time of
    making it, and a text has many dates.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None  # its first year: 1970
    century: int | None = None
    weekday: int | None = None  # 1 is Monday
    shift: tuple[str, int] | None = None
    direction: str = ""  # past, future, this: which of the possible years is meant
    recurring: bool = False
    end: "When | None" = None  # the other end of an interval

    @property
    def relative(self) -> bool:
        """True where a reference date is needed to know the period."""
        if self.end is not None and self.end.relative:
            return True
        return self.year is None and self.decade is None and self.century is None and not self.recurring

    @property
    def possible(self) -> bool:
        """False for 31 February and its like."""
        if self.end is not None and not self.end.possible:
            return False
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        if self.day is None or self.month is None:
            return True
        year = A_LEAP_YEAR if self.year is None else self.year
        return 1 <= self.day <= days_in_month(year, self.month)

    @property
    def edtf(self) -> str | None:
        """What is written, as EDTF; None where nothing of the date itself is fixed.

        >>> When(year=2007, month=10).edtf, When(month=10, day=26).edtf, When(year=-511).edtf
        ('2007-10', 'XXXX-10-26', '-0511')
        >>> When(century=16).edtf, When(decade=1970).edtf, When(shift=("day", -1)).edtf
        ('15XX', '197X', None)
        """
        first = self._single()
        if self.end is None or first is None:
            return first
        last = self.end._single()
        return None if last is None else f"{first}/{last}"

    def _single(self) -> str | None:
        if self.year is not None and self.month is None and self.quarter is None and self.half is None:
            return format_year(self.year)
        if self.century is not None:
            return f"{self.century - 1:02d}XX" if self.century > 0 else f"-{-self.century - 1:02d}XX"
        if self.decade is not None:
            return f"{self.decade // 10:03d}X"
        year = "XXXX" if self.year is None else format_year(self.year)
        if self.quarter is not None:
            return f"{year}-Q{self.quarter}"
        if self.half is not None:
            return f"{year}-H{self.half}"
        if self.month is not None:
            return f"{year}-{self.month:02d}" + (f"-{self.day:02d}" if self.day is not None else "")
        return None if self.year is None else year


def interval(first: When, last: When) -> When:
    """Return one interval; what the first end leaves out, it takes from the last.

    >>> interval(When(month=4, day=24), When(year=2007, month=4, day=26)).edtf
    '2007-04-24/2007-04-26'
    """
    filled = first
    if first.year is None and last.year is not None and first.decade is None and first.century is None:
        filled = replace(filled, year=last.year)
    if filled.month is None and filled.day is not None:
        filled = replace(filled, month=last.month)
    return replace(filled, end=last)


def full_year(year: int) -> int:
    """Return the year that two digits stand for: 30 to 99 in the last century, the rest in this.

    >>> full_year(98), full_year(24), full_year(1066)
    (1998, 2024, 1066)
    """
    if year >= 100:
        return year
    return year + (1900 if year >= 30 else 2000)
