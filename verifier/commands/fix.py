"""``verifier fix``: documents and reference tables in, the corrected wording out, as a diff or written in place."""

import argparse
import difflib
import sys

from verifier.cli import complain
from verifier.commands.common import add_reading_options, add_table_option, check_all, read_table
from verifier.commands.writing import output, replacing
from verifier.documents import STANDARD_INPUT, decode, encode_like, open_document
from verifier.errors import InputError
from verifier.mending import Mended, mend
from verifier.reports.checked import Checked
from verifier.reports.visible import Paint, visible, wants_colour

__all__ = ["add_options", "run"]

EPILOG = """examples:
  verifier fix article.txt --reference figures.csv            shows what would change
  verifier fix article.txt --reference figures.csv --write    changes it

exit codes: 0 nothing is left to mend, 1 something is, 2 wrong use or input"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what ``verifier fix`` can be told."""
    parser.epilog = EPILOG
    add_reading_options(parser)
    add_table_option(parser)
    parser.add_argument("--write", action="store_true", help="change the files; without it nothing is written")


def run(options: argparse.Namespace) -> int:
    """Show the changes as a diff or make them; say which claims have to be mended by hand."""
    if options.write and (STANDARD_INPUT in options.documents or options.output):
        raise InputError("--write changes the documents in place; leave out '-' and --output")
    documents = check_all(options, read_table(options))
    left = 0
    with output(options.output) as out:
        paint = Paint(wants_colour(out))
        for checked in documents:
            mended = mend(checked)
            if options.write:
                _write(checked, mended, options.encoding)
            else:
                out.writelines(_diff(checked, mended, paint))
            for verdict in mended.left:
                place = f"{checked.document.name}:{verdict.line}:{verdict.column}"
                complain(InputError(f"{place}: {verdict.text}: to be mended by hand: {verdict.explanation}"))
            left += len(mended.left) + (0 if options.write else len(mended.done))
    if len(documents) < len(options.documents):
        return 2
    return 1 if left else 0


def _write(checked: Checked, mended: Mended, encoding: str) -> None:
    if not mended.done:
        return
    name = checked.document.name
    with open_document(name) as file:
        data = file.read()
    if decode(data, name=name, encoding=encoding) != checked.document.source:
        raise InputError(f"{name}: has changed since it was checked; run again")
    with replacing(name) as file:
        file.write(encode_like(data, mended.source, encoding=encoding))
    print(f"{name}: {len(mended.done)} mended", file=sys.stderr)


def _diff(checked: Checked, mended: Mended, paint: Paint) -> list[str]:
    name = checked.document.name
    before, after = (text.splitlines() for text in (checked.document.source, mended.source))
    lines = difflib.unified_diff(before, after, name, name, lineterm="", n=1)
    colours = {"-": "red", "+": "green", "@": "faint"}
    shown = (visible(line) for line in lines)
    return [(paint(line, colours[line[0]]) if line[:1] in colours else line) + "\n" for line in shown]
