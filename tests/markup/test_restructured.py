"""The prose of reStructuredText is what a reader reads, and every part of it leads back to its place in the source."""

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("docutils")

from verifier import ReferenceTable, extract
from verifier.documents import make_document
from verifier.errors import InputError, MissingExtra
from verifier.markup.restructured import read_restructured
from verifier.reports.checked import check

PROSE = [
    # source                                        prose
    ("Naik **4,1** juta.",                          "Naik 4,1 juta."),
    ("Naik *4,1\njuta* ton.",                       "Naik 4,1 juta ton."),
    ("Laporan *2024*\n==============\n\nNaik.",     "Laporan 2024\n\nNaik."),
    ("=====\nA 2\n=====\n\nB\n-\n\nNaik.",          "A 2\n\nB\n\nNaik."),
    ("Lihat `tabel 7 <http://a/8>`_ ini.",          "Lihat tabel 7 ini."),  # addresses are no prose
    ("Lihat `tabel 7`__ ini.\n\n__ http://a/8",     "Lihat tabel 7 ini."),
    ("Lihat :ref:`bab 3 <x4>` ini.",                "Lihat \ufffc ini."),   # what a role of others shows is not known
    ("Naik 2 m\\ :sup:`3`.",                 "Naik 2 m3."),
    ("Jalankan ``x = 5`` dua kali.",                "Jalankan \ufffc dua kali."),
    ("Naik |angka| juta.\n\n.. |angka| replace:: 5", "Naik \ufffc juta."),
    ("Naik [1]_ lagi [2024]_.\n\n.. [1] Kata 3.",   "Naik  lagi .\n\nKata 3."),
    ("Naik 4*5 dan 2 \\* 3, *6.",                   "Naik 4*5 dan 2 * 3, *6."),
    ("Begini::\n\n    x = 5\n\nNaik.",              "Begini:\n\nNaik."),
    (">>> x = 5\n5\n\nNaik.",                       "Naik."),
    (".. code:: python\n\n   x = 5\n\nNaik.",       "Naik."),
    (".. code-block:: toml\n   :caption: a 4\n\n   x = 5\n\nNaik.", "Naik."),
    (".. math:: x = 5\n\nNaik.",                    "Naik."),
    (".. image:: a5.png\n   :width: 50\n\nNaik.",   "Naik."),
    (".. figure:: a5.png\n\n   Naik 6.",            "Naik 6."),
    (".. note:: Naik 7.\n\n   Turun.",              "Naik 7.\n\nTurun."),
    (".. include:: /etc/passwd\n\nNaik.",           "Naik."),
    (".. csv-table::\n   :file: /etc/passwd\n\nNaik.", "Naik."),
    (".. raw:: html\n\n   <b>5</b>\n\nNaik.",       "Naik."),
    (".. unknown:: 5\n\n   6\n\nNaik.",             "Naik."),
    (".. versionadded:: 3.2\n   Naik *6*\n   km.\n\nTurun.", "Naik 6 km.\n\nTurun."),
    (".. versionchanged:: 3.2 Naik 6\n   km.\n\n   - dua 7", "Naik 6 km.\n\ndua 7"),
    (".. deprecated:: 3.2",                         ""),
    (".. seealso:: Naik 6.",                        "Naik 6."),
    (".. only:: html\n\n   .. tab-item:: Versi 3\n      :sync: k5\n\n      Naik 6.\n\nTurun.", "Naik 6.\n\nTurun."),
    (".. toctree::\n   :maxdepth: 2\n\n   bab-3",    ""),
    (".. a comment 5\n\nNaik.",                     "Naik."),
    ("- satu 1\n- dua 2\n\n  lagi",                 "satu 1\n\ndua 2\n\nlagi"),
    ("1. satu\n2. dua",                             "satu\n\ndua"),
    ("kata\n  arti 5",                              "kata\n\narti 5"),
    ("Naik.\n\n:Luas: 46 km2",                      "Naik.\n\nLuas: 46 km2"),
    ("| baris 1\n| baris 2",                        "baris 1\nbaris 2"),
    ("-a  jalan 6",                                 "jalan 6"),
    ("Naik.\n\n  kutip 4\n\n  -- Ani",              "Naik.\n\nkutip 4\n\nAni"),
    ("Kota\tSolo 5\n\n\tkutip 6",                   "Kota\tSolo 5\n\nkutip 6"),
    ("x" * 6_000 + " *5*",                          "x" * 6_000 + " *5*"),  # too long for a line with markup
    ("====  ====\nKota  Luas\n====  ====\nSolo  46\nOslo  46\n====  ====",
     "Kota\n\nLuas\n\nSolo\n\nLuas, Solo | 46\n\nOslo\n\nLuas, Oslo | 46"),
    ("+------+----------+\n| Kota | A (km)   |\n+======+====+=====+\n| Solo | 9  | 9,1 |\n+------+----+-----+",
     "Kota\n\nA (km)\n\nSolo\n\nA, Solo | 9 km\n\nA, Solo | 9,1 km"),
    (".. list-table:: Panen\n  :header-rows: 1\n  :stub-columns: 1\n\n  * - Kota\n    - Luas\n  * - Solo\n    - 46",
     "Panen\n\nKota\n\nLuas\n\nSolo\n\nLuas, Solo | 46"),
    (".. csv-table::\n   :header: Kota, Luas\n\n   Solo, \"46,5\"", "Kota\n\nLuas\n\nSolo\n\nLuas, Solo | 46,5"),
    (":lang: id\n:date: 2024-10-14\n\nNaik.",       "Naik."),
    ("",                                            ""),
]  # fmt: skip


@pytest.mark.parametrize(("source", "prose"), PROSE)
def test_the_prose_of_restructured_text(source, prose):
    assert read_restructured(source)[0].text == prose


PLACES = [
    # source                                                  words of the prose, what they are in the source
    ("Naik **4,1** juta.",                                    "4,1 juta",   "4,1** juta"),
    ("- Naik 4,1\r\n  juta ton.",                             "4,1 juta",   "4,1\r\n  juta"),
    ("A\n=\n\nNaik\n\n   kutip 6\\ 7 km",                     "67 km",      "6\\ 7 km"),
    ("5 `barel <http://a/5>`_, 5 barel",                      "5 barel,",   "5 `barel <http://a/5>`_,"),
    ("Kota\t6\tkm",                                           "6\tkm",      "6\tkm"),
    ("\tkutip\t6 km",                                         "6 km",       "6 km"),
    ("😀 *naik* 6 km",                                        "6 km",       "6 km"),
    ("Naik.\x0cTurun\x85 5 km",                               "5 km",       "5 km"),  # no lines for an editor
    (".. note:: Catatan\n   kedua 5 km",                      "5 km",       "5 km"),
    ("kata\n  arti 5\n  km",                                  "5 km",       "5\n  km"),
    ("A\n\n.. versionadded:: 3.2 Naik 6\n   km.",             "6 km",       "6\n   km"),
    ("6 km\n\n.. only:: html\n\n   .. todo::\n      Naik **6** km.", "Naik 6 km", "Naik **6** km"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "words", "written"), PLACES)
def test_words_of_the_prose_lead_back_to_the_source(source, words, written):
    document = make_document(source, name="a.rst")
    start = document.text.index(words)
    begin, end = document.span(start, start + len(words))
    assert source[begin:end] == written


def test_numbers_in_directives_of_sphinx_lead_back_to_their_own_lines():
    inner = "".join(f"   .. todo::\n\n      Naik {number} km.\n\n" for number in (6, 7, 6, 7))
    source = "Naik 6 km.\n\n" * 20 + f".. only:: html\n\n   Naik 6 km.\n\n{inner}Naik 6 km.\n"
    prose, _ = read_restructured(source)
    found = [source[slice(*prose.span(one.start(), one.end()))] for one in re.finditer(r"\d km", prose.text)]
    assert found == re.findall(r"\d km", source)
    places = [prose.span(one.start(), one.end())[0] for one in re.finditer(r"\d km", prose.text)]
    assert places == [one.start() for one in re.finditer(r"\d km", source)]


GRID = """\
+------+-----+-----+
| Kota | 9   | 9,1 |
+======+=====+=====+
| Solo | 9,1 | 9   |
|      +-----+-----+
|      | 9   | 9,1 |
+------+-----+-----+
"""


def test_each_cell_of_a_table_leads_back_to_its_own_place():
    prose, _ = read_restructured(GRID)
    cells = [match for match in prose.text.split("\n\n") if " | " in match]
    assert cells == ["9, Solo | 9,1", "9,1, Solo | 9", "9, Solo | 9", "9,1, Solo | 9,1"]
    places, at = [], 0
    for cell in cells:
        at = prose.text.index(f"\n\n{cell}", at) + 2
        places.append(prose.span(at + cell.index("| ") + 2, at + len(cell)))
    lines = [GRID.count("\n", 0, start) for start, _ in places]
    assert lines == [3, 3, 5, 5]
    assert [GRID[start:end] for start, end in places] == ["9,1", "9", "9", "9,1"]


def test_each_cell_of_a_long_csv_table_leads_back_to_its_own_row():
    rows = [f"   K{number}, {number % 3} km" for number in range(30)]
    source = ".. csv-table:: A\n   :header: Kota, Luas\n\n" + "\n".join(rows) + "\n"
    prose, _ = read_restructured(source)
    found = [prose.span(one.start(), one.end()) for one in re.finditer(r"\d km", prose.text)]
    assert found == [one.span() for one in re.finditer(r"\d km", source)]


def test_headings_have_the_levels_of_their_sections():
    prose, _ = read_restructured("A\n=\n\nB\n-\n\nNaik.\n\nC\n=\n\n.. rubric:: D")
    assert [(prose.text[one.start : one.end], one.level) for one in prose.headings] == [("A", 1), ("B", 2), ("C", 1)]


FACTS = [
    (":lang: id\n:date: 2024-10-14\n\nNaik.",             ("id", "2024-10-14")),
    (".. a comment\n\nA\n=\n\n:Language: en-GB\n:Author: B\n\nNaik.", ("en", None)),
    ("Naik.\n\n:lang: id",                                (None, None)),  # not at the top
    (":date: kemarin\n\nNaik.",                           (None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("source", "facts"), FACTS)
def test_the_field_list_at_the_top_says_language_and_date(source, facts):
    document = make_document(source, name="a.rst")
    assert (document.language, document.reference_date) == facts
    assert document.author == ("B" if ":Author: B" in source else None)


TABLE = ReferenceTable.from_records(
    [{"id": "padi", "measure": "produksi padi", "entity": "Jawa Barat", "period": "2023", "value": "9.14",
      "unit": "juta ton"}]
)  # fmt: skip
FALSE = "Produksi padi Jawa Barat pada 2023 mencapai 8 juta ton"
EXEMPTED = [
    # source                                                              what is set aside and why
    (f"{FALSE}.",                                                         []),
    (f".. claims: ignore, contoh\n\n{FALSE}.\n\nNaik.",                   [("8 juta ton", "ignored: contoh")]),
    (f".. claims: ignore\n\nNaik.\n\n{FALSE}.",                           []),  # only the paragraph after it
    (f".. claims: off,\n   angka lama\n\nNaik.\n\n{FALSE}.",              [("8 juta ton", "ignored: angka lama")]),
    (f".. claims: off\n\nNaik.\n\n.. claims: on\n\n{FALSE}.",             []),
    (f".. claims: 8 juta ton = ignore, kutipan\n\n{FALSE}.",              [("8 juta ton", "ignored: kutipan")]),
    (f"- .. claims: ignore\n\n  {FALSE}.",                                [("8 juta ton", "ignored")]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "aside"), EXEMPTED)
def test_comments_exempt_numbers(source, aside):
    checked = check(make_document(source, name="a.rst"), TABLE, language="id")
    assert [(one.text, one.reason) for one in checked.report.set_aside] == aside
    assert checked.report.ok is bool(aside)


def test_a_comment_names_the_row_of_words_of_the_paragraph_after_it():
    source = ".. fact: 9,14 juta ton = padi@2023\n\nPanen raya: **9,14** juta ton, bukan 9,14 juta ton beras."
    verdicts = check(make_document(source, name="a.rst"), TABLE, language="id").verdicts
    assert [(str(one.label), one.notes) for one in verdicts] == [("supported", ("declared",))] * 2


def test_a_comment_that_names_words_that_are_gone_is_told_of():
    source = "Naik.\n\n.. fact: 9,14 juta ton = padi@2023\n\nPanen raya: 9,2 juta ton.\n\n9,14 juta ton.\n"
    with pytest.raises(InputError, match=r"a\.rst:3:1: the paragraph after this comment does not say '9,14 juta ton'"):
        check(make_document(source, name="a.rst"), TABLE, language="id")


def test_a_fact_of_a_cell_stands_in_the_cell():
    rule = f"{'=' * 8}  {'=' * 20}\n"
    source = f"{rule}Provinsi  Anggaran (Rp miliar)\n{rule}Bali      **2.400**\n{rule}"
    document = make_document(source, name="a.rst")
    found = document.in_source(extract(document.text, language="id"))
    assert [(one.text, document.source[one.start : one.end]) for one in found] == [("Rp 2.400 miliar", "2.400")]


def test_blocks_that_are_nested_too_deeply_are_an_error_of_one_line():
    with pytest.raises(InputError, match=r"^a\.rst: blocks are nested too deeply") as error:
        make_document("- " * 2_000, name="a.rst")
    assert "\n" not in str(error.value)


def test_without_docutils_the_command_to_install_it_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "docutils", None)
    with pytest.raises(MissingExtra, match=r"needs docutils, which is not installed: pip install 'cekangka\[rst\]'"):
        make_document("Naik.", name="a.rst")


MARKS = st.sampled_from(
    ["**", "*", "`", "``", "|", "_", "::", "\n", "\n\n", ".. ", ":", "- ", "=", "==", "  ", "\t", "\\",
     "4,1", "juta", "é", "\r\n", "\x0c", "\u2028", "+--+", "[1]_", "<a>", "1. ", "a"]
)  # fmt: skip


@given(st.lists(MARKS, max_size=40).map("".join))
def test_any_text_can_be_read_and_its_spans_lie_in_the_source(source):
    prose, _ = read_restructured(source)
    for start in range(len(prose.text)):
        begin, end = prose.span(start, start + 1)
        assert 0 <= begin <= end <= len(source)
        if prose.text[start].isdigit() and end - begin == 1:
            assert source[begin:end] == prose.text[start]
