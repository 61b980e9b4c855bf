"""A number and the word before it in, the reason out why that word makes a label of it: "Pasal 33", "page 71"."""

import re
from collections.abc import Sequence

from verifier.extraction.amount import Amount
from verifier.extraction.codes import under_label
from verifier.extraction.tokens import Token, joins_members

__all__ = ["counted", "label_of"]

DASHES = "-–"
SCORE_REACH = 5  # words from a word for a score to the score
DETERMINING = frozenset({"function", "vague"})  # roles of "Most" and "Few"
STAGE_LEADS = frozenset(
    {"standing", "year_lead", "to", "from", "between", "score_word", "and"}
)  # roles of words before "day 3"
RANK = re.compile(r"\d{1,2}")  # of a level
LABEL_SIGNS = (":", "#", ".", "(", "-")


def label_of(amount: Amount, tokens: Sequence[Token]) -> str:
    """Return the reason that the label before the number gives: "Pasal 33", "page 71", "Nomor: 04"."""
    position = amount.first - 1
    while position >= max(amount.first - 2, 0) and tokens[position].key in LABEL_SIGNS:
        position -= 1
    sided = amount.end + 1 < len(tokens) and "by" in tokens[amount.end].entry.roles
    if sided and tokens[amount.end + 1].kind == "numeral":
        return ""  # "lapangan 5x7 meter", but "to dock 4 by noon"
    if amount.noun and position > 0 and "by" in tokens[position].entry.roles and tokens[position].gap == 1:
        return ""  # "50 pushups x 3 sets"
    label = _label_at(tokens, position)
    number = tokens[amount.number]
    scaled = number.scale and " " in number.key  # "kategori 5 juta": no label; "apartment 3B" is one
    if label is None and position == amount.first - 1:
        return _stepped(amount, tokens)
    if label is None or scaled or (counted(amount, tokens) and not _titled(tokens, position)):
        return ""
    if _verbal(amount, tokens[position]) or _played(amount, tokens):
        return ""
    roles = tokens[position].entry.roles
    if "scale_unit" in roles and amount.form == "digits" and not RANK.fullmatch(number.key):
        return ""  # "di level 7.100"
    before = tokens[position - 1] if position else None
    crossed = before is not None and "by" in roles and (before.kind == "numeral" or "unit" in before.entry.roles)
    measured = crossed or (before is not None and before.kind == "numeral" and "unit" in roles)
    return "" if measured else str(label)  # "menit 10" is a label, "90 menit 3 gol" and "4 x 6" are none


def _stepped(amount: Amount, tokens: Sequence[Token]) -> str:
    """Return the reason of "Day 3 of the cleanse", "in week 12": a period in the singular that is numbered."""
    opens = tokens[amount.first - 1].capital and not counted(amount, tokens)  # "Round 2 voting begins"
    if amount.high or amount.unit or not (amount.bare or opens):
        return ""
    if amount.form == "digits" and not tokens[amount.number].key.isdecimal():
        return ""
    roles = tokens[amount.first - 1].entry.roles
    if "stage" not in roles:
        return ""
    lead = tokens[amount.first - 2] if amount.first > 1 else None
    led = opens or lead is None or lead.kind == "sign" or not STAGE_LEADS.isdisjoint(lead.entry.roles)
    return "label" if led else ""


def _label_at(tokens: Sequence[Token], position: int) -> object:
    """Return the reason of the label at `position`, None where no label stands there."""
    if position < 0:
        return None
    if position and "total" in tokens[position - 1].entry.roles:  # "jumlah kamar 45" says how many rooms there are
        return None
    roles = tokens[position].entry.roles
    if "score_word" in roles and _scored(tokens, position):
        return None
    if _lettered(tokens, position):
        return tokens[position - 1].entry.roles["label"]
    if "sub_label" in roles and under_label(tokens, position):
        return roles["sub_label"]
    return roles.get("label")


def _lettered(tokens: Sequence[Token], position: int) -> bool:
    """True for the "S" of "Galaxy S 4" and the "B" of "vitamin B 12": one letter between a label and the number."""
    letter = tokens[position]
    if not position or len(letter.key) > 1 or not letter.capital or letter.gap != 1 or "label" in letter.entry.roles:
        return False
    return "label" in tokens[position - 1].entry.roles and tokens[position + 1].gap == 1


def _scored(tokens: Sequence[Token], position: int) -> bool:
    """True for the draws of "menang 5, seri 2, kalah 2": a word for a score behind another number of the list."""
    joint, before = tokens[position - 1 : position], tokens[max(position - 2, 0) : position - 1]
    listed = bool(joint) and joins_members(joint[0])
    return listed and bool(before) and before[0].kind == "numeral"


def _played(amount: Amount, tokens: Sequence[Token]) -> bool:
    """True for "lead the series 2-0": a score behind a word for a score, and not of a label."""
    dash, other = (tokens[amount.end + step] if amount.end + step < len(tokens) else None for step in (0, 1))
    if dash is None or other is None or dash.key not in DASHES or dash.gap or other.gap or other.kind != "numeral":
        return False
    before = tokens[max(amount.first - SCORE_REACH, 0) : amount.first - 1]
    return any("score_word" in token.entry.roles for token in before)


def _verbal(amount: Amount, label: Token) -> bool:
    """True for "build 40 plants": a label that is a verb, with a noun behind the number."""
    return "label_verb" in label.entry.roles and not label.capital and bool(amount.noun)


def _titled(tokens: Sequence[Token], position: int) -> bool:
    """True for a label with a capital behind a word without one: "for Windows 11 users", "Most iPhone 12 users"."""
    before = tokens[position - 1] if position > 0 else None
    if "product" in tokens[position].entry.roles:  # "Windows 8 users"
        return True
    if before is None or before.kind != "word" or not tokens[position].capital:
        return False
    return not before.capital or not DETERMINING.isdisjoint(before.entry.roles)


def counted(amount: Amount, tokens: Sequence[Token]) -> bool:
    """True where a noun that is always counted follows: "tim 5 orang"."""
    if not amount.noun:
        return False
    return "counted" in tokens[amount.noun_end - 1].entry.roles or "classifier" in tokens[amount.end].entry.roles
