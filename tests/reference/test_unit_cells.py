"""Units as cells and headers spell them."""

from decimal import Decimal

import pytest

from verifier import ReferenceTable, units
from verifier.errors import TableError, UnitError
from verifier.reference.unit_cells import read_unit
from verifier.reference.unit_grammar import nearest_units
from verifier.reference.unit_words import unit_words

UNITS = [
    # written                       scale   key                 noun
    ("",                            "1",    "",                 ""),
    ("juta barel per hari",         "1E+6", "barrel/day",       ""),
    ("million barrel/day",          "1E+6", "barrel/day",       ""),
    ("million barrels per day",     "1E+6", "barrel/day",       ""),
    ("barrel/day",                  "1",    "barrel/day",       ""),
    ("metric_ton",                  "1",    "metric_ton",       ""),
    ("ribu ton",                    "1E+3", "metric_ton",       ""),
    ("dalam ribu ton",              "1E+3", "metric_ton",       ""),
    ("(ribu ton)",                  "1E+3", "metric_ton",       ""),
    ("1.000 ton",                   "1E+3", "metric_ton",       ""),
    ("'000 ton",                    "1E+3", "metric_ton",       ""),
    ("000 ton",                     "1E+3", "metric_ton",       ""),
    ("10^3 ton",                    "1E+3", "metric_ton",       ""),
    ("10³ ton",                     "1E+3", "metric_ton",       ""),
    ("Rp miliar",                   "1E+9", "IDR",              ""),
    ("miliar rupiah",               "1E+9", "IDR",              ""),
    ("Rp (juta)",                   "1E+6", "IDR",              ""),
    ("Rp M",                        "1E+9", "IDR",              ""),       # miliar
    ("US$ bn",                      "1E+9", "USD",              ""),
    ("USD",                         "1",    "USD",              ""),
    ("US$/barrel",                  "1",    "USD/barrel",       ""),
    ("USD/barrel",                  "1",    "USD/barrel",       ""),
    ("Rp juta/ha",                  "1E+6", "IDR/hectare",      ""),
    ("Rp/US$",                      "1",    "IDR/USD",          ""),
    ("sen dolar AS",                "0.01", "USD",              ""),
    ("constant 2015 US$",           "1",    "USD",              ""),
    ("%",                           "1",    "percent",          ""),
    ("persen",                      "1",    "percent",          ""),
    ("% (yoy)",                     "1",    "percent",          ""),
    ("% yoy",                       "1",    "percent",          ""),
    ("% dari PDB",                  "1",    "percent",          ""),
    ("% of GDP",                    "1",    "percent",          ""),
    ("percentage_point",            "1",    "percentage_point", ""),
    ("km2",                         "1",    "km^2",             ""),
    ("km²",                         "1",    "km^2",             ""),
    ("KM2",                         "1",    "km^2",             ""),
    ("M3",                          "1",    "m^3",              ""),
    ("m^2",                         "1",    "m^2",              ""),
    ("kilometer persegi",           "1",    "km^2",             ""),
    ("square km",                   "1",    "km^2",             ""),
    ("jiwa/km²",                    "1",    "person/km^2",      ""),
    ("jiwa per km2",                "1",    "person/km^2",      ""),
    ("kuintal per hektar",          "1",    "quintal/hectare",  ""),
    ("kWh per kapita per tahun",    "1",    "kWh/person/year",  ""),
    ("°C",                          "1",    "degC",             ""),
    ("mm/tahun",                    "1",    "mm/year",          ""),
    ("t",                           "1",    "metric_ton",       ""),
    ("m",                           "1",    "m",                ""),       # a metre; a million only beside a currency
    ("orang",                       "1",    "",                 "orang"),
    ("ribu orang",                  "1E+3", "",                 "orang"),
    ("rumah tangga",                "1",    "",                 "rumah tangga"),
    ("people",                      "1",    "",                 "people"),
    ("dalam ribuan",                "1E+3", "",                 ""),
    ("jt",                          "1E+6", "",                 ""),
    ("indeks",                      "1",    "",                 ""),
    ("kasus per 100.000 penduduk",  "1",    "",                 "kasus per 100.000 penduduk"),  # its number stays
]  # fmt: skip


@pytest.mark.parametrize(("written", "scale", "key", "noun"), UNITS)
def test_read_unit(written, scale, key, noun):
    unit = read_unit(written, unit_words("id"))
    assert (str(unit.scale), unit.key, unit.noun) == (scale, key, noun)
    units.dimension(unit.key)  # every key converts


CASES = [
    # written   key, None where the sign must be written otherwise
    ("MB/s",    "MB/second"),   # bytes, where "Mb/s" are bits
    ("Mb/s",    "Mbps"),
    ("GB/s",    "GB/second"),
    ("kB/s",    "kB/second"),
    ("KBps",    "kB/second"),
    ("GBps",    "GB/second"),
    ("Gbps",    "Gbps"),
    ("mW",      "mW"),
    ("MW",      "MW"),
    ("MV",      None),          # megavolts: a thousand million "mV"
    ("mWh",     None),          # milliwatt-hours, no megawatt-hours
    ("mPa",     None),
    ("mHz",     None),
    ("Mg",      None),          # a megagram is a ton
    ("Mm",      None),
    ("GBPS",    None),          # bits or bytes
    ("s",       "second"),
    ("S",       None),          # siemens
    ("K",       None),          # kelvin, or a thousand
    ("KJ",      "kJ"),          # capitals that no prefix has
    ("kj",      "kJ"),
    ("HA",      "hectare"),
    ("CM",      "cm"),
    ("MM",      "mm"),
    ("MG",      "mg"),
    ("Km2",     "km^2"),
    ("mhz",     "MHz"),
]  # fmt: skip


@pytest.mark.parametrize("language", ["id", "en", None])
@pytest.mark.parametrize(("written", "key"), CASES)
def test_case_that_tells_units_apart_is_kept(written, key, language):
    words = unit_words(language)
    if key is not None:
        assert read_unit(written, words).key == key
        return
    with pytest.raises(UnitError):
        read_unit(written, words)


UNKNOWN = [
    ("barell/hari", "'barell' is not known; nearest known: barel"),
    ("xyzzy", "'xyzzy' is not known"),
    ("M", "is not known"),
    ("ton/", "is not known"),
    ("/ton", "is not known"),
    ("ton//ha", "is not known"),
    ("ton ton/ha/", "is not known"),
    ("m^99", "is not known"),
    ("m**(9**9)", "is not known"),
    ("10**10**10", "is not known"),
    ("__import__('os')", "is not known"),
    ("lambda: 1", "is not known"),
    ("ton\0", "is not known"),
    ("km*", "is not known"),
    ("persegi", "is not known"),
    ("all", "is not known"),
    ("million all", "'all' is not known"),
    ("ton" * 40, "longer than 64 characters"),
    ("a" * 100_000, "longer than 64 characters"),
    ("m/" * 20 + "m", "more than 8 factors"),
]


@pytest.mark.parametrize(("written", "message"), UNKNOWN)
def test_unknown_unit(written, message):
    with pytest.raises(UnitError) as caught:
        read_unit(written, unit_words("id"))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_scale_that_languages_read_differently_needs_a_language():
    with pytest.raises(UnitError, match=r"'M' means 1000000 \(en\) or 1000000000 \(id\).*; name the language"):
        read_unit("Rp M", unit_words())
    assert read_unit("US$ M", unit_words("en")).scale == Decimal("1E+6")
    assert read_unit("Rp M", unit_words("id")).scale == Decimal("1E+9")


def test_nearest_units():
    assert "hektar" in nearest_units("ribu hektarr", unit_words("id"))
    assert nearest_units("qqqq", unit_words("id")) == ()


def test_the_words_of_a_table_tell_the_language_of_its_units():
    english = [{"measure": "growth of the value of exports", "value": 5, "unit": "US$ M"}]
    indonesian = [{"indikator": "pertumbuhan nilai ekspor dan impor", "nilai": 5, "satuan": "Rp M"}]
    assert str(ReferenceTable.from_records(english).rows[0].value) == "5E+6"
    assert str(ReferenceTable.from_records(indonesian).rows[0].value) == "5E+9"
    with pytest.raises(TableError, match=r"'M' means .*; name the language"):
        ReferenceTable.from_records([{"measure": "x", "value": 5, "unit": "Rp M"}])
    assert str(ReferenceTable.from_records([{"x (Rp M)": 5, "tahun": 2023}], language="id").rows[0].value) == "5E+9"


def test_a_scale_word_in_small_letters_is_of_no_language_that_writes_nouns_with_a_capital():
    """A German billion is a million millions, and has a capital."""
    table = ReferenceTable.from_records(
        [{"entity": "Acme", "measure": "Revenue", "value": "1.92", "unit": "billion USD"}]
    )
    assert str(table.rows[0].value) == "1.92E+9"
    assert read_unit("billion people", unit_words()).scale == Decimal("1E+9")
    assert read_unit("Billion Menschen", unit_words("de")).scale == Decimal("1E+12")
    assert read_unit("billion euro", unit_words("de")).scale == Decimal("1E+12")  # said to be German


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("people per sq. km of land area", "person/km^2"),
        ("million tons of rice", "metric_ton"),
        ("% of total labor force", "percent"),
        ("persen terhadap PDB", "percent"),
    ],
)
def test_of_what_the_unit_is_is_left_out(text, key):
    assert read_unit(text, unit_words()).key == key


@pytest.mark.parametrize("text", ["kg of oil equivalent per capita", "of rice", "barrels of oil per day of work"])
def test_what_would_lose_a_denominator_is_no_unit(text):
    with pytest.raises(UnitError):
        read_unit(text, unit_words())


@pytest.mark.parametrize(
    ("value", "unit", "amount", "key", "noun"),
    [
        ("39.2 billion", "USD", "3.92E+10", "USD", ""),
        ("1.2 billion", "million USD", "1.2E+9", "USD", ""),
        ("US$ 5", "million USD", "5E+6", "USD", ""),
        ("4 juta", "barel/hari", "4E+6", "barrel/day", ""),
        ("3 million", "people", "3E+6", "", "people"),
        ("2 thousand", "", "2E+3", "", ""),
    ],
)
def test_a_cell_with_only_a_scale_has_the_unit_beside_it(value, unit, amount, key, noun):
    (row,) = ReferenceTable.from_records([{"measure": "x", "value": value, "unit": unit}]).rows
    assert (str(row.value), row.unit, row.noun) == (amount, key, noun)


@pytest.mark.parametrize(
    ("measure", "unit", "key"),
    [
        ("Diesel price (per liter)", "USD", "USD/liter"),
        ("Income per capita in US dollars", "USD", "USD"),
        ("Harga beras per kg", "ribu rupiah", "IDR/kg"),
        ("GDP per capita", "USD", "USD"),
        ("Upah per jam", "IDR", "IDR"),
        ("Biaya bersalin per kelahiran hidup", "IDR", "IDR"),
        ("Cost of care (per 1,000 live births)", "USD", "USD"),
        ("Revenue per employee", "USD", "USD"),
        ("Harga beras per kg", "IDR/kg", "IDR/kg"),
    ],
)
def test_a_price_is_told_per_what_the_name_of_its_measure_says(measure, unit, key):
    (row,) = ReferenceTable.from_records([{"measure": measure, "value": 5, "unit": unit}]).rows
    assert row.unit == key


@pytest.mark.parametrize(
    ("text", "scale", "key", "noun"),
    [
        ("EUR per 100 kg", "0.01", "EUR/kg", ""),
        ("liter/100 km", "0.01", "liter/km", ""),
        ("per 1.000 kelahiran hidup", "1", "", "per 1.000 kelahiran hidup"),
        ("per 1,000 live births", "1", "", "per 1,000 live births"),
        ("deaths per 100,000 people", "1", "", "deaths per 100,000 people"),
        ("per 100,000 people", "1", "", "per 100,000 people"),
    ],
)
def test_a_unit_is_told_per_so_many(text, scale, key, noun):
    cell = read_unit(text, unit_words())
    assert (str(cell.scale), cell.key, cell.noun) == (scale, key, noun)
