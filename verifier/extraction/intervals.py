"""Tokens in, tokens out with the two ends of an interval joined, and days that share a month dated."""

from collections.abc import Sequence
from dataclasses import replace

from verifier.extraction.calendar_parts import When, interval
from verifier.extraction.date_window import DASHES, DateToken
from verifier.extraction.hours import clock_end, hour_before, hours_to, of_one_half
from verifier.extraction.tokens import MARKS, TRAITS, Joint, Token, Window

__all__ = ["join_intervals"]

LONGEST_LIFE = 130  # years between the ends of "(842 – 3 Mei 901)"
FIRST_MODERN = 1500  # years from here on are hardly ones before Christ
LAST_DOUBTED = 1850  # no year of a season: "2012/2013 – 2015"
LONGEST_PART = 12  # characters of a day or year that stands before the rest of its date


def join_intervals(window: Window) -> None:
    """Join the two ends of each interval in `window`; every date is a `DateToken` by now."""
    if stands_alone(window):
        return
    share_parts(window)
    joints: list[Joint] = []
    marks = window.traits[MARKS]
    position = marks.find("#")
    while position >= 0:
        end, date = span(window.tokens, position)
        if end > position + 1:
            joints.append((position, end, date))
        position = marks.find("#", end)
    if joints:
        window.join(joints)


def stands_alone(window: Window) -> bool:
    """Say whether there is one date only, and nothing beside it that could join it to a number."""
    tokens, marks = window.tokens, window.traits[MARKS]
    position = marks.find("#")
    if marks.find("#", position + 1) >= 0:
        return False
    if position > 1 and joins(tokens[other_end(tokens, position) + 1]):
        return False
    return position + 2 >= len(tokens) or not bridges(tokens[position + 1])


def share_parts(window: Window) -> None:
    """Date what shares its month, year or quarter with the date after it: "12 dan 13 Mei 2020"."""
    tokens, marks = window.tokens, window.traits[MARKS]
    shared = False
    position = marks.rfind("#")
    while position > 1:
        place = dated_before(tokens, position)
        shared, position = shared or place >= 0, place if place >= 0 else marks.rfind("#", 0, position)
    if shared:
        window.traits = "".join(map(TRAITS, tokens))


def dated_before(tokens: list[Token], position: int) -> int:
    """Give the part before the date at `position` what it shares with it; return where a date was made of it, or -1."""
    date, joint = tokens[position], tokens[position - 1]
    if not isinstance(date, DateToken):
        return -1
    if date.when is None:
        return position - 2 if hour_before(tokens, position) else -1
    place = other_end(tokens, position)
    joint = tokens[place + 1]
    if isinstance(joint, DateToken) and joint.when is not None and joint.when.quarter:
        joint.when = replace(joint.when, year=joint.when.year or date.when.year)  # "kuartal III Januari-September 2007"
    if not joins(joint):
        return -1
    before = tokens[place]
    if isinstance(before, DateToken):
        if before.when is not None:
            before.when = with_year(before.when, date.when, to="and" not in joint.entry.roles and joint.key != ",")
            if "and" in joint.entry.roles:
                before.when, date.when = both_recurring(before.when, date.when)
        return -1
    between = place > 0 and "between" in tokens[place - 1].entry.roles and "and" in joint.entry.roles
    part = left_part(before, date.when, joint, between=between)
    if part is None:
        return -1
    tokens[place] = DateToken(before, part)
    tokens[place].rules = before.rules
    return place


def other_end(tokens: Sequence[Token], position: int) -> int:
    """Return where the date or number stands that a joint leads from to the date at `position`.

    The joint is one word or sign, or the comma and the "and" of a longer list ("24, 25, and 26 May"); a word for
    a part of a month may stand behind it ("June to mid-August 2016").
    """
    joint = position - 1
    part = joint - (tokens[joint].key in DASHES)
    if part > 1 and "part" in tokens[part].entry.roles and joins(tokens[part - 1]):
        joint = part - 1
    if joint > 2 and "and" in tokens[joint].entry.roles and tokens[joint - 1].key == tokens[joint - 3].key == ",":
        joint -= 1
    return joint - 1


def with_year(first: When, last: When, *, to: bool) -> When:
    """Return `first` with the year of `last` where it has none of its own, and with its month.

    `to`: both are ends of an interval, which may begin in the year before: "29 Desember hingga 3 Januari 2022".
    """
    only_years = first == When(year=first.year) and last == When(year=last.year)
    if only_years and first.year and last.year is not None and last.year <= 0 and first.year >= 1 - last.year:
        early = to or first.year < FIRST_MODERN  # "tahun 1350 hingga 1295 SM", not "2010 dan 44 SM"
        return When(year=1 - first.year) if early else first
    lacking = last.year is None and (first.day is None or first.month is not None or last.month is None)
    if first.year is not None or lacking or first.shift is not None:
        return first
    if first.day is not None and first.month is None and first.end is None and last.day is not None:
        return replace(first, month=last.month, year=last.year)  # "tanggal 12, 13 dan 14 Mei"
    if first.month is not None or (first.quarter and last.quarter):
        later = (first.month or 0, first.quarter or 0) > (last.month or 12, last.quarter or 4)
        return replace(first, year=last.year - 1 if to and later and last.year is not None else last.year)
    return first


def both_recurring(first: When, last: When) -> tuple[When, When]:
    """Return two days of the year as returning ones where one of them is: "setiap 15 Januari dan 15 Juli"."""
    if not (first.recurring or last.recurring) or not (first.month and last.month) or first.year or last.year:
        return first, last
    return replace(first, recurring=True), replace(last, recurring=True)


def joins(token: Token) -> bool:
    """Say whether a token joins two dates or two days."""
    return token.key in DASHES or token.key in (",", "/") or "to" in token.entry.roles or "and" in token.entry.roles


def left_part(before: Token, when: When, joint: Token, *, between: bool) -> When | None:
    """Return the date of a number that shares month, year, era or century with the date after it.

    `between`: the two are the ends of "antara 1248 dan 1880".
    """
    if before.kind != "numeral" or not before.values or before.form not in ("digits", "words", "ordinal"):
        return None
    value = before.values[0]
    if value != int(value) or len(before.key) > LONGEST_PART:
        return None
    number, dash = int(value), joint.key in DASHES
    if when.day is not None and when.month is not None and when.end is None:
        if dash and before.key.isdecimal() and len(before.key) in (3, 4):  # "842 – 3 Mei 901"
            return When(year=number) if when.year is not None and 0 < when.year - number <= LONGEST_LIFE else None
        if not 1 <= number <= 31 or (dash and number >= when.day):
            return None
        day = replace(when, day=number, weekday=None)
        return month_before(day) if number > when.day and "to" in joint.entry.roles else day
    if when.century is not None:
        shared = before.form == "ordinal" and number <= abs(when.century)
        return When(century=number if when.century > 0 else -number) if shared else None
    if when.year is None or when.month is not None or when.quarter is not None or not before.key.isdecimal():
        return None
    if when.year <= 0:  # "305-30 SM", "1350 to 1295 BC"
        ends = dash or between or "to" in joint.entry.roles
        return When(year=1 - number) if ends and number >= 1 - when.year else None
    early = 100 <= number <= when.year and len(before.key) in (3, 4)
    return When(year=number) if early and (dash or joint.key == "/" or between) else None


def month_before(when: When) -> When:
    """Return the same day of the month before: "24 sampai 3 Oktober" begins in September."""
    month = (when.month or 1) - 1
    year = when.year if month or when.year is None else when.year - 1
    return replace(when, month=month or 12, year=year)


def span(tokens: list[Token], position: int) -> tuple[int, DateToken]:
    """Return the date at `position`, with the other end of its interval where it has one, and where it ends."""
    first = tokens[position]
    assert isinstance(first, DateToken)
    alone = position + 1, first
    if position + 2 >= len(tokens) or not bridges(tokens[position + 1]):
        return alone
    joint, end = tokens[position + 1], position + 2
    either = doubted(tokens, position)
    if either is not None:
        return end + 3, either
    if first.when is None and (hours := hours_to(tokens, position)):
        return end + 2, DateToken(first, None, hours)
    if first.when is None:
        time = clock_end(tokens[end], joint)
        return (end + 1, DateToken(first, None, f"{of_one_half(first, tokens[end])}/{time}")) if time else alone
    if "day_time" in tokens[end].entry.roles and end + 1 < len(tokens):  # "3 Mei sampai pagi 4 Mei"
        end += 1
    last = tokens[end]
    if not isinstance(last, DateToken):
        year = short_year(first.when, joint, last)
        return alone if year is None else (end + 1, DateToken(first, interval(first.when, year)))
    word = joint.key not in DASHES and joint.key != "/"
    if last.when is None or not matches(first.when, last.when, spoken=word):
        return alone
    when = interval(first.when, last.when)
    if not in_order(when):
        return alone
    token = DateToken(first, when)
    token.rules = first.rules + last.rules
    token.problem = first.problem or last.problem
    return end + 1, token


def doubted(tokens: list[Token], position: int) -> DateToken | None:
    """Return one interval with two readings where two years are given for its first end.

    "842 / 845 – 3 Mei 901" begins in one of the two.
    """
    if position + 4 >= len(tokens) or tokens[position + 1].key != "/" or tokens[position + 3].key not in DASHES:
        return None
    first, second, last = (when_of(tokens[place]) for place in (position, position + 2, position + 4))
    if first is None or second is None or last is None or not first.year or not second.year or not last.year:
        return None
    if first != When(year=first.year) or second != When(year=second.year):
        return None
    if not first.year < second.year < last.year <= min(first.year + LONGEST_LIFE, LAST_DOUBTED):
        return None
    token = DateToken(tokens[position], interval(first, last))
    token.others = (interval(second, last).edtf or "",)
    token.rules = tokens[position].rules + tokens[position + 4].rules
    return token


def when_of(token: Token) -> When | None:
    """Return what a date states that is no interval."""
    return token.when if isinstance(token, DateToken) and token.when and token.when.end is None else None


def bridges(token: Token) -> bool:
    """Say whether a token can stand between the two ends of an interval."""
    return token.key in DASHES or token.key == "/" or "to" in token.entry.roles


def short_year(first: When, joint: Token, last: Token) -> When | None:
    """Return the year whose last two digits end an interval: "2012-13", "1998/99"."""
    only_year = first.year is not None and not (first.month or first.quarter or first.half or first.end)
    touching = joint.gap == last.gap == 0 and last.kind == "numeral" and len(last.key) == 2 and last.key.isdecimal()
    if first.year is None or not only_year or not touching:
        return None
    year = first.year // 100 * 100 + int(last.key)
    return When(year=year) if year > first.year else None


def matches(first: When, last: When, *, spoken: bool) -> bool:
    """Say whether two dates can be the ends of one interval; `spoken`: a word joins them, not a dash."""
    if first.shift or last.shift or first.end or last.end or first.recurring:
        return False
    if spoken and first.relative and last.relative and first.month is None:
        return False
    if (first.weekday and first.day is None) or (last.weekday and last.day is None):
        return False
    for part in ("quarter", "half", "century", "decade"):
        if getattr(first, part) is not None or getattr(last, part) is not None:
            return getattr(first, part) is not None and getattr(last, part) is not None
    if first.month is None and first.year is not None:
        return last.year is not None
    return last.month is not None or (first.year is None and last.year is None)


def in_order(when: When) -> bool:
    """Say whether the second end of an interval is not before the first."""
    last = when.end
    if last is None or when.year is None or last.year is None:
        return True
    return (when.year, when.month or 0, when.day or 0) <= (last.year, last.month or 13, last.day or 32)
