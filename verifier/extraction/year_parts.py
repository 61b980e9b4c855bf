"""Quarters, halves and centuries: "kuartal III 2007", "first half of 2015", "Q3 2024", "abad ke-16"."""

import re
from dataclasses import replace

from verifier.extraction.calendar_parts import When, full_year
from verifier.extraction.date_window import DateWindow, led
from verifier.extraction.digits import roman
from verifier.extraction.pointing import pointed, pointed_period

__all__ = ["century", "ordinal_first", "part_of_year"]

YEAR = re.compile(r"[/,-]?f?f?t?(Y)|[/]?f?'([Dn])")
POINTED_YEAR = re.compile(r"f?t(?=x)")
SHARED_YEAR = re.compile(r"[&T](?=[Ddor](?:[/,-]?f?f?t?Y))")
CENTURIES = re.compile(r"[&,-]o-?c")
NEXT_CENTURY = re.compile(r"[&T-][or]")
HALF_OF_CENTURY = re.compile(r"f{1,2}o-?c")
UNTOLD = frozenset({"function", "year_lead", "person_lead"})  # roles of words that do not tell what a half is of
QUARTER = "q"  # as EDTF writes it; other short forms are vitamins too: "K2"
LAST_CENTURY = 30


def part_of_year(w: DateWindow, position: int) -> tuple[int, When] | None:
    """Read "kuartal III 2007", "semester kedua tahun 2007", "Q3 2024", "triwulan I/2006"."""
    letter = w.letters[position]
    token, following = w.tokens[position], w.letter(position + 1)
    glued = position + 1 < w.size and w.tokens[position + 1].gap == 0
    if "period_lookalike" in token.entry.roles and not (glued and token.capital and ends_word(w, position + 2)):
        return None
    number = small(w, position + 1)
    if number is None or not 1 <= number <= (4 if letter == "q" else 2):
        return pointed_period(w, position)
    end = position + 2
    extra = w.letter(end) == "q" and "period_lookalike" in w.tokens[end].entry.roles and small(w, end + 1) == number
    if extra:
        end += 2
    when = When(quarter=number) if letter == "q" else When(half=number)
    if following not in "Dndro" or (following == "o" and w.dates.deictics_first):
        return None
    end, dated = shared_year(w, end, when)
    if dated.year is None and "period_lookalike" in token.entry.roles and not (led(w, position) or told(w, position)):
        return None
    return end, dated


def told(w: DateWindow, position: int) -> bool:
    """Say whether a bare quarter is told of, "our Q2 numbers": no question of a list, "Q1: why?", and no "Audi Q3"."""
    before, after = (w.tokens[place] if 0 <= place < w.size else None for place in (position - 1, position + 2))
    if w.tokens[position].key != QUARTER or after is None or after.kind not in ("word", "phrase") or after.capital:
        return False
    return before is None or not before.capital or "function" in before.entry.roles


def ends_word(w: DateWindow, position: int) -> bool:
    return position >= w.size or w.tokens[position].gap > 0 or w.tokens[position].kind == "sign"


def shared_year(w: DateWindow, end: int, when: When) -> tuple[int, When]:
    """Read the year, which two quarters may share: "kuartal I dan II 2022", "kuartal 3 dan 4/2007"."""
    match = SHARED_YEAR.match(w.letters, end)
    second = small(w, match.end()) if match is not None else None
    if match is None or second is None or not 1 <= second <= 4:
        return year_after(w, end, when)
    other = replace(when, quarter=second) if when.quarter else replace(when, half=second)
    last, dated = year_after(w, match.end() + 1, other)
    w.waiting.append((match.end(), last, dated))
    return end, replace(when, year=dated.year)


def ordinal_first(w: DateWindow, position: int) -> tuple[int, When] | None:
    """Read "third quarter of 2007", "first half", "16th century BC", "19th and 20th centuries"."""
    letter = w.letter(position + 1)
    number = w.number(position)
    if letter == "-" and w.letter(position + 2) in "qh":  # "third-quarter"
        number = w.number(position)
        if not 1 <= number <= (4 if w.letter(position + 2) == "q" else 2):
            return None
        return year_after(w, position + 3, When(quarter=number) if w.letter(position + 2) == "q" else When(half=number))
    if letter == "h" and HALF_OF_CENTURY.match(w.letters, position + 2):
        return None  # "the first half of the 20th century"
    if letter == "h" and w.role(position + 2, "unit") and w.role(position + 2, "period") != "year":
        return None  # "the first half hour"
    if letter in "qh" and _of_no_year(w, position + 2):
        return None  # "the second half of the match"
    if letter in "qh" and "period_lookalike" not in w.tokens[position + 1].entry.roles:
        if not 1 <= number <= (4 if letter == "q" else 2):
            return None
        when = When(quarter=number) if letter == "q" else When(half=number)
        end, dated = year_after(w, position + 2, when)
        return end, dated
    gap = w.letter(position + 1) == "-" and w.letter(position + 2) == "c"
    if letter == "c" or gap:
        return era(w, position + 2 + gap, number)
    if CENTURIES.match(w.letters, position + 1):
        return position + 1, When(century=number)
    return None


def _of_no_year(w: DateWindow, position: int) -> bool:
    """Say whether what a half or quarter is of is told, and is no time."""
    end = position
    while w.letter(end) == "f":
        end += 1
    if end == position or end >= w.size or w.letter(end) not in "_Mm":
        return False
    thing = w.tokens[end]
    if w.letter(end) in "Mm":
        return thing.capital
    return thing.kind == "word" and UNTOLD.isdisjoint(thing.entry.roles) and not thing.capital


def year_after(w: DateWindow, end: int, when: When) -> tuple[int, When]:
    match = YEAR.match(w.letters, end)
    if match is None:
        year_word = POINTED_YEAR.match(w.letters, end)
        if year_word is not None and not w.dates.deictics_first:
            return pointed(w, year_word.end(), when)
        return end, when
    year = w.number(match.end() - 1)
    return match.end(), replace(when, year=year if match.group(1) else full_year(year))


def small(w: DateWindow, position: int) -> int | None:
    """Return a small number as digits, word, ordinal or Roman numeral."""
    letter = w.letter(position)
    if letter in "Ddo":
        return w.number(position)
    return roman(w.written(position, position + 1)) if letter == "r" else None


def century(w: DateWindow, position: int) -> tuple[int, When] | None:
    """Read "abad ke-16", "abad XVI", "abad 19 Masehi", "abad ke-4 SM"."""
    number = small(w, position + 1)
    if number is None or not 1 <= number <= LAST_CENTURY:
        return pointed_period(w, position)
    end, when = era(w, position + 2, number)
    second = small(w, end + 1) if NEXT_CENTURY.match(w.letters, end) else None
    if second is not None and number < second <= LAST_CENTURY:  # "abad ke-19 dan ke-20"
        w.waiting.append((end + 1, *era(w, end + 2, second)))
    return end, when


def era(w: DateWindow, end: int, century: int) -> tuple[int, When]:
    if w.letter(end) in "Ee":
        return end + 1, When(century=-century if w.letter(end) == "E" else century)
    return end, When(century=century)
