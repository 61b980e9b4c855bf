"""One tidy table, stored by columns: what reshaping makes of a raw table, and what look-up works on."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from verifier.reference.columns import Column, constant, joined
from verifier.reference.unit_cells import NO_UNIT
from verifier.reference.unit_grammar import UnitCell

__all__ = ["EXTRAS", "Tidy", "join"]

EXTRAS = ("low", "high", "tolerance", "decimals", "aliases", "entity_aliases", "as_of", "status", "source", "key")


@dataclass(slots=True, kw_only=True)
class Tidy:
    """Tidy rows by columns; all columns have the same length.

    `numbers` are the 1-based data rows as the owner wrote them, `headers` the header of each value
    cell, `values` plain decimal text before the unit's scale ("" for a blank). `units` holds what
    the texts of the column `unit` mean. `extras` and `dimensions` only hold what the table has.
    """

    parts: list[tuple[str, int]]  # table name, its first position
    numbers: Sequence[int]
    headers: Column
    measure: Column
    entity: Column
    period: Column
    value: Column
    unit: Column
    units: list[UnitCell]
    extras: dict[str, Column] = field(default_factory=dict)
    dimensions: dict[str, Column] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.numbers)


def join(tables: Sequence[Tidy]) -> Tidy:
    """Return the rows of all tables as one, in their order.

    Different spellings stay different texts; measures and entities are folded afterwards.
    """
    if len(tables) == 1:
        return tables[0]
    parts, start = [], 0
    for table in tables:
        parts += [(name, first + start) for name, first in table.parts]
        start += len(table)
    sizes = [len(table) for table in tables]
    unit = joined("unit", [table.unit for table in tables])
    meanings = {text: cell for table in tables for text, cell in zip(table.unit.texts, table.units, strict=True)}
    return Tidy(
        parts=parts,
        numbers=array("I", chain.from_iterable(table.numbers for table in tables)),
        headers=joined("headers", [table.headers for table in tables]),
        measure=joined("measure", [table.measure for table in tables]),
        entity=joined("entity", [table.entity for table in tables]),
        period=joined("period", [table.period for table in tables]),
        value=joined("value", [table.value for table in tables]),
        unit=unit,
        units=[meanings.get(text, NO_UNIT) for text in unit.texts],
        extras=_joined_optional([table.extras for table in tables], sizes),
        dimensions=_joined_optional([table.dimensions for table in tables], sizes),
    )


def _joined_optional(tables: Sequence[dict[str, Column]], sizes: Sequence[int]) -> dict[str, Column]:
    names = dict.fromkeys(name for table in tables for name in table)
    return {
        name: joined(
            name, [table.get(name) or constant(name, "", size) for table, size in zip(tables, sizes, strict=True)]
        )
        for name in names
    }
