"""A claim in, what a "not" in its statement makes of it out: another bound, a denial, or what nobody can tell."""

from collections.abc import Iterable, Sequence

from verifier.claims.claim import Claim, Denial, set_modifier
from verifier.claims.cues import Cue
from verifier.claims.sentences import Sentence
from verifier.model import Modifier
from verifier.verdict import Relation

__all__ = ["is_denied_nearby", "read_denial", "read_denied_statement", "share_denials"]

FARTHEST = 8  # words from a "not" to the number that it denies
MOST_UNKNOWN = 2  # words between that say nothing of the number
MARKS = frozenset(",;:()[]—–|")
LEADING = ("change", "role", "reaching", "amounting", "average", "comparison")
TURNED = {
    Modifier.MORE_THAN: Modifier.AT_MOST,
    Modifier.AT_LEAST: Modifier.LESS_THAN,
    Modifier.LESS_THAN: Modifier.AT_LEAST,
    Modifier.AT_MOST: Modifier.MORE_THAN,
}
REACHED = {"reach": Modifier.LESS_THAN, "pass": Modifier.AT_MOST}
ONLY, YET, NEVER, DISPUTED = "only", "yet", "never", "disputed"


def read_denial(claim: Claim) -> None:
    """Read a "not" before a number.

    What is not above a bound is at most that, what did not reach one is below it, and what has not fallen to one
    yet is above it. Any other number is denied. Where words stand between that nobody here knows, it is left open.
    """
    sentence = claim.sentence
    if not sentence.has("denial", 0, claim.first):
        return
    lead = _modifier_place(claim)
    cue = _denial_before(sentence, lead)
    if cue is None:
        return
    if cue.meaning == DISPUTED:
        claim.denial = Denial.OPEN
        return
    claim.denied_by = cue
    between = range(cue.end, claim.first)
    unknown = _unknown(sentence, range(cue.end, lead))
    verbs = [one for role in ("change", "reaching") for one in sentence.of_role(role) if one.first in between]
    if cue.meaning == ONLY:
        claim.denial = claim.denial if verbs or unknown else Denial.OPEN
    elif not unknown:
        _deny(claim, cue, _reached(verbs))
    elif _may_be_denied(sentence, cue, unknown, verbs, claim.first):
        claim.denial = Denial.OPEN


def read_denied_statement(claim: Claim) -> None:
    """Read a "not" before a comparison or a trend: "tidak lebih tinggi daripada", "never fell since March"."""
    cue = _denial_before(claim.sentence, claim.first)
    if cue is None or cue.meaning == ONLY:
        return
    known = not _unknown(claim.sentence, range(cue.end, claim.first)) and cue.meaning not in (DISPUTED, YET)
    claim.denial = Denial.PLAIN if known else Denial.OPEN


def share_denials(claims: Sequence[Claim]) -> None:
    """Leave all numbers of one change open where one is denied: "did not rise 8 percent to 540,000"."""
    for claim in claims:
        if len(claim.change) > 1 and any(one.denial is not Denial.NONE for one in claim.change):
            claim.denial = Denial.OPEN


def is_denied_nearby(sentence: Sentence, first: int, end: int) -> bool:
    """Return whether a "not" stands in the clause of some words: "tertinggi bukan di Bali"."""
    if not sentence.of_role("denial"):
        return False
    left, right = sentence.clause(first, end)
    return any(left <= cue.first < right and cue.meaning != ONLY for cue in sentence.of_role("denial"))


def _modifier_place(claim: Claim) -> int:
    """Return the first word of a number with its modifier: "not" in "not more than 5" is a part of that."""
    modifiers = claim.sentence.of_role("modifier")
    return min([cue.first for cue in modifiers if cue.end == claim.first], default=claim.first)


def _denial_before(sentence: Sentence, place: int) -> Cue | None:
    """Return the nearest "not" before a word, with no mark and no other statement between."""
    cues = [cue for cue in sentence.of_role("denial") if place - FARTHEST <= cue.end <= place]
    cues = [cue for cue in cues if not _is_part_of_a_phrase(sentence, cue)]
    if not cues:
        return None
    cue = max(cues, key=_end)
    joins = {one.first for one in sentence.of_role("join")}
    broken = {one.first for one in sentence.of_role("break")} - joins
    cut = any(sentence.words[at] in MARKS or at in broken for at in range(cue.end, place))
    return None if cut else cue


def _is_part_of_a_phrase(sentence: Sentence, denial: Cue) -> bool:
    """Return whether a longer phrase has the "not" in it: "tidak kurang dari", "tidak punya pekerjaan"."""
    length = denial.end - denial.first
    longer = (cue for cue in sentence.cues if cue.end - cue.first > length)
    return any(cue.first <= denial.first < cue.end for cue in longer)


def _end(cue: Cue) -> int:
    return cue.end


def _unknown(sentence: Sentence, between: Iterable[int]) -> list[int]:
    """Return the words that neither lead to a number nor say little."""
    said = {at for role in LEADING for cue in sentence.of_role(role) for at in range(cue.first, cue.end)}
    return [at for at in between if at not in said and sentence.words[at] not in sentence.lexicon.small]


def _reached(verbs: Sequence[Cue]) -> Modifier | None:
    """Return what it means that something did not reach a number: it is less."""
    reaching = [cue.meaning for cue in verbs if cue.role == "reaching"]
    return REACHED[reaching[-1]] if reaching else None


def _may_be_denied(sentence: Sentence, cue: Cue, unknown: Sequence[int], verbs: Sequence[Cue], place: int) -> bool:
    """Return whether a verb that nobody here knows may take the number: "tidak memproduksi 5 ton".

    "Yang tidak bekerja" is said of somebody, and another verb leads to the number in "suara tidak sah tercatat 5".
    """
    if any(one.end == cue.first for one in sentence.of_role("relative")) or verbs:
        return False
    named = any(sentence.owners[at] >= 0 or sentence.is_name(at) for at in unknown)
    led = any(sentence.words[at] in sentence.lexicon.stating for at in range(unknown[0] + 1, place))
    return len(unknown) <= MOST_UNKNOWN and not named and not led


def _deny(claim: Claim, cue: Cue, reached: Modifier | None) -> None:
    """Give a number the bound that its denial makes of it, else mark it as denied."""
    down = claim.relation is Relation.CHANGE_TO and claim.direction < 0
    turned = TURNED.get(claim.modifier) if claim.modifier is not None else reached
    if turned is None and claim.modifier is None and cue.meaning == YET:
        turned = Modifier.MORE_THAN if down else Modifier.LESS_THAN
    if turned is None:
        whole = cue.meaning != NEVER and claim.relation is not Relation.CHANGE_FROM
        claim.denial = Denial.PLAIN if whole else Denial.OPEN
        return
    set_modifier(claim, turned)
    claim.turned_by, claim.throughout = cue, cue.meaning == NEVER
    if claim.relation is Relation.CHANGE_TO:  # it did not get there: which way it went is not said
        claim.relation, claim.direction, claim.verb = Relation.LEVEL, 0, None
