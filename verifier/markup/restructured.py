"""A reStructuredText source in, its prose out, with offsets into the source.

docutils reads the document; none of its transforms run, and no directive may open a file.
"""

import re
from collections.abc import Iterator
from itertools import dropwhile
from textwrap import dedent
from typing import Any

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser
from docutils.utils import new_document

from verifier.errors import InputError
from verifier.markup.prose import SKIPPED, Piece, Prose, ProseBuilder
from verifier.markup.raised import Raising
from verifier.markup.rst_inline import PlacingInliner, SourceLines
from verifier.markup.tables import Cell, Table

__all__ = ["read_restructured"]

SETTINGS = {
    "report_level": 5,  # above docutils' loudest message
    "halt_level": 5,
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "syntax_highlight": "none",
    "line_length_limit": 2**31,  # long lines are handled by the reader of inline markup
}
DEEPEST = 6  # level of a heading
NO_PROSE = frozenset((
    "comment", "image", "literal_block", "doctest_block", "math_block", "raw", "pending", "system_message",
    "substitution_definition", "target", "meta", "option_group", "label", "footnote_reference", "citation_reference",
))  # fmt: skip
APART = frozenset(("literal", "math", "substitution_reference"))
IN_LINE = frozenset((
    "#text", "emphasis", "strong", "reference", "title_reference", "subscript", "superscript", "inline",
    "abbreviation", "acronym", "problematic", "colspec", "tgroup", "thead", "tbody",
))  # fmt: skip
SPHINX = {  # directives of Sphinx whose content is prose, and how many words of their first line are not
    **dict.fromkeys(("versionadded", "versionchanged", "versionremoved", "deprecated"), 1),
    **dict.fromkeys(("seealso", "todo"), 0),
    **dict.fromkeys(("only", "tab", "tab-set", "tab-item", "dropdown"), None),  # all of them
}
DEEPEST_UNKNOWN = 8  # directives within one another
_DIRECTIVE = re.compile(r"\.\. (?P<name>[\w-]+)::(?P<first>.*)")
_OPTION = re.compile(r"\s*:[\w-]+:(?:\s|$)")
FACTS = {"author": "author", "date": "date", "lang": "language", "language": "language"}


def read_restructured(source: str, *, name: str = "text") -> tuple[Prose, dict[str, str]]:
    """Return the prose of a reStructuredText document, and what its first field list says of language, date and author.

    >>> source = ":lang: id\\n\\nJudul\\n=====\\n\\nNaik **4,1** juta, lihat `ini <http://a/5>`_.\\n"
    >>> prose, facts = read_restructured(source)
    >>> prose.text, facts
    ('Judul\\n\\nNaik 4,1 juta, lihat ini.', {'language': 'id'})
    >>> prose.span(12, 20)
    (31, 41)

    Raises:
        InputError: blocks are nested deeper than docutils can read.
    """
    lines = SourceLines(source)
    inliner = PlacingInliner(lines)
    reader = _Reader(ProseBuilder(source), inliner)
    try:
        reader.read(_parsed(lines.text, inliner, _settings()))
    except RecursionError:
        raise InputError(
            f"{name}: blocks are nested too deeply to be read; make lists and quotations flatter"
        ) from None
    return reader.builder.prose(), reader.facts


def _settings() -> Any:
    settings = get_default_settings(Parser)
    for option, value in SETTINGS.items():
        setattr(settings, option, value)
    return settings


def _parsed(source: str, inliner: Any, settings: Any) -> Any:
    document = new_document("", settings)
    Parser(inliner=inliner).parse(source, document)
    return document


def _walk(root: Any, inliner: PlacingInliner) -> Iterator[tuple[Any, bool]]:
    """Yield each node as it is entered and as it is left; not what is inside of what is no prose.

    With each waits how many directives are around it, and the line at which the part begins that it was read in.
    """
    waiting = [(root, True, 0, 0)]
    while waiting:
        node, entering, depth, line = waiting.pop()
        yield node, entering
        if entering and node.tagname == "system_message" and depth < DEEPEST_UNKNOWN:
            line += node.get("line", 1) - 1
            waiting += [
                (child, True, depth + 1, line) for child in reversed(_unfolded(node, inliner, line, root.settings))
            ]
        elif entering and node.tagname not in NO_PROSE and node.tagname not in APART:
            waiting.append((node, False, depth, line))
            waiting += [(child, True, depth, line) for child in reversed(node.children)]


def _unfolded(message: Any, inliner: PlacingInliner, line: int, settings: Any) -> list[Any]:
    """Return the blocks in a directive of Sphinx at that line, of which docutils only says that it does not know it."""
    raw = next((child.astext() for child in message.children if child.tagname == "literal_block"), "")
    found = _DIRECTIVE.match(raw)
    if not found or found["name"] not in SPHINX:
        return []
    skipped = SPHINX[found["name"]]
    first = " ".join(found["first"].split(maxsplit=skipped)[skipped:]) if skipped is not None else ""
    lines = raw.split("\n")[1:]
    content = list(dropwhile(_OPTION.match, lines))
    source = "\n".join([first, *[""] * (len(lines) - len(content)), dedent("\n".join(content))])
    with inliner.from_line(line):
        return list(_parsed(source, inliner, settings).children)


class _Reader:
    """Adds the nodes of a tree to the text as they are entered and left."""

    def __init__(self, builder: ProseBuilder, inliner: PlacingInliner) -> None:
        self.builder = builder
        self.facts: dict[str, str] = {}
        self._inliner = inliner
        self._raising = Raising(builder.source)
        self._at = 0  # the place in the source that was reached
        self._comment_at = 0
        self._heading = 0
        self._level = 0
        self._depth = 0  # of tables
        self._table = Table()
        self._cell: Cell | None = None
        self._stubs: list[bool] = []  # whether each column of the table is one of headers
        self._in_head = False
        self._column = 0

    def read(self, document: Any) -> None:
        """Add all of a document but its field list at the top."""
        matter = _matter(document)
        for field in matter.children if matter is not None else ():
            name, body = (part.astext().strip() for part in field.children)
            if name.lower() in FACTS:
                self.facts[FACTS[name.lower()]] = body
        for node, entering in _walk(document, self._inliner):
            if node is matter:
                matter.children = []
            else:
                self._node(node, entering)

    def _node(self, node: Any, entering: bool) -> None:
        kind = node.tagname
        if kind == "#text":
            self._text(node) if entering else None
        elif kind == "comment":
            self._comment(node)
        elif kind in APART:
            self._add(Piece(self._at, self._at, SKIPPED))
        elif kind in ("table", "row", "entry", "colspec", "thead"):
            self._in_table(node, entering)
        elif kind not in IN_LINE and kind not in NO_PROSE:
            self._block(node, entering)

    def _text(self, node: nodes.Text) -> None:
        if node.parent.tagname == "problematic" and any(map(str.isalnum, node)):  # a role that docutils does not know
            self._add(Piece(self._at, self._at, SKIPPED))
            return
        if node.parent.tagname == "superscript":
            self._raising.begin(node)
        for piece in self._inliner.pieces(node):
            self._add(piece)
            self._at = piece.end
        self._raising.end()

    def _block(self, node: Any, entering: bool) -> None:
        kind = node.tagname
        if kind == "section":
            self._level += 1 if entering else -1
        elif kind == "field_name":
            self._separate("\n\n") if entering else self._add(Piece(self._at, self._at, ": "))
        elif not _follows_a_field_name(node):
            titled = kind == "title" and node.parent.tagname == "section"
            if titled and not entering:
                self.builder.heading(self._heading, min(self._level, DEEPEST))
            self._separate("\n" if kind == "line" else "\n\n")
            if titled and entering:
                self._heading = self.builder.next

    def _in_table(self, node: Any, entering: bool) -> None:
        kind = node.tagname
        if kind == "table":
            self._depth += 1 if entering else -1
            if self._depth == 1 and entering:
                self._table, self._cell, self._stubs = Table(), None, []
                self._separate("\n\n")
            elif self._depth == 0:
                self._table.add_to(self.builder)
                self._separate("\n\n")
        elif self._depth > 1:
            self._separate("\n\n")
        elif kind == "colspec" and entering:
            self._stubs.append(bool(node.get("stub")))
        elif kind == "thead":
            self._in_head = entering
        elif kind == "row" and entering:
            self._table.row()
            self._column = 0
        elif kind == "entry":
            self._enter_cell(node) if entering else self._leave_cell()

    def _enter_cell(self, node: Any) -> None:
        columns, rows = 1 + node.get("morecols", 0), 1 + node.get("morerows", 0)
        stub = any(self._stubs[self._column : self._column + 1])
        self._cell = self._table.cell(header=self._in_head or stub, columns=columns, rows=rows)
        self._column += columns

    def _leave_cell(self) -> None:
        self._cell = None

    def _add(self, piece: Piece) -> None:
        shown = self._raising.piece(piece)
        if shown is not None:
            (self._cell or self.builder).add(shown)

    def _separate(self, mark: str) -> None:
        self._raising.apart()
        if self._cell is None:
            self.builder.separate(mark, self._at)
        else:
            self._cell.separate()

    def _comment(self, node: Any) -> None:
        """Keep a comment; docutils does not tell where it stands, but they come in their order."""
        body = node.astext()
        first = body.partition("\n")[0]
        found = self.builder.source.find(first, self._comment_at)
        start = self.builder.source.rfind("..", self._comment_at, found) if found >= 0 else -1
        if first and start >= 0:
            self._separate("\n\n")
            self._comment_at = found + len(first)
            (self._cell or self.builder).comment(start, self._comment_at, " ".join(body.split()))


def _matter(document: Any) -> Any:
    """Return the field list at the top of a document, or behind its title; None where there is none."""
    for node in document.children:
        if node.tagname == "section":
            return next((part for part in node.children[1:2] if part.tagname == "field_list"), None)
        if node.tagname == "field_list":
            return node
        if node.tagname not in ("comment", "target"):
            return None
    return None


def _follows_a_field_name(node: Any) -> bool:
    """Return whether a block goes on in the line of the name of a field."""
    body = node if node.tagname == "field_body" else node.parent
    return body is not None and body.tagname == "field_body" and (node is body or node is body.children[0])
