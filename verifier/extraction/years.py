"""Years, decades and years of an era: "2007", "1990-an", "the 1920s", "512 SM"."""

import re

from verifier.extraction.calendar_parts import When, full_year
from verifier.extraction.counted_years import CHANGE_REACH, LEAST_BARE, MOST_BARE, counts_something, other_era
from verifier.extraction.date_window import DateWindow, in_name, labelled, led, opens
from verifier.extraction.decades import DECADE, decade
from verifier.extraction.identifiers import in_code
from verifier.extraction.phones import in_phone
from verifier.extraction.pointing import priced

__all__ = ["year_like"]

CHAIN = re.compile(r"Y[-/][DnYN][-/][DnYN]|[DnYN][-/][DnYN][-/]Y")
ERA = re.compile(r"([DdnY])([Ee])")
LEAST_NAMED = 1750  # the same for earlier years: "Dell Inspiron 1525"
MOST_NAMED = 2035  # behind a capitalised word: "Blade Runner 2049"
FIRST_YEAR = re.compile(r"t[nY][&T-]$")
FOLLOWED = frozenset({"counted", "classifier", "currency", "scale", "times", "unit"})  # roles of what is no year's
LIFE = re.compile(r"\([nY]-[nY]\)")
LONGEST_LIFE = 130  # years
NO_NOUN = frozenset({"function", "to", "part", "modifier", "period", "filler"})  # roles of what leads no year by "pada"
ROUND = 50  # "1250 M" may be metres, "1365 M" is a year


def year_like(w: DateWindow, position: int) -> tuple[int, When] | None:
    """Read "1990-an", "the '90s", "512 SM", "2007", "tahun 988"."""
    token = w.tokens[position]
    if token.form not in ("digits", "") and w.letters[position] != "'":
        return None
    following = w.letter(position + 1)
    match = DECADE.match(w.letters, position) if w.letters[position] == "'" or following in "-'S" else None
    if match is not None and all(part.gap == 0 for part in w.tokens[position + 1 : match.end()]):
        found = decade(w, match)
        return found if found is not None or "'" not in match.group() else bare_year(w, position)  # "2023's"
    match = ERA.match(w.letters, position) if following in "Ee" else None
    if match is not None and era_holds(w, position):
        year = w.number(position)
        return position + 2, When(year=1 - year if match.group(2) == "E" else year)
    if w.letters[position] == "'" and w.letter(position + 1) in "Dn" and w.tokens[position + 1].gap == 0:
        number = w.number(position + 1)
        model = w.role(position - 1, "article") and position + 2 < w.size and w.tokens[position + 2].capital
        if len(w.tokens[position + 1].key) == 2 and token.gap and (led(w, position) or model):  # "a '94 Civic"
            return position + 2, When(year=full_year(number))
    return bare_year(w, position)


def era_holds(w: DateWindow, position: int) -> bool:
    """A one-letter era ("M") needs a lead word; after a currency it is a scale."""
    era = w.tokens[position + 1]
    if len(era.key) > 1 or w.role(position - 1, "year_lead") is not None:
        return True
    if w.letter(position - 1) in "&T-" and w.letter(position - 2) in "Ee":  # "tahun 670 M dan 692 M"
        return True
    return w.letters[position] == "Y" and era.capital and w.number(position) % ROUND > 0 and not priced(w, position)


def bare_year(w: DateWindow, position: int) -> tuple[int, When] | None:
    letter = w.letters[position]
    if letter == "n":
        return (position + 1, When(year=w.number(position))) if early(w, position) else None
    if letter != "Y" or counts_something(w, position):
        return None
    number = w.number(position)
    plain = LEAST_BARE <= number <= MOST_NAMED and not numbers_model(w, position, number)
    if (plain or year_holds(w, position, number)) and not in_chain(w, position):
        return position + 1, When(year=number)
    return None


def early(w: DateWindow, position: int) -> bool:
    """Say whether three digits are a year: "tahun 988", "Karel (742–814)", "wafat pada 735"."""
    if w.letter(position - 1) == "_":
        holds = stated(w, position)
    else:
        holds = leads(w, position) or lived(w, position) or stated(w, position) or follows_year(w, position)
    if not holds:
        return False
    return 100 <= w.number(position) <= 999 and not other_era(w, position)


def leads(w: DateWindow, position: int) -> bool:
    """Say whether the word for a year stands before the digits, and no pointing word before it."""
    if w.letter(position - 1) != "t" or w.tokens[position - 1].kind not in ("word", "phrase"):
        return False
    return not (w.dates.deictics_first and w.letter(position - 2) == "x")  # "last year 300 people died"


def stated(w: DateWindow, position: int) -> bool:
    """Say whether three digits end "wafat pada 735": two words that lead a year stand before them."""
    if w.role(position - 1, "year_lead") is None or w.role(position - 2, "year_lead") is None:
        return False
    if not NO_NOUN.isdisjoint(w.tokens[position - 2].entry.roles):
        return False
    after = w.tokens[position + 1] if position + 1 < w.size else None
    return after is None or (after.kind == "sign" and after.gap == 0) or "function" in after.entry.roles


def follows_year(w: DateWindow, position: int) -> bool:
    """Say whether digits are the later of two years behind one word: "antara tahun 780 dan 840"."""
    if w.letter(position - 1) not in "&T-" or not FIRST_YEAR.search(w.letters, max(position - 3, 0), position):
        return False
    after = w.tokens[position + 1].entry.roles if position + 1 < w.size else {}
    return w.number(position - 2) < w.number(position) and FOLLOWED.isdisjoint(after)


def lived(w: DateWindow, position: int) -> bool:
    """Say whether digits are an end of the life or reign behind a name: "Karel (742–814) adalah raja"."""
    match = LIFE.search(w.letters, max(position - 4, 0), position + 5) if w.letter(position - 1) in "(-" else None
    if match is None or not match.start() < position < match.end():
        return False
    first, last = match.start() + 1, match.end() - 2
    name = w.tokens[match.start() - 1] if match.start() else None
    if name is None or not name.capital or name.entry.roles or name.kind != "word":
        return False
    return 0 < w.number(last) - w.number(first) <= LONGEST_LIFE and w.role(match.end(), "copula") is not None


def year_holds(w: DateWindow, position: int, number: int) -> bool:
    """Say whether four digits that are an unusual year are one: "tahun 988", "(1066)", "by 2050"."""
    before = w.tokens[position - 1] if position else None
    if w.role(position + 1, "per") and w.letter(position - 1) == "(":  # "(1000 per sq mile)"
        return False
    if before is not None and (before.entry.roles.get("year_lead") or w.letters[position - 1] in "tp(-/k"):
        return True
    if w.letter(position + 1) == ")" and w.letter(position - 1) in "(,-_i":
        listed = w.letter(position - 1) == "," and w.letter(position - 2) in "nY"  # "(1001, 1002, 1003)"
        return not listed and (before is None or not before.shouted)  # "(CO 1234)"
    if spanned(w, position) or follows_year(w, position):
        return True
    return LEAST_BARE <= number <= MOST_BARE and (not in_name(w, position) or opens(w, position - 1))


def numbers_model(w: DateWindow, position: int, number: int) -> bool:
    """Say whether four digits behind a name are hardly a year: "the Dell Inspiron 1525"."""
    return number < LEAST_NAMED and in_name(w, position) and not opens(w, position - 1)


def spanned(w: DateWindow, position: int) -> bool:
    """Say whether four digits are an end of "from 1368 to 1644", where nothing changed by so much.

    "Between 1375 and 1400" is one too.
    """
    first = position if w.role(position - 1, "from") or w.role(position - 1, "between") else position - 2
    lead, joint = ("between", "&") if w.role(first - 1, "between") else ("from", "T")
    if not w.role(first - 1, lead) or w.letter(first) != "Y" or w.letter(first + 2) != "Y":
        return False
    if w.letter(first + 1) != joint or not w.number(first) < w.number(first + 2) <= MOST_NAMED:
        return False
    if any("changing" in token.entry.roles for token in w.tokens[max(first - CHANGE_REACH, 0) : first]):
        return False
    after = w.tokens[first + 3] if first + 3 < w.size else None
    return after is None or after.kind == "sign" or "function" in after.entry.roles


def in_chain(w: DateWindow, position: int) -> bool:
    """Say whether it is a part of an identifier: "0812-5550-1934", "34/PMK/2007", "no 41 / 1999", "QX-77-2041"."""
    linked = w.letter(position - 1) in "-/" or w.letter(position + 1) in "-/"
    if linked and lived_from_early(w, position):
        return False
    if linked and CHAIN.search(w.letters, max(position - 4, 0), position + 5):
        return True
    if in_phone(w.tokens, position):
        return True
    if position < 2 or w.letters[position - 1] not in "-/":
        return False
    if in_code(w.window, position, position + 1):
        return True
    before = w.tokens[position - 2]
    if before.kind == "numeral" and before.gap == 0 and position > 2 and w.tokens[position - 3].kind == "word":
        return True  # "DDR3-1333"
    if w.tokens[position].gap or w.tokens[position - 1].gap:
        return w.letters[position - 1] == "/" and w.letters[position - 2] not in "YX#)"
    if before.kind in ("word", "phrase"):
        return before.entry.tag not in "MmqhcTp"
    if before.kind == "numeral" and labelled(w, position - 2):
        return True
    if before.kind == "numeral" and before.key[0] == "0" and position > 2 and w.tokens[position - 3].shouted:
        return True  # "SNI 03-1729"
    if before.kind != "numeral" or w.letters[position - 2] in "YoD":
        return False
    return not (w.letters[position - 2] == "n" and led(w, position - 2))


def lived_from_early(w: DateWindow, position: int) -> bool:
    """Say whether four digits end "(980-1037)", which begins with a year of three."""
    if w.letters[position - 3 : position + 2] != "(n-Y)" or position < 3:
        return False
    return 0 < w.number(position) - w.number(position - 2) <= LONGEST_LIFE
