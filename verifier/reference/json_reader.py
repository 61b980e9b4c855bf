"""JSON Lines in, or one JSON array of objects, a raw table out; numbers keep the digits they were written with."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

from verifier.errors import TableError
from verifier.reference.columns import CHUNK
from verifier.reference.gather import Collected, finish
from verifier.reference.raw import LONGEST_CELL, MOST_COLUMNS, Progress, RawTable, shown
from verifier.reference.text_encodings import find_encoding, open_text
from verifier.reference.typed_cells import cell_text, is_number

__all__ = ["raw_from_records", "read_json", "read_json_lines"]

_MANY_KEYS = 500  # beyond, records that share few of them would fill up the memory with blank cells
_MOST_CELLS = 50_000_000


def read_json_lines(path: Path, encoding: str | None = None, progress: Progress | None = None) -> RawTable:
    """Return the raw table of a file with one JSON object a line; empty lines are no rows."""
    found = find_encoding(path, encoding)
    with open_text(path, found.name) as lines:
        return raw_from_records(path.name, _records(path.name, lines), progress, notes=found.notes)


def read_json(path: Path, encoding: str | None = None) -> RawTable:
    """Return the raw table of a file that is one JSON array of objects, or an object in which just one key has such."""
    found = find_encoding(path, encoding)
    with open_text(path, found.name) as file:
        said = _loaded(path.name, file.read(), "")
    named = [(key, value) for key, value in said.items() if value] if isinstance(said, dict) else [("", said)]
    arrays = [(key, value) for key, value in named if _is_records(value)]
    if len(arrays) != 1:
        keys = ", ".join(shown(key) for key, _ in arrays)
        kind = f"{len(arrays)} arrays of objects, in {keys}" if arrays else "not an array of objects"
        raise TableError(f"{path.name}: {kind}; write [{{…}}, …], or one object a line in a .jsonl file")
    [(key, records)] = arrays
    notes = [*found.notes, *([f"rows in {shown(key)}"] if key else [])]
    return raw_from_records(path.name, records, notes=notes)


def _is_records(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(record, dict) for record in value)


def raw_from_records(
    name: str,
    records: Iterable[Mapping[str, Any]],
    progress: Progress | None = None,
    *,
    notes: Sequence[str] = (),
) -> RawTable:
    """Return the raw table of records; a key that a record does not have is a blank cell.

    >>> raw_from_records("r", [{"measure": "GDP"}, {"measure": "CPI", "value": 5}]).headers
    ('measure', 'value')
    """
    columns: dict[str, Collected] = {}
    count, records = 0, iter(records)
    while chunk := list(enumerate(islice(records, CHUNK), count + 1)):
        for number, record in chunk:
            if not columns.keys() >= record.keys():
                _add_columns(name, number, record, columns, count)
        for key, column in columns.items():
            column.add(name, [record.get(key) for _, record in chunk], chunk)
        count += len(chunk)
        if progress:
            progress(name, count)
    if not columns:
        raise TableError(f"{name}: the table is empty")
    headers = [" ".join(key.split()) for key in columns]
    return finish(name, headers, list(columns.values()), range(1, count + 1), notes)


def _add_columns(name: str, number: int, record: Mapping[str, Any], columns: dict[str, Collected], before: int) -> None:
    """Begin a column for each new key; the rows before have blank cells in it."""
    for key in record:
        if str(key) not in columns:
            column = columns[str(key)] = Collected(cell_text, is_number)
            column.pad(before)
    if len(columns) > MOST_COLUMNS or (len(columns) > _MANY_KEYS and number * len(columns) > _MOST_CELLS):
        raise TableError(f"{name}: row {number}: {len(columns):,} different keys; give all records the same ones")


def _records(name: str, lines: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if len(line) > 16 * LONGEST_CELL:
            raise TableError(f"{name}: line {number} has more than {16 * LONGEST_CELL:,} characters")
        record = _loaded(name, line, f"line {number}: ")
        if not isinstance(record, dict):
            raise TableError(
                f"{name}: line {number}: not a JSON object: {shown(line.strip())}; write one object a line"
            )
        yield record


def _loaded(name: str, text: str, where: str) -> Any:
    """Return what JSON text says; numbers keep their digits, a key that stands twice is refused."""
    try:
        return json.loads(
            text,
            parse_float=Decimal,
            parse_int=Decimal,
            parse_constant=_refused,
            object_pairs_hook=_unique,
        )
    except json.JSONDecodeError as error:
        place = where or f"line {error.lineno}: "
        raise TableError(f"{name}: {place}{error.msg} at column {error.colno}") from None
    except RecursionError:
        raise TableError(f"{name}: {where}nested too deeply") from None
    except ValueError as error:
        raise TableError(f"{name}: {where}{error}") from None


def _refused(constant: str) -> Any:
    raise ValueError(f"{constant} is no JSON; write null where a value is missing")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"the key {shown(twice)} stands twice")
    return record
