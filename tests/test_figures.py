"""The figures of the documentation: each has a row in docs/figures.csv, and a wrong one fails."""

import csv
import re
from pathlib import Path

import pytest

from benchmarks import counts
from verifier import ReferenceTable
from verifier.documents import make_document, read_document
from verifier.reports.checked import check
from verifier.verdict import Label

ROOT = Path(__file__).parents[1]
FIGURES = ROOT / "docs" / "figures.csv"
PAGES = ("README.md", "docs/speed.md", "docs/tables.md")  # which state most
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


NEW = "It reads 37.25 pages a second."
ALL_PAGES = sorted(str(page.relative_to(ROOT)) for page in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")))
GENERATED = ("docs/languages.md", "docs/units.md")  # their tables are compared with what they are made from


@pytest.mark.parametrize("page", ALL_PAGES)
def test_a_new_figure_in_any_section_of_any_page_fails(page, table):
    source = re.sub(r"^```.*?^```$", "", (ROOT / page).read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    parts = re.split(r"^(?=## )", source, flags=re.MULTILINE)
    if page in GENERATED:
        parts = [parts[0].partition("<!-- claims: off")[0]]
    planted = "".join(f"{part.rstrip()}\n\n{NEW}\n\n" for part in parts)
    verdicts = check(make_document(planted, name=page), table).verdicts
    new = [verdict for verdict in verdicts if verdict.text.startswith("37.25")]
    assert len(new) == len(parts)
    assert all(verdict.label is not Label.SUPPORTED for verdict in new)


@pytest.mark.parametrize("page", [page for page in ALL_PAGES if page not in GENERATED])
def test_no_page_is_switched_off(page):
    comments = read_document(ROOT / page).prose.comments
    assert not [comment.body for comment in comments if re.match(r"claims:\s*off", comment.body)]


def test_what_is_counted_is_what_the_table_says():
    with FIGURES.open(encoding="utf-8", newline="") as file:
        written = {row["id"]: int(row["value"]) for row in csv.DictReader(file) if row["value"].isdecimal()}
    for figure in counts.measure():
        assert written[figure.key] <= figure.value <= written[figure.key] * GROWN, figure.key
