"""The dates of a sentence in, the times that last from one to another out: "between 2019 and 2021"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from verifier.claims.claim import Claim, is_first_of
from verifier.claims.sentences import Sentence
from verifier.linking.date_leads import only_leads
from verifier.linking.moment import MOST_MONTHS, Moment, earlier_period
from verifier.linking.series import period_of
from verifier.model import Kind
from verifier.periods import MONTHS_OF

__all__ = ["lasting", "place_in_list", "put_together"]

MARKS = frozenset(",/&")
MOST_LEADS = 3  # words from "the first nine months" to its year


def lasting(sentence: Sentence) -> Iterator[Moment]:
    """Yield amounts of time that a date bounds: "the first nine months of 2023", "in the three years to 2023"."""
    if not any(mention.unit in MONTHS_OF for mention in sentence.mentions):
        return
    dates = [
        (mention.resolved or mention.date or "", span)
        for mention, span in zip(sentence.mentions, sentence.spans, strict=True)
        if mention.kind is Kind.DATE and not mention.problem
    ]
    if not dates:
        return
    for number, mention in enumerate(sentence.mentions):
        if mention.unit not in MONTHS_OF or len(mention.values) != 1:
            continue
        first, end = sentence.spans[number]
        months = mention.values[0] * MONTHS_OF[mention.unit]
        date = next(((edtf, span) for edtf, span in dates if span[0] >= end), None)
        if date is not None and months == int(months) and 0 < months <= MOST_MONTHS:
            yield from _bounded(sentence, number, (first, end), int(months), *date)


def _bounded(
    sentence: Sentence, number: int, place: tuple[int, int], months: int, edtf: str, date: tuple[int, int]
) -> Iterator[Moment]:
    """Yield what an amount of time and the date behind it are together, if anything."""
    (first, end), (begin, stop) = place, date
    beginning = is_first_of(sentence, number)
    if beginning and _only_first(sentence, end, begin):
        start = period_of(edtf)
        if start is not None and start.precision == "year":
            last = earlier_period(f"{edtf}-01", 1 - months)
            span = f"{edtf}-01/{last}"
            yield Moment(min(first, beginning[0]), stop, span, span=span)
    elif any(cue.meaning == "to" and cue.first == end and cue.end == begin for cue in sentence.of_role("role")):
        span_end = period_of(edtf)
        own = MONTHS_OF.get(span_end.precision, 0) if span_end is not None else 0
        start_of_span, base = earlier_period(edtf, months - own), earlier_period(edtf, months)
        if own and start_of_span and base and months > own:
            yield Moment(first, stop, base, "base")
            yield Moment(first, stop, edtf, span=f"{start_of_span}/{edtf}")


def _only_first(sentence: Sentence, first: int, end: int) -> bool:
    """Return whether only small words and "pertama" stand between an amount of time and its year."""
    places = [place for place in range(first, end) if sentence.owners[place] < 0]
    return len(places) <= MOST_LEADS and all(sentence.words[place] in sentence.lexicon.small for place in places)


def put_together(sentence: Sentence, moments: Sequence[Moment]) -> list[Moment]:
    """Return the dates, with those that bound one time as one, and those side by side knowing of each other."""
    joins = {place for cue in sentence.of_role("join") for place in range(cue.first, cue.end)}
    betweens = {cue.end for cue in sentence.of_role("between")}
    told = list(moments)
    for at, (one, other) in enumerate(pairwise(moments)):
        between = range(one.end, other.first)
        joined = bool(between) and all(place in joins or sentence.words[place] in MARKS for place in between)
        if not joined or not _are_alike(one, other):
            continue
        if one.first in betweens or any(only_leads(sentence, end, one.first) for end in betweens if end <= one.first):
            told[at + 1] = replace(other, span=f"{one.edtf}/{other.edtf}")
        elif one.role == other.role == "plain":
            listed = (*(told[at].listed or (one.edtf,)), other.edtf)
            told[at + 1] = replace(other, listed=listed)
    for at in range(len(told) - 2, -1, -1):
        if told[at + 1].listed and told[at].edtf in told[at + 1].listed[:-1] and told[at].role == "plain":
            told[at] = replace(told[at], listed=told[at + 1].listed)
    return told


def _are_alike(one: Moment, other: Moment) -> bool:
    """Return whether two dates are of one precision, the first before the second."""
    first, last = period_of(one.edtf), period_of(other.edtf)
    if first is None or last is None or one.span or other.span:
        return False
    return first.precision == last.precision and first.last < last.first


def place_in_list(claim: Claim) -> tuple[int, int]:
    """Return which of the numbers side by side a claim has, and how many these are: "9,4 juta dan 9,1 juta"; 0 apart.

    With "masing-masing" more may stand between them.
    """
    sentence = claim.sentence
    pairs = list(zip(sentence.mentions, sentence.spans, strict=True))
    alike = [
        (one.start, span) for one, span in pairs if (one.kind, one.unit) == (claim.kind, claim.unit) and one.values
    ]
    starts = [start for start, _ in alike]
    if claim.start not in starts:
        return 0, 0
    joins = {place for cue in sentence.of_role("join") for place in range(cue.first, cue.end)}
    gaps = [range(one[1][1], other[1][0]) for one, other in pairwise(alike)]
    joined = all(place in joins or sentence.words[place] in MARKS for gap in gaps for place in gap)
    listed = joined or sentence.has("respectively", 0, len(sentence.words))
    return starts.index(claim.start), len(alike) if listed else 0
