"""A number in digits and its neighbours in, the reason out why it is an identifier, a label or a formula."""

import re
from collections.abc import Sequence

from verifier.extraction.addresses import on_block, postal
from verifier.extraction.amount import Amount
from verifier.extraction.cited import is_verse, on_plate, releases
from verifier.extraction.codes import argument, code_stated, moves, of_compound, sized, timed_model
from verifier.extraction.labels import counted, label_of
from verifier.extraction.line_numbers import numbers_line
from verifier.extraction.note_marks import note_mark, numbers_item
from verifier.extraction.numbered import numbers_kind, of_statute
from verifier.extraction.phones import in_phone
from verifier.extraction.plurals import is_plural
from verifier.extraction.tokens import Token, Window, joins_members
from verifier.extraction.touching import touched, touches
from verifier.pack import Phrases

__all__ = ["LEAST_CODE", "VERSION", "digits_reason", "in_code"]

DASHES = "-–"
CHAINING = "-/.):"
VERSION = re.compile(r"\d{1,2}\.\d{1,2}")
MOST_VERSIONS = 4  # behind the first of a list
LEAST_CODE = 6  # digits without a group mark that name what the noun before them says
DAY_CODE = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{0,4}")  # a day, and a count behind it
LONGEST_PLAIN = 12  # more digits than this without a group mark are an identifier
FORMULA = ("=", "^", "*", "√")
PRIMES = "'’′"
CODE = re.compile(
    r"""[#](?:[0-9a-f]{6}|[0-9a-f]{8})(?!\w) | (?<!\w)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
DASHED_OR_MARKED = ("-", "#")
MODEL_DIGITS = 3
POWER_OF_TEN = re.compile(r"10+")
ROUND_ENDS = "05"  # of seconds: "for 120s"
LONGEST_CODE = 36  # characters


def digits_reason(amount: Amount, tokens: Sequence[Token], w: Window, labelled: bool) -> str:
    """Return why the number states no fact, "" where it may; `labelled` says that a label speaks for it."""
    before = tokens[amount.first - 1] if amount.first else None
    after = tokens[amount.end] if amount.end < len(tokens) else None
    united = bool(amount.unit) and not amount.shared
    signed = united and tokens[amount.end - 1].kind == "sign"  # 5'6"
    close = before is None or tokens[amount.first].gap == 0 or after is None or after.gap == 0
    if close and in_code(w, amount.first, amount.end):
        return "identifier"
    close = close and not sized(amount, tokens)
    if close and of_compound(amount, tokens, w.lexicon.pack.noise.compound_beginnings):
        return "identifier"
    if close and before is not None and not amount.money and touches(amount, before, tokens):
        return "identifier"
    joined = united and after is not None and after.key in DASHES  # "20-Euro-Schein"
    often = after is not None and amount.noun_end == amount.end + 1 and after.gap == 0  # "3x sehari"
    if close and after is not None and not (signed or joined or often) and touched(after, tokens, amount.end):
        return "identifier"
    if after is not None and after.key in PRIMES and _plural_of_name(amount, tokens, w):
        return "name"
    if united and not signed and tokens[amount.end - 1].gap:  # a word for a unit, apart from its number
        return ""
    if before is not None and "foreign_article" in before.entry.roles and not counted(amount, tokens):
        return "name"
    if united and _lettered(tokens[amount.end - 1]):  # "seat 31C", "2B:3C:4D"
        chained = before is not None and before.key in CHAINING and tokens[amount.first].gap == 0
        ridden = after is not None and "lettered" in after.entry.roles  # "the 12C bus"
        return "identifier" if chained or ridden else label_of(amount, tokens)
    if united and _under_label(amount, tokens):
        return label_of(amount, tokens)
    if united:
        lone = amount.end == amount.number + 2  # "747s", and not "747 MB/s"
        if lone and _model(amount, tokens, w):
            return "name"
        if signed and tokens[amount.end - 1].key in PRIMES:  # "menit 22'", "ujung 5'"
            return label_of(amount, tokens) or ("identifier" if labelled else "")
        if lone and before is not None and timed_model(amount, before, tokens):
            return "name"
        opening = amount.first < 2 and tokens[amount.number].key[-1] in ROUND_ENDS  # "Wait 30s"
        plural = lone and before is not None and not opening and _plural_name(before, tokens[amount.end - 1], w)
        return "name" if plural else ""
    if _of_other_era(before, after):
        return "label"
    if before is not None and (on_plate(amount, tokens, w) or (amount.bare and releases(amount, tokens, w))):
        return "identifier"
    crossed = after is not None and "by" in after.entry.roles and after.gap == 1  # "runway 09/27, 2,500 by 45 metres"
    if (
        (labelled and not crossed and not counted(amount, tokens))
        or _chained(amount, tokens)
        or in_phone(tokens, amount.number)
    ):
        return "identifier"
    if before is not None and before.key == "#" and tokens[amount.first].gap and len(tokens[amount.number].key) > 2:
        return "identifier"
    label = label_of(amount, tokens) or ("identifier" if _ridden(amount, tokens, w) else "")
    if label:
        return label
    if note_mark(amount, w) or postal(amount, tokens) or (after is not None and on_block(tokens[amount.number], after)):
        return "identifier"
    if is_verse(amount, tokens) or code_stated(amount, tokens, w) or moves(amount, w):
        return "identifier"
    if _formula(before, after, tokens[amount.first - 2] if amount.first > 1 else None) or argument(amount, tokens):
        return "formula"
    if numbers_item(amount, w) or numbers_line(amount, w):
        return "list_marker"
    if numbers_kind(amount, w):
        return "label"
    if of_statute(amount, w):
        return "identifier"
    return "identifier" if _coded(tokens, amount, w) or _numbers_thing(tokens, amount, w.lexicon.pack.phrases) else ""


def _of_other_era(before: Token | None, after: Token | None) -> bool:
    """True for the day and the year of another calendar: "1 Muharram 1446 H", "732 Saka"."""
    if after is not None and after.gap == 1 and "other_era" in after.entry.roles:
        return True
    return before is not None and "other_era" in before.entry.roles and len(before.key) > 1  # "Kelas H 12"


def _plural_name(before: Token, unit: Token, w: Window) -> bool:
    """True for "Boeing 747s": what touches the number of a name is the ending of a plural, and no unit."""
    named = before.capital and before.kind == "word" and before.entry.roles.keys() <= {"label"}
    return named and unit.gap == 0 and unit.key in w.lexicon.pack.phrases.plural_endings


def _model(amount: Amount, tokens: Sequence[Token], w: Window) -> bool:
    """True for a plural that looks like a unit: "three 747s", "the under-18s", "in her 20s"."""
    endings, unit = w.lexicon.pack.phrases.plural_endings, tokens[amount.end - 1]
    if unit.gap or unit.key not in endings or not tokens[amount.number].key.isdecimal() or not amount.first:
        return False
    before = tokens[amount.first - 1]
    if before.key in DASHES and before.gap == 0 and amount.first > 1:
        return tokens[amount.first - 2].kind in ("word", "phrase")  # "under-18s"
    roles, key = before.entry.roles, tokens[amount.number].key
    if POWER_OF_TEN.fullmatch(key) and amount.end < len(tokens) and "part_word" in tokens[amount.end].entry.roles:
        return True  # "100s of times"
    if key[-1] == "0" and len(key) < MODEL_DIGITS:
        return "article" not in roles and not {"person_lead", "decade_lead", "modifier"}.isdisjoint(roles)
    named = key[-1] not in ROUND_ENDS or before.kind == "numeral" or "person_lead" in roles  # "a pair of 501s"
    return named and len(key) == MODEL_DIGITS


def _plural_of_name(amount: Amount, tokens: Sequence[Token], w: Window) -> bool:
    """True for "in my 30's", "two 747's": with an apostrophe it is a plural all the same; not for "the upper 90's"."""
    ending = tokens[amount.end + 1] if amount.end + 1 < len(tokens) else None
    if ending is None or ending.key not in w.lexicon.pack.phrases.plural_endings:
        return False
    before = tokens[amount.first - 1] if amount.first else None
    ranked = before is not None and before.kind == "word" and not before.entry.roles
    tens = tokens[amount.number].key[-1] == "0" and len(tokens[amount.number].key) < MODEL_DIGITS
    return tokens[amount.end].gap == ending.gap == 0 and not (tens and ranked)


def _ridden(amount: Amount, tokens: Sequence[Token], w: Window) -> bool:
    """True for "the 38 bus", "the 7 train": a definite one of what goes by numbers."""
    if amount.noun_end != amount.end + 1 or not amount.first or amount.values[0] == 1 or amount.form != "digits":
        return False
    lead, noun = tokens[amount.first - 1].entry.roles, tokens[amount.end].entry.roles
    after = tokens[amount.noun_end] if amount.noun_end < len(tokens) else None
    alone = after is None or after.kind == "sign" or "function" in after.entry.roles
    one = "lettered" in noun and not is_plural(amount.noun, w.lexicon.pack.phrases)
    return one and alone and "person_lead" in lead and "article" not in lead


def _lettered(unit: Token) -> bool:
    """True for the letter of "45p" and "31C"."""
    return unit.gap == 0 and "touching" in unit.entry.roles


def _under_label(amount: Amount, tokens: Sequence[Token]) -> bool:
    """True where a number and one letter that touches it stand behind a label: "runway 27L", "an iPhone 6s"."""
    unit = tokens[amount.end - 1]
    if unit.gap or len(unit.key) > 1 or amount.end != amount.number + 2 or not amount.first:
        return False
    roles = tokens[amount.first - 1].entry.roles
    return tokens[amount.number].key.isdecimal() and "label" in roles and (unit.capital or "product" in roles)


def _coded(tokens: Sequence[Token], amount: Amount, w: Window) -> bool:
    """True for "007", "310150123456789", "2002082901", "2.0 release" and "3.2, 3.4 and 4.1 releases"."""
    key = tokens[amount.number].key
    if len(key) > 1 and key[0] == "0" and key[1].isdecimal():  # "007", "B. 02.00"
        return True
    if key in w.lexicon.pack.noise.standards:
        return True
    if VERSION.fullmatch(key):
        position = amount.end
        for _ in range(MOST_VERSIONS):
            start = position
            while position < len(tokens) and position - start < 2 and joins_members(tokens[position]):
                position += 1
            if position == start or position >= len(tokens) or not VERSION.fullmatch(tokens[position].key):
                break
            position += 1
        return position < len(tokens) and "version_word" in tokens[position].entry.roles
    return key.isdecimal() and (len(key) > LONGEST_PLAIN or (amount.bare and DAY_CODE.fullmatch(key) is not None))


def _numbers_thing(tokens: Sequence[Token], amount: Amount, phrases: Phrases) -> bool:
    """True for "deal 431907", "passcode 541822": six digits or more without a group mark, and not round, behind a noun.

    An amount of that size is written with group marks, or rounded.
    """
    whole, _, rest = tokens[amount.number].key.partition(".")
    if not whole.isdecimal() or len(whole) < LEAST_CODE or whole.endswith("00") or len(rest) > 1 or not amount.first:
        return False
    before = tokens[amount.first - 1]
    if before.kind != "word" or before.entry.roles or tokens[amount.first].gap != 1:
        return False
    if before.key.startswith(phrases.verb_beginnings) or before.key.endswith(phrases.verb_endings):
        return False
    return not amount.noun or not (counted(amount, tokens) or is_plural(amount.noun, phrases))


def in_code(w: Window, first: int, end: int) -> bool:
    """True for tokens inside of "#00FF7F" and "9b2c40cf-51d3-4e6a-a000-1b0c8e7f2d44": digits of base sixteen."""
    text, begin, stop = w.text, w.start(first), w.end(end - 1)
    before = text[begin - 1 : begin]
    if text[begin] != "#" and before not in DASHED_OR_MARKED and not before.isalnum() and text[stop : stop + 1] != "-":
        return False
    codes = CODE.finditer(text, max(begin - LONGEST_CODE, 0), stop + LONGEST_CODE)
    return any(code.start() <= begin < code.end() for code in codes)


def _chained(amount: Amount, tokens: Sequence[Token]) -> bool:
    """True for "0812-3456-7890", "713.837.1638", "468-3798": numbers joined by marks to an account or a phone."""
    links = 0
    position = amount.end
    while links < 2 and position + 1 < len(tokens) and _links(tokens[position], tokens[position + 1]):
        links += 1
        position += 2
    back = amount.first - 1
    while links < 2 and back >= 1 and _links(tokens[back], tokens[back + 1]) and tokens[back - 1].kind == "numeral":
        links += 1
        back -= 2
    if links != 1 or position == amount.end:
        return links > 1
    if tokens[amount.end].key in ":/":
        return False
    first, last = tokens[amount.number].key, tokens[amount.end + 1].key  # a local number of two groups
    return first.isdecimal() and last.isdecimal() and 4 <= len(last) > len(first)


def _links(mark: Token, number: Token) -> bool:
    """True where a mark joins a number to the one before it."""
    if mark.key not in CHAINING or number.kind != "numeral" or (number.gap and mark.key != ")"):
        return False
    return mark.gap == 0 or mark.key == "-"


def _formula(before: Token | None, after: Token | None, lead: Token | None) -> bool:
    ruled = lead is not None and lead.key in DASHES and before is not None and before.gap == 0  # "--= 19 =--"
    if before is not None and not ruled and (before.key in FORMULA or (before.key == "+" and before.gap)):
        return True
    return after is not None and after.key in FORMULA
