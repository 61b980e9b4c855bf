"""``verifier suggest-aliases``: documents and a table in, the other names that would link more numbers out."""

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from verifier.checking.aliases import Unlinked, suggest_aliases
from verifier.cli import complain
from verifier.commands.common import (
    add_bindings_option,
    add_reading_options,
    read_documents,
    reference_date,
)
from verifier.commands.progress import loading
from verifier.commands.table_options import add_layout_options, layout
from verifier.commands.writing import output
from verifier.detection import language_of
from verifier.documents import Document
from verifier.errors import VerifierError
from verifier.lines import Lines
from verifier.reference import ReferenceTable
from verifier.remarks import declared_rows, exempt
from verifier.reports.aliases import Suggested, as_dict, as_text, as_toml
from verifier.reports.visible import Paint, wants_colour

__all__ = ["add_options", "run"]

EPILOG = """examples:
  verifier suggest-aliases article.txt --reference figures.csv
  verifier suggest-aliases *.md --reference data/ --format toml --output names.toml

Paste what is meant into the columns 'aliases' and 'entity_aliases' of the table, or into an alias file: TOML
with "name" = ["other name"], named by 'aliases' in the file <table>.claims.toml beside the table.
exit codes: 0 done, 2 wrong use or input"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what ``verifier suggest-aliases`` can be told."""
    parser.epilog = EPILOG
    add_reading_options(parser)
    parser.add_argument(
        "--reference", metavar="TABLE", action="append", required=True, help="a table, or a folder of them"
    )
    parser.add_argument("--format", choices=("text", "toml", "json"), default="text", help="(default: text)")
    add_bindings_option(parser)
    add_layout_options(parser)


def run(options: argparse.Namespace) -> int:
    """Write what would link the numbers of each document; one that cannot be read does not stop the others."""
    with loading() as progress:
        table = ReferenceTable.read(options.reference, progress=progress, **layout(options))
    date = reference_date(options.reference_date)
    found: list[Suggested] = []
    for document in read_documents(options):
        try:
            found.append(_suggested(document, table, options.language, date))
        except VerifierError as error:
            complain(error)
    with output(options.output) as out:
        if options.format == "json":
            forms = [as_dict(one) for one in found]
            out.write(json.dumps(forms[0] if len(forms) == 1 else forms, ensure_ascii=False, indent=2) + "\n")
        elif options.format == "toml":
            out.write(as_toml(found))
        elif found:
            out.write(as_text(found, paint=Paint(wants_colour(out))))
    return 2 if len(found) < len(options.documents) else 0


def _suggested(document: Document, table: ReferenceTable, language: str | None, date: str | None) -> Suggested:
    code = language_of(document, given=language)
    unlinked = suggest_aliases(
        document.text,
        table,
        language=code,
        reference_date=date or document.reference_date,
        declared=declared_rows(document),
        levels=document.levels,
    )
    return Suggested(document, code, tuple(_placed(document, unlinked)))


def _placed(document: Document, unlinked: Iterable[Unlinked]) -> Iterator[Unlinked]:
    """Yield what is not exempt from checking, with the spans, lines and columns of the file."""
    lines = Lines(document.source)
    for one in unlinked:
        kept, _ = exempt(document, [one.verdict])
        for verdict in document.in_source(kept):
            line, column = lines.place(verdict.start)
            yield replace(one, verdict=replace(verdict, line=line, column=column))
