"""Tidy rows in, what look-up needs out: the distinct measures and entities, and the rows in their order."""

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from verifier.periods import Period
from verifier.reference.columns import Column
from verifier.reference.entities import Key, entity_words, fold_entity, merge_names, short_names
from verifier.reference.tidy import Tidy
from verifier.reference.words import fold

__all__ = ["Index", "index_of", "order_of", "split_names"]

_ALIAS_MARK = "|"
_BRACKETS = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Index:
    """How rows are found.

    `measure_of` and `entity_of` give the number of the key of each text of their column. `order` has
    all positions by measure, entity, period and position; `pairs` the pair of each row in that order.
    """

    measures: tuple[Key, ...]
    measure_of: Sequence[int]
    entities: tuple[Key, ...]
    entity_of: Sequence[int]
    ranks: Sequence[int]  # place in time of each text of the column of periods
    order: Sequence[int]
    pairs: Sequence[int]


def index_of(tidy: Tidy, language: str | None, aliases: Mapping[str, Sequence[str]]) -> Index:
    """Return the index of tidy rows; `aliases` are further names of measures and entities."""
    measure_of, measures = _measures(tidy, aliases)
    entity_of, entities = _entities(tidy, language, aliases)
    ranks = _ranks(tidy.period.texts)
    keys = [(tidy.period, ranks), (tidy.entity, entity_of), (tidy.measure, measure_of)]
    order = order_of(keys, len(tidy))
    pairs = _pairs(order, (tidy.measure, measure_of), (tidy.entity, entity_of))
    return Index(measures, measure_of, entities, entity_of, ranks, order, pairs)


def split_names(cell: str) -> tuple[str, ...]:
    """Return the names in a cell of aliases.

    >>> split_names("panen padi | hasil padi|")
    ('panen padi', 'hasil padi')
    """
    return tuple(name.strip() for name in cell.split(_ALIAS_MARK) if name.strip())


def order_of(keys: Iterable[tuple[Column, Sequence[int]]], rows: int) -> "array[int]":
    """Return the positions of all rows sorted by several keys, the least important first.

    Each key is a column and the place of each of its texts. Sorting counts places instead of comparing
    rows, so it takes time and memory in proportion to the rows, ten millions of them too.

    >>> list(order_of([(Column("period", [0, 1, 0], ["2024", "2023"]), [1, 0])], 3))
    [1, 0, 2]
    """
    order = array("I", range(rows))
    for column, places in keys:
        if max(places, default=0) > 0:
            order = _sorted(order, column.ids, places)
    return order


def _sorted(order: "array[int]", ids: Sequence[int], places: Sequence[int]) -> "array[int]":
    """Return `order` sorted by the place of each row; rows of one place keep their order."""
    counts = [0] * (max(places) + 1)
    for text_id, count in Counter(ids).items():
        counts[places[text_id]] += count
    following = list(accumulate(counts, initial=0))
    result = array("I", bytes(4 * len(order)))
    for position in order:
        place = places[ids[position]]
        result[following[place]] = position
        following[place] += 1
    return result


def _pairs(
    order: Sequence[int], measure: tuple[Column, Sequence[int]], entity: tuple[Column, Sequence[int]]
) -> "array[int]":
    """Return the number of each pair of measure and entity in the order of the rows: measure * 2**32 + entity."""
    (first, measures), (second, entities) = measure, entity
    pairs = (measures[first.ids[position]] << 32 | entities[second.ids[position]] for position in order)
    return array("Q", pairs)


def _measures(tidy: Tidy, more: Mapping[str, Sequence[str]]) -> tuple[list[int], tuple[Key, ...]]:
    """Return the number of the measure of each text, and the measures; capitals and spaces make no difference."""
    numbers: dict[str, int] = {}
    ids = [numbers.setdefault(fold(text), len(numbers)) for text in tidy.measure.texts]
    names: dict[int, str] = {}
    for number, text in zip(ids, tidy.measure.texts, strict=True):
        names.setdefault(number, text)
    aliases = _aliases(tidy, tidy.measure, ids, "aliases")
    for number, bare in _bare_names(names.values()):
        aliases.setdefault(number, {})[bare] = None
    for name, others in more.items():
        if fold(name) in numbers:
            aliases.setdefault(numbers[fold(name)], {}).update(dict.fromkeys(others))
    return ids, tuple(Key(name, tuple(aliases.get(number, ()))) for number, name in names.items())


def _bare_names(names: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield the measures with something in brackets by their names without it, where that is no other's name."""
    bare = [_BRACKETS.sub("", name).strip() for name in names]
    counts = Counter(map(fold, bare))
    for number, (name, short) in enumerate(zip(names, bare, strict=True)):
        if short and short != name and counts[fold(short)] == 1:
            yield number, short


def _entities(tidy: Tidy, language: str | None, more: Mapping[str, Sequence[str]]) -> tuple[list[int], tuple[Key, ...]]:
    """Return the number of the entity of each text, and the entities with the names that rules give them."""
    words = entity_words(language)
    ids, names = merge_names(tidy.entity.texts, words)
    others: dict[int, dict[str, None]] = {}
    for number, text in zip(ids, tidy.entity.texts, strict=True):
        others.setdefault(number, {}).update(dict.fromkeys((text, *short_names(text, words))))
    for number, aliases in _aliases(tidy, tidy.entity, ids, "entity_aliases").items():
        others[number].update(aliases)
    if more:
        folded = {fold_entity(name, words): number for number, name in enumerate(names)}
        for name, listed in more.items():
            others.get(folded.get(fold_entity(name, words), -1), {}).update(dict.fromkeys(listed))
    return ids, tuple(
        Key(name, tuple(other for other in others[number] if other != name)) for number, name in enumerate(names)
    )


def _aliases(tidy: Tidy, keys: Column, ids: Sequence[int], role: str) -> dict[int, dict[str, None]]:
    """Return the other names that the rows of each key give it."""
    column = tidy.extras.get(role)
    if column is None:
        return {}
    found: dict[int, dict[str, None]] = {}
    for key_id, alias_id in dict.fromkeys(zip(keys.ids, column.ids, strict=True)):
        found.setdefault(ids[key_id], {}).update(dict.fromkeys(split_names(column.texts[alias_id])))
    return found


def _ranks(texts: Sequence[str]) -> list[int]:
    """Return the place in time of each period; rows without one come first."""
    spans = [(span.first, span.last) if span else (-(10**12), 0) for span in map(_period, texts)]
    places = {span: place for place, span in enumerate(sorted(set(spans)))}
    return [places[span] for span in spans]


def _period(text: str) -> Period | None:
    return Period.read(text) if text else None
