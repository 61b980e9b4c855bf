"""A mention in, what it means in a short line for people out."""

from decimal import Decimal

from verifier.model import Kind, Mention, plain

__all__ = ["grouped", "meaning"]

_LONGEST = 18  # digits that people still read; beyond it, a power of ten


def meaning(mention: Mention) -> str:
    """Return what `mention` means: modifier, value with digits in groups, unit or noun.

    >>> meaning(Mention(start=0, end=0, text="", kind=Kind.MEASURE, values=(Decimal("4.1E+6"),), unit="barrel/day"))
    '4 100 000 barrel/day'
    >>> meaning(Mention(start=0, end=0, text="", kind=Kind.DATE, date="XXXX-06", relative=True, resolved="2024-06"))
    'XXXX-06, here 2024-06'
    """
    if mention.problem:
        return mention.problem
    if mention.kind in (Kind.DATE, Kind.TIME):
        return _date(mention)
    stated = " or ".join(_values(mention.kind, reading) for reading in (mention.values, *mention.readings))
    parts = (str(mention.modifier or "").replace("_", " "), stated, mention.unit or mention.noun)
    return " ".join(part for part in parts if part)


def _date(mention: Mention) -> str:
    if not mention.relative:
        return mention.date or ""
    parts = (mention.date, f"here {mention.resolved}" if mention.resolved else "relative, no date given")
    return ", ".join(part for part in parts if part)


def _values(kind: Kind, values: tuple[Decimal, ...]) -> str:
    joined = (" : " if kind is Kind.RATIO else " to ").join(map(grouped, values))
    return f"x {joined}" if kind is Kind.MULTIPLE else joined


def grouped(value: Decimal) -> str:
    """Return `value` in full with its digits in groups of three, set apart by spaces.

    >>> grouped(Decimal("538E+9")), grouped(Decimal("-2400.5")), grouped(Decimal("1E+40"))
    ('538 000 000 000', '-2 400.5', '1E+40')
    """
    if value and abs(value.adjusted()) > _LONGEST:
        return str(value)
    return format(Decimal(plain(value)), ",f").replace(",", " ")
