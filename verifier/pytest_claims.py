"""Documents in, one test item a claim out."""

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from verifier.baseline import Baseline, read_baseline
from verifier.documents import Document, read_day, read_document
from verifier.errors import VerifierError
from verifier.lines import Lines
from verifier.model import Label, Verdict
from verifier.reference import ReferenceTable
from verifier.reports.checked import Checked, check
from verifier.reports.claim import LABELS, claim
from verifier.reports.findings import Finding, Policy, findings
from verifier.reports.visible import Paint, cut, visible

if TYPE_CHECKING:
    from _pytest.mark.structures import ParameterSet

    from verifier.pytest_plugin import CheckClaims

__all__ = ["ClaimsCollector", "GivenClaim", "claims_of", "text_checker"]

LONGEST_NAME = 60


class ClaimsCollector:
    """Collects the documents that the configuration names, each once, in a fixed order."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.globs: list[str] = setting(config, "documents") or []
        self.documents = {path: None for pattern in self.globs for path in sorted(found(pattern, home(config)))}

    def pytest_sessionstart(self, session: pytest.Session) -> None:
        """Read the table before anything is collected, so that what is wrong with it stops the run at once."""
        arguments = [Path(argument.partition("::")[0]).absolute() for argument in session.config.args]
        if session.config.args_source is pytest.Config.ArgsSource.TESTPATHS:
            outside = [path for path in self.documents if not under(path, arguments)]
            session.config.args += map(str, outside)
            arguments += outside
        if self.config.getoption("claims") or any(under(path, arguments) for path in self.documents):
            checker(self.config)

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> "ClaimsDocument | None":
        """Collect a document that a glob names, or that was named itself beside ``--claims``."""
        named = self.config.getoption("claims") and parent.session.isinitpath(file_path) and file_path.suffix != ".py"
        if named or file_path in self.documents:
            return ClaimsDocument.from_parent(parent, path=file_path)
        return None

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say which known findings are gone, so that the baseline can shrink."""
        checks = self.config.stash.get(CHECKER, None)
        if checks is None:
            return
        for document, today in checks.found.items():
            for entry in checks.baseline.gone([document], today):
                said = f"claims: gone from {document}, so write the baseline again: {entry.get('said', '')}"
                terminalreporter.write_line(visible(said))

    def pytest_report_header(self) -> str:
        """Say which documents are checked against which tables."""
        documents = "1 document" if len(self.documents) == 1 else f"{len(self.documents)} documents"
        return f"claims: {documents}, reference: {', '.join(setting(self.config, 'reference') or ['none'])}"


class ClaimsDocument(pytest.File):
    """A document; each of its claims is a test item."""

    def collect(self) -> Iterator[pytest.Item]:
        """Check the document and make an item of each verdict."""
        checks = checker(self.config)
        place = os.path.relpath(self.path, home(self.config))
        try:
            checked = checks.document(read_document(self.path, name=place))
        except VerifierError as error:
            raise self.CollectError(str(error)) from None
        failing = list(findings([checked], checks.policy, with_known=True))
        checks.found[place] = failing
        known = {id(finding.verdict): checks.why(finding) for finding in failing if finding.known}
        lines = Lines(checked.document.source)
        names: set[str] = set()
        for verdict in checked.verdicts:
            item = Claim.from_parent(self, name=unused(item_name(verdict), names), verdict=verdict, lines=lines)
            item.fails = checks.policy.fails(verdict.label)
            if id(verdict) in known:
                item.add_marker(
                    pytest.mark.xfail(reason=f"known: {known[id(verdict)]}", raises=ClaimFailed, strict=True)
                )
            yield item


class Claim(pytest.Item):
    """One claim of a document: passes when supported, fails when refuted, else is skipped."""

    def __init__(self, *, verdict: Verdict, lines: Lines, **more: Any) -> None:
        super().__init__(**more)
        self.verdict = verdict
        self.lines = lines
        self.fails = verdict.label is Label.REFUTED
        self.add_marker("claims")
        self.user_properties += [("verdict", str(verdict.label)), ("reason", str(verdict.reason))]

    def runtest(self) -> None:
        """Fail, skip or pass by the verdict that collecting has found."""
        if self.fails:
            raise ClaimFailed(failure(self.verdict, self.lines, place=self.nodeid.partition("::")[0]))
        if self.verdict.label is Label.NOT_ENOUGH_INFO:
            raise pytest.skip.Exception(without_evidence(self.verdict), _use_item_location=True)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show what a reviewer would write, and no traceback."""
        if isinstance(excinfo.value, ClaimFailed):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Say where the claim stands."""
        return self.path, self.verdict.line - 1, self.name


class ClaimFailed(AssertionError):
    """A claim is refuted, or has no evidence where there must be some."""


class Checker:
    """What the configuration says once for all documents, and what was found in them."""

    def __init__(self, config: pytest.Config) -> None:
        folder = home(config)
        references: list[str] = setting(config, "reference") or []
        self.table = ReferenceTable.read([str(folder / path) for path in references]) if references else None
        self.language: str | None = setting(config, "language")
        date = setting(config, "reference_date")
        self.reference_date = read_day(date, option="claims_reference_date") if date else None
        baseline = setting(config, "baseline")
        self.baseline = read_baseline(folder / baseline) if baseline else Baseline({})
        self.policy = Policy(strict=bool(setting(config, "strict")), known=self.baseline.known)
        self.found: dict[str, list[Finding]] = {}

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
        )


@dataclass(frozen=True, slots=True)
class GivenClaim:
    """A claim for a test of your own: its verdict, and `check()`, which fails or skips the test."""

    verdict: Verdict
    lines: Lines
    fails: bool

    def check(self) -> None:
        """Fail where the claim is refuted, skip where it has no evidence."""
        __tracebackhide__ = True
        if self.fails:
            raise ClaimFailed(failure(self.verdict, self.lines))
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
    lines = Lines(document.source)
    names: set[str] = set()
    return [
        pytest.param(GivenClaim(verdict, lines, policy.fails(verdict.label)), id=unused(item_name(verdict), names))
        for verdict in check(document, reference, language=language, reference_date=reference_date).verdicts
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
        lines = Lines(text)
        messages = [failure(verdict, lines) for verdict in checked.verdicts if checks.policy.fails(verdict.label)]
        if messages:
            raise AssertionError("\n\n".join(messages))
        return checked

    return check_claims


def setting(config: pytest.Config, name: str) -> Any:
    """Return what the command line says, else what the configuration file says."""
    given = config.getoption(f"claims_{name}")
    return config.getini(f"claims_{name}") if given is None else given


def home(config: pytest.Config) -> Path:
    """Return the folder from which the paths in the configuration count."""
    return config.inipath.parent if config.inipath else config.rootpath


def found(pattern: str, folder: Path) -> Iterable[Path]:
    """Return the files that a glob names."""
    paths = (folder / path for path in glob.glob(pattern, root_dir=folder, recursive=True))
    return (path for path in paths if path.is_file())


def under(path: Path, arguments: Iterable[Path]) -> bool:
    """Return whether one of the arguments of the run is the file or a folder around it."""
    return any(path.is_relative_to(argument) for argument in arguments)


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


def failure(verdict: Verdict, lines: Lines, *, place: str = "") -> str:
    """Return what a reviewer would write about a claim that fails."""
    written = claim(verdict, lines, paint=Paint(False))
    return "\n".join([*written, "", f"{place}:{verdict.line}:{verdict.column}"] if place else written)
