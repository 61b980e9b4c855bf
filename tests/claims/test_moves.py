"""Which change so many are said to have gone through, where no number tells by how much."""

import pytest
from readings import sentence_of

from verifier.claims.read import read_claims

MOVES = [
    # language, sentence, the word of the change of its first number, "" for none
    ("id", "Produksi turun di dua dari tiga provinsi.", "turun"),
    ("id", "Dua provinsi mengalami kenaikan produksi.", "kenaikan"),
    ("id", "Produksi turun 5 ton di dua provinsi.", ""),
    ("id", "Dua provinsi itu subur, dan produksi naik.", ""),
    ("id", "Lebih dari dua provinsi mengalami kenaikan produksi.", ""),
    ("en", "Output fell in two of the three regions.", "fell"),
    ("en", "Two regions saw output rise.", "rise"),
    ("en", "Output fell by 5 tons in two regions.", ""),
    ("en", "Two regions are large, and output rose.", ""),
]


@pytest.mark.parametrize(("language", "text", "wanted"), MOVES)
def test_what_so_many_did(language, text, wanted):
    sentence = sentence_of(language, text)
    move = read_claims(sentence)[0].move
    assert (sentence.words[move.first] if move else "") == wanted
