"""A number and a measure that its sentence names in, the words beside the name that make it no other measure out."""

from collections.abc import Iterable, Set

from verifier.claims.cues import Cues, split_words
from verifier.claims.sentences import Sentence
from verifier.linking.concepts import PRICE, PRICING, RELATIVE
from verifier.linking.statement import Statement
from verifier.verdict import Relation

__all__ = ["CHANGES", "ENDS", "NEAR", "GroupWords", "passed_beside", "prices"]

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


def passed_beside(said: Statement) -> frozenset[int]:
    """Return the places of a sentence whose words leave a measure that it names what it is."""
    claim, concepts, sentence = said.claim, said.fit.concepts, said.claim.sentence
    passed = said.measure.passed(concepts)
    places = [cue.first for cue in sentence.of_role("concept") if cue.meaning in passed]
    if claim.relation in CHANGES or claim.step is not None:
        places += [cue.first for cue in sentence.of_role("change")]
    if claim.step is not None:
        places += range(claim.step.first, claim.step.end)
        places += range(claim.first, claim.last)  # "terdalam" is no depth
    if claim.first and sentence.words[claim.first - 1] in said.cues.levels:
        places.append(claim.first - 1)
    if not concepts <= RELATIVE and not said.people.isdisjoint(sentence.words):
        places += [place for place, word in enumerate(sentence.words) if word in said.people]
    return said.passing.union(places, prices(said) if PRICE in concepts else ())


def prices(said: Statement) -> set[int]:
    """Return the verb between a name and a price: "copper cost $8,420 per tonne"."""
    first, ends = said.claim.first, {name.end for name in said.names}
    verbs = [cue for cue in said.claim.sentence.of_role("concept") if cue.meaning in PRICING and cue.first in ends]
    return {cue.first for cue in verbs if first - NEAR <= cue.end <= first}
