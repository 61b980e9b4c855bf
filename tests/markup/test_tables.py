"""Each cell of a table is read behind the headers of its column and the labels of its row."""

import pytest

from verifier.documents import make_document


def read(source, name="a.md"):
    return [cell for cell in make_document(source, name=name).text.split("\n\n") if "|" in cell]


def markdown(*rows):
    header, *others = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([header, "|" + "-|" * len(rows[0]), *others])


LABELS = [
    # rows of a Markdown table                                              how its cells with a context are read
    ([("Kota", "Luas"), ("Solo", "46")],                                    ["Luas, Solo | 46"]),
    ([("Provinsi", "Tahun", "Padi"), ("Bali", "2022", "5"), ("Bali", "2023", "6")],
     ["Padi, Bali, 2022 | 5", "Padi, Bali, 2023 | 6"]),
    ([("Tahun", "Provinsi", "Padi"), ("2023", "Bali", "5"), ("2022", "NTB", "6")],
     ["Padi, 2023, Bali | 5", "Padi, 2022, NTB | 6"]),
    ([("Provinsi", "Kota", "Luas", "Ket."), ("Bali", "Denpasar", "127", "ibu kota")],
     ["Luas, Bali, Denpasar | 127", "Ket., Bali, Denpasar | ibu kota"]),
    ([("Kota", "Sapi", "Kambing"), ("Solo", "2010", "3000"), ("Tegal", "1950", "2023")],  # counts
     ["Sapi, Solo | 2010", "Kambing, Solo | 3000", "Sapi, Tegal | 1950", "Kambing, Tegal | 2023"]),
    ([("Kota", "Berdiri", "Luas"), ("Solo", "1745", "46"), ("Tegal", "1580", "39")],
     ["Berdiri, Solo | 1745", "Luas, Solo | 46", "Berdiri, Tegal | 1580", "Luas, Tegal | 39"]),
    ([("Kota", "2022", "2023"), ("Solo", "46", "47")],
     ["2022, Solo | 46", "2023, Solo | 47"]),
    ([("Kota", "Sapi"), ("Solo", "2010 ekor"), ("Tegal", "1990 ekor")],
     ["Sapi, Solo | 2010 ekor", "Sapi, Tegal | 1990 ekor"]),
    ([("No", "Kota", "Luas"), ("1", "Solo", "46"), ("2", "Tegal", "39")],  # running numbers
     ["Luas, Solo | 46", "Luas, Tegal | 39"]),
    ([("No.", "Kota", "Luas"), ("1.", "Solo", "46"), ("2.", "Tegal", "39")],
     ["Luas, Solo | 46", "Luas, Tegal | 39"]),
    ([("Rumah", "Kamar"), ("1", "46"), ("3", "39")],
     ["Kamar, 1 | 46", "Kamar, 3 | 39"]),
    ([("Uraian", "Satuan", "2022", "2023"), ("Padi", "juta ton", "5", "6"), ("Harga", "Rp/kg", "700", "800")],
     ["2022, Padi | 5 juta ton", "2023, Padi | 6 juta ton", "2022, Harga | Rp 700/kg", "2023, Harga | Rp 800/kg"]),
    ([("Uraian", "2022", "Satuan"), ("Padi", "5", "ton"), ("Miskin", "6", "%")],  # behind the numbers too
     ["2022, Padi | 5 ton", "2022, Miskin | 6 %"]),
    ([("Uraian", "Satuan", "Nilai (kg)"), ("Padi", "ton", "5")],  # a header knows better
     ["Nilai, Padi | 5 kg"]),
    ([("Uraian", "Satuan", "Nilai"), ("Padi", "ton", "5 kg")],
     ["Nilai, Padi | 5 kg"]),
    ([("Kota", "Kelas", "Luas"), ("Solo", "A", "46"), ("Tegal", "B", "39")],  # no amperes
     ["Luas, Solo, A | 46", "Luas, Tegal, B | 39"]),
    ([("Kota", "2022", "2023"), ("Solo", "-", "46"), ("Tegal", "…", "39")],  # missing figures
     ["2022, Solo | -", "2023, Solo | 46", "2022, Tegal | …", "2023, Tegal | 39"]),
    ([("Kota", "2022", "2023"), ("Solo", "n/a", "46"), ("Tegal", "5", "39")],
     ["2022, Solo | n/a", "2023, Solo | 46", "2022, Tegal | 5", "2023, Tegal | 39"]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "cells"), LABELS)
def test_the_labels_of_a_row(rows, cells):
    assert read(markdown(*rows)) == cells


def test_a_running_number_is_no_part_of_the_text():
    source = markdown(("No", "Kota"), ("1", "Solo"), ("2", "Tegal"))
    assert make_document(source, name="a.md").text.split("\n\n") == ["No", "Kota", "Solo", "Tegal"]


SPANS = [
    # HTML                                                                how its cells with a context are read
    ("<tr><th rowspan=2>Kota<th colspan=2>Padi<tr><th>2022<th>2023<tr><td>Solo<td>5<td>6",
     ["Padi, 2022, Solo | 5", "Padi, 2023, Solo | 6"]),
    ("<tr><th>Kota<th>Tahun<th>Padi<tr><td rowspan=2>Solo<td>2022<td>5<tr><td>2023<td>6",
     ["Padi, Solo, 2022 | 5", "Padi, Solo, 2023 | 6"]),
    ("<tr><th>Pulau<th>Kota<th>Luas<tr><th rowspan=2>Jawa<th>Solo<td>46<tr><th>Tegal<td>39",
     ["Luas, Jawa, Solo | 46", "Luas, Jawa, Tegal | 39"]),
    ("<tr><th>Kota<th>Luas<th>Warga<tr><td>Solo<td rowspan=2>46 km2<td>5 orang<tr><td>Tegal<td>6 orang",
     ["Luas, Solo | 46 km2", "Warga, Solo | 5 orang", "Warga, Tegal | 6 orang"]),
    ("<tr><th>Kota<th>Luas<tr><td><p>Solo</p><td><p>46</p>\n<p>km2</p>",
     ["Luas, Solo | 46 km2"]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "cells"), SPANS)
def test_cells_that_take_several_rows_or_columns(rows, cells):
    assert read(f"<table>{rows}</table>", "a.html") == cells
