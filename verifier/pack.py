"""The shape of a language pack: one frozen dataclass a file, one attribute a key of it.

A key that a dataclass does not name is an error, and so is a value of another type: `packs.py`
checks every file against these classes. Everything has an empty default, so a language may leave
out what it cannot do. Nobody compares packs or prints them, so no methods are generated for
that, which takes time at the start of each program.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from verifier.model import Kind, Modifier
from verifier.pack_claims import PERIODS, Claims, Tables
from verifier.pack_noise import Noise
from verifier.pack_types import Choices, Keys, Least, Meanings, Texts, Values, Words, keys

__all__ = ["Claims", "Dates", "Noise", "Numerals", "Pack", "Phrases", "Tables", "Units"]

NUMBER = Keys(r"-?[0-9]+", "whole numbers")
FRACTION = Keys(r"[0-9]+/[1-9][0-9]*", "fractions such as 1/2")
FACTOR = Keys(r"[0-9]+(?:\.[0-9]+)?", "numbers such as 2 or 0.5")
CURRENCY = Keys(r"[A-Z]{3}", "codes of ISO 4217 such as USD")
SUBUNIT = Keys(r"[A-Z]{3}/[1-9][0-9]*", "a currency and how many make one of it, such as USD/100")
STEP = Keys(r"[^/]+/[^/]+", "a unit and its part, such as hour/minute")
MONTHS = Keys(r"[1-9]|1[0-2]", "1 to 12")
WEEKDAYS = Keys(r"[1-7]", "1, which is Monday, to 7")
CODE = Texts(r"[A-Z]{3}", "a code of ISO 4217 such as USD")
ORDER = Texts(r"(?!.*(\b\w+\b).*\b\1\b)(?:(?:day|month|year)(?: (?!$)|$)){3}", "day, month and year in their order")
MODIFIERS = keys(*Modifier)
KINDS = Texts("|".join(Kind), ", ".join(Kind))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Numerals:
    """Number words and the marks of written numbers (`numerals.toml`)."""

    decimal_marks: Words = (".", ",")  # likeliest first
    decimal_words: Words = ()  # "koma", "point"
    joiners: Words = ()  # "and" in "two hundred and five"
    negatives: Words = ()  # "minus"
    negatives_after: Words = ()  # behind a negative number: "below zero"
    positives: Words = ()  # "plus" before a number that could be below zero
    cardinals: Annotated[Values, Least(0)] = field(default_factory=dict)
    teens: Annotated[Values, Least(1)] = field(default_factory=dict)  # added to the number before: "belas" = 10
    scales: Annotated[Values, Least(2)] = field(default_factory=dict)  # multiply the number before
    scale_abbreviations: Annotated[Values, Least(2)] = field(default_factory=dict)  # only after digits; case as written
    money_scales: Words = ()  # of these, those that are none without a currency: "Rs 100 cr"
    fractions: Annotated[Meanings, FRACTION] = field(default_factory=dict)  # "1/2" = ["setengah"]
    denominators: Annotated[Values, Least(2)] = field(default_factory=dict)  # "pertiga" = 3
    fraction_joiners: Words = ()  # "per" in "tiga per empat"
    groups: Annotated[Values, Least(2)] = field(default_factory=dict)  # "lusin" = 12
    ordinals: Annotated[Values, Least(0)] = field(default_factory=dict)
    ordinal_prefixes: Words = ()  # "ke-"
    ordinal_leads: Words = ()  # "nomor satu", "#1"
    ordinal_suffixes: Words = ()  # "th"
    collectives: Annotated[Values, Least(1)] = field(default_factory=dict)  # "kedua" before a noun: the two
    articles: Words = ()  # "a" in "a million", "a week"
    vague: Words = ()  # "ribuan": no value
    rounded_cardinals: Annotated[Values, Least(1)] = field(default_factory=dict)  # "seratusan": about a hundred
    rounded_scales: Annotated[Values, Least(2)] = field(default_factory=dict)  # "3 jutaan": about as many
    rounding_suffixes: Words = ()  # "ish": behind a number or a time they say about so much
    voids: Words = ()  # "sekian", "besar": a number before these states nothing
    space_groups: bool = False  # "1 234" with an ordinary space is one number
    ordinal_endings: Words = ()  # each word of `ordinals` is a stem that takes one of these: "erst" + "en"
    compounds: bool = False  # number words are written together
    compound_forms: Annotated[Values, Least(0)] = field(default_factory=dict)  # only inside of these: "ein" = 1
    unit_before_ten: str = ""  # "und": the unit stands before the ten


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Dates:
    """Months, weekdays, eras and the words of relative dates (`dates.toml`)."""

    orders: Words = ()  # "{day} {month} {year}"
    numeric_order: Annotated[str, ORDER] = "day month year"
    months: Annotated[Meanings, MONTHS] = field(default_factory=dict)  # "1".."12"
    month_lookalikes: Words = ()  # words that are months only beside a day or a year: "may"
    weekdays: Annotated[Meanings, WEEKDAYS] = field(default_factory=dict)  # "1" (Monday) .. "7"
    weekday_lookalikes: Words = ()
    eras: Annotated[Meanings, keys("before", "after")] = field(default_factory=dict)  # before, after
    other_eras: Words = ()  # "H", "Saka": words beside the years and months of calendars that are not read
    periods: Annotated[Meanings, PERIODS] = field(
        default_factory=dict
    )  # day, week, month, quarter, half, year, decade, century
    period_plurals: Words = ()  # words of `periods` that are more than one: "letzten Jahren" is no date
    period_lookalikes: Words = ()  # words of `periods` that mean it only with a number: "Q"
    decade_suffixes: Words = ()  # "-an", "s"
    decade_leads: Words = ()  # "era": two digits with a suffix behind these are a decade
    decade_words: Annotated[Meanings, NUMBER] = field(default_factory=dict)  # "70" = ["seventies"]
    parts: Annotated[Meanings, keys("start", "middle", "end")] = field(default_factory=dict)  # start, middle, end
    year_leads: Words = ()  # a number after these is a year: "tahun", "in"
    day_leads: Words = ()  # "tanggal"
    slash_leads: Words = ()  # "by": a day and a month in digits behind these are a date, "by 6/30"
    date_nouns: Words = ()  # of `day_leads`, those that make a date of a day alone: "tanggal 25"
    ago_leads: Words = ()  # before an amount of time: "vor zwei Jahren"
    days: Annotated[Meanings, NUMBER] = field(default_factory=dict)  # "-1" = ["kemarin"]
    deictics: Annotated[Meanings, keys("past", "future", "this", "ago", "later")] = field(
        default_factory=dict
    )  # past, future, this, ago, later
    deictics_first: bool = False  # "last week", not "pekan lalu"
    recurring: Words = ()  # "setiap 17 Agustus", "every year": no year is missing
    year_prefixes: Words = ()  # "FY2024"
    day_times: Words = ()  # "pagi", "malam": may follow a relative day
    clock_leads: Words = ()  # "pukul"
    clock_verbs: Words = ()  # "meet": behind these and "at" a bare number is an hour
    opening_words: Words = ()  # "open": behind these "9-5" are hours
    meridiems: Annotated[Meanings, keys("am", "pm", "noon", "clock", "hours")] = field(
        default_factory=dict
    )  # am, pm, noon, clock; hours = of 24
    time_zones: Words = ()
    clock_past: Words = ()  # "past" in "half past ten"
    clock_to: Words = ()  # "to" in "a quarter to nine"
    possessives: Words = ()  # "'s" in "June's figure": no part of the date
    fillers: Words = ()  # "of" in "July of 1977"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Units:
    """Units and currencies by their words and signs (`units.toml`)."""

    units: Meanings = field(default_factory=dict)  # canonical key = words, any case
    symbols: Meanings = field(default_factory=dict)  # canonical key = signs, case as written
    currencies: Annotated[Meanings, CURRENCY] = field(default_factory=dict)  # ISO 4217 = names
    currency_symbols: Annotated[Meanings, CURRENCY] = field(default_factory=dict)  # ISO 4217 = signs, case as written
    subunits: Annotated[Meanings, SUBUNIT] = field(default_factory=dict)  # "USD/100" = ["cent", "cents"]
    cued: Meanings = field(default_factory=dict)  # "kelvin" = ["K"]: signs that are units only behind a word of `cues`
    ambiguous: Choices = field(default_factory=dict)  # "ton" = ["metric_ton", "short_ton"], the key it leads to first
    cues: Meanings = field(default_factory=dict)  # "degC" = ["suhu"]: an ambiguous word behind these means it
    ambiguous_currencies: Choices = field(default_factory=dict)  # "$" = [USD, AUD, …], the code it leads to first
    undivided: Words = ()  # currencies of which nobody pays a part: "¥9,800" has no decimals
    home_currency: Annotated[str, CODE] = ""  # what a scaled number behind a word of `price_words` is of
    per: Words = ()
    nouns: Words = ()  # keys that are units only after `per`: "share"
    per_nouns: Meanings = field(default_factory=dict)  # their words: share = ["saham"]
    powers: Annotated[Meanings, NUMBER] = field(default_factory=dict)  # "2" = ["persegi"]
    prefix_powers: Annotated[Meanings, NUMBER] = field(default_factory=dict)  # "2" = ["square"], before the unit
    touching: Meanings = field(default_factory=dict)  # "GBP/100" = ["p"]: units that count only where they touch digits
    lookalikes: Words = ()  # words that are units only right after a number written in digits
    density_words: Words = ()  # "density": behind these a bare number by an area tells of people
    singles: Meanings = field(default_factory=dict)  # "week" = ["seminggu"]: one of it in a word
    singled: Words = ()  # words of `units` that count one behind an article wherever they stand: "a mile"
    per_singles: Meanings = field(default_factory=dict)  # "barrel" = ["setong"]: "per barrel" in a word
    compound_tails: Words = ()  # "related": joined to a unit they make an attribute of it, "10 rpm-related mails"
    itemised: Words = ()  # "plan": what has so many points, where "10-point" is no measure
    compass: Words = ()  # after degrees: "LU", "N"
    steps: Annotated[Values, STEP, Least(1)] = field(
        default_factory=dict
    )  # "hour/minute" = 60: the parts of a compound measure
    kinds: Annotated[Mapping[str, str], KINDS] = field(default_factory=dict)  # canonical key = kind, where not measure


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Phrases:
    """The small words around a number (`phrases.toml`)."""

    modifiers: Annotated[Meanings, MODIFIERS] = field(default_factory=dict)  # before the number
    modifiers_after: Annotated[Meanings, MODIFIERS] = field(default_factory=dict)  # "atau lebih" = at_least
    to: Words = ()  # "hingga", "to": joins the ends of a range
    between: Words = ()  # "antara"
    and_: Words = ()  # joins a list or the ends after `between`
    or_words: Words = ()  # of these, those that join a guess: "seven or eight minutes"
    plus_minus: Words = ()
    classifiers: Words = ()  # "orang", "buah": skipped before the noun
    people: Words = ()  # classifiers that are the noun where none follows
    masses: Words = ()  # what is counted by the million: "4.6m passengers" are no metres
    function_words: Words = ()  # never a counted noun
    nouns_capitalised: bool = False  # every noun has a capital: a capital makes no name, and nouns always have it
    plural_endings: Words = ()  # endings of a plural noun; empty where nouns do not change
    singular_endings: Words = ()  # longer endings of a singular noun, which look like those: "ss"
    from_: Words = ()  # "from": the first end of a change
    ranging: Words = ()  # "range", "vary": `from_` … `to` after these is a range
    score_words: Words = ()  # "menang", "beat": two small numbers after these are a score
    ranking: Words = ()  # "reached": behind these and a word of `ordinal_leads` digits are a rank, "number 3"
    voting: Words = ()  # "passed": two large numbers after these are a vote, the larger first
    result_words: Words = ()  # "kursi": behind these and a colon each name has its number, "PAN 8, PDIP 11"
    ordinal_nouns: Words = ()  # "hari", "tahun": an ordinal after these is no collective
    mutual_nouns: Words = ()  # "pertandingan": "pertandingan kedua tim" is the match of both teams
    collective_nouns: Words = ()  # "negara": "hubungan kedua negara" is of both countries
    demonstratives: Words = ()  # "itu": "penerapan kelima prinsip itu" is of those five
    times: Words = ()  # "kali", "times"
    multiples: Annotated[Meanings, FACTOR] = field(default_factory=dict)  # "2" = ["berlipat ganda", "doubled"]
    multiple_tails: Words = ()  # "lipat" after `times`, inside the span
    multiple_cues: Words = ()  # "lebih" after `times`, outside the span
    by: Words = ()  # "4 x 6 meter"
    duration_leads: Words = ()  # words before "a week" as an amount
    extents: Words = ()  # "tall": words after a length
    change_words: Words = ()  # after these, "5 cents to 3 dollars" is no range
    verb_beginnings: Words = ()  # beginnings of verbs, which are no counted nouns
    verb_endings: Words = ()
    attributes: Words = ()  # "more", "new": they may stand between a number and the noun that it counts
    nouns_like_verbs: Words = ()  # "bed", "building": they end like a verb and are counted
    counting_verbs: Words = ()  # "membeli": a name behind these and a number is counted, "membeli 42 Rafale"
    headline_verbs: Words = ()  # "tangkap": in a headline what follows with a number is counted
    headline_endings: Words = ()  # "kan": of such verbs
    becoming: Words = ()  # "dari 5 menjadi 4 persen"
    comparing: Words = ()  # "compared with": a bare number behind these has the unit of the one before them
    alternates: Words = ()  # "the other": one of two is told with its unit, the other without it
    standing: Words = ()  # "at": before two levels of one kind, "her at 48 percent and him at 45"
    following: Words = ()  # "in": behind two amounts of one kind, "5 percent in May and 3 in June"
    part_words: Words = ()  # "dari" in "empat dari 10", "of the" in "four of the 12"
    ratio_words: Words = ()  # "dari", "out of" in "empat dari 10"
    age_words: Words = ()  # "berusia", "aged"
    persons: Words = ()  # "she": behind these and `being` a bare number is an age
    being: Words = ()  # "was"
    plural_verbs: Words = ()  # "were": behind a modifier and four digits they tell of so many, of no year
    age_tails: Words = ()  # "or older": a bare number before these is an age
    age_whens: Words = ()  # "when": "my brother was 19 when" tells an age whoever it is
    age_groups: Words = ()  # "children": "children under 12"
    person_leads: Words = ()  # "a", "his": "the suspect, 27," is a person
    price_words: Words = ()  # "seharga", "gaji": a bare number with a scale word behind these is money
    scale_units: Words = ()  # numbers after these are bare: "indeks", "skor"
    respectively: Words = ()  # "masing-masing"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Pack:
    """All that is known of one language, together with what all languages share."""

    code: str
    numerals: Numerals = field(default_factory=Numerals)
    dates: Dates = field(default_factory=Dates)
    units: Units = field(default_factory=Units)
    phrases: Phrases = field(default_factory=Phrases)
    noise: Noise = field(default_factory=Noise)
    claims: Claims = field(default_factory=Claims)
    tables: Tables = field(default_factory=Tables)
