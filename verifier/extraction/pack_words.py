"""A language pack in, each of its words with the role that the pack gives it out."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from verifier.pack import Pack

__all__ = ["pack_words"]


def pack_words(pack: Pack) -> Iterator[tuple[str, str, Any, str, bool]]:
    """Yield every word of the pack with its role: surface, role, meaning, source, as written."""
    yield from _numeral_words(pack)
    yield from _date_words(pack)
    yield from _unit_words(pack)
    yield from _phrase_words(pack)


def _listed(words: Iterable[str], role: str, source: str) -> Iterator[tuple[str, str, Any, str, bool]]:
    for word in words:
        yield word, role, True, source, False


def _valued(table: Mapping[str, Any], role: str, source: str) -> Iterator[tuple[str, str, Any, str, bool]]:
    for word, value in table.items():
        yield word, role, value, source, False


def _meant(
    table: Mapping[str, Iterable[str]], role: str, source: str, form: Any = str, *, as_written: bool = False
) -> Iterator[tuple[str, str, Any, str, bool]]:
    for meaning, words in table.items():
        for word in words:
            yield word, role, form(meaning), source, as_written


def _numeral_words(pack: Pack) -> Iterator[tuple[str, str, Any, str, bool]]:
    numerals = pack.numerals
    for word, value in numerals.scale_abbreviations.items():
        yield word, "abbreviation", value, "numerals.scale_abbreviations", True
    yield from _valued(numerals.cardinals, "cardinal", "numerals.cardinals")
    yield from _valued(numerals.teens, "teen", "numerals.teens")
    yield from _valued(numerals.scales, "scale", "numerals.scales")
    yield from _meant(numerals.fractions, "fraction", "numerals.fractions", Fraction)
    yield from _valued(numerals.denominators, "denominator", "numerals.denominators")
    yield from _valued(numerals.groups, "group", "numerals.groups")
    endings = numerals.ordinal_endings or ("",)
    inflected = {stem + ending: value for stem, value in numerals.ordinals.items() for ending in endings}
    yield from _valued(inflected, "ordinal", "numerals.ordinals")
    yield from _valued(numerals.collectives, "collective", "numerals.collectives")
    yield from _listed(numerals.negatives, "negative", "numerals.negatives")
    yield from _listed(numerals.decimal_words, "decimal_word", "numerals.decimal_words")
    yield from _listed(numerals.joiners, "joiner", "numerals.joiners")
    yield from _listed(numerals.articles, "article", "numerals.articles")
    yield from _listed(numerals.vague, "vague", "numerals.vague")
    yield from _listed(numerals.ordinal_leads, "ordinal_lead", "numerals.ordinal_leads")
    yield from _listed(numerals.ordinal_prefixes, "ordinal_prefix", "numerals.ordinal_prefixes")
    yield from _listed(numerals.ordinal_suffixes, "ordinal_suffix", "numerals.ordinal_suffixes")


def _date_words(pack: Pack) -> Iterator[tuple[str, str, Any, str, bool]]:
    dates = pack.dates
    yield from _meant(dates.months, "month", "dates.months", int)
    yield from _listed(dates.month_lookalikes, "month_lookalike", "dates.month_lookalikes")
    yield from _meant(dates.weekdays, "weekday", "dates.weekdays", int)
    yield from _listed(dates.weekday_lookalikes, "weekday_lookalike", "dates.weekday_lookalikes")
    yield from _meant(dates.eras, "era", "dates.eras", as_written=True)
    yield from _meant(dates.periods, "period", "dates.periods")
    yield from _listed(dates.period_plurals, "period_plural", "dates.period_plurals")
    yield from _listed(dates.period_lookalikes, "period_lookalike", "dates.period_lookalikes")
    yield from _listed(dates.decade_suffixes, "decade_suffix", "dates.decade_suffixes")
    yield from _listed(dates.decade_leads, "decade_lead", "dates.decade_leads")
    yield from _meant(dates.parts, "part", "dates.parts")
    yield from _listed(dates.year_leads, "year_lead", "dates.year_leads")
    yield from _listed(dates.day_leads, "day_lead", "dates.day_leads")
    yield from _listed(dates.date_nouns, "date_noun", "dates.date_nouns")
    yield from _listed(dates.ago_leads, "ago_lead", "dates.ago_leads")
    yield from _meant(dates.days, "relative_day", "dates.days", int)
    for meaning, words in dates.deictics.items():
        for word in words:
            yield word, f"deictic_{meaning}", True, "dates.deictics", False
            yield word, "deictic", meaning, "dates.deictics", False
    yield from _listed(dates.day_times, "day_time", "dates.day_times")
    yield from _listed(dates.recurring, "recurring", "dates.recurring")
    yield from _listed(dates.year_prefixes, "year_prefix", "dates.year_prefixes")
    yield from _listed(dates.clock_leads, "clock_lead", "dates.clock_leads")
    yield from _meant(dates.meridiems, "meridiem", "dates.meridiems")
    yield from _listed(dates.time_zones, "time_zone", "dates.time_zones")
    yield from _listed(dates.fillers, "filler", "dates.fillers")


def _unit_words(pack: Pack) -> Iterator[tuple[str, str, Any, str, bool]]:
    units = pack.units
    yield from _meant(units.symbols, "unit", "units.symbols", as_written=True)
    yield from _meant(units.currency_symbols, "currency_sign", "units.currency_symbols", as_written=True)
    yield from _meant(units.units, "unit", "units.units")
    yield from _meant(units.currencies, "currency", "units.currencies")
    yield from _meant(units.subunits, "subunit", "units.subunits")
    yield from _listed(units.per, "per", "units.per")
    yield from _meant(units.powers, "power", "units.powers", int)
    yield from _meant(units.prefix_powers, "prefix_power", "units.prefix_powers", int)
    yield from _meant(units.per_nouns, "per_noun", "units.per_nouns")
    yield from _meant(units.singles, "single", "units.singles")
    yield from _meant(units.per_singles, "per_single", "units.per_singles")
    for word in units.compass:
        yield word, "compass", True, "units.compass", True
    for word in units.lookalikes:
        yield word, "lookalike", True, "units.lookalikes", not word.islower()


def _phrase_words(pack: Pack) -> Iterator[tuple[str, str, Any, str, bool]]:
    phrases, noise = pack.phrases, pack.noise
    yield from _meant(phrases.modifiers, "modifier", "phrases.modifiers")
    yield from _meant(phrases.modifiers_after, "modifier_after", "phrases.modifiers_after")
    yield from _listed(phrases.to, "to", "phrases.to")
    yield from _listed(phrases.between, "between", "phrases.between")
    yield from _listed(phrases.and_, "and", "phrases.and")
    yield from _listed(phrases.plus_minus, "plus_minus", "phrases.plus_minus")
    yield from _listed(phrases.classifiers, "classifier", "phrases.classifiers")
    yield from _listed(phrases.people, "counted", "phrases.people")
    yield from _listed(phrases.function_words, "function", "phrases.function_words")
    yield from _listed(phrases.from_, "from", "phrases.from")
    yield from _listed(phrases.ranging, "ranging", "phrases.ranging")
    yield from _listed(phrases.score_words, "score_word", "phrases.score_words")
    yield from _listed(phrases.ordinal_nouns, "ordinal_noun", "phrases.ordinal_nouns")
    yield from _listed(phrases.collective_nouns, "collective_noun", "phrases.collective_nouns")
    yield from _listed(phrases.demonstratives, "demonstrative", "phrases.demonstratives")
    yield from _listed(phrases.times, "times", "phrases.times")
    yield from _meant(phrases.multiples, "multiple", "phrases.multiples", Decimal)
    yield from _listed(phrases.multiple_tails, "multiple_tail", "phrases.multiple_tails")
    yield from _listed(phrases.multiple_cues, "multiple_cue", "phrases.multiple_cues")
    yield from _listed(phrases.becoming, "becoming", "phrases.becoming")
    yield from _listed(phrases.by, "by", "phrases.by")
    yield from _listed(phrases.duration_leads, "duration", "phrases.duration_leads")
    yield from _listed(phrases.extents, "extent", "phrases.extents")
    yield from _listed(phrases.change_words, "changing", "phrases.change_words")
    yield from _listed(phrases.part_words, "part_word", "phrases.part_words")
    yield from _listed(phrases.ratio_words, "ratio_word", "phrases.ratio_words")
    yield from _listed(phrases.age_words, "age_word", "phrases.age_words")
    yield from _listed(phrases.persons, "person", "phrases.persons")
    yield from _listed(phrases.being, "being", "phrases.being")
    yield from _listed(phrases.age_whens, "age_when", "phrases.age_whens")
    yield from _listed(phrases.person_leads, "person_lead", "phrases.person_leads")
    yield from _listed(phrases.scale_units, "scale_unit", "phrases.scale_units")
    yield from _meant(noise.labels, "label", "noise.labels")
    yield from _listed(noise.chapter_leads, "chapter_lead", "noise.chapter_leads")
    yield from _listed(noise.version_words, "version_word", "noise.version_words")
    yield from _listed(noise.labels_after, "label_after", "noise.labels_after")
    yield from _meant({"fixed_phrase": noise.fixed}, "fixed", "noise.fixed")
    yield from _meant({"name": noise.titles}, "fixed", "noise.titles", as_written=True)
    yield from _listed(noise.pronouns, "pronoun", "noise.pronouns")
    yield from _listed(noise.names, "name", "noise.names")
