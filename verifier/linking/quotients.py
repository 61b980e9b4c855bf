"""A share and the measures that the words around it name in, the part and the whole that are two of them out."""

from collections.abc import Container, Sequence, Set
from dataclasses import dataclass

from verifier.claims.claim import Claim, is_fraction
from verifier.claims.unit_gate import POINTS
from verifier.linking.best_fit import best_fits
from verifier.linking.layout import SeriesOf
from verifier.linking.linked import Reading
from verifier.linking.measures import Fit, Measures, SentenceWords
from verifier.units import same_dimension
from verifier.verdict import Relation

__all__ = ["Parties", "part_and_whole"]

NEAR = 4  # words from a share to what it is of
FAR = 12  # words from a share to where its part is named behind it
PER_WORD = 0.002  # a word counts so much less for each word between it and the number
LEADING = frozenset({"role", "of_all", "locative", "genitive", "pronoun", "quantity"})
SHARES = frozenset({Relation.LEVEL, Relation.SHARE})


@dataclass(frozen=True, slots=True)
class Parties:
    """The measures of which a number is the quotient: R&D spending as a part of revenue."""

    part: Fit
    whole: Fit


def part_and_whole(claim: Claim, reading: Reading, measures: Measures, series: SeriesOf) -> Parties | None:
    """Return the two measures that "13 percent of revenue went to R&D" divides, None where it is not just two.

    Args:
        claim: the share.
        reading: of its sentence.
        measures: of the table.
        series: its rows.
    """
    words = reading.words
    share = claim.unit == "percent" or is_fraction(claim)
    if not share or claim.relation not in SHARES or not words.candidates:
        return None
    behind = _named(claim, words, measures, range(claim.last, min(claim.right, claim.last + FAR)))
    whole = min(behind, key=_first_named, default=None)
    if whole is None or not _is_led_to(claim, min(whole.places), reading.named):
        return None
    for places in _where_a_part_stands(claim, whole):
        fits = _named(claim, words, measures, places)
        fits = [fit for fit in fits if fit.measure != whole.measure and _are_alike(series, fit.measure, whole.measure)]
        best = best_fits(fits, claim) if fits else []
        if best:
            return Parties(best[0], whole) if len(best) == 1 else None
    return None


def _are_alike(series: SeriesOf, part: int, whole: int) -> bool:
    """Return whether a measure can be a part of another one: both are amounts of one kind."""
    (unit, noun), (other, counted) = series.unit(part), series.unit(whole)
    amounts = all(one != "percent" and one not in POINTS and "/" not in one for one in (unit, other))
    return amounts and noun == counted and (unit == other or same_dimension(unit, other))


def _where_a_part_stands(claim: Claim, whole: Fit) -> Sequence[Set[int]]:
    """Return the words among which the part may be named: before the share, behind its whole, both, before all."""
    sentence = claim.sentence
    left, _ = sentence.clause(claim.first, claim.last)
    near = range(claim.first - NEAR, claim.first + 1)
    again = any(cue.end in near for role in ("restatement", "share") for cue in sentence.of_role(role))
    before = set(range(max(left, claim.left), claim.first))
    behind = set(range(max(whole.places) + 1, claim.right))
    return [before, behind, before | behind, *([set(range(claim.first))] if again else [])]


def _is_led_to(claim: Claim, place: int, named: Set[int]) -> bool:
    """Return whether "of", a name and small words alone stand between a share and the name of its whole."""
    sentence = claim.sentence
    between = [at for at in range(claim.last, place) if at not in named]
    leads = {at for cue in sentence.cues if cue.role in LEADING for at in range(cue.first, cue.end)}
    light = sentence.lexicon.small | sentence.lexicon.stops
    return len(between) <= NEAR and all(at in leads or sentence.words[at] in light for at in between)


def _first_named(fit: Fit) -> tuple[int, int, int]:
    """Return how soon a measure is named, with how few other words between its own, and by how many words."""
    first, last = min(fit.places), max(fit.places)
    return first, last - first - len(fit.places), -len(fit.places)


def _named(claim: Claim, words: SentenceWords, measures: Measures, places: Container[int]) -> list[Fit]:
    """Return the measures that the words at some places name by themselves; those near the number count more."""
    near = {token: [one for one in found if one[0] in places] for token, found in words.places.items()}
    said = SentenceWords({token: found for token, found in near.items() if found}, words.candidates)
    return measures.fits(said, lambda place: 1 - PER_WORD * min(abs(place - claim.last), FAR)) if said.places else []
