"""A query on a connection in, or a SQLite file, a raw table out; no SQL is made up but the quoted name of a table."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from verifier.errors import InputTypeError, MissingExtra, TableError
from verifier.extras import extra
from verifier.reference.columns import CHUNK
from verifier.reference.gather import gather
from verifier.reference.raw import Progress, RawTable, shown
from verifier.reference.typed_cells import cell_text, is_number

__all__ = ["read_query", "read_sqlite"]

_PRIMARY = 0xFF  # of SQLite's error codes: what lies above says more of the same
_NAMES = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name"


def read_sqlite(
    path: Path, *, table: str | None = None, query: str | None = None, progress: Progress | None = None
) -> RawTable:
    """Return the raw table of a SQLite file, which is opened for reading only: a query, or one table of it."""
    uri = f"file:{quote(str(path))}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            names = [row[0] for row in connection.execute(_NAMES)]
            chosen = query or f"SELECT * FROM {_quoted(_table(path.name, names, table))}"
            return read_query(connection, chosen, (), path.name, progress)
    except sqlite3.Error as error:
        raise TableError(f"{path.name}: {error}; {_remedy(error)}") from None


def _remedy(error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & _PRIMARY
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return "is it a whole SQLite file? Make it again, or give it the ending of what it is, such as .csv"
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return "close the program that writes to it, and read it again"
    return "can it be read, and is it a SQLite file?"


def _table(name: str, names: Sequence[str], wanted: str | None) -> str:
    own = [table for table in names if not table.startswith("sqlite_")]
    if wanted is not None and wanted in own:
        return wanted
    if not own:
        raise TableError(f"{name}: a SQLite file without tables; is it the right one?")
    listed = ", ".join(map(shown, own[:20]))
    if wanted is not None:
        raise TableError(f"{name}: no table {shown(wanted)}; there are {listed}")
    if len(own) != 1:
        raise TableError(f"{name}: its tables are {listed}; say which: sheet='…' (--sheet), or query='SELECT …'")
    return own[0]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def read_query(
    connection: Any,
    query: str,
    parameters: Sequence[Any] | Mapping[str, Any],
    name: str,
    progress: Progress | None = None,
) -> RawTable:
    """Return the raw table of what a query gives.

    Args:
        connection: of any DB-API driver, of SQLAlchemy (or its engine), or a SQLAlchemy URL.
        query: SQL, as the database speaks it; it is run as it is.
        parameters: values for the placeholders of the query.
        name: of the table, in messages and in evidence.
        progress: is told the name and the number of rows from time to time.

    Raises:
        TableError: the database refuses the query, or it gives no rows.
    """
    try:
        if isinstance(connection, str):
            connection = extra("sqlalchemy", "sql", "a connection by URL").create_engine(connection)
        with _result(connection, query, parameters) as (headers, rows):
            lines = _chained(headers, rows)
            return gather(name, lines, header=1, text=cell_text, is_number=is_number, progress=progress)
    except (TableError, InputTypeError, MissingExtra):
        raise
    except Exception as error:
        if isinstance(error, MemoryError | RecursionError):
            raise
        message = str(error).strip().splitlines()
        raise TableError(f"{name}: the query fails: {message[0] if message else type(error).__name__}") from error


@contextmanager
def _result(connection: Any, query: str, parameters: Any) -> Iterator[tuple[list[str], Iterator[Sequence[object]]]]:
    """Give the headers and rows of a query, and close what was opened for it."""
    if type(connection).__module__.partition(".")[0] == "sqlalchemy":
        with _sqlalchemy(connection) as opened:
            text = extra("sqlalchemy", "sql", "a query by SQLAlchemy").text(query)
            result = opened.execute(text, parameters or {})
            yield list(result.keys()), _fetched(result)
        return
    if not hasattr(connection, "cursor"):
        raise InputTypeError(f"a query needs a DB-API connection or a SQLAlchemy URL, not {type(connection).__name__}")
    with closing(connection.cursor()) as cursor:
        cursor.execute(query, parameters) if parameters else cursor.execute(query)
        if cursor.description is None:
            raise TableError("the query gives no rows; write a SELECT")
        yield [column[0] for column in cursor.description], _fetched(cursor)


@contextmanager
def _sqlalchemy(connection: Any) -> Iterator[Any]:
    if hasattr(connection, "connect") and not hasattr(connection, "execute"):
        with connection.connect() as opened:
            yield opened
    else:
        yield connection


def _fetched(cursor: Any) -> Iterator[Sequence[object]]:
    while rows := cursor.fetchmany(CHUNK):
        yield from rows


def _chained(headers: list[str], rows: Iterator[Sequence[object]]) -> Iterator[Sequence[object]]:
    yield headers
    yield from rows
