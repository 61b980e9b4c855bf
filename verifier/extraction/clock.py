"""Times of day: "pukul 09.48", "jam setengah delapan", "9:48 a.m.", "5 pm"."""

import re
from decimal import Decimal

from verifier.extraction.date_window import DateToken, DateWindow, ends_sentence
from verifier.extraction.tokens import Token

__all__ = ["SPOKEN_ENDS", "clock", "clock_value", "meridiem", "zoned"]

CUES = frozenset({"clock_lead", "modifier", "year_lead"})  # words before a time of one digit: "at 9:30"
TELLING = ("numeral", "clock")  # kinds that tell a time
DIGITS = re.compile(r"\d+")
ZONED = re.compile(r"\(?g")  # "14.35 WIB", "14.35 (UTC)", in the letters of the date grammar
HALF_DAY, HOUR = 12, 60  # hours, minutes
LEAST_SPOKEN = 10  # minutes in words behind an hour: "six thirty"
SPOKEN_ENDS = frozenset({"function", "meridiem", "time_zone", "weekday", "day_time", "relative_day"})
ENDS = ".,;!?)"
MILITARY = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
DOTTED = re.compile(r"\d{1,2}\.\d{2}(?:\.\d{2})?")


def clock(w: DateWindow, position: int) -> tuple[int, DateToken | None]:
    """Read "pukul 09.48", "jam setengah delapan", "9:48 a.m.", "5 pm", "11:16:00 PM"."""
    led = w.role(position, "clock_lead") is not None
    begin = position + 1 if led else position
    if led and (begin >= w.size or w.tokens[begin].kind not in TELLING):
        return position, None
    if (
        not led
        and w.tokens[begin].kind != "clock"
        and w.letter(begin + 1) not in "g("
        and not w.role(begin + 1, "meridiem")
    ):
        return position, None  # a number alone is no time
    if w.tokens[begin].kind == "clock" and no_clock(w, begin):
        return position, None
    hourly = led and w.dates.deictics_first and appointed(w, position)
    spoken = led and (hourly or not w.dates.deictics_first)
    end, time = clock_number(w, begin, spoken)
    if time is None:
        return position, None
    part = w.role(end, "meridiem")
    if part is None and w.tokens[begin].kind == "clock" and w.letter(end) == "_" and _touched(w, end):
        return position, None
    if part is not None:
        time, end = meridiem(time, str(part)), end + 1
    result = DateToken(w.tokens[begin], None, time)
    result.lead = begin - position
    result.halved, result.parted = HALF_DAY if part == "pm" else 0, part is not None
    if w.tokens[end - 1].kind == "phrase" and w.written(begin, end)[-1] == "." and ends_sentence(w, end):
        result.cut = int(w.written(begin, end)[-3:-2] != ".")
    told = end > begin + 1 and part is None  # "six thirty"
    open_half = part is None and w.dates.deictics_first and (hourly or told or w.tokens[begin].key[1:2] == ":")
    if open_half or part == "clock":
        result.others = (f"{int(time[:2]) + 12:02d}{time[2:]}",) if int(time[:2]) < 12 else ()
    return end, result


def _touched(w: DateWindow, position: int) -> bool:
    """Say whether letters touch the digits before them: "10:15b"."""
    return w.tokens[position].kind == "word" and not w.tokens[position].gap


def appointed(w: DateWindow, lead: int) -> bool:
    """Say whether a whole number behind "at" is an hour: "tonight at 7", "doors open at 8", "at 9 on Monday"."""
    number, after = lead + 1, w.tokens[lead + 2] if lead + 2 < w.size else None
    if w.letter(number) not in "Dd" or w.number(number) > HALF_DAY:
        return False
    dated = w.letter(lead + 2) in "RW"
    if w.letter(lead - 1) not in "RW" and w.role(lead - 1, "clock_verb") is None and not dated:
        return False
    if after is None or dated:
        return True
    if after.kind == "sign":
        return after.gap == 0 and after.key in ENDS
    return "function" in after.entry.roles and "to" not in after.entry.roles


def clock_number(w: DateWindow, begin: int, spoken: bool) -> tuple[int, str | None]:
    """Return where the digits or words of a time end, and the time on a clock of 24 hours."""
    token = w.tokens[begin]
    following = w.role(begin + 1, "meridiem")
    dotted = spoken or following in ("am", "pm", "noon", "hours") or ZONED.match(w.letters, begin + 1) is not None
    time = clock_value(token, dotted)
    if time is None and zoned(w, begin + 1) and MILITARY.fullmatch(token.key):  # "0830 GMT"
        time = f"{token.key[:2]}:{token.key[2:]}"
    if time is not None:
        return begin + 1, time
    if not token.values or token.kind != "numeral":
        return begin, None
    value = token.values[0]
    minutes = spoken_minutes(w, begin) if w.role(begin - 1, "clock_lead") is not None else None
    if minutes is not None:  # "at six thirty"
        return begin + 2, f"{int(value):02d}:{minutes:02d}"
    if spoken and token.form == "fraction" and w.letter(begin + 1) in "Dd":  # "setengah delapan" is 7.30
        return begin + 2, f"{(w.number(begin + 1) - 1) % 24:02d}:30" if value == Decimal("0.5") else None
    if value != int(value) or token.form not in ("digits", "words") or token.scale:
        return begin, None
    if following == "hours" and 0 <= value <= 24:  # "20 Uhr"
        return begin + 1, f"{int(value):02d}:00"
    if following in ("am", "pm", "clock") and 1 <= value <= 12 and (spoken or w.dates.deictics_first):
        return begin + 1, f"{int(value):02d}:00"
    after = w.tokens[begin + 1].entry.roles if begin + 1 < w.size else {}
    if spoken and 0 <= value <= 24 and ("unit" not in after or "function" in after):
        return begin + 1, f"{int(value):02d}:00"
    return begin, None


def spoken_minutes(w: DateWindow, position: int) -> int | None:
    """Return the minutes in words right behind an hour in words, None where something else is told."""
    hour, minute = w.tokens[position], w.tokens[position + 1] if position + 1 < w.size else None
    if minute is None or not hour.form == minute.form == "words" or hour.scale or minute.gap != 1:
        return None
    if not 1 <= hour.values[0] <= 2 * HALF_DAY or not LEAST_SPOKEN <= minute.values[0] < HOUR:
        return None
    after = w.tokens[position + 2] if position + 2 < w.size else None
    stands = after is None or after.kind == "sign" or not SPOKEN_ENDS.isdisjoint(after.entry.roles)
    return int(minute.values[0]) if stands else None


def zoned(w: DateWindow, position: int) -> bool:
    """Say whether a time zone stands there, in capitals or in words: "EST", "local time", but not "(2021 est.)"."""
    return w.letter(position) == "g" and (w.tokens[position].shouted or w.tokens[position].kind == "phrase")


def no_clock(w: DateWindow, position: int) -> bool:
    """ "Yohanes 3:16", "rasio 1:32": behind a label it is a verse, behind a word for it a ratio."""
    before = w.tokens[position - 1].entry.roles if position else {}
    if "label" in before or "scale_unit" in before:
        return True
    key = w.tokens[position].key
    if key[1:2] != ":" or key.count(":") > 1 or not CUES.isdisjoint(before):
        return False
    if not w.dates.deictics_first:
        return True
    return position > 0 and w.tokens[position - 1].capital and not before


def clock_value(token: Token, led: bool) -> str | None:
    """Return the time that a token states, None where it is none; `led`: "09.48" is one too."""
    if token.kind == "clock":
        parts = [int(part) for part in DIGITS.findall(token.key)]
    elif led and token.kind == "numeral" and DOTTED.fullmatch(token.key):
        parts = [int(part) for part in token.key.split(".")]
    else:
        return None
    if parts[0] > 24 or any(part > 59 for part in parts[1:]):
        return None
    return ":".join(f"{part:02d}" for part in parts)


def meridiem(clock: str, part: str) -> str:
    """Return the time with the part of the day applied: "7 malam" is 19:00, "1 siang" 13:00."""
    hour = int(clock[:2])
    if part in ("clock", "hours") or hour > 12:
        return clock
    if part == "noon":
        hour += 12 if hour < 8 else 0
    else:
        hour = hour % 12 + (12 if part == "pm" else 0)
    return f"{hour:02d}{clock[2:]}"
