"""A number and its neighbours in, whether it cites a report or a verse, stands on a plate or names a release out."""

import re
from collections.abc import Sequence

from verifier.extraction.amount import Amount
from verifier.extraction.implied_units import words_before
from verifier.extraction.tokens import Token, Window

__all__ = ["cites", "is_verse", "on_plate", "releases", "shopping_day"]

REPORTER = r"(?:[A-Z][A-Za-z]{0,5}\. ?){1,4}(?:\d[a-z]{1,2} )?(?:[a-z]{2} |§{1,2} ?)?"
BEHIND = re.compile(rf" {REPORTER}\d| [A-Z]\.\s*\Z")  # of a cut citation too: "561 U."
BEFORE = re.compile(rf"(?<![\w.])\d+ {REPORTER}\Z")
REACH = 40  # characters from the volume to the page
VOLUME = 3  # digits
SHORT_WORD = 2  # letters of "at"
SIGNS = frozenset({"unit", "abbreviation", "compass", "lookalike"})  # roles of a letter that may belong to a number
LABELS = frozenset({"label", "ordinal_lead"})  # roles of a capital and a point that number something else
PLATE = re.compile(r"[1-9]\d{0,3}")
PREFIX, SUFFIX = 2, 3  # letters before and behind the digits of a plate
CUE_REACH = 3  # tokens from "nopol" to the plate
LEAST_PLATE = 3  # digits of one without a word that tells of plates
LONGEST_CHAPTER = 9  # tokens from "QS" to a verse
CHAPTER_SIGNS = "-'’.:()[]"
LONE = re.compile(r"\d{1,2}\.\d{1,2}")
SOFTWARE_REACH = 8  # tokens to a word about programs
STATING = frozenset(
    {"copula", "modifier", "scale_unit", "changing", "part_word", "becoming"}
)  # roles of words that lead a figure
RELEASE = re.compile(r"\d{1,2}\.0")
VERSION = re.compile(r"\d{1,2}(?:\.\d{1,3})?")
ENDS = frozenset(".,;:!?()")
SAME = re.compile(r"(1[0-2])\.\1")
TOLD = frozenset({"scale_unit", "total", "to", "from", "becoming", "changing", "modifier", "comparing", "score_word"})


def cites(amount: Amount, tokens: Sequence[Token], w: Window) -> bool:
    """Say whether a number is the volume or the page of a law report: "619 F.3d at 93", "410 U.S. 113"."""
    if amount.form != "digits" or not tokens[amount.number].key.isdecimal():
        return False
    name, mark = tokens[amount.number + 1 : amount.number + 3] if amount.number + 2 < len(tokens) else (None, None)
    if name is not None and mark is not None and name.capital and name.gap == 1 and mark.key == "." and mark.gap == 0:
        named = name.kind == "word" and LABELS.isdisjoint(name.entry.roles)
        found = BEHIND.match(w.text, w.end(amount.number)) if named else None
        cut = len(tokens[amount.number].key) == VOLUME and SIGNS.isdisjoint(name.entry.roles)
        return found is not None and (cut or found.group()[-1].isdecimal())
    before = tokens[amount.number - 1] if amount.number else None
    if before is None or not tokens[amount.number].gap or not _cited(before):
        return False
    start = w.start(amount.number)
    return BEFORE.search(w.text, max(start - REACH, 0), start) is not None


def _cited(token: Token) -> bool:
    """Say whether a token can stand right before a page: the point of "S. Ct. 705", "at", the series of "Cal.4th"."""
    return token.key in ".§" or len(token.key) == SHORT_WORD or (token.form == "ordinal" and token.gap == 0)


def on_plate(amount: Amount, tokens: Sequence[Token], w: Window) -> bool:
    """Say whether letters stand before and behind as on the plate of a car: "B 1234 XYZ", "nopol S 42 LZ"."""
    if not amount.first or amount.end >= len(tokens) or not PLATE.fullmatch(tokens[amount.number].key):
        return False
    prefix, suffix = tokens[amount.first - 1], tokens[amount.number + 1]
    if not (_letters(prefix, PREFIX) and _letters(suffix, SUFFIX) and tokens[amount.number].gap == suffix.gap == 1):
        return False
    codes = w.lexicon.pack.noise.code_nouns
    if any(token.key in codes for token in tokens[max(amount.first - 1 - CUE_REACH, 0) : amount.first - 1]):
        return True
    lead = tokens[amount.first - 2] if amount.first > 1 else None
    labelled = lead is not None and (lead.kind == "numeral" or "label" in lead.entry.roles)
    long = len(tokens[amount.number].key) >= LEAST_PLATE and len(suffix.key) > 1 and not suffix.entry.roles
    return len(prefix.key) == 1 and long and not labelled


def _letters(token: Token, most: int) -> bool:
    """Say whether a word is one of a few capitals."""
    return token.kind == "word" and token.capital and (token.shouted or len(token.key) == 1) and len(token.key) <= most


def releases(amount: Amount, tokens: Sequence[Token], w: Window) -> bool:
    """Say whether a number is that of a program: "ftoc.tcl (1.36)", "repackage it for 8.0"."""
    before, after = tokens[amount.first - 1], tokens[amount.end] if amount.end < len(tokens) else None
    if before.key == "(" and before.gap and after is not None and after.key == ")":
        return VERSION.fullmatch(tokens[amount.number].key) is not None and _is_file(tokens, amount.first - 2)
    if w.lexicon.pack.noise.software and LONE.fullmatch(tokens[amount.number].key) and _in_release(amount, w):
        return True
    if not RELEASE.fullmatch(tokens[amount.number].key) or "version_lead" not in before.entry.roles:
        return False
    return after is None or after.key in ENDS or "function" in after.entry.roles


def _in_release(amount: Amount, w: Window) -> bool:
    """Say whether a decimal is a version in a text about programs: "gcc is better since 3.1", "the 2.4 tree"."""
    before, tokens = w.tokens[amount.first - 1], w.tokens
    roles = before.entry.roles
    named = before.kind == "word" and not roles and w.tokens[amount.first].gap == 1  # "gentoo 1.2"
    led = named or "version_lead" in roles or "function" in roles or "and" in roles or before.key in "(,.!?"
    if not led or not STATING.isdisjoint(roles):
        return False
    software = w.lexicon.pack.noise.software
    near = tokens[max(amount.first - SOFTWARE_REACH, 0) : amount.end + SOFTWARE_REACH]
    return any(token.key in software for token in near) or not set(words_before(w, amount.first)).isdisjoint(software)


def _is_file(tokens: Sequence[Token], position: int) -> bool:
    """Say whether the name of a file ends there: "ftoc.tcl"."""
    if position >= 0 and tokens[position].kind == "url":
        return True
    if position < 2 or tokens[position].gap or tokens[position - 1].gap or tokens[position - 1].key != ".":
        return False
    return tokens[position].kind == tokens[position - 2].kind == "word"


def shopping_day(amount: Amount, tokens: Sequence[Token], w: Window) -> bool:
    """Say whether a day and a month of one number name a day of shopping: "festival belanja 11.11".

    Where decimals are written with a point, it does so between an article and a word: "the 11.11 festival".
    """
    if amount.high or not SAME.fullmatch(tokens[amount.number].key):
        return False
    before = tokens[amount.first - 1].entry.roles if amount.first else {}
    if w.lexicon.pack.numerals.decimal_marks[0] != ".":
        return TOLD.isdisjoint(before)
    after = tokens[amount.end] if amount.end < len(tokens) else None
    return "person_lead" in before and after is not None and after.kind == "word" and after.gap == 1


def is_verse(amount: Amount, tokens: Sequence[Token]) -> bool:
    """Say whether a number is a verse: "QS Al-Baqarah: 183", "QS. Ali Imran [3]: 104", "(QS Hud, 69)"."""
    if amount.first < 2 or tokens[amount.first - 1].key not in (":([," if amount.bare else ":(["):
        return False
    for token in reversed(tokens[max(amount.first - 1 - LONGEST_CHAPTER, 0) : amount.first - 1]):
        if "chapter_lead" in token.entry.roles:
            return True
        if not token.capital and token.kind != "numeral" and token.key not in CHAPTER_SIGNS:
            return False
    return False
