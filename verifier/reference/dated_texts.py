"""A header or cell in, its period and status out: "2024", "Jan-24r", "2024f", "2023*", "Target 2023"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from verifier.reference.period_cells import PeriodWords, period_words, read_period
from verifier.reference.statuses import note_marks, status_words
from verifier.reference.words import fold

__all__ = ["Dated", "DatedWords", "dated_words", "read_dated", "read_flags"]

_LONGEST = 100
_MOST_FLAGS = 4
_SIGN = re.compile(r"(.+?) ?(?:[*]+|[¹²³]|\(([a-z0-9*]{1,2})\)|([a-z0-9])\))")
_GLUED = re.compile(r"(.*[0-9]) ?([^\W\d_]{1,3})")


@dataclass(frozen=True, slots=True)
class Dated:
    """The EDTF of a period, and the status that is said beside it: "forecast" … or ""."""

    period: str
    status: str = ""


@dataclass(frozen=True, slots=True)
class DatedWords:
    """The words of periods, the words and letters of statuses, and the letters that point to a note."""

    periods: PeriodWords
    statuses: Mapping[str, str]
    marks: frozenset[str]  # and letters of flags
    around: re.Pattern[str]  # a word of a status in front of a text or behind it


@cache
def dated_words(language: str | None = None) -> DatedWords:
    """Return the words of periods and statuses in `language`, and in all others."""
    statuses = status_words(language)
    words = "|".join(map(re.escape, sorted(statuses, key=len, reverse=True)))
    around = re.compile(rf"(?:({words})[ :-]+)?(.+?)(?:[ :-]+({words})|[ :-]*\(({words})\))?")
    return DatedWords(period_words(language), statuses, note_marks(language), around)


def read_dated(text: str, words: DatedWords, *, order: str | None = None) -> Dated | None:
    """Return the period that a header or cell names, with its status; None where it names no period.

    A sign or letter behind the period that the packs do not know as a status only points to a note.

    >>> words = dated_words("id")
    >>> [read_dated(text, words) for text in ("Jan-24p", "2023*", "Target 2023", "Target Jawa")]
    [Dated(period='2024-01', status='provisional'), Dated(period='2023', status=''), \
Dated(period='2023', status='target'), None]
    """
    if len(text) > _LONGEST:
        return None
    period = read_period(text, words.periods, order=order)
    if period is not None:
        return Dated(period)
    for bare, status in _parted(fold(text), words):
        period = read_period(bare, words.periods, order=order)
        if period is not None:
            return Dated(period, status)
    return None


def read_flags(text: str, words: DatedWords) -> str | None:
    """Return the status that the letters of flags say, "" where they only point to a note, None where they are none.

    >>> words = dated_words()
    >>> [read_flags(text, words) for text in ("p", "bp", "b", "**", "kg")]
    ['provisional', 'provisional', '', '', None]
    """
    flags = fold(text)
    if flags in words.statuses or flags in words.marks:
        return words.statuses.get(flags, "")
    if not flags or len(flags) > _MOST_FLAGS or not words.marks.issuperset(flags):
        return None
    return next((words.statuses[flag] for flag in flags if flag in words.statuses), "")


def _parted(text: str, words: DatedWords) -> Iterator[tuple[str, str]]:
    """Yield a text without the sign, the letters or the word of a status beside it, and that status."""
    if match := _SIGN.fullmatch(text):
        yield match[1], read_flags(match[2] or match[3] or "", words) or ""
    if (match := _GLUED.fullmatch(text)) and (match[2] in words.marks or match[2] in words.statuses):
        yield match[1], words.statuses.get(match[2], "")
    if match := words.around.fullmatch(text):
        said = [word for word in (match[1], match[3], match[4]) if word]
        if len(said) == 1:
            yield match[2], words.statuses[said[0]]
