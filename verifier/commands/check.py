"""``verifier check``: documents and reference tables in, verdicts as a report out."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from typing import TextIO

from verifier.baseline import Baseline, read_baseline
from verifier.cli import complain
from verifier.commands.common import add_reading_options, add_table_option, check_all, day, evidence_files, read_table
from verifier.commands.watch import watch
from verifier.commands.writing import output
from verifier.documents import STANDARD_INPUT
from verifier.errors import InputError, VerifierError
from verifier.reference import ReferenceTable
from verifier.reports import claimreview, text
from verifier.reports.checked import Checked
from verifier.reports.findings import Policy, findings, touched
from verifier.reports.visible import columns, visible, wants_colour
from verifier.revisions import changed_lines, has_changed

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
    add_table_option(parser)
    parser.add_argument("--format", choices=FORMATS, default="text", help="of the report (default: text)")
    parser.add_argument("--strict", action="store_true", help="a claim that no row speaks of fails too")
    parser.add_argument("--baseline", metavar="PATH", help="known findings, which do not fail: see 'verifier baseline'")
    parser.add_argument("--changed-only", metavar="REV", help="only claims on lines that differ from this git revision")
    review = parser.add_argument_group("of the reviews that --format claimreview writes")
    review.add_argument(
        "--review-url", metavar="URL", help="of the page that publishes them; search engines ask for it"
    )
    review.add_argument("--review-author", metavar="NAME", help="the organization that publishes them")
    review.add_argument("--review-date", metavar="DATE", help="when they are published, as 2024-10-14 or today")
    parser.add_argument("--quiet", action="store_true", help="of the text form, only what fails and the summary")
    parser.add_argument("--watch", action="store_true", help="go on, and show the verdicts again when a file is saved")


def run(options: argparse.Namespace) -> int:
    """Write the report; a document that cannot be read does not stop the others."""
    if options.watch:
        return _watch(options)
    baseline = read_baseline(options.baseline) if options.baseline else Baseline({})
    documents = check_all(options, read_table(options))
    policy = Policy(
        strict=options.strict,
        known=baseline.known,
        lines=_changed(options, documents) if options.changed_only else None,
    )
    with output(options.output) as out:
        if documents:
            out.write(render(documents, out, options, policy))
    if options.baseline:
        _compare(baseline, documents, replace(policy, lines=None))
    if len(documents) < len(options.documents):
        return 2
    return 1 if any(findings(documents, policy)) else 0


def render(documents: Sequence[Checked], out: TextIO, options: argparse.Namespace, policy: Policy) -> str:
    """Return the report in the form that was asked for."""
    form = import_module(f"verifier.reports.{FORMATS[options.format]}")
    if options.format in ("github", "gitlab", "sarif"):
        function = form.render if options.format == "sarif" else getattr(form, options.format)
        return str(function(documents, policy))
    shown = [touched(checked, policy) for checked in documents]
    if options.format == "text":
        only = policy if options.quiet else None
        return text.render(shown, colour=wants_colour(out), columns=columns(out), only=only)
    if options.format == "claimreview":
        return claimreview.render(shown, _newsroom(options))
    return str(form.render(shown))


def _newsroom(options: argparse.Namespace) -> claimreview.Newsroom:
    """Return who publishes the reviews; say on standard error what these lack to be shown by a search engine."""
    if not (options.review_url and options.review_author):
        print("claimreview: search engines ask for --review-url and --review-author too", file=sys.stderr)
    date = day(options.review_date, option="--review-date")
    return claimreview.Newsroom(url=options.review_url, name=options.review_author, date=date)


def _watch(options: argparse.Namespace) -> int:
    """Show the verdicts of what has changed, until interrupted; what is wrong meanwhile is said and passes."""
    report = options.output or options.format != "text" or options.baseline or options.changed_only
    if report or STANDARD_INPUT in options.documents:
        raise InputError(
            "--watch shows files on the terminal; leave out '-', --output, --format, --baseline and --changed-only"
        )
    policy = Policy(strict=options.strict)
    table: ReferenceTable | None = None

    def show(names: Sequence[str], tables_changed: bool) -> None:
        nonlocal table
        try:
            table = read_table(options) if tables_changed else table
            sys.stdout.write(render(check_all(options, table, names), sys.stdout, options, policy))
            sys.stdout.flush()
        except VerifierError as error:
            complain(error)

    watch(options.documents, lambda: evidence_files(options), show)
    return 0


def _changed(options: argparse.Namespace, documents: Sequence[Checked]) -> dict[str, frozenset[int]] | None:
    """Return the lines of each document that a change touches: None, which is all, where it touches the evidence."""
    if has_changed(options.changed_only, evidence_files(options)):
        return None
    names = [checked.document.name for checked in documents if checked.document.name != STANDARD_INPUT]
    return {name: changed_lines(options.changed_only, name) for name in names}


def _compare(baseline: Baseline, documents: Sequence[Checked], policy: Policy) -> None:
    """Say on standard error how many findings are known, and which known ones are gone."""
    found = list(findings(documents, policy, with_known=True))
    known = sum(finding.known for finding in found)
    print(f"baseline: {known} known, {len(found) - known} new", file=sys.stderr)
    for entry in baseline.gone([checked.document.name for checked in documents], found):
        line = f"baseline: gone from {entry['document']}: {entry.get('said', '')}; run 'verifier baseline' again"
        print(visible(line), file=sys.stderr)
