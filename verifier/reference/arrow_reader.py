"""A Parquet file or an Arrow table in, a raw table out, column by column and without making each cell an object."""

from array import array
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from verifier.errors import TableError
from verifier.extras import extra
from verifier.reference.columns import Column, Texts, coded, compact
from verifier.reference.raw import MOST_COLUMNS, Progress, RawTable, name_columns, shown
from verifier.reference.typed_cells import cell_text

__all__ = ["raw_from_arrow", "read_parquet"]

MOST_ROWS = 50_000_000
_LONG_ENOUGH_TO_JUDGE = 65_536  # as for other columns: mostly different texts are not coded


def read_parquet(path: Path, progress: Progress | None = None) -> RawTable:
    """Return the raw table of a Parquet file.

    Raises:
        MissingExtra: pyarrow is not installed.
        TableError: no Parquet file, nested columns, or more rows than are read.
    """
    parquet = extra("pyarrow.parquet", "parquet", "reading a Parquet file")
    arrow = extra("pyarrow", "parquet", "reading a Parquet file")
    try:
        with parquet.ParquetFile(path) as file:
            names = list(file.schema_arrow.names)
            columns = ((name, file.read(columns=[name]).column(0)) for name in names)
            _check_size(path.name, file.metadata.num_rows, len(names))
            return raw_from_arrow(path.name, columns, file.metadata.num_rows, arrow, progress)
    except (arrow.ArrowException, OSError) as error:
        raise TableError(
            f"{path.name}: no Parquet file that can be read: {str(error).splitlines()[0]}; write it again"
        ) from None


def _check_size(name: str, rows: int, columns: int) -> None:
    if rows > MOST_ROWS:
        raise TableError(f"{name}: {rows:,} rows, more than {MOST_ROWS:,} are not read")
    if columns > MOST_COLUMNS:
        raise TableError(f"{name}: {columns:,} columns, more than {MOST_COLUMNS:,} are not read")


def raw_from_arrow(
    name: str,
    columns: Iterable[tuple[str, Any]],
    rows: int,
    arrow: Any,
    progress: Progress | None = None,
) -> RawTable:
    """Return the raw table of Arrow columns, each an array in chunks or a single one."""
    read, numeric = [], []
    for header, cells in columns:
        read.append(_column(name, header, cells, arrow))
        types = arrow.types
        numeric.append(types.is_integer(cells.type) or types.is_floating(cells.type) or types.is_decimal(cells.type))
        if progress:
            progress(f"{name}: {header}", rows)
    if not rows or not read:
        raise TableError(f"{name}: the table is empty")
    named = name_columns(name, read)
    exact = frozenset(column.name for column, number in zip(named, numeric, strict=True) if number)
    return RawTable(name, named, range(1, rows + 1), (), exact)


def _column(name: str, header: str, cells: Any, arrow: Any) -> Column:
    types = arrow.types
    if types.is_struct(cells.type) or types.is_map(cells.type):
        raise TableError(f"{name}: column {shown(header)} is nested; flatten it into columns of its own")
    try:
        texts = cells.cast(arrow.string()).fill_null("")
    except arrow.ArrowException:
        return coded(header, map(cell_text, cells.to_pylist()))  # lists of aliases, durations …
    chunked = texts if isinstance(texts, arrow.ChunkedArray) else arrow.chunked_array([texts])
    sample = chunked.slice(0, _LONG_ENOUGH_TO_JUDGE)
    if len(sample) == _LONG_ENOUGH_TO_JUDGE and 2 * len(sample.unique()) > len(sample):
        return _plain(header, chunked, arrow)
    encoded = chunked.dictionary_encode().unify_dictionaries()
    different = encoded.chunk(0).dictionary.to_pylist() if encoded.num_chunks else []
    ids = compact((), len(different))
    for chunk in encoded.chunks:
        kind = getattr(arrow, f"uint{8 * ids.itemsize}")()
        ids.frombytes(_bytes(chunk.indices.cast(kind), ids.itemsize))
    return Column(header, ids, different)


def _plain(header: str, cells: Any, arrow: Any) -> Column:
    texts = Texts()
    for chunk in cells.chunks:
        chunk = chunk.cast(arrow.large_string())
        _, offsets, data = chunk.buffers()
        ends = array("Q")
        ends.frombytes(offsets.slice(8 * chunk.offset, 8 * (len(chunk) + 1)))
        texts.extend_encoded(memoryview(data)[ends[0] : ends[-1]] if data else b"", ends)
    return Column(header, range(len(cells)), texts)


def _bytes(numbers: Any, width: int) -> memoryview:
    """Return the numbers of an array that has no gaps as bytes."""
    data = numbers.buffers()[1]
    return (
        memoryview(data)[numbers.offset * width : (numbers.offset + len(numbers)) * width] if data else memoryview(b"")
    )
