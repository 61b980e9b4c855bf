"""What every step of reading one table needs: the table, what its owner says of it, the words, the findings."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.reference.columns import Column
from verifier.reference.dated_texts import DatedWords, dated_words
from verifier.reference.findings import Problems
from verifier.reference.header_words import HeaderWords, header_words
from verifier.reference.layout import FieldLayout, Layout, header_key
from verifier.reference.period_cells import PeriodWords
from verifier.reference.raw import RawTable, shown
from verifier.reference.unit_words import UnitWords, unit_words
from verifier.reference.words import fold

__all__ = ["Context", "context_of"]


@dataclass(frozen=True, slots=True)
class Context:
    """One table on its way from raw to tidy."""

    raw: RawTable
    layout: Layout
    problems: Problems
    headers: HeaderWords
    dates: DatedWords
    units: UnitWords

    @property
    def periods(self) -> PeriodWords:
        """The words of periods."""
        return self.dates.periods

    def is_blank(self, text: str) -> bool:
        """Return whether a cell that should hold a value or a period holds none: "", "-", "n/a" …"""
        return fold(text) in self.headers.blanks or text.strip() in self.layout.blanks

    def said(self, header: str) -> str:
        """Return what a header means: the title that is given to it elsewhere, else itself."""
        return self.field(header).title or header

    def field(self, header: str) -> FieldLayout:
        """Return what a data package says of a column."""
        return self.layout.fields.get(header_key(header), FieldLayout())

    def bad_cell(self, column: Column, text_id: int, what: str, remedy: str) -> None:
        """Note a cell that is no value, period …, at the first row where it stands."""
        code = f"unreadable_{what}"
        if not self.problems.full(code, column.name):
            row = self.raw.number(column, text_id)
            text = column.texts[text_id].strip()
            self.problems.add(code, f"{shown(text)} is no {what}", row=row, column=column.name, remedy=remedy)

    def note(self, message: str, column: str = "") -> None:
        """Note how something was understood."""
        self.problems.add("understood", message, severity="note", column=column)

    def names(self, columns: Sequence[Column]) -> str:
        """Return headers as a message lists them."""
        shown_names = [shown(column.name) for column in columns[:20]]
        return ", ".join(shown_names) + (" …" if len(columns) > 20 else "")


def context_of(raw: RawTable, layout: Layout, problems: Problems) -> Context:
    """Return the context of a table, with the words of its language."""
    language = layout.language
    units = unit_words(language)
    if layout.counted:
        units = replace(units, nouns={**units.nouns, **{fold(word): "" for word in layout.counted}})
    return Context(raw, layout, problems, header_words(language), dated_words(language), units)
