"""An ordinal in, the ordinal or the count that it is out: "negara kedua", "kedua negara", "nomor satu", "#1"."""

from collections.abc import Sequence
from decimal import Decimal

from verifier.extraction.amount import Amount
from verifier.extraction.lexicon import Lexicon
from verifier.extraction.names import ends_name
from verifier.extraction.tokens import Token

__all__ = ["joins_both", "settle_ordinal", "take_lead"]

BARRING = frozenset({"ordinal_noun", "to"})  # before an ordinal, which is no collective then
TOPPING = frozenset({"clock_lead", "copula", "person_lead"})  # roles of words before the rank of the first
FIRST, BOTH = Decimal(1), Decimal(2)
LONGEST_OF_BOTH = 2  # words from "kedua" to "dan"
POINTING_REACH = 2  # words from a noun to "itu"
UNCOUNTED = frozenset({"unit", "per_noun", "lookalike", "label"})  # "titik", "harga"
NOUN_ROLES = frozenset({"per_noun", "counted", "label"})  # a word with no other is a noun, as an unknown one may be


def settle_ordinal(tokens: Sequence[Token], amount: Amount, lexicon: Lexicon) -> None:
    """Decide between an ordinal and a collective: "negara kedua" and "kedua negara"."""
    amount.kind = "ordinal"
    token = tokens[amount.number]
    if "collective" not in token.entry.roles or amount.end >= len(tokens):
        return
    before = tokens[amount.number - 1] if amount.number else None
    beginnings = lexicon.pack.phrases.verb_beginnings
    after = tokens[amount.end]
    if before is not None and not BARRING.isdisjoint(before.entry.roles) and not _mutual(before, after):
        return
    if "times" in after.entry.roles:
        return  # "untuk yang kedua kalinya"
    if ends_name(tokens, amount.number) or joins_both(tokens, amount, lexicon):
        return
    if before is not None and _content(before, beginnings) and not _known(tokens, amount.end):
        return
    if (
        after.kind == "word"
        and after.gap == 1
        and (not after.capital or (after.shouted and _opens(before)))  # "kelima ABK", not "direktur kedua PBB"
        and "function" not in after.entry.roles
        and _plain_noun(after)
    ):
        amount.kind, amount.noun, amount.noun_end, amount.form = "count", after.key, amount.end + 1, "words"


def _opens(before: Token | None) -> bool:
    """Say whether a phrase begins behind a token: a mark, a particle, or the beginning of all."""
    return before is None or before.kind != "word" or "function" in before.entry.roles


def _mutual(before: Token, after: Token) -> bool:
    """Say whether two sides share what stands before: "pertandingan kedua tim", the match of both teams."""
    return "mutual_noun" in before.entry.roles and "collective_noun" in after.entry.roles


def joins_both(tokens: Sequence[Token], amount: Amount, lexicon: Lexicon) -> bool:
    """Say whether the word means "both" of two nouns: "kedua titik didih dan komposisi", not "kedua negara dan PBB"."""
    if amount.values != (BOTH,) or "collective" not in tokens[amount.number].entry.roles:
        return False
    verbs = lexicon.pack.phrases.verb_beginnings
    for position in range(amount.end, amount.end + LONGEST_OF_BOTH):
        if position + 2 >= len(tokens) or not _unknown_noun(tokens[position]):
            return False
        if "and" in tokens[position + 1].entry.roles:
            other = tokens[position + 2]
            return other.gap == 1 and _unknown_noun(other) and not other.key.startswith(verbs)
    return False


def _unknown_noun(token: Token) -> bool:
    """Say whether a word may be a noun that is nothing else, and no name."""
    return token.kind == "word" and UNCOUNTED.issuperset(token.entry.roles) and not token.capital


def _content(token: Token, verb_beginnings: tuple[str, ...]) -> bool:
    """Say whether a word before an ordinal is a noun of its own rather than a particle or a verb."""
    verbal = token.key.startswith(verb_beginnings)
    return token.kind == "word" and NOUN_ROLES.issuperset(token.entry.roles) and not verbal


def _known(tokens: Sequence[Token], position: int) -> bool:
    """Say whether the noun at `position` is of known things: "kedua negara", "kelima prinsip ideal itu"."""
    if "collective_noun" in tokens[position].entry.roles:
        return True
    for token in tokens[position + 1 : position + 1 + POINTING_REACH]:
        if "demonstrative" in token.entry.roles:
            return True
        if token.capital or token.kind != "word":
            return False
    return False


def _plain_noun(token: Token) -> bool:
    return "ordinal_noun" not in token.entry.roles or "unit" not in token.entry.roles


def take_lead(tokens: Sequence[Token], amount: Amount) -> bool:
    """Read "nomor satu", "number one", "#1" as an ordinal with its lead word."""
    if amount.first == 0 or amount.money or "ordinal_lead" not in tokens[amount.first - 1].entry.roles:
        return False
    lead = tokens[amount.first - 1]
    before = tokens[amount.first - 2].entry.roles if amount.first > 1 else {}
    top = amount.values == (FIRST,) and not TOPPING.isdisjoint(before)  # "38 weeks at No. 1", "the number 1 song"
    ranked = ("ranking" in before or top) and tokens[amount.number].gap == 1
    spoken = (amount.form == "words" or (ranked and amount.form == "digits")) and lead.kind in ("word", "phrase")
    if not spoken and not (lead.kind == "sign" and tokens[amount.first].gap == 0 and amount.form == "digits"):
        return False
    amount.kind, amount.first = "ordinal", amount.first - 1
    return True
