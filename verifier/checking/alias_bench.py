"""A claim that led to no row in, the other names of rows that link it out: each is tried before it is suggested.

The rows to name are found by kind, dimension, entity and period, and by words that both share; the
values are not looked at.
"""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from decimal import localcontext
from functools import cached_property
from itertools import islice

from verifier.checking.derived import Tools
from verifier.checking.explain import Explainer
from verifier.checking.judge import judge
from verifier.checking.kinship import Kinship
from verifier.checking.verify import linker_of
from verifier.claims.claim import Claim
from verifier.claims.cues import cues_of
from verifier.claims.intervals import DIGITS, ModifierSets
from verifier.claims.names import Names
from verifier.claims.read import read_claims
from verifier.claims.unit_gate import fits_unit
from verifier.linking.discourse import Discourse
from verifier.linking.layout import Key, Table
from verifier.linking.link import Linker
from verifier.linking.linked import Link, Reading
from verifier.linking.timing import read_timing
from verifier.model import Kind, Row
from verifier.packs import load_pack
from verifier.verdict import Label, Relation

__all__ = ["Alias", "Bench", "Place", "Suggestion"]

MOST = 5  # choices
FEW = 3  # so many are listed where no word is shared
MOST_KEPT = 20  # tables with other names
LEVELS = frozenset({Relation.LEVEL, Relation.CHANGE_TO, Relation.CHANGE_FROM})
MEASURED = frozenset({Kind.MONEY, Kind.MEASURE, Kind.PERCENT})  # their unit tells what they can be a value of


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name for a measure (column ``aliases``) or for an entity (column ``entity_aliases``)."""

    column: str
    name: str
    alias: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The other names that together link a number, and the rows that it is then compared with."""

    aliases: tuple[Alias, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A claim where it stands: what the table recognised around it, where it led, and what was said before."""

    claim: Claim
    number: int  # of the claims of its sentence
    reading: Reading
    link: Link
    discourse: Discourse


class Bench:
    """One table on which other names are tried."""

    def __init__(self, table: Table, language: str) -> None:
        self.table, self.language = table, language
        self.cues = cues_of(language)
        self.linker = linker_of(table, language)
        self._people = frozenset(load_pack(language).claims.people)
        self._tools = Tools(self.linker.series, ModifierSets(), Explainer(language), language)
        self._tried: dict[tuple[Alias, ...], Linker] = {}

    def suggestions(self, place: Place, phrases: Sequence[str], strangers: Sequence[str]) -> tuple[Suggestion, ...]:
        """Return what links a number: other names of a measure, else of an entity, else of both.

        Args:
            place: the number that led to no row.
            phrases: words around it that may say what is measured.
            strangers: names around it that the table does not have.
        """
        own = place.link.measure
        found = self._tries(place, [own], (), strangers) if own >= 0 and strangers else []
        if not found:
            measures = self._measures(place, phrases, strangers)
            found = self._tries(place, measures, phrases, ())
            if not found and strangers:
                found = self._tries(place, measures, phrases, strangers)
        return tuple(found)

    # which rows

    def _measures(self, place: Place, phrases: Sequence[str], strangers: Sequence[str]) -> list[int]:
        """Return the measures that a number may be a value of: those that share words with what stands around.

        Where none does, the unit may tell, unless too many rows of that period have it.
        """
        fitting = self._fitting(place)
        kindred = self._of_measures.nearest(phrases, among=fitting)
        if kindred or not self._is_told_by_unit(place) or set(phrases) <= set(strangers):
            return kindred
        told = list(islice((number for number in fitting if self._has_row(place, number)), FEW + 1))
        return told if len(told) <= FEW else []

    def _fitting(self, place: Place) -> list[int]:
        """Return the measures whose kind and dimension are those of a number."""
        units = [self.linker.series.unit(measure) for measure in range(len(self.table.measures))]
        fits = {
            (unit, noun): fits_unit(place.claim, unit, noun, people=self._people) for unit, noun in dict.fromkeys(units)
        }
        return [measure for measure, of in enumerate(units) if fits[of]]

    def _is_told_by_unit(self, place: Place) -> bool:
        claim = place.claim
        return claim.relation in LEVELS and claim.kind in MEASURED and claim.unit != ""

    def _has_row(self, place: Place, measure: int) -> bool:
        """Return whether a measure has a row for the entity and the period that the sentence names."""
        named = tuple(entity for name in place.reading.names for entity in name.entities)
        entities = named or place.discourse.topic or (range(1) if len(self.table.entities) == 1 else ())
        period = read_timing(place.claim, place.reading.moments).period
        series = (self.linker.series.of(measure, entity) for entity in entities)
        known = [one for one in series if one is not None]
        return any(one.at(period).rows for one in known) if period else bool(named and known)

    def _entities(self, measure: int, stranger: str) -> list[int]:
        """Return the entities with rows of a measure that share words or beginnings with an unknown name."""
        kin = self._of_entities.weights([stranger])
        of, keys = self.table.measures[measure].name, self.table.entities
        having = (number for number in sorted(kin) if keys[number].name and self.table.find(of, keys[number].name))
        return self._of_entities.nearest([stranger], among=having)

    @cached_property
    def _of_measures(self) -> Kinship:
        return Kinship(self.table.measures, self.cues)

    @cached_property
    def _of_entities(self) -> Kinship:
        return Kinship(self.table.entities, self.cues)

    # whether it would link

    def _tries(
        self, place: Place, measures: Sequence[int], phrases: Sequence[str], strangers: Sequence[str]
    ) -> list[Suggestion]:
        """Return what links a number to each measure: another name of the measure, of the entity, or both."""
        found = (
            suggestion
            for measure in measures
            for entity in self._of_entity(measure, strangers)
            if (suggestion := self._first(place, measure, phrases, entity)) is not None
        )
        return list(islice(found, MOST))

    def _of_entity(self, measure: int, strangers: Sequence[str]) -> Iterator[tuple[Alias, ...]]:
        """Yield other names of entities for the unknown names of a sentence, one empty choice where it has none."""
        if not strangers:
            yield ()
        for stranger in strangers[:FEW]:
            for entity in self._entities(measure, stranger):
                yield (Alias("entity_aliases", self.table.entities[entity].name, stranger),)

    def _first(
        self, place: Place, measure: int, phrases: Sequence[str], entity: tuple[Alias, ...]
    ) -> Suggestion | None:
        """Return the suggestion with the first phrase that links, None where none does."""
        key = self.table.measures[measure]
        names: list[tuple[Alias, ...]] = [
            (Alias("aliases", key.name, phrase),)
            for phrase in sorted(phrases, key=lambda one: -self._of_measures.weights([one]).get(measure, 0))
        ]
        tries = (self._try(place, measure, (*name, *entity)) for name in names or [()])
        return next((one for one in tries if one is not None), None)

    def _try(self, place: Place, measure: int, aliases: tuple[Alias, ...]) -> Suggestion | None:
        """Return the rows that a number leads to when rows have these other names, None where it leads to none."""
        linker = self._renamed(measure, aliases)
        claim = read_claims(place.reading.sentence)[place.number]
        discourse = replace(place.discourse, measures=list(place.discourse.measures))
        link = linker.link(claim, linker.read(place.reading.sentence), discourse)
        if link.reason is not None or not link.firm or link.measure != measure:
            return None
        with localcontext(DIGITS):
            judged = judge(link, self._tools)
        return None if judged.label is Label.NOT_ENOUGH_INFO else Suggestion(aliases, judged.rows)

    def _renamed(self, measure: int, aliases: tuple[Alias, ...]) -> Linker:
        """Return the linker of the table with further names; what they do not change is shared."""
        if aliases not in self._tried:
            table = _Renamed(self.table, aliases)
            linker = copy(self.linker)
            for alias in aliases:
                if alias.column == "aliases":
                    linker.fitting = linker.fitting.with_name(table, measure, alias.alias)
                else:
                    pack = load_pack(self.language)
                    entities = [(key.name, key.aliases) for key in table.entities]
                    linker.names = Names(entities, pack.claims, pack.tables, small=self.cues.small)
            if len(self._tried) >= MOST_KEPT:
                self._tried.clear()
            self._tried[aliases] = linker
        return self._tried[aliases]


@dataclass(frozen=True, slots=True)
class _Named:
    name: str
    aliases: tuple[str, ...]


class _Renamed:
    """A table some of whose measures and entities have further names."""

    def __init__(self, table: Table, aliases: Sequence[Alias]) -> None:
        self._table = table
        self.measures = _with(table.measures, aliases, "aliases")
        self.entities = _with(table.entities, aliases, "entity_aliases")
        self.rows = table.rows
        self.find, self.at, self.plain_value = table.find, table.at, table.plain_value
        self.dimensions, self.kinds = table.dimensions, table.kinds


def _with(keys: Sequence[Key], aliases: Sequence[Alias], column: str) -> Sequence[Key]:
    further = {alias.name: alias.alias for alias in aliases if alias.column == column}
    if not further:
        return keys
    return [_Named(key.name, (*key.aliases, further[key.name])) if key.name in further else key for key in keys]
