"""Tokens in, tokens out with every number as one token: digits, words and both mixed, exact.

Values keep the exponent they were written with: "4,1 juta" is ``4.1E+6``, which still says "to a
tenth of a million". What a text does not settle stays as several values, likeliest first.
"""

from verifier.extraction.digit_numerals import read_digit_numeral
from verifier.extraction.lexicon import Lexicon
from verifier.extraction.numeral_window import NumeralWindow
from verifier.extraction.ordinal_numerals import read_prefixed_ordinal
from verifier.extraction.scan import Token
from verifier.extraction.word_numerals import read_compound, read_word_numeral

__all__ = ["read_numerals"]

NUMBERS = ("number", "vulgar")


def read_numerals(tokens: list[Token], text: str, lexicon: Lexicon) -> list[Token]:
    """Return the tokens with each written number joined to one numeral."""
    compounds = lexicon.compounds is not None
    places = [
        place
        for place, token in enumerate(tokens)
        if token.entry.numeric or token.kind in NUMBERS or (compounds and token.kind == "word")
    ]
    w = NumeralWindow(tokens, text, lexicon)
    out = w.out
    done = 0
    for position in places:
        if position < done:
            continue
        out += tokens[done:position]
        token = tokens[position]
        if token.kind in NUMBERS:
            done = read_digit_numeral(w, position)
        elif "ordinal_prefix" in token.entry.roles:
            done = read_prefixed_ordinal(w, position)
        elif token.entry.numeric:
            done = read_word_numeral(w, position)
        else:
            done = read_compound(w, position)
    return out + tokens[done:]
