"""The entities of a table in; for a sentence, the entities that it names out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from unicodedata import combining, normalize

from verifier.claims.cues import split_words
from verifier.claims.sentences import MARKED, Sentence
from verifier.claims.short_names import LEAST_OF_WORD, ShortNames
from verifier.pack import Claims, Tables
from verifier.packs import languages, load_pack

__all__ = ["Name", "Names"]

LONGEST_LEAD = 3  # words
LONGEST_PART = 5
SHORT = 3  # letters; such names ("US", "ID") count only in capitals


@dataclass(frozen=True, slots=True)
class Name:
    """Some words of a sentence that name entities of the table: several where the name is not unique.

    `sure` is not set where they are only a part of the name: "Samsung" for "Samsung Electronics".
    """

    first: int
    end: int
    entities: tuple[int, ...]
    sure: bool = True


class Names:
    """The names of all entities of one table, by their words; the longest name at a place counts."""

    def __init__(
        self,
        names: Sequence[tuple[str, Sequence[str]]],
        claims: Claims,
        tables: Tables,
        small: Set[str],
        kinds: Sequence[str] = (),
    ) -> None:
        """Lay out the names, and those of places that the table does not have, which name nobody in it.

        `small` are the words that name nobody, unless they are written in capitals; `kinds` say what
        the entities are: with "stasiun", "Stasiun Kenanga" is Kenanga.
        """
        self._parts = frozenset(claims.name_parts)
        self._heads = frozenset(claims.name_heads)
        self._ranks = _ranks(tables)
        self._rank_of = [self._ranks.get((split_words(name) or [""])[0], "") for name, _ in names]
        self._leads, self._ends = (_phrases_of(words) for words in (claims.name_leads, claims.name_ends))
        self._last_of_leads = {phrase[-1] for phrase in self._leads}
        self._first_of_ends = {phrase[0] for phrase in self._ends}
        spoken = list(_spoken(names, claims, tables))
        own = _phrases(spoken, tables)
        places = _elsewhere(claims, tables)
        self._phrases = places | _of_kinds(own, kinds) | own
        self._small, self._legal = small, frozenset(tables.legal_forms)
        self._short = ShortNames(
            [" ".join(_without_legal_forms(name.split(), self._legal)) for name, _ in names],
            known=self._phrases,
            places=places,
            plain=frozenset().union(
                small, claims.stops, claims.institutions, self._heads, self._parts, self._legal, kinds
            ),
            marks=self._parts,
        )
        self._is_place = [" ".join(split_words(name)) in places for name, _ in names]
        written = {name for forms in spoken for name in (forms[0], *forms[1])}
        self._words = {name.lower() for name in written if not name.isupper()} - small  # "tea" is no abbreviation
        self._lengths: dict[str, tuple[int, ...]] = {}
        for phrase in self._phrases:
            first, *rest = phrase.split()
            known = self._lengths.get(first, ())
            if len(rest) + 1 not in known:
                self._lengths[first] = tuple(sorted((*known, len(rest) + 1), reverse=True))

    def read(self, sentence: Sentence) -> list[Name]:
        """Return the names of entities in a sentence, from left to right."""
        found: list[Name] = []
        words, owners, lengths = sentence.words, sentence.owners, self._lengths
        end = 0
        for place, word in enumerate(words):
            if place < end or owners[place] >= 0:
                continue
            length = self._longest(sentence, place, lengths[word]) if word in lengths else 0
            short = self._read_short(sentence, place) if not length and _is_capital(sentence, place) else None
            if short is not None:
                found.append(short)
                end = short.end
            elif length:
                end = place + length
                entities = self._of_rank(words[place - 1] if place else "", self._phrases[" ".join(words[place:end])])
                part = self._is_of_a_part(words, place, end)
                found.append(Name(place, end, () if part else entities))
                self._join_second_name(sentence, found)
        return found

    def _read_short(self, sentence: Sentence, place: int) -> Name | None:
        """Return the short name of somebody that begins at a word in capitals: "NTB", "Jatim", "Samsung"."""
        word = sentence.words[place]
        if word not in self._short.first_words and word[:LEAST_OF_WORD] not in self._short.beginnings:
            return None
        entity = self._short.of_initials(word) if _is_in_capitals(sentence, place) else self._short.of_word(word)
        if entity >= 0:
            return Name(place, place + 1, (entity,), sure=self._is_place[entity])
        for end in range(min(place + LONGEST_PART, len(sentence.words)), place, -1):
            entity = self._short.parts.get(" ".join(sentence.words[place:end]), -1)
            if entity >= 0 and self._ends_a_name(sentence, place, end):
                return Name(place, end, (entity,), sure=False)
        return None

    def _ends_a_name(self, sentence: Sentence, first: int, end: int) -> bool:
        """Return whether no word beside some words belongs to the same name: "Samsung", not "Samsung Biologics"."""
        if end < len(sentence.words) and _is_capital(sentence, end) and not self._is_light(sentence, end):
            return False
        return first == 0 or not _is_capital(sentence, first - 1) or self._is_light(sentence, first - 1)

    def _is_light(self, sentence: Sentence, place: int) -> bool:
        """Return whether a word is no part of a name: a small word, a cue, the legal form of a company."""
        word = sentence.words[place]
        return place in sentence.cued or word in self._small or word in self._legal or word in sentence.lexicon.enders

    def _of_rank(self, before: str, entities: tuple[int, ...]) -> tuple[int, ...]:
        """Return the entities that are what the word before says: of "Kota Semarang" not Kabupaten Semarang."""
        rank = self._ranks.get(before)
        return tuple(one for one in entities if self._rank_of[one] in ("", rank)) if rank else entities

    def _join_second_name(self, sentence: Sentence, found: list[Name]) -> None:
        """Make one name of the last two where the second stands in brackets behind the first: "Myanmar (Burma)"."""
        if len(found) < 2:
            return
        first, second = found[-2:]
        brackets = sentence.words[first.end : second.first], sentence.words[second.end : second.end + 1]
        if brackets == (["("], [")"]) and self._same(sentence, first, second):
            found[-2:] = [Name(first.first, second.end + 1, first.entities)]

    def _same(self, sentence: Sentence, *names: Name) -> bool:
        """Return whether names are those of the same entities, whatever stands before them."""
        words = (" ".join(sentence.words[name.first : name.end]) for name in names)
        return len({self._phrases[phrase] for phrase in words}) == 1

    def _is_of_a_part(self, words: Sequence[str], first: int, end: int) -> bool:
        """Return whether a name belongs to a part of the place: "ibu kota Kenya", "northern Kenya"."""
        if first and words[first - 1] in self._last_of_leads:
            before = (tuple(words[max(0, first - length) : first]) for length in range(1, LONGEST_LEAD + 1))
            if not self._leads.isdisjoint(before):
                return True
        if end == len(words) or words[end] not in self._first_of_ends:
            return False
        return not self._ends.isdisjoint(tuple(words[end : end + length]) for length in range(1, LONGEST_LEAD + 1))

    def _longest(self, sentence: Sentence, place: int, lengths: Iterable[int]) -> int:
        for length in lengths:
            end = place + length
            if end > len(sentence.words):
                continue
            entities = self._phrases.get(" ".join(sentence.words[place:end]))
            if entities is None or (not entities and not _is_capital(sentence, place)):
                continue
            if self._stands_alone(sentence, place, end):
                return length
        return 0

    def _stands_alone(self, sentence: Sentence, first: int, end: int) -> bool:
        """Return whether the words are a name here, and not a part of a longer one ("Papua" in "Papua Barat")."""
        surface = sentence.text[sentence.starts[first] : sentence.ends[end - 1]]
        if len(surface) <= SHORT and not surface.isupper() and surface.lower() not in self._words:
            return False
        if end < len(sentence.words) and sentence.words[end] in self._parts and _is_capital(sentence, end):
            return False
        before = first - 1
        if before < 0 or not _is_capital(sentence, before):
            return True
        if before > 0 and sentence.words[before - 1] in self._ranks:
            return False  # "Kota Banda Aceh"
        return sentence.words[before] not in self._heads and (before == 0 or sentence.words[before] not in self._parts)


def _ranks(tables: Tables) -> dict[str, str]:
    """Return a word before names = the rank that it says, also for short forms: "kab." for "kabupaten"."""
    forms = {form: rank for rank in tables.entity_ranks for form in (rank, *tables.entity_forms.get(rank, ()))}
    words = ((split_words(form), rank) for form, rank in forms.items())
    return {first: rank for (first, *rest), rank in words if not rest}


def _phrases_of(listed: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(split_words(phrase)) for phrase in listed)


@cache
def _codes() -> Mapping[str, str]:
    """Return the names of territories in all languages with the code of each."""
    packs = [load_pack(code) for code in languages()]
    territories = (entry for pack in packs for entry in pack.tables.territories.items())
    return {" ".join(split_words(name)): code for code, names in territories for name in names}


def _spoken(
    names: Iterable[tuple[str, Sequence[str]]], claims: Claims, tables: Tables
) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield each name with its aliases, other names of that country, and what its people are called: "Indonesians"."""
    names = list(names)
    written = {" ".join(split_words(form)) for name, aliases in names for form in (name, *aliases)}
    for name, aliases in names:
        phrases = (" ".join(split_words(form)) for form in (name, *aliases))
        known = {code for phrase in phrases if (code := _codes().get(phrase)) is not None}
        words = (
            word
            for code in sorted(known)
            for table in (tables.territories, claims.demonyms)
            for word in table.get(code, ())
        )
        yield name, (*aliases, *(word for word in words if " ".join(split_words(word)) not in written))


def _phrases(names: Sequence[tuple[str, Sequence[str]]], tables: Tables) -> dict[str, tuple[int, ...]]:
    """Return phrase = entities: names in full and without titles; without ranks only where that is no other's name."""
    titles = [split_words(title) for title in tables.entity_titles]
    ranks = [split_words(rank) for rank in tables.entity_ranks]
    legal, totals = frozenset(tables.legal_forms), [[word] for word in tables.totals]
    own: dict[str, tuple[int, ...]] = {}
    bare: dict[str, tuple[int, ...]] = {}
    for entity, (name, aliases) in enumerate(names):
        for form in (name, *aliases):
            words = split_words(form)
            _add(own, MARKED.findall(form.replace("İ", "i").lower()), entity)  # "Skarholm–Vik"
            _add(own, words, entity)
            _add(own, _without(words, titles), entity)
            _add(bare, _without(words, ranks), entity)
            _add(bare, _without_legal_forms(words, legal), entity)
            _add(bare, split_words(_unmarked(form)), entity)
            for spelling in _short_spellings(words, tables):
                _add(bare, spelling, entity)
            _add(bare, words[:-1] if form.split()[-1:] in totals else words, entity)  # "the borough"
    return bare | own


def _short_spellings(words: Sequence[str], tables: Tables) -> Iterator[list[str]]:
    """Yield the words of a name with one of them as it is shortened: "St. Vincent" for "Saint Vincent"."""
    for place, word in enumerate(words):
        for short in tables.entity_forms.get(word, ()):
            yield [*words[:place], *split_words(short), *words[place + 1 :]]


def _unmarked(name: str) -> str:
    """Return a name without the marks on its letters: "Sao Tome" is written for "São Tomé".

    >>> _unmarked("Côte d'Ivoire")
    "Cote d'Ivoire"
    """
    if name.isascii():
        return name
    return "".join(letter for letter in normalize("NFD", name) if not combining(letter))


def _of_kinds(own: Mapping[str, tuple[int, ...]], kinds: Iterable[str]) -> dict[str, tuple[int, ...]]:
    leads = {" ".join(split_words(kind)) for kind in kinds}
    return {f"{lead} {phrase}": entities for lead in leads if lead for phrase, entities in own.items()}


def _elsewhere(claims: Claims, tables: Tables) -> dict[str, tuple[int, ...]]:
    places = (*tables.territories.values(), *claims.wholes.values(), tuple(claims.wholes))
    return {" ".join(split_words(name)): () for names in places for name in names}


def _add(phrases: dict[str, tuple[int, ...]], words: Sequence[str], entity: int) -> None:
    phrase = " ".join(words)
    if phrase and entity not in phrases.get(phrase, ()):
        phrases[phrase] = (*phrases.get(phrase, ()), entity)


def _without(words: Sequence[str], leads: Iterable[Sequence[str]]) -> Sequence[str]:
    for lead in leads:
        if len(words) > len(lead) and words[:1] == lead[:1] and list(words[: len(lead)]) == list(lead):
            return words[len(lead) :]
    return words


def _without_legal_forms(words: Sequence[str], legal: Set[str]) -> Sequence[str]:
    """Return the name of a company without "PT" in front and "Tbk" behind."""
    while len(words) > 1 and words[-1].strip(".,()").lower() in legal:
        words = words[:-1]
    return words[1:] if len(words) > 1 and words[0].strip(".").lower() in legal else words


def _is_in_capitals(sentence: Sentence, place: int) -> bool:
    """Return whether a word is written in capitals, and its sentence is not."""
    word = sentence.text[sentence.starts[place] : sentence.ends[place]]
    return word.isupper() and not sentence.text[sentence.start : sentence.end].isupper()


def _is_capital(sentence: Sentence, place: int) -> bool:
    return sentence.owners[place] < 0 and sentence.text[sentence.starts[place]].isupper()
