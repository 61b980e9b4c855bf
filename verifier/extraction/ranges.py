"""Amounts in, amounts out with the two ends of each range, and the two sides of each ratio, as one."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from verifier.extraction.codes import hyphened
from verifier.extraction.compose import Amount, per_after_money
from verifier.extraction.ratios import is_ratio, is_score, join_ratio
from verifier.extraction.tokens import Token

__all__ = ["join_pairs", "sign_first"]

DASHES = "-–—−"
JOINTS = ("word", "sign", "phrase")
HYPHENED = 3  # tokens of "-of-"
LEAST_ROUND, MOST_APART = 10, Decimal("1.5")  # of a guess between numbers that are no neighbours
CHANGE_REACH = 3  # words between a verb of change and the first of its numbers


def join_pairs(amounts: list[Amount], tokens: Sequence[Token]) -> list[Amount]:
    """Return the amounts with ranges ("5-10 persen", "antara 6 dan 7") and ratios joined."""
    out = amounts[:1]
    for amount in amounts[1:]:
        last = out[-1]
        if last.high or not last.values or not amount.values or not _join(last, amount, tokens, out):
            out.append(amount)
    return out


def _behind_score(amounts: list[Amount], tokens: Sequence[Token]) -> bool:
    """True where the last amount follows a score and a comma: "6-3, 4-6", "6-7 (5), 4-6"."""
    last = amounts[-3:]
    if "ratio" not in [amount.kind for amount in last[:-1]]:
        return False
    between = [[token.key for token in tokens[left.end : right.first]] for left, right in pairwise(last)]
    if last[-2].kind == "ratio":
        return between[-1] == [","]
    return len(last) == 3 and last[0].kind == "ratio" and between == [["("], [")", ","]]


def _join(left: Amount, right: Amount, tokens: Sequence[Token], done: list[Amount]) -> bool:
    """Join `right` to `left`, the last that is `done`, where they are one fact; return whether that was done."""
    joint = tokens[max(left.end, left.noun_end) : right.first]
    if hyphened(tokens, right.first - 1):
        return _join_hyphened(left, right, tokens)
    if not joint and _alike(left, right) and not right.bare and _neighbours(left, right, counted=True):
        return _range(left, right, tokens, shortened=False)  # "dua tiga hari"
    if not joint or len(joint) > 2 or any(token.kind not in JOINTS for token in joint):
        return False
    single = joint[0] if len(joint) == 1 else None
    hung = joint[0].key in DASHES and joint[0].gap == 0  # "30- to 40-year"
    word = "to" in joint[-1].entry.roles and (single is not None or joint[0].key == "," or hung)
    if "ordinal" in (left.kind, right.kind):
        return word and left.kind == right.kind and _range_of_ordinals(left, right)
    if right.kind == "multiple" and not left.kind and left.bare and left.values[0] < right.values[0]:
        paired = "and" in joint[0].entry.roles and _between(left, tokens)
        return (word or paired or joint[0].key in DASHES) and _range_of_multiples(left, right)
    if "multiple" in (left.kind, right.kind) or left.reason not in ("", "pronoun"):
        return False
    if single is not None and not word and is_ratio(left, right, single, tokens):
        return join_ratio(left, right)
    dash = single is not None and single.key in DASHES
    if "fraction" in (left.form, right.form) and left.form != right.form and not tokens[left.number].key[0].isdigit():
        return False  # "rose by a fifth to 2.3bn euros"
    told = word and _from_to(left, tokens)
    if (
        (dash or word)
        and not told
        and left.bare
        and not right.unit
        and is_score(left, right, tokens, dash=dash, listed=_behind_score(done, tokens))
    ):
        return join_ratio(left, right)
    quoted = single is not None and single.key == "/" and single.gap == 0 and _is_quote(left, right, tokens)
    both = single is not None and "and" in single.entry.roles and _between(left, tokens)
    guess = single is not None and "or" in single.entry.roles and _neighbours(left, right)
    if not (dash or quoted or word or both or guess) or not _alike(left, right):
        return False
    if told or (word and _changes(left, right, tokens)):
        return False
    return _range(left, right, tokens, shortened=dash or quoted)


def _is_quote(left: Amount, right: Amount, tokens: Sequence[Token]) -> bool:
    """Say whether a bid and an ask stand together: "Rp9.100/05", "104.25/28 yen", "107,15/18 per dolar"."""
    if left.money:
        return True
    rate = right.bare and right.end < len(tokens) and "per" in tokens[right.end].entry.roles
    exponent = left.values[0].as_tuple().exponent
    if not isinstance(exponent, int) or exponent >= 0 or not left.bare:
        return False
    return right.money or (rate and len(tokens[right.number].key) == -exponent)


def _neighbours(left: Amount, right: Amount, *, counted: bool = False) -> bool:
    """Say whether two numbers in words are a guess where "or" joins them: "seven or eight", "ten or fifteen".

    "Two or four" and "15 or 30" are two choices. `counted`: nothing joins them, only neighbours are a guess then.
    """
    if not left.form == right.form == "words" or not left.bare or left.scale or left.reason or right.reason:
        return False
    low, high = left.values[0], right.values[0].scaleb(-right.scale)
    near = not counted and low >= LEAST_ROUND and low < high <= low * MOST_APART
    return low > 1 and (near or high == low + 1)


def _join_hyphened(left: Amount, right: Amount, tokens: Sequence[Token]) -> bool:
    """Join "12-of-18" and "3-to-1", which are ratios, and "10-to-15-minute", which is a range."""
    if right.first - left.end != HYPHENED or not left.bare or left.reason or left.high:
        return False
    parts = "to" not in tokens[left.end + 1].entry.roles  # "12-of-18", "3-for-4"
    if parts or (right.values[0] < left.values[0] and not right.unit):
        return join_ratio(left, right)
    return right.values[0] > left.values[0] and _alike(left, right) and _range(left, right, tokens, shortened=False)


def _range_of_ordinals(left: Amount, right: Amount) -> bool:
    left.high, left.end = right.values, right.end
    return True


def _range_of_multiples(left: Amount, right: Amount) -> bool:
    """Make one range of "3-4 times faster"; return True."""
    left.high, left.end, left.kind, left.reason = right.values, right.end, right.kind, ""
    return True


def _behind(amount: Amount, tokens: Sequence[Token], role: str, steps: int = 1) -> bool:
    return amount.first >= steps and role in tokens[amount.first - steps].entry.roles


def _between(left: Amount, tokens: Sequence[Token]) -> bool:
    """True for "between 6", and for "between the ages of 6"."""
    if _behind(left, tokens, "between"):
        return True
    return _behind(left, tokens, "age_word") and _behind(left, tokens, "between", 2)


def _from_to(left: Amount, tokens: Sequence[Token]) -> bool:
    """True for "rose from 5 to 7 percent", two numbers; not for "ranging from 5 to 7 percent"."""
    return _behind(left, tokens, "from") and not _behind(left, tokens, "ranging", 2)


def _changes(left: Amount, right: Amount, tokens: Sequence[Token]) -> bool:
    """True for "slid 45 pence to 318 pence", "up by 3 cents to $1.12": a change and a level."""
    if not left.unit and (right.unit or right.noun):
        return False
    before = tokens[max(left.first - CHANGE_REACH, 0) : left.first]
    if before and "age_word" in before[-1].entry.roles:
        return False  # "taken by pupils aged 11 to 14"
    led = before[-1].entry.roles if before else {}
    if ("by" in led or "part_word" in led) and _near(left, right):
        before = before[:-1]  # "cut costs by $150 million to $200 million"
    return any("changing" in token.entry.roles for token in before)


def _near(left: Amount, right: Amount) -> bool:
    """Say whether two amounts, written alike, are so near that they can be the ends of one change."""
    low, high = left.values[0], right.values[0]
    return left.unit == right.unit and left.scale == right.scale and low < high <= 2 * low


def _alike(left: Amount, right: Amount) -> bool:
    """True where both can be the ends of one range: one unit, written at both or at the last only."""
    if left.noun and left.noun != right.noun:
        return False
    if left.unit == right.unit:
        return True
    if not left.unit:
        return not sign_first(right)
    return left.money and (not right.unit or right.unit.partition("/")[0] == left.unit)


def sign_first(amount: Amount) -> bool:
    """True where the currency stands before the number ("Rp9.300")."""
    return amount.money and amount.first < amount.number


def _range(left: Amount, right: Amount, tokens: Sequence[Token], *, shortened: bool) -> bool:
    """Make one range of two amounts, in place of the left one; return whether that was possible."""
    low, high = left.values[0], right.values[0]
    if right.scale and not left.scale and left.form in ("digits", "words") and low < 1000:
        low = low.scaleb(right.scale)
    if shortened and high < low and left.bare and right.bare and tokens[left.number].key.isdecimal():
        return False  # "342-92": no page, and no price
    if shortened and (high < low or _looks_short(left, right, tokens)):
        written = _short_end(left.values[0], tokens[right.number].key)
        if written is None or written <= low:
            return False
        high = written
    if high < low and (left.money or (left.unit and right.unit and high > 0)):
        return False  # "ahead by 52 percent to 41 percent"
    left.values, left.high, left.kind = (low,), (high,), ""
    left.unit, left.money = right.unit or left.unit, right.money or left.money
    left.noun, left.noun_end, left.end = right.noun, right.noun_end, right.end
    left.scale = right.scale or left.scale
    left.rules += right.rules
    if left.money and "/" not in left.unit:
        per_after_money(tokens, left)
    return True


def _looks_short(left: Amount, right: Amount, tokens: Sequence[Token]) -> bool:
    """True for "12,936-2941": the second end repeats only the decimals of the first."""
    first, second = tokens[left.number].key, tokens[right.number].key
    if not second.isdecimal() or first.isdecimal() or not 2 <= len(second) < len(first):
        return False
    exponent = left.values[0].as_tuple().exponent
    if left.money and isinstance(exponent, int) and -exponent > len(second):  # "$1.8412-17"
        return True
    return right.values[0] > left.values[0] * 10 and not right.scale


def _short_end(low: Decimal, second: str) -> Decimal | None:
    """Return the other end where only its last digits are written: "154,66-71" ends at 154.71."""
    digits, exponent = low.as_tuple().digits, low.as_tuple().exponent
    if not second.isdecimal() or len(second) > len(digits) or not isinstance(exponent, int):
        return None
    return Decimal((0, digits[: -len(second)] + tuple(int(digit) for digit in second), exponent))
