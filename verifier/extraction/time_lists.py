"""A window with a time of day in, the bare times listed behind it as times too: "pukul 09.00, 12.30, dan 15.45"."""

from collections.abc import Sequence

from verifier.extraction.clock import clock_value
from verifier.extraction.date_window import DateToken
from verifier.extraction.tokens import MARKS, TRAITS, Token, Window, joins_members

__all__ = ["list_times"]

MEASURED = frozenset({"unit", "currency", "scale", "counted", "classifier"})  # roles of what makes an amount of digits


def list_times(window: Window) -> None:
    """Make times of the numbers like "22.00" that a comma or "and" joins to a time before them."""
    tokens, marks = window.tokens, window.traits[MARKS]
    listed = False
    position = marks.find("#")
    while position >= 0:
        token = tokens[position]
        if isinstance(token, DateToken) and token.when is None:
            listed = _after(tokens, position) or listed
        position = marks.find("#", position + 1)
    if listed:
        window.traits = "".join(map(TRAITS, tokens))


def _after(tokens: list[Token], position: int) -> bool:
    """Make times of the numbers listed behind the time at `position`; return whether there are any."""
    places = []
    place = _next(tokens, position)
    while place:
        places.append(place)
        place = _next(tokens, place)
    joined = any("and" in token.entry.roles for token in tokens[position : places[-1]]) if places else False
    for place in places if joined else ():
        tokens[place] = DateToken(tokens[place], None, clock_value(tokens[place], True) or "")
    return joined


def _next(tokens: Sequence[Token], position: int) -> int:
    """Return where the next time of the list stands, 0 where there is none."""
    place = position + 1
    while place < len(tokens) and place - position <= 2 and joins_members(tokens[place]):
        place += 1
    if place == position + 1 or place >= len(tokens) or clock_value(tokens[place], True) is None:
        return 0
    after = tokens[place + 1].entry.roles if place + 1 < len(tokens) else {}
    return place if tokens[place].kind == "numeral" and MEASURED.isdisjoint(after) else 0
