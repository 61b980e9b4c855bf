"""Generated claims about real countries in, out how many planted errors are found, and which alarms are false.

python -m benchmarks.claims [--count 2000] [--seed 1] [--language en] [--show 5] [--output docs/figures.csv]
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.claim_words import claim_languages
from benchmarks.measure import Figure, machine, print_figures, write_figures
from benchmarks.planted import Case, Claims
from verifier import verify
from verifier.checking import Report
from verifier.verdict import Diagnosis, Label

__all__ = ["Judged", "judge", "main", "measure"]

DATE = "2007-12-31"


@dataclass(frozen=True, slots=True)
class Judged:
    """A generated sentence, the report on it, and the one on it with all suggestions in place."""

    case: Case
    report: Report
    mended: Report | None

    @property
    def supported(self) -> int:
        """How many claims of the sentence are supported."""
        return _supported(self.report)

    @property
    def is_mended(self) -> bool:
        """Whether the suggestions make every refuted claim supported."""
        if self.mended is None:
            return False
        return self.mended.ok and _supported(self.mended) == self.supported + len(self.report.refuted)

    @property
    def is_right(self) -> bool:
        """Whether the verdicts on the sentence, and what they say happened, are the wanted ones."""
        refuted = self.report.refuted
        if self.case.wanted == "refuted":
            diagnosed = not self.case.error or any(one.diagnosis == self.case.error for one in refuted)
            return bool(refuted) and diagnosed and (self.mended is None or self.is_mended)
        return not refuted and (self.supported > 0) is (self.case.wanted == "supported")


def _supported(report: Report) -> int:
    return sum(one.label is Label.SUPPORTED for one in report.verdicts)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the benchmark as a command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.claims", description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=2_000, help="of the sentences of each language (default: 2000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--language", choices=claim_languages(), help="one only")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print so many sentences that came out wrong")
    parser.add_argument("--output", type=Path, metavar="FILE", help="bring the figures in this table up to date too")
    options = parser.parse_args(arguments)
    print(machine())
    everything: list[Figure] = []
    for language in [options.language] if options.language else claim_languages():
        judged = list(judge(language, count=options.count, seed=options.seed))
        figures = measure(judged, language)
        print_figures(f"Claims, {language}, {options.count} sentences", figures)
        everything += figures
        for one in [one for one in judged if not one.is_right][: options.show]:
            print(f"  {one.case.wanted} {one.case.error}: {one.case.text}")
            for verdict in one.report.verdicts:
                print(f"      {verdict.text}: {verdict.label} {verdict.reason} {verdict.diagnosis or ''}", end="")
                print(f" → {verdict.suggestion}" if verdict.suggestion else "")
    if options.output:
        write_figures(options.output, everything)


def judge(language: str, *, count: int, seed: int) -> Iterator[Judged]:
    """Yield each generated sentence with what is said of it, and of it with all suggestions in place."""
    claims = Claims(language, seed=seed)
    for case in claims.cases(count):
        report = verify(case.text, claims.table, language=language, reference_date=DATE)
        edits = sorted((edit for one in report.refuted for edit in one.edits), key=lambda edit: -edit.start)
        text = case.text
        for edit in edits:
            text = text[: edit.start] + edit.text + text[edit.end :]
        mended = verify(text, claims.table, language=language, reference_date=DATE) if edits else None
        yield Judged(case, report, mended)


def measure(judged: Iterable[Judged], language: str) -> list[Figure]:
    """Return the shares of errors found and of diagnoses and suggestions that are right, and the false alarms."""
    counts: Counter[str] = Counter()
    for one in judged:
        wanted, refuted = one.case.wanted, one.report.refuted
        counts[wanted] += 1
        counts[f"{wanted}, refuted"] += bool(refuted)
        counts[f"{wanted}, supported"] += one.supported > 0 and not refuted
        counts["suggested"] += wanted == "refuted" and one.mended is not None
        counts["suggestion right"] += wanted == "refuted" and one.is_mended
        if refuted and one.case.error:
            counts["diagnosed"] += 1
            counts["diagnosis right"] += any(verdict.diagnosis == one.case.error for verdict in refuted)
            said = {diagnosis for verdict in refuted for diagnosis in (verdict.diagnosis, *verdict.also)}
            counts["diagnosis among all"] += Diagnosis(one.case.error) in said
    return [
        Figure("errors found", language, share(counts, "refuted, refuted", "refuted")),
        Figure("best diagnosis right", language, share(counts, "diagnosis right", "diagnosed")),
        Figure("right diagnosis among those told", language, share(counts, "diagnosis among all", "diagnosed")),
        Figure("errors with a suggestion", language, share(counts, "suggested", "refuted, refuted")),
        Figure("suggestions that are supported in place", language, share(counts, "suggestion right", "suggested")),
        Figure("true claims supported", language, share(counts, "supported, supported", "supported")),
        Figure("false alarms on true claims", language, counts["supported, refuted"]),
        Figure("false alarms without evidence", language, counts["open, refuted"]),
        Figure("supported without evidence", language, counts["open, supported"]),
    ]


def share(counts: Counter[str], part: str, whole: str) -> float:
    """Return how large a part is, 1 where there is no whole."""
    return counts[part] / counts[whole] if counts[whole] else 1.0


if __name__ == "__main__":
    main()
