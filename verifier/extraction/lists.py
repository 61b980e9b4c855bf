"""Amounts in, amounts out with those that state one fact joined, and with what the members of a list share."""

from collections.abc import Sequence
from itertools import pairwise

from verifier.extraction.ages import share_ages
from verifier.extraction.codes import hyphened
from verifier.extraction.compose import Amount, modifier_of
from verifier.extraction.compound_measures import join_compounds
from verifier.extraction.implied_currency import imply_currencies
from verifier.extraction.levels import share_levels
from verifier.extraction.lexicon import Lexicon
from verifier.extraction.ranges import DASHES, join_pairs, sign_first
from verifier.extraction.tokens import Token, joins_members

__all__ = ["join_amounts"]

JOINING = frozenset({"and", "to", "plus_minus", "by", "becoming"})
SIGNED = f"/{DASHES}"
MOST_BETWEEN = 2  # tokens between the members of a list, or the ends of a range
SIDES = frozenset(
    {"km", "m", "cm", "mm", "dm", "mile", "foot", "inch", "yard", "pixel", "nm", "micrometer"}
)  # of what has two sides
MOST_PERCENT = 1000
RELAY = 20  # times as long as often: "4x100 meter"
APART = ("ordinal", "multiple", "ratio")  # kinds that share nothing


def join_amounts(amounts: list[Amount], tokens: Sequence[Token], lexicon: Lexicon) -> list[Amount]:
    """Return the amounts, two or more, with those that state one fact together joined."""
    if any(_near(left, right, tokens) for left, right in pairwise(amounts)):
        amounts = join_pairs(join_compounds(amounts, tokens, lexicon), tokens)
        share_ages(amounts, tokens)
        _share(amounts, tokens)
        _share_extent(amounts, tokens)
        _share_order(amounts, tokens)
    share_levels(amounts, tokens, lexicon.pack.phrases)
    imply_currencies(amounts, tokens, lexicon.pack.units.ambiguous_currencies, lexicon.pack.phrases)
    return amounts


def _near(left: Amount, right: Amount, tokens: Sequence[Token]) -> bool:
    """Say whether so few tokens stand between two amounts that they can have to do with one another."""
    return right.first - max(left.end, left.noun_end) <= MOST_BETWEEN + 1 or hyphened(tokens, right.first - 1)


def _share(amounts: list[Amount], tokens: Sequence[Token]) -> None:
    """Give the unit, the scale and the noun of the last member of a list to those before it."""
    run = [amounts[-1]]  # from the last member to the first
    for left in reversed(amounts[:-1]):
        between = _between(left, run[-1], tokens)
        joined = _listed(between) or _corrected(left, run[-1], between)
        if not joined or not _may_share(left, run[-1]) or _repeated(left, between, run[-1]):
            _settle(run, tokens)
            run = []
        run.append(left)
    _settle(run, tokens)


def _share_extent(amounts: list[Amount], tokens: Sequence[Token]) -> None:
    """Give the unit of a length to the bare number of the next: "180 metres long and 28 wide"."""
    for left, right in pairwise(amounts):
        if not left.unit or left.money or right.unit or right.reason or right.kind in APART:
            continue
        reach = tokens[left.end : left.end + 1], tokens[right.end : right.end + 1]
        between = tokens[left.end + 1 : right.first]
        if all(words and "extent" in words[0].entry.roles for words in reach) and _listed(between):
            right.unit, right.shared, right.noun, right.noun_end = left.unit, True, "", right.end


def _share_order(amounts: list[Amount], tokens: Sequence[Token]) -> None:
    """Make ordinals of bare numbers listed behind one with a prefix: "menit ke-12, 45, dan 78"."""
    for place, first in enumerate(amounts):
        if first.kind != "ordinal" or "ordinal_prefix" not in tokens[first.first].entry.roles or first.reason:
            continue
        members, left, joined = [], first, False
        for right in amounts[place + 1 :]:
            joint = _between(left, right, tokens)
            if not _listed(joint) or not all(map(joins_members, joint)) or not _may_order(right, tokens):
                break
            members.append(right)
            left, joined = right, joined or "and" in joint[-1].entry.roles
        for member in members if joined else ():
            member.kind = "ordinal"


def _may_order(amount: Amount, tokens: Sequence[Token]) -> bool:
    """Say whether a number can be an ordinal of a list: digits without a mark, a unit or a noun."""
    plain = amount.form == "digits" and tokens[amount.number].key.isdecimal()
    return plain and amount.bare and not amount.high and not amount.kind and not amount.reason


def _between(left: Amount, right: Amount, tokens: Sequence[Token]) -> Sequence[Token]:
    return tokens[max(left.end, left.noun_end) : right.first]


def _listed(joint: Sequence[Token]) -> bool:
    """Say whether "dan", ", dan", ",", "/", "hingga", "plus minus" join two members of a list."""
    if len(joint) > 1 and joint[0].key in DASHES and joint[0].gap == joint[1].gap == 0 and joint[1].key == ",":
        joint = joint[1:]  # "3-, 5- and 10-year"
    if not joint or len(joint) > MOST_BETWEEN:
        return False
    word = not JOINING.isdisjoint(joint[-1].entry.roles)
    if len(joint) == 2:
        return word and (joint[0].key == "," or (joint[0].key in DASHES and joint[0].gap == 0))
    return word or joint[0].key in (",", "/") or joint[0].key in DASHES


def _corrected(left: Amount, right: Amount, joint: Sequence[Token]) -> bool:
    """Say whether the next number corrects the one before it: "for 2 almost 3 weeks"."""
    almost = len(joint) == 1 and joint[0].entry.roles.get("modifier") == "almost"
    return almost and left.bare and bool(left.values and right.values) and right.values[0] == left.values[0] + 1


def _may_share(left: Amount, right: Amount) -> bool:
    if right.unit == "percent" and left.values and abs(left.values[0]) > MOST_PERCENT:
        return False  # "grew by 1,145, or 3.6 percent"
    if left.kind in APART or right.kind in APART or left.reason:
        return False
    if left.form == "fraction" and right.money and right.form != "fraction":
        return False  # "rose by a fifth to 2.3bn euros"
    if left.bare and left.kind != "measure":
        return True
    return sign_first(left) and right.money and left.unit == right.unit.partition("/")[0]


def _repeated(left: Amount, joint: Sequence[Token], right: Amount) -> bool:
    """Say whether the first number says how often: "3 x 500 mg", "4x100 meter", where "3 x 4 meter" are two lengths."""
    if "by" not in joint[-1].entry.roles or not left.values or not right.values:
        return False
    if right.unit and not right.money and right.unit not in SIDES:
        return True  # "2 x 1,000 MW", "2 x 45 minutes"
    return right.unit == "m" and joint[-1].gap == 0 and right.values[0] >= RELAY * left.values[0]


def _settle(run: list[Amount], tokens: Sequence[Token]) -> None:
    """Share among the members of one list, if it is one: two numbers with only a comma between are none."""
    if len(run) < 2 or (len(run) == 2 and not _joined(run, tokens)):
        return
    last, members = run[0], run[1:]
    modifier = modifier_of(tokens, run[-1].first)
    for member in run:
        member.modifier = member.modifier or modifier
    for member in members:
        if not member.high and member.values:
            _take(member, last)


def _joined(run: list[Amount], tokens: Sequence[Token]) -> bool:
    joints = [_between(left, right, tokens) for right, left in pairwise(run)]
    if any(token.key in SIGNED and token.gap == 0 for joint in joints for token in joint):
        return True  # "120/80 mmHg", "the 3-, 4-year-olds"
    if any(not JOINING.isdisjoint(token.entry.roles) for joint in joints for token in joint):
        return True
    return any(_corrected(left, right, _between(left, right, tokens)) for right, left in pairwise(run))


def _take(member: Amount, last: Amount) -> None:
    if last.scale and not member.scale and member.form in ("digits", "words") and member.values[0] < 1000:
        member.values = (member.values[0].scaleb(last.scale),)
        member.scale = last.scale
    if last.unit and not member.unit and not sign_first(last):
        member.unit, member.money, member.shared = last.unit, last.money, True
    elif last.noun and member.bare:
        member.noun, member.noun_end = last.noun, member.end
