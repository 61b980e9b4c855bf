"""An amount and its neighbours in, whether it is a part of a quoted title out: "lagu "24 Jam"", ""Satu Dunia""."""

import re
from collections.abc import Sequence

from verifier.extraction.amount import Amount
from verifier.extraction.characters import ITALICS, QUOTES
from verifier.extraction.tokens import Token, Window

__all__ = ["closes_quotation", "in_title"]

YEAR_DIGITS = 4
REACH = 6  # tokens from the number to a quotation mark
LONGEST_QUOTATION = 400  # characters
INCH = '"'  # and a quotation mark
FEET = "'’"  # and quotation marks
MOST_WORDS = 3  # of a title that has only one capital
MOST_MARKS = 4  # between a mark and the one that decides what it is
BEFORE = "([—–"  # what an opening mark may touch
WHOLE = re.compile(r'(?<!\S)"[\d.,]++\Z')  # a number alone in quotation marks
LONGEST_NUMBER = 20  # characters of it


def in_title(amount: Amount, tokens: Sequence[Token]) -> bool:
    """Say whether the amount stands in quotation marks among words that all have capitals, as titles are written.

    A price or a share is none, nor is a number alone that can be no year, nor what is written in capitals throughout.
    """
    if amount.money or amount.unit == "percent":
        return False
    if _year_alone(amount, tokens):
        return True
    first = _opening(tokens, amount.first)
    if first < 0:
        return False
    last = _closing(tokens, amount.end, QUOTES[tokens[first].key])
    if last < 0:
        return False
    words = [token for token in tokens[first + 1 : last] if token.kind in ("word", "phrase")]
    if tokens[first + 1].kind != "numeral" and not tokens[first + 1].capital:
        return False
    if last == amount.end and amount.bare and 1 < len(words) <= MOST_WORDS and not any(w.entry.roles for w in words):
        return True  # "'Gentle harvest 2'"
    named = [token for token in words if token.capital and not token.shouted and "function" not in token.entry.roles]
    return bool(named) and all(token.capital or "function" in token.entry.roles for token in words)


def _year_alone(amount: Amount, tokens: Sequence[Token]) -> bool:
    """True for the album "1989" and the novel *1984*; in {"year": "1984"} it is one."""
    if amount.end - amount.first != 1 or not 0 < amount.first < len(tokens) - 1:
        return False
    number, mark, closing = tokens[amount.number], tokens[amount.first - 1], tokens[amount.end]
    if not number.key.isdecimal() or len(number.key) != YEAR_DIGITS or number.gap or closing.gap:
        return False
    stated = amount.first > 1 and tokens[amount.first - 2].key == ":"
    return closing.key in (QUOTES.get(mark.key), ITALICS.get(mark.key)) and not stated


def closes_quotation(w: Window, position: int) -> bool:
    """Say whether the mark behind a number ends what is quoted: "It rose 1.034" he said; no inch, as in a 17" wheel.

    It does where a mark opened before it, and the next one that is surely no inch does not close.
    """
    if position >= len(w.tokens) or w.tokens[position].gap:
        return False
    if w.tokens[position].key in FEET:
        return _closes_single(w.tokens, position)
    if w.tokens[position].key != INCH:
        return False
    place = w.start(position)
    before, behind = _mark_beside(w.text, place, -1), _mark_beside(w.text, place, 1)
    return before == "opening" and behind != "closing"


def _closes_single(tokens: Sequence[Token], position: int) -> bool:
    """Say whether a single mark opened not far before, as in "inspired by 'Mario 64' and others"."""
    for here in range(position - 1, max(position - 1 - REACH, -1), -1):
        if tokens[here].key in QUOTES and QUOTES[tokens[here].key] == tokens[position].key:
            return here + 1 < position and tokens[here].gap > 0 and tokens[here + 1].gap == 0
    return False


def _mark_beside(text: str, place: int, step: int) -> str:
    """Return what the nearest mark on one side does, of those that are surely no inches: "" where there is none."""
    for _ in range(MOST_MARKS):
        begin, end = (place + 1, place + LONGEST_QUOTATION) if step > 0 else (place - LONGEST_QUOTATION, place)
        found = text.find(INCH, begin, end) if step > 0 else text.rfind(INCH, max(begin, 0), end)
        if found < 0 or "\n" in text[min(found, place) : max(found, place)]:
            return ""
        place = found
        if text[place + 1 : place + 2].strip() and (
            place == 0 or text[place - 1].isspace() or text[place - 1] in BEFORE
        ):
            return "opening"
        if not text[place - 1].isdecimal() or WHOLE.search(text, max(place - LONGEST_NUMBER, 0), place):
            return "closing"
    return ""


def _opening(tokens: Sequence[Token], position: int) -> int:
    """Return where the quotation mark stands that opens before `position`, -1 where none does."""
    if QUOTES.keys().isdisjoint([token.key for token in tokens[max(position - REACH, 0) : position]]):
        return -1
    for here in range(position - 1, max(position - 1 - REACH, -1), -1):
        opens = tokens[here].key in QUOTES and tokens[here + 1].gap == 0 and (here == 0 or tokens[here].gap > 0)
        if opens:
            return here
    return -1


def _closing(tokens: Sequence[Token], position: int, mark: str) -> int:
    """Return where `mark` closes at or behind `position`, -1 where it does not."""
    for here in range(position, min(position + REACH, len(tokens))):
        if tokens[here].key == mark and tokens[here].gap == 0:
            return here
    return -1
