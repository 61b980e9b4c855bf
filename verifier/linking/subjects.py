"""A claim and the names around it in, the entity that the claim is about out: clause before sentence before heading."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from verifier.claims.claim import Claim
from verifier.claims.names import Name
from verifier.claims.sentences import Sentence
from verifier.linking.bystanders import is_after_a_pronoun, is_aside, is_only_mentioned
from verifier.model import Kind
from verifier.verdict import Reason, Relation

__all__ = [
    "Subject",
    "choose_subject",
    "groups_of",
    "is_compared",
    "is_led",
    "listed_before",
]

JOINING = frozenset(",/&")
MARKS = frozenset(",;:()")
COMPARING = ("than", "comparison", "over", "attribution", "aside", "equative")
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
    doubt: Reason = Reason.UNKNOWN_MEASURE  # why it is not


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
    listed = _listed_subject(claim, names)
    if listed is not None:
        return listed
    groups = [group for group in groups_of(claim.sentence, names) if not is_aside(claim, group)]
    described = _described(claim, groups)
    if described is not None:
        return _of_group(claim.sentence, described, fits)
    if not groups:
        return NOBODY
    nearest = groups[0] if len(groups) == 1 else min(groups, key=lambda group: _distance(claim, group, totals))
    beside = _is_other_only(claim, nearest) or _is_only_around(claim, nearest, totals)
    if beside or is_after_a_pronoun(claim, nearest):
        return NOBODY
    subject = _of_group(claim.sentence, nearest, fits)
    return replace(subject, firm=False) if is_only_mentioned(claim, nearest) else subject


def _is_other_only(claim: Claim, group: Sequence[Name]) -> bool:
    """Return whether a number stands behind the one with whom somebody is compared: "it has fewer than Oak: 31"."""
    end = group[-1].end
    if end >= claim.first or claim.relation is not Relation.LEVEL or not is_compared(claim.sentence, group[0].first):
        return False
    pointed = claim.sentence.has("pronoun", 0, group[0].first)
    return pointed and any(claim.sentence.words[place] in MARKS for place in range(end, claim.first))


def _is_only_around(claim: Claim, group: Sequence[Name], totals: frozenset[int]) -> bool:
    """Return whether the total of all is only where somebody lies: "it had 5, the most in the borough"."""
    sentence, first = claim.sentence, group[0].first
    if first < claim.last or not totals.issuperset(group[-1].entities) or not is_led(sentence, first):
        return False
    cut = first >= claim.right or sentence.is_cut(claim.last, first)
    return (cut or claim.relation is Relation.RANK) and sentence.has("pronoun", 0, first)


def _described(claim: Claim, groups: Sequence[Sequence[Name]]) -> Sequence[Name] | None:
    """Return the names that the clause of a number is about: "daripada Maluku, yang luasnya 5 km²"."""
    before = [group for group in groups if group[-1].end < claim.first]
    if not before or any(group[0].first >= before[-1][-1].end for group in groups if group[-1].end <= claim.first):
        return None
    end = before[-1][-1].end
    comma = claim.sentence.words[end] == ","
    later = [place for place in claim.sentence.breaks if end + 1 < place < claim.first]
    return before[-1] if comma and not later and claim.sentence.has("relative", end + 1, end + 2) else None


def groups_of(sentence: Sentence, names: Sequence[Name]) -> list[list[Name]]:
    """Return the names with those side by side ("A, B, dan C") together."""
    groups: list[list[Name]] = []
    if len(names) < 2:
        return [list(names)] if names else groups
    joins = {place for cue in sentence.of_role("join") for place in range(cue.first, cue.end)}
    said = {cue.first for cue in sentence.cues}
    for name in names:
        between = range(groups[-1][-1].end, name.first) if groups else range(0)
        if len(between) > 1 and sentence.words[between[-1]] in sentence.lexicon.small and between[-1] not in said:
            between = between[:-1]  # "the Velm and the Ostra"
        if groups and all(sentence.words[place] in JOINING or place in joins for place in between):
            groups[-1].append(name)
        else:
            groups.append([name])
    return groups


def _of_group(sentence: Sentence, group: Sequence[Name], fits: Callable[[int], bool]) -> Subject:
    """Return the entities of names side by side: of "A, B" those that the table can speak of, of "A dan B" both."""
    if len(group) == 1 == len(group[0].entities):
        return Subject(group[0].entities)
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
    if end <= claim.first:
        away = float(claim.first - end)
        if is_compared(sentence, first):
            marked = any(sentence.words[place] in MARKS for place in range(end, claim.first - 1))
            marked = marked or sentence.words[claim.first - 1] == ":" or sentence.has("join", end, claim.first)
            away += DEMOTED if marked else 0
        entities = group[-1].entities
        away += AROUND if entities and totals.issuperset(entities) and is_led(sentence, first) else 0
        return away if first >= claim.left or (end <= lead and lead < claim.first) else away + OUTSIDE
    if first < claim.last:
        return 0
    cut = first >= claim.right or sentence.is_cut(claim.last, first)
    return AFTER + first - claim.last + (OUTSIDE if cut else 0)


def is_led(sentence: Sentence, place: int) -> bool:
    """Return whether "di" or "in" leads to the name at `place`, past "the"."""
    place -= place > 0 and sentence.words[place - 1] in sentence.lexicon.determiners
    return any(cue.end == place for cue in sentence.of_role("locative"))


def is_compared(sentence: Sentence, place: int) -> bool:
    """Return whether "daripada", "dibanding" or "points behind" leads to the name at `place`."""
    if sentence.roles.keys().isdisjoint(COMPARING):
        return False
    leads = [cue for lead in COMPARING[:-1] for cue in sentence.of_role(lead)]
    equated = sentence.of_role("equative")[1:]  # the second of "as many as"
    near = place if sentence.has("join", place - 1, place) else place - 1  # "225 MB more and Orbit"
    return any(near <= cue.end <= place for cue in (*leads, *equated))


def _listed_subject(claim: Claim, names: Sequence[Name]) -> Subject | None:
    """Return who a number of a list is about, where "masing-masing" pairs names and numbers; None where nothing does.

    Both lists must be equally long; otherwise nobody can tell, and the subject has no entities.
    """
    sentence = claim.sentence
    numbers = [number for number, mention in enumerate(sentence.mentions) if mention.kind is claim.kind]
    if len(numbers) < 2:
        return None
    own = next((n for n in numbers if sentence.mentions[n].start == claim.start), None)
    if own is None:
        return None
    said = sentence.has("respectively", 0, len(sentence.words))
    runs = list(_runs(sentence, numbers))
    if said and max(map(len, runs)) > 1:
        numbers = next(run for run in runs if own in run)
        if len(numbers) < 2:
            return None
    elif not said and not (len(runs) == 1 and _is_dated_once(sentence)):
        return None
    for group in _longest_first(groups_of(sentence, names)):
        if len(group) == len(numbers):
            return Subject(group[numbers.index(own)].entities)
        if len(group) > 1 and said:
            return Subject(tuple(entity for name in group for entity in name.entities), firm=False)
    return None


def listed_before(claim: Claim, listed: Sequence[tuple[int, ...]]) -> Subject | None:
    """Return who a number of a list is about that names nobody: "they stood at 398 and 1,020 million".

    It is who stands at the same place among those `listed` last; nobody, where there are not as many.
    """
    sentence = claim.sentence
    numbers = [number for number, mention in enumerate(sentence.mentions) if mention.kind is claim.kind]
    own = next((n for n in numbers if sentence.mentions[n].start == claim.start), None)
    run = next((run for run in _runs(sentence, numbers) if own in run), []) if own is not None else []
    if own is None or len(run) < 2 or len(listed) < 2:
        return None
    return Subject(listed[run.index(own)]) if len(listed) == len(run) else Subject()


def _runs(sentence: Sentence, numbers: Sequence[int]) -> Iterator[list[int]]:
    """Yield the numbers that are one list ("5,27 juta dan 5,61 juta ton"), each list together."""
    joins = {place for cue in sentence.of_role("join") for place in range(cue.first, cue.end)}
    run = [numbers[0]]
    for one, other in pairwise(numbers):
        between = range(sentence.spans[one][1], sentence.spans[other][0])
        if all(sentence.words[place] in JOINING or place in joins for place in between):
            run.append(other)
        else:
            yield run
            run = [other]
    yield run


def _is_dated_once(sentence: Sentence) -> bool:
    return sum(mention.kind is Kind.DATE for mention in sentence.mentions) <= 1


def _longest_first(groups: Iterable[list[Name]]) -> list[list[Name]]:
    return sorted(groups, key=len, reverse=True)
