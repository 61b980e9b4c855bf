"""The words of units and currencies: each leads to one key, the names are those of CLDR, the page lists them all.

Run as a program, this file writes docs/units.md anew.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from verifier.model import Kind
from verifier.pack import Units
from verifier.packs import COMMON, languages, load_pack, packs_root, read_pack
from verifier.units import canonical, convert, dimension

PAGE = Path(__file__).parents[1] / "docs" / "units.md"
FOLDED = ("units", "currencies", "subunits", "per_nouns")  # words in any case
WRITTEN = ("symbols", "currency_symbols")  # signs, case as written
SEEDED = ("id", "en")

# What was changed on purpose after the names of CLDR were read.
REVIEWED = {
    ("id", "SVC"): "CLDR misspells El Salvador",
    ("id", "XDR"): "CLDR translates word by word",
    **{(code, metal): "a metal, not money" for code in SEEDED for metal in ("XAU", "XAG", "XPT", "XPD")},
}
# Codes that are in no country's purse today: replaced by the euro or reformed, metals, drawing rights, bitcoin.
NOT_TENDER = {
    *("DEM", "FRF", "ITL", "NLG", "BEF", "ESP", "PTE", "ATS", "FIM", "GRD", "IEP", "HRK", "SVC"),
    *("XAU", "XAG", "XPT", "XPD", "XDR", "BTC"),
}


def units_of(language: str) -> Units:
    return load_pack(language).units


@cache
def shared() -> Units:
    return read_pack(packs_root(), COMMON).units


@pytest.fixture(params=languages())
def units(request: pytest.FixtureRequest) -> Units:
    return units_of(request.param)


@pytest.mark.parametrize("table", [*FOLDED, *WRITTEN])
def test_a_word_leads_to_one_key(units, table):
    seen = {}
    for key, words in getattr(units, table).items():
        for word in words:
            folded = word if table in WRITTEN else word.lower()
            assert seen.setdefault(folded, key) == key, f"{word!r} is {seen[folded]} and {key}"


def test_a_sign_of_a_unit_is_no_sign_of_a_currency(units):
    signs = {sign for listed in units.symbols.values() for sign in listed}
    assert signs.isdisjoint(sign for listed in units.currency_symbols.values() for sign in listed)


@pytest.mark.parametrize("table", FOLDED)
def test_words_are_written_as_they_are_looked_up(units, table):
    for words in getattr(units, table).values():
        for word in words:
            assert word == " ".join(word.lower().split()), word
            assert not word[0].isdigit(), word


def test_every_key_is_known_and_canonical(units):
    keys = [*units.units, *units.symbols, *units.singles, *units.per_nouns, *units.kinds]
    keys += [*units.currencies, *units.currency_symbols]
    keys += [key for choices in (*units.ambiguous.values(), *units.ambiguous_currencies.values()) for key in choices]
    for key in keys:
        assert canonical(key) == key


def test_currencies_are_codes(units):
    for code in (*units.currencies, *units.currency_symbols):
        assert dimension(code) == f"[currency_{code}]"
    for key in units.subunits:
        code, slash, parts = key.partition("/")
        assert (dimension(code), slash, parts) == (f"[currency_{code}]", "/", "100")


def test_every_currency_has_a_sign_before_or_after(units):
    assert units.currencies.keys() <= units.currency_symbols.keys()


def test_nouns_stand_after_per_only(units):
    for key in units.per_nouns:
        assert key in units.nouns or dimension(key) == "[time]"
        assert key not in units.units


@pytest.mark.parametrize("language", SEEDED)
def test_the_nouns_have_words(language):
    common = {"woman", "game"}  # English only: Indonesian says "per pertandingan" for both games and matches
    missing = set(units_of(language).nouns) - units_of(language).per_nouns.keys()
    assert missing == (set() if language == "en" else common)


def test_what_a_word_leads_to_is_its_first_choice(units):
    tables = (units.per_nouns, units.symbols, units.units)
    leads = {word: key for table in tables for key, words in table.items() for word in words}
    for word, choices in units.ambiguous.items():
        assert len(choices) > 1
        assert leads[word] == choices[0]


def test_what_a_currency_word_leads_to_is_its_first_choice(units):
    tables = (units.currency_symbols, units.currencies, units.subunits)
    leads = {word: key.partition("/")[0] for table in tables for key, words in table.items() for word in words}
    for word, choices in units.ambiguous_currencies.items():
        assert len(choices) > 1
        assert leads[word] == choices[0]


def test_letters_that_touch_digits_lead_to_units_and_subunits(units):
    for key, letters in units.touching.items():
        assert key in units.subunits or (key in units.symbols and canonical(key) == key)
        assert all(letter.isalpha() and len(letter) == 1 for letter in letters)


def test_lookalikes_are_words_of_the_pack(units):
    tables = (getattr(units, name) for name in (*FOLDED, *WRITTEN))
    words = {word for table in tables for listed in table.values() for word in listed}
    assert set(units.lookalikes) <= words


def test_kinds_are_kinds(units):
    assert units.kinds == {
        "percent": Kind.PERCENT,
        "percentage_point": Kind.PERCENT,
        "basis_point": Kind.PERCENT,
        "permille": Kind.PERCENT,
    }


def test_parts_of_compound_measures_are_worth_what_they_say(units):
    for key, parts in units.steps.items():
        larger, smaller = key.split("/")
        if (larger, smaller) in {("degree", "foot"), ("degree", "inch"), ("hour", "m")}:  # minutes, by the same sign
            continue
        worth = convert(Decimal(1), larger, smaller)
        assert worth == parts or ("[time]" in dimension(larger) and abs(worth / parts - 1) < Decimal("0.1"))


@pytest.mark.parametrize("word", ["orang", "halaman", "lap", "putaran", "buah", "ekor", "people", "pages", "laps"])
def test_counted_things_are_no_units(units, word):
    assert word not in {surface for listed in units.units.values() for surface in listed}


@pytest.mark.parametrize(
    ("language", "word", "key"),
    [
        # what is easily mixed up
        ("id", "ons", "hectogram"),
        ("id", "ton", "metric_ton"),
        ("en", "tons", "metric_ton"),
        ("id", "mil", "mile"),
        ("id", "mil laut", "nautical_mile"),
        ("id", "mdpl", "m"),
        ("id", "tahun cahaya", "light_year"),
        ("id", "pekan", "week"),
        ("id", "poin", "point"),
        ("id", "persen poin", "percentage_point"),
        ("id", "poin persentase", "percentage_point"),
        ("id", "basis poin", "basis_point"),
        ("id", "karat", "karat"),
        ("en", "carat", "carat"),
        ("id", "kalori", "calorie"),
        ("id", "barel", "barrel"),
        ("id", "dekade", "decade"),
    ],
)
def test_words_of_units(language, word, key):
    assert [found for found, words in units_of(language).units.items() if word in words] == [key]


@pytest.mark.parametrize(
    ("language", "sign", "key"),
    [
        # case decides
        ("id", "MW", "MW"),
        ("id", "mW", "mW"),
        ("id", "Mbps", "Mbps"),
        ("id", "MBps", "MB/second"),
        ("id", "bpd", "barrel/day"),
        ("id", "BOPD", "barrel/day"),
        ("id", "kw", "quintal"),  # kuintal
        ("en", "kw", "kW"),
        ("en", "kt", "kilotonne"),
        ("en", "°F", "degF"),
        ("en", "bps", "basis_point"),
    ],
)
def test_signs_of_units(language, sign, key):
    assert [found for found, signs in units_of(language).symbols.items() if sign in signs] == [key]


@pytest.mark.parametrize("word", ["A", "J", "K", "B", "N", "R", "p", "RON", "SR", "DM", "real", "perak", "toman"])
def test_words_that_are_mostly_something_else_are_left_out(units, word):
    tables = (getattr(units, name) for name in (*FOLDED, *WRITTEN))
    assert word not in {surface for table in tables for listed in table.values() for surface in listed}


# --- the names of CLDR


def cldr_names(code: str, language: str) -> list[str]:
    """Return the display name and the plural forms, lower-case, without years in brackets."""
    babel = pytest.importorskip("babel")
    locale = babel.Locale(language)
    forms = locale._data["currency_names_plural"].get(code, {})
    found = [locale.currencies.get(code), forms.get("one"), forms.get("other"), *forms.values()]
    return list(dict.fromkeys(re.sub(r" \(.*\)", "", name).lower() for name in found if name))


@pytest.mark.parametrize("language", SEEDED)
def test_the_names_of_currencies_begin_with_those_of_cldr(language):
    units = units_of(language)
    for code in units.currency_symbols:
        wanted = cldr_names(code, language)
        if (language, code) not in REVIEWED and wanted:
            assert list(units.currencies.get(code, ())[: len(wanted)]) == wanted


def test_every_currency_in_use_is_there():
    core = pytest.importorskip("babel.core")
    spans = [span for listed in core.get_global("territory_currencies").values() for span in listed]
    current = {code for code, _, end, tender in spans if tender and (end is None or date(*end[:3]) > date(2024, 1, 1))}
    assert current <= shared().currency_symbols.keys()
    assert shared().currency_symbols.keys() - current - NOT_TENDER <= {"VED"}


# --- the page


def sections() -> dict[str, list[tuple[str, str]]]:
    """Return each heading of units.txt with the names below it and what they are."""
    found: dict[str, list[tuple[str, str]]] = {}
    heading = ""
    lines = (packs_root() / COMMON / "units.txt").read_text(encoding="utf-8").split("\n\n", 1)[1].splitlines()
    for line in filter(None, lines):
        if line.startswith("# "):
            heading = line.removeprefix("# ").partition(";")[0]
        else:
            name, definition, *_ = (part.strip() for part in line.split(" = "))
            found.setdefault(heading, []).append((name, definition.replace(" * ", " ").replace(" ** ", "^")))
    return found


def words(table: Mapping[str, tuple[str, ...]], key: str) -> str:
    return ", ".join(table.get(key, ()))


def signs(listed: Mapping[str, tuple[str, ...]], key: str) -> str:
    return " ".join(f"`{sign}`" for sign in listed.get(key, ()))


def rows(keys: list[tuple[str, str]]) -> Iterator[str]:
    packs = [units_of(language) for language in languages()]
    yield f"| key | is | {' | '.join(languages())} | signs |"
    yield f"| --- | --- |{' --- |' * len(packs)} --- |"
    for key, definition in keys:
        own = [", ".join(filter(None, [words(units.units, key), signs(own_signs(units), key)])) for units in packs]
        yield f"| `{key}` | {definition} | {' | '.join(own)} | {signs(shared().symbols, key)} |"


def own_signs(units: Units) -> dict[str, tuple[str, ...]]:
    """Return the signs that the language adds to those of all."""
    common = shared().symbols
    own = {key: tuple(s for s in listed if s not in common.get(key, ())) for key, listed in units.symbols.items()}
    return {key: listed for key, listed in own.items() if listed}


def after_per() -> Iterator[str]:
    packs = [units_of(language) for language in languages()]
    yield f"| key | {' | '.join(languages())} |"
    yield f"| --- |{' --- |' * len(packs)}"
    for key in dict.fromkeys([*shared().nouns, *(key for units in packs for key in units.per_nouns)]):
        yield f"| `{key}` | {' | '.join(words(units.per_nouns, key) for units in packs)} |"


def currencies() -> Iterator[str]:
    packs = [units_of(language) for language in languages()]
    yield f"| code | {' | '.join(languages())} | signs |"
    yield f"| --- |{' --- |' * len(packs)} --- |"
    for code in sorted(shared().currency_symbols):
        names = " | ".join(words(units.currencies, code) for units in packs)
        yield f"| `{code}` | {names} | {signs(shared().currency_symbols, code)} |"


def choices(attribute: str) -> Iterator[str]:
    yield "| word | language | leads to | can also be |"
    yield "| --- | --- | --- | --- |"
    common = getattr(shared(), attribute)
    for language in (COMMON, *languages()):
        table = common if language == COMMON else getattr(units_of(language), attribute)
        for word, (first, *others) in table.items():
            if language == COMMON or word not in common:
                place = "all" if language == COMMON else language
                yield f"| {word} | {place} | `{first}` | {', '.join(f'`{other}`' for other in others)} |"


def compounds() -> list[tuple[str, str]]:
    packs = [units_of(language) for language in languages()]
    named = {key for units in packs for table in (units.units, units.symbols) for key in table}
    return [(key, "") for key in sorted(named) if re.search(r"[*/^]", key)]


EXEMPT = "<!-- claims: off, made from the patterns and compared with them -->"
INTRODUCTION = """\
# Units

Every unit and currency that the extractor names, with its words. This page is made from `patterns/`: run
`python tests/test_unit_data.py` after a change there, and a test compares it.

A unit is written as a key: names joined by `*` and `/`, each with a power where it has one. A word leads to a name by
look-up only; squares, cubes and "per" are put together from their parts.

    >>> from decimal import Decimal
    >>> from verifier.units import comparable, convert, dimension
    >>> dimension("barrel/day")
    '[length] ** 3 / [time]'
    >>> convert(Decimal("4.1E+6"), "barrel/day", "MBOPD")
    Decimal('4.1E+3')
    >>> comparable("percent", "percentage_point"), comparable("USD", "IDR"), comparable("metric_ton", "gross_ton")
    (False, False, False)

What to know

- A year is 365.25 days<!-- claims: ignore, a definition --> and a month a twelfth of it. A decade is ten
  years<!-- claims: ignore, a word, no figure -->.
- "ton" is the metric ton in every language; `ton` and `short ton` convert, tons of burden (`deadweight_ton`,
  `gross_ton`) are something else.
- A barrel is one of oil: 158.987294928 liters<!-- claims: ignore, a definition -->. A
  gallon<!-- claims: ignore, a word, no figure --> is the American one<!-- claims: ignore, a word, no figure -->
  unless the text says imperial.
- KB, MB, GB are powers of 1,000<!-- claims: ignore, a definition -->; KiB, MiB, GiB powers of
  1,024<!-- claims: ignore, a definition -->.
- Percent, percentage points and basis points: the first never converts into the others. Index points are a third thing.
- `degC` and `degF` are temperatures; `delta_degC` and `delta_degF` are differences, and so are degrees in a product
  (`degC/km`). A bare "derajat" or "degrees" is the degree of an angle until the text speaks of temperature.
- Apparent power (`kVA`) and the peak power of solar panels (`MWp`) do not convert into watts; barrels of oil
  equivalent (`boe`) convert into nothing.
- Traditional measures differ from place to place. Here: kati 625 g<!-- claims: ignore, a definition -->, pikul
  100<!-- claims: ignore, a definition --> kati, tahil a sixteenth of a kati, mayam 3.33
  g<!-- claims: ignore, a definition -->, tumbak or ubin 14.0625 m²<!-- claims: ignore, a definition -->, bahu 7,096.5
  m²<!-- claims: ignore, a definition -->, rante 400 m²<!-- claims: ignore, a definition -->.
- A currency never converts into another.
"""


def page() -> str:
    """Return docs/units.md as it should be."""
    parts = [INTRODUCTION, f"{EXEMPT}\n"]
    for heading, keys in sections().items():
        parts.append(f"## {heading[0].upper()}{heading[1:]}\n\n" + "\n".join(rows(keys)) + "\n")
    parts.append("## Compounds that have words of their own\n\n" + "\n".join(rows(compounds())) + "\n")
    parts.append('## After "per" only\n\n' + "\n".join(after_per()) + "\n")
    parts.append("## Words with more than one meaning\n\n" + "\n".join(choices("ambiguous")) + "\n")
    parts.append("## Currencies\n\n" + "\n".join(currencies()) + "\n")
    parts.append("## Currency words with more than one meaning\n\n")
    parts[-1] += "\n".join(choices("ambiguous_currencies")) + "\n"
    parts.append("## Units only right after a number in digits\n")
    for language in (COMMON, *languages()):
        table = shared() if language == COMMON else units_of(language)
        own = [word for word in table.lookalikes if language == COMMON or word not in shared().lookalikes]
        parts.append(f"- {'all' if language == COMMON else language}: {' '.join(f'`{word}`' for word in own)}")
    return "\n".join(parts) + "\n"


def test_the_page_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python tests/test_unit_data.py"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
