"""A document in, the language that it says, or whose words it uses most, out."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache

from verifier.documents import Document
from verifier.errors import InputError
from verifier.packs import languages, load_part

__all__ = ["detect_language", "language_of", "likely_languages"]

ENOUGH = 2  # function words
FAR_AHEAD = 2  # times as many as the next language
SAMPLE = 20_000  # characters: the beginning of a text says what language it is in
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
    """Return the code of the language of `text`, by the words that the language packs list.

    Function words decide. Where they leave it open, as between neighbouring languages, number words,
    months and units are asked too; where these do as well, it is the language that is known better.

    Raises:
        InputError: the text has no word of any language.

    >>> detect_language("Harga beras naik dan produksi turun pada bulan Juni.")
    'id'
    """
    likely = likely_languages(text)
    if not likely:
        raise InputError(f"cannot tell the language of the text; name it: {', '.join(languages())}")
    return likely[0]


def likely_languages(text: str) -> tuple[str, ...]:
    """Return the language that has most words of `text`; several that have as many, that known better first.

    >>> likely_languages("Harga beras naik dan produksi turun pada bulan Juni."), len(likely_languages("x (IDR)")) > 1
    (('id',), True)
    """
    words = _WORD.findall(text[:SAMPLE].lower())
    first, second = _ranked(words, _small_words)[:2]
    if first[0] >= max(ENOUGH, FAR_AHEAD * second[0]):
        return (first[-1],)
    ranked = _ranked(words, _common_words)
    most = ranked[0][0]
    return tuple(code for count, _, code in ranked if count == most) if most else ()


def _ranked(words: Sequence[str], vocabulary: Callable[[str], frozenset[str]]) -> list[tuple[int, int, str]]:
    """Return for each language how many of the words it has, how many it knows, and its code, best first."""
    known = {code: vocabulary(code) for code in languages()}
    return sorted(((sum(map(known[code].__contains__, words)), len(known[code]), code) for code in known), reverse=True)


@cache
def _small_words(code: str) -> frozenset[str]:
    return frozenset(load_part(code, "phrases").function_words)


@cache
def _common_words(code: str) -> frozenset[str]:
    parts = [load_part(code, part) for part in ("phrases", "numerals", "dates", "units")]
    listed = (value for part in parts for value in _texts([getattr(part, one.name) for one in fields(part)]))
    return frozenset(word for text in listed for word in _WORD.findall(text.lower()) if len(word) > 1)


def _texts(value: object) -> Iterator[str]:
    """Yield all words of a part of a pack: those of lists, and of tables the words and not their meanings."""
    if isinstance(value, Mapping):
        for word, meaning in value.items():
            yield from _texts(meaning) if isinstance(meaning, tuple) else (word,)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, str):
        yield value
