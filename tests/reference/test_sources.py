"""The same table from every kind of source, and what is said of sources that are broken."""

import json
import sqlite3
import zipfile
from contextlib import closing
from datetime import date, datetime
from decimal import Decimal

import pytest

from verifier import ReferenceTable, extras
from verifier.errors import InputTypeError, MissingExtra, TableError

RECORDS = [
    {"measure": "produksi padi", "entity": "Aceh", "period": "2023", "value": 1.4, "unit": "juta ton"},
    {"measure": "produksi padi", "entity": "Bali", "period": "2023", "value": 0.65, "unit": "juta ton"},
    {"measure": "produksi padi", "entity": "NA", "period": "2024", "value": None, "unit": "juta ton"},
]
ROWS = [
    (1, "produksi padi", "Aceh", "2023", Decimal("1.4E+6"), "metric_ton"),
    (2, "produksi padi", "Bali", "2023", Decimal("6.5E+5"), "metric_ton"),
    (3, "produksi padi", "NA", "2024", None, "metric_ton"),
]


def tidy(table):
    return [(row.number, row.measure, row.entity, row.period, row.value, row.unit) for row in table.rows]


def written_csv(path):
    lines = [",".join(RECORDS[0])] + [",".join("" if v is None else str(v) for v in r.values()) for r in RECORDS]
    path.write_text("\n".join(lines), encoding="utf-8")


def written_tsv(path):
    lines = ["\t".join(RECORDS[0])]
    lines += ["\t".join("" if v is None else str(v).replace(".", ",") for v in r.values()) for r in RECORDS]
    path.write_text("\n".join(lines), encoding="utf-8")


def written_json_lines(path):
    path.write_text("\n".join(map(json.dumps, RECORDS)), encoding="utf-8")


def written_json(path):
    path.write_text(json.dumps(RECORDS), encoding="utf-8")


def written_xlsx(path):
    workbook = pytest.importorskip("openpyxl").Workbook()
    sheet = workbook.active
    sheet.append(list(RECORDS[0]))
    for record in RECORDS:
        sheet.append(list(record.values()))
    workbook.save(path)


def written_parquet(path):
    arrow = pytest.importorskip("pyarrow")
    pytest.importorskip("pyarrow.parquet").write_table(arrow.Table.from_pylist(RECORDS), path)


def written_sqlite(path):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE padi (measure TEXT, entity TEXT, period TEXT, value REAL, unit TEXT)")
    connection.executemany("INSERT INTO padi VALUES (:measure, :entity, :period, :value, :unit)", RECORDS)
    connection.commit()
    connection.close()


FILES = [
    ("t.csv", written_csv),
    ("t.tsv", written_tsv),
    ("t.jsonl", written_json_lines),
    ("t.json", written_json),
    ("t.xlsx", written_xlsx),
    ("t.parquet", written_parquet),
    ("t.sqlite", written_sqlite),
]


@pytest.mark.parametrize(("name", "writer"), FILES)
def test_files(tmp_path, name, writer):
    path = tmp_path / name
    writer(path)
    assert tidy(ReferenceTable.read(path)) == ROWS


def test_pandas():
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(RECORDS)
    assert tidy(ReferenceTable.read(frame)) == ROWS
    assert tidy(ReferenceTable.read(frame.set_index("entity"))) == ROWS  # a named index is a column
    frame["entity"] = frame["entity"].astype("category")
    frame["period"] = pandas.PeriodIndex(frame["period"], freq="Y")
    assert tidy(ReferenceTable.read(frame)) == ROWS


def test_pandas_dates_and_missing_values():
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(
        {
            "measure": ["a", "b", "c"],
            "date": pandas.to_datetime(["2024-06-30", None, "2024-01-01"]),
            "value": pandas.array([5, None, 7], dtype="Int64"),
        }
    )
    rows = ReferenceTable.read(frame).rows
    assert [(row.period, row.value) for row in rows] == [("2024-06-30", 5), ("", None), ("2024-01-01", 7)]


def test_polars():
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame(RECORDS)
    assert tidy(ReferenceTable.read(frame)) == ROWS
    assert tidy(ReferenceTable.read(frame.lazy())) == ROWS
    dated = frame.with_columns(period=polars.lit(date(2023, 6, 30)))
    assert ReferenceTable.read(dated).rows[0].period == "2023-06-30"


def test_arrow():
    arrow = pytest.importorskip("pyarrow")
    table = arrow.Table.from_pylist(RECORDS)
    assert tidy(ReferenceTable.read(table)) == ROWS
    assert tidy(ReferenceTable.read(table.to_batches()[0])) == ROWS


def test_floats_keep_the_digits_they_show():
    arrow = pytest.importorskip("pyarrow")
    for kind in (arrow.float32(), arrow.float64(), arrow.decimal128(5, 2)):
        values = [Decimal("4.10"), Decimal("5.00")] if kind == arrow.decimal128(5, 2) else [4.1, 5.0]
        table = arrow.table({"measure": ["a", "b"], "value": arrow.array(values, kind)})
        shown = [str(row.value) for row in ReferenceTable.read(table).rows]
        assert shown == (["4.10", "5.00"] if kind == arrow.decimal128(5, 2) else ["4.1", "5"])


def test_short_floats_of_frames():
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    for frame in (
        pandas.DataFrame({"measure": ["a", "b"], "value": pandas.array([4.1, None], dtype="float32")}),
        polars.DataFrame({"measure": ["a", "b"], "value": polars.Series([4.1, None], dtype=polars.Float32)}),
    ):
        assert [row.value for row in ReferenceTable.read(frame).rows] == [Decimal("4.1"), None]


def test_truth_is_no_number():
    with pytest.raises(TableError, match="'True' is no value"):
        ReferenceTable.from_records([{"measure": "a", "value": True}])


def test_database_connections(tmp_path):
    path = tmp_path / "t.sqlite"
    written_sqlite(path)
    connection = sqlite3.connect(path)
    query = "SELECT * FROM padi WHERE value < ?"
    table = ReferenceTable.from_query(connection, query, parameters=(1,), name="padi")
    assert [(row.table, row.number, row.entity) for row in table.rows] == [("padi", 1, "Bali")]
    connection.close()


def test_sqlalchemy(tmp_path):
    sqlalchemy = pytest.importorskip("sqlalchemy")
    path = tmp_path / "t.sqlite"
    written_sqlite(path)
    url = f"sqlite:///{path}"
    assert tidy(ReferenceTable.from_query(url, "SELECT * FROM padi")) == ROWS
    engine = sqlalchemy.create_engine(url)
    table = ReferenceTable.from_query(engine, "SELECT * FROM padi WHERE entity = :name", parameters={"name": "Bali"})
    assert len(table) == 1
    with engine.connect() as connection:
        assert tidy(ReferenceTable.from_query(connection, "SELECT * FROM padi")) == ROWS


QUERIES = [
    ("SELECT * FROM padi", "query: the query fails: no such table: padi"),
    ("DROP", "query: the query fails: incomplete input"),
    ("CREATE TABLE x (y)", "the query gives no rows; write a SELECT"),
    ("SELECT 1 AS measure, 2 AS value WHERE 0", "query: the table is empty"),
]


@pytest.mark.parametrize(("query", "message"), QUERIES)
def test_wrong_queries(query, message):
    with pytest.raises(TableError) as caught:
        ReferenceTable.from_query(sqlite3.connect(":memory:"), query)
    assert message in str(caught.value)


def test_no_connection():
    with pytest.raises(InputTypeError, match="a query needs a DB-API connection or a SQLAlchemy URL, not int"):
        ReferenceTable.from_query(5, "SELECT 1")


def test_sqlite_tables_are_named_and_only_read(tmp_path):
    path = tmp_path / "t.db"
    connection = sqlite3.connect(path)
    connection.execute('CREATE TABLE "a;b" (measure, value)')
    connection.execute('INSERT INTO "a;b" VALUES (?, ?)', ("GDP", "5"))  # a number as text
    connection.execute("CREATE TABLE other (measure, value)")
    connection.commit()
    connection.close()
    assert ReferenceTable.read(path, sheet="a;b").rows[0].value == 5
    assert ReferenceTable.read(path, query='SELECT measure, value FROM "a;b"').rows[0].value == 5
    with pytest.raises(TableError, match="its tables are 'a;b', 'other'; say which: sheet="):
        ReferenceTable.read(path)
    with pytest.raises(TableError, match="no table 'x'; there are 'a;b', 'other'"):
        ReferenceTable.read(path, sheet="x")
    with pytest.raises(TableError, match="attempt to write a readonly database"):
        ReferenceTable.read(path, query='DELETE FROM "a;b" RETURNING *')


def test_json_numbers_keep_their_digits(write):
    lines = '{"measure": "a", "value": 4.10}\n\n{"measure": "b", "value": 12345678901234567890}\n'
    table = ReferenceTable.read(write(lines, "t.jsonl"))
    assert [(row.number, str(row.value)) for row in table.rows] == [(1, "4.10"), (2, "12345678901234567890")]


def test_json_lists_are_aliases(write):
    table = ReferenceTable.read(write('{"measure": "a", "value": 5, "aliases": ["b", "c"]}\n', "t.jsonl"))
    assert table.rows[0].aliases == ("b", "c")


JSON_LINES = [
    ('{"measure": "a", "value": 5', "t.jsonl: line 1: Expecting ',' delimiter at column"),
    ('{"measure": "a", "value": NaN}', "line 1: NaN is no JSON; write null where a value is missing"),
    ('{"measure": "a", "measure": "b"}', "line 1: the key 'measure' stands twice"),
    ('{"a": 1}\n[1]', "line 2: not a JSON object: '[1]'; write one object a line"),
    ('{"measure": "a", "value": {"x": 5}}', "a cell holds a nested value"),
    ("[" * 100_000, "line 1: nested too deeply"),
    ('{"measure": "a", "value": 1e999999999}', "'1E+999999999' is no value"),
    ('{"measure": "a", "value": ' + "9" * 5000 + "}", "is no value"),
    ("", "the table is empty"),
]


@pytest.mark.parametrize(("text", "message"), JSON_LINES)
def test_wrong_json_lines(write, text, message):
    with pytest.raises(TableError) as caught:
        ReferenceTable.read(write(text, "t.jsonl"))
    assert message in str(caught.value)
    assert len(str(caught.value)) < 300


def test_wrong_json(write):
    with pytest.raises(TableError, match="not an array of objects"):
        ReferenceTable.read(write('{"measure": "a"}', "t.json"))
    with pytest.raises(TableError, match="2 arrays of objects, in 'a', 'b'; write"):
        ReferenceTable.read(write('{"a": [{"x": 1}], "b": [{"x": 2}]}', "t.json"))
    with pytest.raises(TableError, match=r"t\.json: line 2: Expecting"):
        ReferenceTable.read(write("[\n", "t.json"))
    with pytest.raises(TableError, match="not UTF-8 at byte 2"):
        ReferenceTable.read(write(b'{"\x81\x9d":1}', "t.jsonl"))


@pytest.fixture
def workbook(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")

    def saved(rows, change=lambda book: None):
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        change(book)
        path = tmp_path / "t.xlsx"
        book.save(path)
        return path

    return saved


def test_xlsx_shows_what_cells_show(workbook):
    def change(book):
        for cell, style in (("C2", "0.0%"), ("C3", "#,##0.00"), ("B3", "yyyy-mm-dd"), ("C4", "General")):
            book.active[cell].number_format = style

    rows = [
        ["indikator", "tanggal", "nilai"],
        ["TPT", datetime(2024, 6, 30), 0.051],
        ["PDB", datetime(2024, 1, 1), 5288.3],
        ["x", datetime(2024, 1, 1), "4,2"],  # a number stored as text, with the mark of its writer
    ]
    table = ReferenceTable.read(workbook(rows, change))
    assert [(row.period, str(row.value), row.unit) for row in table.rows] == [
        ("2024-06-30", "5.1", "percent"),
        ("2024-01-01", "5288.3", ""),
        ("2024-01-01", "4.2", ""),
    ]


def test_xlsx_cells_merged_downwards_are_those_of_each_row(workbook):
    rows = [
        ["Provinsi", "Kabupaten", "Sekolah", None],
        [None, None, 2022, 2023],
        ["Jawa Barat", "Bogor", 5, 6],
        [None, "Garut", None, 7],
        [None, "Subang", 8, 9],
        ["Banten", "Lebak", 10, 11],
    ]

    def change(book):
        for cells in ("A1:A2", "B1:B2", "C1:D1", "A3:A5", "C3:C4"):
            book.active.merge_cells(cells)

    table = ReferenceTable.read(workbook(rows, change))
    assert [(row.entity, row.dimensions["Provinsi"], row.period, str(row.value)) for row in table.rows][::2] == [
        ("Bogor", "Jawa Barat", "2022", "5"),
        ("Garut", "Jawa Barat", "2022", "None"),  # whose number the merged one is nobody knows
        ("Subang", "Jawa Barat", "2022", "8"),
        ("Lebak", "Banten", "2022", "10"),
    ]
    told = [finding.message for finding in table.findings]
    assert "cells that are merged downwards have their value in each row" in told


def test_xlsx_formats_say_currencies_and_months(workbook):
    def change(book):
        for cell, style in (("B1", "mmm-yy"), ("C1", "mmm-yy"), ("B2", '"Rp"#,##0'), ("C2", '"Rp"#,##0.00')):
            book.active[cell].number_format = style

    rows = [["komoditas", datetime(2024, 1, 1), datetime(2024, 2, 1)], ["beras", 15000, 15250.5], ["kopi", "4,5", 7]]
    table = ReferenceTable.read(workbook(rows, change), fixed={"measure": "harga"})
    assert [(row.entity, row.period, str(row.value), row.unit) for row in table.rows] == [
        ("beras", "2024-01", "15000", "IDR"),
        ("beras", "2024-02", "15250.5", "IDR"),
        ("kopi", "2024-01", "4.5", ""),
        ("kopi", "2024-02", "7", ""),
    ]


def test_xlsx_formats_beside_numbers_stored_as_text(workbook):
    def change(book):
        book.active["C2"].number_format = "#,##0.00 [$€-407]"

    table = ReferenceTable.read(workbook([["Land", "Jahr", "Preis"], ["A", 2023, 12.5], ["B", 2023, "4,2"]], change))
    assert [(str(row.value), row.unit) for row in table.rows] == [("12.5", "EUR"), ("4.2", "")]


def test_xlsx_wide_with_title_and_blank_rows(workbook):
    rows = [
        ["Tabel 1"],
        [None],
        ["Provinsi", 2023, 2024],
        ["ACEH", 1234, 4.5],
        [None, None, None],
        ["BALI", 6, None],
        [None],
    ]
    table = ReferenceTable.read(workbook(rows), fixed={"measure": "produksi", "unit": "ribu ton"})
    assert [(row.number, row.entity, row.period, str(row.value)) for row in table.rows] == [
        (1, "ACEH", "2023", "1.234E+6"),
        (1, "ACEH", "2024", "4.5E+3"),
        (3, "BALI", "2023", "6E+3"),
        (3, "BALI", "2024", "None"),
    ]


def test_xlsx_sheets_must_be_named_where_there_are_several(workbook):
    def change(book):
        book.active.title = "Data"
        book.create_sheet("Kosong")
        other = book.create_sheet("Lain")
        other.append(["measure", "value"])
        other.append(["GDP", 7])

    path = workbook([["measure", "value"], ["GDP", 5]], change)
    with pytest.raises(TableError, match="2 sheets have cells: 'Data', 'Lain'; say which: sheet="):
        ReferenceTable.read(path)
    assert ReferenceTable.read(path, sheet="Lain").rows[0].value == 7
    with pytest.raises(TableError, match="no sheet 'X'; there are 'Data', 'Kosong', 'Lain'"):
        ReferenceTable.read(path, sheet="X")


def test_xlsx_formulas_need_their_saved_value(workbook):
    with pytest.raises(TableError, match="cell B2: a formula that was saved without its value"):
        ReferenceTable.read(workbook([["measure", "value"], ["GDP", "=1+1"]]))


def test_xlsx_that_is_none(write, tmp_path):
    pytest.importorskip("openpyxl")
    with pytest.raises(TableError, match=r"no XLSX workbook \(an older \.xls, or protected by a password\?\)"):
        ReferenceTable.read(write(b"\xd0\xcf\x11\xe0old", "t.xlsx"))
    path = tmp_path / "empty.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x", "y")
    with pytest.raises(TableError, match="no workbook that can be read"):
        ReferenceTable.read(path)


def test_xlsx_bombs_are_refused(tmp_path):
    pytest.importorskip("openpyxl")
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 50_000_000)
    with pytest.raises(TableError, match="unpacks into 50,000,000 bytes"):
        ReferenceTable.read(path)


def test_parquet_that_is_none(write):
    pytest.importorskip("pyarrow")
    with pytest.raises(TableError, match=r"t\.parquet: no Parquet file that can be read"):
        ReferenceTable.read(write(b"PAR1 nothing", "t.parquet"))


def test_nested_parquet_columns_are_refused(tmp_path):
    arrow = pytest.importorskip("pyarrow")
    path = tmp_path / "t.parquet"
    pytest.importorskip("pyarrow.parquet").write_table(arrow.table({"measure": ["a"], "value": [{"x": 1}]}), path)
    with pytest.raises(TableError, match="column 'value' is nested; flatten it"):
        ReferenceTable.read(path)


def test_a_missing_extra_names_the_command(monkeypatch, write):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(extras, "import_module", missing)
    with pytest.raises(MissingExtra, match=r"needs openpyxl, which is not installed: pip install 'cekangka\[xlsx\]'"):
        ReferenceTable.read(write(b"", "t.xlsx"))
    with pytest.raises(MissingExtra, match=r"needs pyarrow, .*pip install 'cekangka\[parquet\]'"):
        ReferenceTable.read(write(b"", "t.parquet"))
    with pytest.raises(MissingExtra, match=r"needs sqlalchemy, .*pip install 'cekangka\[sql\]'"):
        ReferenceTable.from_query("sqlite://", "SELECT 1")


def test_sqlite_that_is_none(write):
    with pytest.raises(TableError, match=r"t\.db: file is not a database"):
        ReferenceTable.read(write(b"nothing" * 1000, "t.db"))


def test_parts_of_arrow_tables():
    arrow = pytest.importorskip("pyarrow")
    count = 70_000  # so many different numbers are not coded
    table = arrow.table({"measure": ["a", None] * (count // 2), "value": [number + 0.5 for number in range(count)]})
    read = ReferenceTable.read(arrow.concat_tables([table, table]).slice(5, 100_000))
    assert len(read) == 100_000
    assert [(row.measure, row.value) for row in read.rows[:2]] == [("", Decimal("5.5")), ("a", Decimal("6.5"))]
    assert read.rows[count - 5].value == Decimal("0.5")
    assert read.rows[99_999].value == Decimal("30004.5")


def test_progress(write):
    told = []
    rows = "".join(f"GDP,{number}\n" for number in range(10_000))
    ReferenceTable.read(write(f"measure,value\n{rows}"), progress=lambda name, count: told.append((name, count)))
    assert told == [("table.csv", 4096), ("table.csv", 8192), ("table.csv", 10_000)]


NOT_TEXT = [
    # begins with                    the file is
    (b"PK\x03\x04junk",              "a workbook or a ZIP archive"),
    (b"\x1f\x8b\x08junk",            "packed by gzip"),
    (b"SQLite format 3\0" + bytes(9), "a SQLite file"),
    (b"PAR1junk",                    "a Parquet file"),
    (b"%PDF-1.7",                    "a PDF"),
]  # fmt: skip


@pytest.mark.parametrize("name", ["t.csv", "t.tsv", "t.json", "t.jsonl"])
@pytest.mark.parametrize(("begins", "what"), NOT_TEXT)
def test_a_file_that_is_no_text_is_called_what_it_is(write, name, begins, what):
    with pytest.raises(TableError) as caught:
        ReferenceTable.read(write(begins, name))
    remedy = "not text; give the file the ending of its kind, unpack it or save it as CSV"
    assert str(caught.value) == f"{name}: {what}, {remedy}"


def test_sqlite_files_that_cannot_be_read_have_a_remedy(write, tmp_path):
    with pytest.raises(TableError, match=r"t\.db: file is not a database; is it a whole SQLite file\? Make it again"):
        ReferenceTable.read(write(b"measure,value\nGDP,5\n", "t.db"))
    with pytest.raises(TableError, match=r"empty\.db: a SQLite file without tables; is it the right one"):
        ReferenceTable.read(write(b"", "empty.db"))
    with closing(sqlite3.connect(tmp_path / "busy.db", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE t (measure, value)")
        connection.execute("BEGIN EXCLUSIVE")
        with pytest.raises(TableError, match=r"busy\.db: database is locked; close the program that writes to it"):
            ReferenceTable.read(tmp_path / "busy.db")


def test_a_url_of_no_database_that_is_known():
    pytest.importorskip("sqlalchemy")
    for url in ("nosuch://x", "no url"):
        with pytest.raises(TableError, match="query: the query fails: "):
            ReferenceTable.from_query(url, "SELECT 1")


def test_dictionaries_are_no_tables():
    for source in ({"measure": ["GDP"]}, [{"measure": "GDP", "value": 5}]):
        with pytest.raises(InputTypeError, match=r"ReferenceTable\.from_records"):
            ReferenceTable.read(source)


def test_rows_below_a_key_of_a_json_file(write):
    text = json.dumps(
        {"status": "OK", "page": [1, 2], "errors": [], "data": [{"measure": "GDP", "period": 2023, "value": 5}]}
    )
    table = ReferenceTable.read(write(text, "answer.json"))
    assert [(row.measure, str(row.value)) for row in table.rows] == [("GDP", "5")]
    assert "rows in 'data'" in [finding.message for finding in table.findings]
