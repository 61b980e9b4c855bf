"""A number in a text against a cell: which rule says that they agree, or that they do not."""

from decimal import Decimal

import pytest

from verifier.checking.compare import agree, figure_of
from verifier.checking.written import read_written
from verifier.claims.intervals import ModifierSets
from verifier.extraction import extract
from verifier.model import Row

AGREE = [
    # text                              cell           unit          reason
    ("Penduduk 49.860.330 jiwa.", "49860330", "", "exact"),
    ("Penduduk 49,9 juta jiwa.", "49860330", "", "rounded"),
    ("Penduduk 49,86 juta jiwa.", "49860330", "", "rounded"),
    ("Penduduk 49,8 juta jiwa.", "49860330", "", "truncated"),
    ("Penduduk 50 juta jiwa.", "47600000", "", "rounded_loosely"),  # 50 juta: 45 to 55
    ("Luas 37.000 km2.", "37044.86", "km^2", "rounded_loosely"),
    ("Tingkat 7,6 persen.", "7.62", "percent", "rounded"),
    ("Tingkat 7,65 persen.", "7.6", "percent", "rounded"),  # the table is the coarser of the two
    ("Luas 3.704.486 hektare.", "37044.86", "km^2", "exact"),  # converted first
    ("Suhu 25 derajat Celsius.", "77", "degF", "exact"),
    ("Sekitar 50 juta jiwa.", "52000000", "", "modifier"),
    ("Hampir 50 juta jiwa.", "49860330", "", "modifier"),
    ("Lebih dari 49 juta jiwa.", "49860330", "", "modifier"),
    ("Setidaknya 3.500 orang.", "3500", "", "modifier"),
    ("Kurang dari 50 juta jiwa.", "49860330", "", "modifier"),
    ("Antara 45 dan 50 juta jiwa.", "49860330", "", "range"),
    ("Harga 2.450 dolar AS.", "2450", "USD", "exact"),
]

DISAGREE = [
    ("Penduduk 49,7 juta jiwa.", "49860330", "", "value"),
    ("Penduduk 49.860.331 jiwa.", "49860330", "", "value"),
    ("Tingkat 7,63 persen.", "7.62", "percent", "value"),  # both to two decimals: not the same
    ("Tingkat 8 persen.", "7.4", "percent", "value"),
    ("Tingkat 50 persen.", "47", "percent", "value"),  # percents are never loose
    ("Sebanyak 20 orang.", "17", "", "value"),  # nor are small counts
    ("Setidaknya 3.500 orang.", "3478", "", "modifier"),  # sets start at the number exactly
    ("Hampir 5 juta jiwa.", "5030000", "", "modifier"),
    ("Hampir 50 juta jiwa.", "44000000", "", "modifier"),
    ("Sekitar 50 juta jiwa.", "56000000", "", "modifier"),
    ("Lebih dari 50 juta jiwa.", "50000000", "", "modifier"),
    ("Antara 45 dan 49 juta jiwa.", "49860330", "", "range"),
]


def compared(text, cell, unit, **more):
    [mention] = extract(text, language="id")
    row = Row(table="t", number=1, column="c", measure="m", value=Decimal(cell), unit=unit, **more)
    return agree(figure_of(mention, read_written(mention, "id")), row, ModifierSets())


@pytest.mark.parametrize(("text", "cell", "unit", "reason"), AGREE)
def test_a_number_agrees(text, cell, unit, reason):
    found = compared(text, cell, unit)
    assert (found.agrees, str(found.reason)) == (True, reason)


@pytest.mark.parametrize(("text", "cell", "unit", "reason"), DISAGREE)
def test_a_number_disagrees(text, cell, unit, reason):
    found = compared(text, cell, unit)
    assert (found.agrees, str(found.reason)) == (False, reason)


def test_a_tolerance_of_the_row_is_accepted():
    found = compared("Tingkat 7,8 persen.", "7.62", "percent", tolerance="0.2")
    assert (found.agrees, str(found.reason)) == (True, "within_tolerance")


def test_another_reading_that_agrees_is_noted():
    found = compared("Tembaga 29,149 dolar AS.", "29149", "USD")
    assert found.agrees
    assert "other_reading" in found.notes


def test_a_modifier_far_below_the_cell_is_noted():
    assert compared("Lebih dari 100 orang.", "3000", "").notes == ("uninformative",)
    assert compared("Lebih dari 49 juta jiwa.", "49860330", "").notes == ()
