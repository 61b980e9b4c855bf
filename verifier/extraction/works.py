"""A number that begins a sentence in, whether it begins the title of a work out: "101 Dalmatians is a film"."""

import re
from functools import cache

from verifier.extraction.amount import Amount
from verifier.extraction.tokens import Window
from verifier.pack import Pack

__all__ = ["begins_title", "names_work"]

ENDS = ".!?\n"
REACH = 100  # characters from the number to the word for the work
LEAD = 8  # characters before the sentence


def begins_title(amount: Amount, w: Window) -> bool:
    """Say whether what begins with the number is one work: "500 Days of Summer is a 2009 film", not "20 songs are"."""
    noise = w.lexicon.pack.noise
    if not noise.works or not noise.work_copulas or amount.money or amount.high:
        return False
    if amount.unit and not w.tokens[amount.end - 1].capital:
        return False
    start, end = w.start(amount.first), w.end(amount.number)
    before = w.text[max(start - LEAD, 0) : start].rstrip(" \t\"“'")
    if before and before[-1] not in ENDS:
        return False
    return _told(w.lexicon.pack).match(w.text, end, end + REACH) is not None


def names_work(amount: Amount, w: Window) -> bool:
    """Say whether a word for a work stands before a number and a capital: "the film 8 Mile", "the song 99 Problems"."""
    if not amount.first or amount.number + 1 >= len(w.tokens) or amount.money or amount.high:
        return False
    before, number, after = w.tokens[amount.first - 1], w.tokens[amount.number], w.tokens[amount.number + 1]
    named = before.key in w.lexicon.pack.noise.works and not before.capital and number.gap == after.gap == 1
    return named and after.kind == "word" and after.capital


@cache
def _told(pack: Pack) -> re.Pattern[str]:
    """Return what reads on from a number to the copula and the word for a work, without a comma between."""
    copulas, works = (
        "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        for words in (pack.noise.work_copulas, pack.noise.works)
    )
    title = r"(?: [^\s.,;:!?()]++(?::(?= (?-i:[A-Z])))?){1,6}?(?: \([^()]{1,30}\))?"
    attributes = r"(?: [\w'’-]++){0,4}?" if pack.numerals.articles else ""  # where they stand before the noun
    return re.compile(rf"{title} (?:{copulas}){attributes} (?:{works})(?!\w)", re.IGNORECASE)
