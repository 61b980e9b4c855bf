"""A claim and its measure in, the rows of the one that it is about out: by its words, else by what was said before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from verifier.claims.claim import Claim
from verifier.claims.cue_roles import NATION
from verifier.claims.cues import Cues, split_words
from verifier.claims.names import Name
from verifier.claims.sentences import Sentence
from verifier.claims.together import is_a_counterpart
from verifier.linking.dated_rows import rows_at, said_around
from verifier.linking.discourse import Discourse
from verifier.linking.layout import SeriesOf
from verifier.linking.linked import Link
from verifier.linking.phrases import opens_with_a_stranger
from verifier.linking.series import narrowed
from verifier.linking.strangers import (
    describes_a_stranger,
    lies_within,
    places_a_stranger,
    ranks_a_stranger,
    stands_for_all,
)
from verifier.linking.subjects import Subject, choose_subject, listed_before
from verifier.linking.timing import Timing
from verifier.verdict import Reason, Relation

__all__ = ["Asked", "Whom"]


ELSEWHERE = ("overall", "speaker")  # it may be of all of them, or of who speaks


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a table: a claim of one measure, the names around it, when it is, what was said before.

    `own` tells whether a word is a part of the measure's name, `takes` whether the number can be told in the unit of a
    row and what it counts; `continued` is set where no word names the measure; `concepts` are what it is about.
    """

    claim: Claim
    measure: int
    names: Sequence[Name]
    timing: Timing
    discourse: Discourse
    own: Callable[[str], bool]
    takes: Callable[[str, str], bool]
    continued: bool = False
    concepts: frozenset[str] = frozenset()

    def among(self, names: Sequence[Name]) -> "Asked":
        """Return the same with some of the names only."""
        return replace(self, names=names)

    def open(self, reason: Reason) -> Link:
        """Return a link that leads nowhere, and why."""
        return Link(self.claim, reason=reason, measure=self.measure, timing=self.timing)


class Whom:
    """The entities of one table, as the subjects of claims."""

    def __init__(
        self,
        series: SeriesOf,
        totals: frozenset[int],
        sums: frozenset[int],
        cues: Cues,
        kinds: Sequence[str],
        *,
        nameless: bool,
    ) -> None:
        """Look for subjects among the entities.

        `sums` are those of the `totals` that may be any region, and not the nation: their cells tell them as such, or
        they say of what they are one ("Borough total"). `kinds` say what entities are, as the header of their column
        does: "lake". In a `nameless` table there is only one, without a name.
        """
        self.series, self.totals, self._sums = series, totals, sums
        self._cues, self._nameless = cues, nameless
        self._kinds = frozenset[str]().union(*(cues.stems(word) for kind in kinds for word in split_words(kind)))

    def is_kind(self, word: str) -> bool:
        """Return whether a word says what the entities are."""
        return not self._kinds.isdisjoint(self._cues.stems(word))

    def having(self, measure: int, entities: Sequence[int]) -> list[int]:
        """Return those entities for which the table has a measure."""
        return [entity for entity in entities if self.series.of(measure, entity) is not None]

    def subject(self, asked: Asked) -> Subject:
        """Return who a claim is about; not for sure where one of its kind is meant whom the table does not have."""
        subject = self._subject(asked)
        if not self._kinds or not subject.entities:
            return subject
        other = describes_a_stranger(asked.claim, asked.names, self._cues, is_kind=self.is_kind, own=asked.own)
        return replace(subject, firm=False) if other else subject

    def _subject(self, asked: Asked) -> Subject:
        """Return who a claim is about: by its own sentence, else by earlier ones, else the only one there is."""
        claim, measure, discourse = asked.claim, asked.measure, asked.discourse
        if is_a_counterpart(claim, asked.names):
            return Subject()
        if self._nameless:
            return Subject((0,) if self.series.of(measure, 0) is not None else (-1,))
        having = partial(self.having, measure)
        subject = choose_subject(claim, asked.names, totals=self.totals, fits=lambda entity: bool(having((entity,))))
        if subject.found:
            return self._doubted(asked, subject)
        totals = having(sorted(self.totals))
        if len(totals) == 1 and self._is_of_all(claim.sentence):
            nation = any(cue.meaning == NATION for cue in claim.sentence.of_role("overall"))
            return Subject(tuple(totals), firm=not nation or totals[0] not in self._sums)
        if opens_with_a_stranger(claim.sentence, self._cues, own=asked.own):
            numbered = claim.mention is not None and len(totals) == 1 and not asked.names
            return _perhaps(totals) if numbered else Subject()
        sole = self.series.sole_entity(measure)
        if sole is not None:
            return Subject((sole,))
        listed = listed_before(claim, discourse.listed)
        if listed is not None:
            return listed
        if len(totals) == 1 and self._begins_anew(asked):
            return _perhaps(totals)
        for topic in (discourse.topic, discourse.heading_topic):
            known = tuple(having(topic))
            if known:
                elsewhere = places_a_stranger(claim.sentence, asked.names)
                end = len(claim.sentence.words)
                elsewhere = elsewhere or any(claim.sentence.has(role, 0, end) for role in ELSEWHERE)
                return Subject(known[:1], firm=len(known) == 1 and not elsewhere)
        if len(totals) == 1 and not discourse.named and not claim.sentence.names_somebody():
            return Subject(tuple(totals))  # nobody was named: it is said of all
        return subject

    def _begins_anew(self, asked: Asked) -> bool:
        """Return whether a paragraph names what it measures, and does not go on with whom the one before it named."""
        claim, discourse = asked.claim, asked.discourse
        if asked.continued or claim.sentence.paragraph == discourse.paragraph or not discourse.topic:
            return False
        words = claim.sentence.words[: claim.first]
        small, ends = claim.sentence.lexicon.small, claim.sentence.lexicon.possessives
        owned = any(word.endswith(ends) and word not in small for word in words)
        return not owned and not claim.sentence.has("pronoun", 0, claim.first)

    def _is_of_all(self, sentence: Sentence) -> bool:
        """Return whether words say "overall", and not of one that was named before: "overall, the region has …"."""
        if not sentence.has("overall", 0, len(sentence.words)):
            return False
        return not any(self.is_kind(sentence.words[cue.end - 1]) for cue in sentence.of_role("pronoun"))

    def _doubted(self, asked: Asked, subject: Subject) -> Subject:
        """Return a subject that the words around its name leave open, or make another one."""
        named = [name for name in asked.names if set(subject.entities).issubset(name.entities)]
        sentence = asked.claim.sentence
        if "overall" in sentence.roles and any(stands_for_all(asked.claim, name) for name in named):
            return Subject(tuple(self.having(asked.measure, sorted(self.totals))))
        within = bool(named) and all(
            lies_within(sentence, name, asked.names, self._cues, own=asked.own) for name in named
        )
        behind = all(name.first >= asked.claim.last for name in named)
        other = behind and sentence.has("speaker", 0, asked.claim.first)  # "I got 3 tons," said a farmer from Bali
        first = min((name.first for name in asked.names), default=0)
        if first >= asked.claim.last and asked.claim.relation is Relation.LEVEL:  # nobody known is named before it
            other = other or opens_with_a_stranger(sentence, self._cues, own=asked.own)
        other = other or any(ranks_a_stranger(asked.claim, name) for name in named)
        other = other or _opens_elsewhere(sentence, asked.names)
        return replace(subject, firm=False) if within or other else subject

    def link(self, asked: Asked) -> Link:
        """Return the rows of who a claim is about, at its period."""
        return self.at(asked, self.subject(asked))

    def quotient(self, asked: Asked, whole: int, entity: int | None = None) -> Link:
        """Return the row of who a claim is about, or of an `entity`, with that of another measure of the same."""
        link = self.link(asked) if entity is None else self.at(asked, Subject((entity,)))
        if link.reason is not None:
            return link
        other = self.at(replace(asked, measure=whole), Subject((link.entity,)))
        link.others, link.reason, link.firm = other.rows, other.reason, link.firm and other.firm
        if other.reason is None and other.rows[0].period != link.rows[0].period:
            link.reason = Reason.OTHER_PERIOD
        return link

    def at(self, asked: Asked, subject: Subject) -> Link:
        """Return the rows of a subject at the period of a claim."""
        claim, link = asked.claim, asked.open(Reason.NO_ROW if subject.entities else Reason.UNKNOWN_ENTITY)
        entities = self.having(asked.measure, subject.entities)
        if not entities:
            return link
        if len(entities) > 1:
            candidates = (self.series.of(asked.measure, entity) for entity in entities)
            link.rows = tuple(series.rows[-1] for series in candidates if series is not None)
            link.reason = Reason.AMBIGUOUS
            return link
        link.entity, link.series = entities[0], self.series.of(asked.measure, entities[0])
        assert link.series is not None
        found, link.notes = rows_at(claim, link.series, asked.timing, asked.discourse)
        link.reason = found.reason
        if found.reason is None:
            said = partial(said_around, claim, asked.discourse, continued=asked.continued)
            meant = narrowed(found.rows, status=claim.status, said=said, dimensions=self.series.dimensions)
            link.rows, link.reason = meant.rows, meant.reason
            several = len(self.series.units(asked.measure)) > 1
            if several and not all(asked.takes(row.unit, row.noun) for row in link.rows):
                link.rows, link.reason = (), link.reason or Reason.OTHER_UNIT
            link.series = link.series.like(link.rows[0]) if len(link.rows) == 1 else link.series
            link.firm = found.firm and subject.firm and meant.firm
            link.doubt = subject.doubt
            if not meant.firm:
                link.doubt = Reason.AMBIGUOUS
            if not found.firm:
                link.doubt = Reason.AMBIGUOUS if asked.timing.untold else Reason.OTHER_PERIOD
        return link


def _perhaps(totals: Sequence[int]) -> Subject:
    """Return all of them together as the subject, where somebody else may be meant."""
    return Subject(tuple(totals), firm=False, doubt=Reason.UNKNOWN_ENTITY)


def _opens_elsewhere(sentence: Sentence, names: Sequence[Name]) -> bool:
    """Return whether a sentence begins with a place that nobody here knows: "Di Papua, beras medium Rp19.750"."""
    first = next((cue for cue in sentence.of_role("locative") if cue.first == 0), None)
    comma = sentence.words.index(",") if "," in sentence.words else 0
    if first is None or first.end >= comma or sentence.owners[first.end] >= 0 or not sentence.is_name(first.end):
        return False
    return all(sentence.is_name(place) for place in range(first.end, comma)) and all(
        name.first > comma for name in names if name.entities
    )
