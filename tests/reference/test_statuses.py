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
        ReferenceTable.read(write("Indikator;Tahun;Target;Capaian\nPanen padi;2023;5;4\n"))
