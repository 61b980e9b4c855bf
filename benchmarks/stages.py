"""A text in, where `extract` spends its time out: by stage and by function.

    python -m benchmarks.stages [--text FILE] [--language CODE] [--output docs/figures.csv]

A timer of CPU time interrupts the work again and again and the stack is read, so that many small
calls weigh no more than they cost. A stage is what `extract.py` calls.
"""

import argparse
import signal
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from benchmarks.extraction import add_text_options, read_or_generate
from benchmarks.measure import Figure, machine, note, print_figures, write_figures
from verifier import extract

__all__ = ["main", "measure", "possible"]

INTERVAL = 0.001  # seconds of CPU time between two looks
MOST_FUNCTIONS = 20


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the profile as a command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stages", description=__doc__.splitlines()[0])
    add_text_options(parser)
    parser.add_argument("--seconds", type=float, default=6, help="CPU time to watch (default: 6)")
    options = parser.parse_args(arguments)
    if not possible():
        sys.exit("the profile needs a timer of CPU time, which this system does not have")
    text = read_or_generate(options.text, options.language, size=options.size * 1000, seed=options.seed)
    figures = measure(text, options.language, seconds=options.seconds)
    print(machine())
    print_figures(f"Stages of extract, {options.language}, {options.text or 'generated text'}", figures)
    if options.output:
        write_figures(options.output, figures)


def possible() -> bool:
    """Say whether this system has a timer of CPU time."""
    return hasattr(signal, "setitimer")


def measure(text: str, language: str, *, seconds: float) -> list[Figure]:
    """Return the microseconds for 1 000 characters of each stage, and of the costliest functions themselves."""
    extract(text, language=language)
    note(f"watching for {seconds:g} seconds")
    stages: Counter[str] = Counter()
    functions: Counter[str] = Counter()

    def look(_: int, frame: FrameType | None) -> None:
        stage, function = _place(frame)
        stages[stage] += 1
        functions[function] += 1

    before = signal.signal(signal.SIGPROF, look)
    begin, runs = time.process_time(), 0
    signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
    try:
        while (taken := time.process_time() - begin) < seconds:
            extract(text, language=language)
            runs += 1
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    microseconds = taken / runs / len(text) * 1000 * 1e6
    a_look = microseconds / stages.total()
    counts = [("stage", *each) for each in stages.most_common()]
    counts += [("function", *each) for each in functions.most_common(MOST_FUNCTIONS)]
    return [
        Figure("time for 1 000 characters", f"extract, {language}", microseconds, "microsecond"),
        *[
            Figure(f"of it in {sort}", f"{name}, {language}", count * a_look, "microsecond")
            for sort, name, count in counts
        ],
    ]


def _place(frame: FrameType | None) -> tuple[str, str]:
    """Return the stage and the innermost function of ours that a stack is in."""
    stage = function = ""
    while frame is not None:
        file, name = Path(frame.f_code.co_filename), frame.f_code.co_qualname
        if not function and "verifier" in file.parts:
            function = f"{file.stem}.{name}"
        if file.parts[-2:] == ("extraction", "extract.py"):
            return stage or name, function
        stage = name
        frame = frame.f_back
    return "outside", function or "outside"


if __name__ == "__main__":
    main()
