"""A number and a measure that words near it name in, whether the number is told in other terms than it out."""

from collections.abc import Callable, Sequence

from verifier.claims.claim import Claim
from verifier.claims.cues import Cues
from verifier.claims.names import Name
from verifier.linking.measures import Fit
from verifier.linking.phrases import means_something
from verifier.model import Kind
from verifier.verdict import Relation

__all__ = ["is_in_other_terms"]

LEVELS = frozenset({Relation.LEVEL, Relation.CHANGE_TO, Relation.CHANGE_FROM})
SPANS = frozenset({"day", "week", "month", "quarter"})
NEAR = 3  # words between an amount of time and its year


def is_in_other_terms(
    claim: Claim, fit: Fit, names: Sequence[Name], cues: Cues, *, own: Callable[[str], bool], adds_up: bool
) -> bool:
    """Return whether words say that a number is of a part, an average, another basis, or what somebody else does.

    Args:
        claim: the number.
        fit: the measure.
        names: of entities in the sentence.
        cues: the words of the language.
        own: whether a word belongs to the name of the measure.
        adds_up: whether the measure of a year is the sum of its months.
    """
    return (
        _is_in_terms(claim, fit)
        or _is_of_a_part_of_a_year(claim)
        or _is_taken_from(claim, fit)
        or (adds_up and len(names) == 1 and _is_averaged(claim, fit, own))
        or _goes_to_another(claim, fit, names)
        or _is_done_by_another(claim, fit, names, cues, own)
    )


def _is_in_terms(claim: Claim, fit: Fit) -> bool:
    """Return whether a number is told "in real terms", or "by volume", which the measure is not."""
    return any(cue.first not in fit.places for cue in claim.sentence.of_role("terms"))


def _is_of_a_part_of_a_year(claim: Claim) -> bool:
    """Return whether a year is only that of some months: "the first nine months of 2022"."""
    sentence = claim.sentence
    ordinal = {end for one, (_, end) in zip(sentence.mentions, sentence.spans, strict=True) if one.kind is Kind.ORDINAL}
    years = {first for one, (first, _) in zip(sentence.mentions, sentence.spans, strict=True) if one.kind is Kind.DATE}
    for mention, (_, end) in zip(sentence.mentions, sentence.spans, strict=True):
        if mention.unit not in SPANS or end > claim.first:
            continue
        for place in range(end, min(end + NEAR, len(sentence.words))):
            if place in years:
                return True
            if sentence.words[place] not in sentence.lexicon.small and place + 1 not in ordinal:
                break
    return False


def _is_taken_from(claim: Claim, fit: Fit) -> bool:
    """Return whether a number is a part of what its sentence begins with: "of the exports in 2022, 9 tons were tea"."""
    sentence = claim.sentence
    if claim.relation not in LEVELS:
        return False
    comma = next((place for place in sentence.breaks if sentence.words[place] == ","), len(sentence.words))
    opened = any(
        cue.first == 0 and (cue.role == "genitive" or cue.meaning == "from")
        for cue in (*sentence.of_role("genitive"), *sentence.of_role("role"))
    )
    behind = opened and comma < claim.first and all(place < comma for place in fit.places)
    return behind or any(claim.left <= cue.first < claim.first for cue in sentence.of_role("of_them"))


def _is_averaged(claim: Claim, fit: Fit, own: Callable[[str], bool]) -> bool:
    """Return whether a number is an average over time, and the measure is none: "monthly exports averaged 3 tons"."""
    words = claim.sentence.words
    averages = (cue for cue in claim.sentence.of_role("average") if claim.left <= cue.first < claim.first)
    return claim.relation in LEVELS and any(
        cue.first not in fit.places and not own(words[cue.first]) for cue in averages
    )


def _goes_to_another(claim: Claim, fit: Fit, names: Sequence[Name]) -> bool:
    """Return whether what somebody gives to another is told: "exports of Norland to Sorland"."""
    sentence = claim.sentence
    led = {cue.end for cue in sentence.of_role("role") if cue.meaning == "to"}
    taking = [name for name in names if name.first in led]
    behind = [name for name in taking if any(place < name.first for place in fit.places)]
    return bool(behind) and len(names) > len(taking)


def _is_done_by_another(claim: Claim, fit: Fit, names: Sequence[Name], cues: Cues, own: Callable[[str], bool]) -> bool:
    """Return whether somebody within the entity does it: "private firms in Norland produced 7 tons"."""
    sentence = claim.sentence
    leads = {cue.end: cue.first - 1 for cue in sentence.of_role("locative")}
    named = {place for name in names for place in range(name.first, name.end)}
    for name in (one for one in names if claim.left <= one.first < claim.first):
        head = leads.get(name.first, -1)
        if head < 0 or sentence.owners[head] >= 0 or min(fit.places) < name.end:
            continue
        if means_something(sentence, head, named, cues, verbs=False) and not own(sentence.words[head]):
            return sentence.words[head] not in cues.institutions
    return False
