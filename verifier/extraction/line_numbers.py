"""A number that begins a line in, whether it numbers what stands behind it, as in "8.4 The court", out."""

import re

from verifier.extraction.amount import Amount
from verifier.extraction.tokens import Token, Window

__all__ = ["begins_line", "numbers_line"]

LINE_START = 8  # characters that may stand before the mark of a line
SECTION = re.compile(r"[1-9]\d?(?:\.\d{1,2})?")
LONGEST_NOTE = 3  # digits
DASHES = "-–"


def begins_line(w: Window, start: int) -> bool:
    """Say whether nothing but signs of a list stands before `start` in its line."""
    line = w.text.rfind("\n", max(start - LINE_START, 0), start)
    if line < 0 and start >= LINE_START:
        return False
    return not w.text[max(line + 1, start - LINE_START, 0) : start].strip(" \t>-*")


def numbers_line(amount: Amount, w: Window) -> bool:
    """Say whether the number counts paragraphs or notes.

    So "8.4 The court", "[24.36] As part", "418/ See the report", "542) is added", "4- Open it", "3: Lock it".
    """
    tokens, key = w.tokens, w.tokens[amount.number].key
    opened = amount.first > 0 and tokens[amount.first - 1].key == "["
    if not amount.bare or amount.first - opened > 1 or not begins_line(w, w.start(amount.first - opened)):
        return False
    mark, word = (tokens[place] if place < len(tokens) else None for place in (amount.end, amount.end + 1))
    if mark is None or word is None:
        return False
    if opened:
        return mark.key == "]" and SECTION.fullmatch(key) is not None and _opens_sentence(word)
    if mark.gap:
        return not key.isdecimal() and SECTION.fullmatch(key) is not None and _opens_sentence(mark)
    if mark.key == ")" and key.isdecimal() and len(key) <= LONGEST_NOTE:
        return True
    return mark.key in ("/", ":", *DASHES) and key.isdecimal() and len(key) <= LONGEST_NOTE and _begins(word)


def _opens_sentence(token: Token) -> bool:
    """True for a word of grammar with a capital, which no number counts."""
    return _begins(token) and "function" in token.entry.roles


def _begins(token: Token) -> bool:
    return token.kind in ("word", "phrase") and token.capital and token.gap == 1
