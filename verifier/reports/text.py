"""Checked documents in, a report for a terminal out."""

from collections.abc import Sequence

from verifier.lines import Lines
from verifier.model import Label
from verifier.reports.checked import Checked, count, coverage
from verifier.reports.claim import claim
from verifier.reports.visible import Paint, visible

__all__ = ["render", "summary"]


def render(documents: Sequence[Checked], *, colour: bool = False) -> str:
    """Return every claim with its verdict, the reason and the rows, and a summary at the end."""
    paint = Paint(colour)
    return "\n".join([*(_document(checked, paint) for checked in documents), summary(documents) + "\n"])


def _document(checked: Checked, paint: Paint) -> str:
    lines = Lines(checked.document.source)
    dated = f", {checked.reference_date}" if checked.reference_date else ""
    written = [paint(visible(f"{checked.document.name} ({checked.language}{dated})"), "bold"), ""]
    for verdict in checked.verdicts:
        written += [*claim(verdict, lines, paint=paint, context=verdict.label is Label.REFUTED), ""]
    if checked.set_aside:
        spans = ", ".join(f"{visible(span.text)} ({span.reason.replace('_', ' ')})" for span in checked.set_aside)
        written += [f"set aside  {spans}", ""]
    return "\n".join(written)


def summary(documents: Sequence[Checked]) -> str:
    """Return one line that counts the verdicts."""
    counts = count(documents)
    total = sum(counts.values())
    if not total:
        return "no claims found"
    verdicts = f"{counts[Label.SUPPORTED]} supported, {counts[Label.REFUTED]} refuted"
    claims = "1 claim" if total == 1 else f"{total} claims"
    return f"{claims}: {verdicts}, {counts[Label.NOT_ENOUGH_INFO]} without evidence; coverage {coverage(documents):.0%}"
