"""A page of documentation in, the examples that do not come true out."""

import contextlib
import doctest
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import entry_points
from pathlib import Path

from verifier.cli import main

__all__ = ["run_page"]

OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
_FENCE = re.compile(r"^[ ]*(`{3,}|~{3,}).*$", re.MULTILINE)
_CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^```\w+\n(?:# |<!-- )(\w[\w./-]*\.\w+)(?: -->)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FAILURES = re.compile(r"^=+ FAILURES =+\n(.*?)^(?:claims: .*|=+ .*)$", re.MULTILINE | re.DOTALL)


def run_page(page: Path, *, examples: Path, folder: Path) -> list[str]:
    """Run every ``>>>``, ``$ verifier`` and ``$ pytest`` of `page`, in order; return one message a failure.

    All run in `folder`, with a copy of the project's examples in it and one namespace for the page. A
    block whose first line is a comment with the name of a file is that file.
    """
    source = page.read_text(encoding="utf-8")
    if examples.is_dir():
        shutil.copytree(examples, folder / examples.name)
    names: dict[str, object] = {"__name__": "__main__"}
    steps = [*_files(source), *_python(source, page), *_console(source, page)]
    with contextlib.chdir(folder):
        return [message for _, run in sorted(steps, key=lambda step: step[0]) if (message := run(names))]


def _python(source: str, page: Path) -> Iterator[tuple[int, "_Python"]]:
    """Yield the line and the examples of each block; blanked fences keep the line numbers right."""
    blank = _FENCE.sub("", source)
    for example in doctest.DocTestParser().get_examples(blank, page.name):
        yield example.lineno, _Python(example, page)


def _console(source: str, page: Path) -> Iterator[tuple[int, "_Command"]]:
    for block in _CONSOLE.finditer(source):
        lineno = source.count("\n", 0, block.start(1))
        for part in re.finditer(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block[1], re.MULTILINE):
            if part[1].startswith("verifier ") or (part[1].startswith("pytest ") and part[2].strip()):
                line = lineno + block[1].count("\n", 0, part.start())
                yield line, _Command(part[1], part[2], line, page)


def _files(source: str) -> Iterator[tuple[int, Callable[[dict[str, object]], str]]]:
    for block in _FILE.finditer(source):
        yield source.count("\n", 0, block.start()), partial(_write, block[1], block[2])


def _write(name: str, content: str, names: dict[str, object]) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return ""


class _Python:
    def __init__(self, example: doctest.Example, page: Path) -> None:
        self.example = example
        self.page = page

    def __call__(self, names: dict[str, object]) -> str:
        test = doctest.DocTest([self.example], names, self.page.name, str(self.page), 0, None)
        report = io.StringIO()
        doctest.DocTestRunner(optionflags=OPTIONS).run(test, out=report.write, clear_globs=False)
        names.update(test.globs)
        return report.getvalue()


class _Command:
    def __init__(self, command: str, wanted: str, lineno: int, page: Path) -> None:
        self.command = command
        self.wanted = wanted
        self.lineno = lineno
        self.page = page

    def __call__(self, names: dict[str, object]) -> str:
        found = run_command(self.command)
        if doctest.OutputChecker().check_output(self.wanted, found, doctest.ELLIPSIS):
            return ""
        return f"{self.page}:{self.lineno + 1}\n$ {self.command}\nwanted:\n{self.wanted}\nfound:\n{found}"


def run_command(command: str) -> str:
    """Return all that ``verifier …`` prints, as a terminal without colours shows it; of ``pytest …`` the results."""
    name, *arguments = shlex.split(command)
    return COMMANDS[name](arguments)


def _run_verifier(arguments: list[str]) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed), contextlib.suppress(SystemExit):
        main(arguments)
    return printed.getvalue()


def _run_pytest(arguments: list[str]) -> str:
    """Run pytest in a process of its own; return the items of a verbose run, and what is said of failures."""
    plugin = [] if entry_points(group="pytest11", name="cekangka") else ["-p", "verifier.pytest_plugin"]
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *plugin, *arguments]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTEST_ADDOPTS": "", "COLUMNS": "100"}
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)
    items = [
        found[0].rstrip() for found in re.finditer(r"^\S+::.* (?:PASSED|FAILED|SKIPPED)", ran.stdout, re.MULTILINE)
    ]
    failures = _FAILURES.search(ran.stdout)
    told = [line.rstrip() for line in failures[1].splitlines()] if failures else []
    return "".join(f"{line}\n" for line in [*items, *told]) or ran.stdout + ran.stderr


COMMANDS: dict[str, Callable[[list[str]], str]] = {"verifier": _run_verifier, "pytest": _run_pytest}
