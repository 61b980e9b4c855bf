"""A linked claim in, the judgement on it out: label, reason, rows, arithmetic."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.checking.compare import Agreement, Figure, agree, allowed_interval, figure_of
from verifier.checking.derive import derive
from verifier.checking.derived import HUNDRED, Derived, Tools, base_row, goes
from verifier.checking.ratios import share_set
from verifier.checking.written import read_written
from verifier.claims.intervals import cell_interval
from verifier.claims.rank_scopes import ranks_among_others
from verifier.errors import UnitError
from verifier.linking.linked import Link
from verifier.linking.series import PREVIOUS
from verifier.model import Modifier, Row
from verifier.verdict import Diagnosis, Edit, Label, Reason, Relation, Severity

__all__ = ["LEVELS", "Judgement", "judge", "row_against", "signed"]

BEHIND = 2  # the rank of what is not the first
LEVELS = frozenset({Relation.LEVEL, Relation.CHANGE_TO, Relation.CHANGE_FROM})
PLAINLY = frozenset({Reason.EXACT, Reason.ROUNDED})
TURNED = {
    Modifier.MORE_THAN: Modifier.LESS_THAN,
    Modifier.LESS_THAN: Modifier.MORE_THAN,
    Modifier.AT_LEAST: Modifier.AT_MOST,
    Modifier.AT_MOST: Modifier.AT_LEAST,
}


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
    edits: tuple[Edit, ...] = ()
    consistency: bool = False  # by the text itself, not by a row


def judge(link: Link, tools: Tools) -> Judgement:
    """Return the judgement on a claim: by its row, or by the rows that a change, a share or a rank is made of.

    Rows of one measure may be told in units that have nothing in common, as wages are in each country's currency.
    """
    if link.reason is not None:
        return _open(link, link.reason, tools)
    try:
        return _judged(link, tools)
    except UnitError:
        return _open(link, Reason.OTHER_UNIT, tools)


def _judged(link: Link, tools: Tools) -> Judgement:
    if link.claim.relation in LEVELS or link.level:
        return _judge_level(link, tools)
    derived = derive(link, tools)
    if isinstance(derived, Reason):
        return _open(link, derived, tools)
    if link.claim.relation is Relation.RANK and _is_open(link, derived, tools):
        link = replace(link, firm=False, doubt=Reason.NO_ROW)
    if link.timing.untold and _is_counted_from_anywhere(link, derived):
        link = replace(link, firm=False, doubt=Reason.AMBIGUOUS)
    return _settled(
        link,
        derived.agrees,
        derived.reason,
        derived.rows,
        derived.explanation,
        figure=derived.figure,
        derived=derived,
        notes=derived.notes,
    )


def _is_open(link: Link, derived: Derived, tools: Tools) -> bool:
    """Return whether a rank is one among others than the rows of the table."""
    if derived.agrees or tools.series is None or link.others:
        return False
    best = BEHIND if derived.value is None else int(derived.value)
    count = len(tools.series.across(link.measure, link.rows[0].period, link.rows[0]).rows)
    return ranks_among_others(link.claim, best=best, count=count, totals=tools.series.total_names)


def _is_counted_from_anywhere(link: Link, derived: Derived) -> bool:
    """Return whether no word says from when a change is counted, and the table leaves more than one period for it."""
    counted = link.claim.relation in (Relation.CHANGE_BY, Relation.MULTIPLE) and not link.others
    if not counted or link.series is None or len(derived.rows) < 2:
        return False
    row, base = derived.rows[:2]
    return not link.series.has_one_step(base, row)


def _settled(
    link: Link,
    agrees: bool,
    reason: Reason,
    rows: Sequence[Row],
    explanation: str,
    *,
    figure: Figure | None = None,
    derived: Derived | None = None,
    notes: tuple[str, ...] = (),
) -> Judgement:
    """Return supported or refuted; a link that is not firm cannot refute."""
    label = Label.SUPPORTED if agrees else Label.REFUTED
    notes = (*link.notes, *notes)
    if not agrees and not link.firm:
        label, reason, notes = Label.NOT_ENOUGH_INFO, link.doubt, (*notes, "unsure_link")
    return Judgement(link, label, reason, tuple(rows), explanation, figure, derived, notes)


def _judge_level(link: Link, tools: Tools) -> Judgement:
    claim, row = link.claim, link.rows[0]
    if claim.relation is Relation.SHARE and claim.unit != "percent":
        return _judge_fraction(link, tools)
    assert claim.mention is not None
    figure = signed(figure_of(claim.mention, read_written(claim.mention, tools.language)), link)
    if claim.throughout:
        row = next((one for one in (row, *link.others) if not agree(figure, one, tools.sets).agrees), row)
    found = agree(figure, row, tools.sets)
    text = _explain_level(claim.said, row, found, tools)
    rows = (row, *link.others) if claim.throughout and found.agrees else (row,)
    judged = _settled(link, found.agrees, found.reason, rows, text, figure=figure, notes=found.notes)
    stepped = any(one.relation is Relation.CHANGE_BY for one in claim.change)  # the step tells the direction
    if judged.label is Label.SUPPORTED and claim.relation is Relation.CHANGE_TO and claim.direction and not stepped:
        return _with_direction(judged, tools)
    return judged


def _judge_fraction(link: Link, tools: Tools) -> Judgement:
    """Judge "satu dari empat penduduk miskin" by a row in percent."""
    row = link.rows[0]
    allowed = share_set(link, tools.sets)
    agrees = allowed.times(HUNDRED).meets(cell_interval(row))
    reason = Reason.MODIFIER if link.claim.modifier else Reason.ROUNDED if agrees else Reason.VALUE
    text = _explain_level(link.claim.said, row, Agreement(agrees, reason, allowed.times(HUNDRED)), tools)
    return _settled(link, agrees, reason, (row,), text)


def _with_direction(judged: Judgement, tools: Tools) -> Judgement:
    """Refute "turun menjadi 4,1 juta" where the number is right and it was less before."""
    link = judged.link
    before = row_against(link)
    if before is None:
        return judged
    row, say = link.rows[0], tools.explainer
    text = say.say(
        "to_direction",
        where=say.where(row),
        cell=say.cell(row),
        before=say.where(before),
        earlier=say.cell(before),
    )
    return replace(judged, label=Label.REFUTED, reason=Reason.DIRECTION, rows=(row, before), explanation=text)


def row_against(link: Link) -> Row | None:
    """Return the row of an earlier period from which it went the other way than the verb of a claim says.

    Without a word on what it is compared with, both the period before and the year before must speak against it.
    """
    named = link.timing.base or link.timing.months
    bases = (
        [base_row(link)]
        if named
        else [base_row(replace(link, timing=replace(link.timing, months=PREVIOUS))), base_row(link)]
    )
    rows = [base for base in bases if isinstance(base, Row)]
    against = [base for base in rows if goes(link.rows[0], base) == -link.claim.direction * link.sign]
    return against[0] if rows and len(against) == len(rows) and link.firm else None


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


def _explain_level(written: str, row: Row, found: Agreement, tools: Tools) -> str:
    """Return in a sentence how a number and a row compare."""
    explainer = tools.explainer
    parts = {"where": explainer.where(row), "cell": explainer.cell(row), "written": written}
    if found.allowed is not None and found.reason in (Reason.MODIFIER, Reason.RANGE):
        parts["allowed"] = explainer.interval(found.allowed)
        return explainer.say(f"{found.reason}_{'holds' if found.agrees else 'fails'}", **parts)
    return explainer.say(str(found.reason), **parts)


def _open(link: Link, reason: Reason, tools: Tools) -> Judgement:
    """Return not enough info with its reason, and with the row of another period or entity that has the same number."""
    say = tools.explainer.say
    text = say(str(reason))
    rows = link.rows if reason is Reason.AMBIGUOUS else ()
    equal = _equal_elsewhere(link, reason, tools)
    notes = link.notes
    if equal is not None:
        rows, notes = (equal,), (*notes, "equals_row")
        about = tools.explainer.about(equal)
        text = f"{text}; {say('equals', where=tools.explainer.where(equal), about=about)}"
    return Judgement(link, Label.NOT_ENOUGH_INFO, reason, rows, text, notes=notes)


def _equal_elsewhere(link: Link, reason: Reason, tools: Tools) -> Row | None:
    """Return the row of another period, or of another entity in the same one, that says the same number."""
    claim = link.claim
    if claim.mention is None or claim.relation not in LEVELS:
        return None
    figure = signed(figure_of(claim.mention, read_written(claim.mention, tools.language)), link)
    figure = replace(figure, modifier=None)
    if reason in (Reason.OTHER_PERIOD, Reason.OTHER_STATUS) and link.series is not None:
        return next((row for row in reversed(link.series.rows) if agree(figure, row, tools.sets).agrees), None)
    if reason not in (Reason.NO_ROW, Reason.UNKNOWN_ENTITY) or link.measure < 0 or tools.series is None:
        return None
    across = tools.series.across(link.measure, link.timing.period)
    if across.unit != figure.unit and figure.unit:
        return None
    near = across.near(allowed_interval(figure, tools.sets))
    return next((row for _, row in near if agree(figure, row, tools.sets).reason in PLAINLY), None)
