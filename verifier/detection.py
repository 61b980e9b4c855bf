"""A document in, the language that it says, or whose small words it uses most, out."""

import re
from functools import cache

from verifier.documents import Document
from verifier.errors import InputError
from verifier.packs import languages, load_pack

__all__ = ["detect_language", "language_of"]

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
    """Return the code of the language of `text`, by the function words that each language pack lists.

    Raises:
        InputError: the text has no such word, or as many of one language as of another.

    >>> detect_language("Harga beras naik dan produksi turun pada bulan Juni.")
    'id'
    """
    words = _WORD.findall(text[:SAMPLE].lower())
    scores = {code: sum(word in _small_words(code) for word in words) for code in languages()}
    best, *others = sorted(scores, key=lambda code: -scores[code])
    if not scores[best] or (others and scores[others[0]] == scores[best]):
        raise InputError(f"cannot tell the language of the text; name it: {', '.join(languages())}")
    return best


@cache
def _small_words(code: str) -> frozenset[str]:
    return frozenset(load_pack(code).phrases.function_words)
