"""A superlative in, the change that it ranks out: "the biggest rise", "naik paling tajam"."""

from verifier.claims.cue_roles import DIRECTIONS
from verifier.claims.cues import Cue
from verifier.claims.sentences import Sentence

__all__ = ["ranked_step"]

FARTHEST = 5  # words between "kenaikan" and "tertinggi"
BETWEEN = 3  # words between "highest" and "growth": "the highest population growth"


def ranked_step(sentence: Sentence, first: int, end: int) -> Cue | None:
    """Return the word of a change beside a superlative, from the word `first` up to `end`, that says what it ranks."""
    steps, verbs = sentence.of_role("step"), sentence.of_role("change")
    if not (steps or verbs):
        return None
    before = next((cue for cue in (*steps, *verbs) if cue.end == first and cue.meaning in DIRECTIONS), None)
    if before is not None:
        return before
    if sentence.lexicon.modifiers_first:
        behind = [cue for cue in steps if end <= cue.first <= end + BETWEEN]
        behind += [cue for cue in verbs if cue.first == end and _is_steepest(sentence, first, end)]
        led = (cue for cue in behind if cue.meaning in DIRECTIONS and _is_one_phrase(sentence, end, cue.first))
        return next(led, None)
    ahead = [cue for cue in steps if first - FARTHEST <= cue.end <= first and cue.meaning in DIRECTIONS]
    return next((cue for cue in reversed(ahead) if _is_one_phrase(sentence, cue.end, first)), None)


def _is_steepest(sentence: Sentence, first: int, end: int) -> bool:
    """Return whether a superlative is said of changes only: "fastest"."""
    return any(first <= cue.first < end for cue in sentence.of_role("steepest"))


def _is_one_phrase(sentence: Sentence, first: int, end: int) -> bool:
    """Return whether neither a break, a number nor another verb stands between two words."""
    between = range(first, end)
    verbs = {cue.first for role in ("change", "role", "superlative") for cue in sentence.of_role(role)}
    return not any(place in sentence.breaks or sentence.owners[place] >= 0 or place in verbs for place in between)
