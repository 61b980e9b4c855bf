"""Decades: "1990-an", "the '90s"; and numbers that only look like one: "70-an kios"."""

import re

from verifier.extraction.calendar_parts import When
from verifier.extraction.date_window import DateWindow

__all__ = ["COUNTING_MODIFIERS", "DECADE", "decade"]

LAST_YEAR = 2099
LEAST_ATTRIBUTE = 50  # of a decade that is told by its noun alone
VAGUE = 1000
AFTER_DECADE = 3  # tokens from "1860" to what follows "s and"
CENTURY = 100  # years
DECADE = re.compile(r"'?([DnY])-?'?S")
COUNTING_MODIFIERS = frozenset({"more_than", "at_least", "less_than", "almost"})  # "about" and "up to" may lead a year


def decade(w: DateWindow, match: re.Match[str]) -> tuple[int, When] | None:
    year = w.number(match.start(1))
    if year < 100:
        if year % 10 or year < 10 or not decade_named(w, match):
            return None
        year += _century_before(w, match.start()) or (1900 if year >= 30 else 2000)
    elif year < 1000 and not decade_named(w, match):
        return None  # "120-an buku"
    if year % 10 or year > LAST_YEAR or (year == VAGUE and w.role(match.end(), "part_word") is not None):
        return None  # "1000s of people"
    return match.end(), When(decade=year)


def _century_before(w: DateWindow, position: int) -> int:
    """Return the century of the decade that another goes on from, as in "the 1860s and '70s"; 0 where there is none."""
    if position < AFTER_DECADE or w.letter(position - 1) not in "&T-" or w.letter(position - 2) != "S":
        return 0
    first = position - AFTER_DECADE
    return w.number(first) // CENTURY * CENTURY if w.letter(first) == "Y" else 0


def decade_named(w: DateWindow, match: re.Match[str]) -> bool:
    """Say whether two digits are a decade: "era 90-an", "the '90s"; "20-an orang" are people, "30-an tahun" an age."""
    if w.letters[match.start()] == "'":
        return True
    if w.letter(match.start() - 1) in "&T-" and w.letter(match.start() - 2) == "S":
        return True  # "the 40's and 50's"
    lead = match.start() - 1
    if w.letter(lead) == "-" and w.role(lead - 1, "decade_lead") is not None:
        return True  # "the mid-90s"
    owner = lead - (w.role(lead, "decade_lead") is not None)
    if w.role(owner, "person_lead") and not w.role(owner, "article") and not w.role(owner, "filler"):
        return False  # "in his early 20s"
    if w.role(lead, "modifier") in COUNTING_MODIFIERS:
        return False  # "the over 60s"
    if w.role(lead, "modifier") is not None and w.role(lead, "decade_lead") is None:
        lead -= 1  # "pada sekitar 90-an"; "pesertanya sekitar 90-an" are people
    before = w.tokens[lead].entry.roles if lead >= 0 else {}
    after = w.tokens[match.end()].entry.roles if match.end() < w.size else {}
    if "decade_lead" not in before and (
        w.number(match.start(1)) >= 100 or ("part_word" in before and _plain(w, match.end()))
    ):
        return False  # "puluhan dari 400-an kios"
    possessive = "'" in match.group() and "label" not in before and w.number(match.start(1)) >= LEAST_ATTRIBUTE
    if possessive and _plain(w, match.end()) and not w.tokens[match.end()].capital:
        return True  # "an 80's slasher"
    of_the = "filler" in before and w.tokens[lead].kind == "phrase"
    return ("year_lead" in before or "decade_lead" in before or of_the) and not {"counted", "unit", "currency"} & set(
        after
    )


def _plain(w: DateWindow, position: int) -> bool:
    """Say whether a word stands at `position` that the pack does not know, as most nouns."""
    return position < w.size and w.tokens[position].kind == "word" and not w.tokens[position].entry.roles
