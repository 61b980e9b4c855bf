"""Whatever a table holds, it is read or refused in one line; it never crashes, and nothing in it is run."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verifier import ReferenceTable
from verifier.errors import TableError, UnitError, VerifierError
from verifier.reference import lint
from verifier.reference.columns import Column
from verifier.reference.number_cells import decimal_mark, read_number
from verifier.reference.period_cells import period_words, read_period
from verifier.reference.unit_cells import read_unit
from verifier.reference.unit_words import unit_words

CELLS = st.sampled_from(
    [
        "", " ", "GDP", "5", "4,1", "1.234", "1e999999999", "NaN", "-inf", "#REF!", "=cmd|' /C calc'!A0", "+1+1",
        "2024", "2024-06", "Triwulan II 2024", "31/02/2024", "ribu ton", "ton/", "%", "Rp M", "ukuran", '"', "\\",
        "\0", "İ", "\u202e5", "٣٫٥", "\ud800", "x" * 600, "1" * 600, "a;b", "a\tb", "a|b", "\ufeff", "\r", "<b>",
        "²", "①", "__class__", "@x",
    ]
)  # fmt: skip
HEADERS = st.sampled_from(
    ["measure", "entity", "period", "value", "unit", "tahun", "bulan", "nilai", "2023", "Q1 2024", "GDP (US$ bn)", ""]
)
QUIET = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)


@QUIET
@given(st.binary(max_size=300))
def test_any_bytes(tmp_path, content):
    for name in ("t.csv", "t.jsonl", "t.json", "t.sqlite"):
        path = tmp_path / name
        path.write_bytes(content)
        _is_read_or_refused(path)


@QUIET
@given(st.lists(HEADERS, min_size=1, max_size=6), st.lists(st.lists(CELLS, max_size=6), max_size=6))
def test_any_cells(headers, rows):
    records = [dict(zip(headers, row, strict=False)) for row in rows]
    table = _refusal(lambda: ReferenceTable.from_records(records))
    if isinstance(table, ReferenceTable):
        assert len(list(table.rows)) == len(table)


@QUIET
@given(st.lists(st.lists(CELLS, max_size=6), min_size=1, max_size=6), st.sampled_from(",;\t|"))
def test_any_separated_text(tmp_path, rows, separator):
    path = tmp_path / "t.csv"
    text = "\n".join(separator.join(row) for row in rows)
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    _is_read_or_refused(path)


def _is_read_or_refused(path):
    findings = lint(path)
    if isinstance(_refusal(lambda: ReferenceTable.read(path)), str):
        assert any(finding.severity == "error" for finding in findings)


def _refusal(made):
    """Return what is made, or the one line that refuses it."""
    try:
        return made()
    except VerifierError as error:
        message = str(error)
    assert "\n" not in message
    assert len(message) < 1000
    return message


@QUIET
@given(st.text(max_size=80))
def test_any_text_as_unit_period_and_number(text):
    assert isinstance(read_period(text, period_words("id")), str | None)
    for mark in ".,":
        number = read_number(text, mark)
        assert number is None or number.is_finite()
    decimal_mark([text])
    _refusal(lambda: read_unit(text, unit_words("id")))


LONG = ["1" * 100_000, "1." * 50_000, "1,1." * 25_000, "1 " * 50_000, "(" * 100_000, "-" * 100_000, "e" * 100_000]


@pytest.mark.parametrize("text", LONG)
def test_long_cells(text):
    """Each of them is read or refused at once; a super-linear reader would hang here."""
    assert read_number(text, ".") is None
    assert read_period(text, period_words("id")) is None
    with pytest.raises(UnitError):
        read_unit(text, unit_words("id"))
    with pytest.raises(TableError):
        ReferenceTable.from_records([{"measure": "a", "value": text}])


def test_many_columns_that_are_periods():
    record = {"measure": "GDP", **{f"{year}-{month:02d}": 5 for year in range(1000) for month in range(1, 13)}}
    record = {key.zfill(7) if key[0].isdigit() else key: value for key, value in record.items()}
    assert len(ReferenceTable.from_records([record])) == 12_000


def test_records_that_share_no_keys():
    records = [{f"key {number}": number} for number in range(20_000)]
    with pytest.raises(TableError, match="different keys; give all records the same ones"):
        ReferenceTable.from_records(records)


def test_sidecars_do_not_leave_their_folder_by_accident(write):
    path = write("measure,value\nGDP,5\n")
    write("aliases = 'nothing/here.csv'\n", "table.claims.toml")
    with pytest.raises(TableError, match="no such alias file"):
        ReferenceTable.read(path)


def test_columns_are_found_by_their_names_and_not_by_their_cells(write, monkeypatch):
    compared = []
    monkeypatch.setattr(Column, "__eq__", lambda one, other: compared.append(other) or one is other)
    measures = [f"produksi {number} (ton)" for number in range(100)]
    cells = ",".join(str(number) for number in range(100))
    ReferenceTable.read(write(f"provinsi,{','.join(measures)}\nAceh,{cells}\nBali,{cells}\n"))
    assert len(compared) <= len(measures)
