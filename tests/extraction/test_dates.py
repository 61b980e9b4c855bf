"""Dates, periods and times of day: what each states as EDTF, and what only looks like one."""

import pytest

from verifier import extract

# language, text, each date or time = what it states; "~" marks one that needs a reference date
DATES = [
    # days
    ("id", "pada 13 Oktober 2024",                "13 Oktober 2024 = 2024-10-13"),
    ("id", "6 Nop 2019",                          "6 Nop 2019 = 2019-11-06"),
    ("id", "1 Pebruari 1999",                     "1 Pebruari 1999 = 1999-02-01"),
    ("id", "tanggal 5 Mei 2010",                  "5 Mei 2010 = 2010-05-05"),
    ("id", "Sabtu, 10 Juni 2023",                 "Sabtu, 10 Juni 2023 = 2023-06-10"),
    ("id", "Minggu (13/10/2024)",                 "Minggu (13/10/2024) = 2024-10-13"),
    ("id", "13/10/2024",                          "13/10/2024 = 2024-10-13"),
    ("id", "13-10-2024",                          "13-10-2024 = 2024-10-13"),
    ("id", "13.10.2024",                          "13.10.2024 = 2024-10-13"),
    ("id", "2024-10-13",                          "2024-10-13 = 2024-10-13"),
    ("id", "03/04/2024",                          "03/04/2024 = 2024-04-03"),       # the order of the language
    ("id", "26 Oktober mendatang",                "26 Oktober mendatang = XXXX-10-26 ~"),
    ("id", "per 31 Desember",                     "31 Desember = XXXX-12-31 ~"),
    ("id", "setiap 17 Agustus",                   "17 Agustus = XXXX-08-17"),        # each year: nothing is missing
    ("id", "31 Februari 1987",                    "31 Februari 1987 = 1987-02-31"),  # impossible, kept as written
    ("id", "29 Februari 2024",                    "29 Februari 2024 = 2024-02-29"),
    ("en", "October 13, 2024",                    "October 13, 2024 = 2024-10-13"),
    ("en", "13 October 2024",                     "13 October 2024 = 2024-10-13"),
    ("en", "the 4th of July, 1976",               "4th of July, 1976 = 1976-07-04"),
    ("en", "Sept. 5, 1999",                       "Sept. 5, 1999 = 1999-09-05"),
    ("en", "10/13/2024",                          "10/13/2024 = 2024-10-13"),
    ("en", "03/04/2024",                          "03/04/2024 = 2024-03-04"),
    ("en", "on Monday, May 6, 2024",              "Monday, May 6, 2024 = 2024-05-06"),
    ("en", "since March 5",                       "March 5 = XXXX-03-05 ~"),
    # months, years and parts of them
    ("id", "Desember 2022",                       "Desember 2022 = 2022-12"),
    ("id", "bulan Juni",                          "Juni = XXXX-06 ~"),
    ("id", "tahun 2007",                          "2007 = 2007"),
    ("id", "akhir 2005",                          "2005 = 2005"),
    ("id", "tahun 988",                           "988 = 0988"),
    ("id", "512 SM",                              "512 SM = -0511"),                 # there is no year 0 before Christ
    ("id", "1 SM",                                "1 SM = 0000"),
    ("id", "kuartal III 2007",                    "kuartal III 2007 = 2007-Q3"),
    ("id", "triwulan II/2006",                    "triwulan II/2006 = 2006-Q2"),
    ("id", "kuartal pertama tahun 2007",          "kuartal pertama tahun 2007 = 2007-Q1"),
    ("id", "semester I 2007",                     "semester I 2007 = 2007-H1"),
    ("id", "kuartal III",                         "kuartal III = XXXX-Q3 ~"),
    ("id", "tahun 1990-an",                       "1990-an = 199X"),
    ("id", "era 90-an",                           "90-an = 199X"),
    ("id", "abad ke-16",                          "abad ke-16 = 15XX"),
    ("id", "abad XVI",                            "abad XVI = 15XX"),
    ("id", "abad ke-4 SM",                        "abad ke-4 SM = -03XX"),
    ("en", "in June 1977",                        "June 1977 = 1977-06"),
    ("en", "June of 1977",                        "June of 1977 = 1977-06"),
    ("en", "in 2007",                             "2007 = 2007"),
    ("en", "in 44 BC",                            "44 BC = -0043"),
    ("en", "in AD 79",                            "AD 79 = 0079"),
    ("en", "the third quarter of 2007",           "third quarter of 2007 = 2007-Q3"),
    ("en", "Q3 2024",                             "Q3 2024 = 2024-Q3"),
    ("en", "the first half of 2024",              "first half of 2024 = 2024-H1"),
    ("en", "the 1990s",                           "1990s = 199X"),
    ("en", "in the '90s",                         "'90s = 199X"),
    ("en", "the 16th century",                    "16th century = 15XX"),
    ("en", "FY2024",                              "FY2024 = 2024"),
    # intervals
    ("id", "21-23 Agustus 2007",                  "21-23 Agustus 2007 = 2007-08-21/2007-08-23"),
    ("id", "12 Mei hingga 2 Juni 2024",           "12 Mei hingga 2 Juni 2024 = 2024-05-12/2024-06-02"),
    ("id", "Mei-Juni 2024",                       "Mei-Juni 2024 = 2024-05/2024-06"),
    ("id", "tahun 2005-2007",                     "2005-2007 = 2005/2007"),
    ("id", "tahun 2012-13",                       "2012-13 = 2012/2013"),
    ("id", "512-511 SM",                          "512-511 SM = -0511/-0510"),
    ("id", "antara November 1886 dan Juni 1887",  "November 1886 = 1886-11 | Juni 1887 = 1887-06"),
    ("id", "antara Maret dan Mei 2021",           "Maret = 2021-03 | Mei 2021 = 2021-05"),
    ("id", "12 dan 13 Mei 2020",                  "12 = 2020-05-12 | 13 Mei 2020 = 2020-05-13"),
    ("en", "from 2005 to 2007",                   "2005 to 2007 = 2005/2007"),
    ("en", "2005-2007",                           "2005-2007 = 2005/2007"),
    ("en", "August 21-23, 2007",                  "August 21-23, 2007 = 2007-08-21/2007-08-23"),
    ("en", "May to June 2024",                    "May to June 2024 = 2024-05/2024-06"),
    # relative ones
    ("id", "kemarin",                             "kemarin = None ~"),
    ("id", "pekan lalu",                          "pekan lalu = None ~"),
    ("id", "tahun depan",                         "tahun depan = None ~"),
    ("id", "tiga bulan lalu",                     "tiga bulan lalu = None ~"),
    ("en", "yesterday",                           "yesterday = None ~"),
    ("en", "last week",                           "last week = None ~"),
    ("en", "two years ago",                       "two years ago = None ~"),
    ("en", "next Friday",                         "next Friday = None ~"),
    # times of day
    ("id", "pukul 09.48",                         "09.48 = 09:48"),
    ("id", "pukul 7 malam",                       "7 malam = 19:00"),
    ("en", "at 9:48 a.m.",                        "9:48 a.m. = 09:48"),
    ("en", "at 5 pm",                             "5 pm = 17:00"),
    ("en", "at 12 a.m. sharp",                    "12 a.m. = 00:00"),
    ("en", "at 12 pm",                            "12 pm = 12:00"),
    # none
    ("id", "skor 2-1",                            ""),
    ("id", "sebesar 7,5",                         ""),
    ("id", "Pasal 5 ayat 3",                      ""),
    ("id", "5-10 persen",                         ""),
    ("id", "2007 orang",                          ""),
    ("id", "Rp2007",                              ""),
    ("id", "pukul 25.00",                         ""),
    ("id", "versi 2.5.2024.1",                    ""),
    ("en", "it may rain",                         ""),
    ("en", "they march on",                       ""),
    ("en", "a second later they sat",             ""),
    ("en", "about 2000 people",                   ""),
    ("en", "12 of 20",                            ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "dates"), DATES)
def test_the_dates_of_a_text(language, text, dates):
    mentions = [mention for mention in extract(text, language=language) if mention.kind in ("date", "time")]
    found = [f"{mention.text} = {mention.date}{' ~' * mention.relative}" for mention in mentions]
    assert " | ".join(found) == dates


OTHER_READINGS = [
    # language, text, what it can also mean
    ("id", "03/04/2024",    ["2024-03-04"]),
    ("en", "03/04/2024",    ["2024-04-03"]),
    ("id", "13/04/2024",    []),               # there is no thirteenth month
    ("id", "04/04/2024",    []),               # both ways it is the same day
    ("id", "2024-03-04",    []),               # ISO 8601 has one order
    ("en", "March 4, 2024", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "others"), OTHER_READINGS)
def test_what_a_date_in_digits_can_also_mean(language, text, others):
    [mention] = extract(text, language=language)
    assert list(mention.date_readings) == others


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "31 Februari 1987"),
        ("id", "30/02/2024"),
        ("id", "31 Juni"),
        ("en", "February 29, 2023"),
        ("id", "2024-13-45"),
    ],
)
def test_an_impossible_date_is_kept_with_its_problem(language, text):
    [mention] = extract(text, language=language, reference_date="2024-10-14")
    assert (mention.text, mention.problem) == (text, "impossible_date")
