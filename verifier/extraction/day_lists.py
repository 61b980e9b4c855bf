"""Days that share the month before them: "August 23-25, 2007", "May 3, 4 and 5"."""

import re

from verifier.extraction.calendar_parts import When
from verifier.extraction.date_window import DateWindow

__all__ = ["counts", "days_behind", "days_listed"]

DAYS_BEHIND = re.compile(r"[Mm]D[-T]D(?!M)(?:,?(Y))?")
DAYS_LISTED = re.compile(r"(?P<days>[Mm]D(?:,D){0,9},?&D)(?!-?f{0,2}[Mm]|[-/:T']D)(?:,?(?P<year>Y))?")
LAST_DAY = 31


def days_behind(w: DateWindow, position: int) -> tuple[int, When] | None:
    """Read "August 23-25, 2007": days of one month behind its name."""
    match = DAYS_BEHIND.match(w.letters, position)
    if match is None or w.dates.numeric_order.startswith("day"):
        return None
    first, last = w.number(position + 1), w.number(position + 3)
    year = w.number(match.start(1)) if match.group(1) else None
    month = int(w.tokens[position].entry.roles["month"])
    if not first < last <= LAST_DAY:
        return None
    return match.end(), When(year=year, month=month, day=first, end=When(year=year, month=month, day=last))


def days_listed(w: DateWindow, position: int) -> tuple[int, When] | None:
    """Read "August 16 and 18, 2010", "May 3, 4 and 5", each day a date."""
    match = DAYS_LISTED.match(w.letters, position)
    if match is None or w.dates.numeric_order.startswith("day"):
        return None
    end, year = match.end("days"), None
    if match.group("year") and not counts(w, match.end()):
        end, year = match.end(), w.number(match.start("year"))
    places = [place for place in range(position + 1, match.end("days")) if w.letters[place] == "D"]
    days = [w.number(place) for place in places]
    if days != sorted(set(days)) or (year is None and not _stands(w, end)):
        return None
    month = int(w.tokens[position].entry.roles["month"])
    for place, day in zip(places[1:], days[1:], strict=True):
        last = end if place == places[-1] else place + 1
        w.waiting.append((place, last, When(year=year, month=month, day=day)))
    return position + 2, When(year=year, month=month, day=days[0])


def _stands(w: DateWindow, end: int) -> bool:
    """Say whether nothing follows that a number would count: a sign, or a little word that takes no part of it."""
    after = w.tokens[end] if end < w.size else None
    if after is None or after.kind == "sign":
        return after is None or after.gap == 0
    return "function" in after.entry.roles and "part_word" not in after.entry.roles


def counts(w: DateWindow, end: int) -> bool:
    """Say whether a plain word follows, which a number behind a comma counts: "17 Agustus, 2000 peserta"."""
    following = w.tokens[end] if end < w.size else None
    if following is None or following.kind != "word" or following.capital:
        return False
    roles = following.entry.roles
    return not roles or "counted" in roles or "mass" in roles
