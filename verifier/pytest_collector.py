"""Documents in, one test item a claim out."""

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from verifier.documents import read_document
from verifier.errors import VerifierError
from verifier.lines import Lines
from verifier.pytest_claims import CHECKER, ClaimFailed, checker, home, item_name, setting, unused, without_evidence
from verifier.remarks import IGNORED
from verifier.reports.checked import Checked
from verifier.reports.claim import review
from verifier.reports.findings import findings
from verifier.reports.sentences import Sentence, Sentences
from verifier.reports.visible import visible
from verifier.verdict import Label, Verdict

__all__ = ["ClaimsCollector"]


class ClaimsCollector:
    """Collects the documents that the configuration names, each once, in a fixed order."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.globs: list[str] = setting(config, "documents") or []
        matched = {pattern: sorted(found(pattern, home(config))) for pattern in self.globs}
        self.documents = {path: None for paths in matched.values() for path in paths}
        self.unmatched = [pattern for pattern, paths in matched.items() if not paths]
        self.remarks: dict[str, None] = {}
        self.beside: set[Path] = set()  # folders that are collected for their documents only
        self.asked_for: list[Path] = []

    def pytest_sessionstart(self, session: pytest.Session) -> None:
        """Read the table before anything is collected, so that what is wrong with it stops the run at once."""
        arguments = [Path(argument.partition("::")[0]).absolute() for argument in session.config.args]
        if session.config.args_source is pytest.Config.ArgsSource.TESTPATHS:
            outside = [path for path in self.documents if not under(path, arguments)]
            self.beside = {place for path in outside if (place := nameable(path)) != path}
            session.config.args += dict.fromkeys(str(nameable(path)) for path in outside)
            self.asked_for = arguments
            arguments = [*arguments, *outside]
        if self.config.getoption("claims") or any(under(path, arguments) for path in self.documents):
            checker(self.config)

    def pytest_ignore_collect(self, collection_path: Path) -> bool | None:
        """Leave out what stands beside a document that pytest could only be told of by its folder."""
        alone = collection_path.is_file() and collection_path not in self.documents
        if alone and under(collection_path, self.beside) and not under(collection_path, self.asked_for):
            return True
        return None

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> "ClaimsDocument | None":
        """Collect a document that a glob names, or that was named itself beside ``--claims``."""
        named = self.config.getoption("claims") and parent.session.isinitpath(file_path) and file_path.suffix != ".py"
        if named or file_path in self.documents:
            return ClaimsDocument.from_parent(parent, path=file_path)
        return None

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Hand what is to be said at the end to the process that says it, where the tests run in several."""
        self.remarks |= dict.fromkeys(remarks(self.config))
        if hasattr(session.config, "workeroutput"):
            session.config.workeroutput["claims"] = list(self.remarks)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take over what a worker has to say; all of them collect the same documents."""
        self.remarks |= dict.fromkeys(getattr(node, "workeroutput", {}).get("claims", ()))

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say how many numbers are exempt, which known findings are gone, and which globs match nothing."""
        for pattern in self.unmatched:
            terminalreporter.write_line(f"claims: no file matches '{visible(pattern)}' in claims_documents")
        for remark in self.remarks:
            terminalreporter.write_line(remark)

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
            checked = checks.document(checks.bindings.bound(read_document(self.path, name=place), self.path))
        except VerifierError as error:
            raise self.CollectError(str(error)) from None
        failing = list(findings([checked], checks.policy, with_known=True))
        checks.found[place] = failing
        checks.exempt[place] = list(exempted(checked))
        known = {id(finding.verdict): checks.why(finding) for finding in failing if finding.known}
        sentences = Sentences(checked)
        names: set[str] = set()
        for verdict in checked.verdicts:
            name = unused(item_name(verdict), names)
            item = Claim.from_parent(self, name=name, verdict=verdict, sentence=sentences.of(verdict))
            item.fails = checks.policy.fails(verdict.label)
            if id(verdict) in known:
                item.add_marker(
                    pytest.mark.xfail(reason=f"known: {known[id(verdict)]}", raises=ClaimFailed, strict=True)
                )
            yield item


class Claim(pytest.Item):
    """One claim of a document: passes when supported, fails when refuted, else is skipped."""

    def __init__(self, *, verdict: Verdict, sentence: Sentence, **more: Any) -> None:
        super().__init__(**more)
        self.verdict = verdict
        self.sentence = sentence
        self.fails = verdict.label is Label.REFUTED
        self.add_marker("claims")
        self.user_properties += [("verdict", str(verdict.label)), ("reason", str(verdict.reason))]

    def runtest(self) -> None:
        """Fail, skip or pass by the verdict that collecting has found."""
        if self.fails:
            raise ClaimFailed("\n".join(review(self.verdict, self.sentence)))
        if self.verdict.label is Label.NOT_ENOUGH_INFO:
            raise pytest.skip.Exception(without_evidence(self.verdict), _use_item_location=True)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show what a reviewer would write, and no traceback."""
        if isinstance(excinfo.value, ClaimFailed):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Say where the claim stands, as the headline of a failure shows it and an editor opens it."""
        place = os.path.relpath(self.path, self.config.invocation_params.dir)
        headline = f"{place}:{self.verdict.line}:{self.verdict.column}: {self.verdict.text}"
        return self.path, self.verdict.line - 1, visible(headline)


def remarks(config: pytest.Config) -> Iterator[str]:
    """Yield what is to be said of documents beside their claims: exempt numbers, and known findings that are gone."""
    checks = config.stash.get(CHECKER, None)
    if checks is None:
        return
    exempt = {place: numbers for place, numbers in checks.exempt.items() if numbers}
    if exempt:
        documents = "1 document" if len(exempt) == 1 else f"{len(exempt)} documents"
        listed = config.get_verbosity() > 0
        total = sum(map(len, exempt.values()))
        yield f"claims: {total} exempt in {documents}{'' if listed else ', which -v lists'}"
        yield from (f"claims: exempt {number}" for numbers in exempt.values() for number in numbers if listed)
    for document, today in checks.found.items():
        for entry in checks.baseline.gone([document], today):
            yield visible(f"claims: gone from {document}, so write the baseline again: {entry.get('said', '')}")


def exempted(checked: Checked) -> Iterator[str]:
    """Yield where each number stands that is exempt from checking, what it says, and why."""
    lines = Lines(checked.document.source)
    for span in checked.report.set_aside:
        if span.reason.startswith(IGNORED):
            line, column = lines.place(span.start)
            yield visible(f"{checked.document.name}:{line}:{column}: {span.text} ({span.reason})")


def found(pattern: str, folder: Path) -> Iterable[Path]:
    """Return the files that a glob names."""
    paths = (folder / path for path in glob.glob(pattern, root_dir=folder, recursive=True))
    return (path for path in paths if path.is_file())


def nameable(path: Path) -> Path:
    """Return the path, or the nearest folder around it, that is an argument of pytest without a meaning of its own."""
    return next(place for place in (path, *path.parents) if "[" not in str(place) and "::" not in str(place))


def under(path: Path, arguments: Iterable[Path]) -> bool:
    """Return whether one of the arguments of the run is the file or a folder around it."""
    return any(path.is_relative_to(argument) for argument in arguments)
