"""A claim and its measure in, all rows that it is calculated from out: of both sides, of part and whole, of a sum."""

from collections.abc import Sequence
from dataclasses import replace

from verifier.claims.claim import Claim, is_fraction
from verifier.claims.cues import Cues
from verifier.claims.names import Name
from verifier.claims.together import (
    difference_words,
    has_sum,
    is_a_difference,
    is_denied,
    is_exclusive,
    is_summed,
    size_in_numbers,
    size_of_group,
    stated_names,
)
from verifier.claims.unit_gate import POINTS
from verifier.linking.linked import Link, unsure
from verifier.linking.sides import is_other_side, parties_of_share, split_at
from verifier.linking.spans import over_time, throughout
from verifier.linking.strangers import names_a_stranger
from verifier.linking.subjects import Subject, groups_of
from verifier.linking.whom import Asked, Whom
from verifier.verdict import Reason, Relation

__all__ = ["Operands"]

WITHOUT_NAMES = frozenset({Relation.LEVEL, Relation.CHANGE_BY, Relation.CHANGE_TO, Relation.CHANGE_FROM})
MOST_ADDED = 200  # rows
OF_THE = 3  # words from a number to what it counts: "three of the lakes"
OF = 2  # words between a part in words and its whole: "half of the Belmar figure"


class Operands:
    """The rows of one table, as the operands of what texts calculate from them."""

    def __init__(self, whom: Whom, cues: Cues) -> None:
        self._whom, self._series, self._totals, self._cues = whom, whom.series, whom.totals, cues

    def link(self, asked: Asked) -> Link:
        """Return the rows of a claim, and for a comparison, a share or a sum also those of the other side."""
        claim = asked.claim
        if claim.bounds or is_denied(claim):  # it is said of those that are counted, or of nobody
            return asked.open(Reason.UNKNOWN_ENTITY)
        if is_exclusive(claim, asked.names):
            return self._alone(asked)
        if is_a_difference(claim):
            if not any(asked.own(word) for word in difference_words(claim)):
                return self._difference(asked)
            claim.relation = Relation.LEVEL  # "gender gap" is what is measured
        if claim.relation in (Relation.COMPARISON, Relation.MULTIPLE):
            own, after = split_at(asked.names, max(claim.than, claim.last))
            led = own or claim.than >= 0 or claim.sentence.has("pronoun", 0, claim.first)
            if after and led and is_other_side(claim, after[0]):
                return self._with_other(asked, own, after)
            if claim.relation is Relation.COMPARISON:
                if names_a_stranger(claim, asked.names):
                    return asked.open(Reason.UNKNOWN_ENTITY)
                claim.relation = Relation.CHANGE_BY
        if self._series.unit(asked.measure)[0] == "percent" and is_fraction(claim):
            own, after = split_at(asked.names, claim.last)
            if own and after and after[0].first - claim.last <= OF:  # "less than half of Belmar's"
                claim.relation = Relation.MULTIPLE
                return self._with_other(asked, own, after)
        if claim.relation is Relation.SHARE:
            return self._share(asked)
        if claim.relation is Relation.RANK:
            parts = [name for name in asked.names if not self._totals.issuperset(name.entities)]
            asked = asked.among(parts or asked.names)
        if claim.relation in WITHOUT_NAMES and not stated_names(claim, asked.names):
            link = self._without_names(asked.among(()))
            if link is not None:
                return link
        return self._one_or_sum(asked)

    def _without_names(self, asked: Asked) -> Link | None:
        """Return the rows of those of whom a number is told together, with nobody named; None where it is of one."""
        claim, counted = asked.claim, size_in_numbers(asked.claim, self._whom.is_kind)
        if claim.relation is not Relation.LEVEL:
            return asked.open(Reason.AMBIGUOUS) if counted else None
        size = size_of_group(claim, asked.own) or counted
        if size:
            return self._of_group(asked, size)
        everybody = self._everybody(asked)
        return unsure(self._sum(asked, everybody)) if everybody else None

    def tally(self, asked: Asked) -> Link:
        """Return the rows of all entities at the period of a bound, of which a number is said to reach it."""
        asked.claim.relation = Relation.TALLY
        discourse = asked.discourse
        period = self._period(asked) or discourse.heading_period
        rows = self._series.across(asked.measure, period).rows or self._series.across(asked.measure, "").rows
        if not rows and not period:
            series = self._series.of(asked.measure, -1)
            newest = series.newest(discourse.document_date).rows if series is not None else ()
            rows = self._series.across(asked.measure, newest[0].period).rows if newest else ()
        link = asked.open(Reason.OTHER_PERIOD)
        if 2 <= len(rows) <= MOST_ADDED:
            link.rows, link.reason = tuple(row for _, row in rows), None
        return unsure(link)

    def _alone(self, asked: Asked) -> Link:
        """Return the rows of all, with that of the one who alone is said to reach a bound."""
        own = self._whom.link(asked)
        if own.reason is not None:
            return own
        link = self.tally(replace(asked, timing=replace(asked.timing, period=own.rows[0].period)))
        link.others = own.rows
        return link

    def counts_entities(self, claim: Claim) -> bool:
        """Return whether a number counts what the entities are: "four provinces", "three of the lakes"."""
        words = claim.sentence.words[claim.last : claim.last + OF_THE]
        return any(map(self._whom.is_kind, words))

    def _one_or_sum(self, asked: Asked) -> Link:
        """Return the row of the one that a claim is about; of several those of all, which it may be the sum of."""
        claim = asked.claim
        subject = self._whom.subject(asked)
        together = (has_sum(claim) or _is_averaged(asked)) and self._series.sole_entity(asked.measure) is None
        if not asked.names and together and not claim.sentence.has("pronoun", 0, len(claim.sentence.words)):
            return unsure(self._whom.at(asked, subject))  # of whom together?
        having = self._whom.having(asked.measure, subject.entities)
        added = self._added(asked)
        if added:
            return self._sum(asked, added) if len(added) > 1 else unsure(self._whom.at(asked, subject))
        if len(having) > 1 and is_summed(claim):
            return self._sum(asked, having)
        if len(having) > 1 and claim.relation is Relation.LEVEL and self._adds_up(asked.measure):
            return unsure(self._sum(asked, having))
        link = self._whom.at(asked, subject)
        if claim.throughout and claim.relation is Relation.LEVEL:
            return throughout(link)
        adds_up, averaged = self._adds_up(asked.measure), _is_averaged(asked)
        return over_time(link, adds_up=adds_up, averaged=averaged, concepts=asked.concepts)

    def _added(self, asked: Asked) -> Sequence[int]:
        """Return those to whom another is added, and that one: "bila digabung dengan Maluku menjadi 5 ton"."""
        claim = asked.claim
        for cue in claim.sentence.of_role("sum"):
            words = claim.sentence.words[cue.end : cue.end + 1]
            led = bool(words) and words[0].isalpha() and words[0] in self._cues.small  # "with"
            with_it = [name for name in asked.names if name.first == cue.end + 1 and led and name.end <= claim.first]
            if cue.first >= claim.left and with_it:
                before = groups_of(claim.sentence, [name for name in asked.names if name.end <= cue.first])
                first = [one for name in (before[-1] if before else ()) for one in name.entities]
                entities = [*(first or asked.discourse.topic), *with_it[0].entities]
                return self._whom.having(asked.measure, list(dict.fromkeys(entities)))
        return []

    def _adds_up(self, measure: int) -> bool:
        """Return whether a measure of two entities together is the sum of both: tons do, percents and prices do not."""
        unit = self._series.unit(measure)[0]
        return unit != "percent" and unit not in POINTS and "/" not in unit

    def _with_other(self, asked: Asked, own: Sequence[Name], after: Sequence[Name]) -> Link:
        """Return the row of those named before a number, with that of the first named behind it."""
        link = self._whom.link(asked.among(own))
        if link.reason is not None:
            return link
        entities = [entity for name in groups_of(asked.claim.sentence, after)[0] for entity in name.entities]
        other = self._whom.at(asked, Subject(tuple(entities[:1])))
        link.others, link.reason = other.rows, other.reason
        if other.reason is None and other.entity == link.entity:
            link.reason = Reason.AMBIGUOUS
        link.firm = link.firm and other.firm and len(entities) == 1
        return link

    def _difference(self, asked: Asked) -> Link:
        """Return the rows of the two between whom a number is the difference; nowhere where it is not just two."""
        claim = asked.claim
        own, after = split_at(asked.names, claim.last)
        groups = groups_of(claim.sentence, own)
        if len(groups) == 1 and len(groups[0]) == 2:
            return self._with_other(asked, groups[0][:1], groups[0][1:])
        if len(groups) == 1 == len(groups[0]) and after and after[0].first - claim.after <= OF_THE:
            return self._with_other(asked, groups[0], after)  # "selisih 5 ton dari Maluku"
        its = any(word.endswith(self._cues.possessives) for word in difference_words(claim))
        if its and len(groups) == 1 == len(groups[0]) and not after:
            return self._with_other(asked, (), groups[0])  # "selisihnya dengan Maluku 5 ton"
        return asked.open(Reason.AMBIGUOUS)

    def _share(self, asked: Asked) -> Link:
        """Return the row of the part, with that of the whole beside it: the one named, else a total."""
        if self._series.unit(asked.measure)[0] == "percent":
            return self._whom.link(asked)
        part, whole = parties_of_share(asked.claim, asked.names, totals=self._totals, topic=asked.discourse.topic)
        wholes = self._whom.having(asked.measure, whole or tuple(sorted(self._totals)))
        subject = Subject(part) if part else self._whom.subject(asked.among(()))
        link = self._whom.at(asked, subject)
        if not whole and link.reason is None:
            members = self._members(asked, link.rows[0].period)
            if members:
                return self._share_of_all(asked, link, members)
        if link.reason is not None or len(wholes) != 1 or wholes[0] == link.entity:
            link.reason = link.reason or Reason.NO_ROW
            return link
        other = self._whom.at(asked, Subject(tuple(wholes)))
        link.others, link.reason, link.firm = other.rows, other.reason, link.firm and other.firm
        return link

    def _members(self, asked: Asked, period: str) -> Sequence[int]:
        """Return all entities where a share is of them all: "of the three regions", "dari seluruh bandara"."""
        size = size_of_group(asked.claim, asked.own, anywhere=True)
        if not self._adds_up(asked.measure) or not (size or self._tells_what_they_are(asked)):
            return []
        everybody = [entity for entity, _ in self._series.across(asked.measure, period).rows]
        return everybody if 2 <= len(everybody) <= MOST_ADDED and size in (0, len(everybody)) else []

    def _share_of_all(self, asked: Asked, link: Link, members: Sequence[int]) -> Link:
        links = [self._whom.at(asked, Subject((entity,))) for entity in members]
        missing = next((one for one in links if one.reason is not None), None)
        if missing is not None:
            return missing
        link.others = tuple(one.rows[0] for one in links)
        return link if size_of_group(asked.claim, asked.own, anywhere=True) else unsure(link)

    def _sum(self, asked: Asked, entities: Sequence[int]) -> Link:
        """Return the rows of several entities, whose sum or average the number is."""
        asked.claim.relation = Relation.SUM
        links = [self._whom.at(asked, Subject((entity,))) for entity in entities]
        missing = next((link for link in links if link.reason is not None), None)
        if missing is not None:
            return missing
        links[0].others = tuple(link.rows[0] for link in links[1:])
        return links[0]

    def _everybody(self, asked: Asked) -> Sequence[int]:
        """Return all entities where a number is of all rows: "the lakes have a combined area", "the average age".

        An average needs no word for them where the table tells no times apart.
        """
        averaged = _is_averaged(asked)
        summed = has_sum(asked.claim) and self._tells_what_they_are(asked)
        if not averaged and not summed:
            return []
        rows = self._series.across(asked.measure, self._period(asked) if summed else "").rows
        timeless = not any(row.period for _, row in rows)
        return [entity for entity, _ in rows] if 2 <= len(rows) <= MOST_ADDED and (timeless or summed) else []

    def _tells_what_they_are(self, asked: Asked) -> bool:
        """Return whether a sentence has the word for what the entities are, beside their names: "the lakes"."""
        named = {place for name in asked.names for place in range(name.first, name.end)}
        words = (word for place, word in enumerate(asked.claim.sentence.words) if place not in named)
        return any(map(self._whom.is_kind, words))

    def _of_group(self, asked: Asked, size: int) -> Link:
        """Return the rows of "ketiganya": of the last three that were named, else of the only three that there are."""
        claim, measure = asked.claim, asked.measure
        named = self._whom.having(measure, [one for one in asked.discourse.named if one not in self._totals])
        known = named[:size]
        if len(known) < size:
            known = [entity for entity, _ in self._series.across(measure, self._period(asked)).rows]
        if len(known) != size or not (is_summed(claim) or self._adds_up(measure)):
            return asked.open(Reason.AMBIGUOUS)
        sure = is_summed(claim) and len(named) in (0, size) and self._adds_up(measure)
        link = self._sum(asked, known)
        return link if sure else unsure(link)

    def _period(self, asked: Asked) -> str:
        return asked.timing.period or asked.discourse.tale.carried(asked.claim, "")[0]


def _is_averaged(asked: Asked) -> bool:
    """Return whether a word before a number makes it an average, which is not what the measure is anyway."""
    sentence = asked.claim.sentence
    averages = [cue for cue in sentence.of_role("average") if cue.end <= asked.claim.first]
    return bool(averages) and not any(asked.own(sentence.words[cue.first]) for cue in averages)
