"""A window of tokens in, the same window out with every number as one token: digits, words and both mixed, exact.

Values keep the exponent they were written with: "4,1 juta" is ``4.1E+6``, which still says "to a
tenth of a million". What a text does not settle stays as several values, likeliest first.

Each token is a letter by what it can do in a number (`Window.steps`), so that only those places of a
window are looked at where a number can begin that is not digits alone; these were read as they were
looked up.

    d D v   digits with and without a space before them, "½"    b B   a word that begins a number
    s B     a word that may follow digits: "juta", "th"         k K   "ke", "ke-" before an ordinal
    a       "a" in "a million"                                  / x e - .   the signs of fractions and powers
    c       a number word that is written together                g       a scale word and a unit, the same
"""

import re
from collections.abc import Callable

from verifier.extraction.digit_numerals import join_groups, read_digit_numeral, read_point_first
from verifier.extraction.numeral_window import NumeralWindow, numeral
from verifier.extraction.ordinal_numerals import read_prefixed_ordinal
from verifier.extraction.tokens import LETTERS, STEPS, Joint, Window
from verifier.extraction.word_numerals import read_compound, read_word_numeral

__all__ = ["read_numerals"]

START = re.compile(
    r"""
    [bBKcdDvka.] (?:  # one of these letters, so that all others are passed over at once
      (?<=[bBKc])
    | (?<=[dDv])(?= [Bsev] | -(?:_?s|[bB]|D/D) | /[dD] | [dD]/ | x[dD] )
    | (?<=k)(?=[dDbB-]) | (?<=a)(?=[sbB]) | (?<=\.)(?=D)
    )
    """,
    re.VERBOSE,
)
GLUED = re.compile(r"(?<=[dD])g")
SAID_TWICE = re.compile(r"[DdnNY]\((?=[DdnNY]\))")
DIGITS = ("digits", "mixed")  # forms of a number in digits
READERS: dict[str, Callable[[NumeralWindow, int], int]] = {
    **dict.fromkeys("dDv", read_digit_numeral),
    **dict.fromkeys("bBa", read_word_numeral),
    **dict.fromkeys("kK", read_prefixed_ordinal),
    "c": read_compound,
    ".": read_point_first,
}


def read_numerals(window: Window) -> None:
    """Join the tokens of each number in `window` to one numeral."""
    if window.lexicon.pack.numerals.space_groups:
        join_groups(window)
    steps = window.traits[STEPS]
    if "g" in steps:
        part_glued(window)
        steps = window.traits[STEPS]
    start = START.search(steps)
    if start is None:
        return
    w = NumeralWindow(window)
    while start is not None:
        position = start.start()
        start = START.search(steps, READERS[steps[position]](w, position))
    if w.joints:
        window.join(w.joints)
        join_said_twice(window)


def part_glued(window: Window) -> None:
    """Part the scale words behind numbers from the units that touch them: "2.5 jutakm2", "1.3 jutasqmi"."""
    surfaces = window.lexicon.surfaces
    for place in reversed([match.start() for match in GLUED.finditer(window.traits[STEPS])]):
        middle = window.start(place) + surfaces.scale_in(window.tokens[place].key)
        pieces = window.text[window.bounds[place] : middle], window.text[middle : window.bounds[place + 1]]
        window.part(place, middle, [surfaces[piece] for piece in pieces])


def join_said_twice(window: Window) -> None:
    """Join a number in digits and the same in words, one of them in brackets: "14 (empat belas) hari"."""
    tokens, letters = window.tokens, window.traits[LETTERS]
    joints: list[Joint] = []
    for place in SAID_TWICE.finditer(letters) if "(" in letters else ():
        first, end = place.start(), place.start() + 4
        said, again = tokens[first], tokens[first + 2]
        digits, words = (said, again) if again.form == "words" else (again, said)
        if digits.form in DIGITS and words.form == "words" and digits.values[:1] == words.values:
            token = numeral(window, first, end, digits.values, digits.form, digits.scale, key=digits.key)
            joints.append((first, end, token))
    if joints:
        window.join(joints)
