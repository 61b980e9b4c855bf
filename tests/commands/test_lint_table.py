"""``verifier lint-table`` prints what is found, and ends with 1 where the table is not clean."""

import json
from pathlib import Path

import pytest

from verifier.cli import main


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("good.csv").write_text("indikator,tahun,nilai,satuan\nproduksi padi,2023,9.7,juta ton\n")
    Path("bad.csv").write_text("indikator,tahun,nilai,satuan\nproduksi padi,2023,9.7,juta barell\n")
    return tmp_path


def test_a_clean_table(folder, capsys):
    assert main(["lint-table", "good.csv", "--show", "1"]) == 0
    printed = capsys.readouterr()
    assert printed.err == "rows: 1; errors: 0; warnings: 0\n"
    assert "row=1; column=nilai; measure=produksi padi; period=2023; " in printed.out


def test_findings_name_row_and_column(folder, capsys):
    assert main(["lint-table", "bad.csv"]) == 1
    assert "error: bad.csv: row 1, column 'satuan': " in capsys.readouterr().out


def test_findings_as_json(folder, capsys):
    assert main(["lint-table", "bad.csv", "--format", "json"]) == 1
    form = json.loads(capsys.readouterr().out)
    assert "satuan" in [finding["column"] for finding in form["findings"]]


def test_a_table_that_is_not_there(folder, capsys):
    assert main(["lint-table", "none.csv"]) in (1, 2)
    printed = capsys.readouterr()
    assert "none.csv" in printed.out + printed.err
    assert "Traceback" not in printed.err
