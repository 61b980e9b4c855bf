"""A language pack in, each of its words with the role that the pack gives it out."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from operator import attrgetter
from typing import Any

from verifier.pack import Pack

__all__ = ["pack_words"]

SHORTEST = 3  # letters: "Jan's" is of a person

Word = tuple[str, str, Any, str, bool]  # surface, role, meaning, source, as written


def pack_words(pack: Pack) -> Iterator[Word]:
    """Yield every word of the pack with its role: surface, role, meaning, source, as written."""
    for words in TABLES:
        yield from words(pack)


def _table(
    place: str, role: str, *, meaning: object = True, form: Callable[[str], Any] = str, as_written: bool = False
) -> Callable[[Pack], Iterator[Word]]:
    """Return what reads one table of a pack.

    A word means its value where the table gives it one ("lima" = 5), the key that it is listed under, read as
    `form`, where there are keys ("1" = ["januari"]), and `meaning` in a plain list.
    """
    table_of, source = attrgetter(place), place.removesuffix("_")

    def words(pack: Pack) -> Iterator[Word]:
        table = table_of(pack)
        if isinstance(table, tuple):
            for word in table:
                yield word, role, meaning, source, as_written
            return
        for key, value in table.items():
            if isinstance(value, tuple):
                for word in value:
                    yield word, role, form(key), source, as_written
            else:
                yield key, role, value, source, as_written

    return words


def _ordinals(pack: Pack) -> Iterator[Word]:
    """Yield each ordinal with all its endings, where the pack names stems."""
    for stem, value in pack.numerals.ordinals.items():
        for ending in pack.numerals.ordinal_endings or ("",):
            yield stem + ending, "ordinal", value, "numerals.ordinals", False


def _deictics(pack: Pack) -> Iterator[Word]:
    """Yield each pointing word with a role for its meaning too, since a word may have several: "past" and "ago"."""
    for meaning, words in pack.dates.deictics.items():
        for word in words:
            yield word, f"deictic_{meaning}", True, "dates.deictics", False
            yield word, "deictic", meaning, "dates.deictics", False


def _lookalikes(pack: Pack) -> Iterator[Word]:
    """Yield each word that only looks like a unit; those with a capital count as they are written."""
    for word in pack.units.lookalikes:
        yield word, "lookalike", True, "units.lookalikes", not word.islower()


def _possessives(pack: Pack) -> Iterator[Word]:
    """Yield the words of dates with the endings of a possessive: "June's", "yesterday's", "last year's"."""
    tables = (
        ("month", pack.dates.months, int),
        ("weekday", pack.dates.weekdays, int),
        ("relative_day", pack.dates.days, int),
        ("period", pack.dates.periods, str),
    )
    for role, table, form in tables:
        for meaning, words in table.items():
            for word in words if pack.dates.possessives else ():
                if len(word) > SHORTEST and word[-1].isalpha() and word not in pack.dates.weekday_lookalikes:
                    for ending in pack.dates.possessives:
                        yield f"{word}{ending}", role, form(meaning), "dates.possessives", False
                        if role == "month" and word.lower() in pack.dates.month_lookalikes:
                            yield f"{word}{ending}", "month_lookalike", True, "dates.possessives", False


TABLES: tuple[Callable[[Pack], Iterator[Word]], ...] = (
    _table("numerals.scale_abbreviations", "abbreviation", as_written=True),
    _table("numerals.money_scales", "money_scale"),
    _table("numerals.cardinals", "cardinal"),
    _table("numerals.teens", "teen"),
    _table("numerals.scales", "scale"),
    _table("numerals.fractions", "fraction", form=Fraction),
    _table("numerals.denominators", "denominator"),
    _table("numerals.fraction_joiners", "fraction_joiner"),
    _table("numerals.groups", "group"),
    _ordinals,
    _table("numerals.collectives", "collective"),
    _table("numerals.negatives", "negative"),
    _table("numerals.negatives_after", "negative_after"),
    _table("numerals.positives", "positive"),
    _table("numerals.decimal_words", "decimal_word"),
    _table("numerals.joiners", "joiner"),
    _table("numerals.articles", "article"),
    _table("numerals.vague", "vague"),
    _table("numerals.rounded_cardinals", "cardinal"),
    _table("numerals.rounded_scales", "scale"),
    _table("numerals.rounded_scales", "rounded"),
    _table("numerals.rounding_suffixes", "rounding_suffix"),
    _table("numerals.voids", "void"),
    _table("numerals.ordinal_leads", "ordinal_lead"),
    _table("numerals.ordinal_prefixes", "ordinal_prefix"),
    _table("numerals.ordinal_suffixes", "ordinal_suffix"),
    _table("dates.months", "month", form=int),
    _table("dates.month_lookalikes", "month_lookalike"),
    _table("dates.weekdays", "weekday", form=int),
    _table("dates.weekday_lookalikes", "weekday_lookalike"),
    _table("dates.eras", "era", as_written=True),
    _table("dates.other_eras", "other_era", as_written=True),
    _table("dates.periods", "period"),
    _table("dates.period_plurals", "period_plural"),
    _table("dates.period_lookalikes", "period_lookalike"),
    _table("dates.decade_suffixes", "decade_suffix"),
    _table("dates.decade_leads", "decade_lead"),
    _table("dates.decade_words", "decade_word", form=int),
    _table("dates.parts", "part"),
    _table("dates.year_leads", "year_lead"),
    _table("dates.day_leads", "day_lead"),
    _table("dates.date_nouns", "date_noun"),
    _table("dates.slash_leads", "slash_lead"),
    _table("dates.ago_leads", "ago_lead"),
    _table("dates.days", "relative_day", form=int),
    _deictics,
    _possessives,
    _table("dates.day_times", "day_time"),
    _table("dates.recurring", "recurring"),
    _table("dates.year_prefixes", "year_prefix"),
    _table("dates.clock_leads", "clock_lead"),
    _table("dates.clock_verbs", "clock_verb"),
    _table("dates.clock_past", "clock_past"),
    _table("dates.clock_to", "clock_to"),
    _table("dates.opening_words", "opening"),
    _table("dates.meridiems", "meridiem"),
    _table("dates.time_zones", "time_zone"),
    _table("dates.fillers", "filler"),
    _table("units.symbols", "unit", as_written=True),
    _table("units.currency_symbols", "currency_sign", as_written=True),
    _table("units.units", "unit"),
    _table("units.currencies", "currency"),
    _table("units.subunits", "subunit"),
    _table("units.touching", "touching", as_written=True),
    _table("units.cued", "cued", as_written=True),
    _table("units.per", "per"),
    _table("units.powers", "power", form=int),
    _table("units.prefix_powers", "prefix_power", form=int),
    _table("units.per_nouns", "per_noun"),
    _table("units.singles", "single"),
    _table("units.singled", "singled"),
    _table("units.per_singles", "per_single"),
    _table("units.compass", "compass", as_written=True),
    _lookalikes,
    _table("phrases.modifiers", "modifier"),
    _table("phrases.modifiers_after", "modifier_after"),
    _table("phrases.to", "to"),
    _table("phrases.between", "between"),
    _table("phrases.and_", "and"),
    _table("phrases.or_words", "or"),
    _table("phrases.plus_minus", "plus_minus"),
    _table("phrases.classifiers", "classifier"),
    _table("phrases.people", "counted"),
    _table("phrases.masses", "mass"),
    _table("phrases.function_words", "function"),
    _table("phrases.from_", "from"),
    _table("phrases.ranging", "ranging"),
    _table("phrases.score_words", "score_word"),
    _table("phrases.voting", "voting"),
    _table("phrases.ranking", "ranking"),
    _table("phrases.counting_verbs", "counting_verb"),
    _table("phrases.headline_verbs", "headline_verb"),
    _table("phrases.result_words", "result_word"),
    _table("phrases.ordinal_nouns", "ordinal_noun"),
    _table("phrases.mutual_nouns", "mutual_noun"),
    _table("phrases.collective_nouns", "collective_noun"),
    _table("phrases.demonstratives", "demonstrative"),
    _table("phrases.times", "times"),
    _table("phrases.multiples", "multiple", form=Decimal),
    _table("phrases.multiple_tails", "multiple_tail"),
    _table("phrases.multiple_cues", "multiple_cue"),
    _table("phrases.becoming", "becoming"),
    _table("phrases.comparing", "comparing"),
    _table("phrases.alternates", "alternate"),
    _table("phrases.standing", "standing"),
    _table("phrases.following", "following"),
    _table("phrases.by", "by"),
    _table("phrases.duration_leads", "duration"),
    _table("phrases.extents", "extent"),
    _table("phrases.change_words", "changing"),
    _table("phrases.part_words", "part_word"),
    _table("phrases.ratio_words", "ratio_word"),
    _table("phrases.age_words", "age_word"),
    _table("phrases.persons", "person"),
    _table("phrases.being", "being"),
    _table("phrases.plural_verbs", "plural_verb"),
    _table("phrases.age_tails", "age_tail"),
    _table("phrases.age_whens", "age_when"),
    _table("phrases.age_groups", "age_group"),
    _table("phrases.person_leads", "person_lead"),
    _table("phrases.price_words", "price_word"),
    _table("phrases.scale_units", "scale_unit"),
    _table("noise.labels", "label"),
    _table("noise.totals", "total"),
    _table("noise.sub_labels", "sub_label", meaning="identifier"),
    _table("noise.magnitudes", "magnitude", as_written=True),
    _table("noise.copulas", "copula"),
    _table("noise.products", "product"),
    _table("noise.stages", "stage"),
    _table("noise.label_verbs", "label_verb"),
    _table("noise.foreign_articles", "foreign_article"),
    _table("noise.texting", "texting"),
    _table("noise.chapter_leads", "chapter_lead"),
    _table("noise.version_words", "version_word"),
    _table("noise.version_leads", "version_lead"),
    _table("noise.labels_after", "label_after"),
    _table("noise.ordinal_names", "ordinal_name"),
    _table("noise.lettered", "lettered"),
    _table("noise.blocks", "block"),
    _table("noise.streets", "street"),
    _table("noise.fixed", "fixed", meaning="fixed_phrase"),
    _table("noise.titles", "fixed", meaning="name", as_written=True),
    _table("noise.either_tails", "either_tail"),
    _table("noise.pronouns", "pronoun"),
    _table("noise.pronoun_leads", "pronoun_lead"),
    _table("noise.names", "name"),
)
