"""The names of entities as a table writes them in, one key for each entity with its other names out.

Names are folded by rule and never by likeness: capitals, "Kab." for "Kabupaten", "Provinsi" and
"Republic of" in front. "Kabupaten Bogor" and "Kota Bogor" stay two entities; both can be called
"Bogor", which then names neither for certain.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from verifier.reference.words import fold, joined, listed, packs_for, turned

__all__ = ["EntityWords", "Key", "entity_words", "fold_entity", "short_names"]

_MARKS = re.compile(r"[.,*'’`]+")
_SPACED = re.compile(r"\s*[-–/]\s*")
_NUMBERED = re.compile(r"^(?:[0-9]{1,4}[.)]?|[a-z][.)]|[ivx]{1,4}[.)])\s+(?=[^\W\d])")
_SHORTEST_BARE = 3


@dataclass(frozen=True, slots=True)
class Key:
    """A measure or an entity of a table: its name as first written there, and its other names."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityWords:
    """The words in names of places, folded."""

    forms: Mapping[str, str]  # "kab." = "kabupaten"
    titles: tuple[str, ...]  # may be left out: the name stays that of the same place
    ranks: tuple[str, ...]  # may be left out by a text, but tell two places apart
    territories: Mapping[str, str]  # name = ISO 3166 code
    codes: Mapping[str, str]  # "IDN" = "ID", in capitals
    territory_names: Mapping[str, tuple[str, ...]]
    totals: frozenset[str]


@cache
def entity_words(language: str | None = None) -> EntityWords:
    """Return the words in names of places in `language`, and in all others."""
    packs = packs_for(language)
    territories = turned(pack.tables.territories for pack in packs)
    return EntityWords(
        forms={_plain(word): form for word, form in turned(pack.tables.entity_forms for pack in packs).items()},
        titles=listed(pack.tables.entity_titles for pack in packs),
        ranks=listed(pack.tables.entity_ranks for pack in packs),
        territories={_plain(name): code for name, code in territories.items()},
        codes={code: code for code in set(territories.values())}
        | turned((pack.tables.territory_codes for pack in packs), folded=False),
        territory_names=joined(pack.tables.territories for pack in packs),
        totals=frozenset(listed(pack.tables.totals for pack in packs)),
    )


def fold_entity(name: str, words: EntityWords) -> str:
    """Return the form in which two spellings of one entity are the same.

    >>> words = entity_words("id")
    >>> fold_entity("KAB. BOGOR", words), fold_entity("Kabupaten Bogor", words), fold_entity("Kota Bogor", words)
    ('kabupaten bogor', 'kabupaten bogor', 'kota bogor')
    >>> fold_entity("Provinsi DKI Jakarta", words), fold_entity("JAKARTA", words)
    ('jakarta', 'jakarta')
    """
    if name.strip() in words.codes:
        return words.codes[name.strip()]
    tokens = _NUMBERED.sub("", _plain(name)).split()
    for length in (3, 2):  # "kab. adm." in front
        start = words.forms.get(" ".join(tokens[:length])) if len(tokens) > length else None
        tokens = [start, *tokens[length:]] if start else tokens
    text = _without_title(" ".join(words.forms.get(token, token) for token in tokens), words)
    return words.territories.get(text, text)


def short_names(name: str, words: EntityWords) -> tuple[str, ...]:
    """Return the other names that rules give: without its title or rank, and those of a country in all languages.

    >>> short_names("Kabupaten Bogor", entity_words("id")), short_names("PROVINSI JAWA BARAT", entity_words("id"))
    (('Bogor',), ('Jawa Barat',))
    """
    folded = fold_entity(name, words)
    if folded in words.territory_names:
        names: Iterable[str] = words.territory_names[folded]
    else:
        names = _shorter(name, folded, words)
    return tuple(other for other in dict.fromkeys(names) if other and other != name)


def _shorter(name: str, folded: str, words: EntityWords) -> list[str]:
    bare = next((folded.removeprefix(f"{rank} ") for rank in words.ranks if folded.startswith(f"{rank} ")), folded)
    names = [folded] if folded != _plain(name) else []
    if bare != folded and len(bare) >= _SHORTEST_BARE and not bare[0].isdecimal():
        names.append(bare)
    return [_capitals(short) for short in names]


def _plain(name: str) -> str:
    return " ".join(_SPACED.sub("-", _MARKS.sub(" ", fold(name))).split())


def _without_title(text: str, words: EntityWords) -> str:
    for title in words.titles:
        lead = f"{title.rstrip('.')} "
        if text.startswith(lead) and len(text) - len(lead) >= _SHORTEST_BARE:
            return _without_title(text.removeprefix(lead), words)
    return text


def _capitals(text: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in text.split())


def merge_names(names: Sequence[str], words: EntityWords) -> tuple[list[int], list[str]]:
    """Return for each name the number of its entity, and the entities by the name first seen."""
    numbers: dict[str, int] = {}
    first: list[str] = []
    ids = []
    for name in names:
        folded = fold_entity(name, words)
        if folded not in numbers:
            numbers[folded] = len(first)
            first.append(name)
        ids.append(numbers[folded])
    return ids, first
