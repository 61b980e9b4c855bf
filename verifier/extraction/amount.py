"""A mention in the making: one number of the text, with what belongs to it."""

from dataclasses import dataclass
from decimal import Decimal

__all__ = ["Amount"]


@dataclass(slots=True)
class Amount:
    """One number of the text with what belongs to it; `first` and `end` are token positions."""

    first: int
    end: int
    number: int  # the position of the numeral itself
    values: tuple[Decimal, ...]  # its readings, likeliest first
    form: str
    scale: int = 0
    unit: str = ""
    money: bool = False
    kind: str = ""
    noun: str = ""
    noun_end: int = 0
    modifier: str = ""
    high: tuple[Decimal, ...] = ()  # the readings of the other end of a range
    shared: bool = False  # its unit stands at a later member of the list
    reason: str = ""  # why it is set aside
    rules: tuple[str, ...] = ()

    @property
    def bare(self) -> bool:
        """True where neither unit nor noun says what the number is of."""
        return not self.unit and not self.noun
