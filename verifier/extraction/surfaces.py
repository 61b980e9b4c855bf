"""A surface in, what it is wherever it stands out: word, sign, number, date in digits … and its entry in the pack."""

import re
from typing import NamedTuple

from verifier.extraction.characters import WORD
from verifier.extraction.phrases import NOTHING, Entry, Node

__all__ = ["CLASSES", "LINKED", "TOKEN", "Piece", "Surfaces", "has_links", "piece_as"]

LINKS = ("@", "://", "www.", ".com", ".org", ".net", ".id/", ".htm")
SIGN_LETTERS = {",": ",", "/": "/", "(": "(", ")": ")", "'": "'", "’": "'", ".": ".", **dict.fromkeys("-–—‒−", "-")}
FORM_LETTERS = {"iso": "X", "slashed": "X", "clock": "C", "pause": "|"}
ROMAN_LETTERS = frozenset("ivxlc")
LOOKED_UP = ("word", "sign", "number")  # these may begin a phrase of the pack
MOST_SURFACES, LONGEST_SURFACE = 20_000, 40  # bounds of what is kept of looked-up surfaces
WIDE_SPACES = "\u00a0\u202f\u2009\u2007"
FORMS = {
    "word": rf"{WORD}++(?:['’]{WORD}++)?",
    "sign": r"[^\w\s]|_",
    "iso": r"(?<![\w.-])\d{4}-\d\d-\d\d(?:T\d\d:?\d\d(?::?\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])",
    "slashed": r"(?<![\w./-])(?:\d\d?/\d\d?/(?:\d{4}|\d\d)|\d\d?-\d\d?-\d{4}|\d\d?\.\d\d?\.\d{4}|\d{4}/\d\d?/\d\d?)"
    r"(?![\w/-])(?!\.\d)",
    "clock": r"(?<![\w.:])[0-2]?\d:[ ]?[0-5]\d(?::[0-5]\d)?(?![\w:]|[.,]\d|-[^\W\d])",
    "number": r"(?<!\d[ ])\d{1,3}(?:[ ]\d{3}){2,}+(?:[.,]\d++)?(?!\d)"
    rf"|\d{{1,3}}(?:[{WIDE_SPACES}]\d{{3}})++(?:[.,]\d++)?(?!\d)"
    r"|\d++(?:[.,]\d++|['’]\d{3}(?!\d))*+",
    "vulgar": r"[¼-¾⅐-⅞]",
    "power": r"[²³¹⁰⁴-⁹]++",
    "pause": r"\n[^\S\n]*+\n\s*+",
}
LINK = (
    r'(?:https?://|www\.)[^\s<>"]++'
    r"|[\w.+-]++@[\w-]++(?:\.[\w-]++)++"
    r'|[\w-]++(?:\.[\w-]++)*\.[a-z]{2,4}/[^\s<>"]*+'
    r"|[\w-]++\.(?:com|org|net|htm|html|php|co\.id|go\.id|or\.id|ac\.id)\b"
)
PLAIN = "|".join(FORMS.values())
TOKEN = re.compile(rf"[ ]?+(?:{PLAIN}|[\s\S])")  # the last is none: other space, and letters that are no words
LINKED = re.compile(rf"[ ]?+(?:{LINK}|{PLAIN}|[\s\S])")
CLASSES = re.compile(
    rf"[ ]?+(?:(?P<url>{LINK})|" + "|".join(f"(?P<{name}>{form})" for name, form in FORMS.items()) + ")"
)
UNSETTLED = re.compile(r"[ ]?\d\d?\.\d\d?\.\d{4}")  # a date, or by what stands around it a part of a number


class Piece(NamedTuple):
    """What a surface is wherever it stands: looked up once and kept."""

    size: int  # without the space before it
    kind: str
    key: str
    entry: Entry
    gap: int
    capital: bool
    letter: str
    node: Node | None  # of the phrase trie, where a longer phrase may begin here


class Surfaces(dict[str, Piece]):
    """The surfaces that were met, each with the space before it, and what they are; looked up when first met.

    A dictionary that fills itself: each look-up of a window happens without a call in Python.
    """

    def __init__(self, root: dict[str, Node]) -> None:
        super().__init__()
        self.root = root

    def __missing__(self, surface: str) -> Piece:
        piece = piece_of(surface, self.root)
        if len(surface) < LONGEST_SURFACE:
            if len(self) >= MOST_SURFACES:
                self.clear()
            self[surface] = piece
        return piece


def piece_of(surface: str, root: dict[str, Node]) -> Piece:
    """Look one surface up; it begins with the space before it, if any."""
    match = CLASSES.fullmatch(surface)
    kind = (match.lastgroup or "") if match is not None and not UNSETTLED.fullmatch(surface) else ""
    return piece_as(kind, surface, root)


def piece_as(kind: str, surface: str, root: dict[str, Node]) -> Piece:
    """Return the piece that a surface of a known kind is."""
    written = surface.removeprefix(" ")
    key = written.lower() if kind == "word" else written
    node = root.get(key) if kind in LOOKED_UP else None
    entry = (node.entry_of(written) if node is not None else None) or NOTHING
    gap = len(surface) - len(written)
    letter = FORM_LETTERS.get(kind, entry.tag)
    if kind == "sign":
        letter = SIGN_LETTERS.get(key, letter)
    elif kind == "word" and entry.tag == NOTHING.tag and key != written and set(key) <= ROMAN_LETTERS:
        letter = "r"
    if not gap and "decade_suffix" in entry.roles:
        letter = "S"
    longer = node if node is not None and node.next else None
    return Piece(len(written), kind, key, entry, gap, key[:1] != written[:1], letter, longer)


def has_links(text: str) -> bool:
    """Say whether a link may stand in `text`, so that the slower pattern is needed."""
    return any(mark in text for mark in LINKS)
