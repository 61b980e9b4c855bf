"""The further dimensions of a table in; by what a text says, the rows that it means by them out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from verifier.claims.cues import Cues, split_words, table_cues
from verifier.linking.part_words import PARTS
from verifier.linking.wholes import is_total
from verifier.model import Row

__all__ = ["Dimensions", "Said", "dimensions_of", "said_in"]


@dataclass(frozen=True, slots=True)
class Said:
    """Texts that may name a dimension: the words of a claim, nearest first; headings above it; the sentence before."""

    own: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


def said_in(*stretches: Sequence[str]) -> tuple[str, ...]:
    """Return stretches of words as texts in which a name can be found."""
    return tuple(f" {' '.join(words)} " for words in stretches)


@dataclass(frozen=True, slots=True)
class Dimensions:
    """The further dimensions of one table.

    `idle` are those that are the same in all rows ("freq" where the whole table is of years); `words` name a part that
    one tells apart; `headers` say what they are, with the texts of their cells. `forms` has for the text of a cell what
    else a text may call it ("men" for "male"), and `parts` are the texts of cells that mean a part of the people.
    """

    idle: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    parts: frozenset[str] = frozenset()
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def meant(self, rows: tuple[Row, ...], said: Callable[[], Said]) -> tuple[tuple[Row, ...], bool]:
        """Return the rows whose dimensions a text names, and whether they are sure.

        The words of the claim go before those of a heading. What no word of both names is the total, where there is
        one; the sentence before tells less surely. A row of a part of the people that is not named is not sure either.
        """
        if not any(row.dimensions for row in rows):
            return rows, True
        words = said()
        if len(rows) == 1 and not words.own:
            return rows, True
        near = (*words.own, *words.above)
        rows = self._named(self._named(rows, words.own), words.above)
        rows = self._totals(rows, near) or rows
        last = self._named(rows, words.before)
        told = self._all_said(rows, near) and not any(self._names_another(text, words.above) for text in words.own)
        return last, told and len(last) == len(rows)

    def _named(self, rows: tuple[Row, ...], texts: Iterable[str]) -> tuple[Row, ...]:
        """Return the rows that the first text names which names any; all where none does."""
        for text in texts:
            named = [sum(self._stands_in(text, value) for value in (row.dimensions or {}).values()) for row in rows]
            if max(named):
                return tuple(row for row, count in zip(rows, named, strict=True) if count == max(named))
        return rows

    def _totals(self, rows: tuple[Row, ...], texts: Sequence[str]) -> tuple[Row, ...]:
        return tuple(
            row
            for row in rows
            if all(
                name in self.idle or is_total(value) or self._is_said(value, texts)
                for name, value in (row.dimensions or {}).items()
            )
        )

    def _all_said(self, rows: tuple[Row, ...], texts: Sequence[str]) -> bool:
        """Return whether a text names each part of the people that one of the rows is of."""
        parts = {value for row in rows for value in (row.dimensions or {}).values() if value in self.parts}
        return all(self._is_said(value, texts) for value in parts)

    def _names_another(self, text: str, above: Sequence[str]) -> bool:
        """Return whether a text has the header of a dimension, and none of its cells: "on the tiny data set"."""
        return any(
            header in text and not any(self._is_said(value, (text, *above)) for value in values)
            for header, values in self.headers.items()
        )

    def _is_said(self, value: str, texts: Iterable[str]) -> bool:
        return any(self._stands_in(text, value) for text in texts)

    def _stands_in(self, text: str, value: str) -> bool:
        return any(form in text for form in self.forms.get(value) or said_in(split_words(value)))


def dimensions_of(columns: Mapping[str, tuple[str, ...]], language: str) -> Dimensions:
    """Return the further dimensions of a table, for texts of a language.

    Args:
        columns: the texts that stand in each of them.
        language: its words, and those of other languages, are known for what a cell means ("pria", "laki-laki").
    """
    if not columns:
        return Dimensions()
    cues = table_cues(language)
    texts = {text for column in columns.values() for text in column}
    meanings = {text: _meaning(text, cues) for text in texts}
    phrases = _phrases_of(cues, frozenset(meanings.values()) - {""})
    own = {text: split_words(text) for text in texts}
    meant = {cue.meaning for words in own.values() for cue in cues.tag(words)}
    words = {word for words in own.values() for word in words if word[1:]}  # a single letter is a code there
    words |= {
        first
        for first, entries in cues.heads.items()
        if any(not rest and meaning in meant for rest, _, meaning in entries)
    }
    return Dimensions(
        idle=frozenset(name for name, column in columns.items() if _is_same(column)),
        words=frozenset(words),
        forms={text: (*said_in(own[text]), *phrases.get(meanings[text], ())) for text in texts},
        headers={said_in(split_words(name))[0]: column for name, column in columns.items()},
        parts=frozenset(text for text, meaning in meanings.items() if meaning in PARTS),
    )


def _meaning(text: str, cues: Cues) -> str:
    """Return the concept that a text says in whole, "" where it says none, or more."""
    words = split_words(text)
    return next((cue.meaning for cue in cues.tag(words) if cue.first == 0 and cue.end == len(words)), "")


def _phrases_of(cues: Cues, meanings: frozenset[str]) -> Mapping[str, list[str]]:
    phrases: dict[str, list[str]] = {}
    for first, entries in cues.heads.items():
        for rest, _, meaning in entries:
            if meaning in meanings:
                phrases.setdefault(meaning, []).extend(said_in([first, *rest]))
    return phrases


def _is_same(texts: Sequence[str]) -> bool:
    """Return whether a dimension has one text at most, blank cells aside."""
    filled = (text for text in texts if text.strip())
    first = next(filled, None)
    return all(text == first for text in filled)
