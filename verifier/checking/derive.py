"""A claim of change, multiple, share or rank in, what its rows make of it out: by intervals, all operands cited."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from verifier.checking.claim import Claim
from verifier.checking.compare import Agreement, Figure, agree_with_interval, figure_of, in_unit
from verifier.checking.explain import Explainer
from verifier.checking.intervals import DIGITS, Interval, ModifierSets, cell_interval, exponent, rounding_interval
from verifier.checking.link import Link
from verifier.checking.series import PREVIOUS, Found, Series, SeriesOf, period_of
from verifier.checking.units import POINTS
from verifier.checking.written import read_written
from verifier.model import Kind, Mention, Modifier, Reason, Relation, Row

__all__ = ["Derived", "Tools", "base_row", "derive", "goes", "multiple_set"]

HUNDRED = Decimal(100)
ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Tools:
    """What calculating needs beside the claim: the rows around, what modifiers mean, and how to say it."""

    series: SeriesOf | None
    sets: ModifierSets
    explainer: Explainer
    language: str


@dataclass(frozen=True, slots=True)
class Derived:
    """What rows say of a claim that they state only together: the value that they give, and how it was calculated."""

    agrees: bool
    reason: Reason
    rows: tuple[Row, ...]
    explanation: str
    value: Decimal | None = None
    interval: Interval | None = None
    figure: Figure | None = None
    notes: tuple[str, ...] = ()


def derive(link: Link, tools: Tools) -> Derived | Reason:
    """Return what the rows make of a claim, or why they say nothing."""
    return FORMS[link.claim.relation](link, tools)


def base_row(link: Link) -> Row | Reason:
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
    """Return the rows of the year before, else of the period before."""
    year = series.before(row, 12)
    return year if year.rows else series.before(row, PREVIOUS)


def _figure(link: Link, tools: Tools) -> Figure:
    mention = link.claim.mention
    assert isinstance(mention, Mention)
    return figure_of(mention, read_written(mention, tools.language))


# multiples


def _multiple(link: Link, tools: Tools) -> Derived | Reason:
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
    return part_set((low, high), claim.modifier, sets)


def part_set(values: Sequence[Decimal], modifier: Modifier | None, sets: ModifierSets) -> Interval:
    """Return what a number in words covers: some percent on both sides, or the set of its modifier."""
    low, high = min(values), max(values)
    if modifier is not None:
        return sets.interval(modifier, low)
    return Interval(low - low * sets.multiple, high + high * sets.multiple)


# changes and differences


def _change(link: Link, tools: Tools) -> Derived | Reason:
    row = link.rows[0]
    base: Row | Reason = link.others[0] if link.others else base_row(link)
    if isinstance(base, Reason):
        return base
    if link.claim.mention is None:
        return _goes(link, row, base, tools)
    figure = _figure(link, tools)
    change = change_between(row, base, figure)
    if change is None:
        return Reason.NO_ROW
    interval, value = change
    up = Decimal(link.claim.direction or 1)
    found = agree_with_interval(figure, interval.times(up), value * up, tools.sets)
    wrong_way = not found.agrees and (interval.times(up).high < 0)
    reason = Reason.DIRECTION if wrong_way and link.claim.direction else _reason(found, figure, row, base, up, tools)
    text = _explain_change(link, row, base, value, figure, found.agrees, reason, tools.explainer)
    return Derived(found.agrees, reason, (row, base), text, value, interval, figure, found.notes)


def _reason(found: Agreement, figure: Figure, row: Row, base: Row, up: Decimal, tools: Tools) -> Reason:
    """Return why a change fails: `unit` where the number is right in points and wrong in percent, or the reverse."""
    if found.agrees or row.unit != "percent" or figure.kind is not Kind.PERCENT:
        return found.reason
    change = change_between(row, base, _other_percent(figure))
    if change is None:
        return found.reason
    interval, value = change
    return (
        Reason.UNIT if agree_with_interval(figure, interval.times(up), value * up, tools.sets).agrees else found.reason
    )


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


def goes(row: Row, base: Row) -> int:
    """Return +1 where a row is surely above another, -1 where surely below, 0 where they may be equal."""
    later, earlier = cell_interval(row), cell_interval(base).mapped(in_unit(base, row.unit))
    return 1 if later.low > earlier.high else -1 if later.high < earlier.low else 0


def _goes(link: Link, row: Row, base: Row, tools: Tools) -> Derived | Reason:
    """Judge "A lebih tinggi daripada B" without a number."""
    way = goes(row, base)
    if not way:
        return Reason.AMBIGUOUS
    agrees = way == link.claim.direction
    first, second = tools.explainer.operands(row, base)
    sign = ">" if way > 0 else "<"
    text = tools.explainer.say("compared", arithmetic=f"{first} {sign} {second}")
    return Derived(agrees, Reason.EXACT if agrees else Reason.DIRECTION, (row, base), text)


# shares and sums


def _share(link: Link, tools: Tools) -> Derived | Reason:
    row, whole = link.rows[0], link.others[0]
    quotient = _quotient(row, whole)
    if quotient is None:
        return Reason.NO_ROW
    interval, value = quotient
    claim = link.claim
    if claim.kind is Kind.PERCENT:
        figure = _figure(link, tools)
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
    return part_set(values, claim.modifier, sets)


def _sum(link: Link, tools: Tools) -> Derived | Reason:
    rows = (link.rows[0], *link.others)
    total, value = cell_interval(rows[0]), rows[0].value or Decimal(0)
    for row in rows[1:]:
        convert = in_unit(row, rows[0].unit)
        total = total.plus(cell_interval(row).mapped(convert))
        value = DIGITS.add(value, convert(row.value or Decimal(0)))
    averaged = link.claim.sentence.has("average", 0, link.claim.first)
    if averaged:
        count = Decimal(len(rows))
        total, value = total.times(DIGITS.divide(ONE, count)), DIGITS.divide(value, count)
    figure = _figure(link, tools)
    convert = in_unit(rows[0], figure.unit)
    found = agree_with_interval(figure, total.mapped(convert), convert(value), tools.sets)
    added = " + ".join(tools.explainer.operands(*rows))
    arithmetic = f"({added}) / {len(rows)}" if averaged else added
    shown = f"{arithmetic} = {tools.explainer.amount(value, rows)}"
    text = tools.explainer.say(
        "change_holds" if found.agrees else "change_fails", arithmetic=shown, written=link.claim.said
    )
    return Derived(found.agrees, found.reason, rows, text, convert(value), total.mapped(convert), figure)


# ranks and trends


def _rank(link: Link, tools: Tools) -> Derived | Reason:
    claim, row = link.claim, link.rows[0]
    if tools.series is None or link.entity < 0:
        return Reason.NO_ROW
    others = [other for entity, other in tools.series.across(link.measure, row.period).rows if entity != link.entity]
    if not others:
        return Reason.NO_ROW
    lowest = claim.superlative == "lowest"
    ahead = [other for other in others if goes(other, row) == (-1 if lowest else 1)]
    equal = [other for other in others if goes(other, row) == 0]
    wanted = int(claim.values[0]) if claim.mention is not None else 1
    best = 1 + len(ahead)
    agrees = best <= wanted <= best + len(equal)
    rows = (row, *sorted(ahead, key=lambda other: other.value or Decimal(0), reverse=not lowest)[:3])
    text = tools.explainer.say(
        "rank_holds" if agrees else "rank_fails",
        rank=str(best),
        count=str(len(others) + 1),
        cell=tools.explainer.cell(row),
        first=tools.explainer.entity(rows[1] if len(rows) > 1 else row),
    )
    return Derived(agrees, Reason.EXACT if agrees else Reason.RANK, rows, text, Decimal(best))


def _trend(link: Link, tools: Tools) -> Derived | Reason:
    series, row = link.series, link.rows[0]
    base = base_row(link)
    if isinstance(base, Reason) or series is None or not (link.timing.base or link.timing.months):
        return base if isinstance(base, Reason) else Reason.NO_ROW
    start, end = period_of(base.period), period_of(row.period)
    spans = [(period_of(one.period), one) for one in series.rows]
    between = [one for span, one in spans if span and start and end and start.first <= span.first <= end.first]
    steps = [goes(later, earlier) for earlier, later in pairwise(between)]
    if len(steps) < 2 or 0 in steps:
        return Reason.NO_ROW
    agrees = all(step == link.claim.direction for step in steps)
    shown = f" {'<' if steps[0] > 0 else '>'} ".join(tools.explainer.operands(*between)) if agrees else ""
    shown = shown or ", ".join(tools.explainer.operands(*between))
    text = tools.explainer.say("trend_holds" if agrees else "trend_fails", arithmetic=shown)
    return Derived(agrees, Reason.EXACT if agrees else Reason.DIRECTION, tuple(between), text)


FORMS: dict[Relation, Callable[[Link, Tools], Derived | Reason]] = {
    Relation.MULTIPLE: _multiple,
    Relation.CHANGE_BY: _change,
    Relation.COMPARISON: _change,
    Relation.SHARE: _share,
    Relation.SUM: _sum,
    Relation.RANK: _rank,
    Relation.TREND: _trend,
}
