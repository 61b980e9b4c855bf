"""Columns of units beside columns of values in, the unit of each measure that one of them is of out."""

from collections.abc import Mapping, Sequence

from verifier.reference.columns import Column
from verifier.reference.context import Context
from verifier.reference.header_words import role_of
from verifier.reference.unit_cells import is_unit
from verifier.reference.words import fold

__all__ = ["units_beside"]


def units_beside(
    context: Context, others: Sequence[Column], values: Sequence[Column]
) -> Mapping[str, tuple[Column, str]]:
    """Return header of values = the column that names its unit, and that unit: "produksi ikan", "satuan produksi".

    It is the nearest column of values before it whose header has the words behind "satuan", and its cells all say the
    same unit.
    """
    places = {column.name: place for place, column in enumerate(context.raw.columns)}
    found: dict[str, tuple[Column, str]] = {}
    for column in others:
        rest = _without_unit_word(context, column.name)
        texts = {" ".join(text.split()) for text in column.texts if not context.is_blank(text)}
        if not rest or len(texts) != 1 or not is_unit(next(iter(texts)), context.units):
            continue
        before = [value for value in values if places[value.name] < places[column.name]]
        named = [value for value in before if rest <= _words(value.name)]
        if named:
            found.setdefault(named[-1].name, (column, texts.pop()))
    return found


def _without_unit_word(context: Context, header: str) -> set[str]:
    """Return the words of a header beside the one that says that it names units; none where no word does."""
    words = fold(header.replace("_", " ")).split()
    for word in (words[0], words[-1]) if len(words) > 1 else ():
        if role_of(word, context.headers) == "unit":
            return set(words) - {word}
    return set()


def _words(header: str) -> set[str]:
    return set(fold(header.replace("_", " ")).split())
