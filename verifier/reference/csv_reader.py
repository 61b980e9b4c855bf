"""A CSV or TSV file in, a raw table out; separator and encoding are found out, and reported."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from verifier.errors import TableError
from verifier.reference.gather import gather
from verifier.reference.raw import Progress, RawTable, shown
from verifier.reference.text_encodings import find_encoding, open_text

__all__ = ["find_separator", "read_csv"]

SEPARATORS = ",;\t|"
SAMPLE = 65_536  # bytes


def read_csv(
    path: Path,
    *,
    encoding: str | None = None,
    separator: str | None = None,
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
    if separator is None:
        with path.open("rb") as file:
            text = file.read(SAMPLE).decode(found.name, errors="ignore")
        separator = "\t" if path.suffix.lower() == ".tsv" and "\t" in text else find_separator(text)
        notes.insert(0, f"separator {shown(separator)}")
    with open_text(path, found.name) as lines:
        return gather(name, _rows(name, lines, separator), header=header, notes=notes, progress=progress)


def find_separator(sample: str) -> str:
    """Return the separator that cuts the lines of a sample into the same number of cells most often.

    >>> find_separator("tahun;nilai\\n2023;4,1\\n2024;4,2\\n")
    ';'
    """
    lines = sample.splitlines()[:1000]
    if len(lines) > 1 and len(sample) >= SAMPLE // 4:
        lines = lines[:-1]  # it may be cut
    return max(SEPARATORS, key=lambda separator: _evenness(lines, separator))


def _evenness(lines: list[str], separator: str) -> tuple[float, int]:
    """Return how large a part of the lines has the same number of cells (more than one), and that number."""
    try:
        widths = [len(row) for row in csv.reader(lines, delimiter=separator) if row]
    except csv.Error:
        return 0.0, 0
    usual = max(set(widths), key=lambda width: (widths.count(width), width)) if widths else 0
    return (widths.count(usual) / len(widths), usual) if usual > 1 else (0.0, 0)


def _rows(name: str, lines: TextIO, separator: str) -> Iterator[list[str]]:
    """Yield the rows; an error of the format names the line on which its row begins."""
    reader = csv.reader(lines, delimiter=separator, strict=True)
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
