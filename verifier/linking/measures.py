"""The measures of a table in; for the words of a sentence, the measures that they name out.

A measure is named by its label or one of its aliases. A name fits by the share of its words that the
sentence has, rare words weighing more than common ones (inverse document frequency over the table's
own names). Only names whose rarest words are present are looked at, so that a table with ten
thousand measures costs no more than one with ten.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property

from verifier.claims.cues import Cues, split_words
from verifier.linking.measure_words import all_tokens, forms_of, forms_of_all, names_a_base, parts_of

__all__ = ["Fit", "Measures", "Named", "SentenceWords"]

THRESHOLD = 0.72  # of the weight of a name
STEM_QUALITY = 0.85
IMPLIED_QUALITY = 0.9
TURNED_QUALITY = 0.9
MOST_WORDS_KEPT = 50_000


@dataclass(frozen=True, slots=True)
class Named:
    """One name of a measure: its words that weigh, each with its share, and the concepts among them."""

    measure: int
    tokens: tuple[int, ...]
    shares: tuple[float, ...]
    weight: float
    concepts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a measure is named near a number: its score, and the words of the sentence that name it."""

    measure: int
    score: float
    weight: float
    places: frozenset[int]
    concepts: frozenset[str]


@dataclass(slots=True)
class SentenceWords:
    """What a sentence says of the words that a table knows: token = places and how surely each is meant."""

    places: dict[int, list[tuple[int, float]]] = field(default_factory=dict)
    candidates: list[Named] = field(default_factory=list)


class Measures:
    """The names of all measures of one table, by their words."""

    def __init__(
        self,
        names: Sequence[tuple[str, Sequence[str]]],
        cues: Cues,
        own: Cues,
        *,
        apart: frozenset[str] = frozenset(),
    ) -> None:
        """Lay out names with the concepts of all languages (`cues`), and with those of the text's own.

        What another language takes for a concept is a plain word in the text, and has to be found as one.
        Words that stand `apart` are never a form of another.
        """
        self._cues, self._taggers, self._apart = cues, (cues, own), apart
        self._ids: dict[str, int] = {}
        self.initials: Set[str] = set()  # in small letters
        self._by_stem: dict[str, tuple[int, ...]] = {}
        self._known: dict[str, tuple[tuple[int, float], ...]] = {}
        self._rarest: dict[int, list[Named]] = {}
        self._concepts: dict[int, frozenset[str]] = {}
        self.own: dict[int, set[int]] = {}
        self._labels = [
            frozenset(word for name in (label, *more) for word in split_words(name)) for label, more in names
        ]
        self._based = [any(names_a_base(name, cues) for name in (label, *aliases)) for label, aliases in names]
        self._forms = forms_of_all(names, self._taggers, cues)
        self._counts = Counter(token for forms in self._forms for token in all_tokens(forms))
        for measure in range(len(self._forms)):
            self._lay_out(measure)

    def with_name(self, measure: int, name: str) -> "Measures":
        """Return these measures with one more name for one of them.

        It is as if they were laid out with it, but only names that share a word with it, and so weigh
        less, are laid out again.
        """
        forms = forms_of(name, self._taggers, self._cues)
        further = all_tokens(forms) - all_tokens(self._forms[measure])
        changed = {measure}.union(*(self._having.get(token, ()) for token in further))
        twin = copy(self)
        twin.__dict__.pop("_having", None)
        twin._ids, twin._by_stem, twin._known = dict(self._ids), dict(self._by_stem), {}
        twin._rarest, twin._concepts, twin.own = dict(self._rarest), dict(self._concepts), dict(self.own)
        twin._forms, twin._counts = list(self._forms), self._counts.copy()
        twin._labels, twin._based = list(self._labels), list(self._based)
        twin._labels[measure] |= frozenset(split_words(name))
        twin._based[measure] = twin._based[measure] or names_a_base(name, self._cues)
        twin._forms[measure] = list(dict.fromkeys((*self._forms[measure], *forms)))
        twin._counts.update(further)
        for token in all_tokens(form for other in changed for form in self._forms[other]):
            known = self._rarest.get(self._ids[token], ())
            twin._rarest[self._ids[token]] = [named for named in known if named.measure not in changed]
        for token in further & self._ids.keys():
            twin._rarest[self._ids[token]] = list(twin._rarest.get(self._ids[token], ()))
        for other in sorted(changed):
            twin._concepts.pop(other, None)
            twin.own.pop(other, None)
            twin._lay_out(other)
        return twin

    @cached_property
    def _having(self) -> Mapping[str, list[int]]:
        """The measures that have a word in their names."""
        having: dict[str, list[int]] = {}
        for measure, forms in enumerate(self._forms):
            for token in all_tokens(forms):
                having.setdefault(token, []).append(measure)
        return having

    def _lay_out(self, measure: int) -> None:
        for tokens in self._forms[measure]:
            self._add(measure, tokens)

    def _add(self, measure: int, tokens: tuple[str, ...]) -> None:
        weights = {token: self._weight(token) * part for token, part in parts_of(tokens, self._cues).items()}
        weight = sum(weights.values())
        named = Named(
            measure,
            tuple(self._id(token) for token in tokens),
            tuple(weights[token] / weight for token in tokens),
            weight,
            frozenset(token[1:] for token in tokens if token.startswith("=")),
        )
        self._concepts[measure] = self._concepts.get(measure, frozenset()) | named.concepts
        self.own.setdefault(measure, set()).update(named.tokens)
        missing = 1.0
        for share, token in sorted(zip(named.shares, named.tokens, strict=True), reverse=True):
            self._rarest.setdefault(token, []).append(named)
            missing -= share
            if missing < THRESHOLD:
                break

    def _weight(self, token: str) -> float:
        return math.log(1 + len(self._forms) / self._counts[token])

    def _id(self, token: str) -> int:
        known = self._ids.get(token)
        if known is None:
            known = self._ids[token] = len(self._ids)
            if token.isupper():
                self.initials = {*self.initials, token.lower()}
            if not token.startswith("="):
                for stem in self._cues.stems(token):
                    self._by_stem[stem] = (*self._by_stem.get(stem, ()), known)
        return known

    def _matches(self, word: str) -> tuple[tuple[int, float], ...]:
        """Return the words of names that `word` is, or is a form of."""
        known = self._known.get(word)
        if known is None:
            if word in self._ids:
                known = ((self._ids[word], 1.0),)
            elif word in self._apart or not word.isalnum():
                known = ()
            else:
                forms = {form for stem in self._cues.stems(word) for form in self._by_stem.get(stem, ())}
                known = tuple((form, STEM_QUALITY) for form in sorted(forms))
            if len(self._known) >= MOST_WORDS_KEPT:
                self._known.clear()
            self._known[word] = known
        return known

    def read(
        self,
        words: Sequence[str],
        concepts: Iterable[tuple[int, int, str]],
        turned: Iterable[tuple[int, str]] = (),
        capitals: Iterable[tuple[int, str]] = (),
    ) -> SentenceWords:
        """Return which words of names a sentence has: its plain words by place, and its concepts with their spans.

        `turned` are the places of words that mean a concept with the other sign: "loss" where there is a profit;
        `capitals` those of words in capitals that may be `initials`.
        """
        found = SentenceWords()
        for place, concept in turned:
            if (token := self._ids.get(f"={concept}")) is not None:
                found.places.setdefault(token, []).append((place, TURNED_QUALITY))
        for place, letters in capitals:
            found.places.setdefault(self._ids[letters], []).append((place, 1.0))
        covered: set[int] = set()
        for first, end, concept in concepts:
            if first in covered:
                continue
            covered.update(range(first, end))
            token = self._ids.get(f"={concept}")
            if token is not None:
                found.places.setdefault(token, []).append((first, 1.0))
        known = self._known
        for place, word in enumerate(words):
            matches = known.get(word)
            for token, quality in self._matches(word) if matches is None else matches:
                found.places.setdefault(token, []).append((place, quality))
        seen: dict[int, Named] = {}
        for token in found.places:
            for named in self._rarest.get(token, ()):
                seen[id(named)] = named
        found.candidates = list(seen.values())
        return found

    def with_concept(self, found: SentenceWords, concept: str, place: int) -> SentenceWords:
        """Return the words of a sentence with a concept that a word at `place` implies: "jiwa" counts a population."""
        token = self._ids.get(f"={concept}")
        if token is None:
            return found
        places = dict(found.places)
        places[token] = [*places.get(token, ()), (place, IMPLIED_QUALITY)]
        candidates = {id(named): named for named in (*found.candidates, *self._rarest.get(token, ()))}
        return SentenceWords(places, list(candidates.values()))

    def belongs(self, measure: int, word: str) -> bool:
        """Return whether a word, in some form, is a part of a name of a measure."""
        matches = self._matches(word)
        return bool(matches) and any(token in self.own[measure] for token, _ in matches)

    def label(self, measure: int) -> frozenset[str]:
        """Return all words of the names of a measure, also those that a text may leave out."""
        return self._labels[measure]

    def has_base(self, measure: int) -> bool:
        """Return whether a measure says of what it is a share: "% of GDP"."""
        return self._based[measure]

    def goes_on(self, measure: int, word: str) -> bool:
        """Return whether a word is one of a measure's name with another ending: "rawat", "rawatnya", not "perawat"."""
        return any(word.startswith(token) or token.startswith(word) for token in all_tokens(self._forms[measure]))

    def alike(self, measure: int) -> Iterator[int]:
        """Yield a measure, then those whose names have the same words that weigh: volume and value of one trade."""
        yield measure
        own = all_tokens(self._forms[measure])
        yield from (other for other in self._among(own) if other != measure and all_tokens(self._forms[other]) == own)

    def _among(self, tokens: Iterable[str]) -> Sequence[int]:
        return min((self._having.get(token, ()) for token in tokens), key=len, default=())

    def concepts(self, measure: int) -> frozenset[str]:
        """Return the concepts in all names of a measure."""
        return self._concepts.get(measure, frozenset())

    def fits(self, found: SentenceWords, weights: Callable[[int], float]) -> list[Fit]:
        """Return the measures that the sentence names, best first; `weights` says how much each place counts."""
        best: dict[int, Fit] = {}
        placed = {
            token: max([(weights(place) * quality, place) for place, quality in places])
            for token, places in found.places.items()
        }
        for named in found.candidates:
            fit = _fit(named, placed)
            if fit is not None:
                known = best.get(named.measure)
                best[named.measure] = fit if known is None else _joined(*sorted((known, fit), key=_rank))
        return sorted(best.values(), key=_rank, reverse=True)


def _joined(other: Fit, fit: Fit) -> Fit:
    """Return the better one of two fits of a measure, with all words that name it in either: "GNI per capita (PPP)"."""
    return replace(fit, places=fit.places | other.places, concepts=fit.concepts | other.concepts)


def _rank(fit: Fit) -> tuple[float, float]:
    return fit.score, fit.weight


def _fit(named: Named, placed: Mapping[int, tuple[float, int]]) -> Fit | None:
    """Return how well a name fits; `placed` tells for each word of a sentence how much it counts, and where."""
    score = 0.0
    used = []
    for token, share in zip(named.tokens, named.shares, strict=True):
        found = placed.get(token)
        if found is not None:
            value, place = found
            score += share * value
            used.append(place)
    if score < THRESHOLD:
        return None
    return Fit(named.measure, score, named.weight * score, frozenset(used), named.concepts)
