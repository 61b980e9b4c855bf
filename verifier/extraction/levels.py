"""Amounts in, the same amounts out with the unit of a level on each bare number that is set beside it.

"61 percent, compared with 58", "48 percent and him at 45", "5 percent in May and 3 in June", "52 percent to 48".
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from verifier.extraction.amount import Amount
from verifier.extraction.tokens import Token, joins_members
from verifier.pack import Phrases

__all__ = ["share_levels"]

APART = ("ordinal", "multiple", "ratio")  # kinds that share nothing
COMPARED_REACH = 14  # tokens from a level to the one that it is compared with
PARALLEL_REACH = 7  # tokens from a level to the next of its kind
LONGEST_FORMER = 2  # tokens from a level to the one that it came from: "dari sebelumnya"
CHANGE_REACH = 3  # words between a verb of change and the number that tells the change
ENDS = frozenset(".?!;:")
LEVELLING = frozenset({"standing", "becoming", "to", "scale_unit"})  # roles of words before a level
PERCENT, WHOLE, NEARLY_WHOLE = "percent", 100, 90
LIKE = 10  # times as much is a level of something else
PART_OF = Decimal(3)  # times as much is no part in brackets
SCALED = 6  # the power of ten from which a scale word is left out behind a level
LEAST_PLAIN = 1000  # numbers from here on are written in full


def share_levels(amounts: Sequence[Amount], tokens: Sequence[Token], phrases: Phrases) -> None:
    """Give each bare number the unit of the level before it, where the words between say that both are of one kind."""
    for left, right in pairwise(amounts):
        if not left.unit or left.reason or left.kind in APART or left.high:
            continue
        if not right.bare or right.reason or right.kind in APART or right.form not in ("digits", "mixed"):
            continue
        between = tokens[left.end : right.first]
        if not between or len(between) > COMPARED_REACH or any(token.key in ENDS for token in between):
            continue
        if not _alike(left, right):
            continue
        if (
            _compared(between)
            or _came_from(left, between, tokens)
            or _was(left, right, between, tokens)
            or _split_in_brackets(left, right, between)
            or _alternates(right, tokens)
            or _parallel(left, right, tokens, phrases)
            or _shares_of_all(left, right, tokens)
        ):
            _take(left, right)


def _alike(left: Amount, right: Amount) -> bool:
    """Say whether a number can be a level of the same thing: no share of 5 percent came from 1,200."""
    if left.unit != PERCENT:
        return True
    return abs(right.values[0]) <= max(Decimal(WHOLE), LIKE * abs(left.values[0]))


def _compared(between: Sequence[Token]) -> bool:
    """True for ", compared with", " against", ", down from", with words such as "about" behind them."""
    position = len(between) - 1
    while position > 0 and "modifier" in between[position].entry.roles:
        position -= 1
    roles = between[position].entry.roles
    if "comparing" in roles:
        return True
    if "from" not in roles or position < 2:
        return False
    return "changing" in between[position - 1].entry.roles and between[position - 2].key == ","


def _alternates(right: Amount, tokens: Sequence[Token]) -> bool:
    """True for "one is 30 years old, the other 26", not for "the other 5 are unpaved"."""
    if "alternate" not in tokens[right.first - 1].entry.roles:
        return False
    return right.end >= len(tokens) or tokens[right.end].kind == "sign"


def _came_from(left: Amount, between: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """True for "menjadi 9,25 persen dari 9,5", "ke 61 km dari sebelumnya 58": the level before, without its unit."""
    if left.first == 0 or "becoming" not in tokens[left.first - 1].entry.roles or len(between) > LONGEST_FORMER:
        return False
    words = all(token.kind == "word" and not token.capital for token in between)
    return words and "part_word" in between[0].entry.roles and not any(joins_members(token) for token in between)


def _was(left: Amount, right: Amount, between: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """True for "an average of 3.4 mln bpd from 3.6 mln", "at 5.2 percent from 5.8": a level and an earlier one.

    Both have scale words, or a word for a level stands before the first: "5 percent from 98" is none.
    """
    if "from" not in between[0].entry.roles or not all("modifier" in token.entry.roles for token in between[1:]):
        return False
    after = tokens[right.end] if right.end < len(tokens) else None
    if after is not None and after.kind != "sign" and "function" not in after.entry.roles:
        return False
    if not right.values[0] or not 1 / Decimal(LIKE) <= abs(left.values[0] / right.values[0]) <= LIKE:
        return False
    if left.scale and right.scale:
        return True
    before = left.first - 1
    while before > 0 and "modifier" in tokens[before].entry.roles:
        before -= 1
    stood = before >= 0 and not LEVELLING.isdisjoint(tokens[before].entry.roles)
    return stood and not left.scale and not right.scale


def _split_in_brackets(left: Amount, right: Amount, between: Sequence[Token]) -> bool:
    """True for the parts of "73,6 tahun (laki-laki 71,7 dan perempuan 75,6)", written as exactly as the whole."""
    opens = between[0].key == "(" or (left.shared and joins_members(between[0]))
    if not opens or len(between) > PARALLEL_REACH or any(token.key == ")" for token in between):
        return False
    if any("scale_unit" in token.entry.roles for token in between):
        return False
    places = {amount.values[0].as_tuple().exponent for amount in (left, right)}
    if len(between) < 2 or len(places) > 1 or left.values[0] == int(left.values[0]) or not right.values[0]:
        return False
    return 1 / PART_OF <= abs(left.values[0] / right.values[0]) <= PART_OF


def _parallel(left: Amount, right: Amount, tokens: Sequence[Token], phrases: Phrases) -> bool:
    """True where the same little word stands before both numbers, or behind both."""
    between = tokens[left.end : right.first]
    if not 2 <= len(between) <= PARALLEL_REACH or not any(joins_members(token) for token in between):
        return False
    if _leads(left, right, tokens):
        return not _tells(between[:-1], phrases)
    after = tokens[right.end] if right.end < len(tokens) else None
    if after is None or between[0].key != after.key or "following" not in after.entry.roles:
        return False
    return joins_members(between[-1]) and not _tells(between, phrases)


def _leads(left: Amount, right: Amount, tokens: Sequence[Token]) -> bool:
    """True for "at 48 percent and him at 45"."""
    if left.first == 0 or right.first - left.end < 3:
        return False
    before, lead = tokens[left.first - 1], tokens[right.first - 1]
    return "standing" in lead.entry.roles and before.key == lead.key


def _tells(between: Iterable[Token], phrases: Phrases) -> bool:
    """Say whether a verb or the name of a scale stands between: "at 5 percent and the index closed at 300"."""
    return any(
        "changing" in token.entry.roles or "scale_unit" in token.entry.roles or token.key.endswith(phrases.verb_endings)
        for token in between
    )


def _shares_of_all(left: Amount, right: Amount, tokens: Sequence[Token]) -> bool:
    """True for a vote of "52 percent to 48", which leaves nobody out, or few; not for "rose 52 percent to 48"."""
    if left.unit != PERCENT or right.first != left.end + 1 or "to" not in tokens[left.end].entry.roles:
        return False
    if not NEARLY_WHOLE <= left.values[0] + right.values[0] <= WHOLE:
        return False
    before = tokens[max(left.first - CHANGE_REACH, 0) : left.first]
    if before and "by" in before[-1].entry.roles:  # "lost by 52 percent to 48", but "lost 5 percent to 95"
        before = [token for token in before[:-1] if "score_word" not in token.entry.roles]
    return not any("changing" in token.entry.roles for token in before)


def _take(left: Amount, right: Amount) -> None:
    right.unit, right.money, right.shared = left.unit, left.money, True
    if left.scale < SCALED or right.scale or right.form != "digits" or abs(right.values[0]) >= LEAST_PLAIN:
        return
    ratio = left.values[0].scaleb(-left.scale) / right.values[0] if right.values[0] else Decimal(0)
    if 1 / Decimal(LIKE) <= abs(ratio) <= LIKE:
        right.values, right.scale = tuple(value.scaleb(left.scale) for value in right.values), left.scale
