"""The measures that words of a sentence name in, those that a number among them most likely means out."""

from collections.abc import Callable

from verifier.claims.claim import Claim
from verifier.claims.cues import Cue
from verifier.linking.measures import Fit
from verifier.verdict import Relation

__all__ = ["MARGIN", "best_fits", "evenly", "nearest_name", "weights_for"]

MARGIN = 0.06  # two measures whose scores differ by less are equally likely
OUTSIDE_BEFORE = 0.94  # how much a word counts that stands before the number, among the words of another number
OUTSIDE_AFTER = 0.82
PER_WORD = 0.004  # for each word between a word and the number
FARTHEST = 16
ENDING = frozenset(",;:|")
RELATIVE = frozenset({Relation.MULTIPLE, Relation.SHARE})


def weights_for(claim: Claim) -> Callable[[int], float]:
    """Return how much the word at each place of a sentence counts for a claim: its own words most, near ones more."""
    first, last, begin, right = claim.first, claim.last, claim.begin, claim.right
    end = min(claim.reach, _told_more(claim) + 1)
    if claim.relation in RELATIVE:
        end = min(end, right)  # "a quarter of what Dunby takes, although its share is 5 percent"

    def weight(place: int) -> float:
        if place >= end:
            return 0.0
        away = first - place if place < first else max(0, place - last)
        whole = 1.0 if begin <= place < right else OUTSIDE_BEFORE if place < begin else OUTSIDE_AFTER
        return whole - PER_WORD * min(away, FARTHEST)

    return weight


def _told_more(claim: Claim) -> int:
    """Return the word from which on a clause at the end tells more of somebody else: ", which has 45 turbines"."""
    sentence = claim.sentence
    starts = {cue.first for cue in sentence.of_role("relative")}
    if not starts:
        return len(sentence.words)
    commas = (place for place in sentence.breaks if place >= claim.last and sentence.words[place] == ",")
    first = next((comma for comma in commas if comma + 1 in starts), len(sentence.words))
    numbered = any(first < span[0] for span in sentence.spans)
    marked = any(place > first and sentence.words[place] in ENDING for place in sentence.breaks)
    return first if numbered and not marked else len(sentence.words)


def evenly(_place: int) -> float:
    """Return the weight of a word where no number stands: all count alike."""
    return 1.0


def best_fits(fits: list[Fit], claim: Claim) -> list[Fit]:
    """Return the best fit, or all that are as good; a name that is a part of a longer one is out.

    A longer name whose further words all stand behind the next number is not that of this one.
    """
    near = [fit for fit in fits if fit.score >= fits[0].score - 2 * MARGIN]
    if len(near) == 1:
        return near
    near = [fit for fit in near if not any(_ends_elsewhere(fit, other, claim) for other in near)]
    whole = [fit for fit in near if not any(fit.places < other.places for other in near)]
    top = max(fit.score for fit in whole)
    return [fit for fit in whole if fit.score > top - MARGIN]


def _ends_elsewhere(fit: Fit, other: Fit, claim: Claim) -> bool:
    """Return whether what a fit has before another one are only words that no longer belong to the number."""
    own = all(claim.left <= place < claim.right for place in other.places)
    further = fit.places - other.places
    return (own or other.places < fit.places) and bool(further) and all(place >= claim.right for place in further)


def nearest_name(claim: Claim, fit: Fit) -> Cue | None:
    """Return the word that says of what a number is, or that turns its sign: right after it, else the last before."""
    named = [cue for role in ("negative", "concept") for cue in claim.sentence.of_role(role)]
    own = [cue for cue in named if cue.meaning in fit.concepts]
    after = (cue for cue in own if claim.after <= cue.first <= claim.after + 1 and cue.role == "negative")
    before = [cue for cue in own if cue.first < claim.first]
    return next(after, max(before, key=lambda cue: cue.first, default=None))
