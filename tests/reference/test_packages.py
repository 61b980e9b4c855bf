"""Data packages beside tables: what they say of them holds, unless their owner says otherwise."""

import json

import pytest

from verifier import ReferenceTable
from verifier.errors import TableError
from verifier.reference import lint

TEXT = "kd|prov|th|prod|luas\n11|Acéh|2023|1.234|1.500\n12|Bali|2023|-999|2.500\n"
FIELDS = [
    {"name": "kd", "type": "string"},
    {"name": "prov", "title": "Provinsi"},
    {"name": "th", "type": "year"},
    {
        "name": "prod",
        "type": "number",
        "decimalChar": ",",
        "groupChar": ".",
        "title": "Produksi padi",
        "unit": "ribu ton",
    },
    {"name": "luas", "type": "number", "title": "Luas panen (ha)"},
]


def package(**changes):
    schema = {"missingValues": ["", "-999"], "fields": FIELDS}
    resource = {"path": "table.csv", "encoding": "cp1252", "dialect": {"delimiter": "|"}, "schema": schema}
    return json.dumps({"resources": [resource | changes]})


def read(write, said, **options):
    path = write(TEXT, encoding="cp1252")
    write(said, "datapackage.json")
    return ReferenceTable.read(path, **options)


def rows(table):
    return [(row.measure, row.entity, row.period, str(row.value), row.unit) for row in table.rows]


EXPECTED = [
    ("Produksi padi", "Acéh", "2023", "1.234E+6", "metric_ton"),
    ("Luas panen", "Acéh", "2023", "1.500", "hectare"),
    ("Produksi padi", "Bali", "2023", "None", "metric_ton"),
    ("Luas panen", "Bali", "2023", "2.500", "hectare"),
]


def test_what_a_package_says_of_its_table(write):
    table = read(write, package())
    assert rows(table) == EXPECTED
    assert "datapackage.json says how it is to be read" in [finding.message for finding in table.findings]
    assert "column 'luas': decimal mark '.', as datapackage.json has it: '1.500'" in "\n".join(map(str, table.findings))


def test_a_package_names_its_tables(write, tmp_path):
    read(write, package())
    write("no table", "datapackage.json.bak")
    for source in (tmp_path / "datapackage.json", tmp_path):
        assert rows(ReferenceTable.read(source)) == EXPECTED


def test_a_package_above_the_folder_of_its_tables(tmp_path):
    (tmp_path / "data").mkdir()
    path = tmp_path / "data" / "table.csv"
    path.write_bytes(TEXT.encode("cp1252"))
    (tmp_path / "datapackage.json").write_text(package(path=["data/other.csv", "data/table.csv"]), encoding="utf-8")
    assert rows(ReferenceTable.read(path)) == EXPECTED
    (tmp_path / "datapackage.json").write_text("{", encoding="utf-8")  # of something else
    with pytest.raises(TableError, match=r"table\.csv"):
        ReferenceTable.read(path)


def test_the_schema_may_be_a_file_of_its_own(write):
    write(json.dumps({"missingValues": [{"value": "-999", "label": "none"}], "fields": FIELDS}), "padi.schema.json")
    assert rows(read(write, package(schema="padi.schema.json"))) == EXPECTED


def test_what_the_owner_says_wins(write):
    said = read(write, package(), decimal={"luas": ","}, fixed={"source": "BPS"})
    assert [str(row.value) for row in said.rows] == ["1.234E+6", "1500", "None", "2500"]
    write('blanks = ["2.500"]\n', "table.claims.toml")
    table = read(write, package())
    assert [str(row.value) for row in table.rows] == ["1.234E+6", "1.500", "-9.99E+5", "None"]


def test_another_table_is_none_of_its_business(write):
    with pytest.raises(TableError):  # one column, in which bars stand
        read(write, package(path="other.csv"), encoding="cp1252", separator=",")


BROKEN = [
    # content                               message
    ("{",                                   "datapackage.json: is no JSON file"),
    ("[]",                                  "datapackage.json: no data package: it has no list of resources"),
    ('{"resources": [1]}',                  "datapackage.json: no data package: it has no list of resources"),
    (package(schema="none.json"),           "none.json: there is no such file"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "message"), BROKEN)
def test_a_broken_package_is_told(write, content, message):
    with pytest.raises(TableError, match=message):
        read(write, content)


@pytest.mark.parametrize(
    "content",
    [
        '{"resources": []}',
        '{"resources": [{"path": 5}, {"path": ["https://example.org/table.csv", null]}]}',
        '{"resources": [{"path": "table.csv", "schema": {"fields": [5, {}], "missingValues": "x"}, "dialect": []}]}',
    ],
)
def test_what_a_package_does_not_say_is_found_out(write, content):
    path = write("indikator,tahun,nilai\ninflasi,2023,2.6\n")
    write(content, "datapackage.json")
    assert [str(row.value) for row in ReferenceTable.read(path).rows] == ["2.6"]


def test_an_index_is_made_anew_where_the_package_changes(write, tmp_path):
    index = tmp_path / "table.idx"
    assert rows(read(write, package(), index=index)) == EXPECTED
    changed = package(schema={"missingValues": ["-999", "2.500"], "fields": FIELDS})
    assert [str(row.value) for row in read(write, changed, index=index).rows][-1] == "None"


def test_blanks_and_marks_that_are_said(write):
    text = "indikator;tahun;nilai;batas bawah\na;2022;1.500;0.5\na;2023;-999;x\na;2024;9999;0.5\n"
    path = write(text)
    table = ReferenceTable.read(path, blanks=["-999", "9999", "x"], decimal={"Nilai": ","})
    assert [(str(row.value), str(row.low)) for row in table.rows] == [
        ("1500", "0.5"),
        ("None", "None"),
        ("None", "0.5"),
    ]
    codes = [finding.code for finding in lint(path, blanks=["-999", "x"], decimal={"Nilay": ","})]
    assert codes.count("missing_column") == 1
