"""Numerals: digits, words and both mixed, joined to one number with its exact value."""

from decimal import Decimal

import pytest
from extraction.stages import tokens_after

NUMERALS = [
    # language, text, each numeral = its values, likeliest first
    ("id", "satu rumah",                                "satu = 1"),
    ("id", "nol koma lima",                             "nol koma lima = 0.5"),
    ("id", "dua koma dua lima juta",                    "dua koma dua lima juta = 2.25E+6"),
    ("id", "sebelas",                                   "sebelas = 11"),
    ("id", "dua belas",                                 "dua belas = 12"),
    ("id", "sembilan puluh sembilan",                   "sembilan puluh sembilan = 99"),
    ("id", "seratus satu",                              "seratus satu = 101"),
    ("id", "dua ratus tiga puluh satu ribu",            "dua ratus tiga puluh satu ribu = 231000"),
    ("id", "seribu sembilan ratus empat puluh lima",    "seribu sembilan ratus empat puluh lima = 1945"),
    ("id", "sejuta dua ratus ribu",                     "sejuta dua ratus ribu = 1200000"),
    ("id", "dua juta lima ratus",                       "dua juta lima ratus = 2000500"),
    ("id", "tiga triliun empat miliar lima",            "tiga triliun empat miliar lima = 3004000000005"),
    ("id", "SERATUS Lima",                              "SERATUS Lima = 105"),
    ("id", "tiga dua lima",                             "tiga = 3 | dua = 2 | lima = 5"),  # no number, a count-down
    ("id", "lima enam puluh",                           "lima = 5 | enam puluh = 60"),
    ("id", "dua ratus seratus",                         "dua ratus = 200 | seratus = 100"),
    ("id", "sepuluh belas",                             "sepuluh = 10"),
    ("id", "4,1 juta",                                  "4,1 juta = 4.1E+6"),
    ("id", "4,10 juta",                                 "4,10 juta = 4.10E+6"),
    ("id", "5 ribu",                                    "5 ribu = 5E+3"),
    ("id", "3 ribu triliun",                            "3 ribu triliun = 3E+15"),
    ("id", "2 juta 300 ribu",                           "2 juta 300 ribu = 2.300E+6"),                # to a thousand
    ("id", "500 rb",                                    "500 rb = 5.00E+5"),
    ("id", "1,2 jt",                                    "1,2 jt = 1.2E+6"),
    ("id", "Rp 2 M",                                    "2 M = 2E+9"),
    ("id", "Rp1,5 T",                                   "1,5 T = 1.5E+12"),
    ("id", "panjangnya 5 m",                            "5 = 5"),                           # metres
    ("id", "setengah",                                  "setengah = 0.5"),
    ("id", "seperempat",                                "seperempat = 0.25"),
    ("id", "tiga perempat",                             "tiga perempat = 0.75"),
    ("id", "dua setengah",                              "dua setengah = 2.5"),
    ("id", "satu setengah juta",                        "satu setengah juta = 1.5E+6"),
    ("id", "setengah juta",                             "setengah juta = 5E+5"),
    ("id", "3½",                                        "3½ = 3.5"),
    ("id", "3 1/2",                                     "3 1/2 = 3.5"),
    ("id", "¾",                                         "¾ = 0.75"),
    ("id", "1/4",                                       "1/4 = 0.25"),
    ("id", "1,5×10⁶",                                   "1,5×10⁶ = 1.5E+6"),
    ("id", "1,5 x 10^6",                                "1,5 x 10^6 = 1.5E+6"),
    ("id", "dua lusin",                                 "dua lusin = 24"),
    ("id", "3 kodi",                                    "3 kodi = 60"),
    ("id", "29,149",                                    "29,149 = 29.149 / 29149"),
    ("id", "1.034 juta",                                "1.034 juta = 1.034E+9 / 1.034E+6"),
    ("id", "kedua",                                     "kedua = 2"),
    ("id", "ke-12",                                     "ke-12 = 12"),
    ("id", "kedua puluh",                               "kedua puluh = 20"),
    ("id", "kedua puluh satu",                          "kedua puluh satu = 21"),
    ("id", "kedua ratus lima puluh",                    "kedua ratus lima puluh = 250"),    # the ten is of 5 alone
    ("id", "keseratus tujuh belas",                     "keseratus tujuh belas = 117"),
    ("id", "kedua ribu lima ratus",                     "kedua ribu lima ratus = 2500"),
    ("id", "ribuan 5",                                  "5 = 5"),                      # "thousands of" has no value
    ("en", "one",                                       "one = 1"),
    ("en", "twenty-one",                                "twenty-one = 21"),
    ("en", "twenty one",                                "twenty one = 21"),
    ("en", "one hundred and five",                      "one hundred and five = 105"),
    ("en", "one hundred five",                          "one hundred five = 105"),
    ("en", "two thousand three hundred",                "two thousand three hundred = 2300"),
    ("en", "nineteen hundred",                          "nineteen hundred = 1900"),
    ("en", "three million and two",                     "three million and two = 3000002"),
    ("en", "a million",                                 "a million = 1000000"),
    ("en", "a hundred and one",                         "a hundred and one = 101"),
    ("en", "half a million",                            "half a million = 5E+5"),
    ("en", "one and a half",                            "one and a half = 1.5"),
    ("en", "two and a half million",                    "two and a half million = 2.5E+6"),
    ("en", "two-thirds of 8",                           "two-thirds = 0.6667 | 8 = 8"),
    ("en", "three quarters",                            "three quarters = 0.75"),
    ("en", "two point five",                            "two point five = 2.5"),
    ("en", "two point zero five million",               "two point zero five million = 2.05E+6"),
    ("en", "4.1 million",                               "4.1 million = 4.1E+6"),
    ("en", "4.10 million",                              "4.10 million = 4.10E+6"),
    ("en", "$3bn",                                      "3bn = 3E+9"),
    ("en", "$2.5M",                                     "2.5M = 2.5E+6"),
    ("en", "10k runners",                               "10k = 1.0E+4"),
    ("en", "1e3",                                       "1e3 = 1E+3"),
    ("en", "1.5e-3",                                    "1.5e-3 = 0.0015"),
    ("en", "1e999999999",                               "1 = 1 | 999999999 = 999999999"),   # never expanded
    ("en", "two dozen",                                 "two dozen = 24"),
    ("en", "a dozen",                                   "a dozen = 12"),
    ("en", "21st",                                      "21st = 21"),
    ("en", "twenty-first",                              "twenty-first = 21"),
    ("en", "one hundred and fifth",                     "one hundred and fifth = 105"),
    ("en", "about .5 percent",                          ".5 = 0.5"),
    ("en", "five six",                                  "five = 5 | six = 6"),
    ("en", "one two hundred",                           "one = 1 | two hundred = 200"),
    ("en", "twenty twenty",                             "twenty = 20 | twenty = 20"),
    ("de", "ein hundert Tage",                          "ein hundert = 100"),
    ("de", "ein tausend fünf",                          "ein tausend fünf = 1005"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "numerals"), NUMERALS)
def test_the_numerals_of_a_text(language, text, numerals):
    tokens = tokens_after("numerals", text, language)
    found = [f"{surface} = {' / '.join(map(str, values))}" for kind, surface, values in tokens if kind == "numeral"]
    wanted = [_written(numeral) for numeral in numerals.split(" | ")]
    assert found == wanted


def _written(numeral):
    """Return the numeral with its values as Decimal writes them, so that exponents count and spellings do not."""
    surface, _, values = numeral.partition(" = ")
    return f"{surface} = {' / '.join(str(Decimal(value)) for value in values.split(' / '))}"
