"""Units behind and before numbers: the canonical key, and how far the span goes."""

from decimal import Decimal

import pytest

from verifier import extract

UNITS = [
    # language, text, surface = value, unit
    ("id", "jarak 12 km itu",                       "12 km = 12 km"),
    ("id", "jarak 12km itu",                        "12km = 12 km"),
    ("id", "12 kilometer",                          "12 kilometer = 12 km"),
    ("id", "12 KM",                                 "12 KM = 12 km"),
    ("id", "luas 12 km2",                           "12 km2 = 12 km^2"),
    ("id", "luas 12 km²",                           "12 km² = 12 km^2"),
    ("id", "luas 12 km^2",                          "12 km^2 = 12 km^2"),
    ("id", "12 kilometer persegi",                  "12 kilometer persegi = 12 km^2"),
    ("id", "12 meter kubik",                        "12 meter kubik = 12 m^3"),
    ("id", "5 m/s",                                 "5 m/s = 5 m/second"),
    ("id", "60 km/jam",                             "60 km/jam = 60 km/hour"),
    ("id", "60 kilometer per jam",                  "60 kilometer per jam = 60 km/hour"),
    ("id", "4,1 juta barel per hari",               "4,1 juta barel per hari = 4.1E+6 barrel/day"),
    ("id", "5 ton per hektare per tahun",           "5 ton per hektare per tahun = 5 metric_ton/hectare/year"),
    ("id", "5 kg setiap hari",                      "5 kg setiap hari = 5 kg/day"),
    ("id", "US$60 per barel",                       "US$60 per barel = 60 USD/barrel"),
    ("id", "Rp538 miliar",                          "Rp538 miliar = 5.38E+11 IDR"),
    ("id", "Rp 1.500,-",                            "Rp 1.500 = 1500 IDR"),
    ("id", "1,5 juta rupiah",                       "1,5 juta rupiah = 1.5E+6 IDR"),
    ("id", "20 dolar AS",                           "20 dolar AS = 20 USD"),
    ("id", "20 ringgit Malaysia",                   "20 ringgit Malaysia = 20 MYR"),
    ("id", "20 poundsterling",                      "20 poundsterling = 20 GBP"),
    ("id", "5 persen",                              "5 persen = 5 percent"),
    ("id", "5%",                                    "5% = 5 percent"),
    ("id", "5 persen poin",                         "5 persen poin = 5 percentage_point"),
    ("id", "25 basis poin",                         "25 basis poin = 25 basis_point"),
    ("id", "3 persen per tahun",                    "3 persen per tahun = 3 percent/year"),
    ("id", "suhu -3,5°C",                           "-3,5°C = -3.5 degC"),
    ("id", "30 derajat Celsius",                    "30 derajat Celsius = 30 degC"),
    ("id", "dua ton",                               "dua ton = 2 metric_ton"),
    ("id", "3 kuintal",                             "3 kuintal = 3 quintal"),
    ("id", "2 jam 15 menit",                        "2 jam 15 menit = 2.25 hour"),
    ("id", "450 megawatt",                          "450 megawatt = 450 MW"),
    ("id", "450 MW",                                "450 MW = 450 MW"),
    ("id", "450 mW",                                "450 mW = 450 mW"),                 # case counts
    ("id", "8 GB",                                  "8 GB = 8 GB"),
    ("id", "panjang 5 m",                           "5 m = 5 m"),
    ("id", "5-10 km",                               "5-10 km = 5..10 km"),
    ("id", "Rp5 juta hingga Rp10 juta",             "Rp5 juta hingga Rp10 juta = 5E+6..1.0E+7 IDR"),
    ("id", "antara 5 dan 10 km",                    "5 dan 10 km = 5..10 km"),
    ("id", "6,3 dan 6,5 persen",                    "6,3 = 6.3 percent | 6,5 persen = 6.5 percent"),
    ("id", "Rp504 dan Rp259 triliun",               "Rp504 = 5.04E+14 IDR | Rp259 triliun = 2.59E+14 IDR"),
    ("id", "10 km dan 7 kg",                        "10 km = 10 km | 7 kg = 7 kg"),
    ("en", "12 miles",                              "12 miles = 12 mile"),
    ("en", "12 square miles",                       "12 square miles = 12 mile^2"),
    ("en", "12 cubic feet",                         "12 cubic feet = 12 foot^3"),
    ("en", "60 miles per hour",                     "60 miles per hour = 60 mile/hour"),
    ("en", "$60 a barrel",                          "$60 a barrel = 60 USD/barrel"),
    ("en", "$1.5 billion",                          "$1.5 billion = 1.5E+9 USD"),
    ("en", "32 cents a share",                      "32 cents a share = 0.32 USD/share"),
    ("en", "£20",                                   "£20 = 20 GBP"),
    ("en", "20 euros",                              "20 euros = 20 EUR"),
    ("en", "5 percentage points",                   "5 percentage points = 5 percentage_point"),
    ("en", "5 feet 6 inches",                       "5 feet 6 inches = 5.5 foot"),
    ("en", "six pounds",                            "six pounds = 6 pound"),
    ("en", "a 15-year loan",                        "15-year = 15 year"),
    ("en", "between 5 and 10 pounds",               "5 and 10 pounds = 5..10 pound"),
    ("en", "half an hour",                          "half an hour = 0.5 hour"),
    ("en", "two to three years",                    "two to three years = 2..3 year"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "facts"), UNITS)
def test_the_units_of_a_text(language, text, facts):
    found = [
        f"{mention.text} = {'..'.join(str(value) for value in mention.values)} {mention.unit}"
        for mention in extract(text, language=language)
    ]
    assert " | ".join(found) == facts


NO_UNITS = [
    # language, text, why what stands behind the number is none
    ("id", "5 di antaranya",     "a function word"),
    ("id", "5 ke atas",          "an elementary charge with a prefix, for pint"),
    ("id", "5 mas",              "an arc second with a prefix, for pint"),
    ("id", "5 orang",            "what is counted"),
    ("en", "5 in all",           "a function word"),
    ("en", "5 a side",           "an article"),
    ("en", "5 at a time",        "a technical atmosphere, for pint"),
    ("en", "5 people",           "what is counted"),
    ("en", "5 pins",             "a picoinch, for pint"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "why"), NO_UNITS)
def test_words_behind_a_number_that_are_no_units(language, text, why):
    [mention] = extract(text, language=language)
    assert (mention.unit, mention.values) == ("", (Decimal(5),)), why


@pytest.mark.parametrize("letters", range(30, 60))
def test_the_end_of_a_word_is_no_cue(letters):
    [mention] = extract(f"Meja antisuhu {'a' * letters} dan 30 derajat.", language="id")
    assert mention.unit == "degree"


def test_a_cue_implies_the_unit_behind_it():
    [mention] = extract("Menurut catatan petugas, suhu di puncak gunung itu pernah mencapai 30 derajat.", language="id")
    assert mention.unit == "degC"
