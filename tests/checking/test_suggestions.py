"""Whatever is said of whatever rows, in any form: a suggestion, put in its place, makes the claim supported."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import HEADERS

from verifier.checking import verify
from verifier.reference import ReferenceTable
from verifier.verdict import Label

LANGUAGES = {
    "id": {
        "marks": (".", ","),
        "output": "produksi padi",
        "rate": "tingkat kemiskinan",
        "up": "naik",
        "down": "turun",
        "level": "Pada 2023 produksi padi di Aceh mencapai {amount} ton.",
        "by": "Produksi padi Aceh {verb} {amount} ton pada 2023 dibandingkan 2022.",
        "percent": "Produksi padi Aceh {verb} {percent} persen pada 2023 dibandingkan 2022.",
        "from": "Produksi padi Aceh {verb} dari {amount} ton pada 2022 menjadi {other} ton pada 2023.",
        "multiple": "Pada 2023 produksi padi Aceh {multiple} kali produksi padi Bali.",
        "sum": "Pada 2023 gabungan produksi padi Aceh dan Bali mencapai {amount} ton.",
        "average": "Pada 2023 rata-rata produksi padi Aceh dan Bali adalah {amount} ton.",
        "difference": "Pada 2023 selisih produksi padi Aceh dan Bali mencapai {amount} ton.",
        "share": "Pada 2023 produksi padi Aceh setara {percent} persen dari produksi padi Bali.",
        "bound": "Pada 2023 produksi padi di Aceh lebih dari {amount} ton.",
        "range": "Pada 2023 produksi padi di Aceh antara {low} dan {high} ton.",
        "rank": "Pada 2023 produksi padi Aceh adalah yang {rank}.",
        "compared": "Pada 2023 produksi padi Aceh lebih {way} daripada Bali.",
        "points": "Tingkat kemiskinan Aceh {verb} {points} poin persen pada 2023 dibandingkan 2022.",
        "ranks": ("terbesar", "terkecil"),
        "ways": ("tinggi", "rendah"),
    },
    "en": {
        "marks": (",", "."),
        "output": "rice output",
        "rate": "poverty rate",
        "up": "rose",
        "down": "fell",
        "level": "In 2023 rice output in Aceh was {amount} tonnes.",
        "by": "Rice output in Aceh {verb} by {amount} tonnes in 2023 compared with 2022.",
        "percent": "Rice output in Aceh {verb} {percent} percent in 2023 compared with 2022.",
        "from": "Rice output in Aceh {verb} from {amount} tonnes in 2022 to {other} tonnes in 2023.",
        "multiple": "In 2023 rice output in Aceh was {multiple} times that of Bali.",
        "sum": "In 2023 Aceh and Bali had a combined rice output of {amount} tonnes.",
        "average": "In 2023 the average rice output of Aceh and Bali was {amount} tonnes.",
        "difference": "In 2023 the difference in rice output between Aceh and Bali was {amount} tonnes.",
        "share": "In 2023 rice output in Aceh was {percent} percent of that of Bali.",
        "bound": "In 2023 rice output in Aceh was more than {amount} tonnes.",
        "range": "In 2023 rice output in Aceh was between {low} and {high} tonnes.",
        "rank": "In 2023 Aceh had the {rank} rice output.",
        "compared": "In 2023 rice output in Aceh was {way} than in Bali.",
        "points": "The poverty rate in Aceh {verb} by {points} percentage points in 2023 compared with 2022.",
        "ranks": ("largest", "smallest"),
        "ways": ("higher", "lower"),
    },
}
FORMS = [key for key, words in LANGUAGES["en"].items() if "{" in str(words)]
TONS = st.integers(min_value=1_001, max_value=999_999)
RATES = st.integers(min_value=51, max_value=949).map(lambda tenths: Decimal(tenths) / 10)


def reference(words, tons, rates):
    rows = [
        ("Aceh", "2022", words["output"], str(tons[0]), "ton"),
        ("Aceh", "2023", words["output"], str(tons[1]), "ton"),
        ("Bali", "2023", words["output"], str(tons[2]), "ton"),
        ("Lampung", "2023", words["output"], str(tons[3]), "ton"),
        ("Aceh", "2022", words["rate"], str(rates[0]), "percent"),
        ("Aceh", "2023", words["rate"], str(rates[1]), "percent"),
    ]
    return ReferenceTable.from_records([dict(zip(HEADERS, row, strict=True)) for row in rows], name="table")


@st.composite
def sayings(draw, language, form):
    """Return a sentence of a form with numbers that may be right or wrong."""
    words = LANGUAGES[language]
    group, mark = words["marks"]

    def shown(value, decimals):
        return f"{value:,.{decimals}f}".translate({ord(","): group, ord("."): mark})

    low = draw(TONS)
    return words[form].format(
        amount=shown(draw(TONS), 0),
        other=shown(draw(TONS), 0),
        low=shown(low, 0),
        high=shown(low + draw(st.integers(min_value=100, max_value=90_000)), 0),
        percent=shown(draw(RATES), 1),
        points=shown(draw(RATES) / 10, 1),
        multiple=shown(draw(RATES) / 5, 1),
        verb=draw(st.sampled_from([words["up"], words["down"]])),
        rank=draw(st.sampled_from(words["ranks"])),
        way=draw(st.sampled_from(words["ways"])),
    )


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("form", FORMS)
@given(data=st.data())
def test_a_suggestion_makes_the_claim_supported(language, form, data):
    tons = data.draw(st.tuples(TONS, TONS, TONS, TONS))
    table = reference(LANGUAGES[language], tons, data.draw(st.tuples(RATES, RATES)))
    text = data.draw(sayings(language, form))
    report = verify(text, table, language=language)
    assert report.verdicts or form == "compared", text  # of equals nothing is said
    edits = sorted((edit for one in report.refuted for edit in one.edits), key=lambda edit: -edit.start)
    if not edits or any(not one.edits for one in report.refuted):
        return
    right = text
    for edit in edits:
        right = right[: edit.start] + edit.text + right[edit.end :]
    labels = {one.label for one in verify(right, table, language=language).verdicts}
    assert labels == {Label.SUPPORTED}, (tons, text, right)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_form_can_be_refuted(language):
    """None of the forms goes unread."""
    words = LANGUAGES[language]
    table = reference(words, (2_000, 3_000, 9_000, 12_000), ("10.5", "8.5"))
    wrong = {
        "amount": "123",
        "other": "456",
        "low": "100",
        "high": "200",
        "percent": "77",
        "points": "4",
        "multiple": "7",
    }
    words_of_order = {"verb": words["down"], "rank": words["ranks"][0], "way": words["ways"][0]}
    for form in FORMS:
        text = words[form].format(**wrong | words_of_order)
        if form == "bound":
            text = words[form].format(**wrong | words_of_order | {"amount": "9" + words["marks"][0] + "123"})
        assert verify(text, table, language=language).refuted, text
