"""A document and a reference table in, the document with the verdicts on it out: what all reports are made of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from verifier.checking import verify
from verifier.detection import language_of
from verifier.documents import Document
from verifier.lines import Lines
from verifier.model import Label, SetAside, Verdict

if TYPE_CHECKING:
    from verifier.reference import ReferenceTable

__all__ = ["Checked", "check", "count", "coverage"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A document with its verdicts; all spans, lines and columns are those of the file."""

    document: Document
    language: str
    reference_date: str | None
    verdicts: tuple[Verdict, ...]
    set_aside: tuple[SetAside, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing in the document is refuted."""
        return all(verdict.label is not Label.REFUTED for verdict in self.verdicts)

    def to_dict(self) -> dict[str, Any]:
        """Return the stable form of ``verifier check --format json``."""
        return {
            "document": self.document.name,
            "language": self.language,
            "reference_date": self.reference_date,
            "verdicts": [verdict.to_dict() for verdict in self.verdicts],
            "set_aside": [
                {"start": span.start, "end": span.end, "text": span.text, "reason": span.reason}
                for span in self.set_aside
            ],
            "summary": {**count([self]), "coverage": coverage([self])},
        }


def check(
    document: Document,
    table: "ReferenceTable | None" = None,
    *,
    language: str | None = None,
    reference_date: str | None = None,
) -> Checked:
    """Check `document` against `table`, and against itself.

    Language and date are those given, else those that the document states, else, for the language,
    what its words look like.
    """
    language = language_of(document, given=language)
    reference_date = reference_date or document.reference_date
    report = verify(document.text, table, language=language, reference_date=reference_date)
    return Checked(
        document=document,
        language=language,
        reference_date=reference_date,
        verdicts=_placed(document, report.verdicts),
        set_aside=tuple(document.in_source(report.set_aside)),
    )


def _placed(document: Document, verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Return the verdicts with the spans, lines and columns of the file."""
    if document.prose is None:
        return tuple(verdicts)
    lines = Lines(document.source)
    placed = []
    for verdict in document.in_source(verdicts):
        line, column = lines.place(verdict.start)
        placed.append(replace(verdict, line=line, column=column))
    return tuple(placed)


def count(documents: Sequence[Checked]) -> dict[str, int]:
    """Return how many claims got each verdict."""
    labels = [verdict.label for checked in documents for verdict in checked.verdicts]
    return {str(label): labels.count(label) for label in Label}


def coverage(documents: Sequence[Checked]) -> float:
    """Return which share of the claims could be judged; 1 where there is none."""
    counts = count(documents)
    judged = counts[Label.SUPPORTED] + counts[Label.REFUTED]
    return round(judged / total, 4) if (total := sum(counts.values())) else 1.0
