"""A bare number and its neighbours in, whether it is an age out: "berusia 54", "Sulastri (54)", "she was 19 when"."""

from collections.abc import Sequence

from verifier.extraction.amount import Amount
from verifier.extraction.tokens import Token, joins_members
from verifier.pack import Phrases

__all__ = ["bounds_age", "is_age", "share_ages"]

LIMITS = (2, 110)
MOST_AGES = 12  # of one list
NOUN_ROLES = frozenset({"per_noun", "person"})  # of nouns for one person
CLOSINGS = {"(": ")", ",": ","}
GOING_ON = frozenset({"part_word", "ratio_word", "to", "by", "changing", "duration"})  # "he is 3 of 7", "12 for 30"

HOURS = 12
TWENTY = 20
DASHES = "-–"
AT_REACH = 3  # tokens before "at" that must tell of no level and no time of day
VALUED = frozenset({"clock_verb", "changing", "scale_unit", "ranking", "score_word", "unit"})
WHAT = frozenset({"scale_unit", "function"})  # "the score was 19 when", "it is 5 when"


def is_age(amount: Amount, tokens: Sequence[Token], phrases: Phrases) -> bool:
    """Say whether a bare number is how many years somebody is old."""
    value = amount.values[0]
    if amount.first == 0 or value != int(value) or not LIMITS[0] <= value <= LIMITS[1] or amount.scale:
        return False
    before = tokens[amount.first - 1]
    if "between" in before.entry.roles and amount.first > 1:
        before = tokens[amount.first - 2]
    if "age_word" in before.entry.roles or (amount.end < len(tokens) and "age_tail" in tokens[amount.end].entry.roles):
        return True
    if bounds_age(amount, tokens):
        return True
    if "modifier" in before.entry.roles:
        return False
    if "being" in before.entry.roles:
        return _told(amount, tokens)
    if "standing" in before.entry.roles and "clock_lead" in before.entry.roles:
        return _at_age(amount, tokens)
    return (
        amount.first > 1 and amount.end < len(tokens) and amount.form == "digits" and _inserted(amount, tokens, phrases)
    )


def _at_age(amount: Amount, tokens: Sequence[Token]) -> bool:
    """Say whether something happened at an age: "she joined the club at 13 when", not "it closed at 13 when"."""
    if amount.end >= len(tokens):
        return False
    if amount.form == "digits" and tokens[amount.end].key == ",":
        return _opens_life(amount, tokens)
    told = "age_when" in tokens[amount.end].entry.roles if amount.form == "digits" else _teens(amount, tokens)
    if not told:
        return False
    before = tokens[max(amount.first - 1 - AT_REACH, 0) : amount.first - 1]
    if not before or "function" in before[-1].entry.roles:
        return False
    return all(VALUED.isdisjoint(token.entry.roles) for token in before)


def _teens(amount: Amount, tokens: Sequence[Token]) -> bool:
    """True for "joined the navy at thirteen and was": words for thirteen to nineteen are no hours."""
    after = tokens[amount.end]
    ends = after.kind == "sign" and after.gap == 0 and after.key not in DASHES
    return HOURS < amount.values[0] < TWENTY and (ends or "and" in after.entry.roles)


def _opens_life(amount: Amount, tokens: Sequence[Token]) -> bool:
    """True for "At 34, she moved": a sentence that begins so tells of a person; up to twelve it may be an hour."""
    lead, who = tokens[amount.first - 1], tokens[amount.end + 1] if amount.end + 1 < len(tokens) else None
    return lead.capital and amount.values[0] > HOURS and who is not None and "person" in who.entry.roles


def bounds_age(amount: Amount, tokens: Sequence[Token]) -> bool:
    """Say whether a number bounds the age of people: "children under 12"."""
    if amount.first < 2 or "modifier" not in tokens[amount.first - 1].entry.roles:
        return False
    return "age_group" in tokens[amount.first - 2].entry.roles


def share_ages(amounts: Sequence[Amount], tokens: Sequence[Token]) -> None:
    """Make ages of all numbers of a list that an age word leads: "two men, ages 21 and 24", "aged 7, 9 and 12"."""
    for place, first in enumerate(amounts):
        if not first.first or "age_word" not in tokens[first.first - 1].entry.roles or not _may_be_age(first):
            continue
        ages, joined = [first], False
        for amount in amounts[place + 1 : place + MOST_AGES]:
            joint = tokens[ages[-1].end : amount.first]
            if not 1 <= len(joint) <= 2 or not all(map(joins_members, joint)):
                break
            if not _may_be_age(amount):
                break
            ages.append(amount)
            joined = joined or "and" in joint[-1].entry.roles
        for age in ages if joined and len(ages) > 1 else ():
            age.unit, age.shared = "year", True


def _may_be_age(amount: Amount) -> bool:
    return amount.bare and not amount.reason and not amount.kind and not amount.high and not amount.scale


def _told(amount: Amount, tokens: Sequence[Token]) -> bool:
    """True for "she was 19", "my brother was 19 when": what a person is, or anybody was at a time."""
    after = tokens[amount.end : amount.end + 2]
    who = tokens[amount.first - 1]
    if "person" not in who.entry.roles:  # it is one with "I'm"
        if amount.first < 2:
            return False
        who = tokens[amount.first - 2]
    roles = who.entry.roles
    if after and after[0].key == "," and len(after) > 1 and "age_when" in after[1].entry.roles:
        after = after[1:]
    if after and "age_when" in after[0].entry.roles:
        return who.kind == "word" and ("person" in roles or WHAT.isdisjoint(roles))
    if "person" not in roles or amount.high:
        return False
    return not after or (after[0].kind == "sign" and after[0].gap == 0) or _ends(after[0])


def _ends(token: Token) -> bool:
    return "function" in token.entry.roles and GOING_ON.isdisjoint(token.entry.roles)


def _inserted(amount: Amount, tokens: Sequence[Token], phrases: Phrases) -> bool:
    """True for "Sulastri (54)", "Nina Chahine, 19, who", "A woman, 34, was": the number between two marks."""
    mark, name = tokens[amount.first - 1], tokens[amount.first - 2]
    if CLOSINGS.get(mark.key) != tokens[amount.end].key or name.kind != "word" or mark.gap > 1:
        return False
    if name.entry.roles and (name.capital or not name.entry.roles.keys() <= NOUN_ROLES):
        return False
    lead = tokens[amount.first - 3] if amount.first > 2 else None
    if not name.capital:  # one person, with an article
        return mark.key == "," and lead is not None and "person_lead" in lead.entry.roles
    if not phrases.nouns_capitalised:
        return True
    return lead is not None and lead.capital and lead.kind == "word" and name.gap == 1  # one capital may be any noun
