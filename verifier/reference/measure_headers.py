"""The header of a column that measures something in, what is measured, its unit and its period out."""

import re
from collections import Counter
from collections.abc import Iterable

from verifier.errors import UnitError
from verifier.reference.header_words import BRACKETS
from verifier.reference.period_cells import PeriodWords, read_period
from verifier.reference.unit_cells import is_unit, read_unit
from verifier.reference.unit_grammar import DisputedUnit
from verifier.reference.unit_words import UnitWords
from verifier.reference.words import fold

__all__ = ["bracket_unit", "distinct", "groups_in_brackets", "label_and_unit", "plain_label", "without_periods"]

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_LONGEST_PERIOD = 4  # words: "s.d. Triwulan II 2024"
_LONGEST_UNIT = 5  # words between underscores: "juta_rp_per_ha"
_SHORTEST_SIGN = 2  # "penduduk_l" are laki-laki, no liters


def bracket_unit(header: str, units: UnitWords) -> str:
    """Return the unit in the brackets of a header, "" where there is none.

    What begins with a scale is one, be it understood or not: "(ribu eksemplar)" must not be read as single copies.

    >>> from verifier.reference.unit_words import unit_words
    >>> bracket_unit("Nilai Ekspor (FOB) (juta US$)", unit_words())
    'juta US$'
    """
    texts = BRACKETS.findall(header)
    return next((text for text in texts if is_unit(text, units) or _is_scaled(text, units)), "")


def _is_scaled(text: str, units: UnitWords) -> bool:
    first, _, rest = fold(text).partition(" ")
    return first in units.scales and bool(rest)


def groups_in_brackets(headers: Iterable[str], units: UnitWords) -> frozenset[str]:
    """Return the headers whose letter in brackets is no unit, since that of another header of the same name is none.

    >>> from verifier.reference.unit_words import unit_words
    >>> sorted(groups_in_brackets(["Penduduk (L)", "Penduduk (P)", "Minyak (L)"], unit_words()))
    ['Penduduk (L)', 'Penduduk (P)']
    """
    lettered: dict[str, list[tuple[str, str]]] = {}
    for header in headers:
        letter = next((text for text in BRACKETS.findall(header) if len(text) == 1 and text.isalpha()), "")
        if letter:
            lettered.setdefault(fold(BRACKETS.sub(" ", header)), []).append((header, letter))
    return frozenset(
        header
        for alike in lettered.values()
        if not all(is_unit(letter, units) for _, letter in alike)
        for header, _ in alike
    )


def label_and_unit(header: str, units: UnitWords, periods: PeriodWords) -> tuple[str, str]:
    """Part "GDP (US$ bn)", "Produksi, ribu ton" and "harga_usd_per_liter" into what is measured and its unit.

    >>> from verifier.reference.period_cells import period_words
    >>> from verifier.reference.unit_words import unit_words
    >>> label_and_unit("luas_panen_ha", unit_words(), period_words())
    ('luas panen', 'ha')
    """
    unit = bracket_unit(header, units)
    if unit:
        return plain_label(re.sub(rf"\s*[(\[]{re.escape(unit)}[)\]]", " ", header)), unit
    label, found, unit = header.rpartition(",")
    if found and label.strip() and is_unit(unit, units):
        return plain_label(label), unit.strip()
    words = header.split("_")
    for length in range(min(_LONGEST_UNIT, len(words) - 1), 0, -1):
        label, unit = plain_label(" ".join(words[:-length])), " ".join(words[-length:])
        if label and _names_unit(unit, units, periods) and fold(label).split()[-1] not in units.per:
            return label, unit
    return plain_label(header), ""


def distinct(named: Iterable[tuple[tuple[str, str], str]]) -> list[tuple[str, str]]:
    """Return labels and units, with the whole header as label where one label stands with several units.

    >>> distinct([(("harga", "usd"), "harga_usd"), (("harga", "idr"), "harga_idr"), (("luas", "ha"), "luas_ha")])
    [('harga usd', 'usd'), ('harga idr', 'idr'), ('luas', 'ha')]
    """
    listed = list(named)
    units: dict[str, set[str]] = {}
    for (label, unit), _ in listed:
        units.setdefault(fold(label), set()).add(unit)
    return [(plain_label(header) if len(units[fold(label)]) > 1 else label, unit) for (label, unit), header in listed]


def without_periods(labels: Iterable[str], periods: PeriodWords) -> list[tuple[str, str]]:
    """Return each label without its period, and the period, where the same label stands with several of them.

    Beside such labels another that ends with one of these periods is of that period too.

    >>> from verifier.reference.period_cells import period_words
    >>> without_periods(["produksi 2023", "produksi 2024", "rating 2024", "PDRB harga 2010"], period_words())
    [('produksi', '2023'), ('produksi', '2024'), ('rating', '2024'), ('PDRB harga 2010', '')]
    >>> without_periods(["TPT Agustus 2023", "TPT Agustus 2024"], period_words())
    [('TPT', '2023-08'), ('TPT', '2024-08')]
    """
    found = [(label, *_parted(label, periods)) for label in labels]
    dates = {(bare, period) for _, bare, period, _ in found if period and bare}
    shared = Counter(bare for bare, _ in dates)
    dated = {period for bare, period in dates if shared[bare] > 1}
    return [
        (bare, period) if shared[bare] > 1 or (period in dated and last) else (label, "")
        for label, bare, period, last in found
    ]


def _parted(label: str, periods: PeriodWords) -> tuple[str, str, bool]:
    """Return a label without its only period, that period ("" where it has none), and whether it stands last."""
    if len(_YEAR.findall(label)) != 1:
        return label, "", False
    words = label.split()
    at = next(place for place, word in enumerate(words) if _YEAR.search(word))
    for length in range(min(_LONGEST_PERIOD, len(words)), 0, -1):
        for first in range(max(0, at - length + 1), min(at, len(words) - length) + 1):
            period = read_period(" ".join(words[first : first + length]).strip(",;:()"), periods)
            if period is not None:
                bare = plain_label(" ".join((*words[:first], *words[first + length :])))
                return bare, period, first + length == len(words)
    year = _YEAR.findall(label)[0]
    return plain_label(_YEAR.sub(" ", label)), year, label.endswith(year)


def _names_unit(text: str, units: UnitWords, periods: PeriodWords) -> bool:
    """Return whether the words behind an underscore are a unit, and not the end of a name ("jumlah_penduduk")."""
    words = fold(text).split()
    if not words or len(words[0]) < _SHORTEST_SIGN or words[0] in units.nouns or words[0] in units.qualifiers:
        return False
    if words == [words[0]] and words[0] in periods.kinds:
        return False
    try:
        return bool(read_unit(text, units).key)
    except UnitError as error:
        return isinstance(error, DisputedUnit)


def plain_label(text: str) -> str:
    """Return what a header names, without underscores and idle signs."""
    return " ".join(text.replace("_", " ").split()).strip(" ,:")
