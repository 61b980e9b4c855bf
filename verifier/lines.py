"""An offset into a text in, its line and column as editors count them out."""

import re
from bisect import bisect_right

__all__ = ["Lines"]

_ENDS = re.compile(r"\r\n?|\n")


class Lines:
    """The lines of a text, which end at LF, CRLF or CR and nowhere else.

    >>> lines = Lines("satu\\r\\ndua\\rtiga")
    >>> lines.place(6), lines.place(10)
    ((2, 1), (3, 1))
    >>> lines.line(2)
    'dua'
    """

    __slots__ = ("_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(end.end() for end in _ENDS.finditer(text))]

    @property
    def count(self) -> int:
        """How many lines there are; the last has no end."""
        return len(self._starts)

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the column, both from 1, of the character at `offset`."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return the line of that number, without its end."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def start(self, number: int) -> int:
        """Return the offset at which the line of that number begins."""
        return self._starts[number - 1]
