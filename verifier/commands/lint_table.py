"""``verifier lint-table``: reference tables in, how each was understood and what is wrong with it out."""

import argparse
import datetime
import json

from verifier.cli import complain
from verifier.commands.progress import loading
from verifier.commands.table_options import add_layout_options, layout
from verifier.commands.writing import output
from verifier.errors import VerifierError
from verifier.reference import Examination, examine
from verifier.reports.lint import as_dict, as_text
from verifier.reports.visible import Paint, wants_colour

__all__ = ["add_options", "run"]

EPILOG = """examples:
  verifier lint-table figures.csv
  verifier lint-table figures.csv --decimal , --fixed measure=inflasi --rows 20
  verifier lint-table data/ --format json

A folder is one reference, as 'verifier check --reference data/' takes it; several FILEs are several.
exit codes: 0 nothing is wrong, 1 errors or warnings, 2 wrong use, or a table that cannot be read"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what ``verifier lint-table`` can be told."""
    parser.epilog = EPILOG
    parser.add_argument("tables", nargs="+", metavar="FILE", help="a table, or a folder of them")
    parser.add_argument("--language", metavar="CODE", help="of headers and units; else all languages are tried")
    parser.add_argument("--rows", type=_count, default=5, metavar="N", help="how many tidy rows to show (default: 5)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="(default: text)")
    parser.add_argument("--output", metavar="PATH", help="write there instead of to standard output")
    add_layout_options(parser)


def run(options: argparse.Namespace) -> int:
    """Write what is known of each table; one that cannot be read does not stop the others."""
    found: dict[str, Examination] = {}
    for name in dict.fromkeys(options.tables):
        try:
            found[name] = _examine(name, options)
        except VerifierError as error:
            complain(error)
    with output(options.output) as out:
        if options.format == "json":
            forms = [as_dict(name, one, rows=options.rows) for name, one in found.items()]
            out.write(json.dumps(forms[0] if len(forms) == 1 else forms, ensure_ascii=False, indent=2) + "\n")
        else:
            paint = Paint(wants_colour(out))
            out.write("\n".join(as_text(name, one, rows=options.rows, paint=paint) for name, one in found.items()))
    unusable = any(finding.code == "unusable" for one in found.values() for finding in one.findings)
    if unusable or len(found) < len(set(options.tables)):
        return 2
    return 0 if all(one.ok for one in found.values()) else 1


def _examine(name: str, options: argparse.Namespace) -> Examination:
    """Return what is found in a table; periods that begin after today are doubtful."""
    with loading() as progress:
        return examine(
            name,
            today=datetime.date.today(),
            progress=progress,
            language=options.language,
            **layout(options),
        )


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no number of rows")
    return int(text)
