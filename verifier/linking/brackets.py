"""A number and a measure that its sentence names in, whether brackets or an "or" tie it to something else out."""

from collections.abc import Iterator

from verifier.linking.statement import Statement
from verifier.linking.traits import PERCENT
from verifier.model import Kind

__all__ = ["belongs_to_a_stranger", "is_a_share_again"]

NEAR = 4  # words before a bracket that may name whom it is about
AGAIN = 3  # words from "or" to the number


def belongs_to_a_stranger(said: Statement) -> bool:
    """Return whether measure and number stand in a bracket behind an unknown name: "Haifa (population 1.0 million)"."""
    sentence = said.claim.sentence
    marks = [place for place in sentence.marks if sentence.words[place] in "()"]
    opening = max((place for place in marks if place < said.claim.first), default=-1)
    closing = min((place for place in marks if place >= said.claim.last), default=-1)
    if opening < 1 or closing < 0 or sentence.words[opening] + sentence.words[closing] != "()":
        return False
    if not all(opening < place < closing for place in said.fit.places):
        return False
    before = list(_words_before(said, opening))
    return not said.named.intersection(before) and any(place == 0 or sentence.is_name(place) for place in before)


def _words_before(said: Statement, end: int) -> Iterator[int]:
    """Yield the last words before a bracket, up to a mark or a number."""
    sentence = said.claim.sentence
    for place in range(end - 1, max(end - NEAR, 0) - 1, -1):
        if place in sentence.breaks or sentence.owners[place] >= 0 or sentence.words[place] in said.cues.enders:
            return
        yield place


def is_a_share_again(said: Statement) -> bool:
    """Return whether a number says a share of the measure once more: "1 percent of income, or 4.7 billion dollars"."""
    claim, sentence = said.claim, said.claim.sentence
    before = [number for number, (_, end) in enumerate(sentence.spans) if end <= claim.first]
    if not before or said.measure.unit == PERCENT or sentence.mentions[before[-1]].kind is not Kind.PERCENT:
        return False
    begin, first = sentence.spans[before[-1]][1], claim.first
    again = any(first - AGAIN <= cue.first < first and begin <= cue.first for cue in sentence.of_role("restatement"))
    named = [place for place in said.core if not first <= place < claim.last]  # "dollars" are the number's own
    of = bool(named) and any(begin <= cue.first < min(named) for cue in sentence.of_role("genitive"))
    return again and of and all(begin <= place < first for place in named)
