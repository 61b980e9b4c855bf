"""A value, a unit or a date, rendered in any style into a sentence, is read as exactly that fact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties.speech import SPEECH
from properties.styles import STYLES

from verifier import extract


@pytest.mark.parametrize("code", SPEECH)
@pytest.mark.parametrize("style", STYLES)
@given(data=st.data())
def test_what_is_rendered_is_read(style, code, data):
    speech = SPEECH[code]
    rendered = STYLES[style](data, speech)
    carrier = data.draw(st.sampled_from(speech.carriers))
    text = carrier.format(f"{rendered.lead}{rendered.surface}{rendered.tail}")
    start = carrier.index("{}") + len(rendered.lead)

    [mention] = extract(text, language=code)

    assert (mention.text, mention.start) == (rendered.surface, start)
    assert (mention.kind, mention.unit, mention.noun) == (rendered.kind, rendered.unit, rendered.noun)
    assert [value.as_tuple() for value in mention.values] == [value.as_tuple() for value in rendered.values]
    assert (mention.modifier, mention.problem) == (rendered.modifier, rendered.problem)
    assert (mention.date, mention.relative) == (rendered.date, rendered.relative)
