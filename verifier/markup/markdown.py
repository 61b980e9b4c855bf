"""A Markdown source in, its prose out, with offsets into the source.

markdown-it-py reads the document as CommonMark says, with tables and strike-through. It tells the
lines of a block, and here the columns are found again.
"""

from markdown_it.token import Token

from verifier.lines import Lines
from verifier.markup.inline import Places, Sink, add_words, parser
from verifier.markup.prose import Prose, ProseBuilder
from verifier.markup.tables import Table
from verifier.markup.webpage import add_html

__all__ = ["read_markdown"]

_TABLE = frozenset(["table_open", "tr_open", "th_open", "td_open", "th_close", "td_close", "table_close"])


def read_markdown(source: str, *, start: int = 0) -> Prose:
    """Return the prose of a Markdown document that begins at `start`, behind its front matter.

    >>> prose = read_markdown("# Judul\\n\\nNaik **4,1** juta, lihat [laporan 2024](http://a/5).\\n")
    >>> prose.text
    'Judul\\n\\nNaik 4,1 juta, lihat laporan 2024.'
    >>> prose.span(12, 20)
    (16, 26)
    """
    builder = ProseBuilder(source)
    _Reader(builder, start).read()
    return builder.prose()


class _Reader:
    """Adds the blocks of a document to the text."""

    def __init__(self, builder: ProseBuilder, start: int) -> None:
        self.builder = builder
        self.base = start
        self.lines = Lines(builder.source[start:])
        self.table = Table()
        self.column = 0  # reached in the line of a table's row
        self.sink: Sink = builder

    def read(self) -> None:
        """Add all blocks."""
        opening: Token | None = None
        heading = 0
        for token in parser().parse(self.lines.text):
            if token.type == "inline":
                self._inline(token, opening.markup if opening else "")
            elif token.type == "html_block" and token.map:
                add_html(self.builder, self._offset(token.map[0]), self._offset(token.map[1]))
            elif token.type in _TABLE:
                self._table(token)
            elif token.type == "heading_close":
                self.builder.heading(heading, int(token.tag.removeprefix("h")))
            elif token.map:
                self.builder.separate("\n\n", self._offset(token.map[0]))
                heading = self.builder.next
            opening = token

    def _table(self, token: Token) -> None:
        if token.type == "table_open":
            self.table = Table()
        elif token.type == "tr_open":
            self.table.row()
            self.column = 0
        elif token.type in ("th_open", "td_open"):
            self.sink = self.table.cell(header=token.type == "th_open")
        else:
            self.sink = self.builder
        if token.type == "table_close":
            self.table.add_to(self.builder)

    def _offset(self, number: int) -> int:
        """Return where in the source the line of that number, from 0, begins."""
        return self.base + (self.lines.start(number + 1) if number < self.lines.count else len(self.lines.text))

    def _inline(self, token: Token, marker: str) -> None:
        first = token.map[0] if token.map else 0
        places = Places()
        in_cell = self.sink is not self.builder
        for number, content in enumerate(token.content.split("\n"), start=first):
            line = self.lines.line(number + 1)
            written = content.strip().replace("|", "\\|") if in_cell else content.strip()
            if in_cell:
                column = max(line.find(written, self.column), self.column)
                self.column = column + len(written)
            elif marker.startswith("#"):
                column = line.find(written, line.find(marker) + len(marker))
            else:
                column = len(line.rstrip()) - len(written)
            indent = len(content) - len(content.lstrip())
            places.add_line(content, start=self._offset(number) + column - indent, escaped="|" if in_cell else "")
        add_words(token.content, token.children or [], places, self.sink, source=self.builder.source)
