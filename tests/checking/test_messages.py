"""What explanations need of a pack: all messages, with the same places to fill in, in each language that has them."""

import re
from string import Formatter

import pytest

from verifier.packs import languages, load_pack
from verifier.verdict import Diagnosis, Reason

SPOKEN = [code for code in languages() if load_pack(code).claims.messages]
ENGLISH = load_pack("en").claims.messages
SAID_OTHERWISE = {Reason.MODIFIER, Reason.RANGE, Reason.RANK, Reason.CONSISTENT, Reason.CONSISTENCY, Reason.UNIT}


def places(template):
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("code", SPOKEN)
def test_a_language_has_all_messages_with_the_same_places(code):
    messages = load_pack(code).claims.messages
    assert {key: places(text) for key, text in messages.items()} == {k: places(text) for k, text in ENGLISH.items()}


@pytest.mark.parametrize("code", SPOKEN)
def test_messages_are_one_line_without_a_full_stop(code):
    for key, text in load_pack(code).claims.messages.items():
        assert re.fullmatch(r"\S.*[^.\s]", text), (key, text)


def test_each_reason_and_diagnosis_can_be_said():
    assert {f"diagnosis_{word}" for word in Diagnosis} <= ENGLISH.keys()
    assert set(Reason) - SAID_OTHERWISE <= ENGLISH.keys()
