"""Words with their roles in, a trie of phrases out: each node holds what ends there and what may follow."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from verifier.extraction.characters import WORD

__all__ = ["NOTHING", "Entry", "Node", "phrase_trie"]

PIECES = re.compile(rf"(?!['’])(?:['’]?{WORD}+){{1,2}}|\d+|[^\w\s]|[²³¹⁰⁴-⁹]+|_")
FLAGS = {  # of an entry = roles that set it
    "numeric": ("cardinal", "fraction", "group", "ordinal", "scale", "denominator", "article", "ordinal_prefix"),
    "continuing": (
        *("cardinal", "teen", "scale", "joiner", "decimal_word"),
        *("denominator", "fraction", "ordinal", "group", "fraction_joiner"),
    ),
    "going_on": ("scale", "abbreviation", "fraction", "group", "ordinal_suffix"),
    "leading": ("currency_sign", "negative", "positive", "ordinal_lead"),
    "measuring": ("unit", "prefix_power", "subunit", "currency", "currency_sign", "touching"),
    "counting": ("multiple", "article", "single"),
    "dividing": ("per", "per_single", "article", "power"),
    "modifying": ("modifier", "age_word", "article", "day_lead", "clock_lead", "period"),
    "fixed": ("fixed",),
}
SET_BY = {
    role: tuple([flag for flag, roles in FLAGS.items() if role in roles]) for role in set().union(*FLAGS.values())
}
DOUBTFUL = ("prefix_power", "subunit", "lookalike")  # roles of a unit that may be something else
DATED = (  # role = its letter in the date grammar, the first of these that a word has
    ("decade_word", "K"),
    ("deictic", "x"),
    ("year_prefix", "y"),
    ("single", "s"),
    ("ago_lead", "a"),
    ("part", "p"),
    ("day_lead", "l"),
    ("day_time", "z"),
    ("to", "T"),
    ("filler", "f"),
    ("rounding_suffix", "~"),
    ("and", "&"),
    ("meridiem", "A"),
    ("time_zone", "g"),
    ("clock_lead", "L"),
    ("article", "i"),
)
LETTERED = frozenset({"month", "weekday", "relative_day", "era", "period", *dict(DATED)})  # roles that have a letter


@dataclass(slots=True)
class Entry:
    """What a word or phrase can be: role = what it means there ("unit" = "km")."""

    roles: dict[str, Any] = field(default_factory=dict)
    sources: tuple[str, ...] = ()  # "numerals.scales": the tables of the pack that name it
    numeric: bool = False  # may begin or be a number
    continuing: bool = False  # may be a part of the number in words before it
    going_on: bool = False  # may be a part of the number in digits before it
    leading: bool = False  # may belong to the number behind it
    measuring: bool = False  # may be the unit of the number before it
    counting: bool = False  # may be an amount without a number: "a week", "doubled"
    unit: str = ""  # the unit that it is beyond doubt behind a number
    dividing: bool = False  # may tell what the unit before it is counted by, or its power
    modifying: bool = False  # may say how exact the number behind it is, or stand between such a word and it
    fixed: bool = False  # a fixed phrase, which states nothing
    tag: str = "_"  # its letter in the date grammar


NOTHING = Entry()


@dataclass(slots=True)
class Node:
    """One step of the phrase trie: entries that end here, and the pieces that may follow."""

    entry: Entry | None = None
    exact: dict[str, Entry] = field(default_factory=dict)  # by case as written, joined with `entry`
    next: dict[str, "Node"] = field(default_factory=dict)

    def entry_of(self, surface: str) -> Entry | None:
        """Return the entry of `surface`, which was found under its lower-case form."""
        return self.exact.get(surface, self.entry) if self.exact else self.entry


def phrase_trie(words: Iterable[tuple[str, str, Any, str, bool]]) -> dict[str, Node]:
    """Return the first steps of a trie of `words`: surface, role, meaning, source, as written."""
    root: dict[str, Node] = {}
    for surface, role, meaning, source, as_written in words:
        _add(root, surface, role, meaning, source, as_written)
    _settle(root)
    return root


def pieces(surface: str) -> list[str]:
    """Cut a surface as the scanner cuts text: "kira-kira" is "kira", "-", "kira"."""
    return [surface] if surface.isascii() and surface.isalpha() else PIECES.findall(surface)


def _add(root: dict[str, Node], surface: str, role: str, meaning: Any, source: str, as_written: bool) -> None:
    surface = surface.replace("’", "'")  # a pack need not write both
    steps = [piece.lower() for piece in pieces(surface)]
    if not steps:
        return
    node = root.setdefault(steps[0], Node())
    for step in steps[1:]:
        node = node.next.setdefault(step, Node())
    if as_written:
        entry = node.exact.setdefault(surface, Entry())
    else:
        entry = node.entry = node.entry or Entry()
    entry.roles.setdefault(role, meaning)
    entry.sources += (source,)


def _settle(level: Mapping[str, Node]) -> None:
    """Join what is found by case with what is found in any case, and mark the numeric words."""
    for node in level.values():
        for entry in node.exact.values():
            if node.entry is not None:
                entry.roles = {**node.entry.roles, **entry.roles}
                entry.sources += node.entry.sources
        for entry in (*node.exact.values(), *((node.entry,) if node.entry else ())):
            for role in entry.roles:
                for flag in SET_BY.get(role, ()):
                    setattr(entry, flag, True)
            if "unit" in entry.roles and entry.roles.keys().isdisjoint(DOUBTFUL):
                entry.unit = str(entry.roles["unit"])
            entry.tag = _date_tag(entry.roles)
        _settle(node.next)


def _date_tag(roles: Mapping[str, Any]) -> str:
    """Return the letter that the date grammar knows the word by (see dates.py)."""
    if LETTERED.isdisjoint(roles):
        return "_"
    if "month" in roles:
        return "m" if "month_lookalike" in roles else "M"
    if "weekday" in roles:
        return "w" if "weekday_lookalike" in roles else "W"
    if "relative_day" in roles:
        return "R"
    if "era" in roles:
        return "E" if roles["era"] == "before" else "e"
    if "period" in roles and "clock_lead" not in roles:
        return {"quarter": "q", "half": "h", "century": "c", "decade": "k", "year": "t"}.get(roles["period"], "u")
    return next((letter for role, letter in DATED if role in roles), "_")
