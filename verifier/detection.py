"""A document in, the language that it says, or whose words it uses most, out."""

import re
from collections import Counter
from functools import cache

from verifier.documents import Document
from verifier.errors import InputError
from verifier.packs import languages, load_phrases

__all__ = ["detect_language", "language_of"]

WHOLE = 60  # what a word says that only one language has; two share its half, three a third
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
    """Return the code of the language of `text`, by the function words that each language pack lists.

    Words that fewer languages share say more. Where two languages fit equally well, it is the one
    whose pack lists more words.

    Raises:
        InputError: the text has no such word.

    >>> detect_language("Harga beras naik dan produksi turun pada bulan Juni.")
    'id'
    """
    words = _WORD.findall(text[:SAMPLE].lower())
    sharers = Counter(word for code in languages() for word in _small_words(code))
    fit = {code: sum(WHOLE // sharers[word] for word in words if word in _small_words(code)) for code in languages()}
    best = max(languages(), key=lambda code: (fit[code], len(_small_words(code))))
    if not fit[best]:
        raise InputError(f"cannot tell the language of the text; name it: {', '.join(languages())}")
    return best


@cache
def _small_words(code: str) -> frozenset[str]:
    return frozenset(load_phrases(code).function_words)
