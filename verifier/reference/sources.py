"""Paths or records in, one tidy table with what was found wrong in it out."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from verifier.errors import InputTypeError, TableError
from verifier.reference.csv_reader import read_csv
from verifier.reference.findings import Finding, Problems
from verifier.reference.layout import Layout, layout_of, sidecar_of
from verifier.reference.raw import RawTable, gather
from verifier.reference.reshape import reshape
from verifier.reference.tidy import Tidy, join

__all__ = ["Source", "read_tidy", "tidy_records"]

Source = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]
Reader = Callable[[Path, Layout], RawTable]


def _read_separated(path: Path, layout: Layout) -> RawTable:
    return read_csv(path, encoding=layout.encoding, separator=layout.separator, header=layout.header)


READERS: Mapping[str, Reader] = {".csv": _read_separated, ".tsv": _read_separated, ".txt": _read_separated}


def read_tidy(source: Source, options: Mapping[str, Any]) -> tuple[Tidy, list[Finding], str | None]:
    """Return the tidy rows of all files of a source, the findings, and the language of the tables.

    Raises:
        TableError: a file cannot be read, or something in it cannot be understood.
    """
    findings: list[Finding] = []
    tables, language = [], None
    for path in _files(source):
        layout = layout_of(options, path.name, sidecar_of(path))
        language = language or layout.language
        tables.append(_tidy(_raw(path, layout), layout, findings))
    return join(tables), findings, language


def tidy_records(
    records: Sequence[Mapping[str, Any]], name: str, options: Mapping[str, Any]
) -> tuple[Tidy, list[Finding], str | None]:
    """Return the tidy rows of records in memory, the findings, and the language."""
    layout = layout_of(options, name)
    headers = list(dict.fromkeys(header for record in records for header in record))
    rows = ([_text(record.get(header)) for header in headers] for record in records)
    findings: list[Finding] = []
    tidy = _tidy(gather(name, iter([headers, *rows])), layout, findings)
    return tidy, findings, layout.language


def _text(value: Any) -> str:
    return "" if value is None else str(value)


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
        raise InputTypeError(f"a table is read from a path or a list of paths, not {type(source).__name__}")
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
        return reader(path, layout)
    except OSError as error:
        raise TableError(f"{path}: cannot be read: {error.strerror or error}") from None
