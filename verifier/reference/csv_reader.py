"""A CSV or TSV file in, a raw table out; encoding, separator and quotation marks are found out, and reported."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TextIO

from verifier.errors import TableError
from verifier.reference.gather import gather
from verifier.reference.raw import Progress, RawTable, shown
from verifier.reference.text_encodings import find_encoding, open_text

__all__ = ["Quoting", "find_quoting", "find_separator", "read_csv"]

SEPARATORS = ",;\t|"
SAMPLE = 65_536  # bytes


def read_csv(
    path: Path,
    *,
    encoding: str | None = None,
    separator: str | None = None,
    quote: str | None = None,
    header: int | None = None,
    progress: Progress | None = None,
) -> RawTable:
    """Return the raw table of a file of separated values.

    Raises:
        TableError: the file cannot be read; the message says where and what to do.
    """
    name = path.name
    found = find_encoding(path, encoding)
    notes = found.notes
    with path.open("rb") as file:
        text = file.read(SAMPLE).decode(found.name, errors="ignore")
    quoting = find_quoting(text, quote)
    if separator is None:
        is_tabbed = path.suffix.lower() == ".tsv" and "\t" in text
        separator = "\t" if is_tabbed else find_separator(text, quoting)
        notes.insert(0, f"separator {shown(separator)}")
    notes += quoting.notes
    with open_text(path, found.name) as lines:
        rows = _rows(name, lines, separator, quoting)
        return replace(gather(name, rows, header=header, notes=notes, progress=progress), separator=separator)


@dataclass(frozen=True, slots=True)
class Quoting:
    """The mark around cells, and that before one inside a cell, where it is not doubled there."""

    mark: str = '"'
    escape: str | None = None

    @property
    def notes(self) -> list[str]:
        """What is told of it: nothing of the usual one."""
        said = [] if self.mark == '"' else [f"cells quoted by {shown(self.mark)}"]
        return said + ([f"quotation marks in cells behind {shown(self.escape)}"] if self.escape else [])

    def reader(self, lines: Iterable[str], separator: str, *, strict: bool) -> Any:
        """Return a reader of the cells of lines."""
        return csv.reader(
            lines,
            delimiter=separator,
            quotechar=self.mark,
            escapechar=self.escape,
            doublequote=self.escape is None,
            strict=strict,
        )


def find_quoting(sample: str, mark: str | None = None) -> Quoting:
    r"""Return how cells are quoted: by the declared mark, or by that which stands around whole cells.

    >>> find_quoting("'a;b';1\n'c';2\n"), find_quoting('"a \\"b\\"";1\n').escape
    (Quoting(mark="'", escape=None), '\\')
    """
    around = rf"(?:^|[{SEPARATORS}])(['\"])(?:(?!\1)[^\n])*\1(?=[{SEPARATORS}\r\n])"
    cells = Counter(re.findall(around, sample, re.MULTILINE))
    found = mark or ("'" if cells["'"] and not cells['"'] else '"')
    doubled = re.search(rf"[^{SEPARATORS}\n]{re.escape(found * 2)}[^{SEPARATORS}\r\n]", sample)
    escaped = f"\\{found}" in sample and not doubled
    return Quoting(found, "\\" if escaped else None)


def find_separator(sample: str, quoting: Quoting | None = None) -> str:
    """Return the separator that cuts the lines of a sample into the same number of cells most often.

    >>> find_separator("tahun;nilai\\n2023;4,1\\n2024;4,2\\n")
    ';'
    """
    lines = sample.splitlines()[:1000]
    if len(lines) > 1 and len(sample) >= SAMPLE // 4:
        lines = lines[:-1]  # it may be cut
    quoting = quoting or Quoting()
    return max(SEPARATORS, key=lambda separator: _evenness(lines, separator, quoting))


def _evenness(lines: list[str], separator: str, quoting: Quoting) -> tuple[float, int]:
    """Return how large a part of the lines has the same number of cells (more than one), and that number."""
    try:
        widths = [len(row) for row in quoting.reader(lines, separator, strict=False) if row]
    except csv.Error:
        return 0.0, 0
    usual = max(set(widths), key=lambda width: (widths.count(width), width)) if widths else 0
    return (widths.count(usual) / len(widths), usual) if usual > 1 else (0.0, 0)


def _rows(name: str, lines: TextIO, separator: str, quoting: Quoting) -> Iterator[list[str]]:
    """Yield the rows; an error of the format names the line on which its row begins."""
    reader = quoting.reader(lines, separator, strict=True)
    while True:
        start = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise TableError(f"{name}: line {start}: {_explained(str(error))}") from None
        yield row


def _explained(error: str) -> str:
    if "NUL" in error:
        return "a NUL character; is this a text file?"
    if "field limit" in error:
        return "a cell of more than 131,072 characters; is a quotation mark never closed?"
    if "unexpected end" in error:
        return "a quotation mark is never closed; close it, or double it inside a quoted cell"
    if "expected after" in error:
        return "text follows a closing quotation mark; double the marks inside a quoted cell"
    return error
