"""Text in, mentions out: the stages from top to bottom."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Context, localcontext
from itertools import islice

from verifier.errors import InputError, InputTypeError
from verifier.extraction.compose import amounts_of
from verifier.extraction.dates import read_dates
from verifier.extraction.densities import read_densities
from verifier.extraction.entities import without_entities
from verifier.extraction.exchange_rates import read_rates
from verifier.extraction.implied_prices import imply_prices
from verifier.extraction.implied_units import imply_units
from verifier.extraction.lexicon import lexicon
from verifier.extraction.lists import join_amounts
from verifier.extraction.mentions import mentions_of
from verifier.extraction.numerals import read_numerals
from verifier.extraction.scan import join_phrases, scan
from verifier.extraction.sift import sift
from verifier.extraction.tokens import Window
from verifier.model import Mention, SetAside

__all__ = ["Extraction", "Watch", "extract", "read_text", "reference_day"]

READING = Context(prec=60, traps=[])  # what the caller set up for decimals has no say here

STAGES = (("scan", join_phrases), ("numerals", read_numerals), ("dates", read_dates))
BATCH = 256  # windows that are read together

Watch = Callable[[str, Window], None]  # is told the stage, and shown the tokens after it


@dataclass(slots=True)
class Extraction:
    """What one text gave: its facts, and what was set aside."""

    mentions: list[Mention] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)


def extract(text: str, *, language: str, reference_date: date | str | None = None) -> list[Mention]:
    """Return the numeric facts that `text` states, in the order they stand in it.

    Args:
        text: any string; spans of the result index it as given.
        language: the code of a language pack ("id", "en").
        reference_date: the day the text was written, as a date or "2024-10-14"; relative dates
            ("Juni", "kemarin") are resolved against it, and stay unresolved without it.

    Raises:
        InputTypeError: `text` is no string.
        UnknownLanguage: there is no pack for `language`.
        InputError: `reference_date` is no date.

    >>> [mention] = extract("Produksi mencapai 4,1 juta barel per hari.", language="id")
    >>> mention.text, mention.unit, str(mention.values[0])
    ('4,1 juta barel per hari', 'barrel/day', '4.1E+6')
    """
    return read_text(text, language=language, reference_date=reference_date).mentions


def read_text(
    text: str, *, language: str, reference_date: date | str | None = None, watch: Watch | None = None
) -> Extraction:
    """Return the facts of `text` together with what was set aside; `watch` is shown every stage."""
    if not isinstance(text, str):
        raise InputTypeError(f"extraction reads a str, not {type(text).__name__}; decode bytes first")
    words = lexicon(language)
    today = reference_day(reference_date)
    result = Extraction()
    plain = without_entities(text)
    windows = scan(plain, words)
    with localcontext(READING):
        while batch := list(islice(windows, 1 if watch else BATCH)):
            _read_windows(batch, today, result, watch)
    return result if plain == text else _as_written(result, text)


def reference_day(value: date | str | None) -> date | None:
    """Return the day that a text is counted from, as a date; a moment is taken for its day.

    >>> reference_day("2024-10-14")
    datetime.date(2024, 10, 14)
    """
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise InputError(f"a reference date is a day such as 2024-10-14, not {value!r}") from None


def _as_written(result: Extraction, text: str) -> Extraction:
    """Return the facts of a text whose entities were read as characters, each with its part of that text."""
    return Extraction(
        [replace(mention, text=text[mention.start : mention.end]) for mention in result.mentions],
        [replace(aside, text=text[aside.start : aside.end]) for aside in result.set_aside],
    )


def _read_windows(windows: list[Window], today: date | None, result: Extraction, watch: Watch | None) -> None:
    """Run each stage over all of the windows: code that runs again and again runs faster than code in turns."""
    for stage, read in STAGES:
        for window in windows:
            read(window)
        if watch is not None:
            for window in windows:
                watch(stage, window)
    found = [(window, amounts_of(window)) for window in windows]
    for window, amounts in found:
        if amounts:
            sift(amounts, window)
    found = [
        (window, join_amounts(amounts, window.tokens, window.lexicon) if len(amounts) > 1 else amounts)
        for window, amounts in found
    ]
    for window, amounts in found:
        if amounts:
            imply_units(amounts, window)
            imply_prices(amounts, window)
            read_rates(amounts, window)
            read_densities(amounts, window)
        mentions, set_aside = mentions_of(amounts, window, today)
        result.mentions += mentions
        result.set_aside += set_aside
