"""The claims and sentences of a text, one after the other, in; of whom, of what and when they spoke out."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from verifier.claims.claim import Claim
from verifier.claims.sentence_cuts import SHAPED
from verifier.claims.sentences import Sentence
from verifier.linking.date_leads import only_leads
from verifier.linking.doubts import is_small_number
from verifier.linking.linked import Link, Reading
from verifier.linking.subjects import groups_of, is_compared, is_led
from verifier.linking.tale import Tale
from verifier.linking.timing import Timing, is_before
from verifier.model import Kind
from verifier.verdict import Reason, Relation

__all__ = ["Discourse"]

COUNTED = frozenset({Relation.CHANGE_BY, Relation.MULTIPLE})
STEPS = COUNTED | {Relation.CHANGE_FROM}
BARE = frozenset({Kind.COUNT, Kind.NUMBER})
UNLINKED = frozenset({Reason.UNKNOWN_MEASURE, Reason.OTHER_UNIT})
KEPT = 8  # measures, and entities


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level (the highest is 1), its words, of whom and when it speaks."""

    level: int
    words: Sequence[str]
    topic: tuple[int, ...] = ()
    period: str = ""


@dataclass(slots=True)
class Discourse:
    """What earlier sentences leave for later ones: of whom, of what and when they spoke."""

    topic: tuple[int, ...] = ()
    paragraph: int = -1  # in which `topic` was named last
    listed: tuple[tuple[int, ...], ...] = ()  # those that stood side by side in the last sentence with names
    named: list[int] = field(default_factory=list)  # the entities that were named, the last one first
    in_full: set[int] = field(default_factory=set)  # those that were named by more than a part of their name
    headings: list[Heading] = field(default_factory=list)
    before: Sequence[str] = ()  # the words of the sentence before, where that is no heading
    tale: Tale = field(default_factory=Tale)
    document_date: str = ""
    measures: list[int] = field(default_factory=list)  # of the claims before, the last one first
    last: Link | None = None  # of the last claim
    linked: list[Link] = field(default_factory=list)  # of the claims of this sentence
    lost: tuple[Claim, ...] = ()  # the claims since then whose measure nobody knows
    price: str = ""  # the unit of the last price that was told in full: "IDR/kg"
    per_many: bool = False  # a price of more than one was told, and those without an amount may be too
    base: tuple[str, int] = ("", 0)  # from when the last change was counted: a period, or so many months before
    based: bool = False  # whether this sentence says it
    opening: str = ""  # the period of the heading with which the text begins

    @property
    def heading_topic(self) -> tuple[int, ...]:
        """Of whom the nearest heading speaks that names somebody."""
        return next((heading.topic for heading in reversed(self.headings) if heading.topic), ())

    @property
    def heading_period(self) -> str:
        """When the nearest heading speaks of that has a date, else the title of the text."""
        return next((heading.period for heading in reversed(self.headings) if heading.period), self.opening)

    @property
    def heading_words(self) -> Sequence[Sequence[str]]:
        """The words of the headings, the nearest first."""
        return [heading.words for heading in reversed(self.headings)]

    def counted_from(self, claim: Claim, timing: Timing) -> Timing:
        """Return when a claim is, with the start of the change before it where it says no other."""
        if not timing.untold or claim.relation not in STEPS:
            return timing
        base, months = self.base
        if claim.relation is Relation.CHANGE_FROM:
            own = months if months and not base else timing.months
            return replace(timing, period=base, months=own) if base or months else timing
        if not (base or months):
            said = self.tale.told or self.tale.period
            base = said if is_before(said, timing.period) else ""
        return timing if timing.base or not (base or months) else replace(timing, base=base, months=months)

    def loses(self, claim: Claim) -> bool:
        """Return whether a claim without the name of a measure may go on with one that nobody knows."""
        counted = claim.relation in (*COUNTED, Relation.COMPARISON)
        return any(counted or (one.kind, one.unit) == (claim.kind, claim.unit) for one in self.lost)

    def remember(self, link: Link) -> None:
        """Keep measure and period of a claim, for those after it that do not name theirs."""
        self.last = link
        self.linked.append(link)
        self.per_many = self.per_many or link.claim.per_many
        if link.claim.kind is Kind.MONEY and "/" in link.claim.unit:
            self.price = link.claim.unit
        unlinked = link.measure < 0 and link.reason in UNLINKED and not _is_small_in_words(link.claim)
        if unlinked or (link.goes_on and not link.firm and link.claim.kind in BARE):
            self.lost = (*self.lost[-1:], link.claim)
        elif link.measure >= 0 and not link.goes_on:
            self.lost = ()
        self.tale.remember(link)
        if link.claim.relation in STEPS and not link.timing.untold:
            timing, began = link.timing, link.claim.relation is Relation.CHANGE_FROM
            self.base = (timing.period, timing.months) if began else (timing.base, timing.months)
            self.based = True
        if link.measure >= 0:
            self._name(link.measure)

    def _name(self, measure: int) -> None:
        """Keep a measure that is spoken of, before those that were so far."""
        if measure != next(iter(self.measures), -1):
            self.measures.insert(0, measure)
            del self.measures[KEPT:]

    def close(self, sentence: Sentence, reading: Reading) -> None:
        """Keep of whom and when a sentence spoke, for the next one; what a cell says is said of no other."""
        spoken_of = {link.entity for link in self.linked if link.entity >= 0 and link.rows}
        self.linked = []
        if sentence.cell:
            self.based = False
            self.tale.clear()
            return
        groups = [group for group in groups_of(sentence, reading.names) if not is_compared(sentence, group[0].first)]
        topic = next((name.entities for group in groups for name in group if name.entities), ())
        if topic:
            self.listed = max((tuple(name.entities for name in group) for group in groups), key=len)
        told = [moment for moment in reading.moments if moment.role == "plain" and not moment.compared]
        dated = [moment.edtf for moment in told if moment.edtf and moment.within is None]
        for name in reading.names:
            self.in_full.update(name.entities if name.sure else ())
            for entity in name.entities:
                self.named = [entity, *[other for other in self.named if other != entity]][:KEPT]
        if reading.topic >= 0:
            self._name(reading.topic)
        if sentence.heading:
            self._enter(Heading(sentence.level, sentence.words, topic, dated[-1] if dated else ""))
            self.tale.begin(self.heading_period)
            self.price = ""
            self.topic, self.measures, self.before = (), [], ()
            self.measures = [reading.topic] if reading.topic >= 0 else []
            self.base = ("", 0)
        else:
            self.paragraph = sentence.paragraph if topic else self.paragraph
            around = all(is_led(sentence, group[0].first) for group in groups)
            stays = around and bool(spoken_of) and spoken_of.issubset(self.topic)  # "its rate is the lowest in Kent"
            self.topic, self.before = self.topic if stays else topic or self.topic, sentence.words
            opens = any(only_leads(sentence, 0, moment.first) for moment in reading.moments[:1])
            said = self.tale.close(sentence.paragraph, dated, opens=opens)
            if said and not self.based:
                self.base = ("", 0)
        self.based = False

    def _enter(self, heading: Heading) -> None:
        """Begin what stands under a heading: it ends what stands under those of its own level and below.

        What only looks like a heading may be no more than a line, and leaves of whom the one before it spoke.
        """
        if not self.headings and not self.before:
            self.opening = heading.period
        while self.headings and self.headings[-1].level >= heading.level:
            before = self.headings.pop()
            if heading.level == before.level == SHAPED:
                heading = replace(heading, topic=heading.topic or before.topic)
        self.headings.append(heading)


def _is_small_in_words(claim: Claim) -> bool:
    """Return whether a claim is a small number in words: "the three regions"."""
    return is_small_number(claim) and not any(character.isdigit() for character in claim.text)
