"""A number in digits among the words of a text message in, whether it stands for a word or draws something out."""

from collections.abc import Sequence

from verifier.extraction.amount import Amount
from verifier.extraction.implied_units import words_before
from verifier.extraction.labels import counted
from verifier.extraction.plurals import is_plural
from verifier.extraction.tokens import Token, Window

__all__ = ["draws", "sounds_like_word"]

TAKING = frozenset({"person_lead", "person", "texting"})  # roles of what can follow "2" and "4" as words


def draws(amount: Amount, w: Window) -> bool:
    """Say whether a sign and a number that counts nothing draw something: "<3", "8-)"."""
    emoticons = w.lexicon.pack.noise.emoticons
    if not emoticons or not amount.first or amount.unit or counted(amount, w.tokens):
        return False
    if is_plural(amount.noun, w.lexicon.pack.phrases):
        return False
    if w.tokens[amount.number].gap:
        return (
            amount.end < len(w.tokens)
            and not w.tokens[amount.end].gap
            and w.text.startswith(emoticons, w.start(amount.number))
        )
    if amount.end < len(w.tokens) and "part_word" in w.tokens[amount.end].entry.roles:
        return False
    return w.written(amount.number - 1, amount.number + 1) in emoticons and (
        amount.number == 1 or w.tokens[amount.number - 1].gap == 1
    )


def sounds_like_word(amount: Amount, tokens: Sequence[Token], w: Window) -> bool:
    """Say whether a digit is a word by its sound: "u wan me 2 buy", "this is 4 u"; not "u got 2 tickets".

    Other words of such messages must stand around it, and nothing that it counts behind it.
    """
    noise, phrases = w.lexicon.pack.noise, w.lexicon.pack.phrases
    if tokens[amount.number].key not in noise.sound_digits or amount.unit or amount.modifier or amount.high:
        return False
    if amount.end >= len(tokens) or tokens[amount.end].gap != 1 or tokens[amount.number].gap != 1:
        return False
    after = tokens[amount.end]
    if after.kind != "word" or after.capital or is_plural(after.key, phrases):
        return False
    if amount.noun and (amount.noun_end != amount.end + 1 or "counted" in after.entry.roles):
        return False
    if not amount.noun and TAKING.isdisjoint(after.entry.roles) and after.key not in noise.sound_verbs:
        return False
    if any("texting" in token.entry.roles for token in tokens):
        return True
    return not set(words_before(w, amount.first)).isdisjoint(noise.texting)
