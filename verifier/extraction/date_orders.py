"""A date in digits that can be read both ways in, the order of the other dates of its paragraph out."""

import re

from verifier.extraction.date_window import DateWindow
from verifier.extraction.paragraphs import EMPTY_LINES

__all__ = ["told_order"]

NUMERIC = re.compile(r"(\d(?<![\w/.-]\d)\d?)([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\w/-]|\.\d)")
REACH = 400  # characters on each side, within the paragraph
LAST_MONTH, LAST_DAY = 12, 31


def told_order(w: DateWindow, position: int) -> str:
    """Return "day month" or "month day" where dates near that at `position` can only be read so, "" where none tells.

    "Issued on 03/04/2019, valid until 25/12/2028": the second one has no twenty-fifth month. Two that tell
    different orders tell nothing.
    """
    text, start = w.window.text, w.window.start(position)
    first, end = max(start - REACH, 0), min(start + REACH, len(text))
    first = max([gap.end() for gap in EMPTY_LINES.finditer(text, first, start)], default=first)
    gap = EMPTY_LINES.search(text, start, end)
    orders = set()
    for date in NUMERIC.finditer(text, first, gap.start() if gap else end):
        one, other = int(date[1]), int(date[3])
        if LAST_MONTH < one <= LAST_DAY and 1 <= other <= LAST_MONTH:
            orders.add("day month")
        elif LAST_MONTH < other <= LAST_DAY and 1 <= one <= LAST_MONTH:
            orders.add("month day")
    return orders.pop() if len(orders) == 1 else ""
