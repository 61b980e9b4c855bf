"""Tokens in, tokens out with every date, period and time of day as one token.

Each token is a letter by what it can be in a date; the grammar is written over these letters. This
stage stands before units and nouns, since a date takes numbers away from them. The letters:

    D d o   day in digits, in words, as an ordinal    Y   a year's four digits    n   other plain digits
    M m     month; m only beside a day or year        W w weekday                 X   a date in digits
    q h c k t u   quarter, half, century, decade, year, other period              S   "-an", "s" of a decade
    E e     before, after Christ                      R   "kemarin"               x   "lalu", "last"
    r       Roman numeral                             p l f T & - / , ( ) ' .     the words and signs between
"""

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from verifier.extraction.calendar_parts import When, interval
from verifier.extraction.lexicon import NOTHING, Lexicon
from verifier.extraction.numerals import roman
from verifier.extraction.scan import Token

__all__ = ["DateToken", "read_dates"]

DASHES = "-–—‒−"
SIGNS = {",": ",", "/": "/", "(": "(", ")": ")", "'": "'", "’": "'", ".": ".", **dict.fromkeys(DASHES, "-")}
DATE_LETTERS = frozenset("MmWwXRqhckEeSYCxy")
SLOTS = re.compile(r"\{(day|month|year)\}|(,)|(\w+)")
MOST_NAMED = 2035  # behind a capitalised word: "Blade Runner 2049"
LEAST_BARE, MOST_BARE = 1500, 2099  # years that need no word before them
DIGITS = re.compile(r"\d+")


class DateToken(Token):
    """A date or a time of day, joined from the tokens that state it."""

    others: tuple[str, ...] = ()  # what it can also mean: 04/07/2008

    def __init__(self, first: Token, last: Token, when: When | None, clock: str = "") -> None:
        super().__init__(first.start, last.end, "date" if when else "time", first.key, NOTHING, first.gap)
        self.when = when
        self.clock = clock
        self.problem = ""
        self.capital = first.capital


def read_dates(tokens: list[Token], text: str, lexicon: Lexicon) -> list[Token]:
    """Return the tokens with each date joined to one date token."""
    letters = "".join([_letter(token) for token in tokens])
    if DATE_LETTERS.isdisjoint(letters) and not any(_clock_word(token) for token in tokens):
        return tokens
    reader = _Reader(tokens, letters, text, lexicon)
    return _joined(reader.read(), letters, text)


def _clock_word(token: Token) -> bool:
    return "clock_lead" in token.entry.roles or "meridiem" in token.entry.roles


def _letter(token: Token) -> str:
    kind = token.kind
    if kind == "numeral":
        return _number_letter(token)
    if kind == "word":
        if token.entry.roles.get("decade_suffix") and token.gap == 0:
            return "S"
        if token.entry.tag == "_" and token.capital and len(token.key) < 7 and set(token.key) <= set("ivxlc"):
            return "r"
        return token.entry.tag
    if kind == "sign":
        return SIGNS.get(token.key, token.entry.tag)
    return {"iso": "X", "slashed": "X", "clock": "C", "pause": "|"}.get(kind, token.entry.tag)


def _number_letter(token: Token) -> str:
    if not token.values:
        return "N"
    if token.form == "ordinal":
        return "o"
    if token.form == "words":
        return "d" if 1 <= token.values[0] <= 99 else "N"
    if token.form != "digits" or not token.key.isdecimal():
        return "N"
    size = len(token.key)
    if size <= 2 and 1 <= token.values[0] <= 31:
        return "D"
    if size == 4 and 1000 <= token.values[0] < 3000:
        return "Y"
    return "n" if size <= 4 else "N"


@cache
def _orders(orders: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """Compile the date orders of a pack: a pattern over the letters, and the slots in their order."""
    compiled = []
    for order in orders:
        pattern, slots = [], []
        for slot, comma, word in SLOTS.findall(order):
            if slot:
                slots.append(slot)
                joint = "-?" if slot == "month" and slots[-2:-1] == ["day"] else ""
                pattern.append(joint + {"day": "([Ddo])", "month": "([Mm])", "year": "((?:f?f?(?:Y|'[Dn])))"}[slot])
            else:
                pattern.append(",?" if comma else "f" if word else "")
        compiled.append((re.compile("".join(pattern)), tuple(slots)))
    return tuple(compiled)


class _Reader:
    """Reads the dates of one window from left to right."""

    def __init__(self, tokens: list[Token], letters: str, text: str, lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.letters = letters
        self.text = text
        self.dates = lexicon.pack.dates
        self.orders = _orders(self.dates.orders)
        self.plural_endings = lexicon.pack.phrases.plural_endings
        self.ordinal_days = bool(lexicon.pack.numerals.ordinal_suffixes)
        self.others: When | None = None  # the other reading of a date in digits
        self.waiting: dict[int, tuple[int, When]] = {}  # numbers that belong to a period before them
        self.size = len(tokens)

    def read(self) -> list[Token]:
        out: list[Token] = []
        position = 0
        while position < self.size:
            found = self._at(position)
            if position in self.waiting:
                end, when = self.waiting[position]
                found = end, self._token(position, end, when)
            if found is None:
                out.append(self.tokens[position])
                position += 1
            else:
                end, date = found
                out.append(date)
                position = end
        return out

    def role(self, position: int, role: str) -> object:
        return self.tokens[position].entry.roles.get(role) if 0 <= position < self.size else None

    def letter(self, position: int) -> str:
        return self.letters[position] if 0 <= position < self.size else "|"

    def _at(self, position: int) -> tuple[int, Token] | None:
        letter = self.letters[position]
        if letter in "_N,|s":
            if self.role(position, "clock_lead"):
                return self._clock(position)
            found = self._ago(position) if letter in "_Ns" else None
            return None if found is None else (found[0], self._token(position, found[0], found[1]))
        if letter in "Ww":
            return self._weekday(position)
        found = self._date(position)
        if found is not None:
            end, when, begin = found
            end, when = self._pointed(end, when)
            date = self._token(begin, end, when)
            if self.letters[position] == "X" and self.others is not None:
                date.others, self.others = (self.others.edtf or "",), None
            return end, date
        return self._clock(position) if letter in "CDdn" else None

    def _token(self, begin: int, end: int, when: When) -> DateToken:
        if when.relative and when.month is not None and self._recurs(begin, end):
            when = replace(when, recurring=True)
        token = DateToken(self.tokens[begin], self.tokens[end - 1], when)
        if token.end > token.start and self.text[token.end - 1] == "." and self.tokens[end - 1].kind == "phrase":
            token.end -= self._ends_sentence(end)
        token.rules = tuple(dict.fromkeys(s for part in self.tokens[begin:end] for s in part.entry.sources))
        if not when.possible:
            token.problem = "impossible_date"
        return token

    def _recurs(self, begin: int, end: int) -> bool:
        """ "setiap 17 Agustus", "January 6 each year": a date without a missing year."""
        before = self.role(begin - 1, "recurring") or (
            self.letter(begin - 1) == "l" and self.role(begin - 2, "recurring")
        )
        after = self.role(end, "recurring")
        return (
            bool(before)
            or bool(after)
            and (
                self.tokens[end].kind == "phrase"
                or self.letter(end + 1) == "t"
                or "per" not in self.tokens[end].entry.roles
            )
        )

    def _ends_sentence(self, end: int) -> int:
        """Return 1 where the point behind a short month ends the sentence: "the 5th Feb."."""
        return int(end >= self.size or self.tokens[end].capital or self.letters[end] == "|")

    def _date(self, position: int) -> tuple[int, When, int] | None:
        """Return where a date that begins here ends, what it says, and where its span begins."""
        letter = self.letters[position]
        if letter in "DdoMmY'":
            found = self._ordered(position)
            if found is not None:
                return (*found, position)
            found = self._short(position) if letter == "D" else None
            if found is not None:
                return (*found, position)
        if letter == "X":
            return self._digits(position)
        readers = {
            "q": self._part_of_year, "h": self._part_of_year, "c": self._century, "o": self._ordinal_first, "R": self._day,
            "k": self._decade_word, "t": self._pointed_period, "u": self._pointed_period, "x": self._pointing_first,
            "p": self._pointing_part,
        }  # fmt: skip
        reader = readers.get(letter)
        found = reader(position) if reader else None
        if found is not None:
            return (*found, position)
        if letter in "DdnYo'":
            year = self._year_like(position)
            return self._ago(position) if year is None else year
        if letter == "e" and self.letter(position + 1) in "DnY":  # "AD 79"
            return position + 2, When(year=self._number(position + 1)), position
        if letter == "r" and self.letter(position + 1) == "c":  # "XIX century"
            number = self._small(position)
            return None if number is None else (*self._era(position + 2, number), position)
        if letter == "y" and self.letter(position + 1) in "YD" and self.tokens[position + 1].gap == 0:  # "FY2024"
            return position + 2, When(year=_full_year(self._number(position + 1))), position
        return self._ago(position)

    # --- day, month, year ----------------------------------------------------------------

    def _ordered(self, position: int) -> tuple[int, When] | None:
        """Match the orders of the pack, the longest match first."""
        best = self._days_behind(position) if self.letters[position] in "Mm" else None
        for pattern, slots in self.orders:
            match = pattern.match(self.letters, position)
            if match is None or (best is not None and match.end() <= best[0]):
                continue
            when = self._slots(match, slots)
            if when is not None:
                best = match.end(), when
        return best

    def _days_behind(self, position: int) -> tuple[int, When] | None:
        """Read "August 23-25, 2007": days of one month behind its name."""
        match = re.compile(r"[Mm]D[-T]D(?!M)(?:,?(Y))?").match(self.letters, position)
        if match is None or self.dates.numeric_order.startswith("day"):
            return None
        first, last = self._number(position + 1), self._number(position + 3)
        year = self._number(match.start(1)) if match.group(1) else None
        month = int(self.tokens[position].entry.roles["month"])
        if not first < last <= 31:
            return None
        return match.end(), When(year=year, month=month, day=first, end=When(year=year, month=month, day=last))

    def _slots(self, match: re.Match[str], slots: tuple[str, ...]) -> When | None:
        parts: dict[str, int] = {}
        for number, slot in enumerate(slots, 1):
            begin, end = match.span(number)
            if slot == "month":
                parts["month"] = int(self.tokens[begin].entry.roles["month"])
            else:
                value = self._number(end - 1)
                parts[slot] = _full_year(value) if slot == "year" and self.letters[end - 2 : end - 1] == "'" else value
        if not self._month_holds(match, slots, parts) or not self._day_holds(match, slots):
            return None
        if not 1 <= parts.get("day", 1) <= 31:
            return None
        return When(**parts)

    def _month_holds(self, match: re.Match[str], slots: tuple[str, ...], parts: dict[str, int]) -> bool:
        """A word that is also something else ("may") is a month only beside a day, a year or a lead."""
        begin, end = match.span()
        at = match.start(slots.index("month") + 1)
        month = self.tokens[at]
        if any(
            token.gap and "\n\n" in self.text[token.start - 2 : token.start] for token in self.tokens[begin + 1 : end]
        ):
            return False
        if "year" in parts or ("day" in parts and (month.capital or self.letters[at] == "M")):
            return True
        if "day" in parts or self._named(at):
            return False
        if self.letters[at] == "M":
            return month.capital or self._led(at)
        return month.capital and (self._led(at) or not self._opens(at))

    def _day_holds(self, match: re.Match[str], slots: tuple[str, ...]) -> bool:
        """A day is no ordinal where the language writes days as plain numbers: "pekan pertama Juli"."""
        if "day" not in slots:
            return True
        at = match.start(slots.index("day") + 1)
        return self.letters[at] != "o" or self.ordinal_days

    def _named(self, position: int) -> bool:
        """A month between capitalised words of no other kind is a person's name: "Juni Hartono"."""
        after = self.tokens[position + 1] if position + 1 < self.size else None
        before = self.tokens[position - 1] if position else None
        if after is not None and after.capital and not after.entry.roles and after.gap == 1 and not self._led(position):
            return True
        named = before is not None and before.capital and not before.entry.roles and self.tokens[position].gap == 1
        return named and (self.letters[position] == "m" or not self._opens(position - 1))

    def _opens(self, position: int) -> bool:
        """True for the first word of a sentence, whose capital says nothing."""
        return (
            position == 0
            or self.tokens[position - 1].kind in ("sign", "pause")
            and self.letters[position - 1] not in ",-(/"
        )

    def _led(self, position: int) -> bool:
        before = self.tokens[position - 1].entry.roles if position else {}
        return not {"year_lead", "part", "deictic", "filler", "to", "between", "from", "day_lead"}.isdisjoint(before)

    def _number(self, position: int) -> int:
        value = self.tokens[position].values[0]
        return int(value)

    def _short(self, position: int) -> tuple[int, When] | None:
        """Read "12/2007" as a month of a year, "4Q 2016" as a quarter."""
        if any(token.gap for token in self.tokens[position + 1 : position + 2]):
            return None
        number = self._number(position)
        if self.letters.startswith("D/Y", position) and number <= 12 and self.tokens[position + 2].gap == 0:
            return position + 3, When(year=self._number(position + 2), month=number)
        following = self.tokens[position + 1] if position + 1 < self.size else None
        if (
            following is not None
            and "period_lookalike" in following.entry.roles
            and self.letter(position + 1) == "q"
            and number <= 4
        ):
            return self._year_after(position + 2, When(quarter=number))
        return None

    def _digits(self, position: int) -> tuple[int, When, int] | None:
        """Read 2024-10-13, 13/10/2024, 4/25/01: by the order of the language unless a part decides."""
        token = self.tokens[position]
        parts = [int(part) for part in DIGITS.findall(token.key[:10])]
        if len(parts) != 3:
            return None
        if len(DIGITS.findall(token.key)[0]) == 4:
            year, month, day = parts
        else:
            first, second, year = parts
            year = _full_year(year) if year < 100 else year
            day_first = self.dates.numeric_order.startswith("day")
            day, month = (first, second) if day_first else (second, first)
            if month > 12 >= day:
                day, month = month, day
            elif day <= 12 and month <= 12 and day != month:
                self.others = When(year=year, month=day, day=month)
        return position + 1, When(year=year, month=month, day=day), position

    # --- weekdays ------------------------------------------------------------------------

    def _weekday(self, position: int) -> tuple[int, Token] | None:
        """Read a weekday, with the date that follows it: "Sabtu, 10 Juni", "Minggu (13/10/2024)"."""
        token = self.tokens[position]
        weekday = int(token.entry.roles["weekday"])
        match = re.compile(r"[z]?(,|\(|,\()?(?=l?[DdoMmX])").match(self.letters, position + 1)
        bracket = re.compile(r"z?,?\(D[/-]D\)").match(self.letters, position + 1)
        if bracket is not None:
            end = bracket.end()
            first, second = self._number(end - 4), self._number(end - 2)
            day_first = self.dates.numeric_order.startswith("day")
            day, month = (first, second) if day_first or second > 12 else (second, first)
            return end, self._token(position, end, When(month=month, day=day, weekday=weekday))
        if match is not None:
            begin = match.end() + (self.letter(match.end()) == "l")
            found = self._date(begin)
            if found is not None and (found[1].month is not None) and (found[1].day is not None):
                end, when, _ = found
                if "(" in match.group() and self.letter(end) == ")":
                    end += 1
                end, when = self._pointed(end, when)
                return end, self._token(position, end, replace(when, weekday=weekday))
        if self.letters[position] == "w" and not self._plain_weekday(position):
            return None
        if self.letters[position] == "W" and (
            self._in_name(position)
            and self._opens(position - 1)
            or self._named(position)
            and not self._in_name(position)
        ):
            return None
        if not token.capital and len(token.key) < 4:
            return None
        end, when = self._pointed(position + 1, When(weekday=weekday))
        if self.letter(end) == "z":
            end += 1
            end, when = self._pointed(end, when)
        return end, self._token(position, end, when)

    def _plain_weekday(self, position: int) -> bool:
        token = self.tokens[position]
        if self._in_name(position):
            return False
        return token.capital and self.letter(position - 1) not in "DdnNo" and self.letter(position + 1) not in "x"

    def _in_name(self, position: int) -> bool:
        """ "Pasar Minggu", "Salat Jumat": a weekday right behind a capitalised word of no other kind."""
        before = self.tokens[position - 1] if position else None
        return (
            before is not None
            and self.tokens[position].gap == 1
            and before.kind == "word"
            and before.capital
            and not before.entry.roles
        )

    # --- parts of a year -----------------------------------------------------------------

    def _part_of_year(self, position: int) -> tuple[int, When] | None:
        """Read "kuartal III 2007", "semester kedua tahun 2007", "Q3 2024", "triwulan I/2006"."""
        letter = self.letters[position]
        token, following = self.tokens[position], self.letter(position + 1)
        glued = position + 1 < self.size and self.tokens[position + 1].gap == 0
        if "period_lookalike" in token.entry.roles and not (glued and token.capital and self._ends_word(position + 2)):
            return None
        number = self._small(position + 1)
        if number is None or not 1 <= number <= (4 if letter == "q" else 2):
            return self._pointed_period(position)
        end = position + 2
        extra = (
            self.letter(end) == "q"
            and "period_lookalike" in self.tokens[end].entry.roles
            and self._small(end + 1) == number
        )
        if extra:
            end += 2
        when = When(quarter=number) if letter == "q" else When(half=number)
        if following not in "Dndro" or (following == "o" and self.dates.deictics_first):
            return None
        end, dated = self._shared_year(end, when)
        if dated.year is None and "period_lookalike" in token.entry.roles and not self._led(position):
            return None
        return end, dated

    def _ends_word(self, position: int) -> bool:
        return position >= self.size or self.tokens[position].gap > 0 or self.tokens[position].kind == "sign"

    def _shared_year(self, end: int, when: When) -> tuple[int, When]:
        """Read the year, which two quarters may share: "kuartal I dan II 2022", "kuartal 3 dan 4/2007"."""
        match = re.compile(r"[&T](?=[Ddor](?:[/,-]?f?f?t?Y))").match(self.letters, end)
        second = self._small(match.end()) if match is not None else None
        if match is None or second is None or not 1 <= second <= 4:
            return self._year_after(end, when)
        other = replace(when, quarter=second) if when.quarter else replace(when, half=second)
        last, dated = self._year_after(match.end() + 1, other)
        self.waiting[match.end()] = last, dated
        return end, replace(when, year=dated.year)

    def _ordinal_first(self, position: int) -> tuple[int, When] | None:
        """Read "third quarter of 2007", "first half", "16th century BC", "19th and 20th centuries"."""
        letter = self.letter(position + 1)
        number = self._number(position)
        if letter == "-" and self.letter(position + 2) in "qh":  # "third-quarter"
            number = self._number(position)
            if not 1 <= number <= (4 if self.letter(position + 2) == "q" else 2):
                return None
            return self._year_after(
                position + 3, When(quarter=number) if self.letter(position + 2) == "q" else When(half=number)
            )
        if letter in "qh" and "period_lookalike" not in self.tokens[position + 1].entry.roles:
            if not 1 <= number <= (4 if letter == "q" else 2):
                return None
            when = When(quarter=number) if letter == "q" else When(half=number)
            end, dated = self._year_after(position + 2, when)
            return end, dated
        gap = self.letter(position + 1) == "-" and self.letter(position + 2) == "c"
        if letter == "c" or gap:
            return self._era(position + 2 + gap, number)
        if re.compile(r"[&,-]o-?c").match(self.letters, position + 1):
            return position + 1, When(century=number)
        return None

    def _year_after(self, end: int, when: When) -> tuple[int, When]:
        match = re.compile(r"[/,-]?f?f?t?(Y)|[/]?f?'([Dn])").match(self.letters, end)
        if match is None:
            pointed = re.compile(r"f?t(?=x)").match(self.letters, end)
            if pointed is not None and not self.dates.deictics_first:
                return self._pointed(pointed.end(), when)
            return end, when
        year = self._number(match.end() - 1)
        return match.end(), replace(when, year=year if match.group(1) else _full_year(year))

    def _small(self, position: int) -> int | None:
        """Return a small number as digits, word, ordinal or Roman numeral."""
        letter = self.letter(position)
        if letter in "Ddo":
            return self._number(position)
        return roman(self.text[self.tokens[position].start : self.tokens[position].end]) if letter == "r" else None

    def _century(self, position: int) -> tuple[int, When] | None:
        """Read "abad ke-16", "abad XVI", "abad 19 Masehi", "abad ke-4 SM"."""
        number = self._small(position + 1)
        if number is None or not 1 <= number <= 40:
            return self._pointed_period(position)
        return self._era(position + 2, number)

    def _era(self, end: int, century: int) -> tuple[int, When]:
        if self.letter(end) in "Ee":
            return end + 1, When(century=-century if self.letter(end) == "E" else century)
        return end, When(century=century)

    def _decade_word(self, position: int) -> tuple[int, When] | None:
        """Read "dekade 1990-an"; the word itself stays outside."""
        return self._pointed_period(position)

    # --- years ---------------------------------------------------------------------------

    def _year_like(self, position: int) -> tuple[int, When, int] | None:
        """Read "1990-an", "the '90s", "512 SM", "2007", "tahun 988"."""
        token = self.tokens[position]
        if token.form not in ("digits", "") and self.letters[position] != "'":
            return None
        match = re.compile(r"'?([DnY])-?'?S").match(self.letters, position)
        if match is not None and all(part.gap == 0 for part in self.tokens[position + 1 : match.end()]):
            return self._decade(position, match)
        match = re.compile(r"([DdnY])([Ee])").match(self.letters, position)
        if match is not None and self._era_holds(position):
            year = self._number(position)
            return position + 2, When(year=1 - year if match.group(2) == "E" else year), position
        if self.letters[position] == "'" and self.letter(position + 1) in "Dn" and self.tokens[position + 1].gap == 0:
            number = self._number(position + 1)
            if len(self.tokens[position + 1].key) == 2 and token.gap and self._led(position):
                return position + 2, When(year=_full_year(number)), position
        return self._bare_year(position)

    def _decade(self, position: int, match: re.Match[str]) -> tuple[int, When, int] | None:
        year = self._number(match.start(1))
        if year < 100:
            if year % 10 or year < 10:
                return None
            year += 1900 if year >= 30 else 2000
        if year % 10:
            return None
        return match.end(), When(decade=year), position

    def _era_holds(self, position: int) -> bool:
        """A one-letter era ("M") needs a lead word; after a currency it is a scale."""
        era = self.tokens[position + 1]
        return len(era.key) > 1 or self.role(position - 1, "year_lead") is not None

    def _bare_year(self, position: int) -> tuple[int, When, int] | None:
        letter, before = self.letters[position], self.tokens[position - 1] if position else None
        number = self._number(position) if letter in "DnY" else 0
        leads = before is not None and before.kind in ("word", "phrase") and self.letters[position - 1] == "t"
        if letter == "n" and 100 <= number <= 999 and leads:
            return position + 1, When(year=number), position
        if letter != "Y" or self._counts_something(position):
            return None
        led = before is not None and bool(before.entry.roles.get("year_lead") or self.letters[position - 1] in "tp(-/k")
        closed = self.letter(position + 1) == ")" and self.letter(position - 1) in "(,-_"
        most = MOST_NAMED if self._in_name(position) and not self._opens(position - 1) else MOST_BARE
        if (led or closed or LEAST_BARE <= number <= most) and not self._in_chain(position):
            return position + 1, When(year=number), position
        return None

    def _in_chain(self, position: int) -> bool:
        """ "0812-5550-1934", "34/PMK/2007", "Obligasi II/2007", "QX-77-2041": a part of an identifier."""
        if position < 2 or self.tokens[position].gap or self.letters[position - 1] not in "-/":
            return False
        before = self.tokens[position - 2]
        if self.tokens[position - 1].gap:
            return self.letters[position - 1] == "/"
        if before.kind in ("word", "phrase"):
            return before.entry.tag not in "MmqhcT"
        return (
            before.kind == "numeral"
            and self.letters[position - 2] not in "YoD"
            and not (self.letters[position - 2] == "n" and self._led(position - 2))
        )

    def _counts_something(self, position: int) -> bool:
        """Say whether the four digits belong to a unit, a currency, a counted noun or a label."""
        token = self.tokens[position]
        if position and self.tokens[position - 1].gap is not None:
            before = self.tokens[position - 1].entry.roles
            if token.gap == 0 and self.letters[position - 1] not in "(/-'," and "currency_sign" not in before:
                return True
            if "currency_sign" in before or "label" in before and "year_lead" not in before:
                return True
            if (
                "modifier" in before
                and "year_lead" not in before
                and before["modifier"] in ("more_than", "at_least", "less_than", "almost")
            ):
                return True
        if position + 1 >= self.size:
            return False
        following = self.tokens[position + 1]
        roles = following.entry.roles
        if following.gap == 0 and following.kind in ("word", "numeral", "power"):
            return True
        if self._addressed(position) or self._plural_after(position):
            return True
        if "counted" in roles or "classifier" in roles or "currency" in roles or "scale" in roles:
            return True
        if "unit" in roles and not (following.kind == "sign" and following.gap):
            return "period" not in roles or "function" not in roles and self.letter(position + 2) != "x"
        return "times" in roles or following.key in ("%", "°")

    def _addressed(self, position: int) -> bool:
        """ "1620 Quarry Road": a house number."""
        for token in self.tokens[position + 1 : position + 4]:
            if not token.capital or token.gap != 1:
                return False
            if "label_after" in token.entry.roles:
                return True
        return False

    def _plural_after(self, position: int) -> bool:
        """ "stores 1984 crates": a verb before and a plural behind make it a count."""
        before, after = self.tokens[position - 1] if position else None, self.tokens[position + 1]
        if not self.plural_endings or before is None or before.entry.roles or before.kind != "word" or before.capital:
            return False
        return (
            after.key.endswith(self.plural_endings) and not after.entry.roles and not after.capital and after.gap == 1
        )

    # --- pointing ------------------------------------------------------------------------

    def _pointed(self, end: int, when: When) -> tuple[int, When]:
        """Take in "lalu", "mendatang", "ini", "silam" where they fix a missing year."""
        if end < self.size and self.letter(end) == "x" and not self.dates.deictics_first and self.tokens[end].gap:
            meaning = str(self.tokens[end].entry.roles["deictic"])
            if when.relative and meaning in ("past", "future", "this"):
                return end + 1, replace(when, direction=meaning)
        return end, when

    def _day(self, position: int) -> tuple[int, When] | None:
        """Read "kemarin", "hari ini", "kemarin Kamis", "yesterday"."""
        days = int(self.tokens[position].entry.roles["relative_day"])
        end = position + 1
        if self.letter(end) == "z":
            end += 1
        if self.letter(end) == "W":
            end += 1
        return end, When(shift=("day", days))

    def _pointed_period(self, position: int) -> tuple[int, When] | None:
        """Read "tahun lalu", "pekan depan", "bulan ini" where pointing words follow."""
        if self.dates.deictics_first or self.letter(position + 1) != "x":
            return None
        meaning = str(self.tokens[position + 1].entry.roles["deictic"])
        step = {"past": -1, "future": 1, "this": 0}.get(meaning)
        if step is None or self.letter(position - 1) in "DdnYNo":
            return None
        if step == 1 and self.tokens[position].entry.roles["period"] == "day":
            return None  # "hari nanti": some day
        return position + 2, When(shift=(str(self.tokens[position].entry.roles["period"]), step))

    def _pointing_first(self, position: int) -> tuple[int, When] | None:
        """Read "last week", "this year", "next Friday", "last June" where pointing words come first."""
        meaning = str(self.tokens[position].entry.roles["deictic"])
        step = {"past": -1, "future": 1, "this": 0}.get(meaning)
        if not self.dates.deictics_first or step is None:
            return None
        letter = self.letter(position + 1)
        following = self.tokens[position + 1] if position + 1 < self.size else None
        if following is None or following.gap == 0:
            return None
        if letter in "tuqhck" and not following.key.endswith("s") and "period_lookalike" not in following.entry.roles:
            return position + 2, When(shift=(str(following.entry.roles["period"]), step))
        if letter == "W" or (letter == "w" and following.capital):
            return position + 2, When(weekday=int(following.entry.roles["weekday"]), direction=meaning)
        if letter == "M" or (letter == "m" and following.capital):
            return position + 2, When(month=int(following.entry.roles["month"]), direction=meaning)
        return None

    def _pointing_part(self, position: int) -> tuple[int, When] | None:
        """Read "akhir pekan lalu", "akhir tahun ini"."""
        found = self._pointed_period(position + 1) if self.letter(position + 1) in "tu" else None
        return found if found is not None and self.letter(position + 1) == "u" else None

    def _ago(self, position: int) -> tuple[int, When, int] | None:
        """Read "tiga bulan lalu", "two years ago", "3 months later"."""
        letter = self.letters[position]
        article = "article" in self.tokens[position].entry.roles and letter == "_"
        if letter not in "DdnNs" and not article:
            return None
        match = re.compile(r"[DdnN_]([utckh])(x)|(s)(x)").match(self.letters, position)
        if match is None:
            return None
        roles = self.tokens[match.end() - 1].entry.roles
        number = self.tokens[position].values if letter in "DdnN" else (Decimal(1),)
        back = "deictic_ago" in roles or ("deictic_past" in roles and not self.dates.deictics_first)
        ahead = "deictic_later" in roles or ("deictic_future" in roles and not self.dates.deictics_first)
        if not number or not (back or ahead):
            return None
        steps = int(number[0]) if abs(number[0]) < 10**6 else 0
        word = self.tokens[match.end() - 2].entry.roles
        unit = str(word.get("period") or word["single"])
        return match.end(), When(shift=(unit, -steps if back else steps)), position

    # --- times of day --------------------------------------------------------------------

    def _clock(self, position: int) -> tuple[int, Token] | None:
        """Read "pukul 09.48", "jam setengah delapan", "9:48 a.m.", "5 pm", "11:16:00 PM"."""
        led = self.role(position, "clock_lead") is not None
        begin = position + 1 if led else position
        if begin >= self.size or (self.tokens[begin].kind == "clock" and self._no_clock(begin)):
            return None
        spoken = led and not self.dates.deictics_first
        end, clock = self._clock_number(begin, spoken)
        if clock is None:
            return None
        part = self.role(end, "meridiem")
        if part is not None and (spoken or str(part) in ("am", "pm", "clock")):
            clock, end = _meridiem(clock, str(part)), end + 1
        result = DateToken(self.tokens[begin], self.tokens[end - 1], None, clock)
        if self.tokens[end - 1].kind == "phrase" and self.text[result.end - 1] == "." and self._ends_sentence(end):
            result.end -= self.text[result.end - 3 : result.end - 2] != "."
        result.gap = 1
        if part is None and self.dates.deictics_first and self.tokens[begin].key[1:2] == ":" or part == "clock":
            result.others = (f"{int(clock[:2]) + 12:02d}{clock[2:]}",) if int(clock[:2]) < 12 else ()
        return end, result

    def _clock_number(self, begin: int, spoken: bool) -> tuple[int, str | None]:
        """Return where the digits or words of a time end, and the time on a clock of 24 hours."""
        token = self.tokens[begin]
        following = self.role(begin + 1, "meridiem")
        clock = _clock_value(
            token, spoken or (following in ("am", "pm") and not self.dates.numeric_order.startswith("day"))
        )
        if clock is not None:
            return begin + 1, clock
        if not token.values or token.kind != "numeral":
            return begin, None
        value = token.values[0]
        if spoken and token.form == "fraction" and self.letter(begin + 1) in "Dd":  # "setengah delapan" is 7.30
            return begin + 2, f"{(self._number(begin + 1) - 1) % 24:02d}:30" if value == Decimal("0.5") else None
        if value != int(value) or token.form not in ("digits", "words") or token.scale:
            return begin, None
        if following in ("am", "pm", "clock") and 1 <= value <= 12 and (spoken or self.dates.deictics_first):
            return begin + 1, f"{int(value):02d}:00"
        if (
            spoken
            and 0 <= value <= 24
            and "unit" not in (self.tokens[begin + 1].entry.roles if begin + 1 < self.size else {})
        ):
            return begin + 1, f"{int(value):02d}:00"
        return begin, None

    def _no_clock(self, position: int) -> bool:
        """ "Yohanes 3:16", "rasio 1:32": behind a label it is a verse, behind a word for it a ratio."""
        before = self.tokens[position - 1].entry.roles if position else {}
        if "label" in before or "scale_unit" in before:
            return True
        if self.tokens[position].key[1:2] == ":" and not {"clock_lead", "modifier", "year_lead", "function"} & set(
            before
        ):
            named = position > 0 and self.tokens[position - 1].capital and not before
            return named or not self.dates.deictics_first
        return False


def _clock_value(token: Token, led: bool) -> str | None:
    if token.kind == "clock":
        parts = [int(part) for part in DIGITS.findall(token.key)]
    elif led and token.kind == "numeral" and re.fullmatch(r"\d{1,2}\.\d{2}(?:\.\d{2})?", token.key):
        parts = [int(part) for part in token.key.split(".")]
    else:
        return None
    if parts[0] > 24 or any(part > 59 for part in parts[1:]):
        return None
    return ":".join(f"{part:02d}" for part in parts)


def _meridiem(clock: str, part: str) -> str:
    """Return the time with the part of the day applied: "7 malam" is 19:00, "1 siang" 13:00."""
    hour = int(clock[:2])
    if part == "clock" or hour > 12:
        return clock
    if part == "noon":
        hour += 12 if hour < 8 else 0
    else:
        hour = hour % 12 + (12 if part == "pm" else 0)
    return f"{hour:02d}{clock[2:]}"


def _full_year(year: int) -> int:
    """Return the year that two digits stand for: 30 to 99 in the last century, the rest in this."""
    if year >= 100:
        return year
    return year + (1900 if year >= 30 else 2000)


def _joined(tokens: list[Token], letters: str, text: str) -> list[Token]:
    """Join the ends of intervals, and days that share the month after them."""
    tokens = _shared_months(tokens)
    out: list[Token] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if isinstance(token, DateToken):
            end, token = _interval(tokens, position)
            out.append(token)
            position = end
        else:
            out.append(token)
            position += 1
    return out


def _shared_months(tokens: list[Token]) -> list[Token]:
    """Turn "12 dan 13 Mei 2020", "19-21 Agustus", "Maret dan Mei 2021" into dates with the shared parts."""
    out = tokens
    for position in range(len(tokens) - 1, -1, -1):
        date = tokens[position]
        if not isinstance(date, DateToken) or date.when is None or position < 2:
            continue
        when, joint, before = date.when, tokens[position - 1], tokens[position - 2]
        if not _joint(joint):
            continue
        if isinstance(before, DateToken):
            if (
                before.when is not None
                and before.when.year is None
                and when.year is not None
                and before.when.month is not None
                and before.when.shift is None
            ):
                before.when = replace(before.when, year=when.year)
            elif before.when is not None and before.when.quarter and when.quarter and before.when.year is None:
                before.when = replace(before.when, year=when.year)
            continue
        part = _left_part(before, when, joint)
        if part is not None:
            new = DateToken(before, before, part)
            new.rules = before.rules
            out[position - 2] = new
    return out


def _joint(token: Token) -> bool:
    return token.key in DASHES or token.key in (",", "/") or "to" in token.entry.roles or "and" in token.entry.roles


def _left_part(before: Token, when: When, joint: Token) -> When | None:
    """Return the date of a number that shares month, quarter or year with the date after it."""
    if before.kind != "numeral" or not before.values or before.form not in ("digits", "words", "ordinal"):
        return None
    value = before.values[0]
    if value != int(value) or len(before.key) > 12:
        return None
    number = int(value)
    if when.day is not None and when.month is not None and when.end is None and 1 <= number <= 31:
        if number < when.day or joint.key not in DASHES:
            return replace(when, day=number, weekday=None)
    if (
        when.year is not None
        and when.year <= 0
        and when.month is None
        and joint.key in DASHES
        and before.key.isdecimal()
    ):
        return When(year=1 - number) if number >= 1 - when.year else None  # "305-30 SM"
    if (
        when.year is not None
        and when.month is None
        and when.quarter is None
        and joint.key in DASHES + "/"
        and before.key.isdecimal()
    ):
        if 100 <= number <= when.year and len(before.key) in (3, 4):
            return When(year=number)
    if when.century is not None and before.form == "ordinal" and number <= abs(when.century):
        return When(century=number if when.century > 0 else -number)
    return None


def _interval(tokens: list[Token], position: int) -> tuple[int, DateToken]:
    """Join two dates with a dash or a word such as "hingga" between them."""
    first = tokens[position]
    assert isinstance(first, DateToken)
    end = position + 1
    if first.when is None:
        return _clock_interval(tokens, position, first)
    if end + 1 >= len(tokens):
        return end, first
    joint = tokens[end]
    last = tokens[end + 1]
    if "day_time" in last.entry.roles and end + 2 < len(tokens):
        end, last = end + 1, tokens[end + 2]
    dash = joint.key in DASHES
    if not (dash or joint.key == "/" or "to" in joint.entry.roles):
        return position + 1, first
    if not isinstance(last, DateToken) or last.when is None:
        return _short_year(tokens, position, first) if dash or joint.key == "/" else (position + 1, first)
    if not _comparable(first.when, last.when) or (
        not dash and joint.key != "/" and first.when.relative and last.when.relative and first.when.month is None
    ):
        return position + 1, first
    when = interval(first.when, last.when)
    if not _in_order(when):
        return position + 1, first
    token = DateToken(first, last, when)
    token.rules = first.rules + last.rules
    token.problem = first.problem or last.problem
    return end + 2, token


def _short_year(tokens: list[Token], position: int, first: DateToken) -> tuple[int, DateToken]:
    """Read "2012-13", "1998/99"."""
    last = tokens[position + 2]
    when = first.when
    if when is not None and when.year is not None and when.month is None and when.quarter is None and when.half is None:
        if (
            last.kind == "numeral"
            and last.key.isdecimal()
            and len(last.key) == 2
            and last.gap == 0
            and tokens[position + 1].gap == 0
        ):
            year = when.year // 100 * 100 + int(last.key)
            if year > when.year:
                return position + 3, DateToken(first, last, interval(when, When(year=year)))
    return position + 1, first


def _clock_interval(tokens: list[Token], position: int, first: DateToken) -> tuple[int, DateToken]:
    if position + 2 < len(tokens):
        joint, last = tokens[position + 1], tokens[position + 2]
        if joint.key in DASHES or "to" in joint.entry.roles:
            clock = last.clock if isinstance(last, DateToken) and last.when is None else _clock_value(last, True)
            if clock:
                return position + 3, DateToken(first, last, None, f"{first.clock}/{clock}")
    return position + 1, first


def _comparable(first: When, last: When) -> bool:
    if first.shift or last.shift or first.end or last.end or first.recurring:
        return False
    if first.weekday and first.day is None or last.weekday and last.day is None:
        return False
    if first.quarter or last.quarter or first.half or last.half:
        return bool(first.quarter and last.quarter or first.half and last.half)
    if first.century or last.century:
        return bool(first.century and last.century)
    if first.decade is not None or last.decade is not None:
        return first.decade is not None and last.decade is not None
    if first.month is None and first.year is not None:
        return last.year is not None
    return last.month is not None or (first.year is None and last.year is None)


def _in_order(when: When) -> bool:
    last = when.end
    if last is None or when.year is None or last.year is None:
        return True
    return (when.year, when.month or 0, when.day or 0) <= (last.year, last.month or 13, last.day or 32)
