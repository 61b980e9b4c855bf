"""A bare number and the marks around it in, whether it counts the items of a list, or notes, out: "2) ", "[12]"."""

from collections.abc import Sequence

from verifier.extraction.amount import Amount
from verifier.extraction.line_numbers import begins_line
from verifier.extraction.tokens import Token, Window

__all__ = ["note_mark", "numbers_item"]

LONGEST_ITEM, LONGEST_NOTE = 2, 3  # digits
ITEM_REACH = 300  # characters from one item of a list to the next
LONGEST_LETTER = 3  # "iii"
NOTE_REACH = 8  # tokens from a bracket to the last of its notes
NOTE_JOINTS = ",-–;"
ENDING = ".!;"  # of the sentence before an item


def numbers_item(amount: Amount, w: Window) -> bool:
    """True for "1. ", "2) ", "(3) " at the start of a line, "(1)" and "(2)" in one, and "1)" behind a measure."""
    tokens = w.tokens
    after = tokens[amount.end] if amount.end < len(tokens) else None
    if after is None or after.gap or after.key not in ".)" or amount.noun:
        return False
    if len(tokens[amount.number].key) > LONGEST_ITEM:
        return False
    opened = amount.first > 0 and tokens[amount.first - 1].key == "(" and after.key == ")"
    start = w.start(amount.first - opened)
    if begins_line(w, start):
        return True
    before = tokens[amount.first - 1 - opened] if amount.first > opened else None
    if before is None or tokens[amount.first - opened].gap != 1:
        return False
    if opened:
        return _opens_item(amount, w, before) or (not before.capital and _follows_item(amount, w, start, "("))
    if _closes_measure(before):
        return True
    return _follows_item(amount, w, start, "") if after.key == ")" else _enumerates(amount, w, start)


def _opens_item(amount: Amount, w: Window, before: Token) -> bool:
    """True for "is hereby created (1) a fund" and "and (3) the views of the others", in a sentence; not "Ann (1)"."""
    position = amount.end + 1
    behind = w.tokens[position] if position < len(w.tokens) else None
    roles = before.entry.roles
    if behind is None:
        return before.key == ":"  # "the jury recommended that: (1)"
    if before.key in w.lexicon.pack.noise.label_leads and not before.capital:
        return True  # "calculated by (2) and (3)"
    if behind.kind not in ("word", "phrase") or behind.gap != 1 or behind.capital:
        return False
    if before.kind == "sign" or (not before.capital and ("function" in roles or "and" in roles)):
        return True
    article = "article" in behind.entry.roles or "person_lead" in behind.entry.roles
    verb = behind.key.startswith(w.lexicon.pack.phrases.verb_beginnings)
    return amount.values[0] == 1 and before.kind == "word" and (article or verb)


def _enumerates(amount: Amount, w: Window, start: int) -> bool:
    """True for "in two ways: 1. by heat and 2. by light", "Links: 0. http://…", and for what follows a full stop."""
    before, position = w.tokens[amount.first - 1], amount.end + 1
    behind = w.tokens[position] if position < len(w.tokens) else None
    if before.key in ENDING:
        return behind is None or behind.gap > 0
    if behind is None or behind.gap != 1 or (behind.capital and behind.kind != "url"):
        return False
    if behind.kind == "url":
        return True
    number = int(amount.values[0])
    last, following = f" {number - 1}. ", f" {number + 1}. "
    listed = last in w.text[max(start - ITEM_REACH, 0) : start] or following in w.text[start : start + ITEM_REACH]
    return behind.kind == "word" and listed


def _follows_item(amount: Amount, w: Window, start: int, bracket: str) -> bool:
    """Say whether the item before it stands near, or the one behind where it is the first."""
    number, before = int(amount.values[0]), w.text[max(start - ITEM_REACH, 0) : start]
    if not bracket and before.rfind("(") > before.rfind(")"):
        return False  # "he (aged 12) and she (aged 13)"
    if number > 1:
        first = f"{bracket}{number - 1}) "
        return f" {first}" in before or w.text.startswith(first)
    return number == 1 and f" {bracket}2) " in w.text[start : start + ITEM_REACH]


def _closes_measure(token: Token) -> bool:
    return token.kind == "date" or (token.kind in ("word", "sign") and "unit" in token.entry.roles)


def _ends_in_slash(amount: Amount, tokens: Sequence[Token]) -> bool:
    """True for the notes of the United Nations: "the Programme of Action, 4/ adopted in 1993"."""
    if not amount.bare or not amount.first or amount.end >= len(tokens) or tokens[amount.number].gap != 1:
        return False
    slash, after = tokens[amount.end], tokens[amount.end + 1] if amount.end + 1 < len(tokens) else None
    if slash.key != "/" or slash.gap or len(tokens[amount.number].key) > LONGEST_NOTE:
        return False
    return after is None or (after.gap == 1 and after.kind == "word" and not after.entry.measuring)


def note_mark(amount: Amount, w: Window) -> bool:
    """True for the numbers of notes and sources: "rose 4 percent.[12]", "as shown in [3, 7]", "7.5 euros (1)"."""
    tokens = w.tokens
    if _subsection(amount, tokens) or _ends_in_slash(amount, tokens):
        return True
    if not tokens[amount.number].key.isdecimal() or len(tokens[amount.number].key) > LONGEST_NOTE or amount.noun:
        return False
    first = _edge(tokens, amount.first - 1, -1)
    last = _edge(tokens, amount.end, 1)
    if not 0 <= first < last < len(tokens) or tokens[first + 1].gap != tokens[last].gap:
        return False  # "[16]" and "[ 16 ]"
    if tokens[first].key == "[" and tokens[last].key == "]":
        return tokens[first].gap == 0 or not _inserted(w, last + 1)
    bracketed = tokens[first].key == "(" and tokens[last].key == ")" and last - first == 2
    return bracketed and first > 0 and amount.values[0] == 1 and _closes_price(tokens[first - 1])


def _subsection(amount: Amount, tokens: Sequence[Token]) -> bool:
    """True for the numbers of "501(c)(3)": brackets that touch one another, or the number before them."""
    first, end = amount.first, amount.end
    if end + 2 < len(tokens) and tokens[end].key == "(" and tokens[end + 2].key == ")":
        inside = tokens[end + 1]
        if tokens[end].gap == inside.gap == 0 and inside.kind == "word" and len(inside.key) <= LONGEST_LETTER:
            return True
    if first < 2 or end >= len(tokens) or tokens[first - 1].key != "(" or tokens[end].key != ")":
        return False
    return tokens[first - 2].key == ")" and tokens[first - 1].gap == tokens[first].gap == tokens[end].gap == 0


def _edge(tokens: Sequence[Token], position: int, step: int) -> int:
    """Return where the run of numbers ends that begins at `position`."""
    for _ in range(NOTE_REACH):
        if not 0 <= position < len(tokens):
            return -1
        token = tokens[position]
        if token.key not in NOTE_JOINTS and token.kind != "numeral":
            return position
        position += step
    return -1


def _inserted(w: Window, position: int) -> bool:
    """Say whether a noun follows: "He saw [50] people" was put in by an editor, but "Link [1] Discuss" is a note."""
    if position >= len(w.tokens):
        return False
    word = w.tokens[position]
    if word.gap != 1 or word.kind != "word" or word.capital or word.key.endswith(w.lexicon.pack.phrases.verb_endings):
        return False
    return not word.entry.roles or "counted" in word.entry.roles


def _closes_price(token: Token) -> bool:
    return token.kind in ("word", "sign") and token.entry.measuring
