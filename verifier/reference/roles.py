"""What the columns of one table are there for: `Roles`, and `ValueColumn` for a column of values."""

from dataclasses import dataclass, field

from verifier.reference.columns import Column

__all__ = ["Roles", "ValueColumn"]


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """A column of values, with what its header says of them."""

    column: Column
    measure: str = ""
    entity: str = ""
    period: str = ""
    status: str = ""
    unit: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(slots=True)
class Roles:
    """What the columns of one table are there for.

    `shape` is tidy (one column of values), periods (one column a period), statuses (one column a status),
    entities (one column an entity) or measures (one column a measure). `flags` is header of values = the
    column of their flags. `measure` is the title of the table, or "", where nothing says what
    it measures.
    """

    shape: str = "tidy"
    columns: dict[str, Column] = field(default_factory=dict)
    periods: list[Column] = field(default_factory=list)
    dimensions: list[Column] = field(default_factory=list)
    values: list[ValueColumn] = field(default_factory=list)
    measure: str | None = None
    flags: dict[str, Column] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)
