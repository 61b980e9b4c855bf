"""A sentence in, its dates out, from left to right: those that it names and those that it tells from others."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from verifier.claims.bare_years import is_bare_year
from verifier.claims.claim import is_span
from verifier.claims.cues import Cue
from verifier.claims.sentences import Sentence
from verifier.linking.backgrounds import backgrounds
from verifier.linking.date_leads import LEADS, is_base, only_leads
from verifier.linking.lasting import lasting, put_together
from verifier.linking.moment import MOST_MONTHS, Moment, Phrase
from verifier.linking.series import period_of
from verifier.linking.told_times import TELLING, told_moments
from verifier.model import Kind, Mention
from verifier.periods import MONTHS_OF

__all__ = ["read_moments"]

ANY_YEAR = "XXXX"
JOINED = frozenset(",")


def read_moments(sentence: Sentence) -> list[Moment]:
    """Return the dates of a sentence, from left to right."""
    moments = [] if TELLING.isdisjoint(sentence.roles) else told_moments(sentence)
    moments += [*_dated_apart(sentence), *lasting(sentence)]
    covered = [(moment.first, moment.end) for moment in moments]
    for number, mention in enumerate(sentence.mentions):
        first, end = sentence.spans[number]
        if any(first < stop and start < end for start, stop in covered):
            continue
        if mention.kind is Kind.DATE:
            moments.extend(_dated(sentence, mention, first, end))
        elif is_bare_year(mention):
            moments.append(Moment(first, end, mention.text, "base" if is_base(sentence, first) else "plain"))
        elif mention.unit in MONTHS_OF and len(mention.values) == 1 and is_span(sentence, number):
            months = mention.values[0] * MONTHS_OF[mention.unit]
            if months == months.to_integral_value() and 0 < months <= MOST_MONTHS:
                moments.append(Moment(first, end, "", "base", int(months), lasts=True))
    if not moments:
        return moments
    others, asides = _other_sides(sentence), list(backgrounds(sentence))
    if others or asides:
        moments = [_within(_beside_the_other(sentence, one, others), asides) for one in moments]
    moments.sort(key=_place)
    if len(moments) > 1:
        moments = put_together(sentence, moments)
    ends = list(_multiples(sentence))
    if not ends:
        return moments
    return [replace(one, role="base") if _is_multiplied(sentence, one, moments, ends) else one for one in moments]


def _beside_the_other(sentence: Sentence, moment: Moment, others: Collection[int]) -> Moment:
    """Return a date as compared where it is that of a number that something is compared with: "against 5 in 2022"."""
    if moment.role != "plain":
        return moment
    ends = (end for end in others if moment.first - LEADS <= end <= moment.first)
    beside = any(only_leads(sentence, end, moment.first) for end in ends)
    return replace(moment, compared=True) if beside else moment


def _other_sides(sentence: Sentence) -> list[int]:
    """Return the words after the numbers that something is compared with: "against 5 in 2022 and 4 in 2021"."""
    leads = {cue.end for cue in sentence.of_role("role") if cue.meaning == "from"}
    ends: list[int] = []
    if not leads:
        return ends
    joins = {place for cue in sentence.of_role("join") for place in range(cue.first, cue.end)}
    led = {place for cue in sentence.of_role("modifier") for place in range(cue.first, cue.end)}
    last: Mention | None = None
    for mention, (first, end) in zip(sentence.mentions, sentence.spans, strict=True):
        if mention.kind is Kind.DATE or is_bare_year(mention):
            continue
        alike = last is not None and (mention.kind, mention.unit) == (last.kind, last.unit)
        between = range(ends[-1], first) if ends and alike else range(0)
        joined = any(place in joins for place in between) and all(
            place in joins or place in led or sentence.owners[place] >= 0 or sentence.words[place] in JOINED
            for place in between
            if sentence.words[place] not in sentence.lexicon.small
        )
        last = mention if first in leads or joined else None
        if last is not None:
            ends.append(end)
    return ends


def _within(moment: Moment, phrases: Sequence[Phrase]) -> Moment:
    """Return a date with the shortest phrase of another time in which it stands."""
    around = [phrase for phrase in phrases if phrase.holds(moment.first)]
    return replace(moment, within=min(around, key=lambda one: one.end - one.first)) if around else moment


def _is_multiplied(sentence: Sentence, moment: Moment, moments: Sequence[Moment], ends: Sequence[int]) -> bool:
    """Return whether a date is that of what a multiple multiplies: "in 2023 twice the 31 of 2020"."""
    span = period_of(moment.edtf) if moment.role == "plain" else None
    if span is None:
        return False
    for end in ends:
        if end <= moment.first and not sentence.is_cut(end, moment.first):
            dated = [one.edtf for one in moments if one.role == "plain" and one.end <= end]
            before = [known for known in map(period_of, dated) if known is not None]
            if before:
                return before[-1].first > span.last
            return _is_attribute(sentence, moment, end) or _is_owned(sentence, moment, end)
    return False


def _is_attribute(sentence: Sentence, moment: Moment, end: int) -> bool:
    """Return whether a year behind a multiple stands right before a noun: "twice its 2020 level"."""
    year = sentence.text[sentence.starts[moment.first] : sentence.ends[moment.end - 1]].isdigit()
    led = any(
        only_leads(sentence, cue.end, moment.first) for cue in _before(sentence, ("locative", "role"), end, moment)
    )
    noun = (
        moment.end < len(sentence.words) and moment.end not in sentence.breaks and sentence.words[moment.end].isalpha()
    )
    return year and not led and noun and sentence.lexicon.modifiers_first


def _is_owned(sentence: Sentence, moment: Moment, end: int) -> bool:
    """Return whether a date behind a multiple is that of a figure: "twice the level of 2020", "dua kali laba 2020"."""
    nouns = (cue for role in ("quantity", "concept") for cue in sentence.of_role(role))
    noun = next((cue for cue in nouns if cue.first >= end and only_leads(sentence, end, cue.first)), None)
    if noun is None or noun.end > moment.first or not only_leads(sentence, noun.end, moment.first):
        return False
    beside = noun.end == moment.first or any(cue.end == moment.first for cue in sentence.of_role("genitive"))
    own = (cue for cue in sentence.of_role("concept") if cue.end < end and cue.meaning == noun.meaning)
    return beside or noun.role == "quantity" or any(own)  # "exports are twice the exports in 2020"


def _before(sentence: Sentence, roles: Iterable[str], first: int, moment: Moment) -> Iterator[Cue]:
    return (cue for role in roles for cue in sentence.of_role(role) if first <= cue.first and cue.end <= moment.first)


def _multiples(sentence: Sentence) -> Iterator[int]:
    """Yield the words after the multiples, and after the parts of one in words."""
    for mention, (_, end) in zip(sentence.mentions, sentence.spans, strict=True):
        if mention.kind is Kind.MULTIPLE:
            yield end
        elif mention.kind in (Kind.NUMBER, Kind.COUNT) and mention.values:
            part = mention.text.isalpha() and 0 < max(mention.values) < 1
            times = next((cue.end for cue in sentence.of_role("times") if cue.first == end), end)
            if part or times > end:
                yield times


def _place(moment: Moment) -> int:
    return moment.first


def _dated_apart(sentence: Sentence) -> list[Moment]:
    """Return the dates whose year is told by other words: "Juni tahun lalu", "the first quarter of last year"."""
    moments = []
    for number, (mention, year) in enumerate(pairwise(sentence.mentions)):
        first, end = sentence.spans[number]
        start, stop = sentence.spans[number + 1]
        said = mention.date or ""
        if said.startswith(ANY_YEAR) and _is_year(year.resolved) and only_leads(sentence, end, start):
            role = "base" if is_base(sentence, first) else "plain"
            moments.append(Moment(first, stop, f"{year.resolved}{said.removeprefix(ANY_YEAR)}", role))
    return moments


def _is_year(edtf: str | None) -> bool:
    return edtf is not None and edtf.isdigit() and len(edtf) == len("2024")


def _dated(sentence: Sentence, mention: Mention, first: int, end: int) -> list[Moment]:
    edtf = mention.resolved or mention.date or ""
    if not edtf or mention.problem:
        return []
    if "/" in edtf and "/" not in mention.text:  # from one time to another; "2022/23" is one year of a school
        start, _, stop = edtf.partition("/")
        return [Moment(first, end, start, "base"), Moment(first, end, stop, span=edtf)]
    base = is_base(sentence, first)
    lasts = base and any(only_leads(sentence, cue.end, first) for cue in sentence.of_role("since") if cue.end <= first)
    return [Moment(first, end, edtf, "base" if base else "plain", lasts=lasts)]
