"""A sentence in, its claims out: each number with what is said of it (level, change, multiple, share, rank …)."""

from itertools import pairwise

from verifier.claims.bare_years import is_bare_year
from verifier.claims.change_parts import is_cut_off, join_changes
from verifier.claims.claim import Claim, is_fraction, is_span
from verifier.claims.claim_bounds import set_bounds
from verifier.claims.cues import Cue
from verifier.claims.denials import read_denial, share_denials
from verifier.claims.moves import read_move
from verifier.claims.relations import read_relation
from verifier.claims.runs import runs
from verifier.claims.sentences import Sentence
from verifier.claims.shared_units import share_units
from verifier.claims.thresholds import read_other_side, read_tally, read_threshold
from verifier.claims.together import difference_words
from verifier.claims.unit_gate import POINTS
from verifier.model import Kind, Mention
from verifier.verdict import Relation

__all__ = ["read_claims"]

CHANGING = frozenset({Relation.CHANGE_BY, Relation.CHANGE_FROM, Relation.CHANGE_TO})
NUMBERS = frozenset({Kind.MONEY, Kind.PERCENT, Kind.MEASURE, Kind.COUNT, Kind.NUMBER, Kind.MULTIPLE, Kind.RATIO})


def read_claims(sentence: Sentence) -> list[Claim]:
    """Return a claim for each number of a sentence that states a value, with its relation read from the words.

    Dates, times of day, and amounts of time that only bound a change ("dalam setahun") are not claims.
    """
    places = [number for number, mention in enumerate(sentence.mentions) if _states_a_value(sentence, number, mention)]
    if sentence.of_role("running"):
        told = {place for run in runs(sentence) for place in range(run.first, run.end)}
        places = [number for number in places if sentence.spans[number][0] not in told]
    claims = [_claim(sentence, number) for number in places]
    set_bounds(sentence, claims)
    ending: dict[int, list[Cue]] = {}
    for cue in sentence.cues:
        if sentence.owners[cue.first] < 0:
            ending.setdefault(cue.end, []).append(cue)
    for position, claim in enumerate(claims):
        previous = claims[position - 1] if position else None
        following = claims[position + 1] if position + 1 < len(claims) else None
        read_relation(claim, ending, previous, following)
        read_denial(claim)
        claim.shared = _is_shared(claim)
        _read_status(claim)
    for previous, claim in pairwise(claims):
        _go_on_with_status(previous, claim)
    join_changes(claims)
    share_denials(claims)
    share_units(claims)
    for previous, claim in pairwise(claims):
        read_other_side(previous, claim)
    for claim in claims:
        read_threshold(claim)
    for previous, claim in pairwise(claims):
        read_tally(previous, claim)
    for claim in claims:
        read_move(claim)
    for claim in claims:
        if claim.relation is Relation.LEVEL and difference_words(claim):
            claim.relation = Relation.COMPARISON
    for previous, claim in pairwise(claims):
        if claim.relation in CHANGING and previous.relation is Relation.COMPARISON and difference_words(previous):
            claim.loose = True  # "the gap is now 19 points, narrowed from 20": of the gap, and of nobody alone
    return claims


def _states_a_value(sentence: Sentence, number: int, mention: Mention) -> bool:
    if mention.kind is Kind.ORDINAL:
        return _is_rank(sentence, number)
    if mention.kind not in NUMBERS or not mention.values:
        return False
    first, _ = sentence.spans[number]
    if any(cue.end == first for cue in sentence.of_role("per")):  # "62 complaints per 100,000 journeys"
        return False
    return not is_span(sentence, number) and not is_bare_year(mention)


def _is_rank(sentence: Sentence, number: int) -> bool:
    first, last = sentence.spans[number]
    beside = any(cue.end == first or cue.first == last for cue in sentence.of_role("superlative"))
    beside = beside or any(cue.first == last for cue in sentence.of_role("ranked"))
    return beside or any(0 <= first - cue.end <= 1 for cue in sentence.of_role("rank"))


def _claim(sentence: Sentence, number: int) -> Claim:
    mention = sentence.mentions[number]
    first, last = sentence.spans[number]
    plain = mention.kind in (Kind.COUNT, Kind.NUMBER)
    multiple = plain and sentence.has("times", last, last + 1) and _is_multiple(sentence, last + 1)
    return Claim(
        sentence=sentence,
        mention=mention,
        start=mention.start,
        end=mention.end,
        first=first,
        last=last,
        left=0,
        right=len(sentence.words),
        kind=Kind.MULTIPLE if multiple else mention.kind,
        values=mention.values,
        unit=mention.unit,
        modifier=mention.modifier,
    )


def _is_multiple(sentence: Sentence, place: int) -> bool:
    """Return whether "kali" is followed by what is multiplied: "empat kali penduduk Banten"."""
    if sentence.has("quantity", place, place + 1):
        return True
    return sentence.has("concept", place, place + 2) or sentence.has("comparison", place, place + 1)


def _is_shared(claim: Claim) -> bool:
    """Return whether a number is said to be a part: "menyumbang 18 persen", "18 persen dari", "seperempat penduduk"."""
    if claim.unit in POINTS or not (claim.kind in (Kind.PERCENT, Kind.RATIO) or is_fraction(claim)):
        return False
    for cue in claim.sentence.cues:
        before = cue.role == "share" and claim.left <= cue.first and cue.end <= claim.first
        before = before or (
            cue.role == "of_all" and cue.first == 0 and cue.end <= claim.first
        )  # "dari seluruh …, 5 persen"
        of = cue.role in ("of_all", "locative", "concept", "share") or cue.meaning == "from"
        if before or (of and cue.first in (claim.last, claim.last + 1)):
            return True
    return False


def _read_status(claim: Claim) -> None:
    """A word such as "ditargetkan" before the number, with no other statement between, says that it is not realised."""
    nearest = None
    for cue in claim.sentence.of_role("status"):
        if claim.left <= cue.first and cue.end <= claim.first and not _is_month(claim.sentence, cue):
            nearest = cue
    if nearest is not None and not is_cut_off(claim.sentence, nearest.end, claim.first):
        claim.status = nearest.meaning


def _go_on_with_status(previous: Claim, claim: Claim) -> None:
    """Let the further numbers of a list be forecasts too: "Aldova could grow 5 percent, followed by Borland (4.2)"."""
    sentence = claim.sentence
    alike = claim.relation is Relation.LEVEL and (claim.kind, claim.unit) == (previous.kind, previous.unit)
    if not previous.status or claim.status or not alike:
        return
    lexicon = sentence.lexicon
    between = (place for place in range(previous.after, claim.first) if sentence.owners[place] < 0)
    words = ((place, sentence.words[place]) for place in between)
    if all(
        not word.isalpha() or sentence.is_name(place) or word in lexicon.enders or word in lexicon.small
        for place, word in words
    ):
        claim.status = previous.status


def _is_month(sentence: Sentence, cue: Cue) -> bool:
    """Return whether a word of a status is written as a name within its sentence: "in May"."""
    return cue.end - cue.first == 1 and sentence.is_name(cue.first)
