"""A text in, the speed of `extract` out: in MB/s, beside its own scan and beside other libraries.

    python -m benchmarks.extraction [--text FILE] [--language CODE] [--output docs/figures.csv]

Everything is measured in one process and in turns, and the least CPU time of several rounds counts,
so that the ratios hold on a busy machine too. The slow libraries read a part of the text, sentence
by sentence; `extract` reads the same sentences for the ratio to them.
"""

import argparse
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.measure import Figure, least_times, machine, note, print_figures, write_figures
from benchmarks.newstext import generate, generated_languages, split_sentences
from benchmarks.peers import peers
from verifier import extract
from verifier.extraction.lexicon import lexicon
from verifier.extraction.scan import windows

__all__ = ["add_text_options", "main", "measure", "read_or_generate"]

OURS, SCAN, ANCHORS = "verifier", "its scan for windows", "its anchor pattern alone"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the benchmark as a command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extraction", description=__doc__.splitlines()[0])
    add_text_options(parser)
    parser.add_argument("--rounds", type=int, default=7, help="(default: 7)")
    parser.add_argument("--sentences", type=int, default=200, help="that the other libraries read (default: 200)")
    options = parser.parse_args(arguments)
    text = read_or_generate(options.text, options.language, size=options.size * 1000, seed=options.seed)
    figures = measure(text, options.language, rounds=options.rounds, part=options.sentences)
    print(machine())
    print_figures(f"Extraction, {options.language}, {options.text or 'generated text'}", figures)
    if options.output:
        write_figures(options.output, figures)


def add_text_options(parser: argparse.ArgumentParser) -> None:
    """Add which text is read, and where the figures go."""
    parser.add_argument("--text", type=Path, metavar="FILE", help="a text file (default: text that is generated)")
    parser.add_argument("--language", default="id", help="the language of the text (default: id)")
    parser.add_argument("--size", type=int, default=500, metavar="KB", help="of the generated text (default: 500)")
    parser.add_argument("--seed", type=int, default=1, help="of the generated text (default: 1)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="bring the figures in this table up to date too")


def read_or_generate(file: Path | None, language: str, *, size: int, seed: int) -> str:
    """Return the text of `file`, or a generated one where no file is named."""
    if file is not None:
        return file.read_text(encoding="utf-8")
    if language not in generated_languages():
        raise SystemExit(f"no text is generated in {language!r}; name one with --text")
    return generate(language, size=size, seed=seed)


def measure(text: str, language: str, *, rounds: int, part: int) -> list[Figure]:
    """Return the speeds of all subjects on `text`, and the ratios between them."""
    sentences = split_sentences(text)
    sample = sentences[:: max(len(sentences) // part, 1)][:part]
    others = peers(language)
    whole = _on_the_whole(text, language)
    partly: dict[str, Callable[[], object]] = {OURS: lambda: _by_sentence(sample, language)}
    partly |= {name: partial(peer, sample) for name, peer in others.items()}
    note("warming up")
    for run in (*whole.values(), *partly.values()):
        run()
    times = least_times(whole, rounds=rounds)
    times_of_part = least_times(partly, rounds=max(rounds // 2, 2))
    megabytes = len(text.encode("utf-8")) / 1e6
    facts = len(extract(text, language=language))
    ours = times_of_part[OURS]
    figures = [
        Figure("text size", "all", megabytes, "MB"),
        Figure("facts in 1 000 characters", "all", facts / len(text) * 1000),
        *[Figure("extraction speed", name, megabytes / seconds, "MB/s") for name, seconds in times.items()],
        Figure("sentences per second", OURS, len(sentences) / times[OURS]),
        *_beside(times_of_part, sample),
        *[Figure("time ratio", f"{OURS} over {name}", times[OURS] / times[name]) for name in (SCAN, ANCHORS)],
        *[Figure("speed ratio", f"{OURS} over {name}", times_of_part[name] / ours) for name in others],
    ]
    return [replace(figure, entity=f"{figure.entity}, {language}") for figure in figures]


def _on_the_whole(text: str, language: str) -> dict[str, Callable[[], object]]:
    words = lexicon(language)
    lowered = text.replace("İ", "i").lower()
    return {
        OURS: lambda: extract(text, language=language),
        SCAN: lambda: _consume(windows(text, words)),
        ANCHORS: lambda: _consume(words.anchor.finditer(lowered)),
    }


def _consume(found: Iterable[object]) -> None:
    for _ in found:
        pass


def _by_sentence(sentences: Sequence[str], language: str) -> None:
    for sentence in sentences:
        extract(sentence, language=language)


def _beside(times: dict[str, float], sample: Sequence[str]) -> list[Figure]:
    """Return how fast each subject reads the sample, sentence by sentence."""
    megabytes = sum(len(sentence.encode("utf-8")) for sentence in sample) / 1e6
    figures = []
    for name, seconds in times.items():
        figures.append(Figure("speed by sentence", name, megabytes / seconds, "MB/s"))
        figures.append(Figure("sentences per second by sentence", name, len(sample) / seconds))
    return figures


if __name__ == "__main__":
    main()
