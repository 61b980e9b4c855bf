"""The rows of one measure and entity in, those of a period, of a status, of a further dimension out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from verifier.errors import InputError
from verifier.linking.dimensions import Dimensions, Said
from verifier.model import Row
from verifier.periods import Period
from verifier.reference.statuses import status_words
from verifier.reference.words import fold
from verifier.verdict import Reason

__all__ = ["PREVIOUS", "Found", "Series", "narrowed", "period_of"]

PREVIOUS = 10_000  # months: the step to the row before, however far that lies
YEAR = 12  # months
REALISED = frozenset({"", "final", "provisional", "estimate"})


@lru_cache(maxsize=4096)
def period_of(edtf: str) -> Period | None:
    """Return the span of an EDTF text, None where it has none.

    >>> period_of("2024-06").precision, period_of("XXXX-06")
    ('month', None)
    """
    try:
        return Period.read(edtf) if edtf else None
    except InputError:
        return None


def status_of(row: Row) -> str:
    """Return the status of a row as a claim names it: "target", "forecast", "estimate" …, "" where none is given."""
    written = fold(row.status) if row.status else ""
    return status_words().get(written, written)


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of one period, or the reason why there are none; `firm` is False where the period only lies near."""

    rows: tuple[Row, ...] = ()
    reason: Reason | None = None
    firm: bool = True
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """All rows with a value of one measure and entity, oldest period first, each with its span of time."""

    rows: tuple[Row, ...]
    spans: tuple[Period | None, ...]
    by_span: Mapping[tuple[int, int], tuple[Row, ...]]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> "Series":
        """Return the series of some rows, which are put in order."""
        ordered = sorted(rows, key=_by_period)
        spans = tuple(period_of(row.period) for row in ordered)
        by_span: dict[tuple[int, int], tuple[Row, ...]] = {}
        for span, row in zip(spans, ordered, strict=True):
            if span is not None:
                key = (span.first, span.last)
                by_span[key] = (*by_span.get(key, ()), row)
        return cls(tuple(ordered), spans, by_span)

    def like(self, row: Row) -> "Series":
        """Return the rows of the same further dimensions as `row`: only women beside women."""
        if row.dimensions is None or all(one.dimensions == row.dimensions for one in self.rows):
            return self
        return Series.of([one for one in self.rows if one.dimensions == row.dimensions])

    def at(self, edtf: str) -> Found:
        """Return the rows of a period that a text names.

        A day may stand for its month. A row inside the period named ("2022" and a row of December)
        is near but not the same, so it is not firm; a part of a year is never its year.
        """
        if not edtf or not self.by_span:
            return Found(self.rows)
        wanted = period_of(edtf)
        if wanted is None:
            return self._of_open_year(edtf)
        same = self.by_span.get((wanted.first, wanted.last))
        if same:
            return Found(same)
        spans = list(zip(self.spans, self.rows, strict=True))
        day = wanted.first == wanted.last
        month = tuple(row for span, row in spans if day and span and span.days <= 31 and span.contains(wanted))
        if month:
            return Found(month)
        inside = tuple(row for span, row in spans if span and wanted.contains(span))
        if inside and len({row.period for row in inside}) == 1:
            return Found(inside, firm=False)
        return Found(reason=Reason.OTHER_PERIOD)

    def inside(self, edtf: str) -> tuple[Row, ...]:
        """Return the rows that make up a span of time, one after the other; none where any of it is missing."""
        wanted = period_of(edtf)
        spans = [(span, row) for span, row in zip(self.spans, self.rows, strict=True) if span is not None]
        within = [(span, row) for span, row in spans if wanted is not None and wanted.contains(span)]
        days = sum(span.days for span, _ in within)
        apart = all(one.last < other.first for (one, _), (other, _) in pairwise(within))
        return tuple(row for _, row in within) if wanted is not None and apart and days == wanted.days else ()

    def since(self, edtf: str) -> tuple[Row, ...]:
        """Return the rows from a period on; none where the table does not have that one."""
        begin = self.at(edtf).rows
        start = period_of(begin[0].period) if begin else None
        spans = zip(self.spans, self.rows, strict=True)
        return tuple(row for span, row in spans if span and start and span.first >= start.first)

    def _of_open_year(self, edtf: str) -> Found:
        """ "Juni" of an unknown year: the newest one."""
        ending = edtf.removeprefix("XXXX")
        fitting = [row for row in self.rows if ending and row.period.endswith(ending)]
        if not fitting:
            return Found(reason=Reason.OTHER_PERIOD)
        return Found(tuple(row for row in fitting if row.period == fitting[-1].period), assumed=True)

    def newest(self, date: str, status: str = "") -> Found:
        """Return the rows of the period that `date` lies in, or of the newest one before it."""
        today = period_of(date)
        fitting = [row for row in self.rows if (status_of(row) == status if status else status_of(row) in REALISED)]
        rows = fitting or list(self.rows)
        if today is not None:
            begun = [row for row in rows if (span := period_of(row.period)) is None or span.first <= today.last]
            rows = begun or rows
        return Found(tuple(row for row in rows if row.period == rows[-1].period), assumed=bool(rows[-1].period))

    def before(self, row: Row, months: int) -> Found:
        """Return the rows that lie `months` before `row`, or in the period next before it, of the same precision."""
        span = period_of(row.period)
        if span is None:
            return Found(reason=Reason.NO_ROW)
        if months != PREVIOUS:
            return self.at(_shifted(span, months))
        earlier = [one for one in self.rows if (other := period_of(one.period)) and other.last < span.first]
        earlier = [one for one in earlier if (other := period_of(one.period)) and other.precision == span.precision]
        if not earlier:
            return Found(reason=Reason.OTHER_PERIOD)
        return Found(tuple(one for one in earlier if one.period == earlier[-1].period))

    def has_one_step(self, base: Row, row: Row) -> bool:
        """Return whether `base` is both a year before a row and the next before it: what else could be meant?"""
        span = period_of(row.period)
        next_before = self.before(row, PREVIOUS).rows
        return span is not None and bool(next_before) and _shifted(span, YEAR) == base.period == next_before[0].period


def _shifted(span: Period, months: int) -> str:
    try:
        return span.shift(months=-months).edtf
    except InputError:
        return "0000"


def narrowed(rows: Iterable[Row], *, status: str, said: Callable[[], Said], dimensions: Dimensions) -> Found:
    """Return the rows of one period that a claim of that status means; several only where they contradict each other.

    The newest vintage comes first and alone counts; of several `dimensions` those count whose words are `said`.
    """
    rows = tuple(rows)
    if len(rows) == 1 and not (status or rows[0].status or rows[0].dimensions):
        return Found(rows)
    fitting = tuple(row for row in rows if _fits_status(row, status))
    if not fitting:
        return Found(reason=Reason.OTHER_STATUS)
    fitting, firm = dimensions.meant(fitting, said)
    newest = max(row.as_of for row in fitting)
    current = tuple(row for row in fitting if row.as_of == newest)
    if len({(row.value, row.unit) for row in current}) > 1:
        return Found(current, Reason.AMBIGUOUS)
    return Found(current[:1], firm=firm)


def _fits_status(row: Row, status: str) -> bool:
    own = status_of(row)
    if status:
        return own == status
    return own in REALISED or own not in ("target", "forecast")


def _by_period(row: Row) -> tuple[int, int, str]:
    span = period_of(row.period)
    return (span.first, span.last, row.as_of) if span else (0, 0, row.as_of)
