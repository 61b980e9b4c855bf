"""Every benchmark, one after another: ``python -m benchmarks [--output docs/figures.csv]`` or ``make benchmark``."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from benchmarks import checking, claims, counts, extraction, saving, stages, start, tables
from benchmarks.claim_words import claim_languages
from benchmarks.measure import Figure, machine, note, print_figures, write_figures
from benchmarks.newstext import generate, generated_languages

SIZE = 500_000  # characters of text in each language
SENTENCES = 2_000  # with claims about a table
CHECKED = 100_000  # rows of the table that claims are checked against
ROWS = 1_000_000


def main() -> None:
    """Measure extraction and checking in each language that text and claims can be generated in, then the rest."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    parser.add_argument(
        "--output", type=Path, metavar="FILE", help="bring the figures in this table up to date, all but the stages"
    )
    options = parser.parse_args()
    print(machine())
    everything: list[Figure] = []
    for title, figures, kept in _measured():
        print_figures(title, figures)
        everything += figures if kept else ()
    if options.output:
        write_figures(options.output, everything)


def _measured() -> Iterator[tuple[str, list[Figure], bool]]:
    """Yield the title and the figures of each benchmark, and whether they are figures of the documentation."""
    for language in generated_languages():
        text = generate(language, size=SIZE)
        yield f"Extraction, {language}, generated text", extraction.measure(text, language, rounds=7, part=200), True
        if stages.possible():
            yield f"Stages of extract, {language}, generated text", stages.measure(text, language, seconds=6), False
    for language in claim_languages():
        note(f"claims, {language}")
        judged = claims.judge(language, count=SENTENCES, seed=1)
        yield f"Claims, {language}, {SENTENCES} generated sentences", claims.measure(judged, language), True
        note(f"checking, {language}")
        checked = checking.measure(language, CHECKED, claims=SENTENCES, rounds=3)
        yield f"Checking, {language}, against a table of {CHECKED:,} rows", checked, True
    for language in generated_languages():
        note(f"saving, {language}")
        yield f"Saving, {language}", saving.measure(language, rounds=7), True
    for kind in tables.KINDS:
        yield f"A table of {ROWS:,} rows, {kind}", tables.measure(ROWS, kind), True
    note("start")
    yield "Start", start.measure(processes=15), True
    yield "Counts", counts.measure(), True


if __name__ == "__main__":
    main()
