"""Amounts in, the same amounts out with a reason on each that states no fact: names, identifiers, labels."""

import re
from collections.abc import Sequence

from verifier.extraction.compose import Amount
from verifier.extraction.lexicon import Lexicon
from verifier.extraction.scan import Token
from verifier.pack import Pack

__all__ = ["sift"]

DASHES = "-–"
ENDS = ".!?:;"
JOINTS = ",-–/&:"
VERSION = re.compile(r"\d{1,2}\.\d{1,2}")
LONGEST_PLAIN = 12  # more digits than this without a group mark are an identifier
SIGN_ROLES = frozenset({"unit", "lookalike", "compass", "abbreviation", "era", "currency_sign", "subunit"})
FORMULA = ("=", "^", "*", "√")
QUOTES = ('"', "“", "'", "‘", "«", "-", "–", "—")


def sift(amounts: list[Amount], tokens: Sequence[Token], text: str, lexicon: Lexicon) -> None:
    """Mark each amount that states no fact with the reason why (`amount.reason`)."""
    labelled = False  # a label speaks for a whole list: "pages 71, 72 and 73"
    for amount in amounts:
        if not amount.reason:
            amount.reason = _reason(amount, tokens, text, lexicon, labelled)
        labelled = amount.reason in ("identifier", "label") and _goes_on(tokens, amount.end)


def _ordinal_reason(amount: Amount, tokens: Sequence[Token], text: str) -> str:
    """ "42nd Street", "Fifth Avenue", "the Third Reich": an ordinal in a name."""
    after = tokens[amount.end] if amount.end < len(tokens) else None
    if amount.first < amount.number and amount.form == "digits" and (amount.values[0] > 200 or _label(amount, tokens)):
        return "identifier"  # "Ticket #88213"
    if after is None or after.gap != 1 or not after.capital:
        return ""
    if "label_after" in after.entry.roles:
        return "name"
    number = tokens[amount.number]
    inside = number.capital and (_proper(after) or "label" in after.entry.roles) and not number.key[0].isdigit()
    return "name" if inside and not _shouted(number, text) and not _sentence_start(tokens, amount.first, text) else ""


def _shouted(token: Token, text: str) -> bool:
    return token.end - token.start > 1 and text[token.start : token.end].isupper()


def _goes_on(tokens: Sequence[Token], position: int) -> bool:
    if position >= len(tokens):
        return False
    token = tokens[position]
    return token.key in JOINTS or "and" in token.entry.roles or "to" in token.entry.roles


def _reason(amount: Amount, tokens: Sequence[Token], text: str, lexicon: Lexicon, labelled: bool) -> str:
    if not amount.values:
        return "identifier"
    if amount.kind == "ordinal":
        return _ordinal_reason(amount, tokens, text)
    if amount.kind == "multiple":
        return ""
    if tokens[amount.number].form == "words" or not tokens[amount.number].key[:1].isdigit():
        return _words_reason(amount, tokens, text, lexicon.pack)
    return _digits_reason(amount, tokens, text, lexicon, labelled)


def _digits_reason(amount: Amount, tokens: Sequence[Token], text: str, lexicon: Lexicon, labelled: bool) -> str:
    before = tokens[amount.first - 1] if amount.first else None
    after = tokens[amount.end] if amount.end < len(tokens) else None
    united = bool(amount.unit) and not amount.shared
    if before is not None and not amount.money and _touches(amount, before, tokens):
        return "identifier"
    signed = united and tokens[amount.end - 1].kind == "sign"  # 5'6"
    if after is not None and not signed and _touched(after, tokens, amount.end):
        return "identifier"
    if united:
        return ""
    if labelled:
        return "identifier"
    label = _label(amount, tokens)
    if label:
        return label
    if _chained(amount, tokens):
        return "identifier"
    if VERSION.fullmatch(tokens[amount.number].key) and after is not None and "version_word" in after.entry.roles:
        return "identifier"
    if _formula(before, after):
        return "formula"
    if _list_marker(amount, tokens, text):
        return "list_marker"
    key = tokens[amount.number].key
    if key.isdecimal() and (len(key) > LONGEST_PLAIN or len(key) > 1 and key[0] == "0"):
        return "identifier"
    return _name(amount, tokens, text, lexicon.pack.phrases.verb_beginnings)


def _touches(amount: Amount, before: Token, tokens: Sequence[Token]) -> bool:
    """ "W995", "F-16", "Cris-K2", "COVID-19": digits that touch a word on their left."""
    if tokens[amount.first].gap:
        return False
    if before.key in ")]":
        return before.gap == 0
    if before.kind in ("word", "phrase"):
        return "currency_sign" not in before.entry.roles and "modifier" not in before.entry.roles
    if before.key in DASHES and before.gap == 0 and amount.first > 1:
        word = tokens[amount.first - 2]
        return (
            word.kind in ("word", "phrase")
            and not {"modifier", "month"} & set(word.entry.roles)
            and tokens[amount.first - 1].gap == 0
        )
    return (
        before.key in ("_", "/", "\\", ".", "@")
        and before.gap == 0
        and amount.first > 1
        and tokens[amount.first - 2].kind in ("word", "url")
    )


def _touched(after: Token, tokens: Sequence[Token], position: int) -> bool:
    """ "5HTP", "4gamer", "34/PMK", "8-bit"? — digits that touch a word on their right that is no unit."""
    if after.gap:
        return False
    if after.kind in ("word", "numeral", "power"):
        return "decade_suffix" not in after.entry.roles and "ordinal_suffix" not in after.entry.roles
    if position + 1 >= len(tokens) or tokens[position + 1].gap:
        return False
    following = tokens[position + 1]
    if "currency_sign" in following.entry.roles:
        return False
    if after.key in DASHES and following.kind == "numeral" and following.form == "words":
        return following.capital  # "7-Eleven"
    if after.key in "/_\\@":
        return following.kind == "word" and "per_noun" not in following.entry.roles
    return after.key in DASHES and following.kind == "word" and following.capital and len(following.key) < 6


def _label(amount: Amount, tokens: Sequence[Token]) -> str:
    """Return the reason of the label before the number: "Pasal 33", "page 71", "Nomor: 04"."""
    position = amount.first - 1
    while position >= 0 and tokens[position].key in (":", "#", ".", "(", "-") and position >= amount.first - 2:
        position -= 1
    if position < 0:
        return ""
    label = tokens[position].entry.roles.get("label")
    spelled = (
        tokens[amount.number].scale
        and tokens[amount.number].key[-1:].isdigit() is False
        and " " in tokens[amount.number].key
    )
    if not label or spelled:
        return ""
    noun = tokens[amount.noun_end - 1] if amount.noun else None
    counted = noun is not None and ("counted" in noun.entry.roles or "classifier" in tokens[amount.end].entry.roles)
    return "" if counted else str(label)


def _chained(amount: Amount, tokens: Sequence[Token]) -> bool:
    """Phone numbers, dates of no known form, account numbers: three and more numbers joined by marks."""
    links, position = 0, amount.end
    while position + 1 < len(tokens) and tokens[position].key in "-/.)" and tokens[position + 1].kind == "numeral":
        if (
            tokens[position].gap
            and tokens[position].key != "-"
            or tokens[position + 1].gap
            and tokens[position].key != ")"
        ):
            break
        links += 1
        position += 2
    back = amount.first - 1
    while back >= 1 and tokens[back].key in "-/.)" and tokens[back - 1].kind == "numeral" and not tokens[back + 1].gap:
        links += 1
        back -= 2
    if links >= 2:
        return True
    if _phone(amount, tokens):
        return True
    key = tokens[amount.number].key
    tail = tokens[amount.end + 1].key if links and amount.end + 1 < len(tokens) else ""
    local = (
        links == 1
        and tail.isdecimal()
        and len(tail) >= 4
        and key.isdecimal()
        and len(key) <= 4
        and len(tail) > len(key)
    )
    return local


def _phone(amount: Amount, tokens: Sequence[Token]) -> bool:
    """ "0800 555 0142", "+44 20 7946 0018": groups of digits with single spaces, led by a zero or a plus."""
    first = amount.number
    while (
        first
        and tokens[first - 1].kind == "numeral"
        and tokens[first].gap == 1
        and _plain(tokens[first - 1])
        and _plain(tokens[first])
    ):
        first -= 1
    last = amount.number
    while (
        last + 1 < len(tokens)
        and tokens[last + 1].kind == "numeral"
        and tokens[last + 1].gap == 1
        and _plain(tokens[last + 1])
    ):
        last += 1
    plus = first > 0 and tokens[first - 1].key == "+" and tokens[first].gap == 0
    grouped = last - first + (" " in tokens[first].key)
    return (plus and grouped >= 1) or (tokens[first].key[0] == "0" and grouped >= 2 and _plain(tokens[first]))


def _plain(token: Token) -> bool:
    return token.key.replace(" ", "").isdecimal()


def _formula(before: Token | None, after: Token | None) -> bool:
    if before is not None and before.key == "+" and before.gap:
        return True
    return (before is not None and before.key in FORMULA) or (after is not None and after.key in FORMULA)


def _list_marker(amount: Amount, tokens: Sequence[Token], text: str) -> bool:
    """ "1. ", "2) ", "(3) " at the start of a line, or a number left alone behind the last sentence."""
    after = tokens[amount.end] if amount.end < len(tokens) else None
    if after is None or after.gap or after.key not in ".)" or amount.noun or len(tokens[amount.number].key) > 2:
        return False
    first = amount.first
    if first and tokens[first - 1].key == "(" and after.key == ")":
        first -= 1
    start = tokens[first].start
    line = text.rfind("\n", max(start - 8, 0), start)
    if not text[max(line + 1, start - 8, 0) : start].strip(" \t>-*") and (line >= 0 or start < 8):
        return True
    return first > 0 and tokens[first - 1].kind in ("word", "sign") and "unit" in tokens[first - 1].entry.roles


def _name(amount: Amount, tokens: Sequence[Token], text: str, verbs: tuple[str, ...]) -> str:
    """A number beside a capitalised word is a part of a name: "Boeing 737", "8 Women", "4783 Bay Rd"."""
    number = tokens[amount.number]
    if (
        number.form != "digits"
        or not (number.key.isdecimal() or VERSION.fullmatch(number.key))
        or amount.high
        and not amount.ratio
    ):
        return ""
    noun = tokens[amount.noun_end - 1] if amount.noun else None
    if noun is not None and ("counted" in noun.entry.roles or "classifier" in tokens[amount.end].entry.roles):
        return ""
    before = tokens[amount.first - 1] if amount.first else None
    after = tokens[amount.end] if amount.end < len(tokens) else None
    if (
        after is not None
        and after.gap == 1
        and after.kind == "word"
        and (_street(amount, tokens) or not noun and _proper(after))
    ):
        return "name"
    if before is not None and before.key in DASHES and before.gap and number.gap and amount.bare:
        return _joined_name(amount, tokens)
    if before is None or number.gap != 1 or before.kind != "word":
        return ""
    if not _proper(before):
        initials = "function" in before.entry.roles and len(before.key) > 1 and _shouted(before, text)
        return "name" if initials and amount.bare and not _headline(amount, tokens, text) else ""
    if not _sentence_start(tokens, amount.first - 1, text) or (
        _shouted(before, text) and not _headline(amount, tokens, text)
    ):
        return "name"
    verbal = noun is not None and bool(verbs) and noun.key.startswith(verbs)
    return "" if (noun is not None and not verbal) or before.entry.roles else "name"


def _joined_name(amount: Amount, tokens: Sequence[Token]) -> str:
    """Read "Blink - 182", "AK - 47" as names: a capitalised word, a dash with spaces, a bare number."""
    word = tokens[amount.first - 2] if amount.first > 1 else None
    return "name" if word is not None and word.kind == "word" and _proper(word) else ""


def _headline(amount: Amount, tokens: Sequence[Token], text: str) -> bool:
    """True where the words around are capitals too, so that capitals say nothing."""
    words = [
        token
        for token in tokens[max(amount.first - 3, 0) : amount.end + 3]
        if token.kind == "word" and len(token.key) > 1
    ]
    return len(words) > 1 and all(_shouted(word, text) for word in words)


def _proper(token: Token) -> bool:
    """A capitalised word that is none of the pack's own, or only a sign of it ("D&D")."""
    return token.capital and (
        not token.entry.roles or (len(token.key) == 1 and SIGN_ROLES.issuperset(token.entry.roles))
    )


def _street(amount: Amount, tokens: Sequence[Token]) -> bool:
    """ "220 South Michigan Ave": a number, capitalised words, and the word of an address."""
    for token in tokens[amount.end : amount.end + 4]:
        if "label_after" in token.entry.roles and token.capital:
            return True
        if not token.capital or token.gap != 1:
            return False
    return False


def _sentence_start(tokens: Sequence[Token], position: int, text: str) -> bool:
    if position == 0:
        start = tokens[0].start
        before = text[max(start - 8, 0) : start]
        return not before.strip() or before.rstrip()[-1] in ENDS or "\n" in before
    before_token = tokens[position - 1]
    if before_token.key in QUOTES and position > 1:  # "kata Budi: "Tiga orang …", but not "bank 'Empat Besar'"
        return tokens[position - 2].kind != "word" or before_token.key in "-–—"
    if before_token.kind == "pause" or before_token.key in ENDS:
        return True
    return "\n" in text[before_token.end : tokens[position].start]


def _words_reason(amount: Amount, tokens: Sequence[Token], text: str, words: Pack) -> str:
    """A number word that is a pronoun ("one"), or a part of a name ("Satu Dunia")."""
    number = tokens[amount.number]
    after = tokens[amount.end] if amount.end < len(tokens) else None
    if amount.form == "fraction" and after is not None and after.key == "-" and after.gap == 0:
        return "fixed_phrase"  # "half-hourly"
    if number.gap == 0 and amount.first and tokens[amount.first - 1].key in DASHES and number.capital:
        return "name"  # "7-Eleven"
    if number.capital and not _headline(amount, tokens, text) and _in_name(amount, tokens, text):
        return "name"
    if "pronoun" in number.entry.roles and amount.values == (1,):
        return _pronoun(amount, tokens, words)
    plural = amount.noun.endswith(words.phrases.plural_endings) if words.phrases.plural_endings else False
    return _label(amount, tokens) if not amount.unit and not plural else ""


def _in_name(amount: Amount, tokens: Sequence[Token], text: str) -> bool:
    """ "Kepulauan Seribu", "Lima Puluh Kota", "the Ten Commandments", "di Lima, Peru"."""
    before = tokens[amount.first - 1] if amount.first else None
    after = tokens[amount.end] if amount.end < len(tokens) else None
    if before is not None and _proper(before) and before.kind == "word" and tokens[amount.first].gap == 1:
        return True
    opens = _sentence_start(tokens, amount.first, text)
    if (
        after is not None
        and after.gap == 1
        and _proper(after)
        and (not opens or amount.end + 1 < len(tokens) and tokens[amount.end + 1].capital)
    ):
        return True
    return amount.bare and (not opens or after is not None and after.key == ",")


def _pronoun(amount: Amount, tokens: Sequence[Token], words: Pack) -> str:
    """ "one" counts only before a noun; "one day" is once upon a time unless it is measured."""

    if amount.ratio or amount.high:
        return ""
    endings = words.phrases.plural_endings
    if amount.bare or (endings and amount.noun.endswith(endings) and not amount.noun.endswith("ss")):
        return "pronoun"  # "if one reads"
    if f"{tokens[amount.number].key} {tokens[amount.end - 1].key}" in words.noise.once:
        before = tokens[amount.first - 1].entry.roles if amount.first else {}
        return "" if {"modifier", "duration", "and", "to", "from"} & set(before) else "fixed_phrase"
    return ""
