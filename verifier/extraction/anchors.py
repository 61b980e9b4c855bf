"""The trie of a pack in, one pattern out that finds what starts something numeric."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from verifier.extraction.compounds import compound_beginnings
from verifier.extraction.phrases import Node
from verifier.pack import Pack

__all__ = ["anchor_pattern"]

# Roles that make a word worth stopping at; all other words are only read beside these.
ANCHORS = frozenset(
    {
        "cardinal",
        "fraction",
        "group",
        "ordinal",
        "month",
        "weekday",
        "relative_day",
        "multiple",
        "single",
        "year_prefix",
        "decade_word",
    }
)
GUARDED = 2  # letters of a word behind which it is asked whether it begins there


def anchor_pattern(root: Mapping[str, Node], pack: Pack) -> re.Pattern[str]:
    """Compile what starts something numeric: a digit, or a word of the anchor roles with the character before it.

    An empty group is set where it is digits. A match begins with no letter of ASCII, so that most of a text is passed
    over at once, and what follows that character is told by its first letter before anything else is asked.
    """
    words = {step for step, node in root.items() if _anchors(node)}
    for article in pack.numerals.articles:
        words.update(f"{article} {step}" for step in (*_article_partners(root), *pack.units.singled))
    words.update(_relative_phrases(pack))
    digits = r"(?<=[0-9¼-¾⅐-⅞])()(?:[0-9.,]*+(?!\w)|[0-9.,]*(?<![.,]))"  # no mark that stands right before a word
    known = _alternatives(words, r"(?!\w)")
    return re.compile(rf"[^a-z_](?:{'|'.join((digits, *known, *_alternatives(compound_beginnings(pack.numerals))))})")


def _anchors(node: Node) -> bool:
    entries = (*node.exact.values(), *((node.entry,) if node.entry else ()))
    own = any(
        not ANCHORS.isdisjoint(entry.roles) or (entry.tag in "qhc" and "period_lookalike" not in entry.roles)
        for entry in entries
    )
    return own or any(_anchors(after) for after in node.next.values())


def _article_partners(root: Mapping[str, Node]) -> Iterator[str]:
    """Words that make an article count: "a million", "a dozen", "an hour"."""
    for step, node in root.items():
        roles = node.entry.roles if node.entry else {}
        if "scale" in roles or "group" in roles or ("unit" in roles and "period" in roles):
            yield step


def _relative_phrases(pack: Pack) -> Iterator[str]:
    """Phrases of a period and a pointing word: "tahun lalu", "last month"."""
    pointing = [word for key in ("past", "future", "this") for word in pack.dates.deictics.get(key, ())]
    for words in pack.dates.periods.values():
        for period in words:
            for point in pointing if len(period) > 2 else ():
                yield (f"{point} {period}" if pack.dates.deictics_first else f"{period} {point}").lower()


def _alternatives(words: Iterable[str], after: str = "") -> list[str]:
    """Return a pattern of nested groups for each first letter: one step a letter, not one a word."""
    tree: dict[str, Any] = {}
    for word in words:
        level = tree
        for letter in word:
            level = level.setdefault(letter, {})
        level[""] = {}
    return [_step(letter, below, 1) + after for letter, below in sorted(tree.items(), reverse=True)]


def _step(letter: str, below: Mapping[str, Any], place: int) -> str:
    """Return the pattern of what goes on with one letter; that it begins a word is asked when few are left."""
    begins = rf"(?<!\w{'.' * place})" if place == GUARDED or (place < GUARDED and "" in below) else ""
    return re.escape(letter) + begins + _branches(below, place + 1)


def _branches(tree: Mapping[str, Any], place: int) -> str:
    parts = [_step(letter, below, place) for letter, below in sorted(tree.items(), reverse=True) if letter]
    if not parts:
        return ""
    body = parts[0] if len(parts) == 1 and "" not in tree else f"(?:{'|'.join(parts)})"
    return f"{body}?" if "" in tree else body
