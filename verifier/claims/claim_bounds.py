"""The numbers of a sentence in, the words that belong to each of them out: up to the first break between two."""

from collections.abc import Sequence
from itertools import pairwise

from verifier.claims.claim import Claim
from verifier.claims.sentences import Sentence

__all__ = ["set_bounds"]

LEADS = 4  # words from "from" to the number that it leads to


def set_bounds(sentence: Sentence, claims: Sequence[Claim]) -> None:
    """Give each number the words up to the first break after the number before it, and after itself."""
    for before, after in pairwise(claims):
        cut = _first_break(sentence, before.after, after.first)
        cut = cut if cut is not None else _last_lead(sentence, before.after, after.first)
        cut = cut if cut is not None else _leading_noun(sentence, before.after, after.first)
        before.right = cut if cut is not None else after.first
        after.left = cut if cut is not None else before.after


def _last_lead(sentence: Sentence, first: int, end: int) -> int | None:
    """Return where "from a loss of" begins: a few words that lead to a number, but do not stand right before it."""
    leads = [cue for cue in sentence.of_role("role") if cue.meaning in ("from", "to")]
    return next((cue.first for cue in leads if first < cue.first and end - LEADS <= cue.end < end), None)


def _leading_noun(sentence: Sentence, first: int, end: int) -> int | None:
    """Return where "a budget of" begins: a noun that leads to a number, and the small words before it."""
    lead = next((cue.first for cue in sentence.of_role("role") if cue.meaning == "by" and cue.end == end), None)
    place = lead if lead is not None else first
    small = sentence.lexicon.small
    while place > first and sentence.words[place - 1] not in small:
        place -= 1
    if lead is None or place == lead or place <= first:
        return None
    while place > first and sentence.words[place - 1] in small:
        place -= 1
    return place if place > first else None


def _first_break(sentence: Sentence, first: int, end: int) -> int | None:
    words = sentence.words
    depth = 0
    for place in range(first, end):
        if place == first and words[place] == "(" and ")" in words[place:end]:
            depth = 1
        elif depth and words[place] == ")":
            depth = 0
        elif not depth and place in sentence.breaks:
            return place
    return None
