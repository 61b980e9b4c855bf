"""What a key of a language pack can hold: lists and tables of words, and what bounds their keys and values.

A bound is named beside the type, as in ``Annotated[Meanings, keys("up", "down")]``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

__all__ = ["Choices", "Keys", "Least", "Meanings", "Texts", "Values", "Words", "keys"]

Words = tuple[str, ...]
Meanings = Mapping[str, Words]  # meaning = the words for it
Choices = Mapping[str, Sequence[str]]  # word = what it can mean, likeliest first
Values = Mapping[str, int]  # word = its value


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of a table: a pattern for all of each, and how that is said to who writes a pack."""

    pattern: str
    said: str


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts that are values, in the same way."""

    pattern: str
    said: str


@dataclass(frozen=True, slots=True)
class Least:
    """The least number that may be a value."""

    number: int


def keys(*words: str) -> Keys:
    """Return that the keys of a table are some of these words."""
    return Keys("|".join(words), ", ".join(words))
