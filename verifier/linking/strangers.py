"""A sentence and the names in it that a table knows in, whether somebody whom it does not know is meant out."""

from collections.abc import Callable, Sequence

from verifier.claims.claim import Claim
from verifier.claims.cues import Cues
from verifier.claims.names import Name
from verifier.claims.sentences import Sentence
from verifier.linking.subjects import is_compared

__all__ = [
    "describes_a_stranger",
    "lies_within",
    "names_a_stranger",
    "places_a_stranger",
    "ranks_a_stranger",
    "stands_for_all",
]

NEAR = 4  # words between "than" and a name
LED = 3  # words from "nasional" to the number


def names_a_stranger(claim: Claim, names: Sequence[Name]) -> bool:
    """Return whether a comparison is with somebody whom the table does not have: "more than the Greens"."""
    sentence = claim.sentence
    known = {place for name in names for place in range(name.first, name.end)}
    end = next((place for place in sentence.breaks if place >= claim.than), len(sentence.words))
    after = range(claim.than, min(end, claim.than + NEAR))
    dated = any(sentence.owners[place] >= 0 for place in after)
    return not dated and any(place not in known and sentence.is_name(place) for place in after)


def places_a_stranger(sentence: Sentence, names: Sequence[Name]) -> bool:
    """Return whether "at" or "di" leads to a name that nobody here knows: "52 minutes at Denholm"."""
    known = {place for name in names for place in range(name.first, name.end)}
    led = {cue.end for cue in sentence.of_role("locative") if cue.end < len(sentence.words)} - known
    return any(sentence.owners[place] < 0 and sentence.is_name(place) for place in led)


def describes_a_stranger(
    claim: Claim, names: Sequence[Name], cues: Cues, *, is_kind: Callable[[str], bool], own: Callable[[str], bool]
) -> bool:
    """Return whether a number is said of one of its kind whom nobody here knows: "the hash store", "stasiun mawar".

    `is_kind` tells the words for what the entities are; a name between such a word and the number goes before it.
    """
    sentence = claim.sentence
    words, owners = sentence.words, sentence.owners
    named = {place for name in names for place in range(name.first, name.end)}
    before = (name for name in names if name.end <= claim.first and not is_compared(sentence, name.first))
    last = max((name.end for name in before), default=0)
    for place in range(last, claim.first):
        if owners[place] >= 0 or place in named or not is_kind(words[place]):
            continue
        beside = place - 1 if cues.modifiers_first else place + 1
        if not last <= beside < claim.first or owners[beside] >= 0 or not words[beside].isalpha():
            continue
        known = words[beside] in cues.small or words[beside] in cues.passing or words[beside] in cues.enders
        verbal = cues.has_verb_form(words[beside])
        if not (known or beside in sentence.cued or verbal or own(words[beside]) or is_kind(words[beside])):
            return True
    return False


def lies_within(
    sentence: Sentence, name: Name, names: Sequence[Name], cues: Cues, *, own: Callable[[str], bool]
) -> bool:
    """Return whether a name only says where somebody else lies: "the state of Anvers in Norland", "Waru, Jatim".

    Words for which `own` holds are those of the measure, and no names.
    """
    joiner = name.first - 1
    if joiner > 0 and sentence.words[joiner] in cues.small and not sentence.has("locative", joiner, joiner + 1):
        joiner -= 1  # "in the Velm"
    if joiner < 1 or not (sentence.words[joiner] == "," or sentence.has("locative", joiner, joiner + 1)):
        return False
    head = joiner - 1
    word = sentence.words[head]
    named = head == 0 or sentence.is_name(head)
    if not named or sentence.owners[head] >= 0 or any(one.first <= head < one.end for one in names):
        return False
    if own(word) or word in cues.institutions or word in cues.small:
        return False
    return head not in sentence.cued


def ranks_a_stranger(claim: Claim, name: Name) -> bool:
    """Return whether a name only says among whom somebody else ranks: "in the Tehran region, Iran's lowest, …"."""
    sentence = claim.sentence
    owned = name.end < claim.first and len(sentence.words[name.end]) == 1
    if not owned or not sentence.has("superlative", name.end + 1, name.end + 2):
        return False
    first = max((cut + 1 for cut in sentence.breaks if cut < name.first - 1), default=0)
    told = range(first, name.first - 1) if name.first and sentence.words[name.first - 1] == "," else ()
    return any(sentence.owners[place] < 0 and sentence.is_name(place) for place in told)


def stands_for_all(claim: Claim, name: Name) -> bool:
    """Return whether a number is that of all, with which the name is compared: "di atas rata-rata nasional yang 5"."""
    sentence = claim.sentence
    of_all = [cue for cue in sentence.of_role("overall") if name.end <= cue.first and 0 <= claim.first - cue.end <= LED]
    beside = [cue for cue in sentence.of_role("role") if cue.meaning == "past"]
    beside += [*sentence.of_role("than"), *sentence.of_role("comparison")]
    return any(name.end <= cue.first < all_of_it.first for cue in beside for all_of_it in of_all)
