"""The claims of a document in, those out that give a figure once more and differently."""

from collections.abc import Container, Iterable, Iterator

from verifier.checking.claim import Claim
from verifier.checking.coherence import Finding, stated_interval
from verifier.checking.derived import Tools
from verifier.model import Kind, Relation

__all__ = ["check_repeats"]

FEWEST_WORDS = 3
SAME = frozenset({Relation.LEVEL, Relation.CHANGE_TO})
YEARS = "year"  # ages change from one person to the next
MEASURED = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT})


def check_repeats(claims: Iterable[Claim], open_ones: Container[int], tools: Tools) -> Iterator[Finding]:
    """Yield a finding for each figure that the text gave before, of the same thing in the same words, as another one.

    The same thing is meant only where all words that say anything are the same: names, dates, nouns, unit.
    Only claims in `open_ones` (by identity) are looked at as repetitions: the others are settled.
    """
    first: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        key = _key(claim)
        if key is None:
            continue
        earlier = first.setdefault(key, claim)
        if earlier is claim or earlier.sentence is claim.sentence or id(claim) not in open_ones:
            continue
        before, now = stated_interval(earlier, tools), stated_interval(claim, tools)
        if before is not None and now is not None and not before.meets(now):
            text = tools.explainer.say("twice", earlier=earlier.text)
            yield Finding(claim, False, text, None, earlier.values[0])


def _key(claim: Claim) -> tuple[object, ...] | None:
    mention = claim.mention
    if (
        mention is None
        or claim.relation not in SAME
        or claim.kind not in MEASURED
        or claim.status
        or claim.unit == YEARS
    ):
        return None
    sentence = claim.sentence
    lexicon = sentence.lexicon
    words = set()
    named = sentence.has("concept", claim.left, claim.right)
    for place in range(claim.left, min(claim.right, len(sentence.words))):
        word = sentence.words[place]
        owner = sentence.owners[place]
        dated = owner >= 0 and sentence.mentions[owner].kind is Kind.DATE
        if dated or (owner < 0 and word.isalnum() and word not in lexicon.small and word not in lexicon.enders):
            words.add(word)
            named = named or (place > 0 and sentence.text[sentence.starts[place]].isupper())
    return (claim.kind, claim.unit, mention.noun, frozenset(words)) if named and len(words) >= FEWEST_WORDS else None
