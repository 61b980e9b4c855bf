"""A language pack in, its claim words laid out for look-up out: `Cues`, which tags the words of a sentence."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from verifier.claims.cue_roles import roles_of
from verifier.claims.frame_patterns import Frame, frames_of
from verifier.pack import Claims, Pack
from verifier.packs import languages, load_pack

__all__ = ["BY", "PERCENT", "Cue", "Cues", "cues_of", "meaning_of", "split_words", "table_cues"]

WORDS = re.compile(r"[^\W_]+")
SHORTEST_STEM = 4
PERCENT = "percent"  # what a sign for it is read as
BY = "by_"  # before a pace it makes a concept: "by_year"
MOST_STEMS_KEPT = 50_000


Entries = list[tuple[list[str], str, str]]  # the other words of a phrase, its role, its meaning


@dataclass(frozen=True, slots=True)
class Cue:
    """Some words of a sentence that steer its meaning: the words `first` up to `end`, their role and meaning."""

    first: int
    end: int
    role: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Opening:
    """The phrases that begin with one word, the longest first: by their second word, and the word alone."""

    longer: Mapping[str, Entries]  # those that go on with a word, and the word alone
    alone: Entries

    @classmethod
    def of(cls, entries: Entries) -> "Opening":
        """Return all phrases that begin with a word by the one that follows it."""
        alone = [entry for entry in entries if not entry[0]]
        seconds = dict.fromkeys(rest[0] for rest, _, _ in entries if rest)
        longer = {second: [entry for entry in entries if entry[0][:1] in ([second], [])] for second in seconds}
        return cls(longer, alone)


NO_PHRASES = Opening({}, [])
HOLDING = {"concept": ("concept", "status"), "share": ("change",)}  # role = the roles that its phrases have no word of


def split_words(text: str) -> list[str]:
    """Return the words of `text` in lower case; hyphens and apostrophes part words.

    >>> split_words("Indonesia's laki-laki")
    ['indonesia', 's', 'laki', 'laki']
    """
    return WORDS.findall(text.replace("İ", "i").lower())


@dataclass(slots=True)
class Cues:
    """The claim words of one language, ready for look-up."""

    heads: dict[str, Entries]
    stops: frozenset[str]
    faint: frozenset[str]
    institutions: frozenset[str]
    enders: frozenset[str]  # words that end the name of a measure
    stating: frozenset[str]  # verbs and other words that end the name of a measure: "tercatat"
    neutral: frozenset[str]
    passing: frozenset[str]  # words that a name of a measure may be looked for beyond
    small: frozenset[str]  # function words, and those that leave a measure what it is
    per: frozenset[str]
    articles: frozenset[str]  # "a": before what was not named yet
    determiners: frozenset[str]  # "the": what stands before them is no part of the noun behind them
    percents: frozenset[str]  # "persentase", "percent", in the names of measures
    share_of: frozenset[str]  # "dari" after them
    people: frozenset[str]
    told_of: Mapping[str, Sequence[str]]  # concept = those of which it is told as a share
    frames: Mapping[str, tuple[Frame, ...]]  # by the phrase nearest to the number
    spanning: frozenset[str]  # words before a span of time: "sepanjang"
    clitics: tuple[str, ...]
    possessives: tuple[str, ...]
    levels: frozenset[str]
    openers: tuple[str, ...]  # words that begin a sentence also where a heading is glued to them
    prefixes: tuple[str, ...]
    circumfixes: Mapping[str, Iterable[str]]
    suffixes: tuple[str, ...]
    irregular: Mapping[str, str]  # form = the word that it is one of
    verb_prefixes: tuple[str, ...]
    verb_suffixes: tuple[str, ...]
    modifiers_first: bool
    language: str
    _stems: dict[str, frozenset[str]] = field(default_factory=dict)
    _openings: dict[str, Opening] = field(default_factory=dict)  # of the words of texts, with a clitic or without

    def has_verb_form(self, word: str) -> bool:
        """Return whether a word begins or ends as verbs do."""
        return word.startswith(self.verb_prefixes) or word.endswith(self.verb_suffixes)

    def tag(self, words: list[str]) -> list[Cue]:
        """Return the cues among `words`: for each role the longest phrase at each word.

        Within a concept there is no other, and no word of a status: "expected to live". Within a phrase of a share
        there is no change: "make up".

        >>> cues = cues_of("id")
        >>> [(cue.role, cue.meaning) for cue in cues.tag("inflasi inti turun".split())]
        [('concept', 'inflation'), ('concept', 'core'), ('change', 'down'), ('step', 'down')]
        """
        found = []
        held: dict[str, int] = {}  # role = where the last phrase ends within which it has no words
        openings = self._openings
        for position, word in enumerate(words):
            opening = openings.get(word) or self._opening(word)
            if opening is NO_PHRASES:
                continue
            seen: set[str] = set()
            following = words[position + 1] if position + 1 < len(words) else ""
            for rest, role, meaning in opening.longer.get(following, opening.alone):
                end = position + 1 + len(rest)
                if rest and words[position + 1 : end] != rest:
                    continue
                if role not in seen and position >= held.get(role, 0):
                    seen.add(role)
                    for other in HOLDING.get(role, ()):
                        held[other] = end
                    found.append(Cue(position, end, role, meaning))
        return found

    def _opening(self, word: str) -> Opening:
        """Return the phrases that begin with `word`, or with what it is without a clitic; and keep them."""
        bare = (word.removesuffix(clitic) for clitic in self.clitics if word.endswith(clitic))
        head = next((form for form in (word, *bare) if form in self.heads), "")
        opening = Opening.of(self.heads[head]) if head else NO_PHRASES
        if len(self._openings) >= MOST_STEMS_KEPT:
            self._openings.clear()
        self._openings[word] = opening
        return opening

    def stems(self, word: str) -> frozenset[str]:
        """Return what `word` may be a form of, itself among them.

        >>> sorted(cues_of("id").stems("kemiskinan"))
        ['kemiskin', 'kemiskinan', 'miskin', 'miskinan']
        """
        known = self._stems.get(word)
        if known is None:
            known = frozenset(self._read_stems(word))
            if len(self._stems) >= MOST_STEMS_KEPT:
                self._stems.clear()
            self._stems[word] = known
        return known

    def _read_stems(self, word: str) -> Iterator[str]:
        yield word
        if word in self.irregular:
            yield self.irregular[word]
        if word.isdigit() or len(word) > 40:
            return
        bare = next((word.removesuffix(clitic) for clitic in self.clitics if word.endswith(clitic)), word)
        closed = [prefix for end, prefixes in self.circumfixes.items() if bare.endswith(end) for prefix in prefixes]
        long = (prefix for prefix in (*self.prefixes, *closed) if len(word) - len(prefix) >= SHORTEST_STEM)
        for base in (word, *(word.removeprefix(prefix) for prefix in long if word.startswith(prefix))):
            yield base
            for suffix in self.suffixes:
                if base.endswith(suffix) and len(base) - len(suffix) >= SHORTEST_STEM:
                    yield base.removesuffix(suffix)


def meaning_of(cue: Cue) -> str:
    """Return what a word adds to the name of a measure: its concept, or by what time a change is counted."""
    return cue.meaning if cue.role in ("concept", "negative") else f"{BY}{cue.meaning}"


def _heads(entries: Iterable[tuple[str, str, str]]) -> dict[str, Entries]:
    heads: dict[str, Entries] = {}
    for phrase, role, meaning in dict.fromkeys(entries):
        words = split_words(phrase)
        if words:
            heads.setdefault(words[0], []).append((words[1:], role, meaning))
    for phrases in heads.values():
        phrases.sort(key=lambda entry: -len(entry[0]))
    return heads


def _build(pack: Pack, heads: dict[str, Entries]) -> Cues:
    claims = pack.claims
    phrases = pack.phrases
    changing = [word for words in (*claims.changes.values(), *claims.roles.values()) for word in words]
    enders = {
        word
        for phrase in (*phrases.function_words, *changing, *claims.breaks, *claims.verbs)
        for word in split_words(phrase)
    }
    neutral = frozenset(word for phrase in claims.neutral for word in split_words(phrase))
    passing = neutral.union(*(split_words(phrase) for phrase in (*claims.stops, *claims.faint)))
    return Cues(
        heads=heads,
        institutions=frozenset(word for phrase in claims.institutions for word in split_words(phrase)),
        faint=frozenset(word for phrase in claims.faint for word in split_words(phrase)),
        stops=frozenset(word for phrase in claims.stops for word in split_words(phrase)),
        enders=frozenset(enders),
        stating=frozenset((*claims.verbs, *phrases.being, *phrases.plural_verbs)),
        neutral=neutral,
        passing=passing,
        small=neutral | frozenset(word for phrase in phrases.function_words for word in split_words(phrase)),
        per=frozenset(pack.units.per),
        articles=frozenset(pack.numerals.articles),
        determiners=frozenset(claims.determiners),
        percents=frozenset((PERCENT, *pack.tables.percent_words)),
        share_of=frozenset(pack.tables.share_of),
        people=frozenset(claims.people),
        told_of=claims.told_of,
        frames=frames_of(claims),
        spanning=frozenset(claims.span_leads),
        clitics=claims.clitics,
        possessives=claims.possessives,
        levels=frozenset(claims.levels),
        openers=claims.openers,
        prefixes=claims.prefixes,
        circumfixes=claims.circumfixes,
        suffixes=claims.suffixes,
        irregular={form: base for base, forms in claims.irregular.items() for form in forms},
        verb_prefixes=claims.verb_prefixes,
        verb_suffixes=claims.verb_suffixes,
        modifiers_first=claims.modifiers_first,
        language=pack.code,
    )


def _named_by(claims: Claims) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield what names of measures are made of, with its words: concepts, and by what time a change is counted."""
    yield from claims.concepts.items()
    for table in (claims.rates, claims.paces):
        for meaning, phrases in table.items():
            yield f"{BY}{meaning}", phrases


@cache
def cues_of(language: str) -> Cues:
    """Return the claim words of a language, built once."""
    pack = load_pack(language)
    return _build(pack, _heads(roles_of(pack)))


@cache
def table_cues(language: str) -> Cues:
    """Return the concepts of all languages, for the labels of a table that is read beside a text of `language`."""
    codes = (language, *(code for code in languages() if code != language))
    own: dict[str, str] = {}
    for code in codes:
        for concept, phrases in _named_by(load_pack(code).claims):
            for phrase in phrases:
                own.setdefault(phrase, concept)
    built = _build(load_pack(language), _heads((phrase, "concept", concept) for phrase, concept in own.items()))
    known = [cues_of(code) for code in codes]
    return replace(
        built,
        stops=frozenset().union(*(one.stops for one in known)),
        faint=frozenset().union(*(one.faint for one in known)),
        percents=frozenset().union(*(one.percents for one in known)),
        share_of=frozenset().union(*(one.share_of for one in known)),
    )
