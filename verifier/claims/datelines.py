"""The names in a sentence in, those out that are no part of its dateline: "MEDAN, 1 November 2024 — Inflasi Binjai"."""

import re
from collections.abc import Sequence

from verifier.claims.names import Name
from verifier.claims.sentences import Sentence

__all__ = ["outside_dateline"]

LONGEST = 70  # characters
_WORDS = re.compile(r"[^\W_][\w.'’]*")
_HEAD = re.compile(
    r"([^\W\d_][^\n,()—–:;]{1,40}?)((?:,[^\n,()—–:;]{1,40}|\s*\([^\n()]{2,30}\)){0,3})\s*(?:—|–|--|(?<=\s)-)\s"
)


def outside_dateline(sentence: Sentence, names: Sequence[Name]) -> list[Name]:
    """Return the names of a sentence without those that only say where it was written, or who reports.

    A dateline stands before a dash where a paragraph begins, all its words with capitals or digits, and its place, or
    who reports, is in capitals or in brackets. In "BMRI — Laba naik" nobody else is named, so that it is no dateline.
    """
    text, start = sentence.text, sentence.start
    if (
        not names
        or sentence.starts[names[0].first] > start + LONGEST
        or sentence.heading
        or (start > 0 and text[start - 1] != "\n")
    ):
        return list(names)
    head = _HEAD.match(text, start, min(start + LONGEST, sentence.end))
    if head is None:
        return list(names)
    words, rest = _WORDS.findall(head[0]), head[2]
    capitals = any(word.isupper() and len(word) > 1 for word in words)
    told = "(" in rest or (capitals and bool(rest))
    if any(word[0].islower() for word in words) or not (told or head[1].isupper()):
        return list(names)
    others = [name for name in names if sentence.starts[name.first] >= head.end()]
    return others if told or others else list(names)
