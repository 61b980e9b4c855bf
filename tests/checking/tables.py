"""Small tables for the tests of checking."""

from verifier.reference import ReferenceTable

__all__ = ["PROVINCES", "one_row", "table"]

PROVINCES = """
Jawa Barat|2022|Jumlah penduduk|49405808|jiwa
Jawa Barat|2023|Jumlah penduduk|49860330|jiwa
Jawa Tengah|2022|Jumlah penduduk|37032410|jiwa
Jawa Tengah|2023|Jumlah penduduk|37540962|jiwa
Banten|2022|Jumlah penduduk|12251985|jiwa
Banten|2023|Jumlah penduduk|12307732|jiwa
Jawa Barat|2022|Persentase penduduk miskin|8.06|persen
Jawa Barat|2023|Persentase penduduk miskin|7.62|persen
Banten|2023|Persentase penduduk miskin|6.17|persen
Jawa Barat|2023|Luas wilayah|37044.86|km2
Banten|2023|Luas wilayah|9352.77|km2
Jawa Barat|2023|Produksi padi|9.14|juta ton
Banten|2023|Produksi padi|1.69|juta ton
"""
HEADERS = ("entity", "period", "measure", "value", "unit")


def table(lines=PROVINCES, headers=HEADERS):
    """Return a table of lines with cells between bars."""
    rows = [line.split("|") for line in lines.strip().splitlines()]
    return ReferenceTable.from_records([dict(zip(headers, row, strict=True)) for row in rows], name="table.csv")


def one_row(**cells):
    """Return a table of one row; what is not given is that of Jawa Barat in 2023."""
    row = {"measure": "Produksi padi", "entity": "Jawa Barat", "period": "2023", "value": "9.14", "unit": "juta ton"}
    return ReferenceTable.from_records([row | cells], name="table.csv")
