"""Names of measures in, the words of each that weigh out, and how much of its weight each word has."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from verifier.checking.cues import PERCENT, Cues, meaning_of, split_words

__all__ = ["NAMING", "all_tokens", "forms_of", "forms_of_all", "names_a_base", "parts_of"]

PEOPLE = "=population"
GENERAL = frozenset({PEOPLE, "=growth", "=per_capita", "=share"})
GROWTH = "=growth"
LEFT_OUT = frozenset({"=current_prices", "=constant_prices", "=by_year"})  # a text hardly says them
NAMING = ("concept", "rate", "pace")  # the roles of words that name measures
ECONOMY = "=gdp"  # growth without anything else is that of the economy
PURCHASING_POWER = "=purchasing_power"  # how amounts are made comparable, not what they are
INFLATION, CONSUMER_PRICE_INDEX = "=inflation", "=consumer_price_index"
FAINTEST = 0.15
FAINT = 0.3  # "penduduk" in "penduduk miskin" says little: "tingkat kemiskinan" means the same
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")


def forms_of_all(
    names: Sequence[tuple[str, Sequence[str]]], taggers: Sequence[Cues], cues: Cues
) -> list[list[tuple[str, ...]]]:
    """Return the forms of each measure: label and aliases, also without what stands in brackets or after a comma.

    Each is read with the concepts of each of the `taggers`; `cues` say which words weigh nothing.
    """
    readings = (_all_forms(names, tagger, cues) for tagger in taggers)
    return [list(dict.fromkeys(chain(*both))) for both in zip(*readings, strict=True)]


def forms_of(name: str, taggers: Sequence[Cues], cues: Cues) -> list[tuple[str, ...]]:
    """Return the forms of one name: as it stands, and without what stands in brackets."""
    texts = (name, _BRACKETS.sub("", name))
    return [form for tagger in taggers for text in texts if (form := _tokens(text, tagger, cues))]


def all_tokens(forms: Iterable[tuple[str, ...]]) -> set[str]:
    """Return the words of several forms together."""
    return {token for tokens in forms for token in tokens}


def parts_of(tokens: Sequence[str], cues: Cues) -> Mapping[str, float]:
    """Return how much of its weight each word of a name has: little where a text may well leave it out."""
    faint = _faint(tokens, cues)
    return {token: 1 if token not in faint else FAINTEST if token in LEFT_OUT else FAINT for token in tokens}


def names_a_base(name: str, cues: Cues) -> bool:
    """Return whether a name says of what its figures are percents: "spending (% of GDP)"."""
    words = split_words(name.replace("%", f" {PERCENT} "))
    return any(word in cues.percents and after in cues.share_of for word, after in pairwise(words))


def _all_forms(names: Sequence[tuple[str, Sequence[str]]], tagger: Cues, cues: Cues) -> Iterator[list[tuple[str, ...]]]:
    heads = Counter(_tokens(label.split(",")[0], tagger, cues) for label, _ in names)
    for label, aliases in names:
        forms = [_tokens(label, tagger, cues)]
        for text in (label, *aliases):
            forms += [_tokens(text, tagger, cues), _tokens(_BRACKETS.sub("", text), tagger, cues)]
        head = _tokens(_BRACKETS.sub("", label).split(",")[0], tagger, cues)
        if heads[head] <= 1:
            forms.append(head)
        yield [form for form in dict.fromkeys(forms) if form]


def _tokens(text: str, tagger: Cues, cues: Cues) -> tuple[str, ...]:
    """Return the words of a name that weigh: concepts for their words, stop words only where there is no other."""
    words = split_words(text)
    covered: dict[int, str] = {}
    end = 0
    for cue in tagger.tag(words):
        if cue.role in NAMING and cue.first >= end:
            end = cue.end
            covered |= dict.fromkeys(range(cue.first, cue.end), f"={meaning_of(cue)}")
    tokens = [covered.get(place, word) for place, word in enumerate(words)]
    stops = cues.stops
    if tokens and tokens[-1] in cues.enders:  # "goals for" beside "goals against"
        stops = stops - {tokens[-1]}
    kept = [token for token in tokens if token not in stops]
    return tuple(dict.fromkeys(kept or tokens))


def _faint(tokens: Sequence[str], cues: Cues) -> set[str]:
    """Return the words of a name that a text may well leave out: "nominal", "penduduk" in "penduduk miskin"."""
    concepts = {token for token in tokens if token.startswith("=")}
    faint = {token for token in tokens if token in cues.faint or token in LEFT_OUT}
    if concepts - GENERAL:
        faint.add(PEOPLE)
    if GROWTH in concepts:
        faint.add(ECONOMY)
    if INFLATION in concepts:
        faint.add(CONSUMER_PRICE_INDEX)
    faint.add(PURCHASING_POWER)
    faint.intersection_update(tokens)
    return faint if len(faint) < len(tokens) else set()
