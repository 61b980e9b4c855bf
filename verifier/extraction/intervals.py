"""Tokens in, tokens out with the two ends of an interval joined, and days that share a month dated."""

from dataclasses import replace

from verifier.extraction.calendar_parts import When, interval
from verifier.extraction.clock import clock_value
from verifier.extraction.date_window import DASHES, DateToken
from verifier.extraction.scan import Token

__all__ = ["join_intervals"]


def join_intervals(tokens: list[Token]) -> list[Token]:
    """Return the tokens with the ends of each interval joined; every date is a `DateToken` by now."""
    share_parts(tokens)
    out: list[Token] = []
    done = 0
    for position in [place for place, token in enumerate(tokens) if isinstance(token, DateToken)]:
        if position < done:
            continue
        end, date = span(tokens, position)
        out += tokens[done:position]
        out.append(date)
        done = end
    return out + tokens[done:]


def share_parts(tokens: list[Token]) -> None:
    """Date what shares its month, year or quarter with the date after it: "12 dan 13 Mei 2020", "Maret dan Mei 2021"."""
    for position in range(len(tokens) - 1, 1, -1):
        date, joint = tokens[position], tokens[position - 1]
        if not isinstance(date, DateToken) or date.when is None:
            continue
        if isinstance(joint, DateToken) and joint.when is not None and joint.when.quarter:
            joint.when = replace(
                joint.when, year=joint.when.year or date.when.year
            )  # "kuartal III Januari-September 2007"
        if not joins(joint):
            continue
        before = tokens[position - 2]
        if isinstance(before, DateToken):
            if before.when is not None:
                before.when = with_year(before.when, date.when)
            continue
        part = left_part(before, date.when, joint)
        if part is not None:
            tokens[position - 2] = DateToken(before, before, part)
            tokens[position - 2].rules = before.rules


def with_year(first: When, last: When) -> When:
    """Return `first` with the year of `last` where it has none of its own."""
    if first.year is not None or last.year is None or first.shift is not None:
        return first
    if first.month is not None or (first.quarter and last.quarter):
        return replace(first, year=last.year)
    return first


def joins(token: Token) -> bool:
    """Say whether a token joins two dates or two days."""
    return token.key in DASHES or token.key in (",", "/") or "to" in token.entry.roles or "and" in token.entry.roles


def left_part(before: Token, when: When, joint: Token) -> When | None:
    """Return the date of a number that shares month, quarter or year with the date after it."""
    if before.kind != "numeral" or not before.values or before.form not in ("digits", "words", "ordinal"):
        return None
    value = before.values[0]
    if value != int(value) or len(before.key) > 12:
        return None
    number = int(value)
    if when.day is not None and when.month is not None and when.end is None and 1 <= number <= 31:
        if number < when.day or joint.key not in DASHES:
            return replace(when, day=number, weekday=None)
    if (
        when.year is not None
        and when.year <= 0
        and when.month is None
        and joint.key in DASHES
        and before.key.isdecimal()
    ):
        return When(year=1 - number) if number >= 1 - when.year else None  # "305-30 SM"
    if (
        when.year is not None
        and when.month is None
        and when.quarter is None
        and joint.key in DASHES + "/"
        and before.key.isdecimal()
    ):
        if 100 <= number <= when.year and len(before.key) in (3, 4):
            return When(year=number)
    if when.century is not None and before.form == "ordinal" and number <= abs(when.century):
        return When(century=number if when.century > 0 else -number)
    return None


def span(tokens: list[Token], position: int) -> tuple[int, DateToken]:
    """Join two dates with a dash or a word such as "hingga" between them."""
    first = tokens[position]
    assert isinstance(first, DateToken)
    end = position + 1
    if first.when is None:
        return clock_interval(tokens, position, first)
    if end + 1 >= len(tokens):
        return end, first
    joint = tokens[end]
    last = tokens[end + 1]
    if "day_time" in last.entry.roles and end + 2 < len(tokens):
        end, last = end + 1, tokens[end + 2]
    dash = joint.key in DASHES
    if not (dash or joint.key == "/" or "to" in joint.entry.roles):
        return position + 1, first
    if not isinstance(last, DateToken) or last.when is None:
        return short_year(tokens, position, first) if dash or joint.key == "/" else (position + 1, first)
    if not comparable(first.when, last.when) or (
        not dash and joint.key != "/" and first.when.relative and last.when.relative and first.when.month is None
    ):
        return position + 1, first
    when = interval(first.when, last.when)
    if not in_order(when):
        return position + 1, first
    token = DateToken(first, last, when)
    token.rules = first.rules + last.rules
    token.problem = first.problem or last.problem
    return end + 2, token


def short_year(tokens: list[Token], position: int, first: DateToken) -> tuple[int, DateToken]:
    """Read "2012-13", "1998/99"."""
    last = tokens[position + 2]
    when = first.when
    if when is not None and when.year is not None and when.month is None and when.quarter is None and when.half is None:
        if (
            last.kind == "numeral"
            and last.key.isdecimal()
            and len(last.key) == 2
            and last.gap == 0
            and tokens[position + 1].gap == 0
        ):
            year = when.year // 100 * 100 + int(last.key)
            if year > when.year:
                return position + 3, DateToken(first, last, interval(when, When(year=year)))
    return position + 1, first


def clock_interval(tokens: list[Token], position: int, first: DateToken) -> tuple[int, DateToken]:
    if position + 2 < len(tokens):
        joint, last = tokens[position + 1], tokens[position + 2]
        if joint.key in DASHES or "to" in joint.entry.roles:
            clock = last.clock if isinstance(last, DateToken) and last.when is None else clock_value(last, True)
            if clock:
                return position + 3, DateToken(first, last, None, f"{first.clock}/{clock}")
    return position + 1, first


def comparable(first: When, last: When) -> bool:
    if first.shift or last.shift or first.end or last.end or first.recurring:
        return False
    if first.weekday and first.day is None or last.weekday and last.day is None:
        return False
    if first.quarter or last.quarter or first.half or last.half:
        return bool(first.quarter and last.quarter or first.half and last.half)
    if first.century or last.century:
        return bool(first.century and last.century)
    if first.decade is not None or last.decade is not None:
        return first.decade is not None and last.decade is not None
    if first.month is None and first.year is not None:
        return last.year is not None
    return last.month is not None or (first.year is None and last.year is None)


def in_order(when: When) -> bool:
    last = when.end
    if last is None or when.year is None or last.year is None:
        return True
    return (when.year, when.month or 0, when.day or 0) <= (last.year, last.month or 13, last.day or 32)
