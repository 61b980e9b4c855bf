"""Text in, windows of tokens out: where something numeric may stand, cut into words, numbers and signs.

One cheap pass over the lowered text finds anchors (a digit, a number word, a month …). Only their
surroundings are cut into tokens, so the rest of a text costs nothing but that pass. Tokens point
into the text as given; the longest phrase of the pack that begins at a word makes one token.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from verifier.extraction.lexicon import DIGIT, NOTHING, WORD, Entry, Lexicon, Node

__all__ = ["Token", "tokens_of", "windows"]

BEFORE = 34  # characters of context before an anchor, and after the last one
AFTER = 44
TOGETHER = BEFORE + AFTER + 32  # anchors nearer than this share a window, so that no two windows touch

WIDE_SPACES = "\u00a0\u202f\u2009\u2007"
LINKS = ("@", "://", "www.", ".com", ".org", ".net", ".id/", ".htm")
SIGN_LETTERS = {",": ",", "/": "/", "(": "(", ")": ")", "'": "'", "’": "'", ".": ".", **dict.fromkeys("-–—‒−", "-")}
KIND_LETTERS = "___XXC___|_"  # of the kinds below
ROMAN_LETTERS = frozenset("ivxlc")
KINDS = ("", "word", "sign", "iso", "slashed", "clock", "number", "vulgar", "power", "pause", "url")
PLAIN = rf"""
      ({WORD}++(?:['’]{WORD}++)?)
    | ([^\w\s]|_)
    | ((?<![\w.-])\d{{4}}-\d{{2}}-\d{{2}}(?:T\d{{2}}:?\d{{2}}(?::?\d{{2}})?(?:Z|[+-]\d{{2}}:?\d{{2}})?)?(?![\w-]))
    | ((?<![\w./-])(?:\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d{{2}}) | \d{{1,2}}-\d{{1,2}}-\d{{4}} | \d{{1,2}}\.\d{{1,2}}\.\d{{4}}
       | \d{{4}}/\d{{1,2}}/\d{{1,2}})(?![\w/-])(?!\.\d))
    | ((?<![\w.:])[0-2]?\d:[ ]?[0-5]\d(?::[0-5]\d)?(?![\w:]|[.,]\d|-[^\W\d]))
    | (\d{{1,3}}(?:[ ]\d{{3}}){{2,8}}(?!\d) | \d{{1,3}}(?:[{WIDE_SPACES}]\d{{3}})++(?:[.,]\d++)?(?!\d)
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

    letter = "_"  # in the date grammar, see dates.py
    values: tuple[Decimal, ...] = ()
    form = ""
    scale = 0
    rules: tuple[str, ...] = ()

    def __init__(
        self, start: int, end: int, kind: str, key: str, entry: Entry, gap: int, capital: bool = False
    ) -> None:
        self.start = start
        self.end = end
        self.kind = kind  # word, number, sign, phrase …; later also numeral, date
        self.key = key  # lower case, for look-up only
        self.entry = entry
        self.gap = gap
        self.capital = capital

    def __repr__(self) -> str:
        return f"<{self.kind} {self.key!r} {self.start}:{self.end}>"


def windows(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the stretches of `text` in which something numeric may stand."""
    lowered = text.replace("İ", "i").lower()  # the one letter whose lower case is longer
    if OTHER_DIGITS.search(lowered):
        lowered = OTHER_DIGITS.sub("0", lowered)
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
    root = lexicon.root
    tokens: list[Token] = []
    open_phrases: list[tuple[int, Node]] = []  # where a phrase of several pieces may begin
    last = start if start == 0 or not text[start - 1].isspace() else -1
    linked = any([mark in text[start:end] for mark in LINKS])
    for match in (LINKED if linked else TOKEN).finditer(text, start, end):
        kind = match.lastindex or 0
        begin, stop = match.span(kind)
        key = surface = match[kind]
        capital = False
        node = None
        if kind == 1:
            key = surface.lower()
            capital = key[0] != surface[0]
            node = root.get(key)
        elif kind == 2 or kind == 6:
            node = root.get(surface)
        entry = NOTHING
        if node is not None:
            entry = (node.exact.get(surface, node.entry) if node.exact else node.entry) or NOTHING
            if node.next:
                open_phrases.append((len(tokens), node))
        token = Token(begin, stop, KINDS[kind], key, entry, 0 if begin == last else 1, capital)
        if entry is not NOTHING:
            token.letter = "S" if begin == last and "decade_suffix" in entry.roles else entry.tag
            if kind == 2:
                token.letter = SIGN_LETTERS.get(key, entry.tag)
        elif kind != 1:
            token.letter = SIGN_LETTERS.get(key, "_") if kind == 2 else KIND_LETTERS[kind]
        elif capital and key[0] in "ivxlc" and set(key) <= ROMAN_LETTERS:
            token.letter = "r"
        tokens.append(token)
        last = stop
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
            phrase = Token(first.start, final.end, "phrase", key, entry, first.gap, first.capital)
            phrase.letter = entry.tag
            tokens.append(phrase)
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
