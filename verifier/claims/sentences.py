"""A text and its mentions in, its sentences out: words, cues, clauses, headings, and which numbers stand in each."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Protocol

from verifier.claims.cues import Cue, Cues, cues_of
from verifier.claims.frames import framed
from verifier.extraction.paragraphs import paragraphs
from verifier.model import Kind, Mention
from verifier.packs import load_pack

__all__ = ["MARKED", "SHAPED", "Sentence", "Spanned", "read_sentences", "sentence_spans"]

LONGEST_HEADING = 100
SHAPED = 7  # level of what only looks like a heading: below all that markup knows
ENDS = '.!?…:;,"”)|'
JOINING = ("'", "’", "&")  # before a letter that is no initial: "Bali's.", "R&D."
NARROW = 40  # no text is set in shorter lines, so a break in one was meant
LONGEST = 4_000  # characters; a longer stretch without an end is cut, so that work per number stays bounded
MARKED = re.compile(r"([^\W_]+|[,;:()\[\]—–|])")
UNTELLING = frozenset({"denial", "reaching"})  # roles of words that may be a part of any name or phrase all the same
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+|\n")
_BREAKS = frozenset(",;:()[]—–|")
_ENDING = frozenset(",;:|")  # what a clause between commas does not go beyond
_HEADING = re.compile(r"\s{0,3}#{1,6}\s")


class Spanned(Protocol):
    """What stands somewhere in a text, and ends no sentence by a dot within it."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


@dataclass(slots=True)
class Sentence:
    """One sentence: its span, its words with their places, and what was found among them.

    `text` is the whole document, which all offsets count; `lexicon` holds the words of its language.
    `level` is that of a heading, 0 for none; `cell` is set for a cell of a table, which speaks for itself only.
    `owners` gives, for each word, the position in `mentions` of the mention that it is part of, or
    -1. `breaks` are the words (or marks) at which another statement may begin.
    """

    text: str
    lexicon: Cues
    start: int
    end: int
    paragraph: int
    level: int = 0
    cell: bool = False
    mentions: list[Mention] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    roles: dict[str, list[Cue]] = field(default_factory=dict)  # role = the cues that have it
    breaks: list[int] = field(default_factory=list)
    insets: list[tuple[int, int]] = field(default_factory=list)  # ", which …,": words that only add something
    spans: list[tuple[int, int]] = field(default_factory=list)  # of each mention: first word, word after the last

    @property
    def heading(self) -> bool:
        """Whether it is a heading."""
        return self.level > 0

    def has(self, role: str, first: int, end: int) -> bool:
        """Return whether a cue of that role begins between two words."""
        return any(first <= cue.first < end for cue in self.roles.get(role, ()))

    def beside(self, place: int, other: int) -> bool:
        """Return whether two words are in one statement: neither of them alone inside an inset."""
        return all((first <= place < end) == (first <= other < end) for first, end in self.insets)

    def told_of(self, first: int, end: int, place: int) -> bool:
        """Return whether the words `first` to `end` and another are in one statement, or an inset is about them."""
        return self.beside(first, place) or any(
            end == start - 1 and start <= place < stop for start, stop in self.insets
        )

    def names_somebody(self) -> bool:
        """Return whether a word that is no part of a number is written as a name."""
        return any(self.owners[place] < 0 and self.is_name(place) for place in range(len(self.words)))

    def is_name(self, place: int) -> bool:
        """Return whether a word is written as a name: with a capital, inside a sentence that is not all capitals."""
        start, end = self.starts[place], self.ends[place]
        if place == 0 or not self.text[start].isupper():
            return False
        mixed = self.text[self.start : self.end]
        return mixed != mixed.upper() and (end - start > 1 or not self.text[start:end].isdigit())

    def clause(self, first: int, end: int) -> tuple[int, int]:
        """Return the words around some words up to the nearest marks on both sides."""
        marks = [place for place in self.breaks if self.words[place] in _BREAKS]
        left = max((place + 1 for place in marks if place < first), default=0)
        right = min((place for place in marks if place >= end), default=len(self.words))
        return left, right

    def of_role(self, role: str) -> Sequence[Cue]:
        """Return the cues of a role, from left to right."""
        return self.roles.get(role, ())


def read_sentences(
    text: str,
    mentions: Sequence[Mention],
    cues: Cues,
    abbreviations: frozenset[str],
    levels: Mapping[int, int] | None = None,
) -> Iterator[Sentence]:
    """Yield the sentences of `text`, each with its words, cues and mentions.

    >>> from verifier.claims.cues import cues_of
    >>> text = "# Jawa Barat\\n\\nLuasnya 37.044 km2, menurut Dr. Ani. Penduduknya padat."
    >>> [text[one.start : one.end] for one in read_sentences(text, [], cues_of("id"), frozenset(["dr"]))]
    ['# Jawa Barat', 'Luasnya 37.044 km2, menurut Dr. Ani.', 'Penduduknya padat.']
    """
    lowered = text.replace("İ", "i").lower()
    position = 0
    for sentence in _split(text, lowered, mentions, cues, abbreviations, levels or {}):
        while position < len(mentions) and mentions[position].start < sentence.end:
            if mentions[position].start >= sentence.start:
                sentence.mentions.append(mentions[position])
            position += 1
        _read_words(sentence, lowered)
        sentence.cues = [
            cue for cue in cues.tag(sentence.words) if cue.role != "concept" or not _spans_time(sentence, cue)
        ]
        sentence.cues = framed(sentence, cues)
        for cue in sentence.cues:
            sentence.roles.setdefault(cue.role, []).append(cue)
        if "denial" in sentence.roles or "reaching" in sentence.roles:
            sentence.cues = [cue for cue in sentence.cues if cue.role not in UNTELLING]
        _read_breaks(sentence)
        sentence.insets = list(_insets(sentence))
        yield sentence


def sentence_spans(text: str, found: Sequence[Spanned], language: str) -> list[tuple[int, int]]:
    """Return where the sentences of `text` begin and end; `found` are its numbers, from left to right.

    >>> text = "# Padi\\n\\nLuasnya 37.044 km2, menurut Dr. Ani. Padat."
    >>> [text[start:end] for start, end in sentence_spans(text, [], "id")]
    ['# Padi', 'Luasnya 37.044 km2, menurut Dr. Ani.', 'Padat.']
    """
    lowered = text.replace("İ", "i").lower()
    abbreviations = frozenset(load_pack(language).claims.abbreviations)
    return [(one.start, one.end) for one in _split(text, lowered, found, cues_of(language), abbreviations, {})]


def _spans_time(sentence: Sentence, cue: Cue) -> bool:
    """Return whether a word names no measure here but a span of time: "sepanjang 2023", not "sepanjang 5 km"."""
    if sentence.words[cue.first] not in sentence.lexicon.spanning:
        return False
    owner = sentence.owners[cue.end] if cue.end < len(sentence.owners) else -1
    return owner < 0 or sentence.mentions[owner].kind is not Kind.MEASURE


def _split(
    text: str,
    lowered: str,
    mentions: Sequence[Spanned],
    cues: Cues,
    abbreviations: frozenset[str],
    levels: Mapping[int, int],
) -> Iterator[Sentence]:
    ends = [mention.end for mention in mentions]
    for paragraph, (start, end) in enumerate(paragraphs(text)):
        level = levels.get(start)
        if level:
            yield from _trimmed(text, cues, start, end, paragraph, level)
            continue
        for first, last, heading in _blocks(text, start, end):
            if heading and level is None:
                yield from _trimmed(text, cues, first, last, paragraph, SHAPED)
                continue
            begin = first
            for cut in (*_cuts(text, lowered, first, last, mentions, ends, abbreviations), last):
                yield from _trimmed(text, cues, begin, cut, paragraph, cell=level is not None)
                begin = cut


def _trimmed(
    text: str, cues: Cues, start: int, end: int, paragraph: int, level: int = 0, cell: bool = False
) -> Iterator[Sentence]:
    """Yield a sentence without the space around it, in several parts where it is too long."""
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip())
    last = end - (len(piece) - len(piece.rstrip()))
    while last - first > LONGEST:
        yield Sentence(text, cues, first, first + LONGEST, paragraph, level, cell)
        first += LONGEST
    if first < last:
        yield Sentence(text, cues, first, last, paragraph, level, cell)


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
) -> Iterator[int]:
    """Yield the places between two sentences of one block; `ends` are those of the mentions."""
    position = bisect_left(ends, start)
    for found in _END.finditer(text, start, end):
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


def _read_words(sentence: Sentence, lowered: str) -> None:
    pieces = MARKED.split(lowered[sentence.start : sentence.end])  # what is no word, a word, what is none …
    bounds = list(accumulate(map(len, pieces), initial=sentence.start))
    sentence.words = pieces[1::2]
    sentence.starts = starts = bounds[1:-1:2]
    sentence.ends = bounds[2::2]
    sentence.owners = owners = [-1] * len(starts)
    for number, mention in enumerate(sentence.mentions):
        first = bisect_left(starts, mention.start)
        end = bisect_left(starts, mention.end, lo=first)
        owners[first:end] = [number] * (end - first)
        sentence.spans.append((first, end))


def _read_breaks(sentence: Sentence) -> None:
    owners = sentence.owners
    marks = {place for place, word in enumerate(sentence.words) if word in _BREAKS}
    marks.update([cue.first for role in ("break", "join") for cue in sentence.of_role(role)])
    sentence.breaks = sorted([place for place in marks if owners[place] < 0])


def _insets(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the clauses between commas that begin with "which" or "yang"; none goes on beyond a stronger mark."""
    marks = [place for place in sentence.breaks if sentence.words[place] in _ENDING]
    starts = {cue.first for cue in sentence.of_role("relative")}
    for first, end in pairwise(marks):
        if first + 1 in starts and sentence.words[first] == sentence.words[end] == ",":
            yield first + 1, end
