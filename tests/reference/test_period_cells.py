"""Periods as headers and cells spell them."""

import pytest

from verifier.reference.period_cells import date_order, period_words, read_part, read_period

SPELLINGS = [
    # written                    EDTF
    ("2024",                     "2024"),
    ("2024-06",                  "2024-06"),
    ("2024-06-30",               "2024-06-30"),
    ("2024-06-30 00:00:00",      "2024-06-30"),           # a spreadsheet's date
    ("2024-06-30T00:00:00Z",     "2024-06-30"),
    ("2024/06/30",               "2024-06-30"),
    ("20240630",                 "2024-06-30"),
    ("202406",                   "2024-06"),
    ("2024.0",                   "2024"),                 # a year that went through a float
    ("31/12/2023",               "2023-12-31"),
    ("31.12.2023",               "2023-12-31"),
    ("12/31/2023",               "2023-12-31"),           # no month has the number 31
    ("5/5/2024",                 "2024-05-05"),
    ("12/2023",                  "2023-12"),
    ("Jan 2024",                 "2024-01"),
    ("Januari 2024",             "2024-01"),
    ("JANUARI\n2024",            "2024-01"),
    ("2024 Jan",                 "2024-01"),
    ("Jan-24",                   "2024-01"),              # a spreadsheet's month
    ("Jan 24",                   "2024-01"),
    ("May 24",                   "2024-05"),              # its long form is its short form
    ("Des-98",                   "1998-12"),
    ("Sep. 2024",                "2024-09"),
    ("31 Desember 2023",         "2023-12-31"),
    ("December 31, 2023",        "2023-12-31"),
    ("2024M06",                  "2024-06"),
    ("2024-M06",                 "2024-06"),
    ("Q1 2024",                  "2024-Q1"),
    ("2024Q1",                   "2024-Q1"),
    ("2024-Q1",                  "2024-Q1"),
    ("Triwulan II 2024",         "2024-Q2"),
    ("TW IV/2024",               "2024-Q4"),
    ("2024 Triwulan 3",          "2024-Q3"),
    ("Kuartal ke-3 2024",        "2024-Q3"),
    ("third quarter 2024",       "2024-Q3"),
    ("Semester I 2023",          "2023-H1"),
    ("2023S2",                   "2023-H2"),
    ("H1 2023",                  "2023-H1"),
    ("Tahun 2024",               "2024"),
    ("FY2024",                   "2024"),
    ("2010/2011",                "2010/2011"),
    ("2010-2014",                "2010/2014"),
    ("2010–2014",                "2010/2014"),
    ("2010/11",                  "2010/2011"),            # a school year
    ("2010/12",                  "2010-12"),              # no pair of years: December
    ("Januari-Juni 2024",        "2024-01/2024-06"),
    ("s.d. Juni 2024",           "2024-01/2024-06"),      # since January
    ("s/d Triwulan III 2024",    "2024-Q1/2024-Q3"),
    ("until March 2024",         "2024-01/2024-03"),
    ("Jan 2023 s.d. Jun 2024",   "2023-01/2024-06"),
    ("1990-an",                  "199X"),
    ("1990s",                    "199X"),
    ("197X",                     "197X"),
    ("512 SM",                   "-0511"),
    ("-0511",                    "-0511"),
    ("2024*",                    "2024"),                 # a footnote's mark
]  # fmt: skip


@pytest.mark.parametrize(("written", "edtf"), SPELLINGS)
def test_read_period(written, edtf):
    assert read_period(written, period_words("id")) == edtf


NO_PERIODS = [
    "s.d. 2024",  # since when?
    "s.d. Januari 2024",
    "sampai jumpa",
    "", "ton", "ribu ton", "Total", "Jawa Barat", "5", "12345", "Jan", "Triwulan II", "2024 ribu", "31/02/2024",
    "2024-13", "31 Februari 2024", "Q5 2024", "Semester III 2024", "XXXX-10-26", "1.234", "2024 2025", "Mei 2024 2025",
    "m" * 10_000,
    "03/04/2024",  # day and month can be either, and nothing tells which
    "October 13", "17 Agustus", "Agustus 17",  # days of no year
]  # fmt: skip


@pytest.mark.parametrize("written", NO_PERIODS)
def test_read_no_period(written):
    assert read_period(written, period_words("id")) is None


ORDERS = [
    # dates in the column                language  order
    (["03/04/2024", "31/12/2023"],       None,     "day month year"),
    (["03/04/2024", "12/31/2023"],       None,     "month day year"),
    (["03/04/2024", "12/31/2023"],       "id",     "month day year"),  # the column knows better than its language
    (["03/04/2024"],                     "id",     "day month year"),
    (["03/04/2024"],                     "en",     "month day year"),
    (["03/04/2024"],                     None,     None),
    (["13/04/2024", "04/13/2024"],       "id",     None),              # both orders in one column
    (["2024"],                           None,     None),
]  # fmt: skip


@pytest.mark.parametrize(("dates", "language", "order"), ORDERS)
def test_date_order(dates, language, order):
    assert date_order(dates, period_words(language)) == order


def test_read_period_by_order():
    words = period_words()
    assert read_period("03/04/2024", words, order="day month year") == "2024-04-03"
    assert read_period("03/04/2024", words, order="month day year") == "2024-03-04"


PARTS = [
    ("Maret", "month", 3),
    ("3", "month", 3),
    ("03", "month", 3),
    ("13", "month", None),
    ("Triwulan II", "quarter", 2),
    ("II", "quarter", 2),
    ("Q4", "quarter", 4),
    ("5", "quarter", None),
    ("Semester 2", "half", 2),
    ("Total", "month", None),
]


@pytest.mark.parametrize(("written", "kind", "number"), PARTS)
def test_read_part(written, kind, number):
    assert read_part(written, kind, period_words("id")) == number
