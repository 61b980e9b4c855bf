"""Command line in, exit code out: 0 all fine, 1 something refuted, 2 wrong use or input.

The command line only translates: each command is a module of `verifier/commands`.
"""

import argparse
import contextlib
import difflib
import gc
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

from verifier import __version__
from verifier.errors import InputError, VerifierError

__all__ = ["main"]

COMMANDS = {
    "extract": "find every numeric fact of a document",
    "check": "check a document against a reference table, and against itself",
    "fix": "show the corrected wording of what is refuted, or write it",
    "lint-table": "say what is wrong or doubtful about a reference table",
    "suggest-aliases": "list the other names that would link more numbers of a text to a table",
    "baseline": "write down what is refuted today, so that only what is new fails",
    "explain": "show how the facts of a sentence are found, with the lines of the language pack",
}
WRONG_USE = 2
YOUNG = 50_000  # objects that are made before garbage is looked for: most of what a command makes, it keeps
EPILOG = """examples:
  verifier extract article.txt
  verifier check article.txt --reference figures.csv
  verifier check report.md --reference figures.csv --format json --output report.json

exit codes: 0 all fine, 1 something refuted, 2 wrong use or input
'verifier COMMAND --help' says more of a command."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that `arguments` name (those of the process where None) and return its exit code.

    >>> main(["--version"])
    Traceback (most recent call last):
    SystemExit: 0
    """
    if arguments is None:  # a process of its own
        gc.set_threshold(YOUNG)
    _prepare(sys.stdout, sys.stderr)
    try:
        code = _run(list(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()
    except VerifierError as error:
        complain(error)
        return WRONG_USE
    except BrokenPipeError:  # the reader has seen enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except KeyboardInterrupt:
        return 130
    return code


def complain(error: Exception) -> None:
    """Say on standard error, in one line, what went wrong."""
    from verifier.reports.visible import visible

    with contextlib.suppress(BrokenPipeError):
        print(f"verifier: {visible(str(error))}", file=sys.stderr)


def _run(arguments: list[str]) -> int:
    parser = _Parser(prog="verifier", description=_what_it_does(), epilog=EPILOG, formatter_class=_Help)
    parser.add_argument("--version", action="version", version=f"verifier {__version__} (cekangka)")
    commands = parser.add_subparsers(metavar="COMMAND", title="commands", parser_class=_Parser)
    _refuse_unknown(arguments)
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary, formatter_class=_Help)
        if name in arguments[:1]:
            module = import_module(f"verifier.commands.{name.replace('-', '_')}")
            module.add_options(command)
            command.set_defaults(run=module.run)
    if not arguments:
        parser.print_help(sys.stderr)
        return WRONG_USE
    options = parser.parse_args(arguments)
    code: int = options.run(options)
    return code


def _what_it_does() -> str:
    import verifier

    return verifier.__doc__ or ""


def _refuse_unknown(arguments: list[str]) -> None:
    name = next((argument for argument in arguments[:1] if not argument.startswith("-")), None)
    if name is None or name in COMMANDS:
        return
    near = difflib.get_close_matches(name, COMMANDS, n=1)
    hint = f"; did you mean '{near[0]}'?" if near else ""
    raise InputError(f"there is no command {name!r}; there are {', '.join(COMMANDS)}{hint}")


def _prepare(*streams: object) -> None:
    """Write UTF-8 whatever the locale says, and never fail on a character that cannot be written."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


class _Help(argparse.RawDescriptionHelpFormatter):
    """Leaves the examples as they are laid out."""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, as all our errors are said; options are written in full."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "allow_abbrev": False})

    def error(self, message: str) -> NoReturn:
        raise InputError(f"{message}; see '{self.prog} --help'")
