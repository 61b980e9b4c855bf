"""The derivation of a fact names each stage, the line of the pack behind it, and what was set aside."""

from verifier import explain
from verifier.cli import main
from verifier.packs import line_of, packs_root

SENTENCE = "Ekspor menteri G7 naik hampir 4,1 juta barel per hari."


def test_stages_in_order():
    stages = explain(SENTENCE, language="id").stages
    assert [stage.name for stage in stages] == ["scan", "numerals", "dates"]
    assert "4,1 juta" in [seen.text for seen in stages[1].tokens]


def test_every_stage_covers_the_words_around_the_number():
    for stage in explain(SENTENCE, language="id").stages:
        assert " ".join(seen.text for seen in stage.tokens).replace(" ", "") in SENTENCE.replace(" ", "")


def test_names_the_line_of_the_pack():
    number, line = next(
        (number, line)
        for number, line in enumerate(
            (packs_root() / "id" / "numerals.toml").read_text(encoding="utf-8").splitlines(), 1
        )
        if line.startswith("juta = ")
    )
    assert f"patterns/id/numerals.toml:{number} [scales] {line}" in str(explain(SENTENCE, language="id"))


def test_says_what_was_set_aside_and_why():
    assert "set aside 7: identifier" in str(explain(SENTENCE, language="id"))


def test_says_the_fact_with_its_modifier():
    assert "fact      4,1 juta barel per hari: almost measure 4100000 barrel/day" in str(
        explain(SENTENCE, language="id")
    )


def test_resolves_against_the_reference_date():
    shown = str(explain("Harga naik pada Juni.", language="id", reference_date="2024-10-14"))
    assert "fact      Juni: date XXXX-06 2024-06" in shown


def test_text_without_facts_is_empty():
    explained = explain("Tidak ada angka di sini.", language="id")
    assert explained.stages == ()
    assert str(explained).strip() == ""


def test_word_that_no_table_names():
    assert line_of("id", "numerals.scales", "kucing") is None
    assert line_of("id", "numerals.nothing", "juta") is None


def test_command(capsys):
    assert main(["explain", SENTENCE, "--language", "id"]) == 0
    assert "[modifiers]" in capsys.readouterr().out
