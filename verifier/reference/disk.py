"""A table and its index in, one file out, and back without reading the table again.

The file is only mapped into memory: it opens in an instant, several programs share it, and its rows
are read from disk when they are asked for. It is written beside its place and moved there whole, so
that a reader sees the old one or the new one. It holds what it was made from (files, their sizes and
times, options, version); another source makes another file.

    magic, length of the head, head (JSON), sections of whole numbers and texts, each at a multiple of 8
"""

import glob
import json
import mmap
import os
import secrets
import sys
from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from verifier import __version__
from verifier.errors import TableError
from verifier.reference.columns import Column, Texts
from verifier.reference.entities import Key
from verifier.reference.findings import Finding
from verifier.reference.index import Index
from verifier.reference.tidy import Tidy
from verifier.reference.unit_grammar import UnitCell

__all__ = ["Stored", "fingerprint", "load_index", "save_index"]

MAGIC = b"cekangka table 1"
_ALIGNED = 8
_FEW = 100_000  # texts that are kept as strings
_WIDTHS = {kind: array(kind).itemsize for kind in "BHIQ"}
_LARGEST_HEAD = 1 << 31
_LONG_AGO = 86_400  # seconds


@dataclass(slots=True, kw_only=True)
class Stored:
    """What an index file holds."""

    tidy: Tidy
    index: Index
    findings: list[Finding] = field(default_factory=list)
    language: str | None = None


def fingerprint(files: Sequence[Path], options: Mapping[str, Any]) -> dict[str, Any]:
    """Return what tells a source from another: its files with their sizes and times, the options, our version."""
    stats = [(path, path.stat()) for path in files if path.exists()]
    return {
        "version": __version__,
        "order": sys.byteorder,
        "files": [[str(path.resolve()), stat.st_size, stat.st_mtime_ns] for path, stat in stats],
        "options": {key: _plain(value) for key, value in sorted(options.items()) if value is not None},
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value if isinstance(value, str | int) else str(value)


def save_index(path: Path, source: Mapping[str, Any], stored: Stored) -> None:
    """Write a table and its index to `path`, all or nothing.

    Raises:
        TableError: the file cannot be written.
    """
    writer = _Writer()
    head = {"source": source, **writer.described(stored)}
    head["sections"] = writer.places
    encoded = json.dumps(head, ensure_ascii=False).encode("utf-8", "surrogatepass")
    encoded += b" " * (-(len(MAGIC) + 8 + len(encoded)) % _ALIGNED)
    try:
        _replace(path, [MAGIC, len(encoded).to_bytes(8, "little"), encoded, *writer.sections])
    except OSError as error:
        raise TableError(f"{path}: the index cannot be written: {error.strerror or error}") from None


def _replace(path: Path, parts: Sequence[Any]) -> None:
    """Write the parts beside `path`, and move the file there when it is whole and on the disk."""
    part = path.with_name(f".{path.name}.{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            for content in parts:
                file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _remove_leftovers(path)


def _remove_leftovers(path: Path) -> None:
    """Remove parts that programs left behind that were killed while writing, long before the new file."""
    before = path.stat().st_mtime - _LONG_AGO
    for part in path.parent.glob(f".{glob.escape(path.name)}.*.part"):
        with suppress(OSError):
            if part.stat().st_mtime < before:
                part.unlink()


def load_index(path: Path, source: Mapping[str, Any]) -> Stored | None:
    """Return what the file holds, None where there is none, it is broken, or it was made from something else."""
    try:
        with path.open("rb") as file:
            start = file.read(len(MAGIC) + 8)
            length = int.from_bytes(start[len(MAGIC) :], "little")
            if not start.startswith(MAGIC) or length > _LARGEST_HEAD:
                return None
            head = json.loads(file.read(length).decode("utf-8", "surrogatepass"))
            if head["source"] != json.loads(json.dumps(source)):
                return None
            mapped = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        return _Reader(mapped, len(start) + length, head).stored()
    except (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError):
        return None


class _Writer:
    """Collects the sections of a file, and describes the table by their numbers."""

    def __init__(self) -> None:
        self.sections: list[Any] = []
        self.places: list[tuple[int, int, str]] = []  # offset after the head, bytes, kind of numbers
        self.length = 0

    def described(self, stored: Stored) -> dict[str, Any]:
        tidy, index = stored.tidy, stored.index
        return {
            "language": stored.language,
            "findings": [asdict(finding) for finding in stored.findings],
            "parts": tidy.parts,
            "numbers": self._numbers(tidy.numbers),
            "columns": {name: self._column(getattr(tidy, name)) for name in _COLUMNS},
            "units": [[str(unit.scale), unit.key, unit.noun] for unit in tidy.units],
            "extras": {name: self._column(column) for name, column in tidy.extras.items()},
            "dimensions": {name: self._column(column) for name, column in tidy.dimensions.items()},
            "measures": [[key.name, key.aliases] for key in index.measures],
            "entities": [[key.name, key.aliases] for key in index.entities],
            **{name: self._numbers(getattr(index, name)) for name in ("measure_of", "entity_of", "ranks", "order")},
            "pairs": self._numbers(index.pairs),
        }

    def _column(self, column: Column) -> dict[str, Any]:
        texts = column.texts
        if not isinstance(texts, Texts):
            texts = Texts()
            texts.extend(column.texts)
        return {
            "name": column.name,
            "ids": self._numbers(column.ids),
            "store": self._section(texts.store, "B"),
            "ends": self._section(texts.ends, "Q"),
        }

    def _numbers(self, numbers: Sequence[int]) -> Any:
        """Return a range by its ends, other numbers by the number of their section."""
        if isinstance(numbers, range):
            return [numbers.start, numbers.stop]
        numbers = numbers if isinstance(numbers, array) else array("I", numbers)
        return self._section(numbers, numbers.typecode)

    def _section(self, content: Any, kind: str) -> int:
        size = len(content) * _WIDTHS[kind]
        self.places.append((self.length, size, kind))
        padding = -size % _ALIGNED
        self.sections += [content, bytes(padding)] if padding else [content]
        self.length += size + padding
        return len(self.places) - 1


_COLUMNS = ("headers", "measure", "entity", "period", "value", "unit")


class _Reader:
    """Makes tables of the sections of a mapped file."""

    def __init__(self, mapped: memoryview, start: int, head: Mapping[str, Any]) -> None:
        self.mapped, self.start, self.head = mapped, start, head
        offset, size, _ = head["sections"][-1]
        if start + offset + size > len(mapped):
            raise ValueError("the file is shorter than its head says")

    def stored(self) -> Stored:
        head = self.head
        tidy = Tidy(
            parts=[(name, first) for name, first in head["parts"]],
            numbers=self._numbers(head["numbers"]),
            units=[UnitCell(Decimal(scale), key, noun) for scale, key, noun in head["units"]],
            extras=dict(self._columns("extras")),
            dimensions=dict(self._columns("dimensions")),
            **dict(self._columns("columns")),
        )
        index = Index(
            measures=tuple(Key(name, tuple(aliases)) for name, aliases in head["measures"]),
            entities=tuple(Key(name, tuple(aliases)) for name, aliases in head["entities"]),
            **{name: self._numbers(head[name]) for name in ("measure_of", "entity_of", "ranks", "order", "pairs")},
        )
        findings = [Finding(**finding) for finding in head["findings"]]
        return Stored(tidy=tidy, index=index, findings=findings, language=head["language"])

    def _columns(self, name: str) -> Iterator[tuple[str, Column]]:
        for role, column in self.head[name].items():
            texts = Texts(self._section(column["store"]), self._section(column["ends"]))
            few = list(texts) if len(texts) <= _FEW else texts
            yield role, Column(column["name"], self._numbers(column["ids"]), few)

    def _numbers(self, numbers: Any) -> Sequence[int]:
        return range(*numbers) if isinstance(numbers, list) else self._section(numbers)

    def _section(self, number: int) -> Any:
        offset, size, kind = self.head["sections"][number]
        return self.mapped[self.start + offset : self.start + offset + size].cast(kind)
