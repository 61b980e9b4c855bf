"""A superlative and the numbers of its sentence in, the row of the number right before it out; and what it ranks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verifier.claims.claim import Claim
from verifier.linking.linked import Link
from verifier.model import Kind, Mention
from verifier.verdict import Relation

__all__ = ["of_number_before", "ranks_times"]

STATED = frozenset({Relation.LEVEL, Relation.CHANGE_TO})
TIMES = frozenset({"year", "month", "quarter", "week", "day", "decade"})


def of_number_before(claim: Claim, linked: Sequence[Link]) -> Link | None:
    """Return the row of the number right before a superlative, which only supports; None where there is none.

    "The lowest in four years" ranks times, which the rows of others say nothing about.
    """
    before = next((link for link in reversed(linked) if link.claim.after <= claim.first), None)
    if before is None or before.reason is not None or not before.rows or before.claim.relation not in STATED:
        return None
    sentence, between = claim.sentence, range(before.claim.after, claim.first)
    said_little = sentence.lexicon.small | sentence.lexicon.neutral
    stopped = any(sentence.words[place] not in said_little and sentence.words[place] != "," for place in between)
    stopped = stopped or sentence.has("join", between.start, between.stop)  # "covers 312 km2 and is the deepest"
    own = any(claim.first <= cue.first < claim.last for cue in sentence.of_role("concept"))
    if stopped or own or ranks_times(claim) or _is_dated(claim):
        return None
    return replace(before, claim=claim, firm=False, level=False, others=())


def ranks_times(claim: Claim) -> bool:
    """Return whether a superlative is one of several times: "the lowest in four years", "tertinggi sejak 2019"."""
    sentence, end = claim.sentence, _end(claim)
    return sentence.has("since", claim.last, end) or any(mention.unit in TIMES for mention in _told(claim, end))


def _is_dated(claim: Claim) -> bool:
    return any(mention.kind is Kind.DATE for mention in _told(claim, _end(claim)))


def _end(claim: Claim) -> int:
    """Return the first break behind a superlative."""
    words = claim.sentence.words
    return next((place for place in claim.sentence.breaks if place >= claim.last), len(words))


def _told(claim: Claim, end: int) -> Iterator[Mention]:
    owners = {owner for owner in claim.sentence.owners[claim.last : end] if owner >= 0}
    return (claim.sentence.mentions[owner] for owner in owners)
