"""A text in, where each of its paragraphs starts and ends out: empty lines lie between them."""

import re
from collections.abc import Iterator

__all__ = ["EMPTY_LINES", "paragraphs"]

EMPTY_LINES = re.compile(r"\n(?:[^\S\n]*+\n)++")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each paragraph of `text` starts and ends.

    >>> list(paragraphs("Satu.\\n \\nDua\\nbaris."))
    [(0, 5), (8, 18)]
    """
    start = 0
    for gap in EMPTY_LINES.finditer(text):
        if start < gap.start() and not text[start : gap.start()].isspace():
            yield start, gap.start()
        start = gap.end()
    if start < len(text) and not text[start:].isspace():
        yield start, len(text)
