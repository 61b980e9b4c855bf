"""A date among the words of a sentence: `Moment`; and a phrase of another time in which it may stand: `Phrase`."""

from dataclasses import dataclass

__all__ = ["ANY", "MONTHS", "MOST_MONTHS", "UNPLACED", "Moment", "Phrase"]

MONTHS = {"year": 12, "half": 6, "quarter": 3, "month": 1, "decade": 120}
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
    ago: bool = False  # counted from the day of the text, which nobody knows: "last year", "three years ago"
