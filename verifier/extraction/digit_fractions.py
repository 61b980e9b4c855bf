"""A whole number in digits in, what makes a fraction or a power of it out: "3½", "3 1/2", "1,5×10⁶"."""

from decimal import Decimal
from fractions import Fraction

from verifier.extraction.digits import MOST_DIGITS, POWERS, VULGAR
from verifier.extraction.numeral_window import NumeralWindow, exact, in_digits

__all__ = ["fraction_after"]

LEAST_YEAR = 1000  # "pada 2023 setengah" is no 2023.5
HALF, TEN = Fraction(1, 2), (Decimal(10),)


def fraction_after(
    w: NumeralWindow, position: int, values: tuple[Decimal, ...]
) -> tuple[int, tuple[Decimal, ...], str]:
    """Read "3½", "3 1/2", "3-1/2", "1/2", "10 setengah", "1,5×10⁶", "1e3" after a whole number."""
    after = position + 1
    token, first = w.tokens[after], w.tokens[position]
    whole = values[0]
    if token.key in VULGAR and whole == int(whole):
        return after + 1, (whole + token.values[0],), "fraction"
    if token.key in VULGAR and token.gap == 0:  # "$5.73¼": the fraction is one of the last digit
        return after + 1, tuple([value + _of_last_digit(token.values[0], value) for value in values]), "digits"
    if first.key.isdecimal():
        simple = _slash_fraction(w, position)
        if simple is not None and len(first.key) < 3:
            return _behind_suffix(w, position + 3), (exact(simple),), "fraction"
        inner = _slash_fraction(w, after) if token.gap and in_digits(token) and token.key.isdecimal() else None
        if inner is not None and inner < 1 and len(first.key) < 4:
            return after + 3, (whole + exact(inner),), "fraction"
        inner = _slash_fraction(w, after + 1) if _dashed(w, position) else None
        if inner is not None and inner < 1 and len(first.key) < 3:
            return after + 4, (whole + exact(inner),), "fraction"
    power = _power_of_ten(w, after)
    if power is not None:
        end, exponent = power
        return end, (values[0].scaleb(exponent),), "mixed"
    fraction = token.entry.roles.get("fraction")
    half = fraction is not None and fraction == HALF and token.entry.roles.get("unit") is None
    if (
        half
        and whole < LEAST_YEAR
        and whole == int(whole)
        and "pronoun" not in token.entry.roles
        and not w.numerals.articles
    ):
        return after + 1, (whole + exact(HALF),), "mixed"
    return after, values, "digits"


def _behind_suffix(w: NumeralWindow, end: int) -> int:
    """Return where a fraction ends whose denominator has a suffix: "3/4ths", "2/3rds"."""
    return end + (w.role(end, "ordinal_suffix") is not None and w.tokens[end].gap == 0 and w.tokens[end].kind == "word")


def _of_last_digit(part: Decimal, value: Decimal) -> Decimal:
    """Return a part of what the last digit of a number counts: a quarter behind "5.73" is 0.0025."""
    exponent = value.as_tuple().exponent
    return part.scaleb(exponent) if isinstance(exponent, int) else part


def _dashed(w: NumeralWindow, position: int) -> bool:
    """Say whether a dash joins a number to the one behind it alone: "5-3/8", not "10-5-3/8"."""
    dash, rest = w.tokens[position + 1 : position + 3] if position + 2 < w.size else (w.tokens[position],) * 2
    if dash.key != "-" or dash.gap or rest.gap or not in_digits(rest) or not rest.key.isdecimal():
        return False
    return w.tokens[position].gap == 1 or position == 0


def _power_of_ten(w: NumeralWindow, position: int) -> tuple[int, int] | None:
    """Read "× 10⁶", "x 10^6", "e-3" behind a number: where it ends and the exponent."""
    token = w.tokens[position]
    if token.key == "e" and token.gap == 0 and token.kind == "word":
        end, exponent = _signed(w, position + 1)
    elif token.key in "×x*·" and position + 2 < w.size and w.tokens[position + 1].values == TEN:
        raised = w.tokens[position + 2]
        if raised.kind == "power" and raised.gap == 0:
            return position + 3, int(raised.key.translate(POWERS))
        end, exponent = _signed(w, position + 3) if raised.key == "^" else (0, None)
    else:
        return None
    return (end, exponent) if exponent is not None and abs(exponent) <= MOST_DIGITS else None


def _signed(w: NumeralWindow, position: int) -> tuple[int, int | None]:
    sign = 1
    if position < w.size and w.tokens[position].key in "-−+" and w.tokens[position].gap == 0:
        sign = 1 if w.tokens[position].key == "+" else -1
        position += 1
    if (
        position >= w.size
        or w.tokens[position].gap
        or not w.tokens[position].key.isdecimal()
        or len(w.tokens[position].key) > 3
    ):
        return position, None
    return position + 1, sign * int(w.tokens[position].key)


def _slash_fraction(w: NumeralWindow, position: int) -> Fraction | None:
    """Read "1/2" over three touching tokens, where they are no part of something longer: "3/4/2020", "1/2-5"."""
    fraction, end = _fraction_at(w, position), position + 3
    mark, rest = (w.tokens[end + step] if end + step < w.size else None for step in (0, 1))
    if fraction is None or mark is None or mark.gap or mark.key not in "/-.":
        return fraction
    longer = mark.key == "/" or (rest is not None and rest.gap == 0 and in_digits(rest))
    ranged = mark.key == "-" and _fraction_at(w, end + 1) is not None  # "1/2-3/4 cup"
    return None if longer and not ranged else fraction


def _fraction_at(w: NumeralWindow, position: int) -> Fraction | None:
    """Return the proper fraction with a common denominator that stands at `position`."""
    if position + 2 >= w.size:
        return None
    top, slash, bottom = w.tokens[position : position + 3]
    if slash.key not in ("/", "⁄") or slash.gap or bottom.gap or not in_digits(bottom) or not bottom.key.isdecimal():
        return None
    if not top.key.isdecimal() or len(top.key) > 2 or len(bottom.key) > 3:
        return None
    above, below = int(top.key), int(bottom.key)
    if not 0 < above < below or below not in (2, 3, 4, 5, 6, 8, 16, 32):
        return None
    return Fraction(above, below)
