"""An HTML source in, its prose out, with offsets into the source.

justhtml builds the tree that a browser would build, and says where each node begins.
"""

import html
import re
from collections.abc import Iterator
from typing import Any

from justhtml import JustHTML

from verifier.markup.prose import SKIPPED, Piece, Prose, ProseBuilder
from verifier.markup.raised import Raising
from verifier.markup.tables import Cell, Table

__all__ = ["add_html", "page_facts", "read_html"]

NO_PROSE = frozenset((
    "head", "script", "style", "template", "noscript", "code", "pre", "kbd", "samp", "textarea", "select", "svg",
    "math", "iframe", "object",
))  # fmt: skip
IN_LINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "data", "del", "dfn", "em", "font", "i", "ins",
    "label", "mark", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
))  # fmt: skip
HEADINGS = {f"h{level}": level for level in range(1, 7)}
_STRAY = re.compile(r"<(?![A-Za-z/!?])")
_STAND_IN = "\ue000"
_PART = re.compile(
    r"(?P<reference>&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};?))"
    r"|(?P<space>[ \t\n\f\r]+)|[^&< \t\n\f\r]+|.",
    re.DOTALL,
)


def read_html(source: str) -> Prose:
    """Return the prose of an HTML page.

    >>> prose = read_html("<p>Naik &lt;<b>4,1</b>&nbsp;juta.</p><p>Turun.</p>")
    >>> prose.text
    'Naik <4,1\\xa0juta.\\n\\nTurun.'
    >>> prose.span(6, 14)
    (15, 32)
    """
    builder = ProseBuilder(source)
    add_html(builder, 0, len(source))
    return builder.prose()


def page_facts(source: str) -> dict[str, str]:
    """Return what a page says of itself: its language, when it was published, and its author.

    >>> page_facts('<html lang="id-ID"><meta property="article:published_time" content="2024-10-14T08:00">')
    {'language': 'id-ID', 'date': '2024-10-14T08:00'}
    """
    facts: dict[str, str] = {}
    for node, entering in _walk(_tree(source)):
        attributes = getattr(node, "attrs", None) or {}
        if entering and node.name == "html" and attributes.get("lang"):
            facts["language"] = attributes["lang"]
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if entering and node.name == "meta" and name in ("article:published_time", "date", "datePublished"):
            facts.setdefault("date", attributes.get("content") or "")
        elif entering and node.name == "meta" and name == "author":
            facts.setdefault("author", " ".join((attributes.get("content") or "").split()))
    return facts


def add_html(builder: ProseBuilder, start: int, end: int) -> None:
    """Add the prose of that part of the builder's source."""
    reader = _Reader(builder, start, end)
    builder.separate("\n\n", start)
    for node, entering in _walk(_tree(builder.source[start:end])):
        reader.node(node, entering)
    builder.separate("\n\n", end)


def _tree(source: str) -> Any:
    """Return the root of the tree; a "<" that begins no tag is hidden, which keeps the time linear."""
    return JustHTML(_STRAY.sub(_STAND_IN, source), sanitize=False, track_node_locations=True).root


def _walk(root: Any) -> Iterator[tuple[Any, bool]]:
    """Yield each node as it is entered and as it is left; not what is no prose."""
    waiting = [(root, True)]
    while waiting:
        node, entering = waiting.pop()
        yield node, entering
        if entering and node.name != "#text":
            waiting.append((node, False))
            if node.name not in NO_PROSE or node.name == "head":
                waiting += [(child, True) for child in reversed(getattr(node, "children", None) or ())]


def _span(cell: Any, name: str) -> int:
    """Return how many columns or rows a cell says that it takes."""
    said = (cell.attrs or {}).get(name) or "1"
    return int(said) if said.isdecimal() and len(said) < 5 else 1


class _Reader:
    """Adds the nodes of a tree to the text as they are entered and left."""

    def __init__(self, builder: ProseBuilder, start: int, end: int) -> None:
        self.builder = builder
        self.base = start
        self.end = end
        self.at = start  # the place in the source that was reached
        self.depth = 0  # of tables
        self.table = Table()
        self.cell: Cell | None = None
        self.heading = 0
        self.in_head = False
        self.in_caption = False
        self.raising = Raising(builder.source)
        self.raised = 0  # how many <sup> are open

    def node(self, node: Any, entering: bool) -> None:
        if entering and getattr(node, "origin_offset", None) is not None:
            self.at = self.base + node.origin_offset
        if node.name == "head":
            self.in_head = entering
        elif self.in_head:
            return
        elif node.name == "#text":
            self._text(node.data)
        elif node.name == "#comment":
            self._comment(node.data, entering)
        elif (node.name in NO_PROSE and node.name != "pre") or node.name == "img":
            if entering:
                self._add(Piece(self.at, self.at, SKIPPED))
        elif node.name == "sup":
            self._raised(node, entering)
        elif node.name not in IN_LINE:
            self._block(node, entering)

    def _block(self, node: Any, entering: bool) -> None:
        if node.name == "br":
            self._separate("\n")
        elif node.name == "caption" and self.depth == 1:
            self.in_caption = entering
            self.builder.separate("\n\n", self.at)
        elif node.name in ("table", "tr", "td", "th") and (self.depth or node.name == "table"):
            self._table(node, entering)
        else:
            level = HEADINGS.get(node.name) if not self.depth else None
            if level and not entering:
                self.builder.heading(self.heading, level)
            self._separate("\n\n")
            if level and entering:
                self.heading = self.builder.next

    def _table(self, node: Any, entering: bool) -> None:
        if node.name == "table":
            self.depth += 1 if entering else -1
            if self.depth == 1 and entering:
                self.table, self.cell = Table(), None
            elif self.depth == 0:
                self.table.add_to(self.builder)
                self.builder.separate("\n\n", self.at)
        elif self.depth > 1:
            self._separate("\n\n")
        elif entering and node.name == "tr":
            self.table.row()
        elif entering:
            columns, rows = (_span(node, name) for name in ("colspan", "rowspan"))
            self.cell = self.table.cell(header=node.name == "th", columns=columns, rows=rows)
        elif node.name != "tr":
            self.cell = None

    def _raised(self, node: Any, entering: bool) -> None:
        self.raised += 1 if entering else -1
        if entering and self.raised == 1:
            inside = [one for one, begins in _walk(node) if begins]
            linked = any(one.name == "a" for one in inside)
            self.raising.begin("".join(one.data for one in inside if one.name == "#text"), linked=linked)
        elif not self.raised:
            self.raising.end()

    def _add(self, piece: Piece) -> None:
        shown = self.raising.piece(piece)
        if shown is None:
            return
        if self.cell:
            self.cell.add(shown)
        elif self.in_caption or not self.depth:
            self.builder.add(shown)

    def _separate(self, mark: str) -> None:
        self.raising.apart()
        if not self.depth:
            self.builder.separate(mark, self.at)
        elif self.cell:
            self.cell.separate()

    def _comment(self, body: str, entering: bool) -> None:
        if not entering:
            return
        end = self.builder.source.find("-->", self.at, self.end)
        (self.cell or self.builder).comment(self.at, end + 3 if end >= 0 else self.end, body)

    def _text(self, data: str) -> None:
        """Add a text node: walk along the source as far as it says what the node says."""
        source, at, said = self.builder.source, self.at, 0
        while said < len(data) and at < self.end:
            if source[at] == "<" and data[said] not in ("<", _STAND_IN):  # a tag that the tree does without
                at = source.find(">", at, self.end) + 1
                if not at:
                    return
                continue
            part = _PART.match(source, at, self.end)
            assert part is not None  # its last choice is any character
            at = part.end()
            if part["reference"]:
                decoded = html.unescape(part[0])
                stands_for = decoded if data.startswith(decoded, said) else None
                self._add(Piece(part.start(), at, stands_for))
                said += len(stands_for or part[0])
            else:
                if part["space"]:
                    self._space(part.start(), at)
                else:
                    self._add(Piece(part.start(), at))
                said += len(part[0].replace("\r\n", "\n"))

    def _space(self, start: int, end: int) -> None:
        """Add white space as a browser shows it: as one space, and none at the start of a block."""
        inside = self.cell.inside_a_line if self.cell else self.builder.inside_a_line
        if inside and (self.cell or self.in_caption or not self.depth):
            self._add(Piece(start, end, None if self.builder.source[start:end] == " " else " "))
