"""Index files: they give the same rows, and are made anew whenever what they were made from is another."""

import os
import random
import subprocess
import sys
import time
from multiprocessing import get_context
from pathlib import Path

import pytest

from verifier import ReferenceTable
from verifier.errors import InputTypeError, TableError
from verifier.reference import table as table_module

TABLE = (
    "indikator,wilayah,jenis kelamin,tahun,nilai,satuan,sebutan,per tanggal,status\n"
    "TPT,Aceh,L,2023,5.1,%,pengangguran,2024-02,sementara\n"
    "TPT,Kab. Bogor,P,2024,,%,,2024-08,\n"
    "produksi,Bali,L,2022,0.65,juta ton,panen,,\n"
)


@pytest.fixture
def read(monkeypatch):
    """Read with an index, and tell whether the table itself was read."""
    reads = []
    loader = table_module.Loader

    class Counted(loader):
        def read(self, source):
            reads.append(source)
            return super().read(source)

    monkeypatch.setattr(table_module, "Loader", Counted)

    def reading(source, **options):
        before = len(reads)
        table = ReferenceTable.read(source, **options)
        return table, len(reads) > before

    return reading


def test_the_same_rows(write, tmp_path, read):
    path, index = write(TABLE), tmp_path / "t.idx"
    plain = ReferenceTable.read(path)
    for fresh in (True, False):
        table, was_read = read(path, index=index)
        assert was_read is fresh
        assert list(table.rows) == list(plain.rows)
        assert (table.measures, table.entities, table.findings) == (plain.measures, plain.entities, plain.findings)
        assert table.find("TPT", "Aceh") == (0,)
        assert table.at("TPT", None, "2024") == (1,)
        assert (table.name, table.language, len(table)) == (plain.name, plain.language, 3)


def test_a_changed_source_or_option_makes_it_anew(write, tmp_path, read):
    path, index = write(TABLE), tmp_path / "t.idx"
    read(path, index=index)
    assert read(path, index=index)[1] is False
    assert read(path, index=index, language="id")[1] is True
    assert read(path, index=index)[1] is True
    write(TABLE.replace("5.1", "5.2"))
    table, was_read = read(path, index=index)
    assert (was_read, str(table.rows[0].value)) == (True, "5.2")
    os.utime(path, (1, 1))
    assert read(path, index=index)[1] is True
    write('decimal = "."\n', "table.claims.toml")
    assert read(path, index=index)[1] is True
    names = write("name,alias\nTPT,penganggur\n", "names.csv")
    assert read(path, index=index, aliases=names)[1] is True
    write("name,alias\nTPT,menganggur\n", "names.csv")
    table, was_read = read(path, index=index, aliases=names)
    assert (was_read, table.measures[0].aliases) == (True, ("pengangguran", "menganggur"))


def test_a_broken_index_is_made_anew(write, tmp_path, read):
    path, index = write(TABLE), tmp_path / "t.idx"
    read(path, index=index)
    whole = index.read_bytes()
    for broken in (b"", b"x" * 100, whole[:-10], whole[:40], whole[:16] + b"\xff" * 8 + whole[24:]):
        index.write_bytes(broken)
        table, was_read = read(path, index=index)
        assert was_read
        assert len(table) == 3


def test_a_source_that_is_gone_is_an_error(write, tmp_path):
    path, index = write(TABLE), tmp_path / "t.idx"
    ReferenceTable.read(path, index=index)
    path.unlink()
    with pytest.raises(TableError, match="no such file"):
        ReferenceTable.read(path, index=index)


def test_where_no_index_can_be(write, tmp_path):
    with pytest.raises(TableError, match="the index cannot be written"):
        ReferenceTable.read(write(TABLE), index=tmp_path / "missing" / "t.idx")
    arrow = pytest.importorskip("pyarrow")
    with pytest.raises(InputTypeError, match="an index is made of files"):
        ReferenceTable.read(arrow.table({"measure": ["a"], "value": [1]}), index=tmp_path / "t.idx")


def test_a_failed_write_leaves_the_old_index(write, tmp_path, monkeypatch):
    path, index = write(TABLE), tmp_path / "t.idx"
    ReferenceTable.read(path, index=index)
    before = index.read_bytes()
    write(TABLE + "x,y,L,2022,1,%,,,\n")

    def fails(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(TableError, match="No space left on device"):
        ReferenceTable.read(path, index=index)
    assert index.read_bytes() == before
    assert not list(tmp_path.glob(".*.part"))


BUILD = """
import sys
from verifier import ReferenceTable
while True:
    ReferenceTable.read(sys.argv[1], index=sys.argv[2], decimal=".")
    ReferenceTable.read(sys.argv[1], index=sys.argv[2], decimal=",")
"""


def test_a_kill_at_any_moment_leaves_a_whole_index(write, tmp_path):
    path, index = write(TABLE.replace("5.1", "5").replace("0.65", "6")), tmp_path / "t.idx"
    root = str(Path(table_module.__file__).parents[2])
    chance = random.Random(7)
    for _ in range(4):
        builder = subprocess.Popen([sys.executable, "-c", BUILD, path, index], cwd=root)
        time.sleep(0.4 + chance.random() / 2)
        builder.kill()
        builder.wait()
        if index.exists():
            assert index.read_bytes().startswith(b"cekangka table 1")
        assert len(ReferenceTable.read(path, index=index, decimal=".")) == 3


def _count(path, index):
    table = ReferenceTable.read(path, index=index)
    return sum(row.value is not None for row in table.rows)


def test_several_programs_read_it_at_once(write, tmp_path):
    path, index = write(TABLE), tmp_path / "t.idx"
    with get_context("spawn").Pool(2) as pool:
        assert pool.starmap(_count, [(path, index)] * 4) == [2] * 4


def test_leftovers_of_killed_programs_go(write, tmp_path):
    path, index = write(TABLE), tmp_path / "t.idx"
    old, new = tmp_path / ".t.idx.0123.part", tmp_path / ".t.idx.4567.part"
    for part in (old, new):
        part.write_bytes(b"half")
    os.utime(old, (1, 1))
    ReferenceTable.read(path, index=index)
    assert not old.exists()
    assert new.exists()  # its program may still be at work


def test_many_different_texts(tmp_path, read):
    path = tmp_path / "t.csv"
    lines = (f"m{number % 7},e{number % 300},{number}.5,id{number}\n" for number in range(150_000))
    path.write_text("measure,entity,value,id\n" + "".join(lines))
    plain = ReferenceTable.read(path)
    stored, _ = read(path, index=tmp_path / "t.idx")
    for position in (0, 1, 65_535, 65_536, 149_999):
        assert stored.rows[position] == plain.rows[position]
        assert str(stored.rows[position].value) == f"{position}.5"
        assert stored.rows[position].key == f"id{position}"
    assert stored.find("m3", "e10") == plain.find("m3", "e10")
