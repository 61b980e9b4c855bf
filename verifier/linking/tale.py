"""The periods of a text's sentences in, one after the other; when the next one speaks of where it says no period out.

A text has a time that it tells of, and looks back from it: "production fell to 5 tons; in 2019 it was 9. Exports rose"
goes on in the time of its first words.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from verifier.claims.claim import Claim
from verifier.linking.linked import Link
from verifier.linking.series import period_of
from verifier.linking.timing import is_before
from verifier.verdict import Relation

__all__ = ["Tale"]

FADING = 4  # sentences; a period that was not said again for so long is forgotten


@dataclass(slots=True)
class Tale:
    """When a text speaks of, as far as it was read."""

    period: str = ""  # of the last sentence that said one
    time: str = ""  # the newest of which the text told, from which it may look back
    told: str = ""  # the period of the last claim of this sentence that is no starting point
    aside: set[str] = field(default_factory=set)  # the periods that this sentence only compares with
    _opened: str = ""  # the period of the first claim of this sentence, where it says none
    _begun: bool = False  # whether this sentence has had a claim
    _planned: bool = False  # whether this sentence tells of what was not yet: "the target for 2025"
    _plan: str = ""  # the period of the last such sentence
    _back: bool = False  # whether the last sentence that said a period looked back, or ahead
    _age: int = 0  # sentences since `period` was said
    _paragraph: int = -1

    def carried(self, claim: Claim, heading: str) -> tuple[str, bool]:
        """Return the period that a claim without one goes on with, "" for none, and whether that is sure.

        `heading` is the period of the heading above it.
        """
        if self._back and claim.sentence.paragraph != self._paragraph:
            return self.time, True
        if claim.status and self._plan:
            return self._plan, True
        pointed = claim.sentence.has("then", 0, claim.first)  # "in that year"
        return self.period or heading, pointed or not self._back

    def remember(self, link: Link) -> None:
        """Keep the period of a claim."""
        claim, timing, known = link.claim, link.timing, bool(link.rows) and link.reason is None
        if claim.relation is Relation.CHANGE_FROM or claim.loose or claim.compared or timing.aside:
            self.aside.add(timing.period)
            return
        moved_on = timing.shift < 0 and known  # "a year later": the tale goes on
        resolved = moved_on or (known and bool(timing.period) and period_of(timing.period) is None)  # "in June"
        said = link.rows[0].period if resolved else "" if timing.told else timing.period
        lasting = "/" in said and (claim.relation is Relation.SUM or not known)
        said = "" if lasting else said  # from 2019 to 2023: nothing else is told of all that time
        if not self._begun and not timing.period and not timing.told:
            self._opened = link.rows[0].period if known else self.period or self.time
        self._begun = True
        self._planned = self._planned or bool(claim.status)
        self.told = self.told if is_before(said, self.told) else said or self.told  # the newest is spoken of

    def close(self, paragraph: int, dated: Sequence[str], *, opens: bool) -> bool:
        """End a sentence in which `dated` are the periods that are said; return whether it tells of another time.

        `opens` is set where a date stands before all else: what is told next may be of that time.
        """
        others = [edtf for edtf in dated if edtf not in self.aside]
        said = self.told or (others[-1] if others else "")
        if self._back and paragraph != self._paragraph:
            self.period, self._back = self.time, False
        if self._planned and said and self.time:
            self._plan, said, self._back = said, "", True
        elif _lies_before(said, self._opened):
            said = ""  # it only looked back
        self._age = 0 if said else self._age + 1
        if said:
            self._back = _lies_before(said, self.time)
            self.period = said if opens or not self._back else self.time
            self.time = self.time if self._back else said
        elif self._age >= FADING:
            self.period = ""
        self._paragraph = paragraph
        self.clear()
        return bool(said)

    def begin(self, period: str) -> None:
        """Begin what stands under a heading that says a period, or none."""
        self.period, self.time, self._plan, self._back = "", period, "", False
        self.clear()

    def clear(self) -> None:
        """Forget what the claims of one sentence said."""
        self.told, self._opened, self.aside = "", "", set()
        self._begun = self._planned = False


def _lies_before(edtf: str, other: str) -> bool:
    """Return whether a period ends before another begins, of whichever kind they are."""
    before, span = period_of(edtf), period_of(other)
    return before is not None and span is not None and before.last < span.first
