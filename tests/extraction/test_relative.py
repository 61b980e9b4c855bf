"""Phrases that need a clock are given to dateparser, cut out and with the day of the text."""

from datetime import date

import pytest

from verifier import extract
from verifier.extraction.relative import day_of_phrase

TODAY = date(2024, 10, 14)

PHRASES = [
    # phrase             language  day
    ("3 hours ago",      "en",     "2024-10-14"),  # counted from noon
    ("18 hours ago",     "en",     "2024-10-13"),
    ("30 menit lalu",    "id",     "2024-10-14"),
    ("4,1 juta",         "id",     None),          # no phrase of time
    ("3 hours ago",      "xx",     None),          # a language that dateparser does not have
    ("ago " * 40,        "en",     None),          # too long to be one
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "language", "day"), PHRASES)
def test_day_of_phrase(phrase, language, day):
    assert day_of_phrase(phrase, language, TODAY) == day


def test_extract_resolves_hours_against_the_day_of_the_text():
    [mention] = extract("The valve was shut 18 hours ago.", language="en", reference_date=TODAY)
    assert (mention.relative, mention.date, mention.resolved) == (True, None, "2024-10-13")


def test_without_a_reference_date_nothing_is_resolved():
    [mention] = extract("The valve was shut 18 hours ago.", language="en")
    assert mention.resolved is None
