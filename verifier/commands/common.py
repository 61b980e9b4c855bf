"""What several commands share: the options for reading documents, and where the output goes."""

import argparse
import contextlib
import datetime
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from verifier.documents import read_day
from verifier.errors import InputError

__all__ = ["add_reading_options", "output", "reference_date"]


def add_reading_options(parser: argparse.ArgumentParser) -> None:
    """Add the documents, and how they are to be read."""
    parser.add_argument(
        "documents", nargs="+", metavar="FILE", help="a text, Markdown or HTML file; - is standard input"
    )
    parser.add_argument(
        "--language", metavar="CODE", help="such as id or en; else what the document says, else what it looks like"
    )
    parser.add_argument(
        "--reference-date",
        metavar="DATE",
        help="what 'yesterday' and 'in June' are counted from, as 2024-10-14 or today; else the document's own",
    )
    parser.add_argument("--encoding", default="utf-8", help="of the documents (default: utf-8)")
    parser.add_argument("--output", metavar="PATH", help="write there instead of to standard output")


def reference_date(given: str | None) -> str | None:
    """Return the date given on the command line, checked; "today" is the one use of the clock."""
    if given == "today":
        return datetime.date.today().isoformat()
    return None if given is None else read_day(given, option="--reference-date")


@contextlib.contextmanager
def output(path: str | None) -> Iterator[TextIO]:
    """Yield where to write; a file appears, or is replaced, only when all of it has been written."""
    if path is None:
        yield sys.stdout
        return
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise InputError(f"{path}: is a folder; name a file to write to")
    if target.exists() and not target.is_file():  # a device, a pipe
        with target.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            yield file
        return
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from None
    try:
        with open(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, target.stat().st_mode if target.exists() else 0o666 & ~_umask())
        os.replace(name, target)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from None
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
