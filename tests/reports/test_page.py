"""The page for readers: it stands alone, and the text of the document is only ever text in it."""

import json
import re
from dataclasses import replace

import pytest
from checks import DOUBLED, TEXT, UNKNOWN, VOLUME, checked, verdict
from justhtml import JustHTML

from verifier.errors import InputError
from verifier.reports import claimreview
from verifier.reports.page import render
from verifier.verdict import Evidence, Label, Reason

EVIL = "</style><script>alert(1)</script><img src=x onerror=alert(1)>\"'&\x1b]]>"


def tree(page):
    return JustHTML(page, sanitize=False)


def test_each_claim_is_marked_and_leads_to_its_reasons():
    page = tree(render([checked(DOUBLED, UNKNOWN, VOLUME)]))
    marked = [(link.attrs["class"], link.to_text(), link.attrs["href"]) for link in page.query(".text a")]
    assert marked == [
        ("refuted", "dua kali lipat", "#c1-1"),
        ("not_enough_info", "setahun", "#c1-2"),
        ("supported", "3,6 juta galon per hari", "#c1-3"),
    ]
    sections = page.query("section")
    assert [section.attrs["id"] for section in sections] == ["c1-1", "c1-2", "c1-3"]
    assert page.query(".refuted mark")
    assert "3.6 / 2.1 = 1.71" in sections[0].to_text()


def test_what_is_wrong_comes_first():
    page = tree(render([checked(UNKNOWN, VOLUME, DOUBLED)]))
    assert [section.attrs["class"] for section in page.query("section")] == ["refuted", "not_enough_info", "supported"]


def test_two_verdicts_on_the_same_words_show_the_worse():
    other = verdict("dua kali lipat", label=Label.SUPPORTED, reason=Reason.EXACT)
    page = tree(render([checked(other, DOUBLED)]))
    assert [link.attrs["class"] for link in page.query(".text a")] == ["refuted"]
    assert len(page.query("section")) == 2


def test_no_text_becomes_an_element():
    row = Evidence(
        table=EVIL, row=1, column=EVIL, entity=EVIL, measure=EVIL, period=EVIL, value=EVIL, unit=EVIL, source=EVIL
    )
    hostile = verdict(
        "setahun", label=Label.REFUTED, reason=Reason.VALUE, explanation=EVIL, suggestion=EVIL, evidence=(row,)
    )
    page = render([checked(hostile, text=TEXT + EVIL, name=EVIL)])
    names = {node.name for node in tree(page).query("*")}
    assert not names & {"script", "img", "link", "iframe", "object"}
    assert "\x1b" not in page
    assert page.count("<style>") == page.count("</style>") == 1


def test_the_page_loads_nothing():
    page = render([checked(DOUBLED)])
    assert "default-src 'none'" in page
    assert not re.search(r"https?:|\burl\(|@import|<script", page)


def test_the_text_is_whole():
    page = tree(render([checked(DOUBLED, VOLUME)]))
    [text] = page.query(".text")
    assert "".join(text.to_text(separator="", strip=False).split()) == "".join(TEXT.split())


def test_claim_review_has_what_schema_org_asks_for():
    reviews = json.loads(claimreview.render([checked(DOUBLED, UNKNOWN, VOLUME)]))
    assert [review["reviewRating"]["alternateName"] for review in reviews] == ["Refuted", "Supported"]
    review = reviews[0]
    assert (review["@context"], review["@type"]) == ("https://schema.org", "ClaimReview")
    assert review["claimReviewed"] == (
        "Pasokan waduk hampir dua kali lipat dalam setahun mencapai 3,6 juta galon per hari, kata K3."
    )
    assert review["itemReviewed"]["datePublished"] == "2024-10-14"
    assert review["citation"] == ["DKP"]


def test_claim_review_has_what_search_engines_ask_for_of_the_page_that_publishes_it():
    newsroom = claimreview.Newsroom(url="https://example.org/cek/air#top", name="Meja Angka", date="2024-10-15")
    documents = [checked(UNKNOWN), checked(DOUBLED, UNKNOWN, VOLUME)]
    reviews = json.loads(claimreview.render(documents, newsroom))
    assert [review["url"] for review in reviews] == [f"https://example.org/cek/air#c2-{place}" for place in (1, 3)]
    anchors = {section.attrs["id"] for section in tree(render(documents)).query("section")}
    assert {review["url"].partition("#")[2] for review in reviews} <= anchors
    assert {review["datePublished"] for review in reviews} == {"2024-10-15"}
    assert reviews[0]["author"] == {"@type": "Organization", "name": "Meja Angka", "url": "https://example.org"}


def test_claim_review_names_the_author_of_the_claim():
    one = checked(DOUBLED)
    named = replace(one, document=replace(one.document, author="Ani Sari"))
    [review] = json.loads(claimreview.render([named]))
    assert review["itemReviewed"]["author"] == {"@type": "Person", "name": "Ani Sari"}


@pytest.mark.parametrize("url", ["", "example.org/a", "javascript:alert(1)", "https:///a"])
def test_claim_review_is_published_on_the_web(url):
    with pytest.raises(InputError, match="is no address of a page"):
        claimreview.Newsroom(url=url)


@pytest.mark.parametrize("documents", [[], [checked()]])
def test_documents_without_claims(documents):
    assert "no claims found" in render(documents)
    assert json.loads(claimreview.render(documents)) == []
