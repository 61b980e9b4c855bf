"""A file of bindings in, documents with its remarks out: what comments say, for texts in which no comment can stand.

["articles/armada.txt"]
"4,1 juta barel per hari" = "fact: volume@2024-06"
"41 juta" = "claims: ignore, a quotation"
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from verifier.data_files import read_toml
from verifier.documents import Document
from verifier.errors import InputError
from verifier.markup.prose import Comment
from verifier.remarks import ends_of

__all__ = ["Bindings", "read_bindings"]

_SAID = re.compile(r"fact:\s*\S|claims:\s*ignore\b")


@dataclass(frozen=True, slots=True)
class Bindings:
    """Document = words in it = what is said of the number that they end with."""

    name: str = ""
    documents: Mapping[Path, Mapping[str, str]] = field(default_factory=dict)

    def bound(self, document: Document, path: str | Path) -> Document:
        """Return the document at `path` with what this file says of its numbers.

        Raises:
            InputError: words stand in this file that do not stand in the document.
        """
        said = self.documents.get(Path(path).resolve(), {})
        remarks = [remark for words, body in said.items() for remark in self._remarks(document, words, body)]
        return replace(document, remarks=tuple(remarks)) if remarks else document

    def _remarks(self, document: Document, words: str, body: str) -> Iterator[Comment]:
        places = ends_of(words, document.text)
        if not places:
            raise InputError(f"{self.name}: {document.name} does not say {words!r}; write its words anew, or drop them")
        for at in places:
            start, end = document.span(at - len(words), at)
            yield Comment(at, start, end, body, alone=False)


def read_bindings(path: str | Path) -> Bindings:
    """Return the bindings in the TOML file `path`; documents are named from the folder of the file.

    Raises:
        InputError: there is no such file, or it says something else than ``fact: …`` and ``claims: ignore, …``.
    """
    form = read_toml(Path(path), error=InputError, name=str(path))
    for document, said in form.items():
        if not isinstance(said, dict):
            raise InputError(f'{path}: {document!r} stands alone; put it under its document, as ["docs/report.txt"]')
        for words, body in said.items():
            if not isinstance(body, str) or not words.strip() or not _SAID.match(body):
                raise InputError(
                    f"{path}: [{document}]: {words!r} is {body!r}; write 'fact: KEY' or 'claims: ignore, REASON'"
                )
    folder = Path(path).parent
    return Bindings(str(path), {(folder / document).resolve(): said for document, said in form.items()})
