"""What the rooms hand on to one another: frozen data that computes nothing but its own form."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pint

__all__ = [
    "Kind",
    "Mention",
    "Modifier",
    "Row",
    "SetAside",
    "plain",
]


class Kind(StrEnum):
    """What sort of fact a mention states."""

    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    COUNT = "count"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    ORDINAL = "ordinal"
    MULTIPLE = "multiple"
    RATIO = "ratio"


class Modifier(StrEnum):
    """How the text qualifies a number: "sekitar", "hampir", "lebih dari" …"""

    ABOUT = "about"
    ALMOST = "almost"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One numeric fact that a text states.

    `values` are exact and keep the exponent they were written with (``Decimal("4.1E+6")`` for
    "4,1 juta"): one for a plain number, two for a range or a ratio, none for a date. `unit` is a
    canonical key ("barrel/day", "USD/barrel", "percent"), empty for counts and bare numbers.
    `date` is EDTF, as far as the text fixes it; `resolved` is the period after the reference date
    was applied, and `implied` names the parts that the text did not write.

    >>> mention = Mention(start=0, end=23, text="4,1 juta barel per hari", kind=Kind.MEASURE,
    ...                   values=(Decimal("4.1E+6"),), unit="barrel/day")
    >>> mention.to_dict()["value"], mention.to_dict()["written"]
    ('4100000', '4.1E+6')
    """

    start: int
    end: int
    text: str
    kind: Kind
    values: tuple[Decimal, ...] = ()
    unit: str = ""
    noun: str = ""
    modifier: Modifier | None = None
    readings: tuple[tuple[Decimal, ...], ...] = ()
    date: str | None = None
    date_readings: tuple[str, ...] = ()
    relative: bool = False
    resolved: str | None = None
    implied: tuple[str, ...] = ()
    problem: str = ""
    rules: tuple[str, ...] = ()

    @property
    def low(self) -> Decimal:
        """The only value, or the lower end of a range."""
        return min(self.values)

    @property
    def high(self) -> Decimal:
        """The only value, or the upper end of a range."""
        return max(self.values)

    @property
    def quantity(self) -> "pint.Quantity[Any]":
        """The value as a pint quantity (the middle ends of a range are not made up: `low` is used)."""
        from verifier.units import quantity

        return quantity(self.low, self.unit)

    def to_dict(self) -> dict[str, Any]:
        """Return the mention in the stable form of ``verifier extract --format jsonl``."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "kind": str(self.kind),
            "value": self._stated() if self.kind in (Kind.DATE, Kind.TIME) else one_or_list(self.values, plain),
            "unit": self.unit,
            "written": one_or_list(self.values, str),
            "noun": self.noun,
            "modifier": str(self.modifier) if self.modifier else None,
            "alt": [one_or_list(values, plain) for values in self.readings] + list(self.date_readings),
            "relative": self.relative,
            "resolved": self.resolved,
        }

    def _stated(self) -> str | None:
        return self.date


class OpenMention:
    """A mention in the making: the fields of `Mention`, which are written once and then sealed.

    A frozen dataclass writes each field through a guard, which takes longer than all the rest of
    making it; here the guard comes last.

    >>> OpenMention(0, 1, "5", Kind.NUMBER, values=(Decimal(5),)).seal().values
    (Decimal('5'),)
    """

    __slots__ = Mention.__slots__

    def __init__(
        self,
        start: int,
        end: int,
        text: str,
        kind: Kind,
        values: tuple[Decimal, ...] = (),
        unit: str = "",
        noun: str = "",
        modifier: Modifier | None = None,
        readings: tuple[tuple[Decimal, ...], ...] = (),
        date: str | None = None,
        date_readings: tuple[str, ...] = (),
        relative: bool = False,
        resolved: str | None = None,
        implied: tuple[str, ...] = (),
        problem: str = "",
        rules: tuple[str, ...] = (),
    ) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.kind = kind
        self.values = values
        self.unit = unit
        self.noun = noun
        self.modifier = modifier
        self.readings = readings
        self.date = date
        self.date_readings = date_readings
        self.relative = relative
        self.resolved = resolved
        self.implied = implied
        self.problem = problem
        self.rules = rules

    def seal(self) -> Mention:
        """Return this very object as a mention, which nothing changes any more."""
        self.__class__ = Mention  # type: ignore[assignment]
        return self  # type: ignore[return-value]


def one_or_list(values: tuple[Decimal, ...], form: Any) -> str | list[str] | None:
    """Return no value as None, one as a string, several as a list, each written by `form`."""
    if not values:
        return None
    written = [form(value) for value in values]
    return written[0] if len(written) == 1 else written


def plain(value: Decimal) -> str:
    """Return `value` in full, without an exponent and without idle zeros after the mark.

    >>> plain(Decimal("4.1E+6")), plain(Decimal("0.50")), plain(Decimal("-1.2"))
    ('4100000', '0.5', '-1.2')
    """
    if not value:
        return "0"
    if value.adjusted() > 60 or value.adjusted() < -60:
        return str(value)
    written = format(value, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


@dataclass(frozen=True, slots=True)
class SetAside:
    """A span that looks numeric and states no fact, with the reason ("name", "identifier" …)."""

    start: int
    end: int
    text: str
    reason: str
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One tidy row of a reference table: the evidence.

    `number` is the 1-based data row in the table as its owner wrote it and `column` the header of
    the value cell. `value` keeps the precision of the cell ("4.1 million" is ``4.1E+6``), None for
    a blank. `period` is EDTF, or "" where the table has none.
    """

    table: str
    number: int
    column: str
    measure: str
    value: Decimal | None
    entity: str = ""
    dimensions: Mapping[str, str] | None = None
    period: str = ""
    unit: str = ""
    noun: str = ""  # what a count counts, where the unit cell names it: "orang"
    low: Decimal | None = None
    high: Decimal | None = None
    tolerance: str = ""
    aliases: tuple[str, ...] = ()
    entity_aliases: tuple[str, ...] = ()
    as_of: str = ""
    status: str = ""
    source: str = ""
    key: str = ""
