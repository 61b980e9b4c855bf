"""A refuted rank in, the edits that make it the right one out: another ordinal, one more, or none."""

from decimal import Decimal

from verifier.checking.derived import Tools
from verifier.checking.judge import Judgement
from verifier.claims.claim import Claim
from verifier.packs import load_pack
from verifier.verdict import Edit

__all__ = ["rank_edits"]

ONE = Decimal(1)


def rank_edits(judged: Judgement, tools: Tools) -> tuple[Edit, ...]:
    """Return the rank that the rows give: another ordinal, or one beside a bare superlative."""
    claim, derived = judged.link.claim, judged.derived
    untold = bool(judged.link.others) and not judged.link.lasting  # a year that the table does not have
    steepest = claim.verb is not None and claim.verb.role == "steepest"  # no ordinal goes with it
    if derived is None or derived.value is None or untold or steepest:
        return ()
    word = _ordinal_word(int(derived.value), tools.language)
    if not word:
        return ()
    if claim.mention is not None:
        if derived.value == ONE:
            return _without_ordinal(claim)
        return (Edit(claim.start, claim.end, word),)
    if load_pack(tools.language).claims.modifiers_first:
        place = _past_article(claim)
        return (Edit(place, place, f"{word} "),)
    return (Edit(claim.end, claim.end, f" {word}"),)


def _past_article(claim: Claim) -> int:
    """Return where an ordinal goes before a superlative: at once, or behind the small word of "the most"."""
    sentence = claim.sentence
    led = claim.last - claim.first > 1 and sentence.words[claim.first] in sentence.lexicon.small
    return sentence.starts[claim.first + led]


def _without_ordinal(claim: Claim) -> tuple[Edit, ...]:
    """Return the edit that makes "terbesar kedua" the bare superlative."""
    sentence = claim.sentence
    if claim.verb is None:
        return ()
    if claim.verb.first >= claim.last:
        return (Edit(claim.start, sentence.starts[claim.verb.first], ""),)
    return (Edit(sentence.ends[claim.verb.end - 1], claim.end, ""),)


def _ordinal_word(rank: int, language: str) -> str:
    """Return the word for a rank, "" where the language has none that is known: "kedua", "second"."""
    numerals = load_pack(language).numerals
    word = next((word for word, value in numerals.ordinals.items() if value == rank), "")
    if word:
        return word
    cardinal = next((word for word, value in numerals.cardinals.items() if value == rank), "")
    if numerals.ordinal_prefixes:
        shown = cardinal or str(rank)
        prefix = numerals.ordinal_prefixes[-1] if cardinal else numerals.ordinal_prefixes[0]
        return f"{prefix}{shown}"
    return f"{rank}{numerals.ordinal_suffixes[-1]}" if numerals.ordinal_suffixes else ""
