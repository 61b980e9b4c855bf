"""A sentence in, the runs of changes that it tells of out: "rose for the third year in a row"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from verifier.claims.cues import Cue
from verifier.claims.sentences import Sentence
from verifier.model import Kind
from verifier.packs import load_pack
from verifier.periods import MONTHS_OF

__all__ = ["Run", "runs"]

AROUND = 4  # words on both sides of "in a row"
TO_VERB = 8  # words from a run to its verb
FEWEST, MOST = 2, 60
SHORTEST = 3  # letters of a word for a time
COUNTS = frozenset({Kind.ORDINAL, Kind.MEASURE, Kind.COUNT, Kind.NUMBER})


@dataclass(frozen=True, slots=True)
class Run:
    """So many steps of so many months, the words `first` up to `end` that say it, and the verb of the steps."""

    first: int
    end: int
    count: int
    months: int
    verb: Cue


def runs(sentence: Sentence) -> Iterator[Run]:
    """Yield the runs of a sentence."""
    for cue in sentence.of_role("running"):
        near = range(max(0, cue.first - AROUND), min(len(sentence.words), cue.end + AROUND))
        counted = _counted(sentence, near)
        timed = _timed(sentence, near)
        if counted is None or timed is None:
            continue
        places = [cue.first, cue.end - 1, counted[0], counted[1] - 1, timed[0]]
        first, end = min(places), max(places) + 1
        told = {*range(cue.first, cue.end), *range(*counted[:2]), timed[0]}
        if all(place in told or sentence.words[place] in sentence.lexicon.small for place in range(first, end)):
            verb = _verb(sentence, first, end)
            if verb is not None:
                yield Run(first, end, counted[2], timed[1], verb)


def _counted(sentence: Sentence, near: range) -> tuple[int, int, int] | None:
    """Return where it stands how many steps there were: "three", "third"."""
    for mention, (first, end) in zip(sentence.mentions, sentence.spans, strict=True):
        if first in near and mention.kind in COUNTS and len(mention.values) == 1 and _is_count(mention.values[0]):
            return first, end, int(mention.values[0])
    ordinals = load_pack(sentence.lexicon.language).numerals.ordinals
    words = ((place, ordinals.get(sentence.words[place], 0)) for place in near if sentence.owners[place] < 0)
    return next(((place, place + 1, value) for place, value in words if _is_count(value)), None)


def _is_count(value: object) -> bool:
    return value in range(FEWEST, MOST)


def _timed(sentence: Sentence, near: range) -> tuple[int, int] | None:
    """Return where the word for the time of a step stands, and how many months that is."""
    words = _times(sentence.lexicon.language)
    found = ((place, words.get(sentence.words[place], 0)) for place in near if len(sentence.words[place]) >= SHORTEST)
    return next(((place, months) for place, months in found if months), None)


@cache
def _times(language: str) -> Mapping[str, int]:
    """Return the words for times of steps, each with its months."""
    periods = load_pack(language).dates.periods
    return {word: MONTHS_OF[one] for one, names in periods.items() if one in MONTHS_OF for word in names}


def _verb(sentence: Sentence, first: int, end: int) -> Cue | None:
    """Return the verb of the steps: the nearest before a run, else the first behind it, in one statement."""
    verbs = [cue for cue in sentence.of_role("change") if cue.meaning != "either" and sentence.owners[cue.first] < 0]
    before = [cue for cue in verbs if 0 <= first - cue.end <= TO_VERB and not sentence.is_cut(cue.end, first)]
    behind = [cue for cue in verbs if 0 <= cue.first - end <= TO_VERB and not sentence.is_cut(end, cue.first)]
    return before[-1] if before else behind[0] if behind else None
