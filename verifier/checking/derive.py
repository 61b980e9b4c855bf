"""A claim of change, multiple, share or rank in, what its rows make of it out: by intervals, all operands cited."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from verifier.checking.change_ranks import rank_of_change
from verifier.checking.change_sizes import change
from verifier.checking.compare import agree_with_interval, in_unit
from verifier.checking.derived import ONE, Derived, Tools, base_row, figure_in, goes
from verifier.checking.ratios import multiple, share
from verifier.checking.tallies import tally
from verifier.claims.intervals import DIGITS, cell_interval
from verifier.linking.linked import Link
from verifier.linking.series import period_of
from verifier.model import Row
from verifier.verdict import Reason, Relation

__all__ = ["derive"]

YEAR = 12


def derive(link: Link, tools: Tools) -> Derived | Reason:
    """Return what the rows make of a claim, or why they say nothing."""
    return FORMS[link.claim.relation](link, tools)


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
    figure = figure_in(link, tools)
    convert = in_unit(rows[0], figure.unit)
    found = agree_with_interval(figure, total.mapped(convert), convert(value), tools.sets)
    added = " + ".join(tools.explainer.operands(*rows))
    result = tools.explainer.average(value, rows) if averaged else f"= {tools.explainer.amount(value, rows)}"
    shown = f"({added}) / {len(rows)} {result}" if averaged else f"{added} {result}"
    text = tools.explainer.say(
        "change_holds" if found.agrees else "change_fails", arithmetic=shown, written=link.claim.said
    )
    return Derived(found.agrees, found.reason, rows, text, convert(value), total.mapped(convert), figure)


def _rank(link: Link, tools: Tools) -> Derived | Reason:
    claim, row = link.claim, link.rows[0]
    if claim.step is not None and not link.others:
        return rank_of_change(link, tools)
    if tools.series is None or (link.entity < 0 and not link.others):
        return Reason.NO_ROW
    others = list(link.others) or [
        other for entity, other in tools.series.across(link.measure, row.period, row).rows if entity != link.entity
    ]
    if not others:
        return Reason.NO_ROW
    lowest = claim.superlative == "lowest"
    ahead = [other for other in others if goes(other, row) == (-1 if lowest else 1)]
    equal = [other for other in others if goes(other, row) == 0]
    wanted = int(claim.values[0]) if claim.mention is not None else 1
    best = 1 + len(ahead)
    agrees = best <= wanted <= best + len(equal)
    if link.others and not link.lasting and best < wanted + agrees:
        return Reason.OTHER_PERIOD  # a time that the table does not have may be ahead of it
    rows = (row, *sorted(ahead, key=lambda other: other.value or Decimal(0), reverse=not lowest)[:3])
    text = tools.explainer.say(
        "rank_holds" if agrees else "rank_fails",
        rank=str(best),
        count=str(len(others) + 1),
        cell=tools.explainer.cell(row),
        first=tools.explainer.entity(rows[1] if len(rows) > 1 else row, dated=bool(link.others)),
    )
    cited = (row, *link.others) if agrees and link.others else rows
    return Derived(agrees, Reason.EXACT if agrees else Reason.RANK, cited, text, Decimal(best))


def _run(link: Link, tools: Tools) -> Derived | Reason:
    """Judge "rose for the third year in a row": by as many steps back from the last, each of a year."""
    (count, months), series = link.claim.steps, link.series
    rows = [link.rows[0]]
    while series is not None and len(rows) <= count:
        earlier = series.before(rows[0], months).rows
        if not earlier:
            break
        rows.insert(0, earlier[0])
    steps = [goes(later, earlier) for earlier, later in pairwise(rows)]
    if -link.claim.direction not in steps and (len(steps) < count or 0 in steps):
        return Reason.OTHER_PERIOD if len(steps) < count else Reason.AMBIGUOUS
    return _steps_shown(rows, steps, link, tools)


def _steps_shown(rows: Sequence[Row], steps: Sequence[int], link: Link, tools: Tools) -> Derived:
    """Return whether all steps go the way of a trend, with the rows one after the other."""
    agrees = all(step == link.claim.direction for step in steps)
    shown = f" {'<' if steps[0] > 0 else '>'} ".join(tools.explainer.operands(*rows)) if agrees else ""
    shown = shown or ", ".join(tools.explainer.operands(*rows))
    text = tools.explainer.say("trend_holds" if agrees else "trend_fails", arithmetic=shown)
    return Derived(agrees, Reason.EXACT if agrees else Reason.DIRECTION, tuple(rows), text)


def _trend(link: Link, tools: Tools) -> Derived | Reason:
    if link.claim.steps[0]:
        return _run(link, tools)
    series, row = link.series, link.rows[0]
    base = base_row(link)
    if base is Reason.OTHER_PERIOD and link.timing.months > YEAR:  # three years may have three rows
        timing = replace(link.timing, months=link.timing.months - YEAR)
        base = base_row(replace(link, timing=timing))
    if isinstance(base, Reason) or series is None or not (link.timing.base or link.timing.months):
        return base if isinstance(base, Reason) else Reason.NO_ROW
    start, end = period_of(base.period), period_of(row.period)
    spans = [(period_of(one.period), one) for one in series.rows]
    between = [one for span, one in spans if span and start and end and start.first <= span.first <= end.first]
    steps = [goes(later, earlier) for earlier, later in pairwise(between)]
    if len(steps) < 2 or 0 in steps:
        return Reason.NO_ROW
    return _steps_shown(between, steps, link, tools)


FORMS: dict[Relation, Callable[[Link, Tools], Derived | Reason]] = {
    Relation.MULTIPLE: multiple,
    Relation.CHANGE_BY: change,
    Relation.COMPARISON: change,
    Relation.SHARE: share,
    Relation.SUM: _sum,
    Relation.RANK: _rank,
    Relation.TREND: _trend,
    Relation.TALLY: tally,
}
