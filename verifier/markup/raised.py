"""What stands raised in, what it says there out: a power, letters, or nothing where it marks a note."""

import re
from dataclasses import replace

from verifier.markup.prose import Piece

__all__ = ["Raising"]

POWERS = frozenset(("2", "3", "-1", "−1", "-2", "−2"))  # of a unit
LONGEST_BEFORE = 4  # characters that tell what is raised
_SYMBOL = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,2}$")  # "km", "m", "s", but neither "ton" nor "juta"
_TEN = re.compile(r"(?<!\d)10$")
_EXPONENT = re.compile(r"[-−+]?\d{1,2}")
_AS_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


class Raising:
    """Follows the pieces of a text, and changes those that stand raised.

    "5 km<sup>2</sup>" is 5 km2, "10<sup>6</sup>" is 10⁶ and no 106, letters as in "5<sup>th</sup>" stay,
    and anything else, as in "12<sup>1</sup>" or behind "juta", is the mark of a note.

    >>> raising = Raising("12 3")
    >>> raising.piece(Piece(0, 2))
    Piece(start=0, end=2, said=None, repeated=False, made=False)
    >>> raising.begin("3")
    >>> raising.piece(Piece(3, 4))
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._before = ""
        self._is_note = self._is_power = False

    def begin(self, text: str, *, linked: bool = False) -> None:
        """Say that what follows is raised: its text, and whether it leads somewhere, as the marks of notes do."""
        text = text.strip()
        of_unit = text in POWERS and _SYMBOL.search(self._before)
        self._is_power = not linked and bool(_TEN.search(self._before) and _EXPONENT.fullmatch(text))
        self._is_note = linked or not (text.isalpha() or of_unit or self._is_power)

    def end(self) -> None:
        """Say that it stands on the line again."""
        self._is_note = self._is_power = False

    def apart(self) -> None:
        """Say that a new block begins."""
        self._before = ""

    def piece(self, piece: Piece) -> Piece | None:
        """Return a piece as it is to be read, None where it is the mark of a note."""
        if self._is_note:
            return None
        said = self._source[piece.start : piece.end] if piece.said is None else piece.said
        if self._is_power:
            piece = replace(piece, said=said.translate(_AS_RAISED))
        self._before = (self._before + said)[-LONGEST_BEFORE:]
        return piece
