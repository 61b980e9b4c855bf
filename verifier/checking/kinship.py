"""Words of a text in, the names of a table that share some of them out: what another name might be given to."""

from collections.abc import Iterable, Mapping, Sequence

from verifier.claims.cues import Cues, split_words
from verifier.claims.short_names import is_blend
from verifier.linking.layout import Key

__all__ = ["Kinship"]

MOST = 5  # rows to choose from


class Kinship:
    """The names of all measures, or of all entities, by the forms of their words.

    >>> from verifier.claims.cues import cues_of
    >>> from verifier.reference import Key
    >>> keys = [Key("produksi padi"), Key("produksi jagung"), Key("tingkat pengangguran terbuka")]
    >>> names = Kinship(keys, cues_of("id"))
    >>> names.weights(["memanen padi"]), names.weights(["TPT"])
    ({0: 1.0}, {2: 1.0})
    >>> names.nearest(["produksi padi raya"], among=[0, 1, 2])
    [0]
    """

    def __init__(self, keys: Sequence[Key], cues: Cues) -> None:
        self._cues = cues
        self._of_stem: dict[str, list[int]] = {}
        self._long: dict[str, list[tuple[int, Sequence[str]]]] = {}  # first letter = names of several words
        for number, key in enumerate(keys):
            forms = [split_words(name) for name in (key.name, *key.aliases)]
            for stem in {stem for form in forms for word in self._weighty(form) for stem in cues.stems(word)}:
                self._of_stem.setdefault(stem, []).append(number)
            for form in forms:
                if len(form) > 1:
                    self._long.setdefault(form[0][0], []).append((number, form))

    def weights(self, phrases: Iterable[str]) -> Mapping[int, float]:
        """Return how much each name shares with the nearest of some phrases: words in any form, rare ones count more.

        A word that is made of the beginnings of a name ("Jabar", "TPT") shares all of it.
        """
        best: dict[int, float] = {}
        for phrase in phrases:
            for number, weight in self._of_phrase(phrase).items():
                best[number] = max(weight, best.get(number, 0.0))
        return best

    def nearest(self, phrases: Iterable[str], *, among: Iterable[int]) -> list[int]:
        """Return those that share most with some phrases, best first; less than half of the best is left out."""
        weights = self.weights(phrases)
        known = [number for number in among if number in weights]
        best = max((weights[number] for number in known), default=0)
        return sorted((n for n in known if 2 * weights[n] >= best), key=lambda n: -weights[n])[:MOST]

    def _of_phrase(self, phrase: str) -> Mapping[int, float]:
        found: dict[int, float] = {}
        words = self._weighty(split_words(phrase))
        for word in words:
            shared: dict[int, float] = {}
            for stem in self._cues.stems(word):
                having = self._of_stem.get(stem, ())
                for number in having:
                    shared[number] = max(1 / len(having), shared.get(number, 0.0))
            for number, weight in shared.items():
                found[number] = found.get(number, 0.0) + weight
        for word in words:
            for number, form in self._long.get(word[0], ()):
                if number not in found and len(form) <= len(word) and is_blend(word, form):
                    found[number] = 1.0
        return found

    def _weighty(self, words: Iterable[str]) -> list[str]:
        return [word for word in words if word not in self._cues.stops]
