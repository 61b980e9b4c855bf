"""The shape of the words around numbers that state no fact: one file of a language pack."""

from dataclasses import dataclass, field

from verifier.pack_types import Meanings, Words

__all__ = ["Noise"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Noise:
    """What looks like a number and states nothing (`noise.toml`)."""

    labels: Meanings = field(default_factory=dict)  # reason = words before an identifier
    ordinal_names: Words = ()  # "Infantry": with a capital it makes a name of the ordinal before it
    labels_after: Words = ()  # "St", "Ave" after a house number
    lettered: Words = ()  # "bus": behind a number with a letter that is no unit then, "the 12C bus"
    blocks: Words = ()  # "block": behind hundreds it is a part of a street, "the 1500 block of Oak Street"
    streets: Words = ()  # of these, those that follow a number in lower case too: "on 4th street"
    totals: Words = ()  # "jumlah", "total": a label behind them is what is counted, "jumlah kamar 45"
    sub_labels: Words = ()  # "angka" in "Pasal 1 angka 5": labels only under another label
    code_nouns: Words = ()  # "kode", "phone number": what a bare number behind a copula is then
    magnitudes: Words = ()  # "M" in "M5,6": with a decimal behind it an earthquake, no name
    copulas: Words = ()  # "adalah", "is"
    chapter_leads: Words = ()  # "QS" before the name of a chapter and its verse, "KRI" before that of a ship
    version_words: Words = ()  # behind "2.0": "release"
    version_leads: Words = ()  # before "8.0" alone: "for"
    fixed: Words = ()  # "salah satu", "one of"
    either_tails: Words = ()  # "or another": what one of the kind counts is no one thing then, "one scam or another"
    once: Words = ()  # "one day": no measure unless a word such as "within" measures it
    pronouns: Words = ()  # number words that count only before a noun: "one"
    pronoun_leads: Words = ()  # "can": behind these nobody is counted in "can one read a map"
    products: Words = ()  # of `labels`, those that name one thing, whatever the number counts: "Windows 8 users"
    stages: Words = ()  # "day": a number behind these numbers them, "on day 3"
    sound_digits: Words = ()  # digits that stand for a word in text messages: "2" and "4"
    texting: Words = ()  # words of such messages: "u", "gonna"
    works: Words = ()  # "film": a number that begins the title of one is none of its own
    work_copulas: Words = ()  # before them: "is a"
    emoticons: Words = ()  # "<3"
    compound_beginnings: Words = ()  # "methyl": behind a number and a hyphen the number is that of an atom
    sound_verbs: Words = ()  # "do": before these a digit of `sound_digits` is a word too, "i wan 2 do it"
    standards: Words = ()  # "802.11": numbers that are always the name of a standard
    software: Words = ()  # "kernel": where these stand, a lone decimal is most often a version
    label_leads: Words = ()  # "in": a noun without an article behind them has its number behind it, "in test 3"
    quantities: Words = ()  # "length": what a number behind them measures, "of length 5"
    adverb_endings: Words = ()  # "ly": of words that are no such nouns
    road_leads: Words = ()  # "on": behind these and an article a number alone is a road, "on the 405"
    statutes: Words = ()  # "Act": with a capital behind "7 of the" the number is that of a section
    label_verbs: Words = ()  # labels that are other words too: "build 40 plants" counts
    foreign_articles: Words = ()  # "the" in Indonesian: a number behind it is a part of a foreign name
    names: Words = ()  # "Perang Dunia", names that hold a number word
    titles: Words = ()  # "Six Flags": names with a number, with the capitals that they are written with
