"""A document and a reference table in, the document with the report on it out: what all forms are made of."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from verifier.checking import Report, verify
from verifier.detection import language_of
from verifier.documents import Document
from verifier.lines import Lines
from verifier.remarks import declared_rows, exempt, require_numbers
from verifier.verdict import Edit, Label, Verdict

if TYPE_CHECKING:
    from verifier.reference import ReferenceTable

__all__ = ["Checked", "check", "summary"]


@dataclass(frozen=True, slots=True)
class Checked:
    """A document and the report on it; all spans, lines and columns of the report are those of the file."""

    document: Document
    report: Report

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdicts, in the order of the file."""
        return self.report.verdicts


def check(
    document: Document,
    table: "ReferenceTable | None" = None,
    *,
    language: str | None = None,
    reference_date: str | None = None,
    interface: str = "en",
) -> Checked:
    """Check `document` against `table`, and against itself.

    Language and date are those given, else those that the document states, else, for the language,
    what its words look like. `interface` is the language of the explanations.

    >>> checked = check(Document(name="a.txt", text="Rapat berlangsung pada Senin (13/10/2024)."), language="id")
    >>> [(verdict.text, str(verdict.label)) for verdict in checked.verdicts]
    [('Senin (13/10/2024)', 'refuted')]
    """
    report = verify(
        document.text,
        table,
        language=language_of(document, given=language),
        reference_date=reference_date or document.reference_date,
        document=document.name,
        interface=interface,
        declared=declared_rows(document),
        levels=document.levels,
    )
    if table is not None:
        require_numbers(document, report.verdicts)
    if document.prose is None and not document.remarks:
        return Checked(document, report)
    verdicts, exempted = exempt(document, report.verdicts)
    aside = sorted([*report.set_aside, *exempted], key=attrgetter("start"))
    return Checked(
        document,
        replace(report, verdicts=_placed(document, verdicts), set_aside=tuple(document.in_source(aside))),
    )


def _placed(document: Document, verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """Return the verdicts with the spans, lines and columns of the file."""
    lines = Lines(document.source)
    placed = []
    for verdict in document.in_source(verdicts):
        line, column = lines.place(verdict.start)
        edits = tuple(replace(edit, start=start, end=end) for edit, (start, end) in _edited(document, verdict))
        placed.append(replace(verdict, line=line, column=column, edits=edits))
    return tuple(placed)


def _edited(document: Document, verdict: Verdict) -> Iterator[tuple[Edit, tuple[int, int]]]:
    """Yield the edits with their places in the source; none where one is of words that stand in a header there."""
    prose = document.prose
    if prose is None or not any(prose.adds(edit.start, edit.end) for edit in verdict.edits):
        for edit in verdict.edits:
            yield edit, document.span(edit.start, edit.end)


def summary(documents: Sequence[Checked]) -> str:
    """Return one line that counts the verdicts of all documents."""
    counts = Counter(verdict.label for checked in documents for verdict in checked.verdicts)
    total = counts.total()
    if not total:
        return "no claims found"
    judged = counts[Label.SUPPORTED] + counts[Label.REFUTED]
    claims = "1 claim" if total == 1 else f"{total} claims"
    verdicts = f"{counts[Label.SUPPORTED]} supported, {counts[Label.REFUTED]} refuted"
    return f"{claims}: {verdicts}, {counts[Label.NOT_ENOUGH_INFO]} without evidence; coverage {judged / total:.0%}"
