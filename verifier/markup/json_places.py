"""A JSON text in, its values out, in which each string knows where its characters stand in the text."""

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from json import JSONDecoder
from typing import Any

from verifier.markup.prose import Piece

__all__ = ["Passage", "PlacedString", "read_placed"]

_SCANNER: Any = import_module("json.scanner")
_DECODER: Any = import_module("json.decoder")
_CHARACTER = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|.", re.DOTALL
)


class PlacedString(str):
    """A string of a JSON text, which stands between `start` and `end` there, without its quotes."""

    start: int
    end: int


class _Decoder(JSONDecoder):
    """The decoder of the standard library, written in Python, which asks for each string."""

    def __init__(self) -> None:
        super().__init__()
        self.parse_string = _placed
        self.scan_once = _SCANNER.py_make_scanner(self)


def _placed(text: str, start: int, strict: bool) -> tuple[PlacedString, int]:
    value, end = _DECODER.scanstring(text, start, strict)
    placed = PlacedString(value)
    placed.start, placed.end = start, end - 1
    return placed, end


def read_placed(text: str) -> Any:
    r"""Return the value that a JSON text is.

    >>> value = read_placed('{"a": ["b\\n", 5]}')
    >>> value, value["a"][0].start, value["a"][0].end
    ({'a': ['b\n', 5]}, 8, 11)

    Raises:
        ValueError: it is no JSON.
        RecursionError: it is nested too deeply.
    """
    return _Decoder().decode(text)


class Passage:
    r"""Strings of a JSON text that make one text, such as the lines of a cell.

    >>> source = '["a\\n", "\\u00e9b"]'
    >>> passage = Passage(source, read_placed(source))
    >>> passage.text, [(piece.start, piece.end, piece.said) for piece in passage.pieces(Piece(0, 4))]
    ('a\néb', [(2, 3, None), (3, 5, '\n'), (9, 15, 'é'), (15, 16, None)])
    """

    def __init__(self, source: str, strings: Iterable[PlacedString]) -> None:
        self.text = "".join(strings := list(strings))
        self._source = source
        self._starts: list[int] = []
        self._ends: list[int] = []
        for string in strings:
            for found in _CHARACTER.finditer(source, string.start, string.end):
                self._starts.append(found.start())
                self._ends.append(found.end())

    def pieces(self, piece: Piece, *, made: bool = False) -> Iterator[Piece]:
        """Yield what a piece of the text is in the JSON text, cut at its escapes."""
        start, end = piece.start, piece.end
        if piece.said is not None:
            first = self._starts[start] if start < len(self._starts) else self.end
            yield Piece(first, self._ends[end - 1] if end > start else first, piece.said, piece.repeated, made)
            return
        while start < end:
            stop = start + 1
            if self._ends[start] - self._starts[start] > 1:
                yield Piece(self._starts[start], self._ends[start], self.text[start], piece.repeated, made)
            else:
                while (
                    stop < end
                    and self._starts[stop] == self._ends[stop - 1]
                    and self._ends[stop] - self._starts[stop] == 1
                ):
                    stop += 1
                yield Piece(self._starts[start], self._ends[stop - 1], None, piece.repeated, made)
            start = stop

    @property
    def start(self) -> int:
        """Where the first character stands."""
        return self._starts[0] if self._starts else 0

    @property
    def end(self) -> int:
        """Where the last character ends."""
        return self._ends[-1] if self._ends else 0
