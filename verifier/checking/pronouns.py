"""A number, the names of its sentence and a pronoun in, whether the pronoun stands for somebody else out."""

from collections.abc import Sequence

from verifier.checking.claim import Claim
from verifier.checking.names import Name
from verifier.model import Kind

__all__ = ["is_after_a_pronoun", "is_only_mentioned"]


def is_after_a_pronoun(claim: Claim, group: Sequence[Name]) -> bool:
    """Return whether "it" or "lajunya" stands before a number, and the names only in another statement behind it."""
    sentence, first = claim.sentence, group[0].first
    cut = first >= claim.last and any(claim.last <= place < first for place in sentence.breaks)
    led = sentence.has("pronoun", 0, claim.first)
    return cut and (led or any(word.endswith(sentence.lexicon.clitics) for word in sentence.words[: claim.first]))


def is_only_mentioned(claim: Claim, group: Sequence[Name]) -> bool:
    """Return whether a pronoun can hardly stand for names before it, since these only tell how much another has.

    "It needs a quarter of what Dunby takes, although its share is 5 percent" is no share of Dunby's.
    """
    sentence, first = claim.sentence, group[0].first
    left, _ = sentence.clause(claim.first, claim.last)
    cuts = [place for place in sentence.breaks if place < first]
    begin = cuts[-1] if cuts else 0
    numbers = zip(sentence.mentions, sentence.spans, strict=True)
    counted = any(begin <= span[0] and span[1] <= first for one, span in numbers if one.kind is not Kind.DATE)
    return counted and group[-1].end <= left and sentence.has("pronoun", left, claim.first)
