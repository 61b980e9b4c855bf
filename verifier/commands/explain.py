"""``verifier explain``: a sentence in, how its facts are found out: the tool with which packs are written."""

import argparse
import sys

from verifier.commands.common import reference_date
from verifier.detection import detect_language
from verifier.extraction import explain
from verifier.reports.visible import visible

__all__ = ["add_options", "run"]

EPILOG = """examples:
  verifier explain "Harga naik hampir 4,1 juta barel per hari pada Juni" --language id
  echo "up 5.5% in the second quarter" | verifier explain -"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what ``verifier explain`` can be told."""
    parser.epilog = EPILOG
    parser.add_argument("text", metavar="TEXT", help="the text itself; - is standard input")
    parser.add_argument("--language", metavar="CODE", help="such as id or en; else what the text looks like")
    parser.add_argument(
        "--reference-date", metavar="DATE", help="what 'yesterday' and 'in June' are counted from, as 2024-10-14"
    )


def run(options: argparse.Namespace) -> int:
    """Write the tokens after each stage, the lines of the pack behind them, and what came of it."""
    text = sys.stdin.read() if options.text == "-" else options.text
    language = options.language or detect_language(text)
    date = reference_date(options.reference_date)
    for line in str(explain(text, language=language, reference_date=date)).split("\n"):
        print(visible(line))
    return 0
