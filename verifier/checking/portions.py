"""The claims of one sentence in, whether its parts and its whole, its shares and their base, go together out."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

from verifier.checking.compare import agree_with_interval, figure_of
from verifier.checking.derived import Tools
from verifier.checking.findings import Finding, stated_interval
from verifier.checking.written import read_written
from verifier.claims.claim import Claim
from verifier.claims.intervals import DIGITS, Interval, rounding_interval
from verifier.model import Kind
from verifier.verdict import Relation

__all__ = ["check_parts", "check_shares"]

HUNDRED = Decimal(100)
PARTS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.NUMBER})
MOST_GRANULAR = 5_000  # people; of more, any share with a decimal can be
WHOLE = frozenset({"of_all", "locative"})
CLOSE = 2  # words between a number and its share


def check_shares(claims: Sequence[Claim], tools: Tools) -> Iterator[Finding]:
    """Check "20 dari 50 orang (40 persen)" and "54,3 persen dari 20 orang"."""
    for first, second in pairwise(claims):
        ratio, percent = (first, second) if first.kind is Kind.RATIO else (second, first)
        apart = second.first - first.last
        if ratio.kind is Kind.RATIO and percent.unit == "percent" and apart <= 3 and percent.mention is not None:
            yield from _share_of_ratio(ratio, percent, tools)
        elif first.unit == "percent" and second.kind is Kind.COUNT and apart <= CLOSE and first.shared:
            yield from _granularity(first, second, tools)
    for place, percent in enumerate(claims):
        if percent.unit == "percent" and place and _is_restated(claims[place - 1], percent):
            whole = _whole_of(place, claims)
            if whole is not None:
                yield from _share(claims[place - 1].values[0], whole.values[0], percent, tools)


def _share_of_ratio(ratio: Claim, percent: Claim, tools: Tools) -> Iterator[Finding]:
    part, whole = ratio.values
    yield from _share(part, whole, percent, tools)


def _share(part: Decimal, whole: Decimal, percent: Claim, tools: Tools) -> Iterator[Finding]:
    if not 0 < part <= whole or percent.mention is None:
        return
    share = DIGITS.multiply(DIGITS.divide(part, whole), HUNDRED)
    figure = figure_of(percent.mention, read_written(percent.mention, tools.language))
    holds = agree_with_interval(figure, Interval(share, share), share, tools.sets).agrees
    shown = tools.explainer.percent(DIGITS.divide(part, whole))
    arithmetic = f"{' / '.join(tools.explainer.shortened(part, whole))} = {shown}"
    said = tools.explainer.say("step_holds" if holds else "step_fails", arithmetic=arithmetic, written=percent.said)
    yield Finding(percent, holds, said, None, share)


def _is_restated(part: Claim, percent: Claim) -> bool:
    """Return whether a percent says again what a count says: "20 siswa (40 persen)", "20, or 40 percent"."""
    if not _is_count(part) or percent.relation is not Relation.LEVEL or len(percent.values) != 1:
        return False
    sentence = part.sentence
    between = sentence.words[part.after : percent.first]
    again = any(part.after <= cue.first and cue.end == percent.first for cue in sentence.of_role("restatement"))
    return len(between) <= CLOSE and (again or between == ["("])


def _whole_of(place: int, claims: Sequence[Claim]) -> Claim | None:
    """Return the number that a part is taken from: "dari 50 siswa, 20 …", or "20 siswa (40 persen) dari 50 siswa"."""
    percent = claims[place]
    if place >= 2 and _is_taken_from(claims[place - 2], claims[place - 2].left) and not claims[place - 2].direction:
        return claims[place - 2]
    after = claims[place + 1] if place + 1 < len(claims) else None
    return after if after is not None and _is_taken_from(after, percent.last, close=True) else None


def _is_taken_from(whole: Claim, least: int, *, close: bool = False) -> bool:
    """Return whether "dari", "dari total" or "of the" stands right before a count, from the word `least` on."""
    if not _is_count(whole):
        return False
    sentence = whole.sentence
    cues = [cue for cue in sentence.cues if cue.role in WHOLE or cue.meaning == "from"]
    return any(
        least <= cue.first
        and all(word in sentence.lexicon.stops for word in sentence.words[cue.end : whole.first])
        and not (close and any(word.isalpha() for word in sentence.words[least : cue.first]))
        for cue in cues
    )


def _is_count(claim: Claim) -> bool:
    exact = len(claim.values) == 1 and claim.modifier is None and claim.values[0] == claim.values[0].to_integral_value()
    return exact and claim.kind in (Kind.COUNT, Kind.NUMBER)


def _granularity(percent: Claim, base: Claim, tools: Tools) -> Iterator[Finding]:
    """Check that a share of so few can be: 54.3 % of 20 is no whole number of people. Source: the GRIM test."""
    count = base.values[0]
    if base.modifier or percent.modifier or len(percent.values) != 1 or len(base.values) != 1:
        return
    if count != count.to_integral_value() or not 1 <= count <= MOST_GRANULAR:
        return
    rounding = rounding_interval(percent.values[0])
    least = (rounding.low * count / HUNDRED).to_integral_value(ROUND_CEILING)
    most = (rounding.high * count / HUNDRED).to_integral_value(ROUND_FLOOR)
    if least > most:
        said = tools.explainer.say("granularity", written=percent.said, count=tools.explainer.number(count))
        yield Finding(percent, False, said)


def check_parts(claims: Sequence[Claim], tools: Tools) -> Iterator[Finding]:
    """Check "30 orang, terdiri dari 18 pria dan 12 wanita"."""
    for total in claims:
        parts = _parts_of(total, claims)
        if len(parts) < 2 or total.kind not in PARTS:
            continue
        intervals = [stated_interval(part, tools) for part in parts]
        whole = stated_interval(total, tools)
        if whole is None or any(one is None for one in intervals):
            continue
        added = Interval(Decimal(0), Decimal(0))
        for one in intervals:
            added = added.plus(one) if one is not None else added
        value = sum((part.values[0] for part in parts), Decimal(0))
        holds = added.meets(whole)
        *shown, added_up = tools.explainer.shortened(*(part.values[0] for part in parts), value)
        arithmetic = f"{' + '.join(shown)} = {added_up}"
        said = tools.explainer.say("step_holds" if holds else "step_fails", arithmetic=arithmetic, written=total.said)
        yield Finding(total, holds, said, None, value)


def _parts_of(total: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """Return the numbers that "terdiri dari" lists after a total, all of one kind and unit; none where others mix."""
    sentence = total.sentence
    place = claims.index(total)
    following = claims[place + 1 :]
    if not following:
        return []
    cue = next((one for one in sentence.of_role("parts") if total.last <= one.first < following[0].first), None)
    if cue is None:
        return []
    alike = [one for one in following if one.kind is total.kind and one.unit == total.unit and len(one.values) == 1]
    level = all(one.relation is Relation.LEVEL for one in alike)
    return alike if len(alike) == len(following) and level else []
