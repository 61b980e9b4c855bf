"""The benchmark's own parts: its text is the same each time and dense enough, and its figures make a table."""

import pytest

from benchmarks.measure import Figure, least_times, machine, write_figures
from benchmarks.newstext import generate, generated_languages, split_sentences
from verifier import ReferenceTable, extract


@pytest.mark.parametrize("language", generated_languages())
def test_the_generated_text_is_the_same_for_the_same_seed(language):
    text = generate(language, size=5_000, seed=7)
    assert text == generate(language, size=5_000, seed=7)
    assert text != generate(language, size=5_000, seed=8)
    assert 5_000 <= len(text) < 6_000


@pytest.mark.parametrize("language", generated_languages())
def test_the_generated_text_is_as_dense_as_news(language):
    text = generate(language, size=60_000)
    assert 5 < len(extract(text, language=language)) / len(text) * 1000 < 8
    assert 80 < len(text) / len(split_sentences(text)) < 160


def test_a_language_without_shapes_of_sentences_is_told_of():
    with pytest.raises(SystemExit, match="no shapes of sentences for 'xx'; there are "):
        generate("xx", size=10)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Satu kalimat. Dua kalimat.", ["Satu kalimat.", "Dua kalimat."]),
        ("Harga Rp1.500 naik. \"Ya.\" Lalu turun!", ["Harga Rp1.500 naik.", "\"Ya.\" Lalu turun!"]),
        ("Baris\n\nlain\n", ["Baris", "lain"]),
        ("", []),
    ],
)  # fmt: skip
def test_split_sentences(text, sentences):
    assert split_sentences(text) == sentences


@pytest.mark.parametrize(
    ("value", "written"),
    [(0.0, "0"), (0.054812, "0.0548"), (2.346, "2.35"), (30.0, "30"), (153.4, "153"), (54_812.0, "54800")],
)
def test_a_figure_is_written_to_three_digits(value, written):
    assert Figure("speed", "all", value).written == written


def test_the_figures_make_a_table_that_claims_can_be_checked_against(tmp_path):
    file = tmp_path / "figures.csv"
    write_figures(file, [Figure("start time", "bare", 11.04, "ms"), Figure("speed ratio", "a over b", 152.6)])
    table = ReferenceTable.read(file)
    rows = [table.row(number) for number in (0, 1)]
    assert [(row.measure, row.entity, str(row.value), row.source) for row in rows] == [
        ("start time", "bare", "11", machine()),
        ("speed ratio", "a over b", "153", machine()),
    ]


def test_each_subject_is_run_in_each_round_and_timed():
    order = []
    times = least_times({"a": lambda: order.append("a"), "b": lambda: order.append("b")}, rounds=3)
    assert order == ["a", "b"] * 3
    assert list(times) == ["a", "b"]
    assert all(seconds >= 0 for seconds in times.values())
