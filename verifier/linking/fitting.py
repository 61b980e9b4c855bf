"""A claim and the words around it in, the measures of a table that it may name out; and what speaks against each."""

from collections.abc import Sequence
from copy import copy

from verifier.claims.change_parts import ends_of_step
from verifier.claims.claim import Claim
from verifier.claims.cues import Cues, cues_of, meaning_of, split_words, table_cues
from verifier.claims.sentences import Sentence
from verifier.claims.unit_gate import DIMENSIONS, POINTS, as_rate, fits_unit, is_of_equal_power
from verifier.linking.best_fit import MARGIN, best_fits, evenly, nearest_name, weights_for
from verifier.linking.concepts import GROWTH, PER_HEAD, POPULATION, PRICE, SHARE
from verifier.linking.doubts import Doubt, is_told_by_unit, stands_alone
from verifier.linking.layout import SeriesOf, Table
from verifier.linking.linked import Reading
from verifier.linking.measure_words import NAMING, is_unnamed
from verifier.linking.measures import Fit, Measures, SentenceWords
from verifier.linking.objections import Objections
from verifier.linking.paces import Paces
from verifier.linking.part_names import PartNames
from verifier.linking.phrases import Beside, what_stands_beside
from verifier.linking.quotients import Parties, part_and_whole
from verifier.linking.title_words import without_titles
from verifier.model import Kind
from verifier.packs import languages, load_pack
from verifier.units import same_dimension
from verifier.verdict import Reason, Relation

__all__ = ["Fitting"]

FEWEST_PEOPLE = 1_000  # "dua orang" is no population
PERSON = "person"
PURCHASING_POWER = "purchasing_power"
NUMBERED = frozenset({Relation.LEVEL, Relation.CHANGE_BY, Relation.CHANGE_TO, Relation.CHANGE_FROM})
NEAR_OF = 4  # words from a percent to what it is of
SHAPELESS = POINTS | {"point", "second", "minute", "hour", "day", "week", "month", "year"}  # said of anything


class Fitting:
    """The measures of one table, to be looked for beside the numbers of texts in one language."""

    def __init__(self, table: Table, language: str, series: SeriesOf) -> None:
        self._keys = table.measures
        names = [(key.name, key.aliases) for key in table.measures]
        scales = frozenset(load_pack(language).numerals.scales)  # "million" is no form of "milled"
        self._measures = Measures(names, table_cues(language), cues_of(language), apart=scales)
        self._paces = Paces([self._measures.concepts(one) for one in range(len(table.measures))])
        self._series = series
        self._cues: Cues = cues_of(language)
        self._people = frozenset(noun for code in languages() for noun in load_pack(code).claims.people)
        self._objections = Objections(self._measures, self._paces, series, self._cues, self._people, table.kinds)
        self._unnamed = frozenset(number for number, (name, _) in enumerate(names) if is_unnamed(name))
        self._parts: PartNames | None = None  # laid out when it is first asked for
        self._of_unit: dict[str, int] = {}  # the only measure that a unit can be of, -1 for none or several

    def with_name(self, table: Table, measure: int, name: str) -> "Fitting":
        """Return the same for `table`, in which a measure has one more name."""
        twin = copy(self)
        twin._parts = None
        twin._keys, twin._measures = table.measures, self._measures.with_name(measure, name)
        twin._objections = self._objections.among(twin._measures)
        return twin

    def read(self, sentence: Sentence) -> SentenceWords:
        """Return the words of a sentence that name measures."""
        named = [cue for role in NAMING for cue in sentence.of_role(role)]
        concepts = [(cue.first, cue.end, meaning_of(cue)) for cue in without_titles(sentence, named)]
        turned = [(cue.first, cue.meaning) for cue in sentence.of_role("negative")]
        words, initials = sentence.words, self._measures.initials
        short = [] if initials.isdisjoint(words) else [place for place, word in enumerate(words) if word in initials]
        written = ((place, sentence.text[sentence.starts[place] : sentence.ends[place]]) for place in short)
        capitals = [(place, word) for place, word in written if word.isupper()]
        return self._measures.read(sentence.words, sorted(concepts), turned, capitals)

    def topic(self, words: SentenceWords) -> int:
        """Return the measure that a sentence without a number names, -1 for none or several."""
        fits = self._measures.fits(words, evenly)
        alone = len(fits) == 1 or (len(fits) > 1 and fits[0].score - fits[1].score > MARGIN)
        return fits[0].measure if alone else -1

    def belongs(self, measure: int, word: str) -> bool:
        """Return whether a word, in some form, is a part of a name of a measure."""
        return self._measures.belongs(measure, word)

    def groups_in(self, sentence: Sentence) -> frozenset[int]:
        """Return the places of words for what the entities are, and for the parts that the table tells apart."""
        return self._objections.groups_in(sentence)

    def choose(self, claim: Claim, reading: Reading, earlier: Sequence[int]) -> tuple[list[Fit], Reason]:
        """Return the measure that the words name, several where they name more than one, none with the reason.

        Args:
            claim: the number.
            reading: of its sentence.
            earlier: the measures of the claims before, the last one first; a number that names no
                measure may continue them.
        """
        named = self._measures.fits(self._with_implied(claim, reading.words), weights_for(claim))
        fits = [fit for fit in named if self._takes(claim, fit) and not self._paces.speaks_against(claim, fit.measure)]
        if fits:
            return best_fits(fits, claim), Reason.AMBIGUOUS
        fits = self._of_share(claim, reading)
        if fits:
            return fits, Reason.AMBIGUOUS
        if named and claim.kind not in (Kind.COUNT, Kind.NUMBER) and not self._told_otherwise(claim, reading):
            return [], Reason.OTHER_UNIT
        going_on = None if stands_alone(claim) else self._going_on(claim, reading, earlier)
        if going_on is not None:
            return [going_on], Reason.AMBIGUOUS
        return self._told_otherwise(claim, reading), Reason.UNKNOWN_MEASURE

    def _going_on(self, claim: Claim, reading: Reading, earlier: Sequence[int]) -> Fit | None:
        """Return the measure before that a number goes on with; None where its words may name another."""
        for measure in (sibling for one in earlier for sibling in self._measures.alike(one)):
            score = 0.0 if measure in self._unnamed else 1.0
            fit = Fit(measure, score, score, frozenset(), self._measures.concepts(measure))
            if not self._takes(claim, fit) or self._paces.speaks_against(claim, measure):
                continue
            if not self._objections.names_another(claim, fit, reading):
                told = is_told_by_unit(claim, *self._series.unit(measure), people=self._people)
                return fit if told or not self._objections.says_something_else(claim, fit, reading) else None
        return None

    def _told_otherwise(self, claim: Claim, reading: Reading) -> list[Fit]:
        """Return the measure that a unit, somebody's name or a part of the measure's own name alone leads to."""
        return self._by_unit(claim, reading) or self._of_unnamed(claim, reading) or self.in_part(claim, reading)

    def part_and_whole(self, claim: Claim, reading: Reading) -> Parties | None:
        """Return the two measures of which a share is the quotient, where its words name two."""
        return part_and_whole(claim, reading, self._measures, self._series)

    def _of_share(self, claim: Claim, reading: Reading) -> list[Fit]:
        """Return the share that "31.2 percent of the vote" is one of, where no whole is named behind it."""
        if not claim.shared or claim.unit != "percent" or claim.relation is not Relation.LEVEL:
            return []
        if any(claim.last <= name.first < claim.right for name in reading.names):
            return []
        implied = self._measures.with_concept(reading.words, SHARE, claim.last - 1)
        near = set(range(claim.last, claim.last + NEAR_OF))
        fits = [fit for fit in self._measures.fits(implied, weights_for(claim)) if SHARE in fit.concepts]
        return [fit for fit in fits if fit.places & near and self._takes(claim, fit)][:1]

    def _by_unit(self, claim: Claim, reading: Reading) -> list[Fit]:
        """Return the only measure that a physical quantity can be one of; no word names it, so it only supports."""
        told = claim.kind in (Kind.MEASURE, Kind.MONEY) and claim.relation in NUMBERED and claim.unit not in SHAPELESS
        told = told and bool(reading.names or claim.sentence.has("pronoun", 0, claim.first))
        if not told:
            return []
        if claim.unit not in self._of_unit:
            units = (self._series.unit(measure)[0] for measure in range(len(self._keys)))
            fitting = [measure for measure, unit in enumerate(units) if unit and same_dimension(claim.unit, unit)]
            self._of_unit[claim.unit] = fitting[0] if len(fitting) == 1 else -1
        measure = self._of_unit[claim.unit]
        fit = Fit(measure, 0, 0, frozenset(), self._measures.concepts(measure) if measure >= 0 else frozenset())
        priced = claim.kind is Kind.MONEY and "/" in claim.unit  # dollars per ton are hardly anything else
        other = (
            measure < 0
            or (bool(fit.concepts) and self._objections.names_another(claim, fit, reading))
            or (not priced and self._objections.says_something_else(claim, fit, reading))
        )
        return [] if other else [fit]

    def _of_unnamed(self, claim: Claim, reading: Reading) -> list[Fit]:
        """Return the measure without a name whose unit a number of somebody in the table has; it only supports."""
        if not reading.names or claim.mention is None or claim.relation not in NUMBERED:
            return []
        fits = [Fit(measure, 0, 0, frozenset(), frozenset()) for measure in sorted(self._unnamed)]
        return [fit for fit in fits if self._takes(claim, fit)][:1]

    def in_part(self, claim: Claim, reading: Reading) -> list[Fit]:
        """Return the only measure that takes a number and of whose name a part stands beside it; it only supports."""
        if claim.mention is None or claim.relation not in NUMBERED or claim.shared:
            return []
        if self._parts is None:
            self._parts = PartNames(self._measures.own)
        found = self._parts.among(reading.words.places, claim.begin, min(claim.right, claim.reach))
        fits = [(count, Fit(one, 0, 0, frozenset(), self._measures.concepts(one))) for one, count in found.items()]
        fits = [(count, fit) for count, fit in fits if self._takes(claim, fit)]
        most = max((count for count, _ in fits), default=0)
        best = [fit for count, fit in fits if count == most]
        another = len(best) == 1 and bool(best[0].concepts) and self._objections.names_another(claim, best[0], reading)
        return best if len(best) == 1 and not another else []

    def without_growth(self, claim: Claim, words: SentenceWords) -> list[Fit]:
        """Return the measures whose change a claim may state, where the table has no row of the change itself."""
        fits = [fit for fit in self._measures.fits(words, weights_for(claim)) if GROWTH not in fit.concepts]
        return best_fits(fits, claim) if fits else []

    def _with_implied(self, claim: Claim, words: SentenceWords) -> SentenceWords:
        """Add what a number implies without a word: "jiwa" a population, square kilometres an area, "naik" a growth."""
        after = min(claim.last, len(claim.sentence.words) - 1)
        counted = claim.kind is Kind.COUNT and claim.mention is not None and claim.mention.noun in self._people
        following = claim.sentence.words[claim.last : after + 3]
        as_many = claim.relation is Relation.MULTIPLE and not self._people.isdisjoint(following)
        if as_many or (counted and max(claim.values) >= FEWEST_PEOPLE):
            words = self._measures.with_concept(words, POPULATION, after)
        if PERSON in claim.unit.split("/")[1:]:
            words = self._measures.with_concept(words, PER_HEAD, after)
        if claim.kind is Kind.MONEY and "/" in claim.unit:
            words = self._measures.with_concept(words, PRICE, after)
        if claim.unit in DIMENSIONS and claim.relation is Relation.LEVEL:
            words = self._measures.with_concept(words, DIMENSIONS[claim.unit], after)
        if claim.relation is Relation.CHANGE_BY and claim.kind is Kind.PERCENT and claim.verb is not None:
            words = self._measures.with_concept(words, GROWTH, claim.verb.first)
        return words

    def _takes(self, claim: Claim, fit: Fit) -> bool:
        return any(self.takes(claim, fit, unit, noun) for unit, noun in self._series.units(fit.measure))

    def takes(self, claim: Claim, fit: Fit, unit: str, noun: str) -> bool:
        """Return whether a number can be a value, or a change, of rows of a measure in `unit`."""
        per_head, price = PER_HEAD in fit.concepts, PRICE in self._measures.concepts(fit.measure)
        together = (claim, *(() if GROWTH in fit.concepts else ends_of_step(claim)))
        purchasing = PURCHASING_POWER in self._measures.concepts(fit.measure)
        if purchasing and is_of_equal_power(claim, unit, noun, self._people):
            return True
        return all(fits_unit(one, unit, noun, people=self._people, per_head=per_head, price=price) for one in together)

    def beside(self, claim: Claim, parties: Parties, reading: Reading) -> Beside:
        """Return the worst of what stands beside the names of a part and its whole."""
        both = (parties.part, parties.whole)
        places = parties.part.places | parties.whole.places
        changes = {cue.first for cue in claim.sentence.of_role("change")}  # the part may have grown, not the whole
        found = [
            what_stands_beside(fit, claim.sentence, reading.named, self._cues, passing=passing)
            for fit, passing in zip(both, (places | changes, places), strict=True)
        ]
        if any(self._objections.is_of_a_part(claim, fit, reading, beside=places) for fit in both):
            found.append(Beside.UNKNOWN)
        return max(found, key=list(Beside).index)

    def doubt(self, claim: Claim, fit: Fit, reading: Reading, *, lasting: bool = False) -> Doubt:
        """Return what the words beside the measure, and around the number, say against it."""
        return self._objections.doubt(claim, fit, reading, lasting=lasting)

    # what kind of measure it is

    def is_own_measure(self, claim: Claim, fit: Fit) -> bool:
        """Return whether the measure is itself the change, or the share, that the claim states."""
        unit, _ = self._series.unit(fit.measure)
        if claim.relation is Relation.CHANGE_BY:
            rate = any(cue.first in fit.places for cue in claim.sentence.of_role("rate_of"))
            return (GROWTH in fit.concepts or rate) and unit == as_rate(claim.unit) == "percent"
        return claim.relation is Relation.SHARE and unit == "percent"

    def sign(self, claim: Claim, fit: Fit, *, level: bool) -> int:
        """Return -1 where a word such as "deflasi" turns the sign of the measure, and the measure's name lacks it."""
        if level and claim.direction < 0:
            return -1
        if not claim.sentence.of_role("negative"):
            return 1
        key = self._keys[fit.measure]
        label = {word for name in (key.name, *key.aliases) for word in split_words(name)}
        turning = nearest_name(claim, fit)
        turned = turning is not None and turning.role == "negative"
        return -1 if turned and turning is not None and claim.sentence.words[turning.first] not in label else 1
