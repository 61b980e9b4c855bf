"""Texts that nobody wrote: strings of any characters, soups of a pack's words, and sentences gone wrong."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache

from hypothesis import strategies as st
from properties.speech import SPEECH
from properties.styles import STYLES

from verifier.packs import load_pack

__all__ = ["any_text", "codes", "paragraphs", "sentences"]

MARKS = [
    *"0123456789", "12", "007", "2024", "1.5", "1,5", "1.234", "1,234,567", "1.2.3", "31/12/2024", "2024-02-30",
    *".,;:!?-–—−+±%‰°′″'\"’“”()[]{}<>/\\|&@#*^_~=$€£¥₹½¾²³⁰", "Rp", "US$", "http://", "www.", "a@b.", "e", "x", "10^",
    " ", " ", " ", "  ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u2009", "\u202f", "\u200b", "\u00ad", "\ufeff",
    "\u202e", "\u0301", "\u20e3", "\u2028", "\x00", "\x1c", "\x85", "İ", "ß", "ŉ", "ﷺ", "ﬃ", "٣", "१", "３", "𝟓", "Ⅳ",
    "24:00", "①", "👨\u200d👩", "\ud800", "N", "X", "A", "kata", "Kota", "NASA", "the", "yang", "×",
]  # fmt: skip


@cache
def _words(code):
    """Return every word of a pack that the stages of extraction look up."""
    pack = load_pack(code)
    parts = [getattr(pack, name) for name in ("numerals", "dates", "units", "phrases", "noise")]
    values = [getattr(part, each.name) for part in parts if is_dataclass(part) for each in fields(part)]
    return sorted({word for value in values for word in _strings(value)})


def _strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, below in value.items():
            yield str(key)
            yield from _strings(below)
    elif isinstance(value, tuple | list):
        for below in value:
            yield from _strings(below)


codes = st.sampled_from(sorted(SPEECH))


def _cased(word):
    return st.sampled_from((word, word, word.upper(), word.capitalize()))


def soup(code):
    """Return texts of the pack's words, numbers and marks in any order, some of them glued together."""
    word = st.sampled_from(_words(code)).flatmap(_cased)
    piece = st.one_of(word, word, st.sampled_from(MARKS), st.integers(0, 10**13).map(str))
    joint = st.sampled_from((" ", " ", " ", "", "-", ", "))
    return st.lists(st.tuples(piece, joint), max_size=30).map(
        lambda pieces: "".join(word + joint for word, joint in pieces)
    )


@st.composite
def sentences(draw, code=None):
    """Draw a sentence that states one fact, in the language `code` or, where the renderer has none, in any."""
    speech = SPEECH[code if code in SPEECH else draw(st.sampled_from(sorted(SPEECH)))]
    data = draw(st.data())
    rendered = STYLES[draw(st.sampled_from(sorted(STYLES)))](data, speech)
    carrier = draw(st.sampled_from(speech.carriers))
    return carrier.format(f"{rendered.lead}{rendered.surface}{rendered.tail}")


@st.composite
def spoilt(draw, code):
    """Draw a sentence of which pieces were cut, doubled, replaced or put elsewhere."""
    text = draw(sentences(code))
    for _ in range(draw(st.integers(1, 4))):
        begin = draw(st.integers(0, len(text)))
        end = draw(st.integers(begin, min(begin + 12, len(text))))
        instead = draw(
            st.one_of(st.just(""), st.just(text[begin:end] * 2), st.sampled_from(MARKS), st.text(max_size=3))
        )
        text = text[:begin] + instead + text[end:]
    return text


def any_text(code):
    """Return strategies of every sort of text for one language."""
    runs = st.tuples(st.sampled_from(MARKS), st.integers(1, 300)).map(lambda run: run[0] * run[1])
    characters = st.text(st.characters(codec=None, categories=None), max_size=60)  # with lone surrogates
    return st.one_of(soup(code), spoilt(code), characters, runs)


def paragraphs(code):
    """Return strategies of whole paragraphs: sentences, soups, and those gone wrong."""
    return st.one_of(st.lists(sentences(code), min_size=1, max_size=3).map(" ".join), spoilt(code), soup(code))
