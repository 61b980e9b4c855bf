"""A linked claim in, the judgement on it out: label, reason, rows, arithmetic."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.checking.compare import Agreement, Figure, agree, figure_of
from verifier.checking.derive import Derived, derive
from verifier.checking.explain import Explainer
from verifier.checking.intervals import ModifierSets
from verifier.checking.link import Link
from verifier.checking.series import Series
from verifier.checking.written import read_written
from verifier.model import Diagnosis, Label, Modifier, Reason, Relation, Row, Severity

__all__ = ["Judgement", "judge"]

LEVELS = frozenset({Relation.LEVEL, Relation.CHANGE_TO, Relation.CHANGE_FROM})


@dataclass(frozen=True, slots=True)
class Judgement:
    """What comes of one claim before it is put into the form of a verdict."""

    link: Link
    label: Label
    reason: Reason
    rows: tuple[Row, ...] = ()
    explanation: str = ""
    figure: Figure | None = None
    derived: Derived | None = None
    notes: tuple[str, ...] = ()
    severity: Severity = Severity.NONE
    diagnosis: Diagnosis | None = None
    also: tuple[Diagnosis, ...] = ()
    suggestion: str | None = None


def judge(link: Link, *, language: str, sets: ModifierSets, explainer: Explainer) -> Judgement:
    """Return the judgement on a claim: by its row, or by the rows that a change, a share or a rank is made of."""
    claim = link.claim
    if link.reason is not None:
        return _open(link, link.reason, explainer, language, sets)
    if claim.relation in LEVELS or link.level:
        return _judge_level(link, language, sets, explainer)
    derived = derive(link, language=language, sets=sets, explainer=explainer)
    if isinstance(derived, Reason):
        return _open(link, derived, explainer, language, sets)
    return _settled(link, derived.agrees, derived.reason, derived.rows, derived.explanation, derived=derived)


def _settled(
    link: Link, agrees: bool, reason: Reason, rows: Sequence[Row], explanation: str, **more: object
) -> Judgement:
    """Return supported or refuted; a link that is not firm cannot refute."""
    notes = link.notes
    if agrees:
        return Judgement(link, Label.SUPPORTED, reason, tuple(rows), explanation, notes=notes, **more)  # type: ignore[arg-type]
    if not link.firm:
        return Judgement(link, Label.NOT_ENOUGH_INFO, Reason.UNKNOWN_MEASURE, tuple(rows), explanation, notes=notes)
    return Judgement(link, Label.REFUTED, reason, tuple(rows), explanation, notes=notes, **more)  # type: ignore[arg-type]


def _judge_level(link: Link, language: str, sets: ModifierSets, explainer: Explainer) -> Judgement:
    claim = link.claim
    row = link.rows[0]
    assert claim.mention is not None
    figure = signed(figure_of(claim.mention, read_written(claim.mention, language)), link)
    found = agree(figure, row, sets)
    text = explain_level(claim.text, row, found, explainer)
    judged = _settled(link, found.agrees, found.reason, (row,), text, figure=figure)
    return replace(judged, notes=(*judged.notes, *found.notes))


def signed(figure: Figure, link: Link) -> Figure:
    """Return the number with the sign that its words give it: "deflasi", "turun" where the table has the growth."""
    if link.sign > 0:
        return figure
    return replace(
        figure,
        values=tuple(-value for value in figure.values),
        readings=tuple(tuple(-value for value in reading) for reading in figure.readings),
        modifier=TURNED.get(figure.modifier, figure.modifier) if figure.modifier else None,
    )


TURNED = {
    Modifier.MORE_THAN: Modifier.LESS_THAN,
    Modifier.LESS_THAN: Modifier.MORE_THAN,
    Modifier.AT_LEAST: Modifier.AT_MOST,
    Modifier.AT_MOST: Modifier.AT_LEAST,
}


def explain_level(written: str, row: Row, found: Agreement, explainer: Explainer) -> str:
    """Return in a sentence how a number and a row compare."""
    parts = {"where": explainer.where(row), "cell": explainer.cell(row), "written": written}
    if found.reason in (Reason.MODIFIER, Reason.RANGE):
        parts["allowed"] = explainer.interval(found.allowed)
        return explainer.say(f"{found.reason}_{'holds' if found.agrees else 'fails'}", **parts)
    return explainer.say(str(found.reason), **parts)


def _open(link: Link, reason: Reason, explainer: Explainer, language: str, sets: ModifierSets) -> Judgement:
    """Return not enough info with its reason, and with the row of another period that has the same number."""
    text = explainer.say(str(reason))
    rows = link.rows if reason is Reason.AMBIGUOUS else ()
    equal = _equal_elsewhere(link, language, sets) if reason in (Reason.OTHER_PERIOD, Reason.OTHER_STATUS) else None
    if equal is not None:
        rows = (equal,)
        text = f"{text}; {explainer.say('equals', where=explainer.where(equal), about=explainer.about(equal))}"
    return Judgement(link, Label.NOT_ENOUGH_INFO, reason, rows, text, notes=link.notes)


def _equal_elsewhere(link: Link, language: str, sets: ModifierSets) -> Row | None:
    claim = link.claim
    if claim.mention is None or not isinstance(link.series, Series) or claim.relation not in LEVELS:
        return None
    figure = signed(figure_of(claim.mention, read_written(claim.mention, language)), link)
    figure = replace(figure, modifier=None)
    return next((row for row in reversed(link.series.rows) if agree(figure, row, sets).agrees), None)
