"""Tokens in, tokens out with every date, period and time of day as one token.

Each token is a letter by what it can be in a date (`Token.letter`); the grammar is written over
these letters. This stage stands before units and nouns, since a date takes numbers away from them.

    D d o   day in digits, in words, as an ordinal    Y   a year's four digits    n   other plain digits
    M m     month; m only beside a day or year        W w weekday                 X   a date in digits
    q h c k t u   quarter, half, century, decade, year, other period              S   "-an", "s" of a decade
    E e     before, after Christ                      R   "kemarin"               x   "lalu", "last"
    C       a clock time       L   "pukul"            A   "a.m."                  y   "FY"
    a       "vor" in "vor zwei Jahren"                r   Roman numeral         i   "a", "an"
    g       "WIB", "UTC"       ~   "ish"             K   "seventies"
                              p l f z T & - / , ( ) ' .   the words and signs between
"""

import re
from collections.abc import Callable
from dataclasses import replace

from verifier.extraction.calendar_parts import When, full_year
from verifier.extraction.clock import clock, zoned
from verifier.extraction.date_window import DateToken, DateWindow, date_token, in_name, named, opens
from verifier.extraction.day_dates import dashed, day_alone, dotted, numeric, ordered, short
from verifier.extraction.intervals import join_intervals
from verifier.extraction.loose_times import loose_time
from verifier.extraction.pointing import (
    ago,
    ago_first,
    pointed,
    pointed_period,
    pointing_first,
    pointing_part,
    relative_day,
)
from verifier.extraction.slashed_days import slashed
from verifier.extraction.spoken_years import decade_in_words, spoken_decade, spoken_year, year_in_words
from verifier.extraction.time_lists import list_times
from verifier.extraction.tokens import LETTERS, Joint, Window
from verifier.extraction.told_times import told_time
from verifier.extraction.year_parts import century, era, ordinal_first, part_of_year, small
from verifier.extraction.years import year_like

__all__ = ["DateToken", "read_dates"]

START = re.compile(
    r"""
    [MmWwXRYCLDdonNiasqhctukKpxrye'] (?:  # one of these letters, so that all others are passed over at once
      (?<=[MmWwXRYCLK])
    | (?<=[Dd])(?= -?f{0,2}[Mm] | /[YD] | [qh] | '?-?'?S | [EeA] | [utckhL]x )
    | (?<=lD) | (?<=t[Nd]) | (?<=d)(?=[dK]) | (?<=o)(?= -?f{0,2}[Mm] | -?[qhc] | [&,-]o-?c )
    | (?<=[Dd])(?= ~ | _[Dn]~ ) | (?<=d)(?= -d ) | (?<=[Ww_]D)(?= -D ) | (?<=[Ww],D)(?= -D )
    | (?<=n)(?= [Ee] | '?-?'?S | [utckL]x | -[nY]\) | \) ) | (?<=tn) | (?<=t[nY][&T-]n) | (?<=__n)
    | (?<=[Ni])(?= [utckhL]x ) | (?<=s)(?=x) | (?<=[Nn])(?= [Az] | \(?g | \. ) | (?<=a)(?= [_i]?[DdnN_i]?[utckh] )
    | (?<=[qhc])(?= [Ddnor] | x ) | (?<=[tuk])(?=x) | (?<=p)(?=[tu]x) | (?<=x)(?=[tuqhckWwMm])
    | (?<=[NqDdi])(?= q?u?[xT][Dd] )
    | (?<=r)(?=c) | (?<=y)(?=[YD]) | (?<=e)(?=[DnY]) | (?<=')(?=[Dn])
    )
    """,
    re.VERBOSE,
)
DAY_BEHIND = re.compile(r"z?(,|\(|,\()?(?=l?[DdoMmX])")
LAST_MONTH = 12
BESIDE_WEEKDAY = frozenset({"function", "and", "to", "day_time", "deictic"})  # behind one that may be another word
BRACKETED = re.compile(r"z?,?(?:\((D)[/-](D)\)|(D)/(D)(?![/D]))")
BRACKETED_DAYS = re.compile(r"z?,?\(D-D/D(?:/(Y))?\)")

LAST_DAY = 31
Found = tuple[int, When]  # where the date ends, and what it says
READERS: dict[str, tuple[Callable[[DateWindow, int], Found | None], ...]] = {
    "D": (dashed, ordered, short, slashed, year_like, ago, day_alone),
    "d": (ordered, spoken_year, decade_in_words, ago),
    "K": (spoken_decade,),
    "o": (ordered, ordinal_first),
    "M": (dashed, ordered),
    "m": (dashed, ordered),
    "Y": (dashed, ordered, year_like, ago),
    "n": (year_like, ago),
    "'": (ordered, year_like),
    "X": (numeric,),
    "q": (part_of_year, pointed_period),
    "h": (part_of_year, pointed_period),
    "c": (century, pointed_period),
    "k": (pointed_period,),
    "t": (pointed_period,),
    "u": (pointed_period,),
    "x": (pointing_first,),
    "p": (pointing_part,),
    "R": (relative_day,),
    "N": (year_in_words, dotted, ago),
    "i": (ago,),
    "a": (ago_first,),
    "s": (ago,),
}


def read_dates(window: Window) -> None:
    """Join the tokens of each date in `window` to one date token."""
    letters = window.traits[LETTERS]
    start = START.search(letters)
    if start is None:
        return
    w = DateWindow(window, letters)
    found: list[Joint] = []
    timed = False
    position = 0
    while start is not None:
        position = start.start()
        end, date = _at(w, position)
        if date is None:
            position += 1
        else:
            found.append((position + date.lead, end, date))
            position, timed = end, timed or date.when is None
            for begin, last, when in w.waiting:  # "kuartal I dan II 2022": the second one was read with the first
                found.append((begin, last, date_token(w, begin, last, when)))
                position = last
            w.waiting.clear()
        start = START.search(letters, position)
    if found:
        window.join(found)
        if timed:
            list_times(window)
        join_intervals(window)


def _at(w: DateWindow, position: int) -> tuple[int, DateToken | None]:
    """Return the date or time that begins at `position` and where it ends; None where there is none."""
    letter = w.letters[position]
    if letter in "Ww":
        return _weekday(w, position)
    if letter in "Dd" and w.letter(position + 1) in "~-_":
        loose = loose_time(w, position)
        if loose[1] is not None:
            return loose
    if letter in "LC" or (letter == "Y" and zoned(w, position + 1)):
        return clock(w, position)
    if letter in "NqDdi" and w.dates.clock_past:
        told = told_time(w, position)
        if told[1] is not None:
            return told
    found = _date(w, position)
    if found is None:
        return clock(w, position) if letter in "DdNn" else (position, None)
    end, when = pointed(w, *found)
    date = date_token(w, position, end, when)
    if w.others is not None:
        date.others, w.others = (w.others.edtf or "",), None
    return end, date


def _date(w: DateWindow, position: int) -> Found | None:
    """Return where the date that begins at `position` ends, and what it says."""
    letter = w.letters[position]
    if position and w.tokens[position - 1].key == "#" and not w.tokens[position].gap:
        return None  # "#000AD0"
    for reader in READERS.get(letter, ()):
        found = reader(w, position)
        if found is not None:
            return found
    if letter == "e" and _leads_year(w, position):
        return position + 2, When(year=w.number(position + 1))  # "AD 79"
    if letter == "y" and w.tokens[position + 1].gap == 0:  # "FY2024"
        return position + 2, When(year=full_year(w.number(position + 1)))
    if letter == "r":  # "XIX century"
        number = small(w, position)
        return None if number is None else era(w, position + 2, number)
    return None


def _leads_year(w: DateWindow, position: int) -> bool:
    """Say whether an era stands before its year: "AD 79", not "5AD 79"; a letter before digits is a name: "M 87"."""
    if position and w.tokens[position - 1].kind == "numeral" and not w.tokens[position].gap:
        return False
    return len(w.tokens[position].key) > 1


def _weekday(w: DateWindow, position: int) -> tuple[int, DateToken | None]:
    """Read a weekday, with the date that follows it: "Sabtu, 10 Juni", "Minggu (13/10/2024)"."""
    token = w.tokens[position]
    weekday = int(token.entry.roles["weekday"])
    dated = _bracketed(w, position) or _behind_weekday(w, position)
    if dated is not None:
        end, when = dated
        return end, date_token(w, position, end, replace(when, weekday=weekday))
    if not _stands_alone(w, position):
        return position, None
    end, when = pointed(w, position + 1, When(weekday=weekday))
    if w.letter(end) == "z":
        end, when = pointed(w, end + 1, when)
    return end, date_token(w, position, end, when)


def _bracketed(w: DateWindow, position: int) -> Found | None:
    """Read "Minggu (13/10)", "Fri 5/12": a day and a month in digits."""
    match = BRACKETED.match(w.letters, position + 1)
    if match is None:
        return _bracketed_days(w, position)
    bracketed = match.group(1) is not None
    first, second = (w.number(match.start(group)) for group in ((1, 2) if bracketed else (3, 4)))
    if min(first, second) > LAST_MONTH or max(first, second) > LAST_DAY:
        return None
    day_first = first > LAST_MONTH or (w.dates.numeric_order.startswith("day") and second <= LAST_MONTH)
    day, month = (first, second) if day_first else (second, first)
    return match.end(), When(month=month, day=day)


def _bracketed_days(w: DateWindow, position: int) -> Found | None:
    """Read "Minggu (5-6/10/2024)": two days of a month, the latter of which is the weekday's."""
    match = BRACKETED_DAYS.match(w.letters, position + 1)
    if match is None or not w.dates.numeric_order.startswith("day"):
        return None
    begin = w.letters.index("(", position) + 1
    first, last, month = (w.number(begin + step) for step in (0, 2, 4))
    year = w.number(match.start(1)) if match.group(1) else None
    if not first < last or month > LAST_MONTH:
        return None
    return match.end(), When(year=year, month=month, day=first, end=When(year=year, month=month, day=last))


def _behind_weekday(w: DateWindow, position: int) -> Found | None:
    match = DAY_BEHIND.match(w.letters, position + 1)
    if match is None:
        return None
    found = _date(w, match.end() + (w.letter(match.end()) == "l"))
    if found is None or found[1].month is None or found[1].day is None:
        return None
    end, when = found
    if "(" in match.group() and w.letter(end) == ")":
        end += 1
    return pointed(w, end, when)


def _another_word(w: DateWindow, position: int) -> bool:
    """Say whether a short weekday is another word, from what follows: "Sun and sand fade paint", "the Sat phone"."""
    following = w.tokens[position + 1] if position + 1 < w.size else None
    if following is None or following.kind != "word" or following.capital:
        return False
    return opens(w, position) or BESIDE_WEEKDAY.isdisjoint(following.entry.roles)


def _stands_alone(w: DateWindow, position: int) -> bool:
    """Say whether a weekday without a date is one: not in "Pasar Minggu", "Salat Jumat", "dua minggu"."""
    token = w.tokens[position]
    inside = in_name(w, position)
    if w.letters[position] == "w":
        if not token.capital or inside or _another_word(w, position) or w.role(position - 1, "person_lead"):
            return False
        return w.letter(position - 1) not in "DdnNo" and w.letter(position + 1) != "x"
    if (inside and opens(w, position - 1)) or (not inside and named(w, position)):
        return False
    return token.capital or len(token.key) > 3
