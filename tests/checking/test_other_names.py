"""One more name for a measure: trying it gives what a table with that name gives, and shared words make kin."""

import pytest

from verifier.checking.kinship import Kinship
from verifier.claims.cues import cues_of, split_words, table_cues
from verifier.linking.measures import Measures
from verifier.reference import Key

NAMES = [
    ("produksi padi", ()),
    ("produksi jagung", ("panen jagung",)),
    ("jumlah penduduk", ("penduduk",)),
    ("persentase penduduk miskin (P0)", ()),
    ("laba bersih", ()),
    ("laju pertumbuhan PDB, harga konstan", ()),
]
OTHER = [
    "panen padi",
    "untung bersih",
    "angka kemiskinan",
    "hasil",
    "jumlah",
    "produksi padi",
    "PDB (riil)",
    "panen raya",
]
SENTENCES = [
    "panen padi mencapai rekor", "untung bersih perusahaan", "angka kemiskinan penduduk", "hasil panen jagung raya",
    "pertumbuhan pdb riil dan laba", "produksi jagung dan padi", "kabar lain",
]  # fmt: skip


def laid_out(names):
    """Return names as they are looked for in an Indonesian text."""
    return Measures(names, table_cues("id"), cues_of("id"))


def fits_of(measures, sentence):
    """Return which measures a sentence names, with scores, words and concepts."""
    words = split_words(sentence)
    concepts = [(cue.first, cue.end, cue.meaning) for cue in cues_of("id").tag(words) if cue.role == "concept"]
    found = measures.fits(measures.read(words, concepts), lambda place: 1 - place / 100)
    return {fit.measure: (round(fit.score, 12), round(fit.weight, 12), fit.places, fit.concepts) for fit in found}


@pytest.mark.parametrize("other", OTHER)
@pytest.mark.parametrize("measure", range(len(NAMES)))
def test_one_more_name_is_as_if_it_had_always_been_there(measure, other):
    before = laid_out(NAMES)
    twin = before.with_name(measure, other)
    named = [
        (label, (*others, other)) if at == measure else (label, others) for at, (label, others) in enumerate(NAMES)
    ]
    anew = laid_out(named)
    for sentence in SENTENCES:
        assert fits_of(twin, sentence) == fits_of(anew, sentence)
        assert fits_of(before, sentence) == fits_of(laid_out(NAMES), sentence)  # and those before are as they were


def test_two_more_names_one_after_the_other():
    twin = laid_out(NAMES).with_name(0, "panen padi").with_name(0, "panen raya")
    anew = laid_out([("produksi padi", ("panen padi", "panen raya")), *NAMES[1:]])
    assert [fits_of(twin, sentence) for sentence in SENTENCES] == [fits_of(anew, sentence) for sentence in SENTENCES]


KIN = [
    # phrase                  number = weight: 1 / how many names have the word
    ("panennya padi",         {0: 1.0, 1: 0.5, 2: 0.5}),   # "panen" in some form is in the names 1 and 2
    ("PADI",                  {0: 1.0}),
    ("tpt",                   {3: 1.0}),
    ("tp",                    {}),                         # a beginning of every word is needed
    ("jumlah",                {}),                         # it says nothing
    ("ekspor",                {}),
    ("",                      {}),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "weights"), KIN)
def test_kinship(phrase, weights):
    keys = [
        Key("jumlah padi"),
        Key("panen jagung"),
        Key("panen kedelai"),
        Key("tingkat pengangguran terbuka"),
    ]
    assert Kinship(keys, cues_of("id")).weights([phrase]) == weights
