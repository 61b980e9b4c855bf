"""A value and how a text wrote another one in, the value in that style out: precision, scale word, marks."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from verifier.checking.figures import scale_words
from verifier.checking.written import Written
from verifier.claims.cues import WORDS
from verifier.claims.intervals import DIGITS, exponent
from verifier.packs import load_pack

__all__ = ["number_words_end", "reaching", "render", "render_plain", "same_precision", "significant"]

LARGEST = 1000  # a number before a scale word stays below
FEWEST = 2  # significant digits that a number with decimals keeps if it had them
FEWEST_WHOLE = 3  # the same of a whole number, whose style does not say how exact it is: 76.5, not 77, for 765


def render(value: Decimal, written: Written, language: str) -> tuple[str, int]:
    """Return `value` as digits in the style of `written`, and the power of ten of the scale word that goes with them.

    >>> written = Written(start=0, end=2, digits="41", decimals=0, decimal_mark="", group_mark="",
    ...                   scale=6, scale_start=3, scale_end=7)
    >>> render(Decimal("4100000"), written, "id")
    ('4,1', 6)
    """
    scale = _scale(value, written, language)
    rounded = same_precision(value, written, scale)
    return _digits(rounded.scaleb(-scale), written, language), scale


def reaching(value: Decimal, written: Written, language: str, *, upwards: bool) -> Decimal:
    """Return the number next to `value`, in the style of `written`, that is at least as large, or as small.

    >>> written = Written(start=0, end=4, digits="12,1", decimals=1, decimal_mark=",", group_mark="",
    ...                   scale=6, scale_start=5, scale_end=9)
    >>> reaching(Decimal("12307732"), written, "id", upwards=True)
    Decimal('1.24E+7')
    """
    near = same_precision(value, written, _scale(value, written, language))
    if near == value or (near > value) is upwards:
        return near
    step = Decimal((0, (1,), exponent(near)))
    return DIGITS.add(near, step) if upwards else DIGITS.subtract(near, step)


def _scale(value: Decimal, written: Written, language: str) -> int:
    """Return the scale of the text, or the one that suits where that would give 0,0041 or 4100."""
    if not written.scale or not value:
        return written.scale
    slipped = _slipped(value, written)
    if slipped in scale_words(language):
        return slipped
    size = abs(value.scaleb(-written.scale))
    digits = sum(character.isdigit() for character in written.digits) - written.decimals
    small = written.digits[:1] == "0" and size >= Decimal("0.1")
    large = digits > len("999") and value.adjusted() - written.scale == digits - 1
    if small or large or 1 <= size < LARGEST or written.scale_start == written.scale_end:
        return written.scale
    suiting = [power for power in sorted(scale_words(language)) if 1 <= abs(value.scaleb(-power)) < LARGEST]
    return suiting[0] if suiting else 0 if abs(value) < LARGEST else written.scale


def _slipped(value: Decimal, written: Written) -> int:
    """Return the scale with which the digits as they stand are right, 0 for none: "49,9 miliar" for 49.86 million."""
    figures = "".join(character for character in written.digits if character.isdigit()).lstrip("0")
    if not figures:
        return 0
    places = len(figures) - written.decimals
    scale = value.adjusted() - places + 1
    rounded = value.scaleb(-scale).quantize(Decimal((0, (1,), -written.decimals)), ROUND_HALF_UP, DIGITS)
    return scale if "".join(map(str, abs(rounded).as_tuple().digits)) == figures else 0


def same_precision(value: Decimal, written: Written, scale: int) -> Decimal:
    """Return `value` rounded as the text rounds: to as many decimals, or else to as many significant digits."""
    last = scale - written.decimals
    digits = sum(character.isdigit() for character in written.digits.lstrip("0.,"))
    fewest = FEWEST if written.decimals else FEWEST_WHOLE
    if value and value.adjusted() - last + 1 < min(fewest, digits):
        last = min(last, value.adjusted() - min(digits, 3) + 1)
    if scale and not written.decimals and value:
        last = min(last, value.adjusted() - digits + 1)
    unit = Decimal((0, (1,), max(last, exponent(value))))  # the row may not know as much as the text tells
    return value.quantize(unit, ROUND_HALF_UP, DIGITS)


def _digits(value: Decimal, written: Written, language: str) -> str:
    decimal, group = _marks(language)
    decimal = written.decimal_mark or decimal
    group = written.group_mark or (group if group != decimal else "." if decimal == "," else ",")
    text = format(abs(value), "f")
    whole, _, part = text.partition(".")
    if not written.decimals:
        part = part.rstrip("0")
    many = sum(character.isdigit() for character in written.digits) > 3 and not written.decimals
    if written.group_mark or (len(whole) > 3 and not (many and not written.group_mark)):
        whole = _grouped(whole, group)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole}{decimal}{part}" if part else f"{sign}{whole}"


def _grouped(whole: str, mark: str) -> str:
    return format(int(whole), ",").replace(",", mark)


@cache
def _marks(language: str) -> tuple[str, str]:
    decimal = load_pack(language).numerals.decimal_marks[0]
    return decimal, "." if decimal == "," else ","


def render_plain(value: Decimal, digits: int, language: str) -> tuple[str, int]:
    """Return `value` with so many significant digits and a scale word that suits, for a text that wrote it in words."""
    powers = [power for power in sorted(scale_words(language)) if abs(value) >= Decimal(10) ** power]
    scale = powers[-1] if powers and value.adjusted() >= 6 else 0
    last = max(value.adjusted() - digits + 1, scale - 2) if value else 0
    rounded = value.quantize(Decimal((0, (1,), min(last, scale))), ROUND_HALF_UP, DIGITS)
    decimal, group = _marks(language)
    whole, _, part = format(abs(rounded.scaleb(-scale)), "f").partition(".")
    part = part.rstrip("0")
    return f"{'-' if rounded < 0 else ''}{_grouped(whole, group)}{decimal + part if part else ''}", scale


@cache
def _numeral_words(language: str) -> Mapping[str, bool]:
    numerals = load_pack(language).numerals
    tables = (numerals.cardinals, numerals.teens, numerals.scales, numerals.denominators, numerals.groups)
    words = {word for table in tables for phrase in table for word in phrase.lower().split()}
    words |= {word for phrases in numerals.fractions.values() for phrase in phrases for word in phrase.lower().split()}
    return dict.fromkeys((*words, *numerals.joiners, *numerals.decimal_words, *numerals.articles), True)


def number_words_end(text: str, language: str) -> int:
    """Return where the number words at the start of a mention end: 3 in "dua kali lipat".

    >>> number_words_end("dua kali lipat", "id"), number_words_end("doubled", "en")
    (3, 0)
    """
    end = 0
    for found in WORDS.finditer(text):
        if found[0].lower() not in _numeral_words(language):
            break
        end = found.end()
    return end


def significant(value: Decimal) -> int:
    """Return how many digits of a number count, zeros at its end not among them."""
    digits = value.as_tuple().digits
    text = "".join(map(str, digits)).rstrip("0")
    return max(1, len(text)) if exponent(value) >= 0 else max(1, len(digits))
