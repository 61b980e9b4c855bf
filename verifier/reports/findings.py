"""A checked document in, what a build should complain about out, each with a fingerprint that outlives edits."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.model import Label, Severity, Verdict
from verifier.reports.checked import Checked
from verifier.reports.visible import visible

__all__ = ["Finding", "findings", "worth_saying"]

_AROUND = 3  # words on each side that belong to a fingerprint
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim that fails, in its document."""

    checked: Checked
    verdict: Verdict
    fingerprint: str

    @property
    def level(self) -> str:
        """How loud to say it: error for what changes the message, else warning."""
        return "error" if self.verdict.severity is Severity.MAJOR else "warning"

    @property
    def message(self) -> str:
        """One line: the claim, what is wrong with it, and what would be right."""
        return worth_saying(self.verdict)


def findings(documents: Sequence[Checked], *, strict: bool = False) -> Iterator[Finding]:
    """Yield what is refuted and, where `strict`, what has no evidence."""
    failing = [Label.REFUTED, Label.NOT_ENOUGH_INFO] if strict else [Label.REFUTED]
    for checked in documents:
        seen: Counter[str] = Counter()
        for verdict in checked.verdicts:
            if verdict.label in failing:
                key = _key(checked, verdict)
                seen[key] += 1
                yield Finding(checked, verdict, _digest(f"{key}|{seen[key]}"))


def _key(checked: Checked, verdict: Verdict) -> str:
    """Return what makes a claim the same claim after the text around it moved: its words, and those beside it."""
    source = checked.document.source
    before = _WORD.findall(source[max(verdict.start - 100, 0) : verdict.start])[-_AROUND:]
    after = _WORD.findall(source[verdict.end : verdict.end + 100])[:_AROUND]
    words = " ".join([*before, "[", *verdict.text.split(), "]", *after])
    return "|".join((checked.document.name.replace("\\", "/"), words, verdict.label, verdict.relation))


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def worth_saying(verdict: Verdict) -> str:
    """Return a verdict in one line."""
    said = f"{verdict.text}: {verdict.explanation or verdict.reason}"
    return visible(f"{said}; better: {verdict.suggestion}" if verdict.suggestion else said)
