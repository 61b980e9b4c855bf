"""The measures that words of a sentence name in, those that a number among them most likely means out."""

from dataclasses import dataclass
from functools import cached_property

from verifier.claims.claim import Claim
from verifier.claims.cues import Cue
from verifier.linking.measures import Fit
from verifier.verdict import Relation

__all__ = ["MARGIN", "Weights", "best_fits", "evenly", "nearest_name"]

MARGIN = 0.06  # two measures whose scores differ by less are equally likely
OUTSIDE_BEFORE = 0.94  # how much a word counts that stands before the number, among the words of another number
OUTSIDE_AFTER = 0.82
PER_WORD = 0.004  # for each word between a word and the number
FARTHEST = 16
ENDING = frozenset(",;:|")
RELATIVE = frozenset({Relation.MULTIPLE, Relation.SHARE})


@dataclass(frozen=True)
class Weights:
    """How much each word of a sentence counts for a claim: its own words most, and near ones more."""

    claim: Claim

    @cached_property
    def _told_more(self) -> int:
        """The word from which on a clause at the end tells more of somebody else: ", which has 45 turbines"."""
        claim, sentence = self.claim, self.claim.sentence
        starts = {cue.first for cue in sentence.of_role("relative")}
        commas = (place for place in sentence.breaks if place >= claim.last and sentence.words[place] == ",")
        first = next((comma for comma in commas if comma + 1 in starts), len(sentence.words))
        numbered = any(first < span[0] for span in sentence.spans)
        marked = any(place > first and sentence.words[place] in ENDING for place in sentence.breaks)
        return first if numbered and not marked else len(sentence.words)

    def __call__(self, place: int) -> float:
        """Return the weight of the word at `place`."""
        claim = self.claim
        told_more = place > claim.last and place > self._told_more
        if told_more or place >= claim.reach or (place >= claim.right and claim.relation in RELATIVE):
            return 0.0  # "a quarter of what Dunby takes, although its share is 5 percent"
        away = claim.first - place if place < claim.first else max(0, place - claim.last)
        weight = 1.0 if claim.begin <= place < claim.right else OUTSIDE_BEFORE if place < claim.begin else OUTSIDE_AFTER
        return weight - PER_WORD * min(away, FARTHEST)


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
