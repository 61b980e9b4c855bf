import pytest

from verifier.claims.cues import cues_of, split_words
from verifier.claims.sentences import read_sentences
from verifier.extraction import extract

CUTS = [
    # text, its sentences
    ("Satu. Dua! Tiga?", ["Satu.", "Dua!", "Tiga?"]),
    ("Harga Rp 1.500,50 naik. Lalu turun.", ["Harga Rp 1.500,50 naik.", "Lalu turun."]),
    ("Menurut Dr. Ani, harga naik. Benar.", ["Menurut Dr. Ani, harga naik.", "Benar."]),
    ("Kata A. Yani di sana. Benar.", ["Kata A. Yani di sana.", "Benar."]),
    ("Lebih tinggi daripada Bali's. Benar.", ["Lebih tinggi daripada Bali's.", "Benar."]),  # "s" is no initial here
    ("Belanja R&D. Benar.", ["Belanja R&D.", "Benar."]),
    ("Judul Berita\n\nIsinya di sini.", ["Judul Berita", "Isinya di sini."]),
    ("# Jawa Barat\nPenduduknya padat.", ["# Jawa Barat", "Penduduknya padat."]),
    ('"Benar," katanya. "Salah."', ['"Benar," katanya.', '"Salah."']),
    ("Baris yang cukup panjang sehingga harus\ndipatahkan oleh lebarnya di sini. Dan lagi.",
     ["Baris yang cukup panjang sehingga harus\ndipatahkan oleh lebarnya di sini.", "Dan lagi."]),
    ("", []),
    ("\n\n  \n", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sentences"), CUTS)
def test_a_text_is_cut_into_sentences(text, sentences):
    found = list(read_sentences(text, [], cues_of("id"), frozenset(["dr"])))
    assert [text[one.start : one.end] for one in found] == sentences


def test_a_unit_that_looks_like_a_title_ends_its_sentence():
    text = "The store takes 12.6 ms. The other takes 9.5 ms. Ask Ms. Ani."
    found = read_sentences(text, extract(text, language="en"), cues_of("en"), frozenset(["ms"]))
    assert [text[one.start : one.end] for one in found] == [
        "The store takes 12.6 ms.",
        "The other takes 9.5 ms.",
        "Ask Ms. Ani.",
    ]


def test_headings_are_known():
    text = "# Jawa Barat\n\nPenduduk Banten 2023\n\nIsinya panjang sekali di sini."
    assert [one.heading for one in read_sentences(text, [], cues_of("id"), frozenset())] == [True, True, False]


def test_each_mention_belongs_to_the_sentence_that_holds_it():
    text = "Ada 5 juta jiwa. Lalu ada 6 juta jiwa, dan 7 juta lagi."
    sentences = list(read_sentences(text, extract(text, language="id"), cues_of("id"), frozenset()))
    assert [[mention.text for mention in one.mentions] for one in sentences] == [["5 juta"], ["6 juta", "7 juta"]]


def test_words_know_the_mention_that_they_belong_to():
    text = "Ada 4,1 juta barel di sana."
    [sentence] = read_sentences(text, extract(text, language="id"), cues_of("id"), frozenset())
    owned = [word for word, owner in zip(sentence.words, sentence.owners, strict=True) if owner == 0]
    assert owned == ["4", ",", "1", "juta", "barel"]
    assert sentence.spans == [(1, 6)]


def test_a_clause_between_commas_is_an_inset():
    text = "India, which joined in 2020, grew."
    [sentence] = read_sentences(text, [], cues_of("en"), frozenset())
    assert not sentence.beside(sentence.words.index("2020"), sentence.words.index("grew"))
    assert sentence.beside(sentence.words.index("india"), sentence.words.index("grew"))


@pytest.mark.parametrize("character", ["İ", "ß", "\u0301", "😀", "\0", "\ud800"])
def test_places_index_the_text_as_given(character):
    text = f"{character} Harga naik 5 persen."
    *_, sentence = read_sentences(text, [], cues_of("id"), frozenset())
    for word, start, end in zip(sentence.words, sentence.starts, sentence.ends, strict=True):
        assert text[start:end].lower().startswith(word[:1]) or character in text[start:end]


def test_a_text_without_an_end_is_cut_so_that_work_stays_bounded():
    text = "kata " * 5_000
    assert max(one.end - one.start for one in read_sentences(text, [], cues_of("id"), frozenset())) <= 4_000


def test_words_are_parted_at_hyphens_and_apostrophes():
    assert split_words("laki-laki, Indonesia's GDP_growth") == ["laki", "laki", "indonesia", "s", "gdp", "growth"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("kemiskinan", "miskin"), ("berpenduduk", "penduduk"), ("memproduksi", "produksi"), ("luasnya", "luas")],
)
def test_forms_of_a_word_share_a_stem(one, other):
    cues = cues_of("id")
    assert cues.stems(one) & cues.stems(other)
