"""A claim and a measure that it may be of in, what the words around both say against it out."""

from collections.abc import Iterable, Sequence, Set
from copy import copy
from functools import partial

from verifier.claims.claim import Claim, is_fraction
from verifier.claims.cues import Cues, split_words
from verifier.claims.names import Name
from verifier.claims.unit_gate import (
    DIMENSIONS,
    POINTS,
    is_by_another_time,
    is_without_amount,
    is_without_time,
)
from verifier.linking.doubts import (
    Doubt,
    counts_something_else,
    is_a_flow,
    is_no_level,
    is_of_the_number_before,
    is_small_number,
    is_told_otherwise,
)
from verifier.linking.elsewhere import told_elsewhere
from verifier.linking.layout import SeriesOf
from verifier.linking.measures import Fit, Measures
from verifier.linking.other_terms import is_in_other_terms
from verifier.linking.paces import Paces
from verifier.linking.part_words import is_of_a_part
from verifier.linking.passed_words import CHANGES, NEAR, PRICE, SHARE, PassedWords, prices
from verifier.linking.phrases import Beside, says_something_else, what_stands_beside
from verifier.linking.statement import Statement
from verifier.model import Kind
from verifier.verdict import Relation

__all__ = ["Objections"]

POPULATION = "population"
NEAR_NOUN = 2
FAR = 6  # words; what a part is of stands behind it: "two thirds of the emissions"
STATES = POINTS | {"percent", "year", "second", "minute", "hour", "day", "degC", "degF", "kelvin"}  # no sums over time
DURATIONS = frozenset({"second", "minute", "hour", "day"})  # of what is fast or slow; more years are more


class Objections:
    """What can be said against a measure of one table, by its names and its rows."""

    def __init__(
        self,
        measures: Measures,
        paces: Paces,
        series: SeriesOf,
        cues: Cues,
        people: Set[str],
        kinds: Iterable[str],
    ) -> None:
        """Keep what is needed; `people` are the nouns that count a population, `kinds` what the entities are."""
        self._measures, self._paces, self._series, self._cues = measures, paces, series, cues
        self._people = people
        self._passed = PassedWords(measures, series, cues, people, kinds)

    def among(self, measures: Measures) -> "Objections":
        """Return the same for measures of which one has another name."""
        twin = copy(self)
        twin._measures, twin._passed = measures, self._passed.among(measures)
        return twin

    def doubt(self, claim: Claim, fit: Fit, names: Sequence[Name]) -> Doubt:
        """Return what the words beside the measure, and around the number, say against it."""
        if not fit.places:
            return self._of_continued(claim, fit, names)
        beside = what_stands_beside(
            fit, claim.sentence, names, self._cues, passing=self._passed.beside(claim, fit, names)
        )
        if (
            beside is Beside.ANOTHER
            or self._is_of_a_group(claim, fit, names)
            or self._is_superlative_of_another(claim, fit)
        ):
            return Doubt.ANOTHER
        elsewhere = self._told_elsewhere(claim, fit, names)
        if elsewhere is Doubt.ANOTHER or self._is_per_something(claim, fit) or is_of_the_number_before(claim, fit):
            return Doubt.ANOTHER
        own = {place for place in fit.places if claim.begin <= place < claim.right}
        if claim.last in own and not self._measures.belongs(fit.measure, claim.sentence.words[claim.last]):
            own.remove(claim.last)  # "jiwa" only implies a population
        if not own and self.names_another(claim, fit, names):
            return Doubt.ANOTHER
        if beside is Beside.STRANGER:
            return Doubt.STRANGER
        unsure = elsewhere is Doubt.UNSURE or self._is_open(claim, fit, names)
        unsure = unsure or beside is Beside.UNKNOWN or (not own and self._is_only_implied(claim, fit, names))
        return Doubt.UNSURE if unsure else Doubt.NONE

    def _of_continued(self, claim: Claim, fit: Fit, names: Sequence[Name]) -> Doubt:
        """Return what speaks against a measure that no word of the sentence names."""
        other = self.says_something_else(claim, fit, names, verbs=True)
        if other and is_small_number(claim):
            return Doubt.ANOTHER
        named = any(claim.last <= name.first < claim.right for name in names)  # "half of Belmar's"
        part = is_fraction(claim) and claim.relation is Relation.LEVEL and not named  # "half of what it was"
        short = is_without_time(claim, self._series.unit(fit.measure)[0])
        unsure = other or part or short or not fit.score or claim.loose or is_told_otherwise(claim)
        return Doubt.UNSURE if unsure else Doubt.NONE

    def _is_open(self, claim: Claim, fit: Fit, names: Sequence[Name]) -> bool:
        """Return whether a number may be that of something else, though its words name the measure."""
        unit = self._series.unit(fit.measure)[0]
        return (
            is_without_amount(claim, unit)
            or is_by_another_time(claim, unit)
            or _is_loosely_ranked(claim, fit, unit)
            or claim.loose
            or self._counts_another(claim, fit)
            or counts_something_else(claim, fit)
            or is_a_flow(claim, fit)
            or self._paces.leaves_open(claim, fit.measure)
            or is_no_level(claim)
            or is_told_otherwise(claim)
            or self._is_in_other_terms(claim, fit, names, unit)
            or self.is_of_a_part(claim, fit, names)
        )

    def _is_only_implied(self, claim: Claim, fit: Fit, names: Sequence[Name]) -> bool:
        """Return whether a measure that other words name is only that of the unit, or the number's own say more."""
        own = partial(self._measures.belongs, fit.measure)
        return (claim.last in fit.places and claim.unit in DIMENSIONS) or says_something_else(
            claim, names, self._cues, own=own, around=claim.kind is Kind.NUMBER
        )

    def _is_in_other_terms(self, claim: Claim, fit: Fit, names: Sequence[Name], unit: str) -> bool:
        own = partial(self._measures.belongs, fit.measure)
        counted = unit or self._series.unit(fit.measure)[1]  # an index counts nothing
        adds_up = bool(counted) and unit not in STATES and "/" not in unit
        return is_in_other_terms(claim, fit, names, self._cues, own=own, adds_up=adds_up)

    def _told_elsewhere(self, claim: Claim, fit: Fit, names: Sequence[Name]) -> Doubt:
        """Return whether the sentence says of something else what words of it name."""
        own, label = partial(self._measures.belongs, fit.measure), self._measures.label(fit.measure)
        passing = frozenset(self._passed.groups_in(claim.sentence))
        said = Statement(claim, fit, names, self._cues, own, label, passing)
        unit = self._series.unit(fit.measure)[0]
        concepts, based = self._measures.concepts(fit.measure), self._measures.has_base(fit.measure)
        return told_elsewhere(said, unit, self._people, concepts=concepts, based=based)

    def names_another(self, claim: Claim, fit: Fit, names: Sequence[Name]) -> bool:
        """Return whether the words of a number name another measure than one that they only imply or continue."""
        sentence = claim.sentence
        if self._counts_another(claim, fit):
            return True
        left, right = sentence.clause(claim.first, claim.last)
        places = (
            *range(max(left, claim.begin), claim.first),
            *range(
                claim.after, min(right, claim.right, claim.after + (FAR if claim.relation is Relation.SHARE else NEAR))
            ),
        )
        compared = {place for cue in sentence.of_role("comparison") for place in range(cue.first, cue.end)}
        if claim.relation in CHANGES and claim.verb is not None:
            compared.add(claim.verb.first)  # "tumbuh 8 persen" continues what was said before
        if PRICE in fit.concepts and claim.kind is Kind.MONEY:
            compared |= prices(claim, names)
        compared |= self._passed.groups_in(sentence)
        others = (cue for cue in sentence.of_role("concept") if cue.first in places and cue.first not in compared)
        own = fit.concepts | (
            {SHARE} if self._series.unit(fit.measure)[0] == "percent" else set()
        )  # "the share was 12"
        return any(cue.meaning not in own for cue in others)

    def _counts_another(self, claim: Claim, fit: Fit) -> bool:
        """Return whether the noun after a number is not what the measure counts."""
        noun = claim.mention.noun if claim.kind is Kind.COUNT and claim.mention is not None else ""
        if not noun or noun == self._series.unit(fit.measure)[1]:
            return False
        if noun in self._people:
            said = claim.sentence.of_role("concept")
            peopled = any(claim.last <= cue.first < claim.after and cue.meaning == POPULATION for cue in said)
            return peopled and not fit.places and POPULATION not in fit.concepts
        between = range(claim.last, claim.last + NEAR_NOUN)  # "7 gold medals"
        if any(self._measures.belongs(fit.measure, word) for word in split_words(noun)) or fit.places.intersection(
            between
        ):
            return False
        concepts = claim.sentence.of_role("concept")
        return not any(claim.last <= cue.first < claim.after and cue.meaning in fit.concepts for cue in concepts)

    def _is_of_a_group(self, claim: Claim, fit: Fit, names: Sequence[Name]) -> bool:
        """Return whether the word right before a number makes it that of a part: "life expectancy: male 74.5"."""
        place = claim.first - 1
        own = fit.concepts | self._measures.concepts(fit.measure)
        changing = {cue.first for cue in claim.sentence.of_role("change")} | self._passed.groups_in(claim.sentence)
        changing |= prices(claim, names) if PRICE in own else set()
        return any(
            cue.first <= place < cue.end and cue.meaning not in own and place not in fit.places
            for cue in claim.sentence.of_role("concept")
            if cue.first not in changing
        )

    def is_of_a_part(self, claim: Claim, fit: Fit, names: Sequence[Name], *, beside: Set[int] = frozenset()) -> bool:
        """Return whether a number is said of a part of the people, and neither measure nor table tells it apart."""
        passing = fit.places | beside | self._passed.groups_in(claim.sentence)
        passing |= {place for name in names for place in range(name.first, name.end)}
        known = partial(self._measures.belongs, fit.measure)
        return is_of_a_part(
            claim,
            fit.concepts | self._measures.concepts(fit.measure) | self._passed.bases(fit),
            passing=passing,
            known=lambda word: word in self._people or known(word),
        )

    def _is_per_something(self, claim: Claim, fit: Fit) -> bool:
        """Return whether the name of a measure is told per something: "passengers per flight" are no passengers."""
        words, owners = claim.sentence.words, claim.sentence.owners
        for place in fit.places:
            per, noun = place + 1, place + 2
            if (
                noun >= claim.first
                or words[per] not in self._cues.per
                or per in fit.places
                or max(owners[per : noun + 1]) >= 0
            ):
                continue
            if words[noun] not in self._cues.small and not self._measures.belongs(fit.measure, words[noun]):
                return True
        return False

    def _is_superlative_of_another(self, claim: Claim, fit: Fit) -> bool:
        """Return whether a superlative says itself of what it is one: "terpadat" is not said of a population."""
        if claim.relation is not Relation.RANK or claim.verb is None:
            return False
        first, end = claim.verb.first, claim.verb.end
        concepts = [cue.meaning for cue in claim.sentence.of_role("concept") if first <= cue.first < end]
        return bool(concepts) and not fit.concepts.intersection(concepts)

    def says_something_else(self, claim: Claim, fit: Fit, names: Sequence[Name], *, verbs: bool = False) -> bool:
        """Return whether words around a number that continues a measure may name another."""
        own = self._measures.belongs if verbs else self._measures.goes_on
        return says_something_else(claim, names, self._cues, own=partial(own, fit.measure), around=True, verbs=verbs)


def _is_loosely_ranked(claim: Claim, fit: Fit, unit: str) -> bool:
    """Return whether a superlative is of something in a later clause, or of a time: the fastest takes the least."""
    if claim.relation is not Relation.RANK or claim.mention is not None:
        return False
    _, right = claim.sentence.clause(claim.first, claim.last)
    return unit in DURATIONS or all(place >= right for place in fit.places)
