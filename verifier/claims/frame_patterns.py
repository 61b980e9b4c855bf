"""A pattern of a language pack in, the ordered phrases that state a measure around a number out: `Frame`.

`"woman|women … have|has … # children|babies"` is a statement of a measure in three parts, two before its
number and one behind. A part in brackets has to stand there too, and goes on meaning what it means.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from verifier.pack import Claims

__all__ = ["Frame", "frames_of", "phrases_of"]

NUMBER, GAP, OR = "#", "…", "|"


@dataclass(frozen=True, slots=True)
class Part:
    """Phrases of which one stands in a place of a frame; where they are `kept` they say something of their own."""

    phrases: frozenset[str]
    kept: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands before and behind a number where it is of a concept; only an average where `averaged`."""

    concept: str
    before: tuple[Part, ...]
    behind: tuple[Part, ...]
    averaged: bool


def frames_of(claims: Claims) -> Mapping[str, tuple[Frame, ...]]:
    """Return the frames of a language by the phrase that stands nearest to the number."""
    nearest: dict[str, tuple[Frame, ...]] = {}
    for frame in _frames(claims):
        part = frame.before[-1] if frame.before else frame.behind[0]
        for phrase in part.phrases:
            nearest[phrase] = (*nearest.get(phrase, ()), frame)
    return nearest


def phrases_of(claims: Claims) -> Iterator[str]:
    """Yield all phrases of all frames."""
    for frame in _frames(claims):
        for part in (*frame.before, *frame.behind):
            yield from sorted(part.phrases)


def _frames(claims: Claims) -> Iterator[Frame]:
    for averaged, table in ((False, claims.frames), (True, claims.averaged_frames)):
        for concept, patterns in table.items():
            for pattern in patterns:
                before, _, behind = pattern.partition(NUMBER)
                yield Frame(concept, tuple(_parts(before.split(GAP))), tuple(_parts(behind.split(GAP))), averaged)


def _parts(texts: Iterable[str]) -> Iterator[Part]:
    for text in map(str.strip, texts):
        bare = text.removeprefix("[").removesuffix("]")
        phrases = frozenset(phrase.strip() for phrase in bare.split(OR) if phrase.strip())
        if phrases:
            yield Part(phrases, kept=bare != text)
