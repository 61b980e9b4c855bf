"""Tokens in, amounts out: sign, currency, number, unit, noun and modifier that stand together.

An `Amount` is a mention in the making. Ranges, lists and compound measures are joined in `lists.py`,
what states no fact is set aside in `sift.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from verifier.extraction.dates import DateToken
from verifier.extraction.lexicon import Lexicon
from verifier.extraction.scan import Token
from verifier.extraction.units import Unit, currency_before, unit_after

__all__ = ["Amount", "amounts_of", "modifier_of", "noun_after"]

MINUS = "-−–"
NOUN_REACH = 4  # words from the number to the plural noun of its group


@dataclass(slots=True)
class Amount:
    """One number of the text with what belongs to it; `first` and `end` are token positions."""

    first: int
    end: int
    number: int  # the position of the numeral itself
    values: tuple[Decimal, ...]  # its readings, likeliest first
    form: str
    scale: int = 0
    unit: str = ""
    money: bool = False
    kind: str = ""
    noun: str = ""
    noun_end: int = 0
    modifier: str = ""
    high: tuple[Decimal, ...] = ()  # the readings of the other end of a range
    ratio: bool = False
    shared: bool = False  # its unit stands at a later member of the list
    surface: str = ""  # the word or sign of its unit, for what it may also mean
    reason: str = ""  # why it is set aside
    rules: tuple[str, ...] = ()

    @property
    def bare(self) -> bool:
        """True where neither unit nor noun says what the number is of."""
        return not self.unit and not self.noun


def amounts_of(tokens: Sequence[Token], lexicon: Lexicon) -> list[Amount]:
    """Return an amount for each numeral, in the order of the text."""
    amounts = []
    position, size = 0, len(tokens)
    while position < size:
        token = tokens[position]
        if token.kind == "numeral":
            amount = _amount(tokens, position, lexicon)
            amounts.append(amount)
            position = max(amount.end, position + 1)
        else:
            multiple = token.entry.roles.get("multiple")
            if multiple is not None:
                amounts.append(_multiple(position, token, multiple))
            elif "article" in token.entry.roles:
                single = _single(tokens, position)
                if single is not None:
                    amounts.append(single)
                    position = single.end - 1
            position += 1
    return amounts


def _amount(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> Amount:
    token = tokens[position]
    amount = Amount(position, position + 1, position, token.values, token.form, token.scale, rules=token.rules)
    if token.form == "ordinal" and "unit" not in token.entry.roles:
        _ordinal(tokens, amount)
        return amount
    _left(tokens, amount)
    multiple = _multiple_word(tokens, amount.end)
    if multiple and not amount.money:
        amount.kind, amount.end = "multiple", multiple
        return amount
    _right(tokens, amount, lexicon)
    return amount


def _left(tokens: Sequence[Token], amount: Amount) -> None:
    """Take in the currency and the sign before the number."""
    code = currency_before(tokens, amount.first)
    if code is not None:
        amount.unit, amount.money, amount.first = code, True, amount.first - 1
        amount.surface = tokens[amount.first].key
        amount.rules += tokens[amount.first].entry.sources
    if amount.first == 0:
        return
    sign = tokens[amount.first - 1]
    before = tokens[amount.first - 2] if amount.first > 1 else None
    written = sign.key in MINUS and tokens[amount.first].gap == 0 and sign.gap == 1 and not _numeric(before)
    opened = (
        sign.key in "-−" and tokens[amount.first].gap == 0 and (before is None or before.key in "([" and sign.gap == 0)
    )
    if "negative" in sign.entry.roles and sign.kind in ("word", "phrase") or (written or opened) and sign.key in MINUS:
        amount.values = tuple(-value for value in amount.values)
        amount.first -= 1
    elif sign.key == "+" and tokens[amount.first].gap == 0 and sign.gap == 1 and not _numeric(before):
        amount.first -= 1


def _numeric(token: Token | None) -> bool:
    return token is not None and token.kind in ("numeral", "date")


def _right(tokens: Sequence[Token], amount: Amount, lexicon: Lexicon) -> None:
    """Take in the unit or the counted noun after the number."""
    digits = amount.form in ("digits", "mixed")
    unit = unit_after(tokens, amount.end, digits=digits)
    if unit is not None and amount.money:
        unit = unit if unit.money and unit.key.partition("/")[0] == amount.unit else None
    if unit is not None:
        _take_unit(tokens, amount, unit)
    elif amount.money:
        _per_after_money(tokens, amount)
    else:
        amount.noun, amount.noun_end = noun_after(tokens, amount.end, lexicon)


def _take_unit(tokens: Sequence[Token], amount: Amount, unit: Unit) -> None:
    if unit.divisor > 1:
        power = len(str(unit.divisor)) - 1
        amount.values = tuple(value.scaleb(-power) for value in amount.values)
    for token in tokens[amount.end : unit.end]:
        amount.rules += token.entry.sources
    amount.surface = tokens[amount.end].key
    amount.unit, amount.money, amount.end = unit.key, unit.money, unit.end


def _per_after_money(tokens: Sequence[Token], amount: Amount) -> None:
    """Read "per barel" after "US$60"."""
    below = unit_after_money(tokens, amount)
    if below is not None:
        amount.unit, amount.end = below.key, below.end


def unit_after_money(tokens: Sequence[Token], amount: Amount) -> Unit | None:
    """Return the unit with what the money is counted by, None where nothing follows."""
    from verifier.extraction.units import _with_per

    unit = _with_per(tokens, Unit(amount.unit, amount.end, True))
    return unit if unit.end > amount.end else None


def _ordinal(tokens: Sequence[Token], amount: Amount) -> None:
    """Decide between an ordinal and a collective: "negara kedua" and "kedua negara"."""
    amount.kind = "ordinal"
    token = tokens[amount.number]
    if "collective" not in token.entry.roles or amount.end >= len(tokens):
        return
    before = tokens[amount.number - 1] if amount.number else None
    if before is not None and before.gap < 2 and ("ordinal_noun" in before.entry.roles or _content(before)):
        return
    after = tokens[amount.end]
    if (
        after.kind == "word"
        and after.gap == 1
        and not after.capital
        and "function" not in after.entry.roles
        and _plain_noun(after)
    ):
        amount.kind, amount.noun, amount.noun_end, amount.form = "count", after.key, amount.end + 1, "words"


def _content(token: Token) -> bool:
    """Say whether a word before an ordinal is a noun of its own rather than a particle or a verb."""
    return (
        token.kind == "word"
        and not token.entry.roles
        and not token.capital
        and not token.key.startswith(("me", "di", "ber", "ter"))
    )


def _plain_noun(token: Token) -> bool:
    return "ordinal_noun" not in token.entry.roles or "unit" not in token.entry.roles


def _multiple(position: int, token: Token, value: Decimal) -> Amount:
    return Amount(position, position + 1, position, (value,), "words", kind="multiple", rules=token.entry.sources)


def _multiple_word(tokens: Sequence[Token], position: int) -> int:
    """Return where "kali lipat", "times as" ends, 0 where there is none."""
    if position < len(tokens) and tokens[position].key in MINUS and tokens[position].gap == 0:
        position += 1
    if position < len(tokens) and "multiple_word" in tokens[position].entry.roles:
        return position + 1
    return 0


def _single(tokens: Sequence[Token], position: int) -> Amount | None:
    """Read "a week", "an hour": an article that counts one unit of time or length."""
    if position + 1 >= len(tokens):
        return None
    before = tokens[position - 1] if position else None
    if before is not None and (
        before.kind in ("numeral", "date") or {"times", "per", "counted", "multiple"} & set(before.entry.roles)
    ):
        return None
    following = tokens[position + 1]
    roles = following.entry.roles
    if "period" not in roles or "unit" not in roles or following.kind != "word" or following.gap == 0:
        return None
    after = tokens[position + 2] if position + 2 < len(tokens) else None
    if after is not None and ("deictic" in after.entry.roles or after.key in "-'" and after.gap == 0):
        return None
    if before is None or before.gap > 1 or not {"modifier", "function", "duration"} & set(before.entry.roles):
        return None
    amount = Amount(
        position, position + 2, position, (Decimal(1),), "words", unit=str(roles["unit"]), rules=following.entry.sources
    )
    amount.kind = "measure"
    return amount


def noun_after(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> tuple[str, int]:
    """Return the counted noun at `position` and where it ends; "" where none follows."""
    begin, classifier = position, None
    while position < len(tokens) and "classifier" in tokens[position].entry.roles and tokens[position].gap < 2:
        classifier = tokens[position]
        position += 1
    noun, end = _noun(tokens, position, lexicon)
    if noun:
        return noun, end
    return (classifier.key, position) if classifier is not None else ("", begin)


def _noun(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> tuple[str, int]:
    if position < len(tokens) and tokens[position].key == "-" and tokens[position].gap == 0:
        position += 1  # "two-state"
        if position >= len(tokens) or tokens[position].gap or tokens[position].capital:
            return "", position
        return (tokens[position].key, position + 1) if tokens[position].kind == "word" else ("", position)
    endings = lexicon.pack.phrases.plural_endings
    first, first_end = "", position
    for step in range(NOUN_REACH if endings else 1):
        here = position + step
        if here >= len(tokens) or not _nounlike(tokens[here]):
            break
        token = tokens[here]
        if endings and ("counted" in token.entry.roles or token.key.endswith(endings) and not token.key.endswith("ss")):
            return token.key, here + 1
        if not first and not token.capital:
            first, first_end = token.key, here + 1
        if here + 1 < len(tokens) and tokens[here + 1].gap != 1:
            break
    return first, first_end


def _nounlike(token: Token) -> bool:
    roles = token.entry.roles
    if token.kind not in ("word", "phrase") or token.gap != 1:
        return False
    blocked = (
        "function",
        "modifier_after",
        "and",
        "to",
        "per",
        "cardinal",
        "scale",
        "currency_sign",
        "deictic",
        "label_after",
        "ratio_word",
        "year_lead",
    )
    if any(role in roles for role in blocked):
        return "counted" in roles
    return True


def modifier_of(tokens: Sequence[Token], first: int) -> str:
    """Return the modifier that stands right before the token at `first`, "" where there is none."""
    if first < 1 or tokens[first].gap > 1:
        return ""
    before = tokens[first - 1]
    modifier = before.entry.roles.get("modifier")
    if modifier is None and before.kind == "sign" and before.key in "([\"“'" and first > 1:
        return ""
    return str(modifier) if modifier is not None and not isinstance(before, DateToken) else ""
