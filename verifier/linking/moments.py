"""A sentence in, its dates out, from left to right: those that it names and those that it tells from others."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from verifier.claims.claim import is_bare_year, is_span
from verifier.claims.cues import Cue
from verifier.claims.sentences import Sentence
from verifier.extraction import read_text
from verifier.linking.series import PREVIOUS, period_of
from verifier.model import Kind, Mention

__all__ = ["ANY", "LEADS", "Moment", "only_leads", "read_moments"]

MONTHS = {"year": 12, "half": 6, "quarter": 3, "month": 1, "decade": 120}
TOLD = frozenset({"earlier", "later", "ago", "rate"})
ANY_YEAR = "XXXX"
ANY = "one"  # "sebelumnya", "later": the meaning of words that name no time of their own
MOST_MONTHS = 2400
BOUNDS = frozenset({"more_than", "less_than"})
LEADS = 6  # words such as "pada tahun" between "dibanding" and its date


@dataclass(frozen=True, slots=True)
class Moment:
    """A date among the words of a sentence.

    `role` is "plain", "base" for what something is compared with ("dibanding 2019"), or "rate" for
    how a change is counted ("yoy"). Where `edtf` is empty the date is told from the claim's own:
    `months` earlier ("tahun sebelumnya"). `compared` tells that a word leads to it which compares.
    """

    first: int
    end: int
    edtf: str
    role: str = "plain"
    months: int = 0
    compared: bool = False
    span: str = ""  # the whole interval of which it is the end
    ago: bool = False  # counted from the day of the text, which nobody knows: "last year", "three years ago"


def read_moments(sentence: Sentence) -> list[Moment]:
    """Return the dates of a sentence, from left to right."""
    moments = _told_moments(sentence) if sentence.roles.keys() & TOLD else []
    moments += _dated_apart(sentence)
    covered = [(moment.first, moment.end) for moment in moments]
    for number, mention in enumerate(sentence.mentions):
        first, end = sentence.spans[number]
        if any(first < stop and start < end for start, stop in covered):
            continue
        if mention.kind is Kind.DATE:
            moments.extend(_dated(sentence, mention, first, end))
        elif is_bare_year(mention):
            moments.append(Moment(first, end, mention.text, "base" if _is_base(sentence, first) else "plain"))
        elif mention.unit in MONTHS and len(mention.values) == 1 and is_span(sentence, number):
            months = mention.values[0] * MONTHS[mention.unit]
            if months == months.to_integral_value() and 0 < months <= MOST_MONTHS:
                moments.append(Moment(first, end, "", "base", int(months)))
    moments = sorted((_beside_the_other(sentence, one) for one in moments), key=_place)
    ends = list(_multiples(sentence))
    if not ends:
        return moments
    return [replace(one, role="base") if _is_multiplied(sentence, one, moments, ends) else one for one in moments]


def _beside_the_other(sentence: Sentence, moment: Moment) -> Moment:
    """Return a date as compared where it is that of a number that something is compared with: "against 5 in 2022"."""
    if moment.role != "plain":
        return moment
    for first, end in sentence.spans:
        if moment.first - LEADS <= end <= moment.first and only_leads(sentence, end, moment.first):
            starts = (cue for cue in sentence.of_role("role") if cue.meaning == "from" and cue.end == first)
            if any(starts):
                return replace(moment, compared=True)
    return moment


def _is_multiplied(sentence: Sentence, moment: Moment, moments: Sequence[Moment], ends: Sequence[int]) -> bool:
    """Return whether a date is that of what a multiple multiplies: "in 2023 twice the 31 of 2020"."""
    span = period_of(moment.edtf) if moment.role == "plain" else None
    if span is None:
        return False
    for end in ends:
        if end <= moment.first and not any(end <= place < moment.first for place in sentence.breaks):
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
    return beside or noun.role == "quantity"


def _before(sentence: Sentence, roles: Iterable[str], first: int, moment: Moment) -> Iterator[Cue]:
    return (cue for role in roles for cue in sentence.of_role(role) if first <= cue.first and cue.end <= moment.first)


def _multiples(sentence: Sentence) -> Iterator[int]:
    """Yield the words after the multiples, and after the parts of one in words."""
    for mention, (_, end) in zip(sentence.mentions, sentence.spans, strict=True):
        if mention.kind is Kind.MULTIPLE:
            yield end
        elif mention.kind in (Kind.NUMBER, Kind.COUNT) and mention.values:
            part = mention.text.isalpha() and 0 < max(mention.values) < 1
            if part or sentence.has("times", end, end + 1):
                yield end


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
            role = "base" if _is_base(sentence, first) else "plain"
            moments.append(Moment(first, stop, f"{year.resolved}{said.removeprefix(ANY_YEAR)}", role))
    return moments


def _is_year(edtf: str | None) -> bool:
    return edtf is not None and edtf.isdigit() and len(edtf) == len("2024")


def _told_moments(sentence: Sentence) -> list[Moment]:
    """Return the periods that are told from another one: "tahun sebelumnya", "setahun kemudian", "year on year"."""
    earlier = sentence.of_role("earlier")
    spans = list(_spans_told(sentence))
    covered = {place for moment in spans for place in range(moment.first, moment.end)}
    whole = [cue for cue in earlier if not any(one.first < cue.first < one.end for one in earlier)]
    moments = [*spans, *(_anaphoric(sentence, cue) for cue in whole if cue.first not in covered)]
    moments += [_later(cue) for cue in sentence.of_role("later") if cue.meaning != ANY and cue.first not in covered]
    ago = (cue for cue in sentence.of_role("ago") if cue.first not in covered and not _is_dated(sentence, cue))
    moments += [replace(_anaphoric(sentence, cue), ago=True) for cue in ago]
    moments += [
        Moment(cue.first, cue.end, "", "rate", MONTHS.get(cue.meaning, PREVIOUS)) for cue in sentence.of_role("rate")
    ]
    return moments


def _spans_told(sentence: Sentence) -> Iterator[Moment]:
    """Yield "sepuluh tahun sebelumnya" and "five years later", which count from what was told and not from today.

    "Three years ago" is told as little where nobody knows the day of the text.
    """
    tails = {cue.end: (cue, 1) for cue in sentence.of_role("span_end")}
    tails |= {
        cue.end: (cue, -1 if cue.role == "later" else 1)
        for role in ("earlier", "later")
        for cue in _any(sentence, role)
    }
    for mention, (first, end) in zip(sentence.mentions, sentence.spans, strict=True):
        if end not in tails or mention.kind is not Kind.DATE or mention.date:
            continue
        tail, back = tails[end]
        ago = tail.role == "span_end"
        if ago and (mention.resolved or tail.first == first):
            continue
        amounts = read_text(
            sentence.text[mention.start : sentence.starts[tail.first]], language=sentence.lexicon.language
        )
        months = [one.values[0] * MONTHS[one.unit] for one in amounts.mentions if one.unit in MONTHS]
        if len(months) == 1 and months[0] == months[0].to_integral_value() and 0 < months[0] <= MOST_MONTHS:
            base = back > 0 and (_is_base(sentence, first) or not _led(sentence, first))
            yield Moment(first, end, "", "base" if base else "plain", back * int(months[0]), ago=ago)


def _any(sentence: Sentence, role: str) -> Iterator[Cue]:
    return (cue for cue in sentence.of_role(role) if cue.meaning == ANY)


def _later(cue: Cue) -> Moment:
    """Return "setahun kemudian": what lies after a date that was told before."""
    return Moment(cue.first, cue.end, "", "plain", -MONTHS.get(cue.meaning, 12))


def _is_dated(sentence: Sentence, cue: Cue) -> bool:
    """Return whether "tahun lalu" is counted from the day of the text, and not from another date of the sentence."""
    covered = {sentence.owners[place] for place in range(cue.first, cue.end)} - {-1}
    own = [sentence.mentions[number] for number in covered]
    if not any(mention.kind is Kind.DATE and mention.resolved for mention in own):
        return False
    others = [mention for number, mention in enumerate(sentence.mentions) if number not in covered]
    compared = _is_base(sentence, cue.first) and any(mention.kind is Kind.DATE for mention in others)
    return not compared


def _anaphoric(sentence: Sentence, cue: Cue) -> Moment:
    compared = _is_compared(sentence, cue.first)
    base = compared or _is_base(sentence, cue.first) or not _led(sentence, cue.first)
    months = MONTHS.get(cue.meaning, PREVIOUS)
    return Moment(cue.first, cue.end, "", "base" if base else "plain", months, compared)


def _led(sentence: Sentence, place: int) -> bool:
    return any(cue.end == place for lead in ("locative", "role") for cue in sentence.of_role(lead))


def _dated(sentence: Sentence, mention: Mention, first: int, end: int) -> list[Moment]:
    edtf = mention.resolved or mention.date or ""
    if not edtf or mention.problem:
        return []
    if "/" in edtf and "/" not in mention.text:  # from one time to another; "2022/23" is one year of a school
        start, _, stop = edtf.partition("/")
        return [Moment(first, end, start, "base"), Moment(first, end, stop, span=edtf)]
    return [Moment(first, end, edtf, "base" if _is_base(sentence, first) else "plain")]


def _is_base(sentence: Sentence, place: int) -> bool:
    """Return whether "dari", "dibanding", "sejak" or "antara" leads to the words at `place`."""
    starts = [cue for cue in sentence.of_role("role") if cue.meaning == "from"]
    leads = (*sentence.of_role("since"), *sentence.of_role("between"), *starts, *_counted_on(sentence))
    return any(_leads(sentence, cue, place) for cue in leads) or _is_compared(sentence, place)


def _counted_on(sentence: Sentence) -> Sequence[Cue]:
    """Return the words that lead from a percentage to what it is counted on: "9 percent down on 2022"."""
    on = sentence.of_role("base")
    if not on:
        return ()
    pairs = zip(sentence.mentions, sentence.spans, strict=True)
    counted = {end for mention, (_, end) in pairs if mention.kind is Kind.PERCENT}
    counted |= {cue.end for cue in sentence.of_role("change") if cue.first in counted}
    return [cue for cue in on if cue.first in counted]


def _is_compared(sentence: Sentence, place: int) -> bool:
    """Return whether "daripada", "di atas posisi", or a bound ("below March"), leads to the words at `place`."""
    spans = {cue.first for cue in sentence.of_role("span_lead")}  # "over 2023" may be all of that year
    bounds = (cue for cue in sentence.of_role("modifier") if cue.meaning in BOUNDS and cue.first not in spans)
    equated = sentence.of_role("equative")[1:]  # the second of "as many as in 2019"
    compared = (*sentence.of_role("than"), *sentence.of_role("comparison"), *bounds, *equated)
    return any(_leads(sentence, cue, place) for cue in compared)


def _leads(sentence: Sentence, cue: Cue, place: int) -> bool:
    """Return whether only small words, and those for a quantity or a position, stand between a cue and a word."""
    if not place - LEADS <= cue.end <= place:
        return False
    small = sentence.lexicon.small
    others = [at for at in range(cue.end, place) if sentence.words[at] not in small]
    if not others:
        return True
    meant = {at for role in ("quantity", "rank") for one in sentence.of_role(role) for at in range(one.first, one.end)}
    return meant.issuperset(others)


def only_leads(sentence: Sentence, first: int, end: int) -> bool:
    """Return whether all words between are small ones that may lead a date ("pada tahun", "in the year")."""
    return all(word in sentence.lexicon.small for word in sentence.words[first:end])
