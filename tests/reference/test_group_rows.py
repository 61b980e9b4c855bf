"""Rows that only head those below them."""

import pytest

from verifier import ReferenceTable
from verifier.reference import lint


def test_heads_are_put_to_the_names_below_several_of_them(write):
    path = write(
        "No;Rincian;2022;2023\n"
        "1;Ekspor;;\n"
        ";Migas (juta US$);15,9;16,2\n"
        ";Jasa;3,5;3,6\n"
        "2;Impor;;\n"
        ";Migas (juta US$);35,8;-\n"
        "3;Neraca;1,0;1,1\n"
    )
    table = ReferenceTable.read(path)
    assert [(row.number, row.measure, row.period, str(row.value), row.unit) for row in table.rows][::2] == [
        (2, "Ekspor Migas (juta US$)", "2022", "1.59E+7", "USD"),
        (3, "Jasa", "2022", "3.5", ""),
        (5, "Impor Migas (juta US$)", "2022", "3.58E+7", "USD"),
        (6, "Neraca", "2022", "1.0", ""),  # below no head, though it stands below the last
    ]
    assert not [finding for finding in lint(path) if finding.severity != "note"]


def test_heads_above_places_are_a_dimension(write):
    text = "Provinsi;2022;2023\nLaki-laki;;\nACEH;27;28\nPerempuan;;\nACEH;26;27\nJumlah;;\nACEH;53;55\n"
    table = ReferenceTable.read(write(text), fixed={"measure": "penduduk"})
    assert table.dimensions == {"group of Provinsi": ("Laki-laki", "Perempuan", "Jumlah")}
    assert [(row.entity, str(row.value), row.dimensions) for row in table.rows][-1] == (
        "ACEH",
        "55",
        {"group of Provinsi": "Jumlah"},
    )


@pytest.mark.parametrize(
    "lines",
    [
        ["A;;", "x;1;2", "B;;", "y;3;4"],      # no name stands below both
        ["A;;", "x;1;2", "x;3;4"],             # one head parts nothing
        ["A;;", "B;;", "x;1;2", "x;3;4"],      # a head right below another
        ["A;;", "x;1;2", "x;3;4", "B;;"],      # nothing below the last
        ["A;-;-", "x;1;2", "B;-;-", "x;3;4"],  # values that are missing
    ],
)  # fmt: skip
def test_rows_without_values_that_head_nothing_stay(write, lines):
    table = ReferenceTable.read(write("\n".join(["Rincian;2022;2023", *lines]) + "\n"))
    assert [row.measure for row in table.rows][::2] == [line.partition(";")[0] for line in lines]
