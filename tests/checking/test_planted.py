"""Generated sentences about real countries: planted errors are found, and nothing else is."""

from random import Random

import pytest

from benchmarks.claim_words import Words, claim_languages
from benchmarks.claims import judge, measure
from benchmarks.planted import Claims

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
    assert figures["errors with a suggestion"] >= 0.95
    assert figures["suggestions that are supported in place"] == 1
    assert figures["true claims supported"] >= 0.99


@pytest.mark.parametrize("language", claim_languages())
def test_the_same_seed_gives_the_same_sentences(language):
    first, again, other = (list(Claims(language, seed=seed).cases(50)) for seed in (3, 3, 4))
    assert first == again != other


def test_both_languages_have_every_shape():
    shapes = {language: Words(language, Random(1))["shapes"].keys() for language in claim_languages()}
    assert len({frozenset(names) for names in shapes.values()}) == 1
