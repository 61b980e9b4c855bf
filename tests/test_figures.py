"""The figures of the documentation: each has a row in docs/figures.csv, and a wrong one fails."""

import csv
from pathlib import Path

import pytest

from benchmarks import counts
from verifier import ReferenceTable
from verifier.documents import make_document, read_document
from verifier.model import Label
from verifier.reports.checked import check

ROOT = Path(__file__).parents[1]
FIGURES = ROOT / "docs" / "figures.csv"
PAGES = ("README.md", "docs/speed.md", "docs/tables.md")
GROWN = 1.25  # a count that has grown by more is to be written anew: python -m benchmarks.counts --output …


@pytest.fixture(scope="module")
def table():
    return ReferenceTable.read(FIGURES)


@pytest.mark.parametrize("page", PAGES)
def test_a_digit_too_many_in_any_figure_is_refuted(page, table):
    source = (ROOT / page).read_text(encoding="utf-8")
    claims = check(read_document(ROOT / page), table).verdicts
    assert claims
    for claim in claims:
        if not claim.text[0].isdecimal():
            continue  # "three verdicts"
        planted = source[: claim.start] + "9" + source[claim.start :]
        verdicts = check(make_document(planted, name=page), table).verdicts
        found = [one for one in verdicts if one.start == claim.start]
        assert [one.label for one in found] == [Label.REFUTED], claim.text


def test_what_is_counted_is_what_the_table_says():
    with FIGURES.open(encoding="utf-8", newline="") as file:
        written = {row["id"]: int(row["value"]) for row in csv.DictReader(file) if row["value"].isdecimal()}
    for figure in counts.measure():
        assert written[figure.key] <= figure.value <= written[figure.key] * GROWN, figure.key
