"""Which change a superlative ranks, if it ranks one."""

import pytest
from readings import sentence_of

from verifier.claims.statements import read_statements

STEPS = [
    # language, sentence, the superlatives of which something is claimed, each with the word of its change
    ("id", "Kenaikan produksi padi tertinggi terjadi di Bali.", [("tertinggi", "kenaikan")]),
    ("id", "Produksi Bali turun paling tajam.", [("paling tajam", "turun")]),
    ("id", "Produksi padi tertinggi terjadi di Bali.", [("tertinggi", "")]),
    ("id", "Produksi Bali naik ke posisi tertinggi.", [("tertinggi", "")]),
    ("id", "Kenaikan 5 persen membuat produksi Bali tertinggi.", [("tertinggi", "")]),
    ("id", "Kereta itu paling cepat.", []),
    ("en", "The biggest rise in sales was in Bali.", [("biggest", "rise")]),
    ("en", "Sales grew fastest in Bali.", [("fastest", "grew")]),
    ("en", "Bali had the highest population growth.", [("highest", "growth")]),
    ("en", "Bali is the fastest-growing town.", [("fastest", "growing")]),
    ("en", "Bali had the largest sales, and the growth was good.", [("largest", "")]),
    ("en", "The largest fell in Bali.", [("largest", "")]),
    ("en", "It is the fastest train.", []),
]


@pytest.mark.parametrize(("language", "text", "wanted"), STEPS)
def test_the_change_that_a_superlative_ranks(language, text, wanted):
    sentence = sentence_of(language, text)
    claims = [claim for claim in read_statements(sentence) if claim.superlative]
    steps = [" ".join(sentence.words[one.step.first : one.step.end]) if one.step else "" for one in claims]
    assert list(zip([claim.text.lower() for claim in claims], steps, strict=True)) == wanted
