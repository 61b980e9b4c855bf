"""A notebook is read as its reader sees it: Markdown cells and outputs; spans lead back to the JSON of the file."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier import ReferenceTable
from verifier.documents import make_document
from verifier.errors import InputError
from verifier.markup.json_places import Passage, read_placed
from verifier.markup.prose import Piece
from verifier.mending import mend
from verifier.reports.checked import check


def lines(text):
    return text.splitlines(keepends=True)


def markdown(text):
    return {"cell_type": "markdown", "metadata": {}, "source": lines(text)}


def code(*outputs, source="x = 5"):
    return {"cell_type": "code", "metadata": {}, "source": lines(source), "outputs": list(outputs)}


def printed(text, name="stdout"):
    return {"output_type": "stream", "name": name, "text": lines(text)}


def shown(kind="display_data", **forms):
    return {"output_type": kind, "data": {f"text/{name}": lines(text) for name, text in forms.items()}}


def notebook(*cells, ascii_only=False):
    form = {"cells": list(cells), "metadata": {"kernelspec": {"language": "python"}}, "nbformat": 4}
    return json.dumps(form, indent=1, ensure_ascii=ascii_only)


PROSE = [
    # cells                                                           prose
    ([markdown("# Padi\n\nNaik **4,1**\njuta.")],                     "Padi\n\nNaik 4,1 juta."),
    ([markdown("Satu."), code(), markdown("Dua.")],                   "Satu.\n\nDua."),
    ([code(printed("Naik 5 km.\nTurun.\n"))],                         "Naik 5 km.\nTurun.\n"),
    ([code(printed("5 peringatan", name="stderr"))],                  ""),
    ([code(shown(plain="6 km"), shown("execute_result", plain="7"))], "6 km\n\n7"),
    ([code(shown(plain="[6]", html="<b>6</b> km"))],                  "6 km"),
    ([code(shown(plain="[6]", html="6", markdown="_6_ km"))],         "6 km"),
    ([code({"output_type": "error", "evalue": "5"})],                 ""),
    ([code({"output_type": "display_data", "data": {"image/png": "iVBO5"}})], ""),
    ([{"cell_type": "raw", "source": "5"}, markdown("Naik.")],        "Naik."),
    ([{"cell_type": "markdown", "source": "Satu\nbaris."}],           "Satu baris."),  # one string, not one a line
    ([markdown("```\nx = 5\n```\n\nNaik.")],                          "Naik."),
    ([],                                                              ""),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "prose"), PROSE)
def test_the_prose_of_a_notebook(cells, prose):
    assert make_document(notebook(*cells), name="a.ipynb").text == prose


FRAME = "<table><thead><tr><th></th><th>Padi (juta ton)</th></tr></thead><tr><th>Bali</th><td>9,14</td></tr></table>"


def test_a_table_that_code_shows_is_read_cell_by_cell():
    document = make_document(notebook(code(shown(html=FRAME))), name="a.ipynb")
    assert document.text.endswith("Padi, Bali | 9,14 juta ton")
    start = document.text.index("9,14")
    begin, end = document.span(start, start + 4)
    assert document.source[begin:end] == "9,14"


PLACES = [
    # words of the prose, what they are in the file, and where that is all ASCII
    ("4,1 juta",   "4,1** juta",      "4,1** juta"),
    ("é",          "é",               "\\u00e9"),
    ("😀 é",       "😀 é",            "\\ud83d\\ude00 \\u00e9"),
    ('"Ani"',      '\\"Ani\\"',       '\\"Ani\\"'),
    ("5 km",       "5 km",            "5 km"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "written", "in_ascii"), PLACES)
def test_words_of_the_prose_lead_back_to_the_file(words, written, in_ascii):
    cells = [markdown('Kata "Ani":\n**4,1** juta 😀 é ton'), code(printed("Jalan 5 km"))]
    for ascii_only, expected in ((False, written), (True, in_ascii)):
        document = make_document(notebook(*cells, ascii_only=ascii_only), name="a.ipynb")
        start = document.text.index(words)
        begin, end = document.span(start, start + len(words))
        assert document.source[begin:end] == expected


def test_words_that_go_over_two_lines_of_a_cell_lead_back_to_both():
    document = make_document(notebook(markdown("Naik 4,1\njuta.")), name="a.ipynb")
    start = document.text.index("4,1 juta")
    begin, end = document.span(start, start + 8)
    assert document.source[begin:end].split() == ['4,1\\n",', '"juta']


FACTS = [
    # the first cell                                                  language, date, prose
    (markdown("---\nlang: id\ndate: 2024-10-14\n---\nNaik 5."),       ("id", "2024-10-14", "Naik 5.")),
    ({"cell_type": "raw", "source": "---\nlang: id\n---\n"},          ("id", None, "")),
    (code(source="---\nlang: id\n---\n"),                             (None, None, "")),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "facts"), FACTS)
def test_front_matter_stands_in_the_first_cell(cell, facts):
    document = make_document(notebook(cell), name="a.ipynb")
    assert (document.language, document.reference_date, document.text) == facts


TABLE = ReferenceTable.from_records(
    [{"measure": "produksi padi", "entity": "Bali", "period": "2023", "value": "9.14", "unit": "juta ton"}]
)  # fmt: skip
FALSE = "Produksi padi Bali pada 2023 mencapai 97,1 juta ton."


def test_headings_and_comments_of_cells_are_kept():
    source = notebook(markdown("# Padi"), markdown(f"<!-- claims: ignore, contoh -->\n\n{FALSE}"), code(printed(FALSE)))
    document = make_document(source, name="a.ipynb")
    checked = check(document, TABLE, language="id")
    assert [(one.text, one.reason) for one in checked.report.set_aside] == [("97,1 juta ton", "ignored: contoh")]
    assert [one.text for one in checked.verdicts] == ["97,1 juta ton"]
    [heading] = document.prose.headings
    assert document.text[heading.start : heading.end] == "Padi"
    [comment] = document.prose.comments
    assert source[comment.start : comment.end] == "<!-- claims: ignore, contoh -->"


def test_what_code_has_printed_is_to_be_mended_in_the_code():
    checked = check(
        make_document(notebook(markdown(FALSE), code(printed(FALSE))), name="a.ipynb"), TABLE, language="id"
    )
    mended = mend(checked)
    assert [len(mended.done), len(mended.left)] == [1, 1]
    again = json.loads(mended.source)["cells"]
    assert again[0]["source"] == [FALSE.replace("97,1", "9,1")]
    assert again[1]["outputs"][0]["text"] == [FALSE]


WRONG = ["", "{", "[]", '{"worksheets": []}', '{"cells": 5}', "[" * 100_000]


@pytest.mark.parametrize("source", WRONG)
def test_what_is_no_notebook_is_an_error_of_one_line(source):
    with pytest.raises(InputError, match=r"^a\.ipynb: is no notebook") as error:
        make_document(source, name="a.ipynb")
    assert "\n" not in str(error.value)


@given(st.lists(st.text(max_size=12), max_size=3), st.booleans())
def test_any_text_leads_back_to_its_place_in_json(strings, ascii_only):
    source = json.dumps(strings, ensure_ascii=ascii_only)
    passage = Passage(source, read_placed(source))
    assert passage.text == "".join(strings)
    pieces = list(passage.pieces(Piece(0, len(passage.text))))
    said = [source[one.start : one.end] if one.said is None else one.said for one in pieces]
    assert "".join(said) == passage.text
    written = [json.loads(f'"{source[one.start : one.end]}"') for one in pieces]
    assert "".join(written) == passage.text
