"""A number and its neighbours in, whether they are groups of a telephone number out."""

import re
from collections.abc import Sequence

from verifier.extraction.tokens import Token

__all__ = ["in_phone"]

DASHES = "-–"
LONGEST_PHONE = 6  # groups of digits
AMERICAN = re.compile(r"(?:1 )?\d{3} \d{3} \d{4}")  # no amount has groups of three digits and then four
LEAST_PREFIX, LEAST_NUMBER = 3, 5  # digits of a phone in two groups


def in_phone(tokens: Sequence[Token], number: int) -> bool:
    """True for "0800 555 0142", "030 123456", "+44 20 7946 0018", led by a zero or a plus, and for "512 555 0142"."""
    first = last = number
    if _before_zero(tokens, number):
        return True
    if not _beside_group(tokens, number) or not _group(tokens[number]):
        return False
    lowest, highest = max(first - LONGEST_PHONE, 0), min(last + LONGEST_PHONE, len(tokens) - 1)
    while first > lowest and tokens[first].gap == 1 and _group(tokens[first - 1]):
        first -= 1
    while last < highest and tokens[last + 1].gap == 1 and _group(tokens[last + 1]):
        last += 1
    if AMERICAN.fullmatch(" ".join([token.key for token in tokens[first : last + 1]])):
        return True
    groups = last - first + (" " in tokens[first].key)
    if first > 2 and tokens[first - 1].key == ")" and tokens[first - 3].key == "(":  # "(021) 5550142"
        return _group(tokens[first - 2]) and tokens[first - 2].key[0] == "0"
    plus = first > 0 and tokens[first - 1].key == "+" and tokens[first].gap == 0
    long = groups == 1 and len(tokens[first].key) >= LEAST_PREFIX and len(tokens[last].key) >= LEAST_NUMBER
    return (plus and groups >= 1) or (tokens[first].key[0] == "0" and (groups >= 2 or long))


def _before_zero(tokens: Sequence[Token], number: int) -> bool:
    """Say whether a dash leads to digits that begin with a zero and are no month: "1500-046"."""
    if number + 2 >= len(tokens) or tokens[number + 1].key not in DASHES:
        return False
    touching = tokens[number + 1].gap == tokens[number + 2].gap == 0 and _group(tokens[number + 2])
    return touching and len(tokens[number + 2].key) > 2 and tokens[number + 2].key[0] == "0"


def _beside_group(tokens: Sequence[Token], number: int) -> bool:
    """Say whether another number, or a bracket, stands beside: one group alone is no phone, if no space is in it."""
    if " " in tokens[number].key:
        return True
    if number and (tokens[number - 1].kind == "numeral" or tokens[number - 1].key == ")"):
        return True
    return number + 1 < len(tokens) and tokens[number + 1].kind == "numeral"


def _group(token: Token) -> bool:
    return token.kind == "numeral" and token.key.replace(" ", "").isdecimal()
