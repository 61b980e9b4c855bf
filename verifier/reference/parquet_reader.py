"""A Parquet file in, a raw table out, batch by batch."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from verifier.errors import TableError
from verifier.reference.columns import CHUNK
from verifier.reference.extras import extra
from verifier.reference.frame_reader import arrow_cells
from verifier.reference.raw import RawTable, gather, shown
from verifier.reference.typed_cells import cell_text, is_number

__all__ = ["read_parquet"]

MOST_ROWS = 50_000_000


def read_parquet(path: Path) -> RawTable:
    """Return the raw table of a Parquet file.

    Raises:
        MissingExtra: pyarrow is not installed.
        TableError: no Parquet file, nested columns, or more rows than are read.
    """
    parquet = extra("pyarrow.parquet", "parquet", "reading a Parquet file")
    arrow = extra("pyarrow", "parquet", "reading a Parquet file")
    try:
        with parquet.ParquetFile(path) as file:
            _check(path.name, file, arrow)
            rows = _rows(file)
            return gather(path.name, rows, header=1, text=cell_text, is_number=is_number)
    except (arrow.ArrowException, OSError) as error:
        raise TableError(f"{path.name}: no Parquet file that can be read: {str(error).splitlines()[0]}") from None


def _check(name: str, file: Any, arrow: Any) -> None:
    if file.metadata.num_rows > MOST_ROWS:
        raise TableError(f"{name}: {file.metadata.num_rows:,} rows, more than {MOST_ROWS:,} are not read")
    nested = [
        field.name for field in file.schema_arrow if arrow.types.is_struct(field.type) or arrow.types.is_map(field.type)
    ]
    if nested:
        raise TableError(f"{name}: column {shown(nested[0])} is nested; flatten it into columns of its own")


def _rows(file: Any) -> Iterator[Sequence[object]]:
    """Yield the header, then the rows."""
    yield list(file.schema_arrow.names)
    for batch in file.iter_batches(batch_size=CHUNK):
        yield from zip(*map(arrow_cells, batch.columns), strict=True)
