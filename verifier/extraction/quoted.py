"""An amount and its neighbours in, whether it is a part of a quoted title out: "lagu "24 Jam"", ""Satu Dunia""."""

from collections.abc import Sequence

from verifier.extraction.amount import Amount
from verifier.extraction.tokens import Token

__all__ = ["in_title"]

QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»", "‘": "’", "'": "'"}
REACH = 6  # tokens from the number to a quotation mark


def in_title(amount: Amount, tokens: Sequence[Token]) -> bool:
    """Say whether the amount stands in quotation marks among words that all have capitals, as titles are written.

    A price or a share is none, nor is a number alone, nor what is written in capitals throughout.
    """
    if amount.money or amount.unit == "percent":
        return False
    first = _opening(tokens, amount.first)
    if first < 0:
        return False
    last = _closing(tokens, amount.end, QUOTES[tokens[first].key])
    if last < 0:
        return False
    words = [token for token in tokens[first + 1 : last] if token.kind in ("word", "phrase")]
    if tokens[first + 1].kind != "numeral" and not tokens[first + 1].capital:
        return False
    named = [token for token in words if token.capital and not token.shouted]
    return bool(named) and all(token.capital or "function" in token.entry.roles for token in words)


def _opening(tokens: Sequence[Token], position: int) -> int:
    """Return where the quotation mark stands that opens before `position`, -1 where none does."""
    for here in range(position - 1, max(position - 1 - REACH, -1), -1):
        opens = tokens[here].key in QUOTES and tokens[here + 1].gap == 0 and (here == 0 or tokens[here].gap > 0)
        if opens:
            return here
    return -1


def _closing(tokens: Sequence[Token], position: int, mark: str) -> int:
    """Return where `mark` closes at or behind `position`, -1 where it does not."""
    for here in range(position, min(position + REACH, len(tokens))):
        if tokens[here].key == mark and tokens[here].gap == 0:
            return here
    return -1
