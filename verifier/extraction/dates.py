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
from functools import cache

from verifier.extraction.calendar_parts import When, interval
from verifier.extraction.lexicon import NOTHING, Lexicon
from verifier.extraction.numerals import roman
from verifier.extraction.scan import Token

__all__ = ["DateToken", "read_dates"]

DASHES = "-–—‒−"
SIGNS = {",": ",", "/": "/", "(": "(", ")": ")", "'": "'", "’": "'", ".": ".", **dict.fromkeys(DASHES, "-")}
DATE_LETTERS = frozenset("MmWwXRqhckEeSYC")
SLOTS = re.compile(r"\{(day|month|year)\}|(,)|(\w+)")
LEAST_BARE, MOST_BARE = 1500, 2099  # years that need no word before them
DIGITS = re.compile(r"\d+")


class DateToken(Token):
    """A date or a time of day, joined from the tokens that state it."""

    __slots__ = ("clock", "problem", "when")

    def __init__(self, first: Token, last: Token, when: When | None, clock: str = "") -> None:
        super().__init__(first.start, last.end, "date" if when else "time", first.key, NOTHING, first.gap)
        self.when = when
        self.clock = clock
        self.problem = ""
        self.capital = first.capital


def read_dates(tokens: list[Token], text: str, lexicon: Lexicon) -> list[Token]:
    """Return the tokens with each date joined to one date token."""
    letters = "".join([_letter(token) for token in tokens])
    if DATE_LETTERS.isdisjoint(letters) and not any("clock_lead" in token.entry.roles for token in tokens):
        return tokens
    reader = _Reader(tokens, letters, text, lexicon)
    return _joined(reader.read(), letters, text)


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
                pattern.append({"day": "([Ddo])", "month": "([Mm])", "year": "((?:f?f?(?:Y|'[Dn])))"}[slot])
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
        self.size = len(tokens)

    def read(self) -> list[Token]:
        out: list[Token] = []
        position = 0
        while position < self.size:
            found = self._at(position)
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
        if letter in "_N,|":
            return self._clock(position) if self.role(position, "clock_lead") else None
        if letter in "Ww":
            return self._weekday(position)
        found = self._date(position)
        if found is not None:
            end, when, begin = found
            end, when = self._pointed(end, when)
            return end, self._token(begin, end, when)
        return self._clock(position) if letter in "CDdn" else None

    def _token(self, begin: int, end: int, when: When) -> DateToken:
        token = DateToken(self.tokens[begin], self.tokens[end - 1], when)
        token.rules = tuple(dict.fromkeys(s for part in self.tokens[begin:end] for s in part.entry.sources))
        if not when.possible:
            token.problem = "impossible_date"
        return token

    def _date(self, position: int) -> tuple[int, When, int] | None:
        """Return where a date that begins here ends, what it says, and where its span begins."""
        letter = self.letters[position]
        if letter in "DdoMmY'":
            found = self._ordered(position)
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
            return self._year_like(position)
        if letter == "e" and self.letter(position + 1) in "Dn":  # "AD 79"
            return position + 2, When(year=self._number(position + 1)), position
        return self._ago(position)

    # --- day, month, year ----------------------------------------------------------------

    def _ordered(self, position: int) -> tuple[int, When] | None:
        """Match the orders of the pack, the longest match first."""
        best: tuple[int, When] | None = None
        for pattern, slots in self.orders:
            match = pattern.match(self.letters, position)
            if match is None or (best is not None and match.end() <= best[0]):
                continue
            when = self._slots(match, slots)
            if when is not None:
                best = match.end(), when
        return best

    def _slots(self, match: re.Match[str], slots: tuple[str, ...]) -> When | None:
        parts: dict[str, int] = {}
        for number, slot in enumerate(slots, 1):
            begin, end = match.span(number)
            if slot == "month":
                parts["month"] = int(self.tokens[begin].entry.roles["month"])
            else:
                value = self._number(end - 1)
                parts[slot] = _full_year(value) if slot == "year" and self.letters[end - 2 : end - 1] == "'" else value
        if not self._month_holds(match, slots, parts):
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
        if self.letters[at] == "M":
            return len(slots) > 1 or month.capital or self._led(at)
        if "year" in parts or ("day" in parts and month.capital):
            return month.capital or "day" in parts
        if "day" in parts:
            return False
        return month.capital and self._led(at)

    def _led(self, position: int) -> bool:
        before = self.tokens[position - 1].entry.roles if position else {}
        return not {"year_lead", "part", "deictic", "filler", "to", "between"}.isdisjoint(before)

    def _number(self, position: int) -> int:
        value = self.tokens[position].values[0]
        return int(value)

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
        return position + 1, When(year=year, month=month, day=day), position

    # --- weekdays ------------------------------------------------------------------------

    def _weekday(self, position: int) -> tuple[int, Token] | None:
        """Read a weekday, with the date that follows it: "Sabtu, 10 Juni", "Minggu (13/10/2024)"."""
        token = self.tokens[position]
        weekday = int(token.entry.roles["weekday"])
        match = re.compile(r"[z]?(,|\(|,\()?(?=l?[DdoMmX])").match(self.letters, position + 1)
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
        if not token.capital and self.letters[position] == "W" and token.kind != "phrase" and len(token.key) < 4:
            return None
        end, when = self._pointed(position + 1, When(weekday=weekday))
        if self.letter(end) == "z":
            end += 1
            end, when = self._pointed(end, when)
        return end, self._token(position, end, when)

    def _plain_weekday(self, position: int) -> bool:
        token = self.tokens[position]
        return token.capital and self.letter(position - 1) not in "DdnNo" and self.letter(position + 1) not in "x"

    # --- parts of a year -----------------------------------------------------------------

    def _part_of_year(self, position: int) -> tuple[int, When] | None:
        """Read "kuartal III 2007", "semester kedua tahun 2007", "Q3 2024", "triwulan I/2006"."""
        letter = self.letters[position]
        token, following = self.tokens[position], self.letter(position + 1)
        glued = position + 1 < self.size and self.tokens[position + 1].gap == 0
        if "period_lookalike" in token.entry.roles and not (glued and token.capital):
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
        if following == "o" and not self.dates.deictics_first or following in "Dndr":
            return self._year_after(end, when)
        return None

    def _ordinal_first(self, position: int) -> tuple[int, When] | None:
        """Read "third quarter of 2007", "first half", "16th century BC", "19th and 20th centuries"."""
        letter = self.letter(position + 1)
        number = self._number(position)
        if letter in "qh" and "period_lookalike" not in self.tokens[position + 1].entry.roles:
            if not 1 <= number <= (4 if letter == "q" else 2):
                return None
            when = When(quarter=number) if letter == "q" else When(half=number)
            end, dated = self._year_after(position + 2, when)
            if letter == "h" and end == position + 2 and self.letter(end) != "x":
                return None
            return end, dated
        gap = self.letter(position + 1) == "-" and self.letter(position + 2) == "c"
        if letter == "c" or gap:
            return self._era(position + 2 + gap, number)
        if re.compile(r"[&,-]o-?c").match(self.letters, position + 1):
            return position + 1, When(century=number)
        return None

    def _year_after(self, end: int, when: When) -> tuple[int, When]:
        match = re.compile(r"[/,]?f?f?t?(Y)|[/]?f?'([Dn])").match(self.letters, end)
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
        if led or LEAST_BARE <= number <= MOST_BARE:
            return position + 1, When(year=number), position
        return None

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
        if "counted" in roles or "classifier" in roles or "currency" in roles or "scale" in roles:
            return True
        if "unit" in roles:
            return "period" not in roles or "function" not in roles and self.letter(position + 2) != "x"
        return "times" in roles or following.key in ("%", "°")

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
        if self.letters[position] not in "DdnN":
            return None
        match = re.compile(r"[DdnN]([utck])(x)").match(self.letters, position)
        if match is None:
            return None
        roles = self.tokens[match.start(2)].entry.roles
        number = self.tokens[position].values
        back = "deictic_ago" in roles or ("deictic_past" in roles and not self.dates.deictics_first)
        ahead = "deictic_later" in roles or ("deictic_future" in roles and not self.dates.deictics_first)
        if not number or not (back or ahead):
            return None
        steps = int(number[0]) if abs(number[0]) < 10**6 else 0
        unit = str(self.tokens[match.start(1)].entry.roles["period"])
        return match.end(), When(shift=(unit, -steps if back else steps)), position

    # --- times of day --------------------------------------------------------------------

    def _clock(self, position: int) -> tuple[int, Token] | None:
        """Read "pukul 09.48", "9:48 a.m.", "5 pm", "11:16:00 PM"."""
        led = self.role(position, "clock_lead") is not None
        begin = position + 1 if led else position
        if begin >= self.size:
            return None
        token = self.tokens[begin]
        clock = _clock_value(token, led and not self.dates.deictics_first)
        following = self.role(begin + 1, "meridiem")
        if clock is None and following and token.values and token.key.isdecimal() and 1 <= token.values[0] <= 12:
            clock = f"{int(token.values[0]):02d}:00"
        if clock is None and led and not self.dates.deictics_first:
            clock = self._whole_hour(begin)
        if clock is None:
            return None
        end = begin + 1
        if following:
            clock, end = _meridiem(clock, str(following)), end + 1
        result = DateToken(token, self.tokens[end - 1], None, clock)
        if led:  # the lead word stays outside: hand back from the number on
            return self._skip_lead(position, end, result)
        return end, result

    def _whole_hour(self, begin: int) -> str | None:
        """ "pukul 7 pagi": a whole hour after a lead word, not a length of time."""
        token = self.tokens[begin]
        if (
            token.kind == "numeral"
            and token.form in ("digits", "words")
            and token.values
            and 0 <= token.values[0] <= 24
        ):
            if (
                token.values[0] == int(token.values[0])
                and len(token.key) < 12
                and "unit" not in (self.tokens[begin + 1].entry.roles if begin + 1 < self.size else {})
            ):
                return f"{int(token.values[0]):02d}:00"
        return None

    def _skip_lead(self, position: int, end: int, result: DateToken) -> tuple[int, Token]:
        result.start = self.tokens[position + 1].start
        return end, result


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


def _meridiem(clock: str, meridiem: str) -> str:
    hour = int(clock[:2]) % 12 + (12 if meridiem == "pm" else 0)
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
        if (joint.key in DASHES or "to" in joint.entry.roles) and isinstance(last, DateToken) and last.when is None:
            return position + 3, DateToken(first, last, None, f"{first.clock}/{last.clock}")
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
