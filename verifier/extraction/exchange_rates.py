"""Amounts in, the same amounts out with the unit of each rate of exchange: "the yuan fell to 7.2451 per dollar"."""

from collections.abc import Sequence

from verifier.extraction.amount import Amount
from verifier.extraction.implied_units import words_before
from verifier.extraction.tokens import Window
from verifier.extraction.units import per

__all__ = ["read_rates"]


def read_rates(amounts: Sequence[Amount], window: Window) -> None:
    """Give a bare number behind which a currency is named, and money that is told to another, the unit of a rate."""
    tokens, size = window.tokens, len(window.tokens)
    for amount in amounts:
        if amount.end >= size or not tokens[amount.end].entry.roles or amount.reason or amount.kind or amount.noun:
            continue
        if amount.money and "/" not in amount.unit:
            _read_told(amount, window)
        elif not amount.unit and amount.form == "digits":
            _read_bare(amount, window)


def _read_bare(amount: Amount, window: Window) -> None:
    """Read "weakened to 7.2451 per dollar" where the currency that weakened stands before."""
    tokens = window.tokens
    if "per" not in tokens[amount.end].entry.roles or "article" in tokens[amount.end].entry.roles:
        return
    below = per(tokens, amount.end, True)
    if below is None or not below.money:
        return
    named = [code for word in words_before(window, amount.first) if (code := _currency(window, word))]
    others = [code for code in named if code != below.key]
    if others:
        amount.unit, amount.money, amount.end = f"{others[-1]}/{below.key}", True, below.end


def _read_told(amount: Amount, window: Window) -> None:
    """Read "105 yen to the dollar"."""
    if not window.role(amount.end, "to") or not window.role(amount.end + 1, "person_lead"):
        return
    currency = window.role(amount.end + 2, "currency")
    if currency and currency != amount.unit:
        amount.unit, amount.end = f"{amount.unit}/{currency}", amount.end + 3


def _currency(window: Window, word: str) -> str | None:
    """Return the code of the currency that a word of the text names."""
    node = window.lexicon.root.get(word)
    code = node.entry.roles.get("currency") if node is not None and node.entry is not None else None
    return None if code is None else str(code)
