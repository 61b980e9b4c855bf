"""What a text says about itself at one of its numbers: `Finding`; and what a number can stand for within one text."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from verifier.checking.compare import loosely
from verifier.checking.derived import Tools
from verifier.checking.written import read_written
from verifier.claims.claim import Claim
from verifier.claims.intervals import Interval, exponent, point, rounding_interval
from verifier.model import Kind, Mention, Modifier
from verifier.verdict import Diagnosis

__all__ = ["Finding", "stated_interval"]

LOOSEST = Decimal("0.005")  # of a number; its last zeros are not taken more loosely within one text


@dataclass(frozen=True, slots=True)
class Finding:
    """What a text says about itself at one claim: whether it holds, and why."""

    claim: Claim
    holds: bool
    explanation: str
    diagnosis: Diagnosis | None = None
    right: Decimal | None = None  # what the number would have to be


class Stated(Protocol):
    """A number of a text with its modifier."""

    @property
    def kind(self) -> Kind: ...
    @property
    def values(self) -> tuple[Decimal, ...]: ...
    @property
    def modifier(self) -> Modifier | None: ...
    @property
    def mention(self) -> Mention | None: ...


def stated_interval(claim: Stated, tools: Tools) -> Interval | None:
    """Return what a number of the text can stand for; None where its modifier leaves one side open."""
    if len(claim.values) != 1:
        return None
    value = claim.values[0]
    if claim.modifier in (Modifier.ABOUT, Modifier.ALMOST):
        return tools.sets.interval(claim.modifier, value)
    if claim.modifier is not None:
        return None
    written = read_written(claim.mention, tools.language) if claim.mention else None
    loose = loosely(claim.kind, written, value)
    if loose is not None:
        width = min(loose.high - value, abs(value) * LOOSEST)
        return Interval(value - width, value + width)
    counted = claim.kind is Kind.COUNT and exponent(value) >= 0 and (written is None or not written.scale)
    return point(value) if counted else rounding_interval(value)
