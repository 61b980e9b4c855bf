"""Numbers that led to no row in, with the other names that would link them, for people, as TOML or as JSON out."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from verifier.checking.aliases import Alias, Unlinked
from verifier.documents import Document
from verifier.model import Row
from verifier.reports.visible import Paint, visible

__all__ = ["Suggested", "as_dict", "as_text", "as_toml"]


@dataclass(frozen=True, slots=True)
class Suggested:
    """A document and its numbers that led to no row; their spans, lines and columns are those of the file."""

    document: Document
    language: str
    unlinked: tuple[Unlinked, ...]


def as_text(found: Sequence[Suggested], *, paint: Paint) -> str:
    """Return each number with the words around it and the rows to choose from, and at the end the lines to paste."""
    lines: list[str] = []
    for suggested in found:
        lines += [paint(visible(f"{suggested.document.name} ({suggested.language})"), "bold")]
        lines += [line for one in suggested.unlinked for line in ("", *_number(one, paint))]
        lines += [""] if suggested.unlinked else ["  every number leads to a row", ""]
    settled = _settled(found)
    if settled:
        lines += ["for the columns of the table, where a row has only one choice:"]
        lines += [f"  {alias.column} of {visible(alias.name)}: {visible(alias.alias)}" for alias in settled]
        lines += ["", "the same for an alias file (--format toml):"]
        lines += [f"  {line}" for line in _toml_lines(settled)] + [""]
    total = sum(len(suggested.unlinked) for suggested in found)
    helped = sum(bool(one.suggestions) for suggested in found for one in suggested.unlinked)
    lines += [f"{total} number{'' if total == 1 else 's'} without a row; other names would link {helped}"]
    return "\n".join(lines) + "\n"


def as_toml(found: Sequence[Suggested]) -> str:
    """Return an alias file: what has one choice as lines, what has several as comments to choose from.

    It can be read as it is, as `aliases` of a table.
    """
    lines = ["# Other names of measures and entities: name = its other names.", *_toml_lines(_settled(found))]
    for suggested in found:
        for one in suggested.unlinked:
            place = f"{suggested.document.name}:{one.verdict.line}:{one.verdict.column}"
            said = visible(f"{place} {one.verdict.text}")
            if len(one.suggestions) > 1:
                lines += ["", f"# {said}: keep what is meant"]
                lines += [f"# {line}" for choice in one.suggestions for line in _toml_lines(choice.aliases)]
            elif not one.suggestions:
                words = ", ".join(map(visible, one.words))
                lines += ["", f"# {said}: no row fits" + (f" ({words})" if words else "")]
    return "\n".join(lines) + "\n"


def as_dict(suggested: Suggested) -> dict[str, Any]:
    """Return the form of ``verifier suggest-aliases --format json``."""
    return {
        "document": suggested.document.name,
        "language": suggested.language,
        "unlinked": [_form(one) for one in suggested.unlinked],
    }


def _form(one: Unlinked) -> dict[str, Any]:
    verdict = one.verdict.to_dict()
    kept = ("start", "end", "text", "line", "column", "kind", "value", "unit", "period", "reason")
    return {
        **{name: verdict[name] for name in kept},
        "words": list(one.words),
        "suggestions": [
            {
                "aliases": [{"column": a.column, "name": a.name, "alias": a.alias} for a in choice.aliases],
                "rows": [
                    {"table": row.table, "row": row.number, "column": row.column, "about": _about(row)}
                    for row in choice.rows
                ],
            }
            for choice in one.suggestions
        ],
    }


def _number(one: Unlinked, paint: Paint) -> Iterator[str]:
    verdict = one.verdict
    reason = str(verdict.reason).replace("_", " ")
    yield f"{f'{verdict.line}:{verdict.column}':<9}  {paint(visible(verdict.text), 'bold')}  {reason}"
    words = ", ".join(map(visible, one.words))
    yield f"           words  {words or 'none beside it could name a row'}"
    for choice in one.suggestions:
        yield f"           alias  {'; '.join(map(_said, choice.aliases))}"
        yield f"                  then {', '.join(map(_cited, choice.rows))}"
    if not one.suggestions and words:
        yield "           alias  none: no row fits in kind, unit, entity and period"


def _said(alias: Alias) -> str:
    return visible(f"{alias.alias} = {alias.name}")


def _cited(row: Row) -> str:
    return visible(f"{row.table}, row {row.number}: {_about(row)}")


def _about(row: Row) -> str:
    return ", ".join(part for part in (row.measure, row.entity, row.period, row.unit or row.noun) if part)


def _settled(found: Iterable[Suggested]) -> list[Alias]:
    """Return the names of the numbers that have only one choice, once each."""
    sure = [one.suggestions for suggested in found for one in suggested.unlinked if len(one.suggestions) == 1]
    return list(dict.fromkeys(alias for [choice] in sure for alias in choice.aliases))


def _toml_lines(aliases: Sequence[Alias]) -> Iterator[str]:
    """Yield one line a name, with all its other names."""
    others: dict[str, dict[str, None]] = {}
    for alias in aliases:
        others.setdefault(alias.name, {})[alias.alias] = None
    for name, listed in others.items():
        yield f"{_quoted(name)} = [{', '.join(map(_quoted, listed))}]"


def _quoted(text: str) -> str:
    """Return a basic string of TOML, which is one of JSON but for a delete character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
