"""Other libraries that find numbers or dates in text, each as a function from sentences to nothing."""

import warnings
from collections.abc import Callable, Sequence
from datetime import datetime
from importlib import import_module
from importlib.metadata import version

from benchmarks.measure import note

__all__ = ["Peer", "peers"]

Peer = Callable[[Sequence[str]], None]


def peers(language: str) -> dict[str, Peer]:
    """Return the installed peers by name; one that is missing is told of and left out."""
    makers = {"quantulum3": ("quantulum3", _quantulum3), "dateparser.search_dates": ("dateparser", _search_dates)}
    found: dict[str, Peer] = {}
    for name, (package, make) in makers.items():
        try:
            found[f"{name} {version(package)}"] = make(language)
        except ImportError:
            note(f"{name} is left out: it is not installed; pip install 'cekangka[benchmarks]' brings it")
    return found


def _quantulum3(_: str) -> Peer:
    """quantulum3 reads English only; whatever the text, it is given as it is."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns that it runs without its optional classifier
        parser = import_module("quantulum3.parser")

    def run(sentences: Sequence[str]) -> None:
        for sentence in sentences:
            parser.parse(sentence)

    return run


def _search_dates(language: str) -> Peer:
    search_dates = import_module("dateparser.search").search_dates
    settings = {"RELATIVE_BASE": datetime(2024, 10, 14)}

    def run(sentences: Sequence[str]) -> None:
        for sentence in sentences:
            search_dates(sentence, languages=[language], settings=settings)

    return run
