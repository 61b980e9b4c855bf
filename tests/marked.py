"""A text and its mentions in, the text with each fact marked in it out; and the way back.

A mark is a Markdown link: ``[surface](kind: body)``. The body is written as people read it:
``[modifier] value [unit or noun] [| another reading]``.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from verifier.model import Kind, Mention, plain

__all__ = ["mark", "unmark"]

_MARK = re.compile(r"\[([^\[\]]+)\]\(([a-z_]+): ([^()]*)\)")


def unmark(marked: str) -> str:
    """Return the plain sentence that `marked` is about.

    >>> unmark("Harga [US$60 per barel](money: 60 USD/barrel) [sic].")
    'Harga US$60 per barel [sic].'

    Raises:
        ValueError: a mark names a kind that there is not.
    """

    def surface(found: re.Match[str]) -> str:
        if found[2] not in set(Kind):
            raise ValueError(f"unknown kind {found[2]!r} in {found[0]}; known are {', '.join(Kind)}")
        return found[1]

    return _MARK.sub(surface, marked)


def mark(text: str, mentions: Iterable[Mention]) -> str:
    """Return `text` with each mention marked.

    >>> mark("Luasnya 5-10 hektare.", [Mention(start=8, end=20, text="5-10 hektare", kind=Kind.MEASURE,
    ...                                        values=(Decimal(5), Decimal(10)), unit="hectare")])
    'Luasnya [5-10 hektare](measure: 5..10 hectare).'
    """
    parts = []
    done = 0
    for mention in mentions:
        parts += [text[done : mention.start], f"[{text[mention.start : mention.end]}]({mention.kind}: {body(mention)})"]
        done = mention.end
    return "".join([*parts, text[done:]])


def body(mention: Mention) -> str:
    """Return what a mention means, in the words of a mark.

    >>> body(Mention(start=0, end=2, text="26", kind=Kind.COUNT, values=(Decimal(26),), noun="bab"))
    '26 bab'
    >>> body(Mention(start=0, end=7, text="kemarin", kind=Kind.DATE, relative=True))
    '~'
    """
    if mention.kind in (Kind.DATE, Kind.TIME):
        stated = [("~" if mention.relative else "") + (date or "") for date in (mention.date, *mention.date_readings)]
    else:
        stated = [values(mention.kind, reading) for reading in (mention.values, *mention.readings)]
    what = mention.unit or mention.noun
    readings = " | ".join(f"{value} {what}" if what else value for value in stated)
    return f"{mention.modifier} {readings}" if mention.modifier else readings


def values(kind: Kind, numbers: tuple[Decimal, ...]) -> str:
    """Return the value, both ends of a range joined by two dots, both sides of a ratio by a colon."""
    return (":" if kind is Kind.RATIO else "..").join(map(plain, numbers))
