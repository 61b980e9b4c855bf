"""A place in a window in, the modifier that stands before it out: "sekitar", "lebih dari", "at least"."""

from collections.abc import Sequence

from verifier.extraction.tokens import Token

__all__ = ["modifier_of"]

SKIPPED = frozenset({"age_word", "article", "day_lead", "clock_lead", "period"})  # between a modifier and its number
MOST_SKIPPED = 4  # words of these


def modifier_of(tokens: Sequence[Token], first: int) -> str:
    """Return the modifier that stands before the token at `first`, "" where there is none."""
    for place in range(first - 1, max(first - 2 - MOST_SKIPPED, -1), -1):
        roles = tokens[place].entry.roles
        if "modifier" in roles:
            break
        if SKIPPED.isdisjoint(roles):
            return ""  # else "sekitar tahun 1872", "minimal berumur 18 tahun"
    else:
        return ""
    if "to" in roles and place < first - 1:
        return ""
    if "plus_minus" in roles and place and tokens[place - 1].kind == "numeral":
        return ""
    return str(roles["modifier"])
