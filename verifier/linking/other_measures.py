"""A number and a measure that it may be of in, whether the words beside either name another measure out."""

from verifier.claims.cues import split_words
from verifier.linking.concepts import POPULATION, PRICE, SHARE
from verifier.linking.doubts import Doubt
from verifier.linking.passed_words import CHANGES, NEAR, passed_beside, prices
from verifier.linking.phrases import Beside, what_stands_beside
from verifier.linking.statement import Statement
from verifier.linking.traits import PERCENT
from verifier.model import Kind
from verifier.verdict import Relation

__all__ = [
    "beside_the_name",
    "counts_another",
    "is_of_a_group",
    "is_per_something",
    "is_superlative_of_another",
    "names_another",
    "only_implies_one",
]

NEAR_NOUN = 2
FAR = 6  # words; what a part is of stands behind it: "two thirds of the emissions"
WEIGHED = {
    Beside.NOTHING: Doubt.NONE,
    Beside.UNKNOWN: Doubt.UNSURE,
    Beside.STRANGER: Doubt.STRANGER,
    Beside.ANOTHER: Doubt.ANOTHER,
}


def beside_the_name(said: Statement) -> Doubt:
    """Return what the words next to the name of a measure say against it: "miskin" after "penduduk"."""
    found = what_stands_beside(said.fit, said.claim.sentence, said.named, said.cues, passing=passed_beside(said))
    return WEIGHED[found]


def is_of_a_group(said: Statement) -> bool:
    """Return whether the word right before a number makes it that of a part: "life expectancy: male 74.5"."""
    sentence, place = said.claim.sentence, said.claim.first - 1
    if place in said.fit.places:
        return False
    led = [cue for cue in sentence.cued.get(place, ()) if cue.role == "concept"]
    if not led:
        return False
    own = said.fit.concepts | said.measure.concepts
    changing = {cue.first for cue in sentence.of_role("change")} | said.passing
    changing |= prices(said) if PRICE in own else set()
    return any(cue.meaning not in own and cue.first not in changing for cue in led)


def is_superlative_of_another(said: Statement) -> bool:
    """Return whether a superlative says itself of what it is one: "terpadat" is not said of a population."""
    claim = said.claim
    if claim.relation is not Relation.RANK or claim.verb is None or claim.step is not None:
        return False
    first, end = claim.verb.first, claim.verb.end
    concepts = [cue.meaning for cue in claim.sentence.of_role("concept") if first <= cue.first < end]
    return bool(concepts) and said.fit.concepts.isdisjoint(concepts)


def is_per_something(said: Statement) -> bool:
    """Return whether the name of a measure is told per something: "passengers per flight" are no passengers."""
    words, owners, places = said.claim.sentence.words, said.claim.sentence.owners, said.fit.places
    for place in places:
        per, noun = place + 1, place + 2
        if noun >= said.claim.first or words[per] not in said.cues.per or per in places:
            continue
        if max(owners[per : noun + 1]) >= 0:
            continue
        if words[noun] not in said.cues.small and not said.measure.own(words[noun]):
            return True
    return False


def only_implies_one(said: Statement) -> bool:
    """Return whether the words of a number name another measure, and none of them the one that its unit implies."""
    return not said.told_here and names_another(said)


def names_another(said: Statement) -> bool:
    """Return whether the words of a number name another measure than one that they only imply or continue."""
    if counts_another(said):
        return True
    claim, sentence = said.claim, said.claim.sentence
    left, right = sentence.clause(claim.first, claim.last)
    after = claim.after
    near = after + (FAR if claim.relation is Relation.SHARE else NEAR)
    before, behind = range(max(left, claim.begin), claim.first), range(after, min(right, claim.right, near))
    others = [cue for cue in sentence.of_role("concept") if cue.first in before or cue.first in behind]
    if not others:
        return False
    compared = {place for cue in sentence.of_role("comparison") for place in range(cue.first, cue.end)}
    if claim.relation in CHANGES and claim.verb is not None:
        compared.add(claim.verb.first)  # "tumbuh 8 persen" continues what was said before
    if claim.step is not None:
        compared.update(range(claim.step.first, claim.step.end))
    if PRICE in said.fit.concepts and claim.kind is Kind.MONEY:
        compared |= prices(said)
    compared |= said.passing
    own = said.fit.concepts | ({SHARE} if said.measure.unit == PERCENT else set())  # "the share was 12"
    return any(cue.first not in compared and cue.meaning not in own for cue in others)


def counts_another(said: Statement) -> bool:
    """Return whether the noun after a number is not what the measure counts."""
    claim, measure = said.claim, said.measure
    noun = claim.mention.noun if claim.kind is Kind.COUNT and claim.mention is not None else ""
    if not noun or noun == measure.noun:
        return False
    after = claim.after
    told = [cue.meaning for cue in claim.sentence.of_role("concept") if claim.last <= cue.first < after]
    if noun in said.people:
        return POPULATION in told and not said.fit.places and POPULATION not in said.fit.concepts
    between = range(claim.last, claim.last + NEAR_NOUN)  # "7 gold medals"
    if any(measure.own(word) for word in split_words(noun)) or not said.fit.places.isdisjoint(between):
        return False
    return said.fit.concepts.isdisjoint(told)
