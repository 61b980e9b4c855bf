"""Sizes of tables in, out how many claims a second are checked against each, on one core.

    python -m benchmarks.checking [--rows 100000 1000000] [--claims 5000] [--language id] [--output docs/figures.csv]

The tables are generated, and so is the text: one sentence a claim, about a random row, a tenth of them wrong.
The least CPU time of several rounds counts; what a table costs once, to load and to lay out, is told apart.
"""

import argparse
import csv
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import islice, product
from pathlib import Path
from typing import TypeVar

from benchmarks.claim_words import Words, claim_languages
from benchmarks.measure import Figure, least_times, machine, note, print_figures, write_figures
from benchmarks.newstext import invented_name, words_of
from verifier import verify
from verifier.reference import ReferenceTable

__all__ = ["main", "measure"]

Result = TypeVar("Result")

GOODS, PLACES, YEARS = 10, 500, range(1980, 2020)
HEADERS = ("measure", "entity", "period", "value", "unit")
PER_PARAGRAPH = 4  # sentences
WRONG = 0.1  # of the claims
Record = tuple[str, str, int, Decimal]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the benchmark as a command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.checking", description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, nargs="+", default=[100_000, 1_000_000], help="of each table")
    parser.add_argument("--claims", type=int, default=5_000, help="in the text (default: 5000)")
    parser.add_argument("--language", choices=claim_languages(), default=claim_languages()[0])
    parser.add_argument("--output", type=Path, metavar="FILE", help="bring the figures in this table up to date too")
    options = parser.parse_args(arguments)
    figures = [
        figure for rows in options.rows for figure in measure(options.language, rows, claims=options.claims, rounds=5)
    ]
    print_figures(f"Checking, {options.language}, {options.claims:,} claims; {machine()}", figures)
    if options.output:
        write_figures(options.output, figures)


def measure(language: str, rows: int, *, claims: int, rounds: int) -> list[Figure]:
    """Return what a table of so many rows costs once, and how many claims a second are checked against it."""
    name = f"{rows} rows, {language}"
    note(f"checking against {name}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.csv"
        text = _written(path, language, rows, claims)
        table, loaded = _timed(lambda: ReferenceTable.read(path))
    report, first = _timed(lambda: verify(text, table, language=language))
    best = least_times({"check": lambda: verify(text, table, language=language)}, rounds=rounds)["check"]
    settled = report.summary["supported"] + report.summary["refuted"]
    return [
        Figure("claims checked per second", name, len(report.verdicts) / best),
        Figure("share of claims with a verdict", name, settled / len(report.verdicts)),
        Figure("layout of the table, once", name, first - best, "s"),
        Figure("time to load the table", name, loaded, "s"),
    ]


def _written(path: Path, language: str, rows: int, claims: int) -> str:
    """Write a table, and return a text about it."""
    dice = random.Random(1)
    words = Words(language, dice)
    records = list(islice(_records(words, language, dice), rows))
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(HEADERS)
        lines.writerows((*record, words["large_table"]["unit"]) for record in records)
    return _text(words, dice.choices(records, k=claims), dice)


def _timed(work: Callable[[], Result]) -> tuple[Result, float]:
    begin = time.process_time()
    return work(), time.process_time() - begin


def _records(words: Words, language: str, dice: random.Random) -> Iterator[Record]:
    large = words["large_table"]
    goods = words_of(language, "goods")[:GOODS]
    measures = [
        large["measure"].format(statistic=one, goods=other) for one, other in product(large["statistics"], goods)
    ]
    places = sorted({invented_name(dice) for _ in range(PLACES * 2)})[:PLACES]
    for year, measure, place in product(reversed(YEARS), measures, places):
        yield measure, large["place"].format(name=place), year, Decimal(dice.randint(10_000, 9_999_999)).scaleb(-2)


def _text(words: Words, records: Sequence[Record], dice: random.Random) -> str:
    sentences = []
    for measure, place, year, value in records:
        shown = words.digits(value * (10 if dice.random() < WRONG else 1), 2)
        sentence = words["large_table"]["sentence"]
        sentences.append(sentence.format(year=year, measure=measure, place=place, number=shown))
    starts = range(0, len(sentences), PER_PARAGRAPH)
    return "\n\n".join(" ".join(sentences[start : start + PER_PARAGRAPH]) for start in starts)


if __name__ == "__main__":
    main()
