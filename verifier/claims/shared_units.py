"""The claims of a sentence in; those whose unit only another number of the sentence has get it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from verifier.claims.change_parts import is_cut_off
from verifier.claims.claim import Claim
from verifier.model import Kind
from verifier.verdict import Relation

__all__ = ["share_units"]

STEPS = frozenset({Relation.CHANGE_BY, Relation.CHANGE_FROM, Relation.CHANGE_TO})
DIFFERING = frozenset({Relation.CHANGE_BY, Relation.COMPARISON})
ENDS = frozenset({Relation.CHANGE_FROM, Relation.CHANGE_TO})
WITH_UNIT = frozenset({Kind.MONEY, Kind.MEASURE})


def share_units(claims: Sequence[Claim]) -> None:
    """Let "$4.39" be a price per kilogram as well in "$4.47 per kilogram, up from $4.39", and "2.1 million" barrels."""
    for claim in claims:
        if claim.kind is Kind.NUMBER and claim.relation in ENDS and claim.mention is not None:
            other = next((one for one in claim.change if one.relation in ENDS and one.kind in WITH_UNIT), None)
            if other is not None:
                _take_unit(claim, other)
        if claim.unit == "point" and any(one.unit == "percent" and one.relation in ENDS for one in claim.change):
            _take_unit(claim, next(one for one in claim.change if one.unit == "percent"), "percentage_point")
    for before, claim in pairwise(claims):
        behind = claim.verb is None or claim.verb.first >= claim.last  # "turun 0,009 poin" is another statement
        if claim.unit == "point" and before.unit == "percent" and claim.relation in DIFFERING and behind:
            _take_unit(claim, before, "percentage_point")  # "31.2 percent of the vote, 4.1 points less"
        bare = claim.kind is Kind.NUMBER and claim.relation is Relation.COMPARISON and claim.mention is not None
        if bare and before.kind in WITH_UNIT and not is_cut_off(claim.sentence, before.last, claim.first):
            _take_unit(claim, before)  # "$98 million, 28 million more than in 2022"
    said = ""
    for claim in claims:
        if claim.kind is not Kind.MONEY or claim.mention is None:
            continue
        if "/" in claim.unit:
            said = claim.unit
        elif claim.relation in STEPS and said.startswith(f"{claim.unit}/"):
            claim.unit = said
            claim.mention = replace(claim.mention, unit=said)


def _take_unit(claim: Claim, other: Claim, unit: str = "") -> None:
    claim.kind, claim.unit = other.kind, unit or other.unit
    if claim.mention is not None:
        claim.mention = replace(claim.mention, kind=claim.kind, unit=claim.unit)
