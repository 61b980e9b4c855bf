"""Checked documents in, notes on the lines of a change out, as GitHub and GitLab show them."""

import json
from collections.abc import Sequence

from verifier.reports.checked import Checked
from verifier.reports.findings import Finding, Policy, findings

__all__ = ["github", "gitlab"]

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = {**_DATA, **str.maketrans({":": "%3A", ",": "%2C"})}


def github(documents: Sequence[Checked], policy: Policy | None = None) -> str:
    """Return one workflow command a finding; nothing in it can begin another."""
    return "".join(_command(finding) for finding in findings(documents, policy))


def _command(finding: Finding) -> str:
    verdict = finding.verdict
    places = {
        "file": finding.document,
        "line": str(verdict.line),
        "col": str(verdict.column),
        "title": f"{verdict.label}: {verdict.reason}".replace("_", " "),
    }
    properties = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in places.items())
    return f"::{finding.level} {properties}::{finding.message.translate(_DATA)}\n"


def gitlab(documents: Sequence[Checked], policy: Policy | None = None) -> str:
    """Return a Code Quality report."""
    found = [
        {
            "description": finding.message,
            "check_name": str(finding.verdict.reason),
            "fingerprint": finding.fingerprint,
            "severity": "major" if finding.level == "error" else "minor",
            "location": {"path": finding.document, "lines": {"begin": finding.verdict.line}},
        }
        for finding in findings(documents, policy)
    ]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
