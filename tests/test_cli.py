"""What the command line prints and returns; wrong use and wrong input end in one line and the code 2."""

import csv
import io
import json
import os
import subprocess
import sys

import pytest

from verifier.cli import main

ARTICLE = "Ekspor naik 3 persen menjadi 4,1 juta barel per hari pada Juni.\n"


@pytest.fixture
def article(tmp_path, monkeypatch):
    """A folder with one article, and the command running in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "artikel.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def run(arguments, **options):
    """Run the command in a process of its own, as a shell does."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **options.pop("environment", {})}
    command = [sys.executable, "-m", "verifier", *arguments]
    return subprocess.run(command, capture_output=True, env=environment, check=False, timeout=60, **options)


WRONG = [
    # arguments                                            what the one line says
    (["chek", "artikel.txt"],                              "there is no command 'chek'; there are extract, check"),
    (["chek", "artikel.txt"],                              "did you mean 'check'?"),
    (["--versio"],                                         "unrecognized arguments: --versio; see 'verifier --help'"),
    (["extract"],                                          "are required: FILE; see 'verifier extract --help'"),
    (["extract", "artikel.txt", "--format", "xml"],        "invalid choice: 'xml'"),
    (["extract", "b.txt"],                                 "b.txt: there is no such file"),
    (["extract", "."],                                     ".: is a folder; name the files in it"),
    (["extract", "latin.txt"],                             "latin.txt: byte 3 (0xe9) is not utf-8; name its encoding"),
    (["extract", "artikel.txt", "--language", "xx"],       "unknown language 'xx': known are "),
    (["extract", "none.txt"],                              "none.txt: cannot tell the language of the text; name it: "),
    (["extract", "artikel.txt", "--reference-date", "x"],  "--reference-date is a day such as 2024-10-14, not 'x'"),
    (["extract", "artikel.txt", "--output", "."],          ".: is a folder; name a file to write to"),
    (["extract", "artikel.txt", "--output", "no/a.txt"],   "no/a.txt: cannot be written: No such file or directory"),
    (["extract", "artikel.txt", "--encoding", "utf-9"],    "unknown encoding 'utf-9'"),
    (["extract", "a\x1b[31m\nb.txt"],                      "a\\x1b[31m b.txt: there is no such file"),
    (["extract", "a.jsonl"],                               "a.jsonl:2: there is no field 'text'; there are isi, id"),
    (["extract", "a.jsonl", "--format", "csv"],            "leave out --format csv"),
    (["extract", "bad.jsonl"],                             "bad.jsonl:1:2: is not JSON: Expecting property name"),
    (["extract", "list.jsonl"],                            "list.jsonl:1: is list, not an object"),
    (["extract", "artikel.txt", "--text-field", "isi"],    "artikel.txt:1:1: is not JSON"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_wrong_use_and_wrong_input_end_in_one_line(article, capsys, arguments, message):
    (article / "latin.txt").write_bytes(b"caf\xe9 3 persen")
    (article / "none.txt").write_text("12 34")
    (article / "a.jsonl").write_text('{"text": "Naik 3 persen pada Juni.", "id": 1}\n{"isi": "a", "id": 2}\n')
    (article / "bad.jsonl").write_text("{text: 1}\n")
    (article / "list.jsonl").write_text("[1]\n")
    assert main(arguments) == 2
    error = capsys.readouterr().err
    assert error.startswith("verifier: ")
    assert message in error
    assert error.count("\n") == 1


def test_without_a_command_the_help_is_shown(capsys):
    assert main([]) == 2
    assert "verifier check article.txt --reference figures.csv" in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], ["extract"], ["check"]])
def test_help_has_examples(capsys, command):
    with pytest.raises(SystemExit) as ended:
        main([*command, "--help"])
    assert ended.value.code == 0
    assert "examples:\n  verifier " in capsys.readouterr().out


def test_the_version_is_that_of_the_package(capsys):
    from verifier import __version__

    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"verifier {__version__} (cekangka)\n"


def test_extract_shows_a_table(article, capsys):
    assert main(["extract", "artikel.txt", "--reference-date", "2024-10-14"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "LINE:COL  TEXT                     KIND     MEANING",
        "1:13      3 persen                 percent  3 percent",
        "1:30      4,1 juta barel per hari  measure  4 100 000 barrel/day",
        "1:59      Juni                     date     XXXX-06, here 2024-06",
    ]


def test_relative_dates_count_from_the_first_date_of_the_text(article, capsys):
    (article / "b.txt").write_text("BALIKPAPAN, Senin (9/9/2024) - Ekspor naik 3 persen pada Juni.")
    assert main(["extract", "b.txt", "--language", "id"]) == 0
    assert "XXXX-06, here 2024-06" in capsys.readouterr().out


def test_extract_names_each_of_several_documents(article, capsys):
    (article / "b.txt").write_text("Harga turun 5 persen pada Mei.")
    assert main(["extract", "artikel.txt", "b.txt"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.endswith(".txt")] == ["artikel.txt", "b.txt"]


def test_extract_writes_a_line_of_json_a_document(article, capsys):
    assert main(["extract", "artikel.txt", "--format", "jsonl", "--language", "id"]) == 0
    [line] = capsys.readouterr().out.splitlines()
    found = json.loads(line)
    assert list(found) == ["document", "language", "mentions"]
    assert (found["document"], found["language"]) == ("artikel.txt", "id")
    assert found["mentions"][1] == {
        "start": 29, "end": 52, "text": "4,1 juta barel per hari", "kind": "measure", "value": "4100000",
        "unit": "barrel/day", "written": "4.1E+6", "noun": "", "modifier": None, "alt": [], "relative": False,
        "resolved": None,
    }  # fmt: skip


def test_extract_reads_json_lines_and_passes_other_fields_through(article, capsys):
    record = {"id": 7, "isi": "Naik 3 persen.", "sumber": "KSE"}
    (article / "a.jsonl").write_text(json.dumps(record) + "\n\n" + json.dumps(record) + "\n")
    assert main(["extract", "a.jsonl", "--text-field", "isi", "--language", "id"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["id"], first["sumber"], first["document"]) == (7, "KSE", "a.jsonl:1")
    assert "isi" not in first
    assert [mention["text"] for mention in first["mentions"]] == ["3 persen"]
    assert second["document"] == "a.jsonl:3"  # the line it stands on


def test_a_record_may_say_its_language_and_date(article, capsys):
    record = {"text": "Output rose 3 percent yesterday.", "language": "en", "reference_date": "2024-10-14"}
    (article / "a.jsonl").write_text(json.dumps(record))
    assert main(["extract", "a.jsonl"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [mention["resolved"] for mention in found["mentions"]] == [None, "2024-10-13"]


def test_extract_writes_csv_with_one_header(article, capsys):
    (article / "=b.txt").write_text("Harga turun 5-10 persen, skor 2-1, kira-kira 1.805 unit.")
    assert main(["extract", "artikel.txt", "=b.txt", "--format", "csv", "--language", "id"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["text"] for row in rows][:2] == ["3 persen", "4,1 juta barel per hari"]
    assert (rows[1]["value"], rows[1]["unit"], rows[1]["line"], rows[1]["column"]) == (
        "4100000",
        "barrel/day",
        "1",
        "30",
    )
    assert rows[3]["document"] == "'=b.txt"  # no formula for a spreadsheet
    assert rows[3]["value"] == "5..10"
    assert [row["value"] for row in rows if row["kind"] == "ratio"] == ["2:1"]


def test_one_bad_document_does_not_stop_the_others(article, capsys):
    assert main(["extract", "b.txt", "artikel.txt"]) == 2
    printed = capsys.readouterr()
    assert "3 persen" in printed.out
    assert printed.err == "verifier: b.txt: there is no such file\n"


def test_output_replaces_the_file_only_when_all_is_written(article):
    (article / "out.csv").write_text("old")
    assert main(["extract", "artikel.txt", "--format", "csv", "--output", "out.csv"]) == 0
    assert (article / "out.csv").read_text(encoding="utf-8").startswith("document,line,")
    assert sorted(path.name for path in article.iterdir()) == ["artikel.txt", "out.csv"]


def test_a_failed_run_leaves_the_old_output(article, capsys):
    (article / "out.txt").write_text("old")
    assert main(["extract", "artikel.txt", "--language", "id", "--reference-date", "x", "--output", "out.txt"]) == 2
    assert (article / "out.txt").read_text() == "old"
    assert capsys.readouterr().err.count("\n") == 1


def test_standard_input_and_output_are_utf8_whatever_the_locale_says():
    text = "Harga 5 € – “naik” 3 persen 東京.".encode()
    ran = run(["extract", "-", "--language", "id"], input=text, environment={"PYTHONIOENCODING": "ascii"})
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "5 €".encode() in ran.stdout


def test_a_reader_that_goes_away_is_no_error(tmp_path):
    (tmp_path / "a.txt").write_text("Naik 3 persen. " * 20_000)
    command = f"'{sys.executable}' -m verifier extract a.txt --language id | head -n 1"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run(command, shell=True, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert ran.stderr == b""
    assert ran.stdout.startswith(b"LINE:COL")


def test_a_word_that_no_encoding_has_is_written_with_a_backslash(article):
    (article / "a.jsonl").write_text('{"id": "\\ud800", "text": "Naik 3 persen."}')
    ran = run(["extract", "a.jsonl", "--language", "id"], cwd=article)
    assert ran.returncode == 0
    assert json.loads(ran.stdout)["id"] == "\ud800"


def test_starting_loads_neither_pint_nor_dateparser_nor_a_parser_of_markup(article):
    code = (
        "import sys; from verifier.cli import main; main(['extract', 'artikel.txt']);"
        "heavy = {'pint', 'dateparser', 'markdown_it', 'justhtml', 'pandas', 'numpy', 'pytest', 'regex'};"
        "sys.exit(' '.join(heavy & set(sys.modules)) or 0)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run([sys.executable, "-c", code], cwd=article, env=environment, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")
