"""Checked documents in, ClaimReview markup (schema.org, JSON-LD) out, as newsrooms publish it."""

import json
from collections.abc import Sequence
from typing import Any

from verifier.lines import Lines
from verifier.model import Label, Verdict
from verifier.reports.checked import Checked
from verifier.reports.claim import excerpt

__all__ = ["render"]

_RATINGS = {Label.SUPPORTED: ("5", "Supported"), Label.REFUTED: ("1", "Refuted")}


def render(documents: Sequence[Checked]) -> str:
    """Return a list with a review of each claim that could be judged; author and address are the newsroom's to add."""
    reviews = [
        _review(checked, verdict, Lines(checked.document.source))
        for checked in documents
        for verdict in checked.verdicts
        if verdict.label in _RATINGS
    ]
    return json.dumps(reviews, ensure_ascii=False, indent=2) + "\n"


def _review(checked: Checked, verdict: Verdict, lines: Lines) -> dict[str, Any]:
    rating, said = _RATINGS[verdict.label]
    review: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "inLanguage": checked.report.language,
        "claimReviewed": excerpt(verdict, lines)[0],
        "reviewBody": verdict.explanation,
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": rating,
            "bestRating": "5",
            "worstRating": "1",
            "alternateName": said,
        },
        "itemReviewed": {"@type": "Claim", "appearance": {"@type": "CreativeWork", "name": checked.document.name}},
    }
    if checked.report.reference_date:
        review["itemReviewed"]["datePublished"] = checked.report.reference_date
    if sources := sorted({row.source for row in verdict.evidence if row.source}):
        review["citation"] = sources
    return review
