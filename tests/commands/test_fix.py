"""``verifier fix``: the suggested wording as a diff, or in the file, and nothing else in it touched."""

from dataclasses import replace
from pathlib import Path

import pytest

from verifier import ReferenceTable
from verifier.cli import main
from verifier.documents import make_document
from verifier.mending import mend
from verifier.reports.checked import check

TABLE = "indikator,provinsi,tahun,nilai,satuan\nproduksi padi,Jawa Timur,2023,9.7,juta ton\n"
FALSE = "Produksi padi Jawa Timur pada 2023 mencapai 97 juta ton, kata dinas itu.\n"
RIGHT = FALSE.replace("97 juta", "9,7 juta")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("t.csv").write_text(TABLE)
    Path("a.txt").write_text(FALSE)
    return tmp_path


def fix(*arguments):
    return main(["fix", *arguments, "--language", "id", "--reference", "t.csv"])


def suggested():
    """Return the right wording as the checking suggests it, which is tested elsewhere."""
    from verifier import verify

    [verdict] = verify(FALSE, ReferenceTable.read("t.csv"), language="id").verdicts
    return FALSE[: verdict.start] + verdict.suggestion + FALSE[verdict.end :]


def test_a_diff_is_shown_and_nothing_written(folder, capsys):
    assert fix("a.txt") == 1
    assert capsys.readouterr().out.splitlines() == [
        "--- a.txt", "+++ a.txt", "@@ -1 +1 @@", f"-{FALSE.strip()}", f"+{suggested().strip()}",
    ]  # fmt: skip
    assert Path("a.txt").read_text() == FALSE


def test_written_in_place_the_document_holds_then(folder, capsys):
    Path("a.txt").chmod(0o640)
    assert fix("a.txt", "--write") == 0
    assert capsys.readouterr().err == "a.txt: 1 mended\n"
    assert Path("a.txt").read_text() == suggested()
    assert Path("a.txt").stat().st_mode & 0o777 == 0o640
    assert main(["check", "a.txt", "--language", "id", "--reference", "t.csv", "--strict"]) == 0
    assert fix("a.txt", "--write") == 0
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "t.csv"]


ENCODED = [
    # before the text, encoding, line ends
    (b"", "utf-8", "\r\n"),
    (b"\xef\xbb\xbf", "utf-8", "\n"),
    (b"\xff\xfe", "utf-16-le", "\r\n"),
    (b"", "cp1252", "\n"),
]


@pytest.mark.parametrize(("mark", "encoding", "end"), ENCODED)
def test_encoding_mark_and_line_ends_stay(folder, mark, encoding, end):
    around = f"Caf\u00e9.{end}", f"Akhir.{end}"
    Path("a.txt").write_bytes(mark + (around[0] + FALSE + around[1]).encode(encoding))
    assert fix("a.txt", "--write", "--encoding", "cp1252" if encoding == "cp1252" else "utf-8") == 0
    assert Path("a.txt").read_bytes() == mark + (around[0] + suggested() + around[1]).encode(encoding)


def test_markup_around_a_number_stays(folder):
    Path("a.md").write_text(f"# Padi\n\n> {FALSE.replace('97 juta ton', '**97 juta ton**')}")
    assert fix("a.md", "--write") == 0
    written = suggested()[FALSE.index("97") : suggested().index(",", FALSE.index("97") + 3)]
    assert Path("a.md").read_text() == f"# Padi\n\n> {FALSE.replace('97 juta ton', f'**{written}**')}"


@pytest.mark.parametrize(("name", "mended"), [("a.txt", 1), ("a.md", 0), ("a.html", 0)])
def test_words_that_would_be_read_as_markup_are_left_to_people(folder, name, mended):
    table = ReferenceTable.read("t.csv")
    checked = check(make_document(FALSE, name=name), table, language="id")
    [verdict] = checked.verdicts
    edits = tuple(replace(edit, text="<9,7> juta ton") for edit in verdict.edits)
    report = replace(checked.report, verdicts=(replace(verdict, edits=edits),))
    assert len(mend(replace(checked, report=report)).done) == mended


def test_a_verb_that_two_claims_turn_is_turned_once(folder):
    Path("t.csv").write_text(f"{TABLE}produksi padi,Jawa Timur,2022,9.5,juta ton\n")
    Path("a.txt").write_text("Pada 2023 produksi padi Jawa Timur turun 0,2 juta ton menjadi 97 juta ton.\n")
    assert fix("a.txt", "--write") == 0
    assert Path("a.txt").read_text() == "Pada 2023 produksi padi Jawa Timur naik 0,2 juta ton menjadi 9,7 juta ton.\n"


def test_words_that_markup_breaks_up_are_left_to_people(folder, capsys):
    Path("a.md").write_text(FALSE.replace("97 juta", "9*7* juta"))
    assert fix("a.md", "--write") == 1
    assert "a.md:1:45: 97 juta ton: to be mended by hand: " in capsys.readouterr().err
    assert Path("a.md").read_text() == FALSE.replace("97 juta", "9*7* juta")


WRONG = [
    (["-", "--write"], "--write changes the documents in place; leave out '-' and --output"),
    (["a.txt", "--write", "--output", "b.txt"], "--write changes the documents in place"),
    (["none.txt"], "none.txt: there is no such file"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_wrong_use(folder, capsys, arguments, message):
    assert fix(*arguments) == 2
    assert message in capsys.readouterr().err
