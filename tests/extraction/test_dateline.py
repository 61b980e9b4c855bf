"""Which day a text is of."""

from verifier.extraction import extract
from verifier.extraction.dateline import document_date


def test_a_document_is_dated_by_its_first_full_day():
    mentions = extract("Sejak Mei 2020, kata dia, Minggu (13/10/2024), hingga 1 Januari 2025.", language="id")
    assert document_date(mentions) == "2024-10-13"
