"""A claim in, the rows of a table that speak of the same thing out; each step only narrows, none looks at values.

`Linker` lays a table out once: the words of its measures, the names of its entities, and, when they
are first asked for, the rows of each pair of the two by period.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from verifier.claims.claim import Claim, Denial
from verifier.claims.cue_roles import DIRECTIONS
from verifier.claims.cues import Cue, cues_of
from verifier.claims.datelines import outside_dateline
from verifier.claims.moves import tells_of_all
from verifier.claims.names import Name, Names
from verifier.claims.sentences import Sentence
from verifier.claims.unit_gate import may_be_a_price
from verifier.linking.dated_rows import said_around
from verifier.linking.dimensions import dimensions_of
from verifier.linking.discourse import Discourse
from verifier.linking.doubts import Doubt, is_named_by_its_verb
from verifier.linking.fitting import Fitting
from verifier.linking.going_on import going_on, without_own_words
from verifier.linking.layout import SeriesOf, Table, holds_words
from verifier.linking.linked import Link, Reading
from verifier.linking.measures import Fit
from verifier.linking.moments import read_moments
from verifier.linking.operands import Operands
from verifier.linking.phrases import Beside
from verifier.linking.ranked import names_its_step, of_number_before, ranked_in_time, ranks_times
from verifier.linking.series import narrowed
from verifier.linking.sums import summing
from verifier.linking.timing import Timing, read_timing
from verifier.linking.wholes import names_its_whole, totals_of
from verifier.linking.whom import Asked, Whom
from verifier.model import Kind
from verifier.packs import load_pack
from verifier.units import same_dimension
from verifier.verdict import Reason, Relation

__all__ = ["Linker"]

THAT_OF = 3  # words from a multiple to the name of what it multiplies


class Linker:
    """One table, laid out for look-up beside texts of one language."""

    def __init__(self, table: Table, language: str) -> None:
        pack = load_pack(language)
        cues = cues_of(language)
        entities = [(key.name, key.aliases) for key in table.entities]
        self.names = Names(entities, pack.claims, pack.tables, small=cues.small, kinds=table.kinds)
        named = totals_of([(name, *aliases) for name, aliases in entities])
        sums = summing(table, named)
        self.totals = named | sums
        self.series = SeriesOf(table, dimensions_of(table.dimensions, language), self.totals)
        self.fitting = Fitting(table, language, self.series)
        self._measures = table.measures
        self._nameless = not any(name for name, _ in entities)
        own = sums.union(number for number in named if names_its_whole(entities[number][0]))
        self._whom = Whom(self.series, self.totals, own, cues, table.kinds, nameless=self._nameless)
        self._operands = Operands(self._whom, cues)

    def read(self, sentence: Sentence) -> Reading:
        """Return what the table recognises in a sentence."""
        words, names = self.fitting.read(sentence), outside_dateline(sentence, self.names.read(sentence))
        named = frozenset([place for name in names for place in range(name.first, name.end)])
        passing = self.fitting.groups_in(sentence)
        topic = -1 if any(mention.values for mention in sentence.mentions) else self.fitting.topic(words)
        return Reading(sentence, names, named, passing, words, read_moments(sentence), topic)

    def declared(self, claim: Claim, said: str) -> Link:
        """Return the row that a declaration beside a number names: "key", "key@period", or "measure|entity|period"."""
        rows = self.series.declared(said)
        if not rows:
            return Link(claim, reason=Reason.NO_ROW, notes=("declared",))
        link = Link(claim, timing=Timing(rows[-1].period), notes=("declared",))
        link.measure, link.entity = self.series.pair(rows[-1])
        link.series = self.series.of(link.measure, link.entity)
        around, dimensions = partial(said_around, claim), self.series.dimensions
        found = narrowed(rows, status=claim.status, said=around, dimensions=dimensions)
        if found.reason is Reason.OTHER_STATUS and not any(row.status for row in rows):
            found = narrowed(rows, status="", said=around, dimensions=dimensions)
        link.rows, link.reason = found.rows, found.reason
        return link

    def link(self, claim: Claim, reading: Reading, discourse: Discourse) -> Link:
        """Return the rows that a claim speaks of: kind, then measure, entity and period."""
        claim.price = discourse.price if may_be_a_price(claim, discourse.price) else ""
        link = self._linked(claim, reading, discourse)
        in_time = claim.relation is Relation.RANK and ranks_times(claim)
        if in_time and claim.step is not None:  # "the biggest rise in five years"
            return Link(claim, reason=Reason.AMBIGUOUS)
        if claim.mention is None and claim.relation is Relation.RANK and (link.reason is not None or not link.firm):
            link = of_number_before(claim, discourse.linked) or link
        return ranked_in_time(link, read_timing(claim, reading.moments), reading.moments) if in_time else link

    def _linked(self, claim: Claim, reading: Reading, discourse: Discourse) -> Link:
        last = discourse.last
        if claim.again is not None and last is not None and last.claim is claim.again and not last.level:
            return replace(last, claim=claim)
        if claim.bound is not None and self._operands.counts_entities(claim):
            return self._tally(claim, claim.bound, reading, discourse)
        if claim.move is not None and self._operands.counts_entities(claim):
            return self._moved(claim, claim.move, reading, discourse)
        fits, reason = self.fitting.choose(claim, reading, discourse.measures)
        if not fits and claim.shared:
            said, claim.relation = claim.relation, Relation.SHARE
            fits, reason = self.fitting.choose(claim, reading, discourse.measures)
            claim.relation = claim.relation if fits else said
        if len(fits) != 1 or self.series.unit(fits[0].measure)[0] != "percent":
            quotient = self._of_two(claim, reading, discourse)
            if quotient is not None:
                return quotient
        if not fits:
            return Link(claim, reason=reason)
        apart = claim.relation is not Relation.LEVEL and last is not None and last.claim.sentence is claim.sentence
        if apart and last is not None:
            multiplied = [fit for fit in fits if self._multiplies_another(claim, fit, last)]
            fits = multiplied or without_own_words(claim, fits, last) or fits  # "331 visits, twice as many as in 2022"
        if len(fits) > 1:
            return self._ambiguous(claim, fits, reading)
        lost = not fits[0].places and discourse.loses(claim)
        if lost and last is not None and any(one is last.claim for one in claim.change):
            return Link(claim, reason=Reason.UNKNOWN_MEASURE)
        if apart and last is not None and self._multiplies_another(claim, fits[0], last):
            asked = self._asked(claim, going_on(last), (), last.timing, discourse)
            return self._whom.quotient(asked, fits[0].measure, last.entity)
        if claim.step is not None and names_its_step(claim, fits[0], self.fitting.belongs):
            if DIRECTIONS[claim.step.meaning] < 0:  # whose growth is less may not have fallen
                return Link(claim, reason=Reason.AMBIGUOUS)
            claim.step = None
        if is_named_by_its_verb(claim, fits[0]):
            claim.relation = Relation.LEVEL
        link = self._of_measure(claim, fits[0], reading, discourse)
        if link.reason is Reason.UNKNOWN_MEASURE and fits[0].places:
            link = self._in_part(link, fits[0], reading, discourse)
        if not fits[0].score and link.reason is not None:  # a guess that leads nowhere
            return Link(claim, reason=Reason.UNKNOWN_MEASURE)
        if link.level and link.reason is not None and claim.relation is Relation.CHANGE_BY:
            others = self.fitting.without_growth(claim, reading.words)
            change = self._of_measure(claim, others[0], reading, discourse) if len(others) == 1 else link
            link = change if change.reason is None else link
        link.firm = link.firm and not _goes_on_with_unknown(claim, fits[0], discourse.linked)
        return link

    def _of_two(self, claim: Claim, reading: Reading, discourse: Discourse) -> Link | None:
        """Return the rows of the two measures of which a share is the quotient, None where it is of just one."""
        parties = self.fitting.part_and_whole(claim, reading)
        if parties is None:
            return None
        beside = self.fitting.beside(claim, parties, reading)
        names = [name for name in reading.names if self._is_said_of(claim, parties.part, name)]
        before = [name for name in names if name.end <= claim.first]
        if beside in (Beside.ANOTHER, Beside.STRANGER) or (before and len(before) < len(names)):
            return None
        asked = self._asked(claim, parties.part, names, read_timing(claim, reading.moments), discourse)
        link = self._whom.quotient(asked, parties.whole.measure)
        if link.reason is not None:
            return None
        claim.relation = Relation.SHARE
        link.firm = link.firm and beside is Beside.NOTHING and not _is_named_in_part(link, names, discourse)
        return link

    def _multiplies_another(self, claim: Claim, fit: Fit, last: Link) -> bool:
        """Return whether a multiple behind a number leads to the name of another measure: "twice capital spending"."""
        if claim.relation is not Relation.MULTIPLE or not last.rows or last.reason is not None or not fit.places:
            return False
        first = min(fit.places)
        led = claim.last <= first < claim.right and first - claim.last <= THAT_OF
        (unit, _), (other, _) = self.series.unit(last.measure), self.series.unit(fit.measure)
        return led and last.measure != fit.measure and (unit == other or same_dimension(unit, other))

    def _in_part(self, link: Link, fit: Fit, reading: Reading, discourse: Discourse) -> Link:
        """Return the rows of a measure named in part, where the one that is named in full cannot be meant."""
        fits = self.fitting.in_part(link.claim, reading)
        if not fits or fits[0].measure == fit.measure:
            return link
        other = self._of_measure(link.claim, fits[0], reading, discourse)
        return other if other.reason is None else link

    def _tally(self, claim: Claim, bound: Claim, reading: Reading, discourse: Discourse) -> Link:
        """Return the rows of all entities, of which so many reach a bound."""
        fits, reason = self.fitting.choose(bound, reading, discourse.measures)
        if len(fits) != 1 or self.fitting.doubt(bound, fits[0], reading) is Doubt.ANOTHER:
            return Link(claim, reason=reason)
        return self._operands.tally(self._asked(claim, fits[0], (), read_timing(bound, reading.moments), discourse))

    def _moved(self, claim: Claim, move: Cue, reading: Reading, discourse: Discourse) -> Link:
        """Return the rows of all entities, so many of which are said to have gone one way."""
        moved = replace(claim, mention=None, relation=Relation.TREND, verb=move, step=move, shared=False)
        fits, reason = self.fitting.choose(moved, reading, discourse.measures)
        if len(fits) != 1 or self.fitting.doubt(moved, fits[0], reading) is Doubt.ANOTHER:
            return Link(claim, reason=reason)
        timing = discourse.counted_from(moved, read_timing(moved, reading.moments))
        link = self._operands.tally(self._asked(claim, fits[0], (), timing, discourse))
        link.firm = tells_of_all(claim, len(link.rows)) and not timing.guessed
        return link

    def _asked(self, claim: Claim, fit: Fit, names: Sequence[Name], timing: Timing, discourse: Discourse) -> Asked:
        own = partial(self.fitting.belongs, fit.measure)
        takes = partial(self.fitting.takes, claim, fit)
        return Asked(claim, fit.measure, names, timing, discourse, own, takes, not fit.places, fit.concepts)

    def _of_measure(self, claim: Claim, fit: Fit, reading: Reading, discourse: Discourse) -> Link:
        """Return the rows of a measure that a claim speaks of."""
        if claim.denied_by is not None and holds_words(self._measures[fit.measure], claim.denied_words):
            claim.denial = Denial.NONE  # "suara tidak sah" are counted, and not denied
        timing = discourse.counted_from(claim, read_timing(claim, reading.moments))
        doubt = self.fitting.doubt(claim, fit, reading)
        if doubt is Doubt.ANOTHER:
            return Link(claim, reason=Reason.UNKNOWN_MEASURE)
        if doubt is Doubt.STRANGER and not self._nameless:
            return Link(claim, reason=Reason.UNKNOWN_ENTITY, measure=fit.measure, timing=timing)
        names = [name for name in reading.names if self._is_said_of(claim, fit, name)]
        link = self._operands.link(self._asked(claim, fit, names, timing, discourse))
        if link.lasting and doubt is Doubt.UNSURE:
            doubt = self.fitting.doubt(claim, fit, reading, lasting=True)
        link.goes_on = not fit.places and not self._is_said_in(claim, fit)
        lost = link.goes_on and discourse.loses(claim)
        lost = lost or claim.per_many or (discourse.per_many and claim.kind is Kind.MONEY and "/" not in claim.unit)
        link.firm = link.firm and doubt is not Doubt.UNSURE and not lost and not timing.guessed
        if _is_named_in_part(link, names, discourse):
            link.firm, link.doubt = False, Reason.UNKNOWN_ENTITY
        link.level = self.fitting.is_own_measure(claim, fit)
        link.sign = self.fitting.sign(claim, fit, level=link.level)
        return link

    def _is_said_in(self, claim: Claim, fit: Fit) -> bool:
        """Return whether a word of a claim, or of the change that it is a part of, belongs to the name of a measure."""
        return any(self.fitting.belongs(fit.measure, word) for word in claim.sentence.words[claim.begin : claim.right])

    def _is_said_of(self, claim: Claim, fit: Fit, name: Name) -> bool:
        """Return whether a name is no part of the measure's own, and in one statement with the number."""
        inside = fit.places.issuperset(range(name.first, name.end))
        return not inside and claim.sentence.told_of(name.first, name.end, claim.first)

    def _ambiguous(self, claim: Claim, fits: Sequence[Fit], reading: Reading) -> Link:
        rows = [series.rows[-1] for fit in fits if (series := self.series.of(fit.measure, -1)) is not None]
        timing = read_timing(claim, reading.moments)
        return Link(claim, rows=tuple(rows[:5]), reason=Reason.AMBIGUOUS, timing=timing)


def _is_named_in_part(link: Link, names: Sequence[Name], discourse: Discourse) -> bool:
    """Return whether the one whom a claim is about was never named in full: "Samsung" where nobody said of what."""
    own = [name for name in names if link.entity in name.entities]
    return bool(own) and not any(name.sure for name in own) and link.entity not in discourse.in_full


def _goes_on_with_unknown(claim: Claim, fit: Fit, linked: Sequence[Link]) -> bool:
    """Return whether a number tells one before it in other terms, of which nobody knows what it measures.

    "40 ribu guru, hampir separuh dari angka nasional" is about teachers, whatever else the sentence names.
    """
    if not _tells_again(claim) or any(claim.begin <= place < claim.right for place in fit.places):
        return False
    told = next((link for link in reversed(linked) if not _tells_again(link.claim)), None)
    return told is not None and told.measure < 0 and told.reason is Reason.UNKNOWN_MEASURE


def _tells_again(claim: Claim) -> bool:
    return claim.shared or claim.relation in (Relation.MULTIPLE, Relation.SHARE)
