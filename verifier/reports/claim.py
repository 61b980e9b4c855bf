"""One verdict in, the lines that a reviewer would write about it out."""

import re
from decimal import Decimal, InvalidOperation
from textwrap import TextWrapper

from verifier.lines import Lines
from verifier.model import Evidence, Kind, Label, Relation, Verdict
from verifier.reports.meaning import grouped
from verifier.reports.visible import Paint, visible, width

__all__ = ["COLOURS", "LABELS", "cited", "claim", "details", "excerpt", "named", "review"]

LABELS = {Label.SUPPORTED: "supported", Label.REFUTED: "refuted", Label.NOT_ENOUGH_INFO: "no evidence"}
COLOURS = {Label.SUPPORTED: "green", Label.REFUTED: "red", Label.NOT_ENOUGH_INFO: "yellow"}
_AROUND = 42  # columns of the sentence shown on each side of a claim
_NEAR = 4 * _AROUND  # characters of which these columns are taken
_INDENT = 11


def claim(verdict: Verdict, lines: Lines, *, paint: Paint, in_full: bool = True, columns: int = 100) -> list[str]:
    """Return the lines about `verdict`; in full, the sentence with the claim underlined, values and sources too."""
    place = f"{verdict.line}:{verdict.column}"
    label = paint(LABELS[verdict.label], COLOURS[verdict.label])
    written = [f"{place:<9}  {label}  {paint(visible(verdict.text), 'bold')}"]
    if in_full:
        written += _underlined(verdict, lines, paint)
    for name, text in details(verdict, in_full=in_full):
        written += _wrapped(name, text, columns)
    return written


def review(verdict: Verdict, lines: Lines) -> list[str]:
    """Return the lines about a `verdict` whose place and words are told above them: what is wrong comes first."""
    written = [f"{LABELS[verdict.label]}, {_because(verdict)}", *_underlined(verdict, lines, Paint(False))]
    for name, text in details(verdict):
        written += _wrapped(name, text, 100) if name != "because" else []
    return written


def _underlined(verdict: Verdict, lines: Lines, paint: Paint) -> list[str]:
    sentence, underline = excerpt(verdict, lines)
    return [" " * _INDENT + sentence, " " * _INDENT + paint(underline, COLOURS[verdict.label])]


def _wrapped(name: str, text: str, columns: int) -> list[str]:
    margin = " " * _INDENT
    return TextWrapper(
        width=max(columns, 40),
        initial_indent=f"{margin}{name:<10}",
        subsequent_indent=f"{margin}{'':10}",
        break_long_words=False,
        break_on_hyphens=False,
    ).wrap(text)


def details(verdict: Verdict, *, in_full: bool = True) -> list[tuple[str, str]]:
    """Return what is known of a verdict, as names and texts in the order in which they are read."""
    found = [("means", _meaning(verdict)), ("because", _because(verdict))]
    found += [("row", cited(row) if in_full else named(row)) for row in verdict.evidence]
    if verdict.diagnosis:
        found.append(("probably", ", or ".join(_words(reason) for reason in (verdict.diagnosis, *verdict.also))))
    if verdict.suggestion:
        found.append(("better", visible(verdict.suggestion)))
    if verdict.notes:
        found.append(("note", ", ".join(map(_words, verdict.notes))))
    return found


def named(row: Evidence) -> str:
    """Return where a row stands and what it speaks of."""
    subject = ", ".join(part for part in (row.measure, row.entity, row.period) if part)
    return visible(f"{row.table}, row {row.row}, {row.column}: {subject}")


def cited(row: Evidence) -> str:
    """Return a row as it is cited: where it stands, what it speaks of, its value and its source.

    >>> cited(Evidence(table="a.csv", row=2, column="value", entity="Rusia", measure="ekspor minyak",
    ...                period="2024-06", value="4.1", unit="million barrel/day", source="KSE"))
    'a.csv, row 2, value: ekspor minyak, Rusia, 2024-06 = 4.1 million barrel/day; source: KSE'
    """
    value = visible(f"{_number(row.value)} {row.unit}".strip())
    return f"{named(row)} = {value}" + (f"; source: {visible(row.source)}" if row.source else "")


def _meaning(verdict: Verdict) -> str:
    period = "" if verdict.period == verdict.value else verdict.period
    relation = "" if verdict.relation is Relation.LEVEL else _words(verdict.relation)
    return visible(", ".join(part for part in (_value(verdict), period, relation) if part))


def _value(verdict: Verdict) -> str:
    values = verdict.value if isinstance(verdict.value, list) else [verdict.value or ""]
    joined = (" : " if verdict.kind is Kind.RATIO else " to ").join(map(_number, values))
    return f"{'x ' if verdict.kind is Kind.MULTIPLE else ''}{joined} {verdict.unit}".strip()


def _number(value: str) -> str:
    try:
        return grouped(Decimal(value)) if value.count("-") <= value.startswith("-") else value
    except InvalidOperation:  # a date
        return value


def _because(verdict: Verdict) -> str:
    reason = _words(verdict.reason)
    return visible(f"{reason}: {verdict.explanation}" if verdict.explanation else reason)


def _words(name: str) -> str:
    return str(name).replace("_", " ")


def excerpt(verdict: Verdict, lines: Lines) -> tuple[str, str]:
    """Return the words around a claim, on one line, and a line that underlines it."""
    text = lines.text
    first = max(lines.start(verdict.line), verdict.start - _NEAR)
    before = _before(text[first : verdict.start])
    after = _after(text[verdict.end : verdict.end + _NEAR])
    said = visible(text[verdict.start : verdict.end])
    return before + said + after, " " * width(before) + "^" * max(width(said), 1)


def _before(text: str) -> str:
    shown = visible(text)
    if len(shown) <= _AROUND:
        return shown
    return "… " + shown[-_AROUND:].partition(" ")[2]


def _after(text: str) -> str:
    shown = visible(re.split("[\r\n]", text, maxsplit=1)[0])
    if len(shown) <= _AROUND:
        return shown
    return shown[:_AROUND].rpartition(" ")[0] + " …"
