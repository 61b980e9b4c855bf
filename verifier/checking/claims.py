"""A sentence in, its claims out: each number with what is said of it (level, change, multiple, share, rank …)."""

from itertools import pairwise

from verifier.checking.change_parts import is_cut_off, join_changes
from verifier.checking.claim import Claim, is_bare_year, is_fraction, is_span
from verifier.checking.claim_bounds import set_bounds
from verifier.checking.cues import Cue
from verifier.checking.sentences import Sentence
from verifier.checking.shared_units import share_units
from verifier.checking.thresholds import read_other_side, read_tally, read_threshold
from verifier.checking.together import difference_words
from verifier.checking.unit_gate import POINTS
from verifier.model import Kind, Mention
from verifier.verdict import Relation

__all__ = ["read_claims"]

NUMBERS = frozenset({Kind.MONEY, Kind.PERCENT, Kind.MEASURE, Kind.COUNT, Kind.NUMBER, Kind.MULTIPLE, Kind.RATIO})
FAR_THAN = 4  # words from a number to "than"
REACH = 15  # words; a verb of change steers a number no farther away


def read_claims(sentence: Sentence) -> list[Claim]:
    """Return a claim for each number of a sentence that states a value, with its relation read from the words.

    Dates, times of day, and amounts of time that only bound a change ("dalam setahun") are not claims.
    """
    places = [number for number, mention in enumerate(sentence.mentions) if _states_a_value(sentence, number, mention)]
    claims = [_claim(sentence, number) for number in places]
    set_bounds(sentence, claims)
    ending: dict[int, list[Cue]] = {}
    for cue in sentence.cues:
        if sentence.owners[cue.first] < 0:
            ending.setdefault(cue.end, []).append(cue)
    for position, claim in enumerate(claims):
        previous = claims[position - 1] if position else None
        following = claims[position + 1] if position + 1 < len(claims) else None
        _read_relation(claim, ending, previous, following)
        claim.shared = _is_shared(claim)
        _read_status(claim)
    join_changes(claims)
    share_units(claims)
    for previous, claim in pairwise(claims):
        read_other_side(previous, claim)
    for claim in claims:
        read_threshold(claim)
    for previous, claim in pairwise(claims):
        read_tally(previous, claim)
    for claim in claims:
        if claim.relation is Relation.LEVEL and difference_words(claim):
            claim.relation = Relation.COMPARISON
    return claims


def _states_a_value(sentence: Sentence, number: int, mention: Mention) -> bool:
    if mention.kind is Kind.ORDINAL:
        return _is_rank(sentence, number)
    first, _ = sentence.spans[number]
    if any(cue.end == first for cue in sentence.of_role("per")):  # "62 complaints per 100,000 journeys"
        return False
    return (
        mention.kind in NUMBERS and bool(mention.values) and not is_span(sentence, number) and not is_bare_year(mention)
    )


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


def _equated(claim: Claim, following: Claim | None) -> int:
    """Return the word after "as" in "twice as many farmers as West Java", -1 where nothing is equated."""
    limit = following.first if following else len(claim.sentence.words)
    ends = [cue.end for cue in claim.sentence.of_role("equative") if claim.last <= cue.first < limit]
    return ends[0] if ends else -1


def _read_relation(claim: Claim, ending: dict[int, list[Cue]], previous: Claim | None, following: Claim | None) -> None:
    if claim.kind is Kind.ORDINAL:
        _read_rank(claim)
        return
    lead, place = _lead(claim, ending)
    if is_fraction(claim) and _equated(claim, following) >= 0 and _is_next(claim, "equative"):
        claim.kind = Kind.MULTIPLE  # "half as many votes as the Labour Front"
    if claim.kind is Kind.MULTIPLE:
        claim.relation = Relation.MULTIPLE
        claim.verb = _verb_before(claim, place)
        claim.than = _equated(claim, following)
        return
    if lead is None and previous is not None and _says_again(previous, claim, place):
        claim.relation, claim.verb, claim.direction = Relation.CHANGE_BY, previous.verb, previous.direction
    elif lead is None:
        _read_after(claim, following)
        _read_unknown_comparison(claim, following)
        _read_step(claim, place, following)
    elif lead.role == "change":
        claim.relation, claim.verb, claim.direction = Relation.CHANGE_BY, lead, _sign(lead)
    elif lead.role == "comparison":
        _read_comparison(claim, lead)
    elif lead.meaning == "to":
        _read_to(claim, place, previous)
    elif lead.meaning == "from":
        _read_from(claim, place, previous, following)
        claim.compared = claim.relation is Relation.LEVEL


def _says_again(previous: Claim, claim: Claim, place: int) -> bool:
    """Return whether a number, from the word `place` on, is the change before it again: "by 14 tons, or 6 percent"."""
    shares = sum(one.kind is Kind.PERCENT for one in (previous, claim))
    if previous.relation is not Relation.CHANGE_BY or shares != 1:
        return False
    sentence, first = claim.sentence, previous.after
    if first < len(sentence.words) and sentence.words[first] in ",(":
        first += 1
    bracketed = first > previous.after and sentence.words[first - 1] == "("
    again = any(cue.first == first and cue.end >= place for cue in sentence.of_role("restatement"))
    return again or (bracketed and first == place)


def _is_next(claim: Claim, role: str) -> bool:
    return claim.sentence.has(role, claim.last, claim.last + 1)


def _lead(claim: Claim, ending: dict[int, list[Cue]]) -> tuple[Cue | None, int]:
    """Return the word that leads the number, past modifiers and words such as "sebesar", and where it begins."""
    place = claim.first
    for _ in range(5):
        cues = ending.get(place)
        if not cues:
            break
        by_role = {(cue.role, cue.meaning if cue.role == "role" else ""): cue for cue in cues}
        lead = _chosen(by_role)
        if lead is not None:
            return lead, lead.first
        skipped = by_role.get(("modifier", "")) or by_role.get(("role", "by"))
        if skipped is None:
            break
        place = skipped.first
    return None, place


def _chosen(by_role: dict[tuple[str, str], Cue]) -> Cue | None:
    """Return the cue that leads, unless a longer modifier ("lebih dari") holds it."""
    modifier = by_role.get(("modifier", ""))
    leads = (("change", ""), ("comparison", ""), ("role", "to"), ("role", "from"))
    for key in leads:
        cue = by_role.get(key)
        if cue is not None and (modifier is None or modifier.first > cue.first or key[0] == "change"):
            return cue
    return None


def _sign(verb: Cue) -> int:
    """Return which way a verb goes; 0 for "improved", which may be either."""
    return {"up": 1, "more": 1, "either": 0}.get(verb.meaning, -1)


def _verb_before(claim: Claim, place: int) -> Cue | None:
    """Return the nearest verb of change before `place` that is not cut off by another statement."""
    sentence = claim.sentence
    nearest = None
    for cue in sentence.of_role("change"):
        if cue.end <= place and place - cue.end <= REACH and sentence.owners[cue.first] < 0:
            nearest = cue
    if nearest is None or is_cut_off(sentence, nearest.end, place):
        return None
    return nearest


def _verb_after(claim: Claim, limit: int) -> Cue | None:
    sentence = claim.sentence
    for cue in sentence.of_role("change"):
        if claim.last <= cue.first < limit and not is_cut_off(sentence, claim.last, cue.first):
            return cue
    return None


def _read_to(claim: Claim, place: int, previous: Claim | None) -> None:
    verb = _verb_before(claim, place)
    if verb is not None:
        claim.relation, claim.verb, claim.direction = Relation.CHANGE_TO, verb, _sign(verb)
    else:
        before = claim.sentence.of_role("role")
        if previous is None:
            return
        began = any(cue.meaning == "from" and cue.end <= place for cue in before)
        multiplied = previous.relation is Relation.MULTIPLE
        if began or (multiplied and not is_cut_off(claim.sentence, previous.last, place)):
            claim.relation = Relation.CHANGE_TO


def _read_from(claim: Claim, place: int, previous: Claim | None, following: Claim | None) -> None:
    """A number after "dari" is where a change began, if there is one; else it is a whole ("5 persen dari 20 ribu")."""
    verb = _verb_before(claim, place)
    limit = following.first if following else len(claim.sentence.words)
    if verb is None:
        verb = _verb_after(claim, limit)
    if verb is not None:
        claim.relation, claim.verb, claim.direction = Relation.CHANGE_FROM, verb, _sign(verb)
        return
    led = following is not None and _leads_to(claim.sentence, claim.last, following.first)
    multiplied = previous is not None and previous.relation is Relation.MULTIPLE and place - previous.last <= 1
    if led or multiplied:
        claim.relation = Relation.CHANGE_FROM


def _leads_to(sentence: Sentence, first: int, end: int) -> bool:
    return any(cue.meaning == "to" and first <= cue.first < end for cue in sentence.of_role("role"))


def _read_after(claim: Claim, following: Claim | None) -> None:
    """Read the words that follow: "a 5 percent increase", "5 juta lebih banyak", "3 juta turun menjadi 2 juta"."""
    sentence = claim.sentence
    said = (*sentence.of_role("comparison"), *sentence.of_role("change"))
    if not said:
        return
    limit = min(claim.after + 3, following.first if following else len(sentence.words))
    for cue in sorted(said, key=_place):
        if not claim.last <= cue.first < limit or any(claim.last <= cut < cue.first for cut in sentence.breaks):
            continue
        if cue.role == "comparison" and cue.first == claim.after:
            if not _is_bound(claim, cue, following):
                _read_comparison(claim, cue)
            return
        if cue.role == "change":
            role = _role_before(following, cue.end) if following else ""
            if role or sentence.lexicon.modifiers_first:
                relations = {"to": Relation.CHANGE_FROM, "from": Relation.CHANGE_TO}
                claim.relation = relations.get(role, Relation.CHANGE_BY)
                claim.verb, claim.direction = cue, _sign(cue)
            return


def _is_bound(claim: Claim, cue: Cue, following: Claim | None) -> bool:
    """Return whether a comparison is with the next number: "tiga gunung lebih tinggi daripada 3.500 meter"."""
    than = (one for one in claim.sentence.of_role("than") if cue.end - 1 <= one.first <= cue.end)
    return following is not None and any(one.end == following.first for one in than)


def _read_unknown_comparison(claim: Claim, following: Claim | None) -> None:
    """Read "delapan meter lebih lebar daripada Ampera" where nobody here knows which way the word goes."""
    sentence = claim.sentence
    limit = min(claim.after + FAR_THAN, following.first if following else len(sentence.words))
    than = next((cue for cue in sentence.of_role("than") if claim.after < cue.first < limit), None)
    if than is None or claim.relation is not Relation.LEVEL or claim.kind is Kind.PERCENT:
        return
    if following is not None and than.end == following.first:
        return
    if not any(claim.last <= cut < than.first for cut in sentence.breaks if cut != than.first):
        claim.relation, claim.than = Relation.COMPARISON, than.end


def _place(cue: Cue) -> int:
    return cue.first


def _read_step(claim: Claim, place: int, following: Claim | None) -> None:
    """Read a change whose verb stands farther before: "memangkas suku bunga 25 basis poin"."""
    verb = _verb_before(claim, place) if claim.relation is Relation.LEVEL else None
    if verb is None:
        return
    ends = (cue.end for cue in claim.sentence.of_role("role") if cue.meaning == "to" and cue.first >= claim.after)
    led = following is not None and following.first in ends
    same = following is not None and (claim.kind, claim.unit) == (following.kind, following.unit)
    if claim.unit in POINTS or (led and same):
        claim.relation, claim.verb, claim.direction = Relation.CHANGE_BY, verb, _sign(verb)


def _role_before(claim: Claim, first: int) -> str:
    """Return the role that leads a number, looked for from the word `first` on: "to", "from" or none."""
    roles = [cue for cue in claim.sentence.of_role("role") if first <= cue.first and cue.end <= claim.first]
    meanings = [cue.meaning for cue in roles if cue.meaning in ("to", "from")]
    return meanings[0] if meanings else ""


def _read_comparison(claim: Claim, cue: Cue) -> None:
    """ "5 juta lebih banyak daripada Jawa Tengah": a difference; against an earlier period it is a change."""
    after = max(cue.end, claim.after)
    beyond = (one for one in claim.sentence.of_role("than") if after - 1 <= one.first <= after + 3)
    than = next(beyond, None)
    if than is not None:
        claim.relation, claim.verb, claim.direction = Relation.COMPARISON, cue, _sign(cue)
        claim.than = than.end
    elif claim.kind is Kind.PERCENT:
        claim.relation, claim.verb, claim.direction = Relation.CHANGE_BY, cue, _sign(cue)


def _is_shared(claim: Claim) -> bool:
    """Return whether a number is said to be a part: "menyumbang 18 persen", "18 persen dari", "seperempat penduduk"."""
    if not (claim.kind in (Kind.PERCENT, Kind.RATIO) or is_fraction(claim)):
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


def _read_rank(claim: Claim) -> None:
    claim.relation = Relation.RANK
    for cue in (*claim.sentence.of_role("ranked"), *claim.sentence.of_role("superlative")):
        if (cue.end == claim.first and cue.role == "superlative") or cue.first == claim.last:
            claim.superlative, claim.verb = cue.meaning, cue


def _read_status(claim: Claim) -> None:
    """A word such as "ditargetkan" before the number, with no other statement between, says that it is not realised."""
    nearest = None
    for cue in claim.sentence.of_role("status"):
        if claim.left <= cue.first and cue.end <= claim.first:
            nearest = cue
    if nearest is not None and not is_cut_off(claim.sentence, nearest.end, claim.first):
        claim.status = nearest.meaning
