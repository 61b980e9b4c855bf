"""A sentence in, the times that it tells from others out: "tahun sebelumnya", "two years on", "a decade later"."""

from collections.abc import Iterator
from dataclasses import replace

from verifier.claims.cues import Cue
from verifier.claims.sentences import Sentence
from verifier.extraction import read_text
from verifier.linking.date_leads import is_base, is_compared
from verifier.linking.moment import ANY, MOST_MONTHS, UNPLACED, Moment
from verifier.linking.series import PREVIOUS
from verifier.model import Kind
from verifier.periods import MONTHS_OF

__all__ = ["TELLING", "told_moments"]

TELLING = frozenset({"earlier", "later", "ago", "rate", "span_tail", "era"})


def told_moments(sentence: Sentence) -> list[Moment]:
    """Return the periods that are told from another one: "tahun sebelumnya", "setahun kemudian", "year on year"."""
    earlier = sentence.of_role("earlier")
    spans = [*_spans_told(sentence), *_amounts_told(sentence)]
    covered = {place for moment in spans for place in range(moment.first, moment.end)}
    whole = [cue for cue in earlier if not any(one.first < cue.first < one.end for one in earlier)]
    moments = [*spans, *(_anaphoric(sentence, cue) for cue in whole if cue.first not in covered)]
    later = [cue for cue in sentence.of_role("later") if cue.meaning != ANY and cue.first not in covered]
    moments += [_later(sentence, cue) for cue in later]
    ago = (cue for cue in sentence.of_role("ago") if cue.first not in covered and not _is_dated(sentence, cue))
    moments += [replace(_anaphoric(sentence, cue), ago=True) for cue in ago]
    moments += [
        Moment(cue.first, cue.end, "", "rate", MONTHS_OF.get(cue.meaning, PREVIOUS)) for cue in sentence.of_role("rate")
    ]
    said = {place for moment in moments for place in range(moment.first, moment.end)}
    eras = (cue for cue in sentence.of_role("era") if cue.first not in said)
    moments += [Moment(cue.first, cue.end, "", UNPLACED) for cue in eras if not _is_in_a_date(sentence, cue)]
    return moments


def _spans_told(sentence: Sentence) -> Iterator[Moment]:
    """Yield "sepuluh tahun sebelumnya" and "five years later", which count from what was told and not from today.

    "Three years ago" is told as little where nobody knows the day of the text.
    """
    tails = {cue.end: (cue, 1) for cue in sentence.of_role("span_end")}
    tails |= {
        cue.end: (cue, -1 if cue.role == "later" else 1)
        for role in ("earlier", "later")
        for cue in _any(sentence, role)
    }
    for mention, (first, end) in zip(sentence.mentions, sentence.spans, strict=True):
        if end not in tails or mention.kind is not Kind.DATE or mention.date:
            continue
        tail, back = tails[end]
        ago = tail.role == "span_end"
        if ago and (mention.resolved or tail.first == first):
            continue
        amounts = read_text(
            sentence.text[mention.start : sentence.starts[tail.first]], language=sentence.lexicon.language
        )
        months = [one.values[0] * MONTHS_OF[one.unit] for one in amounts.mentions if one.unit in MONTHS_OF]
        if len(months) == 1 and months[0] == months[0].to_integral_value() and 0 < months[0] <= MOST_MONTHS:
            base = back > 0 and (is_base(sentence, first) or not _led(sentence, first))
            yield Moment(first, end, "", "base" if base else "plain", back * int(months[0]), ago=ago)


def _any(sentence: Sentence, role: str) -> Iterator[Cue]:
    return (cue for cue in sentence.of_role(role) if cue.meaning == ANY)


def _amounts_told(sentence: Sentence) -> Iterator[Moment]:
    """Yield "two years on" and "dua tahun berselang"; when "two years before the flood" was, nobody can tell."""
    tails = {cue.first: cue for role in ("earlier", "later") for cue in _any(sentence, role)}
    tails |= {cue.first: cue for cue in sentence.of_role("span_tail")}
    for mention, (first, end) in zip(sentence.mentions, sentence.spans, strict=True):
        tail = tails.get(end)
        if tail is None or mention.unit not in MONTHS_OF or len(mention.values) != 1:
            continue
        opens = sentence.opens(first)
        months = mention.values[0] * MONTHS_OF[mention.unit]
        if _is_whole(sentence, tail, opens=opens) and months == int(months) and 0 < months <= MOST_MONTHS:
            yield Moment(
                first, tail.end, "", "plain", int(months) * (1 if "earlier" in (tail.role, tail.meaning) else -1)
            )
        elif opens:
            yield Moment(first, tail.end, "", UNPLACED)


def _is_whole(sentence: Sentence, cue: Cue, *, opens: bool) -> bool:
    """Return whether no event follows words that tell a time, as it does in "two years after the flood"."""
    if sentence.closes(cue.end):
        return True
    return opens and (
        sentence.words[cue.end - 1] not in sentence.lexicon.small or sentence.has("pronoun", cue.end, cue.end + 1)
    )


def _is_in_a_date(sentence: Sentence, cue: Cue) -> bool:
    """Return whether a word is a part of a date that is known: "abad ke-19"."""
    owner = sentence.owners[cue.first]
    return owner >= 0 and bool(sentence.mentions[owner].date or sentence.mentions[owner].resolved)


def _later(sentence: Sentence, cue: Cue) -> Moment:
    """Return "setahun kemudian": what lies after a date that was told before; "a year after the flood" does not."""
    role = UNPLACED if _is_of_an_event(sentence, cue) else "plain"
    return Moment(cue.first, cue.end, "", role, -MONTHS_OF.get(cue.meaning, 12))


def _is_of_an_event(sentence: Sentence, cue: Cue) -> bool:
    """Return whether something that happened follows: "the month before the election"."""
    return sentence.has("span_tail", cue.end - 1, cue.end) and not _is_whole(sentence, cue, opens=True)


def _is_dated(sentence: Sentence, cue: Cue) -> bool:
    """Return whether "tahun lalu" is counted from the day of the text, and not from another date of the sentence."""
    covered = {sentence.owners[place] for place in range(cue.first, cue.end)} - {-1}
    own = [sentence.mentions[number] for number in covered]
    if not any(mention.kind is Kind.DATE and mention.resolved for mention in own):
        return False
    others = [mention for number, mention in enumerate(sentence.mentions) if number not in covered]
    compared = is_base(sentence, cue.first) and any(mention.kind is Kind.DATE for mention in others)
    return not compared


def _anaphoric(sentence: Sentence, cue: Cue) -> Moment:
    if _is_of_an_event(sentence, cue):
        return Moment(cue.first, cue.end, "", UNPLACED)
    compared = is_compared(sentence, cue.first)
    base = compared or is_base(sentence, cue.first) or not _led(sentence, cue.first)
    months = MONTHS_OF.get(cue.meaning, PREVIOUS)
    return Moment(cue.first, cue.end, "", "base" if base else "plain", months, compared)


def _led(sentence: Sentence, place: int) -> bool:
    return any(cue.end == place for lead in ("locative", "role") for cue in sentence.of_role(lead))
