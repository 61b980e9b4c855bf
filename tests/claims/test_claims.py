"""What a sentence says of each of its numbers."""

import pytest
from readings import sentence_of

from verifier.claims.read import read_claims
from verifier.claims.statements import read_statements

DAY = "2024-10-14"

RELATIONS = [
    # language, sentence, what is said of each number
    ("id", "Penduduk Jawa Barat mencapai 49,9 juta jiwa.", ["level"]),
    ("id", "Produksi naik 5 persen menjadi 4,2 juta ton dari 4 juta ton.", ["change_by", "change_to", "change_from"]),
    ("id", "Produksi turun sebesar 200 ribu ton.", ["change_by"]),
    ("id", "Kenaikan 5 persen itu wajar.", ["change_by"]),
    ("id", "Volume hampir dua kali lipat menjadi 4,1 juta barel.", ["multiple", "change_to"]),
    ("id", "Sebanyak 5 persen dari 200 juta penduduk.", ["level", "level"]),  # "dari" is "of" here
    ("id", "Penduduknya 5 juta jiwa lebih banyak daripada Banten.", ["comparison"]),
    ("id", "Provinsi terbesar kedua itu maju.", ["rank"]),
    ("id", "Penduduk Jawa Barat 4,0 kali penduduk Banten.", ["multiple"]),
    (
        "en",
        "Output rose 5 percent to 4.2 million tonnes from 4 million tonnes.",
        ["change_by", "change_to", "change_from"],
    ),
    ("en", "It was a 5 percent increase.", ["change_by"]),
    ("en", "Sales were 3 percent higher than in 2022.", ["comparison"]),
    ("en", "Sales doubled.", ["multiple"]),
    ("en", "Exports fell by $33 billion.", ["change_by"]),
    ("en", "A rise from 3 percent to 4 percent.", ["change_from", "change_to"]),
]

NO_CLAIMS = [
    ("id", "Harga naik dalam lima tahun terakhir."),  # an amount of time that bounds a change
    ("id", "Rapat dimulai pukul 07.30 pada 5 Mei 2024."),
    ("en", "Prices rose over the past three years."),
    ("en", "It was lower than in 2022."),
]

STATUSES = [
    ("id", "Produksi ditargetkan mencapai 5 juta ton.", "target"),
    ("id", "Produksi diproyeksikan 5 juta ton.", "forecast"),
    ("id", "Produksi diperkirakan 5 juta ton.", "estimate"),
    ("id", "Produksi mencapai 5 juta ton, di atas target.", ""),
    ("en", "Output is expected to reach 5 million tonnes.", "forecast"),
    ("en", "The plan foresees 5 million tonnes.", "target"),
    ("en", "Output reached 5 million tonnes.", ""),
]

STATEMENTS = [
    ("id", "Jawa Barat adalah provinsi dengan penduduk terbanyak.", ["rank terbanyak"]),
    ("id", "Jawa Barat termasuk salah satu provinsi terbesar.", []),  # one of several
    ("id", "Penduduk Jawa Timur lebih banyak daripada Banten.", ["comparison lebih banyak"]),
    ("id", "Harganya lebih dari 5 juta rupiah.", []),  # a modifier
    ("id", "Inflasi terus menurun sejak 2022.", ["trend terus menurun"]),
    ("en", "It is the most populous country.", ["rank most populous"]),
    ("en", "Prices have steadily risen since 2020.", ["trend steadily risen"]),
    ("en", "Vietnam's economy is smaller than Thailand's.", ["comparison smaller than"]),
]


@pytest.mark.parametrize(("language", "text", "relations"), RELATIONS)
def test_what_is_said_of_a_number(language, text, relations):
    assert [str(claim.relation) for claim in read_claims(sentence_of(language, text, day=DAY))] == relations


@pytest.mark.parametrize(("language", "text"), NO_CLAIMS)
def test_dates_and_spans_are_no_claims(language, text):
    assert read_claims(sentence_of(language, text, day=DAY)) == []


@pytest.mark.parametrize(("language", "text", "status"), STATUSES)
def test_plans_and_forecasts_are_told_apart(language, text, status):
    [claim] = read_claims(sentence_of(language, text, day=DAY))
    assert claim.status == status


@pytest.mark.parametrize(("language", "text", "found"), STATEMENTS)
def test_statements_without_a_number(language, text, found):
    statements = read_statements(sentence_of(language, text, day=DAY))
    assert [f"{claim.relation} {claim.text}" for claim in statements] == found


def test_the_direction_is_that_of_the_nearest_verb():
    up, down = read_claims(sentence_of("id", "Ekspor naik 5 persen, sedangkan impor turun 3 persen."))
    assert (up.direction, down.direction) == (1, -1)


def test_the_words_of_a_claim_include_its_modifier():
    [claim] = read_claims(sentence_of("id", "Volumenya hampir dua kali lipat."))
    assert claim.said == "hampir dua kali lipat"
