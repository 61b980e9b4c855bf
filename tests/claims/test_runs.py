"""How many steps of how long a sentence tells of in a row, and which way they went."""

import pytest
from readings import sentence_of

from verifier.claims.runs import runs

RUNS = [
    # language, sentence, its runs: how many steps, of how many months, the verb
    ("id", "Produksi naik tiga tahun berturut-turut.", [(3, 12, "naik")]),
    ("id", "Produksi turun untuk tahun kedua berturut-turut.", [(2, 12, "turun")]),
    ("id", "Selama dua bulan beruntun produksi merosot.", [(2, 1, "merosot")]),
    ("id", "Produksi naik, lalu tim itu menang tiga tahun berturut-turut.", []),
    ("id", "Produksi padi dan jagung berturut-turut naik 3 dan 5 persen.", []),
    ("en", "Sales rose for the third year in a row.", [(3, 12, "rose")]),
    ("en", "Sales fell for a second straight month.", [(2, 1, "fell")]),
    ("en", "Sales have grown five years running.", [(5, 12, "grown")]),
    ("en", "Sales rose in a straight line for years.", []),
    ("en", "Four houses stood in a row, and rents rose last year.", []),
]


@pytest.mark.parametrize(("language", "text", "wanted"), RUNS)
def test_steps_in_a_row(language, text, wanted):
    sentence = sentence_of(language, text)
    assert [(run.count, run.months, sentence.words[run.verb.first]) for run in runs(sentence)] == wanted
