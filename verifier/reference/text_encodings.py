"""A text file in, its encoding and how that is known out: by its first bytes, by being UTF-8, by the words in it.

UTF-8 and UTF-16 prove themselves. A file in an encoding of one byte a letter is read in each encoding of the packs
that gives nothing but words of an alphabet, with signs where signs can stand. Where that leaves several, the usual
one is taken, or, where that cannot be told either, none: an error says what each of them would make of the file.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from typing import TextIO

from verifier.errors import TableError
from verifier.packs import load_part
from verifier.reference.raw import shown

__all__ = ["Encoding", "find_encoding", "open_text"]

_SAMPLE = 65_536  # bytes
_BLOCK = 1 << 20
_MOST_BLOCKS = 16  # with other letters than ASCII: among them are enough words
_MOST_WORDS = 2000
_LONGEST = 200  # bytes of a word
_FEWEST = 3  # words that a rarer encoding has to explain better, or that prove another script
_LATIN = "LATIN"
_NOT_TEXT = {
    b"PK\x03\x04": "a workbook or a ZIP archive",
    b"\x1f\x8b": "packed by gzip",
    b"\xd0\xcf\x11\xe0": "an old workbook",
    b"PAR1": "a Parquet file",
    b"SQLite format 3\0": "a SQLite file",
    b"%PDF-": "a PDF",
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TOKEN = re.compile(rb"""[^\s,;|"]+""")
_WORD = re.compile(r"[^\W\d_ªºµ²³¹¼½¾]+")
_DASHES = frozenset("–—\xa0")  # between two words, where other encodings have letters
_BETWEEN = _DASHES | frozenset("‘’´`·\xad")  # letters can stand on both sides
_SIGNS = frozenset("€£¥¢§©®™°±²³¹¼½¾×÷µªº‰«»“”„‚‹›•…†‡¿¡")


@dataclass(frozen=True, slots=True)
class Encoding:
    """The name of an encoding, and how it is known."""

    name: str
    why: str = ""

    @property
    def notes(self) -> list[str]:
        """What is told of it: nothing of plain UTF-8."""
        return [f"encoding {self.name}, {self.why}"] if self.why else []


@dataclass(frozen=True, slots=True)
class _Reading:
    """The words of a file in one encoding: whether one alphabet has them all, and whether another encoding may too."""

    encoding: str
    words: tuple[str, ...]
    alike: bool
    doubtful: bool


def find_encoding(path: Path, declared: str | None = None) -> Encoding:
    """Return the encoding of a text file: that of its byte order mark, else the declared one, else what fits.

    Raises:
        TableError: it is a file of another kind, or no encoding fits, or several.
    """
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    what = next((what for mark, what in _NOT_TEXT.items() if sample.startswith(mark)), None)
    if what is not None:
        remedy = "give the file the ending of its kind, unpack it or save it as CSV"
        raise TableError(f"{path.name}: {what}, not text; {remedy}")
    marked = next((encoding for mark, encoding in _MARKS if sample.startswith(mark)), None)
    if marked is not None:
        return Encoding(marked, "by its byte order mark")
    if declared is not None:
        return Encoding(_known(path.name, declared), "declared")
    wide = _utf_16(sample)
    if wide is not None:
        return Encoding(wide, "by its zero bytes")
    wrong = _not_utf_8(path)
    return Encoding("utf-8") if wrong is None else _by_words(path.name, _words(path), wrong)


@contextmanager
def open_text(path: Path, encoding: str) -> Iterator[TextIO]:
    """Open a text file for reading, its line ends as they are.

    Raises:
        TableError: a byte of it is of another encoding.
    """
    try:
        with path.open(encoding=encoding, newline="") as file:
            yield file
    except UnicodeDecodeError:
        raise _decode_error(path, encoding) from None


def _decode_error(path: Path, encoding: str) -> TableError:
    """Return the error for a file in another encoding, with the place of its first wrong byte."""
    try:
        path.read_bytes().decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.upper().removesuffix("-SIG")
        return TableError(
            f"{path.name}: not {name} at byte {error.start}; save the file as UTF-8, "
            f"or say its encoding: encoding='cp1252' (--table-encoding cp1252)"
        )
    return TableError(f"{path.name}: the file changed while it was read")


def _known(name: str, encoding: str) -> str:
    try:
        "".encode(encoding)
    except (LookupError, ValueError):
        raise TableError(f"{name}: unknown encoding {shown(encoding)}; use utf-8, utf-16, cp1252 or latin-1") from None
    return encoding


def _utf_16(sample: bytes) -> str | None:
    """Return the form of UTF-16 in which every other byte of a separator, a digit, a letter of ASCII is zero.

    >>> _utf_16("tahun;nilai".encode("utf-16-le")), _utf_16(b"tahun;nilai")
    ('utf-16-le', None)
    """
    first, second = sample[0::2], sample[1::2]
    for zeros, letters, name in ((second, first, "utf-16-le"), (first, second, "utf-16-be")):
        if zeros.count(0) > max(_FEWEST, len(zeros) // 20) and not letters.count(0):
            return name
    return None


def _not_utf_8(path: Path) -> int | None:
    """Return the first byte that is no UTF-8, None where all are."""
    decoder, start = codecs.getincrementaldecoder("utf-8")(), 0
    with path.open("rb") as file:
        for block in iter(partial(file.read, _BLOCK), b""):
            held = len(decoder.getstate()[0])
            try:
                decoder.decode(block)
            except UnicodeDecodeError as error:
                return start - held + error.start
            start += len(block)
    held = len(decoder.getstate()[0])
    return start - held if held else None


def _words(path: Path) -> tuple[bytes, ...]:
    """Return the different words of a file that have other letters or signs than ASCII."""
    words: dict[bytes, None] = {}
    with path.open("rb") as file:
        blocks = (block for block in iter(partial(file.read, _BLOCK), b"") if not block.isascii())
        for block, _ in zip(blocks, range(_MOST_BLOCKS), strict=False):
            for line in block.splitlines():
                if not line.isascii():
                    words.update((word[:_LONGEST], None) for word in _TOKEN.findall(line) if not word.isascii())
            if len(words) > _MOST_WORDS:
                break
    return tuple(words)[:_MOST_WORDS]


def _by_words(name: str, words: Sequence[bytes], wrong: int) -> Encoding:
    """Return the encoding in which all words can be words.

    Raises:
        TableError: there is none, or there are several; the message says what to write.
    """
    mixed = next(filter(None, map(_as_utf_8, words)), None)
    if mixed is not None:
        raise TableError(
            f"{name}: not UTF-8 at byte {wrong}, though {shown(mixed)} elsewhere is: two encodings are mixed; "
            f"mend it, and save the file as UTF-8"
        )
    readings: dict[tuple[str, ...], _Reading] = {}
    for reading in _readings(words):
        readings.setdefault(reading.words, reading)
    if not readings:
        raise TableError(
            f"{name}: not UTF-8 at byte {wrong}, and no encoding fits all of it; save the file as UTF-8, "
            f"or say its encoding, such as encoding='gb18030' (--table-encoding gb18030)"
        )
    likely = _likeliest(list(readings.values()))
    if len(likely) > 1:
        one, other = likely[:2]
        at = next(at for at, (left, right) in enumerate(zip(one.words, other.words, strict=True)) if left != right)
        raise TableError(
            f"{name}: not UTF-8 at byte {wrong}, but {one.encoding} ({shown(one.words[at])}) or {other.encoding} "
            f"({shown(other.words[at])}); say which: encoding={one.encoding!r} (--table-encoding {one.encoding})"
        )
    found = likely[0]
    return Encoding(found.encoding, f"by its words: {', '.join(map(shown, found.words[:3]))}")


def _as_utf_8(word: bytes) -> str | None:
    try:
        return word.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _likeliest(readings: Sequence[_Reading]) -> Sequence[_Reading]:
    """Return the reading that is taken, or several where it cannot be told which.

    The first, that of the most usual encoding, is taken where nothing speaks against it: neither a
    sign that may be a letter, nor another encoding that reads several words as those of one alphabet.
    """
    first, *others = readings
    better = [one for one in others if one.alike and not one.doubtful and _different(one, first) >= _FEWEST]
    if len(readings) == 1 or not (first.doubtful or (better and not first.alike)):
        return [first]
    return better if len(better) == 1 else readings


def _different(one: _Reading, other: _Reading) -> int:
    return sum(left != right for left, right in zip(one.words, other.words, strict=True))


def _readings(words: Sequence[bytes]) -> Iterator[_Reading]:
    """Yield what each encoding makes of the words, the most usual first, where that can be words."""
    for encoding, alphabets in _encodings():
        try:
            texts = tuple(word.decode(encoding) for word in words)
        except UnicodeDecodeError:
            continue
        if all(_can_be_words(text, alphabets) for text in texts):
            letters = {letter for text in texts for word in _WORD.findall(text) for letter in _letters(word)}
            if len(words) < _FEWEST and {_script(letter) for letter in letters} - {_LATIN}:
                continue
            alike = any(letters <= alphabet for alphabet in alphabets)
            yield _Reading(encoding, texts, alike, any(map(_is_doubtful, texts)))


@cache
def _encodings() -> tuple[tuple[str, tuple[frozenset[str], ...]], ...]:
    """Return each encoding with the alphabets that are written in it."""
    tables = load_part("common", "tables")
    alphabets = {group: tuple(map(frozenset, texts)) for group, texts in tables.alphabets.items()}
    return tuple((encoding, alphabets[group]) for group, names in tables.encodings.items() for encoding in names)


def _letters(word: str) -> frozenset[str]:
    """Return the letters of a word that ASCII does not have, as an alphabet lists them."""
    return frozenset(letter if len(letter.lower()) > 1 else letter.lower() for letter in word if not letter.isascii())


def _can_be_words(text: str, alphabets: Sequence[frozenset[str]]) -> bool:
    """Return whether the letters of each word are of one alphabet, in a usual case, and signs stand where signs can.

    >>> alphabets = [frozenset("áéíñóúü")]
    >>> [_can_be_words(text, alphabets) for text in ("Coruña", "coruÑa", "Coruńa", "Coru–a", "€/MWh", "Coru€a")]
    [True, False, False, True, True, False]
    """
    words = (word for word in _WORD.findall(text) if not word.isascii())
    if not all(_can_be_word(word, _letters(word), alphabets) for word in words):
        return False
    signs = (at for at, sign in enumerate(text) if not sign.isascii() and not _WORD.match(sign))
    return all(text[at] in _BETWEEN or (text[at] in _SIGNS and not _is_between(text, at)) for at in signs)


def _can_be_word(word: str, letters: frozenset[str], alphabets: Sequence[frozenset[str]]) -> bool:
    if not any(letters <= alphabet for alphabet in alphabets):
        return False
    if len(set(map(_script, word))) > 1 or (len(word) == 1 and word.isupper()):
        return False
    if not any(map(str.isascii, word)) and not (word.islower() or word.isupper() or word.istitle()):
        return False
    return not any(one.islower() and other.isupper() and not (one + other).isascii() for one, other in pairwise(word))


def _script(letter: str) -> str:
    """Return the script of a letter, the first word of its name: "LATIN"."""
    return unicodedata.name(letter, "").partition(" ")[0]


def _is_between(text: str, at: int) -> bool:
    """Return whether letters stand on both sides of a place."""
    return text[max(at - 1, 0) : at].isalpha() and text[at + 1 : at + 2].isalpha()


def _is_doubtful(text: str) -> bool:
    """Return whether a sign between two words may be a letter of one: "pre–post", "Coru–a"."""
    return any(sign in _DASHES and _is_between(text, at) and text[at + 1].islower() for at, sign in enumerate(text))
