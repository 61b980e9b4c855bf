"""A bare number and the noun before it in, whether it numbers one of that kind, as in "in test 3", out."""

from collections.abc import Sequence

from verifier.extraction.amount import Amount
from verifier.extraction.plurals import is_plural
from verifier.extraction.tokens import Token, Window

__all__ = ["goes_on_name", "numbers_kind", "of_statute"]

MOST_DIGITS = 3
OPENING = frozenset({"part_word", "article"})  # roles of "of" and "a" behind what is counted: "1 a day"
DASHES = "-–"
NOUNS = frozenset({"per_noun", "mass", "ordinal_noun", "collective_noun"})  # roles of nouns like any other
MARKS = ",-–/&"  # between the numbers of a list
MOST_SECTIONS = 4  # of a list, behind the first
LONGEST_STATUTE = 6  # tokens from the number to "Act"


def numbers_kind(amount: Amount, w: Window) -> bool:
    """Say whether the number is one of a kind: "in helium 2,", "the types 1 and 3", "switches 1 through 30".

    A noun without an ending or an article before a number is no plural that is counted; behind a preposition
    it can be nothing else.
    """
    leads, tokens = w.lexicon.pack.noise.label_leads, w.tokens
    if _first_of_pair(amount, w) or _on_road(amount, w) or _model_alone(amount, w):
        return True
    if not leads or not amount.bare or amount.modifier or not amount.first or tokens[amount.number].gap != 1:
        return False
    key, noun = tokens[amount.number].key, tokens[amount.first - 1]
    lead = tokens[amount.first - 2] if amount.first > 1 else None
    if not key.isdecimal() or len(key) > MOST_DIGITS or not _is_noun(noun, w):
        return False
    plural = is_plural(noun.key, w.lexicon.pack.phrases)
    if plural:
        led = lead is not None and (lead.key in leads or "person_lead" in lead.entry.roles)
        return _to_next(tokens, amount.end, w) and (led or _through(tokens[amount.end]))
    return lead is not None and lead.key in leads and noun.gap == 1 and _closed(tokens, amount.end)


def _on_road(amount: Amount, w: Window) -> bool:
    """True for "swerving on the 405", where a number alone tells of a road."""
    tokens, roads = w.tokens, w.lexicon.pack.noise.road_leads
    if amount.first < 2 or not amount.bare or tokens[amount.first - 2].key not in roads:
        return False
    lead, after = tokens[amount.first - 1].entry.roles, tokens[amount.end] if amount.end < len(tokens) else None
    definite = "person_lead" in lead and "article" not in lead and amount.form == "digits"
    return definite and (after is None or (after.kind == "sign" and after.key not in DASHES))


def _model_alone(amount: Amount, w: Window) -> bool:
    """True for "an 808" and "my old 486": three digits, not round, behind an article for one; not "scored a 147"."""
    tokens, key = w.tokens, w.tokens[amount.number].key
    if not amount.bare or len(key) != MOST_DIGITS or not key.isdecimal() or key[-1] == "0" or not amount.first:
        return False
    first = amount.first - 1
    attribute = tokens[first]
    described = attribute.key in w.lexicon.attributes or not (attribute.entry.roles or attribute.capital)
    if first and described:
        first -= 1  # "my old 486"
    roles, verb = tokens[first].entry.roles, tokens[first - 1] if first else None
    alone = first == amount.first - 1
    if "person_lead" not in roles or ("article" in roles) != alone:
        return False  # "an additional 238"
    endings = w.lexicon.pack.phrases.verb_endings
    scored = verb is not None and ("score_word" in verb.entry.roles or verb.key.endswith(endings) or verb.key == ",")
    sided = amount.end < len(tokens) and "by" in tokens[amount.end].entry.roles  # "a 505 x 255-foot flag"
    return not scored and not sided and _closed(tokens, amount.end)


def _first_of_pair(amount: Amount, w: Window) -> bool:
    """True for the first number of "the 1 & 3 pins", where one cannot be counted in the plural."""
    tokens, end = w.tokens, amount.end
    if (
        not amount.bare
        or amount.values[0] != 1
        or amount.form != "digits"
        or not amount.first
        or end + 2 >= len(tokens)
    ):
        return False
    joined = "and" in tokens[end].entry.roles and "or" not in tokens[end].entry.roles
    if "person_lead" not in tokens[amount.first - 1].entry.roles or not joined or tokens[end + 1].kind != "numeral":
        return False
    noun = tokens[end + 2]
    return noun.kind == "word" and not noun.entry.measuring and is_plural(noun.key, w.lexicon.pack.phrases)


def _is_noun(token: Token, w: Window) -> bool:
    """True for a word in lower case that the pack knows for nothing else, and that has no ending of other words."""
    phrases = w.lexicon.pack.phrases
    if token.kind != "word" or token.capital or not NOUNS.issuperset(token.entry.roles):
        return False
    if token.key in w.lexicon.attributes or token.key in w.lexicon.pack.noise.quantities:
        return False
    return not token.key.endswith(phrases.verb_endings + w.lexicon.pack.noise.adverb_endings)


def _closed(tokens: Sequence[Token], position: int) -> bool:
    """Say whether nothing that is counted follows: a mark, or a word of grammar but not "of"."""
    after = tokens[position] if position < len(tokens) else None
    if after is None or (after.kind == "sign" and after.key not in DASHES):
        return True
    return "function" in after.entry.roles and OPENING.isdisjoint(after.entry.roles)


def _to_next(tokens: Sequence[Token], position: int, w: Window) -> bool:
    """Say whether another bare number follows behind one joint: "1 and 3", "1 through 30", "70-80"."""
    if position + 1 >= len(tokens) or tokens[position + 1].kind != "numeral" or not _joins(tokens[position]):
        return False
    verbal = position + 2 < len(tokens) and tokens[position + 2].key.endswith(w.lexicon.pack.phrases.verb_endings)
    return not tokens[position + 1].scale and (verbal or _closed(tokens, position + 2))


def _joins(token: Token) -> bool:
    return token.key in MARKS or "and" in token.entry.roles or "to" in token.entry.roles


def _through(token: Token) -> bool:
    """True for what stands only between the numbers of things in a row: "columns 3 through 9"."""
    return "to" in token.entry.roles and "year_lead" in token.entry.roles


def goes_on_name(head: Amount, last: Amount, amount: Amount, tokens: Sequence[Token]) -> bool:
    """Say whether a number goes on the list that a name begins: "Venera 15 and 16", "Vega 1, 2 and 3"."""
    between, name = tokens[last.end : amount.first], tokens[head.first - 1] if head.first else None
    if name is None or not name.capital or name.kind != "word" or tokens[head.first].gap != 1:
        return False
    if not 1 <= len(between) <= 2 or not all(_joins(token) for token in between):
        return False
    plain = amount.bare and not amount.modifier and amount.form == last.form == "digits" and last.bare
    return plain and bool(last.values and amount.values) and last.values[0] < amount.values[0]


def of_statute(amount: Amount, w: Window) -> bool:
    """True for the section in "a violation of 7 of the Clean Water Act": a part of a law, without the word for it."""
    statutes, tokens = w.lexicon.pack.noise.statutes, w.tokens
    if not statutes or not amount.bare or amount.end >= len(tokens):
        return False
    end = amount.end
    for _ in range(MOST_SECTIONS):
        if end + 1 >= len(tokens) or not _joins(tokens[end]) or tokens[end + 1].kind != "numeral":
            break
        end += 2  # "of 2 and 3 of the Trade Code"
    if end >= len(tokens) or "part_word" not in tokens[end].entry.roles or not tokens[amount.number].key.isdecimal():
        return False
    for token in tokens[end + 1 : end + LONGEST_STATUTE]:
        if token.capital and token.key in statutes:
            return True
        if not token.capital and "article" not in token.entry.roles and "person_lead" not in token.entry.roles:
            return False
    return False
