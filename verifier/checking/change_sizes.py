"""A claim of a change or a difference in, what two rows make of it out: in percent, in points, in their own unit."""

from collections.abc import Callable
from decimal import Decimal

from verifier.checking.compare import Agreement, Figure, agree_with_interval, in_unit
from verifier.checking.derived import HUNDRED, ONE, Derived, Tools, base_row, figure_in, goes
from verifier.checking.explain import Explainer
from verifier.checking.ratios import part_of_change
from verifier.claims.claim import is_fraction
from verifier.claims.intervals import DIGITS, Interval, cell_interval, point
from verifier.claims.unit_gate import POINTS
from verifier.linking.linked import Link
from verifier.model import Kind, Row
from verifier.verdict import Reason, Relation

__all__ = ["change", "change_between"]


def change(link: Link, tools: Tools) -> Derived | Reason:
    row = link.rows[0]
    base: Row | Reason = link.others[0] if link.others else base_row(link)
    if isinstance(base, Reason):
        return base
    if link.claim.mention is None:
        return _goes(link, row, base, tools)
    if link.claim.relation is Relation.CHANGE_BY and is_fraction(link.claim):
        return part_of_change(link, row, base, tools)
    figure = figure_in(link, tools)
    apart = link.claim.relation is Relation.COMPARISON and link.claim.verb is None  # how far, whichever is more
    if apart and row.unit == figure.unit == "percent":
        figure = _other_percent(figure)
    if apart and goes(row, base) < 0:
        row, base = base, row
    between = change_between(row, base, figure)
    if between is None:
        return Reason.NO_ROW
    interval, value = between
    up = Decimal(link.claim.direction or (-1 if value < 0 and link.claim.verb is not None else 1))
    found = agree_with_interval(figure, interval.times(up), value * up, tools.sets)
    if found.agrees and _says_the_other_percent(figure, row, base, value, up, tools):
        found = Agreement(False, Reason.UNIT)
    wrong_way = not found.agrees and (interval.times(up).high < 0)
    reason = Reason.DIRECTION if wrong_way and link.claim.direction else _reason(found, figure, row, base, up, tools)
    text = _explain_change(link, row, base, value, figure, found.agrees, reason, tools.explainer)
    return Derived(found.agrees, reason, (row, base), text, value, interval, figure, found.notes)


def _reason(found: Agreement, figure: Figure, row: Row, base: Row, up: Decimal, tools: Tools) -> Reason:
    """Return why a change fails: `unit` where the number is right in points and wrong in percent, or the reverse."""
    if found.agrees or row.unit != "percent" or figure.kind is not Kind.PERCENT:
        return found.reason
    other = change_between(row, base, _other_percent(figure))
    if other is None:
        return found.reason
    interval, value = other
    return (
        Reason.UNIT if agree_with_interval(figure, interval.times(up), value * up, tools.sets).agrees else found.reason
    )


def _says_the_other_percent(figure: Figure, row: Row, base: Row, value: Decimal, up: Decimal, tools: Tools) -> bool:
    """Return whether a number is the change in points as the cells have it, and in percent only if all were rounded."""
    if row.unit != "percent" or figure.kind is not Kind.PERCENT:
        return False
    other = change_between(row, base, _other_percent(figure))
    if other is None or agree_with_interval(figure, point(value * up), value * up, tools.sets).agrees:
        return False
    return agree_with_interval(figure, point(other[1] * up), other[1] * up, tools.sets).agrees


def _other_percent(figure: Figure) -> Figure:
    unit = "percent" if figure.unit in POINTS else "percentage_point"
    return Figure(figure.values, unit, figure.kind, figure.modifier, figure.written, figure.readings)


def change_between(row: Row, base: Row, figure: Figure) -> tuple[Interval, Decimal] | None:
    """Return a change as interval and value: in percent, in points, or in the unit of the claim."""
    if row.value is None or base.value is None:
        return None
    of_row = in_unit(base, row.unit)
    later, earlier = cell_interval(row), cell_interval(base).mapped(of_row)
    start = of_row(base.value)
    if figure.kind is Kind.PERCENT and figure.unit not in POINTS:
        ratio = later.over(earlier)
        if ratio is None or not start:
            return None
        whole = Interval(DIGITS.subtract(ratio.low, ONE), DIGITS.subtract(ratio.high, ONE))
        return whole.times(HUNDRED), DIGITS.multiply(DIGITS.subtract(DIGITS.divide(row.value, start), ONE), HUNDRED)
    factor = HUNDRED if figure.unit == "basis_point" else ONE
    convert: Callable[[Decimal], Decimal] = (
        (lambda value: value) if figure.unit in POINTS else in_unit(row, figure.unit)
    )
    difference = later.minus(earlier).mapped(convert).times(factor)
    return difference, DIGITS.multiply(convert(DIGITS.subtract(row.value, start)), factor)


def _explain_change(
    link: Link, row: Row, base: Row, value: Decimal, figure: Figure, agrees: bool, reason: Reason, explainer: Explainer
) -> str:
    """Return the arithmetic of a change in a sentence."""
    later, earlier = explainer.operands(row, base)
    percent = figure.kind is Kind.PERCENT and figure.unit not in POINTS
    result = explainer.change(value, figure.unit)
    arithmetic = f"({later} − {earlier}) / {earlier} = {result}" if percent else f"{later} − {earlier} = {result}"
    key = "direction" if reason is Reason.DIRECTION else "change_holds" if agrees else "change_fails"
    return explainer.say(key, arithmetic=arithmetic, written=link.claim.said)


def _goes(link: Link, row: Row, base: Row, tools: Tools) -> Derived | Reason:
    """Judge "A lebih tinggi daripada B" without a number."""
    way = goes(row, base)
    if not way:
        return Reason.AMBIGUOUS
    agrees = way == link.claim.direction * link.sign  # "deflation was deeper than in May"
    first, second = tools.explainer.operands(row, base)
    sign = ">" if way > 0 else "<"
    text = tools.explainer.say("compared", arithmetic=f"{first} {sign} {second}")
    return Derived(agrees, Reason.EXACT if agrees else Reason.DIRECTION, (row, base), text)
