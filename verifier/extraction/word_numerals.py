"""A number word in, the numeral that begins there out, if one does: cardinals, fractions, ordinals, groups."""

from decimal import Decimal
from fractions import Fraction

from verifier.extraction.number_words import number_from, with_decimals
from verifier.extraction.numeral_window import NumeralWindow, exact, push, trailing_zeros
from verifier.extraction.ordinal_numerals import read_ordinal, with_ordinal
from verifier.extraction.scale_words import scale_run
from verifier.extraction.word_fractions import fraction_from, read_fraction, with_fraction

__all__ = ["read_compound", "read_word_numeral"]


def read_word_numeral(w: NumeralWindow, position: int) -> int:
    """Read a number in words; what is not one passes unchanged."""
    token = w.tokens[position]
    if token.alone is not None and not _continued(w, position + 1):
        w.joints.append((position, position + 1, token.alone))
        return position + 1
    roles = token.entry.roles
    if "article" in roles:
        return _led(w, position)
    if "fraction" in roles or "denominator" in roles:
        return read_fraction(w, position)
    if "cardinal" in roles or "scale" in roles:
        return _cardinal(w, position)
    if "ordinal" in roles:
        return read_ordinal(w, position)
    if "group" in roles:
        if _vague_before(w, position):
            return position + 1
        form = "group" if "cardinal" not in roles else "words"
        return push(w, position, position + 1, (Decimal(int(roles["group"])),), form)
    return position + 1


def _vague_before(w: NumeralWindow, position: int) -> bool:
    """True for "a few dozen", "a couple of dozen": how many groups is not said."""
    before = position - 1
    if before > 0 and "part_word" in w.tokens[before].entry.roles:
        before -= 1
    return before >= 0 and "vague" in w.tokens[before].entry.roles


def _continued(w: NumeralWindow, position: int) -> bool:
    """Say whether the token at `position` may be a part of the number in words before it."""
    if position >= w.size:
        return False
    token = w.tokens[position]
    return token.entry.continuing or token.key == "-"


def _led(w: NumeralWindow, position: int) -> int:
    """Read "a million", "a dozen", "half a million"; a sign stays a token of its own."""
    token = w.tokens[position]
    if "article" in token.entry.roles and position + 1 < w.size:
        following = w.tokens[position + 1].entry.roles
        if "scale" in following:
            value, after = number_from(w, 1, position + 1)
            return push(w, position, after, (value,), "words")
        if "group" in following:
            return push(w, position, position + 2, (Decimal(int(following["group"])),), "group")
        denominator = following.get("denominator")
        if isinstance(denominator, int) and "ordinal" in following and denominator > 2 and _parts(w, position):
            return push(w, position, position + 2, (exact(Fraction(1, denominator)),), "fraction")
        if "fraction" in following and "unit" not in following:
            return fraction_from(w, position, position + 1)
    return position + 1


def _parts(w: NumeralWindow, article: int) -> bool:
    """True for "a third of", "between a third and", and for "fell by a third" where no noun follows."""
    after = article + 2
    if w.role(after, "part_word") is not None or (article and "between" in w.tokens[article - 1].entry.roles):
        return True
    if not article or "changing" not in w.tokens[article - 1].entry.roles:
        return False
    return after >= w.size or w.tokens[after].kind == "sign" or w.role(after, "function") is not None


def _cardinal(w: NumeralWindow, position: int) -> int:
    token = w.tokens[position]
    if "cardinal" not in token.entry.roles:  # a bare scale word: "ribu", "million"
        return position + 1
    value, after = number_from(w, token.entry.roles["cardinal"], position + 1)
    value, after = with_decimals(w, value, after)
    value, after, form = with_fraction(w, value, after)
    if form == "words":
        after, value, form = with_ordinal(w, after, value)
    group = w.role(after, "group")
    if isinstance(group, int) and form == "words":
        value, after = value * group, after + 1
    return push(w, position, after, (value,), form, _last_scale(w, position, after, value, form))


def _last_scale(w: NumeralWindow, position: int, end: int, value: Decimal, form: str) -> int:
    """Return the power of ten of the scale word that a number ends in: what "lima atau" shares with "enam juta"."""
    scale = w.tokens[end - 1].entry.roles.get("scale") if form == "words" and end - position > 1 else None
    return trailing_zeros(scale) if isinstance(scale, int) and value < scale * 1000 else 0


def read_compound(w: NumeralWindow, position: int) -> int:
    """Read what follows a number word that is written together: "dreiundzwanzig Millionen"."""
    value, after = with_decimals(w, w.tokens[position].values[0], position + 1)
    power, end = scale_run(w, after)
    return push(w, position, end, (value * 10**power,), "words")
