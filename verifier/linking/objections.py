"""A claim and a measure that it may be of in, what the words around both say against it out.

Each rule that may speak against a measure is a line of `NAMED`, where words of the sentence name the measure, or of
`CONTINUED`, where none does and the number goes on with what was said before.
"""

from collections.abc import Callable, Iterable, Set
from copy import copy
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from verifier.claims.claim import Claim
from verifier.claims.cues import Cues
from verifier.claims.sentences import Sentence
from verifier.linking import brackets, doubts, elsewhere, other_measures, other_terms, part_words, people, whose
from verifier.linking.doubts import Doubt
from verifier.linking.layout import SeriesOf
from verifier.linking.linked import Reading
from verifier.linking.measures import Fit, Measures
from verifier.linking.paces import Paces
from verifier.linking.passed_words import GroupWords
from verifier.linking.phrases import says_something_else
from verifier.linking.statement import Statement
from verifier.linking.traits import Traits
from verifier.verdict import Relation

__all__ = ["Objections"]

MADE_OF_ROWS = frozenset({Relation.RANK, Relation.TREND, Relation.COMPARISON})


@dataclass(frozen=True, slots=True)
class Objection:
    """One rule: what it says where it holds, what it looks at, and when it need not be asked.

    A rule that weighs what it finds returns the doubt itself, at most `doubt`. It is asked where the sentence has a
    cue of one of the `roles`, always where there are none; one of `values` only where a value is told, not a place
    among others or a trend; one of `moments` not where the rows of all the time that the text tells are taken.
    """

    doubt: Doubt
    holds: Callable[[Statement], bool | Doubt]
    roles: tuple[str, ...] = ()
    values: bool = False
    moments: bool = False


NAMED = (  # the strongest first
    Objection(Doubt.ANOTHER, other_measures.beside_the_name),
    Objection(Doubt.ANOTHER, other_measures.is_of_a_group, ("concept",)),
    Objection(Doubt.ANOTHER, other_measures.is_superlative_of_another, ("concept",)),
    Objection(Doubt.ANOTHER, other_measures.is_per_something),
    Objection(Doubt.ANOTHER, doubts.is_of_the_number_before, ("comparison",)),
    Objection(Doubt.ANOTHER, doubts.is_a_number_of_a_list),
    Objection(Doubt.ANOTHER, brackets.is_a_share_again, ("restatement",), values=True),
    Objection(Doubt.ANOTHER, elsewhere.as_a_whole, values=True),
    Objection(Doubt.ANOTHER, elsewhere.of_another_growth, values=True),
    Objection(Doubt.ANOTHER, elsewhere.in_another_clause, values=True),
    Objection(Doubt.ANOTHER, whose.is_ruled_out, ("instead",), values=True),
    Objection(Doubt.ANOTHER, whose.is_owned, ("having",), values=True),
    Objection(Doubt.ANOTHER, people.is_of_an_age, ("modifier", "age"), values=True),
    Objection(Doubt.ANOTHER, people.of_some_people, values=True),
    Objection(Doubt.ANOTHER, other_measures.only_implies_one),
    Objection(Doubt.STRANGER, brackets.belongs_to_a_stranger, values=True),
    Objection(Doubt.UNSURE, whose.is_needed, ("need",), values=True),
    Objection(Doubt.UNSURE, whose.is_a_step, ("change",), values=True),
    Objection(Doubt.UNSURE, whose.is_among_some, ("among",), values=True),
    Objection(Doubt.UNSURE, whose.is_not_its_price, values=True),
    Objection(Doubt.UNSURE, doubts.is_loose),
    Objection(Doubt.UNSURE, doubts.is_told_in_another_unit),
    Objection(Doubt.UNSURE, doubts.is_loosely_ranked),
    Objection(Doubt.UNSURE, other_measures.counts_another),
    Objection(Doubt.UNSURE, doubts.counts_something_else),
    Objection(Doubt.UNSURE, doubts.is_a_flow, ("flow",)),
    Objection(Doubt.UNSURE, doubts.is_one_of_several_paces),
    Objection(Doubt.UNSURE, doubts.is_a_part_or_all, ("of_all", "partitive", "group"), moments=True),
    Objection(Doubt.UNSURE, doubts.is_small_in_words),
    Objection(Doubt.UNSURE, doubts.is_cumulated_or_each, ("cumulated", "each"), moments=True),
    Objection(Doubt.UNSURE, doubts.spans_time, ("span_lead",), moments=True),
    Objection(Doubt.UNSURE, other_terms.is_in_terms, ("terms",)),
    Objection(Doubt.UNSURE, other_terms.is_in_another_power, ("concept",)),
    Objection(Doubt.UNSURE, other_terms.is_of_a_part_of_a_year, moments=True),
    Objection(Doubt.UNSURE, other_terms.is_taken_from, ("genitive", "role", "of_them")),
    Objection(Doubt.UNSURE, other_terms.is_averaged, ("average",), moments=True),
    Objection(Doubt.UNSURE, other_terms.goes_to_another, ("role",)),
    Objection(Doubt.UNSURE, other_terms.is_done_by_another, ("locative",)),
    Objection(Doubt.UNSURE, part_words.is_of_a_part, ("concept", "among", "locative", "base")),
    Objection(Doubt.UNSURE, doubts.is_only_implied),
)
CONTINUED = (
    Objection(Doubt.ANOTHER, doubts.speaks_of_something_else),
    Objection(Doubt.UNSURE, doubts.is_a_guess),
    Objection(Doubt.UNSURE, doubts.is_loose),
    Objection(Doubt.UNSURE, doubts.continues_a_fraction),
    Objection(Doubt.UNSURE, doubts.is_told_without_time),
    Objection(Doubt.UNSURE, doubts.is_cumulated_or_each, ("cumulated", "each"), moments=True),
    Objection(Doubt.UNSURE, doubts.spans_time, ("span_lead",), moments=True),
)


@lru_cache(maxsize=4096)
def _asked(roles: frozenset[str], named: bool, valued: bool, lasting: bool) -> tuple[Objection, ...]:
    """Return the rules to ask of a number beside words of some roles; `valued` where it tells a value."""
    rules = [rule for rule in (NAMED if named else CONTINUED) if valued or not rule.values]
    rules = [rule for rule in rules if not (rule.moments and lasting)]
    return tuple(rule for rule in rules if not rule.roles or not roles.isdisjoint(rule.roles))


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
        self._groups = GroupWords(series.dimensions.words, kinds, cues)
        self._traits: dict[int, Traits] = {}

    def among(self, measures: Measures) -> "Objections":
        """Return the same for measures of which one has another name."""
        twin = copy(self)
        twin._measures, twin._traits = measures, {}
        return twin

    def groups_in(self, sentence: Sentence) -> frozenset[int]:
        """Return the places of words for what the entities are, and for the parts that the table tells apart."""
        return self._groups.places(sentence)

    def doubt(self, claim: Claim, fit: Fit, reading: Reading, *, lasting: bool = False) -> Doubt:
        """Return what the words beside the measure, and around the number, say against it.

        A number is `lasting` where it is the sum, or the average, of the rows of a time that its text tells.
        """
        said = self._statement(claim, fit, reading)
        valued = claim.mention is not None and claim.relation not in MADE_OF_ROWS
        worst = Doubt.NONE
        for rule in _asked(frozenset(claim.sentence.roles), bool(fit.places), valued, lasting):
            if rule.doubt <= worst:
                break  # none that follows says more
            found = rule.holds(said)
            if found:
                worst = max(worst, rule.doubt if found is True else Doubt(found))
        return worst

    def names_another(self, claim: Claim, fit: Fit, reading: Reading) -> bool:
        """Return whether the words of a number name another measure than one that they only imply or continue."""
        return other_measures.names_another(self._statement(claim, fit, reading))

    def is_of_a_part(self, claim: Claim, fit: Fit, reading: Reading, *, beside: Set[int]) -> bool:
        """Return whether a number is said of a part of the people; the places `beside` say nothing of that."""
        said = self._statement(claim, fit, reading)
        return part_words.is_of_a_part(replace(said, passing=said.passing | beside))

    def says_something_else(self, claim: Claim, fit: Fit, reading: Reading) -> bool:
        """Return whether words around a number that continues a measure may name another."""
        own = self._traits_of(fit.measure).goes_on
        return says_something_else(claim, reading.named, self._cues, own=own, around=True)

    def _statement(self, claim: Claim, fit: Fit, reading: Reading) -> Statement:
        measure = self._traits_of(fit.measure)
        names, named, passing = reading.names, reading.named, reading.passing
        return Statement(claim, fit, names, named, passing, measure, self._cues, self._people)

    def _traits_of(self, measure: int) -> Traits:
        known = self._traits.get(measure)
        if known is None:
            measures = self._measures
            unit, noun = self._series.unit(measure)
            known = self._traits[measure] = Traits(
                unit=unit,
                noun=noun,
                concepts=measures.concepts(measure),
                label=measures.label(measure),
                based=measures.has_base(measure),
                paces=self._paces.are_several(measure),
                own=partial(measures.belongs, measure),
                goes_on=partial(measures.goes_on, measure),
                told_of=self._cues.told_of,
            )
        return known
