"""A measure that a sentence names in, what stands beside its words out: nothing, something unknown, another measure."""

from collections.abc import Callable, Set
from enum import Enum

from verifier.claims.claim import Claim
from verifier.claims.cues import Cues
from verifier.claims.sentences import Sentence
from verifier.linking.measures import Fit

__all__ = ["Beside", "means_something", "says_something_else", "what_stands_beside"]

FARTHEST = 6  # words on each side
SAYING_NOTHING = frozenset(
    {"concept", "aggregate", "age", "old", "born", "pronoun", "rank", "partitive"}
)  # roles that end no name


class Beside(Enum):
    """What the words next to the name of a measure make of it."""

    NOTHING = "nothing"
    UNKNOWN = "unknown"  # a word that may make it another measure
    STRANGER = "stranger"  # a name that the table does not have: "penduduk Surabaya"
    ANOTHER = "another"  # a word that does: "miskin" after "penduduk"


def what_stands_beside(
    fit: Fit, sentence: Sentence, named: Set[int], cues: Cues, *, passing: Set[int] = frozenset()
) -> Beside:
    """Return whether the words of a measure are only a part of what the sentence names.

    Names of entities, whose places are `named`, small words and words that mean nothing here ("resmi", "total") are
    passed over, and so are the places in `passing`: verbs that also name a measure ("tumbuh").
    """
    passed = named | fit.places | passing
    worst = Beside.NOTHING
    for place in fit.places:
        for step in (1, -1):
            if place + step in fit.places:
                continue  # from there one comes as far
            found = _beside(place, step, sentence, passing, passed, named, fit, cues)
            if found is Beside.ANOTHER:
                return found
            if found is Beside.STRANGER or worst is Beside.NOTHING:
                worst = found
    return worst


def _beside(
    place: int,
    step: int,
    sentence: Sentence,
    passing: Set[int],
    passed: Set[int],
    named: Set[int],
    fit: Fit,
    cues: Cues,
) -> Beside:
    words, owners = sentence.words, sentence.owners
    apart = False  # whether the name of the measure begins behind a word: "across the borough the rate"
    for at in range(place + step, place + step * (FARTHEST + 1), step):
        if not 0 <= at < len(words) or owners[at] >= 0 or not words[at].isalnum():
            return Beside.NOTHING
        apart = apart or (step < 0 and words[at] in cues.determiners)
        if at in passed:
            continue
        if step > 0 and at + 1 in named and sentence.is_name(at):  # "Waduk" of "Waduk Sirna"
            return Beside.NOTHING
        held = sentence.cued.get(at, ())
        concepts = [cue.meaning for cue in held if cue.role == "concept" and cue.first not in passing]
        if concepts and concepts[0] not in fit.concepts:
            return Beside.ANOTHER
        if apart and not concepts and not sentence.is_name(at) and _is_placed(sentence, at, cues):
            return Beside.NOTHING
        if not concepts and words[at] not in cues.passing:
            return _of_word(words[at], step, sentence, at, cues)
    return Beside.NOTHING


def _is_placed(sentence: Sentence, place: int, cues: Cues) -> bool:
    """Return whether a word is a noun behind "the" or "in", and no verb: "across the borough"."""
    return place > 0 and (
        sentence.words[place - 1] in cues.determiners
        or any(cue.end == place for cue in sentence.cued.get(place - 1, ()) if cue.role == "locative")
    )


def says_something_else(
    claim: Claim,
    named: Set[int],
    cues: Cues,
    *,
    own: Callable[[str], bool],
    around: bool = False,
    verbs: bool = False,
) -> bool:
    """Return whether words before a number, in its clause, may name a measure that nobody here knows.

    Words for which `own` holds are those of the measure itself; those at the places `named` name entities. With
    `around` the words after the number count too, with `verbs` also verbs that are none of saying or reaching
    ("earned", "memanen").
    """
    sentence = claim.sentence
    left, right = sentence.clause(claim.first, claim.last)
    left, right = max(left, claim.begin), min(right, claim.right, claim.reach) if around else claim.first
    places = (*range(left, claim.first), *range(claim.after, right))
    return any(
        means_something(sentence, place, named, cues, verbs=verbs) and not own(sentence.words[place])
        for place in places
    )


def means_something(sentence: Sentence, place: int, named: Set[int], cues: Cues, *, verbs: bool = False) -> bool:
    """Return whether a word is none of those that are known to say little: no name, no number, no cue, no small word.

    With `verbs` it may also be a verb that is none of saying or reaching ("earned", "memanen").
    """
    word = sentence.words[place]
    titled = place + 1 in named and sentence.is_name(place)  # "Waduk" of "Waduk Sirna"
    known = titled or place in named or word in cues.neutral or word in cues.stops or not word.isalpha()
    if known or sentence.owners[place] >= 0:
        return False
    return not (_is_cued(word, sentence, place, cues) if verbs else _is_small(word, sentence, place, cues))


def opens_with_a_stranger(sentence: Sentence, cues: Cues, *, own: Callable[[str], bool]) -> bool:
    """Return whether a sentence begins with a name that nobody here knows: "Surabaya memiliki …"."""
    if not sentence.words or sentence.owners[0] >= 0 or not sentence.words[0].isalpha():
        return False
    word = sentence.words[0]
    if sentence.has("pronoun", 1, 2):  # "Klub itu" was named before
        return False
    known = word in cues.small or word in cues.stops or word in cues.institutions or own(word)
    return not known and not _is_small(word, sentence, 0, cues)


def _is_small(word: str, sentence: Sentence, place: int, cues: Cues) -> bool:
    """Return whether a word is a cue, a function word or a verb."""
    if cues.has_verb_form(word):
        return True
    return _is_cued(word, sentence, place, cues)


def _is_cued(word: str, sentence: Sentence, place: int, cues: Cues) -> bool:
    """Return whether a word is a cue, a function word or a verb of saying or reaching."""
    return word in cues.enders or place in sentence.cued


def _of_word(word: str, step: int, sentence: Sentence, at: int, cues: Cues) -> Beside:
    if word in cues.enders:
        return Beside.NOTHING
    if any(cue.role not in SAYING_NOTHING for cue in sentence.cued.get(at, ())):
        return Beside.NOTHING
    if sentence.is_name(at):
        return Beside.STRANGER
    if cues.has_verb_form(word):
        return Beside.NOTHING
    of = at - 2 if sentence.words[at - 1] in cues.articles else at - 1  # "the export value of cherries", "of a farm"
    if step > 0 and sentence.has("genitive", of, of + 1):
        return Beside.UNKNOWN
    before_head = step == -1
    return Beside.UNKNOWN if before_head == cues.modifiers_first else Beside.NOTHING
