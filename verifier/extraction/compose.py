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
from verifier.extraction.units import Unit, currency_before, per, unit_after, with_per

__all__ = ["Amount", "amounts_of", "modifier_of", "noun_after", "per_after_money", "take_compass"]

MINUS = "-−–"
NOUN_ROLES = frozenset({"per_noun", "counted", "label"})  # a word with no other is a noun, as an unknown one may be
NOUN_REACH = 4  # words from the number to the plural noun of its group
SKIPPED = {"age_word", "day_lead", "clock_lead", "period"}  # between a modifier and its number


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
    shared: bool = False  # its unit stands at a later member of the list
    reason: str = ""  # why it is set aside
    rules: tuple[str, ...] = ()

    @property
    def bare(self) -> bool:
        """True where neither unit nor noun says what the number is of."""
        return not self.unit and not self.noun


def amounts_of(tokens: Sequence[Token], lexicon: Lexicon) -> list[Amount]:
    """Return an amount for each numeral, in the order of the text."""
    amounts: list[Amount] = []
    done = 0
    for position in [place for place, token in enumerate(tokens) if token.kind == "numeral" or token.entry.counting]:
        if position < done:
            continue
        token = tokens[position]
        if token.kind == "numeral":
            amount: Amount | None = _amount(tokens, position, lexicon)
        elif "multiple" in token.entry.roles:
            amount = _multiple(position, token, token.entry.roles["multiple"])
        else:
            amount = _single(tokens, position)
        if amount is not None:
            amounts.append(amount)
            done = amount.end
    return amounts


def _amount(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> Amount:
    token = tokens[position]
    amount = Amount(position, position + 1, position, token.values, token.form, token.scale, rules=token.rules)
    if token.form == "ordinal":
        _ordinal(tokens, amount, lexicon)
        return amount
    _left(tokens, amount)
    if _led_ordinal(tokens, amount):
        return amount
    multiple = _multiple_end(tokens, amount)
    if multiple and not amount.money:
        amount.kind, amount.end = "multiple", multiple
        return amount
    _right(tokens, amount, lexicon)
    return amount


def _led_ordinal(tokens: Sequence[Token], amount: Amount) -> bool:
    """Read "nomor satu", "number one", "#1" as an ordinal with its lead word."""
    if amount.first == 0 or amount.money or "ordinal_lead" not in tokens[amount.first - 1].entry.roles:
        return False
    lead = tokens[amount.first - 1]
    spoken = amount.form == "words" and lead.kind == "word"
    if not spoken and not (lead.kind == "sign" and tokens[amount.first].gap == 0 and amount.form == "digits"):
        return False
    amount.kind, amount.first = "ordinal", amount.first - 1
    return True


def _left(tokens: Sequence[Token], amount: Amount) -> None:
    """Take in the currency and the sign before the number."""
    code = currency_before(tokens, amount.first)
    if code is not None:
        amount.unit, amount.money, amount.first = code, True, amount.first - 1
        amount.rules += tokens[amount.first].entry.sources
    if amount.first == 0:
        return
    sign = tokens[amount.first - 1]
    if sign.key == "%" and tokens[amount.first].gap == 0 and sign.gap == 1 and amount.form == "digits":
        amount.unit, amount.first = "percent", amount.first - 1  # "%10"
        return
    before = tokens[amount.first - 2] if amount.first > 1 else None
    written = sign.key in MINUS and tokens[amount.first].gap == 0 and sign.gap == 1 and not _numeric(before)
    opened = (
        sign.key in "-−" and tokens[amount.first].gap == 0 and (before is None or before.key in "([" and sign.gap == 0)
    )
    if "negative" in sign.entry.roles and sign.kind in ("word", "phrase") or (written or opened) and sign.key in MINUS:
        amount.values = tuple(-value for value in amount.values)
        amount.first -= 1
    elif (
        sign.key == "+"
        and tokens[amount.first].gap == 0
        and (sign.gap == 1 or before is not None and before.key == "(")
        and not _numeric(before)
    ):
        amount.first -= 1


def _numeric(token: Token | None) -> bool:
    return token is not None and token.kind in ("numeral", "date")


def _right(tokens: Sequence[Token], amount: Amount, lexicon: Lexicon) -> None:
    """Take in the unit or the counted noun after the number."""
    if _roundabout(tokens, amount.end):
        amount.end, amount.modifier = amount.end + 2, "about"
    digits = amount.form in ("digits", "mixed", "fraction")
    if amount.unit == "percent":
        return
    unit = unit_after(tokens, _behind_article(tokens, amount), digits=digits)
    if unit is not None and _starts_date(tokens, amount, unit):
        unit = None
    if unit is not None and amount.money:
        unit = unit if unit.money and unit.key.partition("/")[0] == amount.unit else None
    if unit is not None:
        _take_unit(tokens, amount, unit)
        take_compass(tokens, amount)
    elif amount.money:
        per_after_money(tokens, amount)
    elif _counts(amount):
        plus = amount.end < len(tokens) and tokens[amount.end].key == "+" and tokens[amount.end].gap == 0
        if plus:  # "200+ people"
            amount.modifier = "at_least"
        amount.noun, amount.noun_end = noun_after(tokens, amount.end + plus, lexicon, one=amount.values[:1] == (1,))
        _density(tokens, amount)


def take_compass(tokens: Sequence[Token], amount: Amount) -> None:
    """Take in the direction behind degrees: "41° 30′ N"."""
    if amount.unit == "degree" and amount.end < len(tokens) and "compass" in tokens[amount.end].entry.roles:
        amount.end += 1


def _roundabout(tokens: Sequence[Token], position: int) -> bool:
    """True for the suffix of "20-an orang", "30-an tahun": about so many."""
    if position + 1 >= len(tokens) or tokens[position].key != "-" or tokens[position].gap or tokens[position + 1].gap:
        return False
    return "decade_suffix" in tokens[position + 1].entry.roles


def _counts(amount: Amount) -> bool:
    """Only whole numbers and scaled ones count things: "6,2" and "separuh" do not."""
    return bool(amount.values) and amount.form != "fraction" and (amount.scale > 0 or _whole(amount.values[0]))


def _whole(value: Decimal) -> bool:
    """True for "2", not for "2.0" and "6,2"."""
    exponent = value.as_tuple().exponent
    return value == int(value) and isinstance(exponent, int) and exponent >= 0


def _behind_article(tokens: Sequence[Token], amount: Amount) -> int:
    """ "half an hour": the article between a fraction and its unit."""
    skip = amount.form == "fraction" and amount.end < len(tokens) and "article" in tokens[amount.end].entry.roles
    return amount.end + skip


def _starts_date(tokens: Sequence[Token], amount: Amount, unit: Unit) -> bool:
    """ "Nomor 13 Tahun 2003": the word of a period right before a year belongs to the year."""
    if unit.end != amount.end + 1 or unit.end >= len(tokens) or not isinstance(tokens[unit.end], DateToken):
        return False
    when = tokens[unit.end].when
    year_word = tokens[amount.end].entry.roles.get("period") == "year"
    return year_word and when is not None and when.year is not None and when.month is None and tokens[unit.end].gap == 1


def _density(tokens: Sequence[Token], amount: Amount) -> None:
    """Read "1.173 jiwa per kilometer persegi" as a measure of what is counted by what."""
    if not amount.noun or amount.noun_end >= len(tokens) or "per" not in tokens[amount.noun_end].entry.roles:
        return
    noun = tokens[amount.noun_end - 1].entry.roles.get("per_noun")
    below = per(tokens, amount.noun_end, False) if noun else None
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
    unit = with_per(tokens, Unit(amount.unit, amount.end, True))
    amount.unit, amount.end = unit.key, unit.end


def _ordinal(tokens: Sequence[Token], amount: Amount, lexicon: Lexicon) -> None:
    """Decide between an ordinal and a collective: "negara kedua" and "kedua negara"."""
    amount.kind = "ordinal"
    token = tokens[amount.number]
    if "collective" not in token.entry.roles or amount.end >= len(tokens):
        return
    before = tokens[amount.number - 1] if amount.number else None
    beginnings = lexicon.pack.phrases.verb_beginnings
    if before is not None and ({"ordinal_noun", "to"} & set(before.entry.roles) or _content(before, beginnings)):
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


def _content(token: Token, verb_beginnings: tuple[str, ...]) -> bool:
    """Say whether a word before an ordinal is a noun of its own rather than a particle or a verb."""
    verbal = bool(verb_beginnings) and token.key.startswith(verb_beginnings)
    return token.kind == "word" and NOUN_ROLES.issuperset(token.entry.roles) and not verbal


def _plain_noun(token: Token) -> bool:
    return "ordinal_noun" not in token.entry.roles or "unit" not in token.entry.roles


def _multiple(position: int, token: Token, value: Decimal) -> Amount:
    return Amount(position, position + 1, position, (value,), "words", kind="multiple", rules=token.entry.sources)


def _multiple_end(tokens: Sequence[Token], amount: Amount) -> int:
    """Return where "dua kali lipat", "three times as", "1.5 times" ends, 0 where it is no multiple."""
    position = amount.end
    if position + 1 >= len(tokens) or "times" not in tokens[position].entry.roles:
        return 0
    if tokens[position].gap and tokens[position].kind == "word" and len(tokens[position].key) == 1:
        return 0  # "4 x 6 meter"
    following = tokens[position + 1].entry.roles
    if "multiple_tail" in following:
        return position + 2
    broken = bool(amount.values) and amount.values[0] != int(amount.values[0])
    return position + 1 if "multiple_cue" in following or broken else 0


def _single(tokens: Sequence[Token], position: int) -> Amount | None:
    """Read "a week", "an hour", "seminggu": one unit of time without a number."""
    if position + 1 >= len(tokens):
        return None
    before = tokens[position - 1] if position else None
    if before is not None and (
        before.kind in ("numeral", "date") or {"times", "per", "counted", "multiple"} & set(before.entry.roles)
    ):
        return None
    single = tokens[position].entry.roles.get("single")
    if single is not None:
        led = before is not None and bool({"modifier", "duration"} & set(before.entry.roles))
        rules = tokens[position].entry.sources
        return (
            Amount(
                position, position + 1, position, (Decimal(1),), "words", unit=str(single), kind="measure", rules=rules
            )
            if led
            else None
        )
    following = tokens[position + 1]
    roles = following.entry.roles
    if "period" not in roles or "unit" not in roles or following.kind != "word" or following.gap == 0:
        return None
    after = tokens[position + 2] if position + 2 < len(tokens) else None
    if after is not None and ("deictic" in after.entry.roles or after.key in "-'" and after.gap == 0):
        return None
    if before is None or not {"modifier", "duration"} & set(before.entry.roles):
        return None
    amount = Amount(
        position, position + 2, position, (Decimal(1),), "words", unit=str(roles["unit"]), rules=following.entry.sources
    )
    amount.kind = "measure"
    return amount


def noun_after(tokens: Sequence[Token], position: int, lexicon: Lexicon, *, one: bool = False) -> tuple[str, int]:
    """Return the counted noun at `position` and where it ends; "" where none follows.

    `one` says that the number is 1, so that no plural is looked for.
    """
    begin, classifier = position, None
    while position < len(tokens) and "classifier" in tokens[position].entry.roles and tokens[position].gap == 1:
        classifier = tokens[position]
        position += 1
    noun, end = _noun(tokens, position, lexicon, one)
    beginnings = lexicon.pack.phrases.verb_beginnings
    verbal = bool(beginnings) and noun.startswith(beginnings)
    if noun and not (classifier is not None and "counted" in classifier.entry.roles and verbal):
        return noun, end
    return (classifier.key, position) if classifier is not None else ("", begin)


def _noun(tokens: Sequence[Token], position: int, lexicon: Lexicon, one: bool) -> tuple[str, int]:
    if position < len(tokens) and tokens[position].key == "-" and tokens[position].gap == 0:
        position += 1  # "two-state"
        if position >= len(tokens) or tokens[position].gap or tokens[position].capital:
            return "", position
        return (tokens[position].key, position + 1) if tokens[position].kind == "word" else ("", position)
    if lexicon.pack.phrases.nouns_capitalised:
        return _capitalised_noun(tokens, position)
    endings = lexicon.pack.phrases.plural_endings
    verbs = lexicon.pack.phrases.verb_endings
    first, first_end = "", position
    steps, here = (NOUN_REACH if endings else 1), position
    shouting = position < len(tokens) and tokens[position - 1].capital
    while steps and here < len(tokens) and _nounlike(tokens[here]):
        token = tokens[here]
        steps -= 1
        if _hyphenated(tokens, here):  # "sold-out performances": the pair is no noun
            here += 3
            continue
        if (
            endings
            and not one
            and ("counted" in token.entry.roles or token.key.endswith(endings) and not token.key.endswith("ss"))
        ):
            return _head(token), here + 1
        if not first and (not token.capital or shouting) and not (verbs and token.key.endswith(verbs)):
            first, first_end = _head(token), here + 1
        if one and first or here + 1 < len(tokens) and tokens[here + 1].gap != 1:
            break
        here += 1
    return first, first_end


def _capitalised_noun(tokens: Sequence[Token], position: int) -> tuple[str, int]:
    """Return the first capitalised word behind a number and its adjectives: "zwölf junge Menschen"."""
    for here in range(position, min(position + NOUN_REACH, len(tokens))):
        token = tokens[here]
        if not _nounlike(token):
            break
        if token.capital:
            return _head(token), here + 1
    return "", position


def _hyphenated(tokens: Sequence[Token], position: int) -> bool:
    return (
        position + 3 < len(tokens)
        and tokens[position + 1].key == "-"
        and tokens[position + 1].gap == tokens[position + 2].gap == 0
    )


def _head(token: Token) -> str:
    """Return the noun of a phrase of the pack without its classifier: "lembar saham" is "saham"."""
    if token.kind != "phrase":
        return token.key
    words = token.key.split()
    return (
        words[-1]
        if "per_noun" in token.entry.roles
        and "classifier" not in token.entry.roles
        and len(words) == 2
        and token.entry.roles["per_noun"] == "share"
        else words[0]
    )


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
        "ratio_word",
        "part_word",
        "year_lead",
        "plus_minus",
        "times",
    )
    if any(role in roles for role in blocked):
        return "counted" in roles
    return token.kind == "word" or "per_noun" in roles or "counted" in roles


def modifier_of(tokens: Sequence[Token], first: int) -> str:
    """Return the modifier that stands right before the token at `first`, "" where there is none."""
    begin = first
    while (
        first > 1 and SKIPPED & set(tokens[first - 1].entry.roles) and "modifier" not in tokens[first - 1].entry.roles
    ):
        first -= 1  # "sekitar tahun 1872", "minimal berumur 18 tahun"
    before = tokens[first - 1] if first else None
    modifier = before.entry.roles.get("modifier") if before is not None else None
    if modifier is None or before is None or ("to" in before.entry.roles and first < begin):
        return ""
    if "plus_minus" in before.entry.roles and first > 1 and tokens[first - 2].kind == "numeral":
        return ""
    return str(modifier)
