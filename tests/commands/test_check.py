"""``verifier check`` and what belongs to it: exit codes, forms, the baseline, changed lines, watching."""

import json
import subprocess
from pathlib import Path

import pytest
from harvest import FALSE, TABLE, TRUE, UNKNOWN

from verifier.baseline import read_baseline
from verifier.cli import main
from verifier.commands import watch
from verifier.errors import InputError
from verifier.revisions import changed_lines


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    Path("t.csv").write_text(TABLE)
    Path("true.txt").write_text(f"{TRUE}\n")
    Path("false.txt").write_text(f"{TRUE}\n\n{FALSE}\n")
    Path("unknown.txt").write_text(f"{UNKNOWN}\n")
    return tmp_path


def check(*arguments):
    return main(["check", *arguments, "--language", "id", "--reference", "t.csv"])


CODES = [
    # arguments                                 exit code
    (["true.txt"],                              0),
    (["false.txt"],                             1),
    (["unknown.txt"],                           0),
    (["unknown.txt", "--strict"],               1),
    (["true.txt", "false.txt"],                 1),
    (["true.txt", "none.txt"],                  2),
    (["false.txt", "none.txt"],                 2),  # what could not be read weighs more
    (["true.txt", "--reference", "none.csv"],   2),
    (["true.txt", "--baseline", "none.json"],   2),
    (["true.txt", "--changed-only", "HEAD"],    2),  # no repository
    (["true.txt", "--format", "pdf"],           2),
    (["-", "--watch"],                          2),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "code"), CODES)
def test_exit_codes(folder, capsys, arguments, code):
    assert check(*arguments) == code
    printed = capsys.readouterr()
    assert "Traceback" not in printed.err
    if code == 2:
        assert printed.err.startswith("verifier: ")
        assert printed.err.count("\n") == 1


def test_without_a_table_a_text_is_checked_against_itself(folder, capsys):
    Path("a.txt").write_text("Rapat berlangsung pada Senin (13/10/2024).")
    assert main(["check", "a.txt", "--language", "id"]) == 1
    assert "2024-10-13 was a Sunday" in capsys.readouterr().out


def test_explanations_are_in_the_language_that_is_asked_for(folder, capsys):
    assert check("false.txt", "--interface", "id") == 1
    assert "baris 2 menyebut 9,71 juta ton" in capsys.readouterr().out
    assert check("false.txt", "--interface", "xx") == 2
    assert "unknown language 'xx'" in capsys.readouterr().err


def test_json_is_the_stable_form(folder, capsys):
    assert check("false.txt", "--format", "json") == 1
    form = json.loads(capsys.readouterr().out)
    assert [verdict["verdict"] for verdict in form["verdicts"]] == ["supported", "refuted"]
    assert (form["document"], form["verdicts"][1]["line"], form["verdicts"][1]["rows"]) == ("false.txt", 3, [2])


@pytest.mark.parametrize("form", ["text", "json", "html", "sarif", "github", "gitlab", "claimreview"])
def test_every_form_can_be_written_to_a_file(folder, form):
    assert check("false.txt", "--format", form, "--output", "out") == 1
    assert "97,1 juta ton" in Path("out").read_text(encoding="utf-8")


def test_reviews_say_who_publishes_them(folder, capsys):
    published = ["--review-url", "https://example.org/cek", "--review-author", "Meja Angka"]
    assert check("false.txt", "--format", "claimreview", *published, "--review-date", "2024-10-15") == 1
    printed = capsys.readouterr()
    review = json.loads(printed.out)[1]
    assert (review["url"], review["datePublished"]) == ("https://example.org/cek#c1-2", "2024-10-15")
    assert printed.err == ""
    assert check("false.txt", "--format", "claimreview", "--review-author", "Meja Angka") == 1
    assert "--review-url" in capsys.readouterr().err
    assert check("false.txt", "--format", "claimreview", "--review-date", "kemarin") == 2
    assert "--review-date is a day such as 2024-10-14" in capsys.readouterr().err


def test_quiet_shows_only_what_fails(folder, capsys):
    assert check("true.txt", "false.txt", "--quiet") == 1
    printed = capsys.readouterr().out
    assert "true.txt" not in printed
    assert printed.count("because") == 1
    assert printed.endswith("3 claims: 2 supported, 1 refuted, 0 without evidence; coverage 100%\n")


def test_only_what_is_not_in_the_baseline_fails(folder, capsys):
    arguments = ["false.txt", "--language", "id", "--reference", "t.csv"]
    assert main(["baseline", *arguments, "--why", "quoted", "--output", "b.json"]) == 0
    assert capsys.readouterr().err == "b.json: 1 known\n"
    [entry] = json.loads(Path("b.json").read_text(encoding="utf-8"))["findings"]
    assert (entry["document"], entry["text"], entry["why"]) == ("false.txt", "97,1 juta ton", "quoted")

    assert check("./false.txt", "--baseline", "b.json") == 0
    assert capsys.readouterr().err == "baseline: 1 known, 0 new\n"
    Path("false.txt").write_text(f"Baru.\n\n{FALSE} {FALSE}\n")  # the known one has moved, and a second has come
    assert check("false.txt", "--baseline", "b.json", "--format", "github") == 1
    printed = capsys.readouterr()
    assert printed.err == "baseline: 1 known, 1 new\n"
    assert printed.out.count("::error") == 1


def test_what_is_gone_from_the_baseline_is_reported(folder, capsys):
    assert main(["baseline", "false.txt", "--language", "id", "--reference", "t.csv", "--output", "b.json"]) == 0
    Path("false.txt").write_text(TRUE)
    capsys.readouterr()
    assert check("false.txt", "true.txt", "--baseline", "b.json") == 0
    assert "baseline: gone from false.txt: 97,1 juta ton: " in capsys.readouterr().err
    assert check("true.txt", "--baseline", "b.json") == 0  # the other document was not looked at
    assert "gone" not in capsys.readouterr().err


def test_reasons_in_the_baseline_are_kept(folder):
    arguments = ["baseline", "false.txt", "--language", "id", "--reference", "t.csv", "--output", "b.json"]
    main([*arguments, "--why", "quoted"])
    main([*arguments, "--why", "other"])
    assert [entry["why"] for entry in read_baseline("b.json").entries.values()] == ["quoted"]


def test_what_the_baseline_says_of_other_documents_is_kept_while_they_are_there(folder, capsys):
    Path("other.txt").write_text(FALSE)
    Path("gone.txt").write_text(FALSE)
    options = ["--language", "id", "--reference", "t.csv", "--output", "b.json"]
    assert main(["baseline", "other.txt", "gone.txt", "false.txt", *options]) == 0
    Path("gone.txt").unlink()
    Path("false.txt").write_text(TRUE)
    capsys.readouterr()
    assert main(["baseline", "./false.txt", *options]) == 0
    assert capsys.readouterr().err == "b.json: 0 known, and 1 of other documents\n"
    assert [entry["document"] for entry in read_baseline("b.json").entries.values()] == ["other.txt"]


def test_no_baseline_is_written_where_a_document_cannot_be_read(folder):
    assert main(["baseline", "none.txt", "--output", "b.json"]) == 2
    assert not Path("b.json").exists()


BROKEN = [
    # content                                    message
    ("",                                         "b.json: is no JSON file"),
    ("[]",                                       "b.json: is no baseline of version 1"),
    ('{"version": 2, "findings": []}',           "b.json: is no baseline of version 1"),
    ('{"version": 1, "findings": [{}]}',         "b.json: finding 1 has no fingerprint and document"),
    ('{"version": 1, "findings": "none"}',       "b.json: is no baseline of version 1"),
    ("[" * 100_000,                              "b.json: nested too deeply"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "message"), BROKEN)
def test_a_broken_baseline_never_counts_as_empty(folder, content, message):
    Path("b.json").write_text(content)
    with pytest.raises(InputError, match=message):
        read_baseline("b.json")


def git(*arguments):
    configured = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *configured, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(folder):
    git("init")
    git("add", ".")
    git("commit", "-m", "a")
    return folder


def test_only_changed_lines_count(repository, capsys):
    assert check("false.txt", "--changed-only", "HEAD") == 0
    Path("false.txt").write_text(f"{TRUE}\n\n{FALSE}\n\n{FALSE.replace('97,1', '71,9')}\n")
    capsys.readouterr()
    assert check("false.txt", "--changed-only", "HEAD", "--format", "github") == 1
    [line] = capsys.readouterr().out.splitlines()
    assert "line=5" in line
    git("commit", "-a", "-m", "b")
    assert check("false.txt", "--changed-only", "HEAD") == 0
    assert check("false.txt", "--changed-only", "HEAD~1") == 1


@pytest.mark.parametrize("form", ["text", "json", "html", "claimreview"])
def test_only_changed_lines_are_shown(repository, capsys, form):
    Path("false.txt").write_text(f"{TRUE}\n\n{FALSE}\n\n{FALSE.replace('97,1', '71,9')}\n")
    assert check("false.txt", "--changed-only", "HEAD", "--format", form) == 1
    printed = capsys.readouterr().out
    assert "71,9 juta ton" in printed
    if form != "html":  # which shows the whole text
        assert "97,1 juta ton" not in printed


def test_all_lines_count_of_a_new_document_and_when_the_table_changed(repository):
    Path("new.txt").write_text(FALSE)
    assert check("new.txt", "--changed-only", "HEAD") == 1
    Path("t.csv").write_text(TABLE + "produksi padi,Banten,2023,1.69,juta ton\n")
    assert check("false.txt", "--changed-only", "HEAD") == 1


def test_all_lines_count_when_a_row_or_what_is_said_of_a_table_has_changed(repository):
    Path("t.csv").write_text(TABLE + "produksi padi,Banten,2023,1.69,juta ton\n")
    git("commit", "-a", "-m", "b")
    assert check("false.txt", "--changed-only", "HEAD") == 0
    Path("t.csv").write_text(TABLE)  # a row is gone, and no line is new
    assert check("false.txt", "--changed-only", "HEAD") == 1
    git("checkout", "t.csv")
    Path("t.claims.toml").write_text("")
    assert check("false.txt", "--changed-only", "HEAD") == 1
    Path("t.claims.toml").unlink()
    Path("bindings.toml").write_text("")
    assert check("false.txt", "--changed-only", "HEAD", "--bindings", "bindings.toml") == 1


def test_a_folder_of_tables_has_changed_where_one_of_them_has(repository):
    Path("tables").mkdir()
    Path("tables", "a.csv").write_text(TABLE)
    git("add", ".")
    git("commit", "-m", "b")
    arguments = ["check", "false.txt", "--language", "id", "--reference", "tables", "--changed-only", "HEAD"]
    assert main(arguments) == 0
    Path("tables", "b.csv").write_text(TABLE.replace("Jawa", "Pulau"))
    assert main(arguments) == 1


def test_a_claim_counts_where_another_line_of_its_sentence_has_changed(repository, capsys):
    start, rest = FALSE.split(" mencapai ")
    Path("a.md").write_text(f"{TRUE}\n\n{start.replace('2023', '2019')}\nmencapai {rest}\n")
    git("add", ".")
    git("commit", "-m", "b")
    Path("a.md").write_text(f"{TRUE}\n\n{start}\nmencapai {rest}\n")
    assert check("a.md", "--changed-only", "HEAD", "--format", "github") == 1
    assert "line=4" in capsys.readouterr().out


def test_changed_lines_are_numbered_as_in_the_file(repository):
    Path("false.txt").write_text(f"x\n{TRUE}\n\ny\nz\n")
    assert changed_lines("HEAD", "false.txt") == {1, 4, 5}


@pytest.mark.parametrize("revision", ["none", "--output=x", ""])
def test_a_revision_that_is_none(repository, revision):
    with pytest.raises(InputError, match=r"false\.txt: git says: there is no revision"):
        changed_lines(revision, "false.txt")
    assert not Path("x").exists()


@pytest.fixture
def between_looks(monkeypatch):
    """What happens while the watch sleeps, one step each time; after the last, its user stops it."""

    def happen(*steps):
        left = iter(steps)

        def sleep(seconds):
            step = next(left, None)
            if step is None:
                raise KeyboardInterrupt
            step()

        monkeypatch.setattr(watch.time, "sleep", sleep)

    return happen


def test_watching_shows_what_has_changed_and_nothing_else(folder, between_looks):
    shown = []
    between_looks(
        lambda: None,
        lambda: Path("false.txt").write_text("a"),
        lambda: Path("t.csv").write_text("b"),
        lambda: Path("true.txt").unlink(),  # as editors do, for a moment
    )
    with pytest.raises(KeyboardInterrupt):
        watch.watch(["true.txt", "false.txt"], lambda: ["t.csv"], lambda names, tables: shown.append((names, tables)))
    assert shown == [
        (["true.txt", "false.txt"], True),
        (["false.txt"], False),
        (["true.txt", "false.txt"], True),
        (["true.txt"], False),
    ]


@pytest.mark.parametrize("file", ["tables/a.csv", "tables/b.csv", "tables/a.claims.toml", "bindings.toml"])
def test_watching_shows_all_again_when_a_file_beside_the_documents_changes(folder, between_looks, capsys, file):
    Path("tables").mkdir()
    Path("tables", "a.csv").write_text(TABLE)
    Path("bindings.toml").write_text("")
    arguments = ["true.txt", "--language", "id", "--reference", "tables", "--bindings", "bindings.toml", "--watch"]
    written = {"tables/a.csv": TABLE, "tables/b.csv": TABLE.replace("Jawa", "Pulau")}.get(file, "")
    between_looks(lambda: None, lambda: Path(file).write_text(written + "\n"), lambda: None)
    assert main(["check", *arguments]) == 130
    assert capsys.readouterr().out.count("1 claim: ") == 2


def test_a_table_that_is_wrong_for_a_moment_does_not_end_the_watching(folder, between_looks, capsys):
    between_looks(lambda: Path("t.csv").write_text("nonsense"), lambda: Path("t.csv").write_text(TABLE))
    assert check("false.txt", "--watch") == 130
    printed = capsys.readouterr()
    assert printed.out.count("97,1 juta ton") >= 2
    assert printed.err.startswith("verifier: t.csv: ")
