"""An examined table in, how it was understood, its first tidy rows, and what is wrong with it out."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from verifier.reference import Examination, Finding, tidy_rows
from verifier.reports.visible import Paint, cut, visible, width

__all__ = ["as_dict", "as_text"]

COLOURS = {"error": "red", "warning": "yellow"}
_LONGEST = 36  # characters of a cell


def as_text(name: str, found: Examination, *, rows: int, paint: Paint) -> str:
    """Return the examination of the table `name` for people; `rows` tidy rows are shown, errors come first."""
    size = len(found.table) if found.table else 0
    lines = [paint(visible(f"{name}: {_counted(size, 'tidy row')}"), "bold")]
    lines += [f"  {_said(finding, name)}" for finding in found.findings if finding.severity == "note"]
    if found.table and rows:
        lines += ["", *_table(list(tidy_rows(found.table, rows)))]
        lines += [f"  … and {size - rows} more"] if size > rows else []
    wrong = [finding for finding in found.findings if finding.severity != "note"]
    lines += ["", *(line for finding in wrong for line in _fault(finding, name, paint))] if wrong else []
    counts = [sum(finding.severity == severity for finding in wrong) for severity in COLOURS]
    summary = ", ".join(_counted(count, severity) for count, severity in zip(counts, COLOURS, strict=True))
    return "\n".join([*lines, "", f"{visible(name)}: {summary}", ""])


def as_dict(name: str, found: Examination, *, rows: int) -> dict[str, Any]:
    """Return the examination in the form of ``verifier lint-table --format json``."""
    return {
        "table": name,
        "ok": found.ok,
        "size": len(found.table) if found.table else 0,
        "findings": [finding.to_dict() for finding in found.findings],
        "rows": list(tidy_rows(found.table, rows)) if found.table else [],
    }


def _counted(count: int, what: str) -> str:
    return f"{count or 'no'} {what}{'' if count == 1 else 's'}"


def _said(finding: Finding, name: str) -> str:
    """Return a finding in one line, without the name of the table where that is said already."""
    text = str(finding)
    return visible(text.removeprefix(f"{finding.table}: ") if name.endswith(finding.table) else text)


def _fault(finding: Finding, name: str, paint: Paint) -> Iterator[str]:
    remedy = f"; {finding.remedy}" if finding.remedy else ""
    severity = paint(finding.severity, COLOURS[finding.severity]) + " " * (7 - len(finding.severity))
    yield f"  {severity}  {_said(finding, name).removesuffix(visible(remedy))}"
    if finding.remedy:
        yield f"           remedy: {visible(finding.remedy)}"


def _table(rows: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Yield tidy rows in columns; those that are blank in all of them are left out."""
    names = [name for name in dict.fromkeys(name for row in rows for name in row) if any(row.get(name) for row in rows)]
    cells = [[cut(visible(row.get(name, "")), _LONGEST) for name in names] for row in rows]
    cells.insert(0, [cut(visible(name).upper(), _LONGEST) for name in names])
    widths = [max(width(line[at]) for line in cells) for at in range(len(names))]
    for line in cells:
        padded = (cell + " " * (wide - width(cell)) for cell, wide in zip(line, widths, strict=True))
        yield f"  {'  '.join(padded)}".rstrip()
