"""Columns whose cells prove no decimal mark, and what their units and their whole numbers tell of it."""

from decimal import Decimal

import pytest

from verifier.errors import TableError
from verifier.reference import ReferenceTable

TOLD = [
    # table                                                                                  the first value
    ("komoditas,satuan,2023,2024\nHarga cabai,Rp/kg,41.250,39.780\nHarga bawang,Rp/kg,28.400,30.150\n", "41250"),
    ("indikator,tahun,nilai,satuan\nharga telur,2023,28.350,rupiah\n",                       "28350"),
    ("indikator,tahun,nilai,satuan\nharga rata-rata telur,2023,28.350,Rp/kg\n",              "28350"),
    ("measure,year,value,unit\nrent,2023,\"98,500\",JPY\n",                                   "98500"),
    ("indikator,tahun,nilai,satuan\njumlah siswa,2023,12.345,orang\n",                       "12345"),
    ("measure,year,value,unit\nvisits,2023,\"48,120\",visits\n",                              "48120"),
    ("tahun,Jumlah siswa (orang),Luas (ha)\n2023,12.345,4.120\n",                            "12345"),
    ("indikator,tahun,nilai,satuan\npanjang jalan,2022,912,km\npanjang jalan,2023,1.340,km\n", "912"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "value"), TOLD)
def test_a_unit_without_thousandths_and_whole_numbers_tell_the_mark(write, table, value):
    read = ReferenceTable.read(write(table))
    assert read.rows[0].value == Decimal(value)
    assert any("decimal mark" in str(finding) and ", told by" in str(finding) for finding in read.findings)


def test_a_column_told_by_its_unit_tells_the_others(write):
    table = ReferenceTable.read(write("tahun,Jumlah siswa (orang),Luas (ha)\n2023,12.345,4.120\n"))
    assert [row.value for row in table.rows] == [Decimal("12345"), Decimal("4120")]


OPEN = [
    "indikator,tahun,nilai\nharga telur,2023,28.350\n",                              # no unit
    "indikator,tahun,nilai,satuan\nharga telur,2023,28.350,ribu rupiah\n",           # thousands have thousandths
    "indikator,tahun,nilai,satuan\nhutang,2023,28.350,Rp miliar\n",
    "measure,year,value,unit\nprice of petrol,2023,11.459,USD/gallon\n",             # a currency with parts
    "measure,year,value,unit\nrate of exchange,2023,149.123,JPY/USD\n",              # a rate of two currencies
    "indikator,tahun,nilai,satuan\nrata-rata siswa,2023,24.512,orang\n",             # an average
    "measure,year,value,unit\npupils per teacher,2023,18.345,people\n",
    "measure,year,value,unit\nfertility,2023,2.180,children\n",                      # so few may be an average
    "indikator,tahun,nilai,satuan\nluas,2023,12.345,ha\nluas,2024,12.915,ha\n",      # nothing beside it is whole
    "indikator,tahun,nilai,satuan\nluas,2023,912,ha\nluas,2024,12.915,ha\n",         # zeros may have been left out
    "indikator,tahun,nilai,satuan\npanjang,2023,912,km\nluas,2024,12.910,ha\n",      # of another measure
]  # fmt: skip


@pytest.mark.parametrize("table", OPEN)
def test_what_nothing_tells_stays_an_error(write, table):
    with pytest.raises(TableError, match="can be read with either decimal mark"):
        ReferenceTable.read(write(table))


def test_a_unit_is_never_read_against_what_the_column_proves(write):
    table = ReferenceTable.read(write("measure,year,value,unit\nrent,2022,98.500,JPY\nrent,2023,98.25,JPY\n"))
    assert [row.value for row in table.rows] == [Decimal("98.500"), Decimal("98.25")]


def test_both_marks_between_three_digits_stay_an_error(write):
    text = 'indikator,tahun,nilai,satuan\ntelur,2022,28.350,Rp\ntelur,2023,"29,100",Rp\n'
    with pytest.raises(TableError, match="can be read with either decimal mark"):
        ReferenceTable.read(write(text))


def test_what_all_names_begin_with_is_what_is_measured(write):
    table = ReferenceTable.read(
        write("komoditas,satuan,2023,2024\nHarga cabai,Rp/kg,41250,39780\nHarga bawang merah,Rp/kg,28400,30150\n")
    )
    assert [(row.measure, row.entity) for row in table.rows[::2]] == [("Harga", "cabai"), ("Harga", "bawang merah")]
    table = ReferenceTable.read(write("commodity,unit,2023\nCocoa price,USD/kg,3.3\nTea price,USD/kg,2.7\n"))
    assert {(row.measure, row.entity) for row in table.rows} == {("price", "Cocoa"), ("price", "Tea")}
    table = ReferenceTable.read(write("daerah,satuan,2023\nKota Medan,ton,12\nKota Binjai,ton,15\n"))
    assert [row.entity for row in table.rows] == ["Kota Medan", "Kota Binjai"]
