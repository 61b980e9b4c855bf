"""A number and its measure in, whether words make the number that of a part of the people out: "among women"."""

from collections.abc import Set

from verifier.claims.claim import Claim
from verifier.linking.statement import Statement

__all__ = ["PARTS", "is_of_a_part"]

PARTS = frozenset(
    {"male", "female", "child", "infant", "under_five", "youth", "working_age", "elderly", "urban", "rural"}
)  # concepts


def is_of_a_part(said: Statement) -> bool:
    """Return whether the words of a number name a part of the people, and neither measure nor table tells it apart."""
    claim, sentence, own = said.claim, said.claim.sentence, said.fit.concepts
    passing = said.fit.places | said.named | said.passing  # these say nothing here
    placing = [*sentence.of_role("locative"), *sentence.of_role("base")]  # "spending on roads"
    leads = [cue for cue in placing if cue.first not in passing and _is_behind(claim, cue.first, passing)]
    leads += sentence.of_role("among")  # and behind the measure "the jobless rate in farming"
    places = [cue.first for cue in sentence.of_role("concept") if cue.meaning in PARTS]
    places += [cue.end for cue in leads if _leads_to_a_part(said, cue.end)]
    if not places or not PARTS.isdisjoint(own | said.measure.concepts | said.measure.bases(own)):
        return False
    passing |= _told_of_others(said) if said.told_here else frozenset()
    return any(place not in passing and _is_said_of(claim, place) for place in places)


def _told_of_others(said: Statement) -> frozenset[int]:
    """Return the words right before the numbers before: "male 53.5, female 55.8 and total life expectancy 54.7"."""
    claim, sentence = said.claim, said.claim.sentence
    return frozenset([first - 1 for first, _ in sentence.spans if first < claim.left])


def _is_behind(claim: Claim, place: int, passing: Set[int]) -> bool:
    """Return whether a word stands right behind the name of the measure, or behind "rate" at its end."""
    light = place - 2 in passing and claim.sentence.words[place - 1] in claim.sentence.lexicon.stops
    return light or place - 1 in passing


def _leads_to_a_part(said: Statement, place: int) -> bool:
    """Return whether "among" leads to people who are not all that there are: "among graduates"."""
    sentence = said.claim.sentence
    words, lexicon = sentence.words, sentence.lexicon
    if place >= len(words) or sentence.owners[place] >= 0 or not sentence.text[sentence.starts[place]].islower():
        return False
    word = words[place]
    known = word in said.people or said.measure.own(word)
    return not (place in sentence.cued or word in lexicon.small or word in lexicon.stops or known)


def _is_said_of(claim: Claim, place: int) -> bool:
    """Return whether the word at `place` is in one statement with a number: before it, or right behind it."""
    sentence = claim.sentence
    joins = {cue.first for cue in sentence.of_role("join")}
    cuts = [cut for cut in sentence.breaks if cut not in joins and sentence.words[cut] != ","]
    if place < claim.first:
        return place >= claim.left or not any(place < cut < claim.first for cut in cuts)
    _, right = sentence.clause(claim.first, claim.last)
    return place < min(right, claim.right) and not any(claim.last <= cut < place for cut in cuts)
