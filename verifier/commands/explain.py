"""``verifier explain``: a sentence in, how each of its facts was found out: the tool with which packs are written."""

import argparse
import sys

from verifier.commands.common import reference_date
from verifier.detection import language_of
from verifier.documents import STANDARD_INPUT, Document, decode
from verifier.extraction import explain
from verifier.reports.visible import visible

__all__ = ["add_options", "run"]

EPILOG = """examples:
  verifier explain "Harga naik hampir 4,1 juta barel per hari pada Juni" --language id
  echo "up 5.5% in the second quarter" | verifier explain -"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what ``verifier explain`` can be told."""
    parser.epilog = EPILOG
    parser.add_argument("text", metavar="TEXT", help="the words themselves; - is standard input")
    parser.add_argument("--language", metavar="CODE", help="such as id or en; else what the text looks like")
    parser.add_argument("--reference-date", metavar="DATE", help="what 'yesterday' is counted from, as 2024-10-14")


def run(options: argparse.Namespace) -> int:
    """Print the tokens after each stage, the lines of the pack behind them, and what came of it."""
    text = options.text
    if text == STANDARD_INPUT:
        text = decode(sys.stdin.buffer.read(), name=STANDARD_INPUT)
    language = language_of(Document(name="text", text=text), given=options.language)
    derivation = explain(text, language=language, reference_date=reference_date(options.reference_date))
    print("\n".join(visible(line) for line in str(derivation).split("\n")))
    return 0
