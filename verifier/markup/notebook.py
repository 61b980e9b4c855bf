"""A Jupyter notebook in, its prose out, with offsets into the file: its Markdown cells, and what its code has printed.

Code is no prose, nor are messages on standard error. Of an output that is there in several forms, one is read.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from verifier.errors import InputError
from verifier.markup.json_places import Passage, PlacedString, read_placed
from verifier.markup.markdown import read_markdown
from verifier.markup.prose import Piece, Prose, ProseBuilder
from verifier.markup.webpage import read_html

__all__ = ["first_cell", "read_notebook"]

PRINTED = "stdout"


def _as_it_stands(text: str) -> Prose:
    return Prose(text=text, offsets=(0,), pieces=(Piece(0, len(text)),))


FORMS: dict[str, Callable[[str], Prose]] = {  # of an output, in the order in which they are preferred
    "text/markdown": read_markdown,
    "text/html": read_html,
    "text/plain": _as_it_stands,
}


def read_notebook(source: str, *, name: str = "notebook", start: int = 0) -> Prose:
    r"""Return the prose of a notebook; its first cell is read from `start` on, behind its front matter.

    >>> source = '{"nbformat": 4, "cells": [{"cell_type": "markdown", "source": ["# Padi\\n", "Naik **4** juta."]}]}'
    >>> prose = read_notebook(source)
    >>> prose.text, source[slice(*prose.span(11, 17))]
    ('Padi\n\nNaik 4 juta.', '4** juta')

    Raises:
        InputError: it is no notebook, or one of an older format.
    """
    builder = ProseBuilder(source)
    for number, cell in enumerate(_cells(source, name)):
        if cell.get("cell_type") == "markdown":
            passage = Passage(source, _strings(cell.get("source")))
            prose = read_markdown(passage.text, start=0 if number else start)
            _add(builder, passage, prose, made=False)
        elif cell.get("cell_type") == "code":
            for output in _objects(cell.get("outputs")):
                _add_output(builder, output)
    return builder.prose()


def first_cell(source: str, *, name: str) -> str:
    """Return what the first cell of a notebook says, which may begin with front matter; "" where that is code."""
    first = next(_cells(source, name), {})
    return "" if first.get("cell_type") == "code" else "".join(_strings(first.get("source")))


def _cells(source: str, name: str) -> Iterator[dict[str, Any]]:
    try:
        notebook = read_placed(source)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name}: is no notebook ({error}); save it again in Jupyter") from None
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        raise InputError(f"{name}: is no notebook of format 4, which has cells; save it again in Jupyter")
    return _objects(notebook["cells"])


def _objects(found: Any) -> Iterator[dict[str, Any]]:
    return (one for one in (found if isinstance(found, list) else ()) if isinstance(one, dict))


def _strings(found: Any) -> list[PlacedString]:
    """Return the text of a cell, which stands there as one string or as one a line."""
    return [one for one in (found if isinstance(found, list) else [found]) if isinstance(one, PlacedString)]


def _add_output(builder: ProseBuilder, output: dict[str, Any]) -> None:
    data = output.get("data")
    forms = data if isinstance(data, dict) else {}
    if output.get("output_type") == "stream" and output.get("name") == PRINTED:
        forms = {"text/plain": output.get("text")}
    for form, read in FORMS.items():
        strings = _strings(forms.get(form))
        if strings:
            passage = Passage(builder.source, strings)
            _add(builder, passage, read(passage.text), made=True)
            return


def _add(builder: ProseBuilder, passage: Passage, prose: Prose, *, made: bool) -> None:
    builder.separate("\n\n", passage.start)
    builder.add_prose(prose, partial(passage.pieces, made=made))
    builder.separate("\n\n", passage.end)
