"""Two amounts and what stands between them in, whether they are a ratio or a score out."""

from collections.abc import Sequence
from decimal import Decimal

from verifier.extraction.compose import Amount
from verifier.extraction.tokens import Token

__all__ = ["is_ratio", "is_score", "join_ratio"]

SMALL = Decimal(200)  # two bare numbers up to this with a dash between can be a score
SCORE_REACH = 6  # words between a word such as "menang" and the score
RATING = frozenset({"score_word", "scale_unit"})
PART = Decimal(1000)  # "12/15" is so many of so many below this
BEST = frozenset(map(Decimal, (5, 10, 20, 100)))  # marks that others are told against
RATED = Decimal(10)  # the best mark in "4,7 dari 5"


def is_ratio(left: Amount, right: Amount, joint: Token, tokens: Sequence[Token]) -> bool:
    """Say whether one token joins two numbers to a ratio: "1:32", "8/10", "satu dari sepuluh", "4 out of 5".

    Where a word such as "rating" or "won" stands before, "4,7 dari 5" is a mark, and "3 zu 2" a score.
    """
    if not left.bare or right.unit or left.scale or right.scale or not _plain(right):
        return False
    if joint.key == "/" and joint.gap == 0 and not _plain(left):
        return right.values[0] in BEST and 0 <= left.values[0] <= right.values[0]  # "8.5/10"
    if joint.key == ":" and joint.gap == 0 and not _plain(left):
        return left.form == right.form == "digits" and right.bare and right.values[0] == 1  # "10.5:1"
    if not _plain(left):
        rating = "part_word" in joint.entry.roles and right.bare and left.values[0] < right.values[0] <= RATED
        return rating and _rated(left, tokens)
    low, high = left.values[0], right.values[0]
    if joint.key == ":":
        return joint.gap == 0
    if joint.key == "/":
        return joint.gap == 0 and high < PART and left.form == right.form == "digits"
    if "part_word" in joint.entry.roles:  # "satu dari 5 desa" is one of five, "satu dari sepuluh" a share
        return low < high and not (low == 1 and left.form == "words" and right.form == "digits")
    if "ratio_word" not in joint.entry.roles:
        return False
    falling = right.bare and _rated(left, tokens)  # "gewann 3 zu 2"
    return low < high or "function" not in joint.entry.roles or falling


def is_score(left: Amount, right: Amount, tokens: Sequence[Token], *, dash: bool, listed: bool) -> bool:
    """Say whether "2-1", "62 - 44", "3 to 1" is a score.

    An ascending pair is a range, unless a word says that it is a score or `listed`: a score stands before.
    """
    if not _plain(right) or left.scale or right.scale:
        return False
    if not _plain(left):
        return not dash and right.bare and right.values[0] == 1 < left.values[0]  # "1.05 to 1"
    low, high = left.values[0], right.values[0]
    if low > SMALL or high > SMALL:
        return dash and low > high and low < PART and _voted(left, tokens)
    if low > high or (low == high and dash) or listed:
        return left.form == right.form
    before = tokens[max(left.first - SCORE_REACH, 0) : left.first]
    return dash and any("score_word" in token.entry.roles for token in before)


def _voted(left: Amount, tokens: Sequence[Token]) -> bool:
    """Say whether a word for a vote stands before a number: "passed the House 342-92"."""
    before = tokens[max(left.first - SCORE_REACH, 0) : left.first]
    return any("voting" in token.entry.roles or "score_word" in token.entry.roles for token in before)


def _rated(left: Amount, tokens: Sequence[Token]) -> bool:
    """Say whether a word for a score or a scale stands before a number."""
    before = tokens[max(left.first - SCORE_REACH, 0) : left.first]
    return any(not RATING.isdisjoint(token.entry.roles) for token in before)


def join_ratio(left: Amount, right: Amount) -> bool:
    """Make one ratio of two amounts, in place of the left one; return True."""
    left.high, left.end, left.kind = right.values[:1], right.end, "ratio"
    left.noun, left.noun_end = right.noun, right.noun_end
    left.reason = right.reason if left.reason in ("", "pronoun") else left.reason
    return True


def _plain(amount: Amount) -> bool:
    value = amount.values[0]
    return amount.form in ("digits", "words") and value == int(value)
