"""A claim and the names around it in, those of its other side out: what it is compared with, the whole of a part."""

from collections.abc import Sequence

from verifier.claims.claim import Claim
from verifier.claims.names import Name
from verifier.claims.sentences import Sentence
from verifier.model import Kind
from verifier.verdict import Relation

__all__ = ["is_other_side", "parties_of_share", "split_at"]

OF = frozenset({"quantity", "role", "locative", "concept"})
FAR = 8  # words between "daripada" and the other side of a comparison
THAT_OF = 3  # words from a multiple to its other side: "twice that of the Velm"


def is_other_side(claim: Claim, name: Name) -> bool:
    """Return whether a name after a multiple is its other side: "empat kali lipat penduduk Banten"."""
    if claim.than >= 0 and _is_dated(claim.sentence, claim.than, name.first):
        return False  # "half as many again as in 2019, and the Liberty Party"
    if claim.relation is Relation.COMPARISON or (claim.than >= 0 and claim.verb is None):
        cut = claim.sentence.is_cut(claim.than, name.first)
        return name.first - claim.than <= FAR and not (cut and claim.relation is Relation.COMPARISON)
    if claim.sentence.has("relative", claim.last, claim.last + 1) and name.first - claim.last <= THAT_OF:
        return True
    cut = claim.sentence.is_cut(claim.last, name.first)
    return claim.verb is None and not cut and name.first < claim.right


def parties_of_share(
    claim: Claim, names: Sequence[Name], *, totals: frozenset[int], topic: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the part and the whole of a share, each with no entities where the sentence does not name it.

    "A menyumbang 18 persen produksi B", "18 persen produksi B berasal dari A", "18 persen di antaranya ada di A".
    """
    before = [name for name in names if name.end <= claim.first]
    cut = min((place for place in claim.sentence.breaks if place >= claim.after), default=len(claim.sentence.words))
    after = [name for name in names if claim.last <= name.first < cut]
    if not before and claim.sentence.has("of_them", claim.last, claim.right):
        return (after[0].entities if after else ()), topic
    if after and (before or totals.intersection(after[0].entities)):
        part = before[-1] if before else after[1] if len(after) > 1 else None
        return (part.entities if part else ()), after[0].entities
    if len(after) > 1:
        return after[1].entities, after[0].entities
    if after and not before:
        of = _is_led_by_of(claim, after[0])  # "its depth is half that of Velden"
        return ((), after[0].entities) if of else (after[0].entities, ())
    parts = [name for name in before if not totals.intersection(name.entities)]
    wholes = [name for name in before if totals.intersection(name.entities)]
    return (parts[-1].entities if parts else ()), (wholes[-1].entities if wholes else ())


def _is_led_by_of(claim: Claim, name: Name) -> bool:
    """Return whether a name right behind a part is its whole: "half that of Velden", "separuh dari luas Velden"."""
    sentence = claim.sentence
    led = sentence.has("quantity", claim.last, name.first)
    led = led or any(cue.meaning == "from" and cue.first == claim.last for cue in sentence.of_role("role"))
    between = range(claim.last, name.first)
    said = {place for cue in sentence.cues if cue.role in OF for place in range(cue.first, cue.end)}
    return led and all(place in said or sentence.words[place] in sentence.lexicon.small for place in between)


def split_at(names: Sequence[Name], place: int) -> tuple[list[Name], list[Name]]:
    """Return the names before a word, and those from it on."""
    return [name for name in names if name.first < place], [name for name in names if name.first >= place]


def _is_dated(sentence: Sentence, first: int, end: int) -> bool:
    """Return whether a break and a date before it stand between two words."""
    cut = next((place for place in sentence.breaks if first <= place < end), None)
    owners = {owner for owner in sentence.owners[first:cut] if owner >= 0}
    return cut is not None and any(sentence.mentions[owner].kind is Kind.DATE for owner in owners)
