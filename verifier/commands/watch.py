"""Documents and tables that change in, their verdicts shown again out: ``verifier check --watch``."""

import os
import time
from collections.abc import Callable, Iterable, Sequence

__all__ = ["watch"]

PAUSE = 0.3  # seconds between two looks
Seen = dict[str, tuple[int, int]]


def watch(
    documents: Sequence[str], evidence: Callable[[], Iterable[str]], show: Callable[[Sequence[str], bool], None]
) -> None:
    """Call `show` with all documents, and then, until interrupted, with those that have changed.

    Its second argument says whether one of the files of `evidence`, which is asked again at each look,
    has changed: then all documents have.
    """
    seen, seen_evidence = _look(documents), _look(evidence())
    show(documents, True)
    while True:
        time.sleep(PAUSE)
        now, now_evidence = _look(documents), _look(evidence())
        evidence_changed = now_evidence != seen_evidence
        changed = [name for name in documents if evidence_changed or now[name] != seen[name]]
        seen, seen_evidence = now, now_evidence
        if changed:
            show(changed, evidence_changed)


def _look(names: Iterable[str]) -> Seen:
    """Return what tells one state of a file from another; a file that is gone for a moment has a state too."""
    return {name: _state(name) for name in names}


def _state(name: str) -> tuple[int, int]:
    try:
        status = os.stat(name)
    except OSError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)
