"""Amounts in, the same amounts out with a reason on each that states no fact: names, identifiers, labels."""

from collections.abc import Sequence

from verifier.extraction.compose import Amount
from verifier.extraction.lexicon import Lexicon
from verifier.extraction.scan import Token

__all__ = ["sift"]

DASHES = "-–"
ENDS = ".!?:;"
JOINTS = ",-–/&"
LONGEST_PLAIN = 15  # more digits than this without a group mark are an identifier
FORMULA = ("=", "^", "*", "√")
QUOTES = ('"', "“", "'", "‘", "«", "-", "–", "—")


def sift(amounts: list[Amount], tokens: Sequence[Token], text: str, lexicon: Lexicon) -> None:
    """Mark each amount that states no fact with the reason why (`amount.reason`)."""
    labelled = False  # a label speaks for a whole list: "pages 71, 72 and 73"
    for amount in amounts:
        if not amount.reason:
            amount.reason = _reason(amount, tokens, text, lexicon, labelled)
        labelled = amount.reason in ("identifier", "label") and _goes_on(tokens, amount.end)


def _goes_on(tokens: Sequence[Token], position: int) -> bool:
    if position >= len(tokens):
        return False
    token = tokens[position]
    return token.key in JOINTS or "and" in token.entry.roles or "to" in token.entry.roles


def _reason(amount: Amount, tokens: Sequence[Token], text: str, lexicon: Lexicon, labelled: bool) -> str:
    if not amount.values:
        return "identifier"
    if amount.kind in ("ordinal", "multiple"):
        return ""
    if tokens[amount.number].form == "words" or not tokens[amount.number].key[:1].isdigit():
        return _words_reason(amount, tokens, text)
    return _digits_reason(amount, tokens, text, labelled)


def _digits_reason(amount: Amount, tokens: Sequence[Token], text: str, labelled: bool) -> str:
    before = tokens[amount.first - 1] if amount.first else None
    after = tokens[amount.end] if amount.end < len(tokens) else None
    united = bool(amount.unit) and not amount.shared
    if before is not None and not amount.money and _touches(amount, before, tokens):
        return "identifier"
    if after is not None and _touched(after, tokens, amount.end):
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
    if _formula(before, after):
        return "formula"
    if _list_marker(amount, tokens, text):
        return "list_marker"
    key = tokens[amount.number].key
    if key.isdecimal() and (len(key) > LONGEST_PLAIN or len(key) > 1 and key[0] == "0"):
        return "identifier"
    return _name(amount, tokens, text)


def _touches(amount: Amount, before: Token, tokens: Sequence[Token]) -> bool:
    """ "W995", "F-16", "Cris-K2", "COVID-19": digits that touch a word on their left."""
    if tokens[amount.first].gap:
        return False
    if before.kind in ("word", "phrase"):
        return "currency_sign" not in before.entry.roles and "modifier" not in before.entry.roles
    if before.key in DASHES and before.gap == 0 and amount.first > 1:
        word = tokens[amount.first - 2]
        return word.kind in ("word", "phrase") and not {"modifier", "month", "unit"} & set(word.entry.roles)
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
    if not label or tokens[amount.number].scale:
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
    plus = amount.first > 0 and tokens[amount.first - 1].key == "+"
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
    return plus or local


def _formula(before: Token | None, after: Token | None) -> bool:
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


def _name(amount: Amount, tokens: Sequence[Token], text: str) -> str:
    """A number beside a capitalised word is a part of a name: "Boeing 737", "8 Women", "4783 Bay Rd"."""
    number = tokens[amount.number]
    if number.form != "digits" or not number.key.isdecimal() or amount.high and not amount.ratio:
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
    if before is None or before.gap > 1 or number.gap != 1 or before.kind != "word" or not _proper(before):
        return ""
    if not _sentence_start(tokens, amount.first - 1, text):
        return "name"
    return "" if noun is not None or before.entry.roles else "name"


def _proper(token: Token) -> bool:
    """A capitalised word that is none of the pack's own."""
    return token.capital and not token.entry.roles


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
        return start == 0 or text[:start].rstrip()[-1:] in ENDS + "\n" or "\n" in text[max(start - 2, 0) : start]
    before = tokens[position - 1]
    if before.kind == "pause" or before.key in ENDS or before.key in QUOTES:
        return True
    return "\n" in text[before.end : tokens[position].start]


def _words_reason(amount: Amount, tokens: Sequence[Token], text: str) -> str:
    """A number word that is a pronoun ("one"), or a part of a name ("Satu Dunia")."""
    number = tokens[amount.number]
    after = tokens[amount.end] if amount.end < len(tokens) else None
    if "fixed" in number.entry.roles:
        return "fixed_phrase"
    if number.capital and amount.first and amount.bare and after is not None and after.gap == 1 and _proper(after):
        if not _sentence_start(tokens, amount.first, text) or after.capital:
            return "name"
    if "pronoun" in number.entry.roles and amount.bare and not amount.ratio and not amount.high:
        return "pronoun"
    return ""
