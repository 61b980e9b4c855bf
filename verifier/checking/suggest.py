"""A refuted claim in, the wording that would be right out: in the document's own style, as the smallest edits."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from verifier.checking.derived import Tools
from verifier.checking.figures import rounded
from verifier.checking.judge import Judgement, row_against
from verifier.checking.ordinals import rank_edits
from verifier.checking.render import number_words_end, reaching, render, render_plain, significant
from verifier.checking.target import Target
from verifier.checking.unit_names import unit_name
from verifier.checking.written import Written, read_written
from verifier.claims.claim import Claim, is_fraction
from verifier.claims.cues import Cue, cues_of
from verifier.claims.intervals import DIGITS
from verifier.claims.unit_gate import POINTS
from verifier.model import Mention, Modifier
from verifier.packs import load_pack
from verifier.verdict import Diagnosis, Edit, Reason, Relation

__all__ = ["figure_edits", "suggest", "turned_verb", "with_unit", "wording"]

ONE = Decimal(1)
FARTHEST_BOUND = Decimal("0.1")  # part of a value
CLOSED = frozenset({Modifier.AT_LEAST, Modifier.AT_MOST})


def suggest(judged: Judgement, diagnoses: Sequence[Diagnosis], target: Target | None, tools: Tools) -> tuple[Edit, ...]:
    """Return the edits that make a refuted claim true, from left to right; none where its words cannot say it."""
    claim = judged.link.claim
    if judged.reason is Reason.RANK:
        return rank_edits(judged, tools)
    if judged.reason is Reason.DIRECTION and (claim.mention is None or claim.relation is Relation.CHANGE_TO):
        return turned_verb(claim, tools.language) if diagnoses else ()
    if claim.relation is Relation.MULTIPLE:
        return _multiple(judged, tools)
    if claim.mention is None:
        return ()
    if Diagnosis.PERCENT_POINT in diagnoses[:1]:
        return with_unit(claim, tools.language, "percent" if claim.unit in POINTS else "percentage_point")
    if Diagnosis.UNIT in diagnoses[:1] and judged.derived is None and judged.rows[0].unit != claim.unit:
        edits = with_unit(claim, tools.language, judged.rows[0].unit)
        if edits:
            return edits
    return _number(judged, target, tools)


def wording(claim: Claim, edits: Sequence[Edit]) -> str:
    """Return the words of a claim, from its first edit on, as the edits leave them."""
    text = claim.sentence.text
    start = min(claim.start, *(edit.start for edit in edits))
    end = max(claim.end, *(edit.end for edit in edits))
    if claim.superlative and claim.verb is not None:
        start = min(start, claim.sentence.starts[claim.verb.first])
        end = max(end, claim.sentence.ends[claim.verb.end - 1])
    written, at = [], start
    for edit in edits:
        written += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*written, text[at:end]])


def _number(judged: Judgement, target: Target | None, tools: Tools) -> tuple[Edit, ...]:
    """Return the edits that put the right number in place of the wrong one, without a modifier that no longer holds."""
    claim, mention = judged.link.claim, judged.link.claim.mention
    if target is None or mention is None:
        return ()
    if claim.turned_by is not None:
        return _bound(claim, mention, target.value * judged.link.sign, tools.language)
    if judged.reason is Reason.MODIFIER and modifier_cue(claim) is None:
        return ()  # "lebih tinggi daripada" is no word to leave out
    value = target.value * judged.link.sign
    if len(mention.values) == 2:
        return _range(mention, value, tools.language)
    edits = [*_without_modifier(claim, keep=judged.reason is not Reason.MODIFIER)]
    if claim.direction and claim.relation in (Relation.CHANGE_BY, Relation.COMPARISON) and value < 0:
        turned = turned_verb(claim, tools.language)
        if not turned:
            return ()
        edits, value = [*turned, *edits], -value
    elif _goes_the_other_way(judged):
        turned = turned_verb(claim, tools.language)
        if not turned:
            return ()
        edits = [*turned, *edits]
    elif value < 0 < mention.values[0]:
        return ()
    return tuple(sorted([*edits, *figure_edits(mention, value, tools.language)], key=lambda edit: edit.start))


def _bound(claim: Claim, mention: Mention, value: Decimal, language: str) -> tuple[Edit, ...]:
    """Return the edits that make "did not exceed 5" a bound that the value keeps to; none where that lies far off."""
    written = read_written(mention, language)
    if written is None or claim.modifier not in CLOSED or claim.relation is not Relation.LEVEL or value <= 0:
        return ()
    bound = reaching(value, written, language, upwards=claim.modifier is Modifier.AT_MOST)
    near = abs(DIGITS.divide(bound, value) - ONE) <= FARTHEST_BOUND
    return tuple(figure_edits(mention, bound, language)) if near else ()


def _goes_the_other_way(judged: Judgement) -> bool:
    """Return whether the verb of "turun menjadi 5 juta" is wrong too, and no step beside it has it turned."""
    claim = judged.link.claim
    if claim.relation is not Relation.CHANGE_TO or not claim.direction:
        return False
    stepped = any(other.relation is Relation.CHANGE_BY for other in claim.change)
    return not stepped and row_against(judged.link) is not None


def _range(mention: Mention, value: Decimal, language: str) -> tuple[Edit, ...]:
    """Return the edits that move the nearer end of a range just as far as the value."""
    low, high = mention.values
    first = read_written(mention, language)
    if first is None or not 0 <= low < high or value < 0:
        return ()
    cut = max(first.end, first.scale_end)
    ends = (
        replace(mention, values=(low,)),
        replace(mention, values=(high,), text=mention.text[cut:], start=mention.start + cut),
    )
    moved = ends[value > high]
    written = read_written(moved, language)
    if written is None:
        return ()
    return tuple(figure_edits(moved, reaching(value, written, language, upwards=value > high), language))


def figure_edits(mention: Mention, value: Decimal, language: str) -> list[Edit]:
    """Return the edits that make the number of a mention `value`, in its own style."""
    written = read_written(mention, language)
    if written is None:
        return _in_digits(mention, value, language)
    digits, scale = render(value, written, language)
    edits = [Edit(mention.start + written.start, mention.start + written.end, digits)]
    if scale != written.scale:
        edits.append(_scale_edit(mention, written, scale, language))
    return [edit for edit in edits if mention.text[edit.start - mention.start : edit.end - mention.start] != edit.text]


def _scale_edit(mention: Mention, written: Written, scale: int, language: str) -> Edit:
    start, end = mention.start + written.scale_start, mention.start + written.scale_end
    word = scale_word(scale, mention.text[written.scale_start : written.scale_end], language)
    if word:
        return Edit(start, end, word)
    gap = len(mention.text[: written.scale_start]) - len(mention.text[: written.scale_start].rstrip())
    return Edit(start - gap, end, "")


def scale_word(scale: int, like: str, language: str) -> str:
    """Return the word for a power of ten, short where the text wrote a short form; "" for no scale."""
    numerals = load_pack(language).numerals
    short = like in numerals.scale_abbreviations
    table = numerals.scale_abbreviations if short else numerals.scales
    return next((word for word, value in table.items() if value == 10**scale), "") if scale else ""


def _in_digits(mention: Mention, value: Decimal, language: str) -> list[Edit]:
    end = number_words_end(mention.text, language)
    if not end:
        return []
    digits, scale = render_plain(value, max(2, significant(mention.values[0])), language)
    word = scale_word(scale, "", language)
    return [Edit(mention.start, mention.start + end, f"{digits} {word}".rstrip())]


def _without_modifier(claim: Claim, *, keep: bool) -> Iterable[Edit]:
    """Yield the edit that leaves out "hampir" before a number; "fell below 5" becomes "fell to 4.6"."""
    cue = modifier_cue(claim)
    if keep or cue is None:
        return
    sentence = claim.sentence
    past = any(role.meaning == "past" and role.first == cue.first for role in sentence.of_role("role"))
    to = load_pack(sentence.lexicon.language).claims.roles["to"][0]
    yield Edit(sentence.starts[cue.first], claim.start, f"{to} " if past and claim.verb is not None else "")


def modifier_cue(claim: Claim) -> Cue | None:
    """Return the words of the modifier that stands right before a number."""
    if claim.modifier is None:
        return None
    before = [cue for cue in claim.sentence.of_role("modifier") if cue.end == claim.first]
    return min(before, key=lambda cue: cue.first, default=None)


def turned_verb(claim: Claim, language: str) -> tuple[Edit, ...]:
    """Return the edit that turns a verb of change, or a comparison, the other way."""
    verb, sentence = claim.verb, claim.sentence
    if verb is None:
        return ()
    opposites = load_pack(language).claims.opposites
    for place in range(verb.first, verb.end):
        opposite = opposites.get(sentence.words[place])
        if opposite:
            start, end = sentence.starts[place], sentence.ends[place]
            return (Edit(start, end, _in_case_of(opposite, sentence.text[start:end])),)
    return ()


def _in_case_of(word: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


def with_unit(claim: Claim, language: str, unit: str) -> tuple[Edit, ...]:
    """Return the edit that names another unit after a number that is right."""
    mention = claim.mention
    if mention is None:
        return ()
    written = read_written(mention, language)
    end = max(written.end, written.scale_end) if written else number_words_end(mention.text, language)
    word = unit_name(unit, language, many=bool(mention.values) and abs(mention.values[0]) != ONE)
    if not end or not word:
        return ()
    start = mention.start + end
    return (Edit(start, mention.end, f" {word}"),)


def _multiple(judged: Judgement, tools: Tools) -> tuple[Edit, ...]:
    """Return "1,7 kali lipat" for "hampir dua kali lipat", and a change in percent for "doubled"."""
    claim, derived = judged.link.claim, judged.derived
    mention = claim.mention
    if derived is None or derived.value is None or mention is None or derived.value <= 0:
        return ()
    if is_fraction(claim) or claim.values != mention.values:  # no figure takes the place of "half of", "half again"
        return ()
    value = rounded(derived.value, 2)
    dropped = list(_without_modifier(claim, keep=False))
    end = number_words_end(mention.text, tools.language)
    written = read_written(mention, tools.language)
    if end or written is not None:
        edits = figure_edits(mention, value, tools.language) if written else _in_digits(mention, value, tools.language)
        return (*dropped, *edits)
    if not _is_verb(mention.text, tools.language):
        return (*dropped, *_times(mention, value, tools.language))
    form = load_pack(tools.language).claims.rewordings.get("up" if value >= ONE else "down")
    if form is None:
        return ()
    percent = rounded(abs(DIGITS.subtract(derived.value, ONE)) * 100, 2)
    digits, _ = render_plain(percent, 2, tools.language)
    return (*dropped, Edit(mention.start, mention.end, form.format(value=digits)))


def _is_verb(text: str, language: str) -> bool:
    """Return whether a multiple is a verb ("doubled", "berlipat ganda"), and no word beside one ("twice")."""
    return cues_of(language).has_verb_form(text.lower().split()[0])


def _times(mention: Mention, value: Decimal, language: str) -> tuple[Edit, ...]:
    """Return the edit that writes "1.7 times as" for "twice as"."""
    digits, _ = render_plain(value, 2, language)
    times = load_pack(language).phrases.times
    first = mention.text.split()[0]
    return (Edit(mention.start, mention.start + len(first), f"{digits} {times[0]}"),) if times else ()
