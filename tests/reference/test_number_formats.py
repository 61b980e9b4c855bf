"""What number formats of a spreadsheet make numbers and dates look like."""

from datetime import date, datetime

import pytest

from verifier.reference.number_formats import shown_date, shown_number

NUMBERS = [
    # stored     format                                       shown
    ("1500",     "General",                                   "1500"),
    ("1500",     "#,##0.00",                                  "1500"),
    ("1500",     '"Rp"#,##0',                                 "1500 Rp"),
    ("1500",     '[$Rp-421]#,##0.00',                         "1500 Rp"),
    ("1500",     "[$€-407]\\ #,##0",                          "1500 €"),
    ("1500",     "#,##0.00 [$€-407]",                         "1500 €"),
    ("1500",     "[$USD] #,##0",                              "1500 USD"),
    ("1500",     "$#,##0;[Red]-$#,##0",                       "1500 $"),
    ("1500",     '_("Rp"* #,##0_);_("Rp"* \\(#,##0\\);_("-"_)', "1500 Rp"),
    ("1500",     "[$-409]#,##0",                              "1500"),       # a language, no currency
    ("-5",       '0.0" ton"',                                 "-5 ton"),
    ("5",        '0 "m2"',                                    "5 m2"),
    ("5",        '0.0" juta"',                                "5 juta"),     # five is stored and five million meant
    ("5000000",  '0.0,," juta"',                              "5000000"),    # five million is stored
    ("5000000",  '"Rp"0.0,,',                                 "5000000 Rp"),
    ("5000",     '#,##0,"K"',                                 "5000"),       # thousands, no kelvin
    ("5",        '0"K"',                                      "5"),
    ("5",        '"No. "0',                                   "5"),          # no unit
    ("0.051",    "0.0%",                                      "5.1%"),
    ("0.051",    "[Blue]0.0%;-0.0%",                          "5.1%"),
    ("1",        "0%",                                        "100%"),
    ("5.1",      '0.0"%"',                                    "5.1 %"),      # in quotes: nothing is multiplied
    ("5.1",      "0.0\\%",                                    "5.1 %"),
]  # fmt: skip


@pytest.mark.parametrize(("stored", "code", "shown"), NUMBERS)
def test_numbers(stored, code, shown):
    assert shown_number(stored, code) == shown


DATES = [
    (date(2024, 1, 1), "mmm-yy", "2024-01"),
    (date(2024, 1, 1), "[$-421]mmmm\\ yyyy;@", "2024-01"),
    (date(2024, 1, 1), "yyyy", "2024"),
    (datetime(2024, 1, 1), "yyyy", "2024"),
    (date(2024, 1, 1), "dd/mm/yyyy", None),
    (date(2024, 1, 1), "mmm", None),  # the year is known, though it is not shown
    (datetime(2024, 1, 1, 12), "yyyy", None),
    (datetime(2024, 1, 1), "yyyy h:mm", None),
]


@pytest.mark.parametrize(("day", "code", "shown"), DATES)
def test_dates(day, code, shown):
    assert shown_date(day, code) == shown
