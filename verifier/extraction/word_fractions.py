"""Fractions in words in, numerals out: "setengah juta", "dua pertiga", "two and a half"."""

from decimal import Decimal
from fractions import Fraction

from verifier.extraction.number_words import number_from
from verifier.extraction.numeral_window import NumeralWindow, exact, pointed, push
from verifier.extraction.ordinal_numerals import read_ordinal
from verifier.extraction.scale_words import scale_run

__all__ = ["fraction_from", "read_fraction", "with_fraction"]


def read_fraction(w: NumeralWindow, position: int) -> int:
    """Read a fraction in words; what belongs to a period ("third quarter") passes unchanged."""
    token = w.tokens[position]
    fraction = token.entry.roles.get("fraction")
    ranked = pointed(w, position) or w.role(position + 1, "ordinal") is not None
    following = w.tokens[position + 1].entry.roles if position + 1 < w.size else {}
    measured = "unit" in following and "period" not in following  # "another quarter cup"
    half = fraction == Fraction(1, 2)
    timed = half and "unit" in following and following.get("period") in ("hour", "minute")  # "the first half hour"
    if "period" in token.entry.roles and not timed and (ranked or (not half and not measured)):
        return position + 1  # "third quarter", "second half", "this quarter", "separuh pertama"
    if not isinstance(fraction, Fraction):
        if "ordinal" in token.entry.roles:
            return read_ordinal(w, position)
        return position + 1
    return fraction_from(w, position, position)


def fraction_from(w: NumeralWindow, begin: int, position: int) -> int:
    """Read the fraction at `position` with its scale or group: "half a million", "eine halbe Million"."""
    fraction: Fraction = w.tokens[position].entry.roles["fraction"]
    after = position + 1
    if w.role(after, "article"):
        after += 1
    power, end = scale_run(w, after)
    if power:
        return push(w, begin, end, (exact(fraction, power),), "words")
    grouped = _behind_dash(w, after)  # "half-dozen"
    group = w.role(grouped, "group")
    if isinstance(group, int):
        return push(w, begin, grouped + 1, (exact(fraction * group),), "group")
    power, end = _of_scale(w, position + 1)
    if power:
        return push(w, begin, end, (exact(fraction, power),), "words")
    return push(w, begin, position + 1, (exact(fraction),), "fraction")


def _of_scale(w: NumeralWindow, position: int) -> tuple[int, int]:
    """Return the power of ten behind a fraction and where it ends: "a quarter of a million"."""
    if w.role(position, "part_word") is None or w.role(position + 1, "article") is None:
        return 0, position
    return scale_run(w, position + 2)


def with_fraction(w: NumeralWindow, value: Decimal, after: int) -> tuple[Decimal, int, str]:
    """Read what makes a fraction of it: "dua setengah", "tiga perempat", "two and a half", "two-thirds"."""
    position = after
    if position < w.size and w.tokens[position].key == "-" and w.tokens[position].gap == 0:
        position += 1
    if position == after and w.role(after, "fraction_joiner"):
        return _in_parts(w, value, after)
    denominator = w.role(position, "denominator")
    roles = w.tokens[position].entry.roles if position < w.size else {}
    if isinstance(denominator, int) and 0 < value < 20 and _is_denominator(w, position, after, value):
        power, end = _of_scale(w, position + 1)
        part = Fraction(int(value), denominator)
        return (exact(part, power), end, "words") if power else (exact(part), position + 1, "fraction")
    fraction = roles.get("fraction")
    if isinstance(fraction, Fraction) and position == after and not w.numerals.articles and value == int(value):
        power, end = scale_run(w, position + 1)
        value += exact(fraction)
        return (value.scaleb(power), end, "words") if power else (value, position + 1, "words")
    half = _and_a_half(w, after)
    if half is not None:
        extra, end = half
        power, last = scale_run(w, end)
        value += exact(extra)
        return (value.scaleb(power), last, "words") if power else (value, end, "words")
    return value, after, "words"


def _in_parts(w: NumeralWindow, value: Decimal, joiner: int) -> tuple[Decimal, int, str]:
    """Read "tiga per empat", but not "satu per satu"; the number as it was where no part of it is said."""
    first = w.role(joiner + 1, "cardinal")
    if isinstance(first, int) and w.tokens[joiner + 1].form != "digits" and value == int(value):
        denominator, end = number_from(w, first, joiner + 2)
        if value < denominator:
            return exact(Fraction(int(value), int(denominator))), end, "fraction"
    return value, joiner, "words"


def _is_denominator(w: NumeralWindow, position: int, after: int, value: Decimal) -> bool:
    """ "one third" and "two-thirds", but not "one second", "two quarters" of a year."""
    roles = w.tokens[position].entry.roles
    if "ordinal" in roles and value != 1 and position == after:
        return False
    return "unit" not in roles or position > after


def _and_a_half(w: NumeralWindow, position: int) -> tuple[Fraction, int] | None:
    """Read "and a half", "-and-a-half" after a number, where the pack joins parts with such a word."""
    joiner = _behind_dash(w, position)
    if not w.role(joiner, "joiner"):
        return None
    article = _behind_dash(w, joiner + 1)
    if not w.role(article, "article"):
        return None
    half = _behind_dash(w, article + 1)
    fraction = w.role(half, "fraction")
    return (fraction, half + 1) if isinstance(fraction, Fraction) else None


def _behind_dash(w: NumeralWindow, position: int) -> int:
    """Return where the next part of a number stands: "two-and-a-half"."""
    dashed = position + 1 < w.size and w.tokens[position].key == "-" and w.tokens[position].gap == 0
    return position + 1 if dashed and w.tokens[position + 1].gap == 0 else position
