"""A number and a measure that its sentence names in, the words beside the name that make it no other measure out."""

from collections.abc import Iterable, Set

from verifier.claims.cues import Cues, split_words
from verifier.claims.sentences import Sentence
from verifier.claims.unit_gate import QUANTITIES
from verifier.linking.statement import Statement
from verifier.linking.traits import PERCENT, PRICE, SHARE
from verifier.verdict import Relation

__all__ = ["CHANGES", "ENDS", "NEAR", "GroupWords", "bases_of", "passed_beside", "prices"]

CURRENT_PRICES, CONSTANT_PRICES = "current_prices", "constant_prices"
POPULATION = "population"
RELATIVE = frozenset({SHARE, "growth", "per_capita"})  # concepts that are nothing without another
GENERAL = RELATIVE | {POPULATION}
PRICING = frozenset({"cost", "sales"})
NEAR = 2  # words
ENDS = frozenset({Relation.CHANGE_TO, Relation.CHANGE_FROM})
CHANGES = ENDS | {Relation.CHANGE_BY, Relation.TREND}


class GroupWords:
    """The words for the parts that one table tells apart, "laki-laki", and for what its entities are."""

    def __init__(self, groups: Set[str], kinds: Iterable[str], cues: Cues) -> None:
        """Look for the `groups` as they are, and for `kinds` of entities in any form."""
        self._groups, self._stems = groups, cues.stems
        self._kinds = frozenset[str]().union(*(cues.stems(word) for kind in kinds for word in split_words(kind)))

    def places(self, sentence: Sentence) -> frozenset[int]:
        """Return the places of such words in a sentence."""
        if not (self._groups or self._kinds):
            return frozenset()
        stems, kinds, groups = self._stems, self._kinds, self._groups
        words = enumerate(sentence.words)
        return frozenset([place for place, word in words if word in groups or not kinds.isdisjoint(stems(word))])


def passed_beside(said: Statement) -> set[int]:
    """Return the places of a sentence whose words leave a measure that it names what it is."""
    claim, fit, sentence = said.claim, said.fit, said.claim.sentence
    changing = claim.relation in CHANGES or claim.step is not None
    passing = {cue.first for cue in sentence.of_role("change")} if changing else set()
    if claim.step is not None:
        passing.update(range(claim.step.first, claim.step.end))
        passing.update(range(claim.first, claim.last))  # "terdalam" is no depth
    other = _other_concepts(said)
    if CONSTANT_PRICES not in fit.concepts:
        other.add(CURRENT_PRICES)
    passing |= said.passing | {cue.first for cue in sentence.of_role("concept") if cue.meaning in other}
    if claim.first and sentence.words[claim.first - 1] in said.cues.levels:
        passing.add(claim.first - 1)
    if PRICE in fit.concepts:
        passing |= prices(said)
    if not fit.concepts <= RELATIVE:
        passing.update([place for place, word in enumerate(sentence.words) if word in said.people])
    return passing


def _other_concepts(said: Statement) -> set[str]:
    """Return the concepts that say no more than the name of the measure does.

    They are in another name of it, or may be left out: "per capita" of an alias, "penduduk"; or the unit says them:
    "panjang jalan nasional" of roads in km. What is in percent may be called a share, and of what it is one be told:
    "of the labour force".
    """
    measure, concepts = said.measure, said.fit.concepts
    other = measure.concepts | bases_of(said)
    if measure.unit == PERCENT:
        other |= {SHARE}
    quantity = QUANTITIES.get(measure.unit, "")
    found = set(other - concepts)
    if quantity and quantity not in measure.concepts:
        found.add(quantity)
    if not concepts <= GENERAL:
        found.add(POPULATION)
    return found


def bases_of(said: Statement) -> frozenset[str]:
    """Return the concepts of which a measure in percent is told as a share."""
    if said.measure.unit != PERCENT:
        return frozenset()
    return frozenset([base for concept in said.fit.concepts for base in said.cues.told_of.get(concept, ())])


def prices(said: Statement) -> set[int]:
    """Return the verb between a name and a price: "copper cost $8,420 per tonne"."""
    first, ends = said.claim.first, {name.end for name in said.names}
    verbs = [cue for cue in said.claim.sentence.of_role("concept") if cue.meaning in PRICING and cue.first in ends]
    return {cue.first for cue in verbs if first - NEAR <= cue.end <= first}
