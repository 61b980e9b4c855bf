"""Documents of several lengths in, the time out that each takes to be read and checked once more when it is saved.

    python -m benchmarks.saving [--language id] [--output docs/figures.csv]

It is what ``verifier check --watch`` does at each save; the process and the reference table are there already.
"""

import argparse
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from benchmarks.measure import Figure, least_times, machine, print_figures, write_figures
from benchmarks.newstext import generate, generated_languages
from verifier.documents import read_document
from verifier.reference import ReferenceTable
from verifier.reports.checked import check

__all__ = ["main", "measure"]

TABLE = Path(__file__).parents[1] / "examples" / "rujukan.csv"
LENGTHS = {"a page": 4_000, "a chapter": 40_000, "a book": 400_000}  # characters


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the benchmark as a command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.saving", description=__doc__.splitlines()[0])
    parser.add_argument("--language", choices=generated_languages(), default="id", help="of the text (default: id)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="bring the figures in this table up to date too")
    options = parser.parse_args(arguments)
    figures = measure(options.language, rounds=7)
    print(machine())
    print_figures("Saving", figures)
    if options.output:
        write_figures(options.output, figures)


def measure(language: str, *, rounds: int) -> list[Figure]:
    """Return the milliseconds that a document of each length takes, as Markdown."""
    table = ReferenceTable.read(TABLE)
    with tempfile.TemporaryDirectory() as folder:
        subjects = {}
        for name, size in LENGTHS.items():
            path = Path(folder) / f"{name}.md"
            path.write_text(generate(language, size=size), encoding="utf-8")
            subjects[name] = partial(_check, path, table, language)
            subjects[name]()
        times = least_times(subjects, rounds=rounds)
    return [
        *[Figure("characters", f"{name}, {language}", size) for name, size in LENGTHS.items()],
        *[Figure("time to check once more", f"{name}, {language}", times[name] * 1000, "ms") for name in LENGTHS],
    ]


def _check(path: Path, table: ReferenceTable, language: str) -> None:
    check(read_document(path), table, language=language)


if __name__ == "__main__":
    main()
