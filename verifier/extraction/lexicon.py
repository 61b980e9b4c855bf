"""The code of a language in, all that the stages look up in it out."""

import re
from dataclasses import dataclass
from functools import cache

from verifier.extraction.anchors import anchor_pattern
from verifier.extraction.compounds import compound_pattern
from verifier.extraction.pack_words import pack_words
from verifier.extraction.phrases import NOTHING, Entry, Node, phrase_trie
from verifier.extraction.surfaces import Surfaces
from verifier.pack import Pack
from verifier.packs import language_code, load_words

__all__ = ["NOTHING", "Entry", "Lexicon", "Node", "lexicon"]


@dataclass(slots=True)
class Lexicon:
    """All that the stages look up in one language."""

    pack: Pack
    root: dict[str, Node]  # of the trie of phrases
    surfaces: Surfaces
    anchor: re.Pattern[str]
    attributes: frozenset[str]  # words between a number and its noun
    cues: dict[str, str]  # words that settle what an ambiguous unit means, and the unit


def lexicon(language: str) -> Lexicon:
    """Return the look-up tables of `language`, built once."""
    return _lexicon(language_code(language))


@cache
def _lexicon(language: str) -> Lexicon:
    pack = load_words(language)
    root = phrase_trie(pack_words(pack))
    compounds = compound_pattern(pack.numerals)
    cues = {word: unit for unit, words in pack.units.cues.items() for word in words}
    surfaces = Surfaces(root, pack.numerals, compounds)
    attributes = frozenset(pack.phrases.attributes)
    return Lexicon(pack, root, surfaces, anchor_pattern(root, pack), attributes, cues)
