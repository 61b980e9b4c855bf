"""A checked document in, the sentence around each of its claims out, as prose on one line."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from verifier.claims.sentence_cuts import sentence_spans
from verifier.lines import Lines
from verifier.markup.prose import SKIPPED
from verifier.reports.checked import Checked
from verifier.verdict import Verdict

__all__ = ["Sentence", "Sentences"]

_BAR = " | "  # how a cell of a table is told from its headers


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in three parts: what stands before a claim, the claim, and what stands behind it."""

    before: str
    claim: str
    after: str

    def __str__(self) -> str:
        return self.before + self.claim + self.after


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int


class Sentences:
    """The sentences of a document, cut as they were for checking.

    >>> from verifier.documents import make_document
    >>> from verifier.reports.checked import check
    >>> document = make_document("# Padi\\n\\nDr. Ani datang. Rapat digelar\\n**Senin (13/10/2024)**.", name="a.md")
    >>> checked = check(document, language="id")
    >>> Sentences(checked).of(checked.verdicts[0])
    Sentence(before='Rapat digelar ', claim='Senin (13/10/2024)', after='.')
    """

    def __init__(self, checked: Checked) -> None:
        self._checked = checked
        self._prose = checked.document.prose

    def of(self, verdict: Verdict) -> Sentence:
        """Return the sentence of a verdict, without line breaks; of a cell, it with the headers of its row and column.

        >>> from verifier.documents import make_document
        >>> from verifier.reports.checked import check
        >>> document = make_document("| Rapat | Hari |\\n|-|-|\\n| I | Senin (13/10/2024) |", name="a.md")
        >>> checked = check(document, language="id")
        >>> str(Sentences(checked).of(checked.verdicts[0]))
        'Hari, I: Senin (13/10/2024)'
        """
        text = self._checked.report.text
        said, around = self._in_text(verdict), self._around(verdict)
        before, after = text[around.start : said.start], text[said.end : around.end]
        if self._prose and self._prose.adds(around.start, said.start):
            before = before.replace(_BAR, ": ", 1)
        return Sentence(*map(self._shown, (before, text[said.start : said.end], after)))

    def lines(self, verdict: Verdict) -> range:
        """Return the numbers of the lines of the file on which the sentence of a verdict stands."""
        around = self._around(verdict)
        start, end = self._checked.document.span(around.start, around.end)
        return range(self._lines.place(start)[0], self._lines.place(max(end - 1, start))[0] + 1)

    def _around(self, verdict: Verdict) -> _Span:
        """Return where in the text the sentence of a verdict stands."""
        said = self._in_text(verdict)
        index = bisect_right(self._spans, (said.start, len(self._checked.report.text))) - 1
        start, end = self._spans[index] if index >= 0 else (said.start, said.end)
        return _Span(min(start, said.start), max(end, said.end))

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._checked.document.source)

    def _shown(self, text: str) -> str:
        """Return `text` with each run of white space as one space, and dots for code and pictures."""
        inner = " ".join(text.split())
        if self._prose:
            inner = inner.replace(SKIPPED, "…")
        return f"{' ' * text[:1].isspace()}{inner}{' ' * text[-1:].isspace()}" if inner else " " * bool(text)

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        found = sorted(map(self._in_text, self._checked.verdicts), key=lambda span: (span.start, span.end))
        return sentence_spans(self._checked.report.text, found, self._checked.report.language)

    @cached_property
    def _pieces(self) -> tuple[list[int], list[int]]:
        """The places in the source where its pieces begin, in order, and those in the text that belong to them."""
        assert self._prose is not None
        places = zip(self._prose.pieces, self._prose.offsets, strict=True)
        pairs = sorted((piece.start, offset) for piece, offset in places if not piece.repeated)
        return [start for start, _ in pairs], [offset for _, offset in pairs]

    def _in_text(self, verdict: Verdict) -> _Span:
        """Return where the words of a verdict, whose span is one of the source, stand in the text."""
        if self._prose is None:
            return _Span(verdict.start, verdict.end)
        starts, offsets = self._pieces
        piece = max(bisect_right(starts, verdict.start) - 1, 0)
        reached = offsets[piece] + verdict.start - starts[piece]
        end = reached + len(verdict.text)
        text = self._checked.report.text
        start = text.rfind(verdict.text, max(reached - len(verdict.text), 0), end)  # a unit of its header goes before
        start = reached if start < 0 else start
        return _Span(start, start + len(verdict.text))
