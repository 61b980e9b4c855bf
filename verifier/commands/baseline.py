"""``verifier baseline``: documents and reference tables in, a file of their known findings out."""

import argparse
import os
import sys

from verifier.baseline import read_baseline, write_baseline
from verifier.commands.common import add_reading_options, add_table_option, check_all, read_table
from verifier.commands.writing import output
from verifier.reports.findings import Policy, findings

__all__ = ["add_options", "run"]

DEFAULT = "claims-baseline.json"
EPILOG = f"""examples:
  verifier baseline docs/*.md --reference figures.csv --why "before 2024"
  verifier check docs/*.md --reference figures.csv --baseline {DEFAULT}

Write it anew to drop what was mended; reasons that were written into it are kept, and so is what it says of other
documents, as long as they are there."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what ``verifier baseline`` can be told."""
    parser.epilog = EPILOG
    add_reading_options(parser)
    add_table_option(parser)
    parser.add_argument("--strict", action="store_true", help="claims that no row speaks of are findings too")
    parser.add_argument(
        "--why", default="", metavar="REASON", help="why the new ones stay, to be written into the file"
    )
    parser.set_defaults(output=DEFAULT)


def run(options: argparse.Namespace) -> int:
    """Write the file, unless a document could not be read: it would be taken for mended."""
    before = read_baseline(options.output) if os.path.exists(options.output) else None
    documents = check_all(options, read_table(options))
    if len(documents) < len(options.documents):
        return 2
    found = list(findings(documents, Policy(strict=options.strict)))
    others = before.of_others(checked.document.name for checked in documents) if before else []
    kept = [entry for entry in others if os.path.exists(entry["document"])]
    with output(options.output) as out:
        out.write(write_baseline(found, before=before, kept=kept, why=options.why))
    more = f", and {len(kept)} of other documents" if kept else ""
    print(f"{options.output}: {len(found)} known{more}", file=sys.stderr)
    return 0
