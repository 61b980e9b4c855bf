"""A window of tokens as the date grammar sees it: a letter for each, and what may stand around a date."""

from dataclasses import replace

from verifier.extraction.calendar_parts import When
from verifier.extraction.lexicon import NOTHING
from verifier.extraction.tokens import Token, Window

__all__ = [
    "DASHES",
    "DateToken",
    "DateWindow",
    "date_token",
    "day_in_name",
    "ends_sentence",
    "in_name",
    "labelled",
    "led",
    "named",
    "opens",
]

DASHES = "-–—‒−"
NOUNS = frozenset({"ordinal_noun", "collective_noun", "per_noun"})  # roles of "Kota", "Provinsi"
DATE_TRAITS = "_##_"  # of every date and time, see `Window.traits`
LONGEST_LAW = 3  # words of a name between a label and its number
LEADS = frozenset({"year_lead", "part", "deictic", "filler", "to", "between", "from", "day_lead"})


class DateToken(Token):
    """A date or a time of day, joined from the tokens that state it."""

    others: tuple[str, ...] = ()  # what it can also mean: 04/07/2008
    problem = ""
    vague = False  # about that time: "7ish"
    lead = 0  # words before it that stay outside of its span: "pukul"
    parted = False  # a part of the day is told with it: "9 pagi"
    halved = 0  # 12 where a time counts from noon on: "5 pm"
    cut = 0  # characters at its end that are none of it: the point of "the 5th Feb."

    def __init__(self, first: Token, when: When | None, clock: str = "") -> None:
        self.kind = "date" if when else "time"
        self.key, self.entry, self.space, self.gap = first.key, NOTHING, first.space, first.gap
        self.capital, self.shouted, self.breaks = first.capital, False, first.breaks
        self.letter, self.traits = "#", DATE_TRAITS
        self.node = self.alone = None
        self.values, self.form, self.scale, self.rules = (), "", 0, ()
        self.when = when
        self.clock = clock


class DateWindow:
    """The tokens of a window, the letters of the date grammar, and the words of the language."""

    def __init__(self, window: Window, letters: str) -> None:
        self.window = window
        self.tokens = window.tokens
        self.letters = letters
        self.size = len(letters)
        self.pack = window.lexicon.pack
        self.dates = self.pack.dates
        self.others: When | None = None  # the other reading of a date in digits
        self.waiting: list[tuple[int, int, When]] = []  # numbers that belong to the period before them

    @property
    def capitals_name(self) -> bool:
        """True where a capital says that a word is a name, not in languages that write nouns so."""
        return not self.pack.phrases.nouns_capitalised

    @property
    def ordinal_days(self) -> bool:
        """True where days may be written as ordinals: "the 5th"."""
        return bool(self.pack.numerals.ordinal_suffixes)

    def role(self, position: int, role: str) -> object:
        """Return what the token at `position` means in `role`, None where it has no such role."""
        return self.tokens[position].entry.roles.get(role) if 0 <= position < self.size else None

    def written(self, first: int, end: int) -> str:
        """Return the text from the token at `first` to the one before `end`."""
        return self.window.written(first, end)

    def letter(self, position: int) -> str:
        """Return the letter at `position`, "|" outside of the window."""
        return self.letters[position] if 0 <= position < self.size else "|"

    def number(self, position: int) -> int:
        """Return the whole number that the numeral at `position` states."""
        return int(self.tokens[position].values[0])


def date_token(w: DateWindow, begin: int, end: int, when: When) -> DateToken:
    """Return one token for the date over the tokens from `begin` to `end`."""
    if when.month is not None and when.relative and recurs(w, begin, end):
        when = replace(when, recurring=True)
    token = DateToken(w.tokens[begin], when)
    last = w.tokens[end - 1]
    if last.kind in ("word", "phrase") and last.key.endswith(w.dates.possessives):
        token.cut = len(last.key) - last.key.rindex("'")
    elif last.kind == "phrase" and last.key[-1] == ".":
        token.cut = ends_sentence(w, end)
    if end - begin == 1:
        token.rules = last.entry.sources
    else:
        token.rules = tuple([source for part in w.tokens[begin:end] for source in part.entry.sources])
    if not when.possible:
        token.problem = "impossible_date"
    return token


def recurs(w: DateWindow, begin: int, end: int) -> bool:
    """Say whether no year is missing: "setiap 17 Agustus", "January 6 each year"."""
    for token in reversed(w.tokens[max(begin - 5, 0) : begin]):
        if token.kind == "sign" or isinstance(token, DateToken):
            break
        if "recurring" in token.entry.roles:
            return True
    if not w.role(end, "recurring"):
        return False
    return w.tokens[end].kind == "phrase" or w.letter(end + 1) == "t" or "per" not in w.tokens[end].entry.roles


def named(w: DateWindow, position: int) -> bool:
    """A month between capitalised words of no other kind is a person's name: "Juni Hartono"."""
    if not w.capitals_name:
        return False
    after = w.tokens[position + 1] if position + 1 < w.size else None
    before = w.tokens[position - 1] if position else None
    told = led(w, position) and (w.letters[position] == "M" or w.role(position - 1, "by") is None)  # not "by Jan Smith"
    if w.letters[position] in "Ww" and w.role(position - 1, "person_lead"):
        told = False  # "the Monday Club"
    if after is not None and after.capital and not after.entry.roles and after.gap == 1 and not told:
        return True
    if before is not None and (day_in_name(w, position - 1) or "person" in before.entry.roles):
        return True  # "his wife Jan"
    named = (
        before is not None
        and before.capital
        and before.letter != "r"
        and not before.entry.roles
        and w.tokens[position].gap == 1
    )
    return named and (w.letters[position] == "m" or not opens(w, position - 1))


def day_in_name(w: DateWindow, position: int) -> bool:
    """Say whether a day belongs to a place's name: "Institut Teknologi Sepuluh Nopember", "Stadion 10 November"."""
    lead, day = w.tokens[position - 1] if position > 0 else None, w.tokens[position]
    spoken = w.letter(position) == "d" and day.capital
    if lead is None or not lead.capital or lead.kind != "word" or day.gap != 1 or not w.capitals_name:
        return False
    if spoken and in_name(w, position):
        return True
    return (spoken or w.letter(position) == "D") and "label" in lead.entry.roles and not led(w, position)


def opens(w: DateWindow, position: int) -> bool:
    """True for the first word of a sentence, whose capital says nothing."""
    return position == 0 or (w.tokens[position - 1].kind == "sign" and w.letters[position - 1] not in ",-(/")


def led(w: DateWindow, position: int) -> bool:
    return position > 0 and not LEADS.isdisjoint(w.tokens[position - 1].entry.roles)


def in_name(w: DateWindow, position: int) -> bool:
    """ "Pasar Minggu", "Salat Jumat": a weekday right behind a capitalised word of no other kind."""
    before = w.tokens[position - 1] if position else None
    return (
        before is not None
        and w.capitals_name
        and w.tokens[position].gap == 1
        and before.kind == "word"
        and before.capital
        and before.letter == "_"
        and not before.entry.roles
    )


def labelled(w: DateWindow, position: int) -> bool:
    """Say whether a label speaks for the number at `position`: "Nomor 8/1999", "UU No: 13/2003", "Perda DKI 2/2018"."""
    before = position - 1
    if w.letter(before) == "." or (before >= 0 and w.tokens[before].key == ":"):
        before -= 1
    named = before
    while named > max(before - LONGEST_LAW, 0) and w.capitals_name and is_name(w.tokens[named]):
        named -= 1
    if w.role(named, "label") is not None and w.tokens[named].capital:
        before = named
    return w.role(before, "label") is not None and w.role(before, "year_lead") is None


def is_name(token: Token) -> bool:
    """Say whether a word has a capital and is a noun, or no word of the pack."""
    return token.kind == "word" and token.capital and NOUNS.issuperset(token.entry.roles)


def ends_sentence(w: DateWindow, end: int) -> int:
    """Return 1 where the point behind a short month ends the sentence: "the 5th Feb."."""
    return int(end >= w.size or w.tokens[end].capital)
