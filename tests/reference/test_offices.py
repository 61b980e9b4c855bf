"""Tables in the layouts that statistics offices publish for machines."""

import pytest

from verifier import ReferenceTable
from verifier.reference import lint


def tidy(table):
    return [(row.measure, row.entity, row.period, str(row.value), row.unit, row.status) for row in table.rows]


def test_several_keys_in_one_column(write):
    text = (
        "freq,item,unit,geo\\TIME_PERIOD\t2022 \t2023 \n"
        "A,tea,kg,PT\t1.5 \t1.6 bp\n"
        "A,tea,kg,ES\t: c\t1.7 d\n"
        "A,coffee,kg,ES\t:\t5 e\n"
    )
    path = write(text, "keys.tsv")
    table = ReferenceTable.read(path)
    assert tidy(table) == [
        ("tea", "PT", "2022", "1.5", "kg", ""),
        ("tea", "PT", "2023", "1.6", "kg", "provisional"),
        ("tea", "ES", "2022", "None", "kg", ""),
        ("tea", "ES", "2023", "1.7", "kg", ""),  # another definition, no days
        ("coffee", "ES", "2022", "None", "kg", ""),
        ("coffee", "ES", "2023", "5", "kg", "estimate"),
    ]
    assert table.dimensions == {"freq": ("A",)}
    told = [finding.message for finding in lint(path)]
    assert r"column 'freq,item,unit,geo\\TIME_PERIOD' parted into 'freq', 'item', 'unit', 'geo'" in told


@pytest.mark.parametrize(
    "text",
    [
        "item,geo\\time\t2023\ntea\t1\n",  # a cell with fewer keys
        "geo,item\\time\tgeo\t2023\nPT,tea\tES\t1\n",  # a key that has its own column
        "item,geo\t2023\ntea,PT\t1\n",  # a comma alone parts nothing
    ],
)
def test_a_column_that_does_not_part_stays_one(write, text):
    path = write(text, "keys.tsv")
    assert not any(" parted into " in finding.message for finding in lint(path))
    assert len(ReferenceTable.read(path, fixed={"measure": "m"})) > 0


def test_a_file_of_tabs_is_one_though_its_cells_have_more_commas(write):
    table = ReferenceTable.read(write("item\tyear\tvalue\na, b, c, d\t2023\t5\na, b, c, e\t2023\t6\n", "t.tsv"))
    assert [row.measure for row in table.rows] == ["a, b, c, d", "a, b, c, e"]


def test_subjects_with_units_and_scales_beside_them(write):
    text = (
        "Country\tSubject Descriptor\tSubject Notes\tUnits\tScale\tCountry/Series-specific Notes\t2021\t"
        "Estimates Start After\n"
        "Peru\tOutput\tn\tNational currency\tBillions\tsurvey\t1,120.1\t2020\n"
        "Peru\tOutput growth\tn\tPercent change\t\tsurvey\t3.7\t2020\n"
        "Peru\tOutput by parity\tn\tPurchasing power parity; international dollars\tBillions\tsurvey\t5.5\t2020\n"
        "Peru\tJobs\tn\tPersons\tMillions\tsurvey\t2.2\t2020\n"
        "Peru\tPrices\tn\tIndex\tUnits\tsurvey\t107.3\t2020\n"
    )
    table = ReferenceTable.read(write(text, "weo.tsv"))
    assert [(row.measure, str(row.value), row.unit, row.noun) for row in table.rows] == [
        ("Output", "1.1201E+12", "", "national currency"),
        ("Output growth", "3.7", "percent", ""),
        ("Output by parity", "5.5E+9", "", "purchasing power parity international dollars"),
        ("Jobs", "2.2E+6", "", "persons"),
        ("Prices", "107.3", "", ""),
    ]
    assert not table.dimensions


def test_one_subject_in_several_units_is_a_measure_for_each(write):
    text = (
        "Country,Subject Descriptor,Units,Scale,2022,2023\n"
        "Peru,Output,U.S. dollars,Billions,1.5,1.6\n"
        "Peru,Output,National currency,Billions,5.1,5.2\n"
        "Peru,Output,Purchasing power parity; 2017 international dollar,Units,7.1,7.2\n"
        "Peru,Output,US$ million,,1700,1800\n"
        "Peru,Prices,Index,,107.3,108.1\n"
    )
    path = write(text, "weo.csv")
    table = ReferenceTable.read(path)
    assert [key.name for key in table.measures] == [
        "Output (USD)",
        "Output (national currency)",
        "Output (international dollar)",
        "Prices",
    ]
    assert [finding.code for finding in lint(path) if finding.severity == "error"] == [
        "contradiction"
    ] * 2  # of dollars
    assert "a measure for each unit that its rows have: 'Output'" in [finding.message for finding in table.findings]


def test_units_that_stand_in_other_rows_only_are_a_fault(write):
    path = write("indikator,tahun,nilai,satuan\nharga,2022,5,Rp/kg\nharga,2023,6,%\n")
    assert [key.name for key in ReferenceTable.read(path).measures] == ["harga"]
    assert "mixed_units" in [finding.code for finding in lint(path)]


CODES = [
    # code               value of 5      unit            counted
    ("MIO_EUR",          "5E+6",         "EUR",          ""),
    ("CP_MEUR",          "5E+6",         "EUR",          ""),
    ("CLV10_MIO_EUR",    "5E+6",         "EUR",          ""),
    ("THS_T",            "5E+3",         "metric_ton",   ""),
    ("T",                "5",            "metric_ton",   ""),
    ("THS_HA",           "5E+3",         "hectare",      ""),
    ("MIO_TKM",          "5E+6",         "metric_ton*km", ""),
    ("PC",               "5",            "percent",      ""),
    ("PC_GDP",           "5",            "percent",      ""),
    ("PCH_PRE",          "5",            "percent",      ""),
    ("THS_PER",          "5E+3",         "",             "persons"),
    ("NR",               "5",            "",             ""),
    ("I15",              "5",            "",             ""),
    ("EUR_HAB",          "5",            "EUR/person",   ""),
    ("CP_MNAC",          None,           None,           None),   # a code that is not known stays a fault
    ("GWH",              "5",            "GWh",          ""),
    ("THS_PER_X",        None,           None,           None),
]  # fmt: skip


@pytest.mark.parametrize(("code", "value", "unit", "noun"), CODES)
def test_codes_of_units(write, code, value, unit, noun):
    path = write(f"item,geo,TIME_PERIOD,unit,OBS_VALUE\ntea,PT,2023,{code},5\n", "codes.csv")
    if unit is None:
        assert [finding.code for finding in lint(path) if finding.severity == "error"] == ["unreadable_unit"]
        return
    row = ReferenceTable.read(path).rows[0]
    assert (str(row.value), row.unit, row.noun) == (value, unit, noun)


def test_a_dimension_that_tells_units_apart_is_part_of_what_is_measured(write):
    text = (
        "Area,Element,Item,Year,Unit,Value\n"
        "Peru,Production,Rice,2022,t,5\nPeru,Area harvested,Rice,2022,ha,6\nPeru,Production,Rice,2023,t,7\n"
        "Peru,Production,Tea,2023,t,8\n"
    )
    table = ReferenceTable.read(write(text, "fao.csv"))
    assert [(row.measure, row.unit) for row in table.rows] == [
        ("Rice Production", "metric_ton"),
        ("Rice Area harvested", "hectare"),
        ("Rice Production", "metric_ton"),
        ("Tea", "metric_ton"),
    ]
    assert "'Element' tells units apart, and is put to: 'Rice'" in [finding.message for finding in table.findings]
