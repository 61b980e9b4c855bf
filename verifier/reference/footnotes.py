"""The rows below a header in, those of the table out: footnotes at its end are left out."""

from collections.abc import Iterable, Iterator, Sequence

__all__ = ["without_footnotes"]

_MOST = 100  # rows of footnotes


def without_footnotes(rows: Iterable[Sequence[object]], left_out: list[str]) -> Iterator[Sequence[object]]:
    """Yield the rows but for the footnotes at their end, which are appended to `left_out`.

    A footnote fills the first cell only, and is told from a row without values by a colon ("Source:
    …"), by a sign at its beginning ("*) …"), or by the blank row above it.

    >>> notes = []
    >>> list(without_footnotes([["Aceh", "1"], ["Bali", ""], ["Source: a survey", ""]], notes)), notes
    ([['Aceh', '1'], ['Bali', '']], ['Source: a survey'])
    """
    held: list[Sequence[object]] = []
    for row in rows:
        if not any(map(_is_filled, row[1:])) and len(held) < _MOST:
            held.append(row)
            continue
        yield from held
        held.clear()
        yield row
    start = next((at for at in range(len(held)) if _begins_notes(held, at)), len(held))
    yield from held[:start]
    left_out += [str(row[0]).strip() for row in held[start:] if row and _is_filled(row[0])]


def _is_filled(cell: object) -> bool:
    return cell is not None and (not isinstance(cell, str) or bool(cell.strip()))


def _begins_notes(rows: Sequence[Sequence[object]], at: int) -> bool:
    first = rows[at][0] if rows[at] else None
    if not isinstance(first, str) or not _is_filled(first):
        return False
    text = first.strip()
    return ":" in text or not text[0].isalnum() or (at > 0 and not any(map(_is_filled, rows[at - 1])))
