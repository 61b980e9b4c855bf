"""A number and the measure that words near it name in, what speaks against its being that of the measure out."""

from enum import Enum

from verifier.claims.claim import Claim
from verifier.linking.measures import Fit
from verifier.model import Kind
from verifier.verdict import Relation

__all__ = [
    "Doubt",
    "counts_something_else",
    "is_a_flow",
    "is_named_by_its_verb",
    "is_no_level",
    "is_of_the_number_before",
    "is_small_number",
    "is_told_otherwise",
    "stands_alone",
]

FEWEST_IN_DIGITS = 100
STATED = frozenset({Relation.LEVEL, Relation.CHANGE_FROM, Relation.CHANGE_TO})
TIMES = frozenset({"day", "week", "month", "quarter", "year"})
MARKS = frozenset(",()")
AMOUNTS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.NUMBER})


class Doubt(Enum):
    """What speaks against a measure that words near a number name."""

    NONE = "none"
    UNSURE = "unsure"  # a word beside it may make it another one
    ANOTHER = "another"  # a word beside it does
    STRANGER = "stranger"  # it is said of somebody whom the table does not have


def is_named_by_its_verb(claim: Claim, fit: Fit) -> bool:
    """Return whether what looks like a change is what the measure counts: "lost four", where a column is "Lost"."""
    step = claim.relation is Relation.CHANGE_BY and len(claim.change) <= 1 and claim.kind in (Kind.COUNT, Kind.NUMBER)
    return step and claim.verb is not None and claim.verb.first in fit.places and "growth" not in fit.concepts


def counts_something_else(claim: Claim, fit: Fit) -> bool:
    """Return whether a bare number stands before what names the measure, and does not count it, or before "of the"."""
    if claim.kind is not Kind.NUMBER or claim.relation is not Relation.LEVEL:
        return False
    of = any(cue.first == claim.after for cue in claim.sentence.of_role("of_all"))
    return of or not any(place <= claim.last for place in fit.places)


def is_a_flow(claim: Claim, fit: Fit) -> bool:
    """Return whether things come or go, and are not all that there are: "membuka 15 toko"."""
    if claim.kind is not Kind.COUNT or claim.relation is not Relation.LEVEL:
        return False
    flows = claim.sentence.of_role("flow")
    return any(
        claim.left <= cue.first and 0 <= claim.first - cue.end <= 2 and cue.first not in fit.places for cue in flows
    )


def is_no_level(claim: Claim) -> bool:
    """Return whether a number counts a group, a part or a whole: "the three towns", "including 98 e-books"."""
    if claim.relation not in STATED:
        return False
    whole = any(
        cue.end == claim.first for cue in claim.sentence.of_role("of_all")
    )  # "46 percent of the total 52 seats"
    if whole or (claim.kind in AMOUNTS and any(cue.end == claim.first for cue in claim.sentence.of_role("partitive"))):
        return True
    grouped = any(cue.first <= claim.first < cue.end for cue in claim.sentence.of_role("group"))
    small = claim.kind is Kind.NUMBER and is_small_number(claim)
    return grouped or (small and not any(character.isdigit() for character in claim.text))


def is_told_otherwise(claim: Claim) -> bool:
    """Return whether a number is of a span that nothing tells, or of one of several: "45 turbines of 2 MW each"."""
    sentence = claim.sentence
    if claim.relation is Relation.LEVEL and _spans_time(claim):
        return True
    return sentence.has("cumulated", claim.left, claim.first) or sentence.has("each", claim.after, claim.after + 1)


def _spans_time(claim: Claim) -> bool:
    """Return whether a number may be summed over a time of several parts: "dalam tiga bulan", "over three months"."""
    sentence = claim.sentence
    leads = {
        cue.end for cue in sentence.of_role("span_lead") if cue.first == 0 or sentence.words[cue.first - 1] in ",;"
    }
    numbers = zip(sentence.mentions, sentence.spans, strict=True)
    return any(
        one.unit in TIMES and one.values[0] > 1 and span[0] in leads and span[1] <= claim.first for one, span in numbers
    )


def is_small_number(claim: Claim) -> bool:
    """Return whether a number is so small that it can well be that of something else by chance."""
    return claim.kind in (Kind.COUNT, Kind.NUMBER) and max(claim.values) < FEWEST_IN_DIGITS


def stands_alone(claim: Claim) -> bool:
    """Return whether a bare number stands between marks, and is the first of its sentence: "the scorer, 29, hit"."""
    words, owners = claim.sentence.words, claim.sentence.owners
    bare = claim.kind is Kind.NUMBER and claim.first > 0 and max(owners[: claim.first]) < 0
    return bare and words[claim.first - 1] in MARKS and claim.last < len(words) and words[claim.last] in MARKS


def is_of_the_number_before(claim: Claim, fit: Fit) -> bool:
    """Return whether a comparison right behind a number is of what that one counts, which the measure is not.

    "Drew 12 matches, conceded 40 goals, fewer than Castle Town" does not compare matches.
    """
    sentence = claim.sentence
    if claim.mention is not None or claim.relation is not Relation.COMPARISON:
        return False
    numbers = zip(sentence.mentions, sentence.spans, strict=True)
    before = [span for mention, span in numbers if span[1] <= claim.first and mention.kind is not Kind.DATE]
    if len(before) < 2 or any(word.isalpha() for word in sentence.words[before[-1][1] + 1 : claim.first]):
        return False
    return max(fit.places, default=-1) < before[-2][1]
