"""Judgements and findings in, verdicts in their stable form out."""

from verifier.checking.calendars import DateFinding
from verifier.checking.derived import Tools
from verifier.checking.diagnose import GRAVE
from verifier.checking.findings import Finding
from verifier.checking.judge import Judgement
from verifier.checking.suggest import figure_edits, turned_verb, with_unit, wording
from verifier.claims.unit_gate import POINTS
from verifier.lines import Lines
from verifier.linking.linked import Link
from verifier.model import Mention, Row, one_or_list, plain
from verifier.verdict import Diagnosis, Edit, Evidence, Label, Reason, Relation, Severity, Verdict

__all__ = ["of_finding", "verdict_of", "verdict_on_date"]


def of_finding(finding: Finding, tools: Tools) -> Judgement:
    """Return what a text says about its own number as a judgement."""
    claim = finding.claim
    if finding.holds:
        link = Link(claim)
        return Judgement(link, Label.SUPPORTED, Reason.CONSISTENT, explanation=finding.explanation, consistency=True)
    edits: tuple[Edit, ...] = ()
    severity = Severity.MAJOR
    if finding.diagnosis is Diagnosis.PERCENT_POINT:
        edits = with_unit(claim, tools.language, "percent" if claim.unit in POINTS else "percentage_point")
    elif finding.diagnosis is Diagnosis.DIRECTION:
        edits = turned_verb(claim, tools.language)
    elif finding.right is not None and claim.mention is not None and finding.right >= 0:
        edits = tuple(figure_edits(claim.mention, finding.right, tools.language))
        off = abs(claim.values[0] - finding.right)
        severity = Severity.MINOR if off <= abs(finding.right) * GRAVE else Severity.MAJOR
    return Judgement(
        Link(claim),
        Label.REFUTED,
        Reason.CONSISTENCY,
        explanation=finding.explanation,
        severity=severity,
        diagnosis=finding.diagnosis,
        edits=edits,
        consistency=True,
    )


def verdict_of(judged: Judgement, lines: Lines) -> Verdict:
    """Return a judgement in the form of a verdict."""
    claim = judged.link.claim
    line, column = lines.place(claim.start)
    row = judged.rows[0] if judged.rows and judged.label is not Label.NOT_ENOUGH_INFO else None
    return Verdict(
        start=claim.start,
        end=claim.end,
        text=claim.text,
        line=line,
        column=column,
        kind=claim.kind,
        value=one_or_list(claim.values, plain),
        unit=claim.unit,
        period=judged.link.timing.period or (row.period if row else ""),
        relation=Relation.CONSISTENCY if judged.consistency else claim.relation,
        label=judged.label,
        reason=judged.reason,
        severity=judged.severity,
        evidence=tuple(_evidence(one) for one in judged.rows),
        explanation=judged.explanation,
        diagnosis=judged.diagnosis,
        also=judged.also,
        suggestion=wording(claim, judged.edits) if judged.edits else None,
        edits=judged.edits,
        notes=tuple(dict.fromkeys(judged.notes)),
    )


def _evidence(row: Row) -> Evidence:
    return Evidence(
        table=row.table,
        row=row.number,
        column=row.column,
        entity=row.entity,
        measure=row.measure,
        period=row.period,
        value=plain(row.value) if row.value is not None else "",
        unit=row.unit,
        source=row.source,
    )


def verdict_on_date(finding: DateFinding, lines: Lines) -> Verdict:
    """Return what a calendar says of a mention in the form of a verdict."""
    mention = finding.mention
    line, column = lines.place(mention.start)
    return Verdict(
        start=mention.start,
        end=mention.end,
        text=mention.text,
        line=line,
        column=column,
        kind=mention.kind,
        value=mention.date if mention.date else one_or_list(mention.values, plain),
        unit=mention.unit,
        period=mention.resolved or mention.date or "",
        relation=Relation.CONSISTENCY,
        label=Label.SUPPORTED if finding.holds else Label.REFUTED,
        reason=Reason.CONSISTENT if finding.holds else Reason.CONSISTENCY,
        severity=Severity.NONE if finding.holds else Severity.MINOR,
        explanation=finding.explanation,
        suggestion=finding.suggestion,
        edits=_replaced(mention, finding.suggestion),
    )


def _replaced(mention: Mention, suggestion: str | None) -> tuple[Edit, ...]:
    return (Edit(mention.start, mention.end, suggestion),) if suggestion else ()
