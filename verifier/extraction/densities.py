"""Amounts in, the same amounts out with the unit of each density of people: "the density is 84/km² (220/sq mi)"."""

from collections.abc import Sequence

from verifier.extraction.amount import Amount
from verifier.extraction.implied_units import words_before
from verifier.extraction.tokens import Window
from verifier.extraction.units import per

__all__ = ["read_densities"]

PERSON = "person"


def read_densities(amounts: Sequence[Amount], window: Window) -> None:
    """Give a bare number by an area the unit of people by it, where a word before says that a density is told."""
    tokens, words = window.tokens, window.lexicon.pack.units.density_words
    for amount in amounts if words else ():
        if amount.end >= len(tokens) or "per" not in tokens[amount.end].entry.roles:
            continue
        if amount.reason or amount.kind or amount.unit or amount.noun:
            continue
        below = per(tokens, amount.end, False)
        if below is not None and "^" in below.key and any(word in words for word in words_before(window, amount.first)):
            amount.unit, amount.end = f"{PERSON}/{below.key}", below.end
