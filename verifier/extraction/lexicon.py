"""A language pack in, its words laid out for look-up out: a trie of phrases and the anchor pattern."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from verifier.extraction.compounds import compound_beginnings, compound_pattern
from verifier.pack import Pack
from verifier.packs import load_pack

__all__ = ["NOTHING", "Entry", "Lexicon", "Node", "lexicon"]

# Plain ranges, since a class of ranges is three times as fast as one of categories: the decimal digits of all scripts
# in use, and the letters (with their marks) between them; superscripts, fractions and circled numbers are neither.
DIGIT = (
    r"[0-9"
    r"\u0660-\u0669\u06f0-\u06f9\u07c0-\u07c9\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f\u0ae6-\u0aef"
    r"\u0b66-\u0b6f\u0be6-\u0bef\u0c66-\u0c6f\u0ce6-\u0cef\u0d66-\u0d6f\u0e50-\u0e59\u0ed0-\u0ed9"
    r"\u0f20-\u0f29\u1040-\u1049\u17e0-\u17e9\u1810-\u1819\uff10-\uff19"
    r"]"
)
WORD = (
    r"[A-Za-zªµºÀ-ÖØ-öø-ˁˆ-ˑˠ-ˤ"
    r"\u0300-\u065f\u066a-\u06ef\u06fa-\u07bf\u07ca-\u0965\u0970-\u09e5\u09f0-\u0a65\u0a70-\u0ae5"
    r"\u0af0-\u0b65\u0b70-\u0be5\u0bf0-\u0c65\u0c70-\u0ce5\u0cf0-\u0d65\u0d70-\u0e4f\u0e5a-\u0ecf"
    r"\u0eda-\u0f1f\u0f2a-\u103f\u104a-\u17df\u17ea-\u180f\u181a-\u1fff\u2c00-\u2dff\u3005-\u3006"
    r"\u3040-\ud7ff\uf900-\ufdff\ufe70-\ufefc\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc"
    r"\U00010000-\U0001d7cd\U0001e000-\U0001efff\U00020000-\U000e0fff]"
)
PIECES = re.compile(rf"{WORD}+(?:['’]{WORD}+)?|\d+|[^\w\s]|[²³¹⁰⁴-⁹]+|_")

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
    }
)
NUMERIC = frozenset({"cardinal", "fraction", "group", "ordinal", "scale", "denominator", "article", "ordinal_prefix"})
COUNTING = frozenset({"multiple", "article", "single"})


@dataclass(slots=True)
class Entry:
    """What a word or phrase can be: role = what it means there ("unit" = "km")."""

    roles: dict[str, Any] = field(default_factory=dict)
    sources: tuple[str, ...] = ()  # "numerals.scales": the tables of the pack that name it
    numeric: bool = False  # may begin or be a number
    counting: bool = False  # may be an amount without a number: "a week", "doubled"
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


@dataclass(slots=True)
class Lexicon:
    """All that the stages look up in one language."""

    pack: Pack
    root: dict[str, Node]
    anchor: re.Pattern[str]
    compounds: re.Pattern[str] | None
    pieces: dict[str, Any] = field(default_factory=dict)  # surfaces that the scanner has looked up


@cache
def lexicon(language: str) -> Lexicon:
    """Return the look-up tables of `language`, built once."""
    pack = load_pack(language)
    root: dict[str, Node] = {}
    for surface, role, meaning, source, as_written in _words(pack):
        _add(root, surface, role, meaning, source, as_written)
    _settle(root)
    return Lexicon(pack, root, _anchor_pattern(root, pack), compound_pattern(pack.numerals))


def pieces(surface: str) -> list[str]:
    """Cut a surface as the scanner cuts text: "kira-kira" is "kira", "-", "kira"."""
    return PIECES.findall(surface)


def _add(root: dict[str, Node], surface: str, role: str, meaning: Any, source: str, as_written: bool) -> None:
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
            entry.numeric = not NUMERIC.isdisjoint(entry.roles)
            entry.counting = not COUNTING.isdisjoint(entry.roles)
            entry.fixed = "fixed" in entry.roles
            entry.tag = _date_tag(entry.roles)
        _settle(node.next)


def _date_tag(roles: Mapping[str, Any]) -> str:
    """Return the letter that the date grammar knows the word by (see dates.py)."""
    if "month" in roles:
        return "m" if "month_lookalike" in roles else "M"
    if "weekday" in roles:
        return "w" if "weekday_lookalike" in roles else "W"
    if "relative_day" in roles:
        return "R"
    if "era" in roles:
        return "E" if roles["era"] == "before" else "e"
    if "period" in roles:
        return {"quarter": "q", "half": "h", "century": "c", "decade": "k", "year": "t"}.get(roles["period"], "u")
    for role, letter in (
        ("deictic", "x"),
        ("year_prefix", "y"),
        ("single", "s"),
        ("ago_lead", "a"),
        ("part", "p"),
        ("day_lead", "l"),
        ("day_time", "z"),
        ("to", "T"),
        ("filler", "f"),
    ):
        if role in roles:
            return letter
    if "and" in roles:
        return "&"
    return "A" if "meridiem" in roles else "L" if "clock_lead" in roles else "_"


def _words(pack: Pack) -> Iterator[tuple[str, str, Any, str, bool]]:
    """Yield every word of the pack with its role: surface, role, meaning, source, as written."""
    yield from _numeral_words(pack)
    yield from _date_words(pack)
    yield from _unit_words(pack)
    yield from _phrase_words(pack)


def _listed(words: Iterable[str], role: str, source: str) -> Iterator[tuple[str, str, Any, str, bool]]:
    for word in words:
        yield word, role, True, source, False


def _valued(table: Mapping[str, Any], role: str, source: str) -> Iterator[tuple[str, str, Any, str, bool]]:
    for word, value in table.items():
        yield word, role, value, source, False


def _meant(
    table: Mapping[str, Iterable[str]], role: str, source: str, form: Any = str, *, as_written: bool = False
) -> Iterator[tuple[str, str, Any, str, bool]]:
    for meaning, words in table.items():
        for word in words:
            yield word, role, form(meaning), source, as_written


def _numeral_words(pack: Pack) -> Iterator[tuple[str, str, Any, str, bool]]:
    numerals = pack.numerals
    for word, value in numerals.scale_abbreviations.items():
        yield word, "abbreviation", value, "numerals.scale_abbreviations", True
    yield from _valued(numerals.cardinals, "cardinal", "numerals.cardinals")
    yield from _valued(numerals.teens, "teen", "numerals.teens")
    yield from _valued(numerals.scales, "scale", "numerals.scales")
    yield from _meant(numerals.fractions, "fraction", "numerals.fractions", Fraction)
    yield from _valued(numerals.denominators, "denominator", "numerals.denominators")
    yield from _valued(numerals.groups, "group", "numerals.groups")
    endings = numerals.ordinal_endings or ("",)
    inflected = {stem + ending: value for stem, value in numerals.ordinals.items() for ending in endings}
    yield from _valued(inflected, "ordinal", "numerals.ordinals")
    yield from _valued(numerals.collectives, "collective", "numerals.collectives")
    yield from _listed(numerals.negatives, "negative", "numerals.negatives")
    yield from _listed(numerals.decimal_words, "decimal_word", "numerals.decimal_words")
    yield from _listed(numerals.joiners, "joiner", "numerals.joiners")
    yield from _listed(numerals.articles, "article", "numerals.articles")
    yield from _listed(numerals.vague, "vague", "numerals.vague")
    yield from _listed(numerals.ordinal_leads, "ordinal_lead", "numerals.ordinal_leads")
    yield from _listed(numerals.ordinal_prefixes, "ordinal_prefix", "numerals.ordinal_prefixes")
    yield from _listed(numerals.ordinal_suffixes, "ordinal_suffix", "numerals.ordinal_suffixes")


def _date_words(pack: Pack) -> Iterator[tuple[str, str, Any, str, bool]]:
    dates = pack.dates
    yield from _meant(dates.months, "month", "dates.months", int)
    yield from _listed(dates.month_lookalikes, "month_lookalike", "dates.month_lookalikes")
    yield from _meant(dates.weekdays, "weekday", "dates.weekdays", int)
    yield from _listed(dates.weekday_lookalikes, "weekday_lookalike", "dates.weekday_lookalikes")
    yield from _meant(dates.eras, "era", "dates.eras", as_written=True)
    yield from _meant(dates.periods, "period", "dates.periods")
    yield from _listed(dates.period_plurals, "period_plural", "dates.period_plurals")
    yield from _listed(dates.period_lookalikes, "period_lookalike", "dates.period_lookalikes")
    yield from _listed(dates.decade_suffixes, "decade_suffix", "dates.decade_suffixes")
    yield from _listed(dates.decade_leads, "decade_lead", "dates.decade_leads")
    yield from _meant(dates.parts, "part", "dates.parts")
    yield from _listed(dates.year_leads, "year_lead", "dates.year_leads")
    yield from _listed(dates.day_leads, "day_lead", "dates.day_leads")
    yield from _listed(dates.ago_leads, "ago_lead", "dates.ago_leads")
    yield from _meant(dates.days, "relative_day", "dates.days", int)
    for meaning, words in dates.deictics.items():
        for word in words:
            yield word, f"deictic_{meaning}", True, "dates.deictics", False
            yield word, "deictic", meaning, "dates.deictics", False
    yield from _listed(dates.day_times, "day_time", "dates.day_times")
    yield from _listed(dates.recurring, "recurring", "dates.recurring")
    yield from _listed(dates.year_prefixes, "year_prefix", "dates.year_prefixes")
    yield from _listed(dates.clock_leads, "clock_lead", "dates.clock_leads")
    yield from _meant(dates.meridiems, "meridiem", "dates.meridiems")
    yield from _listed(dates.time_zones, "time_zone", "dates.time_zones")
    yield from _listed(dates.fillers, "filler", "dates.fillers")


def _unit_words(pack: Pack) -> Iterator[tuple[str, str, Any, str, bool]]:
    units = pack.units
    yield from _meant(units.symbols, "unit", "units.symbols", as_written=True)
    yield from _meant(units.currency_symbols, "currency_sign", "units.currency_symbols", as_written=True)
    yield from _meant(units.units, "unit", "units.units")
    yield from _meant(units.currencies, "currency", "units.currencies")
    yield from _meant(units.subunits, "subunit", "units.subunits")
    yield from _listed(units.per, "per", "units.per")
    yield from _meant(units.powers, "power", "units.powers", int)
    yield from _meant(units.prefix_powers, "prefix_power", "units.prefix_powers", int)
    yield from _meant(units.per_nouns, "per_noun", "units.per_nouns")
    yield from _meant(units.singles, "single", "units.singles")
    yield from _meant(units.per_singles, "per_single", "units.per_singles")
    for word in units.compass:
        yield word, "compass", True, "units.compass", True
    for word in units.lookalikes:
        yield word, "lookalike", True, "units.lookalikes", not word.islower()


def _phrase_words(pack: Pack) -> Iterator[tuple[str, str, Any, str, bool]]:
    phrases, noise = pack.phrases, pack.noise
    yield from _meant(phrases.modifiers, "modifier", "phrases.modifiers")
    yield from _meant(phrases.modifiers_after, "modifier_after", "phrases.modifiers_after")
    yield from _listed(phrases.to, "to", "phrases.to")
    yield from _listed(phrases.between, "between", "phrases.between")
    yield from _listed(phrases.and_, "and", "phrases.and")
    yield from _listed(phrases.plus_minus, "plus_minus", "phrases.plus_minus")
    yield from _listed(phrases.classifiers, "classifier", "phrases.classifiers")
    yield from _listed(phrases.people, "counted", "phrases.people")
    yield from _listed(phrases.function_words, "function", "phrases.function_words")
    yield from _listed(phrases.from_, "from", "phrases.from")
    yield from _listed(phrases.ranging, "ranging", "phrases.ranging")
    yield from _listed(phrases.score_words, "score_word", "phrases.score_words")
    yield from _listed(phrases.ordinal_nouns, "ordinal_noun", "phrases.ordinal_nouns")
    yield from _listed(phrases.times, "times", "phrases.times")
    yield from _meant(phrases.multiples, "multiple", "phrases.multiples", Decimal)
    yield from _listed(phrases.multiple_tails, "multiple_tail", "phrases.multiple_tails")
    yield from _listed(phrases.multiple_cues, "multiple_cue", "phrases.multiple_cues")
    yield from _listed(phrases.becoming, "becoming", "phrases.becoming")
    yield from _listed(phrases.by, "by", "phrases.by")
    yield from _listed(phrases.duration_leads, "duration", "phrases.duration_leads")
    yield from _listed(phrases.extents, "extent", "phrases.extents")
    yield from _listed(phrases.change_words, "changing", "phrases.change_words")
    yield from _listed(phrases.part_words, "part_word", "phrases.part_words")
    yield from _listed(phrases.ratio_words, "ratio_word", "phrases.ratio_words")
    yield from _listed(phrases.age_words, "age_word", "phrases.age_words")
    yield from _listed(phrases.scale_units, "scale_unit", "phrases.scale_units")
    yield from _meant(noise.labels, "label", "noise.labels")
    yield from _listed(noise.version_words, "version_word", "noise.version_words")
    yield from _listed(noise.labels_after, "label_after", "noise.labels_after")
    yield from _listed(noise.fixed, "fixed", "noise.fixed")
    yield from _listed(noise.pronouns, "pronoun", "noise.pronouns")
    yield from _listed(noise.names, "name", "noise.names")


def _anchor_pattern(root: Mapping[str, Node], pack: Pack) -> re.Pattern[str]:
    """Compile what starts something numeric: a digit, or a word of the anchor roles."""
    words = {step for step, node in root.items() if _anchors(node)}
    for article in pack.numerals.articles:
        words.update(f"{article} {step}" for step in _article_partners(root))
    words.update(_relative_phrases(pack))
    known = rf"(?:{_trie_pattern(sorted(words))})(?!\w)"
    beginnings = sorted(compound_beginnings(pack.numerals))
    together = f"|{_trie_pattern(beginnings)}" if beginnings else ""
    return re.compile(rf"[0-9¼-¾⅐-⅞][0-9.,]*+|(?<!\w)(?:{known}{together})")


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


def _trie_pattern(words: Iterable[str]) -> str:
    """Return a pattern of nested groups by first letter: one step a letter, not one a word."""
    tree: dict[str, Any] = {}
    for word in words:
        level = tree
        for letter in word:
            level = level.setdefault(letter, {})
        level[""] = {}
    return _branches(tree)


def _branches(tree: Mapping[str, Any]) -> str:
    parts = []
    for letter, below in sorted(tree.items(), reverse=True):
        if letter:
            parts.append(re.escape(letter) + (_branches(below) if below != {"": {}} else ""))
    if not parts:
        return ""
    body = parts[0] if len(parts) == 1 and "" not in tree else f"(?:{'|'.join(parts)})"
    return f"{body}?" if "" in tree else body
