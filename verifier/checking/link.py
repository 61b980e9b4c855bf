"""A claim in, the rows of a table that speak of the same thing out; each step only narrows, none looks at values.

`Linker` lays a table out once: the words of its measures, the names of its entities, and, when they
are first asked for, the rows of each pair of the two by period.
"""

from collections.abc import Sequence
from functools import partial

from verifier.checking.claim import Claim, is_fraction
from verifier.checking.cues import cues_of, split_words
from verifier.checking.dated_rows import rows_at, words_around
from verifier.checking.discourse import Discourse
from verifier.checking.doubts import Doubt, is_named_by_its_verb
from verifier.checking.fitting import Fitting
from verifier.checking.layout import SeriesOf, Table
from verifier.checking.linked import Link, Reading
from verifier.checking.measures import Fit
from verifier.checking.moments import read_moments
from verifier.checking.names import Name, Names
from verifier.checking.phrases import opens_with_a_stranger
from verifier.checking.sentences import Sentence
from verifier.checking.series import narrowed
from verifier.checking.subjects import (
    Subject,
    choose_subject,
    groups_of,
    has_sum,
    is_exclusive,
    is_other_side,
    is_summed,
    listed_before,
    names_a_stranger,
    parties_of_share,
    places_a_stranger,
    size_of_group,
    split_at,
)
from verifier.checking.timing import Timing, read_timing
from verifier.checking.unit_gate import POINTS
from verifier.checking.wholes import totals_of
from verifier.model import Reason, Relation
from verifier.packs import load_pack

__all__ = ["Linker"]

MOST_ADDED = 200  # rows
OF = 2  # words between a part in words and its whole: "half of the Belmar figure"


class Linker:
    """One table, laid out for look-up beside texts of one language."""

    def __init__(self, table: Table, language: str) -> None:
        pack = load_pack(language)
        cues = cues_of(language)
        entities = [(key.name, key.aliases) for key in table.entities]
        self.names = Names(entities, pack.claims, pack.tables, small=cues.small, kinds=table.kinds)
        self.totals = totals_of([(name, *aliases) for name, aliases in entities])
        self.series = SeriesOf(table, self.totals)
        self.fitting = Fitting(table, language, self.series)
        self._nameless = not any(name for name, _ in entities)
        self._cues = cues
        words = (word for kind in table.kinds for word in split_words(kind))
        self._kinds = frozenset[str]().union(*map(cues.stems, words))  # what the entities are: "lake"

    def read(self, sentence: Sentence) -> Reading:
        """Return what the table recognises in a sentence."""
        return Reading(sentence, self.names.read(sentence), self.fitting.read(sentence), read_moments(sentence))

    def declared(self, claim: Claim, said: str) -> Link:
        """Return the row that a declaration beside a number names: "key", "key@period", or "measure|entity|period"."""
        rows = self.series.declared(said)
        if not rows:
            return Link(claim, reason=Reason.NO_ROW, notes=("declared",))
        link = Link(claim, timing=Timing(rows[-1].period), notes=("declared",))
        link.measure, link.entity = self.series.pair(rows[-1])
        link.series = self.series.of(link.measure, link.entity)
        link.rows, link.reason = narrowed(rows, status=claim.status, words=words_around(claim))
        if link.reason is Reason.OTHER_STATUS and not any(row.status for row in rows):
            link.rows, link.reason = narrowed(rows, status="", words=words_around(claim))
        return link

    def link(self, claim: Claim, reading: Reading, discourse: Discourse) -> Link:
        """Return the rows that a claim speaks of: kind, then measure, entity and period."""
        fits, reason = self.fitting.choose(claim, reading.words, reading.names, discourse.measures)
        if not fits and claim.shared:
            said, claim.relation = claim.relation, Relation.SHARE
            fits, reason = self.fitting.choose(claim, reading.words, reading.names, discourse.measures)
            claim.relation = claim.relation if fits else said
        if not fits:
            return Link(claim, reason=reason)
        if len(fits) > 1:
            return self._ambiguous(claim, fits, reading)
        if is_named_by_its_verb(claim, fits[0]):
            claim.relation = Relation.LEVEL
        link = self._of_measure(claim, fits[0], reading, discourse)
        if link.level and link.reason is not None and claim.relation is Relation.CHANGE_BY:
            others = self.fitting.without_growth(claim, reading.words)
            change = self._of_measure(claim, others[0], reading, discourse) if len(others) == 1 else link
            link = change if change.reason is None else link
        return link

    def _of_measure(self, claim: Claim, fit: Fit, reading: Reading, discourse: Discourse) -> Link:
        """Return the rows of a measure that a claim speaks of."""
        timing = discourse.counted_from(claim, read_timing(claim, reading.moments))
        doubt = self.fitting.doubt(claim, fit, reading.names)
        if doubt is Doubt.ANOTHER:
            return Link(claim, reason=Reason.UNKNOWN_MEASURE)
        if doubt is Doubt.STRANGER and not self._nameless:
            return Link(claim, reason=Reason.UNKNOWN_ENTITY, measure=fit.measure, timing=timing)
        names = [name for name in reading.names if self._is_said_of(claim, fit, name)]
        if is_exclusive(claim, names):
            return Link(claim, reason=Reason.AMBIGUOUS, measure=fit.measure, timing=timing)
        link = self._with_operands(claim, fit.measure, names, timing, discourse)
        link.firm = link.firm and doubt is not Doubt.UNSURE
        link.level = self.fitting.is_own_measure(claim, fit)
        link.sign = self.fitting.sign(claim, fit, level=link.level)
        return link

    def _is_said_of(self, claim: Claim, fit: Fit, name: Name) -> bool:
        """Return whether a name is no part of the measure's own, and in one statement with the number."""
        inside = fit.places.issuperset(range(name.first, name.end))
        return not inside and claim.sentence.told_of(name.first, name.end, claim.first)

    def _ambiguous(self, claim: Claim, fits: Sequence[Fit], reading: Reading) -> Link:
        rows = [series.rows[-1] for fit in fits if (series := self.series.of(fit.measure, -1)) is not None]
        timing = read_timing(claim, reading.moments)
        return Link(claim, rows=tuple(rows[:5]), reason=Reason.AMBIGUOUS, timing=timing)

    # of whom

    def _with_operands(
        self, claim: Claim, measure: int, names: Sequence[Name], timing: Timing, discourse: Discourse
    ) -> Link:
        """Return the rows of a claim, and for a comparison, a share or a sum also those of the other side."""
        if claim.relation in (Relation.COMPARISON, Relation.MULTIPLE):
            own, after = split_at(names, max(claim.than, claim.last))
            if after and (own or claim.than >= 0) and is_other_side(claim, after[0]):
                link = self._at(claim, measure, self._subject(claim, measure, own, discourse), timing, discourse)
                return self._with_other(link, groups_of(claim.sentence, after)[0], timing, discourse)
            if claim.relation is Relation.COMPARISON:
                if names_a_stranger(claim, names):
                    return Link(claim, reason=Reason.UNKNOWN_ENTITY, measure=measure, timing=timing)
                claim.relation = Relation.CHANGE_BY
        if self.series.unit(measure)[0] == "percent" and is_fraction(claim):
            own, after = split_at(names, claim.last)
            if own and after and after[0].first - claim.last <= OF:  # "less than half of Belmar's"
                claim.relation = Relation.MULTIPLE
                link = self._at(claim, measure, self._subject(claim, measure, own, discourse), timing, discourse)
                return self._with_other(link, groups_of(claim.sentence, after)[0], timing, discourse)
        if claim.relation is Relation.SHARE:
            return self._share(claim, measure, names, timing, discourse)
        if claim.relation is Relation.RANK:
            names = [name for name in names if not self.totals.issuperset(name.entities)] or names
        size = size_of_group(claim)
        if claim.relation is Relation.LEVEL and not names:
            if size:
                return self._of_group(claim, measure, size, timing, discourse)
            everybody = self._everybody(claim, measure, timing.period or discourse.period)
            if everybody:
                return _unsure(self._sum(claim, measure, everybody, timing, discourse))
        subject = self._subject(claim, measure, names, discourse)
        if not names and has_sum(claim) and not claim.sentence.has("pronoun", 0, len(claim.sentence.words)):
            return _unsure(self._at(claim, measure, subject, timing, discourse))  # of whom together?
        having = self._having(measure, subject.entities)
        if len(having) > 1 and is_summed(claim):
            return self._sum(claim, measure, having, timing, discourse)
        if len(having) > 1 and claim.relation is Relation.LEVEL and self._adds_up(measure):
            return _unsure(self._sum(claim, measure, having, timing, discourse))
        return self._at(claim, measure, subject, timing, discourse)

    def _adds_up(self, measure: int) -> bool:
        """Return whether a measure of two entities together is the sum of both: tons do, percents and prices do not."""
        unit = self.series.unit(measure)[0]
        return unit != "percent" and unit not in POINTS and "/" not in unit

    def _having(self, measure: int, entities: Sequence[int]) -> list[int]:
        return [entity for entity in entities if self.series.of(measure, entity) is not None]

    def _with_other(self, link: Link, group: Sequence[Name], timing: Timing, discourse: Discourse) -> Link:
        if link.reason is not None:
            return link
        entities = [entity for name in group for entity in name.entities]
        other = self._at(link.claim, link.measure, Subject(tuple(entities[:1])), timing, discourse)
        link.others, link.reason = other.rows, other.reason
        if other.reason is None and other.entity == link.entity:
            link.reason = Reason.AMBIGUOUS
        link.firm = link.firm and other.firm and len(entities) == 1
        return link

    def _share(self, claim: Claim, measure: int, names: Sequence[Name], timing: Timing, discourse: Discourse) -> Link:
        """Return the row of the part, with that of the whole beside it: the one named, else a total."""
        if self.series.unit(measure)[0] == "percent":
            return self._at(claim, measure, self._subject(claim, measure, names, discourse), timing, discourse)
        part, whole = parties_of_share(claim, names, totals=self.totals, topic=discourse.topic)
        wholes = self._having(measure, whole or tuple(sorted(self.totals)))
        subject = Subject(part) if part else self._subject(claim, measure, (), discourse)
        link = self._at(claim, measure, subject, timing, discourse)
        if link.reason is not None or len(wholes) != 1 or wholes[0] == link.entity:
            link.reason = link.reason or Reason.NO_ROW
            return link
        other = self._at(claim, measure, Subject(tuple(wholes)), timing, discourse)
        link.others, link.reason, link.firm = other.rows, other.reason, link.firm and other.firm
        return link

    def _sum(self, claim: Claim, measure: int, entities: Sequence[int], timing: Timing, discourse: Discourse) -> Link:
        """Return the rows of several entities, whose sum or average the number is."""
        claim.relation = Relation.SUM
        links = [self._at(claim, measure, Subject((entity,)), timing, discourse) for entity in entities]
        missing = next((link for link in links if link.reason is not None), None)
        if missing is not None:
            return missing
        links[0].others = tuple(link.rows[0] for link in links[1:])
        return links[0]

    def _everybody(self, claim: Claim, measure: int, period: str) -> Sequence[int]:
        """Return all entities where a number is of all rows: "the lakes have a combined area", "the average age".

        An average needs no word for them where the table tells no times apart.
        """
        sentence = claim.sentence
        told = any(not self._kinds.isdisjoint(self._cues.stems(word)) for word in sentence.words)
        averages = [cue for cue in sentence.of_role("average") if cue.end <= claim.first]
        averaged = averages and not any(self.fitting.belongs(measure, sentence.words[cue.first]) for cue in averages)
        summed = told and has_sum(claim)
        rows = self.series.across(measure, period if summed else "").rows if averaged or summed else ()
        timeless = not any(row.period for _, row in rows)
        return [entity for entity, _ in rows] if 2 <= len(rows) <= MOST_ADDED and (timeless or summed) else []

    def _of_group(self, claim: Claim, measure: int, size: int, timing: Timing, discourse: Discourse) -> Link:
        """Return the rows of "ketiganya": of the last three that were named, else of the only three that there are."""
        named = self._having(measure, [one for one in discourse.named if one not in self.totals])
        known = named[:size]
        if len(known) < size:
            known = [entity for entity, _ in self.series.across(measure, timing.period or discourse.period).rows]
        if len(known) != size or not (is_summed(claim) or self._adds_up(measure)):
            return Link(claim, reason=Reason.AMBIGUOUS, measure=measure, timing=timing)
        sure = is_summed(claim) and len(named) in (0, size) and self._adds_up(measure)
        link = self._sum(claim, measure, known, timing, discourse)
        return link if sure else _unsure(link)

    def _subject(self, claim: Claim, measure: int, names: Sequence[Name], discourse: Discourse) -> Subject:
        """Return who a claim is about: by its own sentence, else by earlier ones, else the only one there is."""
        if self._nameless:
            return Subject((0,) if self.series.of(measure, 0) is not None else (-1,))
        having = partial(self._having, measure)
        subject = choose_subject(claim, names, totals=self.totals, fits=lambda entity: bool(having((entity,))))
        if subject.found:
            return subject
        totals = having(sorted(self.totals))
        if len(totals) == 1 and claim.sentence.has("overall", 0, len(claim.sentence.words)):
            return Subject(tuple(totals))
        if opens_with_a_stranger(claim.sentence, self._cues, own=partial(self.fitting.belongs, measure)):
            return Subject()
        sole = self.series.sole_entity(measure)
        if sole is not None:
            return Subject((sole,))
        listed = listed_before(claim, discourse.listed)
        if listed is not None:
            return listed
        for topic in (discourse.topic, discourse.heading_topic):
            known = tuple(having(topic))
            if known:
                elsewhere = places_a_stranger(claim.sentence, names)
                return Subject(known[:1], firm=len(known) == 1 and not elsewhere)
        if len(totals) == 1 and not discourse.named and not claim.sentence.names_somebody():
            return Subject(tuple(totals))  # nobody was named: it is said of all
        return subject

    # when

    def _at(self, claim: Claim, measure: int, subject: Subject, timing: Timing, discourse: Discourse) -> Link:
        link = Link(claim, measure=measure, timing=timing)
        entities = self._having(measure, subject.entities)
        if not entities:
            link.reason = Reason.NO_ROW if subject.entities else Reason.UNKNOWN_ENTITY
            return link
        if len(entities) > 1:
            candidates = (self.series.of(measure, entity) for entity in entities)
            link.rows = tuple(series.rows[-1] for series in candidates if series is not None)
            link.reason = Reason.AMBIGUOUS
            return link
        link.entity, link.series = entities[0], self.series.of(measure, entities[0])
        assert link.series is not None
        found, link.notes = rows_at(claim, link.series, timing, discourse)
        link.reason = found.reason
        if found.reason is None:
            link.rows, link.reason = narrowed(found.rows, status=claim.status, words=words_around(claim))
            link.firm = found.firm and subject.firm
            if not found.firm:
                link.doubt = Reason.AMBIGUOUS if timing.untold else Reason.OTHER_PERIOD
        return link


def _unsure(link: Link) -> Link:
    """Return the same, which only supports: it is not told of whom a number is said together."""
    link.firm, link.doubt = False, Reason.AMBIGUOUS
    return link
