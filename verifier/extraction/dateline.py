"""The facts of a text in, the day it was written on out, as far as it says so."""

import re
from collections.abc import Iterable

from verifier.model import Kind, Mention

__all__ = ["document_date"]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def document_date(mentions: Iterable[Mention]) -> str | None:
    """Return the first full day that a text states: what a news report without a date line is counted from.

    >>> document_date([])
    """
    for mention in mentions:
        sure = mention.kind is Kind.DATE and not mention.relative and not mention.problem
        if sure and _DAY.fullmatch(mention.date or ""):
            return mention.date
    return None
