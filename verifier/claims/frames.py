"""The words and numbers of a sentence in, the concepts that it states around a number out.

"Women in Niger have on average 7.6 children" names no fertility rate by one word or phrase; the parts of a
frame do it together. Between them stand only names, dates and words that say little.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from verifier.claims.cues import Cue, Cues
from verifier.claims.frame_patterns import Frame, Part
from verifier.model import Kind, Mention

__all__ = ["framed"]

FARTHEST = 8  # words between two parts
WIDEST = 40  # words between a number and the farthest part
UNSTATED = frozenset({Kind.DATE, Kind.TIME, Kind.ORDINAL})
TELLING = frozenset({"concept", "negative", "superlative", "comparison"})  # roles that no gap may have


class Worded(Protocol):
    """A sentence: its words, its cues, its numbers and where they stand."""

    words: list[str]
    owners: list[int]
    cues: list[Cue]
    mentions: list[Mention]
    spans: list[tuple[int, int]]

    def is_name(self, place: int) -> bool:
        """Return whether a word is written as a name."""


def framed(sentence: Worded, lexicon: Cues) -> list[Cue]:
    """Return the cues of a sentence in which the parts of a frame are what they mean together."""
    framing = _Framing(sentence, lexicon)
    cues = sentence.cues
    for mention, (first, end) in zip(sentence.mentions, sentence.spans, strict=True):
        found = None if mention.kind in UNSTATED else framing.around(mention, first, end)
        if found is not None:
            cues = list(_restated(cues, *found))
    return cues


class _Framing:
    """The words of one sentence, to look for frames among them."""

    def __init__(self, sentence: Worded, lexicon: Cues) -> None:
        self._sentence, self._lexicon = sentence, lexicon
        self._parts = [cue for cue in sentence.cues if cue.role == "framed"]
        self._firsts = [cue.first for cue in self._parts]
        self._averaged = any(cue.role == "average" for cue in sentence.cues)
        self._telling = {cue.first for cue in sentence.cues if cue.role in TELLING}
        others = (cue for cue in sentence.cues if cue.role not in TELLING)
        self._cued = {place for cue in others for place in range(cue.first, cue.end)}

    def around(self, mention: Mention, first: int, end: int) -> tuple[Frame, range, list[Cue]] | None:
        """Return the frame around a number, the words before it, and its parts that mean something together only."""
        left, right = (bisect_left(self._firsts, place) for place in (first - WIDEST, end + WIDEST))
        near = self._parts[left:right]
        for frame in dict.fromkeys(frame for cue in near for frame in self._lexicon.frames.get(cue.meaning, ())):
            if frame.averaged and not self._is_average(mention):
                continue
            before = self._find(near, reversed(frame.before), first, step=-1)
            behind = self._find(near, frame.behind, end, step=1)
            if before is not None and behind is not None:
                opens = min([cue.first for cue, _ in before], default=first)
                if self._begins(opens) and self._ends(max([cue.end for cue, _ in behind], default=0)):
                    return frame, range(opens, first), [cue for cue, kept in (*before, *behind) if not kept]
        return None

    def _is_average(self, mention: Mention) -> bool:
        """Return whether a number is said to be an average, or can be nothing else: "1.8 children"."""
        counted = mention.kind in (Kind.COUNT, Kind.NUMBER) and any(value % 1 for value in mention.values)
        return counted or self._averaged

    def _find(
        self, cues: Sequence[Cue], parts: Iterable[Part], place: int, *, step: int
    ) -> list[tuple[Cue, bool]] | None:
        """Return where the parts on one side of a number stand, nearest first, and whether it keeps its meaning."""
        found = []
        for part in parts:
            own = [cue for cue in cues if cue.meaning in part.phrases]
            gaps = [(cue, (place, cue.first) if step > 0 else (cue.end, place)) for cue in own]
            fitting = [cue for cue, gap in gaps if 0 <= gap[1] - gap[0] <= FARTHEST and self._says_little(*gap)]
            if not fitting:
                return None
            cue = fitting[0] if step > 0 else fitting[-1]
            found.append((cue, part.kept))
            place = cue.end if step > 0 else cue.first
        return found

    def _begins(self, place: int) -> bool:
        """Return whether only a name, a date and small words stand before a frame: "rural women" are not all.

        The first word of a sentence may be a name.
        """
        words = self._sentence.words
        left = max((at + 1 for at in range(max(0, place - FARTHEST), place) if not words[at].isalnum()), default=0)
        left = max(left, place - FARTHEST)
        first = (
            (left, place) == (0, 1) and 0 not in self._telling and not words[0].endswith(self._lexicon.verb_suffixes)
        )
        return first or self._says_little(left, place)

    def _ends(self, place: int) -> bool:
        """Return whether no noun goes on behind the last part: what goes to "health workers" is not all for health."""
        words, lexicon = self._sentence.words, self._lexicon
        if not 0 < place < len(words) or not words[place].isalpha():
            return True
        return words[place] in lexicon.enders or words[place] in lexicon.per or self._is_passed(place)

    def _says_little(self, first: int, end: int) -> bool:
        """Return whether words leave what stands on both sides one statement: names, dates, "on average", "only"."""
        people, words = self._lexicon.people, self._sentence.words
        return all(
            words[place] in people or (place not in self._telling and self._is_passed(place))
            for place in range(first, end)
        )

    def _is_passed(self, place: int) -> bool:
        sentence, word = self._sentence, self._sentence.words[place]
        if sentence.owners[place] >= 0:
            return sentence.mentions[sentence.owners[place]].kind is Kind.DATE
        if not word.isalnum():
            return False
        return place in self._cued or word in self._lexicon.small or sentence.is_name(place)


def _restated(cues: Iterable[Cue], frame: Frame, before: range, parts: Sequence[Cue]) -> Iterator[Cue]:
    """Yield cues with the concept of a frame in the place of what its parts mean alone; those behind, if no other is.

    "Will have 6.1 children" is said of a life, and is no forecast; "bersekolah selama 8,8 tahun" bounds nothing.
    """
    within = {place for part in parts for place in range(part.first, part.end)}
    gone = {"concept": within, **dict.fromkeys(("status", "span_lead"), within.union(before))}
    kept = (cue for cue in cues if cue.first not in gone.get(cue.role, ()))
    naming = [part for part in parts if part.first in before] or parts
    own = (Cue(part.first, part.end, "concept", frame.concept) for part in naming)
    yield from sorted((*kept, *own), key=lambda cue: cue.first)
