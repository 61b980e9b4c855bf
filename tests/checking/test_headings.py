"""What stands under a heading is said of whom and when the heading speaks: as markup nests them, else as lines look."""

import pytest

from verifier import ReferenceTable, verify
from verifier.documents import make_document
from verifier.errors import InputTypeError
from verifier.reports.checked import check

UNIT = {"measure": "produksi padi", "unit": "juta ton"}
ROWS = [
    {**UNIT, "entity": place, "period": str(year), "value": f"{tons}.{year - 2000}"}
    for place, tons in (("Jawa Barat", 5), ("Jawa Timur", 7))
    for year in (2022, 2023)
]
TABLE = ReferenceTable.from_records(ROWS)
SAID = "Produksi padi mencapai {} juta ton."

SECTIONS = [
    # document                                                              the rows that its claims are checked by
    ("# Jawa Barat\n\n## 2022\n\n" + SAID.format("5,22"),                   [("Jawa Barat", "2022")]),
    ("# Padi 2022\n\n## Jawa Barat\n\n" + SAID.format("5,22"),              [("Jawa Barat", "2022")]),
    ("# Jawa Barat (2022)\n\n" + SAID.format("5,22"),                       [("Jawa Barat", "2022")]),
    ("# Jawa Barat 2022?\n\n" + SAID.format("5,22"),                        [("Jawa Barat", "2022")]),
    ("# 2022\n\n## Jawa Barat\n\nNaik.\n\n## Jawa Timur\n\n" + SAID.format("7,22"), [("Jawa Timur", "2022")]),
    ("# 2022\n\n## Jawa Barat\n\nNaik.\n\n# 2023\n\n## Jawa Timur\n\n" + SAID.format("7,23"), [("Jawa Timur", "2023")]),
    ("# Jawa Barat\n\nNaik.\n\n# Lain-lain\n\n" + SAID.format("9"),         [None]),  # of another section
    ("# Jawa Timur 2022\n\n| | Padi |\n|-|-|\n| Jawa Barat | 5 |\n\n" + SAID.format("7,22"),
     [None, ("Jawa Timur", "2022")]),
    ("# Tahun 2022\n\n| Provinsi | Produksi padi (juta ton) |\n|-|-|\n| Jawa Barat | 5,22 |\n| Jawa Timur | 7,22 |",
     [("Jawa Barat", "2022"), ("Jawa Timur", "2022")]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "rows"), SECTIONS)
def test_claims_are_checked_by_the_rows_of_their_headings(source, rows):
    verdicts = check(make_document(source, name="a.md"), TABLE, language="id").verdicts
    used = [(one.evidence[0].entity, one.evidence[0].period) if one.evidence else None for one in verdicts]
    assert used == rows
    assert not [one for one in verdicts if one.evidence and str(one.label) != "supported"]


def test_a_caption_carries_the_year_of_its_table():
    source = (
        "<h1>Laporan</h1><table><caption>Tabel 1. Padi\n <b>2022</b></caption><tr><th>Provinsi"
        "<th>Produksi padi (juta ton)<tr><td>Jawa Barat<td>5,22</table>"
    )
    document = make_document(source, name="a.html")
    assert document.text.split("\n\n")[:2] == ["Laporan", "Tabel 1. Padi 2022"]
    [verdict] = check(document, TABLE, language="id").verdicts
    assert (str(verdict.label), verdict.evidence[0].period) == ("supported", "2022")


def test_levels_are_a_mapping():
    with pytest.raises(InputTypeError, match="levels of headings are a mapping, not list; give offset = level"):
        verify("a", language="id", levels=[1])


def test_plain_text_is_told_by_its_shape_as_before():
    text = f"Jawa Barat 2022\n\n{SAID.format('5,22')}\n\nJawa Timur\n\n{SAID.format('7,22')}"
    verdicts = verify(text, TABLE, language="id").verdicts
    assert [one.evidence[0].entity for one in verdicts if one.evidence][:1] == ["Jawa Barat"]
