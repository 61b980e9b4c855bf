"""Ordinals in words or with a prefix in, numerals out: "kedua puluh", "twenty-first", "ke-12"."""

from decimal import Decimal

from verifier.extraction.digits import ascii_digits, roman
from verifier.extraction.number_words import number_from
from verifier.extraction.numeral_window import NumeralWindow, in_digits, push, trailing_zeros

__all__ = ["read_ordinal", "read_prefixed_ordinal", "with_ordinal"]

LONGEST_DASHED, LONGEST_SPACED = 4, 3  # digits: "ke-1000", but "kirim ke 9388" goes to a number


def read_ordinal(w: NumeralWindow, position: int) -> int:
    """Read "kedua", "kedua puluh", "second"; a collective reading is decided by the noun, later."""
    ordinal, after = w.tokens[position].entry.roles["ordinal"], position + 1
    if w.numerals.ordinal_suffixes:  # "twenty-second": the ordinal stands last
        return push(w, position, after, (Decimal(ordinal),), "ordinal")
    value, after = number_from(w, ordinal, after)
    return push(w, position, after, (value,), "ordinal")


def with_ordinal(w: NumeralWindow, after: int, value: Decimal) -> tuple[int, Decimal, str]:
    """Read the ordinal that ends a number: "twenty-first", "one hundred and fifth"."""
    position = after
    joined = position < w.size and (w.tokens[position].key == "-" or w.role(position, "joiner"))
    if joined:
        position += 1
    ordinal = w.role(position, "ordinal")
    zeros = trailing_zeros(int(value)) if value == int(value) and value else 0
    if isinstance(ordinal, int) and zeros and ordinal < 10**zeros and w.numerals.ordinal_suffixes:
        return position + 1, value + ordinal, "ordinal"
    return after, value, "words"


def read_prefixed_ordinal(w: NumeralWindow, position: int) -> int:
    """Read "ke-12", "ke 17", "ke sepuluh": an ordinal with a prefix of its own."""
    token, after = w.tokens[position], position + 1
    dashed = token.key.endswith("-")
    if not dashed and after < w.size and w.tokens[after].key == "-" and w.tokens[after].gap == 0:
        dashed, after = True, after + 1
    if after < w.size and (dashed or _follows_noun(w, position)):
        number = w.tokens[after]
        longest = LONGEST_DASHED if dashed else LONGEST_SPACED
        if (
            in_digits(number)
            and number.key.isdecimal()
            and len(number.key) <= longest
            and (number.gap == 0 or not dashed)
        ):
            return push(w, position, after + 1, (Decimal(ascii_digits(number.key)),), "ordinal")
        if "cardinal" in number.entry.roles and number.kind == "word":
            value, end = number_from(w, number.entry.roles["cardinal"], after + 1)
            return push(w, position, end, (value,), "ordinal")
        latin = roman(number.key.upper()) if dashed and number.kind == "word" and number.capital else None
        if latin:
            return push(w, position, after + 1, (Decimal(latin),), "ordinal")
    return position + 1


def _follows_noun(w: NumeralWindow, position: int) -> bool:
    """ "abad ke 17" is an ordinal, "naik ke 17 persen" is not."""
    if not position or w.tokens[position].gap > 1:
        return False
    before = w.tokens[position - 1]
    following = w.tokens[position + 2].entry.roles if position + 2 < w.size else {}
    if "unit" in following or "scale" in following or "currency" in following:
        return False
    if "period" in before.entry.roles or "ordinal_noun" in before.entry.roles:
        return True
    verbal = before.key.startswith(w.lexicon.pack.phrases.verb_beginnings)
    return before.kind == "word" and not before.entry.roles and not verbal
