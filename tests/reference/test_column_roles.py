"""Headers and cells in, what each column is there for out: where a header alone would mislead."""

from verifier.reference import ReferenceTable


def test_a_header_of_entities_over_amounts_is_a_measure(write):
    table = ReferenceTable.read(write("lake,area (km2),depth (m)\nOrsa,1284,97\nVenn,655,214\n"))
    assert [(row.entity, row.measure, row.unit) for row in table.rows[:2]] == [
        ("Orsa", "area", "km^2"),
        ("Orsa", "depth", "m"),
    ]
    numbered = ReferenceTable.read(write("district,votes\n7,1200\n8,900\n"))
    assert [row.entity for row in numbered.rows] == ["7", "8"]


def test_cells_with_units_are_values(write):
    [row, _] = ReferenceTable.read(write("provinsi,periode,pengangguran\nAceh,2022,5.86%\nBali,2022,4.80%\n")).rows
    assert (row.entity, row.measure, str(row.value), row.unit) == ("Aceh", "pengangguran", "5.86", "percent")


def test_months_of_no_year_tell_rows_apart(write):
    rows = ReferenceTable.read(write("station,month,rain (mm)\nEllery,July,18\nEllery,August,31\n")).rows
    assert [(row.entity, row.period, row.dimensions) for row in rows] == [
        ("Ellery", "", {"month": "July"}),
        ("Ellery", "", {"month": "August"}),
    ]


def test_sources_that_are_the_only_words_are_the_entities(write):
    rows = ReferenceTable.read(write("source,year,generation (TWh)\nSolar,2022,14.2\nWind,2022,36.8\n")).rows
    assert [row.entity for row in rows] == ["Solar", "Wind"]


def test_the_first_column_that_names_each_row_is_the_entity(write):
    text = "gunung,provinsi,ketinggian (m)\nWilangan,Jawa Timur,2563\nPatra,Jawa Tengah,2263\n"
    row = ReferenceTable.read(write(text)).rows[0]
    assert (row.entity, row.dimensions) == ("Wilangan", {"provinsi": "Jawa Timur"})
