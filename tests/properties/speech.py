"""How a speaker of each language writes values, units and dates: the renderer's own words, none of the packs'."""

from dataclasses import dataclass
from decimal import Decimal

from num2words import num2words

__all__ = ["SPEECH", "Speech", "grouped", "marked", "spelled"]


@dataclass(frozen=True)
class Speech:
    """The words and marks of one language."""

    code: str
    decimal: str
    group: str
    carriers: tuple[str, ...]  # sentences without any fact, around the one that is rendered
    scales: dict[str, int]  # word = power of ten
    measures: dict[str, str]  # word = canonical unit
    symbols: dict[str, str]
    powers: dict[str, str]
    rates: dict[str, str]
    leading_money: dict[str, str]  # sign before the number = currency
    trailing_money: dict[str, str]  # word behind the number = currency
    shares: dict[str, str]  # "persen" = percent
    prices: dict[str, str]  # "per barel" = "/barrel"
    nouns: dict[str, str]  # words after a count = the noun
    modifiers: dict[str, str]
    minus: str
    to: tuple[str, ...]
    between: str
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    weekdays: tuple[str, ...]
    day_orders: tuple[str, ...]
    day_number: str  # a day in digits only
    quarters: tuple[str, ...]  # {number}, {ordinal}, {roman}, {year}
    halves: tuple[str, ...]
    centuries: tuple[str, ...]
    centuries_before: tuple[str, ...]
    decades: tuple[str, ...]
    years: tuple[str, ...]  # "{year}" with the word that leads to it, in the sentence but outside the span
    years_before: tuple[str, ...]
    ordinals: tuple[str, ...]
    multiples: tuple[str, ...]
    ratios: tuple[str, ...]
    hours_minutes: str
    clocks: tuple[str, ...]


SPEECH = {
    "id": Speech(
        code="id",
        decimal=",",
        group=".",
        carriers=(
            "Menurut laporan itu, angkanya tercatat {} pada akhirnya.",
            "Yang disebut dalam laporan adalah {}.",
            "Para ahli menyebut {} (lihat catatan).",
            "“Kami mencatat {},” kata juru bicara itu.",
        ),
        scales={"ribu": 3, "juta": 6, "miliar": 9, "triliun": 12},
        measures={
            "ton": "metric_ton", "kilometer": "km", "hektare": "hectare", "barel": "barrel", "liter": "liter",
            "jam": "hour", "tahun": "year", "hari": "day", "megawatt": "MW", "kuintal": "quintal",
        },
        symbols={"km": "km", "kg": "kg", "MW": "MW", "ha": "hectare", "kWh": "kWh", "GB": "GB", "°C": "degC"},
        powers={"kilometer persegi": "km^2", "meter kubik": "m^3", "km²": "km^2", "m3": "m^3"},
        rates={"barel per hari": "barrel/day", "km/jam": "km/hour", "ton per hektare": "metric_ton/hectare"},
        leading_money={"Rp": "IDR", "Rp ": "IDR", "US$": "USD", "USD ": "USD", "€": "EUR"},
        trailing_money={"rupiah": "IDR", "dolar AS": "USD", "euro": "EUR", "yen": "JPY", "ringgit Malaysia": "MYR"},
        shares={"%": "percent", " persen": "percent", " %": "percent", " basis poin": "basis_point",
                " poin persentase": "percentage_point"},
        prices={" per barel": "/barrel", "/kg": "/kg", " per hari": "/day", " per liter": "/liter"},
        nouns={"warga": "warga", "orang petani": "petani", "buah rumah": "rumah", "sapi": "sapi", "mobil": "mobil"},
        modifiers={"sekitar": "about", "hampir": "almost", "lebih dari": "more_than", "sedikitnya": "at_least",
                   "kurang dari": "less_than", "maksimal": "at_most"},
        minus="minus",
        to=("hingga", "sampai"),
        between="antara {} dan {}",
        months=("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
                "November", "Desember"),
        short_months=("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
        weekdays=("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
        day_orders=("{day} {month} {year}",),
        day_number="{day}/{month}/{year}",
        quarters=("kuartal {roman} {year}", "triwulan {roman} {year}", "kuartal {ordinal} {year}",
                  "kuartal ke-{number} {year}"),
        halves=("semester {roman} {year}", "semester {ordinal} {year}"),
        centuries=("abad ke-{number}", "abad {roman}"),
        centuries_before=("abad ke-{number} SM",),
        decades=("{year}-an",),
        years=("tahun {}", "sejak {}", "pada {}"),
        years_before=("{} SM",),
        ordinals=("ke-{number}",),
        multiples=("{} kali lipat",),
        ratios=("{} dari {}",),
        hours_minutes="{} jam {} menit",
        clocks=("pukul {hour:02d}.{minute:02d}", "pukul {hour:02d}:{minute:02d}"),
    ),
    "en": Speech(
        code="en",
        decimal=".",
        group=",",
        carriers=(
            "According to the report, the figure was {} in the end.",
            "What the report speaks of is {}.",
            "Experts put it at {} (see the note).",
            "“We recorded {},” the spokesman said.",
        ),
        scales={"thousand": 3, "million": 6, "billion": 9, "trillion": 12},
        measures={
            "tonnes": "metric_ton", "kilometres": "km", "hectares": "hectare", "barrels": "barrel", "liters": "liter",
            "hours": "hour", "years": "year", "days": "day", "megawatts": "MW", "miles": "mile", "pounds": "pound",
        },
        symbols={"km": "km", "kg": "kg", "MW": "MW", "ha": "hectare", "kWh": "kWh", "GB": "GB", "°C": "degC"},
        powers={"square kilometres": "km^2", "cubic meters": "m^3", "km²": "km^2", "m3": "m^3"},
        rates={"barrels per day": "barrel/day", "km/h": "km/hour", "tonnes per hectare": "metric_ton/hectare"},
        leading_money={"$": "USD", "US$": "USD", "USD ": "USD", "€": "EUR", "£": "GBP"},
        trailing_money={"dollars": "USD", "euros": "EUR", "yen": "JPY", "US dollars": "USD", "rupees": "INR"},
        shares={"%": "percent", " percent": "percent", " per cent": "percent", " basis points": "basis_point",
                " percentage points": "percentage_point"},
        prices={" per barrel": "/barrel", "/kg": "/kg", " a day": "/day", " per gallon": "/gallon"},
        nouns={"people": "people", "workers": "workers", "houses": "houses", "cows": "cows", "vehicles": "vehicles"},
        modifiers={"about": "about", "almost": "almost", "more than": "more_than", "at least": "at_least",
                   "less than": "less_than", "up to": "at_most"},
        minus="minus",
        to=("to",),
        between="between {} and {}",
        months=("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December"),
        short_months=("Jan.", "Feb.", "Mar.", "Apr.", "May", "Jun.", "Jul.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
        weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        day_orders=("{month} {day}, {year}", "{day} {month} {year}"),
        day_number="{month}/{day}/{year}",
        quarters=("the {ordinal} quarter of {year}", "Q{number} {year}"),
        halves=("the {ordinal} half of {year}",),
        centuries=("the {number}{suffix} century",),
        centuries_before=("the {number}{suffix} century BC",),
        decades=("the {year}s",),
        years=("in {}", "since {}", "of {}"),
        years_before=("{} BC",),
        ordinals=("{number}{suffix}",),
        multiples=("{} times as",),
        ratios=("{} out of {}",),
        hours_minutes="{} hours {} minutes",
        clocks=("{hour:02d}:{minute:02d}",),
    ),
}  # fmt: skip


def grouped(value: Decimal, speech: Speech, group: str = "") -> str:
    """Return a number as it is written in full, with marks between its groups of three."""
    whole, _, rest = f"{value:,f}".partition(".")
    written = whole.replace(",", group or speech.group)
    return f"{written}{speech.decimal}{rest}" if rest else written


def marked(value: Decimal, speech: Speech) -> str:
    """Return a number without marks between its groups."""
    return f"{value:f}".replace(".", speech.decimal)


def spelled(number: int, speech: Speech) -> str:
    """Return a whole number in words."""
    return num2words(number, lang=speech.code).replace(",", "")
