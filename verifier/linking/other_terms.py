"""A number and a measure that words near it name in, whether the number is told in other terms than it out."""

from verifier.claims.sentences import Sentence
from verifier.claims.unit_gate import POINTS
from verifier.linking.phrases import means_something
from verifier.linking.statement import Statement
from verifier.model import Kind
from verifier.verdict import Relation

__all__ = [
    "goes_to_another",
    "is_averaged",
    "is_done_by_another",
    "is_in_another_power",
    "is_in_terms",
    "is_of_a_part_of_a_year",
    "is_taken_from",
]

LEVELS = frozenset({Relation.LEVEL, Relation.CHANGE_TO, Relation.CHANGE_FROM})
SPANS = frozenset({"day", "week", "month", "quarter"})
STATES = POINTS | {"percent", "year", "second", "minute", "hour", "day", "degC", "degF", "kelvin"}  # no sums over time
PURCHASING_POWER = "purchasing_power"
NEAR = 3  # words between an amount of time and its year


def is_in_terms(said: Statement) -> bool:
    """Return whether a number is told "in real terms", or "by volume", which the measure is not."""
    return any(cue.first not in said.fit.places for cue in said.claim.sentence.of_role("terms"))


def is_in_another_power(said: Statement) -> bool:
    """Return whether a number is told in purchasing power, which the measure is not: "GDP per capita (PPP)"."""
    if PURCHASING_POWER in said.measure.concepts:
        return False
    told = (cue.first for cue in said.claim.sentence.of_role("concept") if cue.meaning == PURCHASING_POWER)
    return any(said.claim.begin <= place < said.claim.right for place in told)


def is_of_a_part_of_a_year(said: Statement) -> bool:
    """Return whether a year is only that of some months: "the first nine months of 2022"."""
    sentence, first = said.claim.sentence, said.claim.first
    numbers = zip(sentence.mentions, sentence.spans, strict=True)
    return any(
        mention.unit in SPANS and span[1] <= first and _leads_to_a_date(sentence, span[1]) for mention, span in numbers
    )


def _leads_to_a_date(sentence: Sentence, first: int) -> bool:
    """Return whether small words, and those before an ordinal, lead from a word to a date."""
    numbers = list(zip(sentence.mentions, sentence.spans, strict=True))
    ordinal = {end for one, (_, end) in numbers if one.kind is Kind.ORDINAL}
    dated = {begin for one, (begin, _) in numbers if one.kind is Kind.DATE}
    for place in range(first, min(first + NEAR, len(sentence.words))):
        if place in dated:
            return True
        if sentence.words[place] not in sentence.lexicon.small and place + 1 not in ordinal:
            return False
    return False


def is_taken_from(said: Statement) -> bool:
    """Return whether a number is a part of what its sentence begins with: "of the exports in 2022, 9 tons were tea"."""
    claim, sentence = said.claim, said.claim.sentence
    if claim.relation not in LEVELS:
        return False
    if sentence.has("of_them", claim.left, claim.first):
        return True
    opening = sentence.cued.get(0, ())
    if not any(cue.role == "genitive" or (cue.role == "role" and cue.meaning == "from") for cue in opening):
        return False
    comma = next((place for place in sentence.marks if sentence.words[place] == ","), len(sentence.words))
    return comma < claim.first and all(place < comma for place in said.fit.places)


def is_averaged(said: Statement) -> bool:
    """Return whether a number is an average over time, and the measure is none: "monthly exports averaged 3 tons"."""
    claim, words = said.claim, said.claim.sentence.words
    if claim.relation not in LEVELS or len(said.names) != 1 or not _adds_up(said):
        return False
    averages = [cue.first for cue in claim.sentence.of_role("average") if claim.left <= cue.first < claim.first]
    return any(place not in said.fit.places and not said.measure.own(words[place]) for place in averages)


def _adds_up(said: Statement) -> bool:
    """Return whether the measure of a year is the sum of its months; an index counts nothing."""
    unit = said.measure.unit
    return bool(unit or said.measure.noun) and unit not in STATES and "/" not in unit


def goes_to_another(said: Statement) -> bool:
    """Return whether what somebody gives to another is told: "exports of Norland to Sorland"."""
    if len(said.names) < 2:
        return False
    led = {cue.end for cue in said.claim.sentence.of_role("role") if cue.meaning == "to"}
    taking = [name for name in said.names if name.first in led]
    behind = [name for name in taking if any(place < name.first for place in said.fit.places)]
    return bool(behind) and len(said.names) > len(taking)


def is_done_by_another(said: Statement) -> bool:
    """Return whether somebody within the entity does it: "private firms in Norland produced 7 tons"."""
    claim, sentence, own = said.claim, said.claim.sentence, said.measure.own
    leads = {cue.end: cue.first - 1 for cue in sentence.of_role("locative")}
    for name in (one for one in said.names if claim.left <= one.first < claim.first):
        head = leads.get(name.first, -1)
        if head < 0 or sentence.owners[head] >= 0 or min(said.fit.places) < name.end:
            continue
        if means_something(sentence, head, said.named, said.cues, verbs=False) and not own(sentence.words[head]):
            return sentence.words[head] not in said.cues.institutions
    return False
