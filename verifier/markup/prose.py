"""Pieces of a source in, one running text out that knows where each of its characters stands in the source."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

__all__ = ["SKIPPED", "Comment", "Heading", "Piece", "Prose", "ProseBuilder"]

SKIPPED = "\ufffc"  # stands for code and pictures, so that what is beside them stays apart


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its place in the text, and its level, from 1 down to 6."""

    start: int
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: its place in the text and in the source, what it says, and whether it stands before a block."""

    at: int
    start: int
    end: int
    body: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the source, and what stands for it in the text: itself where `said` is None.

    `repeated` pieces stand in the text once more, as the context of something else: the headers
    beside each cell of a table. `made` ones were written by a program, which would write them again.
    """

    start: int
    end: int
    said: str | None = None
    repeated: bool = False
    made: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """The running text of a source, with its headings, comments, and where each cell of a table begins."""

    text: str
    offsets: tuple[int, ...]
    pieces: tuple[Piece, ...]
    headings: tuple[Heading, ...] = ()
    comments: tuple[Comment, ...] = ()
    cells: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the source that a span of the text comes from."""
        first, since = self._piece(start)
        last, into = self._piece(max(end - 1, start))
        begin = first.start + since if first.said is None else first.start
        return begin, last.start + into + 1 if last.said is None and end > start else last.end

    def verbatim_runs(self) -> list[tuple[int, int]]:
        """Return the spans of the source that a person wrote without any markup in them, from left to right."""
        runs: list[tuple[int, int]] = []
        written = (one for one in self.pieces if one.said is None and not one.made)
        for piece in sorted(written, key=lambda one: one.start):
            start = runs.pop()[0] if runs and runs[-1][1] == piece.start else piece.start
            runs.append((start, piece.end))
        return runs

    def repeats(self, start: int, end: int) -> bool:
        """Return whether all of a span of the text stands there once more, only as context."""
        return bool(self.pieces) and all(piece.repeated for piece in self._pieces_of(start, end))

    def adds(self, start: int, end: int) -> bool:
        """Return whether some of a span of the text does not stand in the source at that place."""
        return any(piece.repeated for piece in self._pieces_of(start, end))

    def _pieces_of(self, start: int, end: int) -> Sequence[Piece]:
        first = max(bisect_right(self.offsets, start) - 1, 0)
        return self.pieces[first : max(bisect_right(self.offsets, max(end - 1, start)), first + 1)]

    def _piece(self, offset: int) -> tuple[Piece, int]:
        index = max(bisect_right(self.offsets, offset) - 1, 0)
        return self.pieces[index], offset - self.offsets[index]


class ProseBuilder:
    """Puts a text together, piece by piece.

    >>> builder = ProseBuilder("**4,1** juta")
    >>> builder.add(Piece(2, 5))
    >>> builder.add(Piece(7, 12))
    >>> prose = builder.prose()
    >>> prose.text, prose.span(0, 8)
    ('4,1 juta', (2, 12))
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.length = 0
        self._gap: Piece | None = None
        self._parts: list[str] = []
        self._offsets: list[int] = []
        self._pieces: list[Piece] = []
        self._headings: list[Heading] = []
        self._comments: list[Comment] = []
        self._cells: list[int] = []

    def add(self, piece: Piece) -> None:
        """Add that part of the source, or what stands for it."""
        said = self.source[piece.start : piece.end] if piece.said is None else piece.said
        if said and self._gap:
            gap, self._gap = self._gap, None
            self.add(gap)
        if said:
            self._offsets.append(self.length)
            self._pieces.append(piece)
            self._parts.append(said)
            self.length += len(said)

    def separate(self, mark: str, at: int) -> None:
        """Put `mark` between what comes before and what follows: nothing at either end, and never twice."""
        if self._parts and len(mark) > len(self._gap.said or "" if self._gap else ""):
            self._gap = Piece(at, at, mark)

    @property
    def next(self) -> int:
        """Where in the text the next piece will stand."""
        return self.length + len(self._gap.said or "" if self._gap else "")

    @property
    def inside_a_line(self) -> bool:
        """Whether the text so far ends within a line, and not in a space."""
        return bool(self._parts) and self._gap is None and not self._parts[-1][-1].isspace()

    def heading(self, start: int, level: int) -> None:
        """Say that the text since `start` is a heading."""
        if start < self.length:
            self._headings.append(Heading(start, self.length, level))

    def cell(self) -> None:
        """Say that a cell of a table begins here."""
        self._cells.append(self.next)

    def comment(self, start: int, end: int, body: str) -> None:
        """Keep a comment."""
        alone = not self._parts or self._gap is not None
        self._comments.append(Comment(self.next, start, end, body.strip(), alone))

    def add_prose(self, prose: Prose, placed: Callable[[Piece], Iterable[Piece]]) -> None:
        """Add what was put together of a part of the source; `placed` tells where its pieces stand in all of it."""
        base = self.next
        for piece in prose.pieces:
            for part in placed(piece):
                self.add(part)
        self._headings += [Heading(base + one.start, base + one.end, one.level) for one in prose.headings]
        self._cells += [base + at for at in prose.cells]
        for comment in prose.comments:
            [where] = placed(Piece(comment.start, comment.end, ""))
            self._comments.append(replace(comment, at=base + comment.at, start=where.start, end=where.end))

    def prose(self) -> Prose:
        """Return what was put together."""
        return Prose(
            text="".join(self._parts),
            offsets=tuple(self._offsets),
            pieces=tuple(self._pieces),
            headings=tuple(self._headings),
            comments=tuple(self._comments),
            cells=tuple(self._cells),
        )
