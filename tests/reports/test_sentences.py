"""The sentence around a claim, as a reader reads it."""

import pytest

from verifier.documents import make_document
from verifier.reports.checked import check
from verifier.reports.claim import claim
from verifier.reports.sentences import Sentences
from verifier.reports.visible import Paint

DAY = "Senin (13/10/2024)"  # a Sunday, so that it is refuted without a table
SENTENCES = [
    # name, source                                                     its sentence in three parts
    ("a.txt", f"Satu. Rapat pada {DAY} batal. Dua.",                      ("Rapat pada ", DAY, " batal.")),
    ("a.txt", f"Kata Dr. Ani, rapat besar itu digelar pada\r\n{DAY}.",
     ("Kata Dr. Ani, rapat besar itu digelar pada ", DAY, ".")),
    ("a.txt", f"{DAY} libur",                                             ("", DAY, " libur")),
    ("a.md",  f"# Rapat\n\nLihat `x` [itu](http://a/1): **{DAY}**!",      ("Lihat … itu: ", DAY, "!")),
    ("a.md",  "Rapat pada **Senin** (13/10/&#50;024).",                   ("Rapat pada ", DAY, ".")),
    ("a.md",  f"| Rapat | Hari |\n|-|-|\n| I | {DAY}, batal |",           ("Hari, I: ", DAY, ", batal")),
    ("a.html", f"<p>Satu.<p>Rapat <i>itu</i>\n pada {DAY}",               ("Rapat itu pada ", DAY, "")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "source", "parts"), SENTENCES)
def test_the_sentence_of_a_claim(name, source, parts):
    checked = check(make_document(source, name=name), language="id")
    sentence = Sentences(checked).of(checked.verdicts[0])
    assert (sentence.before, sentence.claim, sentence.after) == parts


def shown(source, *, columns):
    checked = check(make_document(source, name="a.txt"), language="id")
    [verdict] = checked.verdicts
    lines = claim(verdict, Sentences(checked).of(verdict), paint=Paint(False), columns=columns)
    margin = " " * 11
    start = next(number for number, line in enumerate(lines) if line.startswith(f"{margin}means"))
    return [line.removeprefix(margin) for line in lines[1:start]]


def test_a_long_sentence_is_broken_and_each_part_of_the_claim_marked():
    assert shown(f"Rapat itu pada hari {DAY} batal lagi.", columns=41) == [
        "Rapat itu pada hari Senin",
        "                    ^^^^^",
        "(13/10/2024) batal lagi.",
        "^^^^^^^^^^^^",
    ]


def test_a_very_long_sentence_is_cut_at_words():
    first, *_, last = shown(f"{'sangat ' * 200}lama, {DAY}, {'sekali ' * 200}", columns=100)
    assert first.startswith("… sangat sangat")
    assert last.endswith("sekali …")


def test_a_mark_stands_under_wide_characters():
    assert shown(f"Rapat 東京 pada {DAY}.", columns=100) == [f"Rapat 東京 pada {DAY}.", f"{' ' * 16}{'^' * len(DAY)}"]


def test_words_without_a_space_are_broken_where_the_line_ends():
    lines = shown(f"{'x' * 90} {DAY}", columns=60)
    assert lines[:3] == ["x" * 49, f"{'x' * 41} Senin", f"{' ' * 42}^^^^^"]
