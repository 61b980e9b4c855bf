"""Number words in, the number that they make together out: "dua ratus lima puluh ribu", "koma lima"."""

from decimal import Decimal

from verifier.extraction.numeral_window import NumeralWindow, trailing_zeros
from verifier.extraction.scale_words import scale_run

__all__ = ["fits_below", "number_at", "with_decimals"]

MOST_DECIMALS = 20  # digits that are spelt out behind a decimal word


def number_at(w: NumeralWindow, position: int, start: Decimal | None) -> tuple[Decimal, int]:
    """Read cardinals and scales as far as they make one number; return it and where it ends.

    The number is total + group: a cardinal must fit below what the group already has, a small
    scale multiplies the last part of the group, a large one closes the group.
    """
    total = Decimal(0)
    group = start if start is not None else Decimal(0)
    part = group
    ceiling = Decimal(0)  # the last scale that closed a group; the next must be smaller
    room = 0  # digits that are still free at the end of the group
    first = True
    end = position
    while position < w.size:
        roles = w.tokens[position].entry.roles
        cardinal, scale, teen = roles.get("cardinal"), roles.get("scale"), roles.get("teen")
        if isinstance(cardinal, int) and (first or fits_below(cardinal, room)):
            if cardinal >= 1000:
                if (ceiling and cardinal >= ceiling) or group:
                    break
                total, ceiling, part, room = total + cardinal, Decimal(cardinal), Decimal(0), len(str(cardinal)) - 1
            else:
                group, part, room = group + cardinal, Decimal(cardinal), trailing_zeros(cardinal)
        elif isinstance(teen, int) and 0 < part < 10:
            group, part, room = group + teen, part + teen, 0
        elif (isinstance(scale, int) and not first) or (isinstance(scale, int) and start is not None):
            if scale == 100 and 10 < group < 100 and group % 10:
                group, part, room = group * 100, Decimal(0), 2  # "nineteen hundred"
            elif scale < 1000:
                if not 0 < part < 10 or (scale == 10 and part != int(part)):
                    break
                group, part, room = group - part + part * scale, part * scale, trailing_zeros(int(part * scale))
            elif group and (not ceiling or scale < ceiling):
                total, ceiling, room = total + group * scale, Decimal(scale), len(str(scale)) - 1
                group = part = Decimal(0)
            elif total and scale > ceiling and scale > 1000:
                total, ceiling, room = (total + group) * scale, Decimal(scale), 0  # "seribu lima ratus triliun"
                group = part = Decimal(0)
            else:
                break
        elif _joins(w, position, first, room):
            position += 1
            continue
        else:
            break
        first = False
        start = None
        position += 1
        end = position
    return total + group, max(end, position if first else end)


def fits_below(cardinal: int, room: int) -> bool:
    """Say whether a number word fits into the `room` that is free at the end of a number, in digits."""
    return room > 0 and 0 < cardinal < 10**room


def _joins(w: NumeralWindow, position: int, first: bool, room: int) -> bool:
    """Say whether the word at `position` only joins parts: "two hundred and five", "thirty-nine"."""
    if first or position + 1 >= w.size:
        return False
    token, following = w.tokens[position], w.tokens[position + 1].entry.roles
    cardinal = following.get("cardinal")
    if token.key == "-":
        scales = "scale" in following
        return (
            token.gap == 0
            and w.tokens[position + 1].gap == 0
            and (scales or (isinstance(cardinal, int) and fits_below(cardinal, room)))
        )
    return "joiner" in token.entry.roles and isinstance(cardinal, int) and room > 1 and cardinal < 10**room


def with_decimals(w: NumeralWindow, value: Decimal, after: int) -> tuple[Decimal, int]:
    """Read "koma lima", "point two five" and a scale word behind it."""
    if not w.role(after, "decimal_word"):
        return value, after
    digits, position = "", after + 1
    while position < w.size:
        cardinal = w.tokens[position].entry.roles.get("cardinal")
        if not isinstance(cardinal, int) or cardinal > 99 or len(digits) >= MOST_DECIMALS:
            break
        digits += str(cardinal)
        position += 1
    if not digits:
        return value, after
    value = Decimal(f"{value}.{digits}")
    power, end = scale_run(w, position)
    return (value.scaleb(power), end) if power else (value, position)
