"""A date among the words of a sentence: `Moment`; and what the words before it make of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from verifier.claims.cues import Cue
from verifier.claims.sentences import Sentence
from verifier.model import Kind

__all__ = ["ANY", "LEADS", "MONTHS", "MOST_MONTHS", "UNPLACED", "Moment", "is_base", "is_compared", "only_leads"]

MONTHS = {"year": 12, "half": 6, "quarter": 3, "month": 1, "decade": 120}
ANY = "one"  # "sebelumnya", "later": the meaning of words that name no time of their own
MOST_MONTHS = 2400
BOUNDS = frozenset({"more_than", "less_than"})
UNPLACED = "unplaced"
LEADS = 6  # words such as "pada tahun" between "dibanding" and its date


@dataclass(frozen=True, slots=True)
class Moment:
    """A date among the words of a sentence.

    `role` is "plain", "base" for what something is compared with ("dibanding 2019"), or "rate" for
    how a change is counted ("yoy"), or "unplaced" where nobody can tell when that is ("two years after the flood").
    Where `edtf` is empty the date is told from the claim's own:
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


def is_base(sentence: Sentence, place: int) -> bool:
    """Return whether "dari", "dibanding", "sejak" or "antara" leads to the words at `place`."""
    starts = [cue for cue in sentence.of_role("role") if cue.meaning == "from"]
    leads = (*sentence.of_role("since"), *sentence.of_role("between"), *starts, *_counted_on(sentence))
    return any(_leads(sentence, cue, place) for cue in leads) or is_compared(sentence, place)


def _counted_on(sentence: Sentence) -> Sequence[Cue]:
    """Return the words that lead from a percentage to what it is counted on: "9 percent down on 2022"."""
    on = sentence.of_role("base")
    if not on:
        return ()
    pairs = zip(sentence.mentions, sentence.spans, strict=True)
    counted = {end for mention, (_, end) in pairs if mention.kind is Kind.PERCENT}
    counted |= {cue.end for cue in sentence.of_role("change") if cue.first in counted}
    return [cue for cue in on if cue.first in counted]


def is_compared(sentence: Sentence, place: int) -> bool:
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
