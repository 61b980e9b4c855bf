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
