"""Text in, windows of tokens out: where something numeric may stand, cut into words, numbers and signs.

One cheap pass over the lowered text finds anchors (a digit, a number word, a month …). Only their
surroundings are cut into tokens, so the rest of a text costs nothing but that pass. The longest
phrase of the pack that begins at a word makes one token.
"""

import re
from collections.abc import Iterator, Sequence
from copy import copy
from functools import cache
from itertools import accumulate

from verifier.extraction.characters import OTHER_DIGIT, UP_TO_2, UP_TO_5, WORD
from verifier.extraction.lexicon import Lexicon
from verifier.extraction.paragraphs import paragraphs
from verifier.extraction.phrases import Entry, Node
from verifier.extraction.surfaces import Surfaces
from verifier.extraction.tokens import OPENINGS, STEPS, Joint, Token, Window

__all__ = ["join_phrases", "scan", "windows"]

BEFORE = 24  # characters of context before the first anchor of a window
AFTER = 32  # and behind the last one
TOGETHER = 64  # anchors nearer than this share a window
COUNTED = frozenset({"unit", "counted", "classifier", "currency", "scale", "cardinal", "period", "times", "or"})

LINKED = re.compile(r"@|://|www\.|\.(?:com|org|net|id/|htm)")  # no link is without one of these
PLAIN = r"""
      {word}++(?:['’]{word}++)?
    | [^\w\s]|_
    | (?<![\w.-])\d{{4}}-\d{{2}}-\d{{2}}(?:T\d{{2}}:?\d{{2}}(?::?\d{{2}})?(?:Z|[+-]\d{{2}}:?\d{{2}})?)?(?![\w-])
    | (?<![\w./-])(?:\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d{{2}}) | \d{{1,2}}-\d{{1,2}}-\d{{4}}
       | \d{{1,2}}\.\d{{1,2}}\.\d{{4}} | \d{{4}}/\d{{1,2}}/\d{{1,2}})(?![\w/-])(?!\.\d)
    | (?<![\w.:]){up_to_2}?\d:[ ]?{up_to_5}\d(?::{up_to_5}\d)?(?![\d_:]|[^\W\d]{{3}}|[.,]\d|-[^\W\d])
    | (?<!\d[ ])\d{{1,3}}(?:[ ]\d{{3}}){{2,}}+(?:[.,]\d++)?(?!\d)
       | \d{{1,3}}(?:[\u00a0\u202f\u2009\u2007]\d{{3}})++(?:[.,]\d++)?(?!\d)
       | \d++(?:[.,]\d++|['’]\d{{3}}(?!\d))*+
    | [¼-¾⅐-⅞]
    | [²³¹⁰⁴-⁹]++
"""  # `kind_of` in surfaces.py tells them apart
LINK = r"""
      (?:https?://|www\.)[^\s<>"]++
    | [\w.+$-]++@[\w-]++(?:\.[\w-]++)++
    | [\w-]++(?:\.[\w-]++)*\.[a-z]{2,4}/[^\s<>"]*+
    | [\w-]++\.(?:com|org|net|htm|html|php|co\.id|go\.id|or\.id|ac\.id)\b
"""
COMMON = r"""
      [ ][A-Za-z]++(?![^ ,.)\-:;])
    | [ ][0-9]++(?:[.,][0-9]++)?+(?=[ ][A-Za-z])
"""  # what most surfaces are, told faster
DOTTED_DATE = re.compile(r"(?<![\w./-])\d{1,2}\.\d{1,2}\.\d{4}(?![\w/-])(?!\.\d)")


def scan(text: str, lexicon: Lexicon) -> Iterator[Window]:
    """Yield the windows of `text` in which something numeric may stand, cut into tokens."""
    for start, end in windows(text, lexicon):
        linked = LINKED.search(text, start, end) is not None
        yield tokens_of(text, start, end, surfaces(in_ascii=text.isascii(), linked=linked), lexicon)


@cache
def surfaces(*, in_ascii: bool, linked: bool) -> re.Pattern[str]:
    """Return what cuts a text into surfaces, each with the space before it.

    `in_ascii`: there are no letters and digits of other scripts, whose classes take long to compile. `linked`: a link
    may stand there, so that a slower pattern is needed.
    """
    word, up_to_2, up_to_5 = ("[A-Za-z]", "[0-2]", "[0-5]") if in_ascii else (WORD, UP_TO_2, UP_TO_5)
    plain = PLAIN.format(word=word, up_to_2=up_to_2, up_to_5=up_to_5)
    return re.compile(rf"\s*+(?:{LINK} | {plain})" if linked else rf"{COMMON} | \s*+(?:{plain})", re.VERBOSE)


@cache
def with_the_rest(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """Return a pattern that finds the characters that are no tokens too."""
    return re.compile(rf"{pattern.pattern} | \s*+\S", re.VERBOSE)


def tokens_of(text: str, start: int, end: int, pattern: re.Pattern[str], lexicon: Lexicon) -> Window:
    """Cut ``text[start:end]`` into tokens, each with the space before it."""
    if start and text[start - 1].isspace() and text[start - 1] != "\n":
        start -= 1
    found = pattern.findall(text, start, end)
    bounds = list(accumulate(map(len, found), initial=start))
    if not text[bounds[-1] : end].strip():
        tokens = list(map(lexicon.surfaces.__getitem__, found))
    else:  # some characters are no tokens, so that the surfaces do not add up
        tokens, bounds = _tokens_between(with_the_rest(pattern).findall(text, start, end), start, lexicon.surfaces)
    window = Window(text, tokens, bounds, lexicon)
    if "?" in window.traits:
        _settle_dates(window)
    return window


def _tokens_between(found: list[str], start: int, surfaces: Surfaces) -> tuple[list[Token], list[int]]:
    """Return tokens and bounds of surfaces of which some are no tokens, as "①" and "中": these count as space."""
    tokens: list[Token] = []
    bounds = [start]
    dropped = 0  # characters
    for surface in found:
        token = surfaces[surface]
        if not token.kind:
            dropped += len(surface)
            continue
        if dropped:
            token = copy(surfaces[f" {surface.lstrip()}"])
            token.space = len(surface) - len(surface.lstrip()) + dropped
        tokens.append(token)
        bounds.append(bounds[-1] + len(surface) + dropped)
        dropped = 0
    return tokens, bounds


def _settle_dates(window: Window) -> None:
    """See whether what looks like "13.10.2024" is no date where it stands."""
    joints = [
        (place, place + 1, window.lexicon.surfaces.number(window.tokens[place]))
        for place, step in enumerate(window.traits[STEPS])
        if step == "?" and not DOTTED_DATE.match(window.text, window.start(place), window.bounds[-1])
    ]
    if joints:
        window.join(joints)


def join_phrases(window: Window) -> None:
    """Join the pieces of each longest phrase of the pack to one token, from left to right."""
    tokens, bounds, openings = window.tokens, window.bounds, window.traits[OPENINGS]
    joints: list[Joint] = []
    position = openings.find("p", 0, -1)
    while position >= 0:
        node, end = tokens[position].node, position + 1
        if node is not None and tokens[end].key in node.next:
            length, entry = _longest(window, position, node)
            if length > 1 and entry is not None and _holds(tokens, position, length, entry):
                end = position + length
                key = " ".join([token.key for token in tokens[position:end]])
                surface = window.text[bounds[position] : bounds[end]]
                joints.append((position, end, window.lexicon.surfaces.phrase(surface, key, entry, tokens[position])))
        position = openings.find("p", end, -1)
    if joints:
        window.join(joints)


def _holds(tokens: Sequence[Token], position: int, length: int, entry: Entry) -> bool:
    """Say whether the phrase means here what the pack says."""
    if entry.fixed and _counts(tokens[position + length - 1 : position + length + 1]):
        return False
    roles = tokens[position].entry.roles
    if "unit" in roles and "label" in entry.roles and "lookalike" not in roles:  # "8.4 sec." is no section
        return not position or tokens[position - 1].kind != "numeral"
    return not _ends_measure(tokens[position], entry)


def _counts(tokens: Sequence[Token]) -> bool:
    """Say whether the number at the end of an idiom counts what follows: "take five days", but "let's take five"."""
    if len(tokens) < 2 or tokens[0].entry.roles.get("cardinal", 0) <= 1:
        return False
    return not COUNTED.isdisjoint(tokens[1].entry.roles)


def _ends_measure(token: Token, phrase: Entry) -> bool:
    """Say whether a unit that touches its number ends a sentence: "It costs 45p." is no page, "12C." no "circa"."""
    misread = "label" in phrase.roles or "modifier" in phrase.roles
    return misread and token.gap == 0 and "touching" in token.entry.roles


def _longest(window: Window, position: int, node: Node) -> tuple[int, Entry | None]:
    """Return how many pieces the longest phrase takes that begins at `position`, and its entry."""
    best, entry = 0, None
    here = position
    while True:
        found = node.entry_of(window.written(position, here + 1).replace("’", "'"))
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

    Each is given by its start and its end, and lies in one paragraph, so that a paragraph is read as it would
    be alone. Two of them never overlap; the later one has its context first.
    """
    lowered = "\n" + (text.lower() if text.isascii() else _lowered(text))  # each word has something before it
    for floor, ceiling in paragraphs(text):
        first, last = -1, floor - TOGETHER
        for match in lexicon.anchor.finditer(lowered, floor, ceiling + 1):
            begin, end = match.span()  # one further on than in `text`
            if not match.lastindex:  # a word, with the character before it
                begin += 1
            if begin - last < TOGETHER:
                last = end
                continue
            if first >= 0:
                close = _word_end(text, min(last + AFTER, begin - BEFORE) - 1, ceiling)
                yield _word_start(text, first - BEFORE - 1, floor), close
                floor = close
            first, last = begin, end
        if first >= 0:
            yield _word_start(text, first - BEFORE - 1, floor), _word_end(text, last + AFTER - 1, ceiling)


def _lowered(text: str) -> str:
    """Return `text` in lower case, each character in its place, and the digits of other scripts as zeros."""
    lowered = text.replace("İ", "i").lower()  # the one letter whose lower case is longer
    return other_digits().sub("0", lowered) if other_digits().search(lowered) else lowered


@cache
def other_digits() -> re.Pattern[str]:
    """Return the digits of other scripts as a pattern, which a text of ASCII has no need of."""
    return re.compile(OTHER_DIGIT)


def _word_start(text: str, position: int, floor: int) -> int:
    """Return the first word start at or after `position`, never before `floor`."""
    if position <= floor:
        return floor
    space = text.find(" ", position, position + BEFORE // 2)
    return position if space < 0 else space + 1


def _word_end(text: str, position: int, ceiling: int) -> int:
    """Return the first word end at or after `position`, never behind `ceiling`."""
    if position >= ceiling:
        return ceiling
    space = text.find(" ", position, min(position + BEFORE // 2, ceiling))
    if space < 0:  # the last word of a paragraph, or a very long one
        return ceiling if ceiling - position <= BEFORE // 2 else position
    return space
