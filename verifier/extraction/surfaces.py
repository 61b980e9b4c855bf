"""A surface of the text in, its token out: looked up once and kept, since the words of a language repeat."""

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from verifier.extraction.characters import is_letter
from verifier.extraction.compounds import compound_of
from verifier.extraction.digits import VULGAR, read_digits
from verifier.extraction.numeral_window import exact
from verifier.extraction.phrases import NOTHING, Entry, Node
from verifier.extraction.tokens import Token, date_letter, mark_of
from verifier.pack import Numerals

__all__ = ["Surfaces"]

MOST_SURFACES, LONGEST_SURFACE = 50_000, 40  # bounds of what is kept
POWERS = "²³¹⁰⁴⁵⁶⁷⁸⁹"
FRACTIONS = re.compile("[¼-¾⅐-⅞]")
MARKED_DIGITS = re.compile(r"[\d.,'’ \u00a0\u202f\u2009\u2007:/-]+")
DOTTED_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
STAMP = re.compile(r"\d{4}-\d{2}-\d{2}T[\dZ:+-]+")
LINK_MARKS = re.compile(r"[@/.:]")
LOOKED_UP = ("word", "sign", "numeral")  # kinds that may stand in the pack
SIGN_LETTERS = {",": ",", "/": "/", "(": "(", ")": ")", "'": "'", "’": "'", ".": ".", **dict.fromkeys("-–—‒−", "-")}
KIND_LETTERS = {"iso": "X", "slashed": "X", "clock": "C", "pause": "|"}
ROMAN_LETTERS = frozenset("ivxlc")
BEGINNING = frozenset({"cardinal", "fraction", "denominator", "ordinal", "group"})  # roles that begin a number
FOLLOWING = frozenset({"scale", "fraction", "group", "ordinal_suffix", "abbreviation"})  # that may follow digits
SIGN_STEPS = {"/": "/", "⁄": "/", "×": "x", "x": "x", "*": "x", "·": "x"}


class Surfaces(dict[str, Token]):
    """The tokens of one language by how they are written, with the space before them.

    What is kept is bounded, and only saves time: a surface is always read the same way.
    """

    def __init__(self, root: Mapping[str, Node], numerals: Numerals, compounds: re.Pattern[str] | None) -> None:
        super().__init__()
        self.root = root
        self.numerals = numerals
        self.compounds = compounds
        self.phrases: dict[str, Token] = {}

    def __missing__(self, surface: str) -> Token:
        token = self._read(surface)
        if len(surface) <= LONGEST_SURFACE:
            if len(self) >= MOST_SURFACES:
                self.clear()
            self[surface] = token
        return token

    def _read(self, surface: str) -> Token:
        core = surface.lstrip()
        if not core:
            space = surface.index("\n")
            return self._token("pause", surface[space:], space, NOTHING, None, breaks=False)
        kind = kind_of(core)
        key = core.lower() if kind == "word" else core
        node = self.root.get(key) if kind in LOOKED_UP and core not in VULGAR else None
        entry = (node.entry_of(core) if node is not None else None) or NOTHING
        space = len(surface) - len(core)
        token = self._token(kind, core, space, entry, node, breaks="\n" in surface[:space])
        if kind == "numeral":
            self._read_number(token)
        elif kind == "word" and self.compounds is not None and not entry.numeric:
            self._read_compound(token)
        return token

    def _token(self, kind: str, core: str, space: int, entry: Entry, node: Node | None, *, breaks: bool) -> Token:
        key = core.lower() if kind == "word" else core
        shouted = len(core) > 1 and core.isupper()
        token = Token(
            kind, key, entry, space=space, gap=int(space > 0), capital=key[0] != core[0], shouted=shouted, breaks=breaks
        )
        token.letter = letter_of(token)
        token.step = step_of(token)
        token.node = node if node is not None and node.next else None
        return token

    def number(self, token: Token) -> Token:
        """Return the number that a surface is where its neighbours let it be no date: "10.10.2024-12"."""
        node = self.root.get(token.key)
        entry = (node.entry_of(token.key) if node is not None else None) or NOTHING
        number = self._token("numeral", token.key, token.space, entry, node, breaks=token.breaks)
        self._read_number(number)
        return number

    def _read_number(self, token: Token) -> None:
        """Read digits and vulgar fractions at once; what stands around them may still change the number."""
        key = token.key
        if key in VULGAR or FRACTIONS.match(key):
            token.values = (exact(Fraction(VULGAR.get(key, "0"))),)
        else:
            token.values = read_digits(key, decimal_marks=self.numerals.decimal_marks)
        token.form, token.rules = "digits", token.entry.sources
        token.letter = date_letter(key, token.values, "digits")

    def _read_compound(self, token: Token) -> None:
        """Read a number word that is written together: "dreiundzwanzig"."""
        pattern = self.compounds
        found = None if pattern is None else compound_of(token.key, pattern, self.numerals)
        if found is not None:
            token.kind, token.values = "numeral", (Decimal(found.value),)
            token.mark = mark_of(token.kind, token.entry)
            token.form, token.step = ("ordinal", "_") if found.ordinal else ("words", "c")
            token.rules = token.entry.sources
            token.letter = date_letter(token.key, token.values, token.form)

    def phrase(self, surface: str, key: str, entry: Entry, first: Token) -> Token:
        """Return the token of a phrase that begins with the token `first`."""
        known = self.phrases.get(surface)
        if known is not None:
            return known
        core = surface.lstrip()
        token = Token(
            "phrase",
            key,
            entry,
            space=first.space,
            gap=first.gap,
            capital=first.capital,
            shouted=core.isupper(),
            breaks=first.breaks,
            letter=entry.tag,
        )
        token.step = step_of(token)
        if len(self.phrases) >= MOST_SURFACES:
            self.phrases.clear()
        self.phrases[surface] = token
        return token


def kind_of(core: str) -> str:
    """Return what kind of token a surface is, as the pattern in scan.py cuts it; "" where it is none.

    >>> [kind_of(core) for core in ("harga", "4,1", "-", "½", "m", "2024-10-13", "13/10", "9:48", "a@b.id", "³")]
    ['word', 'numeral', 'sign', 'numeral', 'word', 'iso', 'slashed', 'clock', 'url', 'power']
    """
    first = core[0]
    if is_letter(first):
        return "url" if LINK_MARKS.search(core) else "word"
    if first.isdecimal():
        return kind_of_digits(core)
    if not core.strip(POWERS):
        return "power"
    if len(core) > 1:
        return "url"
    if FRACTIONS.match(first):
        return "numeral"
    return "" if first != "_" and first.isalnum() else "sign"


def kind_of_digits(core: str) -> str:
    """Return the kind of a surface that begins with a digit."""
    if not MARKED_DIGITS.fullmatch(core):
        return "iso" if STAMP.fullmatch(core) else "url"
    if ":" in core:
        return "clock"
    if "-" in core:
        return "slashed" if "-" in core[:4] else "iso"
    if "/" in core:
        return "slashed"
    return "slashed" if DOTTED_DATE.fullmatch(core) else "numeral"


def letter_of(token: Token) -> str:
    """Return the letter of a token in the date grammar (see dates.py)."""
    if token.gap == 0 and "decade_suffix" in token.entry.roles:
        return "S"
    if token.kind == "sign":
        return SIGN_LETTERS.get(token.key, token.entry.tag)
    if token.kind != "word":
        return KIND_LETTERS.get(token.kind, "_")
    roman = token.entry.tag == NOTHING.tag and token.capital and ROMAN_LETTERS.issuperset(token.key)
    return "r" if roman else token.entry.tag


def step_of(token: Token) -> str:
    """Return the letter of a token in the reading of numerals (see numerals.py)."""
    roles = token.entry.roles
    if token.kind == "numeral":
        return "v" if not token.key[0].isdecimal() else "d" if token.gap else "D"
    if token.kind == "word" and token.entry is NOTHING and token.gap:
        return "_"
    if "ordinal_prefix" in roles:
        return "K" if token.key.endswith("-") else "k"
    if "article" in roles:
        return "a"
    follows = not FOLLOWING.isdisjoint(roles)
    if not BEGINNING.isdisjoint(roles):
        return "B" if follows else "b"
    if follows:
        return "s"
    if token.key == "e" and token.gap == 0:
        return "e"
    if token.key == "-":
        return "_" if token.gap else "-"
    if token.key == ".":
        return "." if token.gap else "_"
    return "?" if not token.kind or DOTTED_DATE.fullmatch(token.key) else SIGN_STEPS.get(token.key, "_")
