"""The words of measure names in, the measures of which some words name a part out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

__all__ = ["PartNames"]

MOST = 200  # measures; a word that so many have in common tells none of them


class PartNames:
    """The measures of one table by each word of their names."""

    def __init__(self, own: Mapping[int, Iterable[int]]) -> None:
        """Lay out measure = its words."""
        self._having: dict[int, list[int]] = {}
        for measure, tokens in own.items():
            for token in tokens:
                self._having.setdefault(token, []).append(measure)

    def among(self, places: Mapping[int, Sequence[tuple[int, float]]], first: int, end: int) -> Counter[int]:
        """Return measure = how many of its words stand between two places; `places` are those of each word."""
        found: Counter[int] = Counter()
        for token, stands in places.items():
            having = self._having.get(token, ())
            if len(having) <= MOST and any(first <= place < end for place, _ in stands):
                found.update(having)
        return found
