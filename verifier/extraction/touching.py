"""A number and what touches it in, whether it is a part of a longer sign out: "W995", "F-16", "34/PMK", "Ca2+"."""

import re
from collections.abc import Sequence

from verifier.extraction.amount import Amount
from verifier.extraction.codes import hyphened
from verifier.extraction.tokens import Token

__all__ = ["shakes", "touched", "touches"]

DASHES = "-–"
SUFFIXES = frozenset({"decade_suffix", "ordinal_suffix", "rounding_suffix"})  # roles of what may touch a number
MAGNITUDE = re.compile(r"\d[.,]\d")
COMPARISONS = (">", "<", ">=", "<=", "> =", "< =")
LEAST_MODEL = 3  # digits
LEAST_PROGRAM = 3  # letters of what such a sign touches; "n>5" counts
LONGEST_ELEMENT = 2  # letters of "Ca"


def touches(amount: Amount, before: Token, tokens: Sequence[Token]) -> bool:
    """True for "W995", "F-16", "Cris-K2", "CO(NH2)2", "ASEAN+3": digits that touch a word or bracket on their left."""
    if tokens[amount.first].gap:
        return False
    if before.key in ")]":
        return before.gap == 0
    if before.key in COMPARISONS:  # "numpy>=1.17"
        word = tokens[amount.first - 2] if amount.first > 1 and before.gap == 0 else None
        return word is not None and word.kind == "word" and len(word.key) >= LEAST_PROGRAM
    if before.kind in ("word", "phrase"):
        led = "modifier" in before.entry.roles and not before.shouted and not _element(before)
        return not led and not shakes(before, tokens[amount.number])
    if before.gap or amount.first < 2:
        return False
    word = tokens[amount.first - 2]
    if before.key == "+" and word.form == "ordinal":  # "menit ke-90+3"
        return True
    if before.key == "[":  # "x[0]", "kata[1]"
        return word.kind in ("word", "phrase")
    if before.key in DASHES:
        scaled = "scale_unit" in word.entry.roles and not tokens[amount.number].key.isdecimal()  # "magnitude-7.1"
        return not (scaled or hyphened(tokens, amount.first - 1)) and (
            word.kind in ("word", "phrase", "clock")
            and "modifier" not in word.entry.roles
            and "month" not in word.entry.roles
        )
    if before.key == ":" and amount.first > 3 and word.kind == "word":  # "sound.c:41"
        return tokens[amount.first - 3].key == "." and word.gap == tokens[amount.first - 3].gap == 0
    if before.key == "_":
        return word.kind in ("word", "numeral")
    if before.key == "/" and "unit" in word.entry.roles and amount.first > 2:  # "0.01 oz/0.3 g"
        return tokens[amount.first - 3].kind != "numeral"
    return before.key in ("/", "\\", ".", "@", "+") and word.kind in ("word", "url")


def touched(after: Token, tokens: Sequence[Token], position: int) -> bool:
    """True for "5HTP", "4gamer", "34/PMK", "7-Eleven": digits that touch a word on their right that is no unit."""
    if after.gap:
        return False
    if after.key == "x" and after.capital and len(tokens[position - 1].key) >= LEAST_MODEL:
        return True  # "a Ryzen 5600X"
    if after.kind in ("word", "numeral", "power") or (after.kind == "phrase" and after.key[0].isalpha()):
        return SUFFIXES.isdisjoint(after.entry.roles)
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    if following is None or following.gap or "currency_sign" in following.entry.roles:
        return False
    if following.kind == "numeral" and after.key == "_":
        return True
    if after.key in DASHES and following.kind == "numeral":
        return following.form == "words" and following.capital
    if following.kind != "word":
        return False
    if after.key == "." and tokens[position - 1].kind == "numeral" and len(following.key) == 1:
        return following.key == "x" or not following.capital  # "3.x", "4.19.y"
    if after.key in DASHES and _graded(tokens, position + 1):
        return True
    if after.key in "/_\\@":
        return "per_noun" not in following.entry.roles and "unit" not in following.entry.roles
    return after.key in DASHES and following.capital and (len(following.key) < 6 or following.shouted)


def _graded(tokens: Sequence[Token], position: int) -> bool:
    """True for the letter of "reclassified 1-a", not for that of "5-a-side" and "a 5-m wall"."""
    letter, after = tokens[position], tokens[position + 1] if position + 1 < len(tokens) else None
    if len(letter.key) > 1 or letter.entry.measuring:
        return False
    return after is None or after.gap > 0 or not (after.kind == "word" or after.key in DASHES)


def _element(token: Token) -> bool:
    """True for what looks like the sign of an element: "Ca2+" is no "about 2"."""
    return token.kind == "word" and token.capital and len(token.key) <= LONGEST_ELEMENT


def shakes(before: Token, number: Token) -> bool:
    """Say whether a decimal behind "M" is the magnitude of an earthquake: "gempa M5,6", but "BMW M5"."""
    return "magnitude" in before.entry.roles and MAGNITUDE.fullmatch(number.key) is not None
