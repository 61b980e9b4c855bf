"""Comments of a document: which row a number means, and which numbers are not checked."""

import pytest

from verifier import ReferenceTable
from verifier.documents import make_document
from verifier.errors import InputError
from verifier.reports.checked import check

PADI = {"id": "padi", "measure": "produksi padi", "entity": "Jawa Barat", "unit": "juta ton"}
TABLE = ReferenceTable.from_records(
    [{**PADI, "period": "2023", "value": "9.14"}, {**PADI, "period": "2022", "value": "9.43"}]
)
FALSE = "Produksi padi Jawa Barat pada 2023 mencapai 8 juta ton"

EXEMPTED = [
    # source                                                            what is set aside and why
    (f"{FALSE}.",                                                       []),
    (f"{FALSE}<!-- claims: ignore -->.",                                [("8 juta ton", "ignored")]),
    (f"{FALSE} <!-- claims: ignore, a quotation -->.",                  [("8 juta ton", "ignored: a quotation")]),
    (f"{FALSE}, bukan 7 juta ton<!-- claims: ignore -->.",              [("7 juta ton", "ignored")]),
    (f"<!-- claims: ignore -->\n{FALSE}.\n\nNaik.",                    [("8 juta ton", "ignored")]),
    (f"<!-- claims: ignore -->\n\nNaik.\n\n{FALSE}.",                   []),  # only the paragraph after it
    (f"Naik.\n\n<!-- claims: ignore -->\n\n{FALSE}.",                   [("8 juta ton", "ignored")]),
    (f"<!-- claims: off, old -->\n\nNaik.\n\n{FALSE}.",                 [("8 juta ton", "ignored: old")]),
    (f"<!-- claims: off -->\n\nNaik.\n\n<!-- claims: on -->\n\n{FALSE}.", []),
    (f"{FALSE}.\n\n- a<!-- claims: ignore -->",                         []),  # no number before it in its own block
    (f"<!-- a note -->\n\n{FALSE}.",                                    []),
    ("| a | b |\n|-|-|\n| Jawa Barat | 8 juta ton<!-- claims: ignore --> |", [("8 juta ton", "ignored")]),
]  # fmt: skip


def as_html(source):
    blocks = (block if block.startswith("<!--") else f"<p>{block}</p>" for block in source.split("\n\n"))
    return "".join(blocks).replace("-->\n", "-->\n<p>")


PAGES = [("a.md", *row) for row in EXEMPTED]
PAGES += [("a.html", as_html(source), aside) for source, aside in EXEMPTED if "|" not in source and "- a" not in source]


@pytest.mark.parametrize(("name", "source", "aside"), PAGES)
def test_comments_exempt_numbers(name, source, aside):
    checked = check(make_document(source, name=name), TABLE, language="id")
    found = [(span.text, span.reason) for span in checked.report.set_aside if span.reason.startswith("ignored")]
    assert found == aside
    words = [text for text, _ in aside]
    assert not [verdict for verdict in checked.verdicts if verdict.text in words]
    assert checked.report.ok is ("8 juta ton" in words or FALSE not in source)


def test_a_comment_that_is_not_understood_is_named_with_its_place():
    with pytest.raises(
        InputError, match=r"a\.md:3:1: comment 'claims: ignor' is not understood; known are ignore, off and on"
    ):
        check(make_document("# A\n\n<!-- claims: ignor -->\n", name="a.md"), language="id")


def test_a_comment_names_the_row_that_is_meant():
    source = "Panen raya menghasilkan **9,43** juta ton<!-- fact: padi@2022 -->."
    [verdict] = check(make_document(source, name="a.md"), TABLE, language="id").verdicts
    assert (str(verdict.label), [row.period for row in verdict.evidence]) == ("supported", ["2022"])
    assert source[verdict.start : verdict.end] == "9,43** juta ton"


BEHIND = ["{}.", " {}", ".{}", ". {}\n", '".){}']


@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_a_comment_may_stand_behind_the_full_stop(name, behind):
    source = "Panen raya: 9,43 juta ton" + behind.format("<!-- fact: padi@2022 -->")
    [verdict] = check(make_document(source, name=name), TABLE, language="id").verdicts
    assert [row.period for row in verdict.evidence] == ["2022"]


DANGLING = [
    # source                                                                          where
    ("Produksi<!-- fact: padi --> naik.",                                             "1:9"),
    (f"{FALSE} pada<!-- fact: padi@2023 --> musim itu.",                              "1:60"),  # a word stands between
    (f"{FALSE}<!-- fact: padi@2023 -->, naik<!-- fact: padi@2022 -->.",               "1:85"),
    (f"{FALSE}<!-- fact: padi@2023 -->.",                                             ""),
    (f"{FALSE}<!-- fact: none -->.",                                                  ""),  # a verdict says so
]  # fmt: skip


@pytest.mark.parametrize(("source", "where"), DANGLING)
def test_a_row_that_is_named_behind_no_number_is_told_of(source, where):
    document = make_document(source, name="a.md")
    if where == "":
        check(document, TABLE, language="id")
        return
    with pytest.raises(InputError, match=rf"a.md:{where or ''}.* stands behind no number that can be checked"):
        check(document, TABLE, language="id")
