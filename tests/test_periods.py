"""Periods: what days an EDTF text covers, and where it lies in relation to another."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.errors import InputError, InputTypeError
from verifier.periods import Period, day_ordinal, days_in_month, ordinal_day

SPANS = [
    # edtf              first day       last day        precision
    ("2024-06",         (2024, 6, 1),   (2024, 6, 30),  "month"),
    ("2024-12",         (2024, 12, 1),  (2024, 12, 31), "month"),
    ("2024",            (2024, 1, 1),   (2024, 12, 31), "year"),
    ("2024-02-29",      (2024, 2, 29),  (2024, 2, 29),  "day"),
    ("2007-Q1",         (2007, 1, 1),   (2007, 3, 31),  "quarter"),
    ("2007-Q4",         (2007, 10, 1),  (2007, 12, 31), "quarter"),
    ("2007-H1",         (2007, 1, 1),   (2007, 6, 30),  "half"),
    ("2007-H2",         (2007, 7, 1),   (2007, 12, 31), "half"),
    ("197X",            (1970, 1, 1),   (1979, 12, 31), "decade"),
    ("15XX",            (1500, 1, 1),   (1599, 12, 31), "century"),
    ("-0511",           (-511, 1, 1),   (-511, 12, 31), "year"),       # 512 BC
    ("0000",            (0, 1, 1),      (0, 12, 31),    "year"),       # 1 BC
    ("-04XX",           (-499, 1, 1),   (-400, 12, 31), "century"),    # the fifth century BC but for its last year
    ("-051X",           (-519, 1, 1),   (-510, 12, 31), "decade"),
    ("Y12024",          (12024, 1, 1),  (12024, 12, 31), "year"),
    ("1886-11/1887-06", (1886, 11, 1),  (1887, 6, 30),  "interval"),
    ("2007-08-21/2007-08-23", (2007, 8, 21), (2007, 8, 23), "interval"),
    ("2010/2014",       (2010, 1, 1),   (2014, 12, 31), "interval"),
]  # fmt: skip


@pytest.mark.parametrize(("edtf", "first", "last", "precision"), SPANS)
def test_read(edtf, first, last, precision):
    period = Period.read(edtf)
    assert (ordinal_day(period.first), ordinal_day(period.last)) == (first, last)
    assert (period.edtf, period.precision) == (edtf, precision)


UNREADABLE = [
    ("", "is not understood"),
    ("24", "is not understood"),
    ("Juni 2024", "is not understood"),
    ("2024-13", "there is no month 13"),
    ("2024-00", "there is no month 00"),
    ("2023-02-29", "there is no such day"),
    ("2024-04-31", "there is no such day"),
    ("2024-Q5", "is not understood"),
    ("2024-H3", "is not understood"),
    ("2014/2010", "ends before it begins"),
    ("2010/", "is not understood"),
    ("2010/2011/2012", "is not understood"),
    ("XXXX-10-26", "has no year; resolve it against a reference date first"),
    ("-XXXX-10", "has no year"),
    ("٢٠٢٤", "is not understood"),  # digits of another script are no EDTF
    ("Y1234567890", "is not understood"),
    ("2024\n", "is not understood"),
    ("9" * 100_000, "is not understood"),
]  # fmt: skip


@pytest.mark.parametrize(("edtf", "message"), UNREADABLE)
def test_read_refuses(edtf, message):
    with pytest.raises(InputError, match=message) as caught:
        Period.read(edtf)
    assert len(str(caught.value)) < 200
    assert "\n" not in str(caught.value)


def test_read_refuses_other_types():
    with pytest.raises(InputTypeError, match="not int"):
        Period.read(2024)


RELATIONS = [
    # one           other            contains  overlaps
    ("2024",       "2024-06",        True,     True),
    ("2024-06",    "2024",           False,    True),
    ("2024-06",    "2024-06",        True,     True),
    ("2024-Q2",    "2024-06-30",     True,     True),
    ("2024-Q2",    "2024-07-01",     False,    False),
    ("2024-H1",    "2024-Q2",        True,     True),
    ("197X",       "1979-12-31",     True,     True),
    ("197X",       "1980",           False,    False),
    ("2010/2014",  "2014-12",        True,     True),
    ("2010/2014",  "2014/2015",      False,    True),
    ("-0511",      "-0511-03",       True,     True),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "contains", "overlaps"), RELATIONS)
def test_relations(one, other, contains, overlaps):
    first, second = Period.read(one), Period.read(other)
    assert first.contains(second) is contains
    assert first.overlaps(second) is overlaps
    assert second.overlaps(first) is overlaps


SHIFTS = [
    ("2024-06", {"years": -1}, "2023-06"),
    ("2024-01", {"months": -1}, "2023-12"),
    ("2024-12", {"months": 1}, "2025-01"),
    ("2024-Q1", {"years": -1}, "2023-Q1"),
    ("2024-Q1", {"months": -3}, "2023-Q4"),
    ("2024-H2", {"months": 6}, "2025-H1"),
    ("2024", {"years": 1}, "2025"),
    ("2024", {"months": -24}, "2022"),
    ("197X", {"years": 10}, "198X"),
    ("15XX", {"years": -100}, "14XX"),
    ("000X", {"years": -10}, "-000X"),
    ("-051X", {"years": -10}, "-052X"),
    ("2024-02-29", {"years": -1}, "2023-02-28"),
    ("2024-03-31", {"months": -1}, "2024-02-29"),
    ("2024-01-01", {"days": -1}, "2023-12-31"),
    ("0001", {"years": -2}, "-0001"),
    ("9999", {"years": 1}, "Y10000"),
    ("2023-07/2024-06", {"years": -1}, "2022-07/2023-06"),
]


@pytest.mark.parametrize(("edtf", "step", "shifted"), SHIFTS)
def test_shift(edtf, step, shifted):
    assert Period.read(edtf).shift(**step).edtf == shifted


@pytest.mark.parametrize(
    ("edtf", "step"),
    [("2024-Q1", {"months": 1}), ("2024", {"months": 6}), ("197X", {"years": 1}), ("2024-06", {"days": 1})],
)
def test_shift_refuses_parts(edtf, step):
    with pytest.raises(InputError, match="cannot be moved by a part of itself"):
        Period.read(edtf).shift(**step)


@given(st.dates())
def test_ordinals_are_those_of_the_standard_library(day):
    assert day_ordinal(day.year, day.month, day.day) == day.toordinal()
    assert ordinal_day(day.toordinal()) == (day.year, day.month, day.day)


@given(st.integers(-(10**9), 10**9))
def test_ordinals_turn_back(ordinal):
    year, month, day = ordinal_day(ordinal)
    assert 1 <= day <= days_in_month(year, month)
    assert day_ordinal(year, month, day) == ordinal


def test_known_weekday():
    assert Period.read("2024-10-13").first % 7 == date(2024, 10, 13).toordinal() % 7 == 0  # a Sunday
