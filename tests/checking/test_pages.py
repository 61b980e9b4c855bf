"""Each word of a verdict has its place on the page about verdicts, and what the page says comes true elsewhere."""

import re
from pathlib import Path

import pytest

from verifier.verdict import Diagnosis, Label, Reason

PAGE = Path(__file__).parents[2] / "docs" / "verdicts.md"
HEADINGS = re.findall(r"^#{2,3} (\S+)\n(.*?)(?=^#{2,3} |\Z)", PAGE.read_text("utf-8"), re.M | re.S)
SECTIONS = dict(HEADINGS)


@pytest.mark.parametrize("word", sorted({*Label, *Reason, *Diagnosis}))
def test_each_word_has_a_heading_and_says_what_it_means(word):
    meaning = SECTIONS[word].split("```")[0].strip()
    assert len(meaning) > 40


@pytest.mark.parametrize("reason", Reason)
def test_each_reason_has_an_example(reason):
    shown = re.findall(r"^.+: (\w+), (\w+)$", SECTIONS[reason], re.M)
    assert reason in [said for _, said in shown]


@pytest.mark.parametrize("diagnosis", Diagnosis)
def test_each_diagnosis_has_an_example(diagnosis):
    assert f"    probably: {diagnosis}\n" in SECTIONS[diagnosis]


def test_no_heading_is_of_a_word_that_is_gone():
    words = {heading for heading in SECTIONS if heading == heading.lower()}
    assert words == {*Label, *Reason, *Diagnosis}
    assert len(HEADINGS) == len(SECTIONS)
