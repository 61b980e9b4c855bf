"""Text in, windows of tokens out: where something numeric may stand, cut into words, numbers and signs.

One cheap pass over the lowered text finds anchors (a digit, a number word, a month …). Only their
surroundings are cut into tokens, so the rest of a text costs nothing but that pass. Tokens point
into the text as given; the longest phrase of the pack that begins at a word makes one token.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from verifier.extraction.lexicon import DIGIT, NOTHING, WORD, Entry, Lexicon, Node

__all__ = ["Token", "tokens_of", "windows"]

BEFORE = 28  # characters of context before the first anchor of a window
AFTER = 48  # and at most behind the last one
TOGETHER = 64  # anchors nearer than this share a window
TAIL = 5  # unknown words behind the last anchor that end a window

WIDE_SPACES = "\u00a0\u202f\u2009\u2007"
LINKS = ("@", "://", "www.", ".com", ".org", ".net", ".id/", ".htm")
SIGN_LETTERS = {",": ",", "/": "/", "(": "(", ")": ")", "'": "'", "’": "'", ".": ".", **dict.fromkeys("-–—‒−", "-")}
KIND_LETTERS = "___XXC___|_"  # of the kinds below
ROMAN_LETTERS = frozenset("ivxlc")
LOOKED_UP = (1, 2, 6)  # words, signs and numbers may begin a phrase of the pack
MOST_PIECES, LONGEST_PIECE = 50_000, 40  # bounds of what is kept of looked-up surfaces
KINDS = ("", "word", "sign", "iso", "slashed", "clock", "number", "vulgar", "power", "pause", "url")
PLAIN = rf"""
      ({WORD}++(?:['’]{WORD}++)?)
    | ([^\w\s]|_)
    | ((?<![\w.-])\d{{4}}-\d{{2}}-\d{{2}}(?:T\d{{2}}:?\d{{2}}(?::?\d{{2}})?(?:Z|[+-]\d{{2}}:?\d{{2}})?)?(?![\w-]))
    | ((?<![\w./-])(?:\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d{{2}}) | \d{{1,2}}-\d{{1,2}}-\d{{4}} | \d{{1,2}}\.\d{{1,2}}\.\d{{4}}
       | \d{{4}}/\d{{1,2}}/\d{{1,2}})(?![\w/-])(?!\.\d))
    | ((?<![\w.:])[0-2]?\d:[ ]?[0-5]\d(?::[0-5]\d)?(?![\w:]|[.,]\d|-[^\W\d]))
    | ((?<!\d[ ])\d{{1,3}}(?:[ ]\d{{3}}){{2,}}+(?:[.,]\d++)?(?!\d) | \d{{1,3}}(?:[{WIDE_SPACES}]\d{{3}})++(?:[.,]\d++)?(?!\d)
       | \d++(?:[.,]\d++|['’]\d{{3}}(?!\d))*+)
    | ([¼-¾⅐-⅞])
    | ([²³¹⁰⁴-⁹]++)
    | (\n[^\S\n]*+\n\s*+)
"""  # the groups are those of KINDS
LINK = r"""
      (?:https?://|www\.)[^\s<>"]++
    | [\w.+-]++@[\w-]++(?:\.[\w-]++)++
    | [\w-]++(?:\.[\w-]++)*\.[a-z]{2,4}/[^\s<>"]*+
    | [\w-]++\.(?:com|org|net|htm|html|php|co\.id|go\.id|or\.id|ac\.id)\b
"""
TOKEN = re.compile(rf"[ ]?+(?:{PLAIN})", re.VERBOSE)
LINKED = re.compile(rf"[ ]?+(?:(?!{LINK})(?:{PLAIN}) | ({LINK}))", re.VERBOSE)
OTHER_DIGITS = re.compile(DIGIT.replace("0-9", ""))


class Token:
    """A word, number, sign or phrase of the text, and what the stages make of it.

    `gap` is 0 where it touches the token before it. `form` says how a number is written (digits,
    words, mixed, ordinal …) and `scale` is the power of ten of its scale word. A stage that joins
    tokens makes a new one over all of them, with the values it read.
    """

    values: tuple[Decimal, ...] = ()
    form = ""
    scale = 0
    rules: tuple[str, ...] = ()

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

    def __repr__(self) -> str:
        return f"<{self.kind} {self.key!r} {self.start}:{self.end}>"


def windows(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, int]]:
    """Yield the stretches of `text` in which something numeric may stand.

    Each is given by its start, the end of its last anchor, and its end. Two of them never overlap;
    the later one has its context first.
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
            yield _word_start(text, first - BEFORE, floor), last, close
            floor = close
        first, last = begin, end
    if first >= 0:
        yield _word_start(text, first - BEFORE, floor), last, _word_end(text, last + AFTER, size)


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


class Piece(NamedTuple):
    """What a surface is wherever it stands: looked up once and kept."""

    kind: str
    key: str
    entry: Entry
    letter: str
    capital: bool
    node: Node | None  # of the phrase trie, where a longer phrase may begin here


def piece_of(surface: str, group: int, lexicon: Lexicon) -> Piece:
    """Look one surface up; `group` is the group of the token pattern that found it."""
    key = surface.lower() if group == 1 else surface
    node = lexicon.root.get(key) if group in LOOKED_UP else None
    entry = (node.entry_of(surface) if node is not None else None) or NOTHING
    letter = entry.tag
    if group == 2:
        letter = SIGN_LETTERS.get(key, letter)
    elif group > 2:
        letter = KIND_LETTERS[group]
    elif entry is NOTHING and key != surface and set(key) <= ROMAN_LETTERS:
        letter = "r"
    longer = node if node is not None and node.next else None
    return Piece(KINDS[group], key, entry, letter, key[0] != surface[0], longer)


def tokens_of(text: str, start: int, last_anchor: int, end: int, lexicon: Lexicon) -> list[Token]:
    """Cut ``text[start:end]`` into tokens; the longest phrase of the pack is one token.

    Behind the last anchor, some words in a row that the pack does not know end the window early.
    """
    known = lexicon.pieces
    tokens: list[Token] = []
    open_phrases: list[tuple[int, Node]] = []  # where a phrase of several pieces may begin
    last = start if start == 0 or not text[start - 1].isspace() else -1
    unknown = 0
    for match in _pattern(text, start, end).finditer(text, start, end):
        group = match.lastindex or 0
        begin, stop = match.span(group)
        surface = match[group]
        piece = known.get(surface)
        if piece is None:
            piece = piece_of(surface, group, lexicon)
            if len(known) < MOST_PIECES and stop - begin < LONGEST_PIECE:
                known[surface] = piece
        kind, key, entry, letter, capital, node = piece
        if begin > last_anchor:
            unknown = unknown + 1 if entry is NOTHING and group == 1 else 0
            if unknown > TAIL:
                break
        token = Token(begin, stop, kind, key, entry, 0 if begin == last else 1, capital, letter)
        if node is not None:
            open_phrases.append((len(tokens), node))
        if begin == last and "decade_suffix" in entry.roles:
            token.letter = "S"
        tokens.append(token)
        last = stop
    return _with_phrases(tokens, open_phrases, text) if open_phrases else tokens


def _pattern(text: str, start: int, end: int) -> re.Pattern[str]:
    """Return the token pattern for a window: the slower one only where a link may stand."""
    window = text[start:end]
    return LINKED if any([mark in window for mark in LINKS]) else TOKEN


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
