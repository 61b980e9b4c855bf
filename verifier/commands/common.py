"""What several commands share: the options for reading documents and tables, and reading them."""

import argparse
import contextlib
import datetime
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from verifier.bindings import Bindings, read_bindings
from verifier.cli import complain
from verifier.commands.progress import loading
from verifier.commands.table_options import add_layout_options, layout
from verifier.documents import Document, read_day, read_document
from verifier.errors import VerifierError

if TYPE_CHECKING:
    from verifier.reference import ReferenceTable
    from verifier.reports.checked import Checked

__all__ = [
    "add_bindings_option",
    "add_reading_options",
    "add_table_option",
    "check_all",
    "day",
    "evidence_files",
    "read_documents",
    "read_table",
    "reference_date",
]


def add_reading_options(parser: argparse.ArgumentParser) -> None:
    """Add the documents, and how they are to be read."""
    parser.add_argument(
        "documents",
        nargs="+",
        metavar="FILE",
        help="a text, Markdown, HTML, reStructuredText or notebook file; - is standard input",
    )
    parser.add_argument(
        "--language", metavar="CODE", help="such as id or en; else what the document says, else what it looks like"
    )
    parser.add_argument(
        "--reference-date",
        metavar="DATE",
        help="what 'yesterday' and 'in June' are counted from, as 2024-10-14 or today; else the document's own",
    )
    parser.add_argument("--encoding", default="utf-8", help="of the documents (default: utf-8)")
    parser.add_argument("--output", metavar="PATH", help="write there instead of to standard output")


def add_table_option(parser: argparse.ArgumentParser) -> None:
    """Add the tables with the figures, and how they are read."""
    parser.add_argument(
        "--reference",
        metavar="TABLE",
        action="append",
        help="a table, or a folder of them, with the figures; without one the text is checked against itself",
    )
    parser.add_argument("--interface", default="en", metavar="CODE", help="language of the explanations (default: en)")
    add_bindings_option(parser)
    add_layout_options(parser)


def add_bindings_option(parser: argparse.ArgumentParser) -> None:
    """Add the file that says of numbers what comments beside them could say."""
    parser.add_argument(
        "--bindings",
        metavar="FILE",
        help="TOML that names the row of a number, or exempts it: see docs/claims-in-markdown",
    )


def read_documents(options: argparse.Namespace, names: Iterable[str] | None = None) -> Iterator[Document]:
    """Yield the documents of the command line (or those named), each with its bindings.

    One that cannot be read is said on standard error, and does not stop the others.
    """
    bindings = read_bindings(options.bindings) if options.bindings else Bindings()
    for name in options.documents if names is None else names:
        try:
            document = bindings.bound(read_document(name, encoding=options.encoding), name)
        except VerifierError as error:
            complain(error)
        else:
            yield document


def check_all(
    options: argparse.Namespace, table: "ReferenceTable | None", names: Iterable[str] | None = None
) -> "list[Checked]":
    """Return the documents of the command line (or those named), checked; errors are said on standard error."""
    from verifier.reports.checked import check

    date = reference_date(options.reference_date)
    checked = []
    for document in read_documents(options, names):
        try:
            checked.append(
                check(document, table, language=options.language, reference_date=date, interface=options.interface)
            )
        except VerifierError as error:
            complain(error)
    return checked


def read_table(options: argparse.Namespace) -> "ReferenceTable | None":
    """Return the tables of the command line as one, None where there are none."""
    if not options.reference:
        return None
    from verifier.reference import ReferenceTable

    with loading() as progress:
        return ReferenceTable.read(options.reference, progress=progress, **layout(options))


def evidence_files(options: argparse.Namespace) -> list[str]:
    """Return all files that verdicts depend on beside the documents: tables, what is said of them, and the bindings."""
    from verifier.reference.sources import watched_files

    files = list(options.reference or ())
    with contextlib.suppress(VerifierError):  # which reading them tells
        files = [str(file) for file in watched_files(files, layout(options))] if files else []
    return [*files, options.bindings] if options.bindings else files


def reference_date(given: str | None) -> str | None:
    """Return the day that "yesterday" is counted from as the command line gives it, checked."""
    return day(given, option="--reference-date")


def day(given: str | None, *, option: str) -> str | None:
    """Return a date given on the command line, checked; "today" is the one use of the clock."""
    if given == "today":
        return datetime.date.today().isoformat()
    return None if given is None else read_day(given, option=option)
