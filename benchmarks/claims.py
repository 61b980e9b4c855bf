"""Generated claims about real countries in, out how many planted errors are found, and which alarms are false.

python -m benchmarks.claims [--count 2000] [--seed 1] [--language en] [--show 5] [--output figures.csv]
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.measure import Figure, machine, print_figures, write_figures
from benchmarks.planted import Case, Claims, claim_languages
from verifier import verify
from verifier.checking import Report
from verifier.model import Diagnosis, Label

__all__ = ["judge", "main", "measure"]

DATE = "2007-12-31"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the benchmark as a command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.claims", description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=2_000, help="of the sentences of each language (default: 2000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--language", choices=claim_languages(), help="one only")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print so many sentences that came out wrong")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the figures as CSV too")
    options = parser.parse_args(arguments)
    print(machine())
    everything: list[Figure] = []
    for language in [options.language] if options.language else claim_languages():
        judged = list(judge(language, count=options.count, seed=options.seed))
        figures = measure(judged, language)
        print_figures(f"Claims, {language}, {options.count} sentences", figures)
        everything += figures
        for case, report in [pair for pair in judged if not came_out_right(*pair)][: options.show]:
            print(f"  {case.wanted} {case.error}: {case.text}")
            print("     ", [f"{one.text}: {one.label} {one.reason} {one.diagnosis or ''}" for one in report.verdicts])
    if options.output:
        write_figures(options.output, everything)


def judge(language: str, *, count: int, seed: int) -> Iterator[tuple[Case, Report]]:
    """Yield each generated sentence with what is said of it."""
    claims = Claims(language, seed=seed)
    table = claims.table()
    for case in claims.cases(count):
        yield case, verify(case.text, table, language=language, reference_date=DATE)


def measure(judged: Iterable[tuple[Case, Report]], language: str) -> list[Figure]:
    """Return the shares of errors found and of diagnoses that are right, and the number of false alarms."""
    counts: Counter[str] = Counter()
    for case, report in judged:
        refuted = [one for one in report.verdicts if one.label is Label.REFUTED]
        supported = [one for one in report.verdicts if one.label is Label.SUPPORTED]
        counts[case.wanted] += 1
        counts[f"{case.wanted}, refuted"] += bool(refuted)
        counts[f"{case.wanted}, supported"] += bool(supported) and not refuted
        if refuted and case.error:
            counts["diagnosed"] += 1
            said = {diagnosis for one in refuted for diagnosis in (one.diagnosis, *one.also)}
            counts["diagnosis right"] += any(one.diagnosis == case.error for one in refuted)
            counts["diagnosis among all"] += Diagnosis(case.error) in said
    return [
        Figure("errors found", language, share(counts, "refuted, refuted", "refuted")),
        Figure("best diagnosis right", language, share(counts, "diagnosis right", "diagnosed")),
        Figure("right diagnosis among those told", language, share(counts, "diagnosis among all", "diagnosed")),
        Figure("true claims supported", language, share(counts, "supported, supported", "supported")),
        Figure("false alarms on true claims", language, counts["supported, refuted"], "alarms"),
        Figure("false alarms without evidence", language, counts["open, refuted"], "alarms"),
        Figure("supported without evidence", language, counts["open, supported"], "claims"),
    ]


def share(counts: Counter[str], part: str, whole: str) -> float:
    """Return how large a part is, 1 where there is no whole."""
    return counts[part] / counts[whole] if counts[whole] else 1.0


def came_out_right(case: Case, report: Report) -> bool:
    """Return whether the verdicts on a sentence, and what they say happened, are the wanted ones."""
    refuted = [one for one in report.verdicts if one.label is Label.REFUTED]
    if case.wanted != "refuted":
        wrong = [one for one in report.verdicts if one.label is Label.SUPPORTED] if case.wanted == "open" else []
        lacking = case.wanted == "supported" and any(
            one.label is Label.NOT_ENOUGH_INFO and one.unit for one in report.verdicts
        )
        return not refuted and not wrong and not lacking
    return any(one.diagnosis == case.error for one in refuted)


if __name__ == "__main__":
    main()
