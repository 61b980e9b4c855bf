"""A number and a measure that its sentence names in, the words beside the name that make it no other measure out."""

from collections.abc import Iterable, Sequence, Set
from copy import copy

from verifier.claims.claim import Claim
from verifier.claims.cues import Cues, split_words
from verifier.claims.names import Name
from verifier.claims.sentences import Sentence
from verifier.claims.unit_gate import QUANTITIES
from verifier.linking.layout import SeriesOf
from verifier.linking.measures import Fit, Measures
from verifier.verdict import Relation

__all__ = ["CHANGES", "ENDS", "NEAR", "PRICE", "SHARE", "PassedWords", "prices"]

CURRENT_PRICES, CONSTANT_PRICES = "current_prices", "constant_prices"
PRICE, SHARE, POPULATION = "price", "share", "population"
GENERAL = frozenset({POPULATION, SHARE, "growth", "per_capita"})  # concepts that are nothing without another
PRICING = frozenset({"cost", "sales"})
NEAR = 2  # words
ENDS = frozenset({Relation.CHANGE_TO, Relation.CHANGE_FROM})
CHANGES = ENDS | {Relation.CHANGE_BY, Relation.TREND}


class PassedWords:
    """The words that are passed over beside the names of the measures of one table."""

    def __init__(
        self, measures: Measures, series: SeriesOf, cues: Cues, people: Set[str], kinds: Iterable[str]
    ) -> None:
        """Keep what is needed; `people` are the nouns that count a population, `kinds` what the entities are."""
        self._measures, self._series, self._cues, self._people = measures, series, cues, people
        self._groups = series.dimensions.words
        self._kinds = frozenset[str]().union(*(cues.stems(word) for kind in kinds for word in split_words(kind)))

    def among(self, measures: Measures) -> "PassedWords":
        """Return the same for measures of which one has another name."""
        twin = copy(self)
        twin._measures = measures
        return twin

    def beside(self, claim: Claim, fit: Fit, names: Sequence[Name]) -> set[int]:
        """Return the places of a sentence whose words leave a measure that it names what it is."""
        sentence = claim.sentence
        passing = {cue.first for cue in sentence.of_role("change")} if claim.relation in CHANGES else set()
        passing |= self.groups_in(sentence) | self._said_by_unit(claim, fit) | self._in_other_names(claim, fit)
        if CONSTANT_PRICES not in fit.concepts:
            passing |= {cue.first for cue in sentence.of_role("concept") if cue.meaning == CURRENT_PRICES}
        if claim.first and sentence.words[claim.first - 1] in self._cues.levels:
            passing |= {claim.first - 1}
        if PRICE in fit.concepts:
            passing |= prices(claim, names)
        if POPULATION in fit.concepts:
            passing |= {place for place, word in enumerate(sentence.words) if word in self._people}
        return passing

    def _said_by_unit(self, claim: Claim, fit: Fit) -> set[int]:
        """Return the words that say no more than the unit does: "panjang jalan nasional" of roads in km."""
        said = QUANTITIES.get(self._series.unit(fit.measure)[0], "")
        own = self._measures.concepts(fit.measure)
        if not said or said in own:
            return set()
        return {cue.first for cue in claim.sentence.of_role("concept") if cue.meaning == said}

    def _in_other_names(self, claim: Claim, fit: Fit) -> set[int]:
        """Return the words that a name of the measure has, or may leave out: "per capita" of an alias, "penduduk".

        One in percent may be called a share, and of what it is one be told: "of the labour force".
        """
        share = {SHARE} if self._series.unit(fit.measure)[0] == "percent" else set()
        other = (self._measures.concepts(fit.measure) | share | self.bases(fit)) - fit.concepts
        places: set[int] = set()
        if fit.concepts - GENERAL:
            other |= {POPULATION}
            places = {place for place, word in enumerate(claim.sentence.words) if word in self._people}
        return places | {cue.first for cue in claim.sentence.of_role("concept") if cue.meaning in other}

    def bases(self, fit: Fit) -> set[str]:
        """Return the concepts of which a measure in percent is told as a share."""
        if self._series.unit(fit.measure)[0] != "percent":
            return set()
        return {base for concept in fit.concepts for base in self._cues.told_of.get(concept, ())}

    def groups_in(self, sentence: Sentence) -> set[int]:
        """Return the words for a part which the table tells apart, "laki-laki", and for what its entities are."""
        if not (self._groups or self._kinds):
            return set()
        stems, kinds, groups = self._cues.stems, self._kinds, self._groups
        words = enumerate(sentence.words)
        return {place for place, word in words if word in groups or not kinds.isdisjoint(stems(word))}


def prices(claim: Claim, names: Sequence[Name]) -> set[int]:
    """Return the verb between a name and a price: "copper cost $8,420 per tonne"."""
    ends = {name.end for name in names}
    verbs = (cue for cue in claim.sentence.of_role("concept") if cue.meaning in PRICING and cue.first in ends)
    return {cue.first for cue in verbs if claim.first - NEAR <= cue.end <= claim.first}
