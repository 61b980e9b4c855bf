"""A number and the unit behind it in, whether that only tells of what is counted, as in "10 rpm-related mails", out."""

from collections.abc import Sequence

from verifier.extraction.amount import Amount
from verifier.extraction.tokens import Token
from verifier.extraction.units import Unit
from verifier.pack import Units

__all__ = ["describes"]

DASHES = "-–‑"
POINT = "point"
ITEM_REACH = 3  # words from "10-point" to "plan"


def describes(tokens: Sequence[Token], amount: Amount, unit: Unit, words: Units) -> bool:
    """Say whether the unit is a part of a word, as in "12 euro-zone states", or an item, as in "a 10-point plan"."""
    if unit.end + 1 >= len(tokens):
        return False
    if unit.key == POINT and tokens[amount.end].key in DASHES and tokens[amount.end].gap == 0:
        return _of_items(tokens, unit.end, words.itemised)
    dash, tail = tokens[unit.end], tokens[unit.end + 1]
    joined = dash.key in DASHES and dash.gap == tail.gap == 0
    return joined and tokens[amount.end].gap == 1 and tail.key in words.compound_tails


def _of_items(tokens: Sequence[Token], position: int, itemised: Sequence[str]) -> bool:
    """Say whether a word follows for what consists of points: "a 10-point peace plan"."""
    for token in tokens[position : position + ITEM_REACH]:
        if token.kind != "word" or token.gap != 1:
            return False
        if token.key in itemised:
            return True
    return False
