"""A text is the sum of its paragraphs: what stands in one has no bearing on what is read in another."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties.texts import codes, paragraphs

from verifier import extract

PAUSES = st.sampled_from(("\n\n", "\n\n\n", "\n \n", "\r\n\r\n"))


def shifted(mentions, distance):
    return [replace(mention, start=mention.start + distance, end=mention.end + distance) for mention in mentions]


@given(data=st.data(), code=codes, pause=PAUSES)
def test_two_paragraphs_are_read_as_each_alone(data, code, pause):
    first, second = data.draw(paragraphs(code)), data.draw(paragraphs(code))
    both = extract(first + pause + second, language=code)
    alone = extract(first, language=code)
    assert both == alone + shifted(extract(second, language=code), len(first + pause))


APART = [
    # language, the first paragraph, the second, and what the second states
    ("ms", "Mereka pulang pada akhirnya.", "-2",                  "-2"),
    ("de", "188073260-İ KV SEINSEIN-",     "Es waren 770 Kühe.",  "770"),
    ("id", "Rumah itu bernomor",           "5 ekor kambing mati", "5"),
    ("en", "See page",                     "12 people came",      "12"),
    ("en", "It was on 12 May",             "2020 people came",    "2020"),
]  # fmt: skip


@pytest.mark.parametrize("pause", ["\n\n", "\n \n", "\r\n\r\n", "\n\t\n\n"])
@pytest.mark.parametrize(("code", "first", "second", "fact"), APART)
def test_what_stands_in_another_paragraph_changes_nothing(code, first, second, fact, pause):
    assert extract(first + pause + second, language=code)[-1].text == fact


@given(data=st.data(), code=codes)
def test_a_paragraph_far_from_the_start_is_read_alike(data, code):
    plain = "Kata para ahli.\n\n" * data.draw(st.integers(1, 40))
    paragraph = data.draw(paragraphs(code))
    assert extract(plain + paragraph, language=code) == shifted(extract(paragraph, language=code), len(plain))
