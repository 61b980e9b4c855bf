"""A text in, the same text out with spaces in place of their HTML entities, each character in its place."""

import re

__all__ = ["without_entities"]

SPACE = re.compile(r"&(?:amp;)?(?:nbsp|ensp|emsp|thinsp|#160|#8239|#x(?:a0|202f));", re.IGNORECASE)


def without_entities(text: str) -> str:
    """Return `text` with spaces for the entities of spaces, as many as the entity has characters.

    A text copied from the source of a web page has them between a number and its unit.

    >>> without_entities("2.224&nbsp;orang")
    '2.224      orang'
    """
    return SPACE.sub(lambda match: " " * len(match[0]), text) if "&" in text else text
