"""What a wrong number is taken for, how much it matters, and how it should read."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import HEADERS, one_row, table

from verifier.checking import verify
from verifier.verdict import Diagnosis, Label

PROVINCES = table()
FLEET = table(
    """
Russia|2023-06|oil by the shadow fleet|2.4|million barrels per day
Russia|2024-06|oil by the shadow fleet|4.1|million barrels per day
Russia|2023|oil exports|5.0|million barrels per day
Russia|2024|oil exports|4.8|million barrels per day
Iran|2024|oil exports|1.6|million barrels per day
Russia|2022|oil price|82.5|USD/barrel
Russia|2023|oil price|62.8|USD/barrel
Russia|2023|share of sanctioned tankers|31.0|percent
Russia|2024|share of sanctioned tankers|34.5|percent
Russia|2024|tankers|445|ships
Russia|2023|revenue of the shipping company|48|million USD
Russia|2024|revenue of the shipping company|60|million USD
Iran|2024|tankers|383|ships
"""
)


def the_refuted(text, reference, language):
    [verdict] = [one for one in verify(text, reference, language=language).verdicts if one.label is Label.REFUTED]
    return verdict


def put_in_place(text, verdict):
    for edit in reversed(verdict.edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


CASES = [
    # language | text, the wrong words between bars | diagnoses, the best first | severity | how it should read
    ("id", "Penduduk Jawa Barat pada 2023 mencapai |49,9 miliar jiwa|.", "scale_word", "major", "49,9 juta"),
    ("id", "Penduduk Jawa Barat pada 2023 mencapai |49,9 jiwa|.", "scale_word", "major", None),
    ("id", "Produksi padi Jawa Barat pada 2023 |91,4 juta ton|.", "factor_ten", "major", "9,1 juta ton"),
    ("id", "Luas wilayah Banten |9.532,77 km2|.", "digits", "minor", "9.352,77 km2"),
    ("id", "Luas wilayah Banten |935.277 km2|.", "factor_ten", "major", "9.353 km2"),
    ("id", "Penduduk Jawa Barat pada 2023 mencapai |49.405.808 jiwa|.", "stale_value", "minor", "49.860.330"),
    ("id", "Penduduk Jawa Barat pada 2023 mencapai |37,54 juta jiwa|.", "wrong_entity", "major", "49,86 juta"),
    ("id", "Persentase penduduk miskin Banten pada 2023 |7,62 persen|.", "wrong_entity", "major", "6,17 persen"),
    ("id", "Luas wilayah Banten |9.353 hektare|.", "unit", "major", "9.353 kilometer persegi"),
    (
        "en",
        "In June 2024 the shadow fleet carried |4.1 thousand barrels per day| of oil.",
        "scale_word",
        "major",
        "4.1 million",
    ),
    ("en", "In 2023 the oil price of Russia was |$52.8 per barrel|.", "digits", "minor", "$62.8 per barrel"),
    ("en", "In 2023 the oil price of Russia was |$628 per barrel|.", "factor_ten", "major", "$62.8 per barrel"),
    ("en", "In 2023 the oil price of Russia was |$82.5 per barrel|.", "stale_value", "major", "$62.8 per barrel"),
    ("en", "In 2024 oil exports of Iran were |4.8 million barrels per day|.", "wrong_entity", "major", "1.6 million"),
    ("en", "In 2024 Russia had |383 tankers|.", "wrong_entity", "minor", "445"),
    ("en", "In 2024 Russia had |454 tankers|.", "digits", "minor", "445"),
    ("en", "In 2024 Russia had |445,000 tankers|.", "separators", "major", "445"),
    (
        "en",
        "In Russia the revenue of the shipping company rose by 25 percent, from $48 million in 2023 to |$60 billion|.",
        "scale_word",
        "major",
        "$60 million",
    ),
]


@pytest.mark.parametrize(("language", "marked", "diagnosis", "severity", "right"), CASES)
def test_a_wrong_number_is_explained(language, marked, diagnosis, severity, right):
    reference = PROVINCES if language == "id" else FLEET
    verdict = the_refuted(marked.replace("|", ""), reference, language)
    assert (verdict.diagnosis, verdict.severity) == (diagnosis, severity)
    assert right is None or right in (verdict.suggestion or "")


CHANGES = [
    ("id", "Penduduk Jawa Barat |turun| 0,92 persen pada 2023.", "direction", "naik 0,92 persen"),
    ("id", "Penduduk Jawa Barat naik |9,2 persen| pada 2023.", "factor_ten", "0,92 persen"),
    ("id", "Persentase penduduk miskin Jawa Barat turun |0,44 persen| pada 2023.", "percent_point", "0,44 persen poin"),
    (
        "id",
        "Persentase penduduk miskin Jawa Barat turun menjadi |8,06 persen| pada 2023.",
        "stale_value",
        "7,62 persen",
    ),
    ("id", "Persentase penduduk miskin Jawa Barat |naik| menjadi 7,62 persen pada 2023.", "direction", "turun menjadi"),
    ("en", "In 2024 oil exports of Russia |rose| 4 percent.", "direction", "fell 4 percent"),
    (
        "en",
        "The share of sanctioned tankers of Russia rose |3.5 percent| in 2024.",
        "percent_point",
        "percentage points",
    ),
    ("id", "Penduduk Banten pada 2023 antara |11,1 dan 12,1 juta jiwa|.", "", "11,1 dan 12,4 juta"),
    ("en", "In 2024 Russia had between |450 and 500 tankers|.", "", "445 and 500"),
    ("en", "In 2024 oil exports of Russia were |5.1 to 5.3 million barrels per day|.", "", "4.8 to 5.3 million"),
    ("en", "In June 2024 the shadow fleet of Russia carried |almost twice| the oil.", "", "times"),
    ("en", "In 2024 Russia had the |lowest| oil exports.", "direction", "second lowest"),
    ("en", "In 2024 Russia had |twice| as many tankers as Iran.", "", "1.2 times as"),
]


@pytest.mark.parametrize(("language", "marked", "diagnosis", "right"), CHANGES)
def test_a_wrong_change_is_explained(language, marked, diagnosis, right):
    text = marked.replace("|", "")
    reference = PROVINCES if language == "id" else FLEET
    verdict = the_refuted(text, reference, language)
    assert (verdict.diagnosis or "") == diagnosis
    assert right in (verdict.suggestion or "")


@pytest.mark.parametrize(("language", "marked"), [(case[0], case[1]) for case in (*CASES, *CHANGES)])
def test_a_suggestion_put_in_place_is_supported(language, marked):
    text = marked.replace("|", "")
    reference = PROVINCES if language == "id" else FLEET
    verdict = the_refuted(text, reference, language)
    assert verdict.edits or verdict.suggestion is None
    if verdict.edits:
        right = put_in_place(text, verdict)
        assert {one.label for one in verify(right, reference, language=language).verdicts} == {Label.SUPPORTED}, right


def test_each_diagnosis_is_in_a_table():
    assert {case[2] for case in (*CASES, *CHANGES)} - {""} == set(Diagnosis) - {Diagnosis.WRONG_MEASURE}


def test_the_figure_of_another_measure():
    reference = table(
        """
Banten|2023|Produksi padi|1.69|juta ton
Banten|2023|Produksi beras|0.97|juta ton
""",
        HEADERS,
    )
    verdict = the_refuted("Produksi padi Banten pada 2023 mencapai 0,97 juta ton.", reference, "id")
    assert verdict.diagnosis is Diagnosis.WRONG_MEASURE


def test_another_row_goes_before_a_slip():
    """49.4 is 49.9 with one digit wrong, and the figure of the year before."""
    verdict = the_refuted("Penduduk Jawa Barat pada 2023 mencapai 49,4 juta jiwa.", PROVINCES, "id")
    assert (verdict.diagnosis, Diagnosis.DIGITS in verdict.also) == (Diagnosis.STALE_VALUE, True)


def test_a_right_number_with_a_wrong_modifier_is_no_slip():
    verdict = the_refuted("Penduduk Jawa Barat pada 2023 lebih dari 49,9 juta jiwa.", PROVINCES, "id")
    assert (verdict.diagnosis, verdict.also) == (None, ())
    assert put_in_place("Penduduk Jawa Barat pada 2023 lebih dari 49,9 juta jiwa.", verdict).endswith(
        " 49,9 juta jiwa."
    )


# whatever the row, what it says is supported when it is written out, and a suggestion for what it does not say

MARKS = {"id": (".", ","), "en": (",", ".")}
WORDS = {"id": {0: "", 6: " juta", 9: " miliar"}, "en": {0: "", 6: " million", 9: " billion"}}
SENTENCES = {
    "id": "Produksi padi Jawa Barat pada 2023 mencapai {} ton.",
    "en": "Produksi padi in Jawa Barat reached {} tonnes in 2023.",
}


def written(value, decimals, scale, language):
    """Return a number as a person writes it, rounded to so many decimals."""
    group, mark = MARKS[language]
    unit = Decimal(1).scaleb(-decimals)
    shown = format(value.scaleb(-scale).quantize(unit, ROUND_HALF_UP), ",f")
    return shown.translate({ord(","): group, ord("."): mark}) + WORDS[language][scale]


@st.composite
def harvests(draw):
    """Return a number of a table, and a style in which it has at least two digits."""
    scale = draw(st.sampled_from([0, 6, 9]))
    digits = draw(st.integers(min_value=10_000, max_value=999_999_999))
    value = Decimal(digits) if scale == 0 else Decimal(digits).scaleb(scale - draw(st.integers(2, 6)))
    decimals = 0 if scale == 0 else draw(st.integers(1, 2))
    return value, decimals, scale


@given(harvests(), st.sampled_from(["id", "en"]))
def test_the_value_of_the_row_is_supported_however_it_is_written(harvest, language):
    value, decimals, scale = harvest
    text = SENTENCES[language].format(written(value, decimals, scale, language))
    reference = one_row(value=format(value, "f"), unit="ton")
    [verdict] = verify(text, reference, language=language).verdicts
    assert verdict.label is Label.SUPPORTED, text


@given(harvests(), st.sampled_from(["id", "en"]), st.sampled_from(["0.001", "0.1", "0.7", "1.3", "2", "10", "1000"]))
def test_a_suggestion_for_any_number_is_supported(harvest, language, factor):
    value, decimals, scale = harvest
    text = SENTENCES[language].format(written(value * Decimal(factor), decimals, scale, language))
    reference = one_row(value=format(value, "f"), unit="ton")
    [verdict] = verify(text, reference, language=language).verdicts
    if verdict.label is Label.REFUTED:
        right = put_in_place(text, verdict)
        [again] = verify(right, reference, language=language).verdicts
        assert again.label is Label.SUPPORTED, (text, right)
    else:
        assert verdict.label is Label.SUPPORTED
