"""The names of entities in, what texts call them for short out: initials, beginnings of words, a part of the name."""

from collections.abc import Container, Mapping, Sequence, Set

from verifier.claims.cues import split_words

__all__ = ["LEAST_OF_WORD", "ShortNames", "is_blend"]

FEWEST_INITIALS = 3
LEAST_OF_WORD = 2  # letters of each word in a blend: "Jatim", "Sulsel"
SHORTEST_BLEND = 5
SHORTEST_PART = 3  # letters
LONGEST = 6  # words of a name
MOST_NAMES = 20_000  # of more, none has a name of the table to itself
MOST_KEPT = 10_000
SEVERAL = -1


class ShortNames:
    """What entities of one table may be called beside their names, as far as only one of them can be meant.

    >>> names = ["Jawa Barat", "Jawa Timur", "Bank Rakyat Nusa"]
    >>> short = ShortNames(names, known=(), places=(), plain=frozenset(), marks=frozenset())
    >>> short.of_word("jatim"), short.of_initials("brn"), short.parts["bank rakyat"]
    (1, 2, 2)
    """

    def __init__(
        self,
        names: Sequence[str],
        *,
        known: Container[str],
        places: Container[str],
        plain: Set[str],
        marks: Set[str],
    ) -> None:
        """Lay out the initials and the parts of names.

        Args:
            names: of the entities; a name in small letters is that of a kind of thing and has no short form.
            known: names that mean something else, or the entity itself.
            places: of countries and provinces; a part of their name is another place.
            plain: words that alone name nobody: "bank", "of".
            marks: words without which a name is that of another: "barat", "new".
        """
        self._plain, self._marks = plain, marks
        self._initials: dict[str, int] = {}
        self._by_beginning: dict[str, list[tuple[int, Sequence[str]]]] = {}
        self._blends: dict[str, int] = {}
        parts: dict[str, int] = {}
        for entity, name in enumerate(names if len(names) <= MOST_NAMES else ()):
            words = split_words(name)
            if not 1 < len(words) <= LONGEST or not _is_proper(name):
                continue
            for initials in {_initials(words), _initials([word for word in words if word not in plain])}:
                _give(self._initials, initials, entity)
            self._by_beginning.setdefault(words[0][:LEAST_OF_WORD], []).append((entity, words))
            for phrase in () if " ".join(words) in places else self._parts_of(words):
                _give(parts, phrase, entity)
        self.parts: Mapping[str, int] = {
            phrase: entity for phrase, entity in parts.items() if entity != SEVERAL and phrase not in known
        }
        heads = frozenset(phrase.split()[0] for phrase in self.parts)
        self.first_words: Set[str] = heads | self._initials.keys()  # that can be, or begin, the short name of somebody
        self.beginnings: Set[str] = self._by_beginning.keys()  # of `LEAST_OF_WORD` letters; so can the words with these

    def of_initials(self, word: str) -> int:
        """Return the only entity with these initials ("DIY", "PNG"), -1 where there is none."""
        return self._initials.get(word, SEVERAL) if len(word) >= FEWEST_INITIALS else SEVERAL

    def of_word(self, word: str) -> int:
        """Return the only entity whose words all begin what a word is made of ("Sulsel"), -1 where there is none."""
        if word not in self._blends:
            if len(self._blends) >= MOST_KEPT:
                self._blends.clear()
            candidates = self._by_beginning.get(word[:LEAST_OF_WORD], ()) if len(word) >= SHORTEST_BLEND else ()
            found = [entity for entity, words in candidates if is_blend(word, words, least=LEAST_OF_WORD)]
            self._blends[word] = found[0] if len(found) == 1 else SEVERAL
        return self._blends[word]

    def _parts_of(self, words: Sequence[str]) -> list[str]:
        """Return the beginnings and the ends of a name that alone may name the same: "Samsung" for one of its firms."""
        parts = []
        for cut in range(1, len(words)):
            for kept, dropped in ((words[:cut], words[cut:]), (words[cut:], words[:cut])):
                said = any(len(word) >= SHORTEST_PART and word not in self._plain for word in kept)
                edges = self._plain.isdisjoint((kept[0], kept[-1]))
                if said and edges and self._marks.isdisjoint(dropped):
                    parts.append(" ".join(kept))
        return parts


def is_blend(short: str, words: Sequence[str], *, least: int = 1) -> bool:
    """Return whether a word is made of beginnings of all these words, in their order, of `least` letters each.

    >>> is_blend("jabar", ["jawa", "barat"]), is_blend("pdb", ["produk", "domestik", "bruto"])
    (True, True)
    >>> is_blend("jabar", ["jawa", "timur"]), is_blend("pdb", ["produk", "domestik", "bruto"], least=2)
    (False, False)
    """
    ends = {0}  # how much of the word the beginnings so far can take
    for word in words:
        ends = {
            end + taken
            for end in ends
            for taken in range(least, len(word) + 1)
            if short[end : end + taken] == word[:taken] and end + taken <= len(short)
        }
    return len(short) in ends


def _is_proper(name: str) -> bool:
    return all(not word[0].islower() for word in name.split() if len(word) > SHORTEST_PART)


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


def _give(names: dict[str, int], name: str, entity: int) -> None:
    names[name] = entity if names.get(name, entity) == entity else SEVERAL
