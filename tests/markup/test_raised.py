"""What stands raised is a power, letters, or the mark of a note, and never more digits of a number."""

import pytest

from verifier import extract
from verifier.documents import make_document

RAISED = [
    # before, what is raised, behind                          how it is read
    ("5 km", "2", " luasnya",                                 "5 km2 luasnya"),
    ("5 kg/m", "3", "",                                       "5 kg/m3"),
    ("5 m/s", "-2", "",                                       "5 m/s-2"),
    ("12", "1", " orang",                                     "12 orang"),
    ("2023", "3", "",                                         "2023"),
    ("4,1 juta", "2", " ton",                                 "4,1 juta ton"),
    ("4,1 juta ton", "2", "",                                 "4,1 juta ton"),  # no unit has it as a power
    ("5 km", "4", "",                                         "5 km"),
    ("7%", "*", " naik",                                      "7% naik"),
    ("7 kota", "[1]", " naik",                                "7 kota naik"),
    ("7 kota", "1,2", " naik",                                "7 kota naik"),
    ("5×10", "6", " ton",                                     "5×10⁶ ton"),
    ("5×10", "-6", " ton",                                    "5×10⁻⁶ ton"),
    ("110", "6", " ton",                                      "110 ton"),
    ("on the 5", "th", " day",                                "on the 5th day"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "raised", "behind", "read"), RAISED)
def test_what_stands_raised(before, raised, behind, read):
    assert make_document(f"<p>{before}<sup>{raised}</sup>{behind}", name="a.html").text == read
    assert make_document(f"{before}<sup>{raised}</sup>{behind}", name="a.md").text == read
    assert make_document(f"<table><tr><td>{before}<sup>{raised}</sup>{behind}</table>", name="a.html").text == read


@pytest.mark.parametrize(("before", "raised", "behind", "read"), RAISED)
def test_what_stands_raised_in_restructured_text(before, raised, behind, read):
    pytest.importorskip("docutils")
    assert make_document(f"{before}\\ :sup:`{raised}`\\ {behind}", name="a.rst").text == read


NOTES = [
    # document, its source                                                  its prose
    ("a.html", "<p>5 km<sup><a href='#n2'>2</a></sup> jauhnya",             "5 km jauhnya"),
    ("a.html", "<p>12<sup id=r1><a>[<i>1</i>]</a></sup> orang",             "12 orang"),
    ("a.html", "<p>12<sup>1<sup>2</sup>3</sup>4",                           "124"),
    ("a.html", "<p>12<sup>1",                                               "12"),
    ("a.md",   "5 km<sup>[2](#n2)</sup> jauhnya",                           "5 km jauhnya"),
    ("a.md",   "4,1 juta[^1] ton, 12[^b] orang.\n\n[^1]: Kata *5* km.",     "4,1 juta ton, 12 orang.\n\n Kata 5 km."),
    ("a.md",   "`a[^1]` 12<sup>1</sup>3",                                   "\ufffc 123"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "source", "prose"), NOTES)
def test_marks_of_notes_are_no_prose(name, source, prose):
    assert make_document(source, name=name).text == prose


def test_a_number_with_a_note_leads_back_to_its_place():
    source = "<p>Naik 4,1 juta<sup>1</sup> ton."
    document = make_document(source, name="a.html")
    [mention] = document.in_source(extract(document.text, language="id"))
    assert (mention.text, source[mention.start : mention.end]) == ("4,1 juta ton", "4,1 juta<sup>1</sup> ton")
