"""What a number should have been by its rows: `Target`; and whether another number would have been right."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from verifier.checking.compare import Figure, agree_strictly, in_unit
from verifier.checking.derived import Tools
from verifier.checking.judge import Judgement
from verifier.claims.intervals import DIGITS, Interval, cell_interval
from verifier.verdict import Relation

__all__ = ["Target", "fitting", "target_of"]


@dataclass(frozen=True, slots=True)
class Target:
    """What a number should have been: an interval and a value in the unit of the claim."""

    interval: Interval
    value: Decimal


def target_of(judged: Judgement) -> Target | None:
    """Return what the rows give for the number of a claim, with the sign that the claim's words imply."""
    link, derived = judged.link, judged.derived
    if judged.figure is None:
        return None
    if derived is None:
        row = judged.rows[0]
        converted = in_unit(row, judged.figure.unit)
        value = converted(row.value or Decimal(0))
        return Target(cell_interval(row).mapped(converted), value)
    if derived.interval is None or derived.value is None:
        return None
    factor = Decimal(100 if link.claim.relation is Relation.SHARE else 1)
    if link.claim.relation in (Relation.CHANGE_BY, Relation.COMPARISON):
        factor = Decimal(link.claim.direction or 1)
    return Target(derived.interval.times(factor), DIGITS.multiply(derived.value, factor))


def fitting(target: Target, tools: Tools) -> Callable[[Figure], bool]:
    """Return the test whether a number, had it been written, would have been right."""

    def fits(figure: Figure) -> bool:
        return agree_strictly(figure, target.interval, target.value, tools.sets)

    return fits
