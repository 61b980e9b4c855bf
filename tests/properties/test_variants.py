"""The same fact written with other characters has the same value: digits, spaces, line ends, signs before it."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties.speech import SPEECH
from properties.texts import sentences

from verifier import extract

ZEROS = "٠۰०০੦૦௦౦೦൦๐໐０"  # of the scripts whose digits are numbers here


def meaning(text, code):
    """Return what a text states, without where."""
    return [
        (mention.kind, mention.values, mention.unit, mention.noun, mention.modifier, mention.date, mention.readings)
        for mention in extract(text, language=code)
    ]


def in_script(text, zero):
    """Write each digit in another script, but for the power in the sign of a unit: "m3"."""
    return re.sub(r"(?<!m)[0-9]|(?<=m)[014-9]", lambda sign: chr(ord(zero) + int(sign[0])), text)


REWRITTEN = {
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "line ends of Windows": lambda text: text.replace(" ", "\r\n", 1),
    "composed letters": lambda text: unicodedata.normalize("NFC", text),
    "byte order mark": lambda text: "\ufeff" + text,
    "dotted capital I": lambda text: "İİ: " + text,
    "sharp s": lambda text: "ßŉ: " + text,
    "emoji": lambda text: "👨\u200d👩\u200d👧: " + text,
}


@pytest.mark.parametrize("change", REWRITTEN)
@given(data=st.data(), code=st.sampled_from(sorted(SPEECH)))
def test_the_same_is_read_from_other_characters(change, data, code):
    text = data.draw(sentences(code))
    assert meaning(REWRITTEN[change](text), code) == meaning(text, code)


@given(data=st.data(), code=st.sampled_from(sorted(SPEECH)), zero=st.sampled_from(ZEROS))
def test_digits_of_any_script_have_the_same_value(data, code, zero):
    text = data.draw(sentences(code))
    assert meaning(in_script(text, zero), code) == meaning(text, code)
