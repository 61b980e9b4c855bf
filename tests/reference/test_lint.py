"""What lint says of tables: code, place, message and remedy."""

from datetime import date
from decimal import Decimal

import pytest

from verifier import ReferenceTable
from verifier.reference import examine, lint, tidy_rows
from verifier.reference.series import outliers

TODAY = date(2024, 10, 14)
FAULTS = [
    # table                                                  severity   code         row column      part of the message
    ("measure,value,unit\nGDP,5,barell\n",
     "error", "unreadable_unit", 1, "unit", "unit 'barell' is not known; write 'barel'"),
    ("measure,value\nGDP,lima\n",
     "error", "unreadable_value", 1, "value", "'lima' is no value; write a number"),
    ("measure,period,value\nGDP,2024-13,5\n",
     "error", "unreadable_period", 1, "period", "'2024-13' is no period"),
    ("measure,value\nGDP,1.234\n",
     "error", "unclear_separators", 1, "value", "say which: decimal=','"),
    ("measure,value,unit\nberas,5,ton\nberas,6,kg\nberas,7,USD\n",
     "error", "mixed_units", 3, "value", "USD does not convert into metric_ton, the unit of other rows of 'beras'"),
    ("measure,value,unit\nberas,5,ton\nberas,6,\n",
     "warning", "unit_missing", 2, "value", "no unit, where other rows of 'beras' have metric_ton"),
    ("measure,period,value\nGDP,2023,5\nGDP,2023,6\n",
     "error", "contradiction", 2, "value", "contradicts row 1: 6 and 5 for 'GDP', 2023; keep one"),
    ("measure,entity,period,value\nGDP,ID,2023,5\nGDP,IDN,2023,5\n",
     "warning", "duplicate", 2, "value", "says the same as row 1 for 'GDP', 'ID', 2023; keep one"),
    ("measure,value,unit\nberas,5,ton\nberas,5000,kg\n",
     "warning", "duplicate", 2, "value", "says the same as row 1 for 'beras'"),
    ("measure,period,value\nGDP,2025,5\n",
     "warning", "future_period", 1, "value", "2025 lies in the future"),
    ("measure,value,aliases\nGDP,5,PDB|output\nGNI,6,output\n",
     "warning", "shared_alias", 0, "aliases", "'output' is a name of 2 measures: 'GDP', 'GNI'; a text that"),
    ("measure,entity,value\nGDP,Kab. Bogor,5\nGDP,Kota Bogor,6\n",
     "note", "shared_alias", 0, "entity_aliases", "'bogor' is a name of 2 entities"),
    ("measure,entity,value\n,ID,5\nGDP,MY,6\n",
     "error", "empty_key", 1, "value", "the measure is blank; fill the cell"),
    ("measure,entity,value\nGDP,,5\nGDP,MY,6\n",
     "warning", "empty_key", 1, "value", "the entity is blank"),
    ("measure,period,value\nGDP,2019,4.1\nGDP,2020,4.3\nGDP,2021,41\nGDP,2022,4.0\nGDP,2023,4.2\n",
     "warning", "out_of_line", 3, "value", "41 is out of line with its series by a factor of about 10^1"),
    ("measure,value,value\nGDP,5,6\n",
     "error", "unusable", 0, "", "columns 2 and 3 have the same header 'value'; give one of them another"),
    ("measure,unit\nGDP,%\n",
     "error", "missing_column", 0, "", "no column for value"),
    ("",
     "error", "unusable", 0, "", "the table is empty"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "severity", "code", "row", "column", "message"), FAULTS)
def test_faults(write, text, severity, code, row, column, message):
    findings = [finding for finding in lint(write(text), today=TODAY) if finding.code == code]
    assert [(finding.severity, finding.row, finding.column) for finding in findings] == [(severity, row, column)]
    assert message in str(findings[0])
    assert findings[0].table == "table.csv"


FINE = [
    "measure,period,value,status\nGDP,2025,5,target\n",  # a target lies ahead
    "measure,period,value,as_of\nGDP,2023,5,2024-02\nGDP,2023,6,2024-05\n",  # two vintages
    "measure,period,value,sex\nGDP,2023,5,L\nGDP,2023,6,P\n",  # two dimensions
    "measure,period,value,unit\nberas,2023,5,ton\nberas,2024,6,kg\n",  # they convert
    "measure,period,value\nGDP,2020,1\nGDP,2021,10\nGDP,2022,100\nGDP,2023,1000\n",  # it grows like that
    "measure,entity,period,value\nGDP,ID,2023,5\nGDP,ID,2024,-\n",
]


@pytest.mark.parametrize("text", FINE)
def test_nothing_to_find(write, text):
    assert [str(finding) for finding in lint(write(text), today=TODAY) if finding.severity != "note"] == []
    assert examine(write(text), today=TODAY).ok


def test_a_table_without_a_measure_is_told_so_once(write):
    found = [finding.code for finding in lint(write("wilayah,2022,2023\nUtara,1.5,2.5\nSelatan,3.5,4.5\n"))]
    assert [code for code in found if code != "understood"] == ["missing_column"]


def test_without_a_day_no_period_lies_ahead(write):
    assert not any(finding.code == "future_period" for finding in lint(write("measure,period,value\nGDP,2999,5\n")))


def test_all_places_are_listed_errors_first(write):
    findings = lint(write("measure,value,unit\nGDP,a,%\nGDP,5,barell\nGDP,c,%\n"))
    errors = [finding for finding in findings if finding.severity == "error"]
    assert [(finding.code, finding.row) for finding in errors] == [
        ("unreadable_value", 1),
        ("unreadable_unit", 2),
        ("unreadable_value", 3),
    ]
    assert list(findings[:3]) == errors


def test_the_same_fault_is_listed_fifty_times(write):
    text = "measure,value\n" + "".join(f"GDP{number},x{number}\n" for number in range(500))
    assert sum(finding.code == "unreadable_value" for finding in lint(write(text))) == 50


def test_one_bad_file_does_not_hide_the_others(write):
    paths = [write("", "a.csv"), write("measure,value\nGDP,x\n", "b.csv"), write("measure,value\nGDP,5\n", "c.csv")]
    examination = examine(paths)
    assert [(f.table, f.code) for f in examination.findings if f.severity == "error"] == [
        ("a.csv", "unusable"),
        ("b.csv", "unreadable_value"),
    ]
    assert examination.table is not None
    assert [row.value for row in examination.table.rows] == [None, Decimal(5)]


def test_a_missing_file(tmp_path):
    examination = examine(tmp_path / "missing.csv")
    assert examination.table is None
    assert "no such file" in str(examination.findings[0])


def test_to_dict(write):
    finding = lint(write("measure,value\nGDP,lima\n"))[0]
    assert finding.to_dict() == {
        "code": "unreadable_value",
        "severity": "error",
        "table": "table.csv",
        "message": "'lima' is no value",
        "row": 1,
        "column": "value",
        "remedy": "write a number, or leave the cell empty",
    }


def test_the_tidy_form_is_shown(write):
    table = examine(write("provinsi;2023;2024\nAceh;4,1;-\n"), fixed={"measure": "TPT", "unit": "%"}).table
    assert table is not None
    assert list(tidy_rows(table, 1)) == [
        {
            "row": "1",
            "column": "2023",
            "measure": "TPT",
            "entity": "Aceh",
            "period": "2023",
            "value": "4.1",
            "unit": "percent",
            "as_of": "",
            "status": "",
        }
    ]
    assert [row["value"] for row in tidy_rows(table, 9)] == ["4.1", ""]


@pytest.mark.parametrize("header", ["Merkmal,Synonyme", "Indicator,Also known as", "wilayah,nama lain wilayah"])
def test_alias_files_have_the_headers_of_any_language(write, header):
    table = ReferenceTable.read(
        write("indikator,nilai\nproduksi padi,5\n"), aliases=write(f"{header}\nproduksi padi,panen\n", "names.csv")
    )
    assert table.measures[0].aliases == ("panen",)


def test_alias_files(write):
    names = write("nama,sebutan\nproduksi padi,panen padi|hasil padi\nACEH,Serambi Mekkah\nX,y\n", "aliases.csv")
    path = write("indikator,provinsi,nilai\nProduksi Padi,Aceh,5\n")
    examination = examine(path, aliases=names)
    assert examination.table is not None
    assert examination.table.measures[0].aliases == ("panen padi", "hasil padi")
    assert examination.table.entities[0].aliases == ("Serambi Mekkah",)
    assert [finding.message for finding in examination.findings if finding.code == "unknown_name"] == [
        "the alias file names 'X', which is no measure or entity of the table"
    ]
    write('aliases = "names.toml"\n', "table.claims.toml")
    write('"produksi padi" = ["panen"]\n', "names.toml")
    examination = examine(path)
    assert examination.table is not None
    assert examination.table.measures[0].aliases == ("panen",)


ALIAS_FILES = [
    ("a,b\n1,2\n", "aliases.csv", "an alias file has the columns name and alias; found are 'a', 'b'"),
    ("x = 5\n", "aliases.toml", "'x' must be a list of other names"),
    ("x = [\n", "aliases.toml", "aliases.toml: "),
]


@pytest.mark.parametrize(("text", "name", "message"), ALIAS_FILES)
def test_wrong_alias_files(write, text, name, message):
    findings = lint(write("measure,value\nGDP,5\n"), aliases=write(text, name))
    assert message in str(findings[0])


OUTLIERS = [
    (["4.1", "4.3", "44", "4.0", "3.9"], [(2, 1)]),
    (["4100", "4.3", "4.2", "4.0"], [(0, 3)]),
    (["0.041", "4.3", "4.2", "4.0"], [(0, -2)]),
    (["4.1", "4.3", "20", "4.0"], []),  # five times is no power of ten
    (["4.1", "41"], []),  # two values judge nobody
    (["0", "0", "0", "10"], []),
    (["1", "10", "100", "1000", "10000"], []),
    (["-4.1", "-4.3", "-44", "4.0"], [(2, 1)]),
]


@pytest.mark.parametrize(("values", "found"), OUTLIERS)
def test_outliers(values, found):
    assert outliers([Decimal(value) for value in values]) == found


def test_a_period_that_cannot_be_read_is_told_once(write):
    path = write("indikator,tahun,nilai\na,2023-13,5\na,,6\na,2024,7\n")
    found = [(finding.code, finding.row) for finding in lint(path) if finding.severity != "note"]
    assert found == [("unreadable_period", 1), ("empty_key", 2)]
