"""Checked documents in, a report for a terminal out."""

from collections.abc import Sequence

from verifier.reports.checked import Checked, summary
from verifier.reports.claim import claim
from verifier.reports.findings import Policy, findings
from verifier.reports.sentences import Sentences
from verifier.reports.visible import Paint, visible
from verifier.verdict import Label

__all__ = ["render"]


def render(
    documents: Sequence[Checked], *, colour: bool = False, columns: int = 100, only: Policy | None = None
) -> str:
    """Return every claim with its verdict, the reason and the rows, and a summary; or `only` what fails by a policy."""
    paint = Paint(colour)
    written = [_document(checked, paint, columns, only) for checked in documents]
    return "\n".join([*filter(None, written), summary(documents) + "\n"])


def _document(checked: Checked, paint: Paint, columns: int, only: Policy | None) -> str:
    shown = checked.verdicts if only is None else [finding.verdict for finding in findings([checked], only)]
    if only is not None and not shown:
        return ""
    report = checked.report
    sentences = Sentences(checked)
    dated = f", {report.reference_date}" if report.reference_date else ""
    written = [paint(visible(f"{checked.document.name} ({report.language}{dated})"), "bold"), ""]
    for verdict in shown:
        refuted = verdict.label is Label.REFUTED
        written += [*claim(verdict, sentences.of(verdict), paint=paint, in_full=refuted, columns=columns), ""]
    if report.set_aside and only is None:
        spans = ", ".join(f"{visible(span.text)} ({span.reason.replace('_', ' ')})" for span in report.set_aside)
        written += [f"set aside  {spans}", ""]
    return "\n".join(written)
