"""The whole of checking, from a text and tables to a report."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from tables import PROVINCES, one_row, table

from verifier import (
    InputError,
    InputTypeError,
    ReferenceTable,
    UnknownLanguage,
    assert_supported,
    explain,
    extract,
    verify,
)
from verifier.checking import ModifierSets
from verifier.verdict import Label, Reason, Relation

RICE = "Produksi padi Jawa Barat pada 2023 mencapai 9,1 juta ton."


def verdicts(text, reference=None, *, language="id", **more):
    return verify(text, reference, language=language, **more).verdicts


def shown(text, reference=None, *, language="id", **more):
    return [f"{verdict.label} {verdict.reason}" for verdict in verdicts(text, reference, language=language, **more)]


def test_the_stable_form():
    report = verify(RICE, one_row(source="BPS"), language="id", document="a.txt", reference_date="2024-03-01")
    assert report.to_dict() == {
        "document": "a.txt",
        "language": "id",
        "reference_date": "2024-03-01",
        "verdicts": [
            {
                "start": 44,
                "end": 56,
                "text": "9,1 juta ton",
                "line": 1,
                "column": 45,
                "kind": "measure",
                "value": "9100000",
                "unit": "metric_ton",
                "period": "2023",
                "relation": "level",
                "verdict": "supported",
                "reason": "rounded",
                "severity": "none",
                "evidence": [
                    {
                        "table": "table.csv",
                        "row": 1,
                        "column": "value",
                        "entity": "Jawa Barat",
                        "measure": "Produksi padi",
                        "period": "2023",
                        "value": "9140000",
                        "unit": "metric_ton",
                        "source": "BPS",
                    }
                ],
                "rows": [1],
                "explanation": "row 1 says 9.14 million tons, which rounds to 9,1 juta ton",
                "diagnosis": None,
                "suggestion": None,
            }
        ],
        "set_aside": [],
        "summary": {"supported": 1, "refuted": 0, "not_enough_info": 0, "coverage": 1.0},
    }


def test_what_was_set_aside_is_reported():
    report = verify("Negara G7 membahas Pasal 33 itu.", language="id")
    assert {aside.text for aside in report.set_aside} >= {"33"}


def test_without_a_table_nothing_is_refuted_by_one():
    assert shown(RICE) == ["not_enough_info no_table"]


def test_a_text_without_numbers_is_fine():
    report = verify("Tidak ada angka di sini.", table(), language="id")
    assert report.ok
    assert report.verdicts == ()
    assert verify("", table(), language="id").summary["coverage"] == 1.0


def test_line_and_column_count_from_one():
    [verdict] = verdicts("Judul\n\nProduksi padi Jawa Barat\npada 2023 mencapai 9,1 juta ton.", one_row())
    assert (verdict.line, verdict.column) == (4, 20)


def test_the_document_date_resolves_months():
    reference = one_row(period="2024-06")
    text = "Produksi padi Jawa Barat pada Juni mencapai 9,1 juta ton."
    [verdict] = verdicts(text, reference, reference_date="2024-10-14")
    assert (verdict.label, verdict.period) == (Label.SUPPORTED, "2024-06")


def test_a_text_can_state_its_own_date():
    text = "Minggu (13/10/2024), ia bicara. Produksi padi Jawa Barat pada Juni mencapai 9,1 juta ton."
    report = verify(text, one_row(period="2024-06"), language="id")
    assert report.reference_date == "2024-10-13"
    assert [str(verdict.label) for verdict in report.verdicts] == ["supported", "supported"]


def test_several_tables_are_asked_together():
    tables = [one_row(measure="Luas panen", value="1.58", unit="juta hektare"), one_row()]
    assert shown(RICE, tables) == ["supported rounded"]


def test_the_closeness_of_values_chooses_no_row():
    """The number equals Banten's, and is said of Jawa Barat."""
    [verdict] = verdicts("Penduduk Jawa Barat pada 2023 mencapai 12,3 juta jiwa.", table())
    assert (str(verdict.label), verdict.evidence[0].row) == ("refuted", 2)


OPEN = [
    # a text about what the table does not say, and why it cannot be judged
    ("Penduduk Jawa Barat pada 2019 mencapai 49,3 juta jiwa.", "other_period"),
    ("Penduduk Jawa Barat pada Maret 2023 mencapai 49,3 juta jiwa.", "other_period"),  # a part of the year
    ("Penduduk Bali pada 2023 mencapai 4,4 juta jiwa.", "unknown_entity"),
    ("Penduduk Surabaya pada 2023 mencapai 2,9 juta jiwa.", "unknown_entity"),
    ("Jumlah sekolah di Jawa Barat pada 2023 mencapai 5.000 unit.", "unknown_measure"),
    ("Jumlah penduduk miskin Jawa Barat pada 2023 mencapai 3,9 juta jiwa.", "unknown_measure"),
    ("Penduduk Jawa Barat ditargetkan 50 juta jiwa pada 2023.", "other_status"),
    ("Luas wilayah Jawa Barat mencapai Rp5 triliun.", "other_unit"),
    ("Persentase penduduk miskin Jawa Tengah pada 2023 mencapai 10,8 persen.", "no_row"),
    ("Penduduk Jawa Barat dan Banten pada 2023 mencapai 49,9 juta jiwa.", "ambiguous"),
]


@pytest.mark.parametrize(("text", "reason"), OPEN)
def test_what_the_table_does_not_say_is_never_refuted(text, reason):
    assert shown(text, table()) == [f"not_enough_info {reason}"]


def test_a_number_of_another_period_is_pointed_out():
    [verdict] = verdicts("Penduduk Jawa Barat pada 2021 mencapai 49,9 juta jiwa.", table())
    assert (str(verdict.reason), verdict.evidence[0].period) == ("other_period", "2023")
    assert "equals_row" in verdict.notes
    assert verdict.explanation.endswith("the number equals row 2: Jumlah penduduk, Jawa Barat, 2023")


def test_a_period_that_is_not_said_is_the_newest_and_noted():
    [verdict] = verdicts("Penduduk Jawa Barat mencapai 49,9 juta jiwa.", table())
    assert (str(verdict.label), verdict.notes) == ("supported", ("period_assumed",))


def test_the_newest_period_is_that_of_the_document():
    [verdict] = verdicts("Penduduk Jawa Barat mencapai 49,4 juta jiwa.", table(), reference_date="2022-11-30")
    assert (str(verdict.label), verdict.evidence[0].period) == ("supported", "2022")


def test_a_word_that_nobody_knows_beside_the_measure_cannot_refute():
    found = shown("Produksi padi ladang Jawa Barat pada 2023 mencapai 0,4 juta ton.", table())
    assert found == ["not_enough_info unknown_measure"]


def test_the_newest_vintage_counts_and_an_older_one_is_stale():
    lines = "Jawa Barat|2023|Produksi padi|9.05|juta ton|2024-01\nJawa Barat|2023|Produksi padi|9.14|juta ton|2024-06"
    reference = table(lines, ("entity", "period", "measure", "value", "unit", "as_of"))
    assert shown(RICE, reference) == ["supported rounded"]
    [verdict] = verdicts("Produksi padi Jawa Barat pada 2023 mencapai 9,05 juta ton.", reference)
    assert (str(verdict.label), str(verdict.diagnosis)) == ("refuted", "stale_value")


@pytest.mark.parametrize(
    ("interface", "said"),
    [
        ("id", "benar ketika ditulis, lalu direvisi: baris 2 per 2024-03 menyebutnya"),
        ("en", "right when written, revised since: row 2 of 2024-03 says so"),
    ],
)
def test_a_figure_of_an_older_release_was_right_when_written(interface, said):
    releases = (("9.01", "2024-01"), ("9.05", "2024-03"), ("9.14", "2024-06"))
    lines = "\n".join(f"Jawa Barat|2023|Produksi padi|{value}|juta ton|{day}" for value, day in releases)
    reference = table(lines, ("entity", "period", "measure", "value", "unit", "as_of"))
    [verdict] = verdicts("Produksi padi Jawa Barat pada 2023 mencapai 9,05 juta ton.", reference, interface=interface)
    assert (str(verdict.label), verdict.explanation.rpartition("; ")[2]) == ("refuted", said)


def test_a_figure_of_an_older_release_of_another_year_is_stale():
    lines = "Jawa Barat|2022|Produksi padi|9.05|juta ton|2023-01\nJawa Barat|2023|Produksi padi|9.14|juta ton|2024-06"
    reference = table(lines, ("entity", "period", "measure", "value", "unit", "as_of"))
    [verdict] = verdicts("Produksi padi Jawa Barat pada 2023 mencapai 9,05 juta ton.", reference, interface="id")
    assert verdict.explanation.endswith("; itu angka periode lain")


def test_rows_of_a_plan_serve_claims_of_a_plan():
    reference = one_row(status="target")
    assert shown("Produksi padi Jawa Barat pada 2023 ditargetkan 9,1 juta ton.", reference) == ["supported rounded"]
    assert shown(RICE, reference) == ["not_enough_info other_status"]


def test_rows_that_contradict_each_other_are_ambiguous():
    lines = "Jawa Barat|2023|Produksi padi|9.05|juta ton\nJawa Barat|2023|Produksi padi|9.14|juta ton"
    [verdict] = verdicts(RICE, table(lines))
    assert (str(verdict.reason), [row.row for row in verdict.evidence]) == ("ambiguous", [1, 2])


def test_further_dimensions_are_found_in_the_text():
    lines = """
Jawa Barat|2023|Jumlah penduduk|49860330|jiwa|jumlah
Jawa Barat|2023|Jumlah penduduk|25213900|jiwa|laki-laki
Jawa Barat|2023|Jumlah penduduk|24646430|jiwa|perempuan
"""
    headers = ("provinsi", "period", "measure", "value", "unit", "jenis kelamin")
    records = [dict(zip(headers, line.split("|"), strict=True)) for line in lines.strip().splitlines()]
    reference = ReferenceTable.from_records(records)
    assert shown("Penduduk Jawa Barat pada 2023 mencapai 49,9 juta jiwa.", reference) == ["supported rounded"]
    assert shown("Penduduk laki-laki Jawa Barat pada 2023 mencapai 25,2 juta jiwa.", reference) == ["supported rounded"]
    assert shown("Penduduk perempuan Jawa Barat pada 2023 mencapai 25,2 juta jiwa.", reference) == ["refuted value"]


@pytest.mark.parametrize("idle", [{}, {"freq": "A"}, {"freq": "", "sumber data": "sensus"}])
def test_a_dimension_that_is_the_same_in_all_rows_hides_no_total(idle):
    table = ReferenceTable.from_records(
        [
            {"indikator": "jumlah penduduk", "wilayah": "Aceh", "tahun": 2023, "jenis kelamin": sex, "nilai": value}
            | idle
            for sex, value in (("Laki-laki", 2700), ("Perempuan", 2600), ("Jumlah", 5300))
        ]
    )
    text = "Penduduk Aceh pada 2023 sebanyak 5.300 orang. Penduduk perempuan Aceh pada 2023 sebanyak 2.600 orang."
    assert [(verdict.label, verdict.evidence[0].row) for verdict in verify(text, table, language="id").verdicts] == [
        ("supported", 3),
        ("supported", 2),
    ]


def test_what_a_later_clause_is_about_is_not_looked_for_in_its_words():
    lines = [("Jumlah", 5300), ("Laki-laki", 2700), ("Perempuan", 2600)]
    table = ReferenceTable.from_records(
        [
            {"indikator": "jumlah penduduk", "wilayah": "Aceh", "tahun": 2023, "jenis kelamin": sex, "nilai": value}
            for sex, value in lines
        ]
    )
    text = "Penduduk Aceh pada 2023 sebanyak 5.300 orang, dan penduduk perempuan Aceh 2.600 orang."
    assert shown(text, table) == ["supported exact", "supported exact"]


def test_a_tolerance_is_accepted():
    reference = one_row(tolerance="2%")
    assert shown("Produksi padi Jawa Barat pada 2023 mencapai 9,0 juta ton.", reference) == [
        "supported within_tolerance"
    ]


def test_modifiers_can_mean_something_else():
    text = "Penduduk Jawa Barat pada 2023 hampir 60 juta jiwa."
    assert shown(text, table()) == ["refuted modifier"]
    assert shown(text, table(), modifiers=ModifierSets(almost=Decimal("0.2"))) == ["supported modifier"]


def test_a_declared_row_goes_before_all_words():
    reference = one_row(id="padi-jabar")
    text = "Panen raya: 9,1 juta ton."
    assert shown(text, reference) == ["not_enough_info unknown_measure"]
    assert shown(text, reference, declared={24: "padi-jabar"}) == ["supported rounded"]
    assert shown(text, reference, declared={24: "padi-jabar@2023"}) == ["supported rounded"]
    assert shown(text, reference, declared={24: "padi-jabar@2022"}) == ["not_enough_info no_row"]
    assert shown(text, reference, declared={24: "Produksi padi|Jawa Barat|2023"}) == ["supported rounded"]


def test_a_row_may_be_declared_behind_what_is_counted():
    reference = one_row(measure="anggota koperasi", value="40", unit="", id="anggota")
    text = "Hadir 41 relawan tadi."  # the number ends at 8, its noun at 16
    for place in (8, 9, 16, 17):
        assert shown(text, reference, declared={place: "anggota"}) == ["refuted value"]
    assert shown(text, reference, declared={21: "anggota"}) == ["not_enough_info unknown_measure"]


def test_a_declared_row_counts_whatever_the_text_says_of_targets():
    reference = one_row(id="padi-jabar")
    text = "Targetnya: 9,1 juta ton."
    assert shown(text, reference, declared={23: "padi-jabar"}) == ["supported rounded"]
    planned = one_row(id="padi-jabar", status="realisasi")
    assert shown(text, planned, declared={23: "padi-jabar"}) == ["not_enough_info other_status"]


def test_explanations_speak_the_language_of_the_interface():
    [english] = verdicts(RICE, one_row())
    [indonesian] = verdicts(RICE, one_row(), interface="id")
    assert english.explanation == "row 1 says 9.14 million tons, which rounds to 9,1 juta ton"
    assert indonesian.explanation == "baris 1 menyebut 9,14 juta ton, yang dibulatkan menjadi 9,1 juta ton"


def test_readings_are_kept_until_a_row_settles_them():
    reference = one_row(measure="Harga tembaga", entity="", value="29149", unit="USD/ton")
    [verdict] = verdicts("Harga tembaga pada 2023 29,149 dolar AS per ton.", reference)
    assert str(verdict.label) == "supported"


def test_severity_tells_a_last_digit_from_the_message():
    texts = {
        "Penduduk Jawa Barat pada 2023 mencapai 49,7 juta jiwa.": "minor",
        "Penduduk Jawa Barat pada 2023 mencapai 4,99 juta jiwa.": "major",
        "Penduduk Jawa Barat turun menjadi 49,9 juta jiwa pada 2023.": "major",
        "Penduduk Jawa Barat pada 2023 mencapai 49,9 juta jiwa.": "none",
    }
    assert {text: str(verdicts(text, table())[0].severity) for text in texts} == texts


A_TABLE = "a reference is a ReferenceTable or a list of them"
WRONG_USE = [
    (lambda: verify(b"5", language="id"), InputTypeError, "verify reads a str, not bytes; decode bytes first"),
    (lambda: verify("5", language="xx"), UnknownLanguage, "unknown language 'xx': known are"),
    (lambda: verify("5", language="id", interface="xx"), UnknownLanguage, "unknown language 'xx': known are"),
    (lambda: verify("5", language="id", reference_date="soon"), InputError, "a reference date is a day"),
    (lambda: verify("5", 7, language="id"), InputTypeError, "a reference is a ReferenceTable"),
    (lambda: verify("5", ["id"], language="id"), InputTypeError, f"{A_TABLE}, not str; see ReferenceTable.read"),
    (lambda: verify("5", [{"value": "5"}], language="id"), InputTypeError, f"{A_TABLE}, not dict"),
    (lambda: verify("5", "rice.csv", language="id"), InputTypeError, f"{A_TABLE}, not str"),
    (lambda: verify("5", Path("rice.csv"), language="id"), InputTypeError, f"{A_TABLE}, not .*Path"),
    (lambda: verify("5", b"id", language="id"), InputTypeError, f"{A_TABLE}, not bytes"),
    (lambda: verify("5", ReferenceTable, language="id"), InputTypeError, f"{A_TABLE}, not type"),
    (lambda: verify("5", language=None), InputTypeError, "a language is a code such as 'id', not NoneType"),
    (lambda: verify("5", language="id", interface=5), InputTypeError, "a language is a code such as 'id', not int"),
    (lambda: verify("5", language="id", reference_date=2024), InputError, "a reference date is a day such as"),
    (lambda: verify("5", language="id", document=Path("a.md")), InputTypeError, "the name of a document is a str"),
    (lambda: verify("5", language="id", modifiers={"almost": 1}), InputTypeError, "modifiers are a ModifierSets, not"),
    (lambda: verify("5", language="id", declared=["rice"]), InputTypeError, "declared rows are a mapping, not list"),
    (
        lambda: verify("5", language="id", declared={1: 5}),
        InputTypeError,
        "a declared row is a str, not int; give",
    ),
    (lambda: assert_supported("5", language="id", strict="yes"), InputTypeError, "strict is True or False, not str"),
    (lambda: assert_supported("5", "rice.csv", language="id"), InputTypeError, f"{A_TABLE}, not str"),
    (lambda: explain(b"5", language="id"), InputTypeError, "extraction reads a str, not bytes; decode bytes first"),
    (lambda: explain("5", language=b"id"), InputTypeError, "a language is a code such as 'id', not bytes"),
]


@pytest.mark.parametrize(("call", "error", "message"), WRONG_USE)
def test_wrong_use_is_told_in_one_line(call, error, message):
    with pytest.raises(error, match=message) as caught:
        call()
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("day", [date(2024, 10, 14), datetime(2024, 10, 14, 7, 30), "2024-10-14", "20241014"])
def test_the_day_of_a_text_may_be_given_in_any_usual_form(day):
    report = verify("Kemarin harga beras Rp13.500 per kilogram.", language="id", reference_date=day)
    assert report.reference_date == "2024-10-14"
    [yesterday, _] = extract("Kemarin harga beras Rp13.500.", language="id", reference_date=day)
    assert yesterday.resolved == "2024-10-13"


HOSTILE = [
    "9" * 5_000,
    "1e999999999 juta ton",
    "Penduduk Jawa Barat " * 500 + "5 juta jiwa",
    "naik dari 0 menjadi 0, naik 5 persen, dua kali lipat",
    "(" * 2_000 + "5 juta" + ")" * 2_000,
    "masing-masing " * 300 + "1, 2, dan 3",
    "\ud800 5 juta \0 jiwa İ",
    "5 juta,6 juta;7 juta:8 juta-9 juta\n" * 200,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_is_too_strange(text):
    for verdict in verdicts(text, table()):
        assert text[verdict.start : verdict.end] == verdict.text


def test_zero_and_missing_values_are_no_trouble():
    lines = "A|2022|Ekspor|0|ton\nA|2023|Ekspor|5|ton\nB|2023|Ekspor||ton\nB|2022|Ekspor|n/a|ton"
    text = "Ekspor A naik 5 persen menjadi 5 ton pada 2023. Ekspor B pada 2023 mencapai 3 ton."
    assert shown(text, table(lines))[1:] == ["supported exact", "not_enough_info no_row"]


def test_assert_supported_shows_the_claims_that_fail():
    text = "Panen bagus. Produksi padi Jawa Barat pada 2023 mencapai 41 juta ton, kata gubernur."
    with pytest.raises(AssertionError) as caught:
        assert_supported(text, one_row(), language="id")
    message = str(caught.value)
    for part in ("1 of 1 claims fails", "41 juta ton", "^^^^^^^^^^^", "table.csv, row 1", "9.14 million tons"):
        assert part in message


def test_assert_supported_tells_the_language_by_the_words():
    text = "Produksi padi Jawa Barat pada 2023 mencapai {} juta ton, kata gubernur."
    assert assert_supported(text.format("9,1"), one_row()).language == "id"
    with pytest.raises(AssertionError, match="1 of 1 claims fails"):
        assert_supported(text.format("41"), one_row())
    with pytest.raises(InputError, match="text: cannot tell the language of the text; name it: "):
        assert_supported("12 34", one_row())
    with pytest.raises(InputTypeError, match="verify reads a str, not bytes"):
        assert_supported(b"12 34", one_row())


def test_assert_supported_lets_open_claims_pass_unless_strict():
    assert assert_supported("Ada 5 hal.", one_row(), language="id").ok
    with pytest.raises(AssertionError, match="1 of 1 claims fails"):
        assert_supported("Ada 5 hal.", one_row(), language="id", strict=True)


def test_the_result_is_the_same_every_time():
    reference = table(PROVINCES)
    text = "Penduduk Jawa Barat pada 2023 49,9 juta jiwa. Penduduk Banten terus meningkat sejak 2022."
    assert verify(text, reference, language="id") == verify(text, reference, language="id")


def test_every_number_that_states_a_value_gets_exactly_one_verdict():
    text = "Pada 2023 ada 49,9 juta jiwa, 5.000 sekolah, 7,62 persen, Rp5 triliun, 12 km, dan 3 kali lipat."
    stated = [mention.text for mention in extract(text, language="id") if mention.values]
    assert [verdict.text for verdict in verdicts(text, table())] == stated


def test_a_table_without_the_measure_leaves_no_trace_in_what_the_next_one_says():
    prices = table("Banten|2023|Harga cabai|45000|rupiah")
    harvests = table("Jawa Barat|2022|Produksi padi|9.00|juta ton\nJawa Barat|2023|Produksi padi|9.45|juta ton")
    text = "Pada 2023 produksi padi Jawa Barat naik 5 persen dari 2022."
    for tables in ([harvests, prices], [prices, harvests]):
        [verdict] = verify(text, tables, language="id").verdicts
        assert (verdict.label, verdict.relation) == (Label.SUPPORTED, Relation.CHANGE_BY)
    [unknown] = verify(text, prices, language="id").verdicts
    assert (unknown.reason, unknown.relation) == (Reason.UNKNOWN_MEASURE, Relation.CHANGE_BY)
