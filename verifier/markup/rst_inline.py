"""Blocks of reStructuredText in, their inline nodes out, with where in the file each of their characters stands.

docutils finds the markup but tells only the line of a block. Here its text is found again in the lines of the file.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any

import docutils
from docutils import nodes
from docutils.parsers.rst.states import Inliner
from docutils.statemachine import string2lines
from docutils.utils import escape2null

from verifier.lines import Lines
from verifier.markup.prose import Piece

__all__ = ["Block", "PlacingInliner", "SourceLines"]

LONGEST = 5_000  # characters of a block; of a longer one no markup is read, which takes time with its square
TAB = 8  # columns, as docutils counts them
ESCAPE = "\0"  # what docutils makes of a backslash that escapes something
CELLS_TOO_LOW = docutils.__version_info__ < (0, 23)  # older ones tell the line after that of a cell
NEAR = 5  # lines around the one that docutils tells
MOST = 100  # places in a line at which a cell is looked for
_ODD = re.compile("[\0\v\f\x1c\x1d\x1e\x85\u2028\u2029]")  # end a line for Python, but not in an editor
_APART = " |"  # what stands on either side of the content of a cell


class SourceLines:
    """The lines of a file as docutils reads them, and how far in each of them a block was found already."""

    def __init__(self, source: str) -> None:
        self.text = _ODD.sub(" ", source)
        self._lines = Lines(self.text)
        self._read: list[str] = string2lines(self.text, tab_width=TAB)
        self._reached: dict[int, int] = {}  # the column behind what was found in a line
        self._taken: set[tuple[int, int]] = set()  # line and column of what was found
        self._last = 0  # the line in which something was found last

    def places(self, content: str, number: int) -> list[int] | None:
        """Return where in the file each character of a block stands that begins at about that line, counted from 0."""
        wanted = content.split("\n")
        around = (number, *(number + step for far in range(1, NEAR + 1) for step in (far, -far)))
        for first in (*around, *range(self._last, self._last + NEAR + 1)):  # rows of CSV are all told to be the first
            if first >= 0 and (columns := self._columns(wanted, first)) is not None:
                return self._reach(wanted, first, columns)
        return None

    def whole_line(self, number: int) -> tuple[int, int]:
        """Return the span of a line, counted from 0."""
        number = max(0, min(number, self._lines.count - 1)) + 1
        start = self._lines.start(number)
        return start, start + len(self._lines.line(number))

    def _columns(self, wanted: list[str], first: int) -> list[int] | None:
        columns = []
        for number, part in enumerate(wanted, start=first):
            column = self._column(part, number) if number < len(self._read) else None
            if column is None:
                return None
            columns.append(column)
        return columns

    def _column(self, part: str, number: int) -> int | None:
        """Return where in a line a part of it begins: at its end, else in the next cell, else anywhere."""
        line, reached = self._read[number], self._reached.get(number, 0)
        last = len(line) - len(part)
        if line.endswith(part) and last >= reached:
            return last
        for since in dict.fromkeys((reached, 0)):
            found = [at for at in islice(_occurrences(part, line, since), MOST) if (number, at) not in self._taken]
            alone = [at for at in found if _is_cell(line, at, at + len(part))]
            if found:
                return (alone or found)[0]
        return None

    def _reach(self, wanted: list[str], first: int, columns: list[int]) -> list[int]:
        places: list[int] = []
        for number, (part, column) in enumerate(zip(wanted, columns, strict=True), start=first):
            if part:
                self._reached[number] = max(self._reached.get(number, 0), column + len(part))
                self._taken.add((number, column))
                self._last = number
            at = self._expanded(number)
            places += at[column : column + len(part)]
            places.append(at[column + len(part)])  # of the line break
        return places[:-1]

    def _expanded(self, number: int) -> list[int]:
        """Return where each column of a line, and its end, stands in the file; a tab takes several."""
        start = self._lines.start(number + 1)
        places: list[int] = []
        for at, character in enumerate(self._lines.line(number + 1), start=start):
            places += [at] * (TAB - len(places) % TAB if character == "\t" else 1)
        return [*places, start + len(self._lines.line(number + 1))]


def _in_cell(node: Any) -> bool:
    while node is not None and node.tagname != "entry":
        node = node.parent
    return node is not None


def _occurrences(part: str, line: str, since: int) -> Iterator[int]:
    at = line.find(part, since) if part else -1
    while at >= 0:
        yield at
        at = line.find(part, at + 1)


def _is_cell(line: str, start: int, end: int) -> bool:
    return line[max(start - 1, 0) : start] in _APART and line[end : end + 1] in _APART


@dataclass(frozen=True, slots=True)
class Block:
    """The text of a block, with its escapes as docutils keeps them, and where each character stands in the file.

    Where it could not be found there, `places` is None, and it stands for all of the line `span`.
    """

    text: str
    places: list[int] | None
    span: tuple[int, int]

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """Yield that part of the text, cut where the source has something between; line breaks are spaces."""
        if self.places is None:
            said = self.text[start:end].replace(ESCAPE, "").replace("\n", " ")
            yield Piece(*self.span, said)
            return
        while start < end:
            at, character = self.places[start], self.text[start]
            if start and at == self.places[start - 1]:  # one more column of a tab
                start += 1
            elif character == ESCAPE:
                escaped = self.text[start + 1 : start + 2]
                yield Piece(at, at + 2, "" if escaped.isspace() else escaped)
                start += 2
            elif character == "\n":
                yield Piece(at, at, " ")
                start += 1
            else:
                stop = start + 1
                while stop < end and self.text[stop] not in "\0\n" and self.places[stop] == self.places[stop - 1] + 1:
                    stop += 1
                yield Piece(at, self.places[stop - 1] + 1)
                start = stop


class PlacingInliner:
    """Reads inline markup as docutils does, and keeps where each text stands.

    It wraps docutils' reader, which makes its patterns of the attributes of its own class only.
    """

    def __init__(self, source: SourceLines) -> None:
        self._reader = Inliner()
        self._source = source
        self._first_line = 0  # of the part of the file that is read
        self._placed: dict[int, tuple[nodes.Text, Block, int]] = {}  # the text itself keeps its id from being reused

    def __getattr__(self, name: str) -> Any:
        return getattr(self._reader, name)

    @contextmanager
    def from_line(self, number: int) -> Iterator[None]:
        """Read a part of the file that begins at that line, counted from 0."""
        self._first_line = number
        yield
        self._first_line = 0

    def init_customizations(self, settings: Any) -> None:
        """Prepare the patterns; leave out addresses, which take time with the square of a line, and are found later."""
        self._reader.init_customizations(settings)
        self._reader.implicit_dispatch.clear()

    def parse(self, text: str, lineno: int, memo: Any, parent: Any) -> tuple[list[Any], list[Any]]:
        """Return the nodes of a block, and docutils' messages about it."""
        found: list[Any] = [nodes.Text(escape2null(text))]
        messages: list[Any] = []
        if len(text) <= LONGEST:
            found, messages = self._reader.parse(text, lineno, memo, parent)
        line = self._first_line + lineno - 1 - (CELLS_TOO_LOW and _in_cell(parent))
        block = Block(escape2null(text), self._source.places(text, line), self._source.whole_line(line))
        at = 0
        for node in found:
            at = self._place(node, text, block, at)
        return found, messages

    def pieces(self, text: nodes.Text) -> Iterator[Piece]:
        """Yield what a text of the tree is in the file; nothing for what docutils has made itself."""
        if id(text) in self._placed:
            _, block, at = self._placed[id(text)]
            yield from block.pieces(at, at + len(text))

    def _place(self, node: Any, text: str, block: Block, at: int) -> int:
        """Keep where the texts of a node stand that begins at or behind `at`; return where it ends."""
        if isinstance(node, nodes.Text):
            start = end = at
        else:
            raw = getattr(node, "rawsource", "")
            start = text.find(raw, at) if raw and node.children else -1
            if start < 0:
                return at
            end = start + len(raw)
            start += raw.find("`") + 1
        for part in node.findall(nodes.Text):
            found = block.text.find(str(part), start)
            if found >= 0:
                self._placed[id(part)] = (part, block, found)
                start = found + len(part)
        return max(start, end)
