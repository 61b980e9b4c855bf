"""A claim in, whether its words tell it of several together, two apart, one alone, another or nobody, out."""

from collections.abc import Callable, Sequence

from verifier.claims.claim import Claim
from verifier.claims.cues import Cue
from verifier.claims.names import Name
from verifier.claims.sentences import Sentence
from verifier.model import Kind
from verifier.verdict import Relation

__all__ = [
    "difference_words",
    "has_sum",
    "is_a_counterpart",
    "is_a_difference",
    "is_averaged",
    "is_denied",
    "is_exclusive",
    "is_put_together",
    "is_summed",
    "is_totalled",
    "size_in_numbers",
    "size_of_group",
    "stated_names",
]

STRONG = frozenset(";|")
FEWEST = 2


def is_exclusive(claim: Claim, names: Sequence[Name]) -> bool:
    """Return whether a bound is said to be reached by nobody else: "only the Wolves won more than 20 games".

    "Only the Wolves improved, to 24 points" is about the Wolves alone.
    """
    starts = {name.first for name in names if name.end <= claim.first}
    return claim.modifier is not None and any(cue.end in starts for cue in claim.sentence.of_role("exclusive"))


def is_denied(claim: Claim) -> bool:
    """Return whether a statement is that nobody does so: "no lake is deeper than 150 metres"."""
    sentence = claim.sentence
    if "nobody" not in sentence.roles:
        return False
    denials = {cue.first for cue in sentence.of_role("denial")}  # "no longer", "not one"
    return any(claim.left <= cue.first < claim.first and cue.first not in denials for cue in sentence.of_role("nobody"))


def is_a_counterpart(claim: Claim, names: Sequence[Name]) -> bool:
    """Return whether a number is of somebody else than who was named: "its predecessor reached 351"."""
    if "counterpart" not in claim.sentence.roles:
        return False
    left, _ = claim.sentence.clause(claim.first, claim.last)
    leads = [cue.end for cue in claim.sentence.of_role("counterpart") if left <= cue.first < claim.first]
    return bool(leads) and not any(leads[-1] <= name.first < claim.first for name in names)


def stated_names(claim: Claim, names: Sequence[Name]) -> list[Name]:
    """Return the names in one statement with a number: none behind a break after it, none before a semicolon."""
    words, breaks = claim.sentence.words, claim.sentence.breaks
    return [
        name
        for name in names
        if STRONG.isdisjoint(words[name.end : claim.first])
        and not (claim.last < name.first and any(claim.last <= cut < name.first for cut in breaks))
    ]


def size_in_numbers(claim: Claim, is_kind: Callable[[str], bool]) -> int:
    """Return how many a number is said of where these are counted before it: 5 for "lima kabupaten", else 0."""
    sentence = claim.sentence
    for mention, (_, end) in zip(sentence.mentions, sentence.spans, strict=True):
        counted = mention.kind in (Kind.COUNT, Kind.NUMBER) and not mention.unit and end <= claim.first
        if counted and mention is not claim.mention and len(mention.values) == 1 and mention.values[0] >= FEWEST:
            following = sentence.words[end : end + 1]
            if mention.values[0] == mention.values[0].to_integral_value() and any(map(is_kind, following)):
                return int(mention.values[0])
    return 0


def is_summed(claim: Claim) -> bool:
    """Return whether a number is said of several entities together: "gabungan", "rata-rata"."""
    sentence = claim.sentence
    if claim.relation is not Relation.LEVEL or sentence.has("respectively", 0, claim.last):
        return False
    return has_sum(claim) or is_averaged(claim)


def has_sum(claim: Claim) -> bool:
    """Return whether a word in the sentence of a number adds up: "gabungan", "taken together"."""
    return claim.sentence.has("sum", 0, len(claim.sentence.words))


def is_totalled(claim: Claim) -> bool:
    """Return whether words before a number make it that of all of a time: "selama 2020-2023 total", "totalled"."""
    return has_sum(claim) or claim.sentence.has("total", 0, claim.first)


def is_put_together(claim: Claim) -> bool:
    """Return whether a word adds up what is apart: "combined"; a "total" may be that of one time."""
    totals = {cue.first for cue in claim.sentence.of_role("total")}
    return any(cue.first not in totals for cue in claim.sentence.of_role("sum"))


def is_averaged(claim: Claim) -> bool:
    """Return whether a word before a number makes it an average."""
    return claim.sentence.has("average", 0, claim.first)


def difference_words(claim: Claim) -> list[str]:
    """Return the words before a number, in its statement, that make it a difference: "selisih", "the gap"."""
    sentence, left = claim.sentence, claim.left
    return [sentence.words[cue.first] for cue in sentence.of_role("difference") if left <= cue.first < claim.first]


def is_a_difference(claim: Claim) -> bool:
    """Return whether a number tells how far two that stand before it are apart, and not which of them is more."""
    return claim.relation is Relation.COMPARISON and claim.verb is None and claim.than < 0


def size_of_group(claim: Claim, own: Callable[[str], bool], *, anywhere: bool = False) -> int:
    """Return how many of those named before a number is said of: 3 for "ketiganya", 0 where it is not said.

    With `anywhere` the word may stand behind the number too: "49 percent of employment in the three regions".
    """
    sentence = claim.sentence
    for cue in sentence.of_role("group"):
        owner = sentence.owners[cue.end - 1]
        kind = sentence.mentions[owner].kind if owner >= 0 else Kind.COUNT
        counted = kind is Kind.COUNT or (kind is Kind.ORDINAL and _counts_a_noun(sentence, cue))
        measured = any(own(word) for word in sentence.words[cue.first : cue.end])  # "dana pihak ketiga"
        if counted and not measured and (anywhere or cue.end <= claim.first):
            return int(cue.meaning)
    return 0


def _counts_a_noun(sentence: Sentence, cue: Cue) -> bool:
    """Return whether a word that can be an ordinal stands before a noun: "ketiga kabupaten", not "tertinggi ketiga"."""
    ranks = [*sentence.of_role("rank"), *sentence.of_role("superlative")]
    ranked = any(one.end == cue.first or one.first == cue.end for one in ranks)
    following = sentence.words[cue.end : cue.end + 1]
    return not ranked and all(word.isalpha() and word not in sentence.lexicon.enders for word in following)
