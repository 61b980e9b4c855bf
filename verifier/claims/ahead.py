"""A number in, whether it tells how far one is ahead of another, or behind, out: "unggul delapan poin atas"."""

from verifier.claims.claim import Claim
from verifier.claims.cues import Cue
from verifier.verdict import Relation

__all__ = ["read_ahead"]

NEAR = 1  # words between "unggul" and the number: "unggul jauh"
OF = 2  # words from the number to the other side


def read_ahead(claim: Claim, place: int) -> Cue | None:
    """Read a number that stands, from the word `place` on, behind such a word, and return the word, None for none.

    Where nobody is named of whom one is ahead, the number may be meant otherwise.
    """
    sentence = claim.sentence
    cue = next((one for one in sentence.of_role("ahead") if place - NEAR <= one.end <= place), None)
    if cue is None or sentence.is_cut(cue.end, claim.first):
        return None
    over = next((one for one in sentence.of_role("over") if claim.after <= one.first < claim.after + OF), None)
    claim.relation, claim.verb, claim.direction = Relation.COMPARISON, cue, 1 if cue.meaning == "more" else -1
    claim.than = over.end if over is not None else -1
    claim.loose = over is None
    return cue
