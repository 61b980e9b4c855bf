"""A claim and the names around it in, the entity that the claim is about out: clause before sentence before heading."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from verifier.checking.claim import Claim
from verifier.checking.names import Name
from verifier.checking.sentences import Sentence
from verifier.model import Kind

__all__ = ["Subject", "choose_subject", "groups_of", "listed_subject", "parties_of_share"]

JOINING = frozenset(",/&")
MARKS = frozenset(",;:()")
AROUND = 20  # words; how much farther a name counts that only says where the subject lies
AFTER = 60  # words; a name after a number counts as so much farther away than one before
OUTSIDE = 200  # and one among the words of another number as so much
DEMOTED = 1000  # words; how far away a name counts that stands only for comparison


@dataclass(frozen=True, slots=True)
class Subject:
    """The entities that a claim may be about, best first; none where an unknown name stands in that place.

    `found` is False where the sentence names nobody.
    """

    entities: tuple[int, ...] = ()
    found: bool = True
    firm: bool = True


NOBODY = Subject(found=False)


def choose_subject(
    claim: Claim, names: Sequence[Name], *, totals: frozenset[int], fits: Callable[[int], bool]
) -> Subject:
    """Return who a claim is about, as its own sentence tells it.

    Args:
        claim: a number of the sentence.
        names: the names in the sentence, without those that are a part of the measure's own name.
        totals: the entities that sum up others: "di Indonesia" only says where one of them lies.
        fits: whether the table has the measure for an entity; it decides only among names that
            stand side by side.
    """
    listed = listed_subject(claim, names)
    if listed is not None:
        return listed
    groups = groups_of(claim.sentence, names)
    nearest = min(groups, key=lambda group: _distance(claim, group, totals), default=None)
    return _of_group(claim.sentence, nearest, fits) if nearest else NOBODY


def groups_of(sentence: Sentence, names: Sequence[Name]) -> list[list[Name]]:
    """Return the names with those side by side ("A, B, dan C") together."""
    groups: list[list[Name]] = []
    if len(names) == 1:
        return [list(names)]
    joins = {place for cue in sentence.of_role("join") for place in range(cue.first, cue.end)}
    for name in names:
        between = range(groups[-1][-1].end, name.first) if groups else range(0)
        if groups and all(sentence.words[place] in JOINING or place in joins for place in between):
            groups[-1].append(name)
        else:
            groups.append([name])
    return groups


def _of_group(sentence: Sentence, group: Sequence[Name], fits: Callable[[int], bool]) -> Subject:
    """Return the entities of names side by side: of "A, B" those that the table can speak of, of "A dan B" both."""
    known = list(dict.fromkeys(entity for name in group for entity in name.entities))
    fitting = [entity for entity in known if fits(entity)]
    joins = {cue.first for cue in sentence.of_role("join")}
    together = any(group[0].end <= place < group[-1].first for place in joins)
    if together and len(fitting) < len(known):
        return Subject(tuple(entity for entity in known if entity not in fitting))
    return Subject(tuple(fitting or known))


def _distance(claim: Claim, group: Sequence[Name], totals: frozenset[int]) -> float:
    """Return how far a group of names is from a number: before it in its own clause, then after, then farther away."""
    first, end = group[0].first, group[-1].end
    sentence = claim.sentence
    lead = min((member.first for member in claim.change), default=claim.first)
    around = totals.issuperset(group[-1].entities) and _is_led(sentence, first)
    if end <= claim.first:
        away = float(claim.first - end)
        marked = any(sentence.words[place] in MARKS for place in range(end, claim.first - 1))
        away += DEMOTED if marked and _is_compared(sentence, first) else 0
        away += AROUND if around and group[-1].entities else 0
        return away if first >= claim.left or (end <= lead and lead < claim.first) else away + OUTSIDE
    if first < claim.last:
        return 0
    cut = first >= claim.right or any(claim.last <= place < first for place in sentence.breaks)
    return AFTER + first - claim.last + (OUTSIDE if cut else 0)


def _is_led(sentence: Sentence, place: int) -> bool:
    """Return whether "di" or "in" leads to the name at `place`."""
    return any(cue.end == place for cue in sentence.of_role("locative"))


def parties_of_share(
    claim: Claim, names: Sequence[Name], *, totals: frozenset[int], topic: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the part and the whole of a share, each with no entities where the sentence does not name it.

    "A menyumbang 18 persen produksi B", "18 persen produksi B berasal dari A", "18 persen di antaranya ada di A".
    """
    before = [name for name in names if name.end <= claim.first]
    after = [name for name in names if name.first >= claim.last]
    if not before and claim.sentence.has("of_them", claim.last, claim.right):
        return (after[0].entities if after else ()), topic
    if after and (before or totals.intersection(after[0].entities)):
        part = before[-1] if before else after[1] if len(after) > 1 else None
        return (part.entities if part else ()), after[0].entities
    if len(after) > 1:
        return after[1].entities, after[0].entities
    parts = [name for name in before if not totals.intersection(name.entities)]
    wholes = [name for name in before if totals.intersection(name.entities)]
    return (parts[-1].entities if parts else ()), (wholes[-1].entities if wholes else ())


def _is_compared(sentence: Sentence, place: int) -> bool:
    """Return whether "daripada" or "dibanding" leads to the name at `place`."""
    leads = ("than", "attribution", "aside")
    return any(place - 1 <= cue.end <= place for lead in leads for cue in sentence.of_role(lead))


def listed_subject(claim: Claim, names: Sequence[Name]) -> Subject | None:
    """Return who a number of a list is about, where "masing-masing" pairs names and numbers; None where nothing does.

    Both lists must be equally long; otherwise nobody can tell, and the subject has no entities.
    """
    sentence = claim.sentence
    numbers = [number for number, mention in enumerate(sentence.mentions) if _alike(claim, mention.kind)]
    if len(numbers) < 2:
        return None
    said = sentence.has("respectively", 0, len(sentence.words))
    if not said and not _side_by_side(sentence, numbers):
        return None
    own = next((n for n in numbers if sentence.mentions[n].start == claim.start), None)
    if own is None:
        return None
    for group in _longest_first(groups_of(sentence, names)):
        if len(group) == len(numbers):
            return Subject(group[numbers.index(own)].entities)
        if len(group) > 1 and said:
            return Subject(tuple(entity for name in group for entity in name.entities), firm=False)
    return None


def _side_by_side(sentence: Sentence, numbers: Sequence[int]) -> bool:
    """Return whether all numbers of one kind are one list ("5,27 juta dan 5,61 juta ton"), with one date at most."""
    dates = sum(mention.kind is Kind.DATE for mention in sentence.mentions)
    joins = {place for cue in sentence.of_role("join") for place in range(cue.first, cue.end)}
    between = [range(sentence.spans[one][1], sentence.spans[other][0]) for one, other in pairwise(numbers)]
    return dates <= 1 and all(
        sentence.words[place] in JOINING or place in joins for places in between for place in places
    )


def _alike(claim: Claim, kind: object) -> bool:
    return kind == claim.kind


def _longest_first(groups: Iterable[list[Name]]) -> list[list[Name]]:
    return sorted(groups, key=len, reverse=True)
