"""A rank among the rows of a table in, whether its words rank among more, or among others, than the table has, out."""

from collections.abc import Set

from verifier.claims.claim import Claim
from verifier.claims.cues import Cue
from verifier.claims.sentences import Sentence

__all__ = ["ranks_among_others"]

NEAR = 6  # words from a rank to among whom it is one: "the third largest population in East Africa"


def ranks_among_others(claim: Claim, *, best: int, count: int, totals: Set[str]) -> bool:
    """Return whether a table whose rows say another rank does not refute the one that a text gives.

    Among all of the world somebody can only rank lower than among the rows of a table. A part of the
    world may leave any of them out.

    Args:
        claim: the rank.
        best: the rank by the rows of the table.
        count: how many rows there are.
        totals: the names, in small letters, of entities of the table that stand for many.
    """
    wanted = int(claim.values[0]) if claim.mention is not None else 1
    if wanted > count:
        return True
    scope = _scope(claim)
    if scope is None:
        return False
    if scope.role == "everywhere":
        return wanted > best
    first, end = _words_of(claim.sentence, scope)
    return " ".join(claim.sentence.words[first:end]) not in totals


def _scope(claim: Claim) -> Cue | None:
    """Return the word behind a rank for among whom it is one, such as "Africa", None where nothing says it."""
    sentence = claim.sentence
    _, right = sentence.clause(claim.first, claim.last)
    within = range(claim.last, min(right, claim.last + NEAR))
    leads = {cue.end for cue in sentence.of_role("locative")}
    led = (cue for cue in sentence.of_role("aggregate") if _words_of(sentence, cue)[0] in leads)
    return next((cue for cue in (*sentence.of_role("everywhere"), *led) if cue.first in within), None)


def _words_of(sentence: Sentence, cue: Cue) -> tuple[int, int]:
    """Return the first word of a name and the one after its last: "East Africa", "Afrika Timur"."""
    behind = cue.end < len(sentence.words) and sentence.is_name(cue.end)
    return cue.first - sentence.is_name(cue.first - 1), cue.end + behind
