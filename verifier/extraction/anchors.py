"""The trie of a pack in, one pattern out that finds what starts something numeric."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from verifier.extraction.compounds import compound_beginnings
from verifier.extraction.phrases import Entry, Node
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
    words = {step: _behind(node) for step, node in root.items() if _anchors(node)}
    for article in pack.numerals.articles:
        words |= dict.fromkeys([f"{article} {step}" for step in (*_article_partners(root), *pack.units.singled)], "")
    words |= dict.fromkeys(_relative_phrases(pack), "")
    digits = r"(?<=[0-9¼-¾⅐-⅞])()(?:[0-9.,]*+(?!\w)|[0-9.,]*(?<![.,]))"  # no mark that stands right before a word
    known = _alternatives(words, r"(?!\w)")
    together = _alternatives(dict.fromkeys(compound_beginnings(pack.numerals), ""))
    return re.compile(rf"[^a-z_](?:{'|'.join((digits, *known, *together))})")


def _anchors(node: Node) -> bool:
    """Say whether a word of the anchor roles, or a longer phrase of them, ends at a step of the trie or behind it."""
    return _ends_here(node) or any(_anchors(after) for after in node.next.values())


def _ends_here(node: Node) -> bool:
    return (node.entry is not None and _starts(node.entry)) or any(map(_starts, node.exact.values()))


def _starts(entry: Entry) -> bool:
    """Say whether something numeric can start with a word."""
    return not ANCHORS.isdisjoint(entry.roles) or (entry.tag in "qhc" and "period_lookalike" not in entry.roles)


def _behind(node: Node) -> str:
    """Return what a first word asks for where it is an anchor in longer phrases alone: "hari" in "hari ini"."""
    if _ends_here(node):
        return ""
    following = "|".join(re.escape(step) for step, after in sorted(node.next.items()) if _anchors(after))
    return rf"(?=[^a-z]*?(?:{following}))"


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


def _alternatives(words: Mapping[str, str], after: str = "") -> list[str]:
    """Return a pattern of nested groups for each first letter: one step a letter, not one a word.

    `words` are given with a pattern each of what must follow, "" where anything may.
    """
    tree: dict[str, Any] = {}
    for word, behind in words.items():
        level = tree
        for letter in word:
            level = level.setdefault(letter, {})
        level[""] = behind
    return [_step(letter, below, 1) + after for letter, below in sorted(tree.items(), reverse=True)]


def _step(letter: str, below: Mapping[str, Any], place: int) -> str:
    """Return the pattern of what goes on with one letter; that it begins a word is asked when few are left."""
    if letter == " ":  # a line may end there
        return r"\s++" + _branches(below, place + 1)
    asked = place == GUARDED or (place < GUARDED and not below.keys().isdisjoint(("", " ")))
    begins = rf"(?<!\w{'.' * place})" if asked else ""
    return re.escape(letter) + begins + _branches(below, place + 1)


def _branches(tree: Mapping[str, Any], place: int) -> str:
    parts = [_step(letter, below, place) for letter, below in sorted(tree.items(), reverse=True) if letter]
    behind = tree.get("")  # None where no word ends here
    if behind:
        parts.append(behind)
    if not parts:
        return ""
    body = parts[0] if len(parts) == 1 and behind != "" else f"(?:{'|'.join(parts)})"
    return f"{body}?" if behind == "" else body
