"""A table in, the entities out whose cells are the sums of those of all others: a province among its regencies."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Set
from decimal import Decimal
from itertools import islice

from verifier.claims.unit_gate import POINTS
from verifier.linking.layout import Table
from verifier.model import Row

__all__ = ["summing"]

MOST_ENTITIES = 200  # sums of more are called by a name that says so
MOST_ROWS = 2000  # looked at
FEWEST_PARTS = 3
LEAST_SUM = 100  # smaller ones come out by chance
FEWEST_SUMS = 2
HALF = Decimal("0.5")


def summing(table: Table, totals: Set[int]) -> frozenset[int]:
    """Return the entities that sum up all the others, wherever they have a cell beside them.

    Args:
        table: the table.
        totals: the entities that their names tell as totals; they are no parts.
    """
    if not FEWEST_PARTS < len(table.entities) - len(totals) <= MOST_ENTITIES:
        return frozenset()
    numbers = {key.name: number for number, key in enumerate(table.entities) if number not in totals}
    sums, others = Counter[int](), set[int]()
    for cells in _groups(table, numbers):
        whole = max(cells, key=lambda entity: cells[entity][0])
        if _is_sum(cells, whole):
            sums[whole] += 1
        else:
            others.add(whole)
    found = [entity for entity, count in sums.items() if count >= FEWEST_SUMS]
    return frozenset(found) if len(sums) == len(found) == 1 and others.isdisjoint(found) else frozenset()


def _groups(table: Table, numbers: Mapping[str, int]) -> Iterator[dict[int, tuple[Decimal, Decimal]]]:
    """Yield the cells of a measure, a period and a dimension: by entity, each with how far it is rounded."""
    groups = defaultdict[object, dict[int, tuple[Decimal, Decimal]]](dict)
    for row in islice(table.rows, MOST_ROWS):
        if row.entity in numbers and row.value is not None and _adds_up(row):
            exponent = row.value.as_tuple().exponent
            step = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)
            dimensions = tuple((row.dimensions or {}).items())
            groups[row.measure, row.period, row.unit, dimensions][numbers[row.entity]] = (row.value, step * HALF)
    for cells in groups.values():
        if len(cells) > FEWEST_PARTS:
            yield cells


def _adds_up(row: Row) -> bool:
    return row.unit != "percent" and row.unit not in POINTS and "/" not in row.unit


def _is_sum(cells: Mapping[int, tuple[Decimal, Decimal]], whole: int) -> bool:
    """Return whether one cell is the sum of the others, as far as all are rounded."""
    total = sum((value for value, _ in cells.values()), start=Decimal(0))
    value, _ = cells[whole]
    rounded = sum((half for _, half in cells.values()), start=Decimal(0))
    return value >= LEAST_SUM and abs(total - 2 * value) <= rounded
