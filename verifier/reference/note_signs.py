"""A cell or a name in, the same without the sign of a note behind it out: "4,2*", "12.5 (p)", "Jawa Barat 1)"."""

import re

from verifier.reference.amount_cells import parted
from verifier.reference.dated_texts import DatedWords, read_flags
from verifier.reference.unit_cells import is_unit
from verifier.reference.unit_words import UnitWords

__all__ = ["name_without_note", "without_note"]

_NOTED = re.compile(r"(.*[0-9]) ?(?:([*]{1,3}|[¹²³]|[^\W\d_¹²³]{1,3})\)?|\(([*]{1,3}|[^\W\d_]{1,2})\))")
_NAMED = re.compile(r"(.*[\w)]) ?(?:[*]{1,3}\)?|[¹²³⁴⁵-⁹]\)?|[0-9](?:,[0-9])*\))|(.*[\w)]) [a-z]\)")
_ENDS = tuple("*)¹²³⁴⁵⁶⁷⁸⁹")
_LONGEST = 200  # characters of a name
_MOST_NOTES = 3  # behind one name


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


def name_without_note(name: str, units: UnitWords) -> str:
    """Return the name of a measure or an entity without the signs of notes behind it.

    >>> from verifier.reference.unit_words import unit_words
    >>> [name_without_note(name, unit_words()) for name in ("ACEH 1)", "Bali**)", "Padi a)", "Luas (km²)", "jiwa/km²")]
    ['ACEH', 'Bali', 'Padi', 'Luas (km²)', 'jiwa/km²']
    """
    for _ in range(_MOST_NOTES if name.endswith(_ENDS) and len(name) <= _LONGEST else 0):
        match = _NAMED.fullmatch(name)
        closes = name.endswith(")") and name.count(")") == name.count("(")
        if match is None or closes or is_unit(name.rpartition(" ")[2].rpartition("/")[2], units):
            break
        name = match[1] or match[2]
    return name
