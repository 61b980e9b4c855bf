"""Paths, frames, records or a query in, one tidy table with what was found in it out."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from verifier.errors import InputTypeError, TableError
from verifier.reference import packages
from verifier.reference.alias_files import read_aliases
from verifier.reference.arrow_reader import read_parquet
from verifier.reference.csv_reader import read_csv
from verifier.reference.findings import Finding, Problems, unusable
from verifier.reference.frame_reader import is_frame, read_frame
from verifier.reference.json_reader import raw_from_records, read_json, read_json_lines
from verifier.reference.layout import Layout, layout_of, sidecar_of
from verifier.reference.raw import Progress, RawTable
from verifier.reference.reshape import reshape
from verifier.reference.sql_reader import read_query, read_sqlite
from verifier.reference.tidy import Tidy, join
from verifier.reference.xlsx_reader import read_xlsx

__all__ = ["Loaded", "Loader", "Source", "watched_files"]

Source = Any  # a path, several paths, a folder, or a frame of pandas, Polars or Arrow
Reader = Callable[[Path, Layout, Progress | None], RawTable]


def _separated(path: Path, layout: Layout, progress: Progress | None) -> RawTable:
    return read_csv(
        path,
        encoding=layout.encoding,
        separator=layout.separator,
        quote=layout.quote,
        header=layout.header,
        progress=progress,
    )


def _workbook(path: Path, layout: Layout, progress: Progress | None) -> RawTable:
    return read_xlsx(path, sheet=layout.sheet, header=layout.header, progress=progress)


def _database(path: Path, layout: Layout, progress: Progress | None) -> RawTable:
    return read_sqlite(path, table=layout.sheet, query=layout.query, progress=progress)


_TABLES: Mapping[str, Reader] = {
    ".csv": _separated,
    ".tsv": _separated,
    ".jsonl": lambda path, layout, progress: read_json_lines(path, layout.encoding, progress),
    ".ndjson": lambda path, layout, progress: read_json_lines(path, layout.encoding, progress),
    ".json": lambda path, layout, _: read_json(path, layout.encoding),
    ".xlsx": _workbook,
    ".xlsm": _workbook,
    ".parquet": lambda path, _, progress: read_parquet(path, progress),
    ".sqlite": _database,
    ".sqlite3": _database,
    ".db": _database,
}
_OTHERS = dict.fromkeys((".gz", ".zip", ".bz2", ".xz", ".7z"), "unpack it")
_OTHERS |= dict.fromkeys((".xls", ".xlsb", ".ods"), "save it as XLSX or CSV")
_NO_TABLES = (".schema.json", ".resource.json")
READERS: Mapping[str, Reader] = {**_TABLES, ".txt": _separated}  # in a folder a .txt is an article, not a table


@dataclass(slots=True)
class Loaded:
    """What was read: tidy rows, findings, the language of the tables, and other names from alias files."""

    tables: list[Tidy] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    language: str | None = None
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def tidy(self) -> Tidy:
        """The rows of all tables."""
        return join(self.tables)


class Loader:
    """Reads tables one after the other; `strict` raises the first error, else all are kept as findings."""

    def __init__(self, options: Mapping[str, Any], *, strict: bool = True, progress: Progress | None = None) -> None:
        self.options, self.strict, self.progress = options, strict, progress
        self.loaded = Loaded()

    def read(self, source: Source) -> Loaded:
        """Read a frame in memory, a file, several files or a folder of them.

        Raises:
            TableError: a table cannot be read, or something in it cannot be understood.
        """
        if is_frame(source):
            return self.raw(read_frame(source, "frame"))
        for path in _files(source):
            try:
                sidecar = sidecar_of(path, packages.with_package(path))
                layout = layout_of(self.options, path.name, sidecar)
                self._add(
                    _raw(path, layout, self.progress),
                    layout,
                    path.parent if sidecar.aliases == layout.aliases else Path(),
                )
            except TableError as error:
                if self.strict:
                    raise
                self.loaded.findings.append(unusable(path.name, error))
        return self.loaded

    def raw(self, raw: RawTable) -> Loaded:
        """Read one raw table."""
        self._add(raw, layout_of(self.options, raw.name), Path())
        return self.loaded

    def records(self, records: Sequence[Mapping[str, Any]], name: str) -> Loaded:
        """Read records in memory."""
        if not all(isinstance(record, Mapping) for record in records):
            raise InputTypeError("records are dictionaries, one for each row")
        return self.raw(raw_from_records(name, records))

    def query(self, connection: Any, query: str, parameters: Any, name: str) -> Loaded:
        """Read what a query gives."""
        return self.raw(read_query(connection, query, parameters, name))

    def _add(self, raw: RawTable, layout: Layout, folder: Path) -> None:
        problems = Problems(raw.name)
        tidy = reshape(raw, layout, problems)
        if self.strict:
            problems.raise_first()
        self.loaded.findings += problems.findings
        self.loaded.tables.append(tidy)
        self.loaded.language = self.loaded.language or layout.language
        if layout.aliases:
            for name, others in read_aliases(folder / layout.aliases).items():
                known = self.loaded.aliases.get(name, ())
                self.loaded.aliases[name] = tuple(dict.fromkeys((*known, *others)))


def _files(source: Source) -> list[Path]:
    """Return the files of a source; those of a folder by name."""
    if isinstance(source, str | os.PathLike):
        path = Path(source)
        if path.name == packages.NAME and path.is_file():
            return packages.packaged_files(path)
        if not path.is_dir():
            return [path]
        files = sorted(file for file in path.iterdir() if file.suffix.lower() in _TABLES and _is_table(file))
        if not files:
            raise TableError(f"{path}: no tables in this folder; known are {', '.join(_TABLES)}")
        return files
    if isinstance(source, Mapping):
        raise InputTypeError("a dictionary is no table; ReferenceTable.from_records([{…}, …]) reads rows in memory")
    if not isinstance(source, Iterable):
        raise InputTypeError(f"a table is read from a path, a list of paths or a frame, not {type(source).__name__}")
    files = [file for part in source for file in _files(part)]
    if not files:
        raise TableError("no reference table: the list of paths is empty")
    return files


def _is_table(file: Path) -> bool:
    """Return whether a file in a folder is a table, by its name: no package, schema, or what a program keeps open."""
    name = file.name.lower()
    return not name.startswith((".", "~$")) and name != packages.NAME and not name.endswith(_NO_TABLES)


def watched_files(source: Source, options: Mapping[str, Any]) -> list[Path]:
    """Return all files that say something about a source: its tables, their sidecars and alias files.

    Raises:
        InputTypeError: the source is no file.
    """
    if is_frame(source):
        raise InputTypeError("an index is made of files, not of a table in memory")
    files = _files(source)
    aliases = options.get("aliases")
    watched = [Path(aliases)] if aliases else []
    for file in files:
        own, package = sidecar_of(file).aliases, packages.package_of(file)
        watched += [file, file.with_suffix(".claims.toml")] + ([file.parent / own] if own else [])
        watched += [package] if package else []
    return list(dict.fromkeys(watched))


def _raw(path: Path, layout: Layout, progress: Progress | None) -> RawTable:
    reader = READERS.get(path.suffix.lower())
    if not path.exists():
        raise TableError(f"{path}: no such file")
    if path.is_dir():
        raise TableError(f"{path}: a folder, not a file")
    if reader is None:
        remedy = _OTHERS.get(path.suffix.lower(), f"known are {', '.join(READERS)}")
        raise TableError(f"{path}: a table with the ending {path.suffix!r} is not known; {remedy}")
    try:
        before = path.stat()
        raw = reader(path, layout, progress)
        after = path.stat()
    except OSError as error:
        raise TableError(f"{path}: cannot be read: {error.strerror or error}") from None
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise TableError(f"{path}: changed while it was read; read it again")
    return raw
