"""A text and a table in, the numbers that led to no row out, with the other names of rows that would link them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from verifier.checking.alias_bench import Alias, Bench, Place, Suggestion
from verifier.checking.alias_words import measure_words, names_of_strangers
from verifier.checking.verify import declaration, verify
from verifier.claims.read import read_claims
from verifier.claims.sentences import read_sentences
from verifier.extraction import read_text
from verifier.linking.discourse import Discourse
from verifier.linking.layout import Table
from verifier.packs import load_pack
from verifier.verdict import Label, Reason, Verdict

__all__ = ["Alias", "Suggestion", "Unlinked", "suggest_aliases"]

UNLINKED = frozenset({Reason.NO_ROW, Reason.UNKNOWN_MEASURE, Reason.UNKNOWN_ENTITY, Reason.AMBIGUOUS})


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A number that led to no row: its verdict, the words that could name its row, and the rows to choose from."""

    verdict: Verdict
    words: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]


def suggest_aliases(
    text: str,
    table: Table,
    *,
    language: str,
    reference_date: date | str | None = None,
    declared: Mapping[int, str] | None = None,
    levels: Mapping[int, int] | None = None,
) -> tuple[Unlinked, ...]:
    """Return the numbers of `text` that no row of `table` speaks of, with what would link each.

    Arguments are those of `verify`.

    >>> from verifier.reference import ReferenceTable
    >>> table = ReferenceTable.from_records([
    ...     {"measure": "produksi padi", "entity": "Jawa Barat", "period": "2023", "value": "9.14", "unit": "juta ton"},
    ... ])
    >>> [found] = suggest_aliases("Panen gabah Jawa Barat pada 2023 mencapai 8 juta ton.", table, language="id")
    >>> str(found.verdict.reason), found.words
    ('unknown_measure', ('panen gabah',))
    >>> found.suggestions[0].aliases
    (Alias(column='aliases', name='produksi padi', alias='panen gabah'),)
    """
    report = verify(text, table, language=language, reference_date=reference_date, declared=declared, levels=levels)
    open_ones = {(one.start, one.end): one for one in report.verdicts if _is_unlinked(one)}
    if not open_ones:
        return ()
    bench = Bench(table, language)
    places = _places(text, bench, report.reference_date, declared or {}, levels)
    return tuple(
        _unlinked(verdict, place, bench)
        for place in places
        if (verdict := open_ones.pop((place.claim.start, place.claim.end), None)) is not None
    )


def _unlinked(verdict: Verdict, place: Place, bench: Bench) -> Unlinked:
    phrases = measure_words(place.claim, place.reading.names, bench.cues)
    strangers = names_of_strangers(place.claim, place.reading.names, bench.cues)
    measured = () if verdict.reason is Reason.UNKNOWN_ENTITY else phrases[:1]
    words = tuple(dict.fromkeys((*measured, *strangers[:1])))
    return Unlinked(verdict, words, bench.suggestions(place, phrases, strangers))


def _is_unlinked(verdict: Verdict) -> bool:
    return verdict.label is Label.NOT_ENOUGH_INFO and verdict.reason in UNLINKED and "declared" not in verdict.notes


def _places(
    text: str, bench: Bench, dated: str | None, declared: Mapping[int, str], levels: Mapping[int, int] | None
) -> Iterator[Place]:
    """Yield every claim of a text as checking meets it."""
    mentions = read_text(text, language=bench.language, reference_date=dated).mentions
    abbreviations = frozenset(load_pack(bench.language).claims.abbreviations)
    discourse = Discourse(document_date=dated or "")
    for sentence in read_sentences(text, mentions, bench.cues, abbreviations, levels):
        reading = bench.linker.read(sentence)
        for number, claim in enumerate(read_claims(sentence) if sentence.mentions else ()):
            before = replace(discourse, measures=list(discourse.measures), headings=list(discourse.headings))
            said = declaration(claim, declared)
            link = bench.linker.declared(claim, said) if said else bench.linker.link(claim, reading, discourse)
            discourse.remember(link)
            yield Place(claim, number, reading, link, before)
        discourse.close(sentence, reading)
