"""Language packs in, look-ups of the words that tables are written with out.

A table in one language often has headers or units in another, so all packs are read: that of the
table first, which wins where languages differ.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import regex

from verifier.pack import Pack
from verifier.packs import languages, load_pack

__all__ = ["fold", "joined", "listed", "merged", "packs_for", "turned"]

_SPACES = regex.compile(r"[\s_]+")
_HIDDEN = regex.compile(r"\p{Cf}+")  # soft hyphens, marks of direction, joiners of no width, byte order marks


def fold(text: str) -> str:
    r"""Return `text` as it is looked up: lower case, one space for spaces and underscores, nothing hidden.

    >>> fold("\ufeff Nama_Pro\u00advinsi")
    'nama provinsi'
    """
    shown = text if text.isascii() else _HIDDEN.sub("", text)
    return _SPACES.sub(" ", shown).strip().lower()


@cache
def packs_for(language: str | None) -> tuple[Pack, ...]:
    """Return all language packs, that of `language` first.

    >>> [pack.code for pack in packs_for("id")][0]
    'id'
    """
    own = (load_pack(language),) if language is not None else ()
    return own + tuple(load_pack(code) for code in languages() if code != language)


def listed(lists: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Return the words of all lists once each, folded, longest first.

    >>> listed([("Tahun",), ("year", "tahun")])
    ('tahun', 'year')
    """
    words = dict.fromkeys(fold(word) for words in lists for word in words)
    return tuple(sorted(words, key=len, reverse=True))


def turned(tables: Iterable[Mapping[str, Sequence[str]]], *, folded: bool = True) -> dict[str, str]:
    """Return word = meaning from tables of meaning = words; the first table that has the word wins.

    >>> turned([{"unit": ("Satuan",)}, {"unit": ("units",), "scale": ("satuan",)}])
    {'satuan': 'unit', 'units': 'unit'}
    """
    words: dict[str, str] = {}
    for table in tables:
        for meaning, surfaces in table.items():
            for surface in surfaces:
                words.setdefault(fold(surface) if folded else surface, meaning)
    return words


def joined(tables: Iterable[Mapping[str, Sequence[str]]]) -> dict[str, tuple[str, ...]]:
    """Return meaning = the words of all tables, as they are written.

    >>> joined([{"JP": ("Jepang",)}, {"JP": ("Japan", "Jepang")}])
    {'JP': ('Jepang', 'Japan')}
    """
    meanings: dict[str, tuple[str, ...]] = {}
    for table in tables:
        for meaning, words in table.items():
            meanings[meaning] = tuple(dict.fromkeys(meanings.get(meaning, ()) + tuple(words)))
    return meanings


def merged(tables: Iterable[Mapping[str, int]], *, folded: bool = True) -> dict[str, int]:
    """Return word = value; the first table that has the word wins.

    >>> merged([{"Juta": 1_000_000}, {"juta": 1, "ribu": 1_000}])
    {'juta': 1000000, 'ribu': 1000}
    """
    words: dict[str, int] = {}
    for table in tables:
        for word, value in table.items():
            words.setdefault(fold(word) if folded else word, value)
    return words
