"""A claim and the dates of its sentence in; the period it speaks of, and the one it is compared with, out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.claims.claim import Claim
from verifier.claims.sentences import Sentence
from verifier.linking.backgrounds import is_in_background, is_told_of
from verifier.linking.date_leads import LEADS, only_leads
from verifier.linking.lasting import place_in_list
from verifier.linking.moment import ANY, UNPLACED, Moment, earlier_period
from verifier.linking.nearest_dates import belongs, date_beside, nearest
from verifier.linking.series import PREVIOUS, period_of
from verifier.model import Kind
from verifier.verdict import Relation

__all__ = ["Timing", "is_before", "read_timing"]

PLACED = frozenset({Relation.LEVEL, Relation.CHANGE_TO, Relation.CHANGE_BY})  # at the time that was told last


@dataclass(frozen=True, slots=True)
class Timing:
    """The period of a claim ("" where the sentence has none) and what it is compared with.

    `base` is a period, or `months` tells how much earlier it lies (0: not said). Where the period
    itself is only told from another one, `shift` says by how many months it lies before `anchor`, or
    before what was spoken of so far ("": "a year later they stood at 5"). `untold` where nothing in
    the sentence says from when a change is counted.
    """

    period: str = ""
    base: str = ""
    months: int = 0
    told: bool = False  # from another date: "setahun sebelumnya"
    anchor: str = ""
    shift: int = 0
    untold: bool = False
    lasts: bool = False  # the base is where a time begins that lasts till then: "since 2019", "in the last three years"
    listed: tuple[str, ...] = ()  # dates side by side of which a single number is told: "2022 dan 2023"
    guessed: bool = False  # counted from the day of the text, or from an event, which nobody knows
    aside: bool = False  # told in a phrase of another time, and not what the sentence speaks of


UNTOLD = Timing(untold=True)


def read_timing(claim: Claim, moments: Sequence[Moment]) -> Timing:
    """Return the periods of a claim, as far as its own sentence tells them."""
    unplaced = [moment for moment in moments if moment.role == UNPLACED]
    if not unplaced:
        return _placed(claim, moments)
    timing = _placed(claim, [moment for moment in moments if moment.role != UNPLACED])
    return replace(timing, guessed=True) if _is_unplaced(claim, moments) else timing


def _is_unplaced(claim: Claim, moments: Sequence[Moment]) -> bool:
    """Return whether a time that nobody can tell is that of a claim: in its words, or the last one before it."""
    own = [moment for moment in moments if claim.left <= moment.first < claim.right]
    before = [moment for moment in moments if moment.end <= claim.first]
    return any(moment.role == UNPLACED for moment in (*own, *before[-1:]))


def _placed(claim: Claim, moments: Sequence[Moment]) -> Timing:
    """Return the periods of a claim, told in a phrase of another time or beside one."""
    told = [moment for moment in moments if is_told_of(moment, claim)]
    if any(not moment.edtf and moment.months < 0 and moment.within is None for moment in told):
        told = [moment for moment in moments if claim.sentence.told_of(moment.first, moment.end, claim.first)]
        return _read(claim, told)  # "5 tons in 2020, rose to 6 a year later"
    inside = [moment for moment in told if moment.within is not None and moment.within.holds(claim.first)]
    timing = _read(claim, inside if any(moment.edtf for moment in inside) else told)
    insets = claim.sentence.insets
    if inside or (insets and any(first <= claim.first < end for first, end in insets)):
        return replace(timing, aside=True)
    if is_in_background(claim):
        return replace(timing, guessed=True)
    if timing.period or timing.shift:
        return timing
    others = (moment.within for moment in moments if moment.within is not None and moment not in told)
    return replace(timing, guessed=True) if any(one.later or not one.numbered for one in others) else timing


def _read(claim: Claim, moments: Sequence[Moment]) -> Timing:
    """Return the periods of a claim, of the dates that can be its own."""
    if claim.relation is Relation.CHANGE_FROM:
        return _timing_of_start(claim, moments)
    if not moments:
        return UNTOLD
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
    later = _later_than_start(lead, moments, origin)
    if later is not None:
        return later
    plain = [moment for moment in moments if moment.role == "plain" and moment.edtf and not belongs(moment, origin)]
    plain = [moment for moment in plain if not moment.compared or claim.left <= moment.first < claim.right]
    within = nearest(lead, plain, within=True) or (nearest(claim, plain, within=True) if lead is not claim else None)
    main = within or nearest(lead, plain, within=False)
    told = _told_from_another(claim, moments, main)
    if told is not None and told.ago and main is None:
        last = claim.sentence.has("ago", told.first, told.first + 1)  # "last year" is the newest that is spoken of
        return Timing(told=True, shift=0 if last else told.months, guessed=True)
    if told is not None:
        reached = main is not None and (told.months > 0 or main.first < told.first)  # "later" counts on
        timing = _told(main.edtf if main is not None and reached else "", told)
        base = _base(claim, moments, origin)
        return timing if base is None else replace(timing, base=base.edtf, months=base.months)
    base = _base(claim, moments, origin)
    if claim.relation in (Relation.LEVEL, Relation.RANK, Relation.SHARE):
        main = date_beside(claim, moments) or main
    spanned = main is not None and main.span and claim.relation is Relation.LEVEL
    period = "" if main is None else main.span if spanned else main.edtf
    listed: tuple[str, ...] = ()
    if main is not None and main.listed and claim.relation is Relation.LEVEL:
        place, count = place_in_list(claim)
        period = main.listed[place] if count == len(main.listed) else period
        listed = main.listed if count == 1 else ()
    aside = main is not None and (main.compared or main.role != "plain")
    if base is None:
        told_first = next((one.edtf for one in reversed(plain) if main is not None and one.end <= main.first), "")
        began = told_first if is_before(told_first, period) else ""
        return Timing(period, began, told=aside, untold=True, listed=listed)
    return Timing(period, base.edtf, base.months, told=aside, listed=listed, lasts=base.lasts)


def _is_ranked(claim: Claim, moment: Moment) -> bool:
    """Return whether a time behind a number is that among whose figures it is the highest: "the most since 2019"."""
    return claim.relation is not Relation.RANK and claim.sentence.has("superlative", claim.last, moment.first)


def _is_of_a_run(claim: Claim, moment: Moment) -> bool:
    """Return whether a time behind a number and a break is that of a run: "rose 3 percent, up three years in a row"."""
    sentence = claim.sentence
    cut = sentence.is_cut(claim.last, moment.first)
    return claim.relation is not Relation.TREND and cut and sentence.has("running", moment.end, moment.end + 1)


def _equated(claim: Claim, moments: Sequence[Moment]) -> Moment | None:
    """Return the date right after "as" in "twice as many as in 2022"."""
    if claim.relation is not Relation.MULTIPLE or claim.than < 0:
        return None
    after = (moment for moment in moments if claim.than <= moment.first <= claim.than + LEADS)
    return next((one for one in after if only_leads(claim.sentence, claim.than, one.first)), None)


def _of_relative_clause(claim: Claim, moments: Sequence[Moment]) -> Moment | None:
    """Return the earlier period that the clause of a number is about: "triwulan sebelumnya yang tumbuh 5 persen"."""
    for moment in moments:
        if moment.role != "base" or not claim.left <= moment.first < claim.first:
            continue
        starts = [cue.first for cue in claim.sentence.of_role("relative")]
        if any(moment.end <= start <= moment.end + 1 for start in starts):
            return moment
    return None


def _later_than_start(lead: Claim, moments: Sequence[Moment], origin: Claim | None) -> Timing | None:
    """Return when a change ends that is told from when it began: "from 12 in 2020 to 15 two years later"."""
    if origin is None:
        return None
    began = next((moment.edtf for moment in moments if moment.edtf and belongs(moment, origin)), "")
    told = (moment for moment in moments if not moment.edtf and moment.months < 0 and belongs(moment, lead))
    ended = next((earlier_period(began, moment.months) for moment in told), "") if began else ""
    return Timing(ended, began, told=True) if ended else None


def _told_from_another(claim: Claim, moments: Sequence[Moment], main: Moment | None) -> Moment | None:
    """Return what tells a claim's period from another one: among its own words, or before it with no date between."""
    told = [moment for moment in moments if not moment.edtf and moment.role != "rate"]
    told = [moment for moment in told if not _is_amount(claim.sentence, moment)]
    if not told or (main is not None and claim.left <= main.first < claim.right):
        return None
    level, reached = claim.relation is Relation.LEVEL, claim.relation is Relation.CHANGE_TO
    telling = [one for one in told if level or (reached and one.months < 0)]
    telling = [one for one in telling if claim.compared or not one.compared]
    own = nearest(claim, telling, within=True)
    if own is not None or claim.relation not in PLACED:
        return own
    dated = main.first if main is not None and main.end <= claim.first else -1
    told = [one for one in told if one.role == "plain" or _is_point(claim.sentence, one)]
    return next((one for one in reversed(told) if dated < one.first < claim.first), None)


def _is_point(sentence: Sentence, moment: Moment) -> bool:
    """Return whether "a year earlier" opens a statement, where "setahun terakhir" tells how long it took."""
    opens = moment.first == 0 or sentence.words[moment.first - 1] == ";"
    if not opens or moment.role == "rate" or sentence.has("rate", moment.first, moment.end):
        return False
    ends = {cue.first for cue in sentence.of_role("earlier") if cue.meaning == ANY}
    spans = any(cue.end == moment.end and cue.first not in ends for cue in sentence.of_role("span_end"))
    return not spans and not sentence.has("span_lead", moment.first, moment.first + 1)


def _is_amount(sentence: Sentence, moment: Moment) -> bool:
    """Return whether a moment is an amount of time ("dalam lima tahun"), which dates no level."""
    owner = sentence.owners[moment.first]
    told = sentence.owners[moment.end - 1] != owner  # "two years on"
    return owner >= 0 and not told and sentence.mentions[owner].kind is not Kind.DATE


def _told(edtf: str, moment: Moment) -> Timing:
    """Return the period that lies before another one of the sentence, or else before what was spoken of so far."""
    if not edtf or moment.months == PREVIOUS:
        return Timing(told=True, anchor=edtf, shift=moment.months)
    period = earlier_period(edtf, moment.months)
    return Timing(period, told=True) if period else Timing(told=True, shift=moment.months)


def is_before(edtf: str, other: str) -> bool:
    """Return whether a period lies before another one of the same kind."""
    before, span = period_of(edtf), period_of(other)
    if before is None or span is None:
        return False
    return before.last < span.first and before.precision == span.precision


def _base(claim: Claim, moments: Sequence[Moment], origin: Claim | None) -> Moment | None:
    """Return what a change is counted from: a date of its first number, else one that "dibanding" leads to."""
    if origin is not None:
        own = [moment for moment in moments if belongs(moment, origin)]
        if own:
            return own[0]
    counted = [moment for moment in moments if moment.role != "plain"]
    counted = [one for one in counted if not (_is_ranked(claim, one) or _is_of_a_run(claim, one))]
    for role in ("base", "rate") if counted else ():
        bases = [moment for moment in counted if moment.role == role]
        own = [moment for moment in bases if claim.left <= moment.first < claim.right]
        bases = own or [moment for moment in bases if not claim.sentence.has("steady", claim.last, moment.first)]
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
    end = _placed(ends[0], moments) if ends else Timing()
    if not own and end.shift and end.shift != PREVIOUS:  # "a year later it rose from 3 to 4"
        return Timing(told=True, shift=end.shift + abs(end.shift))
    main = end.period
    if not main:
        dated = [moment for moment in moments if moment.edtf and moment.role == "plain" and moment.end <= claim.first]
        main = dated[-1].edtf if dated else ""
    if not own:
        return Timing("", main, PREVIOUS, untold=True)
    moment = own[0]
    if moment.edtf:
        return Timing(moment.edtf)
    told = bool(main) and moment.months != PREVIOUS
    return Timing(earlier_period(main, moment.months) if told else "", main, moment.months)
