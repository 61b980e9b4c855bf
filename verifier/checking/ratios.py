"""A claim of a multiple or a share in, what one row divided by another makes of it out."""

from collections.abc import Sequence
from decimal import Decimal

from verifier.checking.compare import agree_with_interval, in_unit
from verifier.checking.derived import HUNDRED, ONE, Derived, Tools, base_row, figure_in
from verifier.claims.claim import Claim
from verifier.claims.intervals import (
    DIGITS,
    Interval,
    ModifierSets,
    cell_interval,
    exponent,
    point,
    rounding_interval,
)
from verifier.linking.linked import Link
from verifier.model import Kind, Modifier, Row
from verifier.verdict import Reason

__all__ = ["multiple", "multiple_set", "part_of_change", "share", "share_set"]


def multiple(link: Link, tools: Tools) -> Derived | Reason:
    row = link.rows[0]
    other: Row | Reason = link.others[0] if link.others else base_row(link)
    if isinstance(other, Reason):
        return other
    quotient = _quotient(row, other)
    if quotient is None:
        return Reason.NO_ROW
    interval, value = quotient
    allowed = multiple_set(link.claim, tools.sets)
    agrees = allowed.meets(interval)
    reason = Reason.MODIFIER if link.claim.modifier else Reason.ROUNDED if agrees else Reason.VALUE
    text = tools.explainer.say(
        "multiple_holds" if agrees else "multiple_fails",
        arithmetic=tools.explainer.quotient(row, other, value),
        written=link.claim.said,
        allowed=tools.explainer.interval(allowed),
    )
    return Derived(agrees, reason, (row, other), text, value, interval)


def _quotient(above: Row, below: Row, *further: Row) -> tuple[Interval, Decimal] | None:
    """Return one row divided by another, or by the sum of several; None where the divisor can be zero."""
    divisor, whole = point(Decimal(0)), Decimal(0)
    for row in (below, *further):
        converted = in_unit(row, above.unit)
        divisor = divisor.plus(cell_interval(row).mapped(converted))
        whole = DIGITS.add(whole, converted(row.value or Decimal(0)))
    interval = cell_interval(above).over(divisor)
    if interval is None or above.value is None:
        return None
    return interval, DIGITS.divide(above.value, whole)


def multiple_set(claim: Claim, sets: ModifierSets) -> Interval:
    """Return what a multiple covers: the set of its modifier, what rounds to "1,7", some percent around "dua"."""
    low, high = min(claim.values), max(claim.values)
    if claim.modifier is None and exponent(low) < 0 and any(character.isdigit() for character in claim.text):
        return Interval(rounding_interval(low).low, rounding_interval(high).high)
    return _part_set((low, high), claim.modifier, sets)


def _part_set(values: Sequence[Decimal], modifier: Modifier | None, sets: ModifierSets) -> Interval:
    """Return what a number in words covers: some percent on both sides, or the set of its modifier."""
    low, high = min(values), max(values)
    if modifier is not None:
        return sets.interval(modifier, low)
    return Interval(low - low * sets.multiple, high + high * sets.multiple)


def part_of_change(link: Link, row: Row, base: Row, tools: Tools) -> Derived | Reason:
    """Judge "rose by a quarter": by which part of what it was something changed."""
    quotient = _quotient(row, base)
    if quotient is None:
        return Reason.NO_ROW
    interval, value = quotient
    claim = link.claim
    up = Decimal(claim.direction or (1 if value >= ONE else -1))
    changed = Interval(DIGITS.subtract(interval.low, ONE), DIGITS.subtract(interval.high, ONE)).times(up)
    agrees = _part_set(claim.values, claim.modifier, tools.sets).meets(changed)
    reason = Reason.MODIFIER if claim.modifier else Reason.ROUNDED if agrees else Reason.VALUE
    reason = Reason.DIRECTION if changed.high < 0 and claim.direction else reason
    later, earlier = tools.explainer.operands(row, base)
    result = tools.explainer.change(DIGITS.multiply(DIGITS.subtract(value, ONE), HUNDRED), "percent")
    key = "direction" if reason is Reason.DIRECTION else "change_holds" if agrees else "change_fails"
    arithmetic = f"({later} − {earlier}) / {earlier} = {result}"
    text = tools.explainer.say(key, arithmetic=arithmetic, written=claim.said)
    return Derived(agrees, reason, (row, base), text, value, interval)


def share(link: Link, tools: Tools) -> Derived | Reason:
    row, wholes = link.rows[0], link.others
    quotient = _quotient(row, *wholes)
    if quotient is None:
        return Reason.NO_ROW
    interval, value = quotient
    claim = link.claim
    if claim.kind is Kind.PERCENT:
        figure = figure_in(link, tools)
        found = agree_with_interval(figure, interval.times(HUNDRED), value * HUNDRED, tools.sets)
        agrees, reason = found.agrees, found.reason
    else:
        figure = None
        agrees = share_set(link, tools.sets).meets(interval)
        reason = Reason.MODIFIER if claim.modifier else Reason.ROUNDED if agrees else Reason.VALUE
    first, *parts = tools.explainer.operands(row, *wholes)
    added = " + ".join(parts)
    arithmetic = f"{first} / {f'({added})' if parts[1:] else added} = {tools.explainer.percent(value)}"
    text = tools.explainer.say("change_holds" if agrees else "change_fails", arithmetic=arithmetic, written=claim.said)
    return Derived(agrees, reason, (row, *wholes), text, value, interval, figure)


def share_set(link: Link, sets: ModifierSets) -> Interval:
    """Return what a part in words covers: "separuh" as a multiple does, "satu dari empat" what is near it."""
    claim = link.claim
    if claim.kind is Kind.RATIO and claim.modifier is None:
        part, whole = claim.values
        rounding = rounding_interval(whole)
        share = DIGITS.divide(part, whole)
        low, high = DIGITS.divide(part, rounding.high), DIGITS.divide(part, rounding.low)
        return Interval(min(low, share - share * sets.ratio), max(high, share + share * sets.ratio))
    values = (DIGITS.divide(*claim.values),) if claim.kind is Kind.RATIO else claim.values
    return _part_set(values, claim.modifier, sets)
