"""The claims of a document, one after the other, in; those out that give a figure once more and differently."""

from dataclasses import dataclass, field
from decimal import Decimal

from verifier.checking.derived import Tools
from verifier.checking.findings import Finding, stated_interval
from verifier.claims.claim import Claim
from verifier.model import Kind, Mention, Modifier
from verifier.verdict import Relation

__all__ = ["Repeats"]

FEWEST_WORDS = 3
SAME = frozenset({Relation.LEVEL, Relation.CHANGE_TO})
YEARS = "year"  # ages change from one person to the next
MEASURED = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT})


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure that a text gave, without the sentence that it stood in."""

    kind: Kind
    values: tuple[Decimal, ...]
    modifier: Modifier | None
    mention: Mention | None
    text: str
    place: int  # where its sentence begins


@dataclass(slots=True)
class Repeats:
    """The figures that a text gave so far, by all words that say of what they are.

    The same thing is meant only where all words that say anything are the same: names, dates, nouns, unit.
    """

    tools: Tools
    told: dict[tuple[object, ...], _Told] = field(default_factory=dict)

    def contradiction(self, claim: Claim) -> Finding | None:
        """Return a finding where the text gave the figure before as another one; and keep the figure."""
        key = _key(claim)
        if key is None:
            return None
        place = claim.sentence.start
        earlier = self.told.get(key)
        if earlier is None:
            self.told[key] = _Told(claim.kind, claim.values, claim.modifier, claim.mention, claim.text, place)
            return None
        if earlier.place == place:
            return None
        before, now = stated_interval(earlier, self.tools), stated_interval(claim, self.tools)
        if before is None or now is None or before.meets(now):
            return None
        text = self.tools.explainer.say("twice", earlier=earlier.text)
        return Finding(claim, False, text, None, earlier.values[0])


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
