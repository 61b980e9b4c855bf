"""A number word in, the reason out why it counts nothing: "if one reads", "one scam or another", "a year or two"."""

from collections.abc import Sequence

from verifier.extraction.amount import Amount
from verifier.extraction.plurals import is_plural
from verifier.extraction.tokens import Token, Window

__all__ = ["or_so", "pronoun_reason"]

MEASURING = frozenset({"modifier", "duration", "and", "to", "from"})
NAMING = frozenset({"unit", "period", "singled", "per_noun", "ordinal_noun", "stage"})  # of nouns like any other
TWO = 2


def pronoun_reason(amount: Amount, w: Window) -> str:
    """Return the reason of "one" without a noun, of "if one reads", and of "one day" that is not measured."""
    if amount.high:
        return ""
    tokens, pack = w.tokens, w.lexicon.pack
    if amount.bare or is_plural(amount.noun, pack.phrases) or _acts(amount, tokens) or _described(amount, w):
        return "pronoun"
    if f"{tokens[amount.number].key} {tokens[amount.end - 1].key}" in pack.noise.once:
        before = tokens[amount.first - 1].entry.roles if amount.first else {}
        return "fixed_phrase" if MEASURING.isdisjoint(before) else ""
    if amount.noun and amount.noun_end < len(tokens) and "either_tail" in tokens[amount.noun_end].entry.roles:
        return "fixed_phrase"  # "one scam or another"
    return "pronoun" if _says_how(amount, w) else ""


def _acts(amount: Amount, tokens: Sequence[Token]) -> bool:
    """Say whether a verb follows rather than a noun: "how can one explain its plot", "can one explain, then"."""
    if not amount.first or amount.noun_end != amount.end + 1 or amount.noun_end >= len(tokens):
        return False
    object_ = tokens[amount.noun_end].entry.roles
    goes_on = tokens[amount.noun_end].key == "," or "person_lead" in object_ or "article" in object_
    return "pronoun_lead" in tokens[amount.first - 1].entry.roles and goes_on


def _says_how(amount: Amount, w: Window) -> bool:
    """Say whether an adverb and a verb follow rather than a noun: "one generally has the power to appeal"."""
    noise, phrases, tokens = w.lexicon.pack.noise, w.lexicon.pack.phrases, w.tokens
    if amount.noun_end != amount.end + 1 or not amount.noun.endswith(noise.adverb_endings):
        return False
    if amount.noun in phrases.nouns_like_verbs:
        return False
    after = tokens[amount.noun_end] if amount.noun_end < len(tokens) else None
    return after is not None and "function" in after.entry.roles


def _described(amount: Amount, w: Window) -> bool:
    """Say whether an adjective and its article stand before: "a privileged one granted to few"."""
    if amount.first < TWO or not amount.noun or w.tokens[amount.number].gap != 1:
        return False
    article, adjective = w.tokens[amount.first - TWO : amount.first]
    plain = adjective.kind == "word" and not adjective.entry.roles and not adjective.capital
    endings = w.lexicon.pack.phrases.verb_endings + w.lexicon.pack.noise.adverb_endings
    if not w.tokens[amount.end].key.endswith(endings):
        return False  # "a tiny one bedroom place"
    return plain and "article" in article.entry.roles and adjective.gap == 1


def or_so(amount: Amount, w: Window) -> bool:
    """Say whether the number is as vague as in "a year or two", "a sentence or two", which tell of a few."""
    if amount.values[0] != TWO or not amount.bare or amount.first < TWO + 1 or not w.lexicon.pack.numerals.articles:
        return False
    article, noun, joint = w.tokens[amount.first - TWO - 1 : amount.first]
    named = noun.kind == "word" and NAMING.issuperset(noun.entry.roles) and not noun.capital
    return "article" in article.entry.roles and named and "or" in joint.entry.roles
