"""The words of a status column, and what they mean: final, provisional, estimate, target, forecast."""

from collections.abc import Mapping
from functools import cache

from verifier.reference.words import packs_for, turned

__all__ = ["status_words"]


@cache
def status_words(language: str | None = None) -> Mapping[str, str]:
    """Return word = final, provisional, estimate, target or forecast.

    >>> status_words("id")["angka sementara"]
    'provisional'
    """
    return turned(pack.tables.statuses for pack in packs_for(language))
