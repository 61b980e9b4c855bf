"""Unit keys in ("barrel/day"); dimensions, exact conversions and pint quantities out. The only user of pint.

A key is `name` or `name^power`, several of them joined by ``*`` and ``/``; every ``/`` divides by the one name after
it. No key ever reaches a parser of pint. What pint makes of the definitions is read out once,
as fractions, so that converting is exact and costs a multiplication.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal, DecimalException
from fractions import Fraction
from functools import cache, lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from verifier.errors import InputTypeError, UnitError
from verifier.unit_names import definitions, name_of, own_dimensions, spellings

if TYPE_CHECKING:
    import pint

__all__ = ["canonical", "comparable", "convert", "dimension", "quantity", "same_dimension"]

LONGEST_KEY = 64  # characters
MOST_FACTORS = 8
FACTOR = re.compile(r"([^\s*/^]+)(?:\^(-?[1-9]))?")
JOINER = re.compile(r"([*/])")
TEMPERATURE = "[temperature]"
DIFFERENCE = "[temperature_difference]"  # five degrees more are no temperature of five degrees
DEGREES = ("degC", "degF")
DIGITS = Context(prec=60, Emax=999_999, Emin=-999_999)

_LOCK = Lock()


@dataclass(frozen=True, slots=True)
class _Unit:
    """What a name or a whole key is made of: its size in base units, and where its zero lies."""

    size: Fraction
    dimensions: Mapping[str, int]
    zero: Fraction = Fraction(0)


def canonical(unit: str) -> str:
    """Return `unit` with each name as this package writes it.

    Raises:
        UnitError: a name is unknown (the message lists the nearest), or `unit` is no key at all.

    >>> canonical("kilometre/hour"), canonical("metre^2"), canonical("")
    ('km/hour', 'm^2', '')
    """
    written = ""
    for joiner, name, power in _factors(unit):
        written += joiner + name + (f"^{power}" if power != 1 else "")
    return written


def dimension(unit: str) -> str:
    """Return the dimension of `unit` in pint's notation, "" where it has none.

    A currency is a dimension of its own. A temperature is one thing and a difference of
    temperatures ("delta_degC", or degrees in a product) another.

    >>> dimension("km^2"), dimension("barrel/day"), dimension("USD/barrel"), dimension("")
    ('[length] ** 2', '[length] ** 3 / [time]', '[currency_USD] / [length] ** 3', '')
    >>> dimension("degC"), dimension("degC/km")
    ('[temperature]', '[temperature_difference] / [length]')
    """
    powers = sorted(_measure(_text(unit)).dimensions.items())
    above = [_power(name, power) for name, power in powers if power > 0]
    below = [_power(name, -power) for name, power in powers if power < 0]
    return " / ".join([" * ".join(above) or "1", *below]) if powers else ""


def _power(name: str, power: int) -> str:
    return name if power == 1 else f"{name} ** {power}"


def comparable(unit: str, other: str) -> bool:
    """Tell whether amounts in `unit` convert into `other`.

    >>> comparable("metric_ton", "kg"), comparable("barrel/day", "barrel"), comparable("USD", "IDR")
    (True, False, False)
    """
    return unit == other or _measure(_text(unit)).dimensions == _measure(_text(other)).dimensions


def same_dimension(unit: str, other: str) -> bool:
    """Return whether two units convert into one another; unknown ones do not.

    >>> same_dimension("metric_ton", "kg"), same_dimension("USD", "IDR"), same_dimension("percent", "nonsense")
    (True, False, False)
    """
    try:
        return comparable(unit, other)
    except UnitError:
        return False


def convert(value: Decimal, unit: str, to: str) -> Decimal:
    """Return `value` of `unit` in `to`: exact where it ends within 60 digits, else rounded there.

    A power of ten moves the decimal mark only, so that the digits written stay those written.

    Raises:
        UnitError: one of the two is unknown, or they differ in dimension; or `value` is no finite
            number, or too large or small to be converted.

    >>> convert(Decimal("4.1"), "km", "m"), convert(Decimal("77"), "degF", "degC")
    (Decimal('4.1E+3'), Decimal('25'))
    >>> convert(Decimal("60"), "USD", "IDR")
    Traceback (most recent call last):
    verifier.errors.UnitError: 'USD' ([currency_USD]) does not convert into 'IDR' ([currency_IDR]); use one dimension
    """
    _check_value(value)
    if unit == to:
        return value
    times, plus, over = _line(_text(unit), _text(to))
    try:
        result = DIGITS.multiply(value, times)
        if plus:
            result = DIGITS.add(result, plus)
        return DIGITS.divide(result, over) if over != 1 else result
    except DecimalException:
        raise UnitError(f"{value:.3E} {unit} is too large or too small to convert into {to!r}") from None


@lru_cache(maxsize=2048)
def _line(unit: str, to: str) -> tuple[Decimal, Decimal, Decimal]:
    """Return the numbers of (value * times + plus) / over."""
    source, target = _measure(unit), _measure(to)
    if source.dimensions != target.dimensions:
        first, second = (f"{key!r} ({dimension(key) or 'no dimension'})" for key in (unit, to))
        raise UnitError(f"{first} does not convert into {second}; use one dimension")
    slope = source.size / target.size
    shift = (source.zero - target.zero) / target.size
    over = slope.denominator * shift.denominator
    if _ends(over):
        return _exact(slope), _exact(shift), Decimal(1)
    return _exact(slope * over), _exact(shift * over), Decimal(over)


def _ends(denominator: int) -> bool:
    """Tell whether one over `denominator` has an end as a decimal."""
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    return denominator == 1


def _exact(number: Fraction) -> Decimal:
    places = number.denominator.bit_length()  # enough: every prime of the denominator divides ten
    return DIGITS.normalize(Decimal(number.numerator * 10**places // number.denominator).scaleb(-places, DIGITS))


def quantity(value: Decimal, unit: str) -> "pint.Quantity[Any]":
    """Return `value` as a pint quantity of one shared registry, which calculates in decimals.

    >>> print(quantity(Decimal("4.1"), "km/hour"))
    4.1 km / hour
    >>> print(quantity(Decimal("4.1"), "km/hour").to("m/minute").magnitude.quantize(Decimal("0.01")))
    68.33
    """
    _check_value(value)
    powers: Counter[str] = Counter()
    for joiner, name, power in _factors(unit):
        powers[name] += -power if joiner == "/" else power
    with _LOCK:
        registry = _decimal_registry()
        for name in powers.keys() & own_dimensions().keys():
            _define(name)
    factors = {name: power for name, power in powers.items() if power}
    if list(factors.values()) != [1]:  # in a product degrees are differences
        factors = {f"delta_{name}" if name in DEGREES else name: power for name, power in factors.items()}
    return registry.Quantity(value, registry.UnitsContainer(factors))


def _check_value(value: Decimal) -> None:
    if not isinstance(value, Decimal):
        raise InputTypeError(f"a value is a Decimal, not {type(value).__name__}")
    if not value.is_finite():
        raise UnitError(f"{value} is no finite number; leave it out")


def _text(unit: str) -> str:
    if not isinstance(unit, str):
        raise InputTypeError(f"a unit is text such as 'barrel/day', not {type(unit).__name__}")
    return unit


@lru_cache(maxsize=2048)
def _measure(unit: str) -> _Unit:
    """Return what `unit` amounts to."""
    table = _table()
    factors = list(_factors(unit))
    if len(factors) == 1 and factors[0][2] == 1:
        return table[factors[0][1]]
    size, dimensions = Fraction(1), Counter[str]()
    for joiner, name, power in factors:
        power = -power if joiner == "/" else power
        size *= table[name].size ** power
        for base, times in table[name].dimensions.items():
            dimensions[DIFFERENCE if base == TEMPERATURE else base] += times * power
    return _Unit(size, {base: power for base, power in dimensions.items() if power})


def _factors(unit: str) -> Iterator[tuple[str, str, int]]:
    """Yield the sign before it, the canonical name and the power of each part of `unit`."""
    if len(_text(unit)) > LONGEST_KEY:
        raise UnitError(f"a unit has at most {LONGEST_KEY} characters, not {len(unit)}: {unit[:20]!r}...")
    if not unit:
        return
    joiner = ""
    parts = JOINER.split(unit)
    if len(parts) > 2 * MOST_FACTORS:
        raise UnitError(f"{unit!r} joins more than {MOST_FACTORS} units; use fewer")
    for part in parts:
        if part in ("*", "/"):
            joiner = part
        elif match := FACTOR.fullmatch(part):
            yield joiner, name_of(match[1], unit), int(match[2] or 1)
        else:
            raise UnitError(f"{unit!r} is no unit; write names joined by * and /, such as 'barrel/day' or 'km^2'")


def _table() -> Mapping[str, _Unit]:
    with _LOCK:
        return _read_out()


@cache
def _read_out() -> Mapping[str, _Unit]:
    """Return every canonical name with what pint makes of its definition."""
    registry = _new_registry(Fraction)
    table = {name: _Unit(Fraction(1), {dimension: 1}) for name, dimension in own_dimensions().items()}
    kelvin = registry.UnitsContainer(kelvin=1)
    for name in set(spellings().values()) - table.keys():
        unit = registry.UnitsContainer({name: 1})
        size: Any = registry.get_root_units(unit, check_nonmult=False)[0]
        found: Mapping[str, Any] = registry.get_dimensionality(unit)
        powers = {base: int(power) for base, power in found.items()}
        zero = Fraction(0)
        if name.startswith("delta_"):
            powers = {DIFFERENCE: 1}
        elif powers == {TEMPERATURE: 1}:
            zero = registry.convert(Fraction(0), unit, kelvin)
        table[name] = _Unit(Fraction(size), powers, zero)
    return table


@cache
def _decimal_registry() -> "pint.UnitRegistry[Any]":
    return _new_registry(Decimal)


@cache
def _define(name: str) -> None:
    """Make a currency or noun known to the registry of quantities, once."""
    _decimal_registry().define(f"{name} = {own_dimensions()[name]}")


def _new_registry(number: type) -> "pint.UnitRegistry[Any]":
    import pint

    registry: pint.UnitRegistry[Any] = pint.UnitRegistry(None, non_int_type=number)
    registry.load_definitions(list(definitions()))
    return registry
