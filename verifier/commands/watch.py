"""Documents and tables that change in, their verdicts shown again out: ``verifier check --watch``."""

import os
import time
from collections.abc import Callable, Iterable

__all__ = ["watch"]

PAUSE = 0.3  # seconds between two looks
Seen = dict[str, tuple[int, int]]


def watch(documents: Iterable[str], tables: Iterable[str], show: Callable[[list[str], bool], None]) -> None:
    """Call `show` with all documents, and then, until interrupted, with those that have changed.

    Its second argument says whether a table has changed: then all documents have.
    """
    documents, tables = list(documents), list(tables)
    seen, seen_tables = _look(documents), _look(tables)
    show(documents, True)
    while True:
        time.sleep(PAUSE)
        now, now_tables = _look(documents), _look(tables)
        tables_changed = now_tables != seen_tables
        changed = [name for name in documents if tables_changed or now[name] != seen[name]]
        seen, seen_tables = now, now_tables
        if changed:
            show(changed, tables_changed)


def _look(names: Iterable[str]) -> Seen:
    """Return what tells one state of a file from another; a file that is gone for a moment has a state too."""
    return {name: _state(name) for name in names}


def _state(name: str) -> tuple[int, int]:
    try:
        status = os.stat(name)
    except OSError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)
