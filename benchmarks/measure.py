"""Subjects in, figures out: the least CPU time of each over interleaved rounds, and tables of figures."""

import csv
import gc
import os
import platform
import re
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

__all__ = ["Figure", "least_times", "machine", "note", "print_figures", "write_figures"]

COLUMNS = ("id", "measure", "entity", "period", "value", "unit", "source")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number: what it measures, of what, and its unit ("" for a ratio)."""

    measure: str
    entity: str
    value: float | int
    unit: str = ""

    @property
    def key(self) -> str:
        """What declared links name the figure by.

        >>> Figure("time ratio", "verifier over its scan, id", 1.6).key
        'time-ratio-verifier-over-its-scan-id'
        """
        return re.sub(r"[^a-z0-9]+", "-", f"{self.measure} {self.entity}".lower()).strip("-")

    @property
    def written(self) -> str:
        """What was measured to three significant digits, without an exponent; what was counted as it is.

        >>> Figure("speed", "all", 0.05481).written, Figure("rate", "all", 54810.0).written
        ('0.0548', '54800')
        >>> Figure("sentences", "all", 54810).written
        '54810'
        """
        if isinstance(self.value, int):
            return str(self.value)
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
    """Write the figures into a reference table; those that it holds and this run did not measure stay.

    The period is the day of the run, the source the machine.
    """
    path, period, source = Path(file), date.today().isoformat(), machine()
    rows: dict[str, Sequence[str]] = {}
    if path.exists():
        with path.open(encoding="utf-8", newline="") as before:
            rows = {row[0]: row for row in list(csv.reader(before))[1:]}
    for figure in figures:
        rows[figure.key] = (figure.key, figure.measure, figure.entity, period, figure.written, figure.unit, source)
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows.values())
