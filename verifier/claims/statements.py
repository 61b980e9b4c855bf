"""A sentence in, what it claims without a number out: superlatives, comparisons and trends."""

from collections.abc import Iterator

from verifier.claims.claim import Claim
from verifier.claims.cues import Cue
from verifier.claims.denials import is_denied_nearby, read_denied_statement
from verifier.claims.ranked_steps import ranked_step
from verifier.claims.runs import runs
from verifier.claims.sentences import Sentence
from verifier.model import Kind
from verifier.verdict import Relation

__all__ = ["read_statements"]

STRONG = ";|"
NEAR = 4  # words between the parts of one statement


def read_statements(sentence: Sentence) -> list[Claim]:
    """Return the statements of a sentence that rows can be asked about though no number stands there.

    They come to a verdict only where the table settles them; otherwise nothing is said of them.
    """
    return [*_superlatives(sentence), *_comparisons(sentence), *_trends(sentence)]


def _claim(sentence: Sentence, first: int, end: int, kind: Kind) -> Claim:
    left, right = _clause(sentence, first, end)
    return Claim(
        sentence=sentence,
        mention=None,
        start=sentence.starts[first],
        end=sentence.ends[end - 1],
        first=first,
        last=end,
        left=left,
        right=right,
        kind=kind,
    )


def _clause(sentence: Sentence, first: int, end: int) -> tuple[int, int]:
    """Return the words around a statement up to the strong marks, and the words such as "while", on both sides."""
    joins = {cue.first for cue in sentence.of_role("join")}
    strong = {place for place in sentence.breaks if sentence.words[place] in STRONG}
    strong |= {
        cue.first for cue in sentence.of_role("break") if cue.first not in joins and sentence.owners[cue.first] < 0
    }
    left = max((place + 1 for place in strong if place < first), default=0)
    right = min((place for place in strong if place >= end), default=len(sentence.words))
    return left, right


def _superlatives(sentence: Sentence) -> Iterator[Claim]:
    cues = [*sentence.of_role("superlative"), *_steepest(sentence)]
    if not cues:
        return
    ordinal = {sentence.spans[number] for number, one in enumerate(sentence.mentions) if one.kind is Kind.ORDINAL}
    for cue in cues:
        if any(cue.first < other.first < cue.end for other in cues):  # "the most" of "the most populous"
            continue
        if sentence.owners[cue.first] >= 0 or any(cue.end == first or cue.first == end for first, end in ordinal):
            continue
        step = ranked_step(sentence, cue.first, cue.end)
        near = max(0, cue.first - NEAR)
        partitive = [one for one in sentence.of_role("partitive") if near <= one.first < cue.first]
        if any(step is None or one.first != step.first for one in partitive):
            continue
        if is_denied_nearby(sentence, cue.first, cue.end):
            continue
        claim = _claim(sentence, cue.first, cue.end, Kind.ORDINAL)
        claim.relation, claim.superlative, claim.verb, claim.step = Relation.RANK, cue.meaning, cue, step
        yield claim


def _steepest(sentence: Sentence) -> list[Cue]:
    """Return the superlatives of changes beside one, that are no superlatives of anything else there."""
    if "steepest" not in sentence.roles:
        return []
    known = {place for cue in sentence.of_role("superlative") for place in range(cue.first, cue.end)}
    cues = (cue for cue in sentence.of_role("steepest") if cue.first not in known)
    return [cue for cue in cues if ranked_step(sentence, cue.first, cue.end) is not None]


def _comparisons(sentence: Sentence) -> Iterator[Claim]:
    for cue in sentence.of_role("comparison"):
        than = next((one for one in sentence.of_role("than") if cue.end - 1 <= one.first <= cue.end + NEAR), None)
        outdone = than is None and cue.end < len(sentence.words) and sentence.is_name(cue.end)  # "melampaui Bali"
        than = cue if outdone else than
        if than is None or _beside_a_number(sentence, cue, than):
            continue
        claim = _claim(sentence, cue.first, cue.end, Kind.NUMBER)
        claim.relation, claim.verb, claim.than = Relation.COMPARISON, cue, than.end
        claim.direction = 1 if cue.meaning == "more" else -1
        read_denied_statement(claim)
        yield claim


def _beside_a_number(sentence: Sentence, cue: Cue, than: Cue) -> bool:
    """Return whether a number makes the comparison ("5 persen lebih tinggi"), or is its other side ("lebih dari 5")."""
    for number, (first, end) in enumerate(sentence.spans):
        if sentence.mentions[number].kind is Kind.DATE:
            continue
        cut = sentence.is_cut(end, cue.first)
        if (0 <= cue.first - end <= 2 and not cut) or 0 <= first - cue.end <= 1 or 0 <= first - than.end <= 1:
            return True
    return False


def _trends(sentence: Sentence) -> Iterator[Claim]:
    found = list(runs(sentence))
    for run in found:
        claim = _claim(sentence, run.first, run.end, Kind.NUMBER)
        claim.relation, claim.verb, claim.direction = Relation.TREND, run.verb, 1 if run.verb.meaning == "up" else -1
        claim.steps = (run.count, run.months)
        yield claim
    for steady in sentence.of_role("steady"):
        if any(run.first <= steady.first < run.end for run in found):
            continue
        verb = next((cue for cue in sentence.of_role("change") if 0 <= cue.first - steady.end <= 1), None)
        verb = verb or next((cue for cue in sentence.of_role("change") if 0 <= steady.first - cue.end <= 1), None)
        if verb is None or verb.meaning == "either" or sentence.owners[verb.first] >= 0:
            continue
        first, end = min(steady.first, verb.first), max(steady.end, verb.end)
        claim = _claim(sentence, first, end, Kind.NUMBER)
        claim.relation, claim.verb, claim.direction = Relation.TREND, verb, 1 if verb.meaning == "up" else -1
        read_denied_statement(claim)
        yield claim
