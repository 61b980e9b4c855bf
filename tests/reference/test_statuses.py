"""What is said beside a value, a period or a header of how far it is true: provisional, forecast, target …"""

import pytest

from verifier import ReferenceTable
from verifier.errors import TableError
from verifier.reference import lint
from verifier.reference.dated_texts import dated_words, read_dated

DATED = [
    # written               period        status
    ("2023 r)",             "2023",       "final"),
    ("2024*",               "2024",       ""),          # the note may say anything
    ("2024**)",             "2024",       ""),
    ("2024¹",               "2024",       ""),
    ("2024f",               "2024",       "forecast"),
    ("2024 F",              "2024",       "forecast"),
    ("2023p",               "2023",       "provisional"),
    ("2025E",               "2025",       "estimate"),
    ("2022A",               "2022",       "final"),
    ("Jan-24r",             "2024-01",    "final"),
    ("Q1 2024p",            "2024-Q1",    "provisional"),
    ("2024-06b",            "2024-06",    ""),          # a break in the series
    ("2024M06",             "2024-06",    ""),          # no mark
    ("Target 2023",         "2023",       "target"),
    ("realisasi_2023",      "2023",       "final"),
    ("2024 (proyeksi)",     "2024",       "forecast"),
    ("2024 preliminary",    "2024",       "provisional"),
    ("Target TW I 2024",    "2024-Q1",    "target"),
    ("Angka Sementara 2024", "2024",      "provisional"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "period", "status"), DATED)
def test_period_and_status(written, period, status):
    found = read_dated(written, dated_words("id"))
    assert found is not None
    assert (found.period, found.status) == (period, status)


@pytest.mark.parametrize(
    "written", ["Target", "Target Jawa", "2024k", "f", "12p", "plan target 2023x y", "2024ton", "target " * 20]
)
def test_no_period_beside_a_status(written):
    assert read_dated(written, dated_words("id")) is None


def rows(table):
    return [(row.column, row.measure, row.period, str(row.value), row.status) for row in table.rows]


def test_letters_behind_the_years_of_headers(write):
    table = ReferenceTable.read(write("Indicator,Country,2022A,2023p,2024f\nGDP,Peru,1,2,3\n"))
    assert rows(table) == [
        ("2022A", "GDP", "2022", "1", "final"),
        ("2023p", "GDP", "2023", "2", "provisional"),
        ("2024f", "GDP", "2024", "3", "forecast"),
    ]


def test_letters_behind_cells(write):
    cells = ("Jan-24r,2.1", "Feb-24,2.2 f", "Mar-24f,2.3 p", "Apr-24,2.4*")
    path = write("indikator,periode,nilai\n" + "".join(f"inflasi,{cell}\n" for cell in cells))
    assert [(row.period, row.status) for row in ReferenceTable.read(path).rows] == [
        ("2024-01", "final"),
        ("2024-02", "forecast"),
        ("2024-03", "provisional"),  # nearer to the number than the letter of its month
        ("2024-04", ""),
    ]
    told = [finding.message for finding in lint(path)]
    assert "letters behind a number also read as its status: '2.2 f', '2.3 p'" in told


def test_the_column_of_statuses_comes_first(write):
    table = ReferenceTable.read(write("indikator,tahun,nilai,status\nimpor,2023f,1 p,target\nimpor,2024f,2,\n"))
    assert [row.status for row in table.rows] == ["target", "forecast"]


def test_target_and_realisation_of_one_year(write):
    table = ReferenceTable.read(write("Indikator;Satuan;Target 2023;Realisasi 2023\nPanen padi;ton;5;4\n"))
    assert rows(table) == [
        ("Target 2023", "Panen padi", "2023", "5", "target"),
        ("Realisasi 2023", "Panen padi", "2023", "4", "final"),
    ]
    assert any("target in 'Target 2023'; final in 'Realisasi 2023'" in str(finding) for finding in table.findings)


def test_target_and_realisation_beside_a_column_of_years(write):
    table = ReferenceTable.read(write("Indikator;Tahun;Target (ton);Realisasi (ton)\nPanen padi;2023;5;4\n"))
    assert rows(table) == [
        ("Target (ton)", "Panen padi", "2023", "5", "target"),
        ("Realisasi (ton)", "Panen padi", "2023", "4", "final"),
    ]
    assert {row.unit for row in table.rows} == {"metric_ton"}


def test_a_lone_column_of_targets_is_no_column_of_facts(write):
    table = ReferenceTable.read(write("indikator,tahun,target\npanen padi,2023,5\n"))
    assert rows(table) == [("target", "panen padi", "2023", "5", "target")]


def test_statuses_of_what_nobody_names_are_measures(write):
    table = ReferenceTable.read(write("Wilayah;Tahun;Target;Realisasi\nUtara;2023;5;4\n"))
    assert [row.measure for row in table.rows] == ["Target", "Realisasi"]


def test_a_status_beside_something_else_is_told_how_to_be_read(write):
    with pytest.raises(TableError, match=r"say which: columns=\{'value': '…'\}"):
        ReferenceTable.read(write("Indikator;Tahun;Target;Selisih\nPanen padi;2023;5;4\n"))


def test_what_is_made_of_target_and_realisation_is_left_out(write):
    text = "Indikator;Satuan;Tahun;Target;Capaian;% Capaian\nPanen padi;ton;2023;5;4;80\n"
    table = ReferenceTable.read(write(text))
    assert rows(table) == [
        ("Target", "Panen padi", "2023", "5", "target"),
        ("Capaian", "Panen padi", "2023", "4", "final"),
    ]
    assert any("not used '% Capaian'" in str(finding) for finding in table.findings)


def test_target_and_realisation_below_each_year(write):
    table = ReferenceTable.read(write("Indikator;2023;;2024;\n;Target;Capaian;Target;Capaian\nPanen padi;5;4;6;7\n"))
    assert [(row.period, str(row.value), row.status) for row in table.rows] == [
        ("2023", "5", "target"),
        ("2023", "4", "final"),
        ("2024", "6", "target"),
        ("2024", "7", "final"),
    ]


FLAGS = [
    # cell           value    status
    ("12,5 (p)",     "12.5",  "provisional"),
    ("12,5 (L)",     "12.5",  ""),             # a note, no liters
    ("12,5 (ep)",     "12.5",  "estimate"),
    ("12,5 (kg)",    "12.5",  ""),             # a unit
    ("12,5¹",        "12.5",  ""),
    ("12,5 **)",     "12.5",  ""),
    ("12,5 n",       "12.5",  ""),             # not significant
    (":",            "None",  ""),
    ("12,5 r",       "12.5",  "final"),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "value", "status"), FLAGS)
def test_flags_behind_values(write, cell, value, status):
    row = ReferenceTable.read(write(f"indikator;tahun;nilai\ninflasi;2023;{cell}\n"), decimal=",").rows[0]
    assert (str(row.value), row.status, row.unit) == (value, status, "kg" if "kg" in cell else "")


def test_a_column_in_which_each_value_has_a_flag_is_one_of_numbers(write):
    table = ReferenceTable.read(write("wilayah;tahun;luas panen (ha);curah\nA;2023;5 (p);1\nB;2023;6 (p);2\n"))
    assert [(row.measure, str(row.value), row.status) for row in table.rows][::2] == [
        ("luas panen", "5", "provisional"),
        ("luas panen", "6", "provisional"),
    ]


def test_a_letter_in_brackets_behind_a_year_is_no_unit(write):
    table = ReferenceTable.read(write("Wilayah;2022 (r);2023 (L);2024 (%)\nA;1;2;3\n"), fixed={"measure": "m"})
    assert [(row.period, row.status, row.unit) for row in table.rows] == [
        ("2022", "final", ""),
        ("2023", "", ""),
        ("2024", "", "percent"),
    ]


def test_flags_in_the_column_of_statuses(write):
    text = "indikator,tahun,nilai,OBS_FLAG\na,2020,1,b\na,2021,1,bp\na,2022,1,ep\na,2023,1,\na,2024,1,menunggu\n"
    statuses = [row.status for row in ReferenceTable.read(write(text)).rows]
    assert statuses == ["", "provisional", "estimate", "", "menunggu"]


def test_flags_in_columns_without_a_header(write):
    path = write("geo;2022;;2023;\nES;1;p;2;\nPT;3;;4;be\n")
    table = ReferenceTable.read(path, fixed={"measure": "m"})
    assert [(row.entity, row.period, str(row.value), row.status) for row in table.rows] == [
        ("ES", "2022", "1", "provisional"),
        ("ES", "2023", "2", ""),
        ("PT", "2022", "3", ""),
        ("PT", "2023", "4", "estimate"),
    ]
    assert not table.dimensions


def test_a_budget_and_what_was_spent_until_a_month(write):
    text = "Uraian;APBN 2024;Realisasi s.d. Juni 2024;% thd APBN\nBelanja (Rp triliun);3.325,1;1.398,0;42,0\n"
    table = ReferenceTable.read(write(text))
    assert [(row.period, row.status) for row in table.rows] == [("2024", "target"), ("2024-01/2024-06", "final")]
    assert any("not used '% thd APBN'" in finding.message for finding in table.findings)
