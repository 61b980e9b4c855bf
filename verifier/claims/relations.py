"""A number in, its relation out: what its words say of it (level, change, multiple, comparison, rank)."""

from collections.abc import Iterator

from verifier.claims.ahead import read_ahead
from verifier.claims.bare_years import is_bare_year
from verifier.claims.change_parts import is_cut_off
from verifier.claims.claim import Claim, is_fraction
from verifier.claims.cues import Cue
from verifier.claims.leads import lead_of, leads_to, role_before, sign_of, verb_after, verb_before
from verifier.claims.ranked_steps import ranked_step
from verifier.claims.sentences import Sentence
from verifier.claims.unit_gate import POINTS
from verifier.model import Kind
from verifier.verdict import Relation

__all__ = ["read_relation"]

AWAY = {"more_than": "more", "less_than": "less"}
FAR_THAN = 4  # words from a number to "than"


def read_relation(claim: Claim, ending: dict[int, list[Cue]], previous: Claim | None, following: Claim | None) -> None:
    if claim.kind is Kind.ORDINAL:
        _read_rank(claim)
        return
    lead, place = lead_of(claim, ending)
    if is_fraction(claim) and _equated(claim, following) >= 0 and _is_next(claim, "equative"):
        if _read_on_top(claim, following):
            return
        claim.kind = Kind.MULTIPLE  # "half as many votes as the Labour Front"
    if claim.kind is Kind.MULTIPLE:
        claim.relation = Relation.MULTIPLE
        claim.loose = (
            previous is not None
            and _counts_times(previous)
            and claim.sentence.has("comparison", claim.last, claim.last + 1)
        )  # "lost 19 times, four times more": so many times, or so many more
        claim.verb = verb_before(claim, place)
        claim.than = _equated(claim, following)
        return
    if lead is None and previous is not None and _says_again(previous, claim, place):
        claim.again = previous
        claim.relation, claim.verb, claim.direction = Relation.CHANGE_BY, previous.verb, previous.direction
    elif lead is None and previous is not None and _goes_on(previous, claim, place):
        if not _is_alike(previous, claim):
            claim.loose = True  # "rose 5 percent in Pau, and in Dax by €52"
            return
        claim.relation, claim.verb, claim.direction = Relation.CHANGE_BY, previous.verb, previous.direction
    elif lead is None and read_ahead(claim, place) is None:
        _read_after(claim, following)
        _read_unknown_comparison(claim, following)
        _read_step(claim, place, following)
    elif lead is None:
        return
    elif lead.role == "change":
        past = any(
            cue.meaning == "past" and lead.end <= cue.first < claim.first for cue in claim.sentence.of_role("role")
        )
        claim.relation = Relation.CHANGE_TO if past else Relation.CHANGE_BY
        claim.verb, claim.direction = lead, sign_of(lead)
    elif lead.role == "comparison":
        _read_comparison(claim, lead)
    elif lead.meaning == "to":
        _read_to(claim, place, previous)
    elif lead.meaning == "from":
        _read_from(claim, place, previous, following)
        claim.compared = claim.relation is Relation.LEVEL


def _counts_times(claim: Claim) -> bool:
    """Return whether a number counts how often something was: "19 kali"."""
    return claim.kind in (Kind.COUNT, Kind.NUMBER) and claim.sentence.has("times", claim.last, claim.last + 1)


def _equated(claim: Claim, following: Claim | None) -> int:
    """Return the word after "as" in "twice as many farmers as West Java", -1 where nothing is equated."""
    return next(_equating(claim, following), -1)


def _equating(claim: Claim, following: Claim | None) -> Iterator[int]:
    limit = following.first if following else len(claim.sentence.words)
    return (cue.end for cue in claim.sentence.of_role("equative") if claim.last <= cue.first < limit)


def _read_on_top(claim: Claim, following: Claim | None) -> bool:
    """Read "half as many again as in 2019", which is so much more; return whether it is such."""
    *_, last = _equating(claim, following)
    on_top = [cue for cue in claim.sentence.of_role("on_top") if claim.last < cue.first < last]
    if on_top:
        claim.relation, claim.kind, claim.than = Relation.MULTIPLE, Kind.MULTIPLE, last
        claim.values = tuple(1 + value for value in claim.values)
    return bool(on_top)


def _says_again(previous: Claim, claim: Claim, place: int) -> bool:
    """Return whether a number, from the word `place` on, is the change before it again: "by 14 tons, or 6 percent"."""
    shares = sum(one.kind is Kind.PERCENT for one in (previous, claim))
    if previous.relation is not Relation.CHANGE_BY or shares != 1:
        return False
    sentence = claim.sentence
    end = first = _past_date(sentence, previous.after, claim.first)
    if first < len(sentence.words) and sentence.words[first] in ",(":
        first += 1
    bracketed = first > end and sentence.words[first - 1] == "("
    again = any(cue.first == first and cue.end >= place for cue in sentence.of_role("restatement"))
    return again or (bracketed and first == place)


def _past_date(sentence: Sentence, first: int, end: int) -> int:
    """Return the word behind a date that begins at a word, past the small ones that lead it: "pada 2023"."""
    place = first
    while place < end and sentence.words[place] in sentence.lexicon.small:
        place += 1
    dated = place
    while dated < end and _is_told(sentence, dated):
        dated += 1
    return dated if dated > place else first


def _goes_on(previous: Claim, claim: Claim, place: int) -> bool:
    """Return whether a number, from the word `place` on, is the same change elsewhere: "5 % in Pau and 6 % in Dax"."""
    if previous.relation is not Relation.CHANGE_BY or not (place < claim.first or _is_alike(previous, claim)):
        return False
    sentence, between = claim.sentence, range(previous.after, place)
    words, small = sentence.words, sentence.lexicon.small
    names = [at for at in between if sentence.owners[at] < 0 and sentence.is_name(at)]
    dated = [at for at in between if sentence.owners[at] >= 0]
    joins = {at for role in ("join", "break") for cue in sentence.of_role(role) for at in range(cue.first, cue.end)}
    joined = any(at in joins or words[at] in ",;" for at in between)
    light = {*names, *dated, *joins}
    quiet = all(at in light or words[at] in ",;" or words[at] in small for at in between)
    behind = sentence.has("locative", claim.after, claim.after + 1) and any(
        sentence.is_name(at) for at in range(claim.after, claim.right)
    )
    return quiet and joined and (bool(names) or behind)


def _is_alike(previous: Claim, claim: Claim) -> bool:
    """Return whether two numbers are of one kind and unit, which the second may leave out in part."""
    same_unit = previous.unit == claim.unit or previous.unit.startswith(f"{claim.unit}/")
    return previous.kind is claim.kind and same_unit


def _is_next(claim: Claim, role: str) -> bool:
    return claim.sentence.has(role, claim.last, claim.last + 1)


def _read_to(claim: Claim, place: int, previous: Claim | None) -> None:
    if any(cue.end == place for cue in claim.sentence.of_role("amounting")):
        return
    verb = verb_before(claim, place)
    if verb is not None:
        claim.relation, claim.verb, claim.direction = Relation.CHANGE_TO, verb, sign_of(verb)
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
    verb = verb_before(claim, place)
    limit = following.first if following else len(claim.sentence.words)
    if verb is None:
        verb = verb_after(claim, limit)
    if verb is not None:
        claim.relation, claim.verb, claim.direction = Relation.CHANGE_FROM, verb, sign_of(verb)
        return
    led = following is not None and leads_to(claim.sentence, claim.last, following.first)
    multiplied = previous is not None and previous.relation is Relation.MULTIPLE and place - previous.last <= 1
    if led or multiplied:
        claim.relation = Relation.CHANGE_FROM


def _read_after(claim: Claim, following: Claim | None) -> None:
    """Read the words that follow: "a 5 percent increase", "5 juta lebih banyak", "3 juta turun menjadi 2 juta"."""
    sentence = claim.sentence
    said = (*_bounds_of_another(claim), *sentence.of_role("comparison"), *sentence.of_role("change"))
    if not said:
        return
    limit = min(claim.after + 3, following.first if following else len(sentence.words))
    for cue in sorted(said, key=_place):
        if not claim.last <= cue.first < limit or sentence.is_cut(claim.last, cue.first):
            continue
        if cue.role != "change" and cue.first == claim.after:
            if not _is_bound(claim, cue, following):
                _read_comparison(claim, cue)
            return
        if cue.role == "change":
            role = role_before(following, cue.end) if following else ""
            if role or sentence.lexicon.modifiers_first:
                relations = {"to": Relation.CHANGE_FROM, "from": Relation.CHANGE_TO}
                claim.relation = relations.get(role, Relation.CHANGE_BY)
                claim.verb, claim.direction = cue, sign_of(cue)
            return


def _bounds_of_another(claim: Claim) -> Iterator[Cue]:
    """Yield "below" in "9 percent below March", or "below Bali's": a time or somebody that a number lies away from."""
    sentence = claim.sentence
    for cue in sentence.of_role("modifier"):
        if cue.first != claim.after or cue.meaning not in AWAY:
            continue
        place, small = cue.end, sentence.lexicon.small
        while place < len(sentence.words) and sentence.words[place] in small and not _is_told(sentence, place):
            place += 1
        if place < len(sentence.words) and (_is_told(sentence, place) or sentence.is_name(place)):
            yield Cue(cue.first, cue.end, "modifier", AWAY[cue.meaning])


def _is_told(sentence: Sentence, place: int) -> bool:
    """Return whether a date begins at a word."""
    owner = sentence.owners[place]
    dated = owner >= 0 and (sentence.mentions[owner].kind is Kind.DATE or is_bare_year(sentence.mentions[owner]))
    return dated or any(sentence.has(role, place, place + 1) for role in ("earlier", "ago"))


def _is_bound(claim: Claim, cue: Cue, following: Claim | None) -> bool:
    """Return whether a comparison is with the next number: "tiga gunung lebih tinggi daripada 3.500 meter"."""
    than = (one for one in claim.sentence.of_role("than") if cue.end - 1 <= one.first <= cue.end)
    return following is not None and any(one.end == following.first for one in than)


def _read_unknown_comparison(claim: Claim, following: Claim | None) -> None:
    """Read "delapan meter lebih lebar daripada Ampera" where nobody here knows which way the word goes."""
    sentence = claim.sentence
    if "than" not in sentence.roles:
        return
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
    verb = verb_before(claim, place) if claim.relation is Relation.LEVEL else None
    if verb is None:
        return
    ends = (cue.end for cue in claim.sentence.of_role("role") if cue.meaning == "to" and cue.first >= claim.after)
    led = following is not None and following.first in ends and not _is_another_step(claim, following)
    same = following is not None and (claim.kind, claim.unit) == (following.kind, following.unit)
    placed = _is_only_placed(claim, verb.end, place)
    if claim.unit in POINTS or (led and same) or placed:
        claim.relation, claim.verb, claim.direction = Relation.CHANGE_BY, verb, sign_of(verb)
        claim.loose = claim.loose or (placed and "," in claim.sentence.words[verb.end : place])


def _is_another_step(claim: Claim, following: Claim) -> bool:
    """Return whether the next number is the end of another change: "5 mm, then jumped to 7 mm"."""
    sentence = claim.sentence
    return sentence.has("change", claim.after, following.first) or is_cut_off(sentence, claim.after, following.first)


def _is_only_placed(claim: Claim, first: int, place: int) -> bool:
    """Return whether "by" leads a number, and only whereof stands between its verb and that: "eased at Dunmore, by"."""
    sentence = claim.sentence
    led = any(cue.meaning == "by" and cue.first == place for cue in sentence.of_role("role"))
    known = (sentence.words[at] in sentence.lexicon.small or sentence.is_name(at) for at in range(first, place - 1))
    marked = sentence.words[place - 1] == "," or sentence.is_name(place - 1)
    return led and place > first and marked and sentence.has("locative", first, place) and all(known)


def _read_comparison(claim: Claim, cue: Cue) -> None:
    """ "5 juta lebih banyak daripada Jawa Tengah": a difference; against an earlier period it is a change."""
    after = max(cue.end, claim.after)
    leads = claim.sentence.of_role("than")
    than = next((one for one in leads if after <= one.end and cue.first <= one.first <= after + 3), None)
    named = cue.end < len(claim.sentence.words) and claim.sentence.is_name(cue.end)  # "eight points behind Alder"
    than = cue if cue.role == "modifier" or (than is None and named) else than
    if than is not None:
        claim.relation, claim.verb, claim.direction = Relation.COMPARISON, cue, sign_of(cue)
        claim.than = than.end
    elif claim.kind is Kind.PERCENT:
        claim.relation, claim.verb, claim.direction = Relation.CHANGE_BY, cue, sign_of(cue)


def _read_rank(claim: Claim) -> None:
    claim.relation = Relation.RANK
    for cue in (*claim.sentence.of_role("ranked"), *claim.sentence.of_role("superlative")):
        if (cue.end == claim.first and cue.role == "superlative") or cue.first == claim.last:
            claim.superlative, claim.verb = cue.meaning, cue
            claim.step = ranked_step(claim.sentence, min(claim.first, cue.first), max(claim.last, cue.end))
