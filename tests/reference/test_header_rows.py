"""What stands around the rows of a table: titles, headers of several rows, counted columns, footnotes."""

import pytest

from verifier import ReferenceTable
from verifier.reference import examine, lint
from verifier.reference.footnotes import without_footnotes
from verifier.reference.header_rows import find_header

HEADERS = [
    # rows                                              the header
    (["Wilayah|2022|2023", "Utara|1|2"], ["Wilayah", "2022", "2023"]),
    (["|2022|2023", "Utara|1|2"], ["", "2022", "2023"]),
    (["Judul||", "|2022|2023", "Utara|1|2", "Selatan|3|4"], ["", "2022", "2023"]),
    (["Judul||", "Wilayah|2022|2023", "Utara|1|2", "Selatan|3|4"], ["Wilayah", "2022", "2023"]),
    (["Wilayah|Luas||", "|2022|2023|2024", "Utara|1|2|3"], ["Wilayah", "Luas 2022", "Luas 2023", "Luas 2024"]),
    (["|Luas|", "Wilayah|2022|2023", "Utara|1|2"], ["Wilayah", "Luas 2022", "Luas 2023"]),
    (["Wilayah|Luas||Jarak", "|2022|2023|", "Utara|1|2|3"], ["Wilayah", "Luas 2022", "Luas 2023", "Jarak"]),
    (["Wilayah|Kebun||", "|Luas||Jarak", "|2022|2023|2023", "Utara|1|2|3"],
     ["Wilayah", "Kebun Luas 2022", "Kebun Luas 2023", "Kebun Jarak 2023"]),
    (["Wilayah|Luas||2022", "Utara||1|2", "Selatan||3|4"], ["Wilayah", "Luas", "", "2022"]),  # no second row
]  # fmt: skip


@pytest.mark.parametrize(("rows", "names"), HEADERS)
def test_headers(rows, names):
    header = find_header([row.split("|") for row in rows])
    assert header.names == names


def test_a_header_that_is_named_begins_there():
    rows = [["Luas", ""], ["Wilayah", "2022"], ["Utara", "1"]]
    assert find_header(rows, 1).names == ["Wilayah", "2022"]


def test_a_yearbook_table_needs_no_word(tmp_path):
    path = tmp_path / "kebun.csv"
    path.write_text(
        "Tabel 7 Kebun Teh Menurut Kecamatan;;;;\n"
        "Kecamatan;Luas (ha);;Panen (ton);\n"
        ";2022;2023;2022;2023\n"
        "(1);(2);(3);(4);(5)\n"
        "MELATI;1.234,5;1.240,0;87,5;90,1\n"
        "KENANGA;98,0;97,5;6,2;-\n"
        "\n"
        "*) Angka sementara\n"
        "Sumber: Dinas Perkebunan\n",
        encoding="utf-8",
    )
    table = ReferenceTable.read(path)
    rows = [(row.number, row.measure, row.entity, row.period, row.unit) for row in table.rows]
    assert rows[2:5] == [
        (1, "Panen", "MELATI", "2022", "metric_ton"),
        (1, "Panen", "MELATI", "2023", "metric_ton"),
        (2, "Luas", "KENANGA", "2022", "hectare"),
    ]
    assert len(table) == 8
    notes = [finding.message for finding in lint(path)]
    assert "a header of 2 rows, put into one" in notes
    assert "a row below the header left out: it counts the columns" in notes
    assert "footnotes below the table left out: '*) Angka sementara', 'Sumber: Dinas Perkebunan'" in notes
    assert "1 row(s) above the header left out: 'Tabel 7 Kebun Teh Menurut Kecamatan'" in notes


FOOTNOTES = [
    # rows                                              how many are kept
    (["Utara|1", "Selatan|"], 2),                       # a row without its value
    (["Utara|1", "Sumber: survei|"], 1),
    (["Utara|1", "Sumber: survei"], 1),                 # without the separator that makes a cell of nothing
    (["Utara|1", "|", "Angka sementara|"], 2),          # the blank row above it stays, and counts for nothing
    (["Utara|1", "*) direvisi|", "Selatan|"], 1),       # all that stands below a footnote
    (["Utara|1", "Pesisir:|", "Selatan|2"], 3),         # a heading among the rows
    (["Utara|1", "Catatan: a|b"], 2),                   # two cells: to be told of
]  # fmt: skip


@pytest.mark.parametrize(("rows", "kept"), FOOTNOTES)
def test_footnotes(rows, kept):
    cells = [row.split("|") for row in rows]
    assert list(without_footnotes(cells, [])) == cells[:kept]


UNIT_ROWS = [
    # header, unit row, rows                            units of the tidy rows
    ("Wilayah;Padi;Jagung\n;ton;ribu ton\n", ["metric_ton", "metric_ton"]),
    ("Wilayah;Padi;Jagung\nSatuan;(ton);(ribu ton)\n", ["metric_ton", "metric_ton"]),
    ("Wilayah;Padi;Jagung\n-;ton;-\n", ["metric_ton", ""]),
    ("Wilayah;Inflasi;Luas\n;% (yoy);ha\n(1);(2);(3)\n", ["percent", "hectare"]),
]


@pytest.mark.parametrize(("head", "units"), UNIT_ROWS)
def test_a_row_of_units_below_the_header(write, head, units):
    path = write(f"{head}UTARA;1,5;2\nSELATAN;-;3\n")
    table = ReferenceTable.read(path, fixed={"period": "2023"})
    assert [(row.number, row.entity) for row in table.rows] == [
        (1, "UTARA"), (1, "UTARA"), (2, "SELATAN"), (2, "SELATAN"),
    ]  # fmt: skip
    assert [row.unit for row in table.rows] == units * 2
    assert "(" not in table.rows[0].measure
    told = [finding.message for finding in lint(path, fixed={"period": "2023"})]
    assert any(message.startswith("a row of units below the header, put into it: ") for message in told)


def test_units_below_the_headers_of_years(write):
    table = ReferenceTable.read(write("Wilayah,2022,2023\n,ribu ton,ribu ton\nUtara,1,2\n"), fixed={"measure": "padi"})
    assert [(row.period, str(row.value), row.unit) for row in table.rows] == [
        ("2022", "1E+3", "metric_ton"),
        ("2023", "2E+3", "metric_ton"),
    ]


def test_a_row_of_units_with_one_that_is_not_known_is_one_finding(write):
    path = write("Wilayah,Padi,Jagung,Teh\n,ton,xyzzy,xyzzy\nUtara,1,2,3\n")
    errors = [str(finding) for finding in lint(path) if finding.severity == "error"]
    assert errors == [
        "table.csv: a row of units below the header, where 'xyzzy' is none that is known; "
        "write each unit into its header instead: 'Produksi (ton)'"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Wilayah,Satuan,2023\n,ton,5\nUtara,kg,6\n",  # the cells of a column of units
        "Wilayah,Padi\nUtara,ton\nSelatan,5\n",  # a row that is named
    ],
)
def test_what_is_no_row_of_units_stays_a_row(write, text):
    numbers = {finding.row for finding in lint(write(text), fixed={"measure": "panen", "period": "2023"})}
    table = examine(write(text), fixed={"measure": "panen", "period": "2023"}).table
    assert table is not None
    assert [row.number for row in table.rows] == [1, 2]
    assert numbers <= {0, 1, 2}
