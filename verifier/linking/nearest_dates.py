"""A claim and the dates of its sentence in, the one that is nearest to it, or right beside it, out."""

from collections.abc import Sequence

from verifier.claims.claim import Claim
from verifier.linking.date_leads import only_leads
from verifier.linking.moment import Moment
from verifier.model import Kind

__all__ = ["belongs", "date_beside", "nearest"]

BREAK_COSTS = 6  # words: a comma between a number and a date counts as so much distance


def date_beside(claim: Claim, moments: Sequence[Moment]) -> Moment | None:
    """Return the date right beside a number that something is counted from, and that begins no span of time."""
    if all(moment.role != "base" for moment in moments):
        return None
    spans = [moment for moment in moments if moment.span]
    begun = {moment.span.partition("/")[0] for moment in spans} | {""}
    places = {moment.first for moment in spans}
    based = (one for one in moments if one.role == "base" and one.edtf not in begun and one.first not in places)
    return next((moment for moment in based if _is_beside(moment, claim)), None)


def _is_beside(moment: Moment, claim: Claim) -> bool:
    """Return whether a date stands right beside a number: "against 2021's 7 million", "the 31 million of 2020"."""
    sentence = claim.sentence
    if moment.end <= claim.first:
        cut = sentence.is_cut(moment.end, claim.first)  # "than in 2022 and the highest"
        return not cut and only_leads(sentence, moment.end, claim.first)
    compared = sentence.has("than", claim.after, moment.first) or sentence.has("since", claim.after, moment.first)
    return claim.after <= moment.first and not compared and only_leads(sentence, claim.after, moment.first)


def belongs(moment: Moment, claim: Claim | None) -> bool:
    """Return whether a date stands after `claim`, among its own words: "dari 3 juta pada 2019"."""
    return claim is not None and claim.last <= moment.first < claim.right


def nearest(claim: Claim, moments: Sequence[Moment], *, within: bool) -> Moment | None:
    """Return the nearest date: within the claim's own words, or before them, or else after."""
    if within:
        own = [moment for moment in moments if claim.left <= moment.first < claim.right]
        return min(own, key=lambda moment: _distance(claim, moment)) if len(own) > 1 else own[0] if own else None
    before = [moment for moment in moments if moment.end <= claim.first]
    if before:
        return before[-1]
    after = (moment for moment in moments if moment.first >= claim.last)
    return next((moment for moment in after if not _leads_another(moment, claim)), None)


def _leads_another(moment: Moment, claim: Claim) -> bool:
    """Return whether a date behind a number opens what is said of the next one: "5 tons, while in 2022 it was 6"."""
    sentence = claim.sentence
    cut = max((place for place in sentence.breaks if claim.last <= place < moment.first), default=-1)
    opens = max(
        [cut + 1, *(cue.end for role in ("break", "join") for cue in sentence.of_role(role) if cue.first == cut)]
    )
    if cut < 0 or not only_leads(sentence, opens, moment.first):
        return False
    pairs = zip(sentence.mentions, sentence.spans, strict=True)
    later = [first for mention, (first, _) in pairs if mention.kind is not Kind.DATE and first >= moment.end]
    if not later or sentence.is_cut(moment.end, later[0]):
        return False
    return sentence.words[cut].isalpha() or only_leads(sentence, moment.end, later[0])


def _distance(claim: Claim, moment: Moment) -> int:
    first, end = (claim.last, moment.first) if moment.first >= claim.last else (moment.end, claim.first)
    crossed = sum(first <= cut < end for cut in claim.sentence.breaks)
    return 2 * (end - first + BREAK_COSTS * crossed) - (moment.first >= claim.last)
