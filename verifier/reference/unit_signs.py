"""A unit's sign in another case than its own in, its key out where case tells no units apart: "KM2", "HA", "mhz"."""

from collections.abc import Mapping
from dataclasses import dataclass

from verifier.units import dimension

__all__ = ["LooseSign", "loose_signs", "unit_in_another_case"]

_PREFIXES = "mpyz"  # of SI: in capitals they multiply (mega, peta …), in small letters they divide (milli, pico …)
_INFORMATION = "[information]"  # where "b" is a bit and "B" a byte


@dataclass(frozen=True, slots=True)
class LooseSign:
    """The key of a unit, and its signs that differ by case only."""

    key: str
    signs: tuple[str, ...]


def loose_signs(signs: Mapping[str, str]) -> dict[str, LooseSign]:
    """Return the signs in lower case, where all that differ by case only are of one unit.

    >>> loose_signs({"kWh": "kWh", "KWH": "kWh", "mW": "mW", "MW": "MW"})
    {'kwh': LooseSign(key='kWh', signs=('kWh', 'KWH'))}
    """
    alike: dict[str, list[str]] = {}
    for sign in signs:
        alike.setdefault(sign.lower(), []).append(sign)
    return {
        lower: LooseSign(signs[spellings[0]], tuple(spellings))
        for lower, spellings in alike.items()
        if len({signs[sign] for sign in spellings}) == 1
    }


def unit_in_another_case(written: str, loose: Mapping[str, LooseSign], signs: Mapping[str, str]) -> str | None:
    """Return the key of the unit whose sign was written in another case, None where that may be another unit.

    >>> signs = {"g": "g", "mg": "mg", "Mb/s": "Mbps"}
    >>> loose = loose_signs(signs)
    >>> [unit_in_another_case(written, loose, signs) for written in ("MG", "Mg", "MB/s")]
    ['mg', None, None]
    """
    found = loose.get(written.lower())
    if found is None or any(_has_another_prefix(written, sign, signs) for sign in found.signs):
        return None
    return found.key if any(_says_the_same(written, sign, found.key) for sign in found.signs) else None


def _has_another_prefix(written: str, sign: str, signs: Mapping[str, str]) -> bool:
    """Return whether what was written is another prefix in front of a unit: "Mm" is no "mm"."""
    return written[0] != sign[0] and written[0].lower() in _PREFIXES and written[1:] in signs


def _says_the_same(written: str, sign: str, key: str) -> bool:
    changed = {one for one, other in zip(written, sign, strict=True) if one != other}
    return changed.isdisjoint("bB") or _INFORMATION not in dimension(key)
