"""A superlative and the numbers of its sentence in, the row of the number right before it out; and what it ranks."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from verifier.claims.claim import Claim
from verifier.linking.concepts import GROWTH
from verifier.linking.linked import Link
from verifier.linking.measures import Fit
from verifier.linking.moment import Moment, earlier_period
from verifier.linking.series import period_of
from verifier.linking.timing import Timing
from verifier.model import Kind, Mention, Row
from verifier.periods import MONTHS_OF, Period
from verifier.verdict import Reason, Relation

__all__ = ["names_its_step", "of_number_before", "ranked_in_time", "ranks_times"]

STATED = frozenset({Relation.LEVEL, Relation.CHANGE_TO})
ANY_YEAR = "XXXX"
YEAR_DIGITS = 4
TIMES = frozenset({"year", "month", "quarter", "week", "day", "decade"})


def of_number_before(claim: Claim, linked: Sequence[Link]) -> Link | None:
    """Return the row of the number right before a superlative; None where there is none.

    It only supports a rank among others; that in "5 tons, the lowest in four years" is one of that number.
    """
    before = next((link for link in reversed(linked) if link.claim.after <= claim.first), None)
    if before is None or before.reason is not None or not before.rows or before.claim.relation not in STATED:
        return None
    sentence, between = claim.sentence, range(before.claim.after, claim.first)
    said_little = sentence.lexicon.small | sentence.lexicon.neutral
    stopped = any(sentence.words[place] not in said_little and sentence.words[place] != "," for place in between)
    stopped = stopped or sentence.has("join", between.start, between.stop)  # "covers 312 km2 and is the deepest"
    own = any(claim.first <= cue.first < claim.last for cue in sentence.of_role("concept"))
    in_time = ranks_times(claim)
    if stopped or own or (_is_dated(claim) and not in_time):
        return None
    return replace(before, claim=claim, firm=before.firm and in_time, level=False, others=())


def ranked_in_time(link: Link, timing: Timing, moments: Sequence[Moment]) -> Link:
    """Return a rank with the rows of the times that it is one of: "the highest since 2019", "the lowest in four years".

    Since 2019 it is the highest where it is above all that came after that year; without any of these, above its row.
    `lasting` is set where none of the times is missing.
    """
    series, row = link.series, link.rows[0] if link.rows else None
    span = period_of(row.period) if row is not None else None
    link = replace(link, timing=timing, others=(), level=False)
    end = _end(link.claim)
    told = next((one for one in moments if one.role == "base" and link.claim.last <= one.first < end), None)
    if link.reason is not None or series is None or row is None or span is None or told is None:
        link.reason = link.reason or Reason.NO_ROW
        return link
    base = _since(told.edtf, span)
    months = told.months - MONTHS_OF.get(span.precision, 0)
    start = base.edtf if base is not None else earlier_period(row.period, months) if months > 0 else ""
    begin = period_of(start)
    if begin is None or begin.first >= span.first:
        link.reason = Reason.OTHER_PERIOD
        return link
    inside = [one for one in series.rows if (other := period_of(one.period)) and other.precision == span.precision]
    before = [one for one in inside if _between(one, begin.first, span.first)]
    after = [one for one in before if base is None or _between(one, base.last + 1, span.first)]
    link.others = tuple(after or before)
    link.lasting = bool(series.inside(f"{start}/{row.period}"))
    link.reason = None if link.others else Reason.OTHER_PERIOD
    return link


def _since(edtf: str, span: Period) -> Period | None:
    """Return the time that a text names behind "since"; "since May" is the last one before."""
    if not edtf.startswith(ANY_YEAR):
        return period_of(edtf)
    year = int(span.edtf[:YEAR_DIGITS]) if span.edtf[:YEAR_DIGITS].isdigit() else 0
    found = (period_of(f"{one}{edtf.removeprefix(ANY_YEAR)}") for one in (year, year - 1))
    return next((one for one in found if one is not None and one.last < span.first), None)


def _between(row: Row, first: int, end: int) -> bool:
    span = period_of(row.period)
    return span is not None and first <= span.first < end


def ranks_times(claim: Claim) -> bool:
    """Return whether a superlative is one of several times: "the lowest in four years", "tertinggi sejak 2019"."""
    sentence, end = claim.sentence, _end(claim)
    if sentence.has("since", claim.last, end) or sentence.has("earlier", claim.last, end):
        return True
    return any(mention.unit in TIMES for mention in _told(claim, end))


def _is_dated(claim: Claim) -> bool:
    return any(mention.kind is Kind.DATE for mention in _told(claim, _end(claim)))


def _end(claim: Claim) -> int:
    """Return the first break behind a superlative."""
    words = claim.sentence.words
    return next((place for place in claim.sentence.breaks if place >= claim.last), len(words))


def _told(claim: Claim, end: int) -> Iterator[Mention]:
    owners = {owner for owner in claim.sentence.owners[claim.last : end] if owner >= 0}
    return (claim.sentence.mentions[owner] for owner in owners)


def names_its_step(claim: Claim, fit: Fit, belongs: Callable[[int, str], bool]) -> bool:
    """Return whether a measure is itself the change that a superlative ranks: "economic growth"."""
    words = claim.sentence.words[claim.step.first : claim.step.end] if claim.step is not None else ()
    return GROWTH in fit.concepts or any(belongs(fit.measure, word) for word in words)
