"""Language packs in, the words and signs of units as table cells use them out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from verifier.pack import Pack
from verifier.reference.unit_signs import LooseSign, loose_signs
from verifier.reference.words import fold, listed, merged, packs_for, turned

__all__ = ["UnitWords", "unit_words"]


@dataclass(frozen=True, slots=True)
class UnitWords:
    """The words and signs of units; words are folded, signs as written."""

    units: Mapping[str, str]
    signs: Mapping[str, str]
    loose_signs: Mapping[str, LooseSign]  # in lower case
    codes: frozenset[str]  # of currencies, in lower case
    currencies: Mapping[str, str]
    currency_signs: Mapping[str, str]
    code_words: frozenset[str]  # codes of currencies that are a word where they are not in capitals
    subunits: Mapping[str, str]  # word = "USD/100"
    nouns: Mapping[str, str]  # counted things = their key after "per"
    scales: Mapping[str, int]
    short_scales: Mapping[str, int]
    disputed: Mapping[str, str]  # words that languages read differently, with what they mean
    small_scales: Mapping[str, int]  # scales in small letters, which not every language writes
    per: frozenset[str]
    powers: Mapping[str, int]
    prefix_powers: Mapping[str, int]
    bare: frozenset[str]
    leads: tuple[str, ...]
    qualifiers: tuple[str, ...]
    share_of: frozenset[str]
    undivided: frozenset[str]  # currencies without parts
    averaged: tuple[str, ...]  # words of measures whose values need not be whole: "average", "ratio", "per"


@cache
def unit_words(language: str | None = None) -> UnitWords:
    """Return the words of units in `language`, and in all others.

    >>> unit_words("id").units["barel"]
    'barrel'
    """
    packs = packs_for(language)
    keys = {key: key for pack in packs for table in (pack.units.units, pack.units.symbols) for key in table}
    signs = {**keys, **turned((pack.units.symbols for pack in packs), folded=False)}
    words = turned(pack.units.units for pack in packs)
    named = [table for pack in packs for table in (pack.units.currencies, pack.units.currency_symbols)]
    codes = frozenset(code.lower() for table in named for code in table)
    return UnitWords(
        units=words,
        signs=signs,
        loose_signs=loose_signs(signs),
        codes=codes,
        currencies={**{code: code.upper() for code in codes}, **turned(pack.units.currencies for pack in packs)},
        currency_signs=_currency_signs(packs),
        code_words=frozenset(listed(pack.tables.code_words for pack in packs)),
        subunits=turned(pack.units.subunits for pack in packs),
        nouns=_nouns(packs),
        scales=merged(table for pack in packs for table in (pack.numerals.scales, pack.tables.scale_forms)),
        short_scales=merged((pack.numerals.scale_abbreviations for pack in packs), folded=False),
        disputed=_disputed(packs, language),
        small_scales=_small_scales(packs, language),
        per=frozenset(listed(pack.units.per for pack in packs)),
        powers={word: int(power) for word, power in turned(pack.units.powers for pack in packs).items()},
        prefix_powers={word: int(power) for word, power in turned(pack.units.prefix_powers for pack in packs).items()},
        bare=frozenset(listed(pack.tables.bare for pack in packs)),
        leads=listed(pack.tables.unit_leads for pack in packs),
        qualifiers=listed(pack.tables.qualifiers for pack in packs),
        share_of=frozenset(listed(pack.tables.share_of for pack in packs)),
        undivided=frozenset(code for pack in packs for code in pack.units.undivided),
        averaged=listed(table for pack in packs for table in (pack.claims.averages, pack.tables.bare, pack.units.per)),
    )


def _currency_signs(packs: Sequence[Pack]) -> dict[str, str]:
    signs = turned((pack.units.currency_symbols for pack in packs), folded=False)
    for pack in packs:
        for sign, codes in pack.units.ambiguous_currencies.items():
            signs.setdefault(sign, codes[0])
    return signs


def _nouns(packs: Sequence[Pack]) -> dict[str, str]:
    """Return counted things = their key after "per", "" where the packs give none."""
    nouns = dict.fromkeys(listed(pack.tables.counted for pack in packs), "")
    return {**nouns, **turned(pack.units.per_nouns for pack in packs)}


def _small_scales(packs: Sequence[Pack], own: str | None) -> dict[str, int]:
    """Return the scale words of `own`, and those on which all languages that write nouns in small letters agree."""
    meant: dict[str, dict[str, int]] = {}
    for pack in packs:
        if pack.code == own or not pack.phrases.nouns_capitalised:
            for word, value in (*pack.numerals.scales.items(), *pack.tables.scale_forms.items()):
                meant.setdefault(fold(word), {}).setdefault(pack.code, value)
    return {
        word: values.get(own or "", next(iter(values.values())))
        for word, values in meant.items()
        if own in values or len(set(values.values())) == 1
    }


def _disputed(packs: Sequence[Pack], own: str | None) -> dict[str, str]:
    """Return the words that other languages than that of the table read differently, with what they mean."""
    disputed = {}
    for kind in (_short_scales, _scales, _units, _currencies):
        meant: dict[str, dict[str, str]] = {}
        for pack in packs:
            for word, meaning in kind(pack):
                meant.setdefault(word, {}).setdefault(pack.code, meaning)
        for word, meanings in meant.items():
            if len(set(meanings.values())) > 1 and own not in meanings:
                disputed[word] = " or ".join(f"{meaning} ({code})" for code, meaning in sorted(meanings.items()))
    return disputed


def _short_scales(pack: Pack) -> Iterator[tuple[str, str]]:
    for word, value in pack.numerals.scale_abbreviations.items():
        yield word, str(value)


def _scales(pack: Pack) -> Iterator[tuple[str, str]]:
    for word, value in (*pack.numerals.scales.items(), *pack.tables.scale_forms.items()):
        yield fold(word), str(value)


def _units(pack: Pack) -> Iterator[tuple[str, str]]:
    for key, words in pack.units.units.items():
        yield from ((fold(word), key) for word in words)


def _currencies(pack: Pack) -> Iterator[tuple[str, str]]:
    for table in (pack.units.currencies, pack.units.subunits):
        for key, words in table.items():
            yield from ((fold(word), key) for word in words)
