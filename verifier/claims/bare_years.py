"""A number in, whether it is written as a year is out."""

from verifier.model import Kind, Mention

__all__ = ["is_bare_year"]

FIRST_YEAR, LAST_YEAR = 1900, 2099


def is_bare_year(mention: Mention) -> bool:
    """Return whether a number without noun and unit is written as a year is: "lebih rendah dari 2022"."""
    if mention.kind is not Kind.NUMBER or len(mention.values) != 1 or not mention.text.isdigit():
        return False
    return len(mention.text) == len("2022") and FIRST_YEAR <= mention.values[0] <= LAST_YEAR
