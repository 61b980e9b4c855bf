"""What pytest is configured with in, texts checked by it out: for test items, for the fixture, for parameters."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from verifier.assertions import require_none_failing
from verifier.baseline import Baseline, read_baseline
from verifier.bindings import Bindings, read_bindings
from verifier.documents import Document, read_day, read_document
from verifier.errors import VerifierError
from verifier.reference import ReferenceTable
from verifier.reports.checked import Checked, check
from verifier.reports.claim import LABELS, claim
from verifier.reports.findings import Finding, Policy
from verifier.reports.sentences import Sentence, Sentences
from verifier.reports.visible import Paint, cut, visible
from verifier.verdict import Label, Verdict

if TYPE_CHECKING:
    from _pytest.mark.structures import ParameterSet

    from verifier.pytest_plugin import CheckClaims

__all__ = [
    "CHECKER",
    "ClaimFailed",
    "GivenClaim",
    "checker",
    "claims_of",
    "home",
    "item_name",
    "setting",
    "text_checker",
    "unused",
    "without_evidence",
]

LONGEST_NAME = 60


class ClaimFailed(AssertionError):
    """A claim is refuted, or has no evidence where there must be some."""


class Checker:
    """What the configuration says once for all documents, and what was found in them."""

    def __init__(self, config: pytest.Config) -> None:
        folder = home(config)
        references: list[str] = setting(config, "reference") or []
        self.table = ReferenceTable.read([str(folder / path) for path in references]) if references else None
        self.language: str | None = setting(config, "language")
        self.interface: str = setting(config, "interface") or "en"
        date = setting(config, "reference_date")
        self.reference_date = read_day(date, option="claims_reference_date") if date else None
        bindings = setting(config, "bindings")
        self.bindings = read_bindings(folder / bindings) if bindings else Bindings()
        baseline = setting(config, "baseline")
        self.baseline = read_baseline(folder / baseline) if baseline else Baseline({})
        self.policy = Policy(strict=bool(setting(config, "strict")), known=self.baseline.known)
        self.found: dict[str, list[Finding]] = {}
        self.exempt: dict[str, list[str]] = {}

    def why(self, finding: Finding) -> str:
        """Return the reason that was written into the baseline."""
        entry = self.baseline.entries[finding.fingerprint]
        return entry.get("why") or "in the baseline"

    def document(self, document: Document, *, language: str | None = None, date: str | None = None) -> Checked:
        """Check one document; what is said of it alone goes before what it says, then what is configured."""
        return check(
            document,
            self.table,
            language=language or document.language or self.language,
            reference_date=date or document.reference_date or self.reference_date,
            interface=self.interface,
        )


@dataclass(frozen=True, slots=True)
class GivenClaim:
    """A claim for a test of your own: its verdict, and `check()`, which fails or skips the test."""

    verdict: Verdict
    sentence: Sentence
    fails: bool

    def check(self) -> None:
        """Fail where the claim is refuted, skip where it has no evidence."""
        __tracebackhide__ = True
        if self.fails:
            raise ClaimFailed("\n".join(claim(self.verdict, self.sentence, paint=Paint(False))))
        if self.verdict.label is Label.NOT_ENOUGH_INFO:
            pytest.skip(without_evidence(self.verdict))


def claims_of(
    document: str | Path | Document,
    reference: str | Path | Iterable[str | Path] | ReferenceTable | None = None,
    *,
    language: str | None = None,
    reference_date: str | None = None,
    strict: bool = False,
) -> list["ParameterSet"]:
    """Return the claims of a document as parameters of a test, each with line, column and words as its id.

    ::

        @pytest.mark.parametrize("claim", claims_of("report.md", "figures.csv"))
        def test_claim(claim):
            claim.check()
    """
    if not isinstance(document, Document):
        document = read_document(document)
    if not isinstance(reference, ReferenceTable | None):
        reference = ReferenceTable.read(reference if isinstance(reference, str | Path) else list(map(str, reference)))
    policy = Policy(strict=strict)
    checked = check(document, reference, language=language, reference_date=reference_date)
    sentences = Sentences(checked)
    names: set[str] = set()
    return [
        pytest.param(
            GivenClaim(verdict, sentences.of(verdict), policy.fails(verdict.label)),
            id=unused(item_name(verdict), names),
        )
        for verdict in checked.verdicts
    ]


CHECKER = pytest.StashKey[Checker]()


def checker(config: pytest.Config) -> Checker:
    """Return the checker of this run; the table is read once."""
    if CHECKER not in config.stash:
        try:
            config.stash[CHECKER] = Checker(config)
        except VerifierError as error:
            raise pytest.UsageError(f"claims: {error}") from None
    return config.stash[CHECKER]


def text_checker(config: pytest.Config) -> "CheckClaims":
    """Return the function behind the fixture `check_claims`."""

    def check_claims(text: str, *, language: str | None = None, reference_date: str | None = None) -> Checked:
        __tracebackhide__ = True
        checks = checker(config)
        checked = checks.document(Document(name="text", text=text), language=language, date=reference_date)
        require_none_failing(checked, checks.policy)
        return checked

    return check_claims


def setting(config: pytest.Config, name: str) -> Any:
    """Return what the command line says, else what the configuration file says."""
    given = config.getoption(f"claims_{name}")
    return config.getini(f"claims_{name}") if given is None else given


def home(config: pytest.Config) -> Path:
    """Return the folder from which the paths in the configuration count."""
    return config.inipath.parent if config.inipath else config.rootpath


def item_name(verdict: Verdict) -> str:
    """Return the name of the item of a claim: line, column and words."""
    return cut(f"L{verdict.line}:{verdict.column} {visible(verdict.text).replace('::', ':')}", LONGEST_NAME)


def unused(name: str, names: set[str]) -> str:
    """Return `name`, with a number behind it where two verdicts speak of the same words."""
    number, wanted = 1, name
    while wanted in names:
        number += 1
        wanted = f"{name} ({number})"
    names.add(wanted)
    return wanted


def without_evidence(verdict: Verdict) -> str:
    """Return why a claim cannot be judged, in one line."""
    return visible(f"{LABELS[verdict.label]}: {verdict.explanation or verdict.reason}")
