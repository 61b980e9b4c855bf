"""A claim and a measure that it may be of in, what the words around both say against it out."""

from collections.abc import Iterable, Sequence, Set
from copy import copy
from functools import partial

from verifier.checking.claim import Claim, is_fraction
from verifier.checking.cues import Cues, split_words
from verifier.checking.doubts import (
    Doubt,
    counts_something_else,
    is_a_flow,
    is_no_level,
    is_of_the_number_before,
    is_small_number,
    is_told_otherwise,
)
from verifier.checking.elsewhere import told_elsewhere
from verifier.checking.layout import SeriesOf
from verifier.checking.measures import Fit, Measures
from verifier.checking.names import Name
from verifier.checking.other_terms import is_in_other_terms
from verifier.checking.paces import Paces
from verifier.checking.part_words import is_of_a_part
from verifier.checking.phrases import Beside, says_something_else, what_stands_beside
from verifier.checking.sentences import Sentence
from verifier.checking.statement import Statement
from verifier.checking.unit_gate import (
    DIMENSIONS,
    POINTS,
    QUANTITIES,
    is_by_another_time,
    is_without_amount,
    is_without_time,
)
from verifier.model import Kind
from verifier.verdict import Relation

__all__ = ["CHANGES", "ENDS", "Objections"]

CURRENT_PRICES, CONSTANT_PRICES = "current_prices", "constant_prices"
PRICE, SHARE, POPULATION = "price", "share", "population"
GENERAL = frozenset({POPULATION, SHARE, "growth", "per_capita"})  # concepts that are nothing without another
NEAR_NOUN = 2
NEAR, FAR = 2, 6  # words; what a part is of stands behind it: "two thirds of the emissions"
PRICING = frozenset({"cost", "sales"})
ENDS = frozenset({Relation.CHANGE_TO, Relation.CHANGE_FROM})
CHANGES = ENDS | {Relation.CHANGE_BY, Relation.TREND}
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
        self._groups = series.dimensions.words
        self._kinds = frozenset[str]().union(*(cues.stems(word) for kind in kinds for word in split_words(kind)))

    def among(self, measures: Measures) -> "Objections":
        """Return the same for measures of which one has another name."""
        twin = copy(self)
        twin._measures = measures
        return twin

    def doubt(self, claim: Claim, fit: Fit, names: Sequence[Name]) -> Doubt:
        """Return what the words beside the measure, and around the number, say against it."""
        if not fit.places:
            other = self.says_something_else(claim, fit, names, verbs=True)
            if other and is_small_number(claim):
                return Doubt.ANOTHER
            named = any(claim.last <= name.first < claim.right for name in names)  # "half of Belmar's"
            part = is_fraction(claim) and claim.relation is Relation.LEVEL and not named  # "half of what it was"
            short = is_without_time(claim, self._series.unit(fit.measure)[0])
            unsure = other or part or short or not fit.score or claim.loose or is_told_otherwise(claim)
            return Doubt.UNSURE if unsure else Doubt.NONE
        grows = claim.relation in CHANGES
        passing = {cue.first for cue in claim.sentence.of_role("change")} if grows else set()
        passing |= self._groups_in(claim.sentence)
        if CONSTANT_PRICES not in fit.concepts:
            passing |= {cue.first for cue in claim.sentence.of_role("concept") if cue.meaning == CURRENT_PRICES}
        passing |= self._said_by_unit(claim, fit) | self._in_other_names(claim, fit)
        if claim.first and claim.sentence.words[claim.first - 1] in self._cues.levels:
            passing |= {claim.first - 1}
        if PRICE in fit.concepts:
            passing |= _prices(claim, names)
        if POPULATION in fit.concepts:
            passing |= {place for place, word in enumerate(claim.sentence.words) if word in self._people}
        beside = what_stands_beside(fit, claim.sentence, names, self._cues, passing=passing)
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
        unit = self._series.unit(fit.measure)[0]
        short = is_without_amount(claim, unit)
        if (
            short
            or is_by_another_time(claim, unit)
            or elsewhere is Doubt.UNSURE
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
        ):
            return Doubt.UNSURE
        implied = not own and claim.last in fit.places and claim.unit in DIMENSIONS
        something = not own and says_something_else(
            claim, names, self._cues, own=partial(self._measures.belongs, fit.measure), around=claim.kind is Kind.NUMBER
        )
        return Doubt.UNSURE if implied or something or beside is Beside.UNKNOWN else Doubt.NONE

    def _is_in_other_terms(self, claim: Claim, fit: Fit, names: Sequence[Name], unit: str) -> bool:
        own = partial(self._measures.belongs, fit.measure)
        adds_up = unit != "percent" and unit not in POINTS and unit not in DURATIONS and "/" not in unit
        return is_in_other_terms(claim, fit, names, self._cues, own=own, adds_up=adds_up)

    def _told_elsewhere(self, claim: Claim, fit: Fit, names: Sequence[Name]) -> Doubt:
        """Return whether the sentence says of something else what words of it name."""
        own, label = partial(self._measures.belongs, fit.measure), self._measures.label(fit.measure)
        passing = frozenset(self._groups_in(claim.sentence))
        said = Statement(claim, fit, names, self._cues, own, label, passing)
        unit = self._series.unit(fit.measure)[0]
        concepts, based = self._measures.concepts(fit.measure), self._measures.has_base(fit.measure)
        return told_elsewhere(said, unit, self._people, concepts=concepts, based=based)

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
        other = (self._measures.concepts(fit.measure) | share | self._bases(fit)) - fit.concepts
        places: set[int] = set()
        if fit.concepts - GENERAL:
            other |= {POPULATION}
            places = {place for place, word in enumerate(claim.sentence.words) if word in self._people}
        return places | {cue.first for cue in claim.sentence.of_role("concept") if cue.meaning in other}

    def _bases(self, fit: Fit) -> set[str]:
        """Return the concepts of which a measure in percent is told as a share."""
        if self._series.unit(fit.measure)[0] != "percent":
            return set()
        return {base for concept in fit.concepts for base in self._cues.told_of.get(concept, ())}

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
            compared |= _prices(claim, names)
        compared |= self._groups_in(sentence)
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
        changing = {cue.first for cue in claim.sentence.of_role("change")} | self._groups_in(claim.sentence)
        changing |= _prices(claim, names) if PRICE in own else set()
        return any(
            cue.first <= place < cue.end and cue.meaning not in own and place not in fit.places
            for cue in claim.sentence.of_role("concept")
            if cue.first not in changing
        )

    def _groups_in(self, sentence: Sentence) -> set[int]:
        """Return the words for a part which the table tells apart, "laki-laki", and for what its entities are."""
        if not (self._groups or self._kinds):
            return set()
        stems, kinds, groups = self._cues.stems, self._kinds, self._groups
        words = enumerate(sentence.words)
        return {place for place, word in words if word in groups or not kinds.isdisjoint(stems(word))}

    def is_of_a_part(self, claim: Claim, fit: Fit, names: Sequence[Name], *, beside: Set[int] = frozenset()) -> bool:
        """Return whether a number is said of a part of the people, and neither measure nor table tells it apart."""
        passing = fit.places | beside | self._groups_in(claim.sentence)
        passing |= {place for name in names for place in range(name.first, name.end)}
        known = partial(self._measures.belongs, fit.measure)
        return is_of_a_part(
            claim,
            fit.concepts | self._measures.concepts(fit.measure) | self._bases(fit),
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


def _prices(claim: Claim, names: Sequence[Name]) -> set[int]:
    """Return the verb between a name and a price: "copper cost $8,420 per tonne"."""
    ends = {name.end for name in names}
    verbs = (cue for cue in claim.sentence.of_role("concept") if cue.meaning in PRICING and cue.first in ends)
    return {cue.first for cue in verbs if claim.first - NEAR <= cue.end <= claim.first}
