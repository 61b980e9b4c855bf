"""Two hours or times of one interval in, the time that each of them is out: "2 to 5 pm", "jam 9-10 pagi"."""

import re

from verifier.extraction.clock import clock_value, meridiem
from verifier.extraction.date_window import DASHES, DateToken
from verifier.extraction.tokens import Token

__all__ = ["clock_end", "hour_before", "hours_to", "of_one_half"]

HOUR = re.compile(r"1?\d|2[0-4]")


def hour_before(tokens: list[Token], position: int) -> bool:
    """Make a time of the bare hour before a time: "10 bis 12 Uhr", "2 to 5 pm"; return whether that was done."""
    hour, joint, time = tokens[position - 2 : position + 1]
    if not isinstance(time, DateToken) or not time.clock or hour.kind != "numeral" or not HOUR.fullmatch(hour.key):
        return False
    if "to" not in joint.entry.roles and not (joint.key in DASHES and joint.gap == 0):
        return False
    last, first = int(time.clock[:2]), int(hour.key)
    first += time.halved if first + time.halved < last else 0
    if first >= last:
        return False
    tokens[position - 2] = DateToken(hour, None, f"{first:02d}:00")
    return True


def hours_to(tokens: list[Token], position: int) -> str:
    """Return the interval of "jam 9-10 pagi", a part of the day for both hours; "" where there is none."""
    first, (joint, last, part) = tokens[position], (tokens[position + 1 : position + 4] + [None] * 3)[:3]
    if joint is None or last is None or part is None or not isinstance(first, DateToken):
        return ""
    half = part.entry.roles.get("meridiem")
    touching = joint.key in DASHES and joint.gap == last.gap and (first.parted or not last.gap)
    if half is None or not (touching or "to" in joint.entry.roles) or not HOUR.fullmatch(last.key):
        return ""
    begin = first.clock if first.parted else meridiem(first.clock, str(half))  # "jam 9 pagi sampai 10 malam"
    end = meridiem(f"{int(last.key):02d}:00", str(half))
    return f"{begin}/{end}" if begin < end else ""


def clock_end(last: Token, joint: Token) -> str | None:
    """Return the time that ends an interval of times: "08.00-15.00"."""
    if joint.key == "/":
        return None
    return last.clock if isinstance(last, DateToken) and last.when is None else clock_value(last, True)


def of_one_half(first: DateToken, last: Token) -> str:
    """Return when a time begins that ends in the afternoon: "from 2:30 to 4 pm", but "from 9:30 to 4 pm"."""
    later = [other for other in first.others if isinstance(last, DateToken) and last.halved and other < last.clock]
    return later[0] if later else first.clock
