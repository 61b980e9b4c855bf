"""Dates that point from the day of the text: "kemarin", "tahun lalu", "next Friday", "two years ago"."""

import re
from dataclasses import replace
from decimal import Decimal

from verifier.extraction.calendar_parts import When
from verifier.extraction.date_window import DateWindow, opens
from verifier.extraction.plurals import is_plural
from verifier.extraction.tokens import Token

__all__ = ["ago", "ago_first", "pointed", "pointed_period", "pointing_first", "pointing_part", "relative_day"]

DATED = re.compile(r"[Mm]D,?Y")
AGO = re.compile(r"[DdnNi][utckhL]x|sx")
CLOCK = frozenset({"hour", "minute"})  # periods of a day: "jam ini" is no date
BEYOND = 10**7  # steps, more than any calendar has
STEPS = {"past": -1, "future": 1, "this": 0}


def pointed(w: DateWindow, end: int, when: When) -> tuple[int, When]:
    """Take in "lalu", "mendatang", "ini", "silam" where they fix a missing year."""
    if end < w.size and w.letter(end) == "x" and not w.dates.deictics_first and w.tokens[end].gap:
        if w.tokens[end].capital and w.tokens[end - 1].key.endswith("."):
            return end, when  # "sampai 5 Okt. Lalu …" begins a sentence
        meaning = str(w.tokens[end].entry.roles["deictic"])
        if when.relative and meaning in STEPS:
            return end + 1, replace(when, direction=meaning)
    return end, when


def relative_day(w: DateWindow, position: int) -> tuple[int, When] | None:
    """Read "kemarin", "hari ini", "kemarin Kamis", "yesterday"."""
    token = w.tokens[position]
    if token.capital and not w.capitals_name and not opens(w, position):
        return None  # "am Morgen", where "morgen" is tomorrow
    days = int(token.entry.roles["relative_day"])
    end = position + 1
    if w.letter(end) == "z":
        end += 1
    if w.letter(end) == "W":
        end += 1
    return end, When(shift=("day", days))


def pointed_period(w: DateWindow, position: int) -> tuple[int, When] | None:
    """Read "tahun lalu", "pekan depan", "bulan ini" where pointing words follow."""
    if w.dates.deictics_first or w.letter(position + 1) != "x":
        return None
    meaning = str(w.tokens[position + 1].entry.roles["deictic"])
    period, step = str(w.tokens[position].entry.roles["period"]), STEPS.get(meaning)
    if step is None or period in CLOCK or (w.letter(position - 1) in "DdnYNo" and not priced(w, position - 1)):
        return None
    if step == 1 and period == "day":
        return None  # "hari nanti": some day
    return position + 2, When(shift=(period, step))


def pointing_first(w: DateWindow, position: int) -> tuple[int, When] | None:
    """Read "last week", "this year", "next Friday", "last June" where pointing words come first."""
    meaning = str(w.tokens[position].entry.roles["deictic"])
    step = STEPS.get(meaning)
    if not w.dates.deictics_first or step is None:
        return None
    letter = w.letter(position + 1)
    following = w.tokens[position + 1] if position + 1 < w.size else None
    if following is None or following.gap == 0:
        return None
    if letter in "tuqhck" and not _several(w, following) and "period_lookalike" not in following.entry.roles:
        return position + 2, When(shift=(str(following.entry.roles["period"]), step))
    if letter == "W" or (letter == "w" and following.capital):
        return position + 2, When(weekday=int(following.entry.roles["weekday"]), direction=meaning)
    if letter in "Mm" and DATED.match(w.letters, position + 1):  # "this July 1, 1898 battle"
        return None
    if letter == "M" or (letter == "m" and following.capital):
        return position + 2, When(month=int(following.entry.roles["month"]), direction=meaning)
    return None


def _several(w: DateWindow, period: Token) -> bool:
    """Say whether the word of a period is a plural: "last years", "in den letzten Jahren"."""
    return is_plural(period.key, w.pack.phrases) or "period_plural" in period.entry.roles


def pointing_part(w: DateWindow, position: int) -> tuple[int, When] | None:
    """Read "akhir pekan lalu", "akhir tahun ini"."""
    found = pointed_period(w, position + 1) if w.letter(position + 1) in "tu" else None
    return found if found is not None and w.letter(position + 1) == "u" else None


def ago(w: DateWindow, position: int) -> tuple[int, When] | None:
    """Read "tiga bulan lalu", "two years ago", "3 months later"."""
    letter = w.letters[position]
    match = AGO.match(w.letters, position)
    if match is None or priced(w, position):
        return None
    roles = w.tokens[match.end() - 1].entry.roles
    values = w.tokens[position].values if letter in "DdnN" else (Decimal(1),)
    back = "deictic_ago" in roles or ("deictic_past" in roles and not w.dates.deictics_first)
    ahead = "deictic_later" in roles or ("deictic_future" in roles and not w.dates.deictics_first)
    if not values or not (back or ahead):
        return None
    steps = steps_of(values[0])
    word = w.tokens[match.end() - 2].entry.roles
    unit = str(word.get("period") or word.get("single") or "")
    if not unit:  # "3 pukul setelahnya": the word for a time of day is no amount of it
        return None
    if unit in CLOCK and not w.dates.deictics_first and _goes_on(w, position, match.end()):
        return None
    return match.end(), When(shift=(unit, -steps if back else steps))


def _goes_on(w: DateWindow, position: int, end: int) -> bool:
    """Say whether "lalu" may mean "then": in "rebus 10 menit lalu tiriskan" a plain word follows."""
    following = w.tokens[end] if end < w.size else None
    plain = following is not None and following.kind == "word" and not following.entry.roles and not following.capital
    return plain and not opens(w, position)


def priced(w: DateWindow, position: int) -> bool:
    """Say whether a number is an amount of money: "Rp115 miliar tahun lalu", of the year before."""
    return w.role(position - 1, "currency_sign") is not None


def ago_first(w: DateWindow, position: int) -> tuple[int, When] | None:
    """Read "vor zwei Jahren", "vor etwa drei Monaten", "vor einer Woche": the pointing word stands first."""
    begin = position + 1
    if w.role(begin, "modifier") and w.letter(begin) in "_i":
        begin += 1
    article = w.role(begin, "article") is not None
    if (not article and w.letter(begin) not in "DdnN") or w.letter(begin + 1) not in "utckh":
        return None
    values = (Decimal(1),) if article else w.tokens[begin].values
    if not values:
        return None
    return begin + 2, When(shift=(str(w.tokens[begin + 1].entry.roles["period"]), -steps_of(values[0])))


def steps_of(number: Decimal) -> int:
    """Return how many steps a number is; beyond all calendars where it is a fraction, which leads to no one period."""
    return int(number) if abs(number) < BEYOND and number == int(number) else BEYOND
