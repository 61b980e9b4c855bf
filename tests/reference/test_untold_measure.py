"""Tables with units in which no header says what is measured."""

import pytest

from verifier import ReferenceTable
from verifier.errors import TableError
from verifier.reference import lint


def test_what_tells_the_units_is_what_is_measured(write):
    rows = ReferenceTable.read(
        write(
            "stasiun,bulan,unsur,nilai,satuan\n"
            "Kenanga,2023-10,curah hujan,12.4,mm\n"
            "Melati,2023-10,curah hujan,31.7,mm\n"
            "Kenanga,2023-10,suhu maksimum,32.9,°C\n"
        )
    ).rows
    assert [(row.measure, row.entity, row.unit) for row in rows] == [
        ("curah hujan", "Kenanga", "mm"),
        ("curah hujan", "Melati", "mm"),
        ("suhu maksimum", "Kenanga", "degC"),
    ]


def test_without_several_units_nothing_tells_what_is_measured(write):
    with pytest.raises(TableError, match="no column for measure"):
        ReferenceTable.read(write("stasiun,bulan,unsur,nilai,satuan\nKenanga,2023-10,curah hujan,12.4,mm\n"))


def test_a_table_by_periods_with_units_needs_no_name(write):
    table = ReferenceTable.read(write("negara,satuan,2022,2023\nUtara,persen,1.5,2.5\nSelatan,persen,3.5,4.5\n"))
    assert [(row.measure, row.entity, row.period, str(row.value)) for row in table.rows][:2] == [
        ("", "Utara", "2022", "1.5"),
        ("", "Utara", "2023", "2.5"),
    ]


def test_several_units_are_several_measures_without_a_name(write):
    rows = ReferenceTable.read(write("negara,satuan,2022\nUtara,persen,1.5\nSelatan,ton,3.5\n")).rows
    assert [row.measure for row in rows] == ["(percent)", "(metric_ton)"]


def test_a_table_by_periods_without_units_is_refused(write):
    with pytest.raises(TableError, match="no column for measure"):
        ReferenceTable.read(write("negara,2022,2023\nUtara,1.5,2.5\n"))


def test_lint_tells_what_is_missing(write):
    found = lint(write("negara,satuan,2022\nUtara,persen,1.5\n"))
    (finding,) = [one for one in found if one.severity == "warning"]
    assert finding.code == "unnamed_measure"
    assert "nothing says what is measured" in finding.message
    assert "fixed={'measure': '…'}" in finding.remedy


def test_a_version_is_no_day_of_release(write):
    rows = ReferenceTable.read(write("pustaka,versi,kecepatan (MB/s)\ncepat,2.4,842\ncepat,2.3,655\n")).rows
    assert [row.dimensions for row in rows] == [{"versi": "2.4"}, {"versi": "2.3"}]
