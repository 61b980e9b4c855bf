"""A claim and the unit of a measure in, whether one can be said of the other out: the gates of kind and dimension."""

from collections.abc import Set

from verifier.claims.claim import Claim, is_fraction
from verifier.claims.intervals import exponent
from verifier.claims.together import is_averaged
from verifier.model import Kind
from verifier.units import same_dimension
from verifier.verdict import Relation

__all__ = [
    "as_rate",
    "fits_unit",
    "is_by_another_time",
    "is_of_equal_power",
    "is_without_time",
    "leaves_amount_open",
    "may_be_a_price",
]

DIMENSIONS = {  # unit = the concept that it implies where no word names one
    "km^2": "area",
    "hectare": "area",
    "mile^2": "area",
    "acre": "area",
    "person/km^2": "density",
}
QUANTITIES = {  # unit = the concept that a text may say and a header with that unit need not
    "": "population",  # "populasi sapi"
    "km": "length",
    "m": "length",
    "mile": "length",
    "metric_ton": "weight",
    **DIMENSIONS,
}
POINTS = frozenset({"percentage_point", "basis_point"})
OF_ANY = frozenset({Relation.MULTIPLE, Relation.SHARE, Relation.RANK, Relation.TREND})
OFTEN_LEFT_OUT = frozenset({"percent", "point", "year"})
CODE = 3  # letters of a currency
BY_TIME = ("/hour", "/day", "/week", "/month", "/year")  # wages; a text says once by what
COUNTED = frozenset({"", "person", "share", "unit"})


def of_one(unit: str) -> str:
    """Return a unit without "per person", which a text leaves out where the name of the measure says it.

    >>> of_one("kWh/person"), of_one("USD")
    ('kWh', 'USD')
    """
    return unit.removesuffix("/person")


def as_rate(unit: str) -> str:
    """Return a unit as rates are told: "1.7% a year" of what the table gives in percent.

    >>> as_rate("percent/year"), as_rate("ton/year")
    ('percent', 'ton/year')
    """
    return "percent" if unit == "percent/year" else unit


def is_by_time(claim: Claim, unit: str) -> bool:
    """Return whether a text tells an amount of money by the year or the month, and the table only the amount.

    A change is told within a year: "naik Rp5,7 triliun setahun".
    """
    if claim.relation is Relation.CHANGE_BY:
        return False
    told = claim.unit.replace("/person", "")
    return claim.kind is Kind.MONEY and told in (f"{of_one(unit)}/year", f"{of_one(unit)}/month")


def is_by_another_time(claim: Claim, unit: str) -> bool:
    """Return whether the time by which a text tells an amount of money may not be that of the table: a month."""
    return is_by_time(claim, unit) and claim.unit.endswith("/month")


def is_of_equal_power(claim: Claim, unit: str, noun: str, people: Set[str]) -> bool:
    """Return whether a number or a table counts international dollars, and the other one says dollars.

    It is to be asked only of measures that are told in purchasing power.
    """
    if claim.kind is Kind.MONEY:
        return not unit and bool(noun) and noun not in people
    counted = claim.mention.noun if claim.kind is Kind.NUMBER and claim.mention is not None else ""
    return bool(counted) and len(unit) == CODE and unit.isupper()


def fits_unit(
    claim: Claim, unit: str, noun: str, *, people: Set[str], per_head: bool = False, price: bool = False
) -> bool:
    """Return whether a number of that kind and unit can be a value, or a change, of a measure in `unit`.

    Args:
        claim: the number.
        unit: of the rows of the measure.
        noun: what they count, where they say it ("orang").
        people: the nouns that count a population.
        per_head: whether the name of the measure says "per capita".
        price: whether it says "price", so that a text may leave out of how much.
    """
    if claim.relation in OF_ANY or claim.mention is None:
        return True
    if per_head:
        unit = of_one(unit)
    if claim.relation is Relation.CHANGE_BY and is_fraction(claim):
        return True
    if claim.shared and is_fraction(claim):
        return unit == "percent"
    if claim.relation in (Relation.CHANGE_BY, Relation.COMPARISON) and claim.kind is Kind.PERCENT:
        return claim.unit not in POINTS or unit == "percent"
    if claim.kind is Kind.PERCENT:
        return unit == as_rate(claim.unit) or (unit != "" and same_dimension(claim.unit, unit))
    short = is_without_amount(claim, unit) and (price or claim.price == unit or unit.endswith("/person"))
    if short or is_without_time(claim, unit) or is_by_time(claim, unit):
        return True
    if claim.unit == "point":
        return unit in ("", "point")
    if is_averaged(claim) and claim.unit == f"{unit}/year":  # "on average 5 tons a year"
        return True
    if claim.kind in (Kind.MONEY, Kind.MEASURE):
        return same_dimension(of_one(claim.unit) if per_head else claim.unit, unit)
    if claim.kind is Kind.COUNT:
        return unit in COUNTED and _same_noun(claim, noun, people)
    return claim.kind is Kind.NUMBER and _bare_number_fits(claim, unit)


def is_without_amount(claim: Claim, unit: str) -> bool:
    """Return whether a text leaves out of how much a price is: "Rp13.500" for rupiah per kilogram."""
    return claim.kind is Kind.MONEY and unit.startswith(f"{claim.unit}/")


def may_be_a_price(claim: Claim, price: str) -> bool:
    """Return whether an amount of money may be a price that the text told before in full: "Rp12.580" after Rp/kg.

    One with a scale word is hardly one: "belanja modal Rp185 juta".
    """
    plain = all(exponent(value) <= 0 for value in claim.values)
    return claim.kind is Kind.MONEY and plain and price.startswith(f"{claim.unit}/")


def leaves_amount_open(claim: Claim, unit: str) -> bool:
    """Return whether nobody can tell of how much a price is: the text leaves it out, and told it in full nowhere."""
    return is_without_amount(claim, unit) and claim.price != unit


def is_without_time(claim: Claim, unit: str) -> bool:
    """Return whether a text leaves out for what time a wage is: "Rp2,8 juta" for rupiah a month."""
    return is_without_amount(claim, unit) and unit.removeprefix(claim.unit) in BY_TIME


def _bare_number_fits(claim: Claim, unit: str) -> bool:
    """Return whether a number without a unit can be in one: in none it can, "3,67" in percent too, never in money.

    What is told in years is an age or a span of life: "life expectancy was 41".
    """
    if unit in COUNTED:
        return True
    exact = (exponent(value) < 0 for value in claim.values)
    return unit == "year" or (unit in OFTEN_LEFT_OUT and all(exact))


def _same_noun(claim: Claim, noun: str, people: Set[str]) -> bool:
    """Return whether both count the same, as far as both say what they count."""
    own = claim.mention.noun if claim.mention is not None else ""
    return not noun or not own or own == noun or own not in people or noun in people
