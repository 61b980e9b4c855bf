"""The concepts of language packs that linking knows by name; all others are only compared with one another."""

__all__ = ["GROWTH", "OF_SOMETHING", "PER_HEAD", "POPULATION", "PRICE", "PRICING", "RELATIVE", "SHARE"]

GROWTH, SHARE, PRICE, PER_HEAD, POPULATION = "growth", "share", "price", "per_capita", "population"
PRICING = frozenset({"cost", "sales"})  # said of what is sold
RELATIVE = frozenset({GROWTH, PER_HEAD, SHARE})  # nothing without another concept
OF_SOMETHING = RELATIVE | {PRICE, "cost"}  # they do not say of what
