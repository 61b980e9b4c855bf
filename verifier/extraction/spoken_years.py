"""Years and decades in words: "tahun dua ribu lima belas", "in nineteen forty-five", "the late seventies"."""

from verifier.extraction.calendar_parts import When
from verifier.extraction.date_window import DateWindow
from verifier.extraction.implied_units import words_before

__all__ = ["decade_in_words", "spoken_decade", "spoken_year", "year_in_words"]

ROUNDED = "numerals.rounded_scales"
LEAST_SPOKEN, MOST_SPOKEN = 1000, 2099
LEAST_HUNDREDS, MOST_HUNDREDS = 10, 20  # of a year in two parts: "nineteen" in "nineteen forty-five"
LEAST_REST, MOST_REST = 10, 99
CENTURY = 1900  # of a decade without one
FIRST_DECADE = 30  # that belongs to it where decades are told in another number: "dua puluhan" are of this century
NO_LEAD = frozenset({"by", "part_word", "modifier"})  # roles of words that lead amounts as well
FOLLOWED = frozenset({"counted", "classifier", "currency", "scale", "times", "unit", "period"})  # what is no year's


def year_in_words(w: DateWindow, position: int) -> tuple[int, When] | None:
    """Read "tahun dua ribu lima belas": a number in words right behind the word for a year, which counts nothing."""
    token = w.tokens[position]
    led = w.role(position - 1, "period") == "year" and not w.role(position - 2, "per")
    if token.form != "words" or len(token.values) != 1 or not led:
        return None
    year = token.values[0]
    if year != int(year) or not LEAST_SPOKEN <= year <= MOST_SPOKEN:
        return None
    after = w.tokens[position + 1] if position + 1 < w.size else None
    stands = after is None or after.kind == "sign" or "function" in after.entry.roles
    placed = w.role(position - 2, "year_lead") is not None and _followed_by_none(w, position + 1)
    return (position + 1, When(year=int(year))) if stands or placed else None


def spoken_year(w: DateWindow, position: int) -> tuple[int, When] | None:
    """Read "in nineteen forty-five", "between nineteen fourteen and nineteen eighteen", "the nineteen seventies"."""
    hundreds = w.tokens[position]
    if hundreds.form != "words" or position + 1 == w.size or not LEAST_HUNDREDS <= hundreds.values[0] <= MOST_HUNDREDS:
        return None
    rest = w.tokens[position + 1]
    if rest.gap != 1:
        return None
    year = int(hundreds.values[0]) * 100
    decade = rest.entry.roles.get("decade_word")
    if decade is not None:
        return position + 2, When(decade=year + int(decade))
    if rest.form != "words" or not LEAST_REST <= rest.values[0] <= MOST_REST or not _followed_by_none(w, position + 2):
        return None
    later = w.letter(position - 1) in "&T-" and w.letters[max(position - 3, 0) : position - 1] == "dd"
    led = _led(w, position - 3) if later else _led(w, position)
    return (position + 2, When(year=year + int(rest.values[0]))) if led else None


def spoken_decade(w: DateWindow, position: int) -> tuple[int, When] | None:
    """Read "the seventies", "in the late eighties", but not "in his seventies", "temperatures in the seventies"."""
    first = position
    while first > 1 and w.letter(first - 1) in "&T-,/" and w.letter(first - 2) == "K":
        first -= 2  # "the sixties and seventies"
    lead = first - 1 - (w.letter(first - 1) == "-")
    if w.role(lead, "part") and w.role(lead - 1, "person_lead") and not w.role(lead - 1, "decade_lead"):
        return None
    of_the = w.role(lead, "filler") and w.tokens[lead].kind == "phrase"
    if not (of_the or w.role(lead, "decade_lead")):
        return None
    if not set(words_before(w.window, lead)).isdisjoint(w.pack.phrases.scale_units):
        return None
    return position + 1, When(decade=CENTURY + int(w.tokens[position].entry.roles["decade_word"]))


def decade_in_words(w: DateWindow, position: int) -> tuple[int, When] | None:
    """Read "tahun enam puluhan"."""
    token = w.tokens[position]
    year = int(token.values[0]) if token.values else 0
    if ROUNDED not in token.rules or year % 10 or not 10 <= year < 100 or w.role(position - 1, "period") != "year":
        return None
    return position + 1, When(decade=year + (CENTURY if year >= FIRST_DECADE else CENTURY + 100))


def _led(w: DateWindow, position: int) -> bool:
    """Say whether a word stands before that leads years, and no amounts."""
    before = w.tokens[position - 1].entry.roles if position > 0 else {}
    return ("year_lead" in before or "between" in before or "from" in before) and NO_LEAD.isdisjoint(before)


def _followed_by_none(w: DateWindow, position: int) -> bool:
    """Say whether nothing follows that the number would count or measure."""
    after = w.tokens[position] if position < w.size else None
    return after is None or (FOLLOWED.isdisjoint(after.entry.roles) and not (after.key == "-" and after.gap == 0))
