"""What is calculated from several rows: `Derived`; and what calculating needs beside the claim: `Tools`."""

from dataclasses import dataclass
from decimal import Decimal

from verifier.checking.compare import Figure, figure_of, in_unit
from verifier.checking.explain import Explainer
from verifier.checking.written import read_written
from verifier.claims.intervals import Interval, ModifierSets, cell_interval
from verifier.linking.layout import SeriesOf
from verifier.linking.linked import Link
from verifier.linking.series import PREVIOUS, Found, Series
from verifier.model import Mention, Row
from verifier.verdict import Reason

__all__ = ["HUNDRED", "ONE", "Derived", "Tools", "base_row", "figure_in", "goes"]

HUNDRED = Decimal(100)
ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Tools:
    """What calculating needs beside the claim: the rows around, what modifiers mean, and how to say it."""

    series: SeriesOf | None
    sets: ModifierSets
    explainer: Explainer
    language: str


@dataclass(frozen=True, slots=True)
class Derived:
    """What rows say of a claim that they state only together: the value that they give, and how it was calculated."""

    agrees: bool
    reason: Reason
    rows: tuple[Row, ...]
    explanation: str
    value: Decimal | None = None
    interval: Interval | None = None
    figure: Figure | None = None
    notes: tuple[str, ...] = ()


def base_row(link: Link) -> Row | Reason:
    """Return the row that a change is counted from: of the period named, else of the one before."""
    series = link.series
    assert isinstance(series, Series)
    row = link.rows[0]
    timing = link.timing
    if timing.base:
        found = series.at(timing.base)
    elif timing.months:
        found = series.before(row, timing.months)
    else:
        found = _one_step_before(series, row)
    earlier = [one for one in found.rows if one is not row]
    return earlier[0] if earlier else found.reason or Reason.OTHER_PERIOD


def _one_step_before(series: Series, row: Row) -> Found:
    """Return the rows of the year before, else of the period before."""
    year = series.before(row, 12)
    return year if year.rows else series.before(row, PREVIOUS)


def figure_in(link: Link, tools: Tools) -> Figure:
    mention = link.claim.mention
    assert isinstance(mention, Mention)
    return figure_of(mention, read_written(mention, tools.language))


def goes(row: Row, base: Row) -> int:
    """Return +1 where a row is surely above another, -1 where surely below, 0 where they may be equal."""
    later, earlier = cell_interval(row), cell_interval(base).mapped(in_unit(base, row.unit))
    return 1 if later.low > earlier.high else -1 if later.high < earlier.low else 0
