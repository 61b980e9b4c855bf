"""A number in digits in, the numeral with its fraction, scale words or ordinal suffix out: "4,1 juta", "3rd"."""

import re
from decimal import Decimal
from fractions import Fraction

from verifier.extraction.digit_fractions import fraction_after
from verifier.extraction.digits import VULGAR, ascii_digits, read_digits, read_with
from verifier.extraction.lexicon import NOTHING
from verifier.extraction.numeral_window import NumeralWindow, exact, push
from verifier.extraction.scale_words import scale_run
from verifier.extraction.scan import Token

__all__ = ["read_digit_numeral"]

LEADING_GROUP, LAST_GROUP = re.compile(r"[1-9]\d{0,2}"), re.compile(r"\d{3}(?:[.,]\d+)?")
JOINTS = frozenset("/⁄×x*·-e")  # between the parts of a number: "1/2", "×10⁶", "1e3", "1.3-million"
LONGEST_ORDINAL = 3  # digits
LINE_START = 8  # characters that may stand before the number of a line
LIST_SIGNS = ("-", "–", "/", ",")
JOINING = frozenset({"and", "to"})
OPENING = frozenset({"function", "modifier", "year_lead", "between", "and", "to", "cardinal", "part"})  # behind "3."


def read_digit_numeral(w: NumeralWindow, position: int) -> int:
    """Read a number written in digits, its fraction, its scale words or its ordinal suffix."""
    token = w.tokens[position]
    if not token.gap and _behind_point(w, token):
        return _point_first(w, position)
    if w.numerals.space_groups and _has_group(w, position):
        return _spaced(w, position)
    if token.kind == "vulgar":
        values: tuple[Decimal, ...] = (exact(Fraction(VULGAR.get(token.key, "0"))),)
    else:
        values = read_digits(token.key, decimal_marks=w.numerals.decimal_marks)
    after = position + 1
    if not values or after >= w.size or not _goes_on(w.tokens[after]):
        return push(w, position, after, values, "digits")
    after, values, form = fraction_after(w, position, values)
    if form == "digits" and values[0] == int(values[0]) and _is_suffix(w, after):
        return push(w, position, after + 1, values, "ordinal")
    group = w.role(after, "group")
    if isinstance(group, int) and form == "digits":
        return push(w, position, after + 1, (values[0] * group,), "words")
    scaled = _scales(w, after, values, token)
    return push(w, position, *scaled) if scaled else push(w, position, after, values, form)


def _behind_point(w: NumeralWindow, token: Token) -> bool:
    """Say whether a point that touches nothing on its left stands before digits: " .8"."""
    before = w.out[-1] if w.out else None
    if before is None or before.key != "." or not before.gap:
        return False
    return token.key.isdecimal() and w.numerals.decimal_marks[0] == "."


def _goes_on(token: Token) -> bool:
    """Say whether a token can be a part of the number before it; an unknown word behind a space cannot."""
    if token.entry.going_on or token.kind in ("number", "vulgar"):
        return True
    return token.key in JOINTS and not (token.gap and token.entry is NOTHING and token.kind == "word")


def _is_suffix(w: NumeralWindow, position: int) -> bool:
    """Say whether an ordinal suffix touches the number: "3rd", and "3." where the sentence goes on."""
    token, number = w.tokens[position], w.tokens[position - 1]
    if token.gap or "ordinal_suffix" not in token.entry.roles:
        return False
    if token.kind != "sign":
        return True
    if position + 1 >= w.size or not number.key.isdecimal() or len(number.key) > LONGEST_ORDINAL:
        return False
    if not w.text[max(number.start - LINE_START, 0) : number.start].rpartition("\n")[2].strip(" \t>-*"):
        return False  # "3. " at the start of a line numbers it
    following = w.tokens[position + 1]
    if following.kind in ("word", "phrase") and following.gap == 1 and OPENING.isdisjoint(following.entry.roles):
        return True
    if following.key not in LIST_SIGNS and JOINING.isdisjoint(following.entry.roles):
        return False
    if position + 3 >= w.size or w.tokens[position + 2].kind != "number":
        return False
    other = w.tokens[position + 3]  # "am 5. und 6. Mai"
    return other.gap == 0 and "ordinal_suffix" in other.entry.roles


def _point_first(w: NumeralWindow, position: int) -> int:
    """Read ".8": a decimal without a digit before its mark."""
    point = w.out.pop()
    number = w.tokens[position]
    w.tokens[position] = Token(point.start, number.end, "number", f"0.{number.key}", NOTHING, point.gap)
    return push(w, position, position + 1, (Decimal(f"0.{ascii_digits(number.key)}"),), "digits")


def _has_group(w: NumeralWindow, position: int) -> bool:
    """Say whether three digits follow behind an ordinary space: "1 234", "12 500,50"."""
    if position + 1 >= w.size or not LEADING_GROUP.fullmatch(w.tokens[position].key):
        return False
    first, rest = w.tokens[position], w.tokens[position + 1]
    return w.text[first.end : rest.start] == " " and LAST_GROUP.fullmatch(rest.key) is not None


def _spaced(w: NumeralWindow, position: int) -> int:
    """Read on with both groups as one number."""
    first, rest = w.tokens[position : position + 2]
    joined = Token(first.start, rest.end, "number", f"{first.key} {rest.key}", NOTHING, first.gap)
    w.tokens[position + 1] = joined
    return read_digit_numeral(w, position + 1)


def _scales(
    w: NumeralWindow, position: int, values: tuple[Decimal, ...], first: Token
) -> tuple[int, tuple[Decimal, ...], str, int] | None:
    """Read the scale words after digits: "4,1 juta", "500 rb", "2 juta 300 ribu", "3 ribu triliun"."""
    power, after = scale_run(w, position)
    if not power:
        return None
    scaled = tuple(value.scaleb(power) for value in _with_scale(w, first, values))
    while len(scaled) == 1 and values[0] == int(values[0]) and after + 1 < w.size and w.tokens[after].kind == "number":
        rest = read_digits(w.tokens[after].key, decimal_marks=w.numerals.decimal_marks)
        smaller, end = scale_run(w, after + 1)
        if not rest or not 0 < smaller < power or rest[0] >= 1000:
            break
        scaled, after, power = (scaled[0] + rest[0].scaleb(smaller),), end, smaller
    return after, scaled, "mixed", power


def _with_scale(w: NumeralWindow, first: Token, values: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    """Choose the readings that a scale word allows: "6,251 juta" is one, "1.034 juta" two."""
    marks = w.numerals.decimal_marks
    if len(marks) < 2 or first.kind != "number":
        return values
    if len(values) > 1:
        return values[:1]
    other = marks[1]
    if first.key.count(other) == 1 and marks[0] not in first.key and values[0] == int(values[0]):
        decimal = read_with(first.key, other)
        if decimal is not None and decimal != values[0]:
            return values[0], decimal
    return values
