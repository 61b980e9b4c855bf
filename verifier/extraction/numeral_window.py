"""A window of tokens as the numeral grammar sees it, and the numerals that it gives."""

from decimal import Decimal
from fractions import Fraction

from verifier.extraction.lexicon import NOTHING, Lexicon
from verifier.extraction.scan import Token

__all__ = ["NumeralWindow", "exact", "pointed", "push", "trailing_zeros"]


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
    first, last = w.tokens[begin], w.tokens[end - 1]
    if end - begin == 1:
        token = first
        token.kind = "numeral"
    else:
        token = Token(first.start, last.end, "numeral", w.text[first.start : last.end].lower(), NOTHING, first.gap)
        token.capital = first.capital
        if form in ("ordinal", "words", "fraction"):
            token.entry = first.entry
    token.values, token.form, token.scale = values, form, scale
    token.letter = _letter(token)
    parts = w.tokens[begin:end]
    token.rules = (
        parts[0].entry.sources if len(parts) == 1 else tuple([s for part in parts for s in part.entry.sources])
    )
    w.out.append(token)
    return end


def _letter(token: Token) -> str:
    """Return the letter of a numeral in the date grammar: a day, a year, or another number."""
    if token.form == "ordinal":
        return "o"
    if not token.values or token.form not in ("digits", "words"):
        return "N"
    if token.form == "words":
        return "d" if 1 <= token.values[0] <= 99 else "N"
    size = len(token.key)
    if size > 4 or not token.key.isdecimal():
        return "N"
    if size <= 2 and 1 <= token.values[0] <= 31:
        return "D"
    return "Y" if size == 4 and 1000 <= token.values[0] < 3000 else "n"


def pointed(w: NumeralWindow) -> bool:
    """True where an ordinal or a pointing word stands before: "third quarter", "last half"."""
    if w.out and w.out[-1].key == "-" and len(w.out) > 1:
        return w.out[-2].form == "ordinal"
    return bool(w.out) and (w.out[-1].form == "ordinal" or "deictic" in w.out[-1].entry.roles)


def exact(fraction: Fraction) -> Decimal:
    """Return a fraction as a decimal, to 28 digits where it does not end."""
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def trailing_zeros(number: int) -> int:
    """Return how many zeros a whole number ends in: the room that smaller words may fill."""
    written = str(number)
    return len(written) - len(written.rstrip("0"))
