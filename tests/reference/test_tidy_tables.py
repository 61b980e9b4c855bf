"""Tidy tables from files: rows, look-up, and what is said of files that cannot be used."""

from decimal import Decimal

import pytest

from verifier import ReferenceTable
from verifier.errors import InputTypeError, TableError, UnknownLanguage, VerifierError

COCOA = """\
measure,entity,period,value,unit,aliases,source
hasil kakao,Sulawesi,2022-03,1.7,million kg/month,kakao|biji coklat,Dinas
hasil kakao,Sulawesi,2023-03,2.9,million kg/month,kakao|cocoa crop,Dinas
harga dasar,Koperasi,2021-11,25,USD/kg,floor price,Rapat
"""


def test_rows(write):
    table = ReferenceTable.read(write(COCOA))
    row = table.rows[1]
    assert len(table) == 3
    assert (row.table, row.number, row.column) == ("table.csv", 2, "value")
    assert (row.measure, row.entity, row.period) == ("hasil kakao", "Sulawesi", "2023-03")
    assert (str(row.value), row.unit) == ("2.9E+6", "kg/month")
    assert (row.aliases, row.source) == (("kakao", "cocoa crop"), "Dinas")
    assert [row.number for row in table.rows] == [1, 2, 3]
    assert [row.number for row in table.rows[1:]] == [2, 3]
    assert table.rows[-1] == table.row(2)


def test_keys_are_distinct_and_have_all_their_aliases(write):
    table = ReferenceTable.read(write(COCOA))
    assert [key.name for key in table.measures] == ["hasil kakao", "harga dasar"]
    assert table.measures[0].aliases == ("kakao", "biji coklat", "cocoa crop")
    assert [key.name for key in table.entities] == ["Sulawesi", "Koperasi"]


def test_find_sorts_by_period(write):
    table = ReferenceTable.read(
        write("indikator,wilayah,tahun,nilai\ninflasi,Aceh,2023,3\ninflasi,Bali,2022,2\ninflasi,Aceh,2021,1\n")
    )
    assert table.find("inflasi", "Aceh") == (2, 0)
    assert table.find("inflasi") == (2, 1, 0)
    assert table.find("inflasi", "Papua") == ()
    assert table.find("ekspor") == ()
    assert table.at("inflasi", "Aceh", "2023") == (0,)
    assert table.at("inflasi", None, "2022") == (1,)
    assert table.at("inflasi", "Aceh", "2020") == ()


def test_rows_without_entity_and_period(write):
    table = ReferenceTable.read(write("measure,value\nGDP,5\n"))
    assert (table.rows[0].entity, table.rows[0].period) == ("", "")
    assert table.find("GDP", "") == table.find("GDP") == (0,)


def test_blank_values_are_no_zeros(write):
    table = ReferenceTable.read(write("measure,entity,value\nGDP,NA,-\nGDP,ID,n/a\nGDP,MY,\nGDP,TH,0\n"))
    assert [row.value for row in table.rows] == [None, None, None, Decimal(0)]
    assert table.rows[0].entity == "NA"  # a country's code, not a blank


def test_bounds_tolerance_and_decimals(write):
    table = ReferenceTable.read(
        write("measure,value,unit,low,high,tolerance,decimals\nharga,4.1000001,ribu ton,4,4.2,0.05,1\nlain,2,%,,,2%,\n")
    )
    row, other = table.rows
    assert (str(row.value), str(row.low), str(row.high), row.tolerance) == ("4.1E+3", "4.0E+3", "4.2E+3", "5E+1")
    assert (other.low, other.high, other.tolerance) == (None, None, "2%")


def test_counts_have_a_noun_and_no_unit(write):
    row = ReferenceTable.read(write("indikator;nilai;satuan\npenduduk;270,2;juta orang\n")).rows[0]
    assert (str(row.value), row.unit, row.noun) == ("270.2E+6".replace("270.2E+6", "2.702E+8"), "", "orang")


def test_dimensions_and_links(write):
    table = ReferenceTable.read(
        write(
            "id,indikator,provinsi,jenis kelamin,tahun,nilai,status,per tanggal\n"
            "a1,TPT,Aceh,Laki-laki,2023,5.1,sementara,2024-02\n"
        )
    )
    row = table.rows[0]
    assert (row.key, row.dimensions, row.status, row.as_of) == (
        "a1",
        {"jenis kelamin": "Laki-laki"},
        "provisional",
        "2024-02",
    )


def test_units_inside_cells_win(write):
    table = ReferenceTable.read(write('measure,value,unit\na,"Rp1.500.000",USD\nb,"4,1 juta",barel/hari\nc,"5,1%",\n'))
    assert [(str(row.value), row.unit) for row in table.rows] == [
        ("1500000", "IDR"),
        ("4.1E+6", "barrel/day"),
        ("5.1", "percent"),
    ]


def test_several_files_and_folders(write, tmp_path):
    one, other = write("measure,value\nGDP,5\nGDP,6\n", "a.csv"), write("measure,value\ninflation,2\n", "b.csv")
    write("no table", "readme.md")
    for source in ([one, other], tmp_path, str(tmp_path), iter([one, other])):
        table = ReferenceTable.read(source)
        assert [(row.table, row.number) for row in table.rows] == [("a.csv", 1), ("a.csv", 2), ("b.csv", 1)]
        assert table.name == "a.csv, b.csv"


def test_lines_that_are_no_rows_are_not_counted(write):
    table = ReferenceTable.read(write("\n\nmeasure,value\n\nGDP,5\n\n\nGDP,6\n"))
    assert [row.number for row in table.rows] == [1, 2]


def test_titles_above_the_header(write):
    table = ReferenceTable.read(write("Tabel 1. Produksi,,\nSumber: BPS,,\nindikator,tahun,nilai\npadi,2023,5\n"))
    assert (table.rows[0].measure, table.rows[0].number) == ("padi", 1)


def test_encodings(write):
    text = "measure,entity,value\nluas,São Tomé,5\n"
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert ReferenceTable.read(write(text, encoding=encoding)).rows[0].entity == "São Tomé"
    assert ReferenceTable.read(write(text, encoding="cp1252"), encoding="cp1252").rows[0].entity == "São Tomé"


def test_line_ends(write):
    for end in ("\n", "\r\n", "\r"):
        assert len(ReferenceTable.read(write(f"measure,value{end}GDP,5{end}GDP,6{end}"))) == 2


UNUSABLE = [
    # table                                                     what the message says
    ("", "table.csv: the table is empty"),
    ("\ufeff", "table.csv: the table is empty"),
    ("\n\n \n", "table.csv: the table is empty"),
    ("measure,value\n", "table.csv: the table is empty: it has a header and no rows"),
    ("value\n5\n", "no header with two columns: found 'value'; is the separator right?"),
    ("measure,entity,unit\nGDP,ID,%\n", "no column for value (needed are measure and value); found are 'measure'"),
    ("entity,value\nID,5\n", "no column for measure (needed are measure and value); found are 'entity', 'value'"),
    ("entity,value\nID,5\n", "or fixed={'measure': '…'}"),
    ("foo,bar\n1,2\n", "no column for measure"),
    ("measure,value\nGDP,5\nGDP,lima\n", "table.csv: row 2, column 'value': 'lima' is no value; write a number"),
    ("measure,value\nGDP,1e999999999\n", "row 1, column 'value': '1e999999999' is no value"),
    ("measure,value\nGDP,=1+cmd|' /C calc'!A0\n", "\"=1+cmd|' /C calc'!A0\" is no value"),
    ("measure,value,unit\nGDP,5,%\nGDP,5,barell\n", "row 2, column 'unit': unit 'barell' is not known; write 'barel'"),
    ("measure,period,value\nGDP,2024-13,5\n", "row 1, column 'period': '2024-13' is no period; write 2024,"),
    ("measure,date,value\nGDP,03/04/2024,5\n", "day and month can be either: write 2024-06-30, or name the language"),
    ("measure,value\nGDP,1.234\n", "'1.234' can be read with either decimal mark; say which: decimal=','"),
    ("measure,value\nGDP,1.5\nGDP,\"2,5\"\n", "'1.5' and others in this column prove different decimal marks"),
    ("measure,value\nGDP,5\nGDP,6,7\n", "row 2 has 3 cells, the header has 2; quote a cell that holds the separator"),
    ("measure,value\nGDP,5,6,7\n", "row 1 has 4 cells, the header has 2; quote a cell that holds the separator"),
    ("measure,entity,value\nGDP,5\n", "row 1 has 2 cells, the header has 3"),
    ("measure,value,Value\nGDP,5,6\n", "columns 2 and 3 have the same header 'Value'"),
    ("measure,value,tolerance\nGDP,5,much\n", "'much' is no tolerance; write 0.05, or 2% of the value"),
    ("measure,value,value\n", "the table is empty"),
    ('measure,value\n"GDP,5\nGDP,6\n', "line 2: a quotation mark is never closed; close it, or double it"),
    ('measure,value\n"GDP"x,5\n', "line 2: text follows a closing quotation mark"),
    ("measure,value\nGDP,5\0\n", "row 1, column 'value': a NUL character; is this a text file?"),
    ("measure,value,unit,satuan\nGDP,5,%,%\n", "both for unit; say which: columns={'unit': 'unit'}"),
    (",".join(f"c{number}" for number in range(100_000)), "100,000 columns, more than 16,384 are not read"),
    ("measure,value\n" + "x" * 10_000_000 + ",5\n", "line 2: a cell of more than 131,072 characters"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), UNUSABLE)
def test_unusable_tables(write, text, message):
    with pytest.raises(TableError) as caught:
        ReferenceTable.read(write(text))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400


def test_semicolons_between_cells_tell_of_decimal_commas(write):
    text = "measure;value\nharga;12.500\nupah;47.250\n"
    table = ReferenceTable.read(write(text))
    assert [str(row.value) for row in table.rows] == ["12500", "47250"]
    assert any("as tables with ';' between their cells have it" in str(finding) for finding in table.findings)
    assert str(ReferenceTable.read(write(text), decimal=".").rows[0].value) == "12.500"
    assert str(ReferenceTable.read(write("measure;value\nharga;12.500\nupah;47.25\n")).rows[0].value) == "12.500"


def test_more_errors_are_counted(write):
    with pytest.raises(TableError, match=r"\(and 2 more: verifier lint-table lists them\)"):
        ReferenceTable.read(write("measure,value\nGDP,a\nGDP,b\nGDP,c\n"))


def test_files_that_cannot_be_read(tmp_path, write):
    with pytest.raises(TableError, match="no such file"):
        ReferenceTable.read(tmp_path / "missing.csv")
    with pytest.raises(TableError, match="no tables in this folder"):
        ReferenceTable.read(tmp_path)
    with pytest.raises(TableError, match=r"a table with the ending '\.doc' is not known"):
        ReferenceTable.read(write("x", "table.doc"))
    with pytest.raises(TableError, match=r"'\.gz' is not known; unpack it"):
        ReferenceTable.read(write("x", "table.csv.gz"))
    with pytest.raises(TableError, match=r"'\.xls' is not known; save it as XLSX or CSV"):
        ReferenceTable.read(write("x", "table.xls"))
    with pytest.raises(TableError, match="the list of paths is empty"):
        ReferenceTable.read([])
    with pytest.raises(InputTypeError, match="not int"):
        ReferenceTable.read(5)


def test_options_that_are_wrong(write):
    path = write("measure,value\nGDP,1.234\n")
    assert ReferenceTable.read(path, decimal=",").rows[0].value == 1234
    assert ReferenceTable.read(path, decimal=".").rows[0].value == Decimal("1.234")
    with pytest.raises(TableError, match=r"decimal must be '\.' or ','"):
        ReferenceTable.read(path, decimal=";")
    with pytest.raises(TableError, match="separator must be one character"):
        ReferenceTable.read(path, separator="ab")
    with pytest.raises(TableError, match="unknown encoding 'utf-99'"):
        ReferenceTable.read(path, encoding="utf-99")
    with pytest.raises(TableError, match=r"columns has no 'entty'; did you mean 'entity'\?"):
        ReferenceTable.read(path, columns={"entty": "x"})
    with pytest.raises(TableError, match="the layout names a column 'Provinsi' that is not there"):
        ReferenceTable.read(path, columns={"entity": "Provinsi"}, decimal=",")
    with pytest.raises(UnknownLanguage):
        ReferenceTable.read(path, language="xx")


def test_a_declared_mark_is_kept_to(write):
    with pytest.raises(TableError, match=r"'1\.5' is no value; with decimal mark ',' it is no well-formed number"):
        ReferenceTable.read(write("measure,value\nGDP,1.5\n"), decimal=",")


def test_rows_outside_the_table():
    table = ReferenceTable.from_records([{"measure": "GDP", "value": 5}])
    with pytest.raises(IndexError):
        table.row(1)
    with pytest.raises(IndexError):
        table.rows[-2]


def test_records():
    table = ReferenceTable.from_records(
        [{"measure": "GDP", "value": Decimal("4.10"), "unit": "%"}, {"measure": "GDP", "value": None}], name="memory"
    )
    assert [(row.table, row.number, row.value) for row in table.rows] == [
        ("memory", 1, Decimal("4.10")),
        ("memory", 2, None),
    ]
    with pytest.raises(VerifierError, match="empty"):
        ReferenceTable.from_records([])


def test_the_plain_value_of_a_row_is_that_of_the_row_unless_it_has_bounds():
    table = ReferenceTable.from_records(
        [
            {"measure": "hasil", "value": "1,7", "unit": "ribu ton", "tolerance": ""},
            {"measure": "stok", "value": "2,5", "unit": "ribu ton", "tolerance": "0,1"},
            {"measure": "sisa", "value": "", "unit": "ribu ton", "tolerance": ""},
        ],
        language="id",
    )
    assert table.plain_value(0) == (table.rows[0].value, table.rows[0].unit)
    assert table.plain_value(1) is None
    assert table.plain_value(2) is None
