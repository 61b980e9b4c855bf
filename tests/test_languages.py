"""Each language: its data is that of CLDR, its corpus is large enough, its claims can be checked, and the page says so.

Run as a program, this file writes docs/languages.md anew.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

import verifier.pack
from verifier import ReferenceTable, extract, verify
from verifier.extraction.digits import read_digits
from verifier.model import Kind
from verifier.pack import Pack
from verifier.packs import languages, load_pack
from verifier.verdict import Label

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "languages.md"
GUIDE = ROOT / "docs" / "add-a-language.md"
CORPUS = ROOT / "tests" / "corpus"
FILES = [part.name for part in fields(Pack) if part.name != "code"]
FOLDERS = ("ms", "de")  # added without a line of code that names them
MARK = re.compile(r"\[[^\[\]]+\]\(([a-z]+): [^()]*\)")
DOTTED = re.compile(r"\.$")


@cache
def sentences(language: str) -> tuple[str, ...]:
    """Return the marked sentences of the corpus of one language."""
    pages = sorted((CORPUS / language).glob("*.md"))
    lines = (line for page in pages for line in page.read_text(encoding="utf-8").splitlines())
    return tuple(line.removeprefix("- ") for line in lines if line.startswith("- "))


def barren(language: str) -> list[str]:
    return [sentence for sentence in sentences(language) if not MARK.search(sentence)]


# --- the names of CLDR


@pytest.fixture(params=languages())
def locale(request):
    babel = pytest.importorskip("babel")
    return babel.Locale(request.param)


def names_of(pack_table, number):
    return {DOTTED.sub("", word).lower() for word in pack_table[str(number)]}


def test_months_are_those_of_cldr(locale):
    months = load_pack(locale.language).dates.months
    for form in ("wide", "abbreviated"):
        for number, name in locale.months["format"][form].items():
            assert DOTTED.sub("", name).lower() in names_of(months, number)


def test_weekdays_are_those_of_cldr(locale):
    weekdays = load_pack(locale.language).dates.weekdays
    for day, name in locale.days["format"]["wide"].items():  # Monday is 0 there and 1 here
        assert name.lower() in names_of(weekdays, day + 1)


def test_number_symbols_are_those_of_cldr(locale):
    numbers = pytest.importorskip("babel.numbers")
    marks = load_pack(locale.language).numerals.decimal_marks
    assert marks[0] == numbers.get_decimal_symbol(locale)
    for value in ("1234567.5", "12345.25", "-0.75", "1000000"):
        written = numbers.format_decimal(Decimal(value), locale=locale)
        assert read_digits(written.lstrip("-"), decimal_marks=marks)[0] == abs(Decimal(value))


# CLDR has one name for two currencies, and names metals beside money.
REVIEWED = {("de", "XOF"): "the franc of both African zones has one name", ("de", "SVC"): "written twice"}


@pytest.mark.parametrize("language", FOLDERS)
def test_names_of_currencies_begin_with_those_of_cldr(language):
    babel = pytest.importorskip("babel")
    locale = babel.Locale(language)
    units = load_pack(language).units
    for code in units.currencies.keys() - {reviewed for spoken, reviewed in REVIEWED if spoken == language}:
        forms = locale._data["currency_names_plural"].get(code, {})
        found = [locale.currencies.get(code), forms.get("one"), forms.get("other"), *forms.values()]
        wanted = list(dict.fromkeys(re.sub(r" \(.*\)", "", name).lower() for name in found if name))
        assert list(units.currencies[code][: len(wanted)]) == wanted


# --- the corpus


@pytest.mark.parametrize("language", languages())
def test_every_language_has_a_corpus_with_sentences_that_state_nothing(language):
    assert len(sentences(language)) >= 80
    assert len(barren(language)) * 4 >= len(sentences(language))


@pytest.mark.parametrize("language", languages())
def test_the_corpus_marks_facts_of_every_kind(language):
    kinds = {kind for sentence in sentences(language) for kind in MARK.findall(sentence)}
    assert kinds == {str(kind) for kind in Kind}


# --- claims


@pytest.mark.parametrize("language", languages())
def test_every_language_explains_with_the_same_messages(language):
    ours, theirs = load_pack(language).claims.messages, load_pack("en").claims.messages
    assert ours.keys() == theirs.keys()
    for key, message in ours.items():
        assert set(re.findall(r"\{\w+\}", message)) == set(re.findall(r"\{\w+\}", theirs[key])), key


@pytest.mark.parametrize("language", languages())
def test_concepts_have_the_same_names_in_every_language(language):
    named = set(load_pack("id").claims.concepts) | set(load_pack("en").claims.concepts)
    assert set(load_pack(language).claims.concepts) <= named


@pytest.mark.parametrize("language", languages())
def test_what_turns_round_is_the_other_word_again(language):
    opposites = load_pack(language).claims.opposites
    for word, other in opposites.items():
        assert word != other
        assert opposites.get(other, word) != other


TABLES = {
    "ms": """negara,ukuran,tahun,nilai,unit
        Malaysia,penduduk,2023,33.4,juta orang
        Malaysia,kadar inflasi,2023,2.5,peratus
        Malaysia,kadar inflasi,2022,3.3,peratus
        Singapura,penduduk,2023,5.9,juta orang
        """,
    "de": """Land,Merkmal,Jahr,Wert,Einheit
        Deutschland,Einwohner,2023,"84,7",Mio. Personen
        Deutschland,Inflationsrate,2023,"5,9",Prozent
        Deutschland,Inflationsrate,2022,"6,9",Prozent
        Österreich,Einwohner,2023,"9,1",Mio. Personen
        """,
}
CLAIMS = [
    ("ms", "Penduduk Malaysia berjumlah 33.4 juta orang pada 2023.", [Label.SUPPORTED]),
    ("ms", "Pada 2023, penduduk Singapura berjumlah 7.9 juta orang.", [Label.REFUTED]),
    ("ms", "Kadar inflasi Malaysia turun daripada 3.3 peratus pada 2022 kepada 2.5 peratus pada 2023.",
     [Label.SUPPORTED, Label.SUPPORTED]),
    ("ms", "Hutang negara Malaysia berjumlah 12 bilion ringgit pada 2023.", [Label.NOT_ENOUGH_INFO]),
    ("de", "Deutschland hatte 2023 rund 84,7 Millionen Einwohner.", [Label.SUPPORTED]),
    ("de", "In Österreich lebten 2023 rund 19,1 Millionen Menschen.", [Label.REFUTED]),
    ("de", "Die Inflationsrate sank in Deutschland von 6,9 Prozent im Jahr 2022 auf 5,9 Prozent im Jahr 2023.",
     [Label.SUPPORTED, Label.SUPPORTED]),
    ("de", "Die Schulden Österreichs beliefen sich 2023 auf 400 Milliarden Euro.", [Label.NOT_ENOUGH_INFO]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "labels"), CLAIMS, ids=lambda value: str(value)[:40])
def test_claims_are_checked(tmp_path, language, text, labels):
    file = tmp_path / f"{language}.csv"
    file.write_text(TABLES[language].replace("\n        ", "\n"), encoding="utf-8")
    report = verify(text, ReferenceTable.read(file), language=language)
    assert [verdict.label for verdict in report.verdicts] == labels


# --- the pages


def test_the_guide_names_every_key():
    guide = GUIDE.read_text(encoding="utf-8")
    for file in FILES:
        shape = getattr(verifier.pack, file.capitalize())
        part = guide.partition(f"`{file}.toml`\n")[2].partition("\n## ")[0]
        missing = [key for name in fields(shape) if f"| `{(key := name.name.rstrip('_'))}` |" not in part]
        assert not missing, f"docs/add-a-language.md does not explain {', '.join(missing)} of {file}.toml"


def at_least(number: int) -> str:
    """Return a count rounded down, so that the page stays true while a pack grows.

    >>> at_least(7), at_least(86), at_least(1234)
    ('7', '80', '1000')
    """
    step = 1 if number < 10 else 10 if number < 100 else 50 if number < 500 else 500
    return str(number // step * step)


def size(table: object) -> int:
    """Return how many words a part of a pack has."""
    if isinstance(table, str | bool):
        return 0
    if isinstance(table, Sequence):
        return len(table)
    assert hasattr(table, "items")
    return sum(len(words) if isinstance(words, tuple | list) else 1 for words in table.values())


def words_of(pack: Pack, file: str) -> str:
    part = getattr(pack, file)
    return at_least(sum(size(getattr(part, key.name)) for key in fields(part)))


FEATURES: list[tuple[str, Callable[[Pack], str]]] = [
    ("decimal mark, and the one that is accepted too", lambda pack: " ".join(map(code, pack.numerals.decimal_marks))),
    ("a space between groups of three digits", lambda pack: tick(pack.numerals.space_groups)),
    ("number words written together", lambda pack: tick(pack.numerals.compounds)),
    ("the unit before the ten", lambda pack: code(pack.numerals.unit_before_ten)),
    ("largest scale word", lambda pack: power(max(pack.numerals.scales.values()))),
    ("ordinals in digits", lambda pack: " ".join(map(code, ordinals(pack)))),
    ("order of a date in digits", lambda pack: pack.dates.numeric_order),
    ("the pointing word comes first", lambda pack: tick(pack.dates.deictics_first)),
    ("nouns have capitals", lambda pack: tick(pack.phrases.nouns_capitalised)),
    ("classifiers before nouns", lambda pack: tick(bool(pack.phrases.classifiers))),
    ("plurals by ending", lambda pack: " ".join(map(code, pack.phrases.plural_endings))),
    ("units and other keys with words", lambda pack: at_least(len({*pack.units.units, *pack.units.per_nouns}))),
    ("currencies with names", lambda pack: at_least(len(pack.units.currencies))),
    ("concepts that are measured", lambda pack: at_least(len(pack.claims.concepts))),
    ("explanations in the language", lambda pack: tick(bool(pack.claims.messages))),
    ("names of countries", lambda pack: at_least(len(pack.tables.territories))),
]


def code(word: str) -> str:
    return f"`{word}`" if word else ""


def tick(holds: bool) -> str:
    return "yes" if holds else ""


def power(number: int) -> str:
    return f"10^{len(str(number)) - 1}"


def ordinals(pack: Pack) -> list[str]:
    return [f"{word.rstrip('-')}-12" for word in pack.numerals.ordinal_prefixes[:1]] + [
        f"12{ending}" for ending in pack.numerals.ordinal_suffixes[-1:]
    ]


def table(head: str, rows: Iterator[tuple[str, list[str]]]) -> str:
    lines = [f"| {head} | {' | '.join(languages())} |", f"| --- |{' --- |' * len(languages())}"]
    lines += [f"| {name} | {' | '.join(cells)} |" for name, cells in rows]
    return "\n".join(lines) + "\n"


def packs() -> list[Pack]:
    return [load_pack(language) for language in languages()]


def kind_rows() -> Iterator[tuple[str, list[str]]]:
    counts = [Counter(kind for line in sentences(language) for kind in MARK.findall(line)) for language in languages()]
    for kind in Kind:
        yield str(kind), [at_least(count[kind]) for count in counts]


def corpus_rows() -> Iterator[tuple[str, list[str]]]:
    yield "sentences", [at_least(len(sentences(language))) for language in languages()]
    yield "of them with nothing to find", [at_least(len(barren(language))) for language in languages()]
    yield (
        "wishes, marked `(later)`",
        [at_least(sum(line.startswith("(later) ") for line in sentences(language))) for language in languages()],
    )


EXAMPLES = {
    "id": "Produksi naik hampir dua kali lipat menjadi 4,1 juta barel per hari pada Juni 2024.",
    "en": "Output nearly doubled to 4.1 million barrels a day in June 2024.",
    "ms": "Pengeluaran naik hampir dua kali ganda kepada 4.1 juta tong sehari pada Jun 2024.",
    "de": "Die Förderung hat sich fast verdoppelt und lag im Juni 2024 bei 4,1 Millionen Barrel pro Tag.",
}


def examples() -> Iterator[str]:
    yield ">>> from verifier import extract"
    yield ">>> def facts(text, language):"
    yield "...     for mention in extract(text, language=language):"
    yield "...         found = mention.to_dict()"
    yield '...         print(found["text"], "|", found["kind"], found["value"], found["unit"])'
    yield ""
    for language, text in EXAMPLES.items():
        yield f'>>> facts("{text}", "{language}")'
        for mention in extract(text, language=language):
            found = mention.to_dict()
            yield f"{found['text']} | {found['kind']} {found['value']} {found['unit']}".rstrip()


EXEMPT = "<!-- claims: off, made from the patterns and compared with them -->"
INTRODUCTION = """\
# Languages

What each language can do, read off its folder in `patterns/` and its sentences in `tests/corpus/`. This page is made
from them: run `python tests/test_languages.py` after a change, and a test compares it. Counts are rounded down.

A language is a folder of words: [how to add one](add-a-language.md). The codes are those of ISO 639: `de` German, `en`
English, `id` Indonesian, `ms` Malay.
"""


def page() -> str:
    """Return docs/languages.md as it should be."""
    files = ((f"`{file}.toml`", [words_of(pack, file) for pack in packs()]) for file in FILES)
    features = ((name, [shown(pack) for pack in packs()]) for name, shown in FEATURES)
    parts = [
        INTRODUCTION,
        f"{EXEMPT}\n",
        "## The same sentence in each\n\n```python\n" + "\n".join(examples()) + "\n\n```\n",
        "## Words in each file\n\nA file that a language lacks is something that it cannot do.\n\n"
        + table("file", files),
        "## Features of the grammar\n\n" + table("feature", features),
        "## Sentences that are tested\n\n" + table("sentences", corpus_rows()),
        "## Facts marked in them, by kind\n\n" + table("kind", kind_rows()),
    ]
    return "\n".join(parts)


def test_the_page_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python tests/test_languages.py"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
