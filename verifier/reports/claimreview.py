"""Checked documents in, ClaimReview markup (schema.org, JSON-LD) out, as newsrooms publish it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from verifier.errors import InputError
from verifier.reports.checked import Checked
from verifier.reports.page import anchor
from verifier.reports.sentences import Sentence, Sentences
from verifier.verdict import Label, Verdict

__all__ = ["Newsroom", "render"]

_RATINGS = {Label.SUPPORTED: ("5", "Supported"), Label.REFUTED: ("1", "Refuted")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Newsroom:
    """What no document knows of the reviews on it: where they are published, by whom and when.

    `url` is the address of the page; each review has its own place there, as on the page that
    ``--format html`` writes. Search engines show no review without an address.

    Raises:
        InputError: `url` is no address of the web.
    """

    url: str | None = None
    name: str | None = None
    date: str | None = None

    def __post_init__(self) -> None:
        if self.url is not None and not self._site:
            raise InputError(f"{self.url!r} is no address of a page; give one such as https://example.org/checks/rice")

    @property
    def _site(self) -> str:
        parts = urlsplit(self.url or "")
        return f"{parts.scheme}://{parts.netloc}" if parts.scheme in ("http", "https") and parts.netloc else ""

    def facts(self, place: str) -> dict[str, Any]:
        """Return the properties of a review that stands at that place of the page."""
        facts: dict[str, Any] = {}
        if self.url:
            facts["url"] = f"{self.url.partition('#')[0]}#{place}"
        if self.date:
            facts["datePublished"] = self.date
        if self.name:
            facts["author"] = {"@type": "Organization", "name": self.name}
            if self.url:
                facts["author"]["url"] = self._site
        return facts


def render(documents: Sequence[Checked], newsroom: Newsroom | None = None) -> str:
    """Return a list with a review of each claim that could be judged."""
    reviews = list(_reviews(documents, newsroom or Newsroom()))
    return json.dumps(reviews, ensure_ascii=False, indent=2) + "\n"


def _reviews(documents: Sequence[Checked], newsroom: Newsroom) -> Iterator[dict[str, Any]]:
    for number, checked in enumerate(documents, start=1):
        sentences = Sentences(checked)
        for place, verdict in enumerate(checked.verdicts, start=1):
            if verdict.label in _RATINGS:
                facts = newsroom.facts(anchor(number, place))
                yield _review(checked, verdict, sentences.of(verdict), facts)


def _review(checked: Checked, verdict: Verdict, sentence: Sentence, facts: dict[str, Any]) -> dict[str, Any]:
    rating, said = _RATINGS[verdict.label]
    review: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        **facts,
        "inLanguage": checked.report.language,
        "claimReviewed": str(sentence),
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
    if checked.document.author:
        review["itemReviewed"]["author"] = {"@type": "Person", "name": checked.document.author}
    if checked.report.reference_date:
        review["itemReviewed"]["datePublished"] = checked.report.reference_date
    if sources := sorted({row.source for row in verdict.evidence if row.source}):
        review["citation"] = sources
    return review
