"""Times told loosely in, their tokens out: "at 7ish", "around 7:30ish", "open 9-5", "Sat 10-4"."""

import re

from verifier.extraction.clock import SPOKEN_ENDS
from verifier.extraction.date_window import DateToken, DateWindow

__all__ = ["loose_time"]

CUES = frozenset({"clock_lead", "modifier", "year_lead", "to"})  # words before an hour with a suffix: "until 7ish"
CUT = re.compile(r"D_[Dn]~")  # "7:30ish", which the scan cuts
OPENING = re.compile(r"[Ww][,:]?$")  # "Sat 10-4"
HOURS = re.compile(r"D-D(?![-/:'D])")
HALF_DAY, HOUR = 12, 60  # hours, minutes
QUARTERS = (15, 30, 45)  # minutes
SCORE_REACH = 6  # words between a word such as "won" and a score


def loose_time(w: DateWindow, position: int) -> tuple[int, DateToken | None]:
    """Return where the time that is told loosely at `position` ends, and its token; None where there is none."""
    if CUT.match(w.letters, position) and w.tokens[position + 1].key == ":":
        return _rounded(w, position, position + 2)
    if w.letters.startswith("d-d", position):
        return _spoken(w, position)
    if w.letter(position + 1) == "~":
        return _rounded(w, position, position)
    return _business(w, position)


def _rounded(w: DateWindow, position: int, last: int) -> tuple[int, DateToken | None]:
    """Read "7ish" behind a word that leads a time, "7:30ish" anywhere; the suffix is no part of the time."""
    hour, minute = w.number(position), w.number(last) if last > position else 0
    if hour > 2 * HALF_DAY or minute >= HOUR or (last == position and not _led(w, position)):
        return position, None
    result = DateToken(w.tokens[position], None, f"{hour:02d}:{minute:02d}")
    result.vague = True
    result.others = (f"{hour + HALF_DAY:02d}:{minute:02d}",) if hour < HALF_DAY else ()
    return last + 1, result


def _led(w: DateWindow, position: int) -> bool:
    """Say whether a bare number before a suffix is an hour: "at 7ish", not "around 7ish people"."""
    before = w.tokens[position - 1].entry.roles if position else {}
    after = w.tokens[position + 2] if position + 2 < w.size else None
    ends = after is None or after.kind == "sign" or "function" in after.entry.roles
    return ends and w.number(position) <= HALF_DAY and not CUES.isdisjoint(before)


def _spoken(w: DateWindow, position: int) -> tuple[int, DateToken | None]:
    """Read "seven-thirty", an hour and its quarters in words that a dash joins."""
    hour, dash, minute = w.tokens[position : position + 3]
    if not hour.form == minute.form == "words" or dash.gap or minute.gap or not 1 <= hour.values[0] <= HALF_DAY:
        return position, None
    if minute.values[0] not in QUARTERS or not _stands(w, position + 3):
        return position, None
    clock = f"{int(hour.values[0]):02d}:{int(minute.values[0]):02d}"
    result = DateToken(hour, None, clock)
    if hour.values[0] < HALF_DAY:
        result.others = (f"{int(hour.values[0]) + HALF_DAY:02d}:{clock[3:]}",)
    return position + 3, result


def _business(w: DateWindow, position: int) -> tuple[int, DateToken | None]:
    """Read "9-5" behind a weekday or a word for opening, where the second hour is one of the afternoon."""
    match = HOURS.match(w.letters, position)
    if match is None or any(token.gap for token in w.tokens[position + 1 : position + 3]):
        return position, None
    first, last = w.number(position), w.number(position + 2)
    rising = first < last and OPENING.search(w.letters, max(position - 2, 0), position) and _stands(w, match.end())
    if not 1 <= last <= HALF_DAY or not 1 <= first <= HALF_DAY or not (last < first or rising):
        return position, None
    if not _opens(w, position):
        return position, None
    before = w.tokens[max(position - SCORE_REACH, 0) : position]
    if any("score_word" in token.entry.roles for token in before):
        return position, None
    last += 0 if rising else HALF_DAY
    return match.end(), DateToken(w.tokens[position], None, f"{first:02d}:00/{last:02d}:00")


def _stands(w: DateWindow, end: int) -> bool:
    """Say whether nothing follows that the digits could count: "Wed. 10-12 and Thurs. 2-4"."""
    after = w.tokens[end] if end < w.size else None
    return after is None or after.kind == "sign" or not SPOKEN_ENDS.isdisjoint(after.entry.roles)


def _opens(w: DateWindow, position: int) -> bool:
    """Say whether a weekday stands before the hours, or a word such as "open", with "from" between at most."""
    if OPENING.search(w.letters, max(position - 2, 0), position):
        return True
    lead = position - 2 if w.role(position - 1, "from") else position - 1
    return w.role(lead, "opening") is not None
