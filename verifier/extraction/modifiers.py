"""A place in a window in, the modifier that stands before it out: "sekitar", "lebih dari", "at least"."""

from collections.abc import Sequence

from verifier.extraction.tokens import Token

__all__ = ["modifier_of"]

SKIPPED = frozenset({"age_word", "article", "day_lead", "clock_lead", "period"})  # between a modifier and its number


def modifier_of(tokens: Sequence[Token], first: int) -> str:
    """Return the modifier that stands right before the token at `first`, "" where there is none."""
    begin = first
    before = tokens[first - 1] if first else None
    if before is None or not before.entry.roles:
        return ""
    while before is not None and first > 1 and "modifier" not in before.entry.roles:
        if SKIPPED.isdisjoint(before.entry.roles):
            return ""
        first -= 1  # "sekitar tahun 1872", "minimal berumur 18 tahun"
        before = tokens[first - 1]
    modifier = before.entry.roles.get("modifier") if before is not None else None
    if modifier is None or before is None or ("to" in before.entry.roles and first < begin):
        return ""
    if "plus_minus" in before.entry.roles and first > 1 and tokens[first - 2].kind == "numeral":
        return ""
    return str(modifier)
