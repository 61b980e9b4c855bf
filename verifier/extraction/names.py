"""A number and its neighbours in, whether it is a part of a name out: "Boeing 737", "Satu Dunia", "Fifth Avenue"."""

import re
from collections.abc import Sequence

from verifier.extraction.addresses import addressed
from verifier.extraction.amount import Amount
from verifier.extraction.cited import shopping_day
from verifier.extraction.plurals import is_plural
from verifier.extraction.tokens import Token, Window
from verifier.extraction.touching import shakes
from verifier.pack import Phrases

__all__ = ["ends_hyphened_name", "ends_name", "headline", "number_in_name", "ordinal_in_name", "words_in_name"]

DASHES = "-–—"
UNITING = "/-–—"  # "70/30 persen", "10 - 15 tahun": both numbers have the unit
APOSTROPHES = "'’"
ENDS = ".!?:;"
QUOTES = ('"', "“", "'", "‘", "«", *DASHES)
SIGN_ROLES = frozenset({"unit", "lookalike", "compass", "abbreviation", "era", "currency_sign", "subunit"})
NOUN_ROLES = frozenset(
    {"ordinal_noun", "collective_noun", "mass", "lookalike", "texting", "stage", "price_word"}
)  # of words that are nouns like any other
NAMING = frozenset({"name"})  # of words that are nothing else, or names
VALUED = frozenset({"total", "scale_unit"})  # of words before a number that states something: "sebanyak", "peringkat"
TITLE_ROLES = NOUN_ROLES | {"counted", "per_noun"}  # of nouns in a title: "Satu Keluarga"
LEAST_ROW = 4  # figures side by side
LABELLING = frozenset({"label", "and"})  # roles of words before a letter that numbers something
MOST_FIGURES = 3  # digits of each
CALIBRE = re.compile(r"\.[1-9]\d")
NUMBERED = re.compile(r"[1-9]\d?\.\d{1,2}")  # of a version: "CI 0.52" is none
MOST_LEADS = 3  # words before a number: "the new venzo"
MOST_MEMBERS = 4  # numbers of a list behind the first one
HEADLINE_REACH = 3


def number_in_name(amount: Amount, tokens: Sequence[Token], w: Window, phrases: Phrases) -> bool:
    """Say whether digits beside a capitalised word are a part of a name: "Boeing 737", "8 Women", "4783 Bay Rd"."""
    number = tokens[amount.number]
    if _of_calibre(amount, w) or _broadcasts(amount, tokens) or (amount.bare and shopping_day(amount, tokens, w)):
        return True
    if number.form != "digits" or not (number.key.isdecimal() or NUMBERED.fullmatch(number.key)) or amount.high:
        return False
    noun = tokens[amount.noun_end - 1] if amount.noun else None
    if noun is not None and ("counted" in noun.entry.roles or "classifier" in tokens[amount.end].entry.roles):
        return False
    after = tokens[amount.end] if amount.end < len(tokens) else None
    if amount.modifier:  # "GOOD 18+ clubs"
        return False
    if after is not None and (_sided(tokens, amount.end) or _scores(amount, tokens) or _shares_unit(amount, tokens)):
        return False
    lead = tokens[amount.first - 1] if amount.first else None
    if lead is not None and (not VALUED.isdisjoint(lead.entry.roles) or shakes(lead, number)):
        return False
    if _in_row(amount, tokens):
        return False
    beside = after is not None and after.gap == 1 and after.kind == "word"
    named = noun is None and after is not None and _proper(after) and not phrases.nouns_capitalised
    told = not number.key.isdecimal() and after is not None and after.shouted  # "a 3.0 GPA"
    if (beside and named and not told) or addressed(tokens, amount.end):
        return True
    if amount.first == 0 or number.gap != 1:
        return False
    before = tokens[amount.first - 1]
    whole = tokens[amount.end + 1 : amount.end + 3]
    part = after is not None and "part_word" in after.entry.roles and any(token.kind == "numeral" for token in whole)
    if (
        before.key in DASHES and before.gap and amount.bare and amount.first > 1 and not part
    ):  # "Blink - 182", not "Ann - 3 of the 4"
        return tokens[amount.first - 2].kind == "word" and _proper(tokens[amount.first - 2])
    if before.key in DASHES and before.gap and _lettered(tokens, amount.first - 2):
        return True
    if noun is not None and phrases.nouns_capitalised:
        return False
    verbal = noun is not None and noun.key.startswith(phrases.verb_beginnings)
    plural = not phrases.plural_endings or amount.values[0] == 1 or (noun is not None and is_plural(noun.key, phrases))
    counts = noun is not None and not verbal and plural  # "Mix 1 part vinegar"
    if not counts and amount.noun and _labels_noun(amount, tokens, w):
        return True
    return before.kind == "word" and _led_by_name(amount, tokens, w, counts=counts)


def _sided(tokens: Sequence[Token], position: int) -> bool:
    """True for "5 by 3" and "4 x 6 m"; in "beat the S&P 500 by 4%" the first number is no side of anything."""
    if "by" not in tokens[position].entry.roles:
        return False
    side, unit = tokens[position + 1 : position + 3] if position + 2 < len(tokens) else (tokens[-1], None)
    return side.kind == "numeral" and (unit is None or unit.entry.roles.get("unit") != "percent")


def _lettered(tokens: Sequence[Token], position: int) -> bool:
    """True for one capital behind a word without one: "negara G - 8", not "Group A - 5 teams"."""
    letter, lead = tokens[position], tokens[position - 1] if position > 0 else None
    if lead is None or len(letter.key) > 1 or not letter.capital or letter.kind != "word":
        return False
    determined = "person_lead" in lead.entry.roles  # "The B - 52 crews"
    word = lead.kind == "word" and (determined or not lead.capital) and lead.entry.roles.keys().isdisjoint(LABELLING)
    return word or lead.key in ",("


def _labels_noun(amount: Amount, tokens: Sequence[Token], w: Window) -> bool:
    """True for "the new venzo 4 chip": behind an article, an unknown word and its number tell of one thing."""
    if amount.noun_end != amount.end + 1 or amount.values[0] == 1 or amount.first < MOST_LEADS:
        return False
    after = tokens[amount.noun_end] if amount.noun_end < len(tokens) else None
    if after is not None and after.kind != "sign" and "function" not in after.entry.roles:
        return False  # "a compact 4 door car"
    article, attribute, name = tokens[amount.first - MOST_LEADS : amount.first]
    attributed = "person_lead" in attribute.entry.roles or attribute.key in w.lexicon.attributes
    if name.kind != "word" or name.entry.roles or name.key in w.lexicon.attributes or not attributed:
        return False
    return "person_lead" in attribute.entry.roles or "person_lead" in article.entry.roles


def _of_calibre(amount: Amount, w: Window) -> bool:
    """True for "a Colt .45" and "the .22 rifle": a decimal without a digit before its mark names a weapon there."""
    if not amount.first or amount.modifier or not CALIBRE.fullmatch(w.written(amount.first, amount.number + 1)):
        return False
    before, after = w.tokens[amount.first - 1], w.tokens[amount.end] if amount.end < len(w.tokens) else None
    if after is not None and after.kind == "word" and is_plural(after.key, w.lexicon.pack.phrases):
        return False  # "the .75 injections"
    return before.entry.roles.keys() >= {"person_lead"} or (before.kind == "word" and _proper(before))


def _broadcasts(amount: Amount, tokens: Sequence[Token]) -> bool:
    """True for "98,7 FM": a word of its own names what the number stands for, in capitals."""
    after = tokens[amount.end] if amount.end < len(tokens) else None
    return after is not None and after.shouted and after.gap == 1 and "label_after" in after.entry.roles


def _scores(amount: Amount, tokens: Sequence[Token]) -> bool:
    """True for "Persib 2-0", a score behind the name of a team, for "Gaji 3-5 juta" and the mark of "Rated 4.7/5"."""
    dash, other = (tokens[amount.end + step] if amount.end + step < len(tokens) else None for step in (0, 1))
    if dash is not None and other is not None and dash.key == "/" and dash.gap == other.gap == 0:
        return other.kind == "numeral" and not tokens[amount.number].key.isdecimal()
    if dash is None or other is None or dash.key not in DASHES or dash.gap != other.gap or other.kind != "numeral":
        return False
    return bool(other.scale) or (len(tokens[amount.number].key) <= 2 and len(other.key) <= 2 and other.key.isdecimal())


def _in_row(amount: Amount, tokens: Sequence[Token]) -> bool:
    """True for the first figure of a row of a table: "Rovers 31 12 6 8"."""
    row = tokens[amount.number : amount.number + LEAST_ROW]
    short = all(token.kind == "numeral" and len(token.key) <= MOST_FIGURES for token in row)
    return short and len(row) == LEAST_ROW and all(token.gap == 1 for token in row)


def _shares_unit(amount: Amount, tokens: Sequence[Token]) -> bool:
    """True for "Jarak 10 sampai 15 km", "Bunga 9, 10, atau 11 persen": the last number has the unit of all."""
    position, joined = amount.end, False
    for _ in range(MOST_MEMBERS):
        first = position
        while (
            position < len(tokens)
            and position - first < 2
            and (tokens[position].key in UNITING or tokens[position].key == "," or _joins(tokens[position]))
        ):
            joined = joined or tokens[position].key in UNITING or _joins(tokens[position])
            position += 1
        if position == first or position >= len(tokens) or tokens[position].kind != "numeral":
            return False
        position += 1
        measured = position < len(tokens) and tokens[position].entry.measuring and not _leads_on(tokens, position)
        if joined and (tokens[position - 1].scale or measured):
            return True
    return False


def _leads_on(tokens: Sequence[Token], position: int) -> bool:
    """Say whether what may be a unit leads to the next number: "Luna 9 and 10 in 1975"."""
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    return "lookalike" in tokens[position].entry.roles and following is not None and following.kind != "word"


def _joins(token: Token) -> bool:
    return "and" in token.entry.roles or "to" in token.entry.roles


def _led_by_name(amount: Amount, tokens: Sequence[Token], w: Window, *, counts: bool) -> bool:
    """Say whether the word before the number makes a name of both: at the start of a sentence only without a noun."""
    before = tokens[amount.first - 1]
    shouted = before.shouted and not headline(amount, tokens)
    if not _proper(before):  # "Lexus IS 300"
        sign = before.shouted and not counts and SIGN_ROLES.issuperset(before.entry.roles)  # "Lokomotif CC 206"
        function = amount.bare and shouted and "function" in before.entry.roles
        return len(before.key) > 1 and (function or (sign and not _measures(tokens, amount.first - 1)))
    if shouted or not _opens(tokens, amount.first - 1, w):
        return True
    verbal = before.key.endswith(w.lexicon.pack.phrases.verb_endings)  # "Selling 2 tix"
    return not counts and not before.entry.roles and not verbal


def _measures(tokens: Sequence[Token], position: int) -> bool:
    """Say whether the unit at `position` has its number before it: "5 GW 12 unit"."""
    return position > 0 and tokens[position - 1].kind == "numeral"


def ordinal_in_name(amount: Amount, tokens: Sequence[Token], w: Window) -> bool:
    """Say whether an ordinal is a part of a name: "42nd Street", "the Third Reich", "Perang Dunia Kedua"."""
    after = tokens[amount.end] if amount.end < len(tokens) else None
    if ends_name(tokens, amount.number):
        return True
    if after is None or after.gap != 1:
        return False
    number = tokens[amount.number]
    if not after.capital:
        return "street" in after.entry.roles and number.key[0].isdigit() and not _determined(tokens, amount.first)
    if "label_after" in after.entry.roles or "ordinal_name" in after.entry.roles:
        return True
    if not number.capital or number.key[0].isdigit() or number.shouted:
        return False
    return (_proper(after) or "label" in after.entry.roles) and not _opens(tokens, amount.first, w)


def _determined(tokens: Sequence[Token], position: int) -> bool:
    """True for "the 4th street on the left": a word before says that streets are counted."""
    return position > 0 and "person_lead" in tokens[position - 1].entry.roles


def ends_name(tokens: Sequence[Token], position: int) -> bool:
    """Say whether a capitalised ordinal ends a name: in "Perang Dunia Kedua pecah" the next word has no capital."""
    before, number = tokens[position - 1] if position else None, tokens[position]
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    if before is None or not before.capital or before.shouted or number.gap != 1 or not number.capital:
        return False
    return NAMING.issuperset(before.entry.roles) and (after is None or not after.capital)


def words_in_name(amount: Amount, tokens: Sequence[Token], w: Window, phrases: Phrases) -> bool:
    """Say whether a capitalised number word is a part of a name: "Kepulauan Seribu", "the Ten Commandments"."""
    number = tokens[amount.first]
    if phrases.nouns_capitalised and amount.form == "fraction":
        return False  # "die Hälfte"
    before = tokens[amount.first - 1] if amount.first else None
    after = tokens[amount.end] if amount.end < len(tokens) else None
    if before is not None and number.gap == 0 and before.key in DASHES:
        return True  # "7-Eleven"
    if before is not None and number.gap == 1 and before.kind == "word" and _titled(before):
        return True
    opens = _opens(tokens, amount.first, w)
    if after is not None and after.key in DASHES and after.gap == 0 and not amount.unit:  # "Two-Face"
        return amount.end + 1 < len(tokens) and tokens[amount.end + 1].capital
    if after is not None and after.key in APOSTROPHES and after.gap == 0 and tokens[amount.end - 1].capital:
        return amount.end + 1 < len(tokens) and tokens[amount.end + 1].capital  # "the Seven Years' War"
    if after is not None and after.gap == 1 and _titled(after):
        second = tokens[amount.end + 1] if amount.end + 1 < len(tokens) else None
        if not opens or (second is not None and second.capital and not phrases.nouns_capitalised):
            return True
    return amount.bare and (not opens or (after is not None and after.key == ","))


def ends_hyphened_name(amount: Amount, tokens: Sequence[Token]) -> bool:
    """Say whether a hyphen joins a number word to a name: "Hye-rim"."""
    if amount.first < 2 or tokens[amount.first].gap or tokens[amount.first - 1].gap:
        return False
    return (
        tokens[amount.first - 1].key in DASHES
        and tokens[amount.first - 2].kind == "word"
        and _proper(tokens[amount.first - 2])
    )


def headline(amount: Amount, tokens: Sequence[Token]) -> bool:
    """True where the words around are capitals too, so that capitals say nothing."""
    around = tokens[max(amount.first - HEADLINE_REACH, 0) : amount.end + HEADLINE_REACH]
    words = [token for token in around if token.kind == "word" and len(token.key) > 1]
    return len(words) > 1 and all(word.shouted for word in words)


def _proper(token: Token) -> bool:
    """A capitalised word that is none of the pack's own, or only a sign of it ("D&D")."""
    roles = token.entry.roles
    return token.capital and (
        not roles or NOUN_ROLES.issuperset(roles) or (len(token.key) == 1 and SIGN_ROLES.issuperset(roles))
    )


def _titled(token: Token) -> bool:
    """A capitalised word that can be a part of a name beside a number word: "Satu Keluarga", "Desa Sembilan"."""
    return _proper(token) or (token.capital and TITLE_ROLES.issuperset(token.entry.roles))


def _opens(tokens: Sequence[Token], position: int, w: Window) -> bool:
    """True for the first word of a sentence or a quotation, whose capital says nothing."""
    if position == 0:
        start = w.start(0)
        before = w.text[max(start - 8, 0) : start]
        return not before.strip() or before.rstrip()[-1] in ENDS or "\n" in before
    last = tokens[position - 1]
    if last.key in QUOTES and position > 1:  # "kata Budi: "Tiga orang …", but not "bank 'Empat Besar'"
        return last.key in DASHES or tokens[position - 2].kind != "word"
    return last.key in ENDS or tokens[position].breaks
