"""A measure of a table in, what its names and its rows tell of it out: `Traits`."""

from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["PERCENT", "PRICE", "SHARE", "Traits"]

PERCENT = "percent"
PRICE, SHARE = "price", "share"


@dataclass(frozen=True, slots=True)
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
