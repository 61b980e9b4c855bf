"""A number of a sentence in, the change that so many are said to have gone through out: "fell in two regions"."""

from verifier.claims.claim import Claim
from verifier.claims.cue_roles import DIRECTIONS
from verifier.claims.cues import Cue
from verifier.claims.sentences import Sentence
from verifier.model import Kind

__all__ = ["read_move", "tells_of_all"]

COUNTED = frozenset({Kind.COUNT, Kind.NUMBER, Kind.RATIO, Kind.ORDINAL})
BEFORE = 4  # words from a verb to how many it is said of: "fell in only two"
BEHIND = 6  # words from "dua provinsi" to its verb


def read_move(claim: Claim) -> None:
    """Keep the verb of what so many did, where no number says by how much: "dua provinsi mengalami penurunan produksi".

    Whether the number counts the entities of a table, only the table can tell.
    """
    if claim.kind not in COUNTED or claim.unit or claim.modifier is not None:
        return
    sentence = claim.sentence
    cues = (*sentence.of_role("change"), *sentence.of_role("step"))
    moves = [cue for cue in cues if cue.meaning in DIRECTIONS and sentence.owners[cue.first] < 0]
    before = [cue for cue in moves if 0 <= claim.first - cue.end <= BEFORE]
    before = [cue for cue in before if sentence.all_small(cue.end, claim.first)]
    behind = [cue for cue in moves if claim.last < cue.first <= claim.last + BEHIND]
    behind = [cue for cue in behind if not _is_apart(sentence, claim.last, cue.first)]
    move = before[-1] if before else behind[0] if behind else None
    if move is not None and not _has_a_size(claim, move):
        claim.move = move


def _is_apart(sentence: Sentence, first: int, end: int) -> bool:
    """Return whether a break or a number stands between two words."""
    return any(place in sentence.breaks or sentence.owners[place] >= 0 for place in range(first, end))


def _has_a_size(claim: Claim, move: Cue) -> bool:
    """Return whether another number, and no date, stands in the clause of a verb: "fell by 5 tons in two regions"."""
    sentence = claim.sentence
    left, right = sentence.clause(min(claim.first, move.first), max(claim.last, move.end))
    pairs = zip(sentence.mentions, sentence.spans, strict=True)
    numbers = [first for one, (first, _) in pairs if one.kind is not Kind.DATE and one is not claim.mention]
    return any(left <= first < right for first in numbers)


def tells_of_all(claim: Claim, count: int) -> bool:
    """Return whether a number is told of all that a table has: "two of the three regions", "all three regions"."""
    if claim.kind is Kind.RATIO:
        return len(claim.values) > 1 and claim.values[1] == count
    grouped = any(cue.first <= claim.first < cue.end for cue in claim.sentence.of_role("group"))
    return grouped and claim.values[0] == count
