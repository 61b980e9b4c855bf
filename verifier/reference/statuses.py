"""The words and letters of a status, and what they mean: final, provisional, estimate, target, forecast."""

from collections.abc import Mapping
from functools import cache

from verifier.reference.words import listed, packs_for, turned

__all__ = ["note_marks", "status_words"]


@cache
def status_words(language: str | None = None) -> Mapping[str, str]:
    """Return word = final, provisional, estimate, target or forecast.

    >>> status_words("id")["angka sementara"]
    'provisional'
    """
    return turned(pack.tables.statuses for pack in packs_for(language))


@cache
def note_marks(language: str | None = None) -> frozenset[str]:
    """Return the signs and letters that may stand behind a number and are no part of it.

    >>> {"*", "r"} <= note_marks()
    True
    """
    return frozenset(listed(pack.tables.note_marks for pack in packs_for(language)))
