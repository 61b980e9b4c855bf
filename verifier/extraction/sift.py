"""Amounts in, the same amounts out with a reason on each that states no fact: names, identifiers, labels."""

from collections.abc import Sequence

from verifier.extraction.amount import Amount
from verifier.extraction.cited import cites
from verifier.extraction.collectives import joins_both
from verifier.extraction.headlines import counted_in_headline
from verifier.extraction.identifiers import LEAST_CODE, digits_reason, in_code
from verifier.extraction.labels import label_of
from verifier.extraction.names import ends_hyphened_name, headline, number_in_name, ordinal_in_name, words_in_name
from verifier.extraction.numbered import goes_on_name
from verifier.extraction.plurals import is_plural
from verifier.extraction.pronouns import or_so, pronoun_reason
from verifier.extraction.quoted import in_title
from verifier.extraction.result_lists import clear_results
from verifier.extraction.texting import draws, sounds_like_word
from verifier.extraction.tokens import MARKS, Token, Window
from verifier.extraction.works import begins_title, names_work
from verifier.pack import Pack

__all__ = ["sift"]

DASHES = "-–"
LEAST_MODEL = 3  # digits of a model that another number may follow behind a spaced dash: "Boeing 737 - 800"
JOINTS = ",-–/&:+"
LONGEST_COUNT = 3  # tokens from a counted noun to the next number
LISTING = frozenset({"and", "to", "part_word"})  # "pages 3 and 4", "step 3 of 7"
CLAUSE = 3  # tokens of "(b)"
MOST_JOINTS = 2  # ", dan"
LONGEST_DOCUMENT = 13  # tokens between the number and the year of a document
DOCUMENT_SIGNS = "/.-"
TOUCHING = "-–:/("
HIGHEST_RANK = 200  # "#1" is a rank, "#88213" a ticket


def sift(amounts: list[Amount], w: Window) -> None:
    """Mark each amount that states no fact with the reason why (`amount.reason`)."""
    tokens, pack = w.tokens, w.lexicon.pack
    titled = '"' in w.traits[MARKS]
    labelled, last, before, head = False, 0, None, None
    for amount in amounts:
        if labelled:
            between = tokens[last : amount.first]
            labelled = _listed(between) and not _apart(amount, between, tokens, pack)
        named = head is not None and before is not None and goes_on_name(head, before, amount, tokens)
        again = before is not None and amount.form == "words" and _said_again(before, amount, tokens)
        if named:
            amount.reason = "name"
        else:
            amount.reason = "said_twice" if again else _reason(amount, tokens, w, pack, labelled, titled)
        if amount.reason == "name" and before is not None and _counts_on(before, amount, tokens):
            amount.reason, amount.noun, amount.noun_end = "", tokens[amount.end].key, amount.end + 1
        head = (head if named else amount) if amount.reason == "name" else None
        last, before = amount.end, amount
        labelled = bool(amount.reason) and _goes_on(amount, tokens, labelled)
    if len(amounts) > 2:
        clear_results(amounts, tokens)


def _apart(amount: Amount, between: Sequence[Token], tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether an amount tells of something else than the label before it.

    So in "in chapter 3, 40 plants are named", "chapter 3 of 12 books", "vitamin B 12 (3-5 years)"; "step 3 of 7"
    goes on with what is labelled.
    """
    marks = [token.key for token in between]
    if marks == ["("] and between[0].gap:
        ranged = amount.end < len(tokens) and tokens[amount.end].key in DASHES
        return ranged or not amount.bare
    if not amount.noun:
        return False
    of = any("part_word" in token.entry.roles for token in between)
    return of or (marks == [","] and is_plural(amount.noun, pack.phrases))


def _said_again(before: Amount, amount: Amount, tokens: Sequence[Token]) -> bool:
    """Say whether brackets hold in words what stands before them in digits: "Rp5.000.000 (lima juta rupiah)"."""
    end = before.end
    if tokens[end].key == "," and tokens[end + 1].key == "-":  # "Rp5.000.000,- (lima juta rupiah)"
        end += 2
    if amount.first != end + 1 or tokens[end].key != "(" or before.reason:
        return False
    closed = amount.end < len(tokens) and tokens[amount.end].key == ")"
    return closed and before.form != "words" and before.unit == amount.unit and before.values[:1] == amount.values[:1]


def _counts_on(left: Amount, right: Amount, tokens: Sequence[Token]) -> bool:
    """Say whether a number goes on counting what names name: "meraih 3 Grammy dan 5 Billboard"."""
    between = tokens[left.noun_end : right.first]
    after = tokens[right.end] if right.end < len(tokens) else None
    if left.reason or not left.noun or not tokens[left.number].key.isdecimal():
        return False
    if not 1 <= len(between) <= LONGEST_COUNT or "and" not in between[-1].entry.roles or right.form != "digits":
        return False
    named = after is not None and after.kind == "word" and after.capital and after.gap == 1
    return named and all(token.kind == "word" for token in between)


def _goes_on(amount: Amount, tokens: Sequence[Token], labelled: bool) -> bool:
    """Say whether the reason holds for the next number too: "pages 71, 72 and 73", "Boeing 737-800"."""
    if amount.end >= len(tokens):
        return False
    token = tokens[amount.end]
    if amount.reason in ("identifier", "name") and token.key in TOUCHING and token.gap == 0:
        return True
    if amount.reason == "name" and token.key in DASHES and len(tokens[amount.number].key) >= LEAST_MODEL:
        return True
    keys = tokens[amount.number].key, tokens[amount.end + 1].key if amount.end + 1 < len(tokens) else ""
    codes = amount.reason == "identifier" and all(key.isdecimal() and len(key) >= LEAST_CODE for key in keys)
    return _joint(token) and (labelled or codes or amount.reason == "label" or bool(label_of(amount, tokens)))


def _listed(between: Sequence[Token]) -> bool:
    """Say whether two numbers are members of one list: "71, 72 dan 73", but not "Pasal 5, ada 12 orang"."""
    if len(between) > CLAUSE and [token.key for token in (between[0], between[2])] == ["(", ")"]:
        dated = between[1].kind == "date"  # "resolutions 242 (1967), 338 (1973) and 425"
        between = between[CLAUSE:] if dated or len(between[1].key) == 1 else between  # "sections 4.1, 4.2(b) and 5"
    if len(between) <= MOST_JOINTS:
        return all(_joint(token) for token in between)
    document = between[0].key == "/" and len(between) <= LONGEST_DOCUMENT  # "Nomor 04 / SK / VI / 1985"
    return document and all(token.key in DOCUMENT_SIGNS or token.capital for token in between)


def _joint(token: Token) -> bool:
    return token.key in JOINTS or token.key in TOUCHING or not LISTING.isdisjoint(token.entry.roles)


def _reason(amount: Amount, tokens: Sequence[Token], w: Window, pack: Pack, labelled: bool, titled: bool) -> str:
    """Return why an amount states no fact; `titled`: marks that titles are set in stand in the window."""
    if not amount.values:
        return "identifier"
    if amount.kind == "multiple":
        return ""
    if amount.end < len(tokens) and "void" in tokens[amount.end].entry.roles:
        return "fixed_phrase"
    if (
        (titled and in_title(amount, tokens))
        or names_work(amount, w)
        or (amount.first == 0 and begins_title(amount, w))
    ):
        return "name"
    if amount.kind == "ordinal":
        return _ordinal_reason(amount, tokens, w)
    if not tokens[amount.number].key[:1].isdigit():
        listed = labelled and amount.bare and amount.form == "words"  # "chapters three and four"
        return "identifier" if listed else _words_reason(amount, tokens, w, pack)
    if sounds_like_word(amount, tokens, w) or draws(amount, w):
        return "fixed_phrase"
    reason = "identifier" if cites(amount, tokens, w) else digits_reason(amount, tokens, w, labelled)
    if reason or (amount.unit and not amount.shared):
        return reason
    if not number_in_name(amount, tokens, w, pack.phrases):
        return ""
    noun = counted_in_headline(amount, tokens, w)
    if noun:
        amount.noun, amount.noun_end = noun, amount.end + 1
    return "" if noun else "name"


def _ordinal_reason(amount: Amount, tokens: Sequence[Token], w: Window) -> str:
    """Return the reason of "Ticket #88213", "42nd Street", "the Third Reich"."""
    if amount.first < amount.number and amount.form == "digits":
        ranked = 0 < amount.values[0] <= HIGHEST_RANK and not in_code(w, amount.first, amount.end)
        return "" if ranked and not label_of(amount, tokens) else "identifier"
    if amount.first > 1 and tokens[amount.first].gap == 0 and tokens[amount.first - 1].key == ".":
        return "name" if tokens[amount.first - 2].capital else ""  # "17 Cal.4th 305"
    if joins_both(tokens, amount, w.lexicon):
        return "fixed_phrase"
    return "name" if ordinal_in_name(amount, tokens, w) else ""


def _words_reason(amount: Amount, tokens: Sequence[Token], w: Window, pack: Pack) -> str:
    """Return the reason of a number word that is a pronoun ("one"), or a part of a name ("Satu Dunia")."""
    number = tokens[amount.number]
    after = tokens[amount.end] if amount.end < len(tokens) else None
    if amount.form == "fraction" and after is not None and after.key == "-" and after.gap == 0:
        return "fixed_phrase"  # "half-hourly"
    if amount.first and amount.values[0] == 0 and "article" in tokens[amount.first - 1].entry.roles and amount.noun:
        return "fixed_phrase"  # "a zero consonant"
    if number.capital and not headline(amount, tokens) and words_in_name(amount, tokens, w, pack.phrases):
        return "name"
    if ends_hyphened_name(amount, tokens):
        return "name"
    if or_so(amount, w):
        return "fixed_phrase"
    if "pronoun" in number.entry.roles and amount.values[0] == 1:
        return pronoun_reason(amount, w) or ("" if amount.unit else label_of(amount, tokens))
    return "" if amount.unit or is_plural(amount.noun, pack.phrases) else label_of(amount, tokens)
