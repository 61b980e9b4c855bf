"""Which encoding a text file is in: proven by its bytes, told by its words, or left open."""

import json

import pytest

from verifier import ReferenceTable
from verifier.errors import TableError
from verifier.reference import lint
from verifier.reference.text_encodings import find_encoding

WORDS = [
    # cells                                              encodings that are told by them
    ("Cádiz;La Coruña;Ávila;Población",                  ["cp1252", "mac_roman", "cp850"]),
    ("Isère;Hérault;Rhône;Côte d’Ivoire;Année",          ["cp1252", "mac_roman"]),
    ("Baden-Württemberg;Thüringen;Bevölkerung",          ["cp1252", "mac_roman", "cp850"]),
    ("São Paulo;Goiânia;PIB (R$ milhões)",               ["cp1252"]),
    ("Ekspor (juta €);Impor (€/ton)",                    ["cp1252", "iso8859-15"]),
    ("Suhu (°C);Luas (km²)",                             ["cp1252", "cp850"]),
    ("0–4;5–9;Jakarta–Bandung;“lainnya”",                ["cp1252"]),
    ("Jawa\xa0Barat;1\xa0234,5",                         ["cp1252"]),
    ("Åland Islands;Curaçao;Türkiye;Côte d’Ivoire;México", ["cp1252"]),    # of several languages
    ("España",                                           ["cp1252"]),      # "Espańa" would be one of cp1250
    ("Středočeský;Jihočeský;Plzeňský",                   ["cp1250"]),
    ("Łódzkie;Śląskie;Małopolskie",                      ["cp1250", "iso8859-2"]),
    ("Győr;Tűzoltók;Jövő;Szőlőtermelés",                 ["cp1250"]),      # "Jövõ" would be no word
    ("İstanbul;Şanlıurfa;Muğla;Çankırı",                 ["cp1254"]),
    ("Москва;Свердловская область;Год",                      ["cp1251", "koi8-r", "cp866"]),
    ("Αττική;Κρήτη;Έτος",                                     ["cp1253"]),
    ("Wilayah;Nilai",                                    ["utf-16-le", "utf-16-be"]),
    ("Москва;1;2;3;4\n5;6",                              ["utf-16-le", "utf-16-be"]),
    ("Cádiz;Coruña",                                     ["utf-8"]),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "encodings"), WORDS)
def test_encodings_that_are_found(write, cells, encodings):
    for encoding in encodings:
        path = write(cells, encoding=encoding)
        assert path.read_bytes().decode(find_encoding(path).name) == cells, encoding


OPEN = [
    # bytes                                 what the error says
    ("pre–post".encode("cp1252"),           "not UTF-8 at byte 3, but cp1252 ('pre–post') or mac_roman ('preñpost')"),
    ("東京都,大阪府".encode("shift_jis"),      "not UTF-8 at byte 0, and no encoding fits all of it; save the file as"),
    ("地区,北京市".encode("gb18030"),          "not UTF-8 at byte 0, and no encoding fits all of it"),
    (b"\x81,\x9d\x81",                        "not UTF-8 at byte 0, and no encoding fits all of it"),  # "Ѓ", "ќЃ"?
    ("Côte,Coruña".encode() + b",S\xe3o",   "not UTF-8 at byte 15, though 'Côte' elsewhere is: two"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "message"), OPEN)
def test_what_is_not_clear_is_not_guessed(write, content, message):
    with pytest.raises(TableError) as caught:
        find_encoding(write(content))
    assert f"table.csv: {message}" in str(caught.value)
    assert "--table-encoding" in str(caught.value) or "two encodings are mixed" in str(caught.value)


def test_a_letter_that_is_cut_off_at_the_end(write):
    path = write("a" * ((1 << 20) - 1) + "é" + ",ñ")
    assert find_encoding(path).name == "utf-8"  # cut between two blocks that are read
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(TableError, match=f"not UTF-8 at byte {(1 << 20) + 2}, though .* elsewhere is"):
        find_encoding(path)


def test_it_is_reported_and_can_be_said(write):
    text = "measure,entity,value\n" + "luas,Aceh,5\n" * 20_000 + "luas,São Tomé,5\n"
    path = write(text, encoding="cp1252")
    assert ReferenceTable.read(path).rows[-1].entity == "São Tomé"
    assert "encoding cp1252, by its words: 'São', 'Tomé'" in [finding.message for finding in lint(path)]
    assert ReferenceTable.read(path, encoding="cp1250").rows[-1].entity == "Săo Tomé"
    with pytest.raises(TableError, match=f"not UTF-8 at byte {text.index('ã')}; save the file as UTF-8"):
        ReferenceTable.read(path, encoding="utf-8")


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-le", "utf-8-sig"])
def test_json_too(write, encoding):
    records = [{"measure": "luas", "entity": name, "value": 5} for name in ("São Tomé", "Curaçao")]
    lines = "\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    for text, name in ((lines, "t.jsonl"), (json.dumps(records, ensure_ascii=False), "t.json")):
        path = write(text, name, encoding=encoding)
        assert [row.entity for row in ReferenceTable.read(path).rows] == ["São Tomé", "Curaçao"]
        assert any("encoding " in finding.message for finding in lint(path))


@pytest.mark.parametrize("encoding", ["utf-99", "base64", "\0"])
def test_no_such_encoding(write, encoding):
    for name, text in (("t.csv", "measure,value\nGDP,5\n"), ("t.jsonl", '{"measure": "GDP", "value": 5}')):
        with pytest.raises(TableError, match=r"unknown encoding '.*'; use utf-8, utf-16, cp1252 or latin-1"):
            ReferenceTable.read(write(text, name), encoding=encoding)
