"""The stable forms of output, as their JSON Schemas in the package say them."""

import json
from importlib.resources import files
from pathlib import Path

import pytest

from verifier.cli import main
from verifier.model import Kind, Modifier
from verifier.verdict import Diagnosis, Label, Reason, Relation, Severity

jsonschema = pytest.importorskip("jsonschema")
EXAMPLES = Path(__file__).parents[1] / "examples"
DOCUMENTS = [("artikel.txt", "rujukan.csv"), ("article.txt", "figures.csv")]


def schema(name):
    return json.loads((files("verifier") / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["extract", "check"])
def test_the_schemas_are_schemas(name):
    jsonschema.Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize(("document", "table"), DOCUMENTS)
def test_what_extract_writes(capsys, document, table):
    main(["extract", str(EXAMPLES / document), "--format", "jsonl"])
    jsonschema.validate(json.loads(capsys.readouterr().out), schema("extract"))


@pytest.mark.parametrize(("document", "table"), DOCUMENTS)
def test_what_check_writes(capsys, document, table):
    main(["check", str(EXAMPLES / document), "--reference", str(EXAMPLES / table), "--format", "json"])
    jsonschema.validate(json.loads(capsys.readouterr().out), schema("check"))


def test_several_documents_are_a_list(capsys):
    main(["check", *(str(EXAMPLES / document) for document, _ in DOCUMENTS), "--format", "json"])
    jsonschema.validate(json.loads(capsys.readouterr().out), schema("check"))


WORDS = [
    ("kind", Kind), ("relation", Relation), ("verdict", Label), ("reason", Reason), ("severity", Severity),
    ("diagnosis", Diagnosis),
]  # fmt: skip


@pytest.mark.parametrize(("key", "words"), WORDS)
def test_the_schema_of_check_knows_every_word(key, words):
    known = schema("check")["$defs"]["report"]["properties"]["verdicts"]["items"]["properties"][key]["enum"]
    assert {word for word in known if word} == {str(word) for word in words}


@pytest.mark.parametrize(("key", "words"), [("kind", Kind), ("modifier", Modifier)])
def test_the_schema_of_extract_knows_every_word(key, words):
    known = schema("extract")["properties"]["mentions"]["items"]["properties"][key]["enum"]
    assert {word for word in known if word} == {str(word) for word in words}
