"""The tokens after a number in, one canonical unit key out: "barel per hari" is "barrel/day".

Units are found by look-up alone and joined as text; nothing is evaluated or converted here.
"""

from collections.abc import Sequence
from typing import NamedTuple

from verifier.extraction.tokens import Token

__all__ = ["Unit", "currency_before", "divides", "per", "unit_after", "with_per"]

PRIMES = frozenset("\"'′″")  # feet and inches behind digits, else quotation marks
MOST_FACTORS = 4
DASHES = "-–‑"
QUOTES = "'\"‘“"
APART = ("word", "phrase", "sign")  # kinds of what is no power of the unit before it
CLOSING = frozenset({")", "]", ",", ";", "/"})
LENGTH_POWERS = frozenset(
    {"km", "m", "cm", "mm", "dm", "hm", "dam", "mile", "foot", "inch", "yard", "nm", "micrometer"}
)


class Unit(NamedTuple):
    """A unit as read from the text: its key, where its tokens end, and how it scales the value."""

    key: str
    end: int
    money: bool = False
    divisor: int = 1  # 100 for cents


def currency_before(tokens: Sequence[Token], position: int) -> str | None:
    """Return the currency whose sign or code stands right before the number at `position`."""
    if position < 1 or tokens[position].gap > 1:
        return None
    sign, number = tokens[position - 1], tokens[position]
    code = sign.entry.roles.get("currency_sign")
    if code is None or ("lookalike" in sign.entry.roles and not number.scale and number.key.isdecimal()):
        return None  # "COP28", "TOP 10"
    return str(code)


def unit_after(tokens: Sequence[Token], position: int, *, digits: bool) -> Unit | None:
    """Return the unit that begins at `position`, right after a number.

    Args:
        tokens: a window of tokens.
        position: of the token after the number.
        digits: the number is written in digits, so that one-letter units count.
    """
    if position < len(tokens) and tokens[position].key in DASHES and tokens[position].gap == 0:
        joined = position + 1 < len(tokens) and tokens[position + 1].gap == 0  # "15-year", "2-km"
        if not joined or len(tokens[position + 1].key) == 1 or (not digits and tokens[position + 1].kind != "word"):
            return None
        position += 1
    elif position + 1 < len(tokens) and tokens[position].entry.unit and tokens[position + 1].kind in APART:
        following = tokens[position + 1]
        if not divides(following) and following.key != "^":
            return Unit(tokens[position].entry.unit, position + 1)
    unit = _factor(tokens, position, digits)
    return None if unit is None else with_per(tokens, unit)


def _factor(tokens: Sequence[Token], position: int, digits: bool) -> Unit | None:
    """Read one unit with its power: "kilometer persegi", "square miles", "m³", "km2"."""
    if position >= len(tokens):
        return None
    token = tokens[position]
    roles = token.entry.roles
    before = roles.get("prefix_power")
    if before and position + 1 < len(tokens):
        after = position + 1
        if tokens[after].key in DASHES and tokens[after].gap == 0 and after + 1 < len(tokens):
            after += tokens[after + 1].gap == 0  # "a 900-square-foot flat"
        inner = tokens[after].entry.roles.get("unit")
        if inner and tokens[after].gap < 2:
            return Unit(f"{inner}^{before}", after + 1)
    if "touching" in roles and digits and token.gap == 0 and "unit" not in roles:
        name, _, divisor = str(roles["touching"]).partition("/")
        return Unit(name, position + 1, bool(divisor), int(divisor or 1))
    if "subunit" in roles and ("unit" not in roles or not digits):
        code, _, divisor = str(roles["subunit"]).partition("/")
        return Unit(code, position + 1, True, int(divisor))
    if "currency" in roles and "unit" not in roles:
        return Unit(str(roles["currency"]), position + 1, True)
    key = roles.get("unit")
    if key is None:
        sign = roles.get("currency_sign")
        follows = position + 1 < len(tokens) and tokens[position + 1].kind == "numeral"
        return Unit(str(sign), position + 1, True) if sign and digits and not follows else None
    if "lookalike" in roles and not _stands_alone(tokens, position, digits):
        return None
    return _powered(tokens, str(key), position + 1)


def _stands_alone(tokens: Sequence[Token], position: int, digits: bool) -> bool:
    """A sign that is also a word counts only right after digits, and not before a word it leads to."""
    token = tokens[position]
    roles = token.entry.roles
    size = len(token.key.replace(" ", ""))  # "M2" is cut into two pieces
    if size > 2 and "function" not in roles:
        return digits or size > 3
    if not digits:
        return False
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    if "function" in roles or "per" in roles or "to" in roles:
        measured = following is not None and "extent" in following.entry.roles
        return token.gap == 0 or measured or _ends_measure(tokens, position)
    if token.key in "'\"" and following is not None and following.kind == "word" and following.gap == 0:
        return False  # "under 12's"
    if token.key in "'\"" and (
        token.gap
        or (
            position > 1
            and tokens[position - 2].key in QUOTES
            and tokens[position - 2].gap == 1
            and tokens[position - 1].gap == 0
        )
    ):
        return False
    if token.capital and token.gap == 0 and following is not None and following.gap == 0 and following.key in DASHES:
        return False  # "12A-12F"
    if token.gap and token.capital and position + 1 < len(tokens) and tokens[position + 1].capital:
        return False
    return not (
        token.gap and token.capital and token.entry.roles.get("unit") in ("ampere", "volt", "newton", "kelvin", "byte")
    )


def _ends_measure(tokens: Sequence[Token], position: int) -> bool:
    """Say whether no other word can stand here: "29.92 in." ends a sentence, "3 ft 6 in" goes on with a measure."""
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    if following is not None and following.key == "." and following.gap == 0:
        after = tokens[position + 2] if position + 2 < len(tokens) else None
        return after is None or after.capital or "extent" in after.entry.roles  # "0.5 in. wide"
    if following is not None and (following.key in CLOSING or "part_word" in following.entry.roles):
        return True  # "(2.2 in)", "5 in of rain"
    beyond = tokens[position + 2] if position + 2 < len(tokens) else None
    if beyond is not None and beyond.kind == "numeral" and "by" in tokens[position + 1].entry.roles:
        return True  # "5 in by 7 in"
    larger = tokens[position - 2].entry.roles if position > 1 else {}
    return "unit" in larger and position > 2 and tokens[position - 3].kind == "numeral"


def _powered(tokens: Sequence[Token], key: str, position: int) -> Unit:
    power = 0
    if position < len(tokens):
        token = tokens[position]
        following = token.entry.roles.get("power")
        if token.kind == "power" and token.gap == 0:
            power = {"²": 2, "³": 3}.get(token.key, 0)
        elif isinstance(following, int):
            power = following
        elif (
            token.gap == 0 and token.key in ("2", "3") and key in LENGTH_POWERS and tokens[position - 1].kind == "word"
        ):
            power = int(token.key)
        elif token.key == "^" and position + 1 < len(tokens) and tokens[position + 1].key in ("2", "3"):
            return Unit(f"{key}^{tokens[position + 1].key}", position + 2)
    return Unit(f"{key}^{power}", position + 1) if power else Unit(key, position)


def divides(token: Token) -> bool:
    """Say whether what stands behind a unit may tell what it is counted by: "per", "/", the hyphen of "$37-a-share"."""
    return token.entry.dividing or (token.gap == 0 and token.key in DASHES)


def with_per(tokens: Sequence[Token], unit: Unit) -> Unit:
    """Read what it is counted by: "per hari", "/kg", "a barrel", "setiap tahun"."""
    key, end = unit.key, unit.end
    if end >= len(tokens) or not divides(tokens[end]):
        return unit
    for _ in range(MOST_FACTORS):
        below = per(tokens, end, unit.money)
        if below is None:
            break
        key, end = f"{key}/{below.key}", below.end
    return unit if end == unit.end else Unit(key, end, unit.money, unit.divisor)


def _hyphened_per(tokens: Sequence[Token], position: int, money: bool) -> Unit | None:
    """Read "a $37-a-share offer" and "an 8-hour-a-day job" behind the amount."""
    if position + 3 >= len(tokens) or any(token.gap for token in tokens[position + 1 : position + 4]):
        return None
    article, dash, word = tokens[position + 1 : position + 4]
    if "article" not in article.entry.roles or dash.key not in DASHES:
        return None
    noun = word.entry.roles.get("per_noun") if money else None
    unit = _factor(tokens, position + 3, True)
    if unit is not None and not unit.money and noun is None:
        return unit
    return Unit(str(noun), position + 4) if noun else None


def per(tokens: Sequence[Token], position: int, money: bool) -> Unit | None:
    """Return the unit that something is counted by: "per hari", "/kg"; after money also "a share"."""
    if position >= len(tokens):
        return None
    token = tokens[position]
    if token.key in DASHES and token.gap == 0:
        return _hyphened_per(tokens, position, money)
    roles = token.entry.roles
    if not roles:
        return None
    following = tokens[position + 1].entry.roles if position + 1 < len(tokens) else {}
    if "per_single" in roles and token.gap == 1 and "deictic" not in following:  # "setong": a barrel
        return Unit(str(roles["per_single"]), position + 1)
    if position + 1 == len(tokens) or ("per" not in roles and "article" not in roles):
        return None
    after = position + 1
    if "article" in tokens[after].entry.roles and "per" in roles:
        after += 1
    if after >= len(tokens) or (token.key == "/" and tokens[after].kind == "numeral") or tokens[after].key in PRIMES:
        return None
    following = tokens[after].entry.roles
    noun = following.get("per_noun")
    unit = _factor(tokens, after, True)
    if "article" in roles and (unit is None or unit.money) and not (noun and money):
        return None
    if unit is not None and ("per_noun" not in following or "classifier" not in following):
        return unit
    return Unit(str(noun), after + 1) if noun else None
