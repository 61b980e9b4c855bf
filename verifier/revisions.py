"""A git revision and a file in, the lines of the file that have changed since out."""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from verifier.errors import InputError

__all__ = ["changed_lines", "has_changed"]

_NONE = "there is no revision {!r}; fetch it (a checkout of one commit has no other), or name one that 'git log' shows"
_HUNK = re.compile(r"^@@ -[0-9,]+ \+([0-9]+)(?:,([0-9]+))? @@", re.MULTILINE)


def has_changed(revision: str, files: Iterable[str]) -> bool:
    """Return whether any of the files is new, gone, or other than it was at `revision`."""
    return any(_is_new(Path(file)) or _diff(revision, Path(file)) for file in files)


def changed_lines(revision: str, file: str) -> frozenset[int]:
    """Return the numbers of the lines of `file` that are new or other than at `revision`; of a new file, all.

    Raises:
        InputError: the file is in no git repository, git is not installed, or there is no such revision.
    """
    path = Path(file)
    if _is_new(path):
        return frozenset(range(1, path.read_bytes().count(b"\n") + 2))
    lines: set[int] = set()
    for start, count in _HUNK.findall(_diff(revision, path)):
        lines.update(range(int(start), int(start) + int(count or 1)))
    return frozenset(lines)


def _is_new(path: Path) -> bool:
    return bool(_git(path, "ls-files", "--others", "--", path.name))


def _diff(revision: str, path: Path) -> str:
    return _git(path, "diff", "--unified=0", "--no-color", "--no-ext-diff", _commit(path, revision), "--", path.name)


def _commit(path: Path, revision: str) -> str:
    """Return the commit that `revision` names; never what git would take for an option."""
    return _git(path, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()


def _git(path: Path, *arguments: str) -> str:
    try:
        ran = subprocess.run(
            ["git", "--literal-pathspecs", "-C", str(path.parent), *arguments],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError:
        raise InputError("changed lines are asked of git, which is not installed") from None
    if ran.returncode:
        said = ran.stderr.strip().splitlines() or [_NONE.format(arguments[-1].removesuffix("^{commit}"))]
        raise InputError(f"{path}: git says: {said[0]}")
    return ran.stdout
