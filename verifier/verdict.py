"""What a check says of a claim: the verdict, why, what probably happened, and the rows it rests on."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from verifier.model import Kind

__all__ = ["Diagnosis", "Edit", "Evidence", "Label", "Reason", "Relation", "Severity", "Verdict"]


class Label(StrEnum):
    """The three verdicts, with the labels of FEVER."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    NOT_ENOUGH_INFO = "not_enough_info"


class Relation(StrEnum):
    """What a claim says of its number."""

    LEVEL = "level"
    CHANGE_BY = "change_by"
    CHANGE_TO = "change_to"
    CHANGE_FROM = "change_from"
    MULTIPLE = "multiple"
    SHARE = "share"
    SUM = "sum"
    RANK = "rank"
    COMPARISON = "comparison"
    TREND = "trend"
    TALLY = "tally"
    CONSISTENCY = "consistency"


class Reason(StrEnum):
    """Why a verdict was given; each has its heading in docs/verdicts.md."""

    EXACT = "exact"
    ROUNDED = "rounded"
    ROUNDED_LOOSELY = "rounded_loosely"
    TRUNCATED = "truncated"
    WITHIN_TOLERANCE = "within_tolerance"
    MODIFIER = "modifier"
    RANGE = "range"
    CONSISTENT = "consistent"
    VALUE = "value"
    DIRECTION = "direction"
    UNIT = "unit"
    RANK = "rank"
    CONSISTENCY = "consistency"
    NO_ROW = "no_row"
    OTHER_PERIOD = "other_period"
    OTHER_UNIT = "other_unit"
    OTHER_STATUS = "other_status"
    UNKNOWN_ENTITY = "unknown_entity"
    UNKNOWN_MEASURE = "unknown_measure"
    AMBIGUOUS = "ambiguous"
    NO_TABLE = "no_table"


class Diagnosis(StrEnum):
    """What probably happened where a claim is refuted."""

    SCALE_WORD = "scale_word"
    SEPARATORS = "separators"
    FACTOR_TEN = "factor_ten"
    DIGITS = "digits"
    STALE_VALUE = "stale_value"
    WRONG_ENTITY = "wrong_entity"
    WRONG_MEASURE = "wrong_measure"
    PERCENT_POINT = "percent_point"
    UNIT = "unit"
    DIRECTION = "direction"


class Severity(StrEnum):
    """How much a refuted claim matters: a last digit, or the message itself."""

    NONE = "none"
    MINOR = "minor"
    MAJOR = "major"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One row that a verdict rests on, as it is cited."""

    table: str
    row: int
    column: str
    entity: str
    measure: str
    period: str
    value: str
    unit: str
    source: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return the evidence in the stable form of ``verifier check --format json``."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of the text: what stands from `start` to `end` becomes `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the check says of one claim, with the reason, the rows and the arithmetic.

    `line` and `column` are 1-based. `notes` are short machine-readable remarks such as
    ``period_assumed``; `also` lists further diagnoses that would explain the claim, best first.
    `edits` are what turns the text into what `suggestion` says, from left to right.
    """

    start: int
    end: int
    text: str
    line: int
    column: int
    kind: Kind
    value: str | list[str] | None
    unit: str
    period: str
    relation: Relation
    label: Label
    reason: Reason
    severity: Severity = Severity.NONE
    evidence: tuple[Evidence, ...] = ()
    explanation: str = ""
    diagnosis: Diagnosis | None = None
    also: tuple[Diagnosis, ...] = ()
    suggestion: str | None = None
    edits: tuple[Edit, ...] = ()
    notes: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the verdict in the stable form of ``verifier check --format json``."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "line": self.line,
            "column": self.column,
            "kind": str(self.kind),
            "value": self.value,
            "unit": self.unit,
            "period": self.period,
            "relation": str(self.relation),
            "verdict": str(self.label),
            "reason": str(self.reason),
            "severity": str(self.severity),
            "evidence": [row.to_dict() for row in self.evidence],
            "rows": [row.row for row in self.evidence],
            "explanation": self.explanation,
            "diagnosis": str(self.diagnosis) if self.diagnosis else None,
            "suggestion": self.suggestion,
        }
