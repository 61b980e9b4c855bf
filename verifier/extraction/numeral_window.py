"""A window of tokens as the numeral grammar sees it, and the numerals that it gives."""

from decimal import Context, Decimal
from fractions import Fraction

from verifier.extraction.phrases import NOTHING
from verifier.extraction.tokens import Joint, Token, Window, date_letter

__all__ = ["NumeralWindow", "exact", "in_digits", "numeral", "pointed", "push", "settled", "trailing_zeros"]

EXACT, SHORT = Decimal("0.000001"), Decimal("0.0001")
PLAIN = Context(traps=[])  # what the caller set up for decimals has no say here


class NumeralWindow:
    """The tokens of a window, the words of the language, and the numerals that were joined so far."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.tokens = window.tokens
        self.lexicon = window.lexicon
        self.numerals = window.lexicon.pack.numerals
        self.size = len(window.tokens)
        self.joints: list[Joint] = []

    def role(self, position: int, role: str) -> object:
        """Return what the token at `position` means in `role`, None where it has no such role."""
        return self.tokens[position].entry.roles.get(role) if position < self.size else None


def push(w: NumeralWindow, begin: int, end: int, values: tuple[Decimal, ...], form: str, scale: int = 0) -> int:
    """Join the tokens from `begin` to `end` to one numeral; return `end`."""
    if end - begin > 1 or form != "digits":  # digits alone were read as they were looked up
        w.joints.append((begin, end, numeral(w.window, begin, end, values, form, scale)))
    return end


def numeral(
    window: Window,
    begin: int,
    end: int,
    values: tuple[Decimal, ...],
    form: str,
    scale: int = 0,
    key: str = "",
    step: str = "_",
) -> Token:
    """Return one token over several; a number in words keeps what the pack says of its first word.

    `key` is what the numeral is known by where that is not what stands in the text.
    """
    first = window.tokens[begin]
    if end - begin == 1:
        key, entry, shouted, rules = first.key, first.entry, first.shouted, first.entry.sources
    else:
        surface = window.written(begin, end)
        key, shouted = key or surface.lower(), surface.isupper()
        entry = first.entry if form in ("ordinal", "words", "fraction") else NOTHING
        rules = tuple([source for part in window.tokens[begin:end] for source in part.entry.sources])
    letter = date_letter(key, values, form)
    return Token(
        "numeral",
        key,
        entry,
        first.space,
        first.gap,
        first.capital,
        shouted,
        first.breaks,
        letter,
        step,
        None,
        values,
        form,
        scale,
        rules,
    )


def in_digits(token: Token) -> bool:
    """Return whether a token is a number in digits, as it was looked up."""
    return token.kind == "numeral" and token.form == "digits" and token.key[0].isdecimal()


def pointed(w: NumeralWindow, position: int) -> bool:
    """True where an ordinal or a pointing word stands before: "third quarter", "last half"."""
    dashed = position > 1 and w.tokens[position - 1].key == "-"
    end = position - dashed
    if end == 0:
        return False
    before = w.joints[-1][2] if w.joints and w.joints[-1][1] == end else w.tokens[end - 1]
    return before.form == "ordinal" or (not dashed and "deictic" in before.entry.roles)


def exact(fraction: Fraction, power: int = 0) -> Decimal:
    """Return a fraction of a power of ten as a decimal; where it does not end, it is rounded as `settled` does.

    >>> exact(Fraction(1, 4), 6), exact(Fraction(1, 3), 6)
    (Decimal('2.5E+5'), Decimal('333333.3333'))
    """
    part = PLAIN.divide(Decimal(fraction.numerator), Decimal(fraction.denominator))
    if part == part.quantize(EXACT, context=PLAIN):
        return part.scaleb(power)
    return settled(PLAIN.divide(Decimal(fraction.numerator * 10**power), Decimal(fraction.denominator)))


def settled(value: Decimal) -> Decimal:
    """Return what a division gives without zeros at its end: exact to six places, else rounded to four.

    >>> settled(Decimal("10.500")), settled(Decimal(20) / 3), settled(Decimal("10.0"))
    (Decimal('10.5'), Decimal('6.6667'), Decimal('10'))
    """
    if value == value.to_integral_value():
        return value.quantize(Decimal(1))
    return (value if value == value.quantize(EXACT) else value.quantize(SHORT)).normalize()


def trailing_zeros(number: int) -> int:
    """Return how many zeros a whole number ends in: the room that smaller words may fill."""
    written = str(number)
    return len(written) - len(written.rstrip("0"))
