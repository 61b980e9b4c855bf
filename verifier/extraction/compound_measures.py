"""Amounts in, amounts out with the parts of one measure joined: "2 jam 15 menit", "33° 40′", "59, 8 km²"."""

from collections.abc import Sequence
from decimal import Decimal

from verifier.extraction.compose import Amount, take_compass
from verifier.extraction.lexicon import Lexicon
from verifier.extraction.tokens import Token

__all__ = ["join_compounds"]

EXACT, SHORT = Decimal("0.000001"), Decimal("0.0001")


def join_compounds(amounts: list[Amount], tokens: Sequence[Token], lexicon: Lexicon) -> list[Amount]:
    """Return the amounts with each compound measure as one, in its largest unit."""
    comma = lexicon.pack.numerals.decimal_marks[0] == ","
    steps = lexicon.pack.units.steps
    out = amounts[:1]
    for amount in amounts[1:]:
        last = out[-1]
        joint = tokens[max(last.end, last.noun_end) : amount.first]
        if comma and _spaced_decimal(last, amount, joint, tokens):
            last.values = (last.values[0] + Decimal(f"0.{tokens[amount.number].key}"),)
            last.unit, last.end, last.reason = amount.unit, amount.end, ""
        elif _part(last, amount, joint, steps.get(f"{last.unit}/{amount.unit}", 0)):
            last.values = (_together(last.values[0], amount.values[0], steps[f"{last.unit}/{amount.unit}"]),)
            last.end = amount.end
            take_compass(tokens, last)
        else:
            out.append(amount)
            continue
        last.rules += amount.rules
    return out


def _spaced_decimal(left: Amount, right: Amount, joint: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Say whether "59, 8 km²" is a decimal comma with a space behind it rather than a list."""
    if len(joint) != 1 or joint[0].key != "," or joint[0].gap or not left.bare or not right.unit or right.money:
        return False
    before, further = (tokens[left.first - step] if left.first >= step else None for step in (1, 2))
    if before is not None and further is not None and further.kind == "numeral" and before.key == ",":
        return False
    whole, decimals = tokens[left.number].key, tokens[right.number].key
    return whole.isdecimal() and decimals.isdecimal() and len(decimals) <= 2 and (len(whole) > 1 or whole == "0")


def _part(left: Amount, right: Amount, joint: Sequence[Token], step: int) -> bool:
    """Say whether the smaller measure continues the larger one."""
    if not step or not left.values or not right.values or right.money:
        return False
    if joint and (len(joint) > 1 or "and" not in joint[0].entry.roles):
        return False
    whole, rest = left.values[0], right.values[0]
    return whole == int(whole) and 0 <= rest < max(step, 60)


def _together(whole: Decimal, rest: Decimal, step: int) -> Decimal:
    """Return the measure in the larger unit: exact to six places, else rounded to four."""
    part = rest / Decimal(step)
    return whole + (part if part == part.quantize(EXACT) else part.quantize(SHORT)).normalize()
