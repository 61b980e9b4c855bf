"""Makes tests of documents with a table and the verdicts that are wanted; each document is one test.

A page names its language in its first lines. A section is a document: the text as a quotation, the
table where it is not that of the section before, and a list of all claims in the order of the text:

    - `49,9 juta` supported, rounded, row 3
    - `US$600` refuted, value, row 1, factor_ten: US$60
    - `5.000` not_enough_info, unknown_measure

What follows the colon is the suggestion. It is also put in place of the words, and must then be supported.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

PAGES = Path(__file__).parent


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect the pages beside this file."""
    if file_path.suffix == ".md" and file_path.parent == PAGES:
        return VerdictsPage.from_parent(parent, path=file_path)
    return None


class VerdictsPage(pytest.File):
    """A page of documents in one language."""

    def collect(self) -> Iterator[pytest.Item]:
        source = self.path.read_text(encoding="utf-8")
        head, *sections = re.split(r"^## ", source, flags=re.MULTILINE)
        facts = dict(re.findall(r"^(\w+): (.+)$", head, flags=re.MULTILINE))
        table: list[dict[str, str]] = []
        line = head.count("\n") + 1
        for section in sections:
            title, _, body = section.partition("\n")
            table = read_table(body) or table
            yield Case.of(self, title.strip(), body, table, facts, line)
            line += section.count("\n")


class Case(pytest.Item):
    """One document: the verdicts on it must be those listed, no more and no less."""

    @classmethod
    def of(
        cls,
        page: VerdictsPage,
        title: str,
        body: str,
        table: list[dict[str, str]],
        facts: dict[str, str],
        line: int,
    ) -> "Case":
        case = cls.from_parent(page, name=title)
        case.body, case.table, case.facts, case.line = body, table, facts, line
        return case

    def runtest(self) -> None:
        text = read_text(self.body)
        wanted = re.findall(r"^- (.+)$", self.body, flags=re.MULTILINE)
        report = self.verify(text)
        found = [shown(verdict) for verdict in report.verdicts]
        if found != wanted:
            pytest.fail("wanted:\n- " + "\n- ".join(wanted) + "\nfound:\n- " + "\n- ".join(found), pytrace=False)
        for verdict in report.verdicts:
            if verdict.edits:
                self.check_suggestion(text, verdict)

    def verify(self, text: str) -> Any:
        from verifier.checking import verify
        from verifier.reference import ReferenceTable

        table = ReferenceTable.from_records(self.table, name="table") if self.table else None
        date = re.search(r"^date: (\S+)$", self.body, flags=re.MULTILINE)
        reference_date = date[1] if date else self.facts.get("date")
        return verify(text, table, language=self.facts["language"], reference_date=reference_date)

    def check_suggestion(self, text: str, verdict: Any) -> None:
        """Put a suggestion in place; the words must then be supported, or at least have nothing against them."""
        changed, shift = text, 0
        for edit in reversed(verdict.edits):
            changed = changed[: edit.start] + edit.text + changed[edit.end :]
            shift += len(edit.text) - (edit.end - edit.start)
        start = min(verdict.start, verdict.edits[0].start)
        end = max(verdict.end, verdict.edits[-1].end) + shift
        after = [one for one in self.verify(changed).verdicts if one.start < end and one.end > start]
        labels = {str(one.label) for one in after}
        if "refuted" in labels or ("supported" not in labels and self.table):
            now = "\n- ".join(shown(one) for one in after)
            pytest.fail(f"the suggestion {verdict.suggestion!r} is not supported:\n- {now}", pytrace=False)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if isinstance(excinfo.value, pytest.fail.Exception):
            return f"{self.path.name}:{self.line}\n{excinfo.value.msg}"
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.line - 1, self.name


def read_text(body: str) -> str:
    """Return the quotation of a section."""
    lines = [line.removeprefix(">").removeprefix(" ") for line in body.splitlines() if line.startswith(">")]
    return "\n".join(lines)


def read_table(body: str) -> list[dict[str, str]]:
    r"""Return the rows of the table of a section; ``\|`` is a mark inside a cell."""
    rows = [
        [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line.strip())[1:-1]]
        for line in body.splitlines()
        if line.startswith("|") and not re.fullmatch(r"[|\s:-]+", line)
    ]
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]] if rows else []


def shown(verdict: Any) -> str:
    """Return a verdict as the pages write it."""
    parts = [str(verdict.label), str(verdict.reason)]
    if verdict.evidence:
        parts.append("row " + " ".join(str(row.row) for row in verdict.evidence))
    if verdict.diagnosis:
        parts.append(str(verdict.diagnosis))
    suggestion = f": {verdict.suggestion}" if verdict.suggestion else ""
    return f"`{verdict.text}` {', '.join(parts)}{suggestion}"
