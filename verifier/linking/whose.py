"""A number and a measure that its clause names in, whether the clause says it of something else out."""

from verifier.claims.change_parts import is_cut_off
from verifier.linking.bases import phrase_end
from verifier.linking.concepts import PRICE, PRICING
from verifier.linking.statement import Statement
from verifier.model import Kind
from verifier.verdict import Relation

__all__ = [
    "is_a_step",
    "is_among_some",
    "is_needed",
    "is_not_its_price",
    "is_owned",
    "is_ruled_out",
]

NEAR = 4  # words that "rather than" rules out
PLACED = ("locative", "genitive")


def is_ruled_out(said: Statement) -> bool:
    """Return whether a word of the measure's is what the number is not: "rather than PPP"."""
    sentence = said.claim.sentence
    cuts = [*sentence.breaks, len(sentence.words)]
    for cue in sentence.of_role("instead"):
        end = min(cue.end + NEAR, next(cut for cut in cuts if cut >= cue.end), len(sentence.words))
        ruled_out = set(sentence.words[cue.end : end]) - said.cues.stops
        if not ruled_out.isdisjoint(said.measure.label):
            return True
    return False


def is_owned(said: Statement) -> bool:
    """Return whether something in a place has the measure, and not the place: "a wind turbine in Ireland has …"."""
    sentence, left = said.claim.sentence, said.bounds[0]
    for cue in sentence.of_role("having"):
        if not left < cue.first < said.claim.first or any(place < cue.first for place in said.core):
            continue
        head = _head(said, left, cue.first)
        if head is None or sentence.is_name(head) or head + 1 in said.named or sentence.words[head] in said.people:
            return False
        placed = any(_is_a_place(said, name.first) for name in said.names if left <= name.first < cue.first)
        if not placed and not said.is_owners(head):
            return False
        return bool(said.content([head], verbs=True)) and not _points_back(said, head)
    return False


def _is_a_place(said: Statement, first: int) -> bool:
    """Return whether a name only says where: "in Ireland", and not "of Ireland"."""
    sentence = said.claim.sentence
    owners = {cue.first for role in ("genitive", "share_of") for cue in sentence.of_role(role)}
    return any(cue.end == first and cue.first not in owners for cue in sentence.of_role("locative"))


def _points_back(said: Statement, head: int) -> bool:
    """Return whether the noun at `head` stands for somebody named before: "provinsi itu", "the republic"."""
    pronouns = said.claim.sentence.of_role("pronoun")
    return any(cue.first - 1 <= head < cue.end for cue in pronouns)


def _head(said: Statement, left: int, end: int) -> int | None:
    """Return the noun that the words before a verb are about: the last one before "in Ireland", or the first."""
    sentence = said.claim.sentence
    placed = [cue.first for role in PLACED for cue in sentence.of_role(role) if left < cue.first < end]
    cut = min((*placed, end))
    nouns = [place for place in range(left, cut) if sentence.owners[place] < 0 and not _is_small(said, place)]
    return None if not nouns else nouns[-1] if sentence.lexicon.modifiers_first else nouns[0]


def _is_small(said: Statement, place: int) -> bool:
    word = said.claim.sentence.words[place]
    return not word.isalpha() or word in said.cues.enders or word in said.cues.stops


def is_needed(said: Statement) -> bool:
    """Return whether a rate is what somebody needs: "needs growth of 8 percent"."""
    claim = said.claim
    if claim.kind is not Kind.PERCENT:
        return False
    needs = claim.sentence.of_role("need")
    return any(said.bounds[0] <= cue.first and cue.end <= claim.first for cue in needs)


def is_a_step(said: Statement) -> bool:
    """Return whether the measure is raised or lowered by the number: "raised the price of diesel by $0.12"."""
    claim, sentence = said.claim, said.claim.sentence
    led = any(cue.meaning == "by" and cue.end == claim.first for cue in sentence.of_role("role"))
    if claim.relation is not Relation.LEVEL or not led:
        return False
    named = min(said.core)
    verbs = [cue for cue in sentence.of_role("change") if said.bounds[0] <= cue.first and cue.end <= named]
    return named < claim.first and any(not is_cut_off(sentence, verb.end, claim.first) for verb in verbs)


def is_among_some(said: Statement) -> bool:
    """Return whether the measure is told of some people only: "among Israel's orthodox women"."""
    sentence = said.claim.sentence
    return any(
        said.content(range(cue.end, phrase_end(sentence, cue.end, said.names)), verbs=True)
        for cue in sentence.of_role("among")
        if cue.first < said.bounds[1]
    )


def is_not_its_price(said: Statement) -> bool:
    """Return whether a price is that of something about the thing, and no word says price: "the diesel tax"."""
    if PRICE not in said.fit.concepts:
        return False
    claim, sentence = said.claim, said.claim.sentence
    if claim.last in said.core or any(cue.meaning == PRICE for cue in sentence.of_role("concept")):
        return False
    head = max(said.core) + 1 if sentence.lexicon.modifiers_first else min(said.core) - 1
    sold = any(cue.first == head for cue in sentence.of_role("concept") if cue.meaning in PRICING)
    return 0 <= head < len(sentence.words) and not sold and bool(said.content([head]))
