"""Four digits and what stands around them in, whether they count something rather than being a year, out."""

import re
from itertools import pairwise

from verifier.extraction.addresses import addressed, on_block
from verifier.extraction.date_window import DateWindow, opens
from verifier.extraction.decades import COUNTING_MODIFIERS
from verifier.extraction.plurals import is_plural
from verifier.extraction.quoted import closes_quotation
from verifier.extraction.tokens import Token

__all__ = ["CHANGE_REACH", "LEAST_BARE", "MOST_BARE", "counts_something", "other_era"]

CHANGE_REACH = 4  # words from a verb of change to the first of its numbers
COUNTED = frozenset({"counted", "mass", "classifier", "currency", "scale", "times"})  # roles of what four digits count
UNNAMED = frozenset({"function", "year_lead", "person_lead", "modifier", "part"})  # of words that lead no such name
DESIGNATING = 2  # letters behind the year of a minor planet
LEAST_BARE, MOST_BARE = 1500, 2099  # years that need no word before them
ROW = re.compile(r"[DnYN](?:,[DnYN]){2,12}(?:,?&[DnYN])?")
ROW_REACH = 24  # letters on each side of a member of a row
LEAST_ROW = 4  # members


def counts_something(w: DateWindow, position: int) -> bool:
    """Say whether the four digits belong to a unit, a currency, a counted noun or a label."""
    if counts_by_before(w, position) or counts_by_after(w, position) or other_era(w, position):
        return True
    listed = "," in (w.letter(position + 1), w.letter(position - 1))
    return (listed and in_row(w, position)) or tells_subject(w, position)


def other_era(w: DateWindow, position: int) -> bool:
    """Say whether a word beside makes it a year of another calendar: "1445 H", "tahun Saka 1485"."""
    after = w.role(position + 1, "other_era") is not None and w.tokens[position + 1].gap == 1
    return after or (w.role(position - 1, "other_era") is not None and len(w.tokens[position - 1].key) > 1)


def in_row(w: DateWindow, position: int) -> bool:
    """Say whether it is one of a row of rising amounts: the notes of "500, 1000, 2000, 4000 riel"."""
    row = next(
        (
            row
            for row in ROW.finditer(w.letters, max(position - ROW_REACH, 0), position + ROW_REACH)
            if row.end() > position
        ),
        None,
    )
    if row is None or row.start() > position or row.end() >= w.size:
        return False
    values = [token.values[0] for token in w.tokens[row.start() : row.end()] if token.values]
    rising = len(values) >= LEAST_ROW and all(first < second for first, second in pairwise(values))
    return rising and values[-1] > MOST_BARE and w.tokens[row.end()].entry.measuring


def tells_subject(w: DateWindow, position: int) -> bool:
    """Say whether the digits count those of whom the verb behind tells: "around 2000 were hurt"."""
    first = position - 2 if w.letter(position - 1) == "&" else position
    last = position + 2 if w.letter(position + 1) == "&" else position
    if w.role(last + 1, "plural_verb") is None:
        return False
    if w.role(first - 1, "between") is not None:
        return first < last and opens(w, first - 1)
    return first == last and w.role(first - 1, "modifier") is not None


def counts_by_before(w: DateWindow, position: int) -> bool:
    """Say whether what stands before the digits makes them a count: "Rp2000", "nomor 1999", "more than 2000"."""
    if not position:
        return False
    roles = w.tokens[position - 1].entry.roles
    if "currency_sign" in roles or rises_to(w, position):
        return True
    if w.tokens[position].gap == 0 and w.letters[position - 1] not in "(/-',":
        return True
    return "year_lead" not in roles and ("label" in roles or roles.get("modifier") in COUNTING_MODIFIERS)


def rises_to(w: DateWindow, position: int) -> bool:
    """Say whether an index stands there after a change in percent: "rose 0.65% to 2094"."""
    if position < 3 or w.role(position - 1, "to") is None or w.role(position - 2, "unit") != "percent":
        return False
    return any(
        "changing" in token.entry.roles for token in w.tokens[max(position - 3 - CHANGE_REACH, 0) : position - 3]
    )


def counts_by_after(w: DateWindow, position: int) -> bool:
    """Say whether what stands behind the digits makes them a count: "2000 orang", "1500 km", "1620 Quarry Road"."""
    if position + 1 >= w.size:
        return False
    following = w.tokens[position + 1]
    roles = following.entry.roles
    if following.kind == "sign" and not roles:  # most years end a part of a sentence
        return following.key in ("%", "°")
    if following.gap == 0 and following.kind in ("word", "numeral", "power"):
        return True
    if (following.capital and addressed(w.tokens, position + 1)) or plural_after(w, position):
        return True
    if on_block(w.tokens[position], following) or designates(w, position):
        return True
    if ("counted" in roles or "mass" in roles) and "classifier" not in roles and surely_led(w, position):
        return False
    if "era" in roles and following.capital and len(following.key) == 1 and following.gap:
        return True  # "dana 1500 M"; a year of an era was read before
    if "rounded" in roles:  # "pada 1998 ribuan mahasiswa"
        return False
    if not COUNTED.isdisjoint(roles) or following.key in ("%", "°"):
        return not _once(w, following)
    return "unit" in roles and measures(w, position + 1)


def _once(w: DateWindow, following: Token) -> bool:
    """Say whether "time" is one, where times have a plural: "her 2009 time"."""
    endings = w.pack.phrases.plural_endings
    plural = is_plural(following.key, w.pack.phrases) or following.gap == 0
    return bool(endings) and following.entry.roles.keys() == {"times"} and not plural


def designates(w: DateWindow, position: int) -> bool:
    """Say whether the year begins the name of a minor planet: "the icy world 2002 LM60", not "in 2020 EU27 met"."""
    letters, digits = w.tokens[position + 1 : position + 3] if position + 2 < w.size else (w.tokens[position],) * 2
    if not letters.shouted or len(letters.key) != DESIGNATING or digits.gap or not digits.key.isdecimal():
        return False
    before = w.tokens[position - 1] if position else None
    return before is not None and before.kind in ("word", "phrase") and UNNAMED.isdisjoint(before.entry.roles)


def measures(w: DateWindow, position: int) -> bool:
    """Say whether the word at `position`, which can be a unit, is one behind four digits."""
    unit = w.tokens[position]
    roles = unit.entry.roles
    if unit.kind == "sign" and (unit.gap or w.letter(position + 1) == "S" or closes_quotation(w.window, position)):
        return False  # "2023's", "in 1960".
    if "period" in roles:
        return w.letter(position + 1) != "x"
    goes_on = position + 1 < w.size and w.tokens[position + 1].kind != "sign"
    return not ("function" in roles and goes_on)  # "in 1600 in the end": a unit only where nothing follows


def surely_led(w: DateWindow, position: int) -> bool:
    """Say whether a word before says that a year follows: in "pada 2023 penduduk naik" nothing is counted."""
    before = w.tokens[position - 1].entry.roles if position else {}
    return "year_lead" in before and "modifier" not in before and LEAST_BARE <= w.number(position) <= MOST_BARE


def plural_after(w: DateWindow, position: int) -> bool:
    """ "stores 1984 crates": a verb before and a plural behind make it a count."""
    before, after = w.tokens[position - 1] if position else None, w.tokens[position + 1]
    if before is None or before.entry.roles or before.kind != "word" or before.capital:
        return False
    return is_plural(after.key, w.pack.phrases) and not after.entry.roles and not after.capital and after.gap == 1
