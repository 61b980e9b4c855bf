"""Text and reference tables in, a report with a verdict on each claim out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import localcontext

from verifier.checking.claims import Claim, read_claims
from verifier.checking.consistency import Finding, check_dates
from verifier.checking.cues import cues_of
from verifier.checking.derive import Tools
from verifier.checking.explain import Explainer
from verifier.checking.intervals import DIGITS, ModifierSets
from verifier.checking.judge import Judgement, judge
from verifier.checking.link import Discourse, Link, Linker, Reading
from verifier.checking.remedy import with_remedy
from verifier.checking.report import Report
from verifier.checking.sentences import read_sentences
from verifier.checking.series import Table
from verifier.checking.statements import read_statements
from verifier.checking.suggest import wording
from verifier.checking.timing import document_date
from verifier.errors import InputTypeError
from verifier.extraction import Extraction, read_text
from verifier.lines import Lines
from verifier.model import Evidence, Label, Mention, Reason, Relation, Row, Severity, Verdict, one_or_list, plain
from verifier.packs import load_pack

__all__ = ["linker_of", "verify"]


def verify(
    text: str,
    table: Table | Sequence[Table] | None = None,
    *,
    language: str,
    reference_date: date | str | None = None,
    document: str = "",
    interface: str = "en",
    modifiers: ModifierSets | None = None,
) -> Report:
    """Return a verdict on each numeric claim of `text`, with its reason, its rows and the arithmetic.

    Args:
        text: the document; spans in the report index it as given.
        table: the evidence; several tables are asked one after the other. Without one the text is
            only checked against itself.
        language: of the text, the code of a language pack.
        reference_date: the day the text was written, from which "Juni" and "kemarin" are counted;
            else the first full date that the text states.
        document: the name of the document, for the report.
        interface: the language of the explanations.
        modifiers: what "sekitar", "hampir" and the like mean, where it is not what the documentation says.

    Raises:
        InputError: the text is no string, a language is unknown, or the date is none.

    >>> from verifier.reference import ReferenceTable
    >>> table = ReferenceTable.from_records([
    ...     {"measure": "produksi padi", "entity": "Jawa Barat", "period": "2023", "value": "9.14", "unit": "juta ton"},
    ... ])
    >>> report = verify("Produksi padi Jawa Barat pada 2023 mencapai 9,1 juta ton.", table, language="id")
    >>> [verdict] = report.verdicts
    >>> str(verdict.label), str(verdict.reason), verdict.explanation
    ('supported', 'rounded', 'row 1 says 9.14 million metric_ton, which rounds to 9,1 juta ton')
    """
    if not isinstance(text, str):
        raise InputTypeError(f"verify reads a str, not {type(text).__name__}; decode bytes first")
    explainer = Explainer(load_pack(interface).code)
    found, dated = _extract(text, language, reference_date)
    linkers = [linker_of(one, language) for one in _tables(table)]
    with localcontext(DIGITS):
        judgements = list(
            _judge_all(text, found.mentions, linkers, language, dated or "", modifiers or ModifierSets(), explainer)
        )
        findings = list(check_dates(found.mentions, language=language, explainer=explainer))
        lines = Lines(text)
        verdicts = [_verdict(one, lines) for one in judgements] + [_of_finding(one, lines) for one in findings]
    return Report(
        document=document,
        language=language,
        reference_date=dated,
        text=text,
        verdicts=tuple(sorted(verdicts, key=lambda verdict: (verdict.start, verdict.end))),
        set_aside=tuple(found.set_aside),
    )


def _extract(text: str, language: str, reference_date: date | str | None) -> tuple[Extraction, str | None]:
    """Return the facts of a text and its date: the one given, else the first full one that it states."""
    if reference_date is not None:
        return read_text(text, language=language, reference_date=reference_date), str(reference_date)
    found = read_text(text, language=language)
    stated = document_date(found.mentions)
    if stated is None or not any(mention.relative for mention in found.mentions):
        return found, stated
    return read_text(text, language=language, reference_date=stated), stated


def _tables(table: Table | Sequence[Table] | None) -> Iterable[Table]:
    if table is None:
        return ()
    return table if isinstance(table, list | tuple) else (table,)


def linker_of(table: Table, language: str) -> Linker:
    """Return a table laid out for look-up; the table keeps it, so that the next text need not do it again."""
    kept: dict[str, Linker] = table.__dict__.setdefault("_linkers", {})
    if language not in kept:
        kept[language] = Linker(table, language)
    return kept[language]


@dataclass(slots=True)
class _Beside:
    """One table and what was said before, as far as it knows it."""

    linker: Linker
    discourse: Discourse
    tools: Tools

    def judge(self, claim: Claim, reading: Reading) -> Judgement:
        """Return what this table makes of a claim."""
        link = self.linker.link(claim, reading, self.discourse)
        if claim.mention is not None:
            self.discourse.remember(link)
        return with_remedy(judge(link, self.tools), self.tools)


def _judge_all(
    text: str,
    mentions: Sequence[Mention],
    linkers: Sequence[Linker],
    language: str,
    dated: str,
    sets: ModifierSets,
    explainer: Explainer,
) -> Iterator[Judgement]:
    abbreviations = frozenset(load_pack(language).claims.abbreviations)
    tables = [
        _Beside(linker, Discourse(document_date=dated), Tools(linker.series, sets, explainer, language))
        for linker in linkers
    ]
    for sentence in read_sentences(text, mentions, cues_of(language), abbreviations):
        claims = read_claims(sentence) if sentence.mentions else []
        readings = [one.linker.read(sentence) for one in tables]
        for claim in claims:
            judged = [one.judge(claim, reading) for one, reading in zip(tables, readings, strict=True)]
            yield min(judged, key=_weight) if judged else _without_table(claim, explainer)
        for statement in read_statements(sentence) if tables else ():
            judged = [one.judge(statement, reading) for one, reading in zip(tables, readings, strict=True)]
            best = min(judged, key=_weight)
            if best.label is not Label.NOT_ENOUGH_INFO:
                yield best
        for one, reading in zip(tables, readings, strict=True):
            one.discourse.close(sentence, reading)


_LAST = (Reason.OTHER_PERIOD, Reason.OTHER_STATUS, Reason.AMBIGUOUS, Reason.NO_ROW, Reason.OTHER_UNIT)


def _weight(judgement: Judgement) -> int:
    """Return how far a claim got: of several tables the one counts that knows most about it."""
    if judgement.label is not Label.NOT_ENOUGH_INFO:
        return 0
    return 1 + _LAST.index(judgement.reason) if judgement.reason in _LAST else len(_LAST) + 1


def _without_table(claim: Claim, explainer: Explainer) -> Judgement:
    return Judgement(
        Link(claim, reason=Reason.NO_TABLE),
        Label.NOT_ENOUGH_INFO,
        Reason.NO_TABLE,
        explanation=explainer.say("no_table"),
    )


def _verdict(judgement: Judgement, lines: Lines) -> Verdict:
    claim = judgement.link.claim
    line, column = lines.place(claim.start)
    row = judgement.rows[0] if judgement.rows else None
    settled = judgement.label is not Label.NOT_ENOUGH_INFO
    return Verdict(
        start=claim.start,
        end=claim.end,
        text=claim.text,
        line=line,
        column=column,
        kind=claim.kind,
        value=one_or_list(claim.values, plain),
        unit=claim.unit,
        period=judgement.link.timing.period or (row.period if row and settled else ""),
        relation=claim.relation,
        label=judgement.label,
        reason=judgement.reason,
        severity=judgement.severity,
        evidence=tuple(_evidence(one) for one in judgement.rows),
        explanation=judgement.explanation,
        diagnosis=judgement.diagnosis,
        also=judgement.also,
        suggestion=wording(claim, judgement.edits) if judgement.edits else None,
        edits=judgement.edits,
        notes=judgement.notes,
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


def _of_finding(finding: Finding, lines: Lines) -> Verdict:
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
    )
