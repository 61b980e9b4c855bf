"""A relative date and the day of the text in, the period that is meant out, with the parts filled in."""

from dataclasses import replace
from datetime import date, timedelta

from verifier.extraction.calendar_parts import When
from verifier.periods import MONTHS_OF, days_in_month

__all__ = ["CALENDAR_UNITS", "resolve"]

DAYS = {"day": 1, "week": 7}
CALENDAR_UNITS = frozenset({*MONTHS_OF, *DAYS})  # units that are counted on the calendar
FURTHEST = 3_000_000  # days; beyond that no calendar date is meant


def resolve(when: When, today: date | None) -> tuple[str | None, tuple[str, ...]]:
    """Return the EDTF of what is meant and the names of the parts that were filled in.

    A month or a day without a year is the last one that is not after `today`, unless a word points
    ahead; a weekday is the nearest one on that side.

    >>> resolve(When(month=6), date(2024, 10, 14))
    ('2024-06', ('year',))
    >>> resolve(When(shift=("month", -3)), date(2024, 10, 14))
    ('2024-07', ('year', 'month'))
    """
    if today is None or when.recurring:
        return None, ()
    if when.end is not None:
        first, implied = resolve(replace(when, end=None), today)
        last, _ = resolve(when.end, today) if when.end.relative else (when.end.edtf, ())
        return (f"{first}/{last}", implied) if first and last else (None, ())
    if when.shift is not None:
        return _shifted(when.shift, today)
    if when.quarter is not None or when.half is not None or when.month is not None:
        return _with_year(when, today)
    if when.day is not None:
        return _with_month(when.day, today)
    if when.weekday is not None:
        return _weekday(when, today), ("year", "month", "day")
    return None, ()


def _with_year(when: When, today: date) -> tuple[str | None, tuple[str, ...]]:
    year = today.year
    begin = _begin(when, year)
    if when.direction == "future" and begin <= today:
        year += 1
    elif (when.direction == "past" and begin >= today.replace(day=1)) or (not when.direction and begin > today):
        year -= 1
    return replace(when, year=year, weekday=None).edtf, ("year",)


def _with_month(day: int, today: date) -> tuple[str | None, tuple[str, ...]]:
    """Return the last such day of a month that is not after `today`; None where that month has none."""
    year, month = divmod(today.year * 12 + today.month - 1 - (day > today.day), 12)
    if year < 1 or day > days_in_month(year, month + 1):
        return None, ()
    return date(year, month + 1, day).isoformat(), ("year", "month")


def _begin(when: When, year: int) -> date:
    month = when.month or (when.quarter * 3 - 2 if when.quarter else (when.half or 1) * 6 - 5)
    return date(year, month, min(when.day or 1, days_in_month(year, month)))


def _weekday(when: When, today: date) -> str:
    back = (today.isoweekday() - (when.weekday or 1)) % 7
    if when.direction == "future":
        return (today + timedelta(days=7 - back if back else 7)).isoformat()
    if when.direction == "past" and back == 0:
        back = 7
    return (today - timedelta(days=back)).isoformat()


def _shifted(shift: tuple[str, int], today: date) -> tuple[str | None, tuple[str, ...]]:
    unit, steps = shift
    if abs(steps) > FURTHEST:
        return None, ()
    if unit not in MONTHS_OF:
        days = DAYS.get(unit)
        if days is None or abs(days * steps) > FURTHEST:
            return None, ()
        try:
            return (today + timedelta(days=days * steps)).isoformat(), ("year", "month", "day")
        except OverflowError:
            return None, ()
    index = today.year * 12 + today.month - 1 + MONTHS_OF[unit] * steps
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None, ()
    forms = {
        "year": When(year=year),
        "month": When(year=year, month=month + 1),
        "quarter": When(year=year, quarter=month // 3 + 1),
        "half": When(year=year, half=month // 6 + 1),
        "decade": When(decade=year // 10 * 10),
        "century": When(century=year // 100 + 1),
    }
    return forms[unit].edtf, ("year",) if unit == "year" else ("year", unit)
