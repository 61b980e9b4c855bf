"""A number in, how a reader of one language would write it out: marks, groups, scale words."""

from decimal import Decimal
from functools import cache

from verifier.checking.unit_names import shown_unit
from verifier.claims.intervals import DIGITS, Interval
from verifier.model import plain
from verifier.packs import load_pack

__all__ = ["common_scale", "show", "show_interval", "show_with_unit"]

LONGEST = 60  # digits; what is longer keeps its exponent
SIGNIFICANT = 3


@cache
def _marks(language: str) -> dict[int, str]:
    """Return what a language writes for the marks of a plain number: its group mark and its decimal mark."""
    decimal, *others = load_pack(language).numerals.decimal_marks
    group = next((mark for mark in others if mark != decimal), "," if decimal == "." else ".")
    return {ord(","): group, ord("."): decimal}


@cache
def scale_words(language: str) -> dict[int, str]:
    """Return power of ten = scale word, thousands and above.

    >>> scale_words("id")[9]
    'miliar'
    """
    words: dict[int, str] = {}
    for word, value in load_pack(language).numerals.scales.items():
        power = len(str(value)) - 1
        if power >= 3 and power % 3 == 0:
            words.setdefault(power, word)
    return words


def show(value: Decimal, language: str) -> str:
    """Return `value` as it is written in a language, with a scale word where its last digit stands that high.

    >>> show(Decimal("4.1E+6"), "en"), show(Decimal("49316712"), "id"), show(Decimal("-2.07"), "id")
    ('4.1 million', '49.316.712', '-2,07')
    """
    last = value.as_tuple().exponent
    if not isinstance(last, int) or abs(value.adjusted()) > LONGEST:
        return str(value)
    scale = common_scale([value], language) if last >= 3 or value.adjusted() >= 12 else 0
    shown = grouped(value.scaleb(-scale), language)
    return f"{shown} {scale_words(language)[scale]}" if scale else shown


def common_scale(values: list[Decimal], language: str) -> int:
    """Return the power of ten of the largest scale word that leaves each value at least 1; 0 where there is none."""
    sizes = [value.adjusted() for value in values if value]
    fitting = [power for power in scale_words(language) if sizes and power <= min(sizes)]
    return max(fitting, default=0)


def grouped(value: Decimal, language: str) -> str:
    """Return a number in full with the marks of a language.

    >>> grouped(Decimal("1234567.50"), "id")
    '1.234.567,50'
    """
    text = format(value, ",f") if abs(value) >= 1000 else format(value, "f")
    return text.translate(_marks(language))


def rounded(value: Decimal, digits: int = SIGNIFICANT) -> Decimal:
    """Return a value with so many significant digits, for showing what a calculation gives.

    >>> rounded(Decimal("1.708333")), rounded(Decimal("-0.44"))
    (Decimal('1.71'), Decimal('-0.44'))
    """
    own = value.as_tuple().exponent
    last = value.adjusted() - digits + 1
    if not value or not isinstance(own, int) or own >= last:
        return value
    return DIGITS.quantize(value, Decimal((0, (1,), min(last, 0))))


def show_interval(interval: Interval, language: str) -> str:
    """Return an interval in signs: "1.8 ≤ x < 2".

    >>> show_interval(Interval(Decimal("1.8"), Decimal(2), high_open=True), "en")
    '1.8 ≤ x < 2'
    """
    left = (
        ""
        if interval.low.is_infinite()
        else f"{show(_tidy(interval.low), language)} {'<' if interval.low_open else '≤'} "
    )
    right = (
        ""
        if interval.high.is_infinite()
        else f" {'<' if interval.high_open else '≤'} {show(_tidy(interval.high), language)}"
    )
    return f"{left}x{right}"


def _tidy(value: Decimal) -> Decimal:
    """Return a value without zeros at its end, but with a scale where it is large and round."""
    short = value.normalize(DIGITS)
    last = short.as_tuple().exponent
    return Decimal(plain(short)) if isinstance(last, int) and last < 3 else short


def show_with_unit(value: Decimal, unit: str, noun: str, language: str) -> str:
    """Return a value with its unit: "4.1 million barrels per day", "60 USD per barrel", "2.6 %".

    >>> show_with_unit(Decimal("2.6"), "percent", "", "en"), show_with_unit(Decimal("4.1E+6"), "barrel/day", "", "en")
    ('2.6 %', '4.1 million barrels per day')
    """
    written = shown_unit(unit, language, many=abs(value) != 1) if unit else noun
    return f"{show(value, language)} {written}".rstrip()
