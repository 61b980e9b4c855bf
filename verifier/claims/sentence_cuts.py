"""A text and its numbers in, where its sentences, headings and cells begin and end out."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from verifier.extraction.paragraphs import paragraphs
from verifier.packs import load_pack

__all__ = ["SHAPED", "Spanned", "Stretch", "sentence_spans", "stretches"]

LONGEST_HEADING = 100
SHAPED = 7  # level of what only looks like a heading: below all that markup knows
ENDS = '.!?…:;,"”)|'
JOINING = ("'", "’", "&")  # before a letter that is no initial: "Bali's.", "R&D."
NARROW = 40  # no text is set in shorter lines, so a break in one was meant
LONGEST = 4_000  # characters; a longer stretch without an end is cut, so that work per number stays bounded
_END = r"[.!?…]+[\"'”’»)\]]*\s+|\n"
_GLUED = r"(?<=[^\s\d(\[\"'“‘«/.@-])"  # no space between a heading and a sentence: "CalendarThe", "Africa?The"
_HEADING = re.compile(r"\s{0,3}#{1,6}\s")


class Spanned(Protocol):
    """What stands somewhere in a text, and ends no sentence by a dot within it."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where one sentence stands: its span, its paragraph, its level as a heading (0 for none), whether it is a cell."""

    start: int
    end: int
    paragraph: int
    level: int = 0
    cell: bool = False


def sentence_spans(text: str, found: Sequence[Spanned], language: str) -> list[tuple[int, int]]:
    """Return where the sentences of `text` begin and end; `found` are its numbers, from left to right.

    >>> text = "# Padi\\n\\nLuasnya 37.044 km2, menurut Dr. Ani. Padat."
    >>> [text[start:end] for start, end in sentence_spans(text, [], "id")]
    ['# Padi', 'Luasnya 37.044 km2, menurut Dr. Ani.', 'Padat.']
    """
    lowered = text.replace("İ", "i").lower()
    claims = load_pack(language).claims
    abbreviations = frozenset(claims.abbreviations)
    return [(one.start, one.end) for one in stretches(text, lowered, found, abbreviations, {}, claims.openers)]


def stretches(
    text: str,
    lowered: str,
    mentions: Sequence[Spanned],
    abbreviations: frozenset[str],
    levels: Mapping[int, int],
    openers: tuple[str, ...],
) -> Iterator[Stretch]:
    """Yield where the sentences of a text stand.

    Args:
        text: the document.
        lowered: the same in small letters.
        mentions: its numbers.
        abbreviations: a dot behind them ends no sentence.
        levels: those of headings.
        openers: words that begin a sentence also where the heading before is glued to them.
    """
    ending = _ending(openers)
    ends = [mention.end for mention in mentions]
    for paragraph, (start, end) in enumerate(paragraphs(text)):
        level = levels.get(start)
        if level:
            yield from _trimmed(text, start, end, paragraph, level)
            continue
        for first, last, heading in _blocks(text, start, end):
            if heading and level is None:
                yield from _trimmed(text, first, last, paragraph, SHAPED)
                continue
            begin = first
            for cut in (*_cuts(text, lowered, first, last, mentions, ends, abbreviations, ending), last):
                yield from _trimmed(text, begin, cut, paragraph, cell=level is not None)
                begin = cut


@cache
def _ending(openers: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what ends a sentence: its marks, or the word that begins the next one."""
    glued = "|".join(re.escape(word.capitalize()) for word in openers)
    return re.compile(rf"{_END}|{_GLUED}(?=(?:{glued})\s)" if glued else _END)


def _trimmed(text: str, start: int, end: int, paragraph: int, level: int = 0, cell: bool = False) -> Iterator[Stretch]:
    """Yield a sentence without the space around it, in several parts where it is too long."""
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip())
    last = end - (len(piece) - len(piece.rstrip()))
    while last - first > LONGEST:
        yield Stretch(first, first + LONGEST, paragraph, level, cell)
        first += LONGEST
    if first < last:
        yield Stretch(first, last, paragraph, level, cell)


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Yield the stretches of a paragraph that lines keep apart: headings, and lines broken on purpose.

    A line is broken by its width where the next word would not have fitted in it; such lines are one.
    """
    lines = text[start:end].splitlines(keepends=True)
    width = max(NARROW, *(len(line.rstrip()) for line in lines))
    first = position = start
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        position += len(line)
        written = line.rstrip()
        next_word = following.split(maxsplit=1)[0] if following.strip() else ""
        wrapped = bool(next_word) and len(written) + 1 + len(next_word) > width and not _HEADING.match(line)
        if wrapped and not _HEADING.match(following):
            continue
        alone = position - len(line) == first
        yield first, position, alone and _is_heading(written)
        first = position


def _is_heading(line: str) -> bool:
    if _HEADING.match(line):
        return True
    unfinished = bool(line) and line[-1] not in ENDS and len(line) <= LONGEST_HEADING
    return unfinished and line[:1].isupper()


def _cuts(
    text: str,
    lowered: str,
    start: int,
    end: int,
    mentions: Sequence[Spanned],
    ends: Sequence[int],
    abbreviations: frozenset[str],
    ending: re.Pattern[str],
) -> Iterator[int]:
    """Yield the places between two sentences of one block; `ends` are those of the mentions."""
    position = bisect_left(ends, start)
    for found in ending.finditer(text, start, end):
        if found[0] == "\n":
            continue
        while position < len(mentions) and mentions[position].end <= found.start():
            position += 1
        inside = position < len(mentions) and mentions[position].start < found.start()
        following = text[found.end() : found.end() + 1]
        unit = position > 0 and mentions[position - 1].end == found.start()  # "12.6 ms." is no "Ms."
        if inside or following.islower():
            continue
        if not unit and _abbreviated(lowered, found.start(), abbreviations, found[0]):
            continue
        yield found.end()


def _abbreviated(lowered: str, dot: int, abbreviations: frozenset[str], end: str) -> bool:
    if not end.startswith(".") or end.startswith(".."):
        return False
    first = dot
    while first > 0 and dot - first < 12 and (lowered[first - 1].isalnum() or lowered[first - 1] == "."):
        first -= 1
    word = lowered[first:dot]
    initial = len(word) == 1 and word.isalpha() and lowered[first - 1 : first] not in JOINING
    return word in abbreviations or initial
