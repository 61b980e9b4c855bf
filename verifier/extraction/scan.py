"""Text in, windows of tokens out: where something numeric may stand, cut into words, numbers and signs.

One cheap pass over the lowered text finds anchors (a digit, a number word, a month …). Only their
surroundings are cut into tokens, so the rest of a text costs nothing but that pass. The longest
phrase of the pack that begins at a word makes one token.
"""

import re
from collections.abc import Iterator
from copy import copy
from functools import cache
from itertools import accumulate
from operator import attrgetter

from verifier.extraction.characters import DIGIT, WORD
from verifier.extraction.lexicon import Lexicon
from verifier.extraction.phrases import Entry, Node
from verifier.extraction.surfaces import Surfaces
from verifier.extraction.tokens import Joint, Token, Window

__all__ = ["scan", "windows"]

BEFORE = 24  # characters of context before the first anchor of a window
AFTER = 32  # and behind the last one
TOGETHER = 64  # anchors nearer than this share a window

WIDE_SPACES = "\u00a0\u202f\u2009\u2007"
LINKS = ("@", "://", "www.", ".com", ".org", ".net", ".id/", ".htm")
PLAIN = rf"""
      {WORD}++(?:['’]{WORD}++)?
    | [^\w\s]|_
    | (?<![\w.-])\d{{4}}-\d{{2}}-\d{{2}}(?:T\d{{2}}:?\d{{2}}(?::?\d{{2}})?(?:Z|[+-]\d{{2}}:?\d{{2}})?)?(?![\w-])
    | (?<![\w./-])(?:\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d{{2}}) | \d{{1,2}}-\d{{1,2}}-\d{{4}}
       | \d{{1,2}}\.\d{{1,2}}\.\d{{4}} | \d{{4}}/\d{{1,2}}/\d{{1,2}})(?![\w/-])(?!\.\d)
    | (?<![\w.:])[0-2]?\d:[ ]?[0-5]\d(?::[0-5]\d)?(?![\w:]|[.,]\d|-[^\W\d])
    | (?<!\d[ ])\d{{1,3}}(?:[ ]\d{{3}}){{2,}}+(?:[.,]\d++)?(?!\d)
       | \d{{1,3}}(?:[{WIDE_SPACES}]\d{{3}})++(?:[.,]\d++)?(?!\d)
       | \d++(?:[.,]\d++|['’]\d{{3}}(?!\d))*+
    | [¼-¾⅐-⅞]
    | [²³¹⁰⁴-⁹]++
"""  # `kind_of` in surfaces.py tells them apart
LINK = r"""
      (?:https?://|www\.)[^\s<>"]++
    | [\w.+-]++@[\w-]++(?:\.[\w-]++)++
    | [\w-]++(?:\.[\w-]++)*\.[a-z]{2,4}/[^\s<>"]*+
    | [\w-]++\.(?:com|org|net|htm|html|php|co\.id|go\.id|or\.id|ac\.id)\b
"""
PAUSE = r"[^\S\n]*+\n[^\S\n]*+\n\s*+"  # an empty line
SURFACE = re.compile(rf"{PAUSE} | \s*+(?:{PLAIN} | \S)", re.VERBOSE)  # each with the space before it
DOTTED_DATE = re.compile(r"(?<![\w./-])\d{1,2}\.\d{1,2}\.\d{4}(?![\w/-])(?!\.\d)")
STEP = attrgetter("step")
OTHER_DIGITS = re.compile(DIGIT.replace("0-9", ""))


def scan(text: str, lexicon: Lexicon) -> Iterator[Window]:
    """Yield the windows of `text` in which something numeric may stand, cut into tokens."""
    linked: bool | None = None  # no text without a number is searched for links
    for start, end in windows(text, lexicon):
        if linked is None:
            linked = any(mark in text for mark in LINKS)
        links = linked and any(mark in text[start:end] for mark in LINKS)
        yield tokens_of(text, start, end, _with_links() if links else SURFACE, lexicon)


@cache
def _with_links() -> re.Pattern[str]:
    """Return the slower pattern, for windows in which a link may stand."""
    return re.compile(rf"{PAUSE} | \s*+(?:{LINK} | {PLAIN} | \S)", re.VERBOSE)


def tokens_of(text: str, start: int, end: int, pattern: re.Pattern[str], lexicon: Lexicon) -> Window:
    """Cut ``text[start:end]`` into tokens; the longest phrase of the pack is one token."""
    found = pattern.findall(text, start, end)
    if start and text[start - 1].isspace() and found and not found[0][0].isspace():
        start -= 1
        found[0] = " " + found[0]
    tokens = list(map(lexicon.surfaces.__getitem__, found))
    window = Window(text, tokens, list(accumulate(map(len, found), initial=start)), lexicon)
    if "?" in map(STEP, tokens):
        _settle(window, lexicon.surfaces)
    opening = [place for place, token in enumerate(window.tokens) if token.node is not None]
    if opening:
        _join_phrases(window, opening, lexicon.surfaces)
    return window


def _settle(window: Window, surfaces: Surfaces) -> None:
    """Drop what is no token; see whether what looks like "13.10.2024" is no date where it stands."""
    tokens: list[Token] = []
    bounds: list[int] = []
    dropped = 0  # characters
    for place, token in enumerate(window.tokens):
        begin = window.bounds[place] - dropped
        if not token.kind:
            dropped = window.bounds[place + 1] - begin
            continue
        if token.step == "?" and not DOTTED_DATE.match(window.text, window.start(place), window.bounds[-1]):
            token = surfaces.number(token)
        if dropped:
            token = copy(token)
            token.space, token.gap, dropped = token.space + dropped, 1, 0
        tokens.append(token)
        bounds.append(begin)
    window.tokens, window.bounds = tokens, [*bounds, window.bounds[-1] - dropped]


def _join_phrases(window: Window, opening: list[int], surfaces: Surfaces) -> None:
    """Join the pieces of each longest phrase to one token, from left to right."""
    tokens, bounds = window.tokens, window.bounds
    joints: list[Joint] = []
    done = 0
    for position in opening:
        if position < done or position + 1 >= len(tokens):
            continue
        first = tokens[position]
        if first.node is None or tokens[position + 1].key not in first.node.next:
            continue
        length, entry = _longest(window, position, first.node)
        if length > 1 and entry is not None:
            done = position + length
            key = " ".join([token.key for token in tokens[position:done]])
            phrase = surfaces.phrase(window.text[bounds[position] : bounds[done]], key, entry, first)
            joints.append((position, done, phrase))
    if joints:
        window.join(joints)


def _longest(window: Window, position: int, node: Node) -> tuple[int, Entry | None]:
    """Return how many pieces the longest phrase takes that begins at `position`, and its entry."""
    best, entry = 0, None
    here = position
    while True:
        found = node.entry_of(window.written(position, here + 1))
        if found is not None:
            best, entry = here - position + 1, found
        here += 1
        if not node.next or here >= len(window.tokens):
            return best, entry
        after = node.next.get(window.tokens[here].key)
        if after is None:
            return best, entry
        node = after


def windows(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the stretches of `text` in which something numeric may stand.

    Each is given by its start and its end. Two of them never overlap; the later one has its context first.
    """
    lowered = text.lower() if text.isascii() else _lowered(text)
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


def _lowered(text: str) -> str:
    """Return `text` in lower case, each character in its place, and the digits of other scripts as zeros."""
    lowered = text.replace("İ", "i").lower()  # the one letter whose lower case is longer
    return OTHER_DIGITS.sub("0", lowered) if OTHER_DIGITS.search(lowered) else lowered


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
