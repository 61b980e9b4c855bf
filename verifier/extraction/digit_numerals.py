"""A number in digits in, the numeral with its fraction, scale words or ordinal suffix out: "4,1 juta", "3rd"."""

import re
from decimal import Decimal
from itertools import pairwise

from verifier.extraction.digit_fractions import fraction_after
from verifier.extraction.digits import ascii_digits, read_digits, read_with
from verifier.extraction.numeral_window import NumeralWindow, in_digits, numeral, push
from verifier.extraction.phrases import NOTHING
from verifier.extraction.scale_words import scale_run
from verifier.extraction.tokens import Joint, Token, Window

__all__ = ["join_groups", "read_digit_numeral", "read_point_first"]

LEADING_GROUP, LAST_GROUP = re.compile(r"[1-9]\d{0,2}"), re.compile(r"\d{3}(?:[.,]\d+)?")
JOINTS = frozenset("/⁄×x*·-e")  # between the parts of a number: "1/2", "×10⁶", "1e3", "1.3-million"
POINT_SIGNS = frozenset("+-−–(<>=~±")  # before a decimal without a digit before its mark
LONGEST_ORDINAL = 3  # digits
LINE_START = 8  # characters that may stand before the number of a line
PARTS = frozenset({"fraction", "group", "ordinal_suffix"})  # roles of what can follow digits instead of a scale
LIST_SIGNS = ("-", "–", "/", ",")
JOINING = frozenset({"and", "to"})
OPENING = frozenset({"function", "modifier", "year_lead", "between", "and", "to", "cardinal", "part"})  # behind "3."


def join_groups(window: Window) -> None:
    """Join the two groups of "1 234", "12 500,50": three digits behind an ordinary space."""
    joints: list[Joint] = []
    for position, (first, rest) in enumerate(pairwise(window.tokens)):
        if joints and joints[-1][1] > position:
            continue
        if not in_digits(first) or not in_digits(rest) or rest.space != 1 or window.text[window.end(position)] != " ":
            continue
        if LEADING_GROUP.fullmatch(first.key) and LAST_GROUP.fullmatch(rest.key):
            values = read_digits(f"{first.key} {rest.key}", decimal_marks=window.lexicon.pack.numerals.decimal_marks)
            step = "d" if first.gap else "D"
            joints.append(
                (position, position + 2, numeral(window, position, position + 2, values, "digits", step=step))
            )
    if joints:
        window.join(joints)


def read_point_first(w: NumeralWindow, position: int) -> int:
    """Read ".8" and "$.98" at the point: a decimal without a digit before its mark."""
    digits, end = w.tokens[position + 1].key, position + 2
    if not _opens(w, position) or w.numerals.decimal_marks[0] != "." or not digits.isdecimal():
        return position + 1
    values: tuple[Decimal, ...] = (Decimal(f"0.{ascii_digits(digits)}"),)
    form, scale = "digits", 0
    scaled = _scales(w, end, values, w.tokens[position + 1]) if end < w.size else None
    if scaled is not None:  # "$.5 million"
        end, values, form, scale = scaled
    w.joints.append((position, end, numeral(w.window, position, end, values, form, scale, key=f"0.{digits}")))
    return end


def _opens(w: NumeralWindow, position: int) -> bool:
    """Say whether a point begins a number: behind a space, a currency or a sign, " +.25", "($.5", "<.05"."""
    if w.tokens[position].gap == 1:
        return True
    before = w.tokens[position - 1] if position else None
    if before is None or before.key not in POINT_SIGNS:
        return before is not None and w.role(position - 1, "currency_sign") is not None
    return before.gap == 1 or before.key in "<>=" or position == 1


def read_digit_numeral(w: NumeralWindow, position: int) -> int:
    """Read a number written in digits, its fraction, its scale words or its ordinal suffix."""
    token = w.tokens[position]
    values = token.values
    after = position + 1
    if not values or after >= w.size or not _goes_on(w.tokens[after]):
        return after
    roles = w.tokens[after].entry.roles
    if "scale" in roles and PARTS.isdisjoint(roles):
        return push(w, position, *(_scales(w, after, values, token) or (after, values, "digits")))
    after, values, form = fraction_after(w, position, values)
    if form == "digits" and values[0] == int(values[0]) and _is_suffix(w, after):
        return push(w, position, after + 1, values, "ordinal")
    group = w.role(after, "group")
    if isinstance(group, int) and form == "digits":
        return push(w, position, after + 1, (values[0] * group,), "words")
    scaled = _scales(w, after, values, token)
    return push(w, position, *scaled) if scaled else push(w, position, after, values, form)


def _goes_on(token: Token) -> bool:
    """Say whether a token can be a part of the number before it; an unknown word behind a space cannot."""
    if token.entry.going_on or token.kind == "numeral":
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
    start = w.window.start(position - 1)
    if not w.window.text[max(start - LINE_START, 0) : start].rpartition("\n")[2].strip(" \t>-*"):
        return False  # "3. " at the start of a line numbers it
    following = w.tokens[position + 1]
    if following.kind in ("word", "phrase") and following.gap == 1 and OPENING.isdisjoint(following.entry.roles):
        return True
    if following.key not in LIST_SIGNS and JOINING.isdisjoint(following.entry.roles):
        return False
    second = position + 2 + (w.role(position + 2, "function") is not None)  # "der 1. und der 3. Wagen"
    if second + 1 >= w.size or not in_digits(w.tokens[second]):
        return False
    other = w.tokens[second + 1]  # "am 5. und 6. Mai"
    return other.gap == 0 and "ordinal_suffix" in other.entry.roles


def _scales(
    w: NumeralWindow, position: int, values: tuple[Decimal, ...], first: Token
) -> tuple[int, tuple[Decimal, ...], str, int] | None:
    """Read the scale words after digits: "4,1 juta", "500 rb", "2 juta 300 ribu", "3 ribu triliun"."""
    power, after = scale_run(w, position)
    if not power:
        return None
    scaled = tuple([value.scaleb(power) for value in _with_scale(w, first, values)])
    while len(scaled) == 1 and after + 1 < w.size and in_digits(w.tokens[after]) and values[0] == int(values[0]):
        rest = w.tokens[after].values
        smaller, end = scale_run(w, after + 1)
        if not rest or not 0 < smaller < power or rest[0] >= 1000:
            break
        scaled, after, power = (scaled[0] + rest[0].scaleb(smaller),), end, smaller
    return after, scaled, "mixed", power


def _with_scale(w: NumeralWindow, first: Token, values: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    """Choose the readings that a scale word allows: "6,251 juta" is one, "1.034 juta" two."""
    marks = w.numerals.decimal_marks
    if len(marks) < 2 or not in_digits(first):
        return values
    if len(values) > 1:
        return values[:1]
    other = marks[1]
    if first.key.count(other) == 1 and marks[0] not in first.key and values[0] == int(values[0]):
        decimal = read_with(first.key, other)
        if decimal is not None and decimal != values[0]:
            return values[0], decimal
    return values
