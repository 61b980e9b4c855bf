"""The project in, counts of what is in it out: languages, sentences, units, hostile texts, and its limits.

python -m benchmarks.counts [--output docs/figures.csv]
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from runpy import run_path

from benchmarks.measure import Figure, print_figures, write_figures
from verifier.documents import LARGEST
from verifier.model import Kind
from verifier.packs import languages, load_pack
from verifier.reference.arrow_reader import MOST_ROWS
from verifier.reference.raw import LONGEST_CELL, MOST_COLUMNS
from verifier.reference.unit_grammar import LONGEST
from verifier.verdict import Diagnosis, Label

__all__ = ["main", "measure"]

TESTS = Path(__file__).parents[1] / "tests"


def main(arguments: Sequence[str] | None = None) -> None:
    """Count as a command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.counts", description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=Path, metavar="FILE", help="bring the figures in this table up to date too")
    options = parser.parse_args(arguments)
    figures = measure()
    print_figures("Counts", figures)
    if options.output:
        write_figures(options.output, figures)


def measure() -> list[Figure]:
    """Return how many there are of each thing that the documentation counts."""
    corpus = {code: _sentences(TESTS / "corpus" / code) for code in languages()}
    packs = [load_pack(code) for code in languages()]
    return [
        Figure("languages", "all", len(packs)),
        *[Figure("sentences of the corpus", code, count) for code, count in corpus.items()],
        Figure("sentences of the corpus", "all", sum(corpus.values())),
        Figure("units with words", "all", len({key for pack in packs for key in pack.units.units})),
        Figure("currencies with names", "all", len({key for pack in packs for key in pack.units.currencies})),
        Figure("kinds of hostile text", "all", len(_families())),
        Figure("kinds of facts", "all", len(Kind)),
        Figure("largest document", "all", LARGEST // 2**20, "MiB"),
        Figure("longest cell", "all", LONGEST_CELL),
        Figure("most columns", "all", MOST_COLUMNS),
        Figure("most rows of Parquet", "all", MOST_ROWS),
        Figure("longest unit", "all", LONGEST),
        Figure("verdicts", "all", len(Label)),
        Figure("diagnoses", "all", len(Diagnosis)),
    ]


def _sentences(folder: Path) -> int:
    pages = (page.read_text(encoding="utf-8") for page in sorted(folder.glob("*.md")))
    return sum(line.startswith("- ") for page in pages for line in page.splitlines())


def _families() -> list[object]:
    """Return the hostile texts of the tests, whose folder is no package."""
    found: list[object] = run_path(str(TESTS / "growth" / "families.py"))["FAMILIES"]
    return found


if __name__ == "__main__":
    main()
