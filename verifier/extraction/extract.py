"""Text in, mentions out: the stages from top to bottom."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from verifier.errors import InputError, InputTypeError
from verifier.extraction.compose import Amount, amounts_of, modifier_of
from verifier.extraction.dates import DateToken, read_dates
from verifier.extraction.lexicon import Lexicon, lexicon
from verifier.extraction.lists import join_amounts
from verifier.extraction.numerals import read_numerals
from verifier.extraction.relative import day_of_phrase
from verifier.extraction.resolve import resolve
from verifier.extraction.scan import scan
from verifier.extraction.sift import sift
from verifier.extraction.tokens import Token, Window
from verifier.model import Kind, Mention, Modifier, SetAside

__all__ = ["Extraction", "Watch", "extract", "read_text"]

AGE_LIMITS = (2, 110)


Watch = Callable[[str, Window], None]  # is told the stage, and shown the tokens after it


@dataclass(slots=True)
class Extraction:
    """What one text gave: its facts, and what was set aside."""

    mentions: list[Mention] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)


def extract(text: str, *, language: str, reference_date: date | str | None = None) -> list[Mention]:
    """Return the numeric facts that `text` states, in the order they stand in it.

    Args:
        text: any string; spans of the result index it as given.
        language: the code of a language pack ("id", "en").
        reference_date: the day the text was written, as a date or "2024-10-14"; relative dates
            ("Juni", "kemarin") are resolved against it, and stay unresolved without it.

    Raises:
        InputTypeError: `text` is no string.
        UnknownLanguage: there is no pack for `language`.
        InputError: `reference_date` is no date.

    >>> [mention] = extract("Produksi mencapai 4,1 juta barel per hari.", language="id")
    >>> mention.text, mention.unit, str(mention.values[0])
    ('4,1 juta barel per hari', 'barrel/day', '4.1E+6')
    """
    return read_text(text, language=language, reference_date=reference_date).mentions


def read_text(
    text: str, *, language: str, reference_date: date | str | None = None, watch: Watch | None = None
) -> Extraction:
    """Return the facts of `text` together with what was set aside; `watch` is shown every stage."""
    if not isinstance(text, str):
        raise InputTypeError(f"extract reads a str, not {type(text).__name__}; decode bytes first")
    words = lexicon(language)
    today = _reference(reference_date)
    result = Extraction()
    for window in scan(text, words):
        _read_window(window, today, result, watch)
    return result


def _reference(value: date | str | None) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise InputError(f"a reference date is a day such as 2024-10-14, not {value!r}") from None


def _read_window(window: Window, today: date | None, result: Extraction, watch: Watch | None) -> None:
    if watch is not None:
        watch("scan", window)
    read_numerals(window)
    if watch is not None:
        watch("numerals", window)
    read_dates(window)
    if watch is not None:
        watch("dates", window)
    amounts = amounts_of(window.tokens, window.lexicon)
    sift(amounts, window)
    amounts = join_amounts(amounts, window.tokens, window.lexicon)
    _collect(amounts, window, today, result)


def _collect(amounts: list[Amount], w: Window, today: date | None, result: Extraction) -> None:
    """Turn amounts and date tokens into mentions, in the order of the text."""
    found: list[Mention] = []
    for amount in amounts:
        if amount.reason:
            begin, end = w.start(amount.first), w.end(amount.end - 1)
            result.set_aside.append(SetAside(begin, end, w.text[begin:end], amount.reason, amount.rules))
        else:
            found.append(_mention(amount, w))
    for position in [place for place, token in enumerate(w.tokens) if token.letter == "#" or token.entry.fixed]:
        token = w.tokens[position]
        if isinstance(token, DateToken):
            found.append(_dated(token, position, w, today))
        else:
            begin, end = w.start(position), w.end(position)
            result.set_aside.append(SetAside(begin, end, w.text[begin:end], "fixed_phrase"))
    if len(found) > 1:
        found.sort(key=_place)
    result.mentions += found


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end


def _mention(amount: Amount, w: Window) -> Mention:
    tokens = w.tokens
    start, end = w.start(amount.first), w.end(amount.end - 1)
    kind, unit = _kind(amount, tokens, w.lexicon)
    return Mention(
        start=start,
        end=end,
        text=w.text[start:end],
        kind=kind,
        values=amount.values[:1] + amount.high[:1],
        unit=unit,
        noun=amount.noun if kind is Kind.COUNT else "",
        modifier=_modifier(amount, tokens),
        readings=() if amount.high else tuple((value,) for value in amount.values[1:]),
        rules=amount.rules,
    )


def _kind(amount: Amount, tokens: Sequence[Token], words: Lexicon) -> tuple[Kind, str]:
    if amount.kind in ("ordinal", "multiple", "ratio", "measure"):
        return Kind(amount.kind), amount.unit
    if amount.money:
        return Kind.MONEY, amount.unit
    if amount.unit:
        base = amount.unit.partition("/")[0]
        return Kind(words.pack.units.kinds.get(base, "measure")), amount.unit
    if amount.noun:
        return Kind.COUNT, ""
    if _age(amount, tokens, words):
        return Kind.MEASURE, "year"
    return Kind.NUMBER, ""


def _age(amount: Amount, tokens: Sequence[Token], words: Lexicon) -> bool:
    """ "berusia 54", "Sulastri (54)", "Nina Chahine, 19, who": years of age."""
    value = amount.values[0]
    if amount.first == 0 or value != int(value) or not AGE_LIMITS[0] <= value <= AGE_LIMITS[1] or amount.scale:
        return False
    before = tokens[amount.first - 1]
    if "between" in before.entry.roles and amount.first > 1:
        before = tokens[amount.first - 2]
    if "age_word" in before.entry.roles:
        return True
    if amount.first < 2 or amount.end >= len(tokens) or amount.form != "digits":
        return False
    closing = {"(": ")", ",": ","}.get(before.key)
    name = tokens[amount.first - 2]
    if closing != tokens[amount.end].key or not name.capital or name.entry.roles or before.gap > 1:
        return False
    if not words.pack.phrases.nouns_capitalised:
        return True
    given = tokens[amount.first - 3] if amount.first > 2 else None  # one capital may be any noun
    return given is not None and given.capital and given.kind == "word" and name.gap == 1


def _modifier(amount: Amount, tokens: Sequence[Token]) -> Modifier | None:
    modifier = modifier_of(tokens, amount.first) or amount.modifier
    if amount.high and amount.first and "ranging" in tokens[amount.first - 1].entry.roles:
        modifier = ""
    return Modifier(modifier) if modifier else _modifier_after(tokens, max(amount.end, amount.noun_end))


def _modifier_after(tokens: Sequence[Token], position: int) -> Modifier | None:
    """Read "atau lebih", "ke atas"; a lone "lebih" only where nothing more is said."""
    if position >= len(tokens):
        return None
    modifier = tokens[position].entry.roles.get("modifier_after")
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    if modifier is None or (
        "function" in tokens[position].entry.roles and following is not None and following.kind != "sign"
    ):
        return None
    return Modifier(str(modifier))


def _dated(token: DateToken, position: int, w: Window, today: date | None) -> Mention:
    tokens = w.tokens
    start, end = w.start(position), w.end(position) - token.cut
    surface = w.text[start:end]
    modifier = modifier_of(tokens, position)
    vague = Modifier(modifier) if modifier in ("about", "almost") else None
    if token.when is None:
        return Mention(
            start=start,
            end=end,
            text=surface,
            kind=Kind.TIME,
            date=token.clock,
            date_readings=token.others,
            modifier=vague,
            rules=token.rules,
        )
    when = token.when
    resolved, implied = resolve(when, today) if when.relative and not token.problem else (None, ())
    if resolved is None and when.shift is not None and today is not None:
        resolved = day_of_phrase(surface, w.lexicon.pack.code, today)
    return Mention(
        start=start,
        end=end,
        text=surface,
        kind=Kind.DATE,
        date=when.edtf,
        relative=when.relative,
        resolved=resolved if when.relative else when.edtf,
        implied=implied,
        modifier=vague,
        date_readings=token.others,
        problem=token.problem,
        rules=token.rules,
    )
