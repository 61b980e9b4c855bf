"""A checked document in, its source with the refuted claims mended out."""

import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from verifier.reports.checked import Checked
from verifier.verdict import Edit, Label, Verdict

__all__ = ["Mended", "mend"]

_MARKUP = frozenset('<>&\\"*_`|[]\n')  # may mean something else in a file with markup


@dataclass(frozen=True, slots=True)
class Mended:
    """A source after the edits, the verdicts that were mended, and those that have to be mended by hand."""

    source: str
    done: tuple[Verdict, ...]
    left: tuple[Verdict, ...]


def mend(checked: Checked) -> Mended:
    """Return the source with the suggested wording in place of each refuted claim, and nothing else changed.

    A claim is left alone where there is no suggestion, where its words are broken up by markup or were
    written by a program, where the new ones would be read as markup, and where another claim's edit is
    in the way.
    """
    source = checked.document.source
    prose = checked.document.prose
    runs = prose.verbatim_runs() if prose else [(0, len(source))]
    edits: list[Edit] = []
    done: list[Verdict] = []
    left: list[Verdict] = []
    for verdict in checked.verdicts:
        if verdict.label is not Label.REFUTED:
            continue
        possible = verdict.edits and all(_within(runs, edit) for edit in verdict.edits)
        if prose and any(_MARKUP & set(edit.text) for edit in verdict.edits):
            possible = False
        new = [edit for edit in verdict.edits if edit not in edits]  # several claims may turn the same verb
        if possible and not any(_overlap(one, edit) for one in new for edit in edits):
            edits += new
            done.append(verdict)
        else:
            left.append(verdict)
    return Mended("".join(_parts(source, edits)), tuple(done), tuple(left))


def _parts(source: str, edits: Iterable[Edit]) -> Iterator[str]:
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        yield source[at : edit.start]
        yield edit.text
        at = edit.end
    yield source[at:]


def _overlap(one: Edit, other: Edit) -> bool:
    return one.start == other.start or (one.start < other.end and other.start < one.end)


def _within(runs: Sequence[tuple[int, int]], edit: Edit) -> bool:
    """Return whether the words to be replaced stand in the source as they are read, without markup between."""
    index = bisect_right(runs, (edit.start, sys.maxsize)) - 1
    return index >= 0 and edit.end <= runs[index][1]
