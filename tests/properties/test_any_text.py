"""Whatever the text: nothing is raised, and each mention stands where it says and holds together."""

import copy
import json
import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties.texts import any_text, codes

from verifier import Kind, extract
from verifier.extraction import read_text

NO_VALUES = {Kind.DATE, Kind.TIME}


@given(data=st.data(), code=codes, today=st.none() | st.dates())
def test_spans_and_values_hold(data, code, today):
    text = data.draw(any_text(code))
    holds_together(text, extract(text, language=code, reference_date=today))


def holds_together(text, mentions):
    end = 0
    for mention in mentions:
        assert mention.text == text[mention.start : mention.end] != ""
        assert mention.start >= end, "mentions overlap or are out of order"
        end = mention.end
        assert (mention.kind in NO_VALUES) == (mention.values == ())
        assert len(mention.values) <= 2
        assert all(type(value) is Decimal and value.is_finite() for value in mention.values)
        assert mention.text == mention.text.strip(), "white space at an end belongs to no mention"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ms", "12h1٣"),  # two scripts in one number: it has no value, and nothing goes on with it
        ("de", "3stunde1٣ 2020"),
        ("id", "psig 1٣:10.10 gelora"),
        ("ms", "€ 1,2,32,5 1/2"),
        ("ms", "1.23.4% & 1/2²"),
        ("ms", "ahad sebelas "),  # a number word ends the text
        ("de", "sonnabend siebzehn"),
        ("en", "0 %0 "),  # the sign belongs to one number only
    ],
)
def test_a_number_without_a_value_or_at_the_end_is_legal(code, text):
    holds_together(text, extract(text, language=code))


@given(data=st.data(), code=codes)
def test_what_is_set_aside_stands_in_the_text(data, code):
    text = data.draw(any_text(code))
    for aside in read_text(text, language=code).set_aside:
        assert aside.text == text[aside.start : aside.end] != ""
        assert aside.reason


@given(data=st.data(), code=codes)
def test_to_watch_the_stages_changes_nothing_and_shows_tokens_in_order(data, code):
    text = data.draw(any_text(code))

    def watch(stage, window):
        spans = range(len(window.tokens))
        places = [place for span in spans for place in (window.start(span), window.end(span))]
        assert places == sorted(places), stage

    watched = read_text(text, language=code, watch=watch)
    assert watched == read_text(text, language=code)


@given(data=st.data(), code=codes)
def test_mentions_can_be_pickled_copied_and_written_as_json(data, code):
    text = data.draw(any_text(code))
    for mention in extract(text, language=code):
        assert pickle.loads(pickle.dumps(mention)) == copy.copy(mention) == copy.deepcopy(mention) == mention
        assert hash(copy.deepcopy(mention)) == hash(mention)
        assert json.loads(json.dumps(mention.to_dict())) == mention.to_dict()
