"""A number and a measure that its sentence names in, what the clause of the number is about out."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field

from verifier.claims.claim import Claim
from verifier.claims.cues import Cues
from verifier.claims.names import Name
from verifier.linking.concepts import GROWTH, OF_SOMETHING
from verifier.linking.measures import Fit
from verifier.linking.phrases import means_something
from verifier.linking.traits import Traits
from verifier.model import Kind

__all__ = ["Statement"]


COMPARING = ("comparison", "superlative")


@dataclass(slots=True)
class Statement:
    """A number beside a measure that it may be of, and the clause around it.

    `fit` tells where the sentence names the measure, `names` whom it names, at the places `named`; `people` are the
    nouns that count a population; `passing` are the places of words for what the entities are, and for the parts that
    the table tells apart. What several rules ask is found out when the first of them does.
    """

    claim: Claim
    fit: Fit
    names: Sequence[Name]
    named: frozenset[int]
    passing: frozenset[int]
    measure: Traits
    cues: Cues
    people: Set[str]
    _core: frozenset[int] | None = field(default=None, init=False)
    _bounds: tuple[int, int] | None = field(default=None, init=False)

    @property
    def core(self) -> frozenset[int]:
        """The places that say of what the measure is: "penduduk" in "pertumbuhan penduduk"; all, where none does."""
        if self._core is None:
            self._core = self._read_core()
        return self._core

    def _read_core(self) -> frozenset[int]:
        sentence = self.claim.sentence
        general = {
            place
            for cue in (*sentence.of_role("concept"), *sentence.of_role("change"))
            if cue.role == "change" or cue.meaning in OF_SOMETHING
            for place in range(cue.first, cue.end)
        }
        told = {place for place in self.fit.places - general if not self._is_faint(sentence.words[place])}
        said = {place for place in told if not self.is_implied(place)}
        return frozenset(said or told) or self.fit.places

    @property
    def only_grows(self) -> bool:
        """Whether words name a growth, and none of them says of what."""
        if GROWTH not in self.fit.concepts:
            return False
        grown = ("change", "comparison", "negative")
        sentence, places = self.claim.sentence, self.fit.places
        said = {cue.first for role in grown for cue in sentence.of_role(role)}
        said |= {cue.first for cue in sentence.of_role("concept") if cue.meaning == GROWTH}
        return places <= said

    @property
    def told_here(self) -> bool:
        """Whether the words of the number itself, or of its change, name the measure.

        What it counts does not by itself: "jiwa" only implies a population.
        """
        claim = self.claim
        begin, right = claim.begin, claim.right
        return any(
            begin <= place < right and (place != claim.last or self.measure.own(claim.sentence.words[place]))
            for place in self.fit.places
        )

    @property
    def bounds(self) -> tuple[int, int]:
        """The clause of the number: the words up to the nearest breaks, joined words kept together before it."""
        if self._bounds is None:
            self._bounds = self._read_bounds()
        return self._bounds

    def _read_bounds(self) -> tuple[int, int]:
        claim, sentence = self.claim, self.claim.sentence
        joins = {cue.first for cue in sentence.of_role("join")}
        breaks, first, after = sentence.breaks, claim.first, claim.after
        if first > 0 and sentence.words[first - 1] == "(" and sentence.words[after : after + 1] == [")"]:
            first, after = first - 1, after + 1  # "half of the young (51.5%) had no job" is one statement
        left = next((cut + 1 for cut in reversed(breaks) if cut < first and cut not in joins), 0)
        behind = bisect_left(breaks, after)
        return left, breaks[behind] if behind < len(breaks) else len(sentence.words)

    def subject(self) -> Iterable[int]:
        """Return the places of the clause that a subject may stand at: none where it is but "at" and a number."""
        left, right = self.bounds
        sentence, first = self.claim.sentence, self.claim.first
        leads = (*sentence.of_role("locative"), *sentence.of_role("role"))
        if any(cue.first == left and cue.end == first for cue in leads):
            return ()
        return (*range(left, first), *range(self._after(), right))

    def _after(self) -> int:
        """Return the word after the number, past what it counts: "7.1 children per woman", "96 metres high"."""
        claim, words = self.claim, self.claim.sentence.words
        per = claim.last + 1
        if claim.kind is Kind.NUMBER and per < len(words) and words[per] in self.cues.per:
            return per + 2
        return claim.last + 1 if claim.kind is Kind.MEASURE else claim.after

    def content(self, places: Iterable[int], *, verbs: bool = False) -> list[int]:
        """Return those places whose words mean something that the measure does not say, with `verbs` verbs too."""
        sentence = self.claim.sentence
        verb = self.claim.verb
        said = set(range(verb.first, verb.end)) if verb is not None else set()
        said |= {place for role in COMPARING for cue in sentence.of_role(role) for place in range(cue.first, cue.end)}
        concepts = {
            place: cue.meaning
            for cue in reversed(sentence.of_role("concept"))
            for place in range(cue.first, cue.end)
            if cue.first not in said
        }
        found = []
        for place in places:
            word = sentence.words[place]
            if place in self.named or place in self.passing or sentence.owners[place] >= 0:
                continue
            if place in self.fit.places and not self.is_implied(place):
                continue
            another = place in concepts and concepts[place] not in self.fit.concepts
            if another or (
                means_something(sentence, place, self.named, self.cues, verbs=verbs) and not self.known(word)
            ):
                found.append(place)
        return found

    def is_owners(self, place: int) -> bool:
        """Return whether the word at `place` follows the name of its owner: "population" in "Kenya's population"."""
        ending = self.claim.sentence.words[place - 1] if place > 1 else ""
        return len(ending) == 1 and ending.isalpha() and place - 2 in self.named

    def is_implied(self, place: int) -> bool:
        """Return whether a measure is named there only by what the number is written with: its unit, what it counts."""
        claim = self.claim
        inside = claim.first <= place < claim.last
        return inside or (place == claim.last and not self.measure.own(claim.sentence.words[place]))

    def known(self, word: str) -> bool:
        """Return whether a word is one of the measure's, or of those who only tell it: "government"."""
        return word in self.cues.institutions or self.measure.own(word)

    def _is_faint(self, word: str) -> bool:
        return not self.cues.faint.isdisjoint(self.cues.stems(word))
