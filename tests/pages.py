"""A page of documentation in, the examples that do not come true out."""

import contextlib
import doctest
import io
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

from verifier.cli import main

__all__ = ["run_page"]

OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
_FENCE = re.compile(r"^[ ]*(`{3,}|~{3,}).*$", re.MULTILINE)
_CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def run_page(page: Path, *, examples: Path, folder: Path) -> list[str]:
    """Run every ``>>>`` and every ``$ verifier`` of `page`, in order; return one message a failure.

    All run in `folder`, with a copy of the project's examples in it and one namespace for the page.
    """
    source = page.read_text(encoding="utf-8")
    if examples.is_dir():
        shutil.copytree(examples, folder / examples.name)
    names: dict[str, object] = {"__name__": "__main__"}
    steps = [*_python(source, page), *_console(source, page)]
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
            if part[1].startswith("verifier "):
                line = lineno + block[1].count("\n", 0, part.start())
                yield line, _Command(part[1], part[2], line, page)


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
    """Return all that ``verifier …`` prints, as a terminal without colours shows it."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed), contextlib.suppress(SystemExit):
        main(shlex.split(command)[1:])
    return printed.getvalue()
