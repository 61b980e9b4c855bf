"""A text and its mentions in, its sentences out: words, cues, clauses, headings, and which numbers stand in each."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from verifier.claims.cues import Cue, Cues
from verifier.claims.frames import framed
from verifier.claims.sentence_cuts import stretches
from verifier.claims.units_apart import join_units
from verifier.model import Kind, Mention

__all__ = ["MARKED", "Sentence", "read_sentences"]

MARKED = re.compile(r"([^\W_]+|[,;:()\[\]—–|])")
LETTERS = range(2, 7)  # how many a short form has: "GDP", "UNICEF"
UNTELLING = frozenset({"denial", "reaching", "running"})  # roles of words that may be a part of any name all the same
_BREAKS = frozenset(",;:()[]—–|")
_ENDING = frozenset(",;:|")  # what a clause between commas does not go beyond


@dataclass(slots=True)
class Sentence:
    """One sentence: its span, its words with their places, and what was found among them.

    `text` is the whole document, which all offsets count; `lexicon` holds the words of its language.
    `level` is that of a heading, 0 for none; `cell` is set for a cell of a table, which speaks for itself only.
    `owners` gives, for each word, the position in `mentions` of the mention that it is part of, or
    -1. `breaks` are the words (or marks) at which another statement may begin, `marks` those that are no words.
    `roles` are the cues by their role, `cued` those that hold a word, by its place; both lie ready for many rules.
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
    cued: dict[int, list[Cue]] = field(default_factory=dict)  # the place of a word = the cues that hold it
    breaks: list[int] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    shouted: bool = False  # all in capitals, so that none of them makes a name
    insets: list[tuple[int, int]] = field(default_factory=list)  # ", which …,": words that only add something
    spans: list[tuple[int, int]] = field(default_factory=list)  # of each mention: first word, word after the last

    @property
    def heading(self) -> bool:
        """Whether it is a heading."""
        return self.level > 0

    def has(self, role: str, first: int, end: int) -> bool:
        """Return whether a cue of that role begins between two words."""
        return role in self.roles and any(first <= cue.first < end for cue in self.roles[role])

    def beside(self, place: int, other: int) -> bool:
        """Return whether two words are in one statement: neither of them alone inside an inset."""
        return all((first <= place < end) == (first <= other < end) for first, end in self.insets)

    def told_of(self, first: int, end: int, place: int) -> bool:
        """Return whether the words `first` to `end` and another are in one statement, or an inset is about them."""
        return (
            not self.insets
            or self.beside(first, place)
            or any(end == start - 1 and start <= place < stop for start, stop in self.insets)
        )

    def names_somebody(self) -> bool:
        """Return whether a word that is no part of a number is written as a name."""
        return any(self.owners[place] < 0 and self.is_name(place) for place in range(len(self.words)))

    def is_name(self, place: int) -> bool:
        """Return whether a word is written as a name: with a capital, inside a sentence that is not all capitals."""
        start = self.starts[place]
        return place > 0 and self.text[start].isupper() and not self.shouted

    def clause(self, first: int, end: int) -> tuple[int, int]:
        """Return the words around some words up to the nearest marks on both sides."""
        marks = self.marks
        left, right = bisect_left(marks, first), bisect_left(marks, end)
        return marks[left - 1] + 1 if left else 0, marks[right] if right < len(marks) else len(self.words)

    def is_cut(self, first: int, end: int) -> bool:
        """Return whether another statement may begin between two words."""
        cut = bisect_left(self.breaks, first)
        return cut < len(self.breaks) and self.breaks[cut] < end

    def opens(self, place: int) -> bool:
        """Return whether nothing but small words stands between a word and the break before it: "in the two years"."""
        left = max((cut + 1 for cut in self.breaks if cut < place), default=0)
        return self.all_small(left, place)

    def all_small(self, first: int, end: int) -> bool:
        """Return whether all words between say little: function words, and those that leave a measure what it is."""
        return all(word in self.lexicon.small for word in self.words[first:end])

    def closes(self, place: int) -> bool:
        """Return whether the word before `place` is the last of its statement."""
        return place == len(self.words) or place in self.breaks

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
    for one in stretches(text, lowered, mentions, abbreviations, levels or {}, cues.openers):
        sentence = Sentence(text, cues, one.start, one.end, one.paragraph, one.level, one.cell)
        while position < len(mentions) and mentions[position].start < sentence.end:
            if mentions[position].start >= sentence.start:
                sentence.mentions.append(mentions[position])
            position += 1
        _read_words(sentence, lowered)
        _read_cues(sentence)
        _read_breaks(sentence, passing=join_units(sentence) | _short_forms(sentence))
        if "relative" in sentence.roles:
            sentence.insets = list(_insets(sentence))
        yield sentence


def _read_cues(sentence: Sentence) -> None:
    found = sentence.lexicon.tag(sentence.words)
    if not sentence.lexicon.spanning.isdisjoint(sentence.words):
        found = [cue for cue in found if cue.role != "concept" or not _spans_time(sentence, cue)]
    sentence.cues, roles = found, _by_role(found)
    if "framed" in roles:
        found = framed(sentence, sentence.lexicon)
        sentence.cues, roles = found, _by_role(found)
    if not UNTELLING.isdisjoint(roles):
        sentence.cues = [cue for cue in found if cue.role not in UNTELLING]
    sentence.roles, sentence.cued = roles, _by_place(sentence.cues)


def _by_role(cues: Iterable[Cue]) -> dict[str, list[Cue]]:
    roles: dict[str, list[Cue]] = {}
    for cue in cues:
        if cue.role in roles:
            roles[cue.role].append(cue)
        else:
            roles[cue.role] = [cue]
    return roles


def _by_place(cues: Iterable[Cue]) -> dict[int, list[Cue]]:
    cued: dict[int, list[Cue]] = {}
    for cue in cues:
        for place in range(cue.first, cue.end):
            if place in cued:
                cued[place].append(cue)
            else:
                cued[place] = [cue]
    return cued


def _spans_time(sentence: Sentence, cue: Cue) -> bool:
    """Return whether a word names no measure here but a span of time: "sepanjang 2023", not "sepanjang 5 km"."""
    if sentence.words[cue.first] not in sentence.lexicon.spanning:
        return False
    owner = sentence.owners[cue.end] if cue.end < len(sentence.owners) else -1
    return owner < 0 or sentence.mentions[owner].kind is not Kind.MEASURE


def _read_words(sentence: Sentence, lowered: str) -> None:
    pieces = MARKED.split(lowered[sentence.start : sentence.end])  # what is no word, a word, what is none …
    bounds = list(accumulate(map(len, pieces), initial=sentence.start))
    written = sentence.text[sentence.start : sentence.end]
    sentence.shouted = written == written.upper()
    sentence.words = pieces[1::2]
    sentence.starts = starts = bounds[1:-1:2]
    sentence.ends = bounds[2::2]
    sentence.owners = owners = [-1] * len(starts)
    for number, mention in enumerate(sentence.mentions):
        first = bisect_left(starts, mention.start)
        end = bisect_left(starts, mention.end, lo=first)
        owners[first:end] = [number] * (end - first)
        sentence.spans.append((first, end))


def _short_forms(sentence: Sentence) -> set[int]:
    """Return the brackets that only hold the letters by which a name goes: "the Gross Domestic Product (GDP)"."""
    words, starts = sentence.words, sentence.starts
    found = set()
    for first in (place for place, word in enumerate(words[:-2]) if word == "(" and words[place + 2] == ")"):
        letters = sentence.text[starts[first + 1] : sentence.ends[first + 1]]
        if letters.isalpha() and letters.isupper() and len(letters) in LETTERS and sentence.owners[first + 1] < 0:
            found |= {first, first + 2}
    return found


def _read_breaks(sentence: Sentence, *, passing: Set[int]) -> None:
    owners = sentence.owners
    marks = [place for place, word in enumerate(sentence.words) if word in _BREAKS and owners[place] < 0]
    said = [cue.first for role in ("break", "join") for cue in sentence.of_role(role) if owners[cue.first] < 0]
    if passing:
        marks, said = ([place for place in places if place not in passing] for places in (marks, said))
    sentence.marks, sentence.breaks = marks, sorted({*marks, *said}) if said else marks


def _insets(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the clauses between commas that begin with "which" or "yang"; none goes on beyond a stronger mark."""
    marks = [place for place in sentence.breaks if sentence.words[place] in _ENDING]
    starts = {cue.first for cue in sentence.of_role("relative")}
    for first, end in pairwise(marks):
        if first + 1 in starts and sentence.words[first] == sentence.words[end] == ",":
            yield first + 1, end
