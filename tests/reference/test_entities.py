"""Names of entities: which spellings are one entity, and what else it is called."""

import pytest

from verifier import ReferenceTable
from verifier.packs import languages, load_pack
from verifier.reference.entities import entity_words, fold_entity, short_names

SAME = [
    ("SUMATERA UTARA", "Sumatera Utara"),
    ("Prov. Jawa Barat", "Jawa Barat"),
    ("PROVINSI JAWA BARAT", "jawa  barat"),
    ("Kab. Bogor", "Kabupaten Bogor"),
    ("KAB BOGOR", "Kabupaten Bogor"),
    ("KAB. ADM. KEPULAUAN SERIBU", "Kabupaten Kepulauan Seribu"),
    ("Kota Adm. Jakarta Barat", "Kota Jakarta Barat"),
    ("DKI Jakarta", "Jakarta"),
    ("Daerah Khusus Ibukota Jakarta", "DKI JAKARTA"),
    ("D.I. Yogyakarta", "Daerah Istimewa Yogyakarta"),
    ("DI Yogyakarta", "Yogyakarta"),
    ("Kep. Riau", "Kepulauan Riau"),
    ("1. Aceh", "Aceh"),
    ("11 Aceh", "Aceh"),
    ("Republik Indonesia", "Indonesia"),
    ("IDN", "Indonesia"),
    ("ID", "Republic of Indonesia"),
    ("Korea, Rep.", "Korea Selatan"),
    ("Russian Federation", "Rusia"),
    ("St. Lucia", "Saint Lucia"),
    ("USA", "Amerika Serikat"),
    ("Federal Republic of Germany", "Jerman"),
    ("Islamic Republic of Iran", "Iran"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_entity(one, other):
    words = entity_words("id")
    assert fold_entity(one, words) == fold_entity(other, words)


DIFFERENT = [
    ("Kabupaten Bogor", "Kota Bogor"),
    ("Kabupaten Bogor", "Bogor"),
    ("Riau", "Kepulauan Riau"),
    ("Papua", "Papua Barat"),
    ("Sumatera Utara", "Sumatera Utaraa"),  # never a fuzzy guess
    ("Korea Selatan", "Korea Utara"),
    ("Guinea", "Guinea-Bissau"),
    ("Kota", "Kota Kota"),
    ("in", "IN"),  # a code is in capitals
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_entities(one, other):
    words = entity_words("id")
    assert fold_entity(one, words) != fold_entity(other, words)


def test_short_names():
    words = entity_words("id")
    assert short_names("Kab. Bogor", words) == ("Kabupaten Bogor", "Bogor")
    assert short_names("Aceh", words) == ()
    assert "Amerika Serikat" in short_names("United States", words)
    assert "Indonesia" in short_names("IDN", words)


def test_spellings_become_one_key():
    table = ReferenceTable.from_records(
        [
            {"indikator": "penduduk", "wilayah": "KAB. BOGOR", "tahun": 2022, "nilai": 1},
            {"indikator": "Penduduk", "wilayah": "Kabupaten Bogor", "tahun": 2023, "nilai": 2},
            {"indikator": "penduduk", "wilayah": "Kota Bogor", "tahun": 2023, "nilai": 3},
        ]
    )
    first, second = table.entities
    assert (first.name, second.name) == ("KAB. BOGOR", "Kota Bogor")
    assert "Bogor" in first.aliases
    assert "Bogor" in second.aliases  # names neither for certain
    assert table.find("penduduk", "KAB. BOGOR") == (0, 1)
    assert [key.name for key in table.measures] == ["penduduk"]
    assert table.rows[1].entity == "KAB. BOGOR"


@pytest.mark.parametrize("language", sorted(languages()))
def test_territories_are_those_of_cldr(language):
    babel = pytest.importorskip("babel")
    names = load_pack(language).tables.territories
    if not names:
        pytest.skip("this language has no names of countries yet")
    for code, name in babel.Locale(language).territories.items():
        if code in names:
            assert name.replace("’", "'") in names[code]
    assert len(names) > 240


NOTED = [
    # written            name
    ("JAWA BARAT 1)",    "JAWA BARAT"),
    ("JAWA BARAT*",      "JAWA BARAT"),
    ("JAWA BARAT **)",   "JAWA BARAT"),
    ("Bali¹",            "Bali"),
    ("Bali 1) 2)",       "Bali"),
    ("Bali a)",          "Bali"),
    ("Bali (kota) 1)",   "Bali (kota)"),
    ("Distrik 7",        "Distrik 7"),
    ("Bali (1)",         "Bali (1)"),
    ("Seksi a",          "Seksi a"),
    ("*",                "*"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "name"), NOTED)
def test_signs_of_notes_behind_names(written, name):
    record = {"indikator": "panen*)", "wilayah": written, "tahun": 2023, "nilai": 5}
    table = ReferenceTable.from_records([record])
    assert (table.rows[0].entity, table.rows[0].measure) == (name, "panen")
    assert any("signs that point to a note left out: 'panen*)'" in str(finding) for finding in table.findings)


def test_signs_of_notes_behind_headers(write):
    text = "wilayah;tahun;luas panen*) (ha);kepadatan per km²;produksi 1)\nBali;2023;5;6;7\n"
    assert [key.name for key in ReferenceTable.read(write(text)).measures] == [
        "luas panen",
        "kepadatan per km²",
        "produksi",
    ]
