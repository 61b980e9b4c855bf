"""A mention in, how its figure is written out: the digits, the marks, the decimals and the scale word."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from verifier.model import Mention
from verifier.packs import load_pack

__all__ = ["Written", "read_written"]

IMPLIED = (3, 6, 9, 12)
_DIGITS = re.compile(r"\d(?:[\d.,'’\u00a0\u2009\u202f]*\d)?")
_SCALE_WORD = re.compile(r"\s*([^\W\d_]+)")
_GROUPED = re.compile(r"\d{1,3}(?:([.,'’\u00a0\u2009\u202f])\d{3})+")


@dataclass(frozen=True, slots=True)
class Written:
    """The figure of a mention as written.

    Offsets count from the start of the mention. `scale` is the power of ten of the scale word,
    which stands from `scale_start` to `scale_end` ("" where both are equal).
    """

    start: int
    end: int
    digits: str
    decimals: int
    decimal_mark: str
    group_mark: str
    scale: int
    scale_start: int
    scale_end: int


def read_written(mention: Mention, language: str) -> Written | None:
    """Return how the first figure of a mention is written, None where it is written in words.

    >>> from verifier.model import Kind
    >>> mention = Mention(start=0, end=8, text="4,1 juta", kind=Kind.NUMBER, values=(Decimal("4.1E+6"),))
    >>> written = read_written(mention, "id")
    >>> written.digits, written.decimals, written.decimal_mark, written.scale
    ('4,1', 1, ',', 6)
    >>> rain = Mention(start=0, end=5, text="30 mm", kind=Kind.MEASURE, values=(Decimal(30),), unit="mm")
    >>> written = read_written(rain, "en")
    >>> written.scale, written.scale_start == written.scale_end
    (0, True)
    """
    return _read(mention.text, mention.values[0], language) if mention.values else None


@cache
def _scales(language: str) -> Mapping[str, int]:
    """Return the scale words with their powers of ten."""
    numerals = load_pack(language).numerals
    words = {word.lower(): value for word, value in numerals.scales.items()} | dict(numerals.scale_abbreviations)
    return {word: len(str(value)) - 1 for word, value in words.items()}


@lru_cache(maxsize=4096)
def _read(text: str, value: Decimal, language: str) -> Written | None:
    found = _DIGITS.search(text)
    if found is None:
        return None
    digits = found[0]
    scale, scale_start, scale_end = _scale_after(text, found.end(), _scales(language))
    last = value.as_tuple().exponent
    scale = scale or _implied_scale(digits, value)
    decimals = max(0, scale - last) if isinstance(last, int) else 0
    decimal_mark = ""
    if decimals and len(digits) > decimals and not digits[-decimals - 1].isdigit():
        decimal_mark = digits[-decimals - 1]
    if decimals and not decimal_mark:  # millimetres are no millions: "30 mm"
        scale, scale_end = 0, scale_start
    whole = digits[: -decimals - 1] if decimal_mark else digits
    grouped = _GROUPED.fullmatch(whole)
    return Written(
        start=found.start(),
        end=found.end(),
        digits=digits,
        decimals=decimals if decimal_mark else 0,
        decimal_mark=decimal_mark,
        group_mark=grouped[1] if grouped else "",
        scale=scale,
        scale_start=scale_start,
        scale_end=scale_end,
    )


def _implied_scale(digits: str, value: Decimal) -> int:
    """Return the power of ten that a scale word farther on gives to a number: 6 for the "5,27" of "5,27 dan 5,61 juta".

    >>> _implied_scale("5,27", Decimal("5.27E+6")), _implied_scale("5.270.000", Decimal("5270000"))
    (6, 0)
    """
    _, figures, last = value.as_tuple()
    bare = "".join(character for character in digits if character.isdigit()).lstrip("0")
    if not isinstance(last, int) or last <= 0 or bare != "".join(map(str, figures)):
        return 0
    for power in IMPLIED:
        decimals = power - last
        if decimals == 0 or (0 < decimals < len(digits) and not digits[-decimals - 1].isdigit()):
            return power
    return 0


def _scale_after(text: str, place: int, scales: Mapping[str, int]) -> tuple[int, int, int]:
    scale, start, end = 0, place, place
    while found := _SCALE_WORD.match(text, end):
        power = scales.get(found[1], scales.get(found[1].lower()))
        if power is None:
            break
        start = found.start(1) if not scale else start
        scale, end = scale + power, found.end()
    return scale, start, end
