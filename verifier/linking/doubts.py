"""A number and the measure that words near it name in, what speaks against its being that of the measure out."""

from collections.abc import Set
from enum import IntEnum

from verifier.claims.claim import Claim, Denial, is_fraction
from verifier.claims.unit_gate import DIMENSIONS, is_by_another_time, is_without_time, leaves_amount_open
from verifier.linking.concepts import GROWTH
from verifier.linking.measures import Fit
from verifier.linking.paces import said_pace
from verifier.linking.phrases import says_something_else
from verifier.linking.statement import Statement
from verifier.model import Kind
from verifier.verdict import Relation

__all__ = [
    "Doubt",
    "continues_a_fraction",
    "counts_something_else",
    "is_a_flow",
    "is_a_guess",
    "is_a_number_of_a_list",
    "is_a_part_or_all",
    "is_cumulated_or_each",
    "is_loose",
    "is_loosely_ranked",
    "is_named_by_its_verb",
    "is_of_the_number_before",
    "is_one_of_several_paces",
    "is_only_implied",
    "is_small_in_words",
    "is_small_number",
    "is_told_by_unit",
    "is_told_in_another_unit",
    "is_told_without_time",
    "spans_time",
    "speaks_of_something_else",
    "stands_alone",
]

FEW = 2  # words: "over the next five years"
FEWEST_IN_DIGITS = 100
STATED = frozenset({Relation.LEVEL, Relation.CHANGE_FROM, Relation.CHANGE_TO})
TIMES = frozenset({"day", "week", "month", "quarter", "year"})
MARKS = frozenset(",()")
DURATIONS = frozenset({"second", "minute", "hour", "day"})  # of what is fast or slow; more years are more
AMOUNTS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.NUMBER})


class Doubt(IntEnum):
    """What speaks against a measure that words near a number name, the weakest first."""

    NONE = 0
    UNSURE = 1  # a word beside it may make it another one
    STRANGER = 2  # it is said of somebody whom the table does not have
    ANOTHER = 3  # a word beside it makes it another one


def is_told_in_another_unit(said: Statement) -> bool:
    """Return whether a text leaves out of how much, or for what time, an amount of money is."""
    claim, unit = said.claim, said.measure.unit
    return claim.kind is Kind.MONEY and (leaves_amount_open(claim, unit) or is_by_another_time(claim, unit))


def is_loose(said: Statement) -> bool:
    """Return whether the words of a number can also be meant otherwise."""
    return said.claim.loose


def is_loosely_ranked(said: Statement) -> bool:
    """Return whether a superlative is of something in a later clause, or of a time: the fastest takes the least."""
    claim = said.claim
    if claim.relation is not Relation.RANK or claim.mention is not None:
        return False
    _, right = claim.sentence.clause(claim.first, claim.last)
    return said.measure.unit in DURATIONS or all(place >= right for place in said.fit.places)


def is_one_of_several_paces(said: Statement) -> bool:
    """Return whether the table has a measure by the year and by the month, and the words say neither."""
    return said.measure.paces and not said_pace(said.claim)


def counts_something_else(said: Statement) -> bool:
    """Return whether a bare number stands before what names the measure, and does not count it, or before "of the"."""
    claim = said.claim
    if claim.kind is not Kind.NUMBER or claim.relation is not Relation.LEVEL:
        return False
    of = any(cue.first == claim.after for cue in claim.sentence.of_role("of_all"))
    return of or not any(place <= claim.last for place in said.fit.places)


def is_a_number_of_a_list(said: Statement) -> bool:
    """Return whether a whole number that opens a sentence numbers what is named behind it: "8 Fertility rate Mali"."""
    claim = said.claim
    opens = claim.first == 0 and claim.text.isdigit() and claim.last in said.fit.places
    return opens and claim.sentence.is_name(claim.last)


def is_a_flow(said: Statement) -> bool:
    """Return whether things come or go, and are not all that there are: "membuka 15 toko"."""
    claim = said.claim
    if claim.kind is not Kind.COUNT or claim.relation is not Relation.LEVEL:
        return False
    flows = claim.sentence.of_role("flow")
    return any(
        claim.left <= cue.first and 0 <= claim.first - cue.end <= 2 and cue.first not in said.fit.places
        for cue in flows
    )


def is_a_part_or_all(said: Statement) -> bool:
    """Return whether a number counts a group, a part or a whole: "the three towns", "including 98 e-books"."""
    claim, sentence = said.claim, said.claim.sentence
    if claim.relation not in STATED:
        return False
    partitive = claim.kind in AMOUNTS and claim.denial is Denial.NONE  # "not 5 million" is denied, and no part
    led = ("of_all", "partitive") if partitive else ("of_all",)  # "46 percent of the total 52 seats"
    if any(cue.end == claim.first for role in led for cue in sentence.of_role(role)):
        return True
    return any(cue.first <= claim.first < cue.end for cue in sentence.of_role("group"))


def is_small_in_words(said: Statement) -> bool:
    """Return whether a small number is written in words, and nothing says what it counts: "the three"."""
    claim = said.claim
    if claim.kind is not Kind.NUMBER or claim.relation not in STATED or not is_small_number(claim):
        return False
    return not any(character.isdigit() for character in claim.text)


def is_cumulated_or_each(said: Statement) -> bool:
    """Return whether a number is a sum that grew over time, or of one of several: "45 turbines of 2 MW each"."""
    claim, sentence = said.claim, said.claim.sentence
    return sentence.has("cumulated", claim.left, claim.first) or sentence.has("each", claim.after, claim.after + 1)


def spans_time(said: Statement) -> bool:
    """Return whether a number may be summed over a time of several parts: "dalam tiga bulan", "over three months"."""
    claim, sentence = said.claim, said.claim.sentence
    if claim.relation is not Relation.LEVEL:
        return False
    leads = [
        cue.end for cue in sentence.of_role("span_lead") if cue.first == 0 or sentence.words[cue.first - 1] in ",;"
    ]
    if not leads:
        return False
    numbers = zip(sentence.mentions, sentence.spans, strict=True)
    times = [span for one, span in numbers if one.unit in TIMES and one.values[0] > 1 and span[1] <= claim.first]
    return any(0 <= first - end <= FEW and sentence.all_small(end, first) for first, _ in times for end in leads)


def is_only_implied(said: Statement) -> bool:
    """Return whether a measure that other words name is only that of the unit, or the number's own say more."""
    claim = said.claim
    if said.told_here:
        return False
    return (claim.last in said.fit.places and claim.unit in DIMENSIONS) or says_something_else(
        claim, said.named, said.cues, own=said.measure.own, around=claim.kind is Kind.NUMBER
    )


def is_of_the_number_before(said: Statement) -> bool:
    """Return whether a comparison right behind a number is of what that one counts, which the measure is not.

    "Drew 12 matches, conceded 40 goals, fewer than Castle Town" does not compare matches.
    """
    claim, sentence = said.claim, said.claim.sentence
    if claim.mention is not None or claim.relation is not Relation.COMPARISON:
        return False
    numbers = zip(sentence.mentions, sentence.spans, strict=True)
    before = [span for mention, span in numbers if span[1] <= claim.first and mention.kind is not Kind.DATE]
    if len(before) < 2 or any(word.isalpha() for word in sentence.words[before[-1][1] + 1 : claim.first]):
        return False
    return max(said.fit.places, default=-1) < before[-2][1]


# of a number that continues a measure, which no word of its sentence names


def speaks_of_something_else(said: Statement) -> Doubt:
    """Return whether words around a number may name another measure: a small one is that of something else."""
    claim = said.claim
    if not says_something_else(claim, said.named, said.cues, own=said.measure.own, around=True, verbs=True):
        return Doubt.NONE
    return Doubt.ANOTHER if is_small_number(claim) else Doubt.UNSURE


def continues_a_fraction(said: Statement) -> bool:
    """Return whether a number is a part of what was said before: "half of what it was", not "half of Belmar's"."""
    claim = said.claim
    named = any(claim.last <= name.first < claim.right for name in said.names)
    return not named and claim.relation is Relation.LEVEL and is_fraction(claim)


def is_told_without_time(said: Statement) -> bool:
    """Return whether a text leaves out for what time a wage is."""
    return is_without_time(said.claim, said.measure.unit)


def is_a_guess(said: Statement) -> bool:
    """Return whether nothing but its unit makes a number one of the measure."""
    return not said.fit.score


# of any number


def is_named_by_its_verb(claim: Claim, fit: Fit) -> bool:
    """Return whether what looks like a change is what the measure counts: "lost four", where a column is "Lost"."""
    step = claim.relation is Relation.CHANGE_BY and len(claim.change) <= 1 and claim.kind in (Kind.COUNT, Kind.NUMBER)
    return step and claim.verb is not None and claim.verb.first in fit.places and GROWTH not in fit.concepts


def is_told_by_unit(claim: Claim, unit: str, noun: str, *, people: Set[str]) -> bool:
    """Return whether what a number is written with leaves little doubt: tons after tons, visits after visits."""
    told = noun if claim.kind is Kind.COUNT and noun not in people else ""
    counted = claim.mention.noun if claim.mention is not None else ""
    return (claim.kind is Kind.MEASURE and unit == claim.unit) or (bool(told) and told == counted)


def stands_alone(claim: Claim) -> bool:
    """Return whether a bare number stands between marks, and is the first of its sentence: "the scorer, 29, hit"."""
    words, owners = claim.sentence.words, claim.sentence.owners
    bare = claim.kind is Kind.NUMBER and claim.first > 0 and max(owners[: claim.first]) < 0
    return bare and words[claim.first - 1] in MARKS and claim.last < len(words) and words[claim.last] in MARKS


def is_small_number(claim: Claim) -> bool:
    """Return whether a number is so small that it can well be that of something else by chance."""
    return claim.kind in (Kind.COUNT, Kind.NUMBER) and max(claim.values) < FEWEST_IN_DIGITS
