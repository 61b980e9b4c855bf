"""The stable form of the report."""

import json

from checks import DOUBLED, VOLUME, checked

from verifier.reports.jsonform import render


def test_one_document_is_one_object():
    form = json.loads(render([checked(DOUBLED)]))
    assert list(form) == ["document", "language", "reference_date", "verdicts", "set_aside", "summary"]
    assert form["set_aside"] == [{"start": 97, "end": 99, "text": "K3", "reason": "name"}]
    assert form["summary"] == {"supported": 0, "refuted": 1, "not_enough_info": 0, "coverage": 1.0}
    [verdict] = form["verdicts"]
    assert list(verdict) == [
        "start", "end", "text", "line", "column", "kind", "value", "unit", "period", "relation", "verdict", "reason",
        "severity", "evidence", "rows", "explanation", "diagnosis", "suggestion",
    ]  # fmt: skip
    assert verdict["rows"] == [1, 2]
    assert list(verdict["evidence"][0]) == [
        "table", "row", "column", "entity", "measure", "period", "value", "unit", "source",
    ]  # fmt: skip


def test_several_documents_are_a_list():
    assert [form["document"] for form in json.loads(render([checked(VOLUME), checked(name="b.txt")]))] == [
        "artikel.txt",
        "b.txt",
    ]
