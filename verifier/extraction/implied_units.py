"""Amounts in, the same amounts out with the unit that a word before them implies: "suhu 34 derajat" is in Celsius,
"saham … Rp310 per lembar" of a share.
"""

import re
from collections.abc import Sequence

from verifier.extraction.amount import Amount
from verifier.extraction.characters import WORDS
from verifier.extraction.tokens import Window

__all__ = ["imply_units", "words_before"]

REACH = 60  # characters between the word and the number, more than a window holds
SHARE_REACH = 2  # numbers between a share and the points by which it changed
KIN = {"kelvin": ("kelvin", "degC", "degF")}  # units whose cues serve a sign as well as its own
END = re.compile(r"[.?!;]\s|\n\s*\n")


def imply_units(amounts: Sequence[Amount], window: Window) -> None:
    """Settle each word that stands for several units by the word for what is measured, or by the share beside it."""
    for place, amount in enumerate(amounts):
        if amount.unit == "point" and _is_of_percent(amounts, place, window):
            amount.unit = "percentage_point"
    if not window.lexicon.cues:
        return
    ambiguous = window.lexicon.pack.units.ambiguous
    for amount in amounts:
        if not amount.unit and amount.end < len(window.tokens) and "cued" in window.tokens[amount.end].entry.roles:
            _take_cued(amount, window)
        if not amount.unit:
            continue
        word = window.tokens[amount.end - 1]
        if "negative_after" in word.entry.roles:
            word = window.tokens[amount.end - 2]
        if word.kind == "numeral" or word.key not in ambiguous:
            continue
        above, slash, below = amount.unit.rpartition("/") if amount.money else ("", "", amount.unit)
        if below == ambiguous[word.key][0]:
            amount.unit = above + slash + (_implied(window, amount.first, ambiguous[word.key]) or below)


def _take_cued(amount: Amount, window: Window) -> None:
    """Take in a sign that is a unit only behind a cue: the "K" of "a temperature of 110 K", not of "ran 10 K"."""
    sign = window.tokens[amount.end]
    unit = sign.entry.roles["cued"]
    if amount.form != "digits" or amount.reason not in ("", "name") or amount.kind:
        return
    if _implied(window, amount.first, KIN.get(str(unit), (str(unit),))):
        amount.unit, amount.end, amount.reason, amount.noun, amount.noun_end = str(unit), amount.end + 1, "", "", 0
        amount.rules += sign.entry.sources


def _is_of_percent(amounts: Sequence[Amount], place: int, window: Window) -> bool:
    """Say whether points are those of a share: "fell 3 points to 41 percent", "is 61 percent, up 2 points"."""
    points, tokens = amounts[place], window.tokens
    if not points.first or "changing" not in tokens[points.first - 1].entry.roles or not points.values:
        return False
    after = amounts[place + 1] if place + 1 < len(amounts) else None
    to = after is not None and after.first == points.end + 1 and "to" in tokens[points.end].entry.roles
    if after is not None and to:
        return after.unit == "percent"
    shares = [one for one in amounts[max(0, place - SHARE_REACH) : place] if one.unit == "percent" and one.values]
    return bool(shares) and tokens[points.first - 2].key == "," and points.values[0] < shares[-1].values[0]


def _implied(window: Window, position: int, choices: Sequence[str]) -> str:
    """Return that one of the units whose cue stands last before the token at `position` in its sentence."""
    cues = window.lexicon.cues
    units = [cues[word] for word in words_before(window, position) if cues.get(word) in choices]
    return units[-1] if units else ""


def words_before(window: Window, position: int) -> list[str]:
    """Return the words that stand in the same sentence not far before the token at `position`, in lower case."""
    start = window.start(position)
    begin = start - REACH
    begin = window.text.find(" ", begin, start) if begin > 0 else 0  # no word is cut, nor its end taken for a cue
    sentence = END.split(window.text[begin:start])[-1] if begin >= 0 else ""
    return WORDS.findall(sentence.lower())
