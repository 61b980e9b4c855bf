"""Number words that are written together: what fits into one number is read, what does not is none."""

import pytest

from verifier.extraction.compounds import Compound, compound_beginnings, compound_of, compound_pattern
from verifier.pack import Numerals
from verifier.packs import load_pack

GERMAN = load_pack("de").numerals

NUMBERS = [
    ("einundzwanzig", 21),
    ("dreiundzwanzig", 23),
    ("neunundneunzig", 99),
    ("einhundert", 100),
    ("hundertfünf", 105),
    ("hunderteins", 101),
    ("zweihundertfünfzig", 250),
    ("zweihundertfünfundzwanzig", 225),
    ("neunzehnhundert", 1900),  # years are spoken like this
    ("neunzehnhundertneunundachtzig", 1989),
    ("tausendeins", 1001),
    ("zweitausend", 2000),  # "zweit" is a stem of an ordinal too
    ("viertausendachthundert", 4800),
    ("hunderttausend", 100_000),
    ("dreihundertfünfundsechzigtausend", 365_000),
    ("neunhundertneunundneunzigtausendneunhundertneunundneunzig", 999_999),
]
ORDINALS = [
    ("einundzwanzigste", 21),
    ("dreiundzwanzigsten", 23),
    ("hundertersten", 101),
    ("zweihundertstes", 200),
    ("tausenddritter", 1003),
]
NONE = [
    "zwanzig",  # one word is no compound
    "zwanzigzwei",
    "zweidrei",
    "zweiundzwei",
    "zehnundzwanzig",
    "zweihundertdreihundert",
    "tausendtausend",
    "hundertund",
    "undzwanzig",
    "einander",
    "achteck",
    "dreieinigkeit",
    "zweitklassig",
    "einundzwanziger",
    "hunderttausende",
    "",
]


@pytest.mark.parametrize(("word", "value"), NUMBERS)
def test_numbers(word, value):
    assert compound_of(word, compound_pattern(GERMAN), GERMAN) == Compound(value, ordinal=False)


@pytest.mark.parametrize(("word", "value"), ORDINALS)
def test_ordinals(word, value):
    assert compound_of(word, compound_pattern(GERMAN), GERMAN) == Compound(value, ordinal=True)


@pytest.mark.parametrize("word", NONE)
def test_what_is_no_number(word):
    assert compound_of(word, compound_pattern(GERMAN), GERMAN) is None


@pytest.mark.parametrize("word", [word for word, _ in (*NUMBERS, *ORDINALS)])
def test_the_scanner_stops_at_every_one(word):
    assert word.startswith(tuple(compound_beginnings(GERMAN)))


def test_a_language_that_writes_numbers_apart_has_no_pattern():
    assert compound_pattern(load_pack("id").numerals) is None
    assert compound_beginnings(load_pack("id").numerals) == set()


def test_a_language_without_words_finds_nothing_and_does_not_hang():
    empty = Numerals(compounds=True)
    assert compound_of("zwei" * 1000, compound_pattern(empty), empty) is None
    assert compound_of("zweihundert" * 1000, compound_pattern(GERMAN), GERMAN) is None
