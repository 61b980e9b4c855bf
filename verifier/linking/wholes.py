"""The entities of a table in, those that sum up others out: "Jumlah", "Dunia", Indonesia among its provinces."""

from collections.abc import Sequence
from functools import cache

from verifier.packs import languages, load_pack

__all__ = ["is_total", "names_its_whole", "totals_of"]

FEWEST_PARTS = 2
LONGEST = 3  # words of a name


@cache
def _affixes() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that begin the name of a total ("All regions"), and those that end one ("Borough total")."""
    tables = [load_pack(code).tables for code in languages()]
    leads = frozenset(word for table in tables for word in table.total_leads)
    return leads, frozenset(word for table in tables for word in table.totals)


@cache
def _words() -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """Return the names that always are totals, and whole = parts for those that are one only beside their parts."""
    packs = [load_pack(code) for code in languages()]
    wholes: dict[str, frozenset[str]] = {}
    for pack in packs:
        for whole, parts in pack.claims.wholes.items():
            wholes[whole.lower()] = wholes.get(whole.lower(), frozenset()) | {part.lower() for part in parts}
    always = {word.lower() for pack in packs for word in (*pack.tables.totals, *pack.claims.aggregates)}
    return frozenset(always - wholes.keys()), wholes


def is_total(name: str) -> bool:
    """Return whether a name always stands for the sum of the others: "Jumlah", "Total", "Dunia".

    >>> is_total("Jumlah"), is_total("Jawa Barat"), is_total("All regions"), is_total("Borough total")
    (True, False, True, True)
    """
    return name.strip().lower() in _words()[0] or _is_called_total(name.split())


def names_its_whole(name: str) -> bool:
    """Return whether the name of a total says of what it is one: "Borough total", which is that of no nation."""
    words = name.split()
    return 1 < len(words) <= LONGEST and words[-1] in _affixes()[1]


def _is_called_total(words: Sequence[str]) -> bool:
    """Return whether a name of several words says that it is a total by a word in small letters: no "All Nippon"."""
    if not 1 < len(words) <= LONGEST:
        return False
    leads, ends = _affixes()
    return words[-1] in ends or (len(words) == 2 and words[0].lower() in leads and words[1].islower())


def totals_of(entities: Sequence[Sequence[str]]) -> frozenset[int]:
    """Return which entities (each with all its names) are totals of others.

    >>> totals_of([("Indonesia",), ("Aceh",), ("Bali",)]), totals_of([("Indonesia",), ("Malaysia",)])
    (frozenset({0}), frozenset())
    """
    _, wholes = _words()
    present = {name.lower() for names in entities for name in names}
    found = set()
    for number, names in enumerate(entities):
        parts = frozenset[str]().union(*(wholes.get(name.lower(), ()) for name in names))
        if any(is_total(name) for name in names) or len(parts & present) >= FEWEST_PARTS:
            found.add(number)
    return frozenset(found)
