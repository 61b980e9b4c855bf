"""Identifiers state no fact, whatever their digits: phone numbers, versions, addresses, articles of law, plates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier import extract

D = "[0-9]"
IDENTIFIERS = {
    # name: a pattern of what is written, without any other number
    "mobile phone": rf"08[1-9]{D}-{D}{{4}}-{D}{{4}}",
    "phone with code": rf"\+62 8[1-9]{D} {D}{{4}} {D}{{4}}",
    "phone in brackets": rf"\(021\) [1-9]{D}{{6}}",
    "IPv4 address": r"(1?[1-9][0-9]\.){2}[1-9][0-9]\.1?[1-9][0-9]",
    "version": r"v[0-9]\.[0-9]{1,2}\.[0-9]{1,2}",
    "version of three parts": r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]",
    "ISBN": rf"ISBN 978-{D}-{D}{{4}}-{D}{{4}}-{D}",
    "UUID": r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}",
    "colour": r"#[0-9]{3}[A-F][0-9A-F]{2}",
    "model": r"[QWXZ]{2}[0-9]{2,4}",
    "model with a hyphen": r"[A-Z]{1,3}-[0-9]{2,3}",
    "file": r"[a-z]{3,6}_[0-9]{1,4}\.(jpg|csv|pdf)",
    "address of a page": r"https?://[a-z]{3,8}\.(com|id|org)/[a-z]{2,5}/[0-9]{1,9}",
    "mail": r"[a-z]{3,6}[0-9]{1,4}@[a-z]{3,8}\.(com|co\.id)",
    "national number": r"[1-9][0-9]{15}",
    "IBAN": r"DE[0-9]{2}[0-9]{4}[0-9]{14}",
    "formula": r"C[2-9]H[1-9][0-9]?O[2-9]",
    "chain": r"[0-9]{2,4}-[0-9]{3,5}-[0-9]{2,6}-[0-9]{2}",
}  # fmt: skip
CARRIERS = {
    "id": ("Hubungi {} untuk keterangan lebih lanjut.", "Berkas {} sudah diterima.", "Kodenya {}, kata petugas itu."),
    "en": ("Contact {} for more details.", "The file {} has been received.", "The code is {}, the clerk said."),
}
LABELLED = {
    "id": (r"Pasal [1-9][0-9]? ayat \([1-9]\)", r"Nomor [1-9][0-9]{1,3}", r"No\. [1-9][0-9]{1,4}",
           r"RT 0[0-9]/RW 0[0-9]", r"Jalan Merdeka No\. [1-9][0-9]{0,2}", r"kode pos [1-9][0-9]{4}",
           r"halaman [1-9][0-9]{0,2}"),
    "en": (r"Article [1-9][0-9]?", r"No\. [1-9][0-9]{1,4}", r"page [1-9][0-9]{0,2}", r"Room [1-9][0-9]{2}",
           r"[1-9][0-9]{1,3} Baker Street", r"Section [1-9]\([a-d]\)", r"Flight [1-9][0-9]{2,3}"),
}  # fmt: skip


@pytest.mark.parametrize("language", CARRIERS)
@pytest.mark.parametrize("name", IDENTIFIERS)
@given(data=st.data())
def test_an_identifier_states_no_fact(name, language, data):
    identifier = data.draw(st.from_regex(IDENTIFIERS[name], fullmatch=True))
    carrier = data.draw(st.sampled_from(CARRIERS[language]))
    assert extract(carrier.format(identifier), language=language) == []


@pytest.mark.parametrize("language", LABELLED)
@given(data=st.data())
def test_a_number_behind_a_label_states_no_fact(language, data):
    labelled = data.draw(st.sampled_from(LABELLED[language]).flatmap(lambda form: st.from_regex(form, fullmatch=True)))
    carrier = data.draw(st.sampled_from(CARRIERS[language]))
    assert extract(carrier.format(labelled), language=language) == []
