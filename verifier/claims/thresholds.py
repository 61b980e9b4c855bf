"""A number that something is compared with in, whether it is a bound or the figure of the other side out."""

from verifier.claims.claim import Claim, set_modifier
from verifier.claims.sentences import Sentence
from verifier.model import Kind, Modifier
from verifier.verdict import Relation

__all__ = ["read_other_side", "read_tally", "read_threshold"]

COUNTED = frozenset({Kind.COUNT, Kind.NUMBER, Kind.RATIO})
BOUNDS = frozenset({Modifier.MORE_THAN, Modifier.LESS_THAN})


def read_other_side(previous: Claim, claim: Claim) -> None:
    """Take the bound off "4 persen, lebih tinggi dari 3 persen pada 2022": 3 is what it was in 2022.

    It may as well be a bound ("4.000 orang, lebih dari 3.000 di Bali"), so such a number only supports.
    """
    alike = (previous.kind, previous.unit) == (claim.kind, claim.unit) and previous.relation is Relation.LEVEL
    if claim.modifier not in BOUNDS or claim.relation is not Relation.LEVEL or not alike:
        return
    cues = [cue.first for cue in claim.sentence.of_role("modifier") if cue.end == claim.first]
    if cues and _is_only_dated(claim.sentence, previous.after, min(cues)) and _has_its_own(claim):
        set_modifier(claim, None)
        claim.loose = True


def read_threshold(claim: Claim) -> None:
    """Make "lebih tinggi daripada 3.500 meter" a bound, unless it is that of another time or of somebody else.

    What is only compared with, and does not say when it was ("semula 93 persen"), may be of any time.
    """
    if claim.modifier is not None or claim.relation is not Relation.LEVEL:
        return
    than = [cue.first for cue in claim.sentence.of_role("than") if cue.end == claim.first]
    if not (than or claim.compared) or _has_its_own(claim):
        return
    comparisons = claim.sentence.of_role("comparison")
    ways = {cue.meaning for cue in comparisons if any(cue.first < place <= cue.end for place in than)}
    if len(ways) == 1:
        set_modifier(claim, Modifier.MORE_THAN if ways == {"more"} else Modifier.LESS_THAN)
    else:
        claim.loose = True


def read_tally(previous: Claim, claim: Claim) -> None:
    """Join "four provinces" to the bound that they reach, where nothing but one statement lies between."""
    if claim.modifier in (None, Modifier.ABOUT, Modifier.ALMOST) or claim.relation is not Relation.LEVEL:
        return
    counted = previous.kind in COUNTED and not previous.unit and previous.relation in (Relation.LEVEL, Relation.SHARE)
    sentence, between = claim.sentence, range(previous.after, claim.first)
    modifier = min((cue.first for cue in sentence.of_role("modifier") if cue.end == claim.first), default=claim.first)
    cut = sentence.is_cut(previous.after, modifier)
    if counted and not cut and not any(sentence.owners[place] < 0 and sentence.is_name(place) for place in between):
        previous.bound, claim.bounds = claim, True


def _is_only_dated(sentence: Sentence, first: int, end: int) -> bool:
    """Return whether nothing but a date, small words and marks stands between two words."""
    between = range(first, end)
    dated = {
        place
        for place in between
        if (owner := sentence.owners[place]) >= 0 and sentence.mentions[owner].kind is Kind.DATE
    }
    words = sentence.words
    return all(
        place in dated or not words[place].isalpha() or words[place] in sentence.lexicon.small for place in between
    )


def _has_its_own(claim: Claim) -> bool:
    """Return whether words behind a number say when, or of whom, it is: "3 persen pada 2022", "1 percent in Bali"."""
    sentence = claim.sentence
    for place in range(claim.last, claim.right):
        owner = sentence.owners[place]
        dated = owner >= 0 and sentence.mentions[owner].kind is Kind.DATE
        if dated or sentence.is_name(place) or any(sentence.has(role, place, place + 1) for role in ("earlier", "ago")):
            return True
    return False
