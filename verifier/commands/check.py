"""``verifier check``: documents and reference tables in, verdicts as a report out."""

import argparse
from collections.abc import Sequence
from importlib import import_module
from typing import TextIO

from verifier.cli import complain
from verifier.commands.common import add_reading_options, output, reference_date
from verifier.documents import read_document
from verifier.errors import VerifierError
from verifier.reports import text
from verifier.reports.checked import Checked, check
from verifier.reports.findings import findings
from verifier.reports.visible import columns, wants_colour

__all__ = ["add_options", "run"]

FORMATS = {  # and the module of verifier/reports that writes it
    "text": "text",
    "json": "jsonform",
    "html": "page",
    "sarif": "sarif",
    "github": "annotations",
    "gitlab": "annotations",
    "claimreview": "claimreview",
}
EPILOG = """examples:
  verifier check article.txt --reference figures.csv
  verifier check *.md --reference figures.csv --format json --output report.json
  verifier check article.txt                        against itself only: sums, changes, weekdays

exit codes: 0 nothing is refuted, 1 something is, 2 wrong use or input"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what ``verifier check`` can be told."""
    parser.epilog = EPILOG
    add_reading_options(parser)
    parser.add_argument(
        "--reference",
        metavar="TABLE",
        action="append",
        help="a table, or a folder of them, with the figures; without one the text is checked against itself",
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="of the report (default: text)")
    parser.add_argument("--strict", action="store_true", help="a claim that no row speaks of fails too")


def run(options: argparse.Namespace) -> int:
    """Write the report; a document that cannot be read does not stop the others."""
    table = None
    if options.reference is not None:
        from verifier.reference import ReferenceTable

        table = ReferenceTable.read(options.reference)
    date = reference_date(options.reference_date)
    documents: list[Checked] = []
    for name in options.documents:
        try:
            document = read_document(name, encoding=options.encoding)
            documents.append(check(document, table, language=options.language, reference_date=date))
        except VerifierError as error:
            complain(error)
    with output(options.output) as out:
        if documents:
            out.write(render(documents, out, options))
    if len(documents) < len(options.documents):
        return 2
    return 1 if any(findings(documents, strict=options.strict)) else 0


def render(documents: Sequence[Checked], out: TextIO, options: argparse.Namespace) -> str:
    """Return the report in the form that was asked for."""
    if options.format == "text":
        return text.render(documents, colour=wants_colour(out), columns=columns(out))
    form = import_module(f"verifier.reports.{FORMATS[options.format]}")
    if options.format in ("github", "gitlab", "sarif"):
        function = form.render if options.format == "sarif" else getattr(form, options.format)
        return str(function(documents, strict=options.strict))
    return str(form.render(documents))
