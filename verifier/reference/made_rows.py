"""A tidy table in, its rows out, each made when it is asked for."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from operator import itemgetter
from typing import overload

from verifier.model import Row
from verifier.reference.index import Index, split_names
from verifier.reference.number_cells import EXACT
from verifier.reference.tidy import Tidy
from verifier.reference.words import fold

__all__ = ["MadeRows"]

_BOUNDS = ("low", "high", "tolerance", "decimals")


class MadeRows(Sequence[Row]):
    """The rows of a table by position; `statuses` is word = status."""

    def __init__(self, tidy: Tidy, index: Index, statuses: Mapping[str, str]) -> None:
        self._tidy, self._index, self._statuses = tidy, index, statuses
        self._bounds = [tidy.extras[name] for name in _BOUNDS if name in tidy.extras]

    def __len__(self) -> int:
        return len(self._tidy)

    @overload
    def __getitem__(self, position: int) -> Row: ...
    @overload
    def __getitem__(self, position: slice) -> list[Row]: ...
    def __getitem__(self, position: int | slice) -> Row | list[Row]:
        if isinstance(position, slice):
            return [self.row(at) for at in range(*position.indices(len(self)))]
        return self.row(position)

    def __iter__(self) -> Iterator[Row]:
        return map(self.row, range(len(self)))

    def row(self, position: int) -> Row:
        """Return the row at a position."""
        tidy, index = self._tidy, self._index
        if not -len(tidy) <= position < len(tidy):
            raise IndexError(f"row {position} of {len(tidy)}")
        position %= len(tidy)
        unit = tidy.units[tidy.unit.ids[position]]
        extra = {name: column[position] for name, column in tidy.extras.items()}
        decimals, status = extra.get("decimals", ""), extra.get("status", "")
        return Row(
            table=self._part(position),
            number=tidy.numbers[position],
            column=tidy.headers[position],
            measure=index.measures[index.measure_of[tidy.measure.ids[position]]].name,
            entity=index.entities[index.entity_of[tidy.entity.ids[position]]].name,
            dimensions={name: column[position] for name, column in tidy.dimensions.items()} or None,
            period=tidy.period[position],
            value=_scaled(tidy.value[position], unit.scale, decimals),
            unit=unit.key,
            noun=unit.noun,
            low=_scaled(extra.get("low", ""), unit.scale, decimals),
            high=_scaled(extra.get("high", ""), unit.scale, decimals),
            tolerance=_scaled_tolerance(extra.get("tolerance", ""), unit.scale),
            aliases=split_names(extra.get("aliases", "")),
            entity_aliases=split_names(extra.get("entity_aliases", "")),
            as_of=extra.get("as_of", ""),
            status=self._statuses.get(fold(status), status),
            source=extra.get("source", ""),
            key=extra.get("key", ""),
        )

    def plain_value(self, position: int) -> tuple[Decimal, str] | None:
        """Return value and unit of a row, without making it; None where it has none, or bounds of its own beside it."""
        tidy = self._tidy
        text = tidy.value[position]
        if not text:
            return None
        for bound in self._bounds:
            if bound[position]:
                return None
        unit = tidy.units[tidy.unit.ids[position]]
        return EXACT.multiply(Decimal(text), unit.scale), unit.key

    def _part(self, position: int) -> str:
        """Return the name of the table that a row is of."""
        parts = self._tidy.parts
        return parts[bisect_right(parts, position, key=itemgetter(1)) - 1][0]


def _scaled(text: str, scale: Decimal, decimals: str) -> Decimal | None:
    """Return a value with the precision of its cell, or of the decimals that the table declares, times the scale."""
    if not text:
        return None
    value = Decimal(text)
    if decimals:
        value = value.quantize(Decimal(1).scaleb(-int(Decimal(decimals))), context=EXACT)
    return EXACT.multiply(value, scale)


def _scaled_tolerance(text: str, scale: Decimal) -> str:
    return str(EXACT.multiply(Decimal(text), scale)) if text and not text.endswith("%") else text
