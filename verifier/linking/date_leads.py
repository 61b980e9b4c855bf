"""A word of a sentence in, what leads to it out: nothing, a word that compares, one from which something is counted."""

from collections.abc import Sequence

from verifier.claims.cues import Cue
from verifier.claims.sentences import Sentence
from verifier.claims.unit_gate import POINTS
from verifier.model import Kind

__all__ = ["LEADS", "is_base", "is_compared", "only_leads"]

COMPARING = ("modifier", "equative", "likeness", "than", "comparison")
BOUNDS = frozenset({"more_than", "less_than"})
LEADS = 6  # words such as "pada tahun" between "dibanding" and its date
STEP = 3  # words from a verb of change to its number


def is_base(sentence: Sentence, place: int) -> bool:
    """Return whether "dari", "dibanding", "sejak" or "antara" leads to the words at `place`."""
    starts = [cue for cue in sentence.of_role("role") if cue.meaning == "from"]
    leads = [*sentence.of_role("since"), *sentence.of_role("between"), *starts, *_counted_on(sentence)]
    led = bool(leads) and any(_leads(sentence, cue, place) for cue in leads)
    return led or is_compared(sentence, place)


def _counted_on(sentence: Sentence) -> Sequence[Cue]:
    """Return the words that lead from a change to what it is counted from: "9 percent down on 2022"."""
    on = sentence.of_role("base")
    if not on:
        return ()
    changes = sentence.of_role("change")
    starts = {place for cue in changes for place in range(cue.end, cue.end + STEP)}  # "increase by 234 on March"
    pairs = zip(sentence.mentions, sentence.spans, strict=True)
    counted = {
        end
        for mention, (first, end) in pairs
        if mention.kind is Kind.PERCENT or mention.unit in POINTS or (mention.kind is not Kind.DATE and first in starts)
    }
    counted |= {cue.end for cue in changes if cue.first in counted or cue.end in counted}
    return [cue for cue in on if cue.first in counted]


def is_compared(sentence: Sentence, place: int) -> bool:
    """Return whether "daripada", "seperti", "di atas" or a bound ("below March") leads to the words at `place`."""
    if sentence.roles.keys().isdisjoint(COMPARING):
        return False
    spans = {cue.first for cue in sentence.of_role("span_lead")}  # "over 2023" may be all of that year
    bounds = (cue for cue in sentence.of_role("modifier") if cue.meaning in BOUNDS and cue.first not in spans)
    equated = sentence.of_role("equative")[1:]  # the second of "as many as in 2019"
    alike = sentence.of_role("likeness")
    compared = (*sentence.of_role("than"), *sentence.of_role("comparison"), *bounds, *equated, *alike)
    return any(_leads(sentence, cue, place) for cue in compared)


def _leads(sentence: Sentence, cue: Cue, place: int) -> bool:
    """Return whether only small words, and those for a quantity or a position, stand between a cue and a word.

    So may the name of a measure whose date it is: "daripada pertumbuhan 2022", "than the growth of 2022".
    """
    if not place - LEADS <= cue.end <= place:
        return False
    small = sentence.lexicon.small
    others = [at for at in range(cue.end, place) if sentence.words[at] not in small]
    if not others:
        return True
    genitives = (one.first for one in sentence.of_role("genitive") if one.end == place)
    roles = ("quantity", "rank", "concept") if others[-1] + 1 in (place, *genitives) else ("quantity", "rank")
    meant = {at for role in roles for one in sentence.of_role(role) for at in range(one.first, one.end)}
    return meant.issuperset(others)


def only_leads(sentence: Sentence, first: int, end: int) -> bool:
    """Return whether all words between are small ones that may lead a date ("pada tahun", "in the year")."""
    return all(word in sentence.lexicon.small for word in sentence.words[first:end])
