"""Amounts in, the same amounts out with the currency of the language on a scaled number behind a word for a price.

"Sewa kamar 4,5 jt/bln" is money in the currency that everybody pays with, since nothing else names one.
"""

from collections.abc import Sequence

from verifier.extraction.amount import Amount
from verifier.extraction.compose import per_after_money
from verifier.extraction.tokens import Token, Window

__all__ = ["imply_prices"]

REACH = 4  # tokens from the word for a price to the number
LEAST_SCALE = 3  # the power of ten of "rb"


def imply_prices(amounts: Sequence[Amount], window: Window) -> None:
    """Make money of each bare number with a scale word that a word for a price leads, where no other money stands."""
    currency = window.lexicon.pack.units.home_currency
    scaled = [amount for amount in amounts if amount.scale >= LEAST_SCALE and amount.bare] if currency else []
    if not scaled:
        return
    if any(amount.money and amount.unit.partition("/")[0] != currency for amount in amounts):
        return
    for amount in scaled:
        before = window.tokens[max(amount.first - REACH, 0) : amount.first]
        if not amount.reason and not amount.kind and _priced(before):
            amount.unit, amount.money = currency, True
            per_after_money(window.tokens, amount)


def _priced(before: Sequence[Token]) -> bool:
    """Say whether the words before a number name a price, with no other number or end of a sentence between."""
    for token in reversed(before):
        if "price_word" in token.entry.roles:
            return True
        if token.kind != "word" and token.kind != "phrase":
            return False
    return False
