"""The dates and ages of a text in, whether a calendar and a day of birth bear them out; no table is needed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.checking.explain import Explainer
from verifier.claims.cues import split_words
from verifier.claims.sentences import Sentence
from verifier.linking.series import period_of
from verifier.model import Kind, Mention
from verifier.pack import Pack
from verifier.packs import load_pack
from verifier.periods import ordinal_day

__all__ = ["DateFinding", "check_ages", "check_dates"]


@dataclass(frozen=True, slots=True)
class DateFinding:
    """What a calendar says of one mention: whether it holds, and why."""

    mention: Mention
    holds: bool
    explanation: str
    suggestion: str | None = None


def check_dates(mentions: Sequence[Mention], *, language: str, explainer: Explainer) -> Iterator[DateFinding]:
    """Yield a finding for each date with a weekday, and for each date that no calendar has."""
    pack = load_pack(language)
    for mention in mentions:
        if mention.kind is not Kind.DATE or not mention.date or mention.relative:
            continue
        if mention.problem:
            yield DateFinding(mention, False, explainer.say("impossible_date", written=mention.text))
            continue
        yield from _weekday(mention, pack, explainer)


def _weekday(mention: Mention, pack: Pack, explainer: Explainer) -> Iterator[DateFinding]:
    span = period_of(mention.resolved or mention.date or "")
    if span is None or span.first != span.last:
        return
    words = split_words(mention.text)
    if len(words) < 2:  # the weekday alone was resolved to a date
        return
    written = next((day for day, names in pack.dates.weekdays.items() if _named(names, words)), None)
    if written is None:
        return
    day = (span.first - 1) % 7 + 1  # 0001-01-01 was a Monday
    names = load_pack(explainer.language).dates.weekdays[str(day)]
    holds = str(day) == written
    text = explainer.say("weekday_holds" if holds else "weekday_fails", date=span.edtf, weekday=names[0])
    yield DateFinding(mention, holds, text, None if holds else _with_weekday(mention, pack, written, str(day)))


def _named(names: Sequence[str], words: Sequence[str]) -> bool:
    return any(split_words(name) == list(words[: len(split_words(name))]) for name in names)


def _with_weekday(mention: Mention, pack: Pack, written: str, right: str) -> str:
    """Return the date with the weekday that it has."""
    for name in sorted(pack.dates.weekdays[written], key=len, reverse=True):
        if mention.text[: len(name)].lower() == name.lower():
            return pack.dates.weekdays[right][0] + mention.text[len(name) :]
    return mention.text


def check_ages(sentence: Sentence, *, dated: str, explainer: Explainer) -> Iterator[DateFinding]:
    """Yield a finding where a sentence gives birth and age: "lahir pada 1960, kini berusia 64 tahun"."""
    born = sentence.of_role("born")
    today = period_of(dated) if len(born) == 1 else None
    if today is None:
        return
    births = [
        mention
        for number, mention in enumerate(sentence.mentions)
        if mention.kind is Kind.DATE and 0 <= sentence.spans[number][0] - born[0].end <= 6
    ]
    dates = [mention for mention in sentence.mentions if mention.kind is Kind.DATE]
    ages = [mention for number, mention in enumerate(sentence.mentions) if _is_age(sentence, number)]
    birth = period_of(births[0].date or "") if len(births) == len(dates) == 1 else None
    if birth is None or len(ages) != 1:
        return
    age = ages[0].values[0]
    oldest = _years(birth.first, today.last)
    youngest = _years(birth.last, today.first)
    holds = youngest <= age <= oldest
    shown = f"{youngest}" if youngest == oldest else f"{youngest}–{oldest}"
    yield DateFinding(ages[0], holds, explainer.say("age_holds" if holds else "age_fails", birth=birth.edtf, age=shown))


def _is_age(sentence: Sentence, number: int) -> bool:
    mention = sentence.mentions[number]
    if mention.unit != "year" or len(mention.values) != 1 or mention.modifier is not None:
        return False
    first, last = sentence.spans[number]
    led = any(0 <= first - cue.end <= 1 for cue in sentence.of_role("age"))
    return led or any(cue.first == last for cue in sentence.of_role("old"))


def _years(first: int, last: int) -> int:
    """Return the full years between two days."""
    (year, month, day), (end_year, end_month, end_day) = ordinal_day(first), ordinal_day(last)
    return end_year - year - ((end_month, end_day) < (month, day))
