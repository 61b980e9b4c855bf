"""The words of a sentence that name measures in, those that are not a part of somebody's name out."""

from collections.abc import Sequence

from verifier.claims.cues import Cue
from verifier.claims.sentences import Sentence

__all__ = ["without_titles"]


def without_titles(sentence: Sentence, cues: Sequence[Cue]) -> Sequence[Cue]:
    """Return the cues without those in a name such as "the Census of Population", where the same is said elsewhere."""
    within = [cue for cue in cues if _is_in_a_title(sentence, cue.first)]
    if not within:
        return cues
    said = {cue.meaning for cue in cues if cue not in within}
    return [cue for cue in cues if cue not in within or cue.meaning not in said]


def _is_in_a_title(sentence: Sentence, place: int) -> bool:
    """Return whether a word with a capital is led by "of" or its like, and that by another one."""
    if place < 2 or not sentence.is_name(place) or not sentence.is_name(place - 2):
        return False
    return any(cue.role == "genitive" for cue in sentence.cued.get(place - 1, ()))
