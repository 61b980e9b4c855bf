"""The comments of a document in, what they say of its numbers out: which row one means, and which are not checked.

4,1 juta barel<!-- fact: volume@2024-06 -->     the number before it is checked against that row
41 juta<!-- claims: ignore, a quotation -->     the number before it is not checked
<!-- claims: ignore, an example -->             on a line of its own: the paragraph after it is not
<!-- claims: off, old figures --> … <!-- claims: on -->

On a line of its own, the words that end with a number of the paragraph after it may be named. In
reStructuredText, where no comment stands inside a paragraph, that is the way to speak of one number:

.. fact: 4,1 juta barel = volume@2024-06
.. claims: 41 juta = ignore, a quotation
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from operator import attrgetter

from verifier.documents import Document
from verifier.errors import InputError
from verifier.lines import Lines
from verifier.markup.prose import Comment
from verifier.model import SetAside
from verifier.verdict import Verdict

__all__ = ["IGNORED", "declared_rows", "ends_of", "exempt", "require_numbers"]

IGNORED = "ignored"  # how the reason begins for which a number is exempt
_REMARK = re.compile(r"(?P<about>fact|claims):\s*(?P<what>[^,]*?)\s*(?:,\s*(?P<reason>.*))?", re.DOTALL)
_WORDS = re.compile(
    r"(?P<about>fact|claims):\s*(?P<words>(?!(?:ignore|off|on)\b)\S.*?)\s+=\s+(?P<said>\S.*)", re.DOTALL
)
_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class _Exemption:
    """What lies in it is not checked; only the number at its end where `last` is set."""

    start: int
    end: int
    reason: str
    last: bool = False


def declared_rows(document: Document) -> dict[int, str]:
    """Return offset in the text = the row that is named there.

    >>> from verifier.documents import make_document
    >>> declared_rows(make_document("Naik 4 juta<!-- fact: volume@2024-06 -->.", name="a.md"))
    {11: 'volume@2024-06'}
    """
    return {
        comment.at: comment.body.partition(":")[2].strip()
        for comment in _comments(document)
        if comment.body.startswith("fact:")
    }


def require_numbers(document: Document, verdicts: Iterable[Verdict]) -> None:
    """See that each row that is named is named behind a number of its own.

    Raises:
        InputError: a row is named behind words, or behind a number that states no fact, such as an identifier.
    """
    ends = sorted(verdict.end for verdict in verdicts if "declared" in verdict.notes)
    before = 0
    for comment in sorted(_comments(document), key=attrgetter("at")):
        if not comment.body.startswith("fact:"):
            continue
        place = bisect_right(ends, comment.at) - 1
        if place < 0 or ends[place] <= before:
            line, column = Lines(document.source).place(comment.start)
            raise InputError(
                f"{document.name}:{line}:{column}: '{comment.body}' stands behind no number that can be checked; "
                "put it right behind one, or name the words that end with one, as 'fact: 41 tons = KEY', "
                "before its paragraph ('verifier check' lists what is set aside)"
            )
        before = comment.at


def exempt(document: Document, verdicts: Iterable[Verdict]) -> tuple[tuple[Verdict, ...], tuple[SetAside, ...]]:
    """Return the verdicts that count, and what comments exempt from checking, with the reason.

    Raises:
        InputError: a comment says something else than ``ignore``, ``off`` or ``on``.
    """
    exemptions = list(_exemptions(document))
    if not exemptions:
        return tuple(verdicts), ()
    kept: list[Verdict] = []
    aside: dict[tuple[int, int], SetAside] = {}
    nearest = _nearest(exemptions, verdicts := tuple(verdicts))
    for verdict in verdicts:
        reason = nearest.get(verdict.end) or _reason(exemptions, verdict)
        if reason is None:
            kept.append(verdict)
        else:
            aside[verdict.start, verdict.end] = SetAside(verdict.start, verdict.end, verdict.text, reason)
    return tuple(kept), tuple(aside.values())


def _nearest(exemptions: Iterable[_Exemption], verdicts: Iterable[Verdict]) -> dict[int, str]:
    """Return end of a number = reason, for the numbers that comments follow."""
    ends = sorted(verdict.end for verdict in verdicts)
    found = {}
    for exemption in exemptions:
        before = [end for end in ends if exemption.start < end <= exemption.end] if exemption.last else []
        if before:
            found[before[-1]] = exemption.reason
    return found


def _reason(exemptions: Iterable[_Exemption], verdict: Verdict) -> str | None:
    inside = (
        one.reason for one in exemptions if not one.last and one.start <= verdict.start and verdict.end <= one.end
    )
    return next(inside, None)


def _exemptions(document: Document) -> Iterator[_Exemption]:
    text = document.text
    off: tuple[int, str] | None = None
    for comment in _comments(document):
        remark = _REMARK.fullmatch(comment.body)
        if not remark or remark["about"] == "fact":
            continue
        reason = f"{IGNORED}: " + " ".join(remark["reason"].split()) if remark["reason"] else IGNORED
        if remark["what"] == "off":
            off = off or (comment.at, reason)
        elif remark["what"] == "on":
            if off:
                yield _Exemption(off[0], comment.at, off[1])
            off = None
        elif remark["what"] != "ignore":
            line, column = Lines(document.source).place(comment.start)
            raise InputError(
                f"{document.name}:{line}:{column}: comment 'claims: {remark['what']}' is not understood; "
                "known are ignore, off and on"
            )
        elif comment.alone:
            end = text.find(_BREAK, comment.at)
            yield _Exemption(comment.at, end if end >= 0 else len(text), reason)
        else:
            yield _Exemption(text.rfind(_BREAK, 0, comment.at) + 1, comment.at, reason, last=True)
    if off:
        yield _Exemption(off[0], len(text), off[1])


def _comments(document: Document) -> tuple[Comment, ...]:
    written = document.prose.comments if document.prose else ()
    return (*chain.from_iterable(_said_of_words(document, comment) for comment in written), *document.remarks)


def _said_of_words(document: Document, comment: Comment) -> Iterator[Comment]:
    """Yield a comment, or where it names words of the paragraph after it, what it says behind each of these."""
    named = _WORDS.fullmatch(comment.body) if comment.alone else None
    if not named:
        yield comment
        return
    end = document.text.find(_BREAK, comment.at)
    ends = ends_of(named["words"], document.text, comment.at, end if end >= 0 else len(document.text))
    if not ends:
        line, column = Lines(document.source).place(comment.start)
        raise InputError(
            f"{document.name}:{line}:{column}: the paragraph after this comment does not say {named['words']!r}; "
            "write its words anew, or drop the comment"
        )
    for at in ends:
        yield replace(comment, at=at, body=f"{named['about']}: {named['said']}", alone=False)


def ends_of(words: str, text: str, start: int = 0, end: int | None = None) -> list[int]:
    """Return where these words, as whole words, end in a part of a text."""
    wanted = re.compile(rf"(?<![\w.,]){re.escape(words)}(?!\w)")
    return [found.end() for found in wanted.finditer(text, start, len(text) if end is None else end)]
