"""A number and what is beside it in, whether it is a part of an address out: "220 South Michigan Ave", "TX 75201"."""

from collections.abc import Sequence

from verifier.extraction.amount import Amount
from verifier.extraction.tokens import Token

__all__ = ["addressed", "on_block", "postal"]

ADDRESS_REACH = 4  # words from a house number to "Avenue"
POSTCODE = 5  # digits
STATE = 2  # letters


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


def postal(amount: Amount, tokens: Sequence[Token]) -> bool:
    """True for "Dallas, TX 75201" and "Washington, D.C. 20036": five digits behind the two capitals of a state."""
    key = tokens[amount.number].key
    if not amount.bare or amount.first < 2 or len(key) != POSTCODE or not key.isdecimal() or key.endswith("000"):
        return False
    before, lead = tokens[amount.first - 1], tokens[amount.first - 2]
    if before.key == "." and before.gap == 0:
        return lead.kind == "word" and lead.capital and len(lead.key) == 1
    placed = lead.key == "," or (lead.kind == "word" and lead.capital and not lead.entry.roles)
    return before.shouted and len(before.key) == STATE and placed
