"""What a "not" before a number makes of it: another bound, a denial, something open, or nothing."""

import pytest
from readings import sentence_of

from verifier.claims.claim import Denial
from verifier.claims.read import read_claims
from verifier.claims.statements import read_statements

DENIALS = [
    # language, sentence, of the last number: its modifier, whether it is denied
    ("id", "Produksi tidak mencapai 5 juta ton.", "less_than", "none"),
    ("id", "Produksi belum menyentuh 5 juta ton.", "less_than", "none"),
    ("id", "Produksi gagal menembus 5 juta ton.", "at_most", "none"),
    ("id", "Produksi tidak lagi di atas 5 juta ton.", "at_most", "none"),
    ("id", "Produksi tidak turun di bawah 5 juta ton.", "at_least", "none"),
    ("id", "Tingkatnya belum turun ke 5 persen.", "more_than", "none"),
    ("id", "Produksi tidak naik lebih dari 5 persen.", "at_most", "none"),
    ("id", "Produksi belum naik 5 persen.", "less_than", "none"),
    ("id", "Produksi tidak naik 5 persen.", None, "plain"),
    ("id", "Produksi bukan 5 juta ton.", None, "plain"),
    ("id", "Produksi tidak lagi 5 juta ton.", None, "plain"),
    ("id", "Tidak benar produksi mencapai 5 juta ton.", None, "open"),
    ("id", "Daerah itu tidak memproduksi 5 juta ton.", None, "open"),
    ("id", "Produksi tidak hanya 5 juta ton.", None, "open"),
    ("id", "Produksi tidak hanya naik 5 persen.", None, "none"),
    ("id", "Produksi tidak kurang dari 5 juta ton.", "at_least", "none"),
    ("id", "Suara tidak sah tercatat 842.", None, "none"),
    ("id", "Warga yang tidak bekerja mencapai 5 juta orang.", None, "none"),
    ("id", "Hujan tidak turun, produksi hanya 5 juta ton.", None, "none"),
    ("en", "Sales did not exceed 5 million tons.", "at_most", "none"),
    ("en", "Sales didn't reach 5 million tons.", "less_than", "none"),
    ("en", "Sales have not yet reached 5 million tons.", "less_than", "none"),
    ("en", "Sales did not fall below 5 million tons.", "at_least", "none"),
    ("en", "Sales were no longer above 5 million tons.", "at_most", "none"),
    ("en", "Sales did not grow by 5 percent.", None, "plain"),
    ("en", "Sales were not 5 million tons.", None, "plain"),
    ("en", "Sales were not far from 5 million tons.", "about", "none"),
    ("en", "Sales not only rose 5 percent.", None, "none"),
    ("en", "Sales were hundreds, if not 5,000 tons.", None, "open"),
    ("en", "The strike did not stop sales from reaching 5 million tons.", None, "none"),
    ("en", "Whoever did not vote was 5 percent of the town.", None, "none"),
]

CHANGES = [
    # a denied change leaves its other numbers open: it may have gone elsewhere, or not at all
    ("id", "Produksi tidak naik 5 persen menjadi 4,2 juta ton.", ["open", "open"]),
    ("en", "Sales did not fall from 5 million to 4 million tons.", ["open", "open"]),
    ("en", "Sales rose 5 percent to 4.2 million tons.", ["none", "none"]),
]

STATEMENTS = [
    ("id", "Produksi Bali tidak lebih tinggi daripada produksi Banten.", ["plain"]),
    ("id", "Produksi Bali lebih tinggi daripada produksi Banten.", ["none"]),
    ("en", "Sales did not rise steadily.", ["plain"]),
    ("en", "The highest sales were not in Bali.", []),
    ("id", "Bali bukan daerah dengan produksi padi yang tertinggi.", []),
]


RULED_OUT = [
    # of the last number: which way it went, where a verb in between says only what did not happen
    ("id", "Produksi turun 3 persen, bukan naik, menjadi 5 juta ton.", -1),
    ("id", "Produksi turun 3 persen menjadi 5 juta ton.", -1),
    ("en", "Sales fell 3 percent, and did not rise, to 5 million tons.", -1),
]


@pytest.mark.parametrize(("language", "text", "direction"), RULED_OUT)
def test_a_verb_that_is_ruled_out(language, text, direction):
    claim = read_claims(sentence_of(language, text))[-1]
    assert (claim.direction, claim.denial) == (direction, Denial.NONE)


@pytest.mark.parametrize(("language", "text", "modifier", "denial"), DENIALS)
def test_what_is_denied(language, text, modifier, denial):
    claim = read_claims(sentence_of(language, text))[-1]
    assert (claim.modifier and str(claim.modifier), claim.denial) == (modifier, Denial(denial))


@pytest.mark.parametrize(("language", "text", "wanted"), CHANGES)
def test_a_denied_change(language, text, wanted):
    assert [claim.denial.value for claim in read_claims(sentence_of(language, text))] == wanted


@pytest.mark.parametrize(("language", "text", "wanted"), STATEMENTS)
def test_a_denied_statement(language, text, wanted):
    assert [claim.denial.value for claim in read_statements(sentence_of(language, text))] == wanted
