"""Mentions of a document in, a table for people, JSON Lines or CSV out."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from verifier.documents import Document
from verifier.lines import Lines
from verifier.model import Kind, Mention
from verifier.reports.meaning import meaning
from verifier.reports.visible import cut, visible, width

__all__ = ["CSV_HEADER", "as_csv", "as_json_line", "as_table"]

CSV_HEADER = (
    "document",
    "line",
    "column",
    "start",
    "end",
    "text",
    "kind",
    "value",
    "unit",
    "written",
    "noun",
    "modifier",
    "alt",
    "relative",
    "resolved",
)
_LONGEST = 48


def as_table(document: Document, mentions: Iterable[Mention]) -> str:
    """Return a table of where each mention stands, what it says, and what that means."""
    lines = Lines(document.source)
    rows = [("LINE:COL", "TEXT", "KIND", "MEANING")]
    for mention in mentions:
        line, column = lines.place(mention.start)
        rows.append((f"{line}:{column}", cut(visible(mention.text), _LONGEST), mention.kind, visible(meaning(mention))))
    widths = [max(width(row[index]) for row in rows) for index in range(3)]
    return "".join(f"{'  '.join(_padded(row, widths))}\n" for row in rows)


def _padded(row: tuple[str, ...], widths: list[int]) -> list[str]:
    return [cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=False)] + [row[-1]]


def as_json_line(
    name: str, language: str, mentions: Iterable[Mention], *, passed_through: Mapping[str, Any] | None = None
) -> str:
    """Return one line of JSON a document; fields of its own input line stand before ours."""
    ours = {"document": name, "language": language, "mentions": [mention.to_dict() for mention in mentions]}
    return json.dumps({**(passed_through or {}), **ours}, ensure_ascii=False) + "\n"


def as_csv(document: Document, mentions: Iterable[Mention]) -> str:
    """Return one CSV line a mention, without the header."""
    lines = Lines(document.source)
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    for mention in mentions:
        cells = {**mention.to_dict(), "document": document.name, "alt": ""}
        cells["line"], cells["column"] = lines.place(mention.start)
        separator = ":" if mention.kind is Kind.RATIO else ".."
        for name in ("value", "written"):
            cells[name] = _joined(cells[name], separator)
        cells["alt"] = "|".join(_joined(reading, separator) for reading in mention.to_dict()["alt"])
        cells["relative"] = "true" if mention.relative else ""
        rows.writerow([_harmless(cells[name]) for name in CSV_HEADER])
    return written.getvalue()


def _joined(value: str | list[str] | None, separator: str) -> str:
    return separator.join(value) if isinstance(value, list) else value or ""


def _harmless(cell: Any) -> str:
    """Return the cell as text that no spreadsheet takes for a formula; a signed number stays as it is."""
    text = "" if cell is None else str(cell)
    formula = text.startswith(("=", "@", "\t", "\r")) or (text.startswith(("+", "-")) and any(c in "(|!" for c in text))
    return f"'{text}" if formula else text
