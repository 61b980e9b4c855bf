"""Days and months: "13 Oktober 2024", "October 13, 2024", "Maret 2007", "13/10/2024"."""

import re
from dataclasses import replace
from functools import cache
from typing import Any

from verifier.extraction.calendar_parts import When, full_year
from verifier.extraction.date_orders import told_order
from verifier.extraction.date_window import DateWindow, day_in_name, labelled, led, named, opens
from verifier.extraction.day_lists import counts, days_behind, days_listed
from verifier.extraction.year_parts import year_after

__all__ = ["dashed", "day_alone", "dotted", "numeric", "ordered", "short"]

SLOTS = re.compile(r"\{(day|month|year)\}|(,)|(\w+)")
ALONE = re.compile(r"D(?:([-T&])(D))?(?!-?f{0,2}[Mm]|[-/:T']|Y)")  # with the other end or the next of two
DASHED = re.compile(r"D-[Mm]-[YDn]|[Mm]-D-Y|Y-[Mm]-D")
DIGITS = re.compile(r"\d+")
DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})")


BEGINNINGS = {"day": "Ddo", "month": "Mm", "year": "Y'"}  # the letters of what stands first

Order = tuple[re.Pattern[str], tuple[str, ...]]  # a pattern over the letters, and the slots in their order


@cache
def orders_of(orders: tuple[str, ...]) -> dict[str, list[Order]]:
    """Compile the date orders of a pack, sorted by the letters that they can begin with."""
    compiled: dict[str, list[Order]] = {letter: [] for letters in BEGINNINGS.values() for letter in letters}
    for order in orders:
        pattern, slots = [], []
        for slot, comma, word in SLOTS.findall(order):
            if slot:
                slots.append(slot)
                joint = "-?" if slot == "month" and slots[-2:-1] == ["day"] else ""
                pattern.append(joint + {"day": "([Ddo])", "month": "([Mm])", "year": "((?:f?f?(?:Y|'[Dn]|n)))"}[slot])
            else:
                pattern.append(",?" if comma else "f" if word else "")
        for letter in BEGINNINGS.get(SLOTS.findall(order)[0][0], compiled):
            compiled[letter].append((re.compile("".join(pattern)), tuple(slots)))
    return compiled


def ordered(w: DateWindow, position: int) -> tuple[int, When] | None:
    """Match the orders of the pack, the longest match first."""
    best = days_behind(w, position) or days_listed(w, position) if w.letters[position] in "Mm" else None
    for pattern, slots in orders_of(w.dates.orders)[w.letters[position]]:
        match = pattern.match(w.letters, position)
        if match is None or (best is not None and match.end() <= best[0]):
            continue
        when = filled(w, match, slots)
        if when is not None:
            best = match.end(), when
    return None if best is None else with_era(w, *best)


def dashed(w: DateWindow, position: int) -> tuple[int, When] | None:
    """Read "29-Aug-2001", "Aug-29-2001", "2001-Aug-29" and "29-Aug-01", whose parts touch."""
    match = DASHED.match(w.letters, position)
    if match is None or any(token.gap for token in w.tokens[position + 1 : match.end()]):
        return None
    places = {match.group()[step]: position + step for step in (0, 2, 4)}
    month = next(place for letter, place in places.items() if letter in "Mm")
    year = places.get("Y", position + 4)
    day = next(place for place in (position, position + 2, position + 4) if place not in (month, year))
    if len(w.tokens[year].key) not in (2, 4) or w.letter(match.end()) in "-/" or w.letter(position - 1) in "-/":
        return None
    months = int(w.tokens[month].entry.roles["month"])
    return match.end(), When(year=full_year(w.number(year)), month=months, day=w.number(day))


def with_era(w: DateWindow, end: int, when: When) -> tuple[int, When]:
    """Read the era behind a month, and the small year before it: "15 Maret 44 SM", "Mei 586 SM"."""
    if when.end is not None or when.month is None:
        return end, when
    if when.year is not None:
        return (end + 1, replace(when, year=1 - when.year)) if w.letter(end) == "E" else (end, when)
    if w.letter(end) not in "Dn" or w.letter(end + 1) not in "Ee":
        return end, when
    year = w.number(end)
    return end + 2, replace(when, year=1 - year if w.letter(end + 1) == "E" else year)


def filled(w: DateWindow, match: re.Match[str], slots: tuple[str, ...]) -> When | None:
    parts: dict[str, Any] = {}
    for number, slot in enumerate(slots, 1):
        begin, end = match.span(number)
        if slot == "month":
            parts["month"] = int(w.tokens[begin].entry.roles["month"])
        else:
            value = w.number(end - 1)
            if (
                slot == "year"
                and w.letters[end - 1] == "n"
                and w.letters[end - 2] != "'"
                and not early_year(w, end, slots)
            ):
                return None
            if slot == "year" and slots[0] == "day" and w.tokens[begin - 1].key == "," and counts(w, end):
                return None
            parts[slot] = full_year(value) if slot == "year" and w.letters[end - 2 : end - 1] == "'" else value
    if not month_holds(w, match, slots, parts) or not day_holds(w, match, slots):
        return None
    if not 1 <= parts.get("day", 1) <= 31:
        return None
    return When(**parts)


def month_holds(w: DateWindow, match: re.Match[str], slots: tuple[str, ...], parts: dict[str, int]) -> bool:
    """A word that is also something else ("may") is a month only beside a day, a year or a lead."""
    if "year" in parts:
        return True
    at = match.start(slots.index("month") + 1)
    month = w.tokens[at]
    if "day" in parts and (month.capital or w.letters[at] == "M"):
        return True
    if "day" in parts or named(w, at):
        return False
    if w.letters[at] == "M":
        return month.capital or led(w, at)
    paired = w.letter(at + 1) in "T-" and w.letter(at + 2) in "Mm"  # "May to June 2024"
    return month.capital and (paired or led(w, at) or not opens(w, at))


def day_holds(w: DateWindow, match: re.Match[str], slots: tuple[str, ...]) -> bool:
    """A day is no ordinal where the language writes days as plain numbers: "pekan pertama Juli"."""
    if "day" not in slots:
        return True
    at = match.start(slots.index("day") + 1)
    if "year" not in slots and day_in_name(w, at):
        return False
    return w.letters[at] != "o" or w.ordinal_days


def short(w: DateWindow, position: int) -> tuple[int, When] | None:
    """Read "12/2007" as a month of a year, "4Q 2016" as a quarter, "1H23" as a half."""
    if any(token.gap for token in w.tokens[position + 1 : position + 2]):
        return None
    number = w.number(position)
    if w.letters.startswith("D/Y", position) and number <= 12 and w.tokens[position + 2].gap == 0:
        if labelled(w, position):
            return None
        return position + 3, When(year=w.number(position + 2), month=number)
    following = w.tokens[position + 1] if position + 1 < w.size else None
    if following is None or "period_lookalike" not in following.entry.roles:
        return None
    if w.letter(position + 1) == "q" and number <= 4:
        return quarter_year(w, position + 2, When(quarter=number))
    begins = w.tokens[position].gap or w.letter(position - 1) in "|("  # no part of a formula: "C2H10O2"
    timed = not following.capital and w.letter(position + 2) in "Dn" and w.tokens[position + 2].gap == 0  # "2h30"
    if w.letter(position + 1) == "h" and number <= 2 and begins and not timed:
        end, when = quarter_year(w, position + 2, When(half=number))
        return (end, when) if when.year is not None else None  # "2H" alone may be two hours
    return None


def day_alone(w: DateWindow, position: int) -> tuple[int, When] | None:
    """Read the day of a month that is not named: "tanggal 25", "tanggal 10-15", "tanggal 10 dan 15"."""
    if w.role(position - 1, "date_noun") is None:
        return None
    named = ordered(w, position + 2) if w.letter(position + 1) == "u" and w.letter(position + 2) in "Mm" else None
    if named is not None and named[1].day is None:  # "tanggal 2 bulan Mei 1999"
        return named[0], replace(named[1], day=w.number(position))
    match = ALONE.match(w.letters, position)
    if match is None:
        return None
    first = When(day=w.number(position))
    if match.group(1) is None:
        return position + 1, first
    last = When(day=w.number(match.start(2)))
    if match.group(1) == "&":
        w.waiting.append((match.start(2), match.end(), last))
        return position + 1, first
    return match.end(), replace(first, end=last)


def dotted(w: DateWindow, position: int) -> tuple[int, When] | None:
    """Read "am 14.10.", where days are written as ordinals with a point, behind a word that leads a day."""
    match = DOTTED.fullmatch(w.tokens[position].key)
    if match is None or w.role(position + 1, "ordinal_suffix") is None or w.tokens[position + 1].gap:
        return None
    if w.letter(position - 1) not in "lTW" and not (w.letter(position - 1) == "&" and w.letter(position - 2) == "."):
        return None
    day, month = int(match[1]), int(match[2])
    if not w.dates.numeric_order.startswith("day") or not 1 <= day <= 31 or not 1 <= month <= 12:
        return None
    return position + 2, When(month=month, day=day)


def numeric(w: DateWindow, position: int) -> tuple[int, When] | None:
    """Read 2024-10-13, 13/10/2024, 4/25/01: by the order of the language unless a part or another date decides."""
    token = w.tokens[position]
    parts = [int(part) for part in DIGITS.findall(token.key[:10])]
    if len(parts) != 3:
        return None
    if len(DIGITS.findall(token.key)[0]) == 4:
        year, month, day = parts
    else:
        first, second, year = parts
        year = full_year(year) if year < 100 else year
        told = told_order(w, position) if first <= 12 and second <= 12 and first != second else ""
        day_first = (told or w.dates.numeric_order).startswith("day")
        day, month = (first, second) if day_first else (second, first)
        if month > 12 >= day:
            day, month = month, day
        elif day <= 12 and day != month and not told:
            w.others = When(year=year, month=day, day=month)
    return position + 1, When(year=year, month=month, day=day)


def quarter_year(w: DateWindow, end: int, when: When) -> tuple[int, When]:
    """Read the year behind "4Q", which may touch it: "3Q23"."""
    if w.letter(end) in "Dn" and w.tokens[end].gap == 0 and len(w.tokens[end].key) == 2:
        return end + 1, replace(when, year=full_year(w.number(end)))
    return year_after(w, end, when)


def early_year(w: DateWindow, end: int, slots: tuple[str, ...]) -> bool:
    """Say whether three digits behind a day and a month are a year: "17 Juli 924"."""
    following = w.tokens[end].entry.roles if end < w.size else {}
    return (
        "day" in slots
        and len(w.tokens[end - 1].key) == 3
        and not {"unit", "currency", "scale", "counted"} & set(following)
    )
