"""``verifier lint-table``: reference tables in, what is wrong or doubtful about them out."""

import argparse
import datetime
import json
import sys

from verifier.commands.writing import output
from verifier.reference import examine, tidy_rows
from verifier.reports.visible import visible

__all__ = ["add_options", "run"]

EPILOG = """examples:
  verifier lint-table figures.csv
  verifier lint-table figures.csv --show 5          the first rows as they are understood
  verifier lint-table data/ --format json

exit codes: 0 nothing wrong, 1 errors or warnings, 2 wrong use"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what ``verifier lint-table`` can be told."""
    parser.epilog = EPILOG
    parser.add_argument("tables", nargs="+", metavar="TABLE", help="a table, or a folder of them")
    parser.add_argument("--language", metavar="CODE", help="of headers and units; else all languages are tried")
    parser.add_argument(
        "--show", type=int, default=0, metavar="ROWS", help="print the first rows as they are understood"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="(default: text)")
    parser.add_argument("--output", metavar="PATH", help="write there instead of to standard output")


def run(options: argparse.Namespace) -> int:
    """Print one line a finding; periods after today are doubtful."""
    found = examine(options.tables, today=datetime.date.today(), language=options.language)
    rows = list(tidy_rows(found.table, options.show)) if found.table else []
    with output(options.output) as out:
        if options.format == "json":
            form = {"findings": [finding.to_dict() for finding in found.findings], "rows": rows}
            out.write(json.dumps(form, ensure_ascii=False, indent=2) + "\n")
        else:
            out.writelines(f"{finding.severity}: {visible(str(finding))}\n" for finding in found.findings)
            out.writelines(f"{visible('; '.join(f'{k}={v}' for k, v in row.items() if v))}\n" for row in rows)
    errors, warnings = (sum(one.severity == severity for one in found.findings) for severity in ("error", "warning"))
    print(f"rows: {len(found.table or ())}; errors: {errors}; warnings: {warnings}", file=sys.stderr)
    return 0 if found.ok else 1
