"""A measure of a table in, what its names and its rows tell of it out: `Traits`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from verifier.claims.unit_gate import QUANTITIES
from verifier.linking.concepts import POPULATION, RELATIVE, SHARE

__all__ = ["PERCENT", "Traits"]

PERCENT = "percent"
CURRENT_PRICES, CONSTANT_PRICES = "current_prices", "constant_prices"


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """What a table tells of one of its measures.

    `noun` is what its rows count; `concepts` and `label` are those of all its names, `label` also with the words that
    a text may leave out. It is `based` where a name says of what it is a share, "% of GDP"; it has `paces` where the
    table has it by the year and by the month. `own` tells whether a word, in some form, belongs to a name of it,
    `goes_on` whether it is a word of a name with another ending.
    """

    unit: str
    noun: str
    concepts: frozenset[str]
    label: frozenset[str]
    based: bool
    paces: bool
    own: Callable[[str], bool]
    goes_on: Callable[[str], bool]
    told_of: Mapping[str, Sequence[str]]  # concept = those of which it is told as a share
    _passed: dict[frozenset[str], frozenset[str]] = field(default_factory=dict, init=False)

    def bases(self, said: frozenset[str]) -> frozenset[str]:
        """Return the concepts of which it may be a share where words name it by those that are `said`."""
        if self.unit != PERCENT:
            return frozenset()
        return frozenset([base for concept in said for base in self.told_of.get(concept, ())])

    def passed(self, said: frozenset[str]) -> frozenset[str]:
        """Return the concepts that say no more of it than those that are `said` already.

        They are in another name of it, or may be left out: "per capita" of an alias, "penduduk"; or the unit says
        them: "panjang jalan nasional" of roads in km. What is in percent may be called a share, and of what it is one
        be told: "of the labour force".
        """
        known = self._passed.get(said)
        if known is None:
            known = self._passed[said] = self._read_passed(said)
        return known

    def _read_passed(self, said: frozenset[str]) -> frozenset[str]:
        share = {SHARE} if self.unit == PERCENT else set()
        found = set((self.concepts | self.bases(said) | share) - said)
        quantity = QUANTITIES.get(self.unit, "")
        if quantity and quantity not in self.concepts:
            found.add(quantity)
        if not said <= RELATIVE | {POPULATION}:
            found.add(POPULATION)
        if CONSTANT_PRICES not in said:
            found.add(CURRENT_PRICES)
        return frozenset(found)
