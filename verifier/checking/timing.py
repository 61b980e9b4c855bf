"""A sentence and a claim of it in, the period that the claim speaks of out, and the one that it is compared with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from verifier.checking.claim import Claim, is_bare_year, is_span
from verifier.checking.cues import Cue
from verifier.checking.sentences import Sentence
from verifier.checking.series import PREVIOUS
from verifier.errors import InputError
from verifier.extraction import read_text
from verifier.model import Kind, Mention, Relation
from verifier.periods import Period

__all__ = ["Moment", "Timing", "read_moments", "read_timing"]

MONTHS = {"year": 12, "half": 6, "quarter": 3, "month": 1, "decade": 120}
BREAK_COSTS = 6  # words: a comma between a number and a date counts as so much distance
TOLD = frozenset({"earlier", "later", "ago", "rate"})
ANY_YEAR = "XXXX"
ANY = "one"  # "sebelumnya", "later": the meaning of words that name no time of their own
MOST_MONTHS = 2400
LEADS = 4  # words such as "pada tahun" between "dibanding" and its date


@dataclass(frozen=True, slots=True)
class Moment:
    """A date among the words of a sentence.

    `role` is "plain", "base" for what something is compared with ("dibanding 2019"), or "rate" for
    how a change is counted ("yoy"). Where `edtf` is empty the date is told from the claim's own:
    `months` earlier ("tahun sebelumnya").
    """

    first: int
    end: int
    edtf: str
    role: str = "plain"
    months: int = 0


@dataclass(frozen=True, slots=True)
class Timing:
    """The period of a claim ("" where the sentence has none) and what it is compared with.

    `base` is a period, or `months` tells how much earlier it lies (0: not said).
    """

    period: str = ""
    base: str = ""
    months: int = 0
    told: bool = False  # from another date: "setahun sebelumnya"


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
    return sorted(moments, key=_place)


def _place(moment: Moment) -> int:
    return moment.first


def _dated_apart(sentence: Sentence) -> list[Moment]:
    """Return the dates whose year is told by other words: "Juni tahun lalu", "the first quarter of last year"."""
    moments = []
    for number, (mention, year) in enumerate(pairwise(sentence.mentions)):
        first, end = sentence.spans[number]
        start, stop = sentence.spans[number + 1]
        said = mention.date or ""
        if said.startswith(ANY_YEAR) and _is_year(year.resolved) and _only_leads(sentence, end, start):
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
    moments += [_anaphoric(sentence, cue) for cue in sentence.of_role("ago") if not _is_dated(sentence, cue)]
    moments += [
        Moment(cue.first, cue.end, "", "rate", MONTHS.get(cue.meaning, PREVIOUS)) for cue in sentence.of_role("rate")
    ]
    return moments


def _spans_told(sentence: Sentence) -> Iterator[Moment]:
    """Yield "sepuluh tahun sebelumnya" and "five years later", which count from what was told and not from today."""
    tails = {
        cue.end: (cue, -1 if cue.role == "later" else 1)
        for role in ("earlier", "later")
        for cue in _any(sentence, role)
    }
    for mention, (first, end) in zip(sentence.mentions, sentence.spans, strict=True):
        if end not in tails or mention.kind is not Kind.DATE or mention.date:
            continue
        tail, back = tails[end]
        amounts = read_text(
            sentence.text[mention.start : sentence.starts[tail.first]], language=sentence.lexicon.language
        )
        months = [one.values[0] * MONTHS[one.unit] for one in amounts.mentions if one.unit in MONTHS]
        if len(months) == 1 and months[0] == months[0].to_integral_value() and 0 < months[0] <= MOST_MONTHS:
            base = back > 0 and (_is_base(sentence, first) or not _led(sentence, first))
            yield Moment(first, end, "", "base" if base else "plain", back * int(months[0]))


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
    base = _is_base(sentence, cue.first) or not _led(sentence, cue.first)
    return Moment(cue.first, cue.end, "", "base" if base else "plain", MONTHS.get(cue.meaning, PREVIOUS))


def _led(sentence: Sentence, place: int) -> bool:
    return any(cue.end == place for lead in ("locative", "role") for cue in sentence.of_role(lead))


def _dated(sentence: Sentence, mention: Mention, first: int, end: int) -> list[Moment]:
    edtf = mention.resolved or mention.date or ""
    if not edtf or mention.problem:
        return []
    if "/" in edtf:
        start, _, stop = edtf.partition("/")
        return [Moment(first, end, start, "base"), Moment(first, end, stop)]
    return [Moment(first, end, edtf, "base" if _is_base(sentence, first) else "plain")]


def _is_base(sentence: Sentence, place: int) -> bool:
    """Return whether "dari", "dibanding", "sejak" or "antara" leads to the words at `place`."""
    starts = (cue for cue in sentence.of_role("role") if cue.meaning == "from")
    for cue in (*sentence.of_role("than"), *sentence.of_role("since"), *sentence.of_role("between"), *starts):
        if place - LEADS <= cue.end <= place and _only_leads(sentence, cue.end, place):
            return True
    return False


def _only_leads(sentence: Sentence, first: int, end: int) -> bool:
    """Return whether all words between are small ones that may lead a date ("pada tahun", "in the year")."""
    return all(word in sentence.lexicon.small for word in sentence.words[first:end])


def read_timing(claim: Claim, moments: Sequence[Moment]) -> Timing:
    """Return the periods of a claim, as far as its own sentence tells them."""
    moments = [moment for moment in moments if claim.sentence.beside(moment.first, claim.first)]
    if claim.relation is Relation.CHANGE_FROM:
        return _timing_of_start(claim, moments)
    equated = _equated(claim, moments)
    if equated is not None:
        moments = [replace(moment, role="base") if moment is equated else moment for moment in moments]
    group = claim.change or [claim]
    origin = next((other for other in group if other.relation is Relation.CHANGE_FROM), None)
    lead = next((other for other in group if other.relation is Relation.CHANGE_TO), claim)
    told = _of_relative_clause(claim, moments)
    if told is not None:
        if told.edtf:
            return Timing(told.edtf, told=True)
        before = [moment for moment in moments if moment.edtf and moment.end <= told.first and moment.role == "plain"]
        return _told(before[-1].edtf if before else "", told)
    plain = [moment for moment in moments if moment.role == "plain" and moment.edtf and not _belongs(moment, origin)]
    main = (
        _nearest(lead, plain, within=True) or _nearest(claim, plain, within=True) or _nearest(lead, plain, within=False)
    )
    if claim.relation is Relation.LEVEL and (main is None or not claim.left <= main.first < claim.right):
        told = _told_from_another(claim, moments)
        if told is not None:
            return _told(main.edtf if main else "", told)
    base = _base(claim, moments, origin)
    if main is None and claim.relation in (Relation.LEVEL, Relation.RANK, Relation.SHARE):
        main = _nearest(claim, [moment for moment in moments if moment.edtf], within=False)
    period = main.edtf if main else ""
    aside = main is not None and main.role != "plain" and len(plain) > 0
    return Timing(period, base.edtf if base else "", base.months if base else 0, told=aside)


def _equated(claim: Claim, moments: Sequence[Moment]) -> Moment | None:
    """Return the date right after "as" in "twice as many as in 2022"."""
    if claim.relation is not Relation.MULTIPLE or claim.than < 0:
        return None
    after = (moment for moment in moments if claim.than <= moment.first <= claim.than + LEADS)
    return next((one for one in after if _only_leads(claim.sentence, claim.than, one.first)), None)


def _of_relative_clause(claim: Claim, moments: Sequence[Moment]) -> Moment | None:
    """Return the earlier period that the clause of a number is about: "triwulan sebelumnya yang tumbuh 5 persen"."""
    for moment in moments:
        if moment.role != "base" or not claim.left <= moment.first < claim.first:
            continue
        starts = [cue.first for cue in claim.sentence.of_role("relative")]
        if any(moment.end <= start <= moment.end + 1 for start in starts):
            return moment
    return None


def _told_from_another(claim: Claim, moments: Sequence[Moment]) -> Moment | None:
    told = [moment for moment in moments if not moment.edtf and moment.role != "rate"]
    return _nearest(claim, [moment for moment in told if not _is_amount(claim.sentence, moment)], within=True)


def _is_amount(sentence: Sentence, moment: Moment) -> bool:
    """Return whether a moment is an amount of time ("dalam lima tahun"), which dates no level."""
    owner = sentence.owners[moment.first]
    return owner >= 0 and sentence.mentions[owner].kind is not Kind.DATE


def _told(edtf: str, moment: Moment) -> Timing:
    """Return the period that lies before another one of the sentence, or else before what was spoken of so far."""
    if not edtf or moment.months == PREVIOUS:
        return Timing("", edtf, moment.months, told=True)
    return Timing(earlier_period(edtf, moment.months), told=True)


def earlier_period(edtf: str, months: int) -> str:
    """Return the period so many months before `edtf`, "" where there is none.

    >>> earlier_period("2024-06", 12), earlier_period("2024", 1)
    ('2023-06', '')
    """
    try:
        return Period.read(edtf).shift(months=-months).edtf
    except InputError:
        return ""


def _belongs(moment: Moment, claim: Claim | None) -> bool:
    """Return whether a date stands after `claim`, among its own words: "dari 3 juta pada 2019"."""
    return claim is not None and claim.last <= moment.first < claim.right


def _nearest(claim: Claim, moments: Sequence[Moment], *, within: bool) -> Moment | None:
    """Return the nearest date: within the claim's own words, or before them, or else after."""
    if within:
        own = [moment for moment in moments if claim.left <= moment.first < claim.right]
        return min(own, key=lambda moment: _distance(claim, moment), default=None)
    before = [moment for moment in moments if moment.end <= claim.first]
    if before:
        return before[-1]
    return next((moment for moment in moments if moment.first >= claim.last), None)


def _distance(claim: Claim, moment: Moment) -> int:
    first, end = (claim.last, moment.first) if moment.first >= claim.last else (moment.end, claim.first)
    crossed = sum(first <= cut < end for cut in claim.sentence.breaks)
    return 2 * (end - first + BREAK_COSTS * crossed) - (moment.first >= claim.last)


def _base(claim: Claim, moments: Sequence[Moment], origin: Claim | None) -> Moment | None:
    """Return what a change is counted from: a date of its first number, else one that "dibanding" leads to."""
    if origin is not None:
        own = [moment for moment in moments if _belongs(moment, origin)]
        if own:
            return own[0]
    for role in ("base", "rate"):
        bases = [moment for moment in moments if moment.role == role]
        own = [moment for moment in bases if claim.left <= moment.first < claim.right]
        if bases:
            return (own or bases)[0]
    return None


def _timing_of_start(claim: Claim, moments: Sequence[Moment]) -> Timing:
    own = [moment for moment in moments if claim.last <= moment.first < claim.right]
    own = own or [moment for moment in moments if claim.left <= moment.first < claim.first and moment.role == "base"]
    own = own or [moment for moment in moments if moment.role == "base"]
    ends = [other for other in claim.change if other.relation is Relation.CHANGE_TO] or [
        other for other in claim.change if other is not claim
    ]
    main = read_timing(ends[0], moments).period if ends else ""
    if not main:
        dated = [moment for moment in moments if moment.edtf and moment.role == "plain" and moment.end <= claim.first]
        main = dated[-1].edtf if dated else ""
    if not own:
        return Timing("", "", PREVIOUS) if not main else Timing("", main, PREVIOUS)
    moment = own[0]
    if moment.edtf:
        return Timing(moment.edtf)
    told = bool(main) and moment.months != PREVIOUS
    return Timing(earlier_period(main, moment.months) if told else "", main, moment.months)
