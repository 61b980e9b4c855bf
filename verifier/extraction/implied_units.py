"""Amounts in, the same amounts out with the unit that a word before them implies: "suhu 34 derajat" is in Celsius."""

import re
from collections.abc import Sequence

from verifier.extraction.amount import Amount
from verifier.extraction.characters import WORD
from verifier.extraction.tokens import Window

__all__ = ["imply_units"]

REACH = 60  # characters between the word and the number, more than a window holds
WORDS = re.compile(rf"{WORD}+")
END = re.compile(r"[.?!;]\s|\n\s*\n")


def imply_units(amounts: Sequence[Amount], window: Window) -> None:
    """Settle each word that stands for several units by the word for what is measured."""
    units = window.lexicon.pack.units
    if not units.cues:
        return
    for amount in amounts:
        word = window.tokens[amount.end - 1]
        if not amount.unit or amount.money or word.kind == "numeral" or word.key not in units.ambiguous:
            continue
        choices = units.ambiguous[word.key]
        if amount.unit == choices[0]:
            amount.unit = _implied(window, amount.first) or amount.unit


def _implied(window: Window, position: int) -> str:
    """Return the unit whose cue stands last before the token at `position` in its sentence."""
    start = window.start(position)
    sentence = END.split(window.text[max(start - REACH, 0) : start])[-1]
    found = ""
    cues = {word: unit for unit, words in window.lexicon.pack.units.cues.items() for word in words}
    for word in WORDS.findall(sentence.lower()):
        found = cues.get(word, found)
    return found
