"""A bare number in digits and the words before it in, whether it is a code, a move in a game or an argument out."""

import re
from collections.abc import Sequence
from functools import cache

from verifier.extraction.amount import Amount
from verifier.extraction.tokens import Token, Window

__all__ = ["argument", "code_stated", "hyphened", "moves", "of_compound", "sized", "timed_model", "under_label"]

REACH = 80  # characters from "Kode pos" to the code
BRACKETS = ("(", ")")
JOINING = frozenset(
    {"to", "part_word", "unit", "function"}
)  # roles of what can stand between two dashes and two numbers
HYPHENS = "-–‑"
MOST_SIDES = 2  # behind the first
LONGEST_ARGUMENTS = 12  # tokens from a number to the bracket
TIMED = ("day", "second")  # units whose letters end the names of models: "BMW 320d"
STATING = (":", "=")
MOVE = re.compile(r"\.{1,3} ?(?:[A-Z]?[a-h]?[1-8]?x?[a-h][1-8](?:=[A-Z])?|O-O(?:-O)?)[+#]?(?!\w)")


def code_stated(amount: Amount, tokens: Sequence[Token], w: Window) -> bool:
    """Say whether the words before name a code: "Kode pos Menteng adalah 10310", "The area code is 212"."""
    nouns = w.lexicon.pack.noise.code_nouns
    counted = amount.noun and "counted" in tokens[amount.noun_end - 1].entry.roles
    if not nouns or amount.unit or counted or not tokens[amount.number].key.isdecimal():
        return False
    first = amount.first
    if first and tokens[first - 1].key == "+":
        first -= 1
    if not first or not (tokens[first - 1].key in STATING or "copula" in tokens[first - 1].entry.roles):
        return False
    start = w.start(first)
    return _code_behind(nouns).search(w.text, max(start - REACH, 0), start) is not None


@cache
def _code_behind(nouns: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds the name of a code in the sentence that ends where the search does."""
    names = "|".join(map(re.escape, sorted(nouns, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)[^.!?;\n]*+\Z", re.IGNORECASE)


def moves(amount: Amount, w: Window) -> bool:
    """Say whether the number counts the moves of a game of chess: "1. e4", "12... Nf6"."""
    return amount.form == "digits" and MOVE.match(w.text, w.end(amount.end - 1)) is not None


def argument(amount: Amount, tokens: Sequence[Token]) -> bool:
    """True for the numbers of "foo(1, x)" and "f(2)", handed to a function, and of a page of a manual, "grep(1)"."""
    opening = _bracket(tokens, amount.first - 1, -1, "(")
    closing = _bracket(tokens, amount.end, 1, ")")
    if opening < 1 or closing < 0 or tokens[opening].gap or tokens[opening + 1].gap:
        return False
    function = tokens[opening - 1]
    if function.kind not in ("word", "phrase") or function.capital:
        return False
    manual = len(tokens[amount.number].key) == 1 and closing == opening + 2
    return len(function.key) == 1 or manual or any(token.key == "," for token in tokens[opening:closing])


def _bracket(tokens: Sequence[Token], position: int, step: int, bracket: str) -> int:
    """Return where the bracket of the arguments stands; -1 where words make more of them than arguments."""
    words = 0
    for _ in range(LONGEST_ARGUMENTS):
        if not 0 <= position < len(tokens) or tokens[position].key in "().;":
            break
        words = words + 1 if tokens[position].kind in ("word", "phrase") else 0
        if words > 1:
            return -1
        position += step
    return position if 0 <= position < len(tokens) and tokens[position].key == bracket else -1


def timed_model(amount: Amount, before: Token, tokens: Sequence[Token]) -> bool:
    """True for "a BMW 320d": days and seconds in one letter behind a name that opens no sentence."""
    unit = tokens[amount.end - 1]
    named = before.kind == "word" and before.capital and not before.entry.roles and tokens[amount.first].gap == 1
    if not named or unit.gap or len(unit.key) > 1 or unit.entry.roles.get("unit") not in TIMED or amount.first < 2:
        return False
    return tokens[amount.first - 2].kind != "sign" and tokens[amount.number].key.isdecimal()


def hyphened(tokens: Sequence[Token], position: int) -> bool:
    """Say whether the dash at `position` ends what joins two numbers in one word: "12-of-18", "3-to-1", "6-foot-3"."""
    if position < 3 or tokens[position].key not in HYPHENS:
        return False
    if any(token.gap for token in tokens[position - 2 : position + 2]):
        return False
    roles = tokens[position - 1].entry.roles
    dashed = tokens[position - 2].key in HYPHENS
    joining = not JOINING.isdisjoint(roles) and "and" not in roles
    return dashed and joining and tokens[position - 3].kind == "numeral"


def sized(amount: Amount, tokens: Sequence[Token]) -> bool:
    """Say whether the number is a side of what is measured in one word: "a 9x13-inch pan", "2x3x4 m"."""
    last = amount.number
    for _ in range(MOST_SIDES):
        if not _crossed(tokens, last + 1):
            break
        last += 2
    if last == amount.number and not _crossed(tokens, last - 1):
        return False
    unit = last + 1
    if unit + 1 < len(tokens) and tokens[unit].key in HYPHENS and tokens[unit].gap == tokens[unit + 1].gap == 0:
        unit += 1
    if unit >= len(tokens) or (tokens[unit].gap == 0 and "decade_suffix" in tokens[unit].entry.roles):
        return False  # "2x4s" are boards
    return tokens[unit].entry.measuring


def _crossed(tokens: Sequence[Token], position: int) -> bool:
    """Say whether an "x" at `position` touches a number on both sides."""
    if not 0 < position < len(tokens) - 1 or "by" not in tokens[position].entry.roles:
        return False
    sides = tokens[position - 1], tokens[position + 1]
    return tokens[position].gap == sides[1].gap == 0 and all(side.kind == "numeral" for side in sides)


def under_label(tokens: Sequence[Token], position: int) -> bool:
    """Say whether the label at `position` divides what one before it names: "Pasal 1 angka 5", "huruf b angka 3"."""
    here = _before_brackets(tokens, position - 1)
    if here < 1 or not (tokens[here].kind == "numeral" or len(tokens[here].key) == 1):
        return False
    here = _before_brackets(tokens, here - 1)
    return here >= 0 and "label" in tokens[here].entry.roles


def _before_brackets(tokens: Sequence[Token], position: int) -> int:
    """Return the first position from `position` backwards that holds no bracket."""
    while position >= 0 and tokens[position].key in BRACKETS:
        position -= 1
    return position


def of_compound(amount: Amount, tokens: Sequence[Token], beginnings: tuple[str, ...]) -> bool:
    """Say whether the number tells which atom is meant: "2- or 3-methylpentane", "1,2-dichloroethane"."""
    position = amount.number + 1
    if position + 1 < len(tokens) and tokens[position].key in HYPHENS and "or" in tokens[position + 1].entry.roles:
        position += 3
    if position + 1 >= len(tokens) or tokens[position].key not in HYPHENS:
        return False
    touching = tokens[position].gap == tokens[position + 1].gap == 0
    return touching and tokens[position + 1].key.startswith(beginnings)
