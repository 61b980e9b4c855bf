"""A checked document in, what a build should complain about out, each with a fingerprint that outlives edits."""

import hashlib
import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from verifier.lines import Lines
from verifier.reports.checked import Checked
from verifier.reports.sentences import Sentences
from verifier.reports.visible import visible
from verifier.verdict import Label, Severity, Verdict

__all__ = ["Finding", "Policy", "findings", "touched"]

_AROUND = 3  # words on each side that belong to a fingerprint
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Which verdicts a build complains about: refuted ones, and with `strict` those without evidence too.

    Findings whose fingerprints are `known` do not count, nor those on lines that are not in `lines`
    (document = the lines that a change touches; None: all).
    """

    strict: bool = False
    known: frozenset[str] = frozenset()
    lines: Mapping[str, frozenset[int]] | None = None

    def fails(self, label: Label) -> bool:
        """Return whether a verdict of that label is something to complain about."""
        return label is Label.REFUTED or (self.strict and label is Label.NOT_ENOUGH_INFO)

    def touches(self, document: str, lines: Iterable[int]) -> bool:
        """Return whether one of those lines counts."""
        return self.lines is None or not self.lines.get(document, frozenset()).isdisjoint(lines)


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim that fails, in its document; `known` where it is no news."""

    checked: Checked
    verdict: Verdict
    fingerprint: str
    known: bool = field(default=False)

    @property
    def document(self) -> str:
        """The path of the document, written alike on every system."""
        return _path(self.checked.document.name)

    @property
    def level(self) -> str:
        """How loud to say it: error for what changes the message, else warning."""
        return "error" if self.verdict.severity is Severity.MAJOR else "warning"

    @property
    def message(self) -> str:
        """One line: the claim, what is wrong with it, and what would be right."""
        verdict = self.verdict
        said = f"{verdict.text}: {verdict.explanation or verdict.reason}"
        return visible(f"{said}; better: {verdict.suggestion}" if verdict.suggestion else said)


def findings(
    documents: Sequence[Checked], policy: Policy | None = None, *, with_known: bool = False
) -> Iterator[Finding]:
    """Yield what fails by `policy`; what is known already only where it is asked for."""
    policy = policy or Policy()
    for checked in documents:
        seen: Counter[str] = Counter()
        sentences = Sentences(checked)
        for verdict in checked.verdicts:
            if not policy.fails(verdict.label):
                continue
            key = _key(checked, verdict)
            seen[key] += 1
            fingerprint = _digest(f"{key}|{seen[key]}")
            known = fingerprint in policy.known
            counts = policy.lines is None or policy.touches(checked.document.name, sentences.lines(verdict))
            if counts and (with_known or not known):
                yield Finding(checked, verdict, fingerprint, known)


def touched(checked: Checked, policy: Policy) -> Checked:
    """Return a document with only the claims whose sentences stand, even in part, on lines that count."""
    if policy.lines is None:
        return checked
    name, report = checked.document.name, checked.report
    lines, sentences = Lines(checked.document.source), Sentences(checked)
    verdicts = tuple(one for one in report.verdicts if policy.touches(name, sentences.lines(one)))
    aside = tuple(span for span in report.set_aside if policy.touches(name, lines.place(span.start)[:1]))
    return replace(checked, report=replace(report, verdicts=verdicts, set_aside=aside))


def _key(checked: Checked, verdict: Verdict) -> str:
    """Return what makes a claim the same claim after the text around it moved: its words, and those beside it."""
    source = checked.document.source
    before = _WORD.findall(source[max(verdict.start - 100, 0) : verdict.start])[-_AROUND:]
    after = _WORD.findall(source[verdict.end : verdict.end + 100])[:_AROUND]
    words = " ".join([*before, "[", *verdict.text.split(), "]", *after])
    return "|".join((_path(checked.document.name), words, verdict.label, verdict.relation))


def _path(name: str) -> str:
    return posixpath.normpath(name.replace("\\", "/"))


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]
