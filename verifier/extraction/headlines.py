"""A number beside words with capitals in, whether the line is a headline in which it counts something out."""

from collections.abc import Sequence
from typing import Any

from verifier.extraction.addresses import addressed
from verifier.extraction.amount import Amount
from verifier.extraction.characters import WORDS
from verifier.extraction.phrases import NOTHING
from verifier.extraction.tokens import Token, Window

__all__ = ["counted_in_headline"]

REACH = 100  # characters of the line on each side of the number
LEAST_WORDS = 3  # with a capital
SHORT = 3  # letters of words that say nothing by their capital or without one
THINGS = frozenset({"counted", "collective_noun"})  # roles of nouns that are counted more often than named
SMALL = frozenset({"function", "and", "to", "from", "part_word", "becoming", "modifier", "between", "per"})


def counted_in_headline(amount: Amount, tokens: Sequence[Token], w: Window) -> str:
    """Return the noun that a number counts in a headline, where every word has a capital; "" where it counts none.

    "Polisi Tangkap 3 Pelaku Curanmor" counts: a verb or a small word stands before the number, or it comes first, or
    a noun follows that is always counted. "Ulasan Galaxy 24 Ultra" is a name.
    """
    number = tokens[amount.number]
    after = tokens[amount.end] if amount.end < len(tokens) else None
    if amount.form != "digits" or not number.key.isdecimal() or after is None or not after.capital or after.gap != 1:
        return ""
    before = tokens[amount.first - 1] if amount.first else None
    thing = not THINGS.isdisjoint(after.entry.roles)
    leads = before is None or before.breaks or before.kind == "sign" or _small(before) or _acts(before, w)
    if not (thing or leads) or addressed(tokens, amount.end) or not _headline(w, amount):
        return ""
    return after.key


def _acts(token: Token, w: Window) -> bool:
    """Say whether a word is a verb as headlines have it: "Tangkap", "Hanguskan"."""
    ending = w.lexicon.pack.phrases.headline_endings
    return "headline_verb" in token.entry.roles or (not token.entry.roles and token.key.endswith(ending))


def _headline(w: Window, amount: Amount) -> bool:
    """Say whether all words of the line have capitals but the small ones, and no point ends it."""
    start, end = w.start(amount.first), w.end(amount.end - 1)
    before = w.text[max(start - REACH, 0) : start].rpartition("\n")[2]
    behind = w.text[end : end + REACH].partition("\n")[0]
    if behind.rstrip().endswith("."):
        return False
    words = [word for word in WORDS.findall(f"{before} {behind}") if len(word) > SHORT]
    capital = sum(word[0].isupper() for word in words)
    return capital >= LEAST_WORDS and all(word[0].isupper() or not SMALL.isdisjoint(_roles(word, w)) for word in words)


def _small(token: Token) -> bool:
    """Say whether a word is one of those that headlines write without a capital."""
    return not SMALL.isdisjoint(token.entry.roles)


def _roles(word: str, w: Window) -> dict[str, Any]:
    node = w.lexicon.root.get(word.lower())
    return ((node.entry_of(word) if node is not None else None) or NOTHING).roles
