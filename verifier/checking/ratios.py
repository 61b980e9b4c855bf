"""A claim of a multiple or a share in, what one row divided by another makes of it out."""

from collections.abc import Sequence
from decimal import Decimal

from verifier.checking.claim import Claim
from verifier.checking.compare import agree_with_interval, in_unit
from verifier.checking.derived import HUNDRED, Derived, Tools, base_row, figure_in
from verifier.checking.intervals import DIGITS, Interval, ModifierSets, cell_interval, exponent, rounding_interval
from verifier.checking.linked import Link
from verifier.model import Kind, Modifier, Reason, Row

__all__ = ["multiple", "multiple_set", "share", "share_set"]


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


def _quotient(above: Row, below: Row) -> tuple[Interval, Decimal] | None:
    """Return one row divided by another, as interval and value; None where the divisor can be zero."""
    converted = in_unit(below, above.unit)
    divisor = cell_interval(below).mapped(converted)
    interval = cell_interval(above).over(divisor)
    if interval is None or above.value is None or below.value is None:
        return None
    return interval, DIGITS.divide(above.value, converted(below.value))


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


def share(link: Link, tools: Tools) -> Derived | Reason:
    row, whole = link.rows[0], link.others[0]
    quotient = _quotient(row, whole)
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
    first, second = tools.explainer.operands(row, whole)
    arithmetic = f"{first} / {second} = {tools.explainer.percent(value)}"
    text = tools.explainer.say("change_holds" if agrees else "change_fails", arithmetic=arithmetic, written=claim.said)
    return Derived(agrees, reason, (row, whole), text, value, interval, figure)


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
