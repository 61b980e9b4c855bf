"""Surfaces: what each is taken for, and that what was looked up before has no say."""

import pytest

from verifier import extract
from verifier.extraction.lexicon import lexicon
from verifier.extraction.surfaces import Surfaces, kind_of

KINDS = [
    # surface, without the space before it, and its kind
    ("harga",                "word"),
    ("o'clock",              "word"),
    ("café",                 "word"),
    ("\u0301",               "word"),     # a mark without a letter
    ("4,1",                  "numeral"),
    ("1.234.567,89",         "numeral"),
    ("1 234 567",            "numeral"),
    ("1'234",                "numeral"),
    ("٣.٥",                  "numeral"),
    ("½",                    "numeral"),
    ("2024-10-13",           "iso"),
    ("2024-10-13T10:30:00Z", "iso"),
    ("13/10/2024",           "slashed"),
    ("1-10-2024",            "slashed"),
    ("13.10.2024",           "slashed"),
    ("9:48",                 "clock"),
    ("9: 48",                "clock"),
    ("²³",                   "power"),
    ("%",                    "sign"),
    ("_",                    "sign"),
    ("“",                    "sign"),
    ("www.a.id/5",           "url"),
    ("a5@b.id",              "url"),
    ("4shared.com",          "url"),
    ("①",                    ""),         # neither a word nor a sign nor a digit
]  # fmt: skip

OTHER_PLACES = [
    # a text that may teach something wrong, and one whose facts must stay what they are
    ("kode x-1.10.2024 itu",  "pada 1.10.2024 itu"),
    ("pada 1.10.2024 itu",    "kode x-1.10.2024 itu"),
    ("12.30.2024.5",          "versi 12.30.2024"),
    ("a①5 km",                "a 5 km"),
]  # fmt: skip


@pytest.mark.parametrize(("surface", "kind"), KINDS)
def test_the_kind_of_a_surface(surface, kind):
    assert kind_of(surface) == kind


@pytest.mark.parametrize(("before", "text"), OTHER_PLACES)
def test_what_was_read_before_has_no_say(before, text):
    lexicon("id").surfaces.clear()
    alone = extract(text, language="id")
    lexicon("id").surfaces.clear()
    extract(before, language="id")
    assert extract(text, language="id") == alone


def test_the_space_before_a_surface_is_a_part_of_it():
    surfaces = lexicon("id").surfaces
    glued, spaced, below = surfaces["juta"], surfaces[" juta"], surfaces["\n  juta"]
    assert (glued.gap, spaced.gap, below.gap) == (0, 1, 1)
    assert (glued.space, spaced.space, below.space) == (0, 1, 3)
    assert (glued.breaks, spaced.breaks, below.breaks) == (False, False, True)
    assert glued.key == spaced.key == below.key == "juta"


def test_a_surface_is_looked_up_once():
    surfaces = lexicon("id").surfaces
    assert surfaces[" juta"] is surfaces[" juta"]


def test_what_is_kept_is_bounded(monkeypatch):
    monkeypatch.setattr("verifier.extraction.surfaces.MOST_SURFACES", 10)
    words = lexicon("id")
    surfaces = Surfaces(words.root, words.pack.numerals, None)
    for number in range(1000):
        assert surfaces[f" kata{number}x"].gap == 1
        assert len(surfaces) <= 10


def test_long_surfaces_are_not_kept():
    surfaces = lexicon("id").surfaces
    assert surfaces["a" * 1000].kind == "word"
    assert "a" * 1000 not in surfaces
