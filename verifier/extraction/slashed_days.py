"""A day and a month in digits, without a year, in, the date out: "by 6/30", "6/12-6/19", "since 9/1"."""

import re

from verifier.extraction.calendar_parts import When
from verifier.extraction.date_window import DateWindow

__all__ = ["slashed"]

SLASHED = re.compile(r"(D)/(D)(?:-(D)/(D))?(?![/YDn]|-[DYn])")
TOUCHING = "/-nNYX#"  # letters of what makes digits behind it a part of something longer
LAST_MONTH, LAST_DAY = 12, 31
CHANGE_REACH = 3  # words between a verb of change and the amount of it


def slashed(w: DateWindow, position: int) -> tuple[int, When] | None:
    """Read a day of a month behind a word that leads one, or two of them with a dash between."""
    match = SLASHED.match(w.letters, position)
    if match is None or w.letter(position - 1) in TOUCHING or not _touch(w, match):
        return None
    parts = [w.number(match.start(group)) for group in range(1, 5) if match.group(group)]
    days = [_day(w, *pair) for pair in (parts[:2], parts[2:]) if pair]
    first, last = days[0], days[-1]
    if first is None or last is None or not _ends(w, match.end()):
        return None
    if len(days) > 1:
        return match.end(), When(month=first.month, day=first.day, end=last)
    return (match.end(), first) if _led(w, position) else None


def _touch(w: DateWindow, match: re.Match[str]) -> bool:
    """Say whether the parts of each day touch, and a dash between two days has space on both sides or on none."""
    tokens = w.tokens[match.start() + 1 : match.end()]
    if any(token.gap for place, token in enumerate(tokens) if place not in (2, 3)):
        return False
    return len(tokens) < 4 or tokens[2].gap == tokens[3].gap


def _day(w: DateWindow, first: int, second: int) -> When | None:
    """Return the day in the order of the language, the other way round where only that is possible."""
    day, month = (first, second) if w.dates.numeric_order.startswith("day") else (second, first)
    if month > LAST_MONTH:
        day, month = month, day
    when = When(month=month, day=day)
    return when if month <= LAST_MONTH and when.possible else None


def _led(w: DateWindow, position: int) -> bool:
    """Say whether a word that leads a day stands before, which tells no change: not "cut by 5/12"."""
    if w.role(position - 1, "slash_lead") is None:
        return False
    if w.role(position - 1, "by") is None:
        return True
    before = w.tokens[max(position - 1 - CHANGE_REACH, 0) : position - 1]
    return not any("changing" in token.entry.roles for token in before)


def _ends(w: DateWindow, end: int) -> bool:
    """Say whether nothing follows that the digits could count, or be a part of."""
    if end >= w.size:
        return True
    after = w.tokens[end]
    if after.kind == "sign":
        return after.key not in "%°$€£"
    return "function" in after.entry.roles and w.role(end, "part_word") is None
