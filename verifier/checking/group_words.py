"""The further dimensions of a table in, all words for the parts that they tell apart out."""

from verifier.checking.cues import split_words, table_cues
from verifier.checking.layout import Table

__all__ = ["group_words"]


def group_words(table: Table, language: str) -> frozenset[str]:
    """Return the words in the further dimensions of a table, with all others for the same ("pria", "laki-laki").

    A single letter is a code there ("A" for a year), and no word of a text.
    """
    words = {word for texts in table.dimensions.values() for text in texts for word in split_words(text) if word[1:]}
    cues = table_cues(language)
    meant = {
        cue.meaning for texts in table.dimensions.values() for text in texts for cue in cues.tag(split_words(text))
    }
    for first, entries in cues.heads.items():
        if any(not rest and meaning in meant for rest, _, meaning in entries):
            words.add(first)
    return frozenset(words)
