"""Tokens in, amounts of multiples and of single units out: "dua kali lipat", "doubled", "a week", "seminggu"."""

from collections.abc import Sequence
from decimal import Decimal

from verifier.extraction.amount import Amount
from verifier.extraction.tokens import Token

__all__ = ["multiple_amount", "multiple_end", "often", "single_unit"]

ENDS = ".,;:!?)"
MEASURING = frozenset({"modifier", "duration"})  # before "a week", which states nothing otherwise
COUNTED = frozenset({"times", "per", "counted", "multiple"})


def multiple_amount(position: int, token: Token) -> Amount:
    """Return the amount of a word that says a multiple by itself: "doubled"."""
    value: Decimal = token.entry.roles["multiple"]
    return Amount(position, position + 1, position, (value,), "words", kind="multiple", rules=token.entry.sources)


def multiple_end(tokens: Sequence[Token], amount: Amount) -> int:
    """Return where "dua kali lipat", "three times as", "1.5 times" ends, 0 where it is no multiple."""
    position = amount.end
    if position + 1 >= len(tokens) or "times" not in tokens[position].entry.roles:
        return 0
    if tokens[position].gap and tokens[position].kind == "word" and len(tokens[position].key) == 1:
        return 0  # "4 x 6 meter"
    following = tokens[position + 1].entry.roles
    if "multiple_tail" in following:
        return position + 2
    broken = bool(amount.values) and amount.values[0] != int(amount.values[0])
    return position + 1 if "multiple_cue" in following or broken else 0


def often(tokens: Sequence[Token], amount: Amount) -> bool:
    """Say whether a word for times touches the number and nothing touches it: "3x sehari", not "2x24 jam"."""
    if amount.form != "digits" or amount.end >= len(tokens):
        return False
    times, after = tokens[amount.end], tokens[amount.end + 1] if amount.end + 1 < len(tokens) else None
    if times.gap or times.kind != "word" or "times" not in times.entry.roles:
        return False
    return after is None or after.key in ENDS or (after.gap > 0 and after.kind != "sign")  # not "2x + 3y"


def single_unit(tokens: Sequence[Token], position: int) -> Amount | None:
    """Read "a week", "an hour", "seminggu": one unit of time without a number, behind a word that measures."""
    before = tokens[position - 1] if position else None
    if position + 1 < len(tokens) and "singled" in tokens[position + 1].entry.roles:
        return _singled(tokens, position)
    if _and_part(tokens, position):  # "been a year and a half"
        unit = tokens[position + 1]
        return _one(position, position + 2, str(unit.entry.roles["unit"]), unit.entry.sources)
    if before is None or position + 1 >= len(tokens) or before.kind in ("numeral", "date"):
        return None
    if MEASURING.isdisjoint(before.entry.roles) or not COUNTED.isdisjoint(before.entry.roles):
        return None
    single = tokens[position].entry.roles.get("single")
    if single is not None:
        return _one(position, position + 1, str(single), tokens[position].entry.sources)
    following = tokens[position + 1]
    roles = following.entry.roles
    if "period" not in roles or "unit" not in roles or following.kind != "word" or following.gap == 0:
        return None
    after = tokens[position + 2] if position + 2 < len(tokens) else None
    if after is not None and ("deictic" in after.entry.roles or (after.key in "-'" and after.gap == 0)):
        return None
    return _one(position, position + 2, str(roles["unit"]), following.entry.sources)


def _and_part(tokens: Sequence[Token], position: int) -> bool:
    """Say whether an article and a word for a time go on with more: "a year and a half", "an hour and 15 minutes"."""
    unit, joint, part = tokens[position + 1 : position + 4] if position + 3 < len(tokens) else (None, None, None)
    if unit is None or joint is None or part is None or "article" not in tokens[position].entry.roles:
        return False
    told = "period" in unit.entry.roles and "unit" in unit.entry.roles and "and" in joint.entry.roles
    smaller = tokens[position + 4].entry.roles if position + 4 < len(tokens) else {}
    if part.form in ("digits", "words"):
        return told and "period" in smaller and "unit" in smaller
    return told and part.form == "fraction" and not part.key[0].isdigit()


def _singled(tokens: Sequence[Token], position: int) -> Amount | None:
    """Read "a mile", "a percentage point" behind anything but what is counted by it: "60 cents a mile"."""
    before = tokens[position - 1] if position else None
    if before is not None and (before.kind in ("numeral", "date") or before.entry.measuring):
        return None
    if before is not None and not COUNTED.isdisjoint(before.entry.roles):
        return None
    unit, after = tokens[position + 1], tokens[position + 2] if position + 2 < len(tokens) else None
    priced = (
        tokens[position].capital and after is not None and "part_word" in after.entry.roles
    )  # "A gallon of oil is $3"
    if after is not None and "deictic" in after.entry.roles:  # "a fortnight ago"
        return None
    if priced or unit.gap == 0 or (after is not None and after.key in "-'" and after.gap == 0):
        return None
    amount = _one(position, position + 2, str(unit.entry.roles["unit"]), unit.entry.sources)
    amount.kind = ""
    return amount


def _one(first: int, end: int, unit: str, rules: tuple[str, ...]) -> Amount:
    return Amount(first, end, first, (Decimal(1),), "words", unit=unit, kind="measure", rules=rules)
