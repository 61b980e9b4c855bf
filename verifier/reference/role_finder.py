"""The columns of a raw table in, what each is there for out: entity, period, value, unit …"""

import difflib
import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from verifier.reference.cell_kinds import SAMPLE, is_numeric
from verifier.reference.columns import Column, finest
from verifier.reference.context import Context
from verifier.reference.dated_texts import Dated, read_dated, read_flags
from verifier.reference.entities import entity_words, fold_entity
from verifier.reference.header_words import BRACKETS, role_of
from verifier.reference.layout import header_key
from verifier.reference.measure_headers import bracket_unit
from verifier.reference.raw import shown
from verifier.reference.role_checks import YEAR, leave_out, note_missing, say_which, tells_statuses
from verifier.reference.roles import Roles, ValueColumn
from verifier.reference.unit_neighbours import units_beside
from verifier.reference.untold_measure import find_untold_measure
from verifier.reference.value_headers import of_entities, of_headers, of_measures
from verifier.reference.words import fold

__all__ = ["find_roles"]

_NO_LABEL = re.compile(r"\d[.,]\d|\d{4}")  # "District 7" and region code 32 are entities
_YEAR_OR_DATE = re.compile(r"\d{4}|\d[-/.]\d")
_PHRASE = re.compile(r"[^\W\d]{3,} [^\W\d]{3,}")  # words, and no code
_NAMELESS = re.compile(r"column [0-9]+")
_PERIODS = ("year", "yearmonth", "date", "datetime")


def find_roles(context: Context) -> Roles:
    """Return the roles of the columns; what is missing or stands twice is noted."""
    return _Finder(context).find()


class _Finder:
    def __init__(self, context: Context) -> None:
        self.context = context
        self.raw, self.layout, self.problems = context.raw, context.layout, context.problems
        self.words = context.headers
        self.roles = Roles()
        self.by_role: dict[str, list[Column]] = {}
        self.left: list[Column] = []

    def find(self) -> Roles:
        self._declared()
        self._recognised()
        self._flags()
        period_headers = self._period_headers()
        numeric = [
            column for column in self.left if column.name not in period_headers and is_numeric(self.context, column)
        ]
        status_headers = self._status_headers(numeric)
        if not period_headers and not status_headers and self._lacks_only_values(numeric):
            self.by_role["value"] = numeric
            self.left.remove(numeric[0])
        if period_headers:
            self._wide_by_header("periods", period_headers)
        elif status_headers:
            self._wide_by_header("statuses", status_headers)
        elif self._is_tidy(numeric):
            self._tidy()
        elif self._are_entities(numeric):
            self._wide_by_entity(numeric)
        else:
            self._wide_by_measure(numeric)
        self._keys(numeric)
        find_untold_measure(self.context, self.roles)
        note_missing(self.context, self.roles)
        return self.roles

    def _declared(self) -> None:
        """Give the columns that the layout names their roles."""
        named = {column.name.lower(): column for column in self.raw.columns}
        taken = set()
        for role, headers in self.layout.columns.items():
            for header in headers:
                column = named.get(header_key(header))
                if column is None:
                    self._no_column(header)
                    continue
                self.by_role.setdefault(role, []).append(column)
                taken.add(column.name)
        for header in self.layout.measures:
            if header_key(header) not in named:
                self._no_column(header)
        self.left = [column for column in self.raw.columns if column.name not in taken]

    def _no_column(self, header: str) -> None:
        near = difflib.get_close_matches(header, self.raw.headers, n=1)
        remedy = f"did you mean {near[0]!r}?" if near else f"found are {self.context.names(self.raw.columns)}"
        self.problems.add(
            "missing_column", f"the layout names a column {shown(header)} that is not there", remedy=remedy
        )

    def _recognised(self) -> None:
        """Give columns their roles by their headers; a role that the layout gave is taken."""
        left = []
        for column in self.left:
            role = None if self._is_measure(column) else self._named(column)
            role = None if role == "entity" and self._is_measured(column) else role
            if role == "as_of" and not any(map(YEAR.search, column.texts[:SAMPLE])):
                self.roles.dimensions.append(column)  # "versi" of software
            elif role is None and self._is_empty(column):
                self.roles.ignored.append(column.name)
            elif role is None or role in self.layout.columns:
                left.append(column)
            else:
                self.by_role.setdefault(role, []).append(column)
        self.left = left
        self._first_remarks()

    def _first_remarks(self) -> None:
        """Take a first column that is called as remarks are for what is measured, where nothing else says that."""
        known = {"measure", "entity"} & (self.by_role.keys() | self.layout.fixed.keys())
        if known or "ignored" in self.layout.columns:
            return
        first = next((one for one in self.by_role.get("ignored", ()) if one is self.raw.columns[0]), None)
        if first is not None and any(map(_PHRASE.search, first.texts[:SAMPLE])):
            self.by_role["ignored"].remove(first)
            self.by_role["measure"] = [first]

    def _named(self, column: Column) -> str | None:
        """Return the role that the header of a column names, or its title, or the kind of its cells."""
        role = role_of(column.name, self.words) or role_of(self.context.said(column.name), self.words)
        told = "status" if tells_statuses(self.context, column) else None
        return role or ("period" if self.context.field(column.name).kind in _PERIODS else told)

    def _flags(self) -> None:
        """Find the columns without a header that hold nothing but flags of the values before them."""
        for before, column in pairwise(self.raw.columns):
            if _NAMELESS.fullmatch(column.name) and column in self.left and before in self.left:
                texts = [text for text in column.texts if not self.context.is_blank(text)]
                if all(read_flags(text, self.context.dates) is not None for text in texts):
                    self.roles.flags[before.name] = column
                    self.left.remove(column)

    def _is_empty(self, column: Column) -> bool:
        blank = all(map(self.context.is_blank, column.texts))
        return blank and self._dated(column.name) is None

    def _is_measured(self, column: Column) -> bool:
        """Return whether a column that is called as entities are holds amounts: "area (km2)", "area" of 1,284.5."""
        if not is_numeric(self.context, column):
            return False
        texts = [text for text in column.texts[:SAMPLE] if not self.context.is_blank(text)]
        return bool(self._bracket_unit(column)) or any(map(_NO_LABEL.search, texts))

    def _bracket_unit(self, column: Column) -> str:
        return bracket_unit(self.context.said(column.name), self.context.units)

    def _is_measure(self, column: Column) -> bool:
        return column.name.lower() in {header_key(header) for header in self.layout.measures}

    def _period_headers(self) -> dict[str, Dated]:
        """Return header = period and status of the columns that are one period each."""
        if "value" in self.by_role:
            return {}
        dated = {column.name: self._dated(column.name) for column in self.left if not self._is_measure(column)}
        return {header: found for header, found in dated.items() if found}

    def _dated(self, header: str) -> Dated | None:
        """Return the period that a header names: "2023", "2023 (%)", "2021 [YR2021]", "Target 2023"."""
        written = (header, BRACKETS.sub(" ", header), self.context.said(header))
        return next(filter(None, (read_dated(text, self.context.dates) for text in written)), None)

    def _status_headers(self, numeric: Sequence[Column]) -> dict[str, Dated]:
        """Return header = status where it is said elsewhere what is measured, and headers of numbers are statuses.

        All of them are, or several different ones beside what is made of them: "Target", "Realisasi", "% capaian".
        """
        named = "measure" in self.by_role or "measure" in self.layout.fixed
        if "value" in self.by_role or not named or any(map(self._is_measure, numeric)):
            return {}
        statuses = self.context.dates.statuses
        titles = {column.name: fold(BRACKETS.sub(" ", self.context.said(column.name))) for column in numeric}
        found = {header: Dated("", statuses.get(title, "")) for header, title in titles.items()}
        said = {header: dated for header, dated in found.items() if dated.status}
        return said if len(said) == len(found) or len({dated.status for dated in said.values()}) > 1 else {}

    def _lacks_only_values(self, numeric: Sequence[Column]) -> bool:
        """Return whether rows name what is measured, and one column of numbers can have the values."""
        said = {"value"} & self.by_role.keys() or self.layout.measures
        named = "measure" in self.by_role or "measure" in self.layout.fixed
        return named and len(numeric) == 1 and not said

    def _is_tidy(self, numeric: Sequence[Column]) -> bool:
        """Return whether one column has the values: it is called so, and nothing says that each column measures."""
        values = self.by_role.get("value", [])
        named = "measure" in self.by_role or "measure" in self.layout.fixed
        return (bool(values) and (named or not numeric) and not self.layout.measures) or (named and not numeric)

    def _are_entities(self, numeric: Sequence[Column]) -> bool:
        """Return whether each column of numbers is of an entity: all headers are countries, or the measure is fixed."""
        said = {"entity", "value"} & (self.by_role.keys() | self.layout.fixed.keys())
        if said or self.layout.measures or len(numeric) < 2:
            return False
        words = entity_words(self.layout.language)
        names = [BRACKETS.sub(" ", self.context.said(column.name)) for column in numeric]
        return "measure" in self.layout.fixed or all(
            fold_entity(name, words) in words.territory_names for name in names
        )

    def _wide_by_entity(self, numeric: Sequence[Column]) -> None:
        self.roles.shape = "entities"
        self.roles.values = of_entities(self.context, numeric)
        self.left = [column for column in self.left if column not in numeric]

    def _tidy(self) -> None:
        values = self.by_role.pop("value", [])
        if len(values) > 1:
            names = ", ".join(shown(column.name) for column in values)
            self.problems.add(
                "doubled_role", f"{names} are all columns of values", remedy=say_which("value", values[0].name)
            )
        self.roles.values = [ValueColumn(column, unit=self._bracket_unit(column)) for column in values[:1]]

    def _wide_by_header(self, shape: str, headers: Mapping[str, Dated]) -> None:
        self.roles.shape = shape
        dated = [(column, headers[column.name]) for column in self.left if column.name in headers]
        self.left = [column for column in self.left if column.name not in headers]
        self.roles.values = of_headers(self.context, dated)

    def _wide_by_measure(self, numeric: Sequence[Column]) -> None:
        self.roles.shape = "measures"
        measures = {header_key(header): said for header, said in self.layout.measures.items()}
        columns, numbers = (*self.by_role.pop("value", []), *self.left), {column.name for column in numeric}
        chosen = [one for one in columns if one.name.lower() in measures or (not measures and one.name in numbers)]
        beside = units_beside(self.context, self.left, chosen)
        names = {column.name for column in (*chosen, *(unit for unit, _ in beside.values()))}
        self.left = [column for column in self.left if column.name not in names]
        chosen.sort(key=self._place)
        dated = "period" in self.by_role or "period" in self.layout.fixed
        self.roles.values = of_measures(self.context, chosen, measures, dated=dated, beside=beside)

    @cached_property
    def _places(self) -> Mapping[str, int]:
        """Where each column stands; no header stands twice."""
        return {column.name: place for place, column in enumerate(self.raw.columns)}

    def _place(self, column: Column) -> int:
        return self._places[column.name]

    def _keys(self, numeric: Sequence[Column]) -> None:
        """Settle entity, period and further dimensions among the columns that are left."""
        self.roles.ignored += [column.name for column in self.by_role.pop("ignored", [])]
        self.roles.periods = self.by_role.pop("period", [])
        entities = self.by_role.pop("entity", [])
        numbers = {column.name for column in numeric}
        leave_out(self.context, self.roles, [column for column in self.left if column.name in numbers])
        others = [column for column in self.left if column.name not in numbers]
        if self.roles.shape != "periods" and len(self.roles.periods) == 1 and self._names_no_year():
            others = sorted((*others, *self.roles.periods), key=self._place)
            self.roles.periods = []
        nameless = not entities and "entity" not in self.layout.fixed and self.roles.shape != "entities"
        if nameless and not others and "source" not in self.layout.columns:
            others = self.by_role.pop("source", [])  # "source: solar, wind"
        if nameless and others and (self.roles.shape != "tidy" or len(others) == 1):
            entities.append(others.pop(0))
        first = [others.pop(0)] if entities and self._is_named_first(others, entities) else []
        self.roles.dimensions += others
        if entities:
            main = first[0] if first else finest(entities)
            entities = [*first, *entities]
            self.roles.columns["entity"] = main
            self.roles.dimensions[:0] = [column for column in entities if column is not main]
        for role, columns in self.by_role.items():
            if len(columns) > 1:
                names = " and ".join(shown(column.name) for column in columns)
                message = f"columns {names} are both for {role}"
                self.problems.add("doubled_role", message, remedy=say_which(role, columns[0].name))
            self.roles.columns[role] = columns[0]

    def _is_named_first(self, others: Sequence[Column], entities: Sequence[Column]) -> bool:
        """Return whether the first column names each row: "gunung | provinsi | ketinggian (m)"."""
        if self.roles.shape != "measures" or self.roles.periods or "entity" in self.layout.columns or not others:
            return False
        first = self.raw.columns.index(others[0])
        before = first < min(map(self.raw.columns.index, entities))
        return before and len(set(map(fold, others[0].texts))) == self.raw.rows > 1

    def _names_no_year(self) -> bool:
        """Return whether no cell of the column that is called as periods are is one: "month: July"."""
        if "period" in self.layout.columns:
            return False
        texts = [text for text in self.roles.periods[0].texts[:SAMPLE] if not self.context.is_blank(text)]
        return not any(_YEAR_OR_DATE.search(text) or read_dated(text, self.context.dates) for text in texts)
