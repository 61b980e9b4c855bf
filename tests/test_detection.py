"""Which language a text is in, by the words of the language packs."""

import pytest

from verifier.detection import detect_language, language_of
from verifier.documents import Document
from verifier.errors import InputError

TEXTS = [
    ("Harga beras naik 3 persen dan produksi turun pada bulan Juni.", "id"),
    ("Pemerintah menganggarkan dua miliar rupiah untuk jalan desa.", "id"),
    ("The price of rice rose by 3 percent and output fell in June.", "en"),
    ("World output rose three percent.", "en"),  # no function word
]


@pytest.mark.parametrize(("text", "language"), TEXTS)
def test_the_language_of_a_text(text, language):
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "12 34", "%%%", "xyzzy", "東京"])
def test_a_text_without_words_of_any_language(text):
    with pytest.raises(InputError, match="cannot tell the language of the text; name it: "):
        detect_language(text)


def test_what_is_given_goes_before_what_the_document_says_and_that_before_its_words():
    document = Document(name="a.md", text=TEXTS[0][0], language="en")
    assert language_of(document, given="id") == "id"
    assert language_of(document) == "en"
    assert language_of(Document(name="a.txt", text=TEXTS[0][0])) == "id"


def test_a_document_in_a_language_that_is_not_known():
    with pytest.raises(InputError, match=r"a\.md: says that its language is 'xx'; known are "):
        language_of(Document(name="a.md", text="", language="xx"))


def test_a_document_whose_language_is_unclear_is_named():
    with pytest.raises(InputError, match=r"a\.txt: cannot tell the language"):
        language_of(Document(name="a.txt", text="12"))
