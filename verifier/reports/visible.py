"""Text from anywhere in, text that is safe to show on a terminal out."""

import os
import shutil
import unicodedata
from collections.abc import Mapping
from typing import TextIO

__all__ = ["Paint", "columns", "cut", "visible", "wants_colour", "width"]

_JOINERS = "\u200c\u200d"  # letters and emoji are written with them
_COLOURS = {"red": "31", "green": "32", "yellow": "33", "bold": "1", "faint": "2"}


def visible(text: str) -> str:
    r"""Return `text` on one line, with everything that a terminal would obey or hide written out.

    >>> visible("a\x1b[31mb\u202ec\td")
    'a\\x1b[31mb\\u202ec d'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    if character.isspace() and character not in "\x1c\x1d\x1e\x1f\x85":
        return " "
    return (
        character.encode("ascii", "backslashreplace").decode() if ord(character) > 0x7F else f"\\x{ord(character):02x}"
    )


def width(text: str) -> int:
    """Return how many columns `text` takes on a terminal.

    >>> width("4,1"), width("東京")
    (3, 4)
    """
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or character in _JOINERS:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cut(text: str, longest: int) -> str:
    """Return `text`, or its beginning and an ellipsis where it has more than `longest` characters.

    >>> cut("hampir dua kali lipat", 12)
    'hampir dua…'
    """
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


class Paint:
    """Colours a word, or leaves it as it is.

    >>> Paint(False)("refuted", "red")
    'refuted'
    """

    __slots__ = ("_on",)

    def __init__(self, on: bool) -> None:
        self._on = on

    def __call__(self, text: str, colour: str) -> str:
        return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m" if self._on else text


def wants_colour(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether `stream` is to be coloured: NO_COLOR, then FORCE_COLOR, then whether it is a terminal."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def columns(stream: TextIO) -> int:
    """Return how wide to write: the terminal's width, or 100 where there is none."""
    return shutil.get_terminal_size((100, 24)).columns if stream.isatty() else 100
