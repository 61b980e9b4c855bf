"""A place in a window in, the modifier that stands before it out: "sekitar", "lebih dari", "at least"."""

from collections.abc import Sequence

from verifier.extraction.tokens import Token

__all__ = ["modifier_of"]

MOST_SKIPPED = 4  # words between a modifier and its number


def modifier_of(tokens: Sequence[Token], first: int) -> str:
    """Return the modifier that stands before the token at `first`, "" where there is none."""
    place = first - 1
    while place >= 0 and place > first - 2 - MOST_SKIPPED and tokens[place].entry.modifying:
        if "modifier" in tokens[place].entry.roles:
            return _modifier_at(tokens, place, first)
        place -= 1  # "sekitar tahun 1872", "minimal berumur 18 tahun"
    return ""


def _modifier_at(tokens: Sequence[Token], place: int, first: int) -> str:
    """Return what the modifier at `place` says of the token at `first`."""
    roles = tokens[place].entry.roles
    if "to" in roles and place < first - 1:
        return ""
    if "plus_minus" in roles and place and tokens[place - 1].kind == "numeral":
        return ""
    return str(roles["modifier"])
