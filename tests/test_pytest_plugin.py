"""Claims of documents as test items, in projects of their own."""

import json
import os
import sys
from importlib.metadata import entry_points
from pathlib import Path
from xml.etree import ElementTree

import pytest
from harvest import FALSE, TABLE, TRUE, UNKNOWN

from verifier import ReferenceTable, verify
from verifier.cli import main

INSTALLED = bool(entry_points(group="pytest11", name="cekangka"))
PLUGINS = [
    "-p",
    "no:hypothesispytest",
    *([] if INSTALLED else ["-p", "verifier.pytest_plugin"]),
]  # that one loads a lot
verify(TRUE, ReferenceTable.from_records([{"measure": "produksi", "value": "1"}]), language="id")  # loads all once

INI = """[pytest]
claims_documents = docs/**/*.md artikel.txt
claims_reference = data/rujukan.csv
claims_language = id
"""


@pytest.fixture
def project(pytester):
    """A project with a document, a table, a test of its own, and the plugin configured."""
    pytester.makeini(INI)
    (pytester.path / "docs" / "2023").mkdir(parents=True)
    (pytester.path / "data").mkdir()
    (pytester.path / "docs" / "2023" / "padi.md").write_text(f"# Padi\n\n{TRUE}\n\n{FALSE} {UNKNOWN}\n")
    (pytester.path / "data" / "rujukan.csv").write_text(TABLE)
    pytester.makepyfile("def test_of_its_own(): pass")
    return pytester


def run(pytester, *arguments):
    return pytester.runpytest_inprocess("-p", "no:cacheprovider", *PLUGINS, *arguments)


def names(result):
    return [
        line.split("::", 1)[1].split(" ", 1)[1] for line in result.outlines if line.startswith("docs/") and "::" in line
    ]


def test_each_claim_is_an_item_named_by_line_column_and_words(project):
    result = run(project, "-v")
    result.assert_outcomes(passed=2, failed=1, skipped=1)
    result.stdout.fnmatch_lines(
        [
            "claims: 1 document, reference: data/rujukan.csv",
            "docs/2023/padi.md::L3:45 9,14 juta ton PASSED*",
            "docs/2023/padi.md::L5:45 97,1 juta ton FAILED*",
            "docs/2023/padi.md::L5:69 40 SKIPPED (no evidence: *)*",
            "test_*.py::test_of_its_own PASSED*",
        ]
    )


def test_a_failure_reads_like_a_review(project):
    result = run(project)
    result.stdout.fnmatch_lines(
        [
            "_* docs/2023/padi.md:5:45: 97,1 juta ton _*",
            "refuted, value: row 2 says 9.71 million tons, not 97,1 juta ton; *",
            " * Produksi padi Jawa Timur pada 2023 mencapai 97,1 juta ton.",
            " *                                             ^^^^^^^^^^^^^",
            "*means * 97 100 000 metric_ton, 2023",
            "*row * rujukan.csv, row 2, nilai: produksi padi, Jawa Timur, 2023 = 9 710 000",
            "FAILED docs/2023/padi.md::L5:45 97,1 juta ton - refuted, value: row 2 says 9*",
        ]
    )
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*pytest_claims.py*")


SELECTIONS = [
    # arguments                                             passed, failed, skipped
    (["-k", "L3:45"],                                        (1, 0, 0)),
    (["-k", "L5 and ton"],                                  (0, 1, 0)),
    (["-m", "claims"],                                      (1, 1, 1)),
    (["-m", "not claims"],                                  (1, 0, 0)),
    (["docs"],                                              (1, 1, 1)),
    (["docs/2023/padi.md"],                                 (1, 1, 1)),
    (["docs/2023/padi.md::L3:45 9,14 juta ton"],            (1, 0, 0)),
    (["--no-claims"],                                       (1, 0, 0)),
    (["--claims-strict"],                                   (2, 2, 0)),
    (["-x", "docs"],                                        (1, 1, 0)),
    (["--claims-documents", "none.md"],                     (1, 0, 0)),
    (["-p", "no:claims-collector"],                         (1, 0, 0)),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "outcomes"), SELECTIONS)
def test_claims_are_selected_as_other_tests_are(project, arguments, outcomes):
    passed, failed, skipped = outcomes
    run(project, *arguments).assert_outcomes(passed=passed, failed=failed, skipped=skipped)


def test_a_claim_without_evidence_that_fails_tells_the_remedy(project):
    result = run(project, "--claims-strict", "docs")
    result.stdout.fnmatch_lines(
        [
            "no evidence, unknown *",
            " * Sebanyak 40 *",
            " * remedy    a row of the table, another name of one ('verifier suggest-aliases'), or a",
            " *           comment that names its row or exempts it",
        ]
    )
    assert "remedy    a row" not in run(project, "docs").stdout.str()


def test_only_what_failed_last_time(project):
    project.runpytest_inprocess(*PLUGINS)
    project.runpytest_inprocess("--lf", *PLUGINS).assert_outcomes(failed=1)


def test_documents_outside_the_test_folders_are_collected_too(project):
    project.makeini(INI + "testpaths = tests\n")
    project.mkdir("tests").joinpath("test_a.py").write_text("def test_a(): pass")
    run(project).assert_outcomes(passed=2, failed=1, skipped=1)
    run(project, "tests").assert_outcomes(passed=1)  # asked for no more than that


ODD = [
    "padi [1].md",
    "padi::baru.md",
    "padi & 'beras' (2023).md",
    "-padi.md",
    "padi.v1.2.md",
    "padi é😀.md",
    "[a]/b/c.md",
]


@pytest.mark.parametrize("name", ODD)
@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_documents_of_odd_names_are_collected_like_others(project, name):
    project.makeini(INI.replace("artikel.txt", "") + "testpaths = tests\n")
    project.mkdir("tests").joinpath("test_a.py").write_text("def test_a(): pass")
    (project.path / "docs" / "test_not_asked_for.py").write_text("def test_b(): assert False")
    (project.path / "docs" / "2023" / "padi.md").unlink()
    odd = project.path / "docs" / name
    odd.parent.mkdir(parents=True, exist_ok=True)
    odd.write_text(f"{TRUE}\n\n{FALSE}\n")
    result = run(project, "-v")
    result.assert_outcomes(passed=2, failed=1)
    assert f"docs/{name}:3:45: 97,1 juta ton" in result.stdout.str()


def test_decimal_points_in_names_of_items_are_shown_as_they_are(project):
    (project.path / "artikel.txt").write_text("Bobotnya 4.5 kg.")
    run(project, "-v", "artikel.txt").stdout.fnmatch_lines(["artikel.txt::L1:10 4.5 kg SKIPPED*"])
    run(project, "artikel.txt::L1:10 4.5 kg").assert_outcomes(skipped=1)


def test_a_document_named_on_the_command_line(project):
    project.makeini("[pytest]\n")
    (project.path / "surat.txt").write_text(FALSE)
    result = run(project, "surat.txt", "--claims", "--claims-reference", "data/rujukan.csv", "--claims-language", "id")
    result.assert_outcomes(failed=1)


def test_pyproject_holds_the_same_keys(project):
    (project.path / "tox.ini").unlink()
    project.makepyprojecttoml(
        '[tool.pytest.ini_options]\nclaims_documents = ["docs/**/*.md"]\nclaims_reference = ["data/rujukan.csv"]\n'
        'claims_language = "id"\nclaims_strict = true\n'
    )
    run(project).assert_outcomes(passed=2, failed=2)


def test_relative_dates_count_from_the_configured_date(project):
    project.makeini(INI + "claims_reference_date = 2024-02-01\n")
    (project.path / "artikel.txt").write_text("Produksi padi Jawa Barat tahun lalu mencapai 9,14 juta ton.")
    run(project, "artikel.txt").assert_outcomes(passed=1)


def test_explanations_are_in_the_configured_language(project):
    project.makeini(INI + "claims_interface = id\n")
    run(project).stdout.fnmatch_lines(["refuted, value: baris 2 menyebut 9,71 juta ton, *"])


def test_workers_collect_the_same_items(project):
    pytest.importorskip("xdist")
    run(project, "-n", "2").assert_outcomes(passed=2, failed=1, skipped=1)


def test_junit_has_a_case_a_claim(project):
    run(project, "--junitxml", "junit.xml", "docs")
    cases = {case.get("name"): case for case in ElementTree.parse(project.path / "junit.xml").iter("testcase")}
    assert set(cases) == {"L3:45 9,14 juta ton", "L5:45 97,1 juta ton", "L5:69 40"}
    failed = cases["L5:45 97,1 juta ton"]
    assert "97 100 000 metric_ton" in failed.find("failure").text
    assert {found.get("name"): found.get("value") for found in failed.iter("property")} == {
        "verdict": "refuted",
        "reason": "value",
    }


WRONG = [
    # ini                                                          message
    (INI.replace("rujukan.csv", "none.csv"),                       "*claims: *none.csv*"),
    (INI + "claims_reference_date = kemarin\n",                    "claims: claims_reference_date is a day *'kemarin'"),
]  # fmt: skip


@pytest.mark.parametrize(("ini", "message"), WRONG)
def test_a_wrong_configuration_stops_the_run_at_once(project, ini, message):
    project.makeini(ini)
    result = run(project)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"ERROR: {message}"])
    result.stdout.no_fnmatch_line("*Traceback*")


def test_a_wrong_table_does_not_matter_where_no_document_is_run(project):
    project.makeini(INI.replace("rujukan.csv", "none.csv"))
    result = run(project, next(project.path.glob("test_*.py")))
    result.assert_outcomes(passed=1)


def test_a_document_that_cannot_be_read_is_an_error_of_its_own(project):
    (project.path / "docs" / "b.md").write_bytes(b"caf\xe9")
    result = run(project, "docs")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*b.md: byte 3 (0xe9) is not utf-8*"])
    result.stdout.no_fnmatch_line("*Traceback*")


def test_the_fixture_checks_a_text(project):
    project.makepyfile(
        f"""
        def test_true(check_claims):
            assert check_claims("{TRUE}").report.ok

        def test_false(check_claims):
            check_claims("{FALSE}", language="id")

        def test_unknown(check_claims):
            check_claims("{UNKNOWN}")
        """
    )
    result = run(project, next(project.path.glob("test_*.py")))
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(["E * refuted  97,1 juta ton", "E * because * row 2 says 9.71 million tons*"])
    strict = run(project, next(project.path.glob("test_*.py")), "--claims-strict")
    strict.assert_outcomes(passed=1, failed=2)


SUITE = """
import json, sys

def test_a():
    print(json.dumps(sorted(sys.modules)), file=sys.__stderr__)
"""


def modules_of_a_suite(pytester, *arguments):
    """Return what a suite of its own has loaded, in a process in which no other plugin is."""
    ran = pytester.run(sys.executable, "-m", "pytest", "-s", "-p", "no:cacheprovider", *arguments)
    ran.assert_outcomes(passed=1)
    return set(json.loads(next(line for line in ran.errlines if line.startswith("["))))


def test_nothing_is_collected_or_loaded_unless_asked_for(pytester, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    (pytester.path / "a.md").write_text(FALSE)
    pytester.makepyfile(SUITE)
    without = modules_of_a_suite(pytester)
    loaded = modules_of_a_suite(pytester, "-p", "verifier.pytest_plugin")
    assert loaded - without == {"verifier", "verifier.pytest_plugin"}


@pytest.fixture
def with_baseline(project, monkeypatch):
    """The project with its one refuted claim written down as known."""
    monkeypatch.chdir(project.path)
    arguments = ["docs/2023/padi.md", "--language", "id", "--reference", "data/rujukan.csv", "--output", "known.json"]
    assert main(["baseline", *arguments, "--why", "a quotation"]) == 0
    project.makeini(INI + "claims_baseline = known.json\n")
    return project


def test_what_is_known_is_expected_to_fail(with_baseline):
    result = run(with_baseline, "-rx")
    result.assert_outcomes(passed=2, xfailed=1, skipped=1)
    result.stdout.fnmatch_lines(["XFAIL docs/2023/padi.md::L5:45 97,1 juta ton - known: a quotation*"])


def test_what_is_new_fails_and_what_is_gone_is_reported(with_baseline):
    (with_baseline.path / "docs" / "2023" / "padi.md").write_text(FALSE.replace("97,1", "79,1"))
    result = run(with_baseline)
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["claims: gone from docs/2023/padi.md, so write the baseline again: 97,1 juta ton: *"])


def test_what_is_gone_is_reported_by_workers_too(with_baseline):
    pytest.importorskip("xdist")
    (with_baseline.path / "docs" / "2023" / "padi.md").write_text(TRUE)
    result = run(with_baseline, "-n", "2")
    said = [line for line in result.outlines if "gone from docs/2023/padi.md" in line]
    assert len(said) == 1


@pytest.mark.parametrize("workers", [[], ["-n", "2"]])
def test_a_glob_that_matches_nothing_is_told_of(project, workers):
    if workers:
        pytest.importorskip("xdist")
    result = run(project, *workers, "docs")
    assert result.outlines.count("claims: no file matches 'artikel.txt' in claims_documents") == 1


def test_exempt_numbers_are_counted(project):
    document = project.path / "docs" / "2023" / "padi.md"
    document.write_text(f"{TRUE}\n\n<!-- claims: ignore, a quotation -->\n{FALSE}\n")
    result = run(project)
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["claims: 1 exempt in 1 document, which -v lists"])
    result = run(project, "-v")
    result.stdout.fnmatch_lines(
        [
            "claims: 1 exempt in 1 document",
            "claims: exempt docs/2023/padi.md:4:45: 97,1 juta ton (ignored: a quotation)",
        ]
    )


def test_numbers_of_plain_text_are_bound_in_a_file_of_their_own(project):
    (project.path / "artikel.txt").write_text("Panen raya: 9,14 juta ton, bukan 41 juta ton.")
    (project.path / "data" / "claims.toml").write_text(
        '["../artikel.txt"]\n"9,14 juta ton" = "fact: produksi padi|Jawa Barat|2023"\n'
        '"41 juta ton" = "claims: ignore, kutipan"\n'
    )
    project.makeini(INI + "claims_bindings = data/claims.toml\n")
    result = run(project, "artikel.txt", "--claims-strict")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["claims: 1 exempt in 1 document*"])
    wrong = run(project, "artikel.txt", "--claims-bindings", "none.toml")
    assert wrong.ret == pytest.ExitCode.USAGE_ERROR
    wrong.stderr.fnmatch_lines(["ERROR: claims: *none.toml: there is no such file"])


def test_a_broken_baseline_stops_the_run(with_baseline):
    (with_baseline.path / "known.json").write_text("{}")
    result = run(with_baseline)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: claims: *known.json: is no baseline of version 1*"])


def test_claims_as_parameters_of_a_test_of_ones_own(project):
    project.makepyfile(
        """
        import pytest
        from verifier.pytest_claims import claims_of

        @pytest.mark.parametrize("claim", claims_of("docs/2023/padi.md", "data/rujukan.csv", language="id"))
        def test_claim(claim):
            claim.check()
        """
    )
    result = run(project, "-v", next(project.path.glob("test_*.py")))
    result.assert_outcomes(passed=1, failed=1, skipped=1)
    result.stdout.fnmatch_lines(["*::test_claim[[]L3:45 9,14 juta ton[]] PASSED*", "E * refuted  97,1 juta ton"])


def test_the_figures_of_this_project_are_checked_like_any(pytester):
    figures = Path(__file__).parents[1] / "docs" / "figures.csv"
    (pytester.path / "figures.csv").write_bytes(figures.read_bytes())
    (pytester.path / "page.md").write_text(
        "4 languages<!-- fact: languages-all -->, or 5 languages<!-- fact: languages-all -->,\nand 7 dwarfs.\n"
    )
    pytester.makeini("[pytest]\nclaims_documents = page.md\nclaims_reference = figures.csv\nclaims_strict = true\n")
    result = run(pytester)
    result.assert_outcomes(passed=1, failed=2)
    result.stdout.fnmatch_lines(
        ["FAILED page.md::L1:45 5 - refuted, value: *4, not 5", "FAILED page.md::L2:5 7 - no evidence, *"]
    )
