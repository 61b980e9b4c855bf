"""A table in, everything that is wrong or doubtful about it out, before it judges anybody."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from verifier.errors import TableError
from verifier.model import Row
from verifier.periods import Period
from verifier.reference.entities import Key, entity_words, fold_entity, short_names
from verifier.reference.findings import Finding, Problems, unusable
from verifier.reference.raw import Progress, shown
from verifier.reference.series import outliers
from verifier.reference.sources import Loaded, Loader, Source
from verifier.reference.table import ReferenceTable
from verifier.reference.words import fold
from verifier.units import convert, same_dimension

__all__ = ["Examination", "examine", "lint", "tidy_rows"]

_AHEAD = frozenset(("target", "forecast", "estimate"))
_ORDER = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found in a table, and the table as far as it was understood (None: not at all)."""

    findings: tuple[Finding, ...]
    table: ReferenceTable | None

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong or doubtful."""
        return all(finding.severity == "note" for finding in self.findings)


def lint(source: Source, *, today: date | None = None, **options: Any) -> tuple[Finding, ...]:
    """Return all findings of a table, errors first; options as for `ReferenceTable.read`.

    Args:
        source: as `ReferenceTable.read` takes it.
        today: periods that begin later are doubtful, unless they are targets or forecasts.
        options: as for `ReferenceTable.read`.

    >>> import tempfile, pathlib
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "harga.csv"
    >>> _ = path.write_text("indikator,tahun,nilai\\nberas,2023,12000\\nberas,2023,13000\\n")
    >>> [(finding.code, finding.row, finding.column) for finding in lint(path) if finding.severity == "error"]
    [('contradiction', 2, 'nilai')]
    """
    return examine(source, today=today, **options).findings


def examine(
    source: Source, *, today: date | None = None, progress: Progress | None = None, **options: Any
) -> Examination:
    """Return the findings of a table together with the table as it was understood.

    Arguments are those of `lint`; `progress` is told of the reading as by `ReferenceTable.read`. A table
    with errors is there to be shown, and not to judge by.
    """
    loader = Loader(options, strict=False, progress=progress)
    try:
        loaded = loader.read(source)
    except TableError as error:
        return Examination((unusable(str(source), error),), None)
    tables = [tidy for tidy in loaded.tables if len(tidy)]
    findings = list(loaded.findings)
    table = None
    if tables:
        loaded.tables = tables
        table = ReferenceTable(loaded.tidy, language=loaded.language, findings=findings, aliases=loaded.aliases)
        findings += _Checks(table, loaded, today).run()
    findings.sort(key=lambda finding: (_ORDER.index(finding.severity), finding.table, finding.row))
    return Examination(tuple(findings), table)


class _Checks:
    def __init__(self, table: ReferenceTable, loaded: Loaded, today: date | None) -> None:
        self.table, self.loaded, self.today = table, loaded, today
        self.problems: dict[str, Problems] = {}
        self.unread = {(found.table, found.row) for found in loaded.findings if found.code == "unreadable_period"}

    def run(self) -> Iterator[Finding]:
        table = self.table
        named = {"measure": table.measures, "entity": table.entities}
        roles = [role for role, keys in named.items() if any(key.name for key in keys)]
        roles += ["period"] if table.has_periods else []
        for rows, units in self._by_measure():
            unit = ""
            for row, written in zip(rows, units, strict=True):
                unit = self._unit(row, unit, written)
                self._keys(row, roles)
                self._period(row)
            self._same_keys(rows)
            self._out_of_line(rows)
        self._shared_aliases(table.measures, "aliases", "measures")
        self._shared_aliases(table.entities, "entity_aliases", "entities")
        self._aliases_of_nobody()
        for problems in self.problems.values():
            yield from problems.findings

    def _by_measure(self) -> Iterator[tuple[list[Row], list[str]]]:
        """Yield the rows of each measure, and their units as they are written."""
        table = self.table
        for key in table.measures:
            positions = sorted(table.find(key.name))
            yield [table.row(position) for position in positions], [table.unit_text(at) for at in positions]

    def _add(self, row: Row, code: str, message: str, *, severity: str, column: str, remedy: str) -> None:
        problems = self.problems.setdefault(row.table, Problems(row.table))
        problems.add(code, message, severity=severity, row=row.number, column=column, remedy=remedy)

    def _unit(self, row: Row, first: str, written: str) -> str:
        """Return the first unit of the measure; note one that does not convert into it."""
        if row.value is None:
            return first
        unit = row.unit
        if first and not unit and not row.noun and not written:
            message = f"no unit, where other rows of {shown(row.measure)} have {first}"
            self._add(row, "unit_missing", message, severity="warning", column=row.column, remedy="write the unit")
        elif first and unit and not same_dimension(first, unit):
            message = f"{unit} does not convert into {first}, the unit of other rows of {shown(row.measure)}"
            remedy = "give what is measured in another unit a name of its own"
            self._add(row, "mixed_units", message, severity="error", column=row.column, remedy=remedy)
        return first or unit

    def _keys(self, row: Row, roles: Sequence[str]) -> None:
        """Note a key that is blank where other rows have it; where none has it the table lacks its column."""
        unread = "" if (row.table, row.number) not in self.unread else "told already"
        keys = {"measure": row.measure, "entity": row.entity, "period": row.period or unread}
        for role in (role for role in roles if not keys[role]):
            severity = "error" if role == "measure" else "warning"
            remedy = "fill the cell, or say fill_down=[…] where a blank means the cell above"
            message = f"the {role} is blank"
            self._add(row, "empty_key", message, severity=severity, column=row.column, remedy=remedy)

    def _period(self, row: Row) -> None:
        if self.today is None or not row.period or row.status in _AHEAD or row.value is None:
            return
        if Period.read(row.period).first > self.today.toordinal():
            remedy = "is the year right? Say status=target or forecast where it is one"
            message = f"{row.period} lies in the future"
            self._add(row, "future_period", message, severity="warning", column=row.column, remedy=remedy)

    def _same_keys(self, rows: Sequence[Row]) -> None:
        """Note rows of one key: with different values they contradict each other."""
        seen: dict[tuple[Any, ...], Row] = {}
        for row in rows:
            if row.value is None or (row.table, row.number) in self.unread:
                continue
            key = (row.entity, row.period, _dimensions(row), row.as_of, row.status)
            before = seen.setdefault(key, row)
            if before is row:
                continue
            named = ", ".join(filter(None, (shown(row.measure), row.entity and shown(row.entity), row.period)))
            if _same(before, row):
                message, severity, remedy = f"says the same as {_place(before, row)} for {named}", "warning", "keep one"
            else:
                both = f"{row.value} and {before.value}"
                message, severity = f"contradicts {_place(before, row)}: {both} for {named}", "error"
                remedy = "keep one, or tell them apart by a column such as as_of or status"
            code = "contradiction" if severity == "error" else "duplicate"
            self._add(row, code, message, severity=severity, column=row.column, remedy=remedy)

    def _out_of_line(self, rows: Sequence[Row]) -> None:
        """Note values that differ from their series by a power of ten."""
        valued = [row for row in rows if row.value is not None and row.period]
        for _, series in groupby(sorted(valued, key=_series), key=_series):
            members = list(series)
            for at, power in outliers([row.value for row in members if row.value is not None]):
                row = members[at]
                message = f"{row.value} is out of line with its series by a factor of about 10^{power}"
                remedy = "is the unit, the scale or the decimal mark another in this row?"
                self._add(row, "out_of_line", message, severity="warning", column=row.column, remedy=remedy)

    def _shared_aliases(self, keys: Iterable[Key], role: str, what: str) -> None:
        """Note other names that several measures or entities have: they name none of them for certain."""
        owners: dict[str, list[str]] = {}
        for key in keys:
            for name in dict.fromkeys(fold(text) for text in (key.name, *key.aliases) if text):
                owners.setdefault(name, []).append(key.name)
        words = entity_words(self.loaded.language)
        for name, several in owners.items():
            if len(several) > 1:
                by_rule = all(name in map(fold, short_names(owner, words)) for owner in several)
                names = ", ".join(map(shown, several[:5])) + (" …" if len(several) > 5 else "")
                problems = self.problems.setdefault(self.table.name, Problems(self.table.name))
                problems.add(
                    "shared_alias",
                    f"{shown(name)} is a name of {len(several)} {what}: {names}",
                    severity="note" if by_rule else "warning",
                    column=role,
                    remedy="a text that says only this is ambiguous; give each a name of its own",
                )

    def _aliases_of_nobody(self) -> None:
        words = entity_words(self.loaded.language)
        known = {fold(key.name) for key in self.table.measures}
        known |= {fold_entity(key.name, words) for key in self.table.entities}
        for name in self.loaded.aliases:
            if fold(name) not in known and fold_entity(name, words) not in known:
                problems = self.problems.setdefault(self.table.name, Problems(self.table.name))
                problems.add(
                    "unknown_name",
                    f"the alias file names {shown(name)}, which is no measure or entity of the table",
                    severity="note",
                    remedy="is it spelt as in the table?",
                )


def _same(one: Row, other: Row) -> bool:
    if one.value is None or other.value is None or not same_dimension(one.unit, other.unit):
        return False
    return convert(other.value, other.unit, one.unit) == one.value


def _dimensions(row: Row) -> tuple[tuple[str, str], ...]:
    return tuple((row.dimensions or {}).items())


def _series(row: Row) -> tuple[Any, ...]:
    return (row.entity, _dimensions(row), row.unit, row.status)


def _place(before: Row, row: Row) -> str:
    return f"row {before.number}" if before.table == row.table else f"row {before.number} of {before.table}"


def tidy_rows(table: ReferenceTable, limit: int) -> Iterator[Mapping[str, str]]:
    """Yield the first tidy rows as texts, to be printed."""
    for position in range(min(limit, len(table))):
        row = table.row(position)
        value = "" if row.value is None else str(row.value)
        yield {
            "row": str(row.number),
            "column": row.column,
            "measure": row.measure,
            "entity": row.entity,
            **(row.dimensions or {}),
            "period": row.period,
            "value": value,
            "unit": row.unit or row.noun,
            "as_of": row.as_of,
            "status": row.status,
        }
