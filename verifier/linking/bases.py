"""A share in, the words of the whole that it is one of out: "health spending" in "15 percent of health spending"."""

from collections.abc import Sequence, Set

from verifier.claims.claim import Claim, is_fraction
from verifier.claims.names import Name
from verifier.claims.sentences import Sentence
from verifier.linking.concepts import POPULATION
from verifier.linking.traits import PERCENT
from verifier.model import Kind

__all__ = ["base_of", "phrase_end"]

LONGEST = 8  # words of a phrase
LEADS = ("share_of", "among")
AMOUNTS = ("modifier", "role")  # "about" before a number


def base_of(claim: Claim, names: Sequence[Name], people: Set[str]) -> range:
    """Return the places of the words that name the whole of a share; none where nothing is a whole.

    Args:
        claim: the number.
        names: of entities in its sentence.
        people: the nouns that count a population; right behind a percent they need no "of" and say nothing more.
    """
    if not (claim.unit == PERCENT or claim.kind is Kind.RATIO or is_fraction(claim)):
        return range(0)
    sentence = claim.sentence
    lead = next((cue.end for cue in sentence.of_role("share_of") if cue.first == claim.last), None)
    if lead is None:
        lead = claim.last if _stands_bare(claim, people) else _lead_of_the_clause_before(claim)
    return range(lead, phrase_end(sentence, lead, names)) if lead is not None else range(0)


def _stands_bare(claim: Claim, people: Set[str]) -> bool:
    """Return whether the whole stands right behind the percent, where a noun leads its own: "15 persen belanja"."""
    sentence, place = claim.sentence, claim.last
    if sentence.lexicon.modifiers_first or place >= len(sentence.words) or claim.kind is not Kind.PERCENT:
        return False
    word = sentence.words[place]
    whole = [cue.meaning for cue in sentence.of_role("concept") if cue.first == place]
    return bool(whole) and POPULATION not in whole and word not in people and word not in sentence.lexicon.enders


def _lead_of_the_clause_before(claim: Claim) -> int | None:
    """Return where the whole begins in "Of those users, 69 percent …"; None where nothing leads to one."""
    sentence = claim.sentence
    comma = max((place for place in sentence.breaks if place < claim.first), default=-1)
    if comma <= 0 or sentence.words[comma] != ",":
        return None
    led = {place for role in AMOUNTS for cue in sentence.of_role(role) for place in range(cue.first, cue.end)}
    if any(
        place not in led and sentence.words[place] not in sentence.lexicon.small
        for place in range(comma + 1, claim.first)
    ):
        return None
    first = max((place + 1 for place in sentence.breaks if place < comma), default=0)
    return next((cue.end for role in LEADS for cue in sentence.of_role(role) if cue.first == first), None)


def phrase_end(sentence: Sentence, first: int, names: Sequence[Name]) -> int:
    """Return the word after a phrase with a noun: it ends where a number, a mark, a verb or another phrase begins."""
    words, lexicon = sentence.words, sentence.lexicon
    named = {place for name in names for place in range(name.first, name.end)}
    genitives = {cue.first for role in ("genitive", "share_of") for cue in sentence.of_role(role)}
    changing = {cue.first for cue in sentence.of_role("change")}
    begun = False
    for place in range(first, min(len(words), first + LONGEST)):
        word = words[place]
        if sentence.owners[place] >= 0 or not word.isalnum() or place in changing:
            return place
        if place in named:
            if begun and not lexicon.modifiers_first:  # "dari penduduk Aceh | miskin"
                return place
            begun = True
        elif word in lexicon.enders and word[1:] and begun and place not in genitives:  # not the "s" of "Bali's"
            return place
        elif word not in lexicon.small:
            begun = True
    return min(len(words), first + LONGEST)
