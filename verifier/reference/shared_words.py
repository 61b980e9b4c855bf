"""Names of entities in, the words that all of them begin or end with and that name a measure out: "Harga beras …"."""

from collections.abc import Sequence, Set
from functools import cache
from itertools import takewhile

from verifier.reference.words import fold, packs_for

__all__ = ["measure_in_names"]

_FEWEST = 2  # different names


def measure_in_names(names: Sequence[str], language: str | None) -> tuple[str, list[str]] | None:
    """Return what all `names` say that they measure, and each name without it; None where they say nothing like it.

    >>> measure_in_names(["Harga beras", "Harga gula pasir"], "id")
    ('Harga', ['beras', 'gula pasir'])
    >>> measure_in_names(["Jawa Barat", "Jawa Timur"], "id")
    """
    parted = [name.split() for name in names]
    if len(parted) < _FEWEST or any(len(words) < 2 for words in parted):
        return None
    concepts = _concepts(language)
    first = _shared(parted)
    length = next((size for size in range(len(first), 0, -1) if tuple(first[:size]) in concepts), 0)
    if length and all(len(words) > length for words in parted):
        return " ".join(parted[0][:length]), [" ".join(words[length:]) for words in parted]
    last = _shared([words[::-1] for words in parted])[::-1]
    length = next((size for size in range(len(last), 0, -1) if tuple(last[-size:]) in concepts), 0)
    if length and all(len(words) > length for words in parted):
        return " ".join(parted[0][-length:]), [" ".join(words[:-length]) for words in parted]
    return None


def _shared(parted: Sequence[Sequence[str]]) -> list[str]:
    """Return the words, folded, that all begin with."""
    columns = (set(map(fold, words)) for words in zip(*parted, strict=False))
    return [next(iter(words)) for words in takewhile(lambda words: len(words) == 1, columns)]


@cache
def _concepts(language: str | None) -> Set[tuple[str, ...]]:
    tables = (pack.claims.concepts for pack in packs_for(language))
    return {tuple(fold(phrase).split()) for table in tables for phrases in table.values() for phrase in phrases}
