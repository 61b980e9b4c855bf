"""The claims of one sentence in, those of one change put together out: by how much, from what, to what."""

from collections.abc import Iterable, Sequence

from verifier.claims.claim import Claim
from verifier.claims.sentences import Sentence
from verifier.claims.unit_gate import POINTS
from verifier.model import Kind
from verifier.verdict import Relation

__all__ = ["ends_of_step", "is_cut_off", "join_changes"]

ENDS = frozenset({Relation.CHANGE_TO, Relation.CHANGE_FROM})
STRONG = frozenset(";|")
RESTATING = frozenset({"change", "restatement", "modifier", "role", "span_lead", "locative"})


def join_changes(claims: Iterable[Claim]) -> None:
    """Put the claims of one change together: by, multiple, from and to, with no other statement between."""
    changing = (Relation.CHANGE_BY, Relation.CHANGE_TO, Relation.CHANGE_FROM, Relation.MULTIPLE)
    group: list[Claim] = []
    for claim in claims:
        if group and _restates(group, claim):
            claim.relation, claim.verb = Relation.CHANGE_BY, claim.verb or group[-1].verb
            claim.direction = claim.direction or group[-1].direction
            claim.change = group
            group.append(claim)
            group = []
            continue
        if claim.relation not in changing:
            group = []
            continue
        if group and not _same_change(group, claim):
            group = []
        group.append(claim)
        claim.change = group


def _same_change(group: list[Claim], claim: Claim) -> bool:
    last = group[-1]
    if claim.relation in {member.relation for member in group} and claim.relation is not Relation.CHANGE_BY:
        return False
    if claim.verb is not None and last.verb not in (None, claim.verb) and claim.verb.first >= last.last:
        return False
    return not is_cut_off(claim.sentence, last.last, claim.first)


def _restates(group: Sequence[Claim], claim: Claim) -> bool:
    """Return whether a number says again how far a change went: "dari 200 menjadi 300 orang, atau naik 50 persen"."""
    relations = {member.relation for member in group}
    if not {Relation.CHANGE_FROM, Relation.CHANGE_TO} <= relations or Relation.CHANGE_BY in relations or claim.shared:
        return False
    sentence, after = claim.sentence, group[-1].after
    if claim.relation is not Relation.CHANGE_BY:
        again = any(after <= cue.first and cue.end == claim.first for cue in sentence.of_role("restatement"))
        if not again or claim.relation is not Relation.LEVEL or claim.kind is not Kind.PERCENT:
            return False
    elif claim.unit not in (*POINTS, "percent", group[-1].unit):
        return False
    if group[-1].kind is Kind.PERCENT and claim.kind is not Kind.PERCENT:
        return False
    between = [place for place in range(after, claim.first) if sentence.owners[place] < 0]
    said = {place for cue in sentence.cues if cue.role in RESTATING for place in range(cue.first, cue.end)}
    words = sentence.words
    return all(
        place in said or words[place] in sentence.lexicon.stops or not words[place].isalpha() for place in between
    )


def is_cut_off(sentence: Sentence, first: int, end: int) -> bool:
    if any(word in STRONG for word in sentence.words[first:end]):
        return True
    joins = {cue.first for cue in sentence.of_role("join")}
    return any(first <= cue.first < end and cue.first not in joins for cue in sentence.of_role("break"))


def ends_of_step(claim: Claim) -> Sequence[Claim]:
    """Return the numbers between which a change in percent goes; they are of the same measure."""
    if claim.relation is not Relation.CHANGE_BY or claim.kind is not Kind.PERCENT:
        return ()
    return [one for one in claim.change if one.relation in ENDS and one.kind in (Kind.MONEY, Kind.MEASURE)]
