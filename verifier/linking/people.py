"""A number that may be that of a population in, whether its words say that only a part of the people is meant out."""

from collections.abc import Iterator, Sequence, Set

from verifier.claims.claim import Claim
from verifier.claims.cues import Cue
from verifier.claims.sentences import Sentence
from verifier.linking.concepts import OF_SOMETHING, POPULATION
from verifier.linking.doubts import Doubt
from verifier.linking.statement import Statement
from verifier.model import Kind

__all__ = ["is_of_an_age", "of_some_people"]

OLDEST = 130
BOUNDS = frozenset({"more_than", "less_than", "at_least", "at_most"})
TIMES = frozenset({"", "year"})  # units of an age; bare numbers mean years
PLAIN = frozenset({Kind.NUMBER, Kind.COUNT, Kind.MEASURE})
NEAR_NOUN = 4  # words from a number to the noun that it counts
PLACED = ("locative", "genitive")


def is_of_an_age(said: Statement) -> bool:
    """Return whether the people spoken of are those of some age: "the population over 65", "penduduk usia 15 tahun"."""
    sentence = said.claim.sentence
    bounds = (cue for cue in sentence.of_role("modifier") if cue.meaning in BOUNDS)
    leads = [cue for cue in (*bounds, *sentence.of_role("age")) if cue.first > 0]
    return any(
        _is_an_age(said, cue.end) and _are_people(said, cue.first - 1) and cue.first < said.bounds[1] for cue in leads
    )


def _is_an_age(said: Statement, place: int) -> bool:
    """Return whether another number at `place` can be an age that the measure does not name itself."""
    sentence, owners = said.claim.sentence, said.claim.sentence.owners
    if place >= len(owners) or owners[place] < 0 or said.measure.own(sentence.words[place]):
        return False
    mention = sentence.mentions[owners[place]]
    other = mention.start != said.claim.start and mention.kind in PLAIN and mention.unit in TIMES
    return other and max(mention.values) < OLDEST


def _are_people(said: Statement, place: int) -> bool:
    sentence = said.claim.sentence
    counted = any(cue.first <= place < cue.end for cue in sentence.of_role("concept") if cue.meaning == POPULATION)
    return counted or place in said.named or sentence.words[place] in said.people


def of_some_people(said: Statement) -> Doubt:
    """Return whether a number that is linked to a population is that of some people: "2 million people need aid"."""
    what = {concept for concept in said.measure.concepts if concept not in OF_SOMETHING and "_" not in concept}
    if what != {POPULATION}:
        return Doubt.NONE
    claim = said.claim
    cues = (cue for cue in claim.sentence.of_role("concept") if cue.meaning == POPULATION)
    start = min((member.left for member in claim.change), default=said.bounds[0])  # a change is one statement
    left = min(start, claim.sentence.clause(claim.first, claim.last)[0])
    named = [cue.end - 1 for cue in cues if left <= cue.first and cue.end <= claim.first]
    if any(_is_restricted(said, place) for place in named):
        return Doubt.ANOTHER
    return Doubt.NONE if any(place >= start for place in named) else _counted(said)


def _is_restricted(said: Statement, place: int) -> bool:
    """Return whether "living …" or "who …" follows a population, and more than the number stands behind it."""
    claim, sentence = said.claim, said.claim.sentence
    after = _past_places(said, place + 1)
    if after >= claim.first or not _goes_on(sentence, after):
        return False
    between = range(after, claim.first)
    return bool(said.content(between, verbs=True)) or any(_is_number(sentence, at) for at in between)


def _is_number(sentence: Sentence, place: int) -> bool:
    owner = sentence.owners[place]
    return owner >= 0 and sentence.mentions[owner].kind is not Kind.DATE


def _goes_on(sentence: Sentence, place: int) -> bool:
    """Return whether a clause about the people begins: "who", "living"."""
    living = any(cue.first == place for cue in sentence.of_role("concept") if cue.meaning == POPULATION)
    return living or sentence.has("relative", place, place + 1)


def _counted(said: Statement) -> Doubt:
    """Return what the words around the noun behind a number say: "40 million hungry people", "people who need aid"."""
    claim, sentence = said.claim, said.claim.sentence
    noun = next(_nouns(claim, said.people), None)
    if noun is None:
        return Doubt.NONE
    if said.content(range(claim.last, noun), verbs=True):
        return Doubt.ANOTHER
    if said.is_owners(claim.first):
        return Doubt.NONE  # "Kenya's 52 million people"
    after = _past_places(said, noun + 1)
    right = said.bounds[1]
    if any(cue.first == claim.right and cue.meaning == "from" for cue in sentence.of_role("role")):
        right = min(right, claim.right)  # "46.7 million people, from 30.5 million"
    if sentence.has("attached", right, right + 1):  # "people with no access"
        right = min((cut for cut in sentence.breaks if cut > right), default=len(sentence.words))
    placed = {cue.end for cue in sentence.of_role("locative") if sentence.is_name(min(cue.end, right - 1))}
    if not said.content([place for place in range(after, right) if place not in placed], verbs=True):
        return Doubt.NONE
    begins = _goes_on(sentence, after) or not _has_a_verb(said)
    return Doubt.ANOTHER if begins else Doubt.UNSURE


def _nouns(claim: Claim, people: Set[str]) -> Iterator[int]:
    """Yield the places right behind a number at which a word for people stands, the last of a row of them first."""
    sentence = claim.sentence
    end = min(len(sentence.words), claim.last + NEAR_NOUN)
    cut = next((place for place in sentence.breaks if claim.last <= place < end), end)
    living = {cue.first for cue in sentence.of_role("concept") if cue.meaning == POPULATION}
    found = [place for place in range(claim.last, cut) if sentence.words[place] in people]
    while found and found[0] + 1 in (*found, *living) and sentence.words[found[0] + 1] in people:
        found.pop(0)
    yield from found


def _past_places(said: Statement, place: int) -> int:
    """Return the word behind those that only say of where and when: "di Kenya", "of Rwanda", "in 2010", "now"."""
    sentence, cues = said.claim.sentence, said.cues
    leads: Sequence[Cue] = [cue for role in PLACED for cue in sentence.of_role(role)]
    while place < len(sentence.words):
        led = next((cue.end for cue in leads if cue.first == place), place)
        inside = led < len(sentence.words) and (led in said.named or _is_dated(sentence, led))
        if inside:
            place = led + 1
        elif place in said.named or _is_dated(sentence, place) or sentence.words[place] in cues.neutral:
            place += 1
        else:
            break
    return place


def _is_dated(sentence: Sentence, place: int) -> bool:
    owner = sentence.owners[place]
    return owner >= 0 and sentence.mentions[owner].kind is Kind.DATE


def _has_a_verb(said: Statement) -> bool:
    """Return whether more than names and small words stand before a number in its clause: "Kenya has 52 million"."""
    claim, sentence = said.claim, said.claim.sentence
    modifiers = {at for cue in sentence.of_role("modifier") for at in range(cue.first, cue.end)}
    leads = {at for role in (*PLACED, "role") for cue in sentence.of_role(role) for at in range(cue.first, cue.end)}
    before = range(said.bounds[0], claim.first)
    return any(
        place not in said.named and place not in modifiers and place not in leads and not _is_dated(sentence, place)
        for place in before
        if sentence.words[place] not in said.cues.neutral
    )
