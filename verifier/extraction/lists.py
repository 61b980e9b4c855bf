"""Amounts in, amounts out with ranges, ratios, compound measures and lists that share a unit joined."""

from collections.abc import Sequence
from decimal import Decimal

from verifier.extraction.compose import Amount, modifier_of, per_after_money, take_compass
from verifier.extraction.lexicon import Lexicon
from verifier.extraction.scan import Token

__all__ = ["join_amounts"]

DASHES = "-–—−"
RATIO_MARKS = (":", "-", "–")
SMALL = Decimal(200)  # two bare numbers up to this with a dash between are a score


def join_amounts(amounts: list[Amount], tokens: Sequence[Token], lexicon: Lexicon) -> list[Amount]:
    """Return the amounts with those that state one fact together joined."""
    if len(amounts) < 2:
        return amounts
    amounts = _spaced_decimals(amounts, tokens, lexicon)
    amounts = _compounds(amounts, tokens, lexicon)
    amounts = _pairs(amounts, tokens)
    _share(amounts, tokens)
    return amounts


def between(left: Amount, right: Amount, tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens that stand between two amounts."""
    return tokens[max(left.end, left.noun_end) : right.first]


def _spaced_decimals(amounts: list[Amount], tokens: Sequence[Token], lexicon: Lexicon) -> list[Amount]:
    """Join "59, 8 km²": a decimal comma with a space behind it, in languages that write it so."""
    if lexicon.pack.numerals.decimal_marks[0] != ",":
        return amounts
    out = [amounts[0]]
    for amount in amounts[1:]:
        last, joint = out[-1], between(out[-1], amount, tokens)
        left, right = tokens[last.number].key, tokens[amount.number].key
        plain = left.isdecimal() and right.isdecimal() and len(right) <= 2 and (len(left) > 1 or left == "0")
        if (
            plain
            and last.bare
            and amount.unit
            and not amount.money
            and len(joint) == 1
            and joint[0].key == ","
            and joint[0].gap == 0
        ):
            if len(out) < 2 or not _listed(between(out[-2], last, tokens)):
                last.values = (last.values[0] + Decimal(f"0.{right}"),)
                last.unit, last.end, last.surface = amount.unit, amount.end, amount.surface
                last.reason, last.rules = "", last.rules + amount.rules
                continue
        out.append(amount)
    return out


# --- compound measures -------------------------------------------------------------------------


def _compounds(amounts: list[Amount], tokens: Sequence[Token], lexicon: Lexicon) -> list[Amount]:
    """Join "2 jam 15 menit", "tiga kaki enam inci", "33° 40′" to the larger unit."""
    steps = lexicon.pack.units.steps
    out = [amounts[0]]
    for amount in amounts[1:]:
        last = out[-1]
        step = steps.get(f"{last.unit}/{amount.unit}") if last.unit and amount.unit else None
        joint = between(last, amount, tokens)
        close = not joint or (len(joint) == 1 and ("and" in joint[0].entry.roles or joint[0].key == ","))
        if step and close and amount.values and last.values and not amount.money:
            first, rest = last.values[0], amount.values[0]
            whole_time = not joint or tokens[last.end - 1].kind != "sign"
            if (
                first == int(first)
                and 0 <= rest < max(step, 60)
                and whole_time
                and (not joint or "and" in joint[0].entry.roles)
            ):
                last.values = (_compound_value(first, rest, step, last),)
                last.end = amount.end
                last.rules += amount.rules
                take_compass(tokens, last)
                continue
        out.append(amount)
    return out


def _compound_value(first: Decimal, rest: Decimal, step: int, last: Amount) -> Decimal:
    exact = rest / Decimal(step)
    short = exact.quantize(Decimal("0.0001"))
    return first + (exact if exact == exact.quantize(Decimal("0.000001")) else short).normalize()


# --- ranges and ratios -------------------------------------------------------------------------


def _pairs(amounts: list[Amount], tokens: Sequence[Token]) -> list[Amount]:
    """Join the two ends of a range, and the two numbers of a ratio or a score."""
    out = [amounts[0]]
    for amount in amounts[1:]:
        last = out[-1]
        scored = len(out) > 1 and out[-2].ratio and [token.key for token in between(out[-2], last, tokens)] == [","]
        if last.high or last.ratio or not last.values or not amount.values or not _pair(last, amount, tokens, scored):
            out.append(amount)
    return out


def _pair(left: Amount, right: Amount, tokens: Sequence[Token], scored: bool) -> bool:
    """Try to join `right` to `left`; `scored` says that a score stands before. True where that was done."""
    joint = between(left, right, tokens)
    keys = [token.key for token in joint]
    if not joint or len(joint) > 2 or any(token.kind not in ("word", "sign", "phrase") for token in joint):
        return False
    if left.kind == "ordinal" or right.kind == "ordinal":
        return _ordinal_range(left, right, joint)
    if (
        left.kind == "multiple"
        or right.kind == "multiple"
        and not left.bare
        or (left.reason and left.reason != "pronoun")
    ):
        return False
    dash = len(joint) == 1 and keys[0] in DASHES
    slash = keys == ["/"] and left.money and joint[0].gap == 0
    word = "to" in joint[-1].entry.roles and (len(joint) == 1 or keys[0] == ",")
    both = len(joint) == 1 and "and" in joint[0].entry.roles and _after_between(left, tokens)
    if keys == [":"] and joint[0].gap == 0 and left.bare and not right.unit:
        return _ratio(left, right)
    if len(joint) == 1 and "ratio_word" in joint[0].entry.roles and "to" not in joint[0].entry.roles:
        return _is_ratio(left, right, joint[0], tokens) and _ratio(left, right)
    if keys == ["/"] and joint[0].gap == 0 and left.bare and right.bare and right.values[0] in (10, 100):
        return _ratio(left, right)
    if not (dash or slash or word or both) or not _same_kind(left, right):
        return False
    if (dash or word) and left.bare and not right.unit and _score(left, right, tokens, scored, dash):
        return _ratio(left, right)
    if word and (_from_to(left, tokens) or _changes(left, right, tokens)):
        return False
    return _range(left, right, tokens, digits=dash or slash)


def _changes(left: Amount, right: Amount, tokens: Sequence[Token]) -> bool:
    """ "slid 45 pence to 318 pence", "up by 3 cents to $1.12": a change and a level, no range."""
    if not left.unit and (right.unit or right.noun):
        return False
    before = tokens[max(left.first - 3, 0) : left.first]
    return any("changing" in token.entry.roles for token in before)


def _ordinal_range(left: Amount, right: Amount, joint: Sequence[Token]) -> bool:
    if left.kind == right.kind == "ordinal" and len(joint) == 1 and "to" in joint[0].entry.roles:
        left.high, left.end = right.values, right.end
        return True
    return False


def _same_kind(left: Amount, right: Amount) -> bool:
    if left.noun and left.noun != right.noun:
        return False
    if left.unit == right.unit:
        return True
    if not left.unit:
        return not (right.money and tokens_before_currency(right))
    base = right.unit.partition("/")[0]
    return left.money and (not right.unit or base == left.unit)


def tokens_before_currency(amount: Amount) -> bool:
    """True where the currency of the amount stands before its number ("Rp9.300")."""
    return amount.first < amount.number and amount.money


def _score(left: Amount, right: Amount, tokens: Sequence[Token], scored: bool, dash: bool) -> bool:
    """ "2-1", "62 - 44", "3 to 1": two bare numbers; an ascending pair is a range unless a word says score."""
    low, high = left.values[0], right.values[0]
    if low != int(low) or high != int(high) or low > SMALL or high > SMALL or left.scale or right.scale:
        return False
    if low > high or (low == high and dash) or scored:
        return left.form == right.form
    if not dash:
        return False
    before = tokens[max(left.first - 6, 0) : left.first]
    return any("score_word" in token.entry.roles for token in before)


def _from_to(left: Amount, tokens: Sequence[Token]) -> bool:
    """ "rose from 5 to 7 percent" states two numbers, "ranging from 5 to 7 percent" one range."""
    before = tokens[left.first - 1] if left.first else None
    if before is None or "from" not in before.entry.roles:
        return False
    return not (left.first > 1 and "ranging" in tokens[left.first - 2].entry.roles)


def _after_between(left: Amount, tokens: Sequence[Token]) -> bool:
    return left.first > 0 and "between" in tokens[left.first - 1].entry.roles


def _range(left: Amount, right: Amount, tokens: Sequence[Token], *, digits: bool) -> bool:
    low, high = left.values, right.values
    if right.scale and not left.scale and left.form in ("digits", "words"):
        scaled = tuple(value.scaleb(right.scale) for value in low)
        low = scaled if low[0] < 1000 else low
    if digits and (high[0] < low[0] or _looks_short(left, right, tokens)):
        shortened = _short_end(tokens[left.number].key, tokens[right.number].key)
        if shortened is None or shortened <= low[0]:
            return False
        high = (shortened,)
    if high[0] < low[0] and not digits and left.money:
        return False
    left.values, left.high = low[:1], high[:1]
    left.unit, left.money = right.unit or left.unit, right.money or left.money
    left.surface = right.surface or left.surface
    left.noun, left.noun_end, left.end = right.noun, right.noun_end, right.end
    left.scale = right.scale or left.scale
    left.kind = ""
    left.rules += right.rules
    if left.money and "/" not in left.unit:
        per_after_money(tokens, left)
    return True


def _looks_short(left: Amount, right: Amount, tokens: Sequence[Token]) -> bool:
    """ "12,936-2941": the second end repeats only the decimals of the first."""
    first, second = tokens[left.number].key, tokens[right.number].key
    return (
        second.isdecimal()
        and not first.isdecimal()
        and 2 <= len(second) < len(first)
        and right.values[0] > left.values[0] * 10
        and not right.scale
    )


def _short_end(first: str, second: str) -> Decimal | None:
    """Return the other end where only its last digits are written: "154,66-71", "12,936-2941"."""
    if not second.isdecimal() or len(second) >= len(first) + 1:
        return None
    whole = first[: len(first) - len(second)] + second
    mark = first.rfind(",") if "," in first else first.rfind(".")
    if mark >= len(first) - len(second):
        digits = first.replace(",", "").replace(".", "")
        merged = digits[: len(digits) - len(second)] + second
        decimals = len(first) - mark - 1
        return Decimal(merged).scaleb(-decimals)
    try:
        return Decimal(whole.replace(".", "").replace(",", ".") if "," in whole else whole)
    except ArithmeticError:
        return None


def _is_ratio(left: Amount, right: Amount, word: Token, tokens: Sequence[Token]) -> bool:
    """ "satu dari sepuluh", "4 out of 5", "empat dari 10 orang"; "satu dari 5 desa" is one of five."""
    if not left.bare or right.unit or left.scale or right.scale:
        return False
    low, high = left.values[0], right.values[0]
    part = "function" in word.entry.roles or word.kind == "phrase"
    if low != int(low) or high != int(high) or (part and low >= high) or left.form not in ("digits", "words"):
        return False
    if left.form == "words" and low == 1 and right.form == "digits" and "function" not in word.entry.roles:
        return False
    single = word.kind == "word" and "function" in word.entry.roles
    if single and "pronoun" in tokens[left.number].entry.roles and right.form == "digits" and right.noun:
        return len(word.key) == 2 and word.key != "of"
    return True


def _ratio(left: Amount, right: Amount) -> bool:
    left.high, left.end, left.ratio, left.kind = right.values[:1], right.end, True, "ratio"
    left.noun, left.noun_end = right.noun, right.noun_end
    left.reason = "" if left.reason in ("", "pronoun") and not right.reason else left.reason or right.reason
    return True


# --- lists -------------------------------------------------------------------------------------


def _share(amounts: list[Amount], tokens: Sequence[Token]) -> None:
    """Give the unit, the scale and the noun of the last member of a list to those before it."""
    run = [amounts[-1]]
    for left in reversed(amounts[:-1]):
        right = run[-1]
        joint = between(left, right, tokens)
        if _listed(joint) and _may_share(left, right):
            run.append(left)
            continue
        _settle(run, tokens)
        run = [left]
    _settle(run, tokens)


def _listed(joint: Sequence[Token]) -> bool:
    """ "dan", ", dan", ",", "/", "hingga", "plus minus" between two members."""
    if not joint or len(joint) > 2 or any(token.gap > 1 for token in joint):
        return False
    roles = joint[-1].entry.roles
    word = any(role in roles for role in ("and", "to", "plus_minus", "by", "becoming"))
    if len(joint) == 2:
        return word and (joint[0].key == "," or joint[0].key in DASHES and joint[0].gap == 0)
    return word or joint[0].key in (",", "/") or joint[0].key in DASHES


def _may_share(left: Amount, right: Amount) -> bool:
    if left.kind in ("ordinal", "multiple", "ratio") or right.kind in ("ordinal", "multiple", "ratio") or left.reason:
        return False
    if left.bare and left.kind != "measure":
        return True
    return left.money and right.money and tokens_before_currency(left) and left.unit == right.unit.partition("/")[0]


def _settle(run: list[Amount], tokens: Sequence[Token]) -> None:
    last, members = run[0], run[1:]
    if not members or not _closed(run, tokens):
        return
    modifier = modifier_of(tokens, run[-1].first)
    for member in (last, *members):
        member.modifier = member.modifier or modifier
    for member in members:
        if member.high or not member.values:
            continue
        if last.scale and not member.scale and member.form in ("digits", "words") and member.values[0] < 1000:
            member.values = tuple(value.scaleb(last.scale) for value in member.values[:1])
            member.scale = last.scale
        if last.unit and not member.unit and not (last.money and tokens_before_currency(last)):
            member.unit, member.money, member.surface, member.shared = last.unit, last.money, last.surface, True
        elif last.noun and member.bare:
            member.noun, member.noun_end = last.noun, member.end


def _closed(run: list[Amount], tokens: Sequence[Token]) -> bool:
    """A list ends in "dan" or its like; two numbers with only a comma between are no list."""
    joints = [between(right_left[1], right_left[0], tokens) for right_left in zip(run, run[1:], strict=False)]
    return (
        any(
            set(token.entry.roles) & {"and", "to", "plus_minus", "by", "becoming"}
            for joint in joints
            for token in joint
        )
        or len(run) > 2
    )
