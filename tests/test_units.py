"""Unit keys: their dimensions, exact conversions, what refuses to convert, hostile keys, threads."""

import subprocess
import sys
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.errors import InputTypeError, UnitError, VerifierError
from verifier.packs import load_pack
from verifier.unit_names import names
from verifier.units import canonical, comparable, convert, dimension, quantity

DIMENSIONS = [
    # dimension, every name that has it
    ("[length]", "m km hm dam dm cm mm micrometer nm inch foot yard mile nautical_mile furlong fathom"),
    ("[length]", "light_year astronomical_unit parsec angstrom"),
    ("[length] ** 2", "hectare are acre tumbak bahu rante"),
    ("[length] ** 3", "liter microliter ml cl dl hl kl megaliter barrel MMbbl gallon imperial_gallon quart pint cup"),
    ("[length] ** 3", "fluid_ounce tablespoon teaspoon bushel acre_foot mcf MMcf bcf tcf bcm"),
    ("[mass]", "kg hectogram g mg microgram metric_ton kilotonne megatonne gigatonne quintal pound ounce stone"),
    ("[mass]", "dalton kilodalton"),
    ("[mass]", "short_ton long_ton troy_ounce carat kati pikul tahil mayam"),
    ("[time]", "second millisecond microsecond nanosecond minute hour day week fortnight month quarter semester"),
    ("[time]", "year windu decade century millennium"),
    ("[length] / [time]", "knot"),
    ("[temperature]", "kelvin degC degF"),
    ("[temperature_difference]", "delta_degC delta_degF"),
    ("[angle]", "degree arcminute arcsecond turn"),
    ("[angle] / [time]", "rpm"),
    ("[beat]", "beat"),
    ("[beat] / [time]", "bpm"),
    ("[length] * [mass] / [time] ** 2", "N kN kgf pound_force"),
    ("[mass] / [length] / [time] ** 2", "Pa hPa kPa MPa GPa bar millibar atm psi mmHg"),
    ("[length] ** 2 * [mass] / [time] ** 2", "J kJ MJ GJ TJ PJ EJ Wh kWh MWh GWh TWh calorie kcal foot_pound"),
    ("[length] ** 2 * [mass] / [time] ** 2", "Btu MMBtu BBTU therm toe Mtoe eV keV MeV GeV TeV"),
    ("[length] ** 2 * [mass] / [time] ** 3", "W mW kW MW GW TW horsepower metric_horsepower BBTUD"),
    ("[peak_power]", "Wp kWp MWp GWp"),
    ("[apparent_power]", "VA kVA MVA"),
    ("[current]", "A mA"),
    ("[current] * [time]", "ampere_hour mAh"),
    ("[length] ** 2 * [mass] / [current] / [time] ** 3", "V mV kV"),
    ("[length] ** 2 * [mass] / [current] ** 2 / [time] ** 3", "ohm"),
    ("1 / [time]", "Hz kHz MHz GHz THz"),
    ("[information]", "bit kilobit megabit gigabit byte kB MB GB TB PB EB ZB KiB MiB GiB TiB"),
    ("[information] / [time]", "kbps Mbps Gbps Tbps"),
    ("[pixel]", "pixel megapixel"),
    ("[luminosity]", "candela"),
    ("[luminous_flux]", "lumen"),
    ("[luminous_flux] / [length] ** 2", "lux"),
    ("[sound_level]", "decibel"),
    ("[radiation_dose]", "sievert millisievert microsievert"),
    ("[absorbed_dose]", "gray milligray centigray"),
    ("[radioactivity]", "becquerel kilobecquerel megabecquerel gigabecquerel"),
    ("[substance]", "mol mmol"),
    ("[biological_activity]", "IU"),
    ("[gold_purity]", "karat"),
    ("[proportion]", "proportion percent permille ppm ppb"),
    ("[percentage_point]", "percentage_point basis_point"),
    ("[point]", "point"),
    ("[container_capacity]", "TEU FEU"),
    ("[deadweight]", "deadweight_ton"),
    ("[gross_tonnage]", "gross_ton"),
    ("[oil_equivalent]", "boe MMboe"),
    ("[oil_equivalent] / [time]", "MBOEPD"),
    ("[length] ** 3 / [time]", "MMSCFD BSCFD MBOPD"),
    ("[mass] / [time]", "MTPA"),
    ("[count]", "count"),
]

COMPOUNDS = [
    # key, dimension
    ("", ""),
    ("barrel/day", "[length] ** 3 / [time]"),
    ("km/hour", "[length] / [time]"),
    ("km^2", "[length] ** 2"),
    ("m^3/second", "[length] ** 3 / [time]"),
    ("metric_ton/hectare", "[mass] / [length] ** 2"),
    ("USD/barrel", "[currency_USD] / [length] ** 3"),
    ("IDR/USD", "[currency_IDR] / [currency_USD]"),
    ("IDR/share", "[currency_IDR] / [share]"),
    ("person/km^2", "[person] / [length] ** 2"),
    ("liter/person/day", "[length] ** 3 / [person] / [time]"),
    ("percent/year", "[proportion] / [time]"),
    ("N*m", "[length] ** 2 * [mass] / [time] ** 2"),
    ("degC/km", "[temperature_difference] / [length]"),  # a lapse rate is one of differences
    ("kg/m^2*second^-1", "[mass] / [length] ** 2 / [time]"),
    ("day/week", ""),  # a pure number
    ("km/km", ""),
]  # fmt: skip

CONVERSIONS = [
    # value, from, to, value there: exact, so compared exactly
    ("1", "km", "m", "1E+3"),
    ("4.1", "km", "m", "4.1E+3"),  # two digits written, two digits kept
    ("4.10E+3", "m", "km", "4.10"),
    ("1", "mile", "km", "1.609344"),
    ("26.2", "mile", "m", "42164.8128"),
    ("509", "foot", "m", "155.1432"),
    ("1", "yard", "inch", "36"),
    ("1", "nautical_mile", "km", "1.852"),
    ("2", "light_year", "km", "18921460945161.6"),
    ("250", "hectare", "km^2", "2.50"),
    ("1", "acre", "m^2", "4046.8564224"),
    ("1", "mile^2", "acre", "640"),
    ("3", "are", "m^2", "3E+2"),
    ("1", "barrel", "liter", "158.987294928"),
    ("1", "barrel", "gallon", "42"),
    ("1", "m^3", "liter", "1E+3"),
    ("1", "gallon", "cup", "16"),
    ("1", "gallon", "fluid_ounce", "128"),
    ("3", "teaspoon", "tablespoon", "1"),
    ("1", "quintal", "kg", "1E+2"),
    ("5", "hectogram", "g", "5E+2"),  # five ons
    ("1", "pikul", "kg", "62.5"),
    ("1", "short_ton", "pound", "2E+3"),
    ("1", "long_ton", "pound", "2.24E+3"),
    ("1", "metric_ton", "kg", "1E+3"),
    ("12", "troy_ounce", "g", "373.2417216"),
    ("5", "carat", "g", "1.0"),
    ("2", "year", "month", "24"),
    ("3", "week", "day", "21"),
    ("2.25", "hour", "minute", "135.00"),
    ("1", "windu", "year", "8"),
    ("3", "quarter", "month", "9"),
    ("36", "km/hour", "m/second", "10"),
    ("10", "knot", "km/hour", "18.520"),
    ("5", "metric_ton/hectare", "kg/m^2", "0.5"),
    ("1", "quintal/hectare", "metric_ton/hectare", "0.1"),
    ("60", "USD/barrel", "USD/MMbbl", "6.0E+7"),
    ("900", "IDR/share", "IDR/share", "900"),
    ("1", "kWh", "J", "3.6E+6"),
    ("1", "kcal", "J", "4184"),
    ("2", "MMBtu", "Btu", "2E+6"),
    ("100", "metric_horsepower", "kW", "73.549875"),
    ("1", "atm", "hPa", "1013.25"),
    ("30", "rpm", "turn/second", "0.5"),
    ("90", "arcminute", "degree", "1.5"),
    ("1", "GB", "MB", "1E+3"),
    ("8", "Mbps", "MB/second", "1"),
    ("1", "MiB", "byte", "1048576"),
    ("3", "percent", "permille", "3E+1"),
    ("400", "ppm", "percent", "0.0400"),
    ("25", "basis_point", "percentage_point", "0.25"),
    ("2", "FEU", "TEU", "4"),
    ("605", "MBOPD", "barrel/day", "6.05E+5"),
    ("1", "bcf", "MMcf", "1E+3"),
    ("4.1", "MTPA", "metric_ton/year", "4.1E+6"),
    ("0", "degC", "kelvin", "273.15"),
    ("100", "degC", "degF", "212.0"),
    ("77", "degF", "degC", "25"),
    ("98.6", "degF", "degC", "37.0"),
    ("-40", "degF", "degC", "-40"),
    ("0", "kelvin", "degF", "-459.67"),
    ("5", "delta_degC", "delta_degF", "9.0"),
    ("9", "delta_degF", "delta_degC", "5"),
    ("6.5", "degC/km", "degC/m", "0.0065"),
]  # fmt: skip

REFUSED = [
    # what looks alike and is not: from, to
    ("USD", "IDR"),
    ("USD/barrel", "IDR/liter"),
    ("barrel/day", "barrel"),
    ("percent", "percentage_point"),
    ("percent", ""),
    ("percent", "degree"),
    ("point", "percentage_point"),
    ("metric_ton", "deadweight_ton"),
    ("metric_ton", "gross_ton"),
    ("barrel", "boe"),
    ("kW", "kVA"),
    ("MW", "MWp"),
    ("carat", "karat"),
    ("degC", "delta_degC"),
    ("degree", "degC"),
    ("person", "household"),
    ("share", "count"),
    ("Hz", "becquerel"),
    ("", "count"),
]

SPELLINGS = [
    # key, as this package writes it
    ("kilometer", "km"),
    ("kilometre/hour", "km/hour"),
    ("metre^2", "m^2"),
    ("tonne/hectare", "metric_ton/hectare"),
    ("t/ha", "metric_ton/hectare"),
    ("litre", "liter"),
    ("bbl/d", "barrel/day"),
    ("watt", "W"),
    ("celsius", "degC"),
    ("°C", "degC"),
    ("%", "percent"),
    ("kWh", "kWh"),
    ("m*s^-2", "m*second^-2"),
    ("", ""),
]

NO_KEYS = [
    # key, words of the message
    ("brrel/day", "unknown unit 'brrel' in 'brrel/day'; the nearest known are barrel"),
    ("KM", "unknown unit 'KM'; the nearest known are km"),  # case counts, and is the first guess
    ("rupiah", "unknown unit 'rupiah'; docs/units.md lists those known"),  # a word of a language is no key
    ("kilobarrel", "unknown unit 'kilobarrel'"),  # no prefixes are put before names
    ("kms", "unknown unit 'kms'"),  # and no plural behind them
    ("ke", "unknown unit 'ke'"),
    ("at", "unknown unit 'at'"),
    ("1/second", "unknown unit '1' in '1/second'"),
    ("10**10**10", "unknown unit '10' in '10**10**10'"),
    ("m**2", "'m**2' is no unit; write names joined by * and /"),
    ("m^10", "'m^10' is no unit"),
    ("m^0", "'m^0' is no unit"),
    ("m^2^2", "'m^2^2' is no unit"),
    ("6^800000", "is no unit"),
    ("km per hour", "'km per hour' is no unit"),
    ("4,1 km", "'4,1 km' is no unit"),
    (" km", "is no unit"),
    ("km\n", "'km\\n' is no unit"),
    ("km/", "is no unit"),
    ("/km", "is no unit"),
    ("km//hour", "is no unit"),
    ("(km)", "unknown unit '(km)'"),
    ("__import__('os')", "unknown unit"),
    ("lambda: 1", "is no unit"),
    ("{}", "unknown unit '{}'"),
    ("m\0", "unknown unit 'm\\x00'"),
    ("m;s", "unknown unit 'm;s'"),
    ("/".join(["m"] * 9), "joins more than 8 units; use fewer"),
    ("m" * 65, "a unit has at most 64 characters, not 65: 'mmmmmmmmmmmmmmmmmmmm'..."),
    ("m" * 100_000, "a unit has at most 64 characters, not 100000"),
]  # fmt: skip

# Names of pint's own registry that mean something else here, each with the reason.
OTHER_THAN_PINT = {
    "acre": "of the international foot, not of the survey foot",
    "acre_foot": "of the international foot, not of the survey foot",
    "fathom": "of the international foot, not of the survey foot",
    "furlong": "of the international foot, not of the survey foot",
    "barrel": "of oil, 42 gallons",
    "Btu": "of the International Table, not of ISO",
    "therm": "of the International Table, not of ISO",
    "decade": "ten years, no logarithm",
    "decibel": "a dimension of its own",
    "quarter": "three months, no mass",
    "unit": "a thing, no luminance",
    "VA": "apparent power does not convert into power",
    "becquerel": "does not convert into hertz",
    "sievert": "does not convert into specific energy",
    **dict.fromkeys(("gray", "milligray", "centigray"), "does not convert into specific energy"),
    **dict.fromkeys(("kilobecquerel", "megabecquerel", "gigabecquerel"), "does not convert into hertz"),
    "lumen": "does not convert into candela",
    "lux": "does not convert into candela per area",
    "degree": "an angle has a dimension",
    "arcminute": "an angle has a dimension",
    "arcsecond": "an angle has a dimension",
    "turn": "an angle has a dimension",
    "rpm": "an angle has a dimension",
    **dict.fromkeys(("bit", "byte", "kB", "MB", "GB", "TB", "PB", "EB", "ZB"), "data have a dimension"),
    **dict.fromkeys(("KiB", "MiB", "GiB", "TiB", "kilobit", "megabit", "gigabit"), "data have a dimension"),
    **dict.fromkeys(("kbps", "Mbps", "Gbps", "Tbps"), "data have a dimension"),
    **dict.fromkeys(("percent", "permille", "ppm", "count"), "a dimension of its own"),
    "kVA": "apparent power does not convert into power",
    "MVA": "apparent power does not convert into power",
    "millisievert": "does not convert into specific energy",
    "microsievert": "does not convert into specific energy",
    "karat": "purity of gold, no mass of a stone",
    "point": "of an index, no length of type",
}


def own_names() -> set[str]:
    """The currencies and the nouns: each is a dimension by itself."""
    units = load_pack("en").units
    return {*units.currency_symbols, *units.nouns}


@pytest.mark.parametrize(
    ("name", "expected"), [(name, wanted) for wanted, listed in DIMENSIONS for name in listed.split()]
)
def test_dimension_of_each_name(name, expected):
    assert dimension(name) == expected
    assert canonical(name) == name


def test_the_table_of_dimensions_lists_every_name_once():
    listed = [name for _, names_ in DIMENSIONS for name in names_.split()]
    assert len(listed) == len(set(listed))
    assert set(listed) == {canonical(name) for name in names()} - own_names()


def test_currencies_and_nouns_have_dimensions_of_their_own():
    codes = set(load_pack("en").units.currency_symbols)
    for name in own_names():
        assert dimension(name) == (f"[currency_{name}]" if name in codes else f"[{name}]")


@pytest.mark.parametrize(("key", "expected"), COMPOUNDS)
def test_dimension_of_compounds(key, expected):
    assert dimension(key) == expected


@pytest.mark.parametrize(("value", "unit", "to", "expected"), CONVERSIONS)
def test_convert_is_exact(value, unit, to, expected):
    converted = convert(Decimal(value), unit, to)
    assert converted == Decimal(expected)
    assert comparable(unit, to)
    assert comparable(to, unit)


@pytest.mark.parametrize(("value", "unit", "to"), [("4.1", "km", "m"), ("4.10E+3", "m", "km"), ("3", "percent", "ppm")])
def test_a_power_of_ten_keeps_the_digits_written(value, unit, to):
    assert convert(Decimal(value), unit, to).as_tuple().digits == Decimal(value).as_tuple().digits


def test_convert_rounds_only_what_has_no_end():
    # 158.987294928 liters are 0.158987294928 cubic meters; a day has 86 400 seconds
    flow = convert(Decimal(1), "barrel/day", "m^3/second")
    exact = Fraction("0.158987294928") / 86_400
    assert abs(Fraction(flow) - exact) < exact / 10**59


def test_convert_leaves_the_value_as_it_is_where_the_unit_is_the_same():
    value = Decimal("4.10E+6")
    assert convert(value, "barrel/day", "barrel/day") is value


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=6))
def test_there_and_back_is_where_it_began(value):
    for unit, to in [("km", "m"), ("mile", "km"), ("degC", "degF"), ("hectare", "km^2"), ("kWh", "J"), ("MB", "MiB")]:
        assert abs(convert(convert(value, unit, to), to, unit) - value) <= abs(value) * Decimal("1E-50")


@pytest.mark.parametrize(("unit", "to"), REFUSED)
def test_what_is_not_the_same_does_not_convert(unit, to):
    assert not comparable(unit, to)
    assert not comparable(to, unit)
    with pytest.raises(UnitError, match="does not convert into"):
        convert(Decimal(1), unit, to)


def test_a_refusal_names_both_dimensions():
    with pytest.raises(UnitError) as error:
        convert(Decimal(60), "USD/barrel", "IDR/liter")
    assert str(error.value) == (
        "'USD/barrel' ([currency_USD] / [length] ** 3) does not convert into "
        "'IDR/liter' ([currency_IDR] / [length] ** 3); use one dimension"
    )


@pytest.mark.parametrize(("key", "expected"), SPELLINGS)
def test_canonical(key, expected):
    assert canonical(key) == expected
    assert comparable(key, expected)


@pytest.mark.parametrize(("key", "words"), NO_KEYS)
def test_anything_else_is_a_clear_error(key, words):
    for use in (canonical, dimension, lambda unit: quantity(Decimal(1), unit), lambda unit: comparable("m", unit)):
        with pytest.raises(UnitError) as error:
            use(key)
        assert words in str(error.value)
        assert "\n" not in str(error.value)
        assert len(str(error.value)) < 250


@given(st.text(max_size=70))
def test_no_text_does_more_than_fail(key):
    with suppress(UnitError):
        assert dimension(key) == dimension(canonical(key))


@pytest.mark.parametrize("unit", [None, 3, b"km", ["km"]])
def test_a_unit_is_text(unit):
    for use in (canonical, dimension, lambda key: convert(Decimal(1), "km", key), lambda key: comparable("km", key)):
        with pytest.raises(InputTypeError, match=f"a unit is text such as 'barrel/day', not {type(unit).__name__}"):
            use(unit)


@pytest.mark.parametrize("value", [1, 4.1, "4.1", None])
def test_a_value_is_a_decimal(value):
    for use in (lambda number: convert(number, "km", "m"), lambda number: quantity(number, "km")):
        with pytest.raises(InputTypeError, match=f"a value is a Decimal, not {type(value).__name__}"):
            use(value)


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_a_value_is_finite(value):
    with pytest.raises(UnitError, match="is no finite number; leave it out"):
        convert(Decimal(value), "km", "m")


@pytest.mark.parametrize("value", ["1E+999999", "9E+999999999"])
def test_a_value_that_is_too_large_is_a_clear_error(value):
    with pytest.raises(UnitError, match="is too large or too small to convert into 'm'"):
        convert(Decimal(value), "km", "m")


def test_quantity_calculates_in_decimals():
    price = quantity(Decimal("60"), "USD/barrel")
    assert price.magnitude == Decimal("60")
    assert (price * quantity(Decimal("4.1E+6"), "barrel/day")).to("USD/day").magnitude == Decimal("246000000")
    assert quantity(Decimal("30"), "percent").to("permille").magnitude == Decimal("300")
    with pytest.raises(pint.DimensionalityError):
        price + quantity(Decimal("60"), "IDR/barrel")


def test_quantity_tells_temperatures_from_differences():
    assert quantity(Decimal(25), "degC").to("kelvin").magnitude == Decimal("298.15")
    assert quantity(Decimal(6), "degC/km").to("delta_degC/m").magnitude == Decimal("0.006")


def test_every_quantity_belongs_to_one_registry():
    assert quantity(Decimal(1), "km") + quantity(Decimal(1), "m") == quantity(Decimal(1001), "m")
    assert quantity(Decimal(3), "").dimensionless
    assert quantity(Decimal(3), "km/km").unitless


def test_sizes_agree_with_the_registry_that_pint_ships():
    theirs = pint.UnitRegistry()
    compared = 0
    for name in sorted({canonical(name) for name in names()} - own_names() - OTHER_THAN_PINT.keys()):
        if name in theirs and not name.startswith("delta_"):
            unit = theirs.Quantity(2.0, name).to_base_units()
            base = {"kilogram": "kg", "meter": "m", "ampere": "A", "mole": "mol"}
            key = "*".join(f"{base.get(part, part)}^{int(power)}" for part, power in unit.unit_items())
            assert float(convert(Decimal(2), name, key.replace("^1*", "*").removesuffix("^1"))) == pytest.approx(
                unit.magnitude, rel=1e-9
            ), name
            compared += 1
    assert compared > 120


PROGRAM = """
import sys
from contextlib import suppress
from decimal import Decimal
from threading import Barrier, Thread
import verifier, verifier.units as units
assert "pint" not in sys.modules
assert units.canonical("kilometre") == "km" and units.comparable("km", "km")
assert "pint" not in sys.modules, "reading a key needs no pint"
barrier, seen = Barrier(16), []
def first_use(number):
    barrier.wait()
    seen.append((units.convert(Decimal(number), "mile", "m") / number, units.quantity(Decimal(number), "IDR/share")))
threads = [Thread(target=first_use, args=[number]) for number in range(1, 17)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
assert {factor for factor, _ in seen} == {Decimal("1609.344")}, seen
assert len({id(amount._REGISTRY) for _, amount in seen}) == 1
assert sum(amount for _, amount in seen).magnitude == 136
"""


def test_sixteen_threads_may_be_the_first_users():
    subprocess.run([sys.executable, "-W", "error", "-c", PROGRAM], check=True)


def test_errors_are_of_this_package():
    with pytest.raises(VerifierError):
        dimension("nothing")
