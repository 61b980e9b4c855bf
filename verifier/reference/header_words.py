"""The words of headers and blank cells, from the language packs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from verifier.reference.words import fold, listed, packs_for, turned

__all__ = ["BRACKETS", "HeaderWords", "header_words", "role_of"]

BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]")
_EDGES = " .:;*"


@dataclass(frozen=True, slots=True)
class HeaderWords:
    """The words of headers, folded."""

    roles: Mapping[str, str]
    leads: tuple[str, ...]  # "nama" in "nama provinsi"
    blanks: frozenset[str]
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
        percent=frozenset(listed(pack.tables.percent_words for pack in packs)),
    )


def role_of(header: str, words: HeaderWords) -> str | None:
    """Return the role that a header names: itself, without its brackets, or without a word such as "name of" in front.

    >>> [role_of(header, header_words()) for header in ("Unit", "Country (ISO)", "Name of country", "tea")]
    ['unit', 'entity', 'entity', None]
    """
    label = fold(header).strip(_EDGES)
    bare = fold(BRACKETS.sub(" ", header)).strip(_EDGES)
    for text in dict.fromkeys((label, bare)):
        if text in words.roles:
            return words.roles[text]
        for lead in words.leads:
            if text.startswith(f"{lead} ") and text.removeprefix(f"{lead} ") in words.roles:
                return words.roles[text.removeprefix(f"{lead} ")]
    return None
