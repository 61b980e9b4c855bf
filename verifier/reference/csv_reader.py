"""A CSV or TSV file in, a raw table out; separator and encoding are found out, and reported."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from verifier.errors import TableError
from verifier.reference.gather import gather
from verifier.reference.raw import Progress, RawTable, shown

__all__ = ["decode_error", "find_separator", "read_csv", "text_encoding"]

SEPARATORS = ",;\t|"
SAMPLE = 65_536  # bytes
_NOT_TEXT = {
    b"PK\x03\x04": "a workbook or a ZIP archive",
    b"\x1f\x8b": "packed by gzip",
    b"\xd0\xcf\x11\xe0": "an old workbook",
    b"PAR1": "a Parquet file",
    b"SQLite format 3\0": "a SQLite file",
    b"%PDF-": "a PDF",
}
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_csv(
    path: Path,
    *,
    encoding: str,
    separator: str | None = None,
    header: int | None = None,
    progress: Progress | None = None,
) -> RawTable:
    """Return the raw table of a file of separated values.

    Raises:
        TableError: the file cannot be read; the message says where and what to do.
    """
    name = path.name
    with path.open("rb") as file:
        sample = file.read(SAMPLE)
    encoding = text_encoding(name, sample, encoding)
    notes = [] if encoding == "utf-8" else [f"encoding {encoding}"]
    try:
        if separator is None:
            text = sample.decode(encoding, errors="ignore")
            separator = "\t" if path.suffix.lower() == ".tsv" and "\t" in text else find_separator(text)
            notes.insert(0, f"separator {shown(separator)}")
        with path.open(encoding=encoding, newline="") as lines:
            return gather(name, _rows(name, lines, separator), header=header, notes=notes, progress=progress)
    except UnicodeDecodeError:
        raise decode_error(path, encoding) from None
    except LookupError:
        raise TableError(f"{name}: unknown encoding {shown(encoding)}; use utf-8, utf-16, cp1252 or latin-1") from None


def text_encoding(name: str, sample: bytes, declared: str) -> str:
    """Return the encoding that a byte order mark proves, else the declared one.

    Raises:
        TableError: the file begins as one of another kind does.

    >>> text_encoding("t.csv", b"\\xef\\xbb\\xbfmeasure", "utf-8")
    'utf-8-sig'
    """
    what = next((what for mark, what in _NOT_TEXT.items() if sample.startswith(mark)), None)
    if what is not None:
        raise TableError(f"{name}: {what}, not text; give the file the ending of its kind, unpack it or save it as CSV")
    return next((encoding for mark, encoding in _BOMS if sample.startswith(mark)), declared)


def decode_error(path: Path, encoding: str) -> TableError:
    """Return the error for a file in another encoding, with the place of its first wrong byte."""
    try:
        path.read_bytes().decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.upper().removesuffix("-SIG")
        return TableError(
            f"{path.name}: not {name} at byte {error.start}; save the file as UTF-8, "
            f"or say its encoding: encoding='cp1252' (--table-encoding cp1252)"
        )
    return TableError(f"{path.name}: the file changed while it was read")


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


def _rows(name: str, lines: io.TextIOWrapper, separator: str) -> Iterator[list[str]]:
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
