"""A file of known findings in, which of today's findings are news out; and the file itself, written anew."""

import json
import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verifier.data_files import read_json
from verifier.errors import InputError
from verifier.reports.findings import Finding

__all__ = ["Baseline", "read_baseline", "write_baseline"]

VERSION = 1
NO_REASON = ""
_REMEDY = "restore it, or write it anew with 'verifier baseline'"


@dataclass(frozen=True, slots=True)
class Baseline:
    """Fingerprint = what is known: the document, the words, what is wrong, and why it stays."""

    entries: Mapping[str, Mapping[str, str]]

    @property
    def known(self) -> frozenset[str]:
        """The fingerprints of all known findings."""
        return frozenset(self.entries)

    def of_others(self, documents: Iterable[str]) -> list[Mapping[str, str]]:
        """Return the entries about other documents than these."""
        checked = {posixpath.normpath(name.replace("\\", "/")) for name in documents}
        return [entry for entry in self.entries.values() if entry["document"] not in checked]

    def gone(self, documents: Iterable[str], found: Iterable[Finding]) -> list[Mapping[str, str]]:
        """Return the entries about these documents that no finding of today answers to."""
        others = {id(entry) for entry in self.of_others(documents)}
        today = {finding.fingerprint for finding in found}
        return [entry for key, entry in self.entries.items() if id(entry) not in others and key not in today]


def read_baseline(path: str | Path) -> Baseline:
    """Return the known findings in the file `path`.

    Raises:
        InputError: there is no such file, or it is broken; a broken one never counts as an empty one.
    """
    form = read_json(Path(path), error=InputError, name=str(path), remedy=_REMEDY)
    if not isinstance(form, dict) or form.get("version") != VERSION or not isinstance(form.get("findings"), list):
        raise InputError(f"{path}: is no baseline of version {VERSION}; {_REMEDY}")
    entries: dict[str, Mapping[str, str]] = {}
    for number, entry in enumerate(form["findings"], start=1):
        if not isinstance(entry, dict) or not all(
            isinstance(entry.get(key), str) for key in ("fingerprint", "document")
        ):
            raise InputError(f"{path}: finding {number} has no fingerprint and document; {_REMEDY}")
        entries[entry["fingerprint"]] = entry
    return Baseline(entries)


def write_baseline(
    found: Iterable[Finding],
    *,
    before: Baseline | None = None,
    kept: Iterable[Mapping[str, str]] = (),
    why: str = NO_REASON,
) -> str:
    """Return the text of a baseline with these findings, and with the entries that are `kept` of the old one.

    Reasons that people wrote into the old one stay.
    """
    old = before.entries if before else {}
    entries = [_entry(finding, old.get(finding.fingerprint, {}).get("why") or why) for finding in found]
    entries += [dict(entry) for entry in kept]
    form = {
        "version": VERSION,
        "findings": sorted(entries, key=lambda entry: (entry["document"], entry["fingerprint"])),
    }
    return json.dumps(form, ensure_ascii=False, indent=2) + "\n"


def _entry(finding: Finding, why: str) -> dict[str, Any]:
    return {
        "fingerprint": finding.fingerprint,
        "document": finding.document,
        "text": finding.verdict.text,
        "said": finding.message,
        "why": why,
    }
