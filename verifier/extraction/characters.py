"""The classes of characters that the patterns of extraction are written with."""

import re

__all__ = ["ITALICS", "OTHER_DIGIT", "QUOTES", "TITLE_MARKS", "UP_TO_2", "UP_TO_5", "WORD", "WORDS", "is_letter"]

QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»", "‘": "’", "'": "'"}  # what opens, and what closes it
ITALICS = {"*": "*", "_": "_"}
TITLE_MARKS = frozenset({*QUOTES, *ITALICS})  # one of these opens a title

# Plain ranges, since a class of ranges is three times as fast as one of categories: the decimal digits of all scripts
# in use, and the letters (with their marks) between them; superscripts, fractions and circled numbers are neither.
OTHER_ZEROS = (
    "\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0e50\u0ed0\u0f20\u1040\u17e0\u1810\uff10"
    "\U0001d7ce\U0001d7d8\U0001d7e2\U0001d7ec\U0001d7f6"  # mathematical: bold, double-struck and others
)


def _digits(zeros: str, highest: int) -> str:
    return f"[{''.join(f'{zero}-{chr(ord(zero) + highest)}' for zero in zeros)}]"


OTHER_DIGIT = _digits(OTHER_ZEROS, 9)
UP_TO_2, UP_TO_5 = _digits("0" + OTHER_ZEROS, 2), _digits("0" + OTHER_ZEROS, 5)  # of an hour's tens, a minute's
LETTERS = (
    "A-Z", "a-z", "ª", "µ", "º", "À-Ö", "Ø-ö", "ø-ˁ", "ˆ-ˑ", "ˠ-ˤ", "\u0300-\u065f", "\u066a-\u06ef",
    "\u06fa-\u07bf", "\u07ca-\u0965", "\u0970-\u09e5", "\u09f0-\u0a65", "\u0a70-\u0ae5", "\u0af0-\u0b65",
    "\u0b70-\u0be5", "\u0bf0-\u0c65", "\u0c70-\u0ce5", "\u0cf0-\u0d65", "\u0d70-\u0e4f", "\u0e5a-\u0ecf",
    "\u0eda-\u0f1f", "\u0f2a-\u103f", "\u104a-\u17df", "\u17ea-\u180f", "\u181a-\u1fff", "\u2c00-\u2dff",
    "\u3005-\u3006", "\u3040-\ud7ff", "\uf900-\ufdff", "\ufe70-\ufefc", "\uff21-\uff3a", "\uff41-\uff5a",
    "\uff66-\uffdc", "\U00010000-\U0001d7cd", "\U0001e000-\U0001efff", "\U00020000-\U000e0fff",
)  # fmt: skip
WORD = f"[{''.join(LETTERS)}]"
WORDS = re.compile(f"{WORD}++")  # once for all, since it takes long to compile


def is_letter(character: str) -> bool:
    """Return whether words are written with a character: a letter of any script, or a mark on one."""
    if character.isascii():
        return character.isalpha()
    return any(letters[0] <= character <= letters[-1] for letters in LETTERS)
