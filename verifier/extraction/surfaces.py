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
from verifier.extraction.tokens import Token, date_letter
from verifier.pack import Numerals

__all__ = ["Surfaces"]

MOST_SURFACES, LONGEST_SURFACE = 50_000, 40  # bounds of what is kept
POWERS = "²³¹⁰⁴⁵⁶⁷⁸⁹"
FRACTIONS = re.compile("[¼-¾⅐-⅞]")
LONGEST_SIGN = 2  # letters
LEAST_SCALE = 4  # letters of a scale word that a unit may touch: "jutakm"
MARKED_DIGITS = re.compile(r"[\d.,'’ \u00a0\u202f\u2009\u2007:/-]+")
DOTTED_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
STAMP = re.compile(r"\d{4}-\d{2}-\d{2}T[\dZ:+-]+")
LINK_MARKS = re.compile(r"[@/.:]")
LOOKED_UP = ("word", "sign", "numeral")  # kinds that may stand in the pack
SIGN_LETTERS = {",": ",", "/": "/", "(": "(", ")": ")", "'": "'", "’": "'", ".": ".", **dict.fromkeys("-–—‒−", "-")}
KIND_LETTERS = {"iso": "X", "slashed": "X", "clock": "C"}
ROMAN_LETTERS = frozenset("ivxlc")
BEGINNING = frozenset({"cardinal", "fraction", "denominator", "ordinal", "group"})  # roles that begin a number
FOLLOWING = frozenset({"scale", "fraction", "group", "ordinal_suffix", "abbreviation"})  # that may follow digits
LED = frozenset({"article", "ordinal_prefix", "fraction", "denominator"})  # roles that are read otherwise
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
        self.scales = tuple([word for word in numerals.scales if len(word) >= LEAST_SCALE])
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
        space = surface[: len(surface) - len(core)]
        if core.isascii() and core.isalpha() and core.lower() not in self.root and self.compounds is None:
            return _unknown(core, space, glued=self.scale_in(core.lower()) > 0)
        return self._token(kind_of(core), core, space)

    def scale_in(self, key: str) -> int:
        """Return how many letters of a word are a scale that a unit touches: 4 of "jutakm", 0 where none does."""
        if not key.startswith(self.scales):
            return 0
        for length in [len(scale) for scale in self.scales if key.startswith(scale)]:
            unit = self.root.get(key[length:])
            entry = unit.entry_of(key[length:]) if unit is not None else None
            if entry is not None and entry.measuring:
                return length
        return 0

    def number(self, token: Token) -> Token:
        """Return the number that a surface is where its neighbours let it be no date: "10.10.2024-12"."""
        return self._token("numeral", token.key, " " * token.space)

    def _token(self, kind: str, core: str, space: str) -> Token:
        """Look a surface of a known kind up; `space` stands before it."""
        key = core.lower().replace("’", "'") if kind == "word" else core
        node = self.root.get(key) if kind in LOOKED_UP and core not in VULGAR else None
        entry = (node.entry_of(core) if node is not None else None) or NOTHING
        gap, capital = int(space != ""), key[0] != core[0] or ("label" in entry.roles and not core.islower())
        letter, step = letter_of(kind, key, entry, gap, capital), step_of(kind, key, entry, gap)
        values: tuple[Decimal, ...] = ()
        form = ""
        if kind == "numeral":
            values, form = self._digits(key), "digits"
            letter = date_letter(key, values, form)
        elif self.compounds is not None and kind == "word" and not entry.numeric:
            found = compound_of(key, self.compounds, self.numerals)
            if found is not None:
                kind, values = "numeral", (Decimal(found.value),)
                form, step = ("ordinal", "_") if found.ordinal else ("words", "c")
                letter = date_letter(key, values, form)
        shouted, breaks = len(core) > 1 and core.isupper(), "\n" in space
        longer = node if node is not None and node.next else None
        place = len(space), gap, capital, shouted, breaks
        if form:
            return Token(kind, key, entry, *place, letter, step, longer, values, form, 0, entry.sources)
        alone = self._alone(key, entry, place)
        return Token(kind, key, entry, *place, letter, step, longer, alone=alone)

    def _alone(self, key: str, entry: Entry, place: tuple[int, int, bool, bool, bool]) -> Token | None:
        """Return the numeral that a number word is by itself: "tiga", "kedua"."""
        roles = entry.roles
        if not entry.numeric or not LED.isdisjoint(roles):
            return None
        value, form = (roles["cardinal"], "words") if "cardinal" in roles else (roles.get("ordinal"), "ordinal")
        if value is None or (form == "ordinal" and "scale" in roles):
            return None
        values = (Decimal(int(value)),)
        letter = date_letter(key, values, form)
        return Token("numeral", key, entry, *place, letter, "_", None, values, form, 0, entry.sources)

    def _digits(self, key: str) -> tuple[Decimal, ...]:
        """Read digits and vulgar fractions; what stands around them may still change the number."""
        if FRACTIONS.match(key):
            return (exact(Fraction(VULGAR.get(key, "0"))),)
        return read_digits(key, decimal_marks=self.numerals.decimal_marks)

    def phrase(self, surface: str, key: str, entry: Entry, first: Token) -> Token:
        """Return the token of a phrase that begins with the token `first`."""
        known = self.phrases.get(surface)
        if known is None:
            known = Token(
                "phrase",
                key,
                entry,
                first.space,
                first.gap,
                first.capital,
                surface.isupper(),
                first.breaks,
                entry.tag,
                step_of("phrase", key, entry, first.gap),
            )
            if len(self.phrases) >= MOST_SURFACES:
                self.phrases.clear()
            self.phrases[surface] = known
        return known


def _unknown(core: str, space: str, *, glued: bool) -> Token:
    """Return the token of a word that the pack does not know: most words of a text; `glued`: two of it are."""
    key, gap = core.lower(), int(space != "")
    capital = key[0] != core[0] or (len(core) > LONGEST_SIGN and not core.islower())  # "eBay" too, but not "pH"
    letter = "r" if capital and ROMAN_LETTERS.issuperset(key) else "_"
    step = "g" if glued else "e" if key == "e" and not gap else "_"
    shouted = len(core) > 1 and core.isupper()
    return Token("word", key, NOTHING, len(space), gap, capital, shouted, "\n" in space, letter, step)


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


def letter_of(kind: str, key: str, entry: Entry, gap: int, capital: bool) -> str:
    """Return the letter of a token in the date grammar (see dates.py)."""
    if gap == 0 and "decade_suffix" in entry.roles:
        return "S"
    if kind == "sign":
        return SIGN_LETTERS.get(key, entry.tag)
    if kind != "word":
        return KIND_LETTERS.get(kind, "_")
    roman = entry.tag in "_i" and capital and ROMAN_LETTERS.issuperset(key)
    return "r" if roman else entry.tag


def step_of(kind: str, key: str, entry: Entry, gap: int) -> str:
    """Return the letter of a token in the reading of numerals (see numerals.py)."""
    if kind == "numeral":
        return "v" if not key[0].isdecimal() else "d" if gap else "D"
    if kind == "word" and entry is NOTHING and gap:
        return "_"
    roles = entry.roles
    if "ordinal_prefix" in roles:
        return "K" if key.endswith("-") else "k"
    if "article" in roles:
        return "a"
    follows = not FOLLOWING.isdisjoint(roles)
    if not BEGINNING.isdisjoint(roles):
        return "B" if follows else "b"
    if follows:
        return "s"
    if key == "e" and gap == 0:
        return "e"
    if key == "-":
        return "_" if gap else "-"
    if key == ".":
        return "."
    return "?" if not kind or DOTTED_DATE.fullmatch(key) else SIGN_STEPS.get(key, "_")
