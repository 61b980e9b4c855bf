"""A relative phrase and the day of the text in, the day that is meant out, by dateparser.

This is the only user of dateparser. It is asked for the phrases that the calendar of `resolve.py`
does not reach (hours and minutes from the day of the text), never for raw text: what it is given
was cut out by the date grammar, so it cannot take a price for a day. Its answers are kept, since
one of them costs as much as reading a page.
"""

from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

__all__ = ["day_of_phrase"]

LONGEST = 60  # characters of a phrase; dateparser takes a second for a very long one
SETTINGS = {"PARSERS": ["relative-time"], "RETURN_AS_TIMEZONE_AWARE": False}


@lru_cache(maxsize=4096)
def day_of_phrase(phrase: str, language: str, today: date) -> str | None:
    """Return the day that a relative phrase means, as EDTF; None where dateparser does not know it.

    The moment of the text is taken for the noon of its day.

    >>> day_of_phrase("3 hours ago", "en", date(2024, 10, 14))
    '2024-10-14'
    """
    if len(phrase) > LONGEST:
        return None
    try:
        found = _parser(language, today).get_date_data(phrase)
    except (ValueError, OverflowError):  # a language that dateparser does not have, a day beyond the calendar
        return None
    return None if found is None or found.date_obj is None else str(found.date_obj.date().isoformat())


@lru_cache(maxsize=64)
def _parser(language: str, today: date) -> Any:
    from dateparser.date import DateDataParser

    base = datetime.combine(today, time(12))
    return DateDataParser(languages=[language], settings={**SETTINGS, "RELATIVE_BASE": base})
