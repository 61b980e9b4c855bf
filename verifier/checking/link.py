"""A claim in, the rows of a table that speak of the same thing out; each step only narrows, none looks at values.

`Linker` lays a table out once: the words of its measures, the names of its entities, and, when they
are first asked for, the rows of each pair of the two by period.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from verifier.checking.claims import Claim
from verifier.checking.cues import cues_of, split_words, table_cues
from verifier.checking.measures import Fit, Measures, SentenceWords
from verifier.checking.names import Name, Names
from verifier.checking.phrases import Beside, opens_with_a_stranger, says_something_else, what_stands_beside
from verifier.checking.sentences import Sentence
from verifier.checking.series import Found, Series, SeriesOf, Table, narrowed, period_of
from verifier.checking.subjects import Subject, choose_subject, groups_of
from verifier.checking.timing import Moment, Timing, read_moments, read_timing
from verifier.checking.units import fits_unit
from verifier.checking.wholes import totals_of
from verifier.model import Kind, Reason, Relation, Row
from verifier.packs import load_pack

__all__ = ["Discourse", "Link", "Linker", "Reading"]

MARGIN = 0.06  # two measures whose scores differ by less are equally likely
OUTSIDE_BEFORE = 0.88  # how much a word counts that stands before the number, among the words of another number
OUTSIDE_AFTER = 0.76
PER_WORD = 0.005  # for each word between a word and the number
FARTHEST = 16
GROWTH = "growth"
PER_HEAD = "per_capita"
KEPT = 8  # measures
FADING = 4  # sentences; a period that was not said again for so long is forgotten
NO_TIMING = Timing()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a table recognises in one sentence; the claims of the sentence share it."""

    sentence: Sentence
    names: list[Name]
    words: SentenceWords
    moments: list[Moment]


@dataclass(slots=True)
class Link:
    """Where a claim leads: its rows, or the reason why to none; filled in step by step by `Linker.link`.

    `firm` is False where something in the text speaks against the link; such a link can support a
    claim and never refute it. `series` are all rows of measure and entity, by period; `others` are
    the rows that the claim is compared with, or a part of, or summed with.
    """

    claim: Claim
    rows: tuple[Row, ...] = ()
    reason: Reason | None = None
    measure: int = -1
    entity: int = -1
    timing: Timing = NO_TIMING
    series: Series | None = None
    others: tuple[Row, ...] = ()
    firm: bool = True
    level: bool = False  # the table has the change, or the share, as a measure of its own ("pertumbuhan ekonomi")
    sign: int = 1  # -1 where a word turns the sign: "deflasi"
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Discourse:
    """What earlier sentences leave for later ones: of whom, of what and when they spoke."""

    topic: tuple[int, ...] = ()
    heading_topic: tuple[int, ...] = ()
    period: str = ""
    heading_period: str = ""
    document_date: str = ""
    measures: list[int] = field(default_factory=list)  # of the claims before, the last one first
    told: str = ""  # the period of the last claim of this sentence that is no starting point
    age: int = 0  # sentences since `period` was said

    def remember(self, link: Link) -> None:
        """Keep the measure of a claim, for those after it that do not name theirs."""
        if link.claim.relation is not Relation.CHANGE_FROM and not link.timing.told:
            self.told = link.timing.period or self.told
        if link.measure >= 0 and link.measure != next(iter(self.measures), -1):
            self.measures.insert(0, link.measure)
            del self.measures[KEPT:]

    def close(self, sentence: Sentence, reading: Reading) -> None:
        """Keep of whom and when a sentence spoke, for the next one."""
        topic = next((name.entities for name in reading.names if name.entities), ())
        dated = [moment.edtf for moment in reading.moments if moment.edtf and moment.role == "plain"]
        if sentence.heading:
            self.heading_topic = topic or self.heading_topic
            self.heading_period = dated[-1] if dated else ""
            self.topic, self.period, self.measures = (), "", []
        else:
            self.topic = topic or self.topic
            said = self.told or (dated[-1] if dated else "")
            self.age = 0 if said else self.age + 1
            self.period = said or (self.period if self.age < FADING else "")
        self.told = ""


class Linker:
    """One table, laid out for look-up beside texts of one language."""

    def __init__(self, table: Table, language: str) -> None:
        pack = load_pack(language)
        self.table = table
        self.measures = Measures([(key.name, key.aliases) for key in table.measures], table_cues(language))
        self.names = Names([(key.name, key.aliases) for key in table.entities], pack.claims, pack.tables)
        self.totals = totals_of([(key.name, *key.aliases) for key in table.entities])
        self.series = SeriesOf(table, self.totals)
        self._nameless = not any(key.name for key in table.entities)
        self._cues = cues_of(language)
        self._people = frozenset(pack.claims.people)

    def read(self, sentence: Sentence) -> Reading:
        """Return what the table recognises in a sentence."""
        concepts = [(cue.first, cue.end, cue.meaning) for cue in sentence.cues if cue.role in ("concept", "negative")]
        words = [(place, word) for place, word in enumerate(sentence.words) if word.isalnum()]
        found = self.measures.read(words, concepts)
        return Reading(sentence, self.names.read(sentence), found, read_moments(sentence))

    def declared(self, claim: Claim, said: str) -> Link:
        """Return the row that a declaration beside a number names: "key", "key@period", or "measure|entity|period"."""
        rows = self.series.declared(said)
        if not rows:
            return Link(claim, reason=Reason.NO_ROW, notes=("declared",))
        link = Link(claim, timing=Timing(rows[-1].period), notes=("declared",))
        link.measure, link.entity = self.series.pair(rows[-1])
        link.series = self.series.of(link.measure, link.entity)
        link.rows, link.reason = narrowed(rows, status=claim.status, words=claim.sentence.words)
        return link

    def link(self, claim: Claim, reading: Reading, discourse: Discourse) -> Link:
        """Return the rows that a claim speaks of: kind, then measure, entity and period."""
        fits, reason = self._fits(claim, reading, discourse)
        if not fits and claim.shared:
            claim.relation = Relation.SHARE
            fits, reason = self._fits(claim, reading, discourse)
        if not fits:
            return Link(claim, reason=reason)
        timing = read_timing(claim, reading.moments)
        if len(fits) > 1:
            return self._ambiguous(claim, fits, timing)
        fit = fits[0]
        beside = what_stands_beside(fit, reading.sentence, reading.names, self._cues) if fit.places else Beside.NOTHING
        if beside is Beside.NOTHING and self._is_of_a_group(claim, fit):
            beside = Beside.ANOTHER
        own = {place for place in fit.places if claim.left <= place < claim.right and place != claim.last}
        if beside is Beside.ANOTHER or (fit.places and not own and self._names_another(claim, fit)):
            return Link(claim, reason=Reason.UNKNOWN_MEASURE)
        belongs = partial(self.measures.belongs, fit.measure)
        if beside is Beside.STRANGER and not self._nameless:
            return Link(claim, reason=Reason.UNKNOWN_ENTITY, measure=fit.measure, timing=timing)
        if not own and says_something_else(claim, reading.names, self._cues, own=belongs):
            beside = Beside.UNKNOWN
        names = [
            name
            for name in reading.names
            if not fit.places.issuperset(range(name.first, name.end)) and claim.sentence.beside(name.first, claim.first)
        ]
        link = self._with_operands(claim, fit, names, timing, discourse)
        link.firm = link.firm and beside is not Beside.UNKNOWN
        link.level = self._is_own_measure(claim, fit)
        link.sign = self._sign(claim, fit, level=link.level)
        return link

    # which measure

    def _fits(self, claim: Claim, reading: Reading, discourse: Discourse) -> tuple[list[Fit], Reason]:
        """Return the measure that the words name, several where they name more than one, none with the reason."""
        words = reading.words
        if self._counts_people(claim):
            words = self.measures.with_concept(words, "population", min(claim.last, len(claim.sentence.words) - 1))
        if claim.relation is Relation.CHANGE_BY and claim.kind is Kind.PERCENT and claim.verb is not None:
            words = self.measures.with_concept(words, GROWTH, claim.verb.first)
        named = self.measures.fits(words, Weights(claim))
        fits = [fit for fit in named if self._takes(claim, fit)]
        if fits:
            return _best(fits), Reason.AMBIGUOUS
        if named and claim.kind not in (Kind.COUNT, Kind.NUMBER):
            return [], Reason.OTHER_UNIT
        for measure in discourse.measures:
            fit = Fit(measure, 1.0, 1.0, frozenset(), self.measures.concepts(measure))
            if self._takes(claim, fit) and not self._names_another(claim, fit):
                own = partial(self.measures.belongs, measure)
                others = says_something_else(claim, reading.names, self._cues, own=own, around=True)
                return ([], Reason.UNKNOWN_MEASURE) if others else ([fit], Reason.AMBIGUOUS)
        return [], Reason.UNKNOWN_MEASURE

    def _takes(self, claim: Claim, fit: Fit) -> bool:
        unit, noun = self.series.unit(fit.measure)
        return fits_unit(claim, unit, noun, people=self._people, per_head=PER_HEAD in fit.concepts)

    def _counts_people(self, claim: Claim) -> bool:
        if claim.kind is not Kind.COUNT or claim.mention is None:
            return False
        return claim.mention.noun in self._people

    def _names_another(self, claim: Claim, fit: Fit) -> bool:
        """Return whether the words of a number name another measure than one that they only imply."""
        sentence = claim.sentence
        noun = claim.mention.noun if claim.kind is Kind.COUNT and claim.mention is not None else ""
        if noun and noun not in self._people and noun != self.series.unit(fit.measure)[1]:
            return True
        left, right = sentence.clause(claim.first, claim.last)
        left, right = max(left, claim.left), min(right, claim.right)
        named = (cue for cue in sentence.of_role("concept") if left <= cue.first < right)
        return any(cue.meaning not in fit.concepts for cue in named)

    def _is_of_a_group(self, claim: Claim, fit: Fit) -> bool:
        """Return whether the word right before a number makes it that of a part: "life expectancy: male 74.5"."""
        place = claim.first - 1
        cues = claim.sentence.of_role("concept")
        own = fit.concepts | self.measures.concepts(fit.measure)
        return any(cue.first <= place < cue.end and cue.meaning not in own and place not in fit.places for cue in cues)

    def _is_own_measure(self, claim: Claim, fit: Fit) -> bool:
        """Return whether the measure is itself the change, or the share, that the claim states."""
        unit, _ = self.series.unit(fit.measure)
        if claim.relation is Relation.CHANGE_BY:
            return GROWTH in fit.concepts and unit == claim.unit == "percent"
        return claim.relation is Relation.SHARE and unit == "percent"

    def _sign(self, claim: Claim, fit: Fit, *, level: bool) -> int:
        """Return -1 where a word such as "deflasi" turns the sign of the measure, and the measure's name lacks it."""
        if level and claim.direction < 0:
            return -1
        if not claim.sentence.of_role("negative"):
            return 1
        key = self.table.measures[fit.measure]
        label = {word for name in (key.name, *key.aliases) for word in split_words(name)}
        for cue in claim.sentence.of_role("negative"):
            if cue.meaning in fit.concepts and cue.first in range(claim.left, claim.last):
                return 1 if claim.sentence.words[cue.first] in label else -1
        return 1

    def _ambiguous(self, claim: Claim, fits: Sequence[Fit], timing: Timing) -> Link:
        rows = [series.rows[-1] for fit in fits if (series := self.series.of(fit.measure, -1)) is not None]
        return Link(claim, rows=tuple(rows[:5]), reason=Reason.AMBIGUOUS, timing=timing)

    # of whom

    def _with_operands(
        self, claim: Claim, fit: Fit, names: Sequence[Name], timing: Timing, discourse: Discourse
    ) -> Link:
        """Return the rows of a claim, and for a comparison, a share or a sum also those of the other side."""
        measure = fit.measure
        if claim.relation in (Relation.COMPARISON, Relation.MULTIPLE):
            split = max(claim.than, claim.last)
            own, after = _split_at(names, split)
            if after and (own or claim.than >= 0) and self._is_compared(claim, after[0]):
                link = self._at(claim, measure, self._subject(claim, measure, own, discourse), timing, discourse)
                return self._with_other(link, groups_of(claim.sentence, after)[0], timing, discourse)
            if claim.relation is Relation.COMPARISON:
                claim.relation = Relation.CHANGE_BY
        if claim.relation is Relation.SHARE:
            return self._share(claim, measure, names, timing, discourse)
        if claim.relation is Relation.RANK:
            names = [name for name in names if not self.totals.issuperset(name.entities)] or names
        subject = self._subject(claim, measure, names, discourse)
        having = [entity for entity in subject.entities if self.series.of(measure, entity) is not None]
        summed = claim.sentence.has("sum", 0, len(claim.sentence.words)) and claim.relation is Relation.LEVEL
        averaged = claim.sentence.has("average", 0, claim.first) and claim.relation is Relation.LEVEL
        if len(having) > 1 and (summed or averaged) and not claim.sentence.has("respectively", 0, claim.last):
            return self._sum(claim, measure, having, timing, discourse)
        return self._at(claim, measure, subject, timing, discourse)

    def _is_compared(self, claim: Claim, name: Name) -> bool:
        """Return whether a name after a multiple is its other side: "empat kali lipat penduduk Banten"."""
        if claim.relation is Relation.COMPARISON:
            return name.first - claim.than <= FARTHEST // 2
        cut = any(claim.last <= place < name.first for place in claim.sentence.breaks)
        return claim.verb is None and not cut and name.first < claim.right

    def _with_other(self, link: Link, group: Sequence[Name], timing: Timing, discourse: Discourse) -> Link:
        if link.reason is not None:
            return link
        entities = [entity for name in group for entity in name.entities]
        other = self._at(link.claim, link.measure, Subject(tuple(entities[:1])), timing, discourse)
        if other.reason is not None or other.entity == link.entity:
            return replace(link, reason=other.reason or Reason.AMBIGUOUS, rows=())
        return replace(link, others=other.rows, firm=link.firm and other.firm and len(entities) == 1)

    def _share(self, claim: Claim, measure: int, names: Sequence[Name], timing: Timing, discourse: Discourse) -> Link:
        """Return the row of the part, with that of the whole beside it: the name of a total, or the total itself."""
        wholes = [name for name in names if self.totals.intersection(name.entities)]
        parts = [name for name in names if name not in wholes]
        if self.series.unit(measure)[0] == "percent":
            return self._at(claim, measure, self._subject(claim, measure, names, discourse), timing, discourse)
        named = wholes[0].entities if wholes else tuple(sorted(self.totals))
        having = [entity for entity in named if self.series.of(measure, entity) is not None]
        link = self._at(claim, measure, self._subject(claim, measure, parts, discourse), timing, discourse)
        if link.reason is not None or len(having) != 1:
            return replace(link, reason=link.reason or Reason.NO_ROW, rows=())
        other = self._at(claim, measure, Subject(tuple(having)), timing, discourse)
        return replace(link, others=other.rows, reason=other.reason, firm=link.firm and other.firm)

    def _sum(self, claim: Claim, measure: int, entities: Sequence[int], timing: Timing, discourse: Discourse) -> Link:
        """Return the rows of several entities, whose sum or average the number is."""
        claim.relation = Relation.SUM
        links = [self._at(claim, measure, Subject((entity,)), timing, discourse) for entity in entities]
        missing = next((link for link in links if link.reason is not None), None)
        if missing is not None:
            return missing
        return replace(links[0], others=tuple(link.rows[0] for link in links[1:]))

    def _subject(self, claim: Claim, measure: int, names: Sequence[Name], discourse: Discourse) -> Subject:
        """Return who a claim is about: by its own sentence, else by earlier ones, else the only one there is."""
        if self._nameless:
            return Subject((0,) if self.table.entities else (-1,))
        subject = choose_subject(claim, names, fits=lambda entity: self.series.of(measure, entity) is not None)
        if subject.found:
            return subject
        if opens_with_a_stranger(claim.sentence, self._cues, own=partial(self.measures.belongs, measure)):
            return Subject()
        sole = self.series.sole_entity(measure)
        if sole is not None:
            return Subject((sole,))
        for topic in (discourse.topic, discourse.heading_topic):
            having = tuple(entity for entity in topic if self.series.of(measure, entity) is not None)
            if having:
                return Subject(having[:1], firm=len(having) == 1)
        return subject

    # when

    def _at(self, claim: Claim, measure: int, subject: Subject, timing: Timing, discourse: Discourse) -> Link:
        entities = [entity for entity in subject.entities if self.series.of(measure, entity) is not None]
        if not entities:
            reason = Reason.NO_ROW if subject.entities else Reason.UNKNOWN_ENTITY
            return Link(claim, reason=reason, measure=measure, timing=timing)
        if len(entities) > 1:
            candidates = [self.series.of(measure, entity) for entity in entities]
            rows = tuple(series.rows[-1] for series in candidates if series is not None)
            return Link(claim, rows=rows, reason=Reason.AMBIGUOUS, measure=measure, timing=timing)
        series = self.series.of(measure, entities[0])
        assert series is not None
        found, notes = _rows_at(claim, series, timing, discourse)
        link = Link(claim, measure=measure, entity=entities[0], timing=timing, series=series, notes=notes)
        link.reason = found.reason
        if found.reason is None:
            link.rows, link.reason = narrowed(found.rows, status=claim.status, words=claim.sentence.words)
            link.firm = found.firm and subject.firm
        return link


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each word of a sentence counts for a claim: its own words most, and near ones more."""

    claim: Claim

    def __call__(self, place: int) -> float:
        """Return the weight of the word at `place`."""
        claim = self.claim
        away = claim.first - place if place < claim.first else max(0, place - claim.last)
        weight = 1.0 if claim.left <= place < claim.right else OUTSIDE_BEFORE if place < claim.left else OUTSIDE_AFTER
        return weight - PER_WORD * min(away, FARTHEST)


def _best(fits: list[Fit]) -> list[Fit]:
    """Return the best fit, or all that are as good; a name that is a part of a longer one is out."""
    near = [fit for fit in fits if fit.score >= fits[0].score - 2 * MARGIN]
    whole = [fit for fit in near if not any(fit.places < other.places for other in near)]
    top = max(fit.score for fit in whole)
    return [fit for fit in whole if fit.score > top - MARGIN]


def _split_at(names: Sequence[Name], place: int) -> tuple[list[Name], list[Name]]:
    return [name for name in names if name.first < place], [name for name in names if name.first >= place]


def _rows_at(claim: Claim, series: Series, timing: Timing, discourse: Discourse) -> tuple[Found, tuple[str, ...]]:
    """Return the rows of the period that applies: the claim's own, else one before it, else the document's date."""
    if timing.period:
        found = series.at(timing.period)
    elif timing.months and claim.relation in (Relation.CHANGE_FROM, Relation.LEVEL):
        anchor = series.at(timing.base) if timing.base else _carried(claim, series, discourse)
        found = series.before(anchor.rows[-1], timing.months) if anchor.rows else anchor
        return found, ("period_assumed",) if not timing.base else ()
    else:
        found = _carried(claim, series, discourse)
    return found, ("period_assumed",) if found.assumed else ()


def _carried(claim: Claim, series: Series, discourse: Discourse) -> Found:
    """Return the rows of the period that was spoken of before; a day, as that of the document, means the newest."""
    period = discourse.period or discourse.heading_period
    if not period:
        return series.newest(discourse.document_date, claim.status)
    found = series.at(period)
    span = period_of(period)
    if found.reason is Reason.OTHER_PERIOD and span is not None and span.first == span.last:
        return series.newest(period, claim.status)
    return found
