"""Names of measures in, the words of each that weigh out, and how much of its weight each word has."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from verifier.claims.cues import PERCENT, Cues, meaning_of, split_words
from verifier.linking.concepts import GROWTH, PER_HEAD, POPULATION, RELATIVE

__all__ = ["NAMING", "all_tokens", "forms_of", "forms_of_all", "is_unnamed", "names_a_base", "parts_of"]

PEOPLE, GROWING = f"={POPULATION}", f"={GROWTH}"  # as parts of names
UNSAID = frozenset({PEOPLE, *(f"={concept}" for concept in RELATIVE)})  # names are more than these
LEFT_OUT = frozenset({"=current_prices", "=constant_prices", "=by_year"})  # a text hardly says them
NAMING = ("concept", "rate", "pace")  # the roles of words that name measures
ECONOMY = "=gdp"  # growth without anything else is that of the economy
PURCHASING_POWER = "=purchasing_power"  # how amounts are made comparable, not what they are
INFLATION, CONSUMER_PRICE_INDEX = "=inflation", "=consumer_price_index"
TURNING = frozenset({GROWING, f"={PER_HEAD}"})  # what they stand beside is another measure without them
INITIALS = range(3, 7)  # how many letters
FEWEST_FAINT = 2  # words
FAINTEST = 0.15
FAINT = 0.3  # "penduduk" in "penduduk miskin" says little: "tingkat kemiskinan" means the same
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")


def forms_of_all(
    names: Sequence[tuple[str, Sequence[str]]], taggers: Sequence[Cues], cues: Cues
) -> list[list[tuple[str, ...]]]:
    """Return the forms of each measure: label and aliases, and shorter ones that name no other.

    Each is read with the concepts of each of the `taggers`; `cues` say which words weigh nothing. Shorter are those
    without what stands in brackets or after a comma, without the words that a text may well leave out ("in PPP
    dollars"), and initials.
    """
    readings = (_all_forms(names, tagger, cues) for tagger in taggers)
    return [list(dict.fromkeys(chain(*both))) for both in zip(*readings, strict=True)]


def forms_of(name: str, taggers: Sequence[Cues], cues: Cues) -> list[tuple[str, ...]]:
    """Return the forms of one name: as it stands, and without what stands in brackets."""
    return [form for tagger in taggers for form in _written(name, tagger, cues)]


def is_unnamed(label: str) -> bool:
    """Return whether a label says nothing, or only in brackets in what unit.

    >>> is_unnamed("(IDR/kg)"), is_unnamed("price (IDR/kg)")
    (True, False)
    """
    return not _BRACKETS.sub("", label).strip()


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
    written = [
        list(dict.fromkeys(chain.from_iterable(_written(text, tagger, cues) for text in (label, *aliases))))
        for label, aliases in names
    ]
    shorter = [
        {*_heads(label, tagger, cues), _without_faint(label, tagger, cues)} - {*forms, ()}
        for (label, _), forms in zip(names, written, strict=True)
    ]
    known = Counter(form for forms in (*map(set, written), *shorter) for form in forms)
    for forms, others in zip(written, shorter, strict=True):
        yield [*forms, *sorted(form for form in others if known[form] == 1)]


def _written(name: str, tagger: Cues, cues: Cues) -> list[tuple[str, ...]]:
    """Return a name as it stands, and without its brackets unless they make it another measure: "(per capita)"."""
    full, bare = _tokens(name, tagger, cues), _tokens(_BRACKETS.sub("", name), tagger, cues)
    turned = TURNING & set(full) - set(bare)
    return [form for form in dict.fromkeys((full, *(() if turned else (bare,)))) if form]


def _heads(label: str, tagger: Cues, cues: Cues) -> Iterator[tuple[str, ...]]:
    """Yield what stands before the first comma of a label, and its initials: "Consumer price index" is the CPI."""
    if TURNING.isdisjoint(_tokens(label, tagger, cues)) or not _BRACKETS.search(label):
        yield _tokens(_BRACKETS.sub("", label).split(",")[0], tagger, cues)
    initials = _initials(label, cues)
    if initials:
        yield (initials,)


def _initials(label: str, cues: Cues) -> str:
    """Return the initials of a label in capitals, "" where it has too few words.

    >>> from verifier.claims.cues import table_cues
    >>> [_initials(label, table_cues("en")) for label in ("Foreign direct investment (net)", "Land area")]
    ['FDI', '']
    """
    words = [word for word in _BRACKETS.sub("", label).split(",")[0].split() if word.lower() not in cues.small]
    letters = "".join(word[0] for word in words)
    return letters.upper() if len(letters) in INITIALS and letters.isalpha() and all(map(_is_word, words)) else ""


def _is_word(word: str) -> bool:
    return word.replace("-", "").isalpha() and (word[1:] == word[1:].lower())


def _without_faint(label: str, tagger: Cues, cues: Cues) -> tuple[str, ...]:
    """Return a label without what a text may well leave out, where that is several words or stands in brackets."""
    tokens, bare = _tokens(label, tagger, cues), _tokens(_BRACKETS.sub("", label), tagger, cues)
    faint = _faint(tokens, cues) - UNSAID - {ECONOMY}
    if len(faint) < FEWEST_FAINT and faint.issubset(bare):
        return ()
    return tuple(token for token in tokens if token not in faint)


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
    if concepts - UNSAID:
        faint.add(PEOPLE)
    if GROWING in concepts:
        faint.add(ECONOMY)
    if INFLATION in concepts:
        faint.add(CONSUMER_PRICE_INDEX)
    faint.add(PURCHASING_POWER)
    faint.intersection_update(tokens)
    return faint if len(faint) < len(tokens) else set()
