"""Names that stand in the first row of their block only."""

import pytest

from verifier import ReferenceTable
from verifier.reference import lint


def test_equal_blocks_have_the_name_above_them(write):
    text = "No;Indikator;Wilayah;2023\n1;Panen (ton);Aceh;5\n;;Bali;6\n2;Luas (ha);Aceh;7\n;;Bali;8\n"
    table = ReferenceTable.read(write(text))
    assert [(row.measure, row.entity, str(row.value)) for row in table.rows] == [
        ("Panen (ton)", "Aceh", "5"),
        ("Panen (ton)", "Bali", "6"),
        ("Luas (ha)", "Aceh", "7"),
        ("Luas (ha)", "Bali", "8"),
    ]
    told = [finding.message for finding in table.findings]
    assert "blank cells below a name in 'Indikator' taken for that name, as merged cells mean it" in told


@pytest.mark.parametrize(
    "names",
    [
        ["panen", "", "luas", "", ""],        # blocks that differ
        ["panen", "panen", "", "luas", "luas"],  # one cell is missing
        ["", "panen", "", "luas", ""],
        ["panen", "", "", "", ""],            # one block
    ],
)  # fmt: skip
def test_blanks_in_no_order_are_a_fault(write, names):
    rows = "".join(f"{name},Kota {number},2023,5\n" for number, name in enumerate(names))
    path = write(f"indikator,wilayah,tahun,nilai\n{rows}")
    assert [finding.row for finding in lint(path) if finding.code == "empty_key"] == [
        number for number, name in enumerate(names, 1) if not name
    ]
