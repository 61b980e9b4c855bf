"""A file in, its prose with language and date out.

A file is decoded strictly, a byte order mark at its start is left out, and nothing else is changed:
offsets into the source count the characters that an editor shows.
"""

import codecs
import contextlib
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO, TypeVar

from verifier.errors import InputError, InputTypeError
from verifier.extras import extra
from verifier.markup.prose import Comment, Prose
from verifier.model import Mention, SetAside
from verifier.verdict import Verdict

__all__ = ["Document", "decode", "encode_like", "make_document", "open_document", "read_day", "read_document"]

Found = TypeVar("Found", Mention, SetAside, Verdict)

LARGEST = 100 * 2**20  # bytes
STANDARD_INPUT = "-"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
NOTEBOOK = ".ipynb"
RESTRUCTURED = (".rst", ".rest")
MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
WEB_PAGES = (".html", ".htm", ".xhtml")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FRONT_MATTER = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<lines>(?:.*\n)*?)(?P=fence)[ \t]*(?:\r?\n|\Z)")
_FRONT_LINE = re.compile(
    r"""^(?:(?P<key>lang|language|date)[ \t]*[:=][ \t]*["']?(?P<value>[^"'\s]+)"""
    r"""|author[ \t]*[:=][ \t]*(?P<quote>["']?)(?P<author>\w[^"\n\[{]{0,200}?)(?P=quote)[ \t\r]*$)""",
    re.MULTILINE,
)
_BINARY = (  # how a file begins, what it is
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text with the name of its file, and the language and date that it states of itself.

    `text` is what is read for facts, `source` what the file holds: for plain text the same. `prose`
    tells where in the source the text comes from. `reference_date` is the day from which "kemarin"
    and "Juni" are counted, as 2024-10-14; `author` is whom it names as such. `remarks` are comments on
    it that stand in another file.
    """

    name: str
    text: str
    language: str | None = None
    reference_date: str | None = None
    author: str | None = None
    prose: Prose | None = None
    markup: str | None = None
    remarks: tuple[Comment, ...] = ()

    @property
    def source(self) -> str:
        """The file as it was written."""
        return self.text if self.markup is None else self.markup

    @property
    def levels(self) -> dict[int, int] | None:
        """Where in the text headings begin, with their levels, and cells, with 0; None where no markup tells."""
        if self.prose is None:
            return None
        return dict.fromkeys(self.prose.cells, 0) | {one.start: one.level for one in self.prose.headings}

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the source that a span of the text comes from."""
        return self.prose.span(start, end) if self.prose else (start, end)

    def in_source(self, found: Iterable[Found]) -> list[Found]:
        """Return what was found in the text with spans of the source, without what is only repeated in the text."""
        prose = self.prose
        if prose is None:
            return list(found)
        return [
            _moved(item, *prose.span(item.start, item.end)) for item in found if not prose.repeats(item.start, item.end)
        ]


def _moved(item: Found, start: int, end: int) -> Found:
    return replace(item, start=start, end=end)


def read_document(path: str | Path, *, encoding: str = "utf-8", name: str | None = None) -> Document:
    r"""Return the document in the file `path`, or on standard input where `path` is "-".

    Reports call it `name`, else by its path.

    Raises:
        InputError: there is no such file, it is no regular file, it is too large, it holds no text,
            or its bytes are not of that encoding; the message says which, and what to do.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "a.txt")
    ...     _ = file.write_bytes(b"\xef\xbb\xbfNaik 3 persen.\r\n")
    ...     read_document(file).text
    'Naik 3 persen.\r\n'
    """
    if not isinstance(path, str | Path):
        raise InputTypeError(f"a document is named by its path, not by {type(path).__name__}")
    with open_document(path) as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise InputError(f"{path}: has more than {LARGEST} bytes, which a document may have; split it")
    return make_document(decode(data, name=str(path), encoding=encoding), name=name or str(path))


def _mark_of(data: bytes, encoding: str) -> tuple[bytes, str]:
    """Return the byte order mark at the start, and the encoding that it names, else the one given."""
    return next(((mark, marked) for mark, marked in _MARKS if data.startswith(mark)), (b"", encoding))


def encode_like(data: bytes, text: str, *, encoding: str = "utf-8") -> bytes:
    """Return `text` encoded as `data` is, with its byte order mark.

    >>> encode_like(b"\\xef\\xbb\\xbfNaik.", "Turun.")
    b'\\xef\\xbb\\xbfTurun.'
    """
    mark, encoding = _mark_of(data, encoding)
    return mark + text.encode(encoding)


def make_document(source: str, *, name: str) -> Document:
    """Return the document that `source` is, as the ending of `name` says: plain text where it says nothing else.

    >>> document = make_document("---\\ndate: 2024-10-14\\n---\\nNaik **3** persen.", name="a.md")
    >>> document.text, document.reference_date, document.span(5, 13)
    ('Naik 3 persen.', '2024-10-14', (32, 42))
    """
    ending = os.path.splitext(name)[1].lower()
    if ending in MARKDOWN:
        from verifier.markup.markdown import read_markdown

        matter, start = front_matter(source)
        return _marked_up(name, source, read_markdown(source, start=start), matter)
    if ending in WEB_PAGES:
        from verifier.markup.webpage import page_facts, read_html

        return _marked_up(name, source, read_html(source), page_facts(source))
    if ending in RESTRUCTURED:
        extra("docutils", "rst", "reading reStructuredText")
        from verifier.markup.restructured import read_restructured

        return _marked_up(name, source, *read_restructured(source, name=name))
    if ending == NOTEBOOK:
        from verifier.markup.notebook import first_cell, read_notebook

        matter, start = front_matter(first_cell(source, name=name))
        return _marked_up(name, source, read_notebook(source, name=name, start=start), matter)
    return Document(name=name, text=source)


def _marked_up(name: str, source: str, prose: Prose, facts: Mapping[str, str]) -> Document:
    day = _DAY.match(facts.get("date", ""))
    return Document(
        name=name,
        text=prose.text,
        language=re.split("[-_]", facts.get("language", ""))[0].lower() or None,
        reference_date=day[0] if day else None,
        author=facts.get("author") or None,
        prose=prose,
        markup=source,
    )


def front_matter(source: str) -> tuple[dict[str, str], int]:
    """Return language, date and author from the lines between ``---`` (or ``+++``) at the top, and where these end.

    >>> front_matter("+++\\ntitle = 'A'\\nlang = 'id'\\nauthor = 'Ani Sari'\\n+++\\nText")
    ({'language': 'id', 'author': 'Ani Sari'}, 52)
    """
    found = _FRONT_MATTER.match(source)
    if not found:
        return {}, 0
    facts = {}
    for line in _FRONT_LINE.finditer(found["lines"]):
        if line["author"]:
            facts["author"] = line["author"].strip()
        else:
            facts["language" if line["key"].startswith("lang") else "date"] = line["value"]
    return facts, found.end()


@contextlib.contextmanager
def open_document(path: str | Path) -> Iterator[BinaryIO]:
    """Open the bytes of a regular file, or of standard input where `path` is "-"."""
    if str(path) == STANDARD_INPUT:
        yield sys.stdin.buffer
        return
    try:
        problem = _problem(os.stat(path))
        file = None if problem else open(path, "rb")  # noqa: SIM115, closed by the `with` below
    except FileNotFoundError:
        problem = "there is no such file"
    except PermissionError:
        problem = "may not be read; check its permissions"
    except (OSError, ValueError) as error:  # a loop of links, a name that no file can have
        problem = f"cannot be read: {getattr(error, 'strerror', None) or error}"
    if problem or file is None:
        raise InputError(f"{path}: {problem}")
    with file:
        yield file


def _problem(status: os.stat_result) -> str:
    if stat.S_ISDIR(status.st_mode):
        return "is a folder; name the files in it"
    if not stat.S_ISREG(status.st_mode):
        return "is not a regular file; give its content on standard input as '-'"
    return ""


def decode(data: bytes, *, name: str, encoding: str = "utf-8") -> str:
    """Return the text of `data`; a byte order mark at its start wins over `encoding` and is left out.

    >>> decode("Harga €5".encode("utf-16"), name="a.txt")
    'Harga €5'
    """
    for start, what in _BINARY:
        if data.startswith(start):
            raise InputError(f"{name}: is {what}, not a text; save it as plain text, Markdown or HTML")
    mark, encoding = _mark_of(data, encoding)
    skipped = len(mark)
    try:
        text = data[skipped:].decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start + skipped
        byte = f"byte {at} (0x{data[at]:02x})"
        raise InputError(f"{name}: {byte} is not {encoding}; name its encoding, such as --encoding cp1252") from None
    except (LookupError, UnicodeError):
        raise InputError(f"unknown encoding {encoding!r}: known are utf-8, utf-16, cp1252, latin-1 …") from None
    if "\0" in text:
        raise InputError(f"{name}: holds a NUL character at {text.index(chr(0))}, so it is no text; save it as UTF-8")
    return text


def read_day(given: str, *, option: str) -> str:
    """Return a date that a person gave as a setting, checked.

    >>> read_day("2024-10-14", option="--reference-date")
    '2024-10-14'
    """
    try:
        return date.fromisoformat(given).isoformat()
    except (TypeError, ValueError):
        raise InputError(f"{option} is a day such as 2024-10-14, not {given!r}") from None
