"""Amounts of a window in, those of a list of results cleared out: "Kursi DPRD: PAN 8, PDIP 11, Golkar 9"."""

from collections.abc import Sequence

from verifier.extraction.amount import Amount
from verifier.extraction.tokens import Token, joins_members

__all__ = ["clear_results"]

LEAST_RESULTS = 3  # names with a number each, behind a colon
LONGEST_TITLE = 6  # tokens before the colon
LONGEST_NAME = 3  # words


def clear_results(amounts: Sequence[Amount], tokens: Sequence[Token]) -> None:
    """Take numbers that stand behind one name each, in a list behind a colon, for what each name got."""
    run: list[Amount] = []
    for amount in amounts:
        name = _name_before(amount, tokens) if amount.reason == "name" and amount.bare else -1
        if name > 0 and tokens[name - 1].key == ":" and _announced(tokens, name - 1):
            _clear(run)
            run = [amount]
        elif run and name > 0 and name - 1 <= run[-1].end + 1 and joins_members(tokens[name - 1]):
            run.append(amount)
        else:
            _clear(run)
            run = []
    _clear(run)


def _announced(tokens: Sequence[Token], colon: int) -> bool:
    """Say whether a word such as "seats" or "votes" stands before the colon."""
    return any("result_word" in token.entry.roles for token in tokens[max(colon - LONGEST_TITLE, 0) : colon])


def _clear(run: Sequence[Amount]) -> None:
    for amount in run if len(run) >= LEAST_RESULTS else ():
        amount.reason = ""


def _name_before(amount: Amount, tokens: Sequence[Token]) -> int:
    """Return where the words with capitals begin that stand right before the number, -1 where none do."""
    position = amount.first
    while position and amount.first - position < LONGEST_NAME and _named(tokens[position - 1]):
        position -= 1
    return position if position < amount.first else -1


def _named(token: Token) -> bool:
    return token.kind == "word" and token.capital
