"""A claim in, the words around it that could name its row out: of what is measured, and of whom."""

from collections.abc import Iterator, Sequence

from verifier.claims.claim import Claim
from verifier.claims.cues import Cues
from verifier.claims.names import Name
from verifier.claims.sentences import Sentence

__all__ = ["measure_words", "names_of_strangers"]

MOST = 5  # words of an alias; a longer phrase is a sentence and no name
NEAR = 3  # words between a number and the words after it
LONG_STEM = 4  # letters that are left of a verb without its beginning
NAMING = frozenset({"concept", "negative"})  # cues that say what is measured
LEADING_ASIDE = ("attribution", "aside")  # "menurut BPS," is not what the number is about
STEERING = (  # no word of these roles is a part of a name
    "change", "role", "status", "modifier", "comparison", "superlative", "than", "rank", "share", "attribution",
    "aside", "earlier", "later", "ago", "rate", "span_lead", "span_end", "respectively", "since", "of_all", "break",
)  # fmt: skip


def measure_words(claim: Claim, names: Sequence[Name], cues: Cues) -> tuple[str, ...]:
    """Return the phrases of a sentence that may say what a number measures, likeliest first.

    Args:
        claim: the number.
        names: of entities in its sentence; they say of whom, and not what.
        cues: of the language of the text.
    """
    around = _Around(claim.sentence, names, cues)
    before = around.before(claim)
    after = around.after(claim)
    counted = list(range(claim.last, claim.after))
    found = [around.core(before), before, around.core(after), after]
    acting = bool(before) and all(map(around.is_verb, before))
    if after and after[0] == claim.last and (acting or len(before) == 1):
        found = [before + around.core(after), *found]
    elif acting:
        found = [*found[2:], before]
    found = [counted, *found] if around.says_something(counted) else found
    return tuple(dict.fromkeys(phrase for run in found if (phrase := around.text(run))))


def names_of_strangers(claim: Claim, names: Sequence[Name], cues: Cues) -> tuple[str, ...]:
    """Return what is written as a name in a sentence and names nobody in the table, the nearest to the number first."""
    sentence = claim.sentence
    known = {place for name in names for place in range(name.first, name.end)}
    runs: list[list[int]] = []
    for place in range(len(sentence.words)):
        if place in known or not _is_capital(sentence, place) or _says_something(sentence, place, cues):
            continue
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    runs = [run for run in runs if len(run) <= MOST]
    runs.sort(key=lambda run: claim.first - run[-1] if run[-1] < claim.first else len(sentence.words) + run[0])
    return tuple(dict.fromkeys(_slice(sentence, run) for run in runs))


class _Around:
    """The words of one sentence, each known for what it can be in the name of a measure."""

    def __init__(self, sentence: Sentence, names: Sequence[Name], cues: Cues) -> None:
        self._sentence, self._cues = sentence, cues
        self._named = {place for name in names for place in range(name.first, name.end)}
        self._naming = {
            place for role in NAMING for cue in sentence.of_role(role) for place in range(cue.first, cue.end)
        }
        self._steering = {
            place for role in STEERING for cue in sentence.of_role(role) for place in range(cue.first, cue.end)
        }
        self._breaks = frozenset(sentence.breaks)
        self._strangers = {place for place in range(len(sentence.words)) if self._is_stranger(place)}

    def before(self, claim: Claim) -> list[int]:
        """Return the nearest words before a number that can be a name, past clauses such as "menurut BPS,"."""
        end = claim.first
        while end > 0:
            first = max((place + 1 for place in self._breaks if place < end), default=0)
            found = [] if self._is_aside(first) else self._best(list(self._runs(first, end)))
            if found:
                return found
            end = first - 1
        return []

    def after(self, claim: Claim) -> list[int]:
        """Return the words right after a number, in its clause, that can be a name."""
        _, end = self._sentence.clause(claim.first, claim.last)
        run = next(self._runs(claim.last, min(end, claim.right)), [])
        return run if run and run[0] - claim.last <= NEAR else []

    def core(self, run: Sequence[int]) -> list[int]:
        """Return the words between verbs, where they are enough: "laba bersih" of "membukukan laba bersih"."""
        parts: list[list[int]] = [[]]
        for place in run:
            if self._ends_a_verb(place, run):
                parts.append([])
            else:
                parts[-1].append(place)
        named = [part for part in map(self._trimmed, parts) if sum(map(self._is_content, part)) > 1]
        return named[-1] if named else list(run)

    def says_something(self, run: Sequence[int]) -> bool:
        """Return whether any of some words can be a name by itself."""
        return any(map(self._is_content, run))

    def is_verb(self, place: int) -> bool:
        """Return whether a word has the beginning or the ending of a verb."""
        word, cues = self._sentence.words[place], self._cues
        begins = any(word.startswith(start) and len(word) - len(start) >= LONG_STEM for start in cues.verb_prefixes)
        return place not in self._naming and (begins or word.endswith(cues.verb_suffixes))

    def text(self, run: Sequence[int]) -> str:
        """Return words as they are written, without the capital that begins a sentence."""
        if not run:
            return ""
        content = [place for place in run if self._is_content(place)]
        kept = [place for place in run if place >= content[-MOST:][0]]
        parts: list[list[int]] = []
        sentence = self._sentence
        for place in kept:
            if parts and parts[-1][-1] == place - 1:
                parts[-1].append(place)
            else:
                parts.append([place])
        return " ".join(_slice(sentence, part) for part in parts)

    def _ends_a_verb(self, place: int, run: Sequence[int]) -> bool:
        """Return whether a verb ends there that is no participle before a noun: "posted a", not "housing prices"."""
        if not self.is_verb(place):
            return False
        ending = self._sentence.words[place].endswith(self._cues.verb_suffixes)
        return not ending or place == run[-1] or not self._is_content(place + 1)

    def _best(self, runs: Sequence[list[int]]) -> list[int]:
        """Return the last of some stretches that is more than a verb and no stranger's name, else the last."""
        named = [run for run in runs if not all(map(self.is_verb, run)) and not self._strangers.issuperset(run)]
        return next(iter([*named[::-1], *runs[::-1]]), [])

    def _runs(self, first: int, end: int) -> Iterator[list[int]]:
        """Yield the stretches of words that no number, mark, name or steering word interrupts."""
        run: list[int] = []
        for place in range(first, end + 1):
            stranger = bool(run) and (place in self._strangers) != (run[-1] in self._strangers)
            if (place == end or stranger or self._stops(place)) and run:
                if trimmed := self._trimmed(run):
                    yield trimmed
                run = []
            if place < end and not self._stops(place):
                run.append(place)

    def _stops(self, place: int) -> bool:
        if self._sentence.owners[place] >= 0 or place in self._breaks or place in self._named:
            return True
        return place in self._steering and place not in self._naming

    def _trimmed(self, run: list[int]) -> list[int]:
        """Return a run without the small words at its ends, and without who speaks or acts in front."""
        places = list(run)
        while places and not self._is_content(places[-1]):
            places.pop()
        while places and not self._is_content(places[0]):
            places.pop(0)
        lead = places[:1]
        while len(places) > 1 and lead and self._sentence.words[lead[0]] in self._cues.institutions:
            places = places[1:]
            lead = places[:1]
        return places

    def _is_content(self, place: int) -> bool:
        word, cues = self._sentence.words[place], self._cues
        if place in self._naming:
            return True
        small = word in cues.small or word in cues.stops or word in cues.enders or len(word) == 1
        return not small and any(character.isalpha() for character in word)

    def _is_stranger(self, place: int) -> bool:
        """Return whether a word is written as a name, and not as an acronym ("PDB"), which may be a measure."""
        word = self._sentence.text[self._sentence.starts[place] : self._sentence.ends[place]]
        return self._sentence.is_name(place) and not word.isupper() and place not in self._naming

    def _is_aside(self, first: int) -> bool:
        return any(cue.first == first for role in LEADING_ASIDE for cue in self._sentence.of_role(role))


def _is_capital(sentence: Sentence, place: int) -> bool:
    if sentence.owners[place] >= 0 or not sentence.words[place][:1].isalpha():
        return False
    if place:
        return sentence.is_name(place)
    return sentence.text[sentence.starts[0]].isupper() and len(sentence.words) > 1 and sentence.is_name(1)


def _says_something(sentence: Sentence, place: int, cues: Cues) -> bool:
    """Return whether a word with a capital is none of a name: one that leads a claim, or who speaks."""
    word = sentence.words[place]
    if word in cues.small or word in cues.institutions or word in cues.stops:
        return True
    return any(cue.role != "locative" for cue in sentence.cued.get(place, ()))


def _slice(sentence: Sentence, run: Sequence[int]) -> str:
    written = " ".join(sentence.text[sentence.starts[run[0]] : sentence.ends[run[-1]]].split())
    acronym = sentence.text[sentence.starts[run[0]] : sentence.ends[run[0]]].isupper()
    named = len(run) > 1 and sentence.is_name(run[1])
    return written if run[0] or acronym or named else written[:1].lower() + written[1:]
