"""Relative dates and a reference date in, the period that is meant out; and intervals of dates."""

from datetime import date

import pytest

from verifier import extract
from verifier.extraction.calendar_parts import When, interval
from verifier.extraction.resolve import resolve

MONDAY = date(2024, 10, 14)

RESOLVED = [
    # what is written                                                what is meant      the parts filled in
    (When(shift=("day", 0)),                                         "2024-10-14",      ("year", "month", "day")),
    (When(shift=("day", -1)),                                        "2024-10-13",      ("year", "month", "day")),
    (When(shift=("day", 2)),                                         "2024-10-16",      ("year", "month", "day")),
    (When(shift=("day", -14)),                                       "2024-09-30",      ("year", "month", "day")),
    (When(shift=("week", 1)),                                        "2024-10-21",      ("year", "month", "day")),
    (When(shift=("month", 0)),                                       "2024-10",         ("year", "month")),
    (When(shift=("month", -1)),                                      "2024-09",         ("year", "month")),
    (When(shift=("month", -10)),                                     "2023-12",         ("year", "month")),
    (When(shift=("month", 3)),                                       "2025-01",         ("year", "month")),
    (When(shift=("quarter", 0)),                                     "2024-Q4",         ("year", "quarter")),
    (When(shift=("quarter", -1)),                                    "2024-Q3",         ("year", "quarter")),
    (When(shift=("quarter", 1)),                                     "2025-Q1",         ("year", "quarter")),
    (When(shift=("half", -1)),                                       "2024-H1",         ("year", "half")),
    (When(shift=("year", -1)),                                       "2023",            ("year",)),
    (When(shift=("year", 10)),                                       "2034",            ("year",)),
    (When(shift=("decade", -1)),                                     "201X",            ("year", "decade")),
    (When(shift=("century", -1)),                                    "19XX",            ("year", "century")),
    (When(month=6),                                                  "2024-06",         ("year",)),
    (When(month=10),                                                 "2024-10",         ("year",)),
    (When(month=12),                                                 "2023-12",         ("year",)),  # the last one
    (When(month=12, direction="future"),                             "2024-12",         ("year",)),
    (When(month=6, direction="future"),                              "2025-06",         ("year",)),
    (When(month=6, direction="past"),                                "2024-06",         ("year",)),
    (When(month=10, direction="past"),                               "2023-10",         ("year",)),  # not this one
    (When(month=10, day=26, direction="future"),                     "2024-10-26",      ("year",)),
    (When(month=10, day=14),                                         "2024-10-14",      ("year",)),  # not after today
    (When(month=10, day=15),                                         "2023-10-15",      ("year",)),
    (When(quarter=3),                                                "2024-Q3",         ("year",)),
    (When(half=1),                                                   "2024-H1",         ("year",)),
    (When(half=2, direction="this"),                                 "2024-H2",         ("year",)),
    (When(day=14),                                                   "2024-10-14",      ("year", "month")),
    (When(day=9),                                                    "2024-10-09",      ("year", "month")),
    (When(day=25),                                                   "2024-09-25",      ("year", "month")),  # before
    (When(day=31),                                                   None,              ()),  # September has none
    (When(weekday=1),                                                "2024-10-14",      ("year", "month", "day")),
    (When(weekday=3),                                                "2024-10-09",      ("year", "month", "day")),
    (When(weekday=1, direction="past"),                              "2024-10-07",      ("year", "month", "day")),
    (When(weekday=5, direction="past"),                              "2024-10-11",      ("year", "month", "day")),
    (When(weekday=1, direction="future"),                            "2024-10-21",      ("year", "month", "day")),
    (When(weekday=5, direction="future"),                            "2024-10-18",      ("year", "month", "day")),
    (When(month=3, end=When(month=5)),                               "2024-03/2024-05", ("year",)),
    # what stays open
    (When(month=8, day=17, recurring=True),                          None,              ()),
    (When(shift=("year", -3000)),                                    None,              ()),  # before the calendar
    (When(shift=("year", 10**15)),                                   None,              ()),
    (When(shift=("day", 10**20)),                                    None,              ()),
    (When(shift=("day", -999_999)),                                  None,              ()),
    (When(shift=("fortnight", 1)),                                   None,              ()),
]  # fmt: skip


@pytest.mark.parametrize(("when", "period", "implied"), RESOLVED)
def test_what_is_meant_on_a_monday_in_october(when, period, implied):
    assert resolve(when, MONDAY) == (period, implied)


@pytest.mark.parametrize("when", [row[0] for row in RESOLVED])
def test_without_a_reference_date_nothing_is_resolved(when):
    assert resolve(when, None) == (None, ())


LEAP_DAY = [
    (When(month=2, day=29), date(2024, 2, 29), "2024-02-29"),
    (When(month=2, day=29), date(2024, 10, 14), "2024-02-29"),
    (When(shift=("year", -1)), date(2024, 2, 29), "2023"),
    (When(shift=("month", 1)), date(2024, 1, 31), "2024-02"),
    (When(shift=("day", -1)), date(2024, 3, 1), "2024-02-29"),
]


@pytest.mark.parametrize(("when", "today", "period"), LEAP_DAY)
def test_days_that_not_every_month_or_year_has(when, today, period):
    assert resolve(when, today)[0] == period


RELATIVE = [
    # language, text, reference date, surface = what is meant
    ("id", "naik pada Juni",                      "2024-10-14", "Juni = 2024-06"),
    ("id", "kemarin",                             "2024-03-01", "kemarin = 2024-02-29"),
    ("id", "besok",                               "2024-12-31", "besok = 2025-01-01"),
    ("id", "pada bulan lalu",                     "2024-01-15", "bulan lalu = 2023-12"),
    ("id", "pada tahun lalu",                     "2024-01-15", "tahun lalu = 2023"),
    ("id", "tiga bulan lalu",                     "2024-01-15", "tiga bulan lalu = 2023-10"),
    ("id", "26 Oktober mendatang",                "2024-10-14", "26 Oktober mendatang = 2024-10-26"),
    ("id", "pada kuartal III",                    "2024-10-14", "kuartal III = 2024-Q3"),
    ("id", "pada 5 Mei 2010",                     "2024-10-14", "5 Mei 2010 = 2010-05-05"),
    ("id", "250 juta tahun lalu",                 "2024-10-14", "250 juta tahun lalu = None"),
    ("id", "40.000 tahun lalu",                   "2024-10-14", "40.000 tahun lalu = None"),  # of no calendar
    ("id", "2,5 tahun lalu",                      "2024-03-14", "2,5 tahun lalu = None"),     # 2021, or 2022
    ("en", "in June",                             "2024-10-14", "June = 2024-06"),
    ("en", "20,000,000 days later",               "2024-10-14", "20,000,000 days later = None"),
    ("de", "vor zwei Jahren",                     "2024-10-14", "vor zwei Jahren = 2022"),
    ("de", "vor 2,5 Jahren",                      "2024-10-14", "vor 2,5 Jahren = None"),
    ("en", "yesterday",                           "2024-01-01", "yesterday = 2023-12-31"),
    ("en", "last year",                           "2024-10-14", "last year = 2023"),
    ("en", "two years ago",                       "2024-10-14", "two years ago = 2022"),
    ("en", "next Friday",                         "2024-10-14", "next Friday = 2024-10-18"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "today", "meant"), RELATIVE)
def test_relative_dates_of_a_text(language, text, today, meant):
    [mention] = extract(text, language=language, reference_date=today)
    assert f"{mention.text} = {mention.resolved}" == meant


INTERVALS = [
    # first                        last                                     joined
    (When(day=24),                 When(year=2007, month=4, day=26),        "2007-04-24/2007-04-26"),
    (When(month=4, day=24),        When(year=2007, month=5, day=2),         "2007-04-24/2007-05-02"),
    (When(month=3),                When(year=2021, month=5),                "2021-03/2021-05"),
    (When(quarter=1),              When(year=2021, quarter=2),              "2021-Q1/2021-Q2"),
    (When(year=2005),              When(year=2007),                         "2005/2007"),
    (When(year=-511),              When(year=-510),                         "-0511/-0510"),
    (When(decade=1970),            When(decade=1990),                       "197X/199X"),
    (When(century=16),             When(century=17),                        "15XX/16XX"),
    (When(month=3),                When(month=5),                           "XXXX-03/XXXX-05"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "last", "joined"), INTERVALS)
def test_interval(first, last, joined):
    assert interval(first, last).edtf == joined


POSSIBLE = [
    (When(year=2024, month=2, day=29), True),
    (When(year=2023, month=2, day=29), False),
    (When(year=1900, month=2, day=29), False),
    (When(year=2000, month=2, day=29), True),
    (When(month=2, day=29), True),  # in some year
    (When(month=2, day=30), False),
    (When(month=13, year=2024), False),
    (When(month=0, year=2024), False),
    (When(month=4, day=31), False),
    (When(month=4, day=0), False),
    (When(year=2024, month=1, end=When(year=2023, month=2, day=30)), False),
    (When(century=16), True),
]


@pytest.mark.parametrize(("when", "possible"), POSSIBLE)
def test_what_is_no_date_at_all(when, possible):
    assert when.possible is possible
