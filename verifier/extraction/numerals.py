"""Tokens in, tokens out with every number as one token: digits, words and both mixed, exact.

Values keep the exponent they were written with: "4,1 juta" is ``4.1E+6``, which still says "to a
tenth of a million". What a text does not settle stays as several values, likeliest first.
"""

import re
from decimal import Decimal
from fractions import Fraction

from verifier.extraction.compounds import compound_of
from verifier.extraction.digits import MOST_DIGITS, POWERS, VULGAR, ascii_digits, read_digits, read_with, roman
from verifier.extraction.lexicon import NOTHING, Lexicon
from verifier.extraction.scan import Token

__all__ = ["read_numerals"]

NUMBERS = ("number", "vulgar")
LEADING_GROUP, LAST_GROUP = re.compile(r"[1-9]\d{0,2}"), re.compile(r"\d{3}(?:[.,]\d+)?")
LONGEST_ORDINAL = 3  # digits
LINE_START = 8  # characters that may stand before the number of a line
LIST_SIGNS = ("-", "–", "/", ",")
JOINING = frozenset({"and", "to"})
OPENING = frozenset({"function", "modifier", "year_lead", "between", "and", "to", "cardinal", "part"})  # behind "3."


def read_numerals(tokens: list[Token], text: str, lexicon: Lexicon) -> list[Token]:
    """Return the tokens with each written number joined to one numeral."""
    compounds = lexicon.compounds is not None
    places = [
        place
        for place, token in enumerate(tokens)
        if token.entry.numeric or token.kind in NUMBERS or (compounds and token.kind == "word")
    ]
    reader = _Reader(tokens, text, lexicon)
    out: list[Token] = []
    done = 0
    for position in places:
        if position < done:
            continue
        out += tokens[done:position]
        token = tokens[position]
        if token.kind in NUMBERS:
            done = reader.digits(position, out)
        elif "ordinal_prefix" in token.entry.roles:
            done = reader.prefixed(position, out)
        elif token.entry.numeric:
            done = reader.words(position, out)
        else:
            done = reader.compound(position, out)
    return out + tokens[done:]


class _Reader:
    """Reads one numeral at a time from a window of tokens."""

    def __init__(self, tokens: list[Token], text: str, lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.text = text
        self.lexicon = lexicon
        self.numerals = lexicon.pack.numerals
        self.size = len(tokens)

    def role(self, position: int, role: str) -> object:
        return self.tokens[position].entry.roles.get(role) if position < self.size else None

    # --- digits --------------------------------------------------------------------------

    def digits(self, position: int, out: list[Token]) -> int:
        """Read a number written in digits, its fraction, its scale words or its ordinal suffix."""
        token = self.tokens[position]
        if (
            out
            and out[-1].key == "."
            and out[-1].gap
            and not token.gap
            and token.key.isdecimal()
            and self.numerals.decimal_marks[0] == "."
        ):
            return self._point_first(position, out)
        if self.numerals.space_groups and self._has_group(position):
            return self._spaced(position, out)
        if token.kind == "vulgar":
            values: tuple[Decimal, ...] = (_exact(Fraction(VULGAR.get(token.key, "0"))),)
        else:
            values = read_digits(token.key, decimal_marks=self.numerals.decimal_marks)
        after = position + 1
        form = "digits"
        if values and after < self.size and not self._ends(after):
            after, values, form = self._fraction_after(position, values, form)
            if form == "digits" and after < self.size:
                if values[0] == int(values[0]) and self._is_suffix(after):
                    return self._push(out, position, after + 1, values, "ordinal")
            group = self.role(after, "group")
            if isinstance(group, int) and form == "digits":
                return self._push(out, position, after + 1, (values[0] * group,), "words")
            scaled = self._scales(after, values, token)
            if scaled:
                return self._push(out, position, *scaled)
        return self._push(out, position, after, values, form)

    def _is_suffix(self, position: int) -> bool:
        """Say whether an ordinal suffix touches the number: "3rd", and "3." where the sentence goes on."""
        token, number = self.tokens[position], self.tokens[position - 1]
        if token.gap or "ordinal_suffix" not in token.entry.roles:
            return False
        if token.kind != "sign":
            return True
        if position + 1 >= self.size or not number.key.isdecimal() or len(number.key) > LONGEST_ORDINAL:
            return False
        if not self.text[max(number.start - LINE_START, 0) : number.start].rpartition("\n")[2].strip(" \t>-*"):
            return False  # "3. " at the start of a line numbers it
        following = self.tokens[position + 1]
        if following.kind in ("word", "phrase") and following.gap == 1 and OPENING.isdisjoint(following.entry.roles):
            return True
        if following.key not in LIST_SIGNS and JOINING.isdisjoint(following.entry.roles):
            return False
        if position + 3 >= self.size or self.tokens[position + 2].kind != "number":
            return False
        other = self.tokens[position + 3]  # "am 5. und 6. Mai"
        return other.gap == 0 and "ordinal_suffix" in other.entry.roles

    def _ends(self, position: int) -> bool:
        """True where an unknown word follows, which can be no part of the number."""
        token = self.tokens[position]
        return token.entry is NOTHING and token.kind == "word" and token.gap == 1

    def _point_first(self, position: int, out: list[Token]) -> int:
        """Read ".8": a decimal without a digit before its mark."""
        point = out.pop()
        number = self.tokens[position]
        self.tokens[position] = Token(point.start, number.end, "number", f"0.{number.key}", NOTHING, point.gap)
        return self._push(out, position, position + 1, (Decimal(f"0.{ascii_digits(number.key)}"),), "digits")

    def _has_group(self, position: int) -> bool:
        """Say whether three digits follow behind an ordinary space: "1 234", "12 500,50"."""
        if position + 1 >= self.size or not LEADING_GROUP.fullmatch(self.tokens[position].key):
            return False
        first, rest = self.tokens[position], self.tokens[position + 1]
        return self.text[first.end : rest.start] == " " and LAST_GROUP.fullmatch(rest.key) is not None

    def _spaced(self, position: int, out: list[Token]) -> int:
        """Read on with both groups as one number."""
        first, rest = self.tokens[position : position + 2]
        joined = Token(first.start, rest.end, "number", f"{first.key} {rest.key}", NOTHING, first.gap)
        self.tokens[position + 1] = joined
        return self.digits(position + 1, out)

    def _fraction_after(
        self, position: int, values: tuple[Decimal, ...], form: str
    ) -> tuple[int, tuple[Decimal, ...], str]:
        """Read "3½", "3 1/2", "1/2", "10 setengah", "1,5×10⁶", "1e3" after a whole number."""
        after = position + 1
        token, first = self.tokens[after], self.tokens[position]
        whole = values[0]
        if token.kind == "vulgar" and whole == int(whole) and token.key in VULGAR:
            return after + 1, (whole + _exact(Fraction(VULGAR[token.key])),), "fraction"
        if first.key.isdecimal():
            simple = self._slash_fraction(position)
            if simple is not None and len(first.key) < 3:
                return position + 3, (_exact(simple),), "fraction"
            inner = (
                self._slash_fraction(after) if token.gap and token.kind == "number" and token.key.isdecimal() else None
            )
            if inner is not None and inner < 1 and len(first.key) < 4:
                return after + 3, (whole + _exact(inner),), "fraction"
        power = self._power_of_ten(after)
        if power is not None:
            end, exponent = power
            return end, (values[0].scaleb(exponent),), "mixed"
        fraction = token.entry.roles.get("fraction")
        if isinstance(fraction, Fraction) and token.entry.roles.get("unit") is None and fraction == Fraction(1, 2):
            if whole == int(whole) and "pronoun" not in token.entry.roles and len(self.numerals.articles) == 0:
                return after + 1, (whole + _exact(fraction),), "mixed"
        return after, values, form

    def _power_of_ten(self, position: int) -> tuple[int, int] | None:
        """Read "× 10⁶", "x 10^6", "e-3" behind a number: where it ends and the exponent."""
        token = self.tokens[position]
        if token.key == "e" and token.gap == 0 and token.kind == "word":
            end, exponent = self._signed(position + 1)
        elif token.key in "×x*·" and position + 2 < self.size and self.tokens[position + 1].key == "10":
            raised = self.tokens[position + 2]
            if raised.kind == "power" and raised.gap == 0:
                return position + 3, int(raised.key.translate(POWERS))
            end, exponent = self._signed(position + 3) if raised.key == "^" else (0, None)
        else:
            return None
        return (end, exponent) if exponent is not None and abs(exponent) <= MOST_DIGITS else None

    def _signed(self, position: int) -> tuple[int, int | None]:
        sign = 1
        if position < self.size and self.tokens[position].key in "-−+" and self.tokens[position].gap == 0:
            sign = 1 if self.tokens[position].key == "+" else -1
            position += 1
        if (
            position >= self.size
            or self.tokens[position].gap
            or not self.tokens[position].key.isdecimal()
            or len(self.tokens[position].key) > 3
        ):
            return position, None
        return position + 1, sign * int(self.tokens[position].key)

    def _slash_fraction(self, position: int) -> Fraction | None:
        """Read "1/2" over three touching tokens; proper fractions with common denominators only."""
        if position + 2 >= self.size:
            return None
        top, slash, bottom = self.tokens[position : position + 3]
        if (
            slash.key not in ("/", "⁄")
            or slash.gap
            or bottom.gap
            or bottom.kind != "number"
            or not bottom.key.isdecimal()
        ):
            return None
        if position + 3 < self.size and self.tokens[position + 3].gap == 0 and self.tokens[position + 3].key in "/-.":
            return None
        if len(top.key) > 2 or len(bottom.key) > 3:
            return None
        above, below = int(top.key), int(bottom.key)
        if not 0 < above < below or below not in (2, 3, 4, 5, 6, 8, 16, 32):
            return None
        return Fraction(above, below)

    def _scales(
        self, position: int, values: tuple[Decimal, ...], first: Token
    ) -> tuple[int, tuple[Decimal, ...], str, int] | None:
        """Read the scale words after digits: "4,1 juta", "500 rb", "2 juta 300 ribu", "3 ribu triliun"."""
        power, after = self._scale_run(position)
        if not power:
            return None
        scaled = tuple(value.scaleb(power) for value in self._with_scale(first, values))
        if after + 1 < self.size and self.tokens[after].kind == "number" and len(scaled) == 1:
            rest = read_digits(self.tokens[after].key, decimal_marks=self.numerals.decimal_marks)
            smaller, end = self._scale_run(after + 1)
            if rest and smaller and smaller < power and rest[0] < 1000 and values[0] == int(values[0]):
                total = scaled[0] + rest[0].scaleb(smaller)
                more = self._tail(end, total, smaller)
                return (*more, "mixed", smaller) if more else (end, (total,), "mixed", smaller)
        return after, scaled, "mixed", power

    def _tail(self, position: int, total: Decimal, power: int) -> tuple[int, tuple[Decimal, ...]] | None:
        if position + 1 < self.size and self.tokens[position].kind == "number":
            rest = read_digits(self.tokens[position].key, decimal_marks=self.numerals.decimal_marks)
            smaller, end = self._scale_run(position + 1)
            if rest and smaller and smaller < power and rest[0] < 1000:
                return end, (total + rest[0].scaleb(smaller),)
        return None

    def _with_scale(self, first: Token, values: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
        """Choose the readings that a scale word allows: "6,251 juta" is one, "1.034 juta" two."""
        marks = self.numerals.decimal_marks
        if len(marks) < 2 or first.kind != "number":
            return values
        if len(values) > 1:
            return values[:1]
        other = marks[1]
        if first.key.count(other) == 1 and marks[0] not in first.key and values[0] == int(values[0]):
            decimal = read_with(first.key, other)
            if decimal is not None and decimal != values[0]:
                return values[0], decimal
        return values

    def _scale_run(self, position: int) -> tuple[int, int]:
        """Return the power of ten of the scale words at `position` and where they end."""
        power = 0
        seen: set[int] = set()
        while position < self.size:
            token = self.tokens[position]
            scale = token.entry.roles.get("scale")
            if scale is None and not power:
                scale = self._abbreviation(position)
            if token.key == "-" and not power and token.gap == 0 and position + 1 < self.size:
                following = self.tokens[position + 1]  # "a 1.3-million seller"
                if following.gap == 0 and "scale" in following.entry.roles:
                    position += 1
                    continue
            if not isinstance(scale, int) or scale in seen or power > 15:
                break
            seen.add(scale)
            power += len(str(scale)) - 1
            position += 1
        return power, position

    def _abbreviation(self, position: int) -> int | None:
        """Return what a short scale means here: "500 rb", "$3bn", "Rp 2 M"; "5 m" is five metres."""
        token = self.tokens[position]
        scale = token.entry.roles.get("abbreviation")
        if not isinstance(scale, int):
            return None
        if position + 1 < self.size and self.tokens[position + 1].gap == 0 and self.tokens[position + 1].kind != "sign":
            return None
        roles = token.entry.roles
        if (len(token.key) > 1 and "unit" not in roles) or self._money_around(position):
            return scale
        if "unit" in roles or "era" in roles or token.gap:
            return None
        return scale if scale == 1000 or self._counts_plural(position + 1) else None

    def _counts_plural(self, position: int) -> bool:
        """A one-letter scale without a currency needs a plural behind it: "3M users"."""
        endings = self.lexicon.pack.phrases.plural_endings
        if position >= self.size or not endings:
            return False
        return self.tokens[position].key.endswith(endings) and not self.tokens[position].capital

    def _money_around(self, position: int) -> bool:
        before = self.tokens[position - 2].entry.roles if position >= 2 else {}
        after = self.tokens[position + 1].entry.roles if position + 1 < self.size else {}
        return "currency_sign" in before or "currency" in after or "currency_sign" in after

    # --- words ---------------------------------------------------------------------------

    def words(self, position: int, out: list[Token]) -> int:
        """Read a number in words; what is not one passes unchanged."""
        token = self.tokens[position]
        roles = token.entry.roles
        if "article" in roles:
            return self._led(position, out)
        if "fraction" in roles or "denominator" in roles:
            return self._fraction(position, out)
        if "cardinal" in roles or "scale" in roles:
            return self._cardinal(position, out)
        if "ordinal" in roles:
            return self._ordinal(position, out)
        if "group" in roles:
            form = "group" if "cardinal" not in roles else "words"
            return self._push(out, position, position + 1, (Decimal(int(roles["group"])),), form)
        out.append(token)
        return position + 1

    def _led(self, position: int, out: list[Token]) -> int:
        """Read "a million", "a dozen", "half a million"; a sign stays a token of its own."""
        token = self.tokens[position]
        if "article" in token.entry.roles and position + 1 < self.size:
            following = self.tokens[position + 1].entry.roles
            if "scale" in following:
                value, after = self._number(position + 1, Decimal(1))
                return self._push(out, position, after, (value,), "words")
            if "group" in following:
                return self._push(out, position, position + 2, (Decimal(int(following["group"])),), "group")
            if "fraction" in following and "unit" not in following:
                return self._fraction_from(position, position + 1, out)
        out.append(token)
        return position + 1

    def _fraction(self, position: int, out: list[Token]) -> int:
        token = self.tokens[position]
        fraction = token.entry.roles.get("fraction")
        ranked = _pointed(out) or self.role(position + 1, "ordinal") is not None
        if "period" in token.entry.roles and (ranked or fraction != Fraction(1, 2)):
            out.append(token)  # "third quarter", "second half", "this quarter", "separuh pertama"
            return position + 1
        if not isinstance(fraction, Fraction):
            if "ordinal" in token.entry.roles:
                return self._ordinal(position, out)
            out.append(token)
            return position + 1
        return self._fraction_from(position, position, out)

    def _fraction_from(self, begin: int, position: int, out: list[Token]) -> int:
        """Read the fraction at `position` with its scale or group: "half a million", "eine halbe Million"."""
        fraction = _exact(self.tokens[position].entry.roles["fraction"])
        after = position + 1
        if self.role(after, "article"):
            after += 1
        power, end = self._scale_run(after)
        if power:
            return self._push(out, begin, end, (fraction.scaleb(power),), "words")
        group = self.role(after, "group")
        if isinstance(group, int):
            return self._push(out, begin, after + 1, (fraction * group,), "group")
        return self._push(out, begin, position + 1, (fraction,), "fraction")

    def _cardinal(self, position: int, out: list[Token]) -> int:
        token = self.tokens[position]
        if "cardinal" not in token.entry.roles:  # a bare scale word: "ribu", "million"
            out.append(token)
            return position + 1
        value, after = self._number(position, None)
        value, after = self._decimals(value, after)
        value, after, form = self._parts(position, value, after)
        if form == "words":
            after, value, form = self._ordinal_end(position, after, value)
        group = self.role(after, "group")
        if isinstance(group, int) and form == "words":
            value, after = value * group, after + 1
        return self._push(out, position, after, (value,), form)

    def _number(self, position: int, start: Decimal | None) -> tuple[Decimal, int]:
        """Read cardinals and scales as far as they make one number; return it and where it ends.

        The number is total + group: a cardinal must fit below what the group already has, a small
        scale multiplies the last part of the group, a large one closes the group.
        """
        total = Decimal(0)
        group = start if start is not None else Decimal(0)
        part = group
        ceiling = Decimal(0)  # the last scale that closed a group; the next must be smaller
        room = 0  # digits that are still free at the end of the group
        first = True
        end = position
        while position < self.size:
            roles = self.tokens[position].entry.roles
            cardinal, scale, teen = roles.get("cardinal"), roles.get("scale"), roles.get("teen")
            if isinstance(cardinal, int) and (first or self._fits(cardinal, room)):
                if cardinal >= 1000:
                    if ceiling and cardinal >= ceiling or group:
                        break
                    total, ceiling, part, room = total + cardinal, Decimal(cardinal), Decimal(0), len(str(cardinal)) - 1
                else:
                    group, part, room = group + cardinal, Decimal(cardinal), _zeros(cardinal)
            elif isinstance(teen, int) and 0 < part < 10:
                group, part, room = group + teen, part + teen, 0
            elif isinstance(scale, int) and not first or isinstance(scale, int) and start is not None:
                if scale < 1000:
                    if not 0 < part < 10 or scale == 10 and part != int(part):
                        break
                    group, part, room = group - part + part * scale, part * scale, _zeros(int(part * scale))
                elif group and (not ceiling or scale < ceiling):
                    total, ceiling, room = total + group * scale, Decimal(scale), len(str(scale)) - 1
                    group = part = Decimal(0)
                elif total and scale > ceiling and scale > 1000:
                    total, ceiling, room = (total + group) * scale, Decimal(scale), 0  # "seribu lima ratus triliun"
                    group = part = Decimal(0)
                else:
                    break
            elif self._joins(position, first, room):
                position += 1
                continue
            else:
                break
            first = False
            start = None
            position += 1
            end = position
        return total + group, max(end, position if first else end)

    def _fits(self, cardinal: int, room: int) -> bool:
        return room > 0 and 0 < cardinal < 10**room

    def _joins(self, position: int, first: bool, room: int) -> bool:
        """Say whether the word at `position` only joins parts: "two hundred and five", "thirty-nine"."""
        if first or position + 1 >= self.size:
            return False
        token, following = self.tokens[position], self.tokens[position + 1].entry.roles
        cardinal = following.get("cardinal")
        if token.key == "-":
            scales = "scale" in following
            return (
                token.gap == 0
                and self.tokens[position + 1].gap == 0
                and (scales or (isinstance(cardinal, int) and self._fits(cardinal, room)))
            )
        return "joiner" in token.entry.roles and isinstance(cardinal, int) and room > 1 and cardinal < 10**room

    def _decimals(self, value: Decimal, after: int) -> tuple[Decimal, int]:
        """Read "koma lima", "point two five" and a scale word behind it."""
        if not self.role(after, "decimal_word"):
            return value, after
        digits, position = "", after + 1
        while position < self.size:
            cardinal = self.tokens[position].entry.roles.get("cardinal")
            if not isinstance(cardinal, int) or cardinal > 99:
                break
            digits += str(cardinal)
            position += 1
        if not digits:
            return value, after
        value = Decimal(f"{value}.{digits}")
        power, end = self._scale_run(position)
        return (value.scaleb(power), end) if power else (value, position)

    def _parts(self, begin: int, value: Decimal, after: int) -> tuple[Decimal, int, str]:
        """Read what makes a fraction of it: "dua setengah", "tiga perempat", "two and a half", "two-thirds"."""
        position = after
        if position < self.size and self.tokens[position].key == "-" and self.tokens[position].gap == 0:
            position += 1
        denominator = self.role(position, "denominator")
        roles = self.tokens[position].entry.roles if position < self.size else {}
        if isinstance(denominator, int) and 0 < value < 20 and self._is_denominator(position, after, value):
            return _exact(Fraction(int(value), denominator)), position + 1, "fraction"
        fraction = roles.get("fraction")
        if isinstance(fraction, Fraction) and position == after and not self.numerals.articles and value == int(value):
            power, end = self._scale_run(position + 1)
            value += _exact(fraction)
            return (value.scaleb(power), end, "words") if power else (value, position + 1, "words")
        half = self._and_a_half(after)
        if half is not None:
            extra, end = half
            power, last = self._scale_run(end)
            value += _exact(extra)
            return (value.scaleb(power), last, "words") if power else (value, end, "words")
        return value, after, "words"

    def _is_denominator(self, position: int, after: int, value: Decimal) -> bool:
        """ "one third" and "two-thirds", but not "one second", "two quarters" of a year."""
        roles = self.tokens[position].entry.roles
        if "ordinal" in roles and value != 1 and position == after:
            return False
        return "unit" not in roles or position > after

    def _and_a_half(self, position: int) -> tuple[Fraction, int] | None:
        """Read "and a half" after a number, where the pack joins parts with such a word."""
        if position + 2 < self.size and self.role(position, "joiner") and self.role(position + 1, "article"):
            fraction = self.role(position + 2, "fraction")
            if isinstance(fraction, Fraction):
                return fraction, position + 3
        return None

    def _ordinal_end(self, begin: int, after: int, value: Decimal) -> tuple[int, Decimal, str]:
        """Read the ordinal that ends a number: "twenty-first", "one hundred and fifth"."""
        position = after
        joined = position < self.size and (self.tokens[position].key == "-" or self.role(position, "joiner"))
        if joined:
            position += 1
        ordinal = self.role(position, "ordinal")
        zeros = _zeros(int(value)) if value == int(value) and value else 0
        if isinstance(ordinal, int) and zeros and ordinal < 10**zeros and self.lexicon.pack.numerals.ordinal_suffixes:
            return position + 1, value + ordinal, "ordinal"
        return after, value, "words"

    # --- ordinals ------------------------------------------------------------------------

    def _ordinal(self, position: int, out: list[Token]) -> int:
        """Read "kedua", "kedua puluh", "second"; a collective reading is decided by the noun, later."""
        token = self.tokens[position]
        value = Decimal(int(token.entry.roles["ordinal"]))
        after = position + 1
        while after < self.size and value < 1000:
            roles = self.tokens[after].entry.roles
            scale, teen, cardinal = roles.get("scale"), roles.get("teen"), roles.get("cardinal")
            if isinstance(scale, int) and scale < 1000 and not self.numerals.ordinal_suffixes:
                value *= scale
            elif isinstance(teen, int) and value < 10:
                value += teen
            elif (
                isinstance(cardinal, int)
                and not self.numerals.ordinal_suffixes
                and self._fits(cardinal, _zeros(int(value)))
            ):
                value += cardinal
            else:
                break
            after += 1
        return self._push(out, position, after, (value,), "ordinal")

    def prefixed(self, position: int, out: list[Token]) -> int:
        """Read "ke-12", "ke 17", "ke sepuluh": an ordinal with a prefix of its own."""
        token, after = self.tokens[position], position + 1
        dashed = token.key.endswith("-")
        if not dashed and after < self.size and self.tokens[after].key == "-" and self.tokens[after].gap == 0:
            dashed, after = True, after + 1
        if after < self.size and (dashed or self._follows_noun(position)):
            number = self.tokens[after]
            if (
                number.kind == "number"
                and number.key.isdecimal()
                and len(number.key) < 5
                and (number.gap == 0 or not dashed)
            ):
                return self._push(out, position, after + 1, (Decimal(ascii_digits(number.key)),), "ordinal")
            if "cardinal" in number.entry.roles and number.kind == "word":
                value, end = self._number(after, None)
                return self._push(out, position, end, (value,), "ordinal")
            latin = roman(number.key.upper()) if dashed and number.kind == "word" and number.capital else None
            if latin:
                return self._push(out, position, after + 1, (Decimal(latin),), "ordinal")
        out.append(token)
        return position + 1

    def _follows_noun(self, position: int) -> bool:
        """ "abad ke 17" is an ordinal, "naik ke 17 persen" is not."""
        if not position or self.tokens[position].gap > 1:
            return False
        before = self.tokens[position - 1]
        following = self.tokens[position + 2].entry.roles if position + 2 < self.size else {}
        if "unit" in following or "scale" in following or "currency" in following:
            return False
        if "period" in before.entry.roles or "ordinal_noun" in before.entry.roles:
            return True
        beginnings = self.lexicon.pack.phrases.verb_beginnings
        verbal = bool(beginnings) and before.key.startswith(beginnings)
        return before.kind == "word" and not before.entry.roles and not verbal

    # --- written together ----------------------------------------------------------------

    def compound(self, position: int, out: list[Token]) -> int:
        """Read a number word that is written together: "dreiundzwanzig"."""
        pattern, word = self.lexicon.compounds, self.tokens[position].key
        found = None if pattern is None else compound_of(word, pattern, self.numerals)
        if found is None:
            out.append(self.tokens[position])
            return position + 1
        value = Decimal(found.value)
        if found.ordinal:
            return self._push(out, position, position + 1, (value,), "ordinal")
        value, after = self._decimals(value, position + 1)
        power, end = self._scale_run(after)
        return self._push(out, position, end, (value * 10**power,), "words")

    def _push(
        self, out: list[Token], begin: int, end: int, values: tuple[Decimal, ...], form: str, scale: int = 0
    ) -> int:
        """Append one numeral over the tokens from `begin` to `end`; return `end`."""
        first, last = self.tokens[begin], self.tokens[end - 1]
        if end - begin == 1:
            token = first
            token.kind = "numeral"
        else:
            token = Token(
                first.start, last.end, "numeral", self.text[first.start : last.end].lower(), NOTHING, first.gap
            )
            token.capital = first.capital
            if form in ("ordinal", "words", "fraction"):
                token.entry = first.entry
        token.values, token.form, token.scale = values, form, scale
        token.letter = _letter(token)
        parts = self.tokens[begin:end]
        token.rules = (
            parts[0].entry.sources if len(parts) == 1 else tuple([s for part in parts for s in part.entry.sources])
        )
        out.append(token)
        return end


def _letter(token: Token) -> str:
    """Return the letter of a numeral in the date grammar: a day, a year, or another number."""
    if token.form == "ordinal":
        return "o"
    if not token.values or token.form not in ("digits", "words"):
        return "N"
    if token.form == "words":
        return "d" if 1 <= token.values[0] <= 99 else "N"
    size = len(token.key)
    if size > 4 or not token.key.isdecimal():
        return "N"
    if size <= 2 and 1 <= token.values[0] <= 31:
        return "D"
    return "Y" if size == 4 and 1000 <= token.values[0] < 3000 else "n"


def _pointed(out: list[Token]) -> bool:
    """True where an ordinal or a pointing word stands before: "third quarter", "last half"."""
    if out and out[-1].key == "-" and len(out) > 1:
        return out[-2].form == "ordinal"
    return bool(out) and (out[-1].form == "ordinal" or "deictic" in out[-1].entry.roles)


def _exact(fraction: Fraction) -> Decimal:
    """Return a fraction as a decimal, to 28 digits where it does not end."""
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def _zeros(number: int) -> int:
    """Return how many zeros a whole number ends in: the room that smaller words may fill."""
    written = str(number)
    return len(written) - len(written.rstrip("0"))
