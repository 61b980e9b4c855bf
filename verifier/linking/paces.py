"""The measures of a table in, which of them count a change by the year, the quarter or the month, out."""

from collections.abc import Sequence

from verifier.claims.claim import Claim
from verifier.claims.cues import BY

__all__ = ["Paces", "said_pace"]

ROLES = ("rate", "pace")


class Paces:
    """How each measure counts: "inflasi tahunan (yoy)" by the year, "inflasi (mtm)" by the month."""

    def __init__(self, concepts: Sequence[frozenset[str]]) -> None:
        self._paces = [next((one.removeprefix(BY) for one in own if one.startswith(BY)), "") for own in concepts]
        bare = [frozenset(one for one in own if not one.startswith(BY)) for own in concepts]
        alike: dict[frozenset[str], set[str]] = {}
        for pace, own in zip(self._paces, bare, strict=True):
            alike.setdefault(own, set()).add(pace)
        self._told_apart = [bool(own) and len(alike[own]) > 1 for own in bare]

    def speaks_against(self, claim: Claim, measure: int) -> bool:
        """Return whether a claim says another pace than the measure has: "(mtm)" for a measure by the year."""
        pace = self._paces[measure]
        return bool(pace) and said_pace(claim) not in ("", pace)

    def are_several(self, measure: int) -> bool:
        """Return whether the table has the measure in several paces."""
        return self._told_apart[measure]


def said_pace(claim: Claim) -> str:
    """Return the pace that the words of a claim say, else those of its sentence; "" for none."""
    said = [cue for role in ROLES for cue in claim.sentence.of_role(role)]
    own = [cue for cue in said if claim.left <= cue.first < claim.right]
    return next((cue.meaning for cue in (*own, *said)), "")
