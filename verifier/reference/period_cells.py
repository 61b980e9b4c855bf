"""A header or cell that names a period in, EDTF out: "Jan 2024", "Triwulan II 2024", "2024M06", "31/12/2023" …

Only spellings that name their year are read; a text that is no period gives None. Two-digit years are
read after a month only ("Jan-24", not "October 13") and lie in 1970 to 2069.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from verifier.errors import InputError
from verifier.extraction.digits import roman
from verifier.periods import Period, format_year, month_edtf
from verifier.reference.words import fold, listed, merged, packs_for, turned

__all__ = ["PeriodWords", "date_order", "period_words", "read_part", "read_period"]

_LONGEST = 60
_PIVOT = 70  # "Jan-70" is 1970, "Jan-69" is 2069
_SHORT = 3  # letters; "May" and "Mei" are cut forms as well
_DAY_FIRST, _MONTH_FIRST = "day month year", "month day year"
_COUNTS = {"quarter": 4, "half": 2, "month": 12}
_TOKENS = re.compile(r"[0-9]+|[^\W\d_]+(?:'[^\W\d_]+)?|[-–—/]")
_EDTF = re.compile(r"-?[0-9]{4}(?:-[0-9]{2}){0,2}|[0-9]{4}-[QH][1-4]|[0-9]{2,3}X{1,2}|[-0-9QH]{4,10}/[-0-9QH]{4,10}")
_CLOCK = re.compile(r"[ T]00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)?$")
_YEAR_FIRST = re.compile(r"([0-9]{4})[/.]([0-9]{1,2})(?:[/.]([0-9]{1,2}))?|([0-9]{4})-([0-9])(?:-([0-9]{1,2}))?")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")
_MONTH_YEAR = re.compile(r"([0-9]{1,2})[-/.]([0-9]{4})")
_YEARS = re.compile(r"([0-9]{4}) ?[-–—/] ?([0-9]{4}|[0-9]{2})")
_CODED = re.compile(r"([0-9]{4})[- ]?([MmSs])([0-9]{1,2})")
_COMPACT = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})?")
_PART = re.compile(r"([0-9]{4})-(Q[2-4]|0[2-9]|1[0-2])")
_FLOAT_YEAR = re.compile(r"([0-9]{4})\.0+")


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """The words of periods, folded."""

    months: Mapping[str, int]
    kinds: Mapping[str, str]  # "triwulan" = "quarter"
    ordinals: Mapping[str, int]
    ordinal_affixes: tuple[str, ...]
    eras: Mapping[str, str]
    decade_suffixes: frozenset[str]
    joiners: tuple[str, ...]
    orders: tuple[str, ...]  # of day, month and year in figures; one where all languages agree


@cache
def period_words(language: str | None = None) -> PeriodWords:
    """Return the words of periods in `language`, and in all others.

    >>> period_words("id").months["oktober"]
    10
    """
    packs = packs_for(language)
    speaking = packs if language is None else packs[:1]
    return PeriodWords(
        months={fold(word).rstrip("."): int(n) for word, n in turned(pack.dates.months for pack in packs).items()},
        kinds=turned(table for pack in packs for table in (pack.dates.periods, pack.tables.period_forms)),
        ordinals=merged(pack.numerals.ordinals for pack in packs),
        ordinal_affixes=listed(pack.numerals.ordinal_prefixes + pack.numerals.ordinal_suffixes for pack in packs),
        eras=turned(pack.dates.eras for pack in packs),
        decade_suffixes=frozenset(listed(pack.dates.decade_suffixes for pack in packs)),
        joiners=listed(pack.tables.interval_joiners for pack in packs),
        orders=tuple(dict.fromkeys(pack.dates.numeric_order for pack in speaking)),
    )


def read_period(text: str, words: PeriodWords, *, order: str | None = None) -> str | None:
    """Return the EDTF of the period that a header or cell names, None where it names none.

    Args:
        text: the header or cell as it is.
        words: the words to read it with.
        order: of dates in figures, as `date_order` found it; without it such a date is only read
            where one of its numbers can be no month.

    >>> words = period_words("id")
    >>> [read_period(text, words) for text in ("Jan 2024", "Triwulan II 2024", "2024M06", "2010/2011", "ton")]
    ['2024-01', '2024-Q2', '2024-06', '2010/2011', None]
    """
    text = " ".join(text.split())
    if not text or len(text) > _LONGEST:
        return None
    text = _CLOCK.sub("", text)
    return _valid(_in_figures(text, order)) or _valid(_in_words(text, words))


def date_order(texts: Iterable[str], words: PeriodWords) -> str | None:
    """Return the order of day and month in a column of dates in figures, None where nothing tells it.

    One date with a number above 12 tells it for all; else the language of the table does, where it is known.

    >>> date_order(["03/04/2024", "31/12/2023"], period_words())
    'day month year'
    """
    seen = set()
    for text in texts:
        match = _YEAR_LAST.fullmatch(_CLOCK.sub("", text.strip()))
        if match and int(match[1]) > 12:
            seen.add(_DAY_FIRST)
        elif match and int(match[3]) > 12:
            seen.add(_MONTH_FIRST)
    if not seen:
        return words.orders[0] if len(words.orders) == 1 else None
    return seen.pop() if len(seen) == 1 else None


def read_part(text: str, kind: str, words: PeriodWords) -> int | None:
    """Return the number of a month, quarter or half that stands alone in a column beside the year.

    >>> words = period_words("id")
    >>> read_part("Maret", "month", words), read_part("Triwulan II", "quarter", words), read_part("3", "month", words)
    (3, 2, 3)
    """
    tokens = [token for token in _TOKENS.findall(fold(text)) if words.kinds.get(token) != kind]
    if len(tokens) != 1:
        return None
    number = words.months.get(tokens[0]) if kind == "month" else None
    number = number or _number(tokens[0], words)
    return number if number is not None and 1 <= number <= _COUNTS[kind] else None


def _valid(edtf: str | None) -> str | None:
    """Return `edtf` where such a day or month exists."""
    if edtf is None:
        return None
    try:
        return Period.read(edtf).edtf
    except InputError:
        return None


def _in_figures(text: str, order: str | None) -> str | None:
    if match := _FLOAT_YEAR.fullmatch(text):
        return match[1]
    if match := _YEARS.fullmatch(text):
        return _year_pair(match[1], match[2])
    if _EDTF.fullmatch(text):
        return text
    if match := _YEAR_LAST.fullmatch(text):
        return _figured_date(int(match[1]), int(match[3]), int(match[4]), order)
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = (match[1], match[2], match[3]) if match[1] else (match[4], match[5], match[6])
        return _date(int(year), int(month), int(day) if day else None)
    if match := _CODED.fullmatch(text):
        if match[2].lower() == "m":
            return _date(int(match[1]), int(match[3]), None)
        return f"{match[1]}-H{match[3]}"
    if match := _COMPACT.fullmatch(text):
        return _date(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)
    match = _MONTH_YEAR.fullmatch(text)
    return _date(int(match[2]), int(match[1]), None) if match else None


def _year_pair(first: str, second: str) -> str | None:
    """Read "2010/2011", "2010-2014" and "2010/11"; "2010-06" is a month, "2011/12" a pair of years."""
    if len(second) == 4:
        return f"{first}/{second}"
    if (int(first) + 1) % 100 == int(second):
        return f"{first}/{int(first) + 1:04d}"
    return f"{first}-{second}" if 1 <= int(second) <= 12 else None


def _figured_date(one: int, two: int, year: int, order: str | None) -> str | None:
    if order is None and one <= 12 and two <= 12 and one != two:
        return None
    month_first = two > 12 or (order == _MONTH_FIRST and one <= 12)
    day, month = (two, one) if month_first else (one, two)
    return _date(year, month, day)


def _date(year: int, month: int, day: int | None) -> str:
    return month_edtf(year, month) if day is None else f"{month_edtf(year, month)}-{day:02d}"


def _in_words(text: str, words: PeriodWords) -> str | None:
    """Read a period with a word in it, or two of them joined."""
    text = fold(text)
    single = _single(text, words)
    if single is not None:
        return single
    for joiner in words.joiners:
        if joiner[0].isalpha() and text.startswith(f"{joiner} "):
            return _since_january(_single(text.removeprefix(joiner).strip(), words))
        spaced = f" {joiner} " if joiner[0].isalnum() else joiner
        left, found, right = text.partition(spaced)
        if found and left.strip() and right.strip():
            return _joined_periods(left.strip(), right.strip(), words)
    return None


def _since_january(end: str | None) -> str | None:
    """Return the part of a year that ends with a month or a quarter: "s.d. Juni 2024"."""
    match = _PART.fullmatch(end or "")
    return f"{match[1]}-{'Q1' if match[2][0] == 'Q' else '01'}/{end}" if match else None


def _joined_periods(left: str, right: str, words: PeriodWords) -> str | None:
    """Read "Januari-Juni 2024" and "Jan 2023 - Jun 2024": the year may stand at the end only."""
    end = _single(right, words)
    if end is None:
        return None
    start = _single(left, words) or _single(f"{left} {right[-4:]}", words)
    return f"{start}/{end}" if start else None


def _single(text: str, words: PeriodWords) -> str | None:
    """Read one period by what its pieces are: a year, a month, a number, a word for a kind of period."""
    shape, found = "", {}
    for token in _TOKENS.findall(text.replace("'", " ") if text[-3:-2] == "'" else text):
        letter, value = _piece(token, words)
        if letter == "?" or (letter in found and letter != "-"):
            return None
        if letter != "-":
            shape += letter
            found[letter] = value
    if shape == "MN" and found["N"] < 32 and _names_a_day(text, words):
        return None
    return _of_shape("".join(sorted(shape)), found, shape)


def _names_a_day(text: str, words: PeriodWords) -> bool:
    """Return whether a month is written out and a space leads to the number: "October 13" has no year; "Oct 13" may."""
    month, _, rest = text.partition(" ")
    cut = any(len(other) > len(month) and other.startswith(month) for other in words.months)
    return rest.isdecimal() and len(month) > _SHORT and not cut


def _piece(token: str, words: PeriodWords) -> tuple[str, int]:
    """Return what a piece is: Y year, M month, N number, Q H T the words for quarter, half, year …"""
    if token.isdecimal():
        return ("Y" if len(token) == 4 else "N", int(token)) if len(token) <= 4 else ("?", 0)
    if not token[0].isalnum():
        return "-", 0
    if token in words.months:
        return "M", words.months[token]
    if token in words.kinds:
        return {"quarter": "Q", "half": "H", "year": "T", "month": "U"}.get(words.kinds[token], "?"), 0
    if token in words.eras:
        return ("B", 0) if words.eras[token] == "before" else ("A", 0)
    if token in words.decade_suffixes:
        return "D", 0
    if token in words.ordinal_affixes:
        return "-", 0
    number = _number(token, words)
    return ("N", number) if number is not None else ("?", 0)


def _number(token: str, words: PeriodWords) -> int | None:
    if token.isdecimal() and len(token) <= 2:
        return int(token)
    return roman(token.upper()) or words.ordinals.get(token)


def _of_shape(shape: str, found: Mapping[str, int], order: str) -> str | None:
    """Return the EDTF of pieces by their sorted letters."""
    year, number = found.get("Y", 0), found.get("N", 0)
    if shape in ("Y", "TY", "AY"):
        return format_year(year)
    if shape in ("BY", "BTY"):
        return format_year(1 - year)
    if shape in ("BN", "BNT"):
        return format_year(1 - number) if number else None
    if shape in ("MY", "MTY", "MUY"):
        return month_edtf(year, found["M"])
    if shape == "MNY":
        return _date(year, found["M"], number)
    if shape == "NQY":
        return f"{format_year(year)}-Q{number}"
    if shape == "HNY":
        return f"{format_year(year)}-H{number}"
    if shape == "DY" and year % 10 == 0:
        return f"{year // 10:03d}X"
    if order == "MN" and number < 100:  # "Jan-24"
        return month_edtf(number + (1900 if number >= _PIVOT else 2000), found["M"])
    return None
