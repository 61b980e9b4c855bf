"""Checked documents in, a SARIF 2.1.0 log out, as code scanning reads it."""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from verifier import __version__
from verifier.lines import Lines
from verifier.reports.checked import Checked
from verifier.reports.findings import Finding, Policy, findings
from verifier.verdict import Reason

__all__ = ["RULES", "render"]

RULES = {
    Reason.VALUE: "The row says another value",
    Reason.MODIFIER: "The row lies outside what the words around the number allow",
    Reason.RANGE: "The row lies outside the range",
    Reason.DIRECTION: "The rows move the other way",
    Reason.UNIT: "The unit is another one",
    Reason.RANK: "The rows are ranked otherwise",
    Reason.CONSISTENCY: "The text contradicts itself",
    Reason.NO_ROW: "No row speaks of the claim",
    Reason.OTHER_PERIOD: "The rows speak of another period",
    Reason.OTHER_UNIT: "The rows are in a unit that does not convert",
    Reason.OTHER_STATUS: "The rows are of another status, such as a target",
    Reason.UNKNOWN_ENTITY: "The table does not know the entity",
    Reason.UNKNOWN_MEASURE: "The table does not know the measure",
    Reason.AMBIGUOUS: "Several rows fit the claim equally well",
    Reason.NO_TABLE: "There is no table to check against",
}


def render(documents: Sequence[Checked], policy: Policy | None = None) -> str:
    """Return the log; rule ids are the reason codes, fingerprints stay when lines move."""
    lines = {checked.document.name: Lines(checked.document.source) for checked in documents}
    results = [_result(finding, lines[finding.checked.document.name]) for finding in findings(documents, policy)]
    run = {
        "tool": {
            "driver": {
                "name": "cekangka",
                "version": __version__,
                "rules": [
                    {
                        "id": str(reason),
                        "shortDescription": {"text": said},
                        "defaultConfiguration": {"level": "warning"},
                    }
                    for reason, said in RULES.items()
                ],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": _location(name)} for name in lines],
        "results": results,
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(finding: Finding, lines: Lines) -> dict[str, Any]:
    verdict = finding.verdict
    location = _location(finding.checked.document.name)
    region = {**_region(verdict.start, verdict.end, lines), "snippet": {"text": verdict.text}}
    result: dict[str, Any] = {
        "ruleId": str(verdict.reason),
        "ruleIndex": list(RULES).index(verdict.reason),
        "level": finding.level,
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": {"artifactLocation": location, "region": region}}],
        "partialFingerprints": {"claim/v1": finding.fingerprint},
    }
    if verdict.edits:
        replacements = [
            {"deletedRegion": _region(edit.start, edit.end, lines), "insertedContent": {"text": edit.text}}
            for edit in verdict.edits
        ]
        change = {"artifactLocation": location, "replacements": replacements}
        result["fixes"] = [{"description": {"text": verdict.suggestion or ""}, "artifactChanges": [change]}]
    return result


def _location(name: str) -> dict[str, str]:
    return {"uri": quote(name.replace("\\", "/"))}


def _region(start: int, end: int, lines: Lines) -> dict[str, int]:
    line, column = lines.place(start)
    end_line, end_column = lines.place(end)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
