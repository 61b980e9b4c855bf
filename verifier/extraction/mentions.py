"""Amounts and dates of a window in, mentions and what is set aside out, in the order of the text."""

import re
from collections.abc import Sequence
from datetime import date
from operator import attrgetter

from verifier.extraction.ages import bounds_age, is_age
from verifier.extraction.amount import Amount
from verifier.extraction.dates import DateToken
from verifier.extraction.lexicon import Lexicon
from verifier.extraction.modifiers import modifier_of
from verifier.extraction.plurals import is_plural
from verifier.extraction.relative import day_of_phrase
from verifier.extraction.resolve import CALENDAR_UNITS, resolve
from verifier.extraction.tokens import MARKS, Token, Window
from verifier.model import Kind, Mention, Modifier, OpenMention, SetAside

__all__ = ["mentions_of"]

PLACE = attrgetter("start", "end")
NONE: tuple[str, ...] = ()
STATED = re.compile("[#!NC]")  # marks of dates, times and fixed phrases
COUNT, NUMBER, MONEY, MEASURE = Kind.COUNT, Kind.NUMBER, Kind.MONEY, Kind.MEASURE  # each look-up in an enum takes time
DATE, TIME = Kind.DATE, Kind.TIME
KINDS = {kind.value: kind for kind in (Kind.ORDINAL, Kind.MULTIPLE, Kind.RATIO, Kind.MEASURE)}
UNIT_KINDS = {kind.value: kind for kind in Kind}
MODIFIERS = {modifier.value: modifier for modifier in Modifier}
VAGUE = {"about": Modifier.ABOUT, "almost": Modifier.ALMOST}  # the modifiers that a date can have


def mentions_of(amounts: Sequence[Amount], w: Window, today: date | None) -> tuple[list[Mention], list[SetAside]]:
    """Return the facts of a window, and what is set aside with the reason why."""
    found: list[Mention] = []
    aside: list[SetAside] = []
    for amount in amounts:
        if amount.reason:
            aside.append(_aside(w, amount.first, amount.end, amount.reason, amount.rules))
        else:
            found.append(_mention(amount, w))
    for stated in STATED.finditer(w.traits[MARKS]):
        position = stated.start()
        token = w.tokens[position]
        if isinstance(token, DateToken):
            found.append(_dated(token, position, w, today))
        else:
            aside.append(_aside(w, position, position + 1, str(token.entry.roles["fixed"]), ()))
    if len(found) > 1:
        found.sort(key=PLACE)
    return found, aside


def _aside(w: Window, first: int, end: int, reason: str, rules: tuple[str, ...]) -> SetAside:
    start, stop = w.start(first), w.bounds[end]
    return SetAside(start, stop, w.text[start:stop], reason, rules)


def _mention(amount: Amount, w: Window) -> Mention:
    tokens, values = w.tokens, amount.values
    start, end = w.start(amount.first), w.bounds[amount.end]
    kind, unit = _kind(amount, tokens, w.lexicon)
    others = () if amount.high or len(values) < 2 else tuple([(value,) for value in values[1:]])
    if amount.high or others:
        values = values[:1] + amount.high[:1]
    noun, modifier, text = amount.noun if kind is COUNT else "", _modifier(amount, tokens), w.text[start:end]
    return OpenMention(start, end, text, kind, values, unit, noun, modifier, others, rules=amount.rules).seal()


def _kind(amount: Amount, tokens: Sequence[Token], words: Lexicon) -> tuple[Kind, str]:
    if amount.kind in KINDS:
        return KINDS[amount.kind], amount.unit
    if amount.money:
        return MONEY, amount.unit
    if amount.unit:
        base = amount.unit.partition("/")[0]
        return UNIT_KINDS[words.pack.units.kinds.get(base, "measure")], amount.unit
    led = amount.first > 0 and "age_word" in tokens[amount.first - 1].entry.roles  # "aged 9 children may join"
    endings = words.pack.phrases.plural_endings
    verb = bool(endings) and not is_plural(amount.noun, words.pack.phrases)  # "kids under 12 eat free"
    if amount.noun and not led and not (verb and bounds_age(amount, tokens)):
        return COUNT, ""
    if is_age(amount, tokens, words.pack.phrases):
        return MEASURE, "year"
    return NUMBER, ""


def _modifier(amount: Amount, tokens: Sequence[Token]) -> Modifier | None:
    before = tokens[amount.first - 1] if amount.first else None
    said = modifier_of(tokens, amount.first) if before is not None and before.entry.modifying else ""
    modifier = said or amount.modifier
    if modifier and not (amount.high and amount.first and "ranging" in tokens[amount.first - 1].entry.roles):
        return MODIFIERS[modifier]
    return _modifier_after(tokens, max(amount.end, amount.noun_end))


def _modifier_after(tokens: Sequence[Token], position: int) -> Modifier | None:
    """Read "atau lebih", "ke atas"; a lone "lebih" only where nothing more is said."""
    if position >= len(tokens):
        return None
    roles = tokens[position].entry.roles
    if "modifier_after" not in roles:
        return None
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    if "function" in roles and following is not None and following.kind != "sign":
        return None
    return MODIFIERS[roles["modifier_after"]]


def _dated(token: DateToken, position: int, w: Window, today: date | None) -> Mention:
    start, end = w.start(position), w.bounds[position + 1] - token.cut
    surface, when = w.text[start:end], token.when
    vague = Modifier.ABOUT if token.vague else VAGUE.get(modifier_of(w.tokens, position))
    others, problem, rules = token.others, token.problem, token.rules
    if when is None:
        return OpenMention(start, end, surface, TIME, (), "", "", vague, (), token.clock, others, rules=rules).seal()
    edtf, relative = when.edtf, when.relative
    resolved, implied = edtf, NONE
    if relative:
        resolved, implied = (None, NONE) if problem else resolve(when, today)
        if when.shift is not None and when.shift[0] not in CALENDAR_UNITS and today is not None:
            resolved = day_of_phrase(surface, w.lexicon.pack.code, today)
    return OpenMention(
        start, end, surface, DATE, (), "", "", vague, (), edtf, others, relative, resolved, implied, problem, rules
    ).seal()
