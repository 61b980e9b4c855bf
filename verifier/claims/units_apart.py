"""The words of a sentence in, the numbers whose unit stands apart from them with it out.

Statistics offices tell a unit in brackets behind the name of an indicator, "diesel price (US$ per liter) … was 1.27",
or behind the number: "2012: 268.05, U.S. dollars".
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Protocol

from verifier.claims.bare_years import is_bare_year
from verifier.claims.cues import Cue, Cues
from verifier.errors import UnitError
from verifier.model import Kind, Mention
from verifier.reference.unit_cells import NO_UNIT, read_unit
from verifier.reference.unit_grammar import UnitCell
from verifier.reference.unit_words import unit_words
from verifier.units import dimension

__all__ = ["join_units"]

LONGEST = 60  # characters; more is no unit
FARTHEST = 16  # words from a unit to the first of its numbers, and from each to the next
CURRENCY = "[currency_"
PER_HUNDRED = " 100 "
OPENING, CLOSING = frozenset("(["), frozenset(")]")
STEERING = ("change", "role", "modifier", "earlier", "span_lead")  # of words between numbers in one unit
PLACING = ("locative", "genitive", "span_lead")
LEADING = ("to", "by", "from")


class Worded(Protocol):
    """A sentence: its words with their places and roles, its numbers and where they stand."""

    text: str
    end: int
    lexicon: Cues
    words: list[str]
    starts: list[int]
    ends: list[int]
    owners: list[int]
    mentions: list[Mention]
    spans: list[tuple[int, int]]
    cued: dict[int, list[Cue]]

    def of_role(self, role: str) -> Sequence[Cue]:
        """Return the cues of a role."""

    def is_name(self, place: int) -> bool:
        """Return whether a word is written as a name."""


def join_units(sentence: Worded) -> set[int]:
    """Give the bare numbers of a sentence the unit that stands apart from them, and make its words a part of them.

    Returns:
        The places of brackets that hold a unit; no other statement begins there.
    """
    if not sentence.mentions:
        return set()
    told = [] if OPENING.isdisjoint(sentence.words) else list(_in_brackets(sentence))
    if told:
        _leave_out(sentence, [(first, end) for first, end, _ in told])
    for position, (first, end, cell) in enumerate(told, start=1):
        limit = told[position][0] if position < len(told) else len(sentence.words)
        before = sentence.owners[first - 1] if first else -1
        behind = before < 0 or sentence.mentions[before].kind is Kind.DATE
        numbers = list(_numbers_behind(sentence, end, limit)) if behind else [before]
        _join(sentence, first, end, numbers, cell)
    for number, (mention, (_, end)) in enumerate(zip(sentence.mentions, sentence.spans, strict=True)):
        open_ = bool(mention.unit) or _is_bare(mention)
        told_last = _behind_comma(sentence, end) if open_ else None
        if told_last is not None:
            _join(sentence, end, told_last[0], [number], told_last[1])
    return {place for first, end, _ in told for place in range(first, end)}


def _is_bare(mention: Mention) -> bool:
    """Return whether a number says neither in what unit it is nor what it counts, and is no year."""
    return mention.kind in (Kind.NUMBER, Kind.COUNT) and not mention.noun and not is_bare_year(mention)


def _in_brackets(sentence: Worded) -> Iterator[tuple[int, int, UnitCell]]:
    """Yield the brackets that hold nothing but a unit, from left to right."""
    words, starts, ends = sentence.words, sentence.starts, sentence.ends
    for first, word in enumerate(words):
        if word not in OPENING or sentence.owners[first] >= 0:
            continue
        end = next((at for at in range(first + 1, min(first + FARTHEST, len(words))) if words[at] in CLOSING), 0)
        if not end or any(_is_amount(sentence, at) for at in range(first, end)):
            continue
        cell = _unit(sentence.text[ends[first] : starts[end]], sentence.lexicon.language)
        if cell is not None:
            yield first, end + 1, cell


def _is_amount(sentence: Worded, place: int) -> bool:
    """Return whether a word begins a number that is no date, and of which nothing is told: not "per 100 people"."""
    owner = sentence.owners[place]
    if owner < 0 or sentence.spans[owner][0] != place or sentence.mentions[owner].kind is Kind.DATE:
        return False
    return not any(cue.end == place for cue in sentence.of_role("per"))


def _leave_out(sentence: Worded, brackets: Sequence[tuple[int, int]]) -> None:
    """Leave out the numbers in brackets that hold a unit: the year in "(constant 2005 US$)" is that of the prices."""
    inside = {place for first, end in brackets for place in range(first, end)}
    kept = [number for number, (first, _) in enumerate(sentence.spans) if first not in inside]
    if len(kept) == len(sentence.spans):
        return
    renumbered = {-1: -1} | {number: place for place, number in enumerate(kept)}
    sentence.owners[:] = [renumbered.get(owner, -1) for owner in sentence.owners]
    sentence.mentions[:] = [sentence.mentions[number] for number in kept]
    sentence.spans[:] = [sentence.spans[number] for number in kept]


def _behind_comma(sentence: Worded, comma: int) -> tuple[int, UnitCell] | None:
    """Return the unit between a comma and the end of the statement, and where it ends: "2012: 73.4, Percent"."""
    words = sentence.words
    if comma >= len(words) or words[comma] != "," or sentence.owners[comma] >= 0:
        return None
    end = next((at for at in range(comma + 1, min(comma + FARTHEST, len(words))) if words[at] in ",;|"), len(words))
    stop = sentence.starts[end] if end < len(words) else sentence.end
    cell = _unit(sentence.text[sentence.ends[comma] : stop].rstrip(" ."), sentence.lexicon.language)
    return (end, cell) if cell is not None and cell.key else None


def _unit(text: str, language: str) -> UnitCell | None:
    return _read(text.strip(), language) if 0 < len(text) <= LONGEST else None


@lru_cache(maxsize=4096)
def _read(text: str, language: str) -> UnitCell | None:
    """Return the unit that a text names, None for none."""
    try:
        cell = read_unit(text, unit_words(language))
    except UnitError:
        return None
    if PER_HUNDRED in f" {cell.noun} ":
        return UnitCell(key="percent")
    return cell if cell != NO_UNIT else None


def _numbers_behind(sentence: Worded, first: int, limit: int) -> Iterator[int]:
    """Yield the numbers that a unit is told for: those with no word between that says of what else they are."""
    place = first
    for number in range(bisect_left(sentence.spans, (first, first)), len(sentence.spans)):
        start, end = sentence.spans[number]
        between = range(place, start)
        if start >= limit or len(between) > FARTHEST or not all(_says_little(sentence, at) for at in between):
            return
        place = end
        if sentence.mentions[number].kind is not Kind.DATE:
            if not _is_led(sentence, start) or _is_ranked(sentence, start):
                return
            yield number


def _says_little(sentence: Worded, place: int) -> bool:
    """Return whether a word is a mark, a name, a function word, or one that steers a number."""
    word = sentence.words[place]
    if not word.isalpha() or sentence.owners[place] >= 0 or word in sentence.lexicon.small or sentence.is_name(place):
        return True
    verb = sentence.lexicon.has_verb_form(word) or word in sentence.lexicon.enders
    return verb or any(cue.role in STEERING for cue in sentence.cued.get(place, ()))


def _is_led(sentence: Worded, first: int) -> bool:
    """Return whether a number is not led by a word of place or time: "in 12 of them"."""
    led = any(cue.end == first and cue.meaning in LEADING for cue in sentence.of_role("role"))
    return led or not any(cue.end == first for role in PLACING for cue in sentence.of_role(role))


def _is_ranked(sentence: Worded, first: int) -> bool:
    return any(0 <= first - cue.end <= 1 for cue in sentence.of_role("rank"))


def _join(sentence: Worded, first: int, end: int, numbers: list[int], cell: UnitCell) -> None:
    """Make some words those of numbers, which get the unit that they name."""
    told = [number for number in numbers if _takes(sentence.mentions[number], cell)]
    for number in told:
        if _is_bare(sentence.mentions[number]):
            sentence.mentions[number] = _with_unit(sentence.mentions[number], cell)
    if told:
        sentence.owners[first:end] = [told[0]] * (end - first)


def _takes(mention: Mention, cell: UnitCell) -> bool:
    return _is_bare(mention) or (bool(cell.key) and mention.unit.partition("/")[0] == cell.key.partition("/")[0])


def _with_unit(mention: Mention, cell: UnitCell) -> Mention:
    """Return a number in a unit; where that only counts ("births per woman"), it is what the number counts."""
    power = cell.scale.adjusted()
    values = tuple(value.scaleb(power) for value in mention.values)
    readings = tuple(tuple(value.scaleb(power) for value in reading) for reading in mention.readings)
    kind = _kind(cell.key)
    noun, unit = (cell.noun, "") if kind is Kind.NUMBER else ("", cell.key)
    return replace(mention, values=values, readings=readings, kind=kind, noun=noun, unit=unit)


def _kind(key: str) -> Kind:
    if key == "percent":
        return Kind.PERCENT
    try:
        told = dimension(key)
    except UnitError:  # "births per woman" only count
        return Kind.NUMBER
    return Kind.MONEY if told.startswith(CURRENCY) else Kind.MEASURE if told else Kind.NUMBER
