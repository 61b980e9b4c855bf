"""``verifier suggest-aliases``: what it suggests links, what does not fit is not suggested, values choose nothing."""

import csv
import json
import tomllib
from pathlib import Path

import pytest

from verifier.checking.aliases import suggest_aliases
from verifier.checking.verify import verify
from verifier.cli import main
from verifier.reference import ReferenceTable
from verifier.verdict import Label

FIELDS = ("measure", "entity", "period", "value", "unit")
FARMS = [
    ("produksi padi", "Jawa Barat", "2023", "9.14", "juta ton"),
    ("produksi padi", "Jawa Timur", "2023", "9.71", "juta ton"),
    ("produksi jagung", "Jawa Barat", "2023", "1.2", "juta ton"),
    ("harga gabah", "Jawa Barat", "2023", "6500", "Rp/kg"),
]
OIL = [
    ("panen lahan titipan", "Sulawesi", "2023-03", "2.9", "juta kg per bulan"),
    ("laba bersih", "PT Kilang", "2023", "5", "triliun rupiah"),
    ("pendapatan", "PT Kilang", "2023", "50", "triliun rupiah"),
]
ISLANDS = [
    ("rice production", "West Java", "2023", "9.1", "million ton"),
    ("net income", "Harwick", "2023", "5", "million USD"),
    ("oil exports", "Harwick", "2023", "92", "thousand barrel/day"),
    ("gas exports", "Harwick", "2023", "12", "thousand barrel/day"),
]


def table_of(rows):
    """Return the table of some rows."""
    return ReferenceTable.from_records([dict(zip(FIELDS, row, strict=False)) for row in rows])


def suggested(text, rows, language="id"):
    """Return, for each number without a row, the choices of names."""
    found = suggest_aliases(text, table_of(rows), language=language)
    return [[{alias.name: alias.alias for alias in one.aliases} for one in number.suggestions] for number in found]


SUGGESTED = [
    # rows  language  sentence
    #                 name = alias, one dict a choice
    (FARMS,   "id",   "Panen padi Jawa Barat pada 2023 mencapai 8 juta ton.",
                      [{"produksi padi": "panen padi"}]),
    (FARMS,   "id",   "Panen padi Jawa Barat pada 2023, menurut BPS, mencapai 8 juta ton.",  # a source is not measured
                      [{"produksi padi": "panen padi"}]),
    (FARMS,   "id",   "Panen raya Jawa Barat pada 2023 mencapai 1,2 juta ton.",  # only the unit tells: both are offered
                      [{"produksi padi": "panen raya"}, {"produksi jagung": "panen raya"}]),
    (FARMS,   "id",   "Produksi padi Priangan Barat pada 2023 mencapai 9,1 juta ton.",  # a name with a word of it
                      [{"Jawa Barat": "Priangan Barat"}]),
    (FARMS,   "id",   "Panen padi di Timur Jawa pada 2023 mencapai 9,7 juta ton.",
                      [{"produksi padi": "panen padi", "Jawa Timur": "Timur Jawa"}]),
    (OIL,     "id",   "PT Kilang membukukan untung bersih Rp5 triliun pada 2023.",  # the verb is no part of the name
                      [{"laba bersih": "untung bersih"}]),
    (OIL,     "id",   "Kebun-kebun tua Sulawesi memberi 2,9 juta kg per bulan pada Maret 2023.",
                      [{"panen lahan titipan": "kebun-kebun tua"}]),
    (ISLANDS, "en",   "The rice harvest in West Java reached 9 million tons in 2023.",
                      [{"rice production": "rice harvest"}]),
    (ISLANDS, "en",   "Harwick posted a net profit of $7 million in 2023.",
                      [{"net income": "net profit"}]),
    (ISLANDS, "en",   "Foreign exports of Harwick were 12,000 barrels per day in 2023.",  # both share a word
                      [{"oil exports": "foreign exports"}, {"gas exports": "foreign exports"}]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "language", "text", "choices"), SUGGESTED)
def test_what_is_suggested(rows, language, text, choices):
    assert suggested(text, rows, language) == [choices]


NOTHING = [
    # rows   sentence, and why nothing fits
    (FARMS,  "Panen padi Jawa Barat pada 2023 mencapai 8 juta rupiah."),          # no money in tons
    (FARMS,  "Panen padi Jawa Barat pada 2019 mencapai 8 juta ton."),             # no row of that year
    (FARMS,  "Panen padi di Surabaya pada 2023 mencapai 9,71 juta ton."),         # a place that the table does not have
    (FARMS,  "Sebanyak 1.200 relawan membantu panen di Jawa Barat pada 2023."),   # nothing counted like it
    (OIL,    "Biaya PT Kilang pada 2023 naik dua kali lipat."),                   # a multiple fits every unit
]  # fmt: skip


@pytest.mark.parametrize(("rows", "text"), NOTHING)
def test_nothing_is_suggested_where_nothing_fits(rows, text):
    assert all(choices == [] for choices in suggested(text, rows))


def test_numbers_that_lead_to_a_row_are_not_listed():
    text = "Produksi padi Jawa Barat pada 2023 mencapai 9,1 juta ton, jauh di atas 2019 dengan 8 juta ton."
    found = suggest_aliases(text, table_of(FARMS), language="id")
    assert "9,1 juta ton" not in [one.verdict.text for one in found]


@pytest.mark.parametrize(("rows", "language", "text", "choices"), SUGGESTED)
def test_values_choose_nothing(rows, language, text, choices):
    """The same is suggested when every value of the table is another."""
    others = [(*row[:3], str(number * 7 + 3), row[4]) for number, row in enumerate(rows)]
    assert suggested(text, others, language) == [choices]


@pytest.mark.parametrize(("rows", "language", "text", "choices"), SUGGESTED)
def test_with_the_alias_in_the_table_the_number_links(tmp_path, rows, language, text, choices):
    before = verify(text, table_of(rows), language=language)
    unlinked = {verdict.start for verdict in before.verdicts if verdict.label is Label.NOT_ENOUGH_INFO}
    [number] = suggest_aliases(text, table_of(rows), language=language)
    for choice in number.suggestions:
        path = tmp_path / "with.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow([*FIELDS, "aliases", "entity_aliases"])
            for row in rows:
                given = {alias.column: alias.alias for alias in choice.aliases if alias.name in row[:2]}
                writer.writerow([*row, given.get("aliases", ""), given.get("entity_aliases", "")])
        after = verify(text, ReferenceTable.read(path, decimal="."), language=language)
        [verdict] = [verdict for verdict in after.verdicts if verdict.start == number.verdict.start]
        assert verdict.start in unlinked
        assert verdict.label is not Label.NOT_ENOUGH_INFO
        assert {(row.measure, row.entity) for row in verdict.evidence} == {
            (row.measure, row.entity) for row in choice.rows
        }


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with a table and articles, and the command running in it."""
    monkeypatch.chdir(tmp_path)
    rows = "\n".join(",".join(row) for row in FARMS)
    Path("figures.csv").write_text(f"{','.join(FIELDS)}\n{rows}\n", encoding="utf-8")
    Path("comma.csv").write_text("measure,value\nharga,12.500\n", encoding="utf-8")
    Path("berita.txt").write_text(SUGGESTED[0][2] + " Ongkos giling Rp900.000.\n", encoding="utf-8")
    Path("raya.txt").write_text(SUGGESTED[2][2] + "\n", encoding="utf-8")
    Path("lurus.txt").write_text("Produksi padi Jawa Barat pada 2023 mencapai 9,1 juta ton.\n", encoding="utf-8")
    Path("none.txt").write_text("12 34", encoding="utf-8")
    return tmp_path


def test_text_shows_words_choices_rows_and_what_to_paste(folder, capsys):
    assert main(["suggest-aliases", "berita.txt", "--reference", "figures.csv"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "berita.txt (id)",
        "",
        "1:42       8 juta ton  unknown measure",
        "           words  panen padi",
        "           alias  panen padi = produksi padi",
        "                  then figures.csv, row 1: produksi padi, Jawa Barat, 2023, metric_ton",
        "",
        "1:68       Rp900.000  unknown measure",
        "           words  ongkos giling",
        "           alias  none: no row fits in kind, unit, entity and period",
        "",
        "for the columns of the table, where a row has only one choice:",
        "  aliases of produksi padi: panen padi",
        "",
        "the same for an alias file (--format toml):",
        '  "produksi padi" = ["panen padi"]',
        "",
        "2 numbers without a row; other names would link 1",
    ]


def test_toml_is_an_alias_file_as_it_is(folder, capsys):
    arguments = ["suggest-aliases", "berita.txt", "raya.txt", "--reference", "figures.csv"]
    assert main([*arguments, "--format", "toml", "--output", "names.toml"]) == 0
    written = Path("names.toml").read_text(encoding="utf-8")
    assert tomllib.loads(written) == {"produksi padi": ["panen padi"]}
    assert "# raya.txt:1:42 1,2 juta ton: keep what is meant\n" in written
    assert '# "produksi padi" = ["panen raya"]\n# "produksi jagung" = ["panen raya"]\n' in written
    assert "# berita.txt:1:68 Rp900.000: no row fits (ongkos giling)\n" in written
    table = ReferenceTable.read("figures.csv", aliases="names.toml")
    assert table.measures[0].aliases == ("panen padi",)


def test_json_has_the_number_the_words_and_the_choices(folder, capsys):
    assert main(["suggest-aliases", "berita.txt", "--reference", "figures.csv", "--format", "json"]) == 0
    form = json.loads(capsys.readouterr().out)
    assert (form["document"], form["language"], len(form["unlinked"])) == ("berita.txt", "id", 2)
    assert form["unlinked"][0] == {
        "start": 41, "end": 51, "text": "8 juta ton", "line": 1, "column": 42, "kind": "measure", "value": "8000000",
        "unit": "metric_ton", "period": "", "reason": "unknown_measure", "words": ["panen padi"],
        "suggestions": [{
            "aliases": [{"column": "aliases", "name": "produksi padi", "alias": "panen padi"}],
            "rows": [{"table": "figures.csv", "row": 1, "column": "value",
                      "about": "produksi padi, Jawa Barat, 2023, metric_ton"}],
        }],
    }  # fmt: skip


def test_a_text_whose_numbers_all_lead_to_rows(folder, capsys):
    assert main(["suggest-aliases", "lurus.txt", "--reference", "figures.csv"]) == 0
    said = capsys.readouterr().out
    assert "every number leads to a row" in said
    assert said.endswith("0 numbers without a row; other names would link 0\n")


def test_comments_exempt_and_declare_numbers_as_for_check(folder, capsys):
    text = "Panen padi Jawa Barat 2023: 8 juta ton<!-- claims: ignore, contoh -->.\n\n"
    text += "Panen gabah Jawa Barat **2023** mencapai 9 juta ton<!-- fact: produksi padi|Jawa Barat|2023 -->.\n\n"
    text += "*Panen* padi Jawa Barat pada 2023 mencapai 7 juta ton.\n"
    Path("a.md").write_text(text, encoding="utf-8")
    assert main(["suggest-aliases", "a.md", "--language", "id", "--reference", "figures.csv", "--format", "json"]) == 0
    [number] = json.loads(capsys.readouterr().out)["unlinked"]
    assert (number["text"], number["line"], number["column"]) == ("7 juta ton", 5, 44)
    assert text[number["start"] : number["end"]] == "7 juta ton"


def test_a_file_of_bindings_exempts_and_declares_numbers_as_for_check(folder, capsys):
    Path("panen.txt").write_text(
        "Panen padi Jawa Barat pada 2023 mencapai 8 juta ton. Panen gabah Jawa Barat pada 2023 mencapai 9 juta ton. "
        "Panen padi Jawa Barat pada 2023 mencapai 7 juta ton.\n"
    )
    Path("claims.toml").write_text(
        '["panen.txt"]\n"8 juta ton" = "claims: ignore, contoh"\n"9 juta ton" = "fact: produksi padi|Jawa Barat|2023"\n'
    )
    arguments = ["suggest-aliases", "panen.txt", "--language", "id", "--reference", "figures.csv", "--format", "json"]
    assert main([*arguments, "--bindings", "claims.toml"]) == 0
    assert [number["text"] for number in json.loads(capsys.readouterr().out)["unlinked"]] == ["7 juta ton"]
    Path("panen.txt").write_text("Tidak ada.\n")
    assert main([*arguments, "--bindings", "claims.toml"]) == 2
    assert "claims.toml: panen.txt does not say '8 juta ton'" in capsys.readouterr().err


def test_one_document_that_cannot_be_read_does_not_stop_the_others(folder, capsys):
    arguments = ["suggest-aliases", "no.txt", "berita.txt", "--reference", "figures.csv"]
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.err == "verifier: no.txt: there is no such file\n"
    assert "panen padi = produksi padi" in printed.out


WRONG = [
    # arguments                                                    what the one line says
    (["berita.txt"],                                               "are required: --reference; see 'verifier suggest-"),
    (["--reference", "figures.csv"],                               "the following arguments are required: FILE"),
    (["berita.txt", "--reference", "no.csv"],                      "no.csv: no such file"),
    (["berita.txt", "--reference", "comma.csv"],                   "'12.500' can be read with either decimal mark"),
    (["berita.txt", "--reference", "figures.csv", "--format", "x"], "invalid choice: 'x'"),
    (["berita.txt", "--reference", "figures.csv", "--fixed", "x"], "argument --fixed: 'x' is not NAME=TEXT"),
    (["berita.txt", "--reference", "figures.csv", "--language", "xx"], "unknown language 'xx'"),
    (["none.txt", "--reference", "figures.csv"],                   "none.txt: cannot tell the language of the text"),
    (["berita.txt", "--reference", "figures.csv", "--reference-date", "x"], "--reference-date is a day such as"),
    (["berita.txt", "--reference", "figures.csv", "--output", "no/a"], "no/a: cannot be written"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_wrong_use_and_wrong_input_end_in_one_line(folder, capsys, arguments, message):
    assert main(["suggest-aliases", *arguments]) == 2
    error = capsys.readouterr().err
    assert error.startswith("verifier: ")
    assert message in error
    assert error.count("\n") == 1


def test_how_the_table_is_read_can_be_said(folder):
    assert main(["suggest-aliases", "berita.txt", "--reference", "comma.csv", "--decimal", ","]) == 0
