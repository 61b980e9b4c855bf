"""Amounts in, the same amounts out with the currency that another amount of the sentence names for them.

"Laba naik dari Rp2,5 miliar menjadi 4 miliar": both are rupiah. "Naik 81 sen menjadi 82,79 dolar AS": cents of dollars.
"""

from collections.abc import Collection, Mapping, Sequence

from verifier.extraction.amount import Amount
from verifier.extraction.plurals import is_plural
from verifier.extraction.tokens import Token
from verifier.pack import Phrases

__all__ = ["imply_currencies", "settle_marks"]

REACH = 14  # tokens between an amount and the one that names its currency
NEIGHBOURS = 3  # amounts on each side that are asked
LARGE = 9  # the power of ten from which a number without a noun beside money is money
SCALED = 6  # the same, where money of the thousands or more becomes it
THOUSANDS = 3
COUNTED = frozenset({"counted", "per_noun", "mass", "unit"})  # roles of nouns that large numbers count
ENDS = frozenset(".?!;")


def imply_currencies(
    amounts: Sequence[Amount], tokens: Sequence[Token], choices: Mapping[str, Sequence[str]], phrases: Phrases
) -> None:
    """Give amounts the currency that is meant; `choices` are the currencies that a word can stand for."""
    if not any(amount.money for amount in amounts):
        return
    for place, amount in enumerate(amounts):
        if amount.reason or amount.kind:
            continue
        if amount.money:
            _settle_cents(amounts, place, tokens, choices)
        elif amount.scale >= SCALED and not amount.high and (amount.bare or _tells(amount, tokens, phrases)):
            _take_currency(amounts, place, tokens)


def settle_marks(amount: Amount, before: Sequence[Amount], undivided: Collection[str]) -> None:
    """Take the mark of "¥9,800" for one of groups: the currency is one of those of which nobody pays a part.

    Behind amounts with a scale word the decimals stay: it may be left out, "dari Rp4,612 triliun menjadi Rp5,480".
    """
    scaled = any(other.scale and other.unit == amount.unit for other in before[-NEIGHBOURS:])
    if amount.unit in undivided and not amount.scale and not scaled:
        whole = [value for value in amount.values if value == value.to_integral_value()]
        amount.values = tuple(whole[-1:]) or amount.values


def _settle_cents(
    amounts: Sequence[Amount], place: int, tokens: Sequence[Token], choices: Mapping[str, Sequence[str]]
) -> None:
    """Take cents for those of the currency beside them, where they can be its own."""
    amount = amounts[place]
    word = tokens[amount.number + 1] if amount.number + 1 < amount.end else None
    if word is None or "subunit" not in word.entry.roles or word.key not in choices:
        return
    for other in _beside(amounts, place, tokens):
        currency = other.unit.partition("/")[0]
        if other.money and currency in choices[word.key] and "subunit" not in tokens[other.end - 1].entry.roles:
            _, slash, below = amount.unit.partition("/")
            amount.unit = currency + slash + below
            return


def _take_currency(amounts: Sequence[Amount], place: int, tokens: Sequence[Token]) -> None:
    """Take the unit of an amount of money of like size."""
    amount = amounts[place]
    before = tokens[amount.first - 1] if amount.first else None
    becoming = before is not None and "becoming" in before.entry.roles
    if not becoming and amount.scale < LARGE:
        return
    for other in _beside(amounts, place, tokens):
        if other.money and not other.reason and other.scale >= (THOUSANDS if becoming else LARGE):
            amount.unit, amount.money, amount.noun, amount.noun_end = other.unit, True, "", 0
            return


def _tells(amount: Amount, tokens: Sequence[Token], phrases: Phrases) -> bool:
    """Say whether a large number tells how much the noun behind it is, and counts nothing: "a 6.99 billion loss"."""
    if amount.unit or not amount.first or amount.noun_end != amount.end + 1 or not phrases.plural_endings:
        return False
    article, noun = tokens[amount.first - 1].entry.roles, tokens[amount.end]
    counted = not COUNTED.isdisjoint(noun.entry.roles) or is_plural(noun.key, phrases)
    return "article" in article and not counted


def _beside(amounts: Sequence[Amount], place: int, tokens: Sequence[Token]) -> list[Amount]:
    """Return the amounts of the same sentence that stand near, those before it first."""
    amount = amounts[place]
    before = [
        other
        for other in reversed(amounts[max(place - NEIGHBOURS, 0) : place])
        if not _apart(tokens[other.end : amount.first])
    ]
    behind = amounts[place + 1 : place + 1 + NEIGHBOURS]
    return before + [other for other in behind if not _apart(tokens[amount.end : other.first])]


def _apart(between: Sequence[Token]) -> bool:
    return len(between) > REACH or any(token.key in ENDS for token in between)
