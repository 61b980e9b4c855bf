"""The scan: which tokens a text is cut into, and that what cannot be numeric is not cut at all."""

import pytest
from extraction.stages import tokens_after

from verifier import extract

TOKENS = [
    # language, text, its tokens: word unless the kind stands behind it
    ("id", "dua rumah",                   "dua | rumah"),
    ("id", "harga Rp1.500,50",            "harga | Rp | 1.500,50:numeral"),
    ("id", "sekitar 4,1 juta barel",      "sekitar | 4,1:numeral | juta | barel"),
    ("id", "kira-kira 5 km²",             "kira-kira:phrase | 5:numeral | km | ²:power"),
    ("id", "lebih dari 5",                "lebih dari:phrase | 5:numeral"),
    ("id", "lebih  dari 5",               "lebih  dari:phrase | 5:numeral"),           # any white space joins a phrase
    ("id", "ke-12",                       "ke-:phrase | 12:numeral"),
    ("id", "5-10 persen",                 "5:numeral | -:sign | 10:numeral | persen"),
    ("id", "pada 2024-05-12.",            "pada | 2024-05-12:iso | .:sign"),
    ("id", "(13/10/2024)",                "(:sign | 13/10/2024:slashed | ):sign"),
    ("id", "13/10/20245",                 "13:numeral | /:sign | 10:numeral | /:sign | 20245:numeral"),
    ("id", "pukul 12:30 siang",           "pukul | 12:30:clock | siang"),
    ("id", "pukul ١٢:٣٠",               "pukul | ١٢:٣٠:clock"),                       # in any script
    ("id", "١٢:٦٠",                       "١٢:numeral | ::sign | ٦٠:numeral"),
    ("id", "1:2:3:4",                     "1:numeral | ::sign | 2:numeral | ::sign | 3:numeral | ::sign | 4:numeral"),
    ("id", "1 234 567 orang",             "1 234 567:numeral | orang"),
    ("id", "1 234 orang",                 "1:numeral | 234:numeral | orang"),          # one plain space may be chance
    ("id", "1\u00a0234,5 ton",            "1\u00a0234,5:numeral | ton"),
    ("id", "3½ kg",                       "3:numeral | ½:numeral | kg"),
    ("id", "5%.",                         "5:numeral | %:sign | .:sign"),
    ("id", "angka 5. Lalu",               "angka | 5:numeral | .:sign | Lalu"),       # the stop is no part of it
    ("id", "5,",                          "5:numeral | ,:sign"),
    ("id", "lihat www.a.com/5 atau 6",    "lihat | www.a.com/5:url | atau | 6:numeral"),
    ("id", "surat a5@b.id, 6",            "surat | a5@b.id:url | ,:sign | 6:numeral"),
    ("id", "x_1",                         "x | _:sign | 1:numeral"),
    ("id", "F1",                          "F | 1:numeral"),
    ("id", "satu.\n\nDua",                "satu | .:sign | Dua"),
    ("id", "５，５",                        "５:numeral | ，:sign | ５:numeral"),
    ("id", "٣.٥",                         "٣.٥:numeral"),
    ("id", "İ 5 İ",                       "İ | 5:numeral | İ"),                       # its lower case is longer
    ("id", "5\u20e3",                     "5:numeral | \u20e3:sign"),
    ("en", "one o'clock",                 "one | o'clock"),
    ("en", "at least 5,000 people",       "at least:phrase | 5,000:numeral | people"),
    ("en", "twenty-one",                  "twenty | -:sign | one"),
    ("en", "$1,234.50 a year",            "$:sign | 1,234.50:numeral | a | year"),
    ("en", "the 1990s",                   "the | 1990:numeral | s"),
    ("en", "5'10\"",                      "5:numeral | ':sign | 10:numeral | \":sign"),
    ("en", "it's 5",                      "it's | 5:numeral"),
    ("en", "2024-05-12T10:30:00Z",        "2024-05-12T10:30:00Z:iso"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "tokens"), TOKENS)
def test_the_tokens_of_a_text(language, text, tokens):
    cut = [
        surface if kind == "word" else f"{surface}:{kind}" for kind, surface, _ in tokens_after("scan", text, language)
    ]
    assert " | ".join(cut) == tokens


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(
    "text", ["", " ", "\n", "Kata", "Rp", "%", "…", "a" * 1000, "Kata para ahli itu. " * 50, "\ud800"]
)
def test_text_without_anything_numeric_is_not_cut(language, text):
    assert tokens_after("scan", text, language) == []


def test_words_far_from_a_number_are_not_cut():
    far = "kata " * 200
    cut = [surface for _, surface, _ in tokens_after("scan", f"{far}5 km {far}7 km {far}", "id")]
    assert cut.count("km") == 2
    assert len(cut) < 80


@pytest.mark.parametrize("behind", range(20, 60))
def test_no_window_ends_inside_the_last_word(behind):
    """The end of a word is no word: "Mar" of "Maroko" is no month, wherever the window behind a number would end."""
    text = f"5 persen {'kata ' * (behind // 5)}{'a' * (behind % 5)} Maroko."
    assert [mention.text for mention in extract(text, language="id")] == ["5 persen"]


@pytest.mark.parametrize("text", ["tiga", "(Tiga)", "satu.\n\ntiga", "é tiga", "“tiga”", "5,tiga", "x5", "½", "٣"])
def test_a_number_is_found_whatever_stands_before_it(text):
    assert tokens_after("scan", text, language="id")


@pytest.mark.parametrize("text", ["étiga", "_tiga", "tigaé", "tiga_", "betiga"])
def test_no_part_of_a_word_is_a_number(text):
    assert not tokens_after("scan", text, language="id")


@pytest.mark.parametrize("space", [" ", "  ", "\n", "\n  ", "\u00a0"])
@pytest.mark.parametrize(
    ("language", "phrase"),
    [("id", "tahun lalu"), ("id", "hari ini"), ("en", "next week"), ("en", "this morning"), ("en", "a million people")],
)
def test_white_space_of_any_kind_joins_a_phrase_that_is_found_by_several_words(language, phrase, space):
    written = phrase.replace(" ", space)
    [mention] = extract(f"Kata {written}.", language=language)
    assert mention.text in written


@pytest.mark.parametrize(("language", "text"), [("id", "Batang Hari"), ("id", "hari raya"), ("en", "this matter")])
def test_the_first_word_of_a_phrase_is_no_number_without_the_rest(language, text):
    assert not tokens_after("scan", text, language)
