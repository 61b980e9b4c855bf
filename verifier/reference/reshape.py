"""A raw table of any shape in, the tidy table out: wide ones are made long, cells become values, periods, units."""

import re
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain, cycle, islice

from verifier.errors import UnitError
from verifier.periods import Period
from verifier.reference.findings import Problems
from verifier.reference.layout import Layout
from verifier.reference.number_cells import Marks, decimal_mark, looks_numeric, read_number
from verifier.reference.period_cells import PeriodWords, date_order, period_words, read_part, read_period
from verifier.reference.raw import Coder, Column, RawTable, constant, shown
from verifier.reference.roles import HeaderWords, Roles, ValueColumn, find_roles, header_words
from verifier.reference.tidy import EXTRAS, Tidy
from verifier.reference.unit_cells import NO_UNIT, UnitCell, UnitWords, nearest_units, read_unit, unit_words
from verifier.reference.words import fold

__all__ = ["reshape"]

_NUMBERS = ("low", "high", "decimals")
_AMOUNT = re.compile(
    r"([^\d,+\-−–(]{0,24}?)([-+−–(]?[.,]?\d[\d.,'’ \u00a0\u2009\u202f]{0,60}(?:[eE][-+]?\d{1,9})?\)?)(.{0,64})"
)
_PART_KINDS = ("month", "quarter", "half")


def reshape(raw: RawTable, layout: Layout, problems: Problems) -> Tidy:
    """Return `raw` as tidy rows; what cannot be read is noted in `problems` and left blank."""
    return _Reshaper(raw, layout, problems).reshape()


@dataclass(slots=True)
class _Cells:
    """The cells of one column of values, read: plain decimal texts, and units that stand in the cells."""

    values: Column
    units: Sequence[str] | None  # one for each of the different texts


class _Reshaper:
    def __init__(self, raw: RawTable, layout: Layout, problems: Problems) -> None:
        self.raw, self.layout, self.problems = raw, layout, problems
        self.headers: HeaderWords = header_words(layout.language)
        self.period_words: PeriodWords = period_words(layout.language)
        self.unit_words: UnitWords = unit_words(layout.language)
        self.marks: dict[str, Marks] = {}

    def reshape(self) -> Tidy:
        roles = find_roles(
            self.raw, self.layout, self.problems, words=self.headers, periods=self.period_words, units=self.unit_words
        )
        times, rows = len(roles.values), self.raw.rows
        if not times:
            return self._nothing()
        self._find_marks(roles)
        cells = [self._values(value.column) for value in roles.values]
        measure = self._measures(roles)
        unit = self._with_percents(measure, self._units(roles, cells))
        meanings = [self._unit_meaning(unit, text) for text in unit.texts]
        return Tidy(
            parts=[(self.raw.name, 0)],
            numbers=_row_numbers(rows, times),
            headers=self._from_headers("headers", [value.column.name for value in roles.values]),
            measure=measure,
            entity=self._key(roles, "entity").repeated(times),
            period=self._periods(roles),
            value=_interleaved("value", [cell.values for cell in cells]),
            unit=unit,
            units=meanings,
            extras=self._extras(roles),
            dimensions={column.name: _stripped(column).repeated(times) for column in roles.dimensions},
        )

    def _nothing(self) -> Tidy:
        empty = Column("", range(0), [])
        return Tidy(
            parts=[(self.raw.name, 0)],
            numbers=range(0),
            headers=empty,
            measure=empty,
            entity=empty,
            period=empty,
            value=empty,
            unit=empty,
            units=[],
        )

    def _from_headers(self, name: str, texts: Sequence[str]) -> Column:
        """Return a column that runs through `texts` once for each row of the raw table."""
        coder = Coder()
        coder.add(texts)
        column = coder.column(name)
        if len(texts) == 1:
            return constant(name, texts[0], self.raw.rows)
        ids = array("I", islice(cycle(column.ids), self.raw.rows * len(texts)))
        return Column(name, ids, column.texts)

    def _measures(self, roles: Roles) -> Column:
        if roles.shape == "measures":
            return self._from_headers("measure", [value.measure for value in roles.values])
        return self._key(roles, "measure").repeated(len(roles.values))

    def _key(self, roles: Roles, role: str) -> Column:
        """Return the column of a role without idle spaces, or what is fixed for the whole table."""
        column = roles.columns.get(role)
        if column is None:
            return constant(role, self.layout.fixed.get(role, ""), self.raw.rows)
        return _stripped(column)

    def _find_marks(self, roles: Roles) -> None:
        """Settle the decimal mark of each column of numbers: declared, proven by it, or by the table's other columns."""
        columns = [value.column for value in roles.values]
        columns += [roles.columns[role] for role in _NUMBERS if role in roles.columns]
        for column in columns:
            if column.name in self.raw.exact:
                self.marks[column.name] = Marks(".", "exact")
            elif self.layout.decimal:
                self.marks[column.name] = Marks(self.layout.decimal, "declared")
            else:
                self.marks[column.name] = decimal_mark(_amount(text) for text in column.texts)
        proven = {marks.decimal for marks in self.marks.values() if marks.why == "proven"}
        for column in columns:
            marks = self.marks[column.name]
            if marks.decimal is None and marks.why == "open" and len(proven) == 1:
                self.marks[column.name] = Marks(next(iter(proven)), "neighbours", marks.example)
            elif marks.decimal is None:
                self._unclear(column, marks)

    def _unclear(self, column: Column, marks: Marks) -> None:
        row = column.first_row(next(i for i, text in enumerate(column.texts) if _amount(text) == marks.example)) + 1
        what = (
            "can be read with either decimal mark"
            if marks.why == "open"
            else "and others prove different decimal marks"
        )
        self.problems.add(
            "unclear_separators",
            f"{shown(marks.example)} {what}",
            row=row,
            column=column.name,
            remedy="say which: decimal=',' or decimal='.' (--decimal)",
        )

    def _values(self, column: Column) -> _Cells:
        """Read a column of values; a cell may have its own unit ("Rp1.500", "4,1 juta")."""
        decimal = self.marks[column.name].decimal
        values, units = [], []
        for text_id, text in enumerate(column.texts):
            value, unit = self._value(column, text_id, text, decimal)
            values.append(value)
            units.append(unit)
        return _Cells(column.mapped(values, "value"), units if any(units) else None)

    def _value(self, column: Column, text_id: int, text: str, decimal: str | None) -> tuple[str, str]:
        stripped = text.strip()
        if decimal is None or fold(stripped) in self.headers.blanks:
            return "", ""
        number = read_number(stripped, decimal)
        if number is not None:
            return str(number), ""
        amount = _AMOUNT.fullmatch(stripped) if len(stripped) <= 160 else None
        unit = f"{amount[1]} {amount[3]}".strip() if amount else ""
        number = read_number(amount[2].strip(), decimal) if amount and unit else None
        if number is None or not self._is_unit(unit):
            self._bad_cell(column, text_id, stripped, "value", self._number_remedy(stripped, decimal))
            return "", ""
        return str(number), unit

    def _is_unit(self, text: str) -> bool:
        try:
            read_unit(text, self.unit_words)
        except UnitError:
            return False
        return True

    def _number_remedy(self, text: str, decimal: str) -> str:
        if looks_numeric(text):
            return f"with decimal mark '{decimal}' it is no well-formed number; say decimal=… if the mark is another"
        return "write a number, or leave the cell empty"

    def _bad_cell(self, column: Column, text_id: int, text: str, what: str, remedy: str) -> None:
        code = f"unreadable_{what}"
        if not self.problems.full(code, column.name):
            row = column.first_row(text_id) + 1
            self.problems.add(code, f"{shown(text)} is no {what}", row=row, column=column.name, remedy=remedy)

    def _units(self, roles: Roles, cells: Sequence[_Cells]) -> Column:
        """Return the unit of each tidy row: that in the cell, else of its row, its header, the table."""
        own = roles.columns.get("unit")
        fixed = self.layout.fixed.get("unit", "")
        row_unit = _stripped(own) if own is not None else constant("unit", "", self.raw.rows)
        scale = roles.columns.get("scale")
        if scale is not None:
            row_unit = _combined("unit", [_stripped(scale), row_unit], lambda a, b: f"{_scale(a)} {b}".strip())
        per_value = []
        for value, cell in zip(roles.values, cells, strict=True):
            column = row_unit.mapped([text or value.unit or fixed for text in row_unit.texts])
            if cell.units is not None:
                in_cell = value.column.mapped(list(cell.units))
                column = _combined("unit", [in_cell, column], lambda inside, outside: inside or outside)
            per_value.append(column)
        return _interleaved(own.name if own is not None else "unit", per_value)

    def _with_percents(self, measure: Column, unit: Column) -> Column:
        """Give measures such as "persentase penduduk miskin" their unit where the table names none."""
        shares = {text for text in measure.texts if any(word in _words(text) for word in self.headers.percent)}
        if not shares or "" not in unit.texts:
            return unit
        return _combined(unit.name, [measure, unit], lambda name, text: text or ("%" if name in shares else ""))

    def _unit_meaning(self, unit: Column, text: str) -> UnitCell:
        try:
            return read_unit(text, self.unit_words)
        except UnitError as error:
            near = nearest_units(text, self.unit_words)
            remedy = (
                f"write {' or '.join(map(repr, near))}" if near else "see docs/tables.md for the units that are known"
            )
            if not self.problems.full("unreadable_unit", unit.name):
                position = unit.first_row(unit.texts.index(text))
                row = position // (len(unit) // self.raw.rows) + 1
                message = str(error).split("; nearest")[0]
                self.problems.add("unreadable_unit", message, row=row, column=unit.name, remedy=remedy)
            return NO_UNIT

    def _periods(self, roles: Roles) -> Column:
        times = len(roles.values)
        if roles.shape == "periods":
            return self._from_headers("period", [value.period for value in roles.values])
        if not roles.periods:
            fixed = self.layout.fixed.get("period", "")
            return constant("period", self._period(None, 0, fixed, None), self.raw.rows).repeated(times)
        if len(roles.periods) == 1:
            return self._period_column(roles.periods[0]).repeated(times)
        return self._joined_periods(roles).repeated(times)

    def _period_column(self, column: Column) -> Column:
        order = self._order(column)
        read = [self._period(column, text_id, text, order) for text_id, text in enumerate(column.texts)]
        return column.mapped(read, "period")

    def _order(self, column: Column) -> str | None:
        return date_order(column.texts, self.period_words)

    def _period(self, column: Column | None, text_id: int, text: str, order: str | None) -> str:
        text = text.strip()
        if fold(text) in self.headers.blanks:
            return ""
        period = read_period(text, self.period_words, order=order)
        if period is None and column is not None:
            remedy = "write 2024, 2024-06, 2024-Q2, 2024-06-30 or a usual spelling of them"
            if re.fullmatch(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}", text):
                remedy = "day and month can be either: write 2024-06-30, or name the language of the table"
            self._bad_cell(column, text_id, text, "period", remedy)
        elif period is None:
            message = f"the fixed period {shown(text)} is no period"
            self.problems.add("unreadable_period", message, remedy="write 2024, 2024-06 or 2024-Q2")
        return period or ""

    def _joined_periods(self, roles: Roles) -> Column:
        """Return the periods of columns beside one another: "tahun" and "bulan", or the finer of two whole ones."""
        whole = [column for column in roles.periods if self._reads_whole(column)]
        parts = [column for column in roles.periods if column not in whole]
        if not whole:
            names = " and ".join(shown(column.name) for column in roles.periods)
            self.problems.add("unreadable_period", f"columns {names} name no year", remedy="give the year in a column")
            return constant("period", "", self.raw.rows)
        columns = [self._period_column(column) for column in whole]
        main = min(columns, key=lambda column: max((_length(text) for text in column.texts if text), default=0))
        for part in parts:
            main = self._with_part(main, part)
        return main

    def _reads_whole(self, column: Column) -> bool:
        texts = [text for text in column.texts if fold(text) not in self.headers.blanks]
        order = self._order(column)
        return bool(texts) and any(read_period(text, self.period_words, order=order) for text in texts[:20])

    def _with_part(self, years: Column, part: Column) -> Column:
        """Return year and month (quarter, half) as one period."""
        texts = [text for text in part.texts if fold(text) not in self.headers.blanks]
        kind = self._part_kind(part.name, texts)
        if kind is None:
            bad = next((i for i, text in enumerate(part.texts) if text in texts), 0)
            self._bad_cell(part, bad, part.texts[bad], "period", "write a month, quarter or half of the year beside it")
            return years
        numbers = {text: read_part(text, kind, self.period_words) for text in texts}
        for text_id, text in enumerate(part.texts):
            if text in numbers and numbers[text] is None:
                self._bad_cell(part, text_id, text, "period", f"write the {kind} of the year beside it")
        return _combined("period", [years, part], lambda year, text: _part_of(year, kind, numbers.get(text)))

    def _part_kind(self, header: str, texts: Sequence[str]) -> str | None:
        """Return what the parts in a column are: its header says so, else the first kind that reads them all."""
        named = [self.period_words.kinds.get(word) for word in fold(header).split()]
        kinds = [kind for kind in _PART_KINDS if kind in named] or list(_PART_KINDS)
        return next((kind for kind in kinds if any(read_part(t, kind, self.period_words) for t in texts)), None)

    def _extras(self, roles: Roles) -> dict[str, Column]:
        extras, times = {}, len(roles.values)
        for role in EXTRAS:
            column = roles.columns.get(role)
            if column is not None:
                extras[role] = self._extra(role, column).repeated(times)
            elif role in self.layout.fixed:
                extras[role] = constant(role, self.layout.fixed[role], self.raw.rows * times)
        if any(value.aliases for value in roles.values):
            extras["aliases"] = self._from_headers("aliases", ["|".join(value.aliases) for value in roles.values])
        return extras

    def _extra(self, role: str, column: Column) -> Column:
        if role in ("low", "high", "decimals"):
            decimal = self.marks[column.name].decimal
            return column.mapped(
                [self._value(column, i, text, decimal)[0] for i, text in enumerate(column.texts)], role
            )
        if role == "as_of":
            order = self._order(column)
            return column.mapped([self._period(column, i, text, order) for i, text in enumerate(column.texts)], role)
        if role == "tolerance":
            return column.mapped([self._tolerance(column, i, text) for i, text in enumerate(column.texts)], role)
        return _stripped(column)

    def _tolerance(self, column: Column, text_id: int, text: str) -> str:
        """Return "0.05" or "2%"."""
        stripped = text.strip()
        if fold(stripped) in self.headers.blanks:
            return ""
        bare = stripped.removesuffix("%").strip()
        number = read_number(bare, ".")
        number = read_number(bare, ",") if number is None else number
        if number is None or number < 0:
            self._bad_cell(column, text_id, stripped, "tolerance", "write 0.05, or 2% of the value")
            return ""
        return f"{number}%" if stripped.endswith("%") else str(number)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+|%", fold(text))


def _amount(text: str) -> str:
    """Return the number of a cell without the unit around it."""
    text = text.strip()
    if looks_numeric(text) or len(text) > 160:
        return text
    amount = _AMOUNT.fullmatch(text)
    return amount[2].strip() if amount else text


def _scale(text: str) -> str:
    """Return SDMX's power of ten in words of the unit grammar, other scales as they are."""
    return f"10^{text}" if text.isdigit() and len(text) < 3 and text != "0" else "" if text == "0" else text


def _row_numbers(rows: int, times: int) -> Sequence[int]:
    if times == 1:
        return range(1, rows + 1)
    return array("I", chain.from_iterable([row] * times for row in range(1, rows + 1)))


def _stripped(column: Column) -> Column:
    return column.mapped([" ".join(text.split()) for text in column.texts])


def _interleaved(name: str, columns: Sequence[Column]) -> Column:
    """Return the cells of several columns row by row: those of the first row, then of the second …"""
    if len(columns) == 1:
        return Column(name, columns[0].ids, columns[0].texts)
    coder, tables = Coder(), []
    for column in columns:
        coder.add(column.texts)
    merged = coder.column(name)
    start = 0
    for column in columns:
        tables.append(merged.ids[start : start + len(column.texts)])
        start += len(column.texts)
    rows = zip(
        *(map(table.__getitem__, column.ids) for table, column in zip(tables, columns, strict=True)), strict=True
    )
    return Column(name, array("I", chain.from_iterable(rows)), merged.texts)


def _combined(name: str, columns: Sequence[Column], form: Callable[[str, str], str]) -> Column:
    """Return a column made of the cells of two columns in each row."""
    coder, made = Coder(), {}
    first, second = columns
    pairs = list(zip(first.ids, second.ids, strict=True))
    for one, other in set(pairs):
        made[one, other] = form(first.texts[one], second.texts[other])
    coder.add([made[pair] for pair in pairs])
    return coder.column(name)


def _length(edtf: str) -> int:
    return Period.read(edtf).days


def _part_of(year: str, kind: str, number: int | None) -> str:
    if number is None or not year:
        return year
    return f"{year}-{number:02d}" if kind == "month" else f"{year}-{kind[0].upper()}{number}"
