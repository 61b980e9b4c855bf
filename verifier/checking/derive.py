"""A claim of change, multiple, share or rank in, what its rows make of it out: by intervals, all operands cited."""

from dataclasses import dataclass
from decimal import Decimal

from verifier.checking.compare import Figure, agree_with_interval, figure_of, in_unit
from verifier.checking.explain import Explainer
from verifier.checking.intervals import DIGITS, Interval, ModifierSets, cell_interval
from verifier.checking.link import Link
from verifier.checking.series import Found, Series
from verifier.checking.timing import PREVIOUS
from verifier.checking.units import POINTS
from verifier.checking.written import read_written
from verifier.model import Kind, Reason, Relation, Row

__all__ = ["Derived", "derive"]

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Derived:
    """What rows say of a claim that they state only together: the value that they give, and how it was calculated."""

    agrees: bool
    reason: Reason
    rows: tuple[Row, ...]
    explanation: str
    value: Decimal | None = None
    allowed: Interval | None = None


def derive(link: Link, *, language: str, sets: ModifierSets, explainer: Explainer) -> "Derived | Reason":
    """Return what the rows make of a claim, or why they say nothing."""
    relation = link.claim.relation
    if relation is Relation.MULTIPLE:
        return _multiple(link, sets, explainer)
    if relation is Relation.CHANGE_BY:
        return _change(link, language, sets, explainer)
    return Reason.NO_ROW


def base_row(link: Link) -> "Row | Reason":
    """Return the row that a change is counted from: of the period named, else of the one before."""
    series = link.series
    assert isinstance(series, Series)
    row = link.rows[0]
    timing = link.timing
    if timing.base:
        found = series.at(timing.base)
    elif timing.months:
        found = series.before(row, timing.months)
    else:
        found = _one_step_before(series, row)
    earlier = [one for one in found.rows if one is not row]
    return earlier[0] if earlier else found.reason or Reason.OTHER_PERIOD


def _one_step_before(series: Series, row: Row) -> Found:
    """Return the rows of the year before; where there are shorter periods, nothing says which step was meant."""
    found = series.before(row, PREVIOUS)
    year = series.before(row, 12)
    return year if year.rows else found


def _multiple(link: Link, sets: ModifierSets, explainer: Explainer) -> "Derived | Reason":
    base = base_row(link)
    if isinstance(base, Reason):
        return base
    row = link.rows[0]
    ratio = cell_interval(row).over(cell_interval(base).mapped(in_unit(base, row.unit)))
    if ratio is None or row.value is None or base.value is None:
        return Reason.NO_ROW
    value = DIGITS.divide(row.value, in_unit(base, row.unit)(base.value))
    mention = link.claim.mention
    assert mention is not None
    allowed = multiple_set(figure_of(mention, None), sets)
    agrees = allowed.meets(ratio)
    reason = Reason.MODIFIER if mention.modifier else (Reason.ROUNDED if agrees else Reason.VALUE)
    text = explainer.say(
        "multiple_holds" if agrees else "multiple_fails",
        arithmetic=explainer.quotient(row, base, value),
        written=mention.text,
        allowed=explainer.interval(allowed),
    )
    return Derived(agrees, reason, (row, base), text, value, allowed)


def multiple_set(figure: Figure, sets: ModifierSets) -> Interval:
    """Return what a multiple covers: five percent on both sides of a bare one, or the set of its modifier."""
    low, high = min(figure.values), max(figure.values)
    if figure.modifier is not None:
        return sets.interval(figure.modifier, low)
    return Interval(low - low * sets.multiple, high + high * sets.multiple)


def _change(link: Link, language: str, sets: ModifierSets, explainer: Explainer) -> "Derived | Reason":
    base = base_row(link)
    if isinstance(base, Reason):
        return base
    row = link.rows[0]
    claim = link.claim
    assert claim.mention is not None
    figure = figure_of(claim.mention, read_written(claim.mention, language))
    change = change_between(row, base, figure)
    if change is None:
        return Reason.NO_ROW
    interval, value = change
    up = Decimal(claim.direction or 1)
    found = agree_with_interval(figure, interval.times(up), value * up, sets)
    turned = agree_with_interval(figure, interval.times(-up), -value * up, sets)
    wrong_way = (interval.high < 0 if up > 0 else interval.low > 0) and not found.agrees
    reason = Reason.DIRECTION if wrong_way and (turned.agrees or claim.direction) else found.reason
    text = explain_change(link, row, base, value, figure, found.agrees, reason, explainer)
    return Derived(found.agrees, reason, (row, base), text, value, found.allowed)


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
        whole = Interval(DIGITS.subtract(ratio.low, Decimal(1)), DIGITS.subtract(ratio.high, Decimal(1)))
        return whole.times(HUNDRED), DIGITS.multiply(
            DIGITS.subtract(DIGITS.divide(row.value, start), Decimal(1)), HUNDRED
        )
    factor = HUNDRED if figure.unit == "basis_point" else Decimal(1)
    convert = in_unit(row, figure.unit) if figure.unit not in POINTS else (lambda value: value)
    difference = later.minus(earlier).mapped(convert).times(factor)
    return difference, DIGITS.multiply(convert(DIGITS.subtract(row.value, start)), factor)


def explain_change(
    link: Link, row: Row, base: Row, value: Decimal, figure: Figure, agrees: bool, reason: Reason, explainer: Explainer
) -> str:
    """Return the arithmetic of a change in a sentence."""
    later, earlier = explainer.operands(row, base)
    percent = figure.kind is Kind.PERCENT and figure.unit not in POINTS
    result = explainer.change(value, figure.unit)
    arithmetic = f"({later} − {earlier}) / {earlier} = {result}" if percent else f"{later} − {earlier} = {result}"
    key = "direction" if reason is Reason.DIRECTION else "change_holds" if agrees else "change_fails"
    return explainer.say(key, arithmetic=arithmetic, written=link.claim.text)
