"""One sentence as the tests of claims and of linking read it."""

from verifier.claims.cues import cues_of
from verifier.claims.sentences import read_sentences
from verifier.extraction import extract

__all__ = ["sentence_of"]


def sentence_of(language, text, *, day=None):
    """Return the only sentence of a text, which is of the given day."""
    mentions = extract(text, language=language, reference_date=day)
    [sentence] = read_sentences(text, mentions, cues_of(language), frozenset())
    return sentence
