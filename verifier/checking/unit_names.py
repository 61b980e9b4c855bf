"""A unit key in, the words that a language has for it out: "metric_ton" is "ton" or "tons"."""

from collections.abc import Sequence
from functools import cache

from verifier.packs import load_pack

__all__ = ["shown_unit", "unit_name"]


@cache
def shown_unit(unit: str, language: str, *, many: bool) -> str:
    """Return a unit as an explanation shows it: a sign for percent, the code of a currency, else its words.

    >>> shown_unit("barrel/day", "en", many=True), shown_unit("USD/barrel", "id", many=True)
    ('barrels per day', 'USD per barel')
    """
    if unit == "percent":
        return "%"
    first, *others = unit.split("/")
    pack = load_pack(language).units
    if first not in pack.currencies:
        return unit_name(unit, language, many=many) or unit
    names = [unit_name(one, language, many=False) for one in others]
    return (_per([first, *names], language) if all(names) else "") or unit


def unit_name(unit: str, language: str, *, many: bool) -> str:
    """Return the word that a language uses for a unit key first: "persen poin" for percentage_point; "" if unknown."""
    numerator, *denominators = unit.split("/")
    named = [_power_name(numerator, language, many=many)]
    named += [_power_name(one, language, many=False) for one in denominators]
    return _per(named, language) if all(named) else ""


def _per(names: Sequence[str], language: str) -> str:
    """Return "barrels per day" for barrels and day; "" where the language has no word for it."""
    per = next((word for word in load_pack(language).units.per if word.isalpha()), "")
    return f" {per} ".join(names) if per or len(names) == 1 else ""


def _power_name(unit: str, language: str, *, many: bool) -> str:
    """Return the words of a unit without "/": "kilometer persegi", "square kilometers"."""
    units = load_pack(language).units
    name, _, power = unit.partition("^")
    if not power or unit in units.units:
        return _word(unit, language, many=many)
    base = _word(name, language, many=many)
    before, after = units.prefix_powers.get(power), units.powers.get(power)
    if not base or not (before or after):
        return ""
    return f"{before[0]} {base}" if before else f"{base} {after[0]}" if after else ""


def _word(unit: str, language: str, *, many: bool) -> str:
    pack = load_pack(language)
    units = pack.units
    words = units.units.get(unit) or units.currencies.get(unit) or units.symbols.get(unit) or ()
    if not words:
        return ""
    plurals = (words[0] + suffix for suffix in pack.claims.suffixes)
    return next((word for word in plurals if word in words), words[0]) if many else words[0]
