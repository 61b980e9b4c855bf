"""A cell in, its number without the sign of a note behind it, and that sign, out: "4,2*", "4.2 r", "12.5 (p)"."""

import re

from verifier.reference.amount_cells import parted
from verifier.reference.dated_texts import DatedWords, read_flags
from verifier.reference.unit_cells import is_unit
from verifier.reference.unit_words import UnitWords

__all__ = ["without_note"]

_NOTED = re.compile(r"(.*[0-9]) ?(?:([*]{1,3}|[¹²³]|[^\W\d_¹²³]{1,3})\)?|\(([*]{1,3}|[^\W\d_]{1,2})\))")


def without_note(text: str, words: DatedWords, units: UnitWords) -> tuple[str, str]:
    """Part a cell from the sign of a note behind its number; a single letter in brackets is a sign, and no unit.

    >>> from verifier.reference.dated_texts import dated_words
    >>> from verifier.reference.unit_words import unit_words
    >>> [without_note(text, dated_words(), unit_words()) for text in ("4,2*", "4.2 (L)", "4.2 kg", "4.2 (kg)")]
    [('4,2', '*'), ('4.2', 'L'), ('4.2 kg', ''), ('4.2 (kg)', '')]
    """
    match = _NOTED.fullmatch(text)
    amount = parted(text) if match else None
    if match is None or amount is None:
        return text, ""
    beside, bracketed = match[2] or "", match[3] or ""
    if len(bracketed) == 1:
        return match[1], bracketed
    known = read_flags(bracketed, words) is not None if bracketed else beside in words.marks
    return (match[1], beside or bracketed) if known and not is_unit(amount[1], units) else (text, "")
