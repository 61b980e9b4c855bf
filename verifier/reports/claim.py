"""One verdict in, the lines that a reviewer would write about it out."""

from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from textwrap import TextWrapper

from verifier.model import Kind
from verifier.reports.meaning import grouped
from verifier.reports.sentences import Sentence
from verifier.reports.visible import Paint, visible, width
from verifier.verdict import Evidence, Label, Relation, Verdict

__all__ = ["COLOURS", "LABELS", "cited", "claim", "details", "named", "review"]

LABELS = {Label.SUPPORTED: "supported", Label.REFUTED: "refuted", Label.NOT_ENOUGH_INFO: "no evidence"}
COLOURS = {Label.SUPPORTED: "green", Label.REFUTED: "red", Label.NOT_ENOUGH_INFO: "yellow"}
_AROUND = 200  # characters of a long sentence that are shown on each side of a claim
_INDENT = 11
REMEDY = (
    "a row of the table, another name of one ('verifier suggest-aliases'), or a comment that names its row "
    "or exempts it"
)


def claim(verdict: Verdict, sentence: Sentence, *, paint: Paint, in_full: bool = True, columns: int = 100) -> list[str]:
    """Return the lines about `verdict`; in full, its sentence with the claim underlined, values and sources too."""
    place = f"{verdict.line}:{verdict.column}"
    label = paint(LABELS[verdict.label], COLOURS[verdict.label])
    written = [f"{place:<9}  {label}  {paint(visible(verdict.text), 'bold')}"]
    if in_full:
        written += _underlined(sentence, columns, lambda marks: paint(marks, COLOURS[verdict.label]))
    for name, text in details(verdict, in_full=in_full):
        written += _wrapped(name, text, columns)
    return written


def review(verdict: Verdict, sentence: Sentence) -> list[str]:
    """Return the lines about a `verdict` whose place and words are told above them: what is wrong comes first."""
    written = [f"{LABELS[verdict.label]}, {_because(verdict)}", *_underlined(sentence, 100)]
    for name, text in details(verdict):
        written += _wrapped(name, text, 100) if name != "because" else []
    return [*written, *_wrapped("remedy", REMEDY, 100)] if verdict.label is Label.NOT_ENOUGH_INFO else written


def _underlined(sentence: Sentence, columns: int, paint: Callable[[str], str] = str) -> Iterator[str]:
    """Yield the lines of a sentence, each with a line under it that marks what it has of the claim."""
    before, said, after = _before(sentence.before), visible(sentence.claim), _after(sentence.after)
    first, end = len(before), len(before) + len(said)
    for start, line in _lines(before + said + after, max(columns, 40) - _INDENT):
        yield " " * _INDENT + line.rstrip()
        marked = line[max(first - start, 0) : max(end - start, 0)].rstrip()
        if marked:
            yield " " * (_INDENT + width(line[: max(first - start, 0)])) + paint("^" * width(marked))


def _lines(text: str, columns: int) -> Iterator[tuple[int, str]]:
    """Yield the lines of at most so many columns that `text` breaks into at its spaces, and where each begins."""
    start = 0
    while start < len(text):
        end = start + _fitting(text, start, columns)
        if end < len(text):
            end = text.rfind(" ", start + 1, end + 1) + 1 or end
        yield start, text[start:end]
        start = end


def _fitting(text: str, start: int, columns: int) -> int:
    """Return how many characters from `start` on fit into so many columns, at least one."""
    taken = 0
    for count, character in enumerate(text[start : start + columns + 1]):
        taken += width(character)
        if taken > columns:
            return max(count, 1)
    return min(columns + 1, len(text) - start)


def _before(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= _AROUND else "… " + shown[-_AROUND:].partition(" ")[2]


def _after(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= _AROUND else shown[:_AROUND].rpartition(" ")[0] + " …"


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
