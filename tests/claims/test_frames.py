"""Frames: concepts that the words around a number state together."""

import pytest
from readings import sentence_of

from verifier.claims.frame_patterns import frames_of
from verifier.packs import load_pack


def concepts(text: str, language: str) -> list[tuple[str, str]]:
    """Return the words of a text that name something measured, with what they name."""
    sentence = sentence_of(language, text)
    cues = sentence.of_role("concept")
    return [(" ".join(sentence.words[cue.first : cue.end]), cue.meaning) for cue in cues]


@pytest.mark.parametrize(
    ("language", "text", "concept"),
    [
        ("en", "Women in Ruvia have on average 3.1 children.", "fertility"),
        ("en", "In 2020, women there gave birth to 2.4 babies.", "fertility"),
        ("en", "Ruvians live 71 years on average.", "life_expectancy"),
        ("en", "Ruvia spent 4.1 percent of its GDP on schools.", "education_expenditure"),
        ("id", "Perempuan di Ruvia rata-rata melahirkan 3 anak.", "fertility"),
        ("id", "Warga Ruvia rata-rata hidup sampai 71 tahun.", "life_expectancy"),
        ("de", "Frauen in Ruvien bekommen im Durchschnitt 1,5 Kinder.", "fertility"),
    ],
)
def test_the_parts_of_a_frame_name_one_concept(language: str, text: str, concept: str) -> None:
    assert concept in {meaning for _, meaning in concepts(text, language)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Educated women in Ruvia have on average 1.7 children."),  # a part of them
        ("en", "Women in Ruvia who work have on average 1.7 children."),
        ("en", "The two women have 3 children."),  # no average
        ("en", "Women in Ruvia hope for 2.5 children."),
        ("en", "Ruvia spent 4.1 percent of its GDP on school meals."),
        ("en", "Ruvia spent 4.1 percent of its budget on schools."),
        ("id", "Perempuan itu memiliki 3 anak."),
        ("id", "Perempuan petani di Ruvia rata-rata melahirkan 3,5 anak."),
    ],
)
def test_other_statements_are_none(language: str, text: str) -> None:
    framed = {frame.concept for frames in frames_of(load_pack(language).claims).values() for frame in frames}
    assert not framed & {meaning for _, meaning in concepts(text, language)} - {"gdp", "population", "school"}


def test_a_part_that_is_kept_means_what_it_does() -> None:
    assert concepts("Ruvia spends 4.1 percent of GDP on health.", "en") == [
        ("spends", "health_expenditure"),
        ("gdp", "gdp"),
    ]


def test_what_is_said_of_a_life_is_no_forecast() -> None:
    text = "A typical woman will have 2.4 children."
    sentence = sentence_of("en", text)
    assert not sentence.of_role("status")
