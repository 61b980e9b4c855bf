"""Paths, frames, records or a query in, one tidy table with what was found in it out."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verifier.errors import InputTypeError, TableError
from verifier.reference.csv_reader import read_csv
from verifier.reference.findings import Finding, Problems
from verifier.reference.frame_reader import is_frame, read_frame
from verifier.reference.json_reader import raw_from_records, read_json, read_json_lines
from verifier.reference.layout import Layout, layout_of, sidecar_of
from verifier.reference.parquet_reader import read_parquet
from verifier.reference.raw import RawTable
from verifier.reference.reshape import reshape
from verifier.reference.sql_reader import read_query, read_sqlite
from verifier.reference.tidy import Tidy, join
from verifier.reference.xlsx_reader import read_xlsx

__all__ = ["Loaded", "Source", "load", "load_query", "load_records"]

Source = Any  # a path, several paths, a folder, or a frame of pandas, Polars or Arrow
Reader = Callable[[Path, Layout], RawTable]


def _separated(path: Path, layout: Layout) -> RawTable:
    return read_csv(path, encoding=layout.encoding, separator=layout.separator, header=layout.header)


READERS: Mapping[str, Reader] = {
    ".csv": _separated,
    ".tsv": _separated,
    ".txt": _separated,
    ".jsonl": lambda path, layout: read_json_lines(path, layout.encoding),
    ".ndjson": lambda path, layout: read_json_lines(path, layout.encoding),
    ".json": lambda path, layout: read_json(path, layout.encoding),
    ".xlsx": lambda path, layout: read_xlsx(path, sheet=layout.sheet, header=layout.header),
    ".xlsm": lambda path, layout: read_xlsx(path, sheet=layout.sheet, header=layout.header),
    ".parquet": lambda path, _: read_parquet(path),
    ".sqlite": lambda path, layout: read_sqlite(path, table=layout.sheet, query=layout.query),
    ".sqlite3": lambda path, layout: read_sqlite(path, table=layout.sheet, query=layout.query),
    ".db": lambda path, layout: read_sqlite(path, table=layout.sheet, query=layout.query),
}


@dataclass(slots=True)
class Loaded:
    """What was read: the tidy rows, the findings, and the language of the tables."""

    tidy: Tidy
    findings: list[Finding]
    language: str | None


def load(source: Source, options: Mapping[str, Any]) -> Loaded:
    """Return the tidy rows of a frame in memory, of a file, of several files or of a folder of them.

    Raises:
        TableError: a table cannot be read, or something in it cannot be understood.
    """
    if is_frame(source):
        return load_raw(read_frame(source, "frame"), options)
    findings: list[Finding] = []
    tables, language = [], None
    for path in _files(source):
        layout = layout_of(options, path.name, sidecar_of(path))
        language = language or layout.language
        tables.append(_tidy(_raw(path, layout), layout, findings))
    return Loaded(join(tables), findings, language)


def load_records(records: Sequence[Mapping[str, Any]], name: str, options: Mapping[str, Any]) -> Loaded:
    """Return the tidy rows of records in memory."""
    if not all(isinstance(record, Mapping) for record in records):
        raise InputTypeError("records are dictionaries, one for each row")
    return load_raw(raw_from_records(name, records), options)


def load_query(connection: Any, query: str, parameters: Any, name: str, options: Mapping[str, Any]) -> Loaded:
    """Return the tidy rows of what a query gives."""
    return load_raw(read_query(connection, query, parameters, name), options)


def load_raw(raw: RawTable, options: Mapping[str, Any]) -> Loaded:
    """Return the tidy rows of one raw table."""
    layout = layout_of(options, raw.name)
    findings: list[Finding] = []
    tidy = _tidy(raw, layout, findings)
    return Loaded(tidy, findings, layout.language)


def _tidy(raw: RawTable, layout: Layout, findings: list[Finding]) -> Tidy:
    problems = Problems(raw.name)
    tidy = reshape(raw, layout, problems)
    problems.raise_first()
    findings += problems.findings
    return tidy


def _files(source: Source) -> list[Path]:
    """Return the files of a source; those of a folder by name."""
    if isinstance(source, str | os.PathLike):
        path = Path(source)
        if not path.is_dir():
            return [path]
        files = sorted(file for file in path.iterdir() if file.suffix.lower() in READERS)
        if not files:
            raise TableError(f"{path}: no tables in this folder; known are {', '.join(READERS)}")
        return files
    if not isinstance(source, Iterable):
        raise InputTypeError(f"a table is read from a path, a list of paths or a frame, not {type(source).__name__}")
    files = [file for part in source for file in _files(part)]
    if not files:
        raise TableError("no reference table: the list of paths is empty")
    return files


def _raw(path: Path, layout: Layout) -> RawTable:
    reader = READERS.get(path.suffix.lower())
    if not path.exists():
        raise TableError(f"{path}: no such file")
    if path.is_dir():
        raise TableError(f"{path}: a folder, not a file")
    if reader is None:
        raise TableError(
            f"{path}: a table with the ending {path.suffix!r} is not known; known are {', '.join(READERS)}"
        )
    try:
        before = path.stat()
        raw = reader(path, layout)
        after = path.stat()
    except OSError as error:
        raise TableError(f"{path}: cannot be read: {error.strerror or error}") from None
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise TableError(f"{path}: changed while it was read; read it again")
    return raw
