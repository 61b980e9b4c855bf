"""A number and names of its sentence in, whether they are only mentioned beside it, or a pronoun means others, out."""

from collections.abc import Sequence

from verifier.claims.claim import Claim
from verifier.claims.names import Name
from verifier.model import Kind

__all__ = ["is_after_a_pronoun", "is_aside", "is_only_mentioned"]


THAT_OF = 4  # words from a multiple to what it multiplies


def is_after_a_pronoun(claim: Claim, group: Sequence[Name]) -> bool:
    """Return whether "it" or "lajunya" stands before a number, and the names only in another statement behind it."""
    sentence, first = claim.sentence, group[0].first
    cut = first >= claim.last and sentence.is_cut(claim.last, first)
    if not cut or sentence.has("pronoun", 0, claim.first):
        return cut
    words = sentence.lexicon
    return any(
        word.endswith(words.possessives) and word not in words.small and word not in words.levels
        for word in sentence.words[: claim.first]
    )


def is_aside(claim: Claim, group: Sequence[Name]) -> bool:
    """Return whether names behind a number only say beside whom it stands: "tertinggi ketiga setelah Papua".

    So do those that a multiple behind it multiplies: "672 beds, … more than twice Melbury's".
    """
    first, sentence = group[0].first, claim.sentence
    if first < claim.last:
        return False
    leads = [*sentence.of_role("aside"), *sentence.of_role("than")]
    return any(first - 1 <= cue.end <= first for cue in leads) or _is_multiplied(claim, first)


def _is_multiplied(claim: Claim, place: int) -> bool:
    """Return whether a multiple behind a number leads to a word, with no more than "the size of" between."""
    sentence, small = claim.sentence, claim.sentence.lexicon.small
    said = {at for cue in sentence.of_role("quantity") for at in range(cue.first, cue.end)}
    for mention, (first, end) in zip(sentence.mentions, sentence.spans, strict=True):
        if mention.kind is Kind.MULTIPLE and claim.last <= first and place - THAT_OF <= end <= place:
            return all(at in said or sentence.words[at] in small for at in range(end, place))
    return False


def is_only_mentioned(claim: Claim, group: Sequence[Name]) -> bool:
    """Return whether a pronoun can hardly stand for names before it, since these only tell how much another has.

    "It needs a quarter of what Dunby takes, although its share is 5 percent" is no share of Dunby's.
    """
    sentence, first = claim.sentence, group[0].first
    left, _ = sentence.clause(claim.first, claim.last)
    if group[-1].end > left or not sentence.has("pronoun", left, claim.first):
        return False
    cuts = [place for place in sentence.breaks if place < first]
    begin = cuts[-1] if cuts else 0
    numbers = zip(sentence.mentions, sentence.spans, strict=True)
    return any(begin <= span[0] and span[1] <= first for one, span in numbers if one.kind is not Kind.DATE)
