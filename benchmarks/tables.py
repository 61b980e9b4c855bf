"""Nothing in, out what a reference table of millions of rows costs: time and memory to load, and a look-up.

    python -m benchmarks.tables [--rows 1000000] [--kind csv] [--output docs/figures.csv]

The table is generated; each figure is taken in a process of its own, so that memory is that of one load.
"""

import argparse
import json
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

from benchmarks.measure import Figure, machine, note, print_figures, write_figures

__all__ = ["KINDS", "main", "measure", "write_table"]

MEASURES, ENTITIES, PERIODS = 50, 500, 40
KINDS = ("csv", "jsonl", "parquet", "sqlite")
UNITS = ("ribu ton", "juta rupiah", "persen")
LOOK_UPS = 2000
HEADERS = ("measure", "entity", "period", "value", "unit", "source", "key")
MIB = 1 << 20


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the benchmark as a command; with ``--load`` measure one load and print it as JSON."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.tables", description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000, help="of the table (default: 1000000)")
    parser.add_argument("--kind", choices=KINDS, default="csv")
    parser.add_argument("--output", type=Path, metavar="FILE", help="bring the figures in this table up to date too")
    parser.add_argument("--load", type=Path, nargs=2, metavar=("TABLE", "INDEX"), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.load:
        print(json.dumps(_load(*options.load)))
        return
    figures = measure(options.rows, options.kind)
    print_figures(f"a table of {options.rows:,} rows ({options.kind}); {machine()}", figures)
    if options.output:
        write_figures(options.output, figures)


def measure(rows: int, kind: str) -> list[Figure]:
    """Return the figures of a generated table: loaded the first time, and again from its index."""
    figures = [Figure("rows", f"{kind}, {rows} rows", rows)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"table.{kind}"
        note(f"writing {rows:,} rows")
        write_table(path, rows)
        for start in ("first load", "from the index"):
            note(start)
            entity = f"{kind}, {rows} rows, {start}"
            command = [sys.executable, "-m", "benchmarks.tables", "--load", str(path), f"{path}.index"]
            loaded = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
            figures += [
                Figure("time to load", entity, loaded["seconds"], "s"),
                Figure("memory at most", entity, loaded["memory"] / MIB, "MiB"),
                Figure("look-up of a pair and a period", entity, loaded["look_up"] * 1e6, "microsecond"),
                Figure("look-up of all periods of a pair", entity, loaded["series"] * 1e6, "microsecond"),
            ]
    return figures


def write_table(path: Path, rows: int) -> None:
    """Write a table of so many rows, in the kind that the ending of the path says."""
    records = _records(rows)
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8") as file:
            file.write(",".join(HEADERS) + "\n")
            file.writelines(",".join(map(str, record)) + "\n" for record in records)
    elif path.suffix == ".jsonl":
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(dict(zip(HEADERS, record, strict=True))) + "\n" for record in records)
    elif path.suffix == ".sqlite":
        connection = sqlite3.connect(path)
        connection.execute(f"CREATE TABLE figures ({', '.join(HEADERS)})")
        connection.executemany("INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?)", records)
        connection.commit()
        connection.close()
    else:
        arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
        columns = dict(zip(HEADERS, map(list, zip(*records, strict=True)), strict=True))
        parquet.write_table(arrow.table(columns), path)


def _records(rows: int) -> Iterator[tuple[str, str, str, float, str, str, str]]:
    chance = random.Random(1)
    for row in range(rows):
        measure = row % MEASURES
        pair, period = row // MEASURES % ENTITIES, row // (MEASURES * ENTITIES) % PERIODS
        yield (
            f"indikator {measure}",
            f"Kabupaten {pair}",
            f"{2020 - period // 4}-Q{period % 4 + 1}",
            round(chance.random() * 10_000, 2),
            UNITS[measure % len(UNITS)],
            "statistik 2024",
            f"row{row}",
        )


def _load(path: Path, index: Path) -> dict[str, float]:
    """Return what it costs to read a table with an index, and to look rows up in it."""
    from verifier.reference import ReferenceTable

    begin = time.process_time()
    table = ReferenceTable.read(path, index=index)
    seconds = time.process_time() - begin
    chance = random.Random(2)
    pairs = [(chance.choice(table.measures).name, chance.choice(table.entities).name) for _ in range(LOOK_UPS)]
    period = table.rows[0].period
    look_ups, series = [], []
    for measure, entity in pairs:
        begin = time.perf_counter()
        for position in table.at(measure, entity, period):
            table.row(position)
        middle = time.perf_counter()
        for position in table.find(measure, entity):
            table.row(position)
        look_ups.append(middle - begin)
        series.append(time.perf_counter() - middle)
    return {
        "seconds": seconds,
        "memory": _peak(),
        "look_up": statistics.median(look_ups),
        "series": statistics.median(series),
    }


def _peak() -> int:
    """Return the most bytes of memory that this process has had."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) * 1024


if __name__ == "__main__":
    main()
