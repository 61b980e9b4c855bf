r"""A column of several keys at once in, one column for each out: "freq,unit,geo\TIME_PERIOD" with cells "A,THS_T,ID".

So the bulk files of Eurostat are; the letters of observation flags stand behind a space in their cells.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from verifier.reference.raw import RawTable, shown
from verifier.reference.statuses import status_words

__all__ = ["with_parted_keys"]

_HEADER = re.compile(r"([^\\]+)\\([^\\,]+)")
_FLAGGED = re.compile(r"(:|[-0-9.,eE]+) ([a-z]{1,4})")


def with_parted_keys(raw: RawTable) -> RawTable:
    """Return the table with each key in a column of its own, where its first column holds several.

    >>> from verifier.reference.columns import coded
    >>> raw = RawTable("t", (coded("unit,geo\\\\TIME_PERIOD", ["T,ID"]), coded("2023", ["5.1 bp"])), [1])
    >>> [(column.name, column[0]) for column in with_parted_keys(raw).columns]
    [('unit', 'T'), ('geo', 'ID'), ('2023', '5.1 p')]
    """
    match = _HEADER.fullmatch(raw.columns[0].name) if raw.columns else None
    if match is None:
        return raw
    first, *others = raw.columns
    names = [name.strip() for name in match[1].split(",")]
    cells = [[key.strip() for key in text.split(",")] for text in first.texts]
    taken = {column.name.lower() for column in others}
    if any(len(keys) != len(names) for keys in cells) or not taken.isdisjoint(name.lower() for name in names):
        return raw
    keys = [first.mapped((keys[at] for keys in cells), name) for at, name in enumerate(names)]
    note = f"column {shown(first.name)} parted into {', '.join(map(shown, names))}"
    statuses = status_words()
    values = [column.mapped(_with_one_flag(text.strip(), statuses) for text in column.texts) for column in others]
    exact = raw.exact - {first.name}
    return replace(raw, columns=(*keys, *values), notes=(*raw.notes, note), exact=exact)


def _with_one_flag(text: str, statuses: Mapping[str, str]) -> str:
    """Return a cell with the first of its flags that is a status, and without the others."""
    match = _FLAGGED.fullmatch(text)
    if match is None:
        return text
    flag = next((letter for letter in match[2] if letter in statuses), "")
    return match[1] if match[1] == ":" or not flag else f"{match[1]} {flag}"
