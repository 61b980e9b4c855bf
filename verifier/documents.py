"""A file in, its text with language and date out.

A document is decoded strictly, a byte order mark at its start is left out, and nothing else is
changed: all offsets count the characters that an editor shows.
"""

import codecs
import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from verifier.errors import InputError, InputTypeError

__all__ = ["Document", "open_document", "read_document"]

LARGEST = 100 * 2**20  # bytes
STANDARD_INPUT = "-"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (  # how a file begins, what it is
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text with the name of its file, and the language and date that it states of itself.

    `reference_date` is EDTF: the day, month or year from which "kemarin" and "Juni" are counted.
    """

    name: str
    text: str
    language: str | None = None
    reference_date: str | None = None


def read_document(path: str | Path, *, encoding: str = "utf-8") -> Document:
    r"""Return the document in the file `path`, or on standard input where `path` is "-".

    Raises:
        InputError: there is no such file, it is no regular file, it is too large, it holds no text,
            or its bytes are not of that encoding; the message says which, and what to do.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "a.txt")
    ...     _ = file.write_bytes(b"\xef\xbb\xbfNaik 3 persen.\r\n")
    ...     read_document(file).text
    'Naik 3 persen.\r\n'
    """
    if not isinstance(path, str | Path):
        raise InputTypeError(f"a document is named by its path, not by {type(path).__name__}")
    with open_document(path) as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise InputError(f"{path}: has more than {LARGEST} bytes, which a document may have; split it")
    return Document(name=str(path), text=decode(data, name=str(path), encoding=encoding))


@contextlib.contextmanager
def open_document(path: str | Path) -> Iterator[BinaryIO]:
    """Open the bytes of a regular file, or of standard input where `path` is "-"."""
    if str(path) == STANDARD_INPUT:
        yield sys.stdin.buffer
        return
    try:
        problem = _problem(os.stat(path))
        file = None if problem else open(path, "rb")  # noqa: SIM115, closed by the `with` below
    except FileNotFoundError:
        problem = "there is no such file"
    except PermissionError:
        problem = "may not be read; check its permissions"
    except (OSError, ValueError) as error:  # a loop of links, a name that no file can have
        problem = f"cannot be read: {getattr(error, 'strerror', None) or error}"
    if problem or file is None:
        raise InputError(f"{path}: {problem}")
    with file:
        yield file


def _problem(status: os.stat_result) -> str:
    if stat.S_ISDIR(status.st_mode):
        return "is a folder; name the files in it"
    if not stat.S_ISREG(status.st_mode):
        return "is not a regular file; give its content on standard input as '-'"
    return ""


def decode(data: bytes, *, name: str, encoding: str = "utf-8") -> str:
    """Return the text of `data`; a byte order mark at its start wins over `encoding` and is left out.

    >>> decode("Harga €5".encode("utf-16"), name="a.txt")
    'Harga €5'
    """
    for start, what in _BINARY:
        if data.startswith(start):
            raise InputError(f"{name}: is {what}, not a text; save it as plain text, Markdown or HTML")
    skipped = 0
    for mark, marked in _MARKS:
        if data.startswith(mark):
            skipped, encoding = len(mark), marked
            break
    try:
        text = data[skipped:].decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start + skipped
        byte = f"byte {at} (0x{data[at]:02x})"
        raise InputError(f"{name}: {byte} is not {encoding}; name its encoding, such as --encoding cp1252") from None
    except (LookupError, UnicodeError):
        raise InputError(f"unknown encoding {encoding!r}: known are utf-8, utf-16, cp1252, latin-1 …") from None
    if "\0" in text:
        raise InputError(f"{name}: holds a NUL character at {text.index(chr(0))}, so it is no text; save it as UTF-8")
    return text
