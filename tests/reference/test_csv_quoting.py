"""How the cells of a text file are quoted: found out, told, and overridden."""

import pytest

from verifier import ReferenceTable
from verifier.errors import TableError

QUOTED = [
    # lines                                                measures                                what is told
    (["'indikator';'tahun';'nilai'", "'a; b';'2023';'1,5'"], ["a; b"],                             "quoted by \"'\""),
    (['"indikator","tahun","nilai"', r'"a \"b\", c","2023","1.5"'], ['a "b", c'],                   "behind '\\\\'"),
    (['"indikator","tahun","nilai"', '"a ""b""","2023","1.5"'], ['a "b"'],                          ""),
    (["indikator,tahun,nilai", "'90s rice,2023,1.5", "rock 'n' roll,2023,2.5"],
     ["'90s rice", "rock 'n' roll"],                                                                ""),
    (["indikator,tahun,nilai", r"a\b,2023,1.5"], [r"a\b"],                                          ""),
    (["indikator,tahun,nilai", '"it\'s",2023,1.5', "'x',2023,2.5"], ["it's", "'x'"],                ""),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "measures", "told"), QUOTED)
def test_quoting(write, lines, measures, told):
    table = ReferenceTable.read(write("\n".join(lines) + "\n"))
    assert [key.name for key in table.measures] == measures
    said = [finding.message for finding in table.findings if "quot" in finding.message]
    assert [told in message for message in said] == [True] * bool(told)


def test_it_can_be_said(write):
    path = write("indikator,tahun,nilai\n|a,b|,2023,5\n")
    assert ReferenceTable.read(path, quote="|", separator=",").rows[0].measure == "a,b"
    path = write("indikator,tahun,nilai\n'a',2023,5\n")
    assert ReferenceTable.read(path, quote='"').rows[0].measure == "'a'"
    with pytest.raises(TableError, match="quote must be one character such as"):
        ReferenceTable.read(path, quote="''")


def test_the_group_mark_is_told(write):
    path = write("indikator;tahun;a;b;c\nx;2022;1.234,5;1 234,5;12,5\nx;2023;2,5;2,5;2,5\n")
    told = "\n".join(map(str, ReferenceTable.read(path, columns={"ignored": "indikator"}).findings))
    assert "column 'a': decimal mark ',', group mark '.', proven: '1.234,5'" in told
    assert "column 'b': decimal mark ',', group mark ' ', proven: '1 234,5'" in told
    assert "column 'c': decimal mark ',', proven: '12,5'" in told
