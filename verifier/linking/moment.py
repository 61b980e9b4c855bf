"""A date among the words of a sentence: `Moment`; and a phrase of another time in which it may stand: `Phrase`."""

from dataclasses import dataclass

from verifier.errors import InputError
from verifier.periods import Period

__all__ = ["ANY", "MOST_MONTHS", "UNPLACED", "Moment", "Phrase", "earlier_period"]

ANY = "one"  # "sebelumnya", "later": the meaning of words that name no time of their own
MOST_MONTHS = 2400
UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words `first` up to `end`, which tell of another time; of a `later` one: "before it fell"."""

    first: int
    end: int
    numbered: bool  # whether it has a number besides its dates
    later: bool = False

    def holds(self, place: int) -> bool:
        """Return whether a word is one of the phrase."""
        return self.first <= place < self.end


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
    within: Phrase | None = None  # the phrase of another time in which it stands
    listed: tuple[str, ...] = ()  # all dates of the list that it is one of: "2022 dan 2023"
    lasts: bool = False  # a time begins there, or as long ago: "since 2019", "in the last three years"
    ago: bool = False  # counted from the day of the text, which nobody knows: "last year", "three years ago"


def earlier_period(edtf: str, months: int) -> str:
    """Return the period so many months before `edtf`, "" where there is none.

    >>> earlier_period("2024-06", 12), earlier_period("2024", 1)
    ('2023-06', '')
    """
    try:
        return Period.read(edtf).shift(months=-months).edtf
    except InputError:
        return ""
