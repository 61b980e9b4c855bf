"""Rows read so far in, one line on a terminal that tells them out; gone at the end."""

import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import TextIO

from verifier.reports.visible import columns, cut, visible, width

__all__ = ["loading"]

COUNT = 32  # columns that the line takes beside the name
LARGE = 50_000  # rows; a smaller table is there before anybody has read the line


@contextlib.contextmanager
def loading(
    stream: TextIO | None = None, environment: Mapping[str, str] = os.environ
) -> Iterator[Callable[[str, int], None] | None]:
    """Yield what `ReferenceTable.read` is to tell its progress to: a line on `stream` while a large table is read.

    Nothing is yielded, and nothing written, where `stream` (standard error) is no terminal, or one that
    cannot go back to the start of a line. The line is plain text, without colours.
    """
    out = sys.stderr if stream is None else stream
    if not out.isatty() or environment.get("TERM") == "dumb":
        yield None
        return
    line = _Line(out)
    try:
        yield line.tell
    finally:
        line.clear()


class _Line:
    def __init__(self, out: TextIO) -> None:
        self._out, self._width = out, 0

    def tell(self, name: str, rows: int) -> None:
        """Write over the line how many rows of a table have been read."""
        if rows >= LARGE:
            space = columns(self._out) - COUNT
            shown = cut(visible(name), space if name.isascii() else space // 2)
            self._write(f"reading {shown}: {f'{rows:,}'.replace(',', ' ')} rows")

    def clear(self) -> None:
        """Leave the line as it was found."""
        if self._width:
            self._write("")

    def _write(self, text: str) -> None:
        with contextlib.suppress(OSError):  # a terminal that is gone stops no work
            self._out.write("\r" + text + " " * (self._width - width(text)) + "\r")
            self._out.flush()
        self._width = width(text)
