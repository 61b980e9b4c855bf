"""A table in memory (pandas, Polars, Arrow) in, a raw table out; none of these libraries is imported for it."""

from collections.abc import Iterator, Sequence
from typing import Any

from verifier.extras import extra
from verifier.reference.arrow_reader import raw_from_arrow
from verifier.reference.raw import RawTable
from verifier.reference.typed_cells import Exact, raw_from_columns

__all__ = ["is_frame", "read_frame"]

_SHORT_FLOATS = ("float16", "float32")  # 4.1 as one of them is not 4.1 as a float of 64 bits

_KINDS = {
    ("pandas", "DataFrame"),
    ("polars", "DataFrame"),
    ("polars", "LazyFrame"),
    ("pyarrow", "Table"),
    ("pyarrow", "RecordBatch"),
}


def is_frame(source: object) -> bool:
    """Return whether `source` is a table of pandas, Polars or Arrow.

    >>> is_frame("table.csv")
    False
    """
    return any((kind.__module__.partition(".")[0], kind.__name__) in _KINDS for kind in type(source).__mro__)


def read_frame(frame: Any, name: str) -> RawTable:
    """Return the raw table of a data frame; an index of pandas that has names is a column too."""
    library = next(kind.__module__.partition(".")[0] for kind in type(frame).__mro__ if kind.__module__ != "builtins")
    if library == "pyarrow":
        columns = zip(frame.schema.names, frame.columns, strict=True)
        return raw_from_arrow(name, columns, frame.num_rows, extra("pyarrow", "parquet", "reading an Arrow table"))
    return raw_from_columns(name, _pandas(frame) if library == "pandas" else _polars(frame))


def _pandas(frame: Any) -> Iterator[tuple[str, Sequence[object]]]:
    if any(frame.index.names):
        frame = frame.reset_index()
    for number, header in enumerate(frame.columns):
        column = frame.iloc[:, number]
        cells = list(column.to_numpy()) if str(column.dtype) in _SHORT_FLOATS else column.tolist()
        yield " ".join(map(str, header)) if isinstance(header, tuple) else str(header), cells


def _polars(frame: Any) -> Iterator[tuple[str, Sequence[object]]]:
    if hasattr(frame, "collect"):
        frame = frame.collect()
    for column in frame.iter_columns():
        short = str(column.dtype).lower() in _SHORT_FLOATS
        yield column.name, [Exact(text) for text in column.cast(str).fill_null("")] if short else column.to_list()
