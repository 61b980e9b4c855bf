"""The verdicts on one document, with what was set aside: `Report`, and its stable form."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from verifier.model import SetAside
from verifier.verdict import Label, Verdict

__all__ = ["Report"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that checking says of one document, in the order of its text.

    `text` is the document as it was given; all offsets count its characters.
    """

    document: str
    language: str
    reference_date: str | None
    text: str
    verdicts: tuple[Verdict, ...] = ()
    set_aside: tuple[SetAside, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing was refuted."""
        return not self.refuted

    @property
    def refuted(self) -> tuple[Verdict, ...]:
        """The verdicts that speak against the text."""
        return tuple(verdict for verdict in self.verdicts if verdict.label is Label.REFUTED)

    @property
    def summary(self) -> dict[str, int | float]:
        """How many claims got which verdict, and which share of them could be checked.

        >>> Report(document="a.txt", language="en", reference_date=None, text="").summary
        {'supported': 0, 'refuted': 0, 'not_enough_info': 0, 'coverage': 1.0}
        """
        counts = Counter(verdict.label for verdict in self.verdicts)
        checked = counts[Label.SUPPORTED] + counts[Label.REFUTED]
        coverage = round(checked / len(self.verdicts), 3) if self.verdicts else 1.0
        return {**{str(label): counts[label] for label in Label}, "coverage": coverage}

    def to_dict(self) -> dict[str, Any]:
        """Return the report in the stable form of ``verifier check --format json``."""
        return {
            "document": self.document,
            "language": self.language,
            "reference_date": self.reference_date,
            "verdicts": [verdict.to_dict() for verdict in self.verdicts],
            "set_aside": [
                {"start": aside.start, "end": aside.end, "text": aside.text, "reason": aside.reason}
                for aside in self.set_aside
            ],
            "summary": self.summary,
        }
