"""The tokens behind a number in, the noun that it counts out: "26 bab", "3 orang petani", "two new schools"."""

from collections.abc import Sequence

from verifier.extraction.lexicon import Lexicon
from verifier.extraction.plurals import is_plural
from verifier.extraction.tokens import Token

__all__ = ["holds_number", "noun_after"]

LONGEST_MEASURE = 6  # tokens of "-year-old"
WITH_NUMBER = 3  # tokens of "three-pointers"
NOUN_REACH = 4  # words from the number to the plural noun of its group
PARTICLES = frozenset(
    {
        "function", "modifier_after", "and", "to", "per", "cardinal", "scale", "currency_sign", "deictic", "ratio_word",
        "part_word", "year_lead", "plus_minus", "times", "single",
    }
)  # fmt: skip
LEADING = {"year_lead"}  # of nouns too: "6 musim"
THINGS = frozenset({"per_noun", "counted", "ordinal_noun", "collective_noun"})  # roles of words that are nouns
NOUNS = THINGS | {"classifier", "label"}  # "Unit 3 PLTU" is a name
SIGNS = frozenset({"era", "time_zone", "compass", "abbreviation", "unit", "currency_sign"})  # of capitals that are none


def noun_after(tokens: Sequence[Token], position: int, lexicon: Lexicon, *, one: bool = False) -> tuple[str, int]:
    """Return the counted noun at `position` and where it ends; "" where none follows.

    `one` says that the number is 1, so that no plural is looked for.
    """
    begin, classifier = position, None
    while position < len(tokens) and "classifier" in tokens[position].entry.roles and tokens[position].gap == 1:
        classifier = tokens[position]
        position += 1
    noun, end = _noun(tokens, position, lexicon, one, begin - 1)
    verbal = noun.startswith(lexicon.pack.phrases.verb_beginnings)
    if noun and not (classifier is not None and "counted" in classifier.entry.roles and verbal):
        return noun, end
    return (classifier.key, position) if classifier is not None else ("", begin)


def _noun(tokens: Sequence[Token], position: int, lexicon: Lexicon, one: bool, number: int) -> tuple[str, int]:
    """Return the noun at `position`, and where it ends; `number` is where the number stands."""
    if position < len(tokens) and tokens[position].key == "-" and tokens[position].gap == 0:
        position += 1  # "two-state"
        if position >= len(tokens) or tokens[position].gap or tokens[position].capital:
            return "", position
        word = tokens[position].kind == "word" and PARTICLES.isdisjoint(tokens[position].entry.roles)
        noun = word and not _verbal(tokens[position], lexicon)  # "to be one-upped", "12-of-18"
        return (tokens[position].key, position + 1) if noun else ("", position)
    if holds_number(tokens, position, position + WITH_NUMBER):
        last = tokens[position + 2]
        plural = is_plural(last.key, lexicon.pack.phrases)
        return (f"{tokens[position].key}-{last.key}", position + WITH_NUMBER) if plural else ("", position)
    if lexicon.pack.phrases.nouns_capitalised:
        return _capitalised_noun(tokens, position)
    endings = lexicon.pack.phrases.plural_endings
    position = _behind_measure(tokens, position) if endings else position
    first, first_end = "", position
    steps, here = (NOUN_REACH if endings else 1), position
    shouting = position < len(tokens) and tokens[position - 1].capital
    while steps and here < len(tokens) and _reaches(tokens, here, lexicon):
        token = tokens[here]
        steps -= 1
        if _doubled(tokens, here):  # "laki-laki"
            return f"{token.key}-{token.key}", here + 3
        if _describes(tokens, here, lexicon):
            here += 1
            continue
        if _hyphenated(tokens, here):
            if not first and _nounlike(token) and not _nounlike(tokens[here + 3]):  # "one great-grandchild."
                return f"{token.key}-{tokens[here + 2].key}", here + 3
            here += 3  # "sold-out performances": the pair is no noun
            continue
        if not _nounlike(token) and not _acronym(tokens, here):
            break
        if endings and not one and ("counted" in token.entry.roles or is_plural(token.key, lexicon.pack.phrases)):
            here = _behind_name(tokens, here, lexicon) if token.capital else here
            return _head(tokens[here]), here + 1
        plain = not token.capital or shouting or (not endings and _named_thing(tokens, number, here, lexicon))
        if not first and plain and not _verbal(token, lexicon):
            first, first_end = _head(token), here + 1
        if (one and first) or (here + 1 < len(tokens) and tokens[here + 1].gap != 1):
            break
        here += 1
    if one and endings and not first and position < len(tokens) and _named_one(tokens, position):
        return tokens[position].key, position + 1
    return first, first_end


def _behind_measure(tokens: Sequence[Token], position: int) -> int:
    """Return where the noun stands behind "18-year-old" and "500-pound", words that are written together."""
    if position + 2 >= len(tokens) or tokens[position].kind != "numeral" or tokens[position].gap != 1:
        return position
    here = position + 1
    while here + 1 < len(tokens) and here - position < LONGEST_MEASURE and tokens[here].key == "-":
        if tokens[here].gap or tokens[here + 1].gap or tokens[here + 1].kind != "word":
            return position
        here += 2
    return here if here > position + 1 else position


def _reaches(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> bool:
    """Say whether a word can stand between a number and its noun, or be the noun."""
    token = tokens[position]
    if "modifier" in token.entry.roles and position + 1 < len(tokens) and tokens[position + 1].kind == "numeral":
        return False  # "2 almost 3 weeks"
    if _nounlike(token) or _acronym(tokens, position) or token.key in lexicon.attributes:
        return True
    return token.kind == "word" and token.gap == 1 and _hyphenated(tokens, position)


def _describes(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> bool:
    """Say whether a word only tells of the noun behind it: "two more people", "one small window"."""
    if tokens[position].key not in lexicon.attributes or tokens[position].gap != 1 or position + 1 >= len(tokens):
        return False
    following = tokens[position + 1]
    return _nounlike(following) or (following.key in lexicon.attributes and following.gap == 1)


def _behind_name(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> int:
    """Return where the plural stands that the name at `position` tells of: "six United States senators"."""
    for here in range(position + 1, min(position + 1 + NOUN_REACH, len(tokens))):
        token = tokens[here]
        if not _nounlike(token) or not ("counted" in token.entry.roles or is_plural(token.key, lexicon.pack.phrases)):
            break
        if token.capital:
            continue
        after = tokens[here + 1] if here + 1 < len(tokens) else None
        told = after is not None and _nounlike(after) and not _verbal(after, lexicon)  # "12 Iraqis demands peace"
        return position if told else here
    return position


def _named_one(tokens: Sequence[Token], position: int) -> bool:
    """Say whether one capitalised word alone is counted: "killed one Israeli", but not "one Andrew Smith"."""
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    alone = after is None or not after.capital
    return alone and tokens[position].capital and not tokens[position].shouted and _nounlike(tokens[position])


def holds_number(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Say whether a noun is a number word and another word: "187 three-pointers"."""
    if end - first != WITH_NUMBER or end > len(tokens):
        return False
    number, dash, noun = tokens[first:end]
    spelt = number.kind == "numeral" and number.form == "words" and number.gap == 1
    return spelt and dash.key == "-" and dash.gap == noun.gap == 0 and noun.kind == "word"


def _verbal(token: Token, lexicon: Lexicon) -> bool:
    """Say whether a word ends like a verb and is known for no noun: "one killed", but "one bed" and "one building"."""
    phrases = lexicon.pack.phrases
    return token.key.endswith(phrases.verb_endings) and token.key not in phrases.nouns_like_verbs


def _named_thing(tokens: Sequence[Token], number: int, position: int, lexicon: Lexicon) -> bool:
    """Say whether a word with a capital is a noun all the same: "menahan 12 WNA", "punya 4 Lantai dan".

    Behind a name the number belongs to that: "Airbus 320 NEO", but not behind a verb: "Terdapat 3 SD".
    """
    before, token = tokens[number - 1] if number > 0 else None, tokens[position]
    if before is not None and ("scale_unit" in before.entry.roles or _names(before, number == 1, lexicon)):
        return False  # "peringkat 5 FIFA"
    if before is not None and "counting_verb" in before.entry.roles:
        return True  # "membeli 42 Rafale"
    if token.shouted:
        return SIGNS.isdisjoint(token.entry.roles)
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    return not THINGS.isdisjoint(token.entry.roles) and (after is None or not after.capital)


def _names(before: Token, opens: bool, lexicon: Lexicon) -> bool:
    """Say whether the word before a number is a name, or begins the text and is no verb."""
    verbal = opens and before.key.startswith(lexicon.pack.phrases.verb_beginnings)
    return before.kind == "word" and before.capital and NOUNS.issuperset(before.entry.roles) and not verbal


def _capitalised_noun(tokens: Sequence[Token], position: int) -> tuple[str, int]:
    """Return the first capitalised word behind a number and its adjectives: "zwölf junge Menschen"."""
    for here in range(position, min(position + NOUN_REACH, len(tokens))):
        token = tokens[here]
        if not _nounlike(token):
            break
        if token.capital:
            return _head(token), here + 1
    return "", position


def _doubled(tokens: Sequence[Token], position: int) -> bool:
    """Say whether a hyphen joins a word to itself."""
    dash = position + 2 < len(tokens) and tokens[position + 1].key == "-" and tokens[position + 2].gap == 0
    return dash and tokens[position + 1].gap == 0 and tokens[position].key == tokens[position + 2].key


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


def _acronym(tokens: Sequence[Token], position: int) -> bool:
    """Say whether capitals make a noun of a joining word: "3 SD dan 2 SMP", not "3 SD 5 KM"."""
    token = tokens[position]
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    return token.shouted and token.gap == 1 and "to" in token.entry.roles and (after is None or after.kind != "numeral")


def _nounlike(token: Token) -> bool:
    if token.kind not in ("word", "phrase") or token.gap != 1:
        return False
    roles = token.entry.roles
    if not roles:
        return token.kind == "word"
    if not PARTICLES.isdisjoint(roles):
        return (
            "counted" in roles
            or ("year_lead" in roles and len(roles) == 1 and token.kind == "word")  # "6 musim", not "350 as of May"
            or ("per_noun" in roles and PARTICLES.intersection(roles) == LEADING)
        )
    return token.kind == "word" or "per_noun" in roles or "counted" in roles
