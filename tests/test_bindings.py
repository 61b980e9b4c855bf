"""Bindings: what comments say, in a file of their own."""

import pytest

from verifier.bindings import Bindings, read_bindings
from verifier.documents import make_document
from verifier.errors import InputError
from verifier.remarks import declared_rows


@pytest.fixture
def bindings(tmp_path):
    def write(text):
        file = tmp_path / "claims.toml"
        file.write_text(text, encoding="utf-8")
        return read_bindings(file)

    return write


def test_a_binding_is_a_comment_behind_the_words(tmp_path, bindings):
    document = make_document("Naik **4 juta** ton.\n\nLagi 4 juta, bukan 14 juta atau 4 jutaan.", name="a.md")
    bound = bindings('["a.md"]\n"4 juta" = "fact: volume@2024-06"\n').bound(document, tmp_path / "a.md")
    text = document.text
    places = [text.index("4 juta") + 6, text.index("Lagi 4 juta") + 11]
    assert declared_rows(bound) == dict.fromkeys(places, "volume@2024-06")


def test_other_documents_are_left_as_they_are(tmp_path, bindings):
    document = make_document("Naik 4 juta.", name="b.txt")
    assert bindings('["a.txt"]\n"4 juta" = "fact: volume"\n').bound(document, tmp_path / "b.txt") is document
    assert Bindings().bound(document, "b.txt") is document


def test_words_that_a_document_does_not_say_are_told_of(tmp_path, bindings):
    document = make_document("Naik 5 juta.", name="a.txt")
    with pytest.raises(InputError, match=r"claims.toml: a.txt does not say '4 juta'; write its words anew"):
        bindings('["a.txt"]\n"4 juta" = "fact: volume"\n').bound(document, tmp_path / "a.txt")


WRONG = [
    # file                                         message
    ('["a.txt"\n',                                 "is no TOML file"),
    ('"4 juta" = "fact: volume"\n',                "'4 juta' stands alone; put it under its document"),
    ('["a.txt"]\n"4 juta" = "volume"\n',           r"\[a.txt\]: '4 juta' is 'volume'; write 'fact: KEY'"),
    ('["a.txt"]\n"4 juta" = 4\n',                  "'4 juta' is 4; write"),
    ('["a.txt"]\n"4 juta" = "claims: off"\n',      "'4 juta' is 'claims: off'; write"),
    ('["a.txt"]\n" " = "fact: volume"\n',          "' ' is 'fact: volume'; write"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "message"), WRONG)
def test_a_wrong_file_is_told_of(bindings, file, message):
    with pytest.raises(InputError, match=message):
        bindings(file)


def test_a_file_that_is_not_there_is_told_of(tmp_path):
    with pytest.raises(InputError, match="there is no such file"):
        read_bindings(tmp_path / "none.toml")
