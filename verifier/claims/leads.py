"""A number among the words of its sentence in, the word that leads it, or the verb that steers it, out."""

from verifier.claims.change_parts import is_cut_off
from verifier.claims.claim import Claim
from verifier.claims.cues import Cue
from verifier.claims.sentences import Sentence

__all__ = ["lead_of", "leads_to", "role_before", "sign_of", "verb_after", "verb_before"]

REACH = 15  # words; a verb of change steers a number no farther away


def lead_of(claim: Claim, ending: dict[int, list[Cue]]) -> tuple[Cue | None, int]:
    """Return the word that leads the number, past modifiers and words such as "sebesar", and where it begins."""
    place = claim.first
    for _ in range(5):
        cues = ending.get(place)
        if not cues:
            break
        by_role = {(cue.role, cue.meaning if cue.role == "role" else ""): cue for cue in cues}
        lead = _chosen(by_role)
        if lead is not None:
            return lead, lead.first
        skipped = by_role.get(("modifier", "")) or by_role.get(("role", "by"))
        if skipped is None:
            break
        place = skipped.first
    return None, place


def verb_before(claim: Claim, place: int) -> Cue | None:
    """Return the nearest verb of change before `place` that is not cut off by another statement."""
    sentence = claim.sentence
    nearest = None
    for cue in sentence.of_role("change"):
        if cue.end <= place and place - cue.end <= REACH and sentence.owners[cue.first] < 0:
            nearest = nearest if nearest is not None and _is_ruled_out(sentence, cue, place) else cue
    if nearest is None or is_cut_off(sentence, nearest.end, place):
        return None
    return nearest


def _is_ruled_out(sentence: Sentence, verb: Cue, place: int) -> bool:
    """Return whether a verb is only what did not happen: "fell, and did not rise, to 5 million"."""
    denied = any(cue.end == verb.first for cue in sentence.of_role("denial"))
    return denied and sentence.is_cut(verb.end, place)


def verb_after(claim: Claim, limit: int) -> Cue | None:
    """Return the first verb of change behind a number and before the word `limit`, in one statement with it."""
    sentence = claim.sentence
    for cue in sentence.of_role("change"):
        if claim.last <= cue.first < limit and not is_cut_off(sentence, claim.last, cue.first):
            return cue
    return None


def leads_to(sentence: Sentence, first: int, end: int) -> bool:
    """Return whether "to" or "menjadi" stands between two words."""
    return any(cue.meaning == "to" and first <= cue.first < end for cue in sentence.of_role("role"))


def role_before(claim: Claim, first: int) -> str:
    """Return the role that leads a number, looked for from the word `first` on: "to", "from" or none."""
    roles = [cue for cue in claim.sentence.of_role("role") if first <= cue.first and cue.end <= claim.first]
    meanings = [cue.meaning for cue in roles if cue.meaning in ("to", "from")]
    return meanings[0] if meanings else ""


def sign_of(verb: Cue) -> int:
    """Return which way a verb goes; 0 for "improved", which may be either."""
    return {"up": 1, "more": 1, "either": 0}.get(verb.meaning, -1)


def _chosen(by_role: dict[tuple[str, str], Cue]) -> Cue | None:
    """Return the cue that leads, unless a longer modifier ("lebih dari") holds it."""
    modifier = by_role.get(("modifier", ""))
    leads = (("change", ""), ("comparison", ""), ("role", "to"), ("role", "from"))
    for key in leads:
        cue = by_role.get(key)
        if cue is not None and (modifier is None or modifier.first > cue.first or key[0] == "change"):
            return cue
    return None
