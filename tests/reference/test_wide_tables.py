"""Tables of other shapes than tidy: what they were taken for, row by row."""

import pytest

from verifier import ReferenceTable
from verifier.errors import TableError
from verifier.reference import lint


def tidy(table):
    return [
        (row.number, row.column, row.measure, row.entity, row.period, str(row.value), row.unit) for row in table.rows
    ]


def test_one_column_a_year(write):
    text = "Tabel 3;;;\n;2022;2023*;Triwulan I 2024\nACEH;15,33;14,64;-\nINDONESIA;10,14;9,57;9,03\n"
    table = ReferenceTable.read(write(text), fixed={"measure": "angka kemiskinan", "unit": "persen"})
    assert tidy(table) == [
        (1, "2022", "angka kemiskinan", "ACEH", "2022", "15.33", "percent"),
        (1, "2023*", "angka kemiskinan", "ACEH", "2023", "14.64", "percent"),
        (1, "Triwulan I 2024", "angka kemiskinan", "ACEH", "2024-Q1", "None", "percent"),
        (2, "2022", "angka kemiskinan", "INDONESIA", "2022", "10.14", "percent"),
        (2, "2023*", "angka kemiskinan", "INDONESIA", "2023", "9.57", "percent"),
        (2, "Triwulan I 2024", "angka kemiskinan", "INDONESIA", "2024-Q1", "9.03", "percent"),
    ]


def test_one_column_a_period_with_measures_and_units(write):
    table = ReferenceTable.read(
        write("indikator,satuan,Jan 2024,Feb 2024\nPDB,Rp triliun,5288.3,5536.5\nEkspor,juta US$,62200,63000\n")
    )
    assert tidy(table) == [
        (1, "Jan 2024", "PDB", "", "2024-01", "5.2883E+15", "IDR"),
        (1, "Feb 2024", "PDB", "", "2024-02", "5.5365E+15", "IDR"),
        (2, "Jan 2024", "Ekspor", "", "2024-01", "6.2200E+10", "USD"),
        (2, "Feb 2024", "Ekspor", "", "2024-02", "6.3000E+10", "USD"),
    ]


def test_one_column_a_measure(write):
    table = ReferenceTable.read(
        write(
            'Country,Year,GDP (US$ bn),"Population, thousands",luas_km2,persentase_miskin,Produksi [ribu ton],Kode\n'
            "Indonesia,2023,1371.2,277534,1904569,9.36,5.5,ID\n"
        )
    )
    assert tidy(table) == [
        (1, "GDP (US$ bn)", "GDP", "Indonesia", "2023", "1.3712E+12", "USD"),
        (1, "Population, thousands", "Population", "Indonesia", "2023", "2.77534E+8", ""),
        (1, "luas_km2", "luas", "Indonesia", "2023", "1904569", "km^2"),
        (1, "persentase_miskin", "persentase miskin", "Indonesia", "2023", "9.36", "percent"),
        (1, "Produksi [ribu ton]", "Produksi", "Indonesia", "2023", "5.5E+3", "metric_ton"),
    ]


HEADERS = [
    # header                        measure                  unit
    ("GDP (US$ bn)",                "GDP",                   "USD"),
    ("Harga (Rp/kg)",               "Harga",                 "IDR/kg"),
    ("luas_panen_ha",               "luas panen",            "hectare"),
    ("gdp_usd",                     "gdp",                   "USD"),
    ("growth_pct",                  "growth",                "percent"),
    ("jumlah_penduduk",             "jumlah penduduk",       ""),          # ends in no unit
    ("Laju (yoy)",                  "Laju",                  ""),
    ("Nilai Ekspor (FOB)",          "Nilai Ekspor (FOB)",    ""),          # no unit: the name keeps it
    ("penduduk_l",                  "penduduk l",            ""),          # laki-laki, no liter
    ("produksi_padi_ton",           "produksi padi",         "metric_ton"),
    ("harga_usd_per_liter",         "harga",                 "USD/liter"),
    ("pendapatan_per_bulan",        "pendapatan per bulan",  ""),          # no length of time
    ("biaya_per_kg",                "biaya per kg",          ""),          # of what is not said
    ("jumlah_hari",                 "jumlah hari",           ""),
    ("inflasi_yoy_pct",             "inflasi yoy",           "percent"),
    ("GDP (all)",                   "GDP (all)",             ""),          # a word, no lek
    ("Spending (Top)",              "Spending (Top)",        ""),
    ("goals_per_try",               "goals per try",         ""),
    ("GDP (ALL)",                   "GDP",                   "ALL"),
    ("kurs_idr",                    "kurs",                  "IDR"),
    ("Persentase Penduduk Miskin",  "Persentase Penduduk Miskin", "percent"),
]  # fmt: skip


@pytest.mark.parametrize(("header", "measure", "unit"), HEADERS)
def test_headers_of_measures(header, measure, unit):
    row = ReferenceTable.from_records([{"provinsi": "Aceh", header: 5}]).rows[0]
    assert (row.measure, row.unit, row.column) == (measure, unit, header)


def test_year_and_month_side_by_side(write):
    table = ReferenceTable.read(
        write(
            "provinsi,kabupaten_kota,tahun,bulan,jumlah_penduduk\n"
            "Jawa Barat,Kab. Bogor,2023,Januari,2800\nJawa Barat,Kota Bogor,2023,Januari,520\n"
        )
    )
    row = table.rows[0]
    assert (row.entity, row.dimensions, row.period) == ("Kab. Bogor", {"provinsi": "Jawa Barat"}, "2023-01")


def test_one_name_with_two_units_keeps_them_apart():
    table = ReferenceTable.from_records([{"tahun": 2023, "harga_usd_per_liter": 0.6, "harga_idr_per_liter": 9000}])
    assert [(row.measure, row.unit) for row in table.rows] == [
        ("harga usd per liter", "USD/liter"),
        ("harga idr per liter", "IDR/liter"),
    ]


def test_units_in_the_names_of_measures():
    records = [
        {"indicator": "GDP (current US$)", "2023": 5},
        {"indicator": "Inflation, consumer prices (annual %)", "2023": 2},
        {"indicator": "Unemployment (% of total labor force)", "2023": 3},
        {"indicator": "Index (2010)", "2023": 3},
        {"indicator": "Index (2018)", "2023": 4},
    ]
    table = ReferenceTable.from_records(records)
    assert [row.unit for row in table.rows] == ["USD", "percent", "percent", "", ""]
    assert [key.aliases for key in table.measures] == [
        ("GDP",),
        ("Inflation, consumer prices",),
        ("Unemployment",),
        (),  # both without their brackets would be one
        (),
    ]


HEADER_PLACES = [
    # rows above and the header                                        cells of the first row
    ("Judul\n\nprovinsi,2022,2023\nAceh,1,2\n", "Aceh"),
    ("Judul,,\nSumber,BPS,\nprovinsi,2022,2023\nAceh,1,2\nBali,3,4\n", "Aceh"),
    (",2023\nAceh,1\n", "Aceh"),  # a blank first cell, and one period
    ('"Data","X",\n\n"Tanggal","2024-06-28",\n\nnegara,kode,2021,2022,2023\nAceh,A,1,2,3\nBali,B,1,2,3\n', "Aceh"),
    ("\ufeffprovinsi,2022\nAceh,1\n", "Aceh"),
]


@pytest.mark.parametrize(("text", "entity"), HEADER_PLACES)
def test_lines_above_the_header(write, text, entity):
    table = ReferenceTable.read(write(text), fixed={"measure": "x"})
    assert (table.rows[0].entity, table.rows[0].number) == (entity, 1)


def test_columns_without_any_cell_are_left_out(write):
    table = ReferenceTable.read(write("negara,tahun,x,kosong\nA,2023,5,\nB,2023,6,\n"))
    assert [(row.entity, row.measure, row.dimensions) for row in table.rows] == [("A", "x", None), ("B", "x", None)]


def test_years_in_the_headers_of_measures(write):
    table = ReferenceTable.read(
        write("kota,pengeluaran_2023_rp,pengeluaran_2024_rp,indeks 2018\nBogor,1315101,1415690,5\n")
    )
    assert [(row.measure, row.period, row.unit) for row in table.rows] == [
        ("pengeluaran", "2023", "IDR"),
        ("pengeluaran", "2024", "IDR"),
        ("indeks 2018", "", ""),  # one year alone may be that of its prices
    ]
    table = ReferenceTable.read(write("tahun,x 2010,x 2018\n2023,1,2\n"))
    assert [(row.measure, row.period) for row in table.rows] == [("x 2010", "2023"), ("x 2018", "2023")]


PARTS = [
    ("tahun,bulan,tanggal", "2023,3,2023-03-01", "2023-03"),
    ("tahun,triwulan", "2023,II", "2023-Q2"),
    ("tahun,triwulan", "2023,Triwulan 4", "2023-Q4"),
    ("year,month", "2023,3", "2023-03"),
    ("tahun,semester", "2023,1", "2023-H1"),
    ("tahun,tanggal", "2023,31/12/2023", "2023-12-31"),
]


@pytest.mark.parametrize(("headers", "cells", "period"), PARTS)
def test_periods_side_by_side(write, headers, cells, period):
    table = ReferenceTable.read(write(f"indikator,{headers},nilai\nPDB,{cells},5\n"))
    assert table.rows[0].period == period


def test_a_month_that_is_none(write):
    with pytest.raises(TableError, match="row 2, column 'bulan': 'Total' is no period; write the month of the year"):
        ReferenceTable.read(write("indikator,tahun,bulan,nilai\nPDB,2023,Mei,5\nPDB,2023,Total,6\n"))


def test_months_without_a_year(write):
    with pytest.raises(TableError, match="'bulan', 'triwulan' name no year; give the year in a column"):
        ReferenceTable.read(write("indikator,bulan,triwulan,nilai\nPDB,Mei,II,5\n"))


def test_the_finer_place_is_the_entity(write):
    text = "indikator,provinsi,kabupaten,nilai\nmiskin,Aceh,Pidie,5\nmiskin,Aceh,Bireuen,6\nmiskin,Bali,Badung,7\n"
    row = ReferenceTable.read(write(text)).rows[0]
    assert (row.entity, row.dimensions) == ("Pidie", {"provinsi": "Aceh"})


def test_scale_column(write):
    table = ReferenceTable.read(write("indicator,value,unit,unit_mult\nGDP,5.1,USD,9\nGNI,5,USD,0\n"))
    assert [(str(row.value), row.unit) for row in table.rows] == [("5.1E+9", "USD"), ("5", "USD")]


def test_mapping(write):
    path = write("Provinsi,Tahun,P0,P1,Lain\nAceh,2023,14.45,2.59,1\n")
    table = ReferenceTable.read(
        path,
        columns={"entity": "Provinsi", "period": "Tahun"},
        measures={
            "P0": {"name": "angka kemiskinan", "unit": "persen", "aliases": ["penduduk miskin"]},
            "P1": "kedalaman",
        },
    )
    assert tidy(table) == [
        (1, "P0", "angka kemiskinan", "Aceh", "2023", "14.45", "percent"),
        (1, "P1", "kedalaman", "Aceh", "2023", "2.59", ""),
    ]
    assert [key.aliases for key in table.measures] == [("penduduk miskin",), ()]


def test_sidecar(write):
    path = write("Provinsi;Tahun;P0\nAceh;2023;14.455\n")
    write(
        'language = "id"\ndecimal = ","\n[columns]\nentity = "Provinsi"\n'
        '[measures.P0]\nname = "penduduk miskin"\nunit = "orang"\naliases = ["orang miskin"]\n',
        "table.claims.toml",
    )
    table = ReferenceTable.read(path)
    assert tidy(table) == [(1, "P0", "penduduk miskin", "Aceh", "2023", "14455", "")]
    assert table.language == "id"
    assert (
        ReferenceTable.read(path, decimal=".").rows[0].value == 14.455
        or str(ReferenceTable.read(path, decimal=".").rows[0].value) == "14.455"
    )  # what is said here wins


SIDECARS = [
    ("decimal = ';'", "table.claims.toml: decimal must be '.' or ','"),
    ("decimals = ','", "table.claims.toml: unknown key 'decimals'; did you mean 'decimal'?"),
    ("columns = 5", "table.claims.toml: columns must be a table of name = value, not int"),
    ("[columns]\nentity = 5", "table.claims.toml: columns.entity must be text or a list of texts, not int"),
    ("[measures.P0]\nunits = 'ton'", "measures.P0 has no 'units'; did you mean 'unit'?"),
    ("[columns\n", "table.claims.toml: "),
    ("header = 0", "header must be the header's row, counted from 1, not 0"),
]


@pytest.mark.parametrize(("text", "message"), SIDECARS)
def test_wrong_sidecars(write, text, message):
    path = write("measure,value\nGDP,5\n")
    write(text, "table.claims.toml")
    with pytest.raises(TableError) as caught:
        ReferenceTable.read(path)
    assert message in str(caught.value)


def test_merged_cells_are_filled_only_when_asked_for(write):
    path = write("provinsi,indikator,nilai\nAceh,PDRB,5\n,TPT,6\n")
    assert [row.entity for row in ReferenceTable.read(path).rows] == ["Aceh", ""]
    assert [row.entity for row in ReferenceTable.read(path, fill_down=["provinsi"]).rows] == ["Aceh", "Aceh"]
    with pytest.raises(TableError, match="fill_down names a column 'kota' that is not there"):
        ReferenceTable.read(path, fill_down=["kota"])


def test_fixed_texts(write):
    path = write("tahun,nilai\n2023,5\n")
    with pytest.raises(TableError, match="no column for measure"):
        ReferenceTable.read(path)
    table = ReferenceTable.read(path, fixed={"measure": "inflasi", "entity": "Indonesia", "unit": "%", "source": "BPS"})
    row = table.rows[0]
    assert (row.measure, row.entity, row.unit, row.source, row.period) == (
        "inflasi",
        "Indonesia",
        "percent",
        "BPS",
        "2023",
    )
    with pytest.raises(TableError, match="the fixed period 'besok' is no period"):
        ReferenceTable.read(write("indikator,nilai\nPDB,5\n"), fixed={"period": "besok"})


def test_counted_things_can_be_declared(write):
    path = write("indikator,nilai,satuan\nluas,5,sub-blok\n")
    with pytest.raises(TableError, match=r"unit 'sub-blok'.* is not known.*declared with counted="):
        ReferenceTable.read(path)
    assert ReferenceTable.read(path, counted=["sub-blok"]).rows[0].noun == "sub-blok"


@pytest.mark.parametrize(
    ("written", "noun", "value"), [("eksemplar", "eksemplar", "5"), ("ribu eksemplar", "eksemplar", "5E+3")]
)
def test_a_word_that_no_pack_knows_is_what_is_counted_and_told(write, written, noun, value):
    table = ReferenceTable.read(write(f"indikator,nilai,satuan\noplah,5,{written}\n"))
    assert (table.rows[0].noun, table.rows[0].unit, str(table.rows[0].value)) == (noun, "", value)
    told = [str(finding) for finding in table.findings if finding.severity == "warning"]
    assert told == [
        f"table.csv: row 1, column 'satuan': unit {written!r} is taken for what is counted; "
        f"say so with counted=['eksemplar'], or write a unit that is known"
    ]


@pytest.mark.parametrize("written", ["barell", "kilogrm", "Rp/eksemplar", "abc", "x_y_z"])
def test_a_slip_of_a_unit_is_no_noun(write, written):
    with pytest.raises(TableError, match="is not known"):
        ReferenceTable.read(write(f"indikator,nilai,satuan\noplah,5,{written}\n"))


def test_blank_rows_are_counted_and_left_out(write):
    table = ReferenceTable.read(write("indikator,nilai\nPDB,5\n,\nTPT,6\n , \n"))
    assert [(row.number, row.measure) for row in table.rows] == [(1, "PDB"), (3, "TPT")]


def test_what_was_understood_is_told(write):
    table = ReferenceTable.read(write('provinsi;no;2023\nAceh;1;"4,1"\n'), fixed={"measure": "TPT", "unit": "%"})
    assert [str(finding) for finding in table.findings] == [
        "table.csv: separator ';'",
        "table.csv: read as one column a period: '2023'",
        "table.csv: entity in 'provinsi'; measure 'TPT' for all rows; unit '%' for all rows; not used 'no'",
        "table.csv: column '2023': decimal mark ',', proven: '4,1'",
    ]
    assert {finding.severity for finding in table.findings} == {"note"}


def test_a_header_may_say_more_than_its_period(write):
    table = ReferenceTable.read(write("Series Name,Region,2021 [YR2021],2022 (%)\nwater losses,North,3.70,5.31\n"))
    assert tidy(table) == [
        (1, "2021 [YR2021]", "water losses", "North", "2021", "3.70", ""),
        (1, "2022 (%)", "water losses", "North", "2022", "5.31", "percent"),
    ]


PARTS = [
    ("Bulan,2022,2023\nJanuari,1,2\nFebruari,3,4\n", ["2022-01", "2023-01", "2022-02", "2023-02"]),
    ("Triwulan,2022,2023\nI,1,2\nII,3,4\n", ["2022-Q1", "2023-Q1", "2022-Q2", "2023-Q2"]),
    ("Semester,Tahun 2022,2023\n1,1,2\n2,3,4\n", ["2022-H1", "2023-H1", "2022-H2", "2023-H2"]),
]


@pytest.mark.parametrize(("text", "periods"), PARTS)
def test_rows_may_part_the_years_of_the_headers(write, text, periods):
    table = ReferenceTable.read(write(text), fixed={"measure": "curah hujan"})
    assert [row.period for row in table.rows] == periods
    assert [str(row.value) for row in table.rows] == ["1", "2", "3", "4"]


def test_a_total_among_the_parts_of_a_year_is_no_part(write):
    with pytest.raises(TableError, match="row 2, column 'Bulan': 'Setahun' is no period; write the month"):
        ReferenceTable.read(write("Bulan,2022\nJanuari,1\nSetahun,12\n"), fixed={"measure": "curah hujan"})


def test_one_column_of_numbers_has_the_values_of_named_measures(write):
    table = ReferenceTable.read(write("indikator,wilayah,tahun,realisasi\nlama sekolah,Utara,2023,9.1\n"))
    assert tidy(table) == [(1, "realisasi", "lama sekolah", "Utara", "2023", "9.1", "")]


def test_what_is_measured_is_said_by_rows_or_by_headers(write):
    text = "indikator,tahun,putra,putri\nlama sekolah,2023,9.1,9.4\n"
    with pytest.raises(TableError, match=r"'indikator' says what is measured, and so do 'putra', 'putri'; say which"):
        ReferenceTable.read(write(text))
    table = ReferenceTable.read(write(text), columns={"ignored": "indikator"})
    assert [row.measure for row in table.rows] == ["putra", "putri"]


def test_signs_behind_a_number_point_to_a_note(write):
    text = (
        "wilayah;2021;2022*);2023\nUtara;4,21*;4,23 p);5,0 r\nBarat;4,84;5,71xx;1.234,5 **)\nTimur;Rp4,2e;3,1 %;...\n"
    )
    path = write(text)
    table = ReferenceTable.read(path, fixed={"measure": "iuran"})
    values = ["4.21", "4.23", "5.0", "4.84", "5.71", "1234.5", "4.2", "3.1", "None"]
    assert [str(row.value) for row in table.rows] == values
    assert [row.unit for row in table.rows[6:8]] == ["IDR", "percent"]
    told = [str(finding) for finding in lint(path, fixed={"measure": "iuran"})]
    assert "table.csv: column '2022*)': signs that point to a note left out: '4,23 p)', '5,71xx'" in told


@pytest.mark.parametrize("cell", ["5 k", "5 B", "5 q", "5 ab", "r 5", "*5", "5 r r", "5**r"])
def test_other_letters_behind_a_number_are_not_left_out(write, cell):
    with pytest.raises(TableError, match="is no value"):
        ReferenceTable.read(write(f"indikator,tahun,nilai\niuran,2023,{cell}\n"))


SIGNS = [
    # header                 cell           value
    ("nilai (juta Rp)",      "Rp1.500,5",   "1.5005E+9"),
    ("nilai (juta Rp)",      "Rp2 miliar",  "2E+9"),       # a scale of its own
    ("nilai (juta Rp)",      "US$3,5",      "3.5"),
    ("nilai (Rp M)",         "Rp1,5",       "1.5E+9"),     # miliar, in Indonesian
    ("nilai (juta Rp)",      "Rp1,5 M",     "1.5E+9"),
    ("nilai (Rp)",           "Rp1.500,5",   "1500.5"),
    ("nilai (ribu ton)",     "1,5 ton",     "1.5"),        # a unit that is spelt out says all
]  # fmt: skip


@pytest.mark.parametrize(("header", "cell", "value"), SIGNS)
def test_the_sign_of_a_currency_takes_no_scale_away(write, header, cell, value):
    table = ReferenceTable.read(write(f"indikator;tahun;{header}\niuran;2023;{cell}\n"), decimal=",", language="id")
    assert str(table.rows[0].value) == value


@pytest.mark.parametrize(("header", "cell"), [("v (1.000 IDR)", "IDR1,5 M"), ("v (IDR M)", "IDR1,5")])
def test_a_scale_that_languages_dispute_is_not_dropped(write, header, cell):
    path, columns = write(f"x;y;{header}\nz;2023;{cell}\n"), {"measure": "x", "period": "y", "value": header}
    with pytest.raises(TableError, match=r"'M' means .*; name the language"):
        ReferenceTable.read(path, decimal=",", columns=columns)


def test_letters_in_brackets_that_part_people_are_no_units(write):
    table = ReferenceTable.read(write("Desa;Tahun;Penduduk (L);Penduduk (P);Bensin (L)\nMelati;2023;12;13;5\n"))
    assert [(row.measure, row.unit) for row in table.rows] == [
        ("Penduduk (L)", ""),
        ("Penduduk (P)", ""),
        ("Bensin", "liter"),
    ]
    tidy = "indikator;tahun;nilai\nPenduduk (L);2023;12\nPenduduk (P);2023;13\nBensin (L);2023;5\n"
    assert [row.unit for row in ReferenceTable.read(write(tidy)).rows] == ["", "", "liter"]


def test_the_title_is_offered_as_what_the_table_measures(write):
    path = write("Inflasi Umum (2018=100) (Persen);;\nBulan;2022;2023\nJanuari;0,56;0,34\n")
    with pytest.raises(TableError, match=r"fixed=\{'measure': 'Inflasi Umum \(2018=100\) \(Persen\)'\}"):
        ReferenceTable.read(path)
    rows = ReferenceTable.read(path, fixed={"measure": "Inflasi Umum (2018=100) (Persen)"}).rows
    assert [(row.period, str(row.value), row.unit) for row in rows] == [
        ("2022-01", "0.56", "percent"),
        ("2023-01", "0.34", "percent"),
    ]


def test_numbers_below_a_year_that_is_not_understood_are_a_finding(write):
    path = write("indikator;2022;IV/2023;Rata-rata;2023\ninflasi;1;2;3;4\n")
    [found] = [finding for finding in lint(path) if finding.severity != "note"]
    assert (found.code, found.severity, found.column) == ("unreadable_period", "warning", "IV/2023")
    assert not [f for f in lint(path, columns={"ignored": "IV/2023"}) if f.severity != "note"]


def test_blank_cells_below_no_header_may_be_left_out(write):
    rows = ReferenceTable.read(write("indikator,tahun,nilai,\na,2022,1,\na,2023,2\n")).rows
    assert [str(row.value) for row in rows] == ["1", "2"]
    with pytest.raises(TableError, match="row 2 has 2 cells, the header has 4"):
        ReferenceTable.read(write("indikator,tahun,nilai,\na,2022,1,\na,2023\n"))


def test_one_column_an_entity(write):
    path = write("Tahun;ACEH;BALI 1)\n2022;14,6;4,5\n2023;14,4;4,2\n")
    rows = ReferenceTable.read(path, fixed={"measure": "persentase penduduk miskin"}).rows
    assert [(row.measure, row.entity, row.period, str(row.value), row.unit) for row in rows][1:3] == [
        ("persentase penduduk miskin", "BALI", "2022", "4.5", "percent"),
        ("persentase penduduk miskin", "ACEH", "2023", "14.4", "percent"),
    ]


def test_columns_of_countries_are_no_measures(write):
    path = write("Year,Indonesia (%),Viet Nam (%)\n2022,5.3,8.1\n")
    with pytest.raises(TableError, match="no column for measure"):
        ReferenceTable.read(path)
    rows = ReferenceTable.read(path, fixed={"measure": "growth"}).rows
    assert [(row.measure, row.entity, row.unit) for row in rows] == [
        ("growth", "Indonesia", "percent"),
        ("growth", "Viet Nam", "percent"),
    ]
    text = "Indicator;Unit;Year;Indonesia;Malaysia\nexports;USD;2023;5;6\n"
    assert [(row.measure, row.entity) for row in ReferenceTable.read(write(text)).rows] == [
        ("exports", "Indonesia"),
        ("exports", "Malaysia"),
    ]


def test_one_column_of_numbers_has_the_values_of_a_fixed_measure(write):
    rows = ReferenceTable.read(write("Tahun;Nilai ekspor\n2023;5\n"), fixed={"measure": "ekspor", "unit": "USD"}).rows
    assert [(row.measure, row.unit) for row in rows] == [("ekspor", "USD")]


def test_a_header_that_stands_twice_in_the_rows_is_an_error(write):
    path = write("Provinsi;2022;2023\nAceh;1;2\n;;\nTabel 2;;\nProvinsi;2022;2023\nAceh;3;4\n")
    with pytest.raises(TableError, match="row 4 is the header again; give each table a file of its own"):
        ReferenceTable.read(path, fixed={"measure": "m"})


def test_a_first_column_of_remarks_says_what_is_measured(write):
    text = "Keterangan;Satuan;2022;2023\nUtang luar negeri;juta USD;1,5;2,5\n"
    assert [row.measure for row in ReferenceTable.read(write(text)).rows] == ["Utang luar negeri"] * 2
    text = "Indikator;Keterangan;2022\nimpor;angka sementara saja;1,5\n"
    assert [row.measure for row in ReferenceTable.read(write(text)).rows] == ["impor"]


def test_a_scale_in_a_header_is_never_lost(write):
    table = ReferenceTable.read(write("provinsi;oplah (ribu eksemplar);luas (km2)\nAceh;235;7\n"))
    assert [(row.measure, str(row.value), row.noun) for row in table.rows] == [
        ("oplah", "2.35E+5", "eksemplar"),
        ("luas", "7", ""),
    ]
    with pytest.raises(TableError, match="'baris' is not known"):
        ReferenceTable.read(write("mode;laju (ribu baris/detik);luas (km2)\narus;235;7\n"))


def test_headers_that_end_with_a_month_or_a_quarter_say_when(write):
    header = "Provinsi,TPT Agustus 2023 (persen),TPT Agustus 2024 (persen),Ekspor Q2 2024 (ton),Luas 2010"
    rows = ReferenceTable.read(write(f"{header}\nBali,2.69,1.79,5,9\n")).rows
    told = [(row.measure, row.period, row.unit) for row in rows]
    assert told[:2] == [("TPT", "2023-08", "percent"), ("TPT", "2024-08", "percent")]
    assert told[2:] == [("Ekspor Q2 2024", "", "metric_ton"), ("Luas 2010", "", "")]
