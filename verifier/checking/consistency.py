"""A text's own numbers in, where they contradict each other or hold together out; no table is needed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.checking.cues import split_words
from verifier.checking.explain import Explainer
from verifier.checking.series import period_of
from verifier.model import Kind, Mention
from verifier.pack import Pack
from verifier.packs import load_pack

__all__ = ["Finding", "check_dates"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a text says about itself at one place: whether it holds, and why."""

    mention: Mention
    holds: bool
    explanation: str
    suggestion: str | None = None


def check_dates(mentions: Sequence[Mention], *, language: str, explainer: Explainer) -> Iterator[Finding]:
    """Yield a finding for each date with a weekday, and for each date that no calendar has."""
    pack = load_pack(language)
    for mention in mentions:
        if mention.kind is not Kind.DATE or not mention.date:
            continue
        if mention.problem:
            yield Finding(mention, False, explainer.say("impossible_date", written=mention.text))
            continue
        yield from _weekday(mention, pack, explainer)


def _weekday(mention: Mention, pack: Pack, explainer: Explainer) -> Iterator[Finding]:
    span = period_of(mention.date or "")
    if span is None or span.first != span.last:
        return
    words = split_words(mention.text)
    written = next((day for day, names in pack.dates.weekdays.items() if _named(names, words)), None)
    if written is None:
        return
    day = (span.first - 1) % 7 + 1  # 0001-01-01 was a Monday
    names = load_pack(explainer.language).dates.weekdays[str(day)]
    holds = str(day) == written
    text = explainer.say("weekday_holds" if holds else "weekday_fails", date=mention.date or "", weekday=names[0])
    yield Finding(mention, holds, text, None if holds else _with_weekday(mention, pack, written, str(day)))


def _named(names: Sequence[str], words: Sequence[str]) -> bool:
    return any(split_words(name) == list(words[: len(split_words(name))]) for name in names)


def _with_weekday(mention: Mention, pack: Pack, written: str, right: str) -> str:
    """Return the date with the weekday that it has."""
    for name in sorted(pack.dates.weekdays[written], key=len, reverse=True):
        if mention.text[: len(name)].lower() == name.lower():
            return pack.dates.weekdays[right][0] + mention.text[len(name) :]
    return mention.text
