"""A sentence in, the phrases that tell of another time than the rest of it out: "after falling 3 percent in 2023"."""

from collections.abc import Iterator

from verifier.claims.bare_years import is_bare_year
from verifier.claims.claim import Claim
from verifier.claims.cues import Cue
from verifier.claims.sentences import Sentence
from verifier.linking.date_leads import only_leads
from verifier.linking.moment import Moment, Phrase
from verifier.model import Kind, Mention

__all__ = ["backgrounds", "is_in_background", "is_told_of"]

MARKS = frozenset(",;:()—–|")
STRONG = frozenset(";|")
FEWEST_APPOSED = 3  # the number, its date, and the number that it is put before
TOLD = ("earlier", "later", "ago")  # "the year before" begins no phrase


def backgrounds(sentence: Sentence) -> Iterator[Phrase]:
    """Yield such phrases of a sentence, what is put in between its parts among them."""
    if not sentence.insets and "background" not in sentence.roles and len(sentence.mentions) < FEWEST_APPOSED:
        return
    marks = [place for place in sentence.breaks if sentence.words[place] in MARKS]
    for cue in sentence.of_role("background"):
        if any(one.first <= cue.first < one.end for role in TOLD for one in sentence.of_role(role)):
            continue
        end = next((mark for mark in marks if mark >= cue.end), len(sentence.words))
        if end < len(sentence.words) or not _opens(sentence, cue):
            yield Phrase(cue.first, end, _is_numbered(sentence, cue.first, end), cue.meaning == "later")
    for first, end in sentence.insets:
        yield Phrase(first, end, _is_numbered(sentence, first, end))
    yield from (Phrase(first, end, numbered=True) for first, end in _appositions(sentence, marks))


def is_told_of(moment: Moment, claim: Claim) -> bool:
    """Return whether a date can be that of a claim: both stand in one phrase, or the date in none.

    A date behind a semicolon after a number never is: "5 tons; in 2022 it was 6".
    """
    if any(word in STRONG for word in claim.sentence.words[claim.last : moment.first]):
        return False
    told = claim.sentence.told_of(moment.first, moment.end, claim.first)
    return told and (moment.within is None or moment.within.holds(claim.first))


def is_in_background(claim: Claim) -> bool:
    """Return whether a claim stands in a phrase that tells of another time, and does not date it."""
    if not claim.sentence.of_role("background"):
        return False
    return any(phrase.holds(claim.first) for phrase in backgrounds(claim.sentence))


def _is_numbered(sentence: Sentence, first: int, end: int) -> bool:
    numbers = zip(sentence.mentions, sentence.spans, strict=True)
    return any(first <= start < end and not _is_date(mention) for mention, (start, _) in numbers)


def _opens(sentence: Sentence, cue: Cue) -> bool:
    """Return whether a word opens its sentence, so that the rest of it follows on the phrase."""
    return only_leads(sentence, 0, cue.first)


def _appositions(sentence: Sentence, marks: list[int]) -> Iterator[tuple[int, int]]:
    """Yield a number with its date that is put in between: "exports, 80 tons in 2023, are now 90"."""
    if len(sentence.mentions) < FEWEST_APPOSED:
        return
    for position, first in enumerate(marks[:-1]):
        end = marks[position + 1]
        between = range(first + 1, end)
        inside = [sentence.mentions[number] for number in sorted({sentence.owners[at] for at in between} - {-1})]
        dates = sum(map(_is_date, inside))
        light = all(sentence.owners[at] >= 0 or sentence.words[at] in sentence.lexicon.small for at in between)
        if light and dates == 1 and len(inside) == 2 and _goes_on(sentence, first, end):
            yield first + 1, end


def _goes_on(sentence: Sentence, first: int, end: int) -> bool:
    """Return whether a statement that has no number before the mark `first` goes on behind the mark `end`."""
    behind = end + 1
    if sentence.words[first] != sentence.words[end] or max(sentence.owners[:first], default=-1) >= 0:
        return False
    if behind >= len(sentence.words) or sentence.owners[behind] >= 0 or sentence.is_name(behind):
        return False
    return behind not in sentence.breaks and max(sentence.owners[behind:]) >= 0


def _is_date(mention: Mention) -> bool:
    return mention.kind is Kind.DATE or is_bare_year(mention)
