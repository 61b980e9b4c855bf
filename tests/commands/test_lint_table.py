"""``verifier lint-table`` shows how a table was understood, and ends with 0, 1 or 2: fine, findings, not readable."""

import json
from pathlib import Path

import pytest

from verifier.cli import main

GOOD = """indikator,provinsi,tahun,nilai,satuan
produksi padi,Aceh,2022,"1,5",juta ton
produksi padi,Bali,2022,"0,7",juta ton
"""
BAD = """indikator,tahun,nilai,satuan
harga beras,2023,12000,Rp/kg
harga beras,2023,13000,Rp/kg
harga beras,2999,14000,Rp/kg
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with tables, and the command running in it."""
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "good.csv": GOOD,
        "bad.csv": BAD,
        "unit.csv": "indikator,tahun,nilai,satuan\nproduksi padi,2023,9.7,juta barell\n",
        "unclear.csv": "indikator,tahun,nilai\nharga beras,2023,12.500\n",
        "bare.csv": "tahun;nilai\n2023;2,61\n",
        "merged.csv": "provinsi,tahun,luas_km2\nAceh,2022,5\n,2023,6\n",
        "dozens.csv": "indikator,nilai,satuan\nproduksi,5,keranjang\n",
        "empty.csv": "",
        "names.toml": '"produksi padi" = ["panen padi"]\n',
        "latin.csv": GOOD.replace("Aceh", "Acéh"),
    }.items():
        Path(name).write_text(text, encoding="latin-1" if name == "latin.csv" else "utf-8")
    Path("data").mkdir()
    Path("data/one.csv").write_text(GOOD, encoding="utf-8")
    Path("data/two.csv").write_text(GOOD, encoding="utf-8")
    return tmp_path


def test_a_clean_table_is_shown_as_it_was_understood(folder, capsys):
    assert main(["lint-table", "good.csv", "--rows", "1"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "good.csv: 2 tidy rows",
        "  separator ','",
        "  read as a tidy table with its values in: 'nilai'",
        "  entity in 'provinsi'; measure in 'indikator'; unit in 'satuan'; period in 'tahun'",
        "  column 'nilai': decimal mark ',', proven: '1,5'",
        "",
        "  ROW  COLUMN  MEASURE        ENTITY  PERIOD  VALUE   UNIT",
        "  1    nilai   produksi padi  Aceh    2022    1.5E+6  metric_ton",
        "  … and 1 more",
        "",
        "good.csv: no errors, no warnings",
    ]


def test_faults_have_their_place_and_remedy(folder, capsys):
    assert main(["lint-table", "bad.csv", "--rows", "0"]) == 1
    assert (
        capsys.readouterr().out.splitlines()[-7:]
        == [
            "  error    row 2, column 'nilai': contradicts row 1: 13000 and 12000 for 'harga beras', 2023",
            "           remedy: keep one, or tell them apart by a column such as as_of or status",
            "  warning  row 3, column 'nilai': 2999 lies in the future",
            "           remedy: is the year right? Say status=target or forecast where it is one",
            "",
            "bad.csv: 1 error, 1 warning",
        ][-7:]
        or capsys
    )


def test_json_has_the_findings_and_the_tidy_rows(folder, capsys):
    assert main(["lint-table", "bad.csv", "--format", "json", "--rows", "1"]) == 1
    form = json.loads(capsys.readouterr().out)
    assert (form["table"], form["ok"], form["size"]) == ("bad.csv", False, 3)
    assert form["findings"][0] == {
        "code": "contradiction", "severity": "error", "table": "bad.csv", "row": 2, "column": "nilai",
        "message": "contradicts row 1: 13000 and 12000 for 'harga beras', 2023",
        "remedy": "keep one, or tell them apart by a column such as as_of or status",
    }  # fmt: skip
    [row] = form["rows"]
    assert (row["row"], row["column"], row["value"], row["unit"]) == ("1", "nilai", "12000", "IDR/kg")


def test_several_tables_are_several_and_a_folder_is_one(folder, capsys):
    assert main(["lint-table", "good.csv", "bad.csv", "--format", "json"]) == 1
    assert [form["table"] for form in json.loads(capsys.readouterr().out)] == ["good.csv", "bad.csv"]
    assert main(["lint-table", "data"]) == 1
    said = capsys.readouterr().out
    assert said.startswith("data: 4 tidy rows\n  one.csv: separator ','\n")
    assert "warning  two.csv: row 1, column 'nilai': says the same as row 1 of one.csv for 'produksi padi'" in said


def test_output_goes_into_a_file(folder, capsys):
    assert main(["lint-table", "good.csv", "--output", "said.txt"]) == 0
    assert capsys.readouterr().out == ""
    assert Path("said.txt").read_text(encoding="utf-8").startswith("good.csv: 2 tidy rows\n")


READABLE_WITH = [
    # table          options                                       what shows that they were heeded
    ("unclear.csv",  ["--decimal", ","],                            "12500"),
    ("unclear.csv",  ["--decimal", "."],                            "12.500"),
    ("bare.csv",     ["--fixed", "measure=inflasi", "--fixed", "unit=%"], "inflasi  2023    2.61   percent"),
    ("bare.csv",     ["--separator", ";", "--header", "1", "--fixed", "measure=inflasi"], "inflasi"),
    ("bare.csv",     ["--column", "measure=tahun"],                 "2023"),
    ("merged.csv",   ["--fill-down", "provinsi"],                   "2    luas_km2  luas     Aceh    2023"),
    ("dozens.csv",   ["--counted", "keranjang"],                    "keranjang"),
    ("good.csv",     ["--aliases", "names.toml", "--language", "id"], "produksi padi"),
    ("latin.csv",    ["--table-encoding", "latin-1"],                "Acéh"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "options", "shown"), READABLE_WITH)
def test_options_say_how_a_table_is_read(folder, capsys, table, options, shown):
    assert main(["lint-table", table, *options]) == 0
    assert shown in capsys.readouterr().out


UNUSABLE = [
    # arguments                                   what is said, and how it ends
    (["unit.csv"],                                "row 1, column 'satuan': unit 'juta barell': 'barell' is not", 1),
    (["unclear.csv"],                             "'12.500' can be read with either decimal mark", 1),
    (["bare.csv"],                                "no column for measure", 1),
    (["dozens.csv"],                              "unit 'keranjang' is taken for what is counted", 1),
    (["none.csv"],                                "error    no such file", 2),
    (["none.csv", "good.csv"],                    "error    no such file", 2),
    (["empty.csv"],                               "the table is empty", 2),
    (["latin.csv", "--table-encoding", "utf-8"],   "error    not UTF-8 at byte 54; save the file as UTF-8", 2),
    (["good.csv", "--table-encoding", "utf-9"],      "utf-9", 2),
    (["good.csv", "--decimal", "x"],              "decimal must be '.' or ',', not 'x'", 2),
    (["good.csv", "--separator", "xy"],           "separator must be one character such as ';', not 'xy'", 2),
    (["good.csv", "--header", "0"],               "header must be the header's row, counted from 1, not 0", 2),
    (["good.csv", "--column", "entiti=provinsi"], "columns has no 'entiti'; did you mean 'entity'?", 2),
    (["good.csv", "--fixed", "value=5"],          "fixed has no 'value'", 2),
    (["good.csv", "--fill-down", "kota"],         "fill_down names a column 'kota' that is not there", 2),
    (["good.csv", "--aliases", "no.toml"],        "no.toml: no such alias file", 2),
    (["."],                                       "contradicts", 2),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "message", "code"), UNUSABLE)
def test_what_is_wrong_with_a_table_is_a_finding(folder, capsys, arguments, message, code):
    assert main(["lint-table", *arguments]) == code
    assert message in capsys.readouterr().out


WRONG = [
    # arguments                                 what the one line says
    ([],                                        "the following arguments are required: FILE; see 'verifier lint-table"),
    (["good.csv", "--rows", "-1"],              "argument --rows: '-1' is no number of rows"),
    (["good.csv", "--rows", "viele"],           "argument --rows: 'viele' is no number of rows"),
    (["good.csv", "--fixed", "inflasi"],        "argument --fixed: 'inflasi' is not NAME=TEXT"),
    (["good.csv", "--column", "entity="],       "argument --column: 'entity=' is not NAME=TEXT"),
    (["good.csv", "--header", "satu"],          "argument --header: invalid int value: 'satu'"),
    (["good.csv", "--format", "xml"],           "invalid choice: 'xml'"),
    (["good.csv", "--language", "xx"],          "unknown language 'xx'"),
    (["good.csv", "--output", "no/a.txt"],      "no/a.txt: cannot be written: No such file or directory"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_wrong_use_ends_in_one_line(folder, capsys, arguments, message):
    assert main(["lint-table", *arguments]) == 2
    error = capsys.readouterr().err
    assert error.startswith("verifier: ")
    assert message in error
    assert error.count("\n") == 1


def test_what_a_cell_holds_cannot_steer_the_terminal(folder, capsys):
    Path("evil.csv").write_text("indikator,tahun,nilai\nharga\x1b[31m,2023,5\n", encoding="utf-8")
    main(["lint-table", "evil.csv"])
    said = capsys.readouterr().out
    assert "\x1b" not in said
    assert "harga\\x1b[31m" in said


@pytest.mark.parametrize("command", ["check", "fix", "suggest-aliases"])
def test_what_the_message_of_a_table_advises_can_be_said_to_every_command(folder, capsys, command):
    Path("a.txt").write_text("Harga beras pada 2023 naik.\n", encoding="utf-8")
    assert main([command, "a.txt", "--language", "id", "--reference", "unclear.csv"]) == 2
    assert "(--decimal)" in capsys.readouterr().err
    assert main([command, "a.txt", "--language", "id", "--reference", "unclear.csv", "--decimal", ","]) == 0
