"""Amounts in, the same amounts out with the unit that a word before them implies: "suhu 34 derajat" is in Celsius."""

import re
from collections.abc import Sequence

from verifier.extraction.amount import Amount
from verifier.extraction.characters import WORD
from verifier.extraction.tokens import Window

__all__ = ["imply_units", "words_before"]

REACH = 60  # characters between the word and the number, more than a window holds
WORDS = re.compile(rf"{WORD}+")
END = re.compile(r"[.?!;]\s|\n\s*\n")


def imply_units(amounts: Sequence[Amount], window: Window) -> None:
    """Settle each word that stands for several units by the word for what is measured."""
    if not window.lexicon.cues:
        return
    ambiguous = window.lexicon.pack.units.ambiguous
    for amount in amounts:
        word = window.tokens[amount.end - 1]
        if not amount.unit or amount.money or word.kind == "numeral" or word.key not in ambiguous:
            continue
        if amount.unit == ambiguous[word.key][0]:
            amount.unit = _implied(window, amount.first) or amount.unit


def _implied(window: Window, position: int) -> str:
    """Return the unit whose cue stands last before the token at `position` in its sentence."""
    units = [window.lexicon.cues[word] for word in words_before(window, position) if word in window.lexicon.cues]
    return units[-1] if units else ""


def words_before(window: Window, position: int) -> list[str]:
    """Return the words that stand in the same sentence not far before the token at `position`, in lower case."""
    start = window.start(position)
    begin = start - REACH
    begin = window.text.find(" ", begin, start) if begin > 0 else 0  # no word is cut, nor its end taken for a cue
    sentence = END.split(window.text[begin:start])[-1] if begin >= 0 else ""
    return WORDS.findall(sentence.lower())
