"""Tokens in, amounts out: sign, currency, number, unit, noun and modifier that stand together.

An `Amount` is a mention in the making. Ranges, lists and compound measures are joined in `lists.py`,
what states no fact is set aside in `sift.py`.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from verifier.extraction.accounts import take_loss
from verifier.extraction.amount import Amount
from verifier.extraction.collectives import settle_ordinal, take_lead
from verifier.extraction.counted_nouns import holds_number, noun_after
from verifier.extraction.dates import DateToken
from verifier.extraction.implied_currency import settle_marks
from verifier.extraction.lexicon import Lexicon
from verifier.extraction.modifiers import modifier_of
from verifier.extraction.multiples import multiple_amount, multiple_end, often, single_unit
from verifier.extraction.quoted import closes_quotation
from verifier.extraction.tokens import MARKS, Token, Window
from verifier.extraction.unit_attributes import describes
from verifier.extraction.units import Unit, currency_before, divides, per, unit_after, with_per

__all__ = ["Amount", "amounts_of", "modifier_of", "noun_after", "per_after_money", "take_compass"]

NUMBERED = re.compile("[nNcC]")  # marks of numerals and of words that count
MINUS = "-−–"
SIGNS = frozenset("-−–+%")  # before a number
HALF_TURN = 180  # degrees
ROUNDING = frozenset(  # tables of words for about so many
    {"numerals.rounded_scales", "numerals.rounded_cardinals", "dates.decade_suffixes"}
)
HYPHENS = frozenset("-–‑")  # between a number and its unit: "15-year"


def amounts_of(window: Window) -> list[Amount]:
    """Return an amount for each numeral, in the order of the text."""
    tokens = window.tokens
    amounts: list[Amount] = []
    done = 0
    for place in NUMBERED.finditer(window.traits[MARKS]):
        position = place.start()
        if position < done:
            continue
        token = tokens[position]
        if token.kind == "numeral":
            amount: Amount | None = _amount(window, position, token)
        elif "multiple" in token.entry.roles:
            amount = multiple_amount(position, token)
        else:
            amount = single_unit(tokens, position)
        if amount is not None:
            if amount.money and len(amount.values) > 1:
                settle_marks(amount, amounts, window.lexicon.pack.units.undivided)
            amounts.append(amount)
            done = amount.end
            if amount.noun_end > done + 1 and holds_number(tokens, done, amount.noun_end):
                done = amount.noun_end
    return amounts


def _amount(window: Window, position: int, token: Token) -> Amount:
    """Return the amount of the numeral at `position`; most words beside a number are no part of it."""
    tokens, lexicon = window.tokens, window.lexicon
    amount = Amount(position, position + 1, position, token.values, token.form, token.scale, rules=token.rules)
    if (token.scale or token.form == "words") and not ROUNDING.isdisjoint(token.rules):
        amount.modifier = "about"
    if token.form == "ordinal":
        settle_ordinal(tokens, amount, lexicon)
        return amount
    before = tokens[position - 1] if position else None
    if before is not None and (before.entry.leading or before.key in SIGNS):
        _left(tokens, amount)
        if take_lead(tokens, amount):
            return amount
    following = tokens[amount.end] if amount.end < len(tokens) else None
    if following is not None and following.kind == "word" and not following.entry.roles:
        if not amount.money and amount.unit != "percent":
            _count(tokens, amount, amount.end, lexicon)
        return amount
    multiple = multiple_end(tokens, amount) if following is not None and "times" in following.entry.roles else 0
    if multiple and not amount.money:
        amount.kind, amount.end = "multiple", multiple
    elif amount.end < len(tokens) and amount.unit != "percent":
        _right(window, amount)
    return amount


def _left(tokens: Sequence[Token], amount: Amount) -> None:
    """Take in the currency and the sign before the number."""
    code = currency_before(tokens, amount.first)
    if code is not None:
        amount.unit, amount.money, amount.first = code, True, amount.first - 1
        amount.rules += tokens[amount.first].entry.sources
    if amount.first == 0:
        return
    sign, touching = tokens[amount.first - 1], tokens[amount.first].gap == 0
    before = tokens[amount.first - 2] if amount.first > 1 else None
    if sign.key == "%" and touching and sign.gap == 1 and amount.form == "digits" and not _numeric(before):
        amount.unit, amount.first = "percent", amount.first - 1  # "%10", not "5 %10"
        return
    spoken = "negative" in sign.entry.roles and sign.kind in ("word", "phrase")
    if "positive" in sign.entry.roles and not _numeric(before):  # "plus 5 Grad"
        amount.first -= 1
    elif spoken or (touching and sign.key in MINUS and _is_sign(sign, before)):
        _negate(amount)
        amount.first -= 1
    elif touching and sign.key == "+" and _is_plus(sign, before):
        amount.first -= 1


def _is_sign(sign: Token, before: Token | None) -> bool:
    """Say whether a dash is a minus: " -5", "(-5", but not "4 -5", "a-5"."""
    if sign.gap == 1 and not _numeric(before):
        return True
    return sign.key != "–" and (before is None or (before.key in "([" and sign.gap == 0))


def _is_plus(sign: Token, before: Token | None) -> bool:
    return not _numeric(before) and (sign.gap == 1 or (before is not None and before.key == "("))


def _numeric(token: Token | None) -> bool:
    return token is not None and token.kind in ("numeral", "date")


def _right(window: Window, amount: Amount) -> None:
    """Take in the unit or the counted noun after the number."""
    tokens, lexicon = window.tokens, window.lexicon
    marked = tokens[amount.end].kind == "sign"  # else no mark can belong to the number
    if marked:
        amount.end += 2 * _whole_price(tokens, amount)
    if marked and _roundabout(tokens, amount.end):
        amount.end, amount.modifier = amount.end + 2, "about"
    suffix = tokens[amount.end] if amount.end < len(tokens) else None
    rounded = suffix is not None and suffix.gap == 0 and "rounding_suffix" in suffix.entry.roles  # "20ish people"
    if rounded:
        amount.end, amount.modifier, marked = amount.end + 1, "about", True
    plus = marked and amount.end < len(tokens) and tokens[amount.end].key == "+" and tokens[amount.end].gap == 0
    if plus and amount.end + 1 < len(tokens) and tokens[amount.end + 1].gap == 1:  # "6+ years", "200+ people"
        amount.end, amount.modifier = amount.end + 1, "at_least"
    unit = None if marked and closes_quotation(window, amount.end) else _unit(window, amount)
    if plus and unit is None and amount.modifier:
        amount.end -= 1
    if marked and take_loss(tokens, amount):
        per_after_money(tokens, amount)
    elif unit is not None:
        _take_unit(tokens, amount, unit)
        if unit.key == "degree":
            take_compass(tokens, amount)
    elif amount.money:
        per_after_money(tokens, amount)
    elif _points(tokens, amount):
        amount.unit = "degree"
        take_compass(tokens, amount)
    elif amount.end < len(tokens) and tokens[amount.end].key == "+" and tokens[amount.end].gap == 0:  # "200+ people"
        _count(tokens, amount, amount.end + 1, lexicon, "at_least")
    elif often(tokens, amount):
        amount.noun, amount.noun_end = tokens[amount.end].key, amount.end + 1
    elif amount.end < len(tokens) and tokens[amount.end].key[0] in HYPHENS and (vague := _suffix(tokens[amount.end])):
        _count(tokens, amount, amount.end + 1, lexicon, vague)  # "400-plus species", "40-odd branches"
    else:
        _count(tokens, amount, amount.end, lexicon)
    amount.end -= rounded and tokens[amount.end - 1] is suffix  # no part of a number without a unit
    if amount.end < len(tokens) and "negative_after" in tokens[amount.end].entry.roles:  # "12 degrees below zero"
        _negate(amount)
        amount.end += 1


def _suffix(token: Token) -> str:
    """Return what a suffix behind a dash makes of a number: "-odd", "-plus"."""
    return str(token.entry.roles.get("modifier_after", "")) if token.kind == "phrase" else ""


def _negate(amount: Amount) -> None:
    amount.values = tuple([-value for value in amount.values])


def _count(tokens: Sequence[Token], amount: Amount, position: int, lexicon: Lexicon, modifier: str = "") -> None:
    """Take in the noun at `position` where the number can count something."""
    if not _counts(amount):
        noun = tokens[position].entry.roles.get("per_noun") if position < len(tokens) else None
        if noun is not None and amount.form == "digits":  # "73,3 jiwa/km²"
            _density(tokens, amount, position + 1)
        return
    amount.modifier = modifier or amount.modifier
    amount.noun, amount.noun_end = noun_after(tokens, position, lexicon, one=amount.values[0] == 1)
    if amount.noun:
        _density(tokens, amount, amount.noun_end)


def _unit(window: Window, amount: Amount) -> Unit | None:
    """Return the unit that belongs to the number, None where none does."""
    tokens = window.tokens
    position = amount.end if amount.form != "fraction" else _behind_article(tokens, amount)
    if position >= len(tokens) or not (tokens[position].entry.measuring or tokens[position].key in HYPHENS):
        return None
    unit = unit_after(tokens, position, digits=amount.form in ("digits", "mixed", "fraction"))
    if unit is None or _starts_date(tokens, amount, unit):
        return None
    if describes(tokens, amount, unit, window.lexicon.pack.units):
        return None
    if amount.money and not (unit.money and unit.key.partition("/")[0] == amount.unit):
        return None
    return unit


def take_compass(tokens: Sequence[Token], amount: Amount) -> None:
    """Take in the direction behind degrees: "41° 30′ N"."""
    if amount.end < len(tokens) and "compass" in tokens[amount.end].entry.roles:
        amount.end += 1


def _points(tokens: Sequence[Token], amount: Amount) -> bool:
    """Say whether a direction makes degrees of a decimal: "8,21 LS"; a lone letter is more often something else."""
    if amount.end >= len(tokens) or not amount.values:
        return False
    direction = tokens[amount.end]
    if "compass" not in direction.entry.roles or len(direction.key) < 2 or amount.form != "digits" or amount.scale:
        return False
    return not _whole(amount.values[0]) and abs(amount.values[0]) <= HALF_TURN


def _roundabout(tokens: Sequence[Token], position: int) -> bool:
    """True for the suffix of "20-an orang", "30-an tahun": about so many."""
    if position + 1 >= len(tokens) or tokens[position].key != "-" or tokens[position].gap or tokens[position + 1].gap:
        return False
    return "decade_suffix" in tokens[position + 1].entry.roles


def _whole_price(tokens: Sequence[Token], amount: Amount) -> bool:
    """True for the comma and the dash of "Rp5.000,- per kg" and "19,- Euro", which belong to what follows: no cents."""
    if amount.form != "digits" or amount.end + 1 >= len(tokens):
        return False
    mark, dash = tokens[amount.end], tokens[amount.end + 1]
    if mark.key not in ",." or dash.key not in HYPHENS or mark.gap or dash.gap:
        return False
    after = tokens[amount.end + 2].entry.roles if amount.end + 2 < len(tokens) else {}
    return ("per" if amount.money else "currency") in after


def _counts(amount: Amount) -> bool:
    """Only whole numbers and scaled ones count things: "6,2" and "separuh" do not."""
    return bool(amount.values) and amount.form != "fraction" and (amount.scale > 0 or _whole(amount.values[0]))


def _whole(value: Decimal) -> bool:
    """True for "2", not for "2.0" and "6,2"."""
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= 0


def _behind_article(tokens: Sequence[Token], amount: Amount) -> int:
    """ "half an hour", "a quarter of a mile": the article between a fraction and its unit."""
    roles = [token.entry.roles for token in tokens[amount.end : amount.end + 3]]
    inside = len(roles) > 2 and "part_word" in roles[0] and "article" in roles[1]
    if len(roles) > 2 and ("singled" in roles[2] or (inside and {"period", "unit"} <= roles[2].keys())):
        return amount.end + 2 * inside  # "three quarters of an hour"
    return amount.end + (bool(roles) and "article" in roles[0])


def _starts_date(tokens: Sequence[Token], amount: Amount, unit: Unit) -> bool:
    """ "Nomor 13 Tahun 2003": the word of a period right before a year belongs to the year."""
    if unit.end != amount.end + 1 or unit.end >= len(tokens):
        return False
    date = tokens[unit.end]
    if not isinstance(date, DateToken) or date.when is None or date.gap != 1:
        return False
    year_word = tokens[amount.end].entry.roles.get("period") == "year"
    return year_word and date.when.year is not None and date.when.month is None


def _density(tokens: Sequence[Token], amount: Amount, end: int) -> None:
    """Read "1.173 jiwa per kilometer persegi", whose noun ends at `end`, as a measure of what is counted by what."""
    if end >= len(tokens) or "per" not in tokens[end].entry.roles:
        return
    noun = tokens[end - 1].entry.roles.get("per_noun")
    below = per(tokens, end, False) if noun else None
    if below is not None and "^" in below.key:
        amount.unit, amount.end, amount.noun, amount.noun_end = f"{noun}/{below.key}", below.end, "", 0


def _take_unit(tokens: Sequence[Token], amount: Amount, unit: Unit) -> None:
    if amount.form == "digits" and unit.key.startswith("percent"):
        amount.values = amount.values[:1]
    if unit.divisor > 1:
        power = len(str(unit.divisor)) - 1
        amount.values = tuple(value.scaleb(-power) for value in amount.values)
    for token in tokens[amount.end : unit.end]:
        amount.rules += token.entry.sources
    amount.unit, amount.money, amount.end = unit.key, unit.money, unit.end


def per_after_money(tokens: Sequence[Token], amount: Amount) -> None:
    """Take in "per barel" after "US$60"."""
    if amount.end < len(tokens) and divides(tokens[amount.end]):
        unit = with_per(tokens, Unit(amount.unit, amount.end, True))
        amount.unit, amount.end = unit.key, unit.end
