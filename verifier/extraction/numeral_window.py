"""A window of tokens as the numeral grammar sees it, and the numerals that it gives."""

from decimal import Context, Decimal
from fractions import Fraction

from verifier.extraction.lexicon import NOTHING, Lexicon
from verifier.extraction.scan import Token

__all__ = ["NumeralWindow", "exact", "pointed", "push", "trailing_zeros"]

PLAIN = Context(traps=[])  # what the caller set up for decimals has no say here


class NumeralWindow:
    """The tokens of a window, the words of the language, and the tokens that are read so far."""

    def __init__(self, tokens: list[Token], text: str, lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.text = text
        self.lexicon = lexicon
        self.numerals = lexicon.pack.numerals
        self.size = len(tokens)
        self.out: list[Token] = []

    def role(self, position: int, role: str) -> object:
        """Return what the token at `position` means in `role`, None where it has no such role."""
        return self.tokens[position].entry.roles.get(role) if position < self.size else None


def push(w: NumeralWindow, begin: int, end: int, values: tuple[Decimal, ...], form: str, scale: int = 0) -> int:
    """Append one numeral over the tokens from `begin` to `end`; return `end`."""
    token = w.tokens[begin]
    if end - begin == 1:
        token.kind, token.rules = "numeral", token.entry.sources
    else:
        token = _joined(w, begin, end, form)
    token.values, token.form, token.scale = values, form, scale
    token.letter = _letter(token.key, values, form)
    w.out.append(token)
    return end


def _joined(w: NumeralWindow, begin: int, end: int, form: str) -> Token:
    """Return one token over several; a number in words keeps what the pack says of its first word."""
    first, parts = w.tokens[begin], w.tokens[begin:end]
    start, stop = first.start, parts[-1].end
    entry = first.entry if form in ("ordinal", "words", "fraction") else NOTHING
    token = Token(start, stop, "numeral", w.text[start:stop].lower(), entry, first.gap, first.capital)
    token.rules = tuple([source for part in parts for source in part.entry.sources])
    return token


def _letter(key: str, values: tuple[Decimal, ...], form: str) -> str:
    """Return the letter of a numeral in the date grammar: a day, a year, or another number."""
    if form == "digits":
        size = len(key)
        if size > 4 or not values or not key.isdecimal():
            return "N"
        if size <= 2 and 1 <= values[0] <= 31:
            return "D"
        return "Y" if size == 4 and 1000 <= values[0] < 3000 else "n"
    if form == "ordinal":
        return "o"
    return "d" if form == "words" and values and 1 <= values[0] <= 99 else "N"


def pointed(w: NumeralWindow) -> bool:
    """True where an ordinal or a pointing word stands before: "third quarter", "last half"."""
    if w.out and w.out[-1].key == "-" and len(w.out) > 1:
        return w.out[-2].form == "ordinal"
    return bool(w.out) and (w.out[-1].form == "ordinal" or "deictic" in w.out[-1].entry.roles)


def exact(fraction: Fraction) -> Decimal:
    """Return a fraction as a decimal, to 28 digits where it does not end."""
    return PLAIN.divide(Decimal(fraction.numerator), Decimal(fraction.denominator))


def trailing_zeros(number: int) -> int:
    """Return how many zeros a whole number ends in: the room that smaller words may fill."""
    written = str(number)
    return len(written) - len(written.rstrip("0"))
