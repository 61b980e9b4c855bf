"""Nothing in, the time out that a new process needs for the package: to import it, to read a page, to run pytest.

    python -m benchmarks.start [--output docs/figures.csv]

Each figure is the median CPU time of several processes, in turns with what runs without the package (bare
Python, or pytest), whose time is taken off. It is measured on POSIX systems only.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import Figure, machine, note, print_figures, write_figures
from benchmarks.newstext import generate

__all__ = ["main", "measure"]

BARE = "bare Python"
PYTEST = "pytest alone"
PAGE = 4_000  # characters: an article of a newspaper


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the benchmark as a command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.start", description=__doc__.splitlines()[0])
    parser.add_argument("--processes", type=int, default=15, help="of each kind (default: 15)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="bring the figures in this table up to date too")
    options = parser.parse_args(arguments)
    figures = measure(processes=options.processes)
    print(machine())
    print_figures("Start", figures)
    if options.output:
        write_figures(options.output, figures)


def measure(*, processes: int) -> list[Figure]:
    """Return the milliseconds that each start costs over bare Python or pytest, and what these cost themselves."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.txt"
        page.write_text(generate("id", size=PAGE), encoding="utf-8")
        suite = Path(folder) / "test_of_its_own.py"
        suite.write_text("def test_of_its_own():\n    pass\n", encoding="utf-8")
        extraction = ["-m", "verifier", "extract", str(page), "--language", "id"]
        tests = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", folder, str(suite)]
        starts = {
            BARE: ["-c", "pass"],
            PYTEST: tests,
            "import verifier": ["-c", "import verifier"],
            "verifier --version": ["-m", "verifier", "--version"],
            "verifier extract, one page": extraction,
            "the plugin in a suite without claims": [*tests, "-p", "verifier.pytest_plugin"],
        }
        times: dict[str, list[float]] = {name: [] for name in starts}
        for number in range(processes + 1):  # the first round only fills the caches
            note(f"round {number} of {processes}")
            for name, command in starts.items():
                seconds = _seconds(command)
                if number:
                    times[name].append(seconds)
    middle = {name: statistics.median(taken) * 1000 for name, taken in times.items()}
    figures = [Figure("start time", name, middle[name], "ms") for name in (BARE, PYTEST)]
    for name, command in starts.items():
        if name not in (BARE, PYTEST):
            without = PYTEST if "pytest" in command else BARE
            figures.append(Figure(f"start time over {without}", name, middle[name] - middle[without], "ms"))
    return figures


def _seconds(command: Sequence[str]) -> float:
    """Return the CPU time of a process, which other work on the machine changes least."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # who starts it often has it compiled
    subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
