from decimal import Decimal

import pytest

from verifier.claims.intervals import (
    Interval,
    ModifierSets,
    cell_interval,
    loose_interval,
    rounding_interval,
    tolerance_of,
)
from verifier.model import Modifier, Row

ROUNDINGS = [
    # written     from        to
    ("4.1E+6", "4.05E+6", "4.15E+6"),
    ("4100000", "4099999.5", "4100000.5"),  # all digits written: exact to one
    ("7.50", "7.495", "7.505"),  # the last zero was written on purpose
    ("-2.07", "-2.075", "-2.065"),
    ("0", "-0.5", "0.5"),
]

LOOSE = [
    # written   from       to
    ("31500", "31450", "31550"),
    ("280E+6", "275E+6", "285E+6"),
    ("1000", "500", "1500"),
    ("-300", "-350", "-250"),
]

SETS = [
    # modifier            written   from      to       open at
    (Modifier.ABOUT, "50", "45", "55", ""),  # two units of the last digit would be 20 (40 %): ten percent at most
    (Modifier.ABOUT, "49.3", "46.835", "51.765", ""),  # two tenths are too narrow: five percent at least
    (Modifier.ABOUT, "37", "35", "39", ""),  # two units of the last digit
    (Modifier.ALMOST, "50", "45", "50", "high"),
    (Modifier.MORE_THAN, "50", "50", "Infinity", "low"),
    (Modifier.AT_LEAST, "50", "50", "Infinity", ""),
    (Modifier.LESS_THAN, "50", "-Infinity", "50", "high"),
    (Modifier.AT_MOST, "50", "-Infinity", "50", ""),
    (Modifier.ALMOST, "-2", "-2", "-1.8", "low"),  # nearly two below zero
]


def row(value, **more):
    return Row(table="t", number=1, column="c", measure="m", value=Decimal(value), **more)


@pytest.mark.parametrize(("written", "low", "high"), ROUNDINGS)
def test_a_written_number_covers_what_rounds_to_it(written, low, high):
    assert rounding_interval(Decimal(written)) == Interval(Decimal(low), Decimal(high))


@pytest.mark.parametrize("written", ["Infinity", "NaN"])
def test_only_finite_numbers_round(written):
    with pytest.raises(ValueError, match=f"needs a finite number, not {written}"):
        rounding_interval(Decimal(written))


@pytest.mark.parametrize(("written", "low", "high"), LOOSE)
def test_last_zeros_may_only_hold_places(written, low, high):
    assert loose_interval(Decimal(written)) == Interval(Decimal(low), Decimal(high))


@pytest.mark.parametrize("written", ["315", "4.1E+6", "7"])
def test_without_last_zeros_nothing_is_loose(written):
    assert loose_interval(Decimal(written)) is None


@pytest.mark.parametrize(("modifier", "written", "low", "high", "ends"), SETS)
def test_modifiers_are_sets(modifier, written, low, high, ends):
    found = ModifierSets().interval(modifier, Decimal(written))
    assert (found.low, found.high) == (Decimal(low), Decimal(high))
    assert (found.low_open, found.high_open) == (ends == "low", ends == "high")


def test_modifier_sets_can_be_changed():
    sets = ModifierSets(almost=Decimal("0.2"))
    assert sets.interval(Modifier.ALMOST, Decimal(50)).low == 40


def test_a_whole_cell_is_exact_and_one_with_decimals_is_rounded():
    assert cell_interval(row("49860330")) == Interval(Decimal(49860330), Decimal(49860330))
    assert cell_interval(row("2.4E+6")) == Interval(Decimal("2.35E+6"), Decimal("2.45E+6"), True, True)


def test_bounds_of_a_row_go_before_its_precision():
    assert cell_interval(row("5.0", low=Decimal("4.2"), high=Decimal("5.9"))) == Interval(
        Decimal("4.2"), Decimal("5.9")
    )


@pytest.mark.parametrize(
    ("tolerance", "deviation"), [("", "0"), ("0.05", "0.05"), ("0,05", "0.05"), ("2%", "4"), ("a bit", "0")]
)
def test_tolerance_is_an_amount_or_a_share(tolerance, deviation):
    assert tolerance_of(row("200", tolerance=tolerance)) == Decimal(deviation)


MEETINGS = [
    # a, b, whether they share a number
    (Interval(Decimal(1), Decimal(2)), Interval(Decimal(2), Decimal(3)), True),
    (Interval(Decimal(1), Decimal(2), high_open=True), Interval(Decimal(2), Decimal(3)), False),
    (Interval(Decimal(1), Decimal(2)), Interval(Decimal(2), Decimal(3), low_open=True), False),
    (Interval(Decimal(1), Decimal(5)), Interval(Decimal(2), Decimal(3)), True),
    (Interval(Decimal(1), Decimal(2)), Interval(Decimal(3), Decimal(4)), False),
]


@pytest.mark.parametrize(("first", "second", "meet"), MEETINGS)
def test_intervals_meet(first, second, meet):
    assert first.meets(second) is meet
    assert second.meets(first) is meet


def test_arithmetic_keeps_both_ends():
    four, two = Interval(Decimal(3), Decimal(5)), Interval(Decimal(1), Decimal(2))
    assert four.plus(two) == Interval(Decimal(4), Decimal(7))
    assert four.minus(two) == Interval(Decimal(1), Decimal(4))
    assert four.over(two) == Interval(Decimal("1.5"), Decimal(5))
    assert four.over(Interval(Decimal(-1), Decimal(1))) is None
    assert two.times(Decimal(-1)) == Interval(Decimal(-2), Decimal(-1))
