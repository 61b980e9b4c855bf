"""The report for a terminal, line by line."""

import io

import pytest
from checks import DOUBLED, TEXT, UNKNOWN, VOLUME, checked, verdict

from verifier.reports.text import render
from verifier.reports.visible import Paint, cut, visible, wants_colour, width
from verifier.verdict import Label, Reason

REPORT = """\
artikel.txt (id, 2024-10-14)

2:22       refuted  dua kali lipat
           Pasokan waduk hampir dua kali lipat dalam setahun mencapai 3,6 juta galon per hari, kata
                                ^^^^^^^^^^^^^^
           K3.
           means     x 2, multiple
           because   modifier: 3.6 / 2.1 = 1.71; "hampir dua kali lipat" begins at 1.8
           row       rujukan.csv, row 1, value: pasokan waduk, Timur, 2023-06 = 2.1 million
                     gallon/day; source: DKP
           row       rujukan.csv, row 2, value: pasokan waduk, Timur, 2024-06 = 3.6 million
                     gallon/day; source: DKP
           probably  stale value
           better    naik 71 persen

2:43       no evidence  setahun
           means     1 year
           because   unknown measure: no row speaks of this

2:60       supported  3,6 juta galon per hari
           means     3 600 000 gallon/day, 2024-06
           because   exact: 3.6 million gallon/day is what the row says
           row       rujukan.csv, row 2, value: pasokan waduk, Timur, 2024-06

set aside  K3 (name)

3 claims: 1 supported, 1 refuted, 1 without evidence; coverage 67%
"""


def test_the_whole_report():
    assert render([checked(DOUBLED, UNKNOWN, VOLUME)]) == REPORT


def test_several_documents_have_one_summary():
    report = render([checked(VOLUME), checked(DOUBLED, name="b.txt")])
    assert report.count("coverage") == 1
    assert report.endswith("2 claims: 1 supported, 1 refuted, 0 without evidence; coverage 100%\n")


def test_a_document_without_claims():
    assert render([checked()]).endswith("no claims found\n")


def test_colours_are_put_around_words_only():
    coloured = render([checked(DOUBLED)], colour=True)
    assert "\x1b[31mrefuted\x1b[0m" in coloured
    plain = coloured
    for code in ("\x1b[31m", "\x1b[1m", "\x1b[0m"):
        plain = plain.replace(code, "")
    assert plain == render([checked(DOUBLED)])


def test_nothing_of_the_document_reaches_the_terminal_as_a_command():
    evil = "\x1b]52;c;aGk=\x07 \x1b[2J\r::error::x\u202e\x9b"
    hostile = verdict("setahun", label=Label.REFUTED, reason=Reason.VALUE, explanation=evil, suggestion=evil)
    report = render([checked(hostile, text=TEXT.replace("Volume", evil.replace("\r", " ")), name=evil)])
    assert not set(report) & set("\x1b\x07\x9b\u202e\r")
    assert "\\x1b]52;c;aGk=\\x07" in report


VISIBLE = [
    # text               as it is shown
    ("4,1 juta",         "4,1 juta"),
    ("a\tb\nc\r\nd",     "a b c  d"),
    ("a\xa0b\u2009c",    "a b c"),     # spaces of all kinds
    ("a\x1b[31mb",       "a\\x1b[31mb"),
    ("a\x85\x9bb",       "a\\x85\\x9bb"),
    ("\u202e321\u202c",  "\\u202e321\\u202c"),
    ("a\u200bb",         "a\\u200bb"),
    ("👩\u200d🌾 5",       "👩\u200d🌾 5"),  # one picture
    ("\ud800",           "\\ud800"),
    ("[red] {x} %s",     "[red] {x} %s"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "shown"), VISIBLE)
def test_visible(text, shown):
    assert visible(text) == shown


WIDTHS = [("4,1", 3), ("東京", 4), ("e\u0301", 1), ("é", 1), ("", 0)]


@pytest.mark.parametrize(("text", "columns"), WIDTHS)
def test_width(text, columns):
    assert width(text) == columns


def test_cut_keeps_what_fits():
    assert cut("hampir", 6) == "hampir"
    assert cut("hampir dua", 7) == "hampir…"


class Terminal(io.StringIO):
    def isatty(self):
        return True


COLOUR = [
    # environment                             terminal  coloured
    ({},                                      False,    False),
    ({},                                      True,     True),
    ({"TERM": "dumb"},                        True,     False),
    ({"NO_COLOR": "1"},                       True,     False),
    ({"NO_COLOR": ""},                        True,     True),   # empty is not set, says no-color.org
    ({"FORCE_COLOR": "1"},                    False,    True),
    ({"FORCE_COLOR": "1", "NO_COLOR": "1"},   True,     False),
]  # fmt: skip


@pytest.mark.parametrize(("environment", "terminal", "coloured"), COLOUR)
def test_wants_colour(environment, terminal, coloured):
    assert wants_colour(Terminal() if terminal else io.StringIO(), environment) is coloured


def test_paint_off_changes_nothing():
    assert Paint(False)("refuted", "red") == "refuted"
