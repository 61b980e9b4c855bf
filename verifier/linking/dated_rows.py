"""A claim and the rows of what it speaks of in, those of its period out; and its words, nearest first."""

from dataclasses import replace

from verifier.claims.claim import Claim
from verifier.linking.dimensions import Said, said_in
from verifier.linking.discourse import Discourse
from verifier.linking.series import Found, Series, period_of
from verifier.linking.timing import Timing
from verifier.verdict import Reason, Relation

__all__ = ["rows_at", "said_around"]


def said_around(claim: Claim, discourse: Discourse | None = None, *, continued: bool = False) -> Said:
    """Return what may name the dimensions of a claim's row: its words before its number, all of them, the headings.

    Where a measure is `continued` from the sentence before ("it was 5 tons in 2022"), so are its dimensions.
    """
    words = claim.sentence.words
    own = (words[claim.left : claim.first], words[claim.left : claim.right], words[: claim.right])
    if discourse is None:
        return Said(said_in(*own))
    before, above = discourse.before, discourse.heading_words
    return Said(said_in(*own), said_in(before, *above) if continued else said_in(*above), said_in(before))


def rows_at(claim: Claim, series: Series, timing: Timing, discourse: Discourse) -> tuple[Found, tuple[str, ...]]:
    """Return the rows of the period that applies: the claim's own, else one before it, else the document's date."""
    if (claim.relation is Relation.CHANGE_FROM or claim.compared) and not series.by_span:
        return Found(reason=Reason.OTHER_PERIOD), ()  # what rows without a time say is not what was before
    if timing.period:
        found = series.at(timing.period)
    elif timing.shift:
        return _before(timing.anchor, timing.shift, claim, series, discourse)
    elif timing.months and claim.relation is Relation.CHANGE_FROM:
        return _start(timing, claim, series, discourse)
    else:
        found = _carried(claim, series, discourse)
    return found, ("period_assumed",) if found.assumed else ()


def _before(
    period: str, months: int, claim: Claim, series: Series, discourse: Discourse
) -> tuple[Found, tuple[str, ...]]:
    """Return the rows that lie so many months before a period, or before what was spoken of so far."""
    anchor = series.at(period) if period else _carried(claim, series, discourse)
    found = series.before(anchor.rows[-1], months) if anchor.rows else anchor
    return found, () if period else ("period_assumed",)


def _start(timing: Timing, claim: Claim, series: Series, discourse: Discourse) -> tuple[Found, tuple[str, ...]]:
    """Return the rows from which a change begins; where the text does not say when, only the year before is sure."""
    anchor = series.at(timing.base) if timing.base else _carried(claim, series, discourse)
    found = series.before(anchor.rows[-1], timing.months) if anchor.rows else anchor
    if timing.untold and found.rows and not series.has_one_step(found.rows[-1], anchor.rows[-1]):
        found = replace(found, firm=False)
    return found, () if timing.base else ("period_assumed",)


def _carried(claim: Claim, series: Series, discourse: Discourse) -> Found:
    """Return the rows of the period that was spoken of before; a day, as that of the document, means the newest."""
    period, sure = discourse.tale.carried(claim, discourse.heading_period)
    found = series.at(period) if period else series.newest(discourse.document_date, claim.status)
    span = period_of(period)
    if found.reason is Reason.OTHER_PERIOD and span is not None and span.first == span.last:
        found = series.newest(period, claim.status)
    return found if sure or not series.by_span else replace(found, firm=False)
