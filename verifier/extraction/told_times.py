"""Times told by the hour before or behind them: "half past ten", "a quarter to nine", "twenty minutes past six"."""

import re

from verifier.extraction.date_window import DateToken, DateWindow

__all__ = ["told_time"]

TOLD = re.compile(r"(i?q|[NDd])(u?)([xT])([Dd])(A?)")  # in the letters of the date grammar
HOUR = 60  # minutes
HALF_DAY = 12  # hours
CHANGE_REACH = 3  # words from a verb of change to a fraction: "fell a quarter to 9"
PARTS = frozenset({"function", "relative_day", "day_time", "weekday", "meridiem"})  # roles of what may follow a time


def told_time(w: DateWindow, position: int) -> tuple[int, DateToken | None]:
    """Return where the time that is told at `position` ends, and its token; None where there is none."""
    match = TOLD.match(w.letters, position)
    if match is None:
        return position, None
    joint, hour = match.start(3), match.start(4)
    past, to = w.role(joint, "clock_past"), w.role(joint, "clock_to")
    minutes = _minutes(w, match)
    if minutes is None or not (past or to) or not 1 <= w.number(hour) <= HALF_DAY or not _ends(w, match.end()):
        return position, None
    if to and not _sure(w, match):
        return position, None
    total = w.number(hour) % HALF_DAY * HOUR + (minutes if past else -minutes)
    half = str(w.role(match.start(5), "meridiem")) if match.group(5) else ""
    total = (total + (HALF_DAY * HOUR if half == "pm" else 0)) % (2 * HALF_DAY * HOUR)
    token = DateToken(w.tokens[position], None, _clock(total if half else total % (HALF_DAY * HOUR)))
    token.others = () if half in ("am", "pm") else (_clock(total % (HALF_DAY * HOUR) + HALF_DAY * HOUR),)
    return match.end(), token


def _clock(minutes: int) -> str:
    return f"{minutes // HOUR:02d}:{minutes % HOUR:02d}"


def _minutes(w: DateWindow, match: re.Match[str]) -> int | None:
    """Return how many minutes are told: a half, a quarter, or a number of them."""
    if match.group(1).endswith("q"):
        return HOUR // 4
    token = w.tokens[match.start(1)]
    if not token.values or token.scale:
        return None
    share = token.values[0] * (HOUR if token.form == "fraction" else 1)
    minute = int(share)
    return minute if share == minute and 0 < minute <= HOUR // 2 else None


def _ends(w: DateWindow, end: int) -> bool:
    """Say whether nothing is counted by the hour: not in "sold a quarter to nine investors"."""
    if end >= w.size or w.letters[end - 1] == "A":
        return True
    following = w.tokens[end]
    return following.kind == "sign" or not PARTS.isdisjoint(following.entry.roles)


def _sure(w: DateWindow, match: re.Match[str]) -> bool:
    """Say whether "to" tells a time: "ten to five" may be a score, and "fell a quarter to 9" is a change."""
    begin = match.start()
    before = w.tokens[max(begin - CHANGE_REACH, 0) : begin]
    if any("changing" in token.entry.roles for token in before):
        return False
    return bool(match.group(2)) or match.group(1) in ("q", "iq") or w.role(begin - 1, "clock_lead") is not None
