"""A word in, whether it has the ending of a plural noun out: "crates", not "class"."""

from verifier.pack import Phrases

__all__ = ["is_plural"]


def is_plural(word: str, phrases: Phrases) -> bool:
    """Say whether `word` ends like a plural; none does where nouns do not change.

    >>> from verifier.packs import load_pack
    >>> [is_plural(word, load_pack("en").phrases) for word in ("crates", "class", "people")]
    [True, False, False]
    """
    return word.endswith(phrases.plural_endings) and not word.endswith(phrases.singular_endings)
