"""The claims of one sentence in, whether its own numbers go together out: changes, parts, shares, conversions."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from verifier.checking.claim import Claim
from verifier.checking.coherence import Finding, stated_interval
from verifier.checking.compare import Figure, agree_with_interval, figure_of
from verifier.checking.derived import Tools
from verifier.checking.figures import rounded, show_with_unit
from verifier.checking.intervals import DIGITS, Interval
from verifier.checking.portions import check_parts, check_shares
from verifier.checking.ratios import multiple_set
from verifier.checking.units import POINTS, same_dimension
from verifier.checking.written import read_written
from verifier.model import Diagnosis, Kind, Relation
from verifier.units import convert

__all__ = ["check_sentence"]

HUNDRED = Decimal(100)
ONE = Decimal(1)
LEAST_AMOUNT = 1_000
CLOSE = 2  # words between a number and its conversion in brackets


def check_sentence(claims: Sequence[Claim], tools: Tools) -> Iterator[Finding]:
    """Yield what the numbers of one sentence say about each other."""
    yield from _changes(claims, tools)
    yield from check_shares(claims, tools)
    yield from check_parts(claims, tools)
    yield from _conversions(claims, tools)


# changes


def _changes(claims: Sequence[Claim], tools: Tools) -> Iterator[Finding]:
    """Check "naik 3 persen dari 538 menjadi 552": the step against its ends, and the verb against their order."""
    for start in claims:
        if start.relation is not Relation.CHANGE_FROM:
            continue
        end = _end_of(start, claims)
        if end is None or not _same_unit(start, end) or not _is_an_amount(start):
            continue
        ends = _ends(start, end, tools)
        if ends is None:
            continue
        steps = [one for one in start.change if one.relation in (Relation.CHANGE_BY, Relation.MULTIPLE)]
        for step in steps:
            finding = _step(step, *ends, tools)
            if finding is not None:
                yield finding
        if not steps:
            yield from _order(start, end, *ends, tools)


def _is_an_amount(claim: Claim) -> bool:
    """Return whether a number goes up when it "rises": a rank or a rating, written as a small bare number, does not."""
    if claim.kind is not Kind.NUMBER:
        return True
    ranked = claim.sentence.has("rank", 0, len(claim.sentence.words))
    return not ranked and abs(claim.values[0]) >= LEAST_AMOUNT


def _end_of(start: Claim, claims: Sequence[Claim]) -> Claim | None:
    """Return the number that a change ends at: "menjadi 552", or "mencapai 552, naik dari 538"."""
    ends = [one for one in start.change if one.relation is Relation.CHANGE_TO]
    if ends:
        return ends[0]
    before = [
        one for one in claims if one.relation is Relation.LEVEL and one.last <= start.first and _same_unit(one, start)
    ]
    return before[-1] if before and before[-1].kind is start.kind else None


def _same_unit(first: Claim, second: Claim) -> bool:
    if first.kind is not second.kind:
        return False
    return first.unit == second.unit or same_dimension(first.unit, second.unit)


def _ends(start: Claim, end: Claim, tools: Tools) -> tuple[Interval, Interval, Decimal, Decimal] | None:
    """Return both ends of a change as intervals and values, in the unit of its end."""
    first, last = stated_interval(start, tools), stated_interval(end, tools)
    if first is None or last is None:
        return None
    value = start.values[0]
    if start.unit != end.unit:
        first = first.mapped(lambda one: convert(one, start.unit, end.unit))
        value = convert(value, start.unit, end.unit)
    return first, last, value, end.values[0]


def _step(step: Claim, first: Interval, last: Interval, start: Decimal, end: Decimal, tools: Tools) -> Finding | None:
    if step.mention is None:
        return None
    if step.relation is Relation.MULTIPLE:
        return _multiple(step, first, last, start, end, tools)
    figure = figure_of(step.mention, read_written(step.mention, tools.language))
    change = _change(figure, first, last, start, end)
    if change is None:
        return None
    interval, value = change
    up = Decimal(step.direction or 1)
    later, earlier = tools.explainer.shortened(end, start)
    of_start = figure.kind is Kind.PERCENT and figure.unit not in POINTS
    arithmetic = f"({later} − {earlier}) / {earlier}" if of_start else f"{later} − {earlier}"
    holds = agree_with_interval(figure, interval.times(up), value * up, tools.sets).agrees
    text = tools.explainer.change(value, figure.unit)
    said = tools.explainer.say(
        "step_holds" if holds else "step_fails", arithmetic=f"{arithmetic} = {text}", written=step.said
    )
    return Finding(
        step, holds, said, None if holds else _slip(step, figure, first, last, start, end, tools), value * up
    )


def _change(
    figure: Figure, first: Interval, last: Interval, start: Decimal, end: Decimal
) -> tuple[Interval, Decimal] | None:
    """Return a change between two written numbers: in percent, or in their own unit."""
    if figure.kind is Kind.PERCENT and figure.unit not in POINTS:
        ratio = last.over(first)
        if ratio is None or not start:
            return None
        whole = Interval(DIGITS.subtract(ratio.low, ONE), DIGITS.subtract(ratio.high, ONE)).times(HUNDRED)
        value = DIGITS.multiply(DIGITS.subtract(DIGITS.divide(end, start), ONE), HUNDRED)
        return whole, value
    return last.minus(first), DIGITS.subtract(end, start)


def _slip(
    step: Claim, figure: Figure, first: Interval, last: Interval, start: Decimal, end: Decimal, tools: Tools
) -> Diagnosis | None:
    up = Decimal(step.direction or 1)
    other = "percent" if figure.unit in POINTS else "percentage_point"
    swapped = Figure(figure.values, other, figure.kind, figure.modifier, figure.written)
    for candidate, way, diagnosis in ((figure, -up, Diagnosis.DIRECTION), (swapped, up, Diagnosis.PERCENT_POINT)):
        change = _change(candidate, first, last, start, end)
        if diagnosis is Diagnosis.PERCENT_POINT and figure.kind is not Kind.PERCENT:
            continue
        if change and agree_with_interval(candidate, change[0].times(way), change[1] * way, tools.sets).agrees:
            return diagnosis
    return None


def _multiple(
    step: Claim, first: Interval, last: Interval, start: Decimal, end: Decimal, tools: Tools
) -> Finding | None:
    ratio = last.over(first)
    if ratio is None or not start:
        return None
    allowed = multiple_set(step, tools.sets)
    holds = allowed.meets(ratio)
    value = DIGITS.divide(end, start)
    later, earlier = tools.explainer.shortened(end, start)
    arithmetic = f"{later} / {earlier} = {tools.explainer.ratio(value)}"
    said = tools.explainer.say("step_holds" if holds else "step_fails", arithmetic=arithmetic, written=step.said)
    return Finding(step, holds, said, None, value)


def _order(
    start: Claim, end: Claim, first: Interval, last: Interval, low: Decimal, high: Decimal, tools: Tools
) -> Iterator[Finding]:
    """Check the verb against the order of the two numbers: "turun dari 3 juta menjadi 4 juta" cannot be."""
    verb = end.direction or start.direction
    way = 1 if last.low >= first.high else -1 if last.high <= first.low else 0
    if not verb or not way:
        return
    holds = verb == way
    earlier, later = tools.explainer.shortened(low, high)
    arithmetic = f"{earlier} {'<' if way > 0 else '>'} {later}"
    said = tools.explainer.say("step_holds" if holds else "order_fails", arithmetic=arithmetic, written=end.said)
    yield Finding(end if end.verb else start, holds, said, None if holds else Diagnosis.DIRECTION)


# conversions


def _conversions(claims: Sequence[Claim], tools: Tools) -> Iterator[Finding]:
    """Check "10 km (6,2 mil)": two amounts side by side, one in brackets or after "atau", in units that convert."""
    for first, second in pairwise(claims):
        if not (first.kind is second.kind is Kind.MEASURE and first.unit != second.unit):
            continue
        if second.first - first.last > CLOSE or not _is_same_amount(first, second):
            continue
        if not same_dimension(first.unit, second.unit):
            continue
        here, there = stated_interval(first, tools), stated_interval(second, tools)
        if here is None or there is None:
            continue
        value = convert(first.values[0], first.unit, second.unit)
        holds = here.mapped(lambda one, a=first.unit, b=second.unit: convert(one, a, b)).meets(there)  # type: ignore[misc]
        shown = show_with_unit(rounded(value, 4), second.unit, "", tools.explainer.language)
        key = "step_holds" if holds else "step_fails"
        said = tools.explainer.say(key, arithmetic=f"{first.text} = {shown}", written=second.said)
        yield Finding(second, holds, said, None, value)


def _is_same_amount(first: Claim, second: Claim) -> bool:
    sentence = first.sentence
    between = sentence.words[first.last : second.first]
    if "(" in between:
        return True
    return sentence.has("restatement", first.last, second.first)
