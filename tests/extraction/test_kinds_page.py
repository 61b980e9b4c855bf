"""The page on kinds has a heading for each kind."""

from pathlib import Path

from verifier import Kind

PAGE = Path(__file__).parents[2] / "docs" / "kinds.md"


def test_every_kind_has_its_heading():
    headings = {
        line.removeprefix("## ") for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("## ")
    }
    assert {str(kind) for kind in Kind} <= headings
