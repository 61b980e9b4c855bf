"""The tokens of a Markdown line in, its words out as pieces of the source."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import takewhile
from typing import Protocol

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, backtick, entity, escape, html_inline, image, link, newline
from markdown_it.token import Token

from verifier.markup.prose import SKIPPED, Piece
from verifier.markup.raised import Raising

__all__ = ["Places", "Sink", "add_words", "parser"]

Rule = Callable[[StateInline, bool], bool]
RECORDED: dict[str, Rule] = {
    "autolink": autolink, "backticks": backtick, "entity": entity, "escape": escape, "html_inline": html_inline,
    "image": image, "link": link, "newline": newline,
}  # fmt: skip
_COMMENT = re.compile(r"<!--(.*)-->", re.DOTALL)
_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_RAISED = re.compile(r"<(?P<end>/?)sup\b", re.IGNORECASE)
_NOTE = re.compile(r"\[\^[^\]\s]{1,50}\]:?")


class Sink(Protocol):
    """What takes the parts of a text: the text itself, or a cell of a table."""

    def add(self, piece: Piece) -> None:
        """Add a part of the source, or what stands for it."""

    def comment(self, start: int, end: int, body: str) -> None:
        """Keep a comment."""


@cache
def parser() -> MarkdownIt:
    """Return the reader of Markdown, whose rules note where in the line each token begins and ends."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")
    for name, rule in RECORDED.items():
        reader.inline.ruler.at(name, _recording(rule))
    return reader


def _recording(rule: Rule) -> Rule:
    def run(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent and len(state.tokens) > before:
            state.tokens[-1].meta["span"] = (start, state.pos)
        return True

    return run


class Places:
    """Where in the source the characters of a block's content stand, line by line.

    >>> places = Places()
    >>> places.add_line("naik 4", start=10)
    >>> places.add_line("persen", start=20)
    >>> places.at(5), places.at(7)
    (15, 20)
    """

    __slots__ = ("_contents", "_length", "_sources")

    def __init__(self) -> None:
        self._contents: list[int] = []
        self._sources: list[int] = []
        self._length = 0

    def add_line(self, content: str, *, start: int, escaped: str = "") -> None:
        """Add a line of content that begins at `start`; each `escaped` character has a backslash before it there."""
        self._run(self._length, start)
        for number, found in enumerate(re.finditer(re.escape(escaped), content) if escaped else (), start=1):
            self._run(self._length + found.start(), start + found.start() + number)
        self._length += len(content) + 1

    def _run(self, content: int, source: int) -> None:
        self._contents.append(content)
        self._sources.append(source)

    def at(self, offset: int) -> int:
        """Return where the character at `offset` of the content stands in the source."""
        run = max(bisect_right(self._contents, offset) - 1, 0)
        return self._sources[run] + offset - self._contents[run]

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """Yield that part of the content, cut where the source has something between."""
        while start < end:
            run = bisect_right(self._contents, start)
            stop = min(end, self._contents[run]) if run < len(self._contents) else end
            yield Piece(self.at(start), self.at(stop - 1) + 1)
            start = stop


def add_words(content: str, tokens: list[Token], places: Places, sink: Sink, *, source: str) -> None:
    """Add the prose of a block's content: no addresses, no code, no markup."""
    done = 0
    address = False  # inside <http://…>
    raising = Raising(source)
    for number, token in enumerate(tokens):
        start, end = token.meta.get("span", (done, done + len(token.markup)))
        if token.type == "text":
            if address or not token.content:
                continue
            start = content.find(token.content, done)
            if start < 0:
                return
            end = start + len(token.content)
            for first, last in _between_notes(content, start, end):
                for piece in places.pieces(first, last):
                    if shown := raising.piece(piece):
                        sink.add(shown)
        elif token.type == "link_open":
            address = token.info == "auto"
            end = done + 1
        elif token.type == "link_close" and address:
            address = False
            sink.add(Piece(places.at(start), places.at(end - 1) + 1, SKIPPED))
        elif token.type == "html_inline" and (tag := _RAISED.match(token.content)):
            raising.end()
            if not tag["end"]:
                _raise(raising, tokens, number + 1)
        else:
            raising.apart()
            _add_token(token, places.at(start), places.at(max(end - 1, start)) + 1, sink)
        done = end


def _between_notes(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a text between the marks of notes, "[^1]"."""
    for note in _NOTE.finditer(content, start, end):
        yield start, note.start()
        start = note.end()
    yield start, end


def _raise(raising: Raising, tokens: Sequence[Token], first: int) -> None:
    """Begin what stands raised from a token on, up to its end."""
    following = map(tokens.__getitem__, range(first, len(tokens)))
    inside = list(takewhile(lambda token: token.type != "html_inline" or not _RAISED.match(token.content), following))
    text = "".join(token.content for token in inside if token.type == "text")
    raising.begin(text, linked=any(token.type == "link_open" for token in inside))


def _add_token(token: Token, start: int, end: int, sink: Sink) -> None:
    if token.type == "text_special":
        sink.add(Piece(start, end, token.content))
    elif token.type == "softbreak":
        sink.add(Piece(start, end, " "))
    elif token.type == "hardbreak":
        sink.add(Piece(start, end, "\n"))
    elif token.type in ("code_inline", "image"):
        sink.add(Piece(start, end, SKIPPED))
    elif token.type == "html_inline":
        if comment := _COMMENT.fullmatch(token.content):
            sink.comment(start, end, comment[1])
        elif _BREAK.match(token.content):
            sink.add(Piece(start, end, "\n"))
