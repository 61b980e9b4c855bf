"""A window and a place in it in, the scale words there out: "juta", "rb", "ribu triliun", "bn"."""

from verifier.extraction.numeral_window import NumeralWindow
from verifier.extraction.plurals import is_plural

__all__ = ["rounds", "scale_run"]

LONGEST_ROUNDED = 3  # digits before "ribuan", so that a year is none of them
COVERED = frozenset(
    {"extent", "lookalike", "per", "function", "to", "times"}
)  # roles that leave a unit before them a unit
ELSEWHERE = frozenset({"unit", "money_scale"})  # roles of an abbreviation that means something else without money
NUMBERING = frozenset({"date_noun", "clock_lead", "ordinal_prefix", "label", "month"})  # no amount behind these


def scale_run(w: NumeralWindow, position: int) -> tuple[int, int]:
    """Return the power of ten of the scale words at `position` and where they end."""
    power = 0
    seen: set[int] = set()
    while position < w.size:
        token = w.tokens[position]
        scale = token.entry.roles.get("scale")
        if scale is None and not power:
            scale = _abbreviation(w, position)
        if "rounded" in token.entry.roles and (power or not rounds(w, position - 1)):
            break
        if token.key == "-" and not power and token.gap == 0 and position + 1 < w.size:
            following = w.tokens[position + 1]  # "a 1.3-million seller"
            if following.gap == 0 and "scale" in following.entry.roles:
                position += 1
                continue
            if "decade_suffix" in following.entry.roles and w.role(position + 2, "scale") is not None:
                position += 2  # "50-an ribu"
                continue
        if not isinstance(scale, int) or scale in seen or power > 15:
            break
        seen.add(scale)
        power += len(str(scale)) - 1
        position += 1
    return power, position


def rounds(w: NumeralWindow, number: int) -> bool:
    """Say whether a rounded scale goes with the number at `number`: "3 jutaan", not "tanggal 25 ribuan buruh"."""
    whole = w.tokens[number].key.partition(",")[0]
    if whole.isdecimal() and len(whole) > LONGEST_ROUNDED:
        return False
    before = w.tokens[number - 1].entry.roles if number else {}
    return NUMBERING.isdisjoint(before)


def _abbreviation(w: NumeralWindow, position: int) -> int | None:
    """Return what a short scale means here: "500 rb", "$3bn", "Rp 2 M"; "5 m" is five metres."""
    token = w.tokens[position]
    scale = token.entry.roles.get("abbreviation")
    if not isinstance(scale, int):
        return None
    if position + 1 < w.size and w.tokens[position + 1].gap == 0 and w.tokens[position + 1].kind != "sign":
        return None
    roles = token.entry.roles
    if (len(token.key) > 1 and ELSEWHERE.isdisjoint(roles)) or _money_around(w, position):
        return scale
    if token.gap or "era" in roles:
        return None
    if "unit" in roles:
        return scale if _counts_known(w, position + 1) else None
    return scale if scale == 1000 or _counts_plural(w, position + 1) or _exact(w, position) else None


def _exact(w: NumeralWindow, position: int) -> bool:
    """Say whether a capital behind a decimal is a scale, "1.2B", which no seat and no size is."""
    mark = w.numerals.decimal_marks[0]
    return w.tokens[position].capital and mark == "." and mark in w.tokens[position - 1].key


def _counts_plural(w: NumeralWindow, position: int) -> bool:
    """A one-letter scale without a currency needs a plural behind it: "3M users"."""
    if position >= w.size:
        return False
    return is_plural(w.tokens[position].key, w.lexicon.pack.phrases) and not w.tokens[position].capital


def _counts_known(w: NumeralWindow, position: int) -> bool:
    """A scale that is a unit too needs a thing that is always counted, or another unit, right behind: "2m people"."""
    if position >= w.size or w.tokens[position].gap != 1 or w.tokens[position].kind != "word":
        return False
    roles = w.tokens[position].entry.roles
    known = "counted" in roles or "mass" in roles or ("unit" in roles and len(w.tokens[position].key) > 3)
    return known and COVERED.isdisjoint(roles)


def _money_around(w: NumeralWindow, position: int) -> bool:
    before = w.tokens[position - 2].entry.roles if position >= 2 else {}
    after = w.tokens[position + 1].entry.roles if position + 1 < w.size else {}
    return "currency_sign" in before or "currency" in after or "currency_sign" in after
