"""The words of headers and blank cells, from the language packs."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from verifier.reference.words import listed, packs_for, turned

__all__ = ["HeaderWords", "header_words"]


@dataclass(frozen=True, slots=True)
class HeaderWords:
    """The words of headers, folded."""

    roles: Mapping[str, str]
    leads: tuple[str, ...]  # "nama" in "nama provinsi"
    blanks: frozenset[str]
    note_marks: frozenset[str]  # "r" in "4.2 r"
    percent: frozenset[str]  # "persentase": such a measure is in percent


@cache
def header_words(language: str | None = None) -> HeaderWords:
    """Return the words of headers in `language`, and in all others.

    >>> header_words("id").roles["satuan"]
    'unit'
    """
    packs = packs_for(language)
    return HeaderWords(
        roles=turned(pack.tables.headers for pack in packs),
        leads=listed(pack.tables.header_leads for pack in packs),
        blanks=frozenset(("", *listed(pack.tables.blanks for pack in packs))),
        note_marks=frozenset(listed(pack.tables.note_marks for pack in packs)),
        percent=frozenset(listed(pack.tables.percent_words for pack in packs)),
    )
