"""Every way in which a fact is rendered: from a draw of hypothesis to a surface and to what must be read from it."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from hypothesis import strategies as st
from properties.speech import Speech, grouped, marked, spelled

__all__ = ["STYLES", "Rendered"]


class Rendered(NamedTuple):
    """A surface, the words in front of it that lead to it, and what it states."""

    surface: str
    kind: str
    values: tuple[Decimal, ...] = ()
    unit: str = ""
    lead: str = ""
    tail: str = ""
    noun: str = ""
    modifier: str | None = None
    date: str | None = None
    relative: bool = False
    problem: str = ""


Style = Callable[[st.DataObject, Speech], Rendered]
STYLES: dict[str, Style] = {}

ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
         "XVII", "XVIII", "XIX", "XX", "XXI")  # fmt: skip
ORDINALS = {"id": ("", "pertama", "kedua", "ketiga", "keempat"), "en": ("", "first", "second", "third", "fourth")}


def style(make: Style) -> Style:
    STYLES[make.__name__] = make
    return make


# --- what is drawn ------------------------------------------------------------------------------


def pick(data, choices):
    """Draw one of the choices; of a table one of its pairs."""
    return data.draw(st.sampled_from(list(choices.items()) if isinstance(choices, dict) else list(choices)))


def whole(data, least=1, most=9_999_999):
    return Decimal(data.draw(st.integers(least, most)))


def decimal(data, most=99_999):
    """Draw a number with one or two decimals: three could be a group of the other convention."""
    places = data.draw(st.integers(1, 2))
    return Decimal(data.draw(st.integers(1, most))).scaleb(-places)


def small(data):
    """Draw what stands before a scale word: a whole number or one with decimals, below 1 000."""
    return data.draw(
        st.one_of(st.integers(1, 999).map(Decimal), st.integers(1, 9_999).map(lambda n: Decimal(n).scaleb(-1)))
    )


def day(data):
    return data.draw(st.dates(date(1600, 1, 1), date(2090, 12, 31)))


def year(data):
    return data.draw(st.integers(1600, 2090))


def suffix(number):
    return "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


# --- numbers and measures -----------------------------------------------------------------------


@style
def digits_and_unit(data, speech):
    value, (word, unit) = whole(data, 1, 9_999), pick(data, speech.measures)
    return Rendered(f"{value} {word}", "measure", (value,), unit)


@style
def digits_and_symbol(data, speech):
    value, (sign, unit) = whole(data, 1, 9_999), pick(data, speech.symbols)
    return Rendered(f"{value}{pick(data, ('', ' ', chr(0xA0)))}{sign}", "measure", (value,), unit)


@style
def groups_and_unit(data, speech):
    value, (word, unit) = whole(data, 1_000_000, 999_999_999_999), pick(data, speech.measures)
    return Rendered(f"{grouped(value, speech)} {word}", "measure", (value,), unit)


@style
def groups_with_spaces(data, speech):
    value, (word, unit) = whole(data, 1_000_000), pick(data, speech.measures)
    space = pick(data, (" ", "\u00a0", "\u202f", "\u2009"))
    return Rendered(f"{grouped(value, speech, space)} {word}", "measure", (value,), unit)


@style
def decimals_and_unit(data, speech):
    value, (word, unit) = decimal(data), pick(data, speech.measures)
    return Rendered(f"{marked(value, speech)} {word}", "measure", (value,), unit)


@style
def groups_and_decimals(data, speech):
    value, (word, unit) = decimal(data, 99_999_999) + 1000, pick(data, speech.measures)
    return Rendered(f"{grouped(value, speech)} {word}", "measure", (value,), unit)


@style
def powers_of_units(data, speech):
    value, (word, unit) = decimal(data), pick(data, speech.powers)
    return Rendered(f"{marked(value, speech)} {word}", "measure", (value,), unit)


@style
def rates(data, speech):
    value, (word, unit) = decimal(data), pick(data, speech.rates)
    return Rendered(f"{marked(value, speech)} {word}", "measure", (value,), unit)


@style
def below_zero(data, speech):
    value, sign = decimal(data, 999), pick(data, ("-", "−", f"{speech.minus} "))
    return Rendered(f"{sign}{marked(value, speech)}°C", "measure", (-value,), "degC")


@style
def scale_words(data, speech):
    value, (scale, power), (word, unit) = small(data), pick(data, speech.scales), pick(data, speech.measures)
    return Rendered(f"{marked(value, speech)} {scale} {word}", "measure", (value.scaleb(power),), unit)


@style
def scale_words_and_rate(data, speech):
    value, (scale, power), (word, unit) = small(data), pick(data, speech.scales), pick(data, speech.rates)
    return Rendered(f"{marked(value, speech)} {scale} {word}", "measure", (value.scaleb(power),), unit)


@style
def powers_of_ten(data, speech):
    value, power = small(data), data.draw(st.integers(2, 12))
    raised = pick(data, ("10" + str(power).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")), f"10^{power}"))
    return Rendered(f"{marked(value, speech)} × {raised} km", "measure", (value.scaleb(power),), "km")


@style
def words_and_unit(data, speech):
    number, (word, unit) = data.draw(st.integers(2, 10**15 - 1)), pick(data, speech.measures)
    return Rendered(f"{spelled(number, speech)} {word}", "measure", (Decimal(number),), unit)


@style
def hours_and_minutes(data, speech):
    hours, minutes = data.draw(st.integers(2, 23)), pick(data, (15, 30, 45))
    return Rendered(speech.hours_minutes.format(hours, minutes), "measure", (hours + Decimal(minutes) / 60,), "hour")


@style
def vulgar_fractions(data, speech):
    number, (sign, part) = whole(data, 1, 99), pick(data, {"½": "0.5", "¼": "0.25", "¾": "0.75"})
    return Rendered(f"{number}{sign} kg", "measure", (number + Decimal(part),), "kg")


# --- percents -----------------------------------------------------------------------------------


@style
def percents(data, speech):
    value, (word, unit) = decimal(data, 9_999), pick(data, speech.shares)
    return Rendered(f"{marked(value, speech)}{word}", "percent", (value,), unit)


@style
def percents_below_zero(data, speech):
    value, (word, unit) = decimal(data, 9_999), pick(data, speech.shares)
    return Rendered(f"{speech.minus} {marked(value, speech)}{word}", "percent", (-value,), unit)


@style
def percents_in_words(data, speech):
    number = data.draw(st.integers(2, 99))
    return Rendered(f"{spelled(number, speech)}{list(speech.shares)[1]}", "percent", (Decimal(number),), "percent")


@style
def ranges_of_percents(data, speech):
    low, step = decimal(data, 999), decimal(data, 99)
    high = low + step
    dash = pick(data, ("-", "–"))
    return Rendered(f"{marked(low, speech)}{dash}{marked(high, speech)}%", "percent", (low, high), "percent")


# --- money --------------------------------------------------------------------------------------


@style
def money_first(data, speech):
    value, (sign, code) = whole(data, 1_000, 999_999_999), pick(data, speech.leading_money)
    return Rendered(f"{sign}{grouped(value, speech)}", "money", (value,), code)


@style
def money_first_with_scale(data, speech):
    value, (scale, power), (sign, code) = small(data), pick(data, speech.scales), pick(data, speech.leading_money)
    return Rendered(f"{sign}{marked(value, speech)} {scale}", "money", (value.scaleb(power),), code)


@style
def money_last(data, speech):
    value, (scale, power), (name, code) = small(data), pick(data, speech.scales), pick(data, speech.trailing_money)
    return Rendered(f"{marked(value, speech)} {scale} {name}", "money", (value.scaleb(power),), code)


@style
def money_in_words(data, speech):
    number, (name, code) = data.draw(st.integers(2, 10**15 - 1)), pick(data, speech.trailing_money)
    return Rendered(f"{spelled(number, speech)} {name}", "money", (Decimal(number),), code)


@style
def prices(data, speech):
    value, (sign, code), (each, unit) = whole(data, 1, 999), pick(data, speech.leading_money), pick(data, speech.prices)
    return Rendered(f"{sign}{value}{each}", "money", (value,), f"{code}{unit}")


@style
def ranges_of_money(data, speech):
    low, (sign, code), (scale, power) = small(data), pick(data, speech.leading_money), pick(data, speech.scales)
    high = low + whole(data, 1, 999)
    first, last = (f"{sign}{marked(value, speech)} {scale}" for value in (low, high))
    joint = pick(data, speech.to)
    return Rendered(f"{first} {joint} {last}", "money", (low.scaleb(power), high.scaleb(power)), code)


# --- counts and other numbers -------------------------------------------------------------------


@style
def counts(data, speech):
    value, (words, noun) = whole(data, 2, 999_999), pick(data, speech.nouns)
    return Rendered(grouped(value, speech), "count", (value,), tail=f" {words}", noun=noun)


@style
def counts_with_scale(data, speech):
    value, (scale, power), (words, noun) = small(data), pick(data, speech.scales), pick(data, speech.nouns)
    surface = f"{marked(value, speech)} {scale}"
    return Rendered(surface, "count", (value.scaleb(power),), tail=f" {words}", noun=noun)


@style
def counts_in_words(data, speech):
    number, (words, noun) = data.draw(st.integers(2, 9_999)), pick(data, speech.nouns)
    return Rendered(spelled(number, speech), "count", (Decimal(number),), tail=f" {words}", noun=noun)


@style
def modified(data, speech):
    value, (word, modifier) = decimal(data, 999), pick(data, speech.modifiers)
    return Rendered(f"{marked(value, speech)} km", "measure", (value,), "km", lead=f"{word} ", modifier=modifier)


@style
def ranges_with_a_word(data, speech):
    low, (word, unit) = whole(data, 1, 499), pick(data, speech.measures)
    high = low + whole(data, 1, 400)
    return Rendered(f"{low} {pick(data, speech.to)} {high} {word}", "measure", (low, high), unit)


@style
def ordinals(data, speech):
    number = data.draw(st.integers(2, 99))
    surface = pick(data, speech.ordinals).format(number=number, suffix=suffix(number))
    return Rendered(surface, "ordinal", (Decimal(number),))


@style
def multiples(data, speech):
    number = data.draw(st.integers(2, 20))
    written = pick(data, (str(number), spelled(number, speech)))
    return Rendered(pick(data, speech.multiples).format(written), "multiple", (Decimal(number),))


@style
def ratios(data, speech):
    low = data.draw(st.integers(2, 8))
    high = data.draw(st.integers(low + 1, 99))
    surface = pick(data, speech.ratios).format(low, high)
    return Rendered(surface, "ratio", (Decimal(low), Decimal(high)), tail=f" {next(iter(speech.nouns))}")


# --- dates and times ----------------------------------------------------------------------------


@style
def days(data, speech):
    on = day(data)
    surface = pick(data, speech.day_orders).format(day=on.day, month=speech.months[on.month - 1], year=on.year)
    return Rendered(surface, "date", date=on.isoformat())


@style
def days_with_short_months(data, speech):
    on = day(data)
    surface = pick(data, speech.day_orders).format(day=on.day, month=speech.short_months[on.month - 1], year=on.year)
    return Rendered(surface, "date", date=on.isoformat())


@style
def days_with_weekday(data, speech):
    on = day(data)
    name = pick(data, speech.day_orders).format(day=on.day, month=speech.months[on.month - 1], year=on.year)
    return Rendered(f"{speech.weekdays[on.isoweekday() - 1]}, {name}", "date", date=on.isoformat())


@style
def days_in_digits(data, speech):
    on = data.draw(st.dates(date(1900, 1, 13), date(2090, 12, 31)).filter(lambda on: on.day > 12))
    return Rendered(speech.day_number.format(day=on.day, month=on.month, year=on.year), "date", date=on.isoformat())


@style
def days_of_iso(data, speech):
    on = day(data)
    return Rendered(on.isoformat(), "date", date=on.isoformat())


@style
def days_without_a_year(data, speech):
    month = data.draw(st.integers(1, 12))
    number = data.draw(st.integers(1, 28))
    shape = speech.day_orders[0].replace("{year}", "").rstrip(", ")
    surface = shape.format(day=number, month=speech.months[month - 1])
    return Rendered(surface, "date", date=f"XXXX-{month:02d}-{number:02d}", relative=True)


@style
def impossible_days(data, speech):
    month = data.draw(st.sampled_from((2, 4, 6, 9, 11)))
    shape, number = pick(data, speech.day_orders), data.draw(st.integers(monthrange(2023, month)[1] + 1, 31))
    surface = shape.format(day=number, month=speech.months[month - 1], year=2023)
    return Rendered(surface, "date", date=f"2023-{month:02d}-{number:02d}", problem="impossible_date")


@style
def months(data, speech):
    month, of = data.draw(st.integers(1, 12)), year(data)
    return Rendered(f"{speech.months[month - 1]} {of}", "date", date=f"{of}-{month:02d}")


@style
def years(data, speech):
    of = year(data)
    return Rendered(str(of), "date", lead=pick(data, speech.years).removesuffix("{}"), date=str(of))


@style
def years_before_christ(data, speech):
    number = data.draw(st.integers(10, 3000))
    written = "0000" if number == 1 else f"-{number - 1:04d}"
    return Rendered(pick(data, speech.years_before).format(number), "date", date=written)


@style
def quarters(data, speech):
    number, of = data.draw(st.integers(1, 4)), year(data)
    shape = pick(data, speech.quarters)
    surface = shape.format(number=number, roman=ROMAN[number], ordinal=ORDINALS[speech.code][number], year=of)
    return _dated(surface, f"{of}-Q{number}")


@style
def halves(data, speech):
    number, of = data.draw(st.integers(1, 2)), year(data)
    shape = pick(data, speech.halves)
    surface = shape.format(number=number, roman=ROMAN[number], ordinal=ORDINALS[speech.code][number], year=of)
    return _dated(surface, f"{of}-H{number}")


@style
def centuries(data, speech):
    number = data.draw(st.integers(2, 21))
    surface = pick(data, speech.centuries).format(number=number, suffix=suffix(number), roman=ROMAN[number])
    return _dated(surface, f"{number - 1:02d}XX")


@style
def decades(data, speech):
    of = data.draw(st.integers(160, 209)) * 10
    return _dated(pick(data, speech.decades).format(year=of), f"{of // 10}X")


@style
def days_of_one_month(data, speech):
    month, of, first = data.draw(st.integers(1, 12)), year(data), data.draw(st.integers(1, 27))
    last = data.draw(st.integers(first + 1, 28))
    days_of = f"{first}{pick(data, ('-', '–'))}{last}"
    surface = pick(data, speech.day_orders).format(day=days_of, month=speech.months[month - 1], year=of)
    return Rendered(surface, "date", date=f"{of}-{month:02d}-{first:02d}/{of}-{month:02d}-{last:02d}")


@style
def intervals_of_years(data, speech):
    first = data.draw(st.integers(1600, 2080))
    last = data.draw(st.integers(first + 1, 2090))
    surface = f"{first}{pick(data, ('-', '–'))}{last}"
    return Rendered(surface, "date", lead=speech.years[0].removesuffix("{}"), date=f"{first}/{last}")


@style
def intervals_of_months(data, speech):
    of, first = year(data), data.draw(st.integers(1, 11))
    last = data.draw(st.integers(first + 1, 12))
    joint = pick(data, (*(f" {word} " for word in speech.to), "-", "–"))
    surface = f"{speech.months[first - 1]}{joint}{speech.months[last - 1]} {of}"
    return Rendered(surface, "date", date=f"{of}-{first:02d}/{of}-{last:02d}")


@style
def clocks(data, speech):
    hour, minute = data.draw(st.integers(0, 23)), data.draw(st.integers(0, 59))
    lead, _, surface = pick(data, speech.clocks).format(hour=hour, minute=minute).rpartition(" ")
    return Rendered(surface, "time", lead=f"{lead} " if lead else "", date=f"{hour:02d}:{minute:02d}")


def _dated(surface, edtf):
    """Return a date whose article is no part of its span."""
    article = "the "
    if surface.startswith(article):
        return Rendered(surface.removeprefix(article), "date", lead=article, date=edtf)
    return Rendered(surface, "date", date=edtf)
