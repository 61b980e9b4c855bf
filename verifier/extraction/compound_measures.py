"""Amounts in, amounts out with the parts of one measure joined: "2 jam 15 menit", "33° 40′", "59, 8 km²"."""

import re
from collections.abc import Sequence
from decimal import Decimal

from verifier.extraction.accounts import add_fraction
from verifier.extraction.codes import hyphened
from verifier.extraction.compose import Amount, take_compass
from verifier.extraction.lexicon import Lexicon
from verifier.extraction.numeral_window import settled
from verifier.extraction.tokens import Token, joins_members

__all__ = ["join_compounds"]

INCHES = Decimal(12)  # in a foot
SIXTY = 60  # of anything may be told beside a larger unit
LEAST_SCALE = 6  # the power of ten of "juta"
LONGEST_WHOLE = 3  # digits before such a comma, so that a year is none
LONGEST_SIGN = 3  # letters: "h", "hr", "min"
MINUTES, SECONDS = re.compile(r"[1-9]?\d"), re.compile(r"[0-5]\d[.,]\d{1,3}")


def join_compounds(amounts: list[Amount], tokens: Sequence[Token], lexicon: Lexicon) -> list[Amount]:
    """Return the amounts with each compound measure as one, in its largest unit."""
    comma = lexicon.pack.numerals.decimal_marks[0] == ","
    steps = lexicon.pack.units.steps
    out, done = amounts[:1], 0  # how many of the part joined last make the largest unit
    exact = Decimal(0)
    for amount in amounts[1:]:
        last = out[-1]
        joint = tokens[max(last.end, last.noun_end) : amount.first]
        step = steps.get(f"{last.unit}/{amount.unit}", 0)
        single = joint[0] if len(joint) == 1 else None
        if single is not None and comma and _spaced_decimal(last, amount, single, tokens):
            decimals = tokens[amount.number].key.partition(" ")[0]
            last.values = (Decimal(f"{tokens[last.number].key}.{decimals}").scaleb(amount.scale),)
            last.unit, last.money, last.scale = amount.unit or last.unit, amount.money or last.money, amount.scale
            last.noun, last.noun_end, last.end, last.reason = amount.noun, amount.noun_end, amount.end, ""
        elif not joint and add_fraction(last, amount, tokens):
            pass
        elif single is not None and _half_more(last, amount, single, tokens):
            last.values, last.end = (last.values[0] + amount.values[0],), amount.end
        elif single is not None and _clocked(last, amount, single, tokens):
            last.values = (last.values[0] * SIXTY + amount.values[0],)
            last.unit, last.end = "second", amount.end
        elif last.unit == "hour" and not joint and _minutes(last, amount, tokens):
            last.values, last.end, last.reason = (settled(last.values[0] + amount.values[0] / SIXTY),), amount.end, ""
        elif last.unit == "foot" and _inches(last, amount, joint, tokens):
            last.values = (settled(last.values[0] + amount.values[0] / INCHES),)
            last.end = amount.end
        elif (
            step > done
            and not _apart(last, amount, joint, tokens)
            and _part(last, amount, joint, tokens, step // (done or 1), whole=not done)
        ):
            exact = (exact if done else last.values[0]) + amount.values[0] / Decimal(step)
            last.values, last.end, done = (settled(exact),), amount.end, step
            if last.unit == "degree":
                take_compass(tokens, last)
        else:
            out.append(amount)
            done = 0
            continue
        last.rules += amount.rules
    return out


def _spaced_decimal(left: Amount, right: Amount, joint: Token, tokens: Sequence[Token]) -> bool:
    """Say whether "59, 8 km²", "Rp 3, 5 miliar" have a decimal comma with a space behind it: they are no lists."""
    if joint.key != "," or joint.gap or left.reason not in ("", "name") or left.scale:
        return False
    signed = left.money and left.first < left.number  # "Rp 3"
    if not left.values or not (left.bare or signed) or (signed and not right.scale):
        return False
    if right.scale < LEAST_SCALE and (not right.unit or right.money):
        return False
    before, further = (tokens[left.first - step] if left.first >= step else None for step in (1, 2))
    if before is not None and further is not None and further.kind == "numeral" and before.key == ",":
        return False
    whole, decimals = tokens[left.number].key, tokens[right.number].key.partition(" ")[0]
    return whole.isdecimal() and len(whole) <= LONGEST_WHOLE and decimals.isdecimal() and len(decimals) <= 2


def _half_more(left: Amount, right: Amount, joint: Token, tokens: Sequence[Token]) -> bool:
    """Say whether "and a half" goes on with the unit before it: "an hour and a half", "two miles and a quarter"."""
    if "and" not in joint.entry.roles or right.form != "fraction" or not (right.bare and left.values and right.values):
        return False
    after = tokens[right.end].entry.roles if right.end < len(tokens) else {}
    led = right.end - right.first > 1 or "article" in tokens[right.first].entry.roles
    measured = bool(left.unit) and not left.money and not left.high and left.values[0] == int(left.values[0])
    return led and measured and "part_word" not in after


def _minutes(left: Amount, right: Amount, tokens: Sequence[Token]) -> bool:
    """Say whether two digits touch a sign for hours: "2h30"."""
    digits = tokens[right.number]
    valued = left.values and right.values
    if left.high or not valued or tokens[left.end - 1].gap or digits.gap or not digits.key.isdecimal():
        return False
    return right.bare and right.first == right.number and len(digits.key) == 2 and right.values[0] < SIXTY


def _clocked(left: Amount, right: Amount, joint: Token, tokens: Sequence[Token]) -> bool:
    """Say whether a colon joins minutes and seconds with their decimals: "1:43.2"."""
    if joint.key != ":" or joint.gap or tokens[right.first].gap:
        return False
    if not left.bare or not right.bare or left.first != left.number or not left.values or not right.values:
        return False
    seconds = right.values[0]
    if seconds >= SIXTY or seconds == int(seconds):
        return False  # a scale: "1:50.000"
    return MINUTES.fullmatch(tokens[left.number].key) is not None and bool(SECONDS.fullmatch(tokens[right.number].key))


def _inches(left: Amount, right: Amount, joint: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Say whether a bare number goes on with feet: "6 foot 2"."""
    dashed = len(joint) == 1 and hyphened(tokens, right.first - 1)  # "a 5-foot-11 guard"
    signed = tokens[left.end - 1].kind == "sign"  # "5'4"
    if left.high or (joint and not dashed) or right.unit or right.form != "digits":
        return False
    if not left.values or not right.values or (right.noun and not (signed or dashed)):
        return False
    apart = tokens[right.number].gap == (0 if signed or dashed else 1) and tokens[right.number].key.isdecimal()
    inches = right.values[0] if apart else INCHES
    return inches < INCHES and left.values[0] == int(left.values[0]) and left.form in ("digits", "words")


def _part(
    left: Amount, right: Amount, joint: Sequence[Token], tokens: Sequence[Token], step: int, *, whole: bool
) -> bool:
    """Say whether the smaller measure continues the larger one; `whole`: so far it is one measure, and no part."""
    if not left.values or not right.values or right.money or left.high or right.high:
        return False
    units = tokens[left.end - 1], tokens[right.end - 1]
    pointed = bool(joint) and joint[0].key == "." and joint[0].gap == 0 and all(map(_abbreviated, units))
    continued = _lists(joint[1:]) if pointed else _continues(joint, units[0])
    if not continued or not _written_alike(*units):
        return False
    largest, rest = left.values[0], right.values[0]
    return (not whole or largest == int(largest)) and 0 <= rest < max(step, SIXTY)


def _apart(left: Amount, right: Amount, joint: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Say whether a comma ends an age and a time before or after something follows: "died at 78, two days before"."""
    if len(joint) != 1 or joint[0].key != "," or not left.first or right.end >= len(tokens):
        return False
    aged = "age_word" in tokens[left.first - 1].entry.roles
    return aged and "function" in tokens[right.end].entry.roles and "year_lead" in tokens[right.end].entry.roles


def _abbreviated(unit: Token) -> bool:
    """Say whether a unit is written so short that a point may follow it: "6 lbs. 4 oz."."""
    return unit.kind == "word" and len(unit.key) <= LONGEST_SIGN


def _lists(joint: Sequence[Token]) -> bool:
    """Say whether nothing or a comma stands behind the point of a short unit: "5 ft., 3 in."."""
    return not joint or (len(joint) == 1 and joins_members(joint[0]))


def _continues(joint: Sequence[Token], unit: Token) -> bool:
    """Say whether nothing, "and", or behind a word for a time a comma stands between two parts of a measure."""
    if len(joint) > 2 or (joint and joint[0].key == "," and "period" not in unit.entry.roles):
        return False
    if len(joint) == 2:
        return joint[0].key == "," and "and" in joint[1].entry.roles
    return not joint or joins_members(joint[0])


def _written_alike(larger: Token, smaller: Token) -> bool:
    """Say whether a part in one letter follows a sign: "2h 15m" are minutes, "2 hours, 15 m" metres."""
    return smaller.kind != "word" or len(smaller.key) > 1 or len(larger.key) <= LONGEST_SIGN
