"""Files of all sorts become text, or one line that says what is wrong and what to do."""

import io
import os
import sys
from pathlib import Path

import pytest

from verifier.documents import Document, read_document
from verifier.errors import InputError, InputTypeError
from verifier.lines import Lines

DECODED = [
    # bytes                                      encoding   text
    (b"Naik 3 persen.",                          "utf-8",   "Naik 3 persen."),
    (b"",                                        "utf-8",   ""),
    (b"\xef\xbb\xbfNaik.",                       "utf-8",   "Naik."),
    (b"satu\r\ndua\rtiga\n",                     "utf-8",   "satu\r\ndua\rtiga\n"),  # line ends stay
    ("Harga €5".encode("utf-16"),                "utf-8",   "Harga €5"),             # its mark says so
    ("Harga €5".encode("utf-16-le"),             "utf-16-le", "Harga €5"),
    ("Harga €5".encode("utf-8-sig"),             "cp1252",  "Harga €5"),             # the mark wins
    ("Harga €5".encode("cp1252"),                "cp1252",  "Harga €5"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "encoding", "text"), DECODED)
def test_a_document_is_decoded_and_otherwise_left_as_it_is(tmp_path, data, encoding, text):
    file = tmp_path / "a.txt"
    file.write_bytes(data)
    assert read_document(file, encoding=encoding) == Document(name=str(file), text=text)


REFUSED = [
    (b"Harga \xe2\x82", "utf-8", "byte 6 (0xe2) is not utf-8; name its encoding, such as --encoding cp1252"),
    (b"caf\xe9 3", "utf-8", "byte 3 (0xe9) is not utf-8; name its encoding, such as --encoding cp1252"),
    (b"\xef\xbb\xbfcaf\xe9", "utf-8", "byte 6 (0xe9) is not utf-8"),  # counted in the file
    (b"%PDF-1.7\n", "utf-8", "is a PDF, not a text; save it as plain text, Markdown or HTML"),
    (b"PK\x03\x04rest", "utf-8", "is a ZIP archive or an office document, not a text"),
    (b"a\0b", "utf-8", "holds a NUL character at 1, so it is no text; save it as UTF-8"),
    (b"a", "utf-9", "unknown encoding 'utf-9': known are utf-8, utf-16, cp1252"),
    (b"a", "hex", "unknown encoding 'hex'"),  # a codec, but not one of text
]


@pytest.mark.parametrize(("data", "encoding", "message"), REFUSED)
def test_what_is_no_text_is_refused_with_place_and_remedy(tmp_path, data, encoding, message):
    file = tmp_path / "a.txt"
    file.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_document(file, encoding=encoding)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match=r"b\.txt: there is no such file"):
        read_document(tmp_path / "b.txt")


def test_a_folder_is_no_document(tmp_path):
    with pytest.raises(InputError, match="is a folder; name the files in it"):
        read_document(tmp_path)


def test_a_pipe_in_the_file_system_is_no_document(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="is not a regular file; give its content on standard input as '-'"):
        read_document(tmp_path / "pipe")


def test_a_loop_of_links_is_no_document(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(InputError, match="cannot be read: "):
        read_document(tmp_path / "a")


def test_a_name_that_no_file_can_have(tmp_path):
    with pytest.raises(InputError, match="cannot be read: "):
        read_document(tmp_path / "a\0b")


def test_a_document_that_is_too_large_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("verifier.documents.LARGEST", 10)
    (tmp_path / "a.txt").write_text("0123456789")
    assert read_document(tmp_path / "a.txt").text == "0123456789"
    (tmp_path / "a.txt").write_text("0123456789x")
    with pytest.raises(InputError, match="has more than 10 bytes, which a document may have; split it"):
        read_document(tmp_path / "a.txt")


def test_standard_input_is_a_dash(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbfNaik.")))
    assert read_document("-") == Document(name="-", text="Naik.")


@pytest.mark.parametrize("path", [None, 3, b"a.txt", ["a.txt"]])
def test_a_document_is_named_by_its_path(path):
    with pytest.raises(InputTypeError, match="a document is named by its path, not by"):
        read_document(path)


PLACES = [
    # text                  offset  line, column
    ("",                    0,      (1, 1)),
    ("abc",                 3,      (1, 4)),
    ("a\nb",                1,      (1, 2)),  # the line end belongs to its line
    ("a\nb",                2,      (2, 1)),
    ("a\r\nb",              3,      (2, 1)),
    ("a\rb",                2,      (2, 1)),
    ("a\n\rb",              3,      (3, 1)),
    ("a\u2028b\x0bc\x85d",  6,      (1, 7)),  # no editor breaks lines here
    ("😀3",                 1,      (1, 2)),  # characters, not bytes
]  # fmt: skip


@pytest.mark.parametrize(("text", "offset", "place"), PLACES)
def test_lines_and_columns_are_those_of_editors(text, offset, place):
    assert Lines(text).place(offset) == place


def test_the_path_may_be_text(tmp_path):
    (tmp_path / "a.txt").write_text("Naik.")
    assert read_document(str(tmp_path / "a.txt")).text == read_document(Path(tmp_path, "a.txt")).text
