"""Every benchmark, one after another: ``python -m benchmarks [--output figures.csv]`` or ``make benchmark``."""

import argparse
from pathlib import Path

from benchmarks import claims, extraction, stages, start
from benchmarks.claim_words import claim_languages
from benchmarks.measure import Figure, machine, note, print_figures, write_figures
from benchmarks.newstext import generate, generated_languages

SIZE = 500_000  # characters of text in each language
SENTENCES = 2_000  # with claims about a table


def main() -> None:
    """Measure extraction and checking in each language that text and claims can be generated in, then the start."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the figures as CSV too")
    options = parser.parse_args()
    print(machine())
    everything: list[Figure] = []
    for language in generated_languages():
        text = generate(language, size=SIZE)
        for title, figures in (
            ("Extraction", extraction.measure(text, language, rounds=7, part=200)),
            ("Stages of extract", stages.measure(text, language, seconds=6) if stages.possible() else []),
        ):
            print_figures(f"{title}, {language}, generated text", figures)
            everything += figures
    for language in claim_languages():
        note(f"claims, {language}")
        figures = claims.measure(claims.judge(language, count=SENTENCES, seed=1), language)
        print_figures(f"Claims, {language}, {SENTENCES} generated sentences", figures)
        everything += figures
    note("start")
    figures = start.measure(processes=15)
    print_figures("Start", figures)
    if options.output:
        write_figures(options.output, everything + figures)


if __name__ == "__main__":
    main()
