"""Text in, windows of tokens out: where something numeric may stand, cut into words, numbers and signs.

One cheap pass over the lowered text finds anchors (a digit, a number word, a month …). Only their
surroundings are cut into tokens, so the rest of a text costs nothing but that pass. Tokens point
into the text as given; the longest phrase of the pack that begins at a word makes one token.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from verifier.extraction.lexicon import NOTHING, WORD, Entry, Lexicon, Node

__all__ = ["Token", "tokens_of", "windows"]

BEFORE = 56  # characters of context before an anchor and after the last one
AFTER = 56
TOGETHER = 72  # anchors nearer than this share a window

GROUP_SPACES = " \u00a0\u202f\u2009\u2007"
WIDE_SPACES = GROUP_SPACES[1:]
TOKEN = re.compile(
    rf"""
      (?P<url>(?:https?://|www\.)[^\s<>"]++ | [\w.+-]++@[\w-]++(?:\.[\w-]++)++ | [\w-]+(?:\.[a-z]{{2,}})+/[^\s<>"]*+)
    | (?P<iso>(?<![\w.-])\d{{4}}-\d{{2}}-\d{{2}}(?:T\d{{2}}:?\d{{2}}(?::?\d{{2}})?(?:Z|[+-]\d{{2}}:?\d{{2}})?)?(?![\w-]))
    | (?P<slashed>(?<![\w./-])(?:\d{{1,2}}(?P<sep>[/.-])\d{{1,2}}(?P=sep)\d{{4}} | \d{{1,2}}/\d{{1,2}}/\d{{2}} | \d{{4}}/\d{{1,2}}/\d{{1,2}})(?![\w/-])(?!\.\d))
    | (?P<clock>(?<![\w.:])[0-2]?\d:[ ]?[0-5]\d(?::[0-5]\d)?(?![\w:]))
    | (?P<number>\d{{1,3}}(?:[ ]\d{{3}}){{2,8}}(?![\d]) | \d{{1,3}}(?:[{WIDE_SPACES}]\d{{3}})++(?:[.,]\d++)?(?!\d)
          | \d++(?:[.,]\d++|['’]\d{{3}}(?!\d))*+)
    | (?P<vulgar>[¼-¾⅐-⅞])
    | (?P<power>[²³¹⁰⁴-⁹]++)
    | (?P<word>{WORD}++(?:['’]{WORD}++)?)
    | (?P<pause>\n[^\S\n]*+\n\s*+)
    | (?P<sign>[^\w\s]|_)
    | (?P<other>\w)
    """,
    re.VERBOSE,
)


class Token:
    """A word, number, sign or phrase of the text, and what the stages make of it.

    `gap` is 0 where it touches the token before it. A stage that joins tokens makes a new one over
    all of them, with the values it read.
    """

    __slots__ = ("capital", "end", "entry", "form", "gap", "key", "kind", "rules", "scale", "start", "values")

    def __init__(self, start: int, end: int, kind: str, key: str, entry: Entry, gap: int) -> None:
        self.start = start
        self.end = end
        self.kind = kind  # word, number, sign, phrase …; later also numeral, date
        self.key = key  # lower case, for look-up only
        self.entry = entry
        self.gap = gap
        self.values: tuple[Decimal, ...] = ()
        self.form = ""  # how the number is written: digits, words, mixed, ordinal …
        self.scale = 0  # the power of ten of its scale word, 0 where it has none
        self.capital = False
        self.rules: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<{self.kind} {self.key!r} {self.start}:{self.end}>"


def windows(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the stretches of `text` in which something numeric may stand."""
    lowered = text.replace("İ", "i").lower()
    size = len(text)
    start = last = -1
    for match in lexicon.anchor.finditer(lowered):
        begin, end = match.span()
        if start < 0:
            start, last = _word_start(text, begin - BEFORE, 0), end
        elif begin - last < TOGETHER:
            last = end
        else:
            close = _word_end(text, last + AFTER, size)
            yield start, close
            start, last = _word_start(text, begin - BEFORE, close), end
    if start >= 0:
        yield start, _word_end(text, last + AFTER, size)


def _word_start(text: str, position: int, floor: int) -> int:
    """Return the first word start at or after `position`, never before `floor`."""
    if position <= floor:
        return floor
    space = text.find(" ", position, position + 30)
    return position if space < 0 else space + 1


def _word_end(text: str, position: int, size: int) -> int:
    if position >= size:
        return size
    space = text.find(" ", position, position + 30)
    return position if space < 0 else space


def tokens_of(text: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """Cut ``text[start:end]`` into tokens; the longest phrase of the pack is one token."""
    pieces = _pieces(text, start, end)
    root = lexicon.root
    tokens: list[Token] = []
    position, size = 0, len(pieces)
    while position < size:
        piece = pieces[position]
        node = root.get(piece.key) if piece.kind in ("word", "sign") else None
        if node is not None:
            length, entry = _longest(text, pieces, position, node)
            if length > 1:
                last = pieces[position + length - 1]
                key = " ".join([part.key for part in pieces[position : position + length]])
                phrase = Token(piece.start, last.end, "phrase", key, entry, piece.gap)
                phrase.capital = piece.capital
                tokens.append(phrase)
                position += length
                continue
            if length:
                piece.entry = entry
        tokens.append(piece)
        position += 1
    return tokens


def _pieces(text: str, start: int, end: int) -> list[Token]:
    pieces = []
    last = start
    for match in TOKEN.finditer(text, start, end):
        begin, stop = match.span()
        surface = match.group()
        kind = match.lastgroup or "other"
        if kind == "sep":
            kind = "slashed"
        piece = Token(begin, stop, kind, surface.lower(), NOTHING, 0 if begin == last else 1)
        if kind == "word":
            piece.capital = surface[0].isupper()
        pieces.append(piece)
        last = stop
    if pieces and start > 0 and pieces[0].start == start and text[start - 1].isspace():
        pieces[0].gap = 1
    return pieces


def _longest(text: str, pieces: list[Token], position: int, node: Node) -> tuple[int, Entry]:
    """Return how many pieces the longest phrase takes that begins at `position`, and its entry."""
    best, entry = 0, NOTHING
    begin = pieces[position].start
    size = len(pieces)
    here = position
    while True:
        found = node.entry_of(text[begin : pieces[here].end])
        if found is not None:
            best, entry = here - position + 1, found
        here += 1
        if not node.next or here >= size:
            return best, entry
        after = node.next.get(pieces[here].key)
        if after is None:
            return best, entry
        node = after
