"""What a table recognises in a sentence: `Reading`; and where a claim of it leads: `Link`."""

from dataclasses import dataclass

from verifier.claims.claim import Claim
from verifier.claims.names import Name
from verifier.claims.sentences import Sentence
from verifier.linking.measures import SentenceWords
from verifier.linking.moment import Moment
from verifier.linking.series import Series
from verifier.linking.timing import Timing
from verifier.model import Row
from verifier.verdict import Reason

__all__ = ["Link", "Reading", "unsure"]

NO_TIMING = Timing()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a table recognises in one sentence; the claims of the sentence share it.

    `named` are the places of the names of entities; `passing` those of words for what the entities are, and for the
    parts that the table tells apart.
    """

    sentence: Sentence
    names: list[Name]
    named: frozenset[int]
    passing: frozenset[int]
    words: SentenceWords
    moments: list[Moment]
    topic: int = -1  # the measure that a sentence without a number names: "Absence is the other worry."


@dataclass(slots=True)
class Link:
    """Where a claim leads: its rows, or the reason why to none; filled in step by step by `Linker.link`.

    `firm` is False where something in the text speaks against the link; such a link can support a
    claim and never refute it. `series` are all rows of measure and entity, by period; `others` are
    the rows that the claim is compared with, or a part of, or summed with.
    """

    claim: Claim
    rows: tuple[Row, ...] = ()
    reason: Reason | None = None
    measure: int = -1
    entity: int = -1
    timing: Timing = NO_TIMING
    series: Series | None = None
    others: tuple[Row, ...] = ()
    firm: bool = True
    doubt: Reason = Reason.UNKNOWN_MEASURE  # what is said of a number that a link which is not firm does not support
    goes_on: bool = False  # no word of the claim names the measure: it is that of one before
    level: bool = False  # the table has the change, or the share, as a measure of its own ("pertumbuhan ekonomi")
    lasting: bool = False  # the rows are those of all the time that the text tells, and it says that they are added
    sign: int = 1  # -1 where a word turns the sign: "deflasi"
    notes: tuple[str, ...] = ()


def unsure(link: Link) -> Link:
    """Return the same, which only supports: it is not told of whom, or of when, a number is said together."""
    link.firm, link.doubt = False, Reason.AMBIGUOUS
    return link
