"""The claims of one sentence in, whether its own numbers go together out: changes, parts, shares, conversions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from verifier.checking.compare import Figure, agree_with_interval, figure_of
from verifier.checking.derived import Tools
from verifier.checking.figures import rounded, show_with_unit
from verifier.checking.findings import Finding, stated_interval
from verifier.checking.portions import check_parts, check_shares
from verifier.checking.ratios import multiple_set
from verifier.checking.written import read_written
from verifier.claims.claim import Claim
from verifier.claims.intervals import DIGITS, Interval
from verifier.claims.unit_gate import POINTS
from verifier.model import Kind
from verifier.units import convert, same_dimension
from verifier.verdict import Diagnosis, Relation

__all__ = ["check_sentence"]

HUNDRED = Decimal(100)
ONE = Decimal(1)
LEAST_AMOUNT = 1_000
CLOSE = 2  # words between a number and its conversion in brackets
THOUSANDS = (-3, 3, -6, 6)  # powers of ten by which another scale word is off


@dataclass(frozen=True, slots=True)
class _Ends:
    """Both ends of a change, as intervals and as values, in one unit."""

    first: Interval
    last: Interval
    start: Decimal
    end: Decimal

    def scaled(self, power: int) -> "_Ends":
        """Return the same with another scale word at its end."""
        factor = ONE.scaleb(power)
        return _Ends(self.first, self.last.times(factor), self.start, self.end.scaleb(power))


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
            finding = _step(step, end, ends, tools)
            if finding is not None:
                yield finding
        if not steps:
            yield from _order(start, end, ends, tools)


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


def _ends(start: Claim, end: Claim, tools: Tools) -> _Ends | None:
    """Return both ends of a change in the unit of its end, None where a modifier leaves one open."""
    first, last = stated_interval(start, tools), stated_interval(end, tools)
    if first is None or last is None:
        return None
    value = start.values[0]
    if start.unit != end.unit:
        first = first.mapped(lambda one: convert(one, start.unit, end.unit))
        value = convert(value, start.unit, end.unit)
    return _Ends(first, last, value, end.values[0])


def _step(step: Claim, last: Claim, ends: _Ends, tools: Tools) -> Finding | None:
    if step.mention is None:
        return None
    if step.relation is Relation.MULTIPLE:
        return _multiple(step, ends, tools)
    figure = figure_of(step.mention, read_written(step.mention, tools.language))
    up = Decimal(step.direction or 1)
    change = _change(figure, ends)
    if change is None:
        return None
    later, earlier = tools.explainer.shortened(ends.end, ends.start)
    arithmetic = f"({later} − {earlier}) / {earlier}" if _is_of_the_start(figure) else f"{later} − {earlier}"
    holds = _gives(figure, up, ends, tools)
    shown = f"{arithmetic} = {tools.explainer.change(change[1], figure.unit)}"
    said = tools.explainer.say("step_holds" if holds else "step_fails", arithmetic=shown, written=step.said)
    if holds:
        return Finding(step, True, said)
    power = _right_power(figure, up, last, ends, tools)
    if power:
        said = f"{said}; {tools.explainer.say(f'diagnosis_{Diagnosis.SCALE_WORD}')}"
        return Finding(last, False, said, Diagnosis.SCALE_WORD, ends.scaled(power).end)
    return Finding(step, False, said, _slip(figure, up, ends, tools), change[1] * up)


def _is_of_the_start(figure: Figure) -> bool:
    """Return whether a change is told in percent of what was before, and not in points or in the unit of both ends."""
    return figure.kind is Kind.PERCENT and figure.unit not in POINTS


def _change(figure: Figure, ends: _Ends) -> tuple[Interval, Decimal] | None:
    """Return a change between two written numbers: in percent, or in their own unit."""
    if _is_of_the_start(figure):
        ratio = ends.last.over(ends.first)
        if ratio is None or not ends.start:
            return None
        whole = Interval(DIGITS.subtract(ratio.low, ONE), DIGITS.subtract(ratio.high, ONE)).times(HUNDRED)
        value = DIGITS.multiply(DIGITS.subtract(DIGITS.divide(ends.end, ends.start), ONE), HUNDRED)
        return whole, value
    return ends.last.minus(ends.first), DIGITS.subtract(ends.end, ends.start)


def _gives(figure: Figure, way: Decimal, ends: _Ends, tools: Tools) -> bool:
    """Return whether two ends give a change, upwards or downwards."""
    change = _change(figure, ends)
    return change is not None and agree_with_interval(figure, change[0].times(way), change[1] * way, tools.sets).agrees


def _right_power(figure: Figure, up: Decimal, last: Claim, ends: _Ends, tools: Tools) -> int:
    """Return by which power of ten the scale word at the end is off, where that explains all; else 0."""
    written = read_written(last.mention, tools.language) if last.mention else None
    if written is None or not written.scale or not _is_of_the_start(figure):
        return 0
    return next((power for power in THOUSANDS if _gives(figure, up, ends.scaled(power), tools)), 0)


def _slip(figure: Figure, up: Decimal, ends: _Ends, tools: Tools) -> Diagnosis | None:
    if _gives(figure, -up, ends, tools):
        return Diagnosis.DIRECTION
    other = "percent" if figure.unit in POINTS else "percentage_point"
    swapped = Figure(figure.values, other, figure.kind, figure.modifier, figure.written)
    if figure.kind is Kind.PERCENT and _gives(swapped, up, ends, tools):
        return Diagnosis.PERCENT_POINT
    return None


def _multiple(step: Claim, ends: _Ends, tools: Tools) -> Finding | None:
    ratio = ends.last.over(ends.first)
    if ratio is None or not ends.start:
        return None
    allowed = multiple_set(step, tools.sets)
    holds = allowed.meets(ratio)
    value = DIGITS.divide(ends.end, ends.start)
    later, earlier = tools.explainer.shortened(ends.end, ends.start)
    arithmetic = f"{later} / {earlier} = {tools.explainer.ratio(value)}"
    said = tools.explainer.say("step_holds" if holds else "step_fails", arithmetic=arithmetic, written=step.said)
    return Finding(step, holds, said, None, value)


def _order(start: Claim, end: Claim, ends: _Ends, tools: Tools) -> Iterator[Finding]:
    """Check the verb against the order of the two numbers: "turun dari 3 juta menjadi 4 juta" cannot be."""
    verb = end.direction or start.direction
    way = 1 if ends.last.low >= ends.first.high else -1 if ends.last.high <= ends.first.low else 0
    if not verb or not way:
        return
    holds = verb == way
    earlier, later = tools.explainer.shortened(ends.start, ends.end)
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
