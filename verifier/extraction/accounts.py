"""An amount written as in accounts and on exchanges in, what it means out: "$(4.2) million", "(0.7)%", "$4.12 1/2"."""

from collections.abc import Sequence
from decimal import Decimal

from verifier.extraction.amount import Amount
from verifier.extraction.tokens import Token
from verifier.extraction.units import Unit, with_per

__all__ = ["add_fraction", "take_loss"]

CENTS = -2  # the exponent of a price whose fraction is one of a cent


def take_loss(tokens: Sequence[Token], amount: Amount) -> bool:
    """Take in brackets that make a number negative; return whether that was done.

    The percent sign or the scale word stands behind them, the currency before.
    """
    if not amount.first or tokens[amount.first - 1].key != "(" or tokens[amount.first].gap or amount.scale:
        return False
    closing, sign = (tokens[amount.end + step] if amount.end + step < len(tokens) else None for step in (0, 1))
    if closing is None or closing.key != ")" or closing.gap:
        return False
    if sign is not None and sign.key == "%" and sign.gap == 0:
        amount.unit, amount.end = "percent", amount.end + 2
    elif amount.money and (scale := _scale(sign)):  # "($4.2) million"
        amount.values = tuple([value.scaleb(scale) for value in amount.values[:1]])
        amount.scale, amount.end = scale, amount.end + 2
    elif code := _currency(tokens, amount.first - 2):
        scale = _scale(sign)
        amount.values = tuple([value.scaleb(scale) for value in amount.values[:1]])
        amount.scale, amount.unit, amount.money = scale, code, True
        amount.first, amount.end = amount.first - 1, amount.end + 1 + bool(scale)
    else:
        return False
    amount.values = tuple([-value for value in amount.values])
    amount.first -= 1
    return True


def _currency(tokens: Sequence[Token], position: int) -> str:
    """Return the code of the currency sign that touches the opening bracket behind it."""
    if position < 0 or tokens[position + 1].gap:
        return ""
    return str(tokens[position].entry.roles.get("currency_sign", ""))


def _scale(token: Token | None) -> int:
    """Return the power of ten of a scale word, 0 where there is none."""
    word = token.entry.roles.get("scale") if token is not None else None
    return len(str(word)) - 1 if word is not None else 0


def add_fraction(left: Amount, right: Amount, tokens: Sequence[Token]) -> bool:
    """Add the fraction of a cent behind a price: "$4.12 1/2 a bushel"; return whether that was done."""
    if not left.money or left.scale or left.high or right.form != "fraction" or right.first != left.end:
        return False
    if not left.values or not right.values:
        return False
    exponent = left.values[0].as_tuple().exponent
    if exponent != CENTS or not 0 < right.values[0] < 1 or not tokens[right.number].key[0].isdigit():
        return False
    unit = with_per(tokens, Unit(left.unit, right.number + 1, True))
    left.values = (left.values[0] + right.values[0] * Decimal("0.01"),)
    left.unit, left.end = unit.key, unit.end
    return True
