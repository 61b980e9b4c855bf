"""Subjects in, figures out: the least CPU time of each over interleaved rounds, and tables of figures."""

import csv
import gc
import os
import platform
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Figure", "least_times", "machine", "note", "print_figures", "write_figures"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number: what it measures, of what, and its unit ("" for a ratio)."""

    measure: str
    entity: str
    value: float
    unit: str = ""

    @property
    def written(self) -> str:
        """The value to three significant digits, without an exponent.

        >>> Figure("speed", "all", 0.05481).written, Figure("rate", "all", 54810.0).written
        ('0.0548', '54800')
        """
        rounded = float(f"{self.value:.3g}")
        return f"{rounded:.0f}" if abs(rounded) >= 100 else f"{rounded:g}"


def least_times(subjects: Mapping[str, Callable[[], object]], *, rounds: int) -> dict[str, float]:
    """Return the least CPU seconds of each subject over `rounds` rounds, one after another in each round.

    The least time is the one that other work on the machine disturbed least, and taking turns
    spreads what disturbance remains over all of them.
    """
    least = dict.fromkeys(subjects, float("inf"))
    for number in range(1, rounds + 1):
        note(f"round {number} of {rounds}")
        for name, run in subjects.items():
            gc.collect()
            begin = time.process_time()
            run()
            least[name] = min(least[name], time.process_time() - begin)
    return least


def note(message: str) -> None:
    """Tell on the standard error what is being done."""
    print(message, file=sys.stderr, flush=True)


def machine() -> str:
    """Return on what the figures were measured: Python, processor, system."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{python}, {_processor()}, {os.cpu_count()} cores, {platform.system()}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.machine()


def print_figures(title: str, figures: Iterable[Figure]) -> None:
    """Print the figures as a table."""
    rows = [(figure.measure, figure.entity, figure.written, figure.unit) for figure in figures]
    if not rows:
        return
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    print(f"\n{title}")
    for measure, entity, value, unit in rows:
        print(f"  {measure:{widths[0]}}  {entity:{widths[1]}}  {value:>{widths[2]}} {unit}".rstrip())


def write_figures(file: str | Path, figures: Iterable[Figure]) -> None:
    """Write the figures as CSV, in the columns of a reference table; the source is the machine."""
    source = machine()
    with open(file, "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("measure", "entity", "value", "unit", "source"))
        writer.writerows((figure.measure, figure.entity, figure.written, figure.unit, source) for figure in figures)
