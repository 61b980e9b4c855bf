"""What is wrong with a table, one finding a fault: where it is, what it is, and what to do."""

from dataclasses import dataclass, field
from typing import Any

from verifier.errors import TableError
from verifier.reference.raw import shown

__all__ = ["Finding", "Problems", "unusable"]

_MOST_OF_ONE_CODE = 50  # the same fault in more places is counted, not listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault of a table.

    `severity` is "error" where the table cannot be used as it is, "warning" where it can but may say
    something else than its owner means, "note" for what was understood or left out. `row` is the
    1-based data row (0: the table as a whole), `column` the header ("": all of them).

    >>> print(Finding(code="unit", severity="error", table="harga.csv", row=2, column="satuan",
    ...               message="unit 'barell' is not known", remedy="write 'barel'"))
    harga.csv: row 2, column 'satuan': unit 'barell' is not known; write 'barel'
    """

    code: str
    severity: str
    table: str
    message: str
    row: int = 0
    column: str = ""
    remedy: str = ""

    def __str__(self) -> str:
        places = [f"row {self.row}"] if self.row else []
        places += [f"column {shown(self.column)}"] if self.column else []
        where = f"{self.table}: {', '.join(places)}: " if places else f"{self.table}: "
        return f"{where}{self.message}{'; ' if self.remedy else ''}{self.remedy}"

    def to_dict(self) -> dict[str, Any]:
        """Return the finding in the stable form of ``verifier lint-table --format json``."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(slots=True)
class Problems:
    """Collects the findings of one table; `raise_first` turns the first error into an exception."""

    table: str
    findings: list[Finding] = field(default_factory=list)
    _counts: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(
        self, code: str, message: str, *, severity: str = "error", row: int = 0, column: str = "", remedy: str = ""
    ) -> None:
        """Note one fault; of the same fault in one column only the first places are kept."""
        count = self._counts[code, column] = self._counts.get((code, column), 0) + 1
        if count <= _MOST_OF_ONE_CODE:
            self.findings.append(
                Finding(
                    code=code,
                    severity=severity,
                    table=self.table,
                    message=message,
                    row=row,
                    column=column,
                    remedy=remedy,
                )
            )

    def full(self, code: str, column: str) -> bool:
        """Return whether enough places of this fault are known."""
        return self._counts.get((code, column), 0) >= _MOST_OF_ONE_CODE

    def raise_first(self) -> None:
        """Raise the first error as a TableError, if there is one."""
        errors = [finding for finding in self.findings if finding.severity == "error"]
        if errors:
            more = f" (and {len(errors) - 1} more: verifier lint-table lists them)" if len(errors) > 1 else ""
            raise TableError(f"{errors[0]}{more}")


def unusable(table: str, error: TableError) -> Finding:
    """Return the finding of a table that cannot be read at all.

    >>> print(unusable("harga.csv", TableError("harga.csv: the table is empty")))
    harga.csv: the table is empty
    """
    message = str(error).removeprefix(f"{table}: ")
    return Finding(code="unusable", severity="error", table=table, message=message)
