"""A table with rows that only head those below them in, the table with these heads where names need them, out.

Ekspor;;            Ekspor Migas;15,9;16,2
Migas;15,9;16,2     Impor Migas;35,8;36,3
Impor;;
Migas;35,8;36,3
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import compress

from verifier.reference.columns import Column, coded, compact
from verifier.reference.header_words import HeaderWords, role_of
from verifier.reference.raw import RawTable, shown

__all__ = ["with_groups"]

_MOST_ROWS = 100_000  # of a table that people lay out


def with_groups(raw: RawTable, words: HeaderWords) -> RawTable:
    """Return a table without the rows that head others, where the same name stands below several of them.

    Such a row has a name and nothing else. It is put in front of the names that stand below several; where these
    are places or the like, it becomes a dimension of their rows.

    >>> from verifier.reference.header_words import header_words
    >>> cells = {"uraian": ["Ekspor", "Migas", "Impor", "Migas"], "2023": ["", "1", "", "2"]}
    >>> raw = RawTable("t", tuple(coded(name, texts) for name, texts in cells.items()), [1, 2, 3, 4])
    >>> table = with_groups(raw, header_words())
    >>> list(map(table.columns[0].__getitem__, range(2))), list(table.numbers)
    (['Ekspor Migas', 'Impor Migas'], [2, 4])
    """
    used = [column for column in raw.columns if role_of(column.name, words) != "ignored"]
    if len(used) < 2 or raw.rows > _MOST_ROWS:
        return raw
    names, others = used[0], used[1:]
    heads = _heads(names, others)
    below = _groups(names, heads)
    if below is None:
        return raw
    kept = [row not in heads for row in range(raw.rows)]
    numbers = list(compress(raw.numbers, kept))
    columns = [_without(column, kept) for column in raw.columns]
    at = raw.columns.index(names)
    groups = list(compress(below, kept))
    if role_of(names.name, words) == "entity":
        columns.append(coded(f"group of {names.name}", groups))
    else:
        cells = (f"{group} {columns[at][row]}".strip() for row, group in enumerate(groups))
        columns[at] = coded(names.name, cells)
    said = ", ".join(shown(names[head].strip()) for head in sorted(heads)[:3])
    note = f"{len(heads)} rows head those below them, and are put to the names that stand below several: {said}"
    return replace(raw, columns=tuple(columns), numbers=numbers, notes=(*raw.notes, note))


def _heads(names: Column, others: Sequence[Column]) -> set[int]:
    """Return the rows that have a name and nothing else."""
    blanks = [{number for number, text in enumerate(column.texts) if not text.strip()} for column in others]
    if not all(blanks):
        return set()
    rows = zip(*(column.ids for column in others), strict=True)
    found = {row for row, ids in enumerate(rows) if all(map(set.__contains__, blanks, ids))}
    return {row for row in found if names[row].strip()}


def _groups(names: Column, heads: set[int]) -> list[str] | None:
    """Return the head above each row, "" for a name that stands below one only; None where heads part nothing."""
    if len(heads) < 2 or any(head + 1 in heads or head + 1 == len(names) for head in heads):
        return None
    above, head = [], ""
    for row in range(len(names)):
        head = names[row].strip() if row in heads else head
        above.append(head)
    groups: dict[int, set[str]] = {}
    for row, name in enumerate(names.ids):
        if row not in heads and above[row]:
            groups.setdefault(name, set()).add(above[row])
    shared = {name for name, several in groups.items() if len(several) > 1}
    if not shared:
        return None
    return [group if name in shared else "" for group, name in zip(above, names.ids, strict=True)]


def _without(column: Column, kept: Sequence[bool]) -> Column:
    return Column(column.name, compact(compress(column.ids, kept), len(column.texts)), column.texts)
