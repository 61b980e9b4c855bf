"""A number and a measure that its sentence names in, whether the sentence says the measure of something else out."""

from verifier.claims.unit_gate import DIMENSIONS
from verifier.linking.bases import base_of
from verifier.linking.concepts import GROWTH, SHARE
from verifier.linking.doubts import Doubt
from verifier.linking.statement import Statement
from verifier.linking.traits import PERCENT
from verifier.verdict import Relation

__all__ = ["as_a_whole", "in_another_clause", "of_another_growth"]


def as_a_whole(said: Statement) -> Doubt:
    """The measure is what the number is a share of: "15 percent of health spending" is no health spending."""
    base = base_of(said.claim, said.names, said.people)
    if not base:
        return Doubt.NONE
    claim, measure = said.claim, said.measure
    if claim.relation is Relation.CHANGE_BY and any(
        claim.sentence.words[at] not in said.people for at in said.content(base)
    ):
        return Doubt.ANOTHER  # "lost 4 percent of its jobs"
    if measure.unit != PERCENT:
        return Doubt.NONE  # a share of the rows is calculated
    if not said.core.issubset(base):
        return Doubt.ANOTHER if said.only_grows else Doubt.NONE
    if SHARE in said.fit.concepts:
        return Doubt.NONE  # "31 percent of the vote" is the share of the vote
    return Doubt.ANOTHER if measure.based or GROWTH in said.fit.concepts else Doubt.UNSURE


def of_another_growth(said: Statement) -> Doubt:
    """A growth is told of something else than of the entity: "exports grew" is not the growth of the economy."""
    if not said.only_grows:
        return Doubt.NONE
    claim, sentence = said.claim, said.claim.sentence
    if claim.verb is not None and claim.verb.role == "comparison":
        return Doubt.ANOTHER  # "2 percent more teachers"
    before = [place for place in range(said.bounds[0], claim.first) if not sentence.is_name(place)]
    if any(place in before for place in said.content(before)) or any(
        sentence.words[place] in said.people for place in before
    ):
        return Doubt.ANOTHER
    return Doubt.UNSURE if said.content(before, verbs=True) else Doubt.NONE


def in_another_clause(said: Statement) -> Doubt:
    """The measure is named in another clause only, and that of the number has a subject: "… while inflation fell"."""
    if DIMENSIONS.get(said.claim.unit) in said.fit.concepts:
        return Doubt.NONE  # "covers 88 km2" names an area
    left, right = said.bounds
    if left <= min(said.fit.places) and max(said.fit.places) < right:
        return Doubt.NONE
    if _is_inset(said):
        return Doubt.ANOTHER
    after = all(place >= right and place != said.claim.last for place in said.core)
    before = all(place < left for place in said.core)
    if not (after or before) or not said.content(said.subject()):
        return Doubt.NONE
    return Doubt.UNSURE if before or _is_apposition(said, right) else Doubt.ANOTHER


def _is_inset(said: Statement) -> bool:
    """Return whether the measure only tells more of another: "the food index, which weighs most in it"."""
    sentence = said.claim.sentence
    inset = next((one for one in sentence.insets if all(one[0] <= place < one[1] for place in said.core)), None)
    if inset is None or inset[0] <= said.claim.first < inset[1]:
        return False
    first = max((cut + 1 for cut in sentence.breaks if cut < inset[0] - 1), default=0)
    return bool(said.content((*range(first, inset[0]), *said.subject())))


def _is_apposition(said: Statement, comma: int) -> bool:
    """Return whether the measure stands right behind a comma, and may name the number again: "9 percent, a record"."""
    sentence, first = said.claim.sentence, min(said.core)
    ranked = {place for cue in sentence.of_role("superlative") for place in range(cue.first, cue.end)}
    between = range(comma + 1, first)
    said_little = said.cues.neutral | said.cues.stops
    return sentence.words[comma] in ",(" and not any(
        place in sentence.breaks or not (place in ranked or place in said.named or sentence.words[place] in said_little)
        for place in between
    )
