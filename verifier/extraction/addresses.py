"""The tokens behind a number in, whether it is a house of a street out: "220 South Michigan Ave", "the 1500 block"."""

from collections.abc import Sequence

from verifier.extraction.tokens import Token

__all__ = ["addressed", "on_block"]

ADDRESS_REACH = 4  # words from a house number to "Avenue"


def addressed(tokens: Sequence[Token], position: int) -> bool:
    """True for "220 South Michigan Ave", "1620 Quarry Road": capitalised words up to the word of an address."""
    for token in tokens[position : position + ADDRESS_REACH]:
        if token.gap != 1 or not (token.capital or token.form == "ordinal"):  # "350 42nd Street"
            return False
        if "label_after" in token.entry.roles:
            return True
    return False


def on_block(number: Token, after: Token) -> bool:
    """True for "the 1500 block of Oak Street": the houses with these numbers."""
    return "block" in after.entry.roles and number.key.isdecimal() and number.key.endswith("00")
