"""Written digits: every value that they can have, likeliest first, with the precision they were written with."""

from decimal import Decimal

import pytest

from verifier.extraction import read_text
from verifier.extraction.digits import read_digits, roman

READINGS = [
    # written               marks  every value it can have, likeliest first
    ("4",                   ",.",  ["4"]),
    ("2007",                ",.",  ["2007"]),
    ("007",                 ",.",  ["7"]),
    ("0",                   ".",   ["0"]),
    ("4,1",                 ",.",  ["4.1"]),
    ("4,10",                ",.",  ["4.10"]),                # the last zero stays: it says how exact this is
    ("4.1",                 ",.",  ["4.1"]),                 # the English mark in an Indonesian text
    ("4,1",                 ".",   ["4.1"]),                 # and the other way round: one digit is no group
    ("4,12",                ".",   ["4.12"]),
    ("0,000",               ",.",  ["0.000"]),
    ("0,125",               ",.",  ["0.125"]),               # no group starts with 0
    ("0.125",               ",.",  ["0.125"]),
    ("0.125",               ".",   ["0.125"]),
    ("1.234",               ",.",  ["1234"]),
    ("1.234",               ".",   ["1.234"]),
    ("1,234",               ".",   ["1234"]),
    ("29,149",              ",.",  ["29.149", "29149"]),     # the text does not settle it: both
    ("29,149",              ",",   ["29.149"]),              # where no figure is printed the other way round
    ("1.234,5",             ",.",  ["1234.5"]),
    ("1.234,50",            ",.",  ["1234.50"]),
    ("1,234.5",             ",.",  ["1234.5"]),              # two marks prove which is which
    ("1.234,5",             ".",   ["1234.5"]),
    ("4.100.000",           ",.",  ["4100000"]),
    ("1,234,567",           ",.",  ["1234567"]),
    ("1.234.567",           ".",   ["1234567"]),
    ("4.100.000,50",        ",.",  ["4100000.50"]),
    ("12,34,567",           ".",   ["1234567"]),             # lakhs and crores
    ("1,23,45,678.9",       ".",   ["12345678.9"]),
    ("1 234 567",           ",.",  ["1234567"]),
    ("1\u202f234\u202f567,8", ",.", ["1234567.8"]),
    ("1'234'567.8",         ".",   ["1234567.8"]),
    ("1’234",               ",.",  ["1234"]),
    ("1.2.3",               ",.",  []),                      # a version or a section, not a number
    ("1,2,3",               ".",   []),
    ("1.23.456",            ",.",  []),                      # ill-formed groups
    ("1.2345.678",          ",.",  []),
    ("1234.567.890",        ",.",  []),                      # the first group has four digits
    ("1,234,56",            ".",   []),
    ("1.234,567.8",         ",.",  []),                      # the marks change places
    ("1,,2",                ",.",  []),
    ("192.168.1.1",         ".",   []),
    ("٣",                   ",.",  ["3"]),
    ("१२",                  ".",   ["12"]),
    ("１２,５",               ",.",  ["12.5"]),
    ("٤.١٠٠.٠٠٠",           ",.",  ["4100000"]),
    ("1٢٣",                 ",.",  []),                      # two writing systems in one number are a trick
    ("1٢,5",                ",.",  []),
    ("9" * 40,              ",.",  ["9" * 40]),
    ("9" * 5000,            ",.",  []),                      # a limit, not a hang
    ("1" + ".000" * 5000,   ",.",  []),
]  # fmt: skip


@pytest.mark.parametrize(("digits", "marks", "values"), READINGS)
def test_read_digits(digits, marks, values):
    read = read_digits(digits, decimal_marks=marks)
    assert [value.as_tuple() for value in read] == [Decimal(value).as_tuple() for value in values]


ROMANS = [
    ("I", 1), ("II", 2), ("III", 3), ("IV", 4), ("V", 5), ("VI", 6), ("IX", 9), ("X", 10), ("XI", 11), ("XIV", 14),
    ("XVI", 16), ("XIX", 19), ("XX", 20), ("XXI", 21), ("XXXIX", 39), ("XL", 40), ("XLIX", 49), ("L", 50), ("LX", 60),
    ("XC", 90), ("XCIX", 99),
    ("", None), ("IIII", None), ("IIX", None), ("VX", None), ("VV", None), ("IC", None), ("XXXX", None), ("iv", None),
    ("MIX", None), ("X" * 5000, None),
]  # fmt: skip


@pytest.mark.parametrize(("letters", "value"), ROMANS)
def test_roman(letters, value):
    assert roman(letters) == value


UNREADABLE = [
    # text                      what is set aside, since it has no value
    ("di 1,234,56754 BT",       "1,234,56754"),
    ("beratnya 5٣, 0 kg",       "5٣"),
    ("skor 24:00٣ itu",         "00٣"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "surface"), UNREADABLE)
def test_what_has_no_value_is_set_aside_whatever_stands_behind(text, surface):
    [aside] = read_text(text, language="id").set_aside
    assert (aside.text, aside.reason) == (surface, "identifier")
