"""A claim and the one before it in, the measure that it goes on with where no word of its own names one out."""

from collections.abc import Sequence

from verifier.claims.claim import Claim
from verifier.linking.linked import Link
from verifier.linking.measures import Fit
from verifier.verdict import Relation

__all__ = ["going_on", "without_own_words"]

STEPS = frozenset({Relation.CHANGE_BY, Relation.CHANGE_TO})


def going_on(last: Link) -> Fit:
    """Return the measure of the claim before, as one that no word of this one names."""
    return Fit(last.measure, 1.0, 1.0, frozenset(), frozenset())


def without_own_words(claim: Claim, fits: Sequence[Fit], last: Link) -> list[Fit]:
    """Return the fit of the measure of the claim before, where no word of a claim itself names one of several."""
    places = [place for fit in fits for place in fit.places]
    if any(claim.begin <= place < claim.right for place in places):
        return []
    same = [fit for fit in fits if fit.measure == last.measure]
    stepped = claim.relation is Relation.CHANGE_BY and last.claim.relation in STEPS and last.reason is None
    if same or not stepped or any(place >= last.claim.first for place in places):
        return same
    return [going_on(last)]  # "output rose 16 percent to 8,120 tons, after it rose 12 percent in 2022"
