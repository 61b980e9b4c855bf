"""Generated sentences about real countries: planted errors are found, and nothing else is."""

import pytest

from benchmarks.claims import judge, measure
from benchmarks.planted import claim_languages

COUNT = 300


@pytest.mark.parametrize("language", claim_languages())
@pytest.mark.parametrize("seed", [11, 12])
def test_planted_errors_are_found_and_nothing_else(language, seed):
    figures = {figure.measure: figure.value for figure in measure(judge(language, count=COUNT, seed=seed), language)}
    assert figures["false alarms on true claims"] == 0
    assert figures["false alarms without evidence"] == 0
    assert figures["supported without evidence"] == 0
    assert figures["errors found"] >= 0.99
    assert figures["best diagnosis right"] >= 0.95
    assert figures["true claims supported"] >= 0.99
