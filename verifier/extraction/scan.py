"""Text in, windows of tokens out: where something numeric may stand, cut into words, numbers and signs.

One cheap pass over the lowered text finds anchors (a digit, a number word, a month …). Only their
surroundings are cut into tokens, so the rest of a text costs nothing but that pass. Tokens point
into the text as given; the longest phrase of the pack that begins at a word makes one token.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from verifier.extraction.characters import DIGIT
from verifier.extraction.lexicon import Lexicon
from verifier.extraction.phrases import Entry, Node
from verifier.extraction.surfaces import CLASSES, LINKED, TOKEN, has_links, piece_as

__all__ = ["Token", "tokens_of", "windows"]

BEFORE = 24  # characters of context before the first anchor of a window
AFTER = 32  # and behind the last one
TOGETHER = 64  # anchors nearer than this share a window
OTHER_DIGITS = re.compile(DIGIT.replace("0-9", ""))


class Token:
    """A word, number, sign or phrase of the text, and what the stages make of it.

    `gap` is 0 where it touches the token before it. `form` says how a number is written (digits,
    words, mixed, ordinal …) and `scale` is the power of ten of its scale word. A stage that joins
    tokens makes a new one over all of them, with the values it read.
    """

    __slots__ = (
        "capital", "end", "entry", "form", "gap", "key", "kind", "letter", "rules", "scale", "start", "values"
    )  # fmt: skip

    def __init__(
        self,
        start: int,
        end: int,
        kind: str,
        key: str,
        entry: Entry,
        gap: int,
        capital: bool = False,
        letter: str = "_",
    ) -> None:
        self.start = start
        self.end = end
        self.kind = kind  # word, number, sign, phrase …; later also numeral, date
        self.key = key  # lower case, for look-up only
        self.entry = entry
        self.gap = gap
        self.capital = capital
        self.letter = letter  # in the date grammar, see dates.py
        self.values: tuple[Decimal, ...] = ()
        self.form = ""
        self.scale = 0
        self.rules: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<{self.kind} {self.key!r} {self.start}:{self.end}>"


def windows(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the stretches of `text` in which something numeric may stand.

    Each is given by its start and its end. Two of them never overlap; the later one has its context first.
    """
    lowered = text.replace("İ", "i").lower()  # the one letter whose lower case is longer
    if OTHER_DIGITS.search(lowered):
        lowered = OTHER_DIGITS.sub("0", lowered)
    size = len(text)
    floor, first, last = 0, -1, -TOGETHER
    for match in lexicon.anchor.finditer(lowered):
        begin, end = match.span()
        if begin - last < TOGETHER:
            last = end
            continue
        if first >= 0:
            close = _word_end(text, min(last + AFTER, begin - BEFORE), size)
            yield _word_start(text, first - BEFORE, floor), close
            floor = close
        first, last = begin, end
    if first >= 0:
        yield _word_start(text, first - BEFORE, floor), _word_end(text, last + AFTER, size)


def _word_start(text: str, position: int, floor: int) -> int:
    """Return the first word start at or after `position`, never before `floor`."""
    if position <= floor:
        return floor
    space = text.find(" ", position, position + BEFORE // 2)
    return position if space < 0 else space + 1


def _word_end(text: str, position: int, size: int) -> int:
    if position >= size:
        return size
    space = text.find(" ", position, position + BEFORE // 2)
    return position if space < 0 else space


def tokens_of(text: str, start: int, end: int, lexicon: Lexicon, *, linked: bool) -> list[Token]:
    """Cut ``text[start:end]`` into tokens; the longest phrase of the pack is one token."""
    pattern = LINKED if linked and has_links(text[start:end]) else TOKEN
    surfaces = pattern.findall(text, start, end)
    known = lexicon.surfaces
    tokens: list[Token] = []
    open_phrases: list[tuple[int, Node]] = []  # where a phrase of several pieces may begin
    apart = start > 0 and text[start - 1].isspace()
    stop = start
    for surface, (size, kind, key, entry, gap, capital, letter, node) in zip(
        surfaces, map(known.__getitem__, surfaces), strict=True
    ):
        stop += len(surface)
        if not kind:
            match = CLASSES.match(text, stop - len(surface), end)
            if match is None:
                apart = True
                continue
            size, kind, key, entry, gap, capital, letter, node = piece_as(match.lastgroup or "", surface, lexicon.root)
        if apart:
            gap, apart = 1, False
        if node is not None:
            open_phrases.append((len(tokens), node))
        tokens.append(Token(stop - size, stop, kind, key, entry, gap, capital, letter))
    return _with_phrases(tokens, open_phrases, text) if open_phrases else tokens


def _with_phrases(pieces: list[Token], open_phrases: list[tuple[int, Node]], text: str) -> list[Token]:
    """Join the pieces of each longest phrase to one token, from left to right."""
    tokens: list[Token] = []
    done = 0
    for position, node in open_phrases:
        if position < done or position + 1 >= len(pieces) or pieces[position + 1].key not in node.next:
            continue
        length, entry = _longest(text, pieces, position, node)
        if length > 1 and entry is not None:
            tokens += pieces[done:position]
            first, final = pieces[position], pieces[position + length - 1]
            key = " ".join([piece.key for piece in pieces[position : position + length]])
            tokens.append(Token(first.start, final.end, "phrase", key, entry, first.gap, first.capital, entry.tag))
            done = position + length
    return tokens + pieces[done:]


def _longest(text: str, pieces: list[Token], position: int, node: Node) -> tuple[int, Entry | None]:
    """Return how many pieces the longest phrase takes that begins at `position`, and its entry."""
    best, entry = 0, None
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
