"""A document in, the language that it says, or whose words it uses most, out."""

import re
from functools import cache

from verifier.documents import Document
from verifier.errors import InputError
from verifier.packs import languages, load_pack

__all__ = ["detect_language", "language_of"]

SAMPLE = 20_000  # characters: the beginning of a text says what language it is in
OWN = 4  # how much more a word says that only one language has
_WORD = re.compile(r"[^\W\d_]+")


def language_of(document: Document, *, given: str | None = None) -> str:
    """Return the language to read `document` in: the one given, else its own, else what it looks like.

    >>> language_of(Document(name="a.txt", text="Harga beras naik dan produksi turun."), given="en")
    'en'
    """
    stated = given or document.language
    if stated is None:
        try:
            return detect_language(document.text)
        except InputError as error:
            raise InputError(f"{document.name}: {error}") from None
    if given is None and stated not in languages():
        raise InputError(f"{document.name}: says that its language is {stated!r}; known are {', '.join(languages())}")
    return stated


def detect_language(text: str) -> str:
    """Return the code of the language of `text`, by the words that its pack lists.

    A word that only one pack has says more than one that several share, so that neighbours such as
    two languages with one grammar and other month names are told apart.

    Raises:
        InputError: the text has no such word, or speaks for two languages alike.

    >>> detect_language("Harga beras naik dan produksi turun pada bulan Juni.")
    'id'
    """
    words = _WORD.findall(text[:SAMPLE].lower())
    scores = {code: _score(words, code) for code in languages()}
    best, *others = sorted(scores, key=lambda code: -scores[code])
    if not scores[best] or (others and scores[others[0]] == scores[best]):
        raise InputError(f"cannot tell the language of the text; name it: {', '.join(languages())}")
    return best


def _score(words: list[str], code: str) -> int:
    known, own = _vocabulary(code), _own_words(code)
    return sum(OWN if word in own else word in known for word in words)


@cache
def _own_words(code: str) -> frozenset[str]:
    """Return the words that no other pack has."""
    return _vocabulary(code).difference(*(_vocabulary(other) for other in languages() if other != code))


@cache
def _vocabulary(code: str) -> frozenset[str]:
    """Return the small words of a language, its number words, and its names of months, days and units."""
    pack = load_pack(code)
    numerals, dates = pack.numerals, pack.dates
    phrases = (
        *pack.phrases.function_words,
        *numerals.cardinals,
        *numerals.scales,
        *(word for words in (*dates.months.values(), *dates.weekdays.values()) for word in words),
        *(word for words in (*pack.units.units.values(), *pack.phrases.modifiers.values()) for word in words),
    )
    return frozenset(word for phrase in phrases for word in _WORD.findall(phrase.lower()))
