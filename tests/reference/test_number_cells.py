"""Numbers in cells, and the decimal mark that a column proves."""

from decimal import Decimal

import pytest

from verifier.reference.number_cells import decimal_mark, looks_numeric, read_number

COLUMNS = [
    # cells                            decimal  why
    (["4.1", "2.4"],                   ".",     "proven"),
    (["4,1", "2,4"],                   ",",     "proven"),
    (["1.234,5"],                      ",",     "proven"),
    (["1,234.5"],                      ".",     "proven"),
    (["1.234.567"],                    ",",     "proven"),   # two dots only group
    (["1.234", "4,5"],                 ",",     "proven"),   # the neighbour tells
    (["0.123"],                        ".",     "proven"),   # no group starts with 0
    (["1 234,567"],                    ",",     "proven"),   # the space groups
    (["1234.567"],                     ".",     "proven"),   # no group has four digits
    (["12.345", "1234567"],            ".",     "proven"),   # a writer who groups would have grouped the long one
    (["1,23,456"],                     ".",     "proven"),   # lakh
    (["12", "345"],                    ".",     "whole"),
    (["1.234"],                        None,    "open"),
    (["29,149", "999"],                None,    "open"),
    (["1.5", "2,5"],                   None,    "mixed"),
    (["Jawa", ""],                     ".",     "whole"),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "decimal", "why"), COLUMNS)
def test_decimal_mark(cells, decimal, why):
    marks = decimal_mark(cells)
    assert (marks.decimal, marks.why) == (decimal, why)


NUMBERS = [
    # written                 mark  value
    ("60",                    ".",  "60"),
    ("4.10",                  ".",  "4.10"),               # the last zero says how exact this is
    ("4,10",                  ",",  "4.10"),
    ("1.234.567,8",           ",",  "1234567.8"),
    ("1,234,567.8",           ".",  "1234567.8"),
    ("1 234 567,8",           ",",  "1234567.8"),
    ("1\u202f234,5",          ",",  "1234.5"),
    ("1'234.5",               ".",  "1234.5"),
    ("-3.5",                  ".",  "-3.5"),
    ("−3.5",                  ".",  "-3.5"),               # U+2212
    ("- 3.5",                 ".",  "-3.5"),
    ("(1.234,5)",             ",",  "-1234.5"),            # as accountants write
    (".5",                    ".",  "0.5"),
    ("4.1E+6",                ".",  "4.1E+6"),
    ("1e3",                   ".",  "1E+3"),
    ("١٢",                    ".",  "12"),
    ("٣٫٥",                   ",",  "3.5"),
    ("12345678901234567890",  ".",  "12345678901234567890"),
    ("9007199254740993.0",    ".",  "9007199254740993.0"),
    ("0." + "3" * 60,         ".",  "0." + "3" * 60),
]  # fmt: skip


@pytest.mark.parametrize(("written", "mark", "value"), NUMBERS)
def test_read_number(written, mark, value):
    assert str(read_number(written, mark)) == str(Decimal(value))


NO_NUMBERS = [
    ("1.5", ","),  # a group has three digits
    ("1,5", "."),
    ("1.2.3", "."),
    ("1.234,5,6", ","),
    ("1 2", "."),
    ("NaN", "."),
    ("Infinity", "."),
    ("1e999999999", "."),
    ("0x10", "."),
    ("1_000", "."),
    ("=1+1", "."),
    ("", "."),
    ("-", "."),
    (".", "."),
    ("9" * 101, "."),
    ("1" * 5000, "."),
    ("1" * 150 + "x", "."),
]


@pytest.mark.parametrize(("written", "mark"), NO_NUMBERS)
def test_read_no_number(written, mark):
    assert read_number(written, mark) is None


def test_looks_numeric():
    assert looks_numeric("1.234,5")
    assert not looks_numeric("Jawa 1")
